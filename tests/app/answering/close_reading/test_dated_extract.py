"""Dates of the time asked for, written out for the comprehension model."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.close_reading.dated_extract import DatedExtract
from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import Extract
from app.answering.comprehension.reading import Reading
from indexing.language.temporal import find_temporal_expressions

PUBLISHED = date(2024, 5, 2)


def dated(text: str, asked: str, language: str = "ko", published: date = PUBLISHED) -> DatedExtract:
    dates = find_temporal_expressions(text, published)
    return DatedExtract.of(Extract("밤하늘", text), dates, find_temporal_expressions(asked, None), language)


def read_by_character(one: DatedExtract) -> Reading:
    """A reading of each character by itself, all as likely."""
    length = len(one.extract.text)
    offsets = np.array([(place, place + 1) for place in range(length)], np.int64).reshape(-1, 2)
    level = np.zeros(length, np.float32)
    return Reading(offsets, level, level, {Kind.SPAN: 1.0}, 0.0)


@pytest.mark.parametrize(
    ("text", "asked", "read"),
    [
        ("축제는 오는 17일부터 19일까지 연다.", "2024년", "축제는 2024년 5월 17일부터 19일까지 연다."),
        ("지난해 12월 31일 기준 61만 명이다.", "2023년 12월", "2023년 12월 31일 기준 61만 명이다."),
        ("내년 서울에서 열린다.", "2025년", "2025년 서울에서 열린다."),
        ("줍는 날은 모레다.", "2024년 5월", "줍는 날은 2024년 5월 4일다."),
        ("모레 오후 6시에 연다.", "2024년", "모레 오후 6시(2024년 5월 4일)에 연다."),
        ("지난해보다 늘어 내년엔 더 는다.", "2025년", "지난해보다 늘어 2025년엔 더 는다."),
        ("2024년 5월 17일 연다.", "2024년", "2024년 5월 17일 연다."),
        ("내년 서울에서 열린다.", "2023년", "내년 서울에서 열린다."),
        ("내년 서울에서 열린다.", "언제", "내년 서울에서 열린다."),
        ("내년 하반기에 시작한다.", "2025년", "2025년 하반기에 시작한다."),
        ("올가을 다시 연다.", "2024년", "2024년 가을 다시 연다."),
        ("", "2024년", ""),
    ],
)
def test_dates_of_the_time_asked_for_are_read_in_full(text: str, asked: str, read: str) -> None:
    assert dated(text, asked).extract == Extract("밤하늘", read)


def test_an_english_article_is_read_in_english() -> None:
    one = dated("It will not sail before this autumn.", "2024년", "en")
    assert one.extract.text == "It will not sail before autumn of 2024."


def test_what_is_marked_in_a_date_is_the_whole_of_it_in_the_article() -> None:
    text = "축제는 오는 17일부터 19일까지 등대 앞에서 연다."
    one = dated(text, "2024년")
    read = one.extract.text
    reading = one.reading_of(read_by_character(one))
    found = {
        words: reading.offsets[read.index(words)].tolist() for words in ("2024년", "5월", "19일까지", "등대", "연다")
    }
    when = [text.index("오는"), text.index(" 등대")]
    assert found["2024년"] == found["5월"] == found["19일까지"] == when
    for words in ("등대", "연다"):
        start = text.index(words)
        assert found[words] == [start, start + 1]
    best = reading.best(when[0], when[1])
    assert best is not None
    assert text[best.start : best.end] == "오는 17일부터 19일까지"


@given(
    st.lists(
        st.sampled_from(["오는 17일 ", "내년 ", "지난해 12월 ", "등대 ", "모레 낮 1시에 ", "🌊", "가을"]), max_size=8
    ),
    st.sampled_from(["2023년", "2024년", "2025년", "2024년 5월", "봄"]),
)
def test_every_piece_stands_for_a_part_of_the_article_in_order(parts: list[str], asked: str) -> None:
    text = "".join(parts)
    one = dated(text, asked)
    offsets = one.reading_of(read_by_character(one)).offsets
    assert offsets.shape == (len(one.extract.text), 2)
    assert (offsets[:, 0] < offsets[:, 1]).all()
    assert (np.diff(offsets, axis=0) >= 0).all()
    assert not len(offsets) or (offsets[0, 0], offsets[-1, 1]) == (0, len(text))
    unchanged = [place for place, (start, end) in enumerate(offsets) if end - start == 1]
    assert all(one.extract.text[place] == text[offsets[place, 0]] for place in unchanged)

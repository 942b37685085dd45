"""Sentences in the style of news, each with the day it was published and the ISO values a reader would give it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from indexing.language.temporal import find_temporal_expressions

FOLDER = Path(__file__).parent


class Row(NamedTuple):
    anchor: date | None
    expected: tuple[str, ...]
    sentence: str


def read_rows(name: str) -> list[Row]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            anchor, expected, sentence = line.split("\t")
            values = () if expected == "-" else tuple(expected.split(" "))
            rows.append(Row(date.fromisoformat(anchor) if anchor else None, values, sentence))
    return rows


KOREAN = read_rows("korean_sentences.tsv")
ENGLISH = read_rows("english_sentences.tsv")


@pytest.mark.parametrize("row", [*KOREAN, *ENGLISH], ids=lambda row: f"{row.anchor} {row.sentence}")
def test_the_expressions_of_a_news_sentence_mean_the_days_a_reader_gives_them(row: Row) -> None:
    found = find_temporal_expressions(row.sentence, row.anchor)
    assert tuple(expression.iso for expression in found) == row.expected


def test_the_tables_hold_enough_sentences_with_and_without_dates() -> None:
    rows = [*KOREAN, *ENGLISH]
    assert len(rows) >= 150
    assert sum(not row.expected for row in rows) >= 40
    assert len({row.sentence for row in KOREAN}) > 150


@pytest.mark.parametrize("row", [row for row in [*KOREAN, *ENGLISH] if row.anchor], ids=lambda row: row.sentence)
def test_without_an_anchor_a_sentence_gives_only_what_states_its_year(row: Row) -> None:
    known = find_temporal_expressions(row.sentence, row.anchor)
    alone = find_temporal_expressions(row.sentence, None)
    assert [one.iso for one in alone] == [one.iso for one in known if not one.relative]

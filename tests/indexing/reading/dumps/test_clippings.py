"""Files into which several articles were pasted; every name in them is invented."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article, article_id_for
from indexing.reading.dumps.clippings import clippings
from indexing.reading.readers import read_file

ITEMS = (
    (
        "해담시 물빛축제 17일 개막",
        "2025.05.02 18:35",
        "최하나",
        (
            "해담시는 오는 17일부터 사흘 동안 담내천과 항구에서 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다.",
            "첫날 밤에는 드론 500대가 항구 위로 떠올라 고래와 등대를 그린다. 지난해보다 200대 늘었다.",
        ),
    ),
    (
        "온내군 사과 따기 체험 300명 모집",
        "2025.09.12 10:11",
        "오나래",
        (
            "온내군은 다음 달 사과 따기 체험을 연다고 12일 밝혔다. 군은 농가 스무 곳과 함께 체험을 준비했다.",
            "참가비는 무료이며 온 사람은 사과 한 바구니를 받는다. 신청은 군청 누리집에서 선착순으로 받는다.",
        ),
    ),
    (
        "달무리군 케이블카 탑승객 9만명 넘어",
        "2024.11.03 07:00",
        "한마루",
        (
            "달무리군은 케이블카 탑승객이 석 달 만에 9만명을 넘었다고 3일 밝혔다. 주말에는 두 시간을 기다려야 한다.",
            "군은 겨울에도 케이블카를 쉬지 않고 운영하기로 했다. 바람이 세게 부는 날에는 운행을 멈춘다.",
        ),
    ),
)
DAYS = [date(2025, 5, 2), date(2025, 9, 12), date(2024, 11, 3)]


def article(item: tuple[str, str, str, tuple[str, ...]], gap: str = "\n\n", dated: str = "입력 {}") -> str:
    title, moment, reporter, paragraphs = item
    lines = [title, *([dated.format(moment)] if dated else []), f"{reporter} 기자", *paragraphs]
    return gap.join(lines)


def read(text: str) -> list[Article]:
    return list(read_file(text.encode(), "scrap.txt").articles)


def joined(separator: str, gap: str = "\n\n", dated: str = "입력 {}", items: tuple[int, ...] = (0, 1, 2)) -> str:
    return separator.join(article(ITEMS[index], gap, dated) for index in items)


NUMBERED = "\n".join(f"[기사 {number}]\n{article(item, dated='')}\n" for number, item in enumerate(ITEMS, 1))
SIGNED = "\n".join(f"{article(item, chr(10))}\n저작권자 ⓒ 하루뉴스 무단전재 및 재배포 금지\n" for item in ITEMS)


@pytest.mark.parametrize(
    "text",
    [
        joined("\n\n\n"),
        joined("\n\n", gap="\n"),
        joined("\n", gap="\n"),
        joined("\n\n", dated="{}"),
        joined("\n\n", dated="기사입력 : {}"),
        "\n\n".join(
            article((title, moment[:10], reporter, paragraphs), "\n", dated="하루신문 | {}")
            for title, moment, reporter, paragraphs in ITEMS
        ),
        joined("\n==========\n"),
        joined("\n\n---\n\n", dated="{}"),
        joined("\n* * *\n", gap="\n"),
        joined("\n\n----------------\n\n"),
        f"---\n{joined(chr(10) + '---' + chr(10))}\n---",
        f"2025년 스크랩\n=====\n{joined(chr(10) + '=====' + chr(10))}\n=====\n끝",
        SIGNED,
        "\n\n".join(f"[하루통신]\n{article(item, chr(10), dated='{}')}\n(끝)" for item in ITEMS),
        "\n\n".join(f"■ {article(item, chr(10), dated='(하루일보, {})')}" for item in ITEMS),
        NUMBERED.replace("\n최하나", "\n입력 2025.05.02 18:35\n최하나")
        .replace("\n오나래", "\n입력 2025.09.12 10:11\n오나래")
        .replace("\n한마루", "\n입력 2024.11.03 07:00\n한마루"),
    ],
    ids=[
        *(
            "blank lines",
            "a blank line",
            "no blank line",
            "a time alone",
            "another label",
            "the outlet",
            "rules",
            "short rules",
        ),
        *(
            "stars",
            "long rules",
            "rules around",
            "a heading above",
            "copyright lines",
            "an agency's name",
            "headings",
            "numbered",
        ),
    ],
)
def test_each_of_several_articles_is_read_as_one_of_its_own(text: str) -> None:
    found = read(text)
    assert [each.title for each in found] == [title for title, *_ in ITEMS]
    assert [each.published_on for each in found] == DAYS
    assert [each.body for each in found] == ["\n\n".join(paragraphs) for *_, paragraphs in ITEMS]
    assert [each.authors for each in found] == [(reporter,) for _, _, reporter, _ in ITEMS]


@pytest.mark.parametrize("text", [NUMBERED, joined("\n##########\n", dated="")], ids=["numbered", "strong rules"])
def test_a_date_is_not_needed_where_the_border_is_plain(text: str) -> None:
    found = read(text)
    assert [each.title for each in found] == [title for title, *_ in ITEMS]
    assert [each.published_at for each in found] == [None] * 3


def test_each_is_addressed_by_its_number_and_what_was_dropped_by_the_lines_of_the_file() -> None:
    found = read(SIGNED)
    assert [each.path for each in found] == ["scrap.txt#1", "scrap.txt#2", "scrap.txt#3"]
    assert [each.article_id for each in found] == [article_id_for(None, each.path) for each in found]
    lines = SIGNED.split("\n")
    for each in found:
        assert each.dropped
        for part in each.dropped:
            assert part.line is not None
            assert part.text in lines[part.line - 1]


@given(st.sampled_from(list(permutations(range(3)))), st.sampled_from(["\n\n\n", "\n=====\n", "\n"]))
def test_the_order_makes_no_difference(order: tuple[int, ...], separator: str) -> None:
    gap = "\n" if separator == "\n" else "\n\n"
    assert [each.title for each in read(joined(separator, gap, items=order))] == [ITEMS[index][0] for index in order]


def test_short_articles_are_told_apart_where_a_copyright_line_ends_each() -> None:
    shortened = [(title, moment, reporter, paragraphs[:1]) for title, moment, reporter, paragraphs in ITEMS]
    text = "\n\n-----\n\n".join(f"{article(item, dated='{}')}\n\nⓒ 하루뉴스 무단전재 금지" for item in shortened)
    assert [each.body for each in read(text)] == [paragraphs[0] for *_, paragraphs in shortened]


@pytest.mark.parametrize("border", ["\n", "\n=====\n", "\n\n\n"])
def test_articles_below_heads_of_labelled_lines_are_told_apart_however_short(border: str) -> None:
    parts = (
        f"제목: {title}\n날짜: {moment[:10]}\n기자: {reporter}\n\n{paragraphs[0][:40]} 밝혔다.\n"
        for title, moment, reporter, paragraphs in ITEMS
    )
    found = read(border.join(parts))
    assert [(each.title, each.published_at, each.authors) for each in found] == [
        (title, day, (reporter,)) for (title, _, reporter, _), day in zip(ITEMS, DAYS, strict=True)
    ]
    assert [each.path for each in found] == ["scrap.txt#1", "scrap.txt#2", "scrap.txt#3"]


TITLE, _, _, (FIRST, SECOND) = ITEMS[0]
OTHERS = [article(item, "\n") for item in ITEMS[1:]]


@pytest.mark.parametrize(
    "text",
    [
        article(ITEMS[0]),
        f"{article(ITEMS[0])}\n\n-----\n\n{SECOND}",
        f"{TITLE}\n입력 2025.05.02 18:35\n{FIRST}\n=====\n{SECOND}\n=====\n{FIRST} {SECOND}",
        f"{TITLE}\n입력 2025.05.02 18:35\n{FIRST}\n\n1차 발굴\n2019.03.02\n{SECOND}\n\n2차 발굴\n2021.04.05\n{FIRST}",
        f"{article(ITEMS[0])}\n최신뉴스\n{OTHERS[0]}\n{OTHERS[1]}",
        f"{article(ITEMS[0])}\n{OTHERS[0][:-20]}\n{OTHERS[1][:-20]}",
        f"{article(ITEMS[0])}\n\n\n{article(ITEMS[0])}",
        f"{TITLE}\n입력 2025.05.02 18:35\n수정 2025.05.03 09:10\n{FIRST}\n{SECOND}\n기사 1\n기사 2",
        f"{TITLE}\n[기사 1]\n{FIRST}\n[기사 3]\n{SECOND}",
        f"{FIRST}\n{SECOND}",
        f"{TITLE}\n{FIRST}\n\n온내군의 경우\n{OTHERS[0]}",
    ],
    ids=[
        *("one", "a rule in it", "rules between its parts", "a chronology", "latest news", "teasers cut short"),
        *("twice the same", "a list of numbers", "numbers that do not count", "no headline", "prose above the head"),
    ],
)
def test_one_article_is_never_taken_apart(text: str) -> None:
    assert clippings(text) == ()

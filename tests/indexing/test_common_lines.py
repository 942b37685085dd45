"""Lines that an outlet adds to every article; every name is invented."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article, Dropped
from indexing.common_lines import REASON, CommonLines, common_forms, forms

APP = "하루뉴스 앱에서도 만나 보세요"
NOTE = "이 기사는 하루뉴스와 해담대학교가 함께 만드는 지역 이야기 연재물이다."


def article(*paragraphs: str, publisher: str | None = "하루뉴스", title: str = "제목") -> Article:
    return Article("id", "a.txt", title, "\n\n".join(paragraphs), publisher=publisher)


def own(number: int) -> list[str]:
    """Six paragraphs that no other article has."""
    word = "가나다라마바사아자차카타파하"[number % 14] * (1 + number // 14)
    return [
        f"해담시는 {word}동의 {part} 사업을 다음 달에 시작한다고 밝혔다."
        for part in ("도로", "공원", "학교", "시장", "항구", "철도")
    ]


def counted(stories: Iterable[Iterable[Article]], known: frozenset[str] = frozenset()) -> CommonLines:
    return CommonLines({"하루뉴스": common_forms(stories, known)})


def series(common: int, of: int, *lines: str) -> list[list[Article]]:
    """Stories of which so many end in lines."""
    return [[article(*own(number), *(lines if number < common else ()))] for number in range(of)]


def test_what_many_articles_end_with_is_taken_out_and_listed() -> None:
    known = counted(series(6, 10, NOTE, APP))
    plain = known.without(article(*own(99), NOTE, APP))
    assert plain.body == "\n\n".join(own(99))
    assert {(piece.text, piece.reason) for piece in plain.dropped} == {(NOTE, REASON), (APP, REASON)}


@pytest.mark.parametrize(
    ("line", "common", "taken"),
    [(APP, 3, True), (APP, 2, False), (NOTE, 5, True), (NOTE, 4, False), ("조회수 1,234회 공유 12회", 2, False)],
)
def test_a_line_must_stand_in_a_share_of_the_stories(line: str, common: int, taken: bool) -> None:
    assert (counted(series(common, 10, line)).without(article(*own(99), line)).dropped != ()) is taken


def test_of_fewer_than_ten_stories_nothing_is_common() -> None:
    assert counted(series(9, 9, APP)).lines["하루뉴스"] == frozenset()


def test_copies_and_versions_of_a_story_count_once() -> None:
    story = [article(*own(0), APP) for _ in range(8)]
    assert counted([story, *series(0, 9)]).without(article(*own(99), APP)).dropped == ()


def test_lines_that_differ_in_their_digits_are_common_at_the_end_alone() -> None:
    stories = [[article(*own(number), f"조회수 {number}{number}회 공유 {number}회")] for number in range(10)]
    known = counted(stories)
    line = "조회수 777회 공유 3회"
    assert known.without(article(*own(99), line)).body == "\n\n".join(own(99))
    middle = article(*own(98), line, *own(99))
    assert known.without(middle) is middle


def test_sentences_that_differ_in_their_digits_are_news() -> None:
    stories = [
        [article(*own(number), f"이날 코스피는 {number}.5포인트 오른 2,{number}00에 마감했다.")] for number in range(12)
    ]
    assert counted(stories).lines["하루뉴스"] == frozenset()


def test_a_sentence_in_the_middle_of_articles_is_news() -> None:
    stories = [[article(*own(number)[:3], NOTE, *own(number)[3:])] for number in range(12)]
    assert counted(stories).lines["하루뉴스"] == frozenset()


def test_headings_that_part_an_article_are_too_short_to_be_common() -> None:
    stories = [[article("[앵커]", *own(number), "[기자]")] for number in range(12)]
    assert counted(stories).lines["하루뉴스"] == frozenset()


def test_another_outlet_s_article_keeps_the_line() -> None:
    known = counted(series(10, 10, APP))
    for publisher in ("한빛일보", None):
        other = article(*own(99), APP, publisher=publisher)
        assert known.without(other) is other


def test_an_article_of_which_too_much_would_go_is_left_alone() -> None:
    known = counted(series(10, 10, NOTE, APP))
    short = article("문을 열었다.", NOTE, APP)
    assert known.without(short) is short


def test_a_title_that_was_the_first_sentence_follows_the_body() -> None:
    known = counted([[article(NOTE, *own(number))] for number in range(10)])
    plain = known.without(article(NOTE, *own(99), title=NOTE))
    assert plain.title == own(99)[0]


def test_a_common_line_is_given_up_later_than_it_is_accepted() -> None:
    known = counted(series(5, 10, NOTE)).lines["하루뉴스"]
    assert counted(series(4, 10, NOTE), known).lines["하루뉴스"] == known
    assert counted(series(2, 10, NOTE), known).lines["하루뉴스"] == frozenset()


def test_an_article_that_lacks_a_line_common_no_more_is_out_of_date() -> None:
    known = counted(series(10, 10, APP))
    plain = known.without(article(*own(99), APP))
    assert not known.is_out_of_date(plain)
    assert CommonLines().is_out_of_date(plain)
    assert not CommonLines().is_out_of_date(article(*own(99)))


def test_what_is_known_survives_being_stored() -> None:
    known = CommonLines(counted(series(10, 10, APP)).lines, {"하루뉴스": 10}, {"하루뉴스": 1, "": 3}, 14)
    assert CommonLines.from_json(known.to_json()) == known
    assert CommonLines.from_json(None) == CommonLines()


LINES = st.lists(
    st.sampled_from([APP, NOTE, "조회수 1,234회 공유 12회", "[앵커]", *own(0), *own(1)]), min_size=1, max_size=12
)


@given(LINES, st.sets(st.sampled_from([APP, NOTE, "조회수 1,234회 공유 12회", *own(0)])))
def test_an_article_read_again_or_twice_cleaned_is_the_same_and_nothing_is_lost(
    lines: list[str], common: set[str]
) -> None:
    known = CommonLines({"하루뉴스": frozenset(form for line in common for form in forms(line))})
    read = article(*lines)
    plain = known.without(read)
    assert known.without(plain) is plain
    assert known.without(read) == plain
    assert sorted([*plain.body.split("\n\n"), *(piece.text for piece in plain.dropped)]) == sorted(lines)


def test_what_the_reader_dropped_is_not_counted() -> None:
    stories = [
        [Article("id", "a", "제목", "\n\n".join(own(n)), publisher="하루뉴스", dropped=(Dropped(APP, "menu"),))]
        for n in range(12)
    ]
    assert counted(stories).lines["하루뉴스"] == frozenset()

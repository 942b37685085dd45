"""What holds for every text, and what is written in an expression besides its days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.language.temporal import TemporalExpression, find_temporal_expressions

ANCHOR = date(2025, 1, 21)
KOREAN_WEEKDAYS = "월화수목금토일"
PIECES = (
    "오는 지난 이번 다음 올 9월 12월 2월 29일 31일 30일 21일 2024년 2025년 부터 까지 ~ - – (토) (현지시간) 오전 오후 "
    "11시 30분 18:30 이날 전날 어제 사흘 뒤 전 만에 간 상반기 4분기 겨울 추석 연휴 초 말 매년 1999 2024.8.3 2024-08-03 "
    "Sept. 29 to October 2025 1st the next last week Friday on at 6:30 p.m. in three days ago later May 2022 Q3 . \n"
).split(" ")

texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
)
anchors = st.one_of(st.none(), st.dates(), st.dates(date(2015, 1, 1), date(2035, 12, 31)))
news_days = st.dates(date(2000, 1, 1), date(2050, 12, 31))


def only(text: str, anchor: date | None = ANCHOR) -> TemporalExpression:
    (expression,) = find_temporal_expressions(text, anchor)
    return expression


@settings(deadline=None)
@given(texts, anchors)
def test_every_expression_of_any_text_is_its_words_in_order_and_ends_no_earlier_than_it_starts(
    text: str, anchor: date | None
) -> None:
    spent = 0
    for one in find_temporal_expressions(text, anchor):
        assert text[one.start : one.end] == one.text
        assert spent <= one.start < one.end
        assert one.first <= one.last
        assert one.granularity != "day" or one.first == one.last
        assert not (anchor is None and one.relative)
        spent = one.end


@settings(deadline=None)
@given(news_days, news_days)
def test_the_coming_and_the_last_month_and_day_lie_on_their_side_of_the_anchor(named: date, anchor: date) -> None:
    for words in (f"{named.month}월 {named.day}일", f"{named.day}일"):
        assert only(f"오는 {words}", anchor).first >= anchor
        assert only(f"지난 {words}", anchor).first <= anchor
    assert only(f"오는 {named.month}월", anchor).last >= anchor
    assert only(f"지난 {named.month}월", anchor).first <= anchor
    weekday = f"{KOREAN_WEEKDAYS[named.weekday()]}요일"
    assert anchor < only(f"오는 {weekday}", anchor).first <= anchor + timedelta(days=7)
    assert anchor - timedelta(days=7) <= only(f"지난 {weekday}", anchor).first < anchor


@settings(deadline=None)
@given(news_days, st.integers(0, 60))
def test_the_end_of_a_range_follows_its_start_across_months_and_years(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    words = f"오는 {start.month}월 {start.day}일부터 {end.month}월 {end.day}일까지"
    found = only(words, start)
    assert (found.first, found.last, found.text) == (start, end, words)


@settings(deadline=None)
@given(news_days, news_days)
def test_a_weekday_beside_a_date_chooses_the_year_that_it_fits(named: date, anchor: date) -> None:
    named = named.replace(year=anchor.year, day=min(named.day, 28))
    words = f"{named.month}월 {named.day}일({KOREAN_WEEKDAYS[named.weekday()]})"
    found = only(words, anchor)
    assert found.first.weekday() == named.weekday()
    assert found.text == words


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("1월 21일 오전 11시", "11:00"),
        ("21일 오후 6시 30분", "18:30"),
        ("21일(현지시간) 오후 2시", "14:00"),
        ("21일(화) 18:30", "18:30"),
        ("오늘 정오", "12:00"),
        ("21일 밤 12시", "00:00"),
        ("21일 밤 11시 반", "23:30"),
        ("21일 새벽 2시 10분", "02:10"),
        ("21일 낮 12시", "12:00"),
        ("21일 낮 1시", "13:00"),
        ("21일 오전 12시", "00:00"),
        ("2025-01-21T18:35:19", "18:35"),
        ("Jan. 21 at 6:30 p.m.", "18:30"),
        ("12 a.m. on Jan. 21", "00:00"),
        ("오늘(21일) 오전 6시", "06:00"),
        ("화요일(21일) 오후 2시", "14:00"),
        ("today (Jan. 21) at 3 p.m.", "15:00"),
        ("21일(이하 한국시간) 오전 9시", "09:00"),
        ("11 a.m. KST Tuesday", "11:00"),
        ("noon on Jan. 21, 2025", "12:00"),
    ],
)
def test_a_time_of_day_beside_a_day_belongs_to_it(words: str, time: str) -> None:
    found = only(f"{words} ")
    assert (found.text, found.first, found.time) == (words, ANCHOR, time)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("어젯밤 9시", "21:00"),
        ("간밤 11시 20분", "23:20"),
        ("지난밤 2시", "02:00"),
        ("어제저녁 7시", "19:00"),
        ("어제 9시", "09:00"),
    ],
)
def test_a_day_that_is_named_by_its_night_says_which_half_of_it(words: str, time: str) -> None:
    found = only(words)
    assert (found.text, found.first, found.time) == (words, ANCHOR - timedelta(days=1), time)


@pytest.mark.parametrize(
    ("words", "time", "until"),
    [
        ("21일 오후 1∼5시", "13:00", "17:00"),
        ("21일 밤 10~12시", "22:00", "24:00"),
        ("9 a.m. to 6 p.m. on Jan. 21", "09:00", "18:00"),
        ("9 to 11 a.m. on Jan. 21", "09:00", "11:00"),
        ("10:00–17:00, 21 January 2025", "10:00", "17:00"),
        ("noon to 2 p.m. on Jan. 21", "12:00", "14:00"),
        ("9 to 6 p.m. on Jan. 21", "09:00", "18:00"),
        ("11 to 1 p.m. on Jan. 21", "11:00", "13:00"),
        ("21일 오후 0시 30분", "12:30", None),
        ("2025.1.21. 오후 3:15", "15:15", None),
    ],
)
def test_a_time_may_say_when_it_ends_in_one_word_or_before_the_day(words: str, time: str, until: str | None) -> None:
    found = only(words)
    assert (found.text, found.first, found.time, found.until) == (words, ANCHOR, time, until)


def test_a_night_that_ends_on_the_next_day_is_one_stretch_of_time() -> None:
    found = only("21일 오후 6시부터 다음 날 오전 2시까지")
    assert (found.iso, found.time, found.until) == ("2025-01-21/2025-01-22", "18:00", "02:00")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("21일 25시까지", "21일"),
        ("21일 3시간 동안", "21일"),
        ("21일 오후 회의", "21일"),
        ("1월 오전 11시", "1월"),
        ("Jan. 21 at 14:75", "Jan. 21"),
    ],
)
def test_what_is_no_time_of_a_day_is_left_outside(text: str, words: str) -> None:
    found = only(text)
    assert (found.text, found.time) == (words, None)


@pytest.mark.parametrize(
    ("text", "relative", "ambiguous"),
    [
        ("지난 2022년", False, False),
        ("2024년 9월 3일부터 5일까지", False, False),
        ("9월 29일부터 2025년 10월 1일까지", False, False),
        ("오는 9월", True, False),
        ("어제", True, False),
        ("1월 21일", True, False),
        ("12월 20일", True, True),
        ("9월 29일", True, True),
        ("9월 29일(월)", True, False),
        ("내달 초", True, True),
        ("상반기", True, True),
        ("올 상반기", True, False),
        ("추석", True, True),
        ("보름 뒤", True, True),
        ("on Tuesday", True, True),
        ("in three days", True, True),
        ("2025", False, False),
    ],
)
def test_an_expression_says_whether_it_needed_the_anchor_and_whether_it_is_sure(
    text: str, relative: bool, ambiguous: bool
) -> None:
    found = only(text)
    assert (found.relative, found.ambiguous) == (relative, ambiguous)


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("21일", "day"),
        ("지난주", "week"),
        ("9월", "month"),
        ("1분기", "quarter"),
        ("하반기", "half"),
        ("올여름", "season"),
        ("2026년", "year"),
        ("3~5일", "range"),
        ("이달 하순", "range"),
        ("1990년대", "range"),
        ("설 연휴", "range"),
    ],
)
def test_an_expression_names_its_unit(text: str, granularity: str) -> None:
    assert only(text).granularity == granularity


@settings(deadline=None)
@given(news_days, st.sampled_from([-1, 1, 2, 3, 4]))
def test_a_weekday_counted_in_a_month_is_that_weekday_and_no_more_weeks_in(anchor: date, nth: int) -> None:
    name = {1: "첫째", 2: "둘째", 3: "셋째", 4: "넷째", -1: "마지막"}[nth]
    for weekday, initial in enumerate(KOREAN_WEEKDAYS):
        day = only(f"이달 {name} 주 {initial}요일", anchor).first
        assert (day.weekday(), day.month, day.year) == (weekday, anchor.month, anchor.year)
        if nth > 0:
            assert (day.day - 1) // 7 + 1 == nth
        else:
            assert (day + timedelta(days=7)).month != anchor.month


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("2024년 9월 첫째 주 일요일", False),  # the 1st is a Sunday: its row of a calendar from Monday is the first
        ("2024년 9월 첫째 주 토요일", True),  # the 7th, in the calendar's second row
        ("2024년 9월 첫째 토요일", False),
        ("2024년 9월 마지막 주 월요일", False),
        ("2024년 9월 마지막 주 일요일", True),
    ],
)
def test_a_weekday_of_a_counted_week_is_unsure_where_rows_of_a_calendar_disagree(text: str, ambiguous: bool) -> None:
    assert only(text).ambiguous == ambiguous


def test_a_day_of_the_text_counts_as_this_day_until_another_is_named() -> None:
    text = "시는 지난 14일 공고를 냈다.\n\n이날 접수가 시작됐다. 심사는 지난 17일 끝났다. 이날 결과가 나왔다."
    found = find_temporal_expressions(text, ANCHOR)
    assert [one.first.day for one in found] == [14, 14, 17, 17]
    assert [one.ambiguous for one in found] == [False, False, False, True]


def test_this_day_is_not_the_one_that_something_comes_before() -> None:
    found = find_temporal_expressions("상인회가 추석(17일)을 앞두고 이날부터 13일까지 싸게 판다.", date(2024, 9, 5))
    assert found[-1].iso == "2024-09-05/2024-09-13"
    assert find_temporal_expressions("추석인 17일에 열린다. 이날은 쉰다.", date(2024, 9, 5))[-1].iso == "2024-09-17"


@pytest.mark.parametrize(
    "text", ["2월 30일", "13월 5일", "2024년 13월", "2023년 2월 29일", "9999년 1월", "April 31, 2024"]
)
def test_a_date_the_calendar_does_not_have_is_no_expression_in_whole_or_part(text: str) -> None:
    assert find_temporal_expressions(text, ANCHOR) == ()


@pytest.mark.parametrize("anchor", [date.min, date.max])
@pytest.mark.parametrize(
    "text", ["어제", "모레", "999년 전", "999년 뒤", "다음 주", "지난겨울", "오는 2월 29일", "31일", "next year"]
)
def test_days_beyond_the_calendar_of_python_are_left_out_without_an_error(text: str, anchor: date) -> None:
    assert len(find_temporal_expressions(text, anchor)) <= 1


def test_letters_that_only_look_like_those_of_a_word_are_read_as_them_and_quoted_as_written() -> None:
    for words in ("laſt week", "3 weeKs ago", "Jan. 20 (ſat)"):
        assert only(words).text == words
    assert only("laſt week").iso == only("last week").iso


def test_the_29th_of_february_is_looked_for_in_leap_years() -> None:
    assert only("오는 2월 29일", date(2025, 3, 1)).first == date(2028, 2, 29)
    assert only("지난 2월 29일", date(2025, 3, 1)).first == date(2024, 2, 29)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "٣",
        "'1",
        "월",
        " ",
        "1.",
        "1-",
        "3~",
        "21일 ",
        "2024년 13월 ",
        "이달 ",
        "Jan ",
        "friday ",
        "the end of the ",
    ],
)
def test_a_hundred_thousand_characters_of_almost_dates_are_walked_through(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[one.start : one.end] == one.text for one in find_temporal_expressions(text, ANCHOR))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("내년 초·중·고 급식비가 오른다.", ["내년"]),
        ("내년 초·중반에 문을 연다.", ["내년"]),
        ("내년 초에 문을 연다.", ["내년 초"]),
        ("라파엘 모레이라가 첫 골을 넣었다.", []),
        ("모레 첫 골을 보러 간다.", ["모레"]),
    ],
)
def test_words_that_only_begin_like_a_time_are_none(text: str, expected: list[str]) -> None:
    assert [one.text for one in find_temporal_expressions(text, ANCHOR)] == expected

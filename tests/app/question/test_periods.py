from datetime import date, datetime

import pytest

from app.question.periods import asks_about_now, headline_agrees, names_periods, published_in, recency
from indexing.article import Article
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

Day = date | datetime | None


def periods(question: str) -> tuple[TemporalExpression, ...]:
    return find_temporal_expressions(question, None)


def article(published: Day, title: str = "소식") -> Article:
    return Article("a", "a.txt", title, "", published)


IN_2024, IN_2025 = date(2024, 8, 16), date(2025, 8, 16)


@pytest.mark.parametrize(
    ("question", "published", "text", "expected"),
    [
        # a year by its number, whatever the article's own
        ("2024년 축제는 언제였어?", IN_2025, "2024년 축제에는 3만 명이 왔다.", True),
        ("2024년 축제는 언제였어?", None, "2024 등불축제", True),
        ("When was the festival in 2024?", IN_2025, "The 2024 festival drew crowds.", True),
        ("2024년 축제는 언제였어?", IN_2024, "축제에는 3만 명이 왔다.", False),
        ("2024년 축제는 언제였어?", IN_2025, "12024명이 왔다.", False),
        ("2024년 축제는 언제였어?", IN_2025, "2023년 축제", False),
        # by the word for the year beside the article's
        ("2024년 축제는 언제였어?", IN_2025, "지난해 축제에는 3만 명이 왔다.", True),
        ("2024년 축제는 언제였어?", IN_2025, "작년보다 2만 명이 많다.", True),
        ("When was the festival in 2024?", IN_2025, "Last year 30,000 people came.", True),
        ("2024년 축제는 언제였어?", datetime(2025, 8, 16, 9), "전년 대비", True),
        ("2024년 축제는 언제였어?", date(2026, 1, 1), "지난해 축제", False),
        ("2024년 축제는 언제였어?", None, "지난해 축제", False),
        ("2026년 축제는 언제야?", IN_2025, "내년 축제는 9월에 연다.", True),
        ("When is the festival in 2026?", IN_2025, "It returns next year.", True),
        ("When is the festival in 2026?", IN_2025, "It returned last year.", False),
        ("2026년 축제는 언제야?", IN_2024, "내년 축제는 9월에 연다.", False),
        # a month by a date in it
        ("2024년 8월에 무슨 일이 있었어?", IN_2024, "지난 3일 막을 올렸다.", True),
        ("2024년 8월에 무슨 일이 있었어?", IN_2024, "오는 9월 3일 막을 올린다.", False),
        ("2024년 8월에 무슨 일이 있었어?", IN_2025, "8월 3일 막을 올렸다.", False),
        ("What happened in August 2024?", IN_2024, "It opened on August 3.", True),
        ("What happened in August 2024?", IN_2024, "It opened on 3 July.", False),
        ("What happened in August 2024?", IN_2025, "It opened on 3 August 2024.", True),
        ("2024년 8월에 무슨 일이 있었어?", IN_2025, "개막 2024.08.03", True),
        ("2024년 8월에 무슨 일이 있었어?", IN_2025, "The festival of 2024-08-03 drew crowds.", True),
        # a day by itself
        ("2024년 8월 15일에 무슨 일이 있었어?", IN_2024, "15일 광복절 행사가 열렸다.", True),
        ("2024년 8월 15일에 무슨 일이 있었어?", IN_2024, "14일 전야제가 열렸다.", False),
        ("2024년 8월 15일에 무슨 일이 있었어?", IN_2025, "Opened 15 August 2024.", True),
        ("What happened on 15 August 2024?", IN_2025, "2024-08-15 Hanbit", True),
        ("What happened on 15 August 2024?", IN_2024, "8월 15일 행사", True),
        # a period of several months by a date in any of them
        ("2024년 여름에 무슨 일이 있었어?", IN_2024, "The pool opened on 3 July.", True),
        ("2024년 3분기 매출은?", IN_2024, "매출은 9월에 크게 늘었다.", True),
        ("2024년 3분기 매출은?", IN_2024, "매출은 10월에 크게 늘었다.", False),
        # all of several periods
        ("2023년과 2024년 축제를 비교해줘", IN_2024, "2023년에는 2만 명, 2024년에는 3만 명", True),
        ("2023년과 2024년 축제를 비교해줘", IN_2025, "2024년에는 3만 명", False),
        # no period at all
        ("축제는 언제야?", None, "", True),
    ],
)
def test_an_article_names_a_period_by_number_by_word_or_by_a_date_in_it(
    question: str, published: Day, text: str, expected: bool
) -> None:
    asked = periods(question)
    assert asked or expected
    assert names_periods(asked, article(published), text) is expected


def test_the_headline_may_name_the_period() -> None:
    asked = periods("2024년 축제는 언제였어?")
    assert names_periods(asked, article(None, "2024 등불축제 결산"), "3만 명이 왔다.")
    assert not names_periods(asked, article(None, "등불축제 결산"), "3만 명이 왔다.")


@pytest.mark.parametrize(
    ("question", "published", "expected"),
    [
        ("2024년 축제는?", date(2024, 1, 1), True),
        ("2024년 축제는?", datetime(2024, 12, 31, 23, 59), True),
        ("2024년 축제는?", date(2025, 1, 1), False),
        ("the festival in August 2024", date(2024, 8, 31), True),
        ("the festival in August 2024", date(2024, 9, 1), False),
        ("2024년 8월 15일 행사는?", date(2024, 8, 15), True),
        ("2024년 8월 15일 행사는?", date(2024, 8, 16), False),
        ("2023년과 2024년 축제", date(2024, 8, 15), False),
        ("2024년 축제는?", None, False),
        ("축제는 언제야?", None, True),
    ],
)
def test_an_article_came_out_in_a_period_on_one_of_its_days(question: str, published: Day, expected: bool) -> None:
    assert published_in(periods(question), article(published)) is expected


@pytest.mark.parametrize(
    "text",
    [
        *("현재 시장은 누구야?", "지금 버스 요금은?", "요즘 뭐가 문제야?", "최근 화재는 어디서 났어?"),
        *("올해 축제는 언제야?", "다음 총회는 어디야?", "내년 예산은?", "이번 축제", "이달 행사", "앞으로 계획은?"),
        *("Who is the current mayor?", "What is currently closed?", "Who runs it now?", "What's the latest?"),
        *("When is the NEXT assembly?", "What happens this year?", "Which upcoming events are free?"),
        *("요새 시장은 누구야?", "최신 소식 알려줘", "Who runs it these days?", "Who is mayor at present?"),
        *("Who is in charge today?", "the most recent fire", "What has been done so far?"),
    ],
)
def test_a_question_with_a_word_for_the_present_or_the_next_is_about_now(text: str) -> None:
    assert asks_about_now(text)


@pytest.mark.parametrize(
    "text",
    [
        *("총회는 언제 열렸어?", "2024년 축제는 어땠어?", "지난해 축제는 언제였어?", "경제 성장률은?", "안전 점검"),
        *("When was the last assembly?", "Who knows the answer?", "What did Snow say?", "the nextdoor app"),
        *("Which currents are strong?", "thisyear", ""),
    ],
)
def test_a_question_without_such_a_word_is_not(text: str) -> None:
    assert not asks_about_now(text)


def test_days_are_as_new_as_their_place_among_the_others() -> None:
    first, second, third = date(2025, 1, 1), date(2025, 1, 2), date(2025, 9, 1)
    assert recency([third, None, first, second, third]) == {first: 0.0, second: 0.5, third: 1.0, None: 0.0}
    assert recency([first]) == {first: 0.0, None: 0.0}
    assert recency([None]) == {None: 0.0}


@pytest.mark.parametrize(
    ("question", "published", "headline", "expected"),
    [
        ("2025년 예산은 얼마야?", date(2024, 12, 16), "해담시 내년 살림 2조 4,080억원", 1),
        ("2026년 예산은 얼마야?", date(2024, 12, 16), "해담시 내년 살림 2조 4,080억원", -1),
        ("2025년 예산은 얼마야?", date(2025, 11, 11), "‘트램 640억’ 실은 2026년 예산안", -1),
        ("2023년 축제에 몇 명이 왔어?", IN_2025, "물빛축제 23일 개막", -1),
        ("2025년 축제에 몇 명이 왔어?", IN_2025, "물빛축제 23일 개막", 1),
        ("2023년 축제에 몇 명이 왔어?", None, "2022~2024년 축제 방문객", 1),
        ("What happened in August 2024?", IN_2025, "Festival opens Sept. 23, 2024", -1),
        ("2023년 축제에 몇 명이 왔어?", IN_2025, "물빛축제에 19만 8천명", 0),
        ("2023년 축제에 몇 명이 왔어?", None, "물빛축제 내년에도 연다", 0),
        ("축제에 몇 명이 왔어?", IN_2025, "물빛축제 23일 개막", 0),
        ("2023년과 2025년 가운데 언제 더 많이 왔어?", IN_2025, "물빛축제 23일 개막", 0),
    ],
)
def test_a_headline_tells_what_time_an_article_is_about(
    question: str, published: Day, headline: str, expected: float
) -> None:
    assert headline_agrees(periods(question), article(published, headline)) == expected

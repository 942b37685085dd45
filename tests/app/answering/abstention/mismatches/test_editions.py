"""An article about another edition of what is asked about is no answer."""

from datetime import date

import pytest

from app.answering.abstention.mismatches.editions import is_of_another_edition, tells_another_round
from app.question.question import QuestionAnalyser
from indexing.article import Article

FESTIVAL = "제12회 버들 등불축제가 27일 막을 내렸다. 관람객은 9만 명이다. 셔틀버스는 하루 9회 다녔다."
BUDGET = "시의회는 제2차 추가경정예산안을 의결했다. 13명이 찬성했다."
TRAM = "버들시는 트램 1호선을 2028년에 연다. 정거장은 13곳이다."
ASSEMBLY = "제22대 국회가 문을 열었다. 초선은 131명이다."
RESULTS = "버들전기의 3분기 매출은 1조8,600억 원이다. 3분기까지 누적 영업이익은 3,690억 원이다."
ENGLISH = "The 12th Willow Lantern Festival drew 90,000 people, the organisers said. Thirteen bands played."


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("제13회 버들 등불축제는 언제 열려?", FESTIVAL),
        ("9회 등불축제에는 몇 명이 왔어?", FESTIVAL),
        ("When is the thirteenth Willow Lantern Festival?", FESTIVAL),
        ("How many people came to the 9th lantern festival?", FESTIVAL),
        ("제3차 추가경정예산안은 언제 의결됐나요?", BUDGET),
        ("트램 2호선은 언제 열어?", TRAM),
        ("버들전기 4분기 영업이익은?", RESULTS),
        ("버들전기 3분기 영업이익은?", "버들전기는 2분기 영업이익이 줄어 3분기 만에 적자로 돌아섰다."),
        ("21대 국회 초선은 몇 명이야?", ASSEMBLY),
        ("When is the 13th Willow Lantern Festival?", ENGLISH),
    ],
)
def test_an_article_of_other_editions_alone_does_not_answer(
    analyser: QuestionAnalyser, question: str, body: str
) -> None:
    assert is_of_another_edition(analyser.analyse(question), article(body))


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("버들전기 3분기 영업이익은?", RESULTS),
        ("How many of the 12th festival's guests bought from 버들전기?", RESULTS),
        ("제12회 버들 등불축제는 언제 끝났어?", FESTIVAL),
        ("등불축제 셔틀버스는 하루 몇 회 다녔어?", FESTIVAL),
        ("등불축제 셔틀버스는 하루 9회 다녔어?", FESTIVAL),
        ("When did the twelfth Willow Lantern Festival end?", FESTIVAL),
        ("When was the first lantern festival?", FESTIVAL),
        ("제13회 등불축제는 언제 열려?", f"{FESTIVAL} 제13회 축제는 내년 5월에 열린다."),
        ("제13회 등불축제는 언제 열려?", f"{FESTIVAL} 내년 13회 축제는 5월에 열린다."),
        ("3차 추가경정예산안은 언제 의결됐나요?", "시의회는 추가경정예산안을 의결했다. 제7차 환경회의는 다음 달이다."),
        ("트램 1호선은 언제 열어?", TRAM),
        ("10대 청소년은 몇 명이 다쳤어?", "사고로 20대 청소년 지도사 등 3명이 다쳤다."),
        ("2회 우승한 팀은 어디야?", "제12회 대회에서 버들팀이 두 번째로 우승했다."),
        ("When was the thirteenth Willow Lantern Festival?", f"{ENGLISH} The thirteenth opens in May."),
        ("When did it rain on July 13th?", "The 12th July parade was cancelled."),
        ("How will pupils be taught until the 20th?", "The 12th pupils' parade was cancelled."),
        ("Can pupils run on the 22nd without a helmet?", "The 12th pupils' parade was cancelled."),
    ],
)
def test_the_asked_edition_or_none_may_be_meant(analyser: QuestionAnalyser, question: str, body: str) -> None:
    assert not is_of_another_edition(analyser.analyse(question), article(body))


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("2차 모집에는 몇 가구가 신청했어?", "지난 3월 1차 모집에는 438가구가 몰렸다.", True),
        ("제9회 등불축제는 언제였어?", "축제는 2019년 제8회를 끝으로 쉬었다.", True),
        ("제9회 등불축제는 언제였어?", "제8회에 이어 제9회 등불축제가 5일 열렸다.", False),
        ("3학년 급식비는 얼마야?", "1학년은 5천 원을 낸다.", True),
        ("2호선 정거장은 몇 곳이야?", "1호선 정거장은 13곳이다.", True),
        ("셋째 출산지원금은 얼마야?", "둘째 아이의 출산지원금은 700만 원이다.", True),
        ("세 번째 공연은 언제야?", "두 번째 공연은 9일 열린다.", True),
        ("둘째 출산지원금은 얼마야?", "첫째는 300만 원, 둘째는 700만 원이다.", False),
        ("셋째 출산지원금은 얼마야?", "첫째, 출산지원금을 700만 원으로 올린다.", False),
        ("셋째 일요일에도 쉬어?", "매달 첫째 일요일에 쉰다.", False),
        ("세 번째 공연은 언제야?", "축제는 이번이 두 번째다.", False),
        ("2차 모집에는 몇 가구가 신청했어?", "1·2차 모집에 900가구가 몰렸다.", False),
        ("2차 모집에는 몇 가구가 신청했어?", "1차 모집 때보다 많은 512가구가 몰렸다. 2차 결과는 곧 나온다.", False),
        ("2차 모집에는 몇 가구가 신청했어?", "512가구가 신청해 1차 때보다 많았다.", False),
        ("모집에는 몇 가구가 신청했어?", "1차 모집에는 438가구가 몰렸다.", False),
    ],
)
def test_a_sentence_about_another_round_does_not_answer(
    analyser: QuestionAnalyser, question: str, sentence: str, another: bool
) -> None:
    assert tells_another_round(analyser.analyse(question), sentence) is another


def article(body: str) -> Article:
    language = "ko" if any("가" <= character <= "힣" for character in body) else "en"
    return Article("a", "a.txt", "소식" if language == "ko" else "News", body, date(2025, 9, 1), language=language)

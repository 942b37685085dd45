"""A feast is told by its name, by holidays at large or by a date."""

from datetime import date

import pytest

from app.answering.abstention.mismatches.occasions import is_of_another_occasion
from app.question.question import QuestionAnalyser
from indexing.article import Article

PARKING = "버들시는 추석 연휴에 공영주차장을 무료로 연다."
MONDAYS = "The library is closed on Mondays."


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("설 연휴에도 공영주차장이 무료인가요?", PARKING, True),
        ("추석 연휴에도 공영주차장이 무료인가요?", PARKING, False),
        ("Is the library open on Christmas Day?", MONDAYS, True),
        ("Is the library open on Mondays?", MONDAYS, False),
        ("크리스마스에도 미술관을 여나요?", "월요일은 쉬지만 12월 25일은 문을 연다.", False),
        ("설날에도 수영장을 여나요?", "일요일과 공휴일은 쉰다.", False),
        ("설날에도 쓰레기를 거두나요?", "쓰레기는 일요일과 설·추석 당일에는 거두지 않는다.", False),
        ("설 연휴에는 주차장이 왜 무료야?", PARKING, False),
        ("길은 성탄절 전에 열리나요?", "다음 주 월요일부터 길을 막는다.", False),
        ("도서관 설립은 확정됐나요?", "추석 전에 정한다.", False),
    ],
)
def test_a_sentence_about_other_days_leaves_a_feast_open(
    analyser: QuestionAnalyser, question: str, sentence: str, another: bool
) -> None:
    article = Article("a", "a.txt", "소식", sentence, date(2025, 9, 1))
    assert is_of_another_occasion(analyser.analyse(question), article, sentence) is another


def test_another_sentence_of_the_article_may_tell_of_the_feast(analyser: QuestionAnalyser) -> None:
    article = Article("a", "a.txt", "소식", f"{PARKING} 설에도 같다.", date(2025, 9, 1))
    assert not is_of_another_occasion(analyser.analyse("설날에도 공영주차장이 무료인가요?"), article, PARKING)

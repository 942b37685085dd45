"""Questions of yes or no, and those that only look like one."""

import pytest

from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "점심을 줄일 건가요?",
            "외국인도 신청 가능한가요",
            "대여 기간도 짧아져?",
            "요금이 오른대?",
            "시장은 물러난대?",
            "길이 끊겼대요?",
            "마스크 써야 돼?",
        ),
        *("유치원은 남는 거예요?", "급식이 중단됐음?", "시장이 사퇴한다고?", "외국인도 가능해?", "시장은 물러났는가?"),
        *("정전은 더위 때문이었나요?", "화재 원인이 담배꽁초야?", "정전이 낡은 전선 탓인가요?"),
        *("When fares rise in 2026, will children pay more?", "After the fire, did the school close?"),
        *("If I was born in 2000, can I apply?", "Isn't the pool open?", "Must I bring a card?", "So is it over?"),
        *("On Sundays, is it open?", "May I park there?"),
    ],
)
def test_it_wants_a_yes_or_a_no(analyser: QuestionAnalyser, text: str) -> None:
    assert analyser.analyse(text).kinds == ("yes_no",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(
            ("화재 원인이 밝혀졌나요?", "why"),
            ("버스가 늦은 원인이야?", "why"),
            ("태풍 피해?", "what"),
            ("올해?", "what"),
            ("주민 반대?", "what"),
        ),
        *(("담당 분야?", "what"), ("도서관이 궁금해요", "what"), ("어디인가요?", "where"), ("범인은 누구야?", "who")),
        *(("When fares rise, how much will adults pay?", "how_many"), ("When is the fair?", "when")),
        *(("When the tunnel closed, where did cars go?", "where"), ("When exactly, in May, is it?", "when")),
        *(("In which year, if any, did it open?", "when"), ("After the fire, why did the school close?", "why")),
    ],
)
def test_it_wants_something_else(analyser: QuestionAnalyser, text: str, kind: str) -> None:
    assert analyser.analyse(text).kinds[0] == kind


def test_a_long_text_without_a_comma_is_read_at_once(analyser: QuestionAnalyser) -> None:
    assert analyser.analyse("when " + "a, b " * 20_000).kinds == ("when",)

"""Of a report on an appeal the judgement of the court that is asked for."""

import pytest

from app.answering.close_reading.values.court_instances import is_of_another_court, of_court_asked_for
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext, Span
from app.question.question import Question

QUASHED = "버들고법 형사1부는 항소심에서 징역 9년을 선고한 원심을 파기하고 징역 6년을 선고했다."
REDUCED = "2심 재판부는 1심에서 징역 9년을 선고받은 피고인에게 징역 6년을 선고했다."
LIGHTER = "항소심 재판부는 1심(징역 9년)보다 가벼운 징역 6년을 선고했다."
BOTH = "1심은 징역 9년을 선고했지만 2심은 징역 6년으로 낮췄다."
UPHELD = "대법원은 징역 6년을 선고한 원심을 확정했다."


def terms(sentence: str) -> list[Span]:
    return find_quantities(SentenceContext(sentence, Question("몇 년이야?", "ko", ("how_many",), ()), ()))


@pytest.mark.parametrize("sentence", [QUASHED, REDUCED, LIGHTER, BOTH])
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2심에서 몇 년 받았어?", "6년"),
        ("항소심 형량은?", "6년"),
        ("What sentence did the appeals court give?", "6년"),
        ("1심에서는 몇 년을 선고했어?", "9년"),
        ("What did the first-instance court decide?", "9년"),
    ],
)
def test_the_judgement_of_the_court_that_is_asked_for_answers(sentence: str, question: str, expected: str) -> None:
    spans = terms(sentence)
    assert {of_court_asked_for(question, sentence, spans, span).text for span in spans} == {expected}
    assert [span.text for span in spans if not is_of_another_court(question, "", sentence, span)] == [expected]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("몇 년을 받았어?", QUASHED),
        ("1심과 2심 형량은 각각 몇 년이야?", QUASHED),
        ("2심에서 몇 년 받았어?", UPHELD.replace("대법원은", "재판부는")),
        ("대법원이 확정한 형량은?", UPHELD),
        ("2심은 피해자를 몇 명으로 봤어?", "1심은 피해자를 21명으로 봤다."),
    ],
)
def test_without_one_court_asked_for_or_told_every_judgement_may_answer(question: str, sentence: str) -> None:
    spans = terms(sentence)
    assert [of_court_asked_for(question, sentence, spans, span) for span in spans] == spans
    assert not any(is_of_another_court(question, "", sentence, span) for span in spans)


@pytest.mark.parametrize(
    ("title", "is_other"), [("선장 1심 징역 9년", True), ("1심 징역 9년 선장, 2심은?", False), ("선장 징역", False)]
)
def test_the_title_tells_the_court_where_the_sentence_does_not(title: str, is_other: bool) -> None:
    (span,) = terms("선장에게 징역 9년을 선고했다.")
    assert is_of_another_court("2심에서 몇 년 받았어?", title, "선장에게 징역 9년을 선고했다.", span) is is_other

from datetime import date

from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.surroundings import with_surroundings

TEXT = "다리가 지난달 무너졌다. 두 명이 다쳤다. 시는 다리를 다시 짓는다. 공사는 이듬해 끝난다. 값은 90억 원이다."


def _answer(quote: str, text: str = TEXT) -> Answer:
    passage = RetrievedPassage(
        "p", "a", "a.txt", "다리", "한빛일보", date(2025, 5, 2), None, text, 7, 7 + len(text), 1.0
    )
    start = 7 + text.index(quote)
    citation = Citation(1, passage, quote, start, start + len(quote))
    return Answer("q", "ko", f"“{quote}” [1]", answered=True, citations=(citation,), alternatives=(citation,))


def test_what_follows_is_told_first() -> None:
    answer = with_surroundings(_answer("다리가 지난달 무너졌다."))
    assert [one.quote for one in answer.citations[1:]] == [
        "두 명이 다쳤다.",
        "시는 다리를 다시 짓는다.",
        "공사는 이듬해 끝난다.",
    ]
    assert [one.marker for one in answer.citations] == [1, 2, 3, 4]
    assert answer.text.endswith("“공사는 이듬해 끝난다.” [4]")
    assert answer.alternatives == ()


def test_at_the_end_what_went_before_is_told_in_its_order() -> None:
    answer = with_surroundings(_answer("공사는 이듬해 끝난다."))
    quotes = [one.quote for one in answer.citations[1:]]
    assert quotes == ["두 명이 다쳤다.", "시는 다리를 다시 짓는다.", "값은 90억 원이다."]
    for one in answer.citations:
        assert TEXT[one.start - 7 : one.end - 7] == one.quote


def test_dates_of_what_is_added_are_read() -> None:
    answer = with_surroundings(_answer("두 명이 다쳤다.", "다리가 지난달 무너졌다. 두 명이 다쳤다."))
    (added,) = answer.citations[1:]
    assert [(reading.text, reading.value) for reading in added.readings] == [("지난달", "2025-04")]


def test_a_refusal_stays_as_it_is() -> None:
    refusal = Answer("q", "ko", "없습니다.")
    assert with_surroundings(refusal) is refusal

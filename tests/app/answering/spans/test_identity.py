"""Who somebody is: a name is asked about, and no other name answers."""

import pytest

from app.answering.spans.identity import is_another_name, whose_identity


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is Jordi de la Vega?", "Jordi de la Vega"),
        ("Who's Han Do-gyeom", "Han Do-gyeom"),
        ("구하람이 누구야?", "구하람"),
        ("조르디 바쿼는 누구인가요?", "조르디 바쿼"),
        ("Who is the mayor?", ""),
        ("Who is Foreign Minister?", ""),
        ("Who is Han Do-gyeom's deputy?", ""),
        ("서울시장은 누구야?", ""),
        ("이번 대회 우승자는 누구야?", ""),
        ("구하람은 누구를 만났어?", ""),
    ],
)
def test_a_question_for_who_somebody_is_gives_a_name_and_nothing_else(question: str, name: str) -> None:
    assert whose_identity(question) == name


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Who is Han Do-gyeom?", "Rui Valado", True),
        ("구하람은 누구야?", "Rui Valado", True),
        ("Who is Han Do-gyeom?", "Han Do-gyeom", False),
        ("Who is Han Do-gyeom?", "Chief Executive", False),
        ("Who is the mayor?", "Rui Valado", False),
        ("파란 모자는 누구야?", "Rui Valado", False),
    ],
)
def test_another_name_tells_not_who_somebody_is(question: str, text: str, another: bool) -> None:
    assert is_another_name(question, text) is another

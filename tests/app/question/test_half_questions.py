import time

import pytest

from app.question.half_questions import in_place_of_all, in_place_of_its_like, names_a_thing
from app.question.question import QuestionAnalyser


@pytest.mark.parametrize(
    "question",
    [
        *(
            "도서관은?",
            "그럼 도서관은요?",
            "아니 그거 말고 새 도서관",
            "도서관 말이야",
            "부산 말고 인천은?",
            "한바다는?",
        ),
        *("What about Incheon?", "and the library?", "No, I mean the film festival", "in Jeju?"),
    ],
)
def test_half_a_question_names_a_thing(analyser: QuestionAnalyser, question: str) -> None:
    assert names_a_thing(analyser.analyse(question))


@pytest.mark.parametrize(
    "question",
    [
        *(
            "도서관은 언제 열어?",
            "입장료는?",
            "작년에는?",
            "2024년은?",
            "왜?",
            "비 오면?",
            "그건?",
            "도서관이 문을 닫아?",
        ),
        *(
            "What about it?",
            "and the other one?",
            "why?",
            "And in 2019?",
            "Is the library open?",
            "what about tickets?",
        ),
    ],
)
def test_a_whole_question_a_time_and_a_mere_property_are_no_such_half(
    analyser: QuestionAnalyser, question: str
) -> None:
    assert not names_a_thing(analyser.analyse(question))


@pytest.mark.parametrize(
    ("question", "before", "moved"),
    [
        ("인천은?", "부산에 올해 유람선 몇 척 왔어?", "인천에 올해 유람선 몇 척 왔어?"),
        ("부산 말고 인천은?", "부산은 요금이 얼마야?", "인천은 요금이 얼마야?"),
        ("What about Incheon?", "How many ships came to Busan?", "How many ships came to Incheon?"),
        ("And the film festival?", "When is the music festival?", "When is the film festival?"),
        ("그럼 배꽃축제는?", "물빛시 단풍축제 입장료 얼마야?", "배꽃축제 입장료 얼마야?"),
        ("도서관은?", "체육관은 언제 완공이야?", "도서관은 언제 완공이야?"),
        ("해담시는?", "물빛시 인구가 몇 명이야?", "해담시 인구가 몇 명이야?"),
        ("윤가람은?", "한바다 시장은 몇 살이야?", "윤가람은 몇 살이야?"),
        ("대회는?", "부산에 올해 유람선 몇 척 왔어?", None),
        ("관람객은?", "단풍축제는 언제 열려?", None),
    ],
)
def test_a_thing_in_the_place_of_one_of_its_sort(
    analyser: QuestionAnalyser, question: str, before: str, moved: str | None
) -> None:
    assert in_place_of_its_like(analyser.analyse(question), analyser.analyse(before)) == moved


@pytest.mark.parametrize(
    ("question", "before", "moved"),
    [
        ("도서관은?", "총회는 언제 열려?", "도서관은 언제 열려?"),
        ("총회는?", "도서관을 누가 지어?", "총회를 누가 지어?"),
        ("대회는?", "부산에 올해 유람선 몇 척 왔어?", None),
        ("The library?", "When does the assembly open?", "When does the library open?"),
    ],
)
def test_a_thing_in_the_place_of_all_that_stands_together(
    analyser: QuestionAnalyser, question: str, before: str, moved: str | None
) -> None:
    assert in_place_of_all(analyser.analyse(question), analyser.analyse(before)) == moved


def test_hostile_halves_are_read_in_no_time(analyser: QuestionAnalyser) -> None:
    started = time.perf_counter()
    before = analyser.analyse("the " * 200 + "library 도서관" + " 도서관" * 60)
    for text in ("아니 " * 300 + "도서관은?", "what about " * 90, "도 서 " * 200 + "은?", "the a " * 160 + "library?"):
        question = analyser.analyse(text)
        in_place_of_its_like(question, before)
        in_place_of_all(question, before)
    assert time.perf_counter() - started < 1

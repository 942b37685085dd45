import pytest

from app.question.carried_topic import with_topic
from app.question.follow_up import (
    asks_by_itself,
    hardly_begins,
    leans,
    may_lean,
    may_stand_alone,
    person_in,
    points_to_somebody,
    points_to_what_was_said,
    shares_a_thing,
    without_interrogatives,
)
from app.question.question import QuestionAnalyser


@pytest.mark.parametrize(
    "question",
    [
        *(
            "그는 어느 대학을 나왔어?",
            "그가 뭐라고 말했어?",
            "그의 나이는?",
            "그녀는 무슨 상을 받았어?",
            "그에게 얼마를 줬어?",
        ),
        *("2심에서는?", "S석은?", "2차는?", "3등은요?", "일주일 전에는?", "3년 전에는?", "어제는?", "a week ago?"),
        *("How many babies were born there last year?", "How many people moved there?"),
        *("작년 우승자는?", "올해 목표는요?", "돈은 얼마나 드는데?", "누가 그걸 비판했어?", "거긴 몇 층이야?"),
        *("주차장 요금은 얼마야?", "작년 매출은?", "학생은 몇 명 남았어?"),
        *("비가 오면 어떻게 돼?", "눈 와도 해?"),
    ],
)
def test_what_says_too_little_by_itself_leans(analyser: QuestionAnalyser, question: str) -> None:
    understood = analyser.analyse(question)
    assert leans(understood)


@pytest.mark.parametrize(
    "question",
    [
        *("비가 오면 문을 닫는 해담 수영장은 어디야?", "비는 해담에 언제 그쳤어?"),
        *("그대로 두기로 한 다리는 몇 곳이야?", "그늘막 설치 공사는 언제 끝나?", "2호선 연장 공사는 언제 끝나?"),
        *("Are there any beaches in Haedam open in May?", "When there is fog, do the Haedam ferries sail?"),
    ],
)
def test_what_merely_looks_like_it_does_not(analyser: QuestionAnalyser, question: str) -> None:
    assert not leans(analyser.analyse(question))


@pytest.mark.parametrize(
    "question",
    [
        *("의사는 몇 명이야?", "교장은 누구야?", "피해액은 얼마래?", "How many nurses are there?"),
        *("주차는 어디에 해?", "화장실은 몇 군데야?", "Are there shuttle buses?", "Is there parking?"),
    ],
)
def test_staff_heads_and_sums_are_of_what_was_spoken_of(analyser: QuestionAnalyser, question: str) -> None:
    understood = analyser.analyse(question)
    assert leans(understood)
    assert not may_stand_alone(understood)


def test_a_whole_question_about_something_else_may_stand_alone(analyser: QuestionAnalyser) -> None:
    for question in (
        "도서관은 언제 문을 열어?",
        "근데 버들동 도서관은 언제 열어?",
        "And who is Ellen Marsh of Hanbit?",
    ):
        assert may_stand_alone(analyser.analyse(question))
    for question in ("누가 반대해?", "왜 취소됐어?", "그럼 도서관은 언제 열어?", "And who was first among the women?"):
        assert not may_stand_alone(analyser.analyse(question))


@pytest.mark.parametrize(
    ("question", "hardly"),
    [
        *(("소방관은 몇 명 갔어?", True), ("기념 셔츠도 줬어?", True), ("밤에 여는 약국은 어디야?", False)),
        *(("거북섬 해수욕장은 언제 열어?", False), ("강원도 산불은 언제 꺼졌어?", False)),
    ],
)
def test_what_hardly_begins_a_topic(analyser: QuestionAnalyser, question: str, hardly: bool) -> None:
    assert hardly_begins(analyser.analyse(question)) is hardly


@pytest.mark.parametrize(
    "question", ["회사 대표는?", "투표 함은 어디에 있어?", "시민 성금은 얼마였어?", "검찰은 몇 년을 구형했어?"]
)
def test_what_names_nothing_by_its_own_name_may_go_on(analyser: QuestionAnalyser, question: str) -> None:
    assert may_lean(analyser.analyse(question))


def test_what_repeats_a_word_of_the_topic_needs_no_more_of_it(analyser: QuestionAnalyser) -> None:
    earlier = analyser.analyse("물빛시 소방서는 언제 문을 열어?")
    assert shares_a_thing(analyser.analyse("물빛시 도서관 터는 어디야?"), earlier)
    assert not shares_a_thing(analyser.analyse("장애인 시설은 어디야?"), earlier)
    assert not shares_a_thing(analyser.analyse("소방서 면적은 얼마야?"), earlier)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("새 청사는 몇 층이야?", "새 청사는"),
        ("가람초는 언제 문을 닫아?", "가람초는 문을 닫아"),
        ("시장은 누구야? 한바다", "시장은 한바다"),
        ("총회에는 몇 명이나 와?", "총회에는 와"),
        ("How many midwives work at the hospital?", "midwives work at the hospital"),
        ("Why did the ferry turn back?", "did the ferry turn back"),
    ],
)
def test_a_question_without_what_it_asks_for(question: str, left: str) -> None:
    assert without_interrogatives(question) == left


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("반대는?", False),
        ("what about the river?", False),
        ("어디에 지어?", True),
        ("첫 작품은 뭐야?", True),
        ("why?", True),
    ],
)
def test_half_a_question_does_not_say_what_it_asks_for(analyser: QuestionAnalyser, question: str, asks: bool) -> None:
    assert asks_by_itself(analyser.analyse(question)) is asks


@pytest.mark.parametrize(
    ("question", "before", "asks"),
    [
        ("그럼 준공은?", "새 청사 설계는 누가 했어?", True),
        ("간호사는?", "의사는 몇 명이야?", False),
        ("수영장은?", "도서관은 언제 열어?", False),
        ("what about tickets?", "Who directed the play?", True),
        ("what about tickets?", "How much is the parking?", False),
    ],
)
def test_what_every_house_has_is_not_asked_for_as_the_question_before_asked(
    analyser: QuestionAnalyser, question: str, before: str, asks: bool
) -> None:
    joined = with_topic(analyser.analyse(question), analyser.analyse(before))
    assert asks_by_itself(joined) is asks


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("한바다\n\n한빛일보: “한바다 교장은 …” [1]", "한바다"),
        ("교장 한바다씨", "교장 한바다씨"),
        ("Han Bada (한바다)\n\n…", "Han Bada (한바다)"),
        ("2025년 3월\n\n…", ""),
        ("이 아카이브에는 그 질문의 답이 없습니다. 2024년부터 나온 기사입니다.", ""),
        ("", ""),
    ],
)
def test_an_answer_that_is_a_name(answer: str, name: str) -> None:
    assert person_in(answer) == name


@pytest.mark.parametrize(
    ("question", "points"),
    [
        *(
            ("그 사람은 지금 뭐 해?", True),
            ("그분은 몇 살이야?", True),
            ("How old is she?", True),
            ("지금 뭐 해?", True),
            ("몇 살이야?", True),
            ("고향은?", True),
            ("책의 나이는?", False),
        ),
        *(("이 분야는 어디가 앞서?", False), ("장소는 어디야?", False), ("Where is the venue?", False)),
    ],
)
def test_somebody_whom_only_the_answer_named(analyser: QuestionAnalyser, question: str, points: bool) -> None:
    assert points_to_somebody(analyser.analyse(question)) is points


@pytest.mark.parametrize(
    ("question", "points"),
    [
        *(("왜?", True), ("why?", True), ("누가 그래?", True), ("Who said that?", True), ("그럼 지금은?", True)),
        *(("나중에는?", True), ("왜 늦어져?", False), ("누가 와?", False), ("지금은 누가 해?", False)),
    ],
)
def test_what_is_asked_of_the_last_answer(analyser: QuestionAnalyser, question: str, points: bool) -> None:
    assert points_to_what_was_said(analyser.analyse(question)) is points

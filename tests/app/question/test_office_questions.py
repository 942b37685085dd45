import pytest

from app.question.office_questions import OfficeQuestions
from app.question.question import QuestionAnalyser
from indexing.language.people import People


@pytest.fixture(scope="module")
def questions() -> OfficeQuestions:
    return OfficeQuestions(People.load())


@pytest.mark.parametrize(
    "text",
    [
        *("부시장은 누구야?", "해담시 부시장은 누구인가요?", "부산 시장이 누구지", "국무총리는 누구예요?"),
        *("해담항구박물관 관장은 누구입니까?", "해담시의 교육감은 누구야", "솔내시장은 누구야?"),
        *("부시장이 누구로 바뀌었어?", "해담시 부시장은 지금 누가 맡고 있나요?", "해담시의회 의장이 누구임?"),
        *("Who is the deputy mayor?", "Who is the secretary general of Metropolis?", "who's the mayor of Haedam"),
        *("Who is South Korea's president?", "Who is the director of the harbour museum?"),
    ],
)
def test_a_question_in_the_present_tense_for_an_office_means_its_holder(questions: OfficeQuestions, text: str) -> None:
    assert questions.asks_for_holder(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "부시장은 누구였어?",
            "전임 시장은 누구야?",
            "초대 관장은 누구야?",
            "전 시장은 누구야?",
            "역대 시장은 누구야?",
        ),
        *("개관을 알린 관장은 누구야?", "총회에 참석한 시장은 누구야?", "물러난 관장은 누구야?", "시장 후보는 누구야?"),
        *("우승자는 누구로 바뀌었어?", "시장이 누구로 보이나요?", "시장을 누가 맡았었어?"),
        *("우승자는 누구야?", "소설을 쓴 작가는 누구야?", "득점한 선수는 누구야?", "구조된 선원은 누구야?"),
        *("시장을 만난 사람은 누구야?", "시장은 누구를 만났어?", "시장은 어디야?", "제3대 관장은 누구야?"),
        *("Who was the mayor?", "Who is the former mayor?", "Who was the first director?", "Who is the winner?"),
        *("Who is the director who left in June?", "Who is the mayor meeting?", "Who is the candidate for mayor?"),
        *("Who is the poet?", "", "부시장은 누구야? " * 50, "who is " * 60 + "mayor"),
    ],
)
def test_who_held_it_before_or_did_something_is_another_question(questions: OfficeQuestions, text: str) -> None:
    assert not questions.asks_for_holder(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("부시장은 누구야?", True),
        ("알려줘, 부시장은 누구야?", True),
        ("Tell me who is the mayor.", True),
        ("2024년 부시장은 누구야?", False),
        ("Who is the mayor?", True),
        ("Who is the mayor in 2024?", False),
        ("Who was the mayor?", False),
    ],
)
def test_such_a_question_without_another_time_is_for_the_holder_of_now(
    analyser: QuestionAnalyser, text: str, expected: bool
) -> None:
    assert analyser.analyse(text).for_holder is expected

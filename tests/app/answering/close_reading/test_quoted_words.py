import pytest

from app.answering.close_reading.quoted_words import as_quoted, asks_for_words, is_among_words
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People

ANALYSER = QuestionAnalyser(Glossary.load(), People.load())
TALKS = '민 국장은 "대화의 문은 열려 있다. 마지막까지 설득하겠다"고 말했다.'
TWO = '공 총장은 "대학의 주인은 학생"이라며 "앞으로 3년간 등록금을 올리지 않겠다"고 했다.'
ANSWER = '"' + "버스를 늘리는 데는 돈이 든다. " * 12 + '그래도 막차는 늦추겠다."'


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("시장은 예산에 대해 뭐라고 했어?", True),
        ("병원은 폭로에 뭐라고 반박했나요?", True),
        ("감독은 선수들에게 뭐라고 소감을 말했나?", True),
        ("부시장은 리조트를 어떻게 평가했나?", True),
        ("What did the union say about pay?", True),
        ("How did the mayor respond?", True),
        ("행사는 어떻게 신청해?", False),
        ("이 섬은 뭐라고 불러?", False),
        ("What did the mayor promise?", False),
    ],
)
def test_it_is_told_whether_what_somebody_said_is_asked_for(question: str, asks: bool) -> None:
    assert asks_for_words(question) is asks


@pytest.mark.parametrize(
    ("question", "kind", "sentence", "marked", "expected"),
    [
        ("민 국장은 뭐라고 했어?", "what", TALKS, "대화의 문은", "대화의 문은 열려 있다. 마지막까지 설득하겠다"),
        ("민 국장은 뭘 약속했어?", "what", TALKS, "마지막까지 설득", "마지막까지 설득"),
        ("민 국장은 뭐라고 했어?", "what", ANSWER, "막차는", "그래도 막차는 늦추겠다."),
        ("총장은 등록금에 대해 뭐라고 했어?", "what", TWO, "대학의 주인", "앞으로 3년간 등록금을 올리지 않겠다"),
        ("What did he say about school fees?", "what", TWO, "학생", "앞으로 3년간 등록금을 올리지 않겠다"),
        ("총장은 뭐라고 했어?", "what", TWO, "대학의 주인", "대학의 주인은 학생"),
        (
            "총장은 논문에 대해 뭐라고 했어?",
            "what",
            '공 총장은 논문 조작에 대해 "학교를 대표해 사과드린다"고 했다.',
            "논문 조작",
            "학교를 대표해 사과드린다",
        ),
        (
            "위원장은 뭐라고 호소했어?",
            "what",
            '나 위원장은 "시민의 발을 묶지 말라"며 파업을 늦춰 달라고 호소했다.',
            '묶지 말라"며 파업을 늦춰 달라',
            '"시민의 발을 묶지 말라"며 파업을 늦춰 달라',
        ),
        (
            "왜 이제야 알렸어?",
            "why",
            '그는 "환자가 숨졌다는 소식을 늦게 들었다"고 답했다.',
            "환자가 숨졌다",
            "환자가 숨졌다는 소식을 늦게 들었다",
        ),
        ("왜 반대해?", "why", '그는 "우물이 말랐다. 물이 없다"며 반대했다.', "우물이 말랐다", "우물이 말랐다"),
        ("단장은 뭐라고 했어?", "what", "표 단장은 거취를 묻자 답하지 않았다.", "거취", "답하지 않았다"),
        ("시장은 뭐라고 했어?", "what", "시장은 휴가 중이어서 입장을 내지 않았다.", "휴가", "입장을 내지 않았다"),
        ("What did she say?", "what", "She declined to comment on it.", "it", "declined to comment on it"),
        (
            "시장은 뭐라고 했어?",
            "what",
            "시장은 다리를 다시 놓겠다고 했다.",
            "다리를 다시 놓겠다",
            "다리를 다시 놓겠다",
        ),
    ],
)
def test_a_quotation_is_told_whole(question: str, kind: str, sentence: str, marked: str, expected: str) -> None:
    start = sentence.index(marked)
    begin, end = as_quoted(ANALYSER.analyse(question), kind, sentence, start, start + len(marked))
    assert sentence[begin:end] == expected


@pytest.mark.parametrize(
    ("question", "marked", "among"),
    [
        ("누가 문이 열려 있다고 했어?", "대화의 문", True),
        ("Who said the door is open?", "대화의 문", True),
        ("누가 문이 열려 있다고 했어?", "민 국장", False),
        ("누가 문을 열었어?", "대화의 문", False),
        ("문이 열려 있다고 뭐라고 했어?", "대화의 문", False),
    ],
)
def test_nobody_who_speaks_is_named_in_their_own_words(question: str, marked: str, among: bool) -> None:
    start = TALKS.index(marked)
    assert is_among_words(ANALYSER.analyse(question), TALKS, start, start + len(marked)) is among

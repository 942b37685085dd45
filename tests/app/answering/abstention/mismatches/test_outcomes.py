"""Who won and whether it passed are not told by a plan."""

import pytest

from app.answering.abstention.mismatches.outcomes import leaves_outcome_open
from app.question.question import QuestionAnalyser

VOTE = "조례안은 다음 달 12일 본회의에서 표결에 부쳐진다."
RACE = "버들당 한가람(52) 후보와 솔내당 오누리(47) 후보가 맞붙는다."
HOPED = "주최 측은 관람객 8만 명을 기대한다."
ENGLISH = "The council will vote on the ordinance on 12 May."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("조례안은 통과됐어?", VOTE),
        ("조례안 표결 결과는?", VOTE),
        (
            "조례안은 통과됐어?",
            "버들시는 조례안을 16일 시의회에 냈고, 본회의는 다음 달이다. 의결은 12일로 예정돼 있다.",
        ),
        ("한가람 씨는 총장에 임명됐나요?", "총장은 대통령이 임명하며 임기는 4년이다."),
        ("버들시장 선거에서 누가 이겼어?", RACE),
        ("그래서 누가 됐어?", "여론조사에서는 한 후보가 38.4%, 오 후보가 35.9%를 얻었다."),
        ("그래서 누가 됐어?", "선거운동이 20일 시작됐다."),
        ("Who won the mayoral election?", RACE),
        ("위원장에는 누가 당선됐어?", "위원장 후보로는 한가람 의원이 거론된다."),
        ("시는 노조와 뭐라고 합의했어?", '시는 "다음 달 안에 노조와 만나겠다"고 밝혔다.'),
        ("축제에는 몇 명이 왔어?", HOPED),
        ("How many people visited the festival?", HOPED),
        ("Did the council pass the ordinance?", ENGLISH),
        ("Was the ordinance approved?", ENGLISH),
    ],
)
def test_a_plan_tells_no_outcome(analyser: QuestionAnalyser, question: str, sentence: str) -> None:
    assert leaves_outcome_open(analyser.analyse(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("조례안은 통과됐어?", "시의회는 12일 조례안을 찬성 14표, 반대 7표로 통과시켰다."),
        ("조례안은 통과됐어?", "조례안은 본회의 문턱을 넘지 못했다."),
        ("조례안 표결 결과는?", "의원들은 예정보다 하루 늦게 조례안을 의결했다."),
        ("조례안은 언제 통과돼?", VOTE),
        ("조례안은 언제 의결됐어?", VOTE),
        ("누가 후보로 확정됐어?", RACE),
        ("버들시장 선거에서 누가 이겼어?", "한가람 후보가 2위를 4천 표 차로 눌렀다."),
        ("버들시장에 누가 당선됐어?", "한가람 후보가 새 시장이 됐다."),
        ("예산은 얼마로 확정됐어?", "예산은 1조 원이다."),
        ("대회에서 누가 우승했어?", "대회 우승자 한가람 씨는 상금 500만 원을 받는다."),
        ("축제에는 몇 명이 왔어?", "목표보다 2만 명 많은 10만 명이 다녀갔다."),
        ("축제에는 몇 명이 올 것으로 예상됐어?", HOPED),
        ("축제에는 몇 명이 와?", HOPED),
        ("Did the council pass the ordinance?", "The council approved the ordinance, which will take effect in May."),
        ("Who will run for mayor?", RACE),
        ("대상은 누가 받아 우승했어?", "대상은 얼음장수의 하루를 적은 한가람 씨가 받았습니다."),
        ("Who won the acting prize?", "배우상은 오누리에게 돌아갔다."),
        ("Who won the literary prize?", "재단은 수상자로 소설가 한여름을 선정했다고 밝혔다."),
        ("소송은 누가 이겼어?", "법원이 세입자의 손을 들어 줬다."),
        ("Who won the race?", "한가람이 2시간 13분으로 3연패했다."),
        ("조례안은 통과됐어?", "조례안은 석 달째 상임위에 머물러 있다."),
        ("시는 노조와 뭐라고 합의했어?", '양쪽은 사람을 더 뽑기로 뜻을 모으고 "곧 다시 만나겠다"고 밝혔다.'),
        ("법이 통과됐어?", "법안은 아직 다루지 않았다."),
        ("뽑힌 팀을 이끄는 사람은 누구야?", "대표는 한가람 군이다."),
        ("Who won over the village?", "이장 한가람 씨가 찬성표를 모았다."),
        ("축제에는 몇 명이 왔어?", "열흘간 5만 명이 찾아 목표 4만 명을 넘겼다."),
        ("축제에는 몇 명이 왔어?", "첫 주말 손님은 8만 명으로 예상의 3분의 1이었다."),
        ("How many entries came from abroad?", "50편을 예상한 공모에 412편이 들어왔고 29편은 외국에서 보냈다."),
    ],
)
def test_an_outcome_and_a_plan_that_is_asked_for_are_told(
    analyser: QuestionAnalyser, question: str, sentence: str
) -> None:
    assert not leaves_outcome_open(analyser.analyse(question), sentence)

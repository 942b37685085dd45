"""An attribute is told beside words of its own."""

from datetime import date

import pytest

from app.answering.abstention.mismatches.attributes import Attributes, is_of_another_rate
from app.question.question import QuestionAnalyser
from indexing.article import Article

CONDUCTOR = "지휘자 한가람(52) 씨가 버들악단을 맡았다. 악단의 한 해 예산은 68억 원이다. 단원은 74명이다."
CLINIC = "버들의원이 지난 1일부터 밤 11시까지 문을 연다. 시는 운영비로 연 3억 원을 준다."
COMPANY = "버들정밀은 1988년 직원 12명의 부품 공장으로 출발했다. 1250억 원을 들여 새 공장을 짓는다."
POOL = "수영장이 5월 2일 문을 연다. 어른은 4,000원, 청소년은 3,000원이다. 65세 이상은 절반을 깎아 준다."


@pytest.fixture(scope="module")
def attributes() -> Attributes:
    return Attributes.load()


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("한가람 지휘자의 연봉은 얼마야?", CONDUCTOR),
        ("What is the conductor's salary?", CONDUCTOR),
        ("한가람 지휘자 고향이 어디야?", CONDUCTOR),
        ("버들의원 진료비는 얼마예요?", CLINIC),
        ("버들의원 전화번호 알려줘", CLINIC),
        ("버들의원은 언제 설립됐어?", CLINIC),
        ("버들정밀 주가는 얼마야?", COMPANY),
        ("버들정밀 창업자는 누구야?", COMPANY),
        ("버들정밀 주가는?", COMPANY),
        ("한가람 지휘자는 어디서 태어났어?", CONDUCTOR),
        ("Who founded Beodeul Precision?", COMPANY),
        ("새 공장 시공사는 어디야?", COMPANY),
        ("선거에 몇 명이 투표했어?", "유권자는 13만 명이다. 대학은 신입생 2148명을 뽑았다."),
        ("외국인도 수영장 할인을 받을 수 있나요?", POOL),
        ("Can foreigners get the discount?", POOL),
        ("수영장에 주차할 수 있나요?", POOL),
        ("수영장까지 셔틀버스가 다니나요?", POOL),
        ("수영장 입장료는 얼마예요?", "수영장이 5월 2일 문을 연다. 물은 27도이다."),
        ("수영장 공사비는 얼마야?", "수영장이 5월 2일 문을 연다. 레인은 6개다."),
        ("강습을 취소하면 환불되나요?", "강습은 5월 2일 시작한다. 강사는 4명이다."),
        ("How old is the conductor?", "The conductor will lead 74 players on Sunday."),
        ("수영장 깊이는 얼마야?", POOL),
        ("수영장 면적은?", "수영장이 5월 2일 문을 연다. 레인은 6개다."),
        ("수영장에 통역이 있나요?", POOL),
        ("강습을 온라인으로 신청할 수 있나요?", "강습은 5월 2일 시작한다. 강사는 4명이다."),
        ("버들정밀의 매출은 얼마야?", "버들정밀은 1988년 출발했다."),
        ("버들정밀 직원은 몇 명이야?", "버들정밀은 새 공장을 짓는다."),
        ("다리 길이는 얼마야?", "다리는 5월에 문을 연다."),
        ("What is the population of the island?", "The island has a lighthouse."),
        ("우승 상금은 얼마야?", "대회는 9일 열린다. 선수 120명이 나온다."),
        ("공원에서 담배를 피우면 과태료가 얼마야?", "공원은 밤 10시에 닫는다. 안내판 14개를 세웠다."),
        ("축제는 내년에도 강변에서 해?", "축제가 강변에서 열렸다. 관람객은 3만 명이었다."),
        ("지진으로 사망한 사람은 몇 명이야?", "지진으로 7명이 다쳤다."),
        ("How many people died in the quake?", "지진으로 7명이 다쳤다."),
        ("불로 몇 명이 다쳤어?", "불은 2시간 만에 꺼졌다. 소방관 80명이 나왔다."),
        ("독감에 걸린 사람은 몇 명이야?", "독감을 막으려고 군은 공무원 180명을 보냈다."),
        ("원/유로 환율은?", "원/엔 환율은 100엔당 921원이다."),
        ("What was the euro exchange rate?", "원·달러 환율은 1,386원에 마감했다."),
        ("한나래의 이적료는 얼마야?", "한나래의 연봉은 140만유로다."),
        ("버들시 빚은 모두 얼마야?", "버들시는 315억 원 규모의 추경안을 냈다."),
        ("How much debt does the city have?", "버들시는 315억 원 규모의 추경안을 냈다."),
        ("한나래 생일은 언제야?", "한나래는 다음 달 8일 개막전에 나온다."),
        ("한가람 지휘자는 어느 대학을 나왔어?", "한가람 씨가 악단을 맡았다."),
        ("한가람 후보는 어느 당이야?", "한가람 후보가 9일 출마를 선언했다."),
        ("한가람 후보 재산은 얼마야?", "한가람 후보는 보증금 300만 원을 냈다."),
        ("다리 폭은 얼마야?", "다리는 5월에 문을 연다."),
        ("대법원은 선장에게 어떤 판결을 내렸어?", "항소심은 선장에게 징역 6년을 선고했다."),
    ],
)
def test_an_attribute_of_which_nothing_is_said_is_not_told(
    analyser: QuestionAnalyser, attributes: Attributes, question: str, body: str
) -> None:
    assert lacks(attributes, analyser, question, body)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("한가람 지휘자의 연봉은 얼마야?", f"{CONDUCTOR} 그의 보수는 2억 원이다."),
        ("What is the conductor's salary?", "The conductor is paid 200 million won a year."),
        ("한가람 지휘자는 몇 살이야?", CONDUCTOR),
        ("버들시 빚은 모두 얼마야?", "채무는 412억 원이다."),
        ("When is the tenth birthday of the club?", "동호회는 5월에 잔치를 연다."),
        ("인상 폭은 얼마야?", "노조는 8.2% 인상을 요구했다."),
        ("버들의원 진료비는 얼마예요?", "밤에는 비용이 30% 더 든다."),
        ("버들의원 전화번호 알려줘", "예약은 031-123-4567로 하면 된다."),
        ("버들정밀은 언제 설립됐어?", COMPANY),
        ("버들정밀 주가는 얼마야?", "버들정밀은 4만2000원에 장을 마쳤다."),
        ("버들정밀 창업자는 누구야?", "한가람 씨가 1988년 세운 회사다."),
        ("주가조작 사건에 얼마가 들었어?", COMPANY),
        ("연방에는 몇 개의 주가 있나요?", "연방은 주 16개로 이루어져 있다."),
        ("한가람은 언제 태어났어?", "한가람(韓가람, 1901년 3월 2일 ~ 1980년)은 지휘자다."),
        ("Whose book established the method?", "한가람의 책이 그 방법을 체계로 묶었다."),
        ("When was the federation founded?", "1867년 세 식민지가 연방을 이루었다."),
        ("버들악단은 언제 설립됐어?", "버들악단은 1950년대에 처음 형성되었다."),
        ("선거에 몇 명이 투표했어?", "유권자 13만 명 가운데 6만 명이 표를 던졌다."),
        ("외국인도 수영장 할인을 받을 수 있나요?", "할인은 누구나 받는다."),
        ("Can foreigners get the discount?", "Anyone may use the pool."),
        ("수영장에 주차할 수 있나요?", "차를 댈 곳이 없다."),
        ("수영장까지 셔틀버스가 다니나요?", "역에서 15분마다 버스를 굴린다."),
        ("수영장 입장료는 얼마예요?", POOL),
        ("강습을 취소하면 환불되나요?", "낸 돈은 모두 돌려준다."),
        ("How old is the conductor?", "The conductor, 52, will lead 74 players."),
        ("강습을 온라인으로 신청할 수 있나요?", "신청은 방문해서 해야 한다."),
        ("버들정밀의 매출은 얼마야?", "버들정밀은 1년에 300억 원을 번다."),
        ("다리 길이는 얼마야?", "486m 다리는 5월에 문을 연다."),
        ("우승 상금은 얼마야?", "우승자는 300만 원을 받는다."),
        ("축제는 내년에도 강변에서 해?", "강변 축제는 올해까지만 연다."),
        ("지진으로 몇 명이 사망했어?", "지진으로 세 사람이 목숨을 잃었다."),
        ("사망자는 몇 명이야?", "인명 피해는 없었다."),
        ("불로 몇 명이 다쳤어?", "주민 5명이 연기를 마셔 병원으로 옮겨졌다."),
        ("How many people were infected?", "첫 환자가 나온 뒤 5명이 늘었다."),
        ("달러 환율은 얼마야?", "원·달러 환율은 1,386원에 마감했다."),
    ],
)
def test_an_attribute_may_be_told_in_other_words(
    analyser: QuestionAnalyser, attributes: Attributes, question: str, body: str
) -> None:
    assert not lacks(attributes, analyser, question, body)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("농장주가 물어낼 돈은?", "주인은 1,960만 원을 물어내야 한다."),
        ("마늘 종가는 얼마야?", "마늘은 ㎏당 5,120원에 거래를 마감했다."),
        ("아기는 언제 태어났어?", "한 사람이 새벽에 딸을 낳았다."),
        ("How many kittens were born last year?", "지난해 새끼는 2마리였다."),
        ("한가람은 왜 고향을 떠났어?", "철공소에서 일하려고 뭍으로 나왔다."),
        ("How many voted against the budget?", "찬성 14명, 반대 9명이었다."),
        ("창업자 한 명이 받는 월세는 얼마야?", "한 사람이 받는 월세는 많아야 45만 원이다."),
        ("한가람이 받는 월급은 얼마야?", "그는 한 달에 76만 원을 번다."),
        ("연락처를 바꾸면 며칠 안에 알려야 해?", "바뀐 번호는 30일 안에 알려야 한다."),
        ("모자란 혈액형을 나눠 준 곳은?", "이웃 도시가 나눠 주었다."),
        ("버들도시공사는 누구를 뽑아?", "공사는 신입 사원 12명을 뽑는다."),
        ("몇 마리가 죽었어?", "닭 340마리를 잃었다."),
        ("대법원이 선 곳은 어디야?", "법원은 언덕 위에 섰다."),
        ("달러 예금은 얼마나 늘었어?", "외화 예금은 3억 늘었다."),
    ],
)
def test_a_word_in_passing_asks_for_no_attribute(
    analyser: QuestionAnalyser, attributes: Attributes, question: str, body: str
) -> None:
    assert not lacks(attributes, analyser, question, body)


def test_words_of_another_part_of_the_article_do_not_count(analyser: QuestionAnalyser, attributes: Attributes) -> None:
    assert lacks(
        attributes,
        analyser,
        "한가람 지휘자의 연봉은 얼마야?",
        f"{CONDUCTOR} {'악단은 봄마다 연주한다. ' * 20}연봉제를 들였다.",
    )


@pytest.mark.parametrize(
    ("question", "before", "another"),
    [
        ("1위의 득표율은 몇 %야?", "투표율은 ", True),
        ("투표율은?", "최종투표율이 약 ", False),
        ("1위의 득표율은 몇 %야?", "한 후보는 ", False),
        ("여성 비율은 몇 %야?", "출산율은 ", False),
        ("사전투표율과 투표율은?", "투표율은 ", False),
    ],
)
def test_a_number_told_as_one_rate_is_no_other(
    analyser: QuestionAnalyser, question: str, before: str, another: bool
) -> None:
    assert is_of_another_rate(analyser.analyse(question), before) is another


def lacks(attributes: Attributes, analyser: QuestionAnalyser, question: str, body: str) -> bool:
    end = body.index(".") + 1
    return attributes.lacks(analyser.analyse(question), Article("a", "a.txt", "소식", body, date(2025, 9, 1)), 0, end)

"""Short answers in single sentences of news."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.spans.finders import span_finders
from app.answering.spans.quotations import is_named_as_asked
from app.answering.spans.span import Finder, SentenceContext, Span
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.language.temporal import find_temporal_expressions

PUBLISHED = date(2025, 1, 22)


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


@pytest.fixture(scope="module")
def finders() -> Mapping[str, Finder]:
    return span_finders(Glossary.load(), People.load())


def spans(analyser: QuestionAnalyser, finders: Mapping[str, Finder], question: str, sentence: str) -> list[Span]:
    asked = analyser.analyse(question)
    dates = find_temporal_expressions(sentence, PUBLISHED)
    return finders[asked.kinds[0]](SentenceContext(sentence, asked, asked.concepts, dates, PUBLISHED))


def test_a_number_of_the_question_stands_in_no_longer_one(analyser: QuestionAnalyser) -> None:
    asked = analyser.analyse("8호 회의실은 몇 석이야? 8곳?")
    told = SentenceContext("38호와 8호 회의실은 8,915석, 1.8%, 8곳이다.", asked, asked.concepts)
    places = {start for start, _ in told.mentions if told.text[start] == "8"}
    assert places == {told.text.index(" 8호") + 1, told.text.index(" 8곳") + 1}


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        # when
        ("총회는 언제 열려?", "시는 21일 총회가 오는 9월 29일 열린다고 밝혔다.", "오는 9월 29일"),
        ("축제는 언제야?", "축제는 지난해 5월에 이어 다음 달 3일부터 5일까지 이어진다.", "다음 달 3일부터 5일까지"),
        ("두 사람은 언제 만났어?", "두 사람은 지난 20일 만나 오는 9월 열릴 총회를 논의했다.", "지난 20일"),
        ("포럼이 취소된 해는 언제야?", "감염병으로 취소된 2020년을 빼고 2010년부터 해마다 열렸다.", "2020년"),
        ("When did the library open?", "도서관은 지난해 3월 문을 열었고 내년에 별관을 짓는다.", "지난해 3월"),
        ("대회는 언제야?", "대회는 다음 달 3일과 4일 열린다.", "다음 달 3일과 4일"),
        ("When is it closed?", "It is closed on Feb. 3, 4 and 5.", "Feb. 3, 4 and 5"),
        ("When is it closed?", "It is closed on Feb. 3 and 4 because of the holiday.", "Feb. 3 and 4"),
        ("대회는 언제야?", "대회는 다음 달 3일과 10일 열린다.", "10일"),
        ("공원은 몇 시에 문을 열어?", "공원은 5월 3일부터 연다며 오전 10시에 문을 열고 밤 10시에 닫는다.", "오전 10시"),
        ("몇 시부터 몇 시까지 해?", "시장은 오전 9시에 문을 열고 오후 2시부터 6시까지 쉰다.", "오후 2시부터 6시까지"),
        ("How late is the market open?", "The market is open from 6 p.m. to midnight.", "6 p.m. to midnight"),
        ("시장은 언제 열려?", "시장은 밤 9시까지 연다.", None),
        # where
        ("총회는 어디서 열려?", "총회는 오는 9월 서울 한빛컨벤션센터에서 열린다.", "서울 한빛컨벤션센터"),
        ("총회는 어디서 열려?", "총회가 10월 1일까지 사흘 동안 서울에서 열린다.", "서울"),
        ("차고지는 어디에 들어서?", "차고지는 남구 버들동에 들어선다.", "남구 버들동"),
        ("총회는 어디서 열려?", "총회는 10일부터 14일까지 캐나다 드르크빌에서 열린다.", "캐나다 드르크빌"),
        ("개최지는 어디야?", "협의회는 내년 총회 개최지를 부산으로 정했다.", "부산"),
        ("Where is the summit?", "The summit opens in Seoul on Monday.", "Seoul"),
        (
            "How much did the profit fall?",
            "Profit fell to 74 billion won because of higher costs.",
            "74 billion won",
        ),
        ("How many containers did the port handle?", "It handled 2.14 million TEU, a record.", "2.14 million TEU"),
        ("How many cases were there?", "There were 1,604 reported two weeks ago.", "1,604"),
        # who
        ("사무총장은 누구야?", "시장은 마르코 벨리니(Marco Bellini) 협의회 사무총장을 만났다.", "마르코 벨리니"),
        ("시장은 누구를 만났어?", "김도윤 시장은 한가람 관장을 만났다.", "한가람"),
        ("Who did the mayor meet?", "김도윤 시장은 마르코 벨리니(Marco Bellini) 사무총장을 만났다.", "마르코 벨리니"),
        ("시장이 누구야?", "김도윤 한빛시장과 박서린 관장이 참석했다.", "김도윤"),
        ("관장은 누구야?", "초대 관장을 맡은 구하람(47) 씨를 만났다.", "구하람"),
        ("관장은 누구야?", "고고학을 공부한 구 관장은 배를 건졌다.", None),
        ("총리는 누구야?", "이시바 시게루 총리는 도쿄에서 말했다.", "이시바 시게루"),
        ("대통령은 누구야?", "에마뉘엘 마크롱 프랑스 대통령이 영상으로 인사한다.", "에마뉘엘 마크롱"),
        ("누가 전했어?", "논의되지 않았다고 트럼프 대통령은 전했다.", "트럼프"),
        ("Who met Xi Jinping?", "도널드 트럼프 대통령은 시진핑 국가주석을 만났다.", "도널드 트럼프"),
        ("Who is Xi Jinping?", "시진핑 국가주석이 부산에 왔다.", "국가주석"),
        ("시진핑을 만난 사람은 누구야?", "도널드 트럼프 대통령은 시진핑 국가주석을 만났다.", "도널드 트럼프"),
        ("김도윤은 누구야?", "김도윤 한빛시장은 말했다.", "한빛시장"),
        ("위원장은 누구야?", "노조의 독고철(54) 위원장은 고개를 저었다.", "독고철"),
        ("총재는 누구야?", "이서준 부총재와 정하늘 총재가 만났다.", "정하늘"),
        ("총재는 누구야?", "국채은 총재가 기자들을 만났다.", "국채은"),
        ("총재는 누구야?", "오늘은 총재가 기자들을 만났다.", None),
        ("투수는 누구야?", "9회 마무리 투수가 점수를 내줬다.", None),
        ("부총재는 누구야?", "정하늘 총재와 이서준 부총재가 만났다.", "이서준"),
        (
            "Who is the finance minister?",
            "이하람 대통령은 부총리 겸 기획재정부 장관에 앉을 구윤호 부총리 겸 기획재정부 장관을 만났다.",
            "구윤호",
        ),
        ("문화국장은 누구야?", "한가람 문화국장은 기획실장을, 오누리 총무과장은 문화국장을 맡았다.", "오누리"),
        ("문화국장은 누구야?", "한가람 문화국장은 시장 권한대행을, 오누리 총무과장은 문화국장을 맡았다.", "오누리"),
        ("부시장은 누구야?", "한가람 전 도 재난국장이 2일 제17대 솔내시 부시장으로 취임했다.", "한가람"),
        ("버들정밀 사장이 누구야?", "버들정밀 한가람 대표는 오누리 이사장을 만났다.", "한가람"),
        ("버들의료원 원장은 누구야?", "오누리 노조위원장은 한가람 원장에게 버들의료원 예산을 물었다.", "한가람"),
        ("누가 이끌어?", "시에서는 하라다 겐지(原田健二) 시장을 단장으로 하는 58명이 온다.", "하라다 겐지"),
        ("누가 왔어?", "중국의 시진핑(習近平) 주석이 왔다.", "시진핑"),
        ("한도겸이 누구야?", "한도겸 시장과 조르디 바쿼(Jordi Vaquer) 위원회 부위원장이 만났다.", "시장"),
        (
            "Who is Jordi Vaquer?",
            "한도겸 시장과 조르디 바쿼(Jordi Vaquer) 위원회 부위원장이 만났다.",
            "위원회 부위원장",
        ),
        ("Who is the mayor?", "Mayor Kim Do-yun opened the library.", "Kim Do-yun"),
        # how many, how much
        ("부지 면적은?", "Work on the 18,500-square-meter site costs 61 billion won.", "18,500-square-meter site"),
        ("몇 명이 참가해?", "40개 도시에서 1,200명이 참가한다.", "1,200명"),
        ("예산이 얼마야?", "시의회는 2조 3,140억원 규모의 예산안을 의결했다.", "2조 3,140억원"),
        ("터널은 얼마나 길어?", "깊이 40m에 지름 8.5m, 길이 3.2㎞의 터널이다.", "3.2㎞"),
        ("발표는 몇 분이었어?", "약 7분30초 동안 발표했다.", "약 7분30초"),
        ("공사는 얼마나 걸렸어?", "도서관은 1년 6개월간 공사하고 문을 연다.", "1년 6개월"),
        ("공사는 몇 개월 동안 해?", "공사는 2024년 6개월 동안 한다.", "6개월"),
        ("우승 기록이 얼마야?", "그는 2시간 8분 41초로 우승했다.", "2시간 8분 41초"),
        ("몇 층 건물이야?", "병원은 지하 4층, 지상 12층 규모다.", "지하 4층, 지상 12층"),
        ("책을 몇 권 빌려?", "1인당 최대 7권을 14일간 빌린다.", "1인당 최대 7권"),
        ("하루에 몇 명이 타?", "하루 평균 11만2000명이 탄다.", "하루 평균 11만2000명"),
        ("몇 회 운항해?", "내년부터 주 4회 운항한다.", "주 4회"),
        ("몇 회 운항해?", "이번 주 4회 운항한다.", "4회"),
        ("용돈은 얼마야?", "9월 20만원을 받았다.", "20만원"),
        ("기록은 몇 분 몇 초야?", "한나래는 자유형 200m에서 1분57초12로 우승했다.", "1분57초12"),
        ("기록은 몇 초야?", "오도윤은 100m를 9초98에 달렸다.", "9초98"),
        ("우승자는 몇 시간 걸렸어?", "정하늘은 풀코스를 2시간 6분 48초에 달렸다.", "2시간 6분 48초"),
        ("얼마 만의 우승이야?", "한빛의 우승은 5년 9개월 만이다.", "5년 9개월"),
        ("쪽배는 몇 분 타?", "쪽배는 30분 20명이 탄다.", "30분"),
        ("메달은 몇 개야?", "한빛은 금 2, 은 2, 동 3개로 13위다.", "3개"),
        ("상금은 얼마야?", "상금 32만7천750호주달러(약 3억원)를 받는다.", "32만7천750호주달러"),
        ("상금은 얼마야?", "상금 12만 캐나다 달러를 받는다.", "12만 캐나다 달러"),
        ("낮 기온은 몇 도야?", "27일 오후 3시 솔내 관측소 212곳의 기온이 38.4도를 기록했다.", "38.4도"),
        ("How hot did it get in Solnae?", "Solnae, with 212 stations, hit 38.4 degrees Celsius.", "38.4 degrees"),
        ("총장은 몇 표를 얻었어?", "구하람 교수는 13표 중 9표를 얻었다.", "9표"),
        ("몇 개 마을이야?", "둑이 무너져 12마을이 잠겼다.", "12마을"),
        ("How old is Kim Do-yun?", "Kim Do-yun, 58, opened the library.", "58"),
        ("How many people came?", "Of 1,250, 12 left early.", "1,250"),
        ("나상우는 몇 골을 넣었어?", "간판 공격수 나상우(24)가 47골을 넣었다.", "47골"),
        ("공사는 몇 개월 동안 해?", "공사는 오는 14일부터 3개월 동안 한다.", "3개월"),
        ("최모씨는 몇 살이야?", "법원은 최모(43)씨에게 징역 25년을 선고했다.", "43"),
        ("할머니는 몇 세야?", "경찰은 사흘 동안 배금순(81세·여) 할머니를 찾았다.", "81세"),
        ("How old is the captain?", "해경은 선장 염모(58)씨와 선원 2명을 찾았다.", "58"),
        ("직원은 몇 명이야?", "한빛상사(43)에는 직원 12명이 있다.", "12명"),
        ("재판은 얼마나 걸렸어?", "재판은 2019년 5월 시작돼 5년 9개월 만에 끝났다.", "5년 9개월"),
        ("How long was he sentenced for?", "그는 금고 1년6개월을 선고받았다.", "1년6개월"),
        ("징역 몇 년을 받았어?", "법원은 징역 1년 6월에 집행유예 3년을 선고했다.", "징역 1년 6월"),
        ("공사는 얼마나 걸려?", "공사는 1년 3개월 걸린다.", "1년 3개월"),
        ("촬영은 얼마나 걸렸어?", "촬영은 2019년 6개월 동안 이어졌다.", "6개월"),
        ("경주는 얼마나 걸렸어?", "경주는 2분 14초 걸렸다.", "2분 14초"),
        ("How long does the fair last?", "The fair runs from Jan. 24 for 3 days.", "3 days"),
        ("접수는 언제까지야?", "접수는 오는 24일부터 2주간 하고 26일 설명회를 연다.", "오는 24일부터 2주간"),
        ("환자는 몇 명이야?", "It treated 3,214 foreign patients in June.", "3,214 foreign patients"),
        ("외국인 환자는 몇 명이야?", "It treated 3,214 foreign patients.", "3,214 foreign patients"),
        ("환자는 몇 명이야?", "Of 30 patients 18 were foreign.", "30 patients"),
        ("how many signatures were gathered?", "She gathered 700 signatures.", "700 signatures"),
        ("반대는 몇 명이야?", "찬성 24, 반대 3, 기권 1.", None),
        ("비율은 얼마나 돼?", "비율은 3분의 2로 3년 전보다 높다.", "3분의 2"),
        ("버들FC 경기 결과 알려줘", "버들FC는 홈경기에서 하늬 시티를 3-1로 꺾었다.", "3-1"),
        ("버들FC는 몇 대 몇으로 졌어?", "버들FC는 하늬 시티에 1대3으로 졌다.", "1대3"),
        ("버들FC 경기는 누가 이겼어?", "버들FC는 김하늘의 두 골로 하늬 시티를 3-1로 꺾었다.", "버들FC"),
        ("버들FC 경기는 누가 이겼어?", "물빛구단이 김하늘의 두 골로 솔내 시티를 3-1로 꺾었다.", None),
        ("버들FC의 두 골은 누가 넣었어?", "버들FC는 하늬 시티를 3-1로 꺾었다.", None),
        ("Who won the match?", "14일 홈경기에서 버들 유나이티드가 하늬 시티에 3-1 승리를 거뒀다.", "버들 유나이티드"),
        ("Who won the match?", "김하늘은 두 골을 넣어 3-1 승리를 이끌었다.", None),
        ("Which team won the match?", "버들FC가 하늬 시티를 3-1로 꺾었다.", "버들FC"),
        ("오누리는 무슨 역을 맡았어?", "배우 한가람이 선장 역을, 오누리가 배의 의사 역을 맡았다.", "배의 의사"),
        ("한가람은 어떤 역할이야?", "배우 한가람이 선장 역을, 오누리가 배의 의사 역을 맡았다.", "선장"),
        ("금리는 얼마야?", "국고채 금리는 연 2.514%로 2.1bp 내렸다.", "연 2.514%"),
        ("선장의 형량은?", "선장에게는 징역 2년에 집행유예 3년이 선고됐다.", "징역 2년에 집행유예 3년"),
        ("What was the captain sentenced to?", "법원은 선장에게 벌금 300만원을 선고했다.", "벌금 300만원"),
        ("What did the captain sell?", "법원은 선장에게 벌금 300만원을 선고했다.", None),
        ("손실은 얼마야?", "가전은 손실 820억원을 내 3분기 만에 적자로 돌아섰다.", "820억원"),
        ("주가지수가 얼마야?", "주가지수는 41.37포인트 오른 3,058.92에 장을 마쳤다.", "3,058.92"),
        ("반경 몇 미터가 통제돼?", "경찰은 현장 반경 500ｍ를 막았다.", "500ｍ"),
        ("약은 얼마나 먹어?", "환자는 하루 한 번 약 60㎎을 먹는다.", "약 60㎎"),
        ("한나래는 몇 등 했어?", "한나래는 자유형 결승에서 은메달을 땄다.", "은메달"),
        ("진원 깊이는?", "진앙은 북위 36.41도이며 진원의 깊이는 17㎞로 추정된다.", "17㎞"),
        ("면적은 얼마야?", "면적은 1,060.19km2이다.", "1,060.19km2"),
        ("비율이 몇 퍼센트야?", "비율은 62%로 3년 전보다 높다.", "62%"),
        ("최저기온은 얼마야?", "9일 아침 최저기온은 -11도로 예상된다.", "-11도"),
        ("최저기온은 얼마야?", "아침 기온은 영하 7도까지 떨어진다.", "영하 7도"),
        ("적설량은 얼마야?", "예상 적설량은 산지 5∼20㎝다.", "5∼20㎝"),
        ("태풍 속도는 얼마나 돼?", "태풍은 시속 23㎞로 북상 중이다.", "시속 23㎞"),
        ("지지율은 얼마나 떨어졌어?", "지지율은 64%에서 6%p 하락했다.", "6%p"),
        ("지수는 얼마나 올랐어?", "지수는 57.28포인트 오른 2,950.30으로 마감했다.", "57.28포인트"),
        ("경쟁률이 얼마야?", "경쟁률은 9.3 대 1이었다.", "9.3 대 1"),
        ("지진은 얼마나 셌어?", "규모 4.1의 지진이 났다.", "규모 4.1"),
        ("얼마나 자주 와?", "버스는 밤 11시 30분부터 다니고 배차 간격은 25분이다.", "25분"),
        ("얼마나 걸려?", "오후 2시 30분간 쉬고 한 시간 더 간다.", "30분"),
        ("How much will GDP grow?", "The bank sees GDP growing 1.3% this year.", "1.3%"),
        ("What is the title of her album?", 'Her album, "Undertow," has sold well.', "Undertow"),
        ("What is the title of the song?", 'It lost to Kim Ha-na\'s "Room 9."', "Room 9"),
        ("원유는 몇 배럴이야?", "원유 1천500배럴이 샜다.", "1천500배럴"),
        ("보조금은 얼마야?", "정부가 7억4천만즈워티를 준다.", "7억4천만즈워티"),
        ("기금은 얼마야?", "왕실이 500만 바트를 낸다.", "500만 바트"),
        ("영업이익은 얼마나 줄었어?", "영업이익은 4조6천억원으로 55.94% 감소했다.", "55.94%"),
        ("영업이익은 얼마야?", "영업이익은 4조6천억원으로 55.94% 감소했다.", "4조6천억원"),
        ("최저임금은 얼마나 올랐어?", "최저임금은 290원 오른 1만320원이다.", "290원"),
        ("상승률이 얼마야?", "3천억원어치를 사들여 상승률은 2.2%였다.", "2.2%"),
        ("실업률은?", "실업률은 2.2%로 떨어졌고 실업자는 65만 8천명이었다.", "2.2%"),
        ("10월 물가 상승률", "물가지수는 118.42로 2.3% 상승했다.", "2.3%"),
        ("예산은 얼마야?", "예산안은 올해보다 1,584억원(5.3%) 늘어난 3조 1,460억원이다.", "3조 1,460억원"),
        ("예산은 얼마나 늘었어?", "예산안은 올해보다 1,584억원(5.3%) 늘어난 3조 1,460억원이다.", "1,584억원"),
        ("주가는 얼마야?", "주가는 3,400원(4.52%) 오른 7만 8,600원에 마감했다.", "7만 8,600원"),
        ("코스피는 몇 포인트 내렸어?", "코스피는 55.82포인트(1.37%) 내린 4,012.35로 마쳤다.", "55.82포인트"),
        ("환율은 얼마야?", "환율은 0.5% 오른 1,384원이었다.", "1,384원"),
        ("지원금은 얼마야?", "지원금은 200만 원 → 300만 원으로 바뀐다.", "300만 원"),
        ("How many of the dead were foreign?", "Of the dead, 18 were foreign.", "18"),
        ("How many people watched?", "23,750 watched the match at home.", "23,750"),
        ("How long did the game last?", "The game lasted four hours and 51 minutes.", "four hours and 51 minutes"),
        ("How much did exports fall?", "Exports fell 2.1 percent to 59.8 billion won.", "2.1 percent"),
        ("How much did the rate drop?", "The rate was cut by 0.25 percentage point.", "0.25 percentage point"),
        # why
        ("왜 내렸어?", "지수는 전날 뉴욕증시 급락의 영향으로 내렸다.", "지수는 전날 뉴욕증시 급락"),
        ("왜 닫았어?", "보안상의 이유로 문을 닫았다.", "보안상"),
        ("왜 안 써?", "헌 종이가 상할 수 있어서다.", "헌 종이가 상할 수 있어서"),
        ("왜 늦어졌어?", "늦어진 까닭은 맞는 부품이 없어서였습니다.", "맞는 부품이 없어서"),
        ("왜 그만뒀어?", "그것은 일이 아니라는 까닭에서다.", "그것은 일이 아니라"),
        ("왜 빼 줬어?", "조리에는 잘못이 없었다는 판단에서다.", "조리에는 잘못이 없었다는 판단"),
        ("왜 늦어졌어?", "그러나 기름이 쏟아지는 바람에 늦어졌다.", "기름이 쏟아지는 바람에"),
        ("왜 밀렸어?", "시공사가 멈췄던 여파다.", "시공사가 멈췄던 여파"),
        ("왜 줄었어?", "끼니를 거르지 않게 된 덕으로 풀이했다.", "끼니를 거르지 않게 된 덕"),
        ("왜 폈어?", "가을 바람에 낙엽이 지는 곳은 남부경찰서다.", None),
        ("Why is it late?", "The company blames 46 fire doors.", "46 fire doors"),
        ("Why did it end?", "It ended because of losses of 1.9 billion won.", "losses of 1.9 billion won"),
        ("Why is it late?", "Residents blamed the city for the delay.", None),
        ("왜 늘었어?", "예산이 늘어난 것은 회의장을 새로 고치기 때문이다.", "회의장을 새로 고치기 때문"),
        ("왜 적자야?", "물류비 부담이 커진 탓이라고 회사는 설명했다.", "물류비 부담이 커진 탓"),
        ("왜 늘었어?", "판매가 늘어난 덕분에 흑자를 냈다.", "판매가 늘어난 덕분"),
        ("왜 감형됐어?", "재판부는 “돈을 갚고 피해자와 합의한 점을 참작했다”고 했다.", "돈을 갚고 피해자와 합의한 점"),
        ("왜 줄었어?", "수출은 주문 감소 탓에 줄었다.", "수출은 주문 감소"),
        ("왜 늦었어?", "항구는 불꽃을 보느라 한 시간 동안 비었다.", "항구는 불꽃을 보느라"),
        ("왜 잡았어?", "중학생까지 넓히려고 예산을 더 잡았다.", "중학생까지 넓히려고"),
        ("왜 막았어?", "차가 들어가는 것을 막으려는 것이다.", "차가 들어가는 것을 막으려"),
        ("Why Bac Ninh?", "It won because of its ports, Chief Operating Officer Yoo said.", "its ports"),
        ("Why Bac Ninh?", "It won because of its ports, said the mayor of Bac Ninh.", "its ports"),
        ("Why Bac Ninh?", "It won because ships, which are large, can land.", "ships, which are large, can land"),
        ("왜 올렸어?", "시는 유류비가 올라 적자가 쌓인 것을 인상 이유로 들었다.", "유류비가 올라 적자가 쌓인 것"),
        ("왜 막았어?", "시는 안전을 이유로 다리를 막았다.", "안전"),
        ("왜 닫았어?", "비용을 줄이려는 이유로 문을 닫았다.", "비용을 줄이려는"),
        (
            "Why is a ward planned?",
            "It plans a ward because the clinic is too small, director Hwangbo Min said.",
            "the clinic is too small",
        ),
        ("Why is it shut?", "It is shut because of rain, the city said Tuesday.", "rain"),
        ("Why is it shut?", "It is shut because snow, as the mayor said, is deep.", "snow, as the mayor said, is deep"),
        ("Why is it late?", "The delay was caused by hard granite.", "hard granite"),
        # what is it
        (
            "물길협의회가 뭐야?",
            "물길협의회는 항구 도시들이 1985년 만든 국제기구다.",
            "항구 도시들이 1985년 만든 국제기구",
        ),
        ("물길협의회는 무엇인가요?", "물길협의회(WCC)는 항구 도시의 모임이다.", "항구 도시의 모임"),
        ("물길협의회가 뭐야?", "물길협의회는 총회를 서울에서 연다.", None),
        ("물길협의회가 뭐야?", "물길협의회는 꼭 필요하다.", None),
        ("물빛축제가 뭐야?", "물빛축제는 해담시가 해마다 여는 행사다.", "해담시가 해마다 여는 행사"),
        ("물길협의회가 뭐야?", "물길협의회는 새 누리집을 쓰다.", None),
        ("디딤돌이 뭔가요?", "시가 추진 중인 소득 실험 ‘디딤돌’과 ‘배움터’를 소개했다.", "추진 중인 소득 실험"),
        ("디딤돌이 뭐예요?", "시는 추진 중인 소득보장실험 ‘디딤돌’을 소개했다.", "추진 중인 소득보장실험"),
        ("How much are the tickets?", "Tickets are priced from 20,000 to 90,000 won.", "20,000 to 90,000 won"),
        ("How much are the tickets?", "Tickets cost between 500 and 900 won.", "500 and 900 won"),
        ("How many times was the opening delayed?", "It is the third time the opening was delayed.", "third time"),
        ("How many times was the opening delayed?", "The opening was delayed twice in 2024.", "twice"),
        ("개장은 몇 번 미뤄졌어?", "The opening was pushed back 14 months, for the third time.", "third time"),
        ("How much are the tickets?", "Tickets rose from 20,000 to 90,000 won.", "90,000 won"),
        ("박물관 관람객 수는?", "박물관에는 작품 3점이 있고 관람객 2만 명이 왔다.", "2만 명"),
        ("디딤돌이 뭐야?", "시는 격차를 줄이려는 ‘디딤돌’을 소개했다.", None),
        ("디딤돌이 뭐야?", "시는 소득보장실험 ‘디딤돌 기념식’을 열었다.", None),
        ("What is Haneul?", "Haneul is a night ferry to Hakata, which first sailed in May.", "a night ferry to Hakata"),
        ("What is Haneul?", "Haneul is late.", None),
        ("What is the price of Haneul?", "Haneul is a night ferry.", None),
        ("가격이 뭐야?", "가격은 지난해의 두 배다.", "지난해의 두 배"),
        ("이유가 뭐야?", "이유는 비다.", None),
        # what is it called
        ("주제가 뭐야?", "총회는 ‘물길로 잇다’를 주제로 열린다.", "물길로 잇다"),
        ("주제가 뭐야?", "‘하늬호’를 탄 이들이 맞은 올해 주제는 ‘물길로 잇다’다.", "물길로 잇다"),
        (
            "What is the theme?",
            "‘하늬호’에서 ‘물길로 잇다(Linked by Water)’를 주제로 열린다.",
            "물길로 잇다(Linked by Water)",
        ),
        (
            "What is the slogan?",
            "“Row on” is the theme, said Lee, under the slogan “Linked by Water”.",
            "Linked by Water",
        ),
        ("사업 이름은?", "‘하늬호’를 빌려 ‘바다로 한 걸음’이라는 이름으로 시작한다.", "바다로 한 걸음"),
    ],
)
def test_the_best_span_answers(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder], question: str, sentence: str, expected: str | None
) -> None:
    found = spans(analyser, finders, question, sentence)
    assert (found[0].text if found else None) == expected


def test_the_day_of_an_announcement_is_a_worse_answer_than_the_day_announced(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder]
) -> None:
    best, worst = spans(analyser, finders, "총회는 언제 열려?", "총회가 9월 29일 열린다고 시가 21일 밝혔다.")
    assert (best.value, worst.value) == ("2025-09-29", "2025-01-21")


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("장관은 누구야?", "강훈정 비서실장은 설명했다.", False),
        ("Who is the finance minister?", "강훈정 비서실장은 설명했다.", False),
        ("부총재는 누구야?", "정하늘 총재는 설명했다.", False),
        ("시장은 누구야?", "오세진 시장은 설명했다.", True),
        ("시장은 누구야?", "오세진 부시장은 시장 직무대행으로 설명했다.", True),
        ("시장은 누구야?", "시장에는 오세진 의원이 뽑혔다.", True),
        ("Who is the finance minister?", "오세진 장관은 설명했다.", True),
        ("관장은 누구야?", "후임으로 이서진(51) 씨가 왔다.", True),
        ("누가 설명했어?", "강훈정 비서실장은 설명했다.", True),
        ("도서관 부관장은 누구야?", "정하늘 관장은 설명했다.", False),
        ("해담시장은 누구야?", "오세진 시장은 설명했다.", True),
    ],
)
def test_somebody_of_another_office_does_not_fit_where_the_sentence_is_silent_of_the_one_asked_for(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder], question: str, sentence: str, fits: bool
) -> None:
    assert spans(analyser, finders, question, sentence)[0].office.fits is fits


def test_a_family_name_with_a_title_is_a_person_where_the_article_introduces_one(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder]
) -> None:
    asked = analyser.analyse("누가 막차를 늦추겠다고 했어?")
    told = "민 국장은 막차를 늦추겠다고 했다."
    article = f"막차 늦춘다\n민가람 버들시 교통국장이 나섰다. {told}"
    assert [found.text for found in finders["who"](SentenceContext(told, asked, asked.concepts, article=article))] == [
        "민 국장"
    ]
    assert finders["who"](SentenceContext(told, asked, asked.concepts, article=told)) == []
    asked = analyser.analyse("누가 민가람 국장에게 막차를 늦추라고 했어?")
    assert finders["who"](SentenceContext(told, asked, asked.concepts, article=article)) == []


@pytest.mark.parametrize(
    ("question", "sentence", "person", "office"),
    [
        (
            "해담시장은 누구야?",
            "한도겸 해담시장과 테레자 폰세카(Teresa Fonseca) 비아르나 시장은 서명했다.",
            "한도겸",
            "ASKED",
        ),
        (
            "비아르나 시장은 누구야?",
            "한도겸 해담시장과 테레자 폰세카(Teresa Fonseca) 비아르나 시장은 서명했다.",
            "테레자 폰세카",
            "ASKED",
        ),
        ("Who is the mayor of Haedam?", "한도겸 해담시장은 서명했다.", "한도겸", "ASKED"),
        ("솔내시 부시장은 누구야?", "한가람 전 도 재난국장이 2일 솔내시 부시장으로 취임했다.", "한가람", "ASKED"),
        ("솔내시 재난국장은 누구야?", "한가람 솔내시 재난국장이 부시장으로 취임했다.", "한가람", "UNTOLD"),
        ("버들정밀 사장은 누구야?", "버들정밀 오누리 대표가 서명했다.", "오누리", "ASKED"),
        ("해담시장은 누구야?", "오세진 서울시장은 서명했다.", "오세진", "ELSEWHERE"),
        ("서울 시장은 누구야?", "오세진 서울시장은 서명했다.", "오세진", "ASKED"),
        ("해담시장은 누구야?", "오세진 시장은 서명했다.", "오세진", "UNTOLD"),
        ("해담시장은 누구야?", "3년째 시장을 맡은 오세진 씨가 서명했다.", "오세진", "UNTOLD"),
        ("누가 해담시장을 만났어?", "오세진 서울시장은 해담시장을 만났다.", "오세진", "UNTOLD"),
        (
            "Who is the mayor of Haedam?",
            "Viarna's mayor, Teresa Fonseca, arrived on Monday evening.",
            "Teresa Fonseca",
            "ELSEWHERE",
        ),
        ("Who is the mayor of Haedam?", "The mayor of Viarna, Teresa Fonseca, arrived.", "Teresa Fonseca", "ELSEWHERE"),
        ("Who is the mayor of Haedam?", "When Mayor Han Do-gyeom spoke, they laughed.", "Han Do-gyeom", "UNTOLD"),
        ("Who is the mayor of Haedam?", "Han Do-gyeom, 61, the mayor of Haedam, spoke.", "Han Do-gyeom", "UNTOLD"),
    ],
)
def test_an_office_of_another_place_is_another_office(
    analyser: QuestionAnalyser,
    finders: Mapping[str, Finder],
    question: str,
    sentence: str,
    person: str,
    office: str,
) -> None:
    best = spans(analyser, finders, question, sentence)[0]
    assert (best.text, best.office.name) == (person, office)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It holds water, and the mayor of Haedam moves it.", []),
        ("On Monday Jordi de la Vega met Kim J. Park.", ["Jordi de la Vega", "Kim J. Park"]),
        ("Port's history,\" Chief Executive Nora Whitfield told reporters.", ["Nora Whitfield"]),
        ("Spokeswoman Ha Na-rae and CEO Lee Do-yun met analyst Kim Bo-ra.", ["Ha Na-rae", "Lee Do-yun", "Kim Bo-ra"]),
        ("Justice Hall and Jordi Vaquer, a co-founder, spoke.", ["Jordi Vaquer"]),
        ("Norwegian Ambassador to South Korea Inga Solberg spoke.", ["Inga Solberg"]),
        ("Norwegian Ambassador Inga Solberg met Haedam Mayor Han Do-gyeom.", ["Inga Solberg", "Han Do-gyeom"]),
        ("But when Mayor Oh Se-hoon left, Han Do-gyeom stayed.", ["Oh Se-hoon", "Han Do-gyeom"]),
    ],
)
def test_a_name_in_english_is_two_words_with_capitals_and_no_title_or_day(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder], sentence: str, names: list[str]
) -> None:
    assert sorted(span.text for span in spans(analyser, finders, "Who spoke?", sentence)) == sorted(names)


QUESTIONS = st.sampled_from(
    ["언제 열려?", "어디서 열려?", "누구야?", "몇 명이야?", "왜 그래?", "주제가 뭐야?", "When?", "Who is Kim?"]
)
SENTENCES = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            [
                "오는 ",
                "9월 29일",
                "서울에서 ",
                "김도윤 시장은 ",
                "(Jordi Vaquer) ",
                "1,200명",
                "‘",
                "’를 주제로",
                "때문",
                ". ",
            ]
        )
    ).map("".join),
)


@given(QUESTIONS, SENTENCES)
def test_every_span_is_a_piece_of_its_sentence(question: str, sentence: str) -> None:
    glossary, people = (
        Glossary({}, {}, {}, {"서울": "Seoul"}),
        People({"시장": "mayor"}, {"김": ("Kim",)}, {"kim": ("김",)}),
    )
    found = spans(QuestionAnalyser(glossary, people), span_finders(glossary, people), question, sentence)
    assert all(sentence[span.start : span.end].strip() == span.text.strip() for span in found)
    assert [span.score for span in found] == sorted((span.score for span in found), reverse=True)


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("청년 월세는 언제 접수해?", ("09:00", "18:00")),
        ("청년 월세는 언제부터 접수해?", ("09:00", None)),
        ("청년 월세는 언제까지 접수해?", ("18:00", None)),
        ("청년 월세는 며칠에 접수해?", (None, None)),
    ],
)
def test_the_hours_go_with_the_ends_that_are_asked_for(
    analyser: QuestionAnalyser,
    finders: Mapping[str, Finder],
    question: str,
    times: tuple[str | None, str | None],
) -> None:
    [best, *_] = spans(analyser, finders, question, "청년 월세는 내달 4일 오전 9시부터 21일 오후 6시까지 접수한다.")

    assert (best.time, best.until) == times


def test_a_deadline_has_its_hour_where_the_first_day_has_none(
    analyser: QuestionAnalyser, finders: Mapping[str, Finder]
) -> None:
    sentence = "청년 월세는 내달 4일부터 21일 오후 6시까지 접수한다."
    (closing, *_) = spans(analyser, finders, "청년 월세 접수는 언제까지야?", sentence)
    (opening, *_) = spans(analyser, finders, "청년 월세 접수는 언제부터야?", sentence)
    assert (closing.value, closing.time, opening.time) == ("2025-02-21", "18:00", None)


def test_a_question_for_the_day_is_not_told_the_hour(analyser: QuestionAnalyser, finders: Mapping[str, Finder]) -> None:
    sentence = "시민 환영식은 다음 날인 16일 오후 3시에 열린다."
    (day, *_) = spans(analyser, finders, "환영식은 며칠에 해?", sentence)
    (moment, *_) = spans(analyser, finders, "환영식은 언제 해?", sentence)
    assert [span.time for span in spans(analyser, finders, "환영식 예정일은 언제야?", sentence)] == [None]
    assert (day.time, moment.time) == (None, "15:00")


@pytest.mark.parametrize(
    ("question", "sentence", "quoted", "expected"),
    [
        ("주제가 뭐야?", "총회는 ‘물길로 잇다’를 주제로 열린다.", "물길로 잇다", True),
        ("What is its theme?", "총회는 ‘물길로 잇다’를 주제로 열린다.", "물길로 잇다", True),
        ("주제가 뭐야?", "‘물길로 잇다’라는 올해 주제는 배에서 따왔다.", "물길로 잇다", True),
        ("구호가 뭐야?", "총회는 ‘물길로 잇다’를 주제로 열린다.", "물길로 잇다", False),
        ("주제가 뭐야?", "배는 ‘하늬호’이고 주제로는 물길이 골라졌다.", "하늬호", False),
        ("제목이 뭐야?", "아이들은 ‘하늬호’ 제목소리 합창단을 꾸렸다.", "하늬호", False),
    ],
)
def test_a_quotation_may_be_called_just_what_is_asked_for(
    question: str, sentence: str, quoted: str, expected: bool
) -> None:
    start = sentence.index(quoted)
    assert is_named_as_asked(question, sentence, Span(start, start + len(quoted), quoted, 1.0)) is expected

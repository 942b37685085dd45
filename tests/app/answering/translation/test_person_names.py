import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.translation.person_names import PersonNames
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="module")
def names() -> PersonNames:
    return PersonNames(Glossary.load(), People.load())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("오세훈", "Oh Se-hoon (오세훈)"),
        ("독고철", "Dokgo Cheol (독고철)"),
        ("선우가람", "Sunwoo Ga-ram (선우가람)"),
        ("구하람 씨", "Koo Ha-ram (구하람 씨)"),
        ("구하람 옹", "Koo Ha-ram (구하람 옹)"),
        ("구하람 여사", "Koo Ha-ram (구하람 여사)"),
        ("김모(45) 씨", "Kim (김모(45) 씨)"),
        ("김 모 씨", "Kim (김 모 씨)"),
        ("김은실", "Kim Eun-sil (김은실)"),
        ("박찬대", "Park Chan-dae (박찬대)"),
        ("조성진", "Seong-Jin Cho (조성진)"),
        ("시진핑", "Xi Jinping (시진핑)"),
        ("한강", "Han Kang (한강)"),
        ("조르디 바쿼", "조르디 바쿼"),
        ("상황실", "상황실"),
    ],
)
def test_people_are_spelt_as_they_spell_themselves(names: PersonNames, korean: str, english: str) -> None:
    assert names.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("정부", "government (정부)"),
        ("경찰", "police (경찰)"),
        ("국회", "National Assembly (국회)"),
        ("노조", "labor union (노조)"),
        ("서울시", "Seoul (서울시)"),
        ("평창군", "Pyeongchang (평창군)"),
        ("서울 경찰", "Seoul police (서울 경찰)"),
        ("호주인", "Australian (호주인)"),
        ("유대인", "유대인"),
        ("프랑스인", "French national (프랑스인)"),
        ("일본인 관광객", "Japanese tourist (일본인 관광객)"),
        ("주한미군", "US Forces Korea (주한미군)"),
        ("고려대", "Korea University (고려대)"),
        ("유학생", "foreign student (유학생)"),
        ("주민들", "residents"),
        ("아이들", "children (아이들)"),
        ("어민들", "fishers"),
        ("국회의원들", "members of the National Assembly"),
        ("신고자들", "신고자들"),
        ("이용객", "이용객"),
        ("택시 기사", "taxi driver (택시 기사)"),
        ("군 당국", "military authorities (군 당국)"),
        ("외국인 근로자", "foreign worker (외국인 근로자)"),
        ("일본 정부", "Japanese government (일본 정부)"),
        ("미 국방부", "Pentagon (미 국방부)"),
        ("우크라이나 국방부", "Ukrainian ministry of defense (우크라이나 국방부)"),
        ("해양수산부 관계자", "Ministry of Oceans and Fisheries official (해양수산부 관계자)"),
        ("여자 배구대표팀", "women's volleyball national team (여자 배구대표팀)"),
        ("서울 강남경찰서", "Gangnam Police Station (서울 강남경찰서)"),
        ("솔내경찰서", "Sollae Police Station (솔내경찰서)"),
        ("경기도교육청", "Gyeonggi Office of Education (경기도교육청)"),
        ("광주지법", "Gwangju District Court (광주지법)"),
        ("서울중앙지검", "Seoul Central District Prosecutors' Office (서울중앙지검)"),
        ("㈜대한항공", "Korean Air (㈜대한항공)"),
        ("국제축구연맹(FIFA)", "FIFA (국제축구연맹(FIFA))"),
        ("전북 현대", "Jeonbuk Hyundai (전북 현대)"),
        ("조합원", "union member (조합원)"),
        ("조합원들", "union members (조합원들)"),
        ("시어머니", "mother in law (시어머니)"),
        ("전국금빛연대", "전국금빛연대"),
        ("119구조대", "119구조대"),
    ],
)
def test_bodies_and_groups_are_no_people(names: PersonNames, korean: str, english: str) -> None:
    assert names.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "following", "english"),
    [
        ("허준", " 교수는 말했다.", "Heo Jun (허준)"),
        ("허준", "은 말했다.", "Heojun (허준)"),
        ("강민구", "(47) 씨가 이겼다.", "Kang Min-gu (강민구)"),
        ("여울구", "가 낸다.", "Yeoul-gu (여울구)"),
        ("유족", " 대표는 말했다.", "bereaved family (유족)"),
        ("조국", "(59) 대표는 말했다.", "Cho Kuk (조국)"),
        ("A씨", "는 말했다.", "A씨"),
        ("주민 A씨", "는 말했다.", "주민 A씨"),
    ],
)
def test_a_title_or_an_age_tells_a_person(names: PersonNames, korean: str, following: str, english: str) -> None:
    assert names.in_english(korean, following) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("서울시장", "mayor of Seoul"),
        ("해담시장", "mayor of 해담"),
        ("구름포시장", "mayor (구름포시장)"),
        ("의정부시장", "mayor of Uijeongbu"),
        ("부산시 부시장", "deputy mayor of Busan"),
        ("전 서울시장", "former mayor of Seoul"),
        ("세계대도시협의회 사무총장", "secretary general of 세계대도시협의회"),
        ("협의회(Metropolis) 사무총장", "secretary general of Metropolis"),
        ("오세훈시장", "Oh Se-hoon, mayor (오세훈시장)"),
        ("오세훈 서울시장", "Oh Se-hoon, mayor of Seoul (오세훈 서울시장)"),
        ("오세훈 전 시장", "Oh Se-hoon, former mayor (오세훈 전 시장)"),
        ("박찬대 의원", "Park Chan-dae, lawmaker (박찬대 의원)"),
        ("고려대 총장", "president of Korea University"),
        ("구의회 의원", "lawmaker of 구의회"),
        ("서린대 토목공학과 함보윤 교수", "Ham Bo-yun, professor (서린대 토목공학과 함보윤 교수)"),
        ("박 시장", "Park, mayor (박 시장)"),
        ("조 바이든 대통령", "Joe Biden, president (조 바이든 대통령)"),
        ("조르주 당통 대통령", "president (조르주 당통 대통령)"),
        ("이치로 시게루 총리", "prime minister (이치로 시게루 총리)"),
        ("고 노무현 전 대통령", "the late Roh Moo-hyun, former president (고 노무현 전 대통령)"),
        ("국토교통부 장관", "minister of Land, Infrastructure and Transport"),
        ("구하람 한국은행 총재", "Koo Ha-ram, governor of the Bank of Korea (구하람 한국은행 총재)"),
        ("구하람 쿠팡 의장", "Koo Ha-ram, chair of Coupang (구하람 쿠팡 의장)"),
        ("구하람 대한체육회장", "Koo Ha-ram, chairman of the Korean Sport & Olympic Committee (구하람 대한체육회장)"),
        ("한강 작가", "Han Kang, writer (한강 작가)"),
        ("소설가 한강", "Han Kang, novelist (소설가 한강)"),
        ("배우 구하람", "Koo Ha-ram, actor (배우 구하람)"),
        ("구하람 감독", "Koo Ha-ram (구하람 감독)"),
        ("감독", "감독"),
        ("현장소장", "현장소장"),
        (
            "조르디 바쿼(Jordi Vaquer) 사무총장",
            "secretary general (조르디 바쿼(Jordi Vaquer) 사무총장)",
        ),
        ("인근 주민들", "residents (인근 주민들)"),
    ],
)
def test_nobody_holds_an_office_of_a_person(names: PersonNames, korean: str, english: str) -> None:
    assert names.in_english(korean) == english


@given(
    st.lists(st.sampled_from(["김", "모", "씨", "들", "시장", "전", "서울", " ", "(", "A", ")", "구", "대"])).map(
        "".join
    )
)
def test_any_text_is_rendered(names: PersonNames, korean: str) -> None:
    assert isinstance(names.in_english(korean, korean), str)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("미국 대사", "US ambassador"),
        ("주러시아대사", "ambassador to Russia"),
        ("주중 대사", "ambassador to China"),
        ("전 주미 대사", "former ambassador to the United States"),
        ("주유엔 대사", "ambassador to the United Nations"),
        ("주한 베트남 대사", "Vietnamese ambassador to South Korea"),
        ("주오사카 총영사", "consul general in Osaka"),
        ("구하람 주베트남 대사", "Koo Ha-ram, ambassador to Vietnam (구하람 주베트남 대사)"),
        ("구하람 전 주미대사", "Koo Ha-ram, former ambassador to the United States (구하람 전 주미대사)"),
        ("평창 홍보대사", "honorary ambassador of Pyeongchang"),
    ],
)
def test_an_envoy_is_told_by_the_country_that_sends_or_receives_him(
    names: PersonNames, korean: str, english: str
) -> None:
    assert names.in_english(korean) == english

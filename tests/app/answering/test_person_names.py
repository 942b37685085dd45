import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.person_names import PersonNames
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="module")
def names() -> PersonNames:
    return PersonNames(Glossary.load(), People.load())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("오세훈", "Oh Se-hun (오세훈)"),
        ("독고철", "Dokgo Cheol (독고철)"),
        ("선우가람", "Sunwoo Ga-ram (선우가람)"),
        ("구하람 씨", "Koo Ha-ram (구하람 씨)"),
        ("김모(45) 씨", "Kim (김모(45) 씨)"),
        ("조르디 바쿼", "Joreudi Bakwo (조르디 바쿼)"),
    ],
)
def test_people_are_spelt_as_they_spell_themselves(names: PersonNames, korean: str, english: str) -> None:
    assert names.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("정부", "government (정부)"),
        ("경찰", "police (경찰)"),
        ("국회", "national assembly (국회)"),
        ("노조", "labor union (노조)"),
        ("서울시", "Seoul (서울시)"),
        ("평창군", "Pyeongchang (평창군)"),
        ("서울 경찰", "Seoul police (서울 경찰)"),
        ("고려대", "Goryeodae (고려대)"),
        ("유학생", "foreign student (유학생)"),
        ("주민들", "residents"),
        ("아이들", "children (아이들)"),
        ("어민들", "fishers"),
        ("국회의원들", "members of the National Assembly"),
        ("신고자들", "신고자들"),
        ("임직원", "임직원"),
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
        ("여울구", "가 낸다.", "Yeoulgu (여울구)"),
        ("유족", " 대표는 말했다.", "bereaved (유족)"),
        ("조국", "(59) 대표는 말했다.", "Cho Guk (조국)"),
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
        ("전 서울시장", "former mayor of Seoul"),
        ("세계대도시협의회 사무총장", "secretary general of 세계대도시협의회"),
        ("협의회(Metropolis) 사무총장", "secretary general of Metropolis"),
        ("오세훈시장", "Oh Se-hun, mayor (오세훈시장)"),
        ("오세훈 서울시장", "Oh Se-hun, mayor of Seoul (오세훈 서울시장)"),
        ("오세훈 전 시장", "Oh Se-hun, former mayor (오세훈 전 시장)"),
        ("박찬대 의원", "Park Chan-dae, lawmaker (박찬대 의원)"),
        ("고려대 총장", "president of the university of 고려대"),
        ("구의회 의원", "lawmaker of 구의회"),
        ("서린대 토목공학과 함보윤 교수", "Ham Bo-yun, professor (서린대 토목공학과 함보윤 교수)"),
        ("박 시장", "Park, mayor (박 시장)"),
        ("조 바이든 대통령", "president (조 바이든 대통령)"),
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

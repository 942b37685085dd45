import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.place_names import PlaceNames
from indexing.language.glossary import Glossary


@pytest.fixture(scope="module")
def places() -> PlaceNames:
    return PlaceNames(Glossary.load())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("서울", "Seoul"),
        ("캐나다 몬트리올", "Montreal, Canada"),
        ("해담아트홀", "Haedam Art Hall (해담아트홀)"),
        ("담내천과 여울대교", "Damnae Stream and Yeoul Bridge (담내천과 여울대교)"),
        ("갈무동 주민센터", "Galmu-dong Community Center (갈무동 주민센터)"),
        ("해담시 솔내구", "Sollae-gu, Haedam (해담시 솔내구)"),
        ("솔내구의 솔내아이병원", "Sollae Children's Hospital, Sollae-gu (솔내구의 솔내아이병원)"),
        ("갈무초등학교", "Galmu Elementary School (갈무초등학교)"),
        ("포월항", "Powol Port (포월항)"),
        ("부산역", "Busan Station (부산역)"),
        ("서울 종로구", "Jongno, Seoul"),
    ],
)
def test_places_read_well_in_english(places: PlaceNames, korean: str, english: str) -> None:
    assert places.in_english(korean) == english


@given(st.text(alphabet="가나다시구동역 항과,·A", max_size=20))
def test_any_text_is_rendered(places: PlaceNames, korean: str) -> None:
    assert isinstance(places.in_english(korean), str)

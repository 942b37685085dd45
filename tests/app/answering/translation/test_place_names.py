import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.translation.place_names import PlaceNames
from indexing.language.glossary import Glossary


@pytest.fixture(scope="module")
def places() -> PlaceNames:
    return PlaceNames(Glossary.load())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("서울", "Seoul"),
        ("캐나다 몬트리올", "Montreal, Canada"),
        ("벨기에 안트베르펜", "Antwerp, Belgium"),
        ("캐나다 드르크빌", "Canada (캐나다 드르크빌)"),
        ("도쿄 근교의 드르크빌", "도쿄 근교의 드르크빌"),
        ("해담실내체육관", "Haedam Indoor Gymnasium (해담실내체육관)"),
        ("해담시민공원", "Haedam Citizens' Park (해담시민공원)"),
        ("시청 앞 잔디광장", "Lawn Square, in front of City Hall (시청 앞 잔디광장)"),
        ("해담아트홀", "Haedam Art Hall (해담아트홀)"),
        ("담내천과 여울대교", "Damnae Stream and Yeoul Bridge (담내천과 여울대교)"),
        ("갈무동 주민센터", "Galmu-dong Community Center (갈무동 주민센터)"),
        ("해담시 솔내구", "Sollae-gu, Haedam (해담시 솔내구)"),
        ("솔내구의 솔내아이병원", "Sollae Children's Hospital, Sollae-gu (솔내구의 솔내아이병원)"),
        ("갈무초등학교", "Galmu Elementary School (갈무초등학교)"),
        ("포월항", "Powol Port (포월항)"),
        ("부산역", "Busan Station (부산역)"),
        ("서울 종로구", "Jongno, Seoul"),
        ("청주국제공항", "Cheongju International Airport (청주국제공항)"),
        ("인천국제공항", "Incheon International Airport (인천국제공항)"),
        ("솔내월드컵경기장", "Sollae World Cup Stadium (솔내월드컵경기장)"),
        ("서울 코엑스", "COEX, Seoul (서울 코엑스)"),
        ("서울대병원", "Seoul National University Hospital (서울대병원)"),
        ("서울 중구 롯데호텔", "Lotte Hotel, Jung-gu, Seoul (서울 중구 롯데호텔)"),
        ("롯데백화점", "롯데백화점"),
        ("크란츠병원", "크란츠병원"),
        ("푸른솔병원", "Pureunsol Hospital (푸른솔병원)"),
        ("싱가포르 마리나베이샌즈 컨벤션센터", "Singapore (싱가포르 마리나베이샌즈 컨벤션센터)"),
        ("강남 세브란스병원", "Severance Hospital, Gangnam (강남 세브란스병원)"),
        ("국립한빛해양박물관", "National Hanbit Maritime Museum (국립한빛해양박물관)"),
        ("국립극장", "National Theater (국립극장)"),
        ("국립암센터", "국립암센터"),
        ("국립바다유산연구원", "National Badayusan Research Institute (국립바다유산연구원)"),
        ("포월항 국제여객터미널", "International Passenger Terminal, Powol Port (포월항 국제여객터미널)"),
        ("한빛대병원", "Hanbit University Hospital (한빛대병원)"),
        ("미국 캘리포니아주 로스앤젤레스", "Los Angeles, California, United States"),
    ],
)
def test_places_read_well_in_english(places: PlaceNames, korean: str, english: str) -> None:
    assert places.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("항구", "Port (항구)"),
        ("출구", "Exit (출구)"),
        ("도로", "Road (도로)"),
        ("거리", "Street (거리)"),
        ("통로", "Passage (통로)"),
        ("학교 입구", "School Entrance (학교 입구)"),
        ("지하철역 출구", "Subway Station Exit (지하철역 출구)"),
        ("갈무동 네거리", "Galmu-dong Intersection (갈무동 네거리)"),
        ("담내천 하구", "Damnae Stream Estuary (담내천 하구)"),
        ("외국어학교", "Oegugeo School (외국어학교)"),
        ("경로당", "Senior Center (경로당)"),
        ("국회", "National Assembly (국회)"),
        ("여객선 터미널", "Ferry Terminal (여객선 터미널)"),
        ("옛 시청 자리", "Former City Hall Site (옛 시청 자리)"),
        ("서린시의 ‘개화기 거리’", "Gaehwagi Street, Seorin (서린시의 ‘개화기 거리’)"),
        ("저녁 포월항", "Powol Port (저녁 포월항)"),
    ],
)
def test_common_words_become_no_names(places: PlaceNames, korean: str, english: str) -> None:
    assert places.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("시청 앞", "in front of City Hall (시청 앞)"),
        ("시청 앞 광장", "Square in front of City Hall (시청 앞 광장)"),
        ("시청 앞 세종대로", "Sejong-daero, in front of City Hall (시청 앞 세종대로)"),
        ("강남역 11번출구 앞", "in front of Exit 11, Gangnam Station (강남역 11번출구 앞)"),
        ("포월항 일원", "around Powol Port (포월항 일원)"),
        ("서귀포시 앞바다", "off Seogwipo (서귀포시 앞바다)"),
        ("경부고속도로 서울 방향", "toward Seoul, Gyeongbu Expressway (경부고속도로 서울 방향)"),
        ("앞 광장", "앞 광장"),
    ],
)
def test_what_lies_beside_a_place_is_told_by_a_preposition(places: PlaceNames, korean: str, english: str) -> None:
    assert places.in_english(korean) == english


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("솔내역 3번 출구", "Exit 3, Sollae Station (솔내역 3번 출구)"),
        ("포월항 제1부두", "Pier 1, Powol Port (포월항 제1부두)"),
        ("제1공영주차장", "Public Parking Lot 1 (제1공영주차장)"),
        ("시청 3층", "Floor 3, City Hall (시청 3층)"),
        ("시청 3층 대강당", "Main Auditorium, Floor 3, City Hall (시청 3층 대강당)"),
        ("시청 지하 1층 회의실", "Meeting Room, Basement Floor 1, City Hall (시청 지하 1층 회의실)"),
        ("한빛미술관 1·2전시실", "한빛미술관 1·2전시실"),
        ("갈무2동", "Galmu2-dong (갈무2동)"),
        ("강남대로 12", "12, Gangnam-daero (강남대로 12)"),
    ],
)
def test_numbers_stay_digits(places: PlaceNames, korean: str, english: str) -> None:
    assert places.in_english(korean) == english


@pytest.mark.parametrize("korean", ["쉼돌방", "브레머하펜 시청", "갈무동 쉼돌방", "길 가장자리", "2시간", "‘’", ""])
def test_what_is_not_known_and_no_name_stays_korean(places: PlaceNames, korean: str) -> None:
    assert places.in_english(korean) == korean


def test_a_name_is_known_by_what_its_article_calls_by_it(places: PlaceNames) -> None:
    assert places.in_english("해담", "해담시는 21일 밝혔다.") == "Haedam (해담)"
    assert places.in_english("해담", "새해담시장은 말했다.") == "해담"


@given(st.text(alphabet="가나다시구동역 항과,·A3번출입앞‘의", max_size=20))
def test_any_text_is_rendered(places: PlaceNames, korean: str) -> None:
    assert isinstance(places.in_english(korean), str)

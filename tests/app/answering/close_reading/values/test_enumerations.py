import pytest

from app.answering.close_reading.values.enumerations import items_of, with_whole_enumeration
from app.answering.spans.span import OfficeHeld, Span
from app.question.question import Question

COUNTRIES = "개막 공연에는 캐나다, 이탈리아, 일본, 대한민국 등 4개국 팀이 나선다."
HOUSES = "새 집은 물길지구(64호), 대학로(36호), 항구동(20호) 등 세 곳에 들어섰다."
JUDGES = "심사는 강보라 위원장과 시인 배로미, 소설가 진다온 등 3명이 맡았다."
TWINS = "시는 앞서 일본 마이즈루, 독일 킬, 튀르키예 이즈미르와 자매결연을 맺었다."
BANNED = "반려동물과 텐트, 주류는 반입할 수 없다."
CITIES = "She has conducted in Bilbao, Leipzig and Melbourne."


def whole(sentence: str, marked: str, asked: str = "누구와 어디야?", kind: str = "what") -> str:
    start = sentence.index(marked)
    span = Span(start, start + len(marked), marked, 1.0)
    found = with_whole_enumeration(Question(asked, "ko", (kind,), ()), sentence, kind, span)
    assert found.text == sentence[found.start : found.end]
    return found.text


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        (COUNTRIES, "캐나다", "캐나다, 이탈리아, 일본, 대한민국"),
        (COUNTRIES, "일본", "캐나다, 이탈리아, 일본, 대한민국"),
        (COUNTRIES, "대한민국", "캐나다, 이탈리아, 일본, 대한민국"),
        (COUNTRIES, "캐나다, 이탈리아", "캐나다, 이탈리아, 일본, 대한민국"),
        (COUNTRIES, "4개국 팀", "4개국 팀"),
        (HOUSES, "물길지구(64호), 대학로(36호), 항구동", "물길지구(64호), 대학로(36호), 항구동(20호)"),
        (HOUSES, "대학로", "물길지구(64호), 대학로(36호), 항구동(20호)"),
        (JUDGES, "강보라", "강보라 위원장과 시인 배로미, 소설가 진다온"),
        (JUDGES, "배로미", "강보라 위원장과 시인 배로미, 소설가 진다온"),
        (TWINS, "튀르키예 이즈미르", "일본 마이즈루, 독일 킬, 튀르키예 이즈미르"),
        (BANNED, "반려동물과 텐트", "반려동물과 텐트, 주류"),
        ("김하나 대표는 박두리 감독과 만나 계획을 논의했다.", "박두리", "박두리"),
        ("가수 윤단비와 밴드 '모래바람'이 공연을 한다.", "윤단비", "윤단비와 밴드 '모래바람'"),
        (
            "대상은 기초생활수급자와 차상위계층이며, 신청은 6월에 받는다.",
            "기초생활수급자",
            "기초생활수급자와 차상위계층",
        ),
        ("조사 결과 원인은 담뱃불로 드러났다.", "담뱃불", "담뱃불"),
        ("시장은 의장, 주민 100여 명과 함께 갔다.", "의장", "의장"),
        ("차를 가진 사람과 이미 이 집에 사는 사람은 안 된다.", "차를 가진 사람", "차를 가진 사람"),
        ("회원은 서울·부산·대구 등이다.", "부산", "서울·부산·대구"),
        ("그는 아버지 한도담과 어머니 윤슬비 사이에서 태어났다.", "한도담", "한도담"),
        ("수도는 법으로는 없으나, 가람이 그 구실을 한다.", "가람", "가람"),
        ("해솔은 옛 강마을의 나루로, 버들강 어귀에 있다.", "옛 강마을", "옛 강마을"),
        (
            "해솔항만협회(海率港灣協會, Haesol Harbour and Ports Association, HHPA)는 크다.",
            "해솔항만협회",
            "해솔항만협회",
        ),
        (CITIES, "Bilbao, Leipzig", "Bilbao, Leipzig and Melbourne"),
        (CITIES, "Melbourne", "Bilbao, Leipzig and Melbourne"),
        ("The gift came from Sorin Shipping, the port operator.", "Sorin Shipping", "Sorin Shipping"),
        ("It treats eyes, old burns and broken bones.", "eyes", "eyes, old burns and broken bones"),
        ("Chair Moon Jae-ah left, and Bob Lee agreed.", "Moon Jae-ah", "Moon Jae-ah"),
    ],
)
def test_of_an_enumeration_all_answer(sentence: str, marked: str, expected: str) -> None:
    assert whole(sentence, marked) == expected


def test_one_of_several_is_asked_for_by_what_tells_it_apart() -> None:
    assert whole(BANNED, "텐트", "가장 많이 압수된 것은 뭐야?") == "텐트"
    assert whole(COUNTRIES, "일본", "제일 먼저 나서는 네 나라는?") == "캐나다, 이탈리아, 일본, 대한민국"
    assert whole(COUNTRIES, "캐나다", "캐나다 말고 어디가 나와?") == "캐나다, 이탈리아, 일본, 대한민국"
    assert whole(COUNTRIES, "캐나다", "일본 말고 어디가 나와?") == "캐나다"


def test_a_holder_of_an_office_answers_alone() -> None:
    sentence = "한도담 해솔시장과 조르디 비아 시장이 만났다."
    question = Question("해솔시장은 누구야?", "ko", ("who",), (), for_holder=True)
    assert with_whole_enumeration(question, sentence, "who", Span(0, 3, "한도담", 1.0)).text == "한도담"
    held = Span(0, 3, "한도담", 1.0, office=OfficeHeld.ASKED)
    assert with_whole_enumeration(Question("누구?", "ko", ("who",), ()), sentence, "who", held).text == "한도담"


def test_only_names_and_things_are_enumerated() -> None:
    assert whole("표는 5만 원, 3만 원이다.", "5만 원", kind="how_many") == "5만 원"


def test_items_of_an_enumeration_are_told_apart() -> None:
    assert items_of("강보라 위원장과 시인 배로미, 소설가 진다온") == ["강보라 위원장", "시인 배로미", "소설가 진다온"]
    assert items_of("Bilbao, Leipzig and Melbourne") == ["Bilbao", "Leipzig", "Melbourne"]
    assert items_of("서울·부산 및 대구") == ["서울", "부산", "대구"]
    assert items_of("시립 도서관") == ["시립 도서관"]
    assert items_of("말과 글을 함께") == ["말과 글을 함께"]
    assert items_of("") == []

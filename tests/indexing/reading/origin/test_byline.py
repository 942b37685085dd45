import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.origin.byline import (
    is_byline,
    lead_publisher,
    lead_reporters,
    outlet_alone,
    publisher_in,
    reporters_in,
    tidy_authors,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("최하나 기자 / 기사승인 : 2025-01-21", ("최하나",)),
        ("한마루·오나래 기자", ("한마루", "오나래")),
        ("도쿄=최하나 특파원", ("최하나",)),
        ("현장 취재 기자", ()),
        ("최하나 한마루 기자", ("최하나", "한마루")),
        ("최하나 한마루 오나래 기자 hana@haru.example", ("최하나", "한마루", "오나래")),
        ("도쿄=최하나 한마루 특파원", ("최하나", "한마루")),
        ("최하나 한마루 도쿄 특파원", ("최하나", "한마루")),
        ("남궁민수 최하나 기자 / 기사승인 : 2025-01-21", ("남궁민수", "최하나")),
        ("강원도 최하나 기자", ("최하나",)),
        ("한겨레 최하나 기자", ("최하나",)),
        ("정치부 최하나 기자", ("최하나",)),
        ("골목길 이야기를 전해온 최하나 기자", ("최하나",)),
        ("최하나 도쿄 특파원", ("최하나",)),
        ("최하나 워싱턴특파원", ("최하나",)),
        ("최하나·한마루 로스앤젤레스 특파원", ("최하나", "한마루")),
        ("도쿄/최하나 특파원", ("최하나",)),
        ("강진/최하나 기자", ("최하나",)),
        ("강진·최하나 기자", ("강진", "최하나")),
        ("베이징·상하이/최하나 특파원", ("최하나",)),
        ("수원/최하나 기자", ("최하나",)),
        ("일본 도쿄 특파원", ()),
        ("최하나 순회특파원", ("최하나",)),
        ("최하나 사회부 기자", ("최하나",)),
        ("사회부 최하나 기자", ("최하나",)),
        ("사회부/최하나 기자", ("최하나",)),
        ("최하나 디지털뉴스팀 기자", ("최하나",)),
        ("최하나 의학전문기자", ("최하나",)),
        ("최하나 의학 전문기자", ("최하나",)),
        ("최하나 부동산 전문기자", ("최하나",)),
        ("경제부 최하나 전문기자", ("최하나",)),
        ("최하나 선임기자", ("최하나",)),
        ("정치부 김진부 기자", ("김진부",)),  # no desk, though the name ends like one
        ("강진 기자", ("강진",)),  # no town, though there is one
        ("사진 최하나 기자", ("최하나",)),
        ("최하나 기자는 걸었다", ()),
        ("기자명 최하나 기자", ("최하나",)),
        ("최하나 편집위원 | hana@haru.example", ("최하나",)),
        ("최하나 대기자", ("최하나",)),
        ("해담 최하나 시민기자", ("최하나",)),
        ("KNB 뉴스 최하나입니다.", ("최하나",)),
        ("하루방송 뉴스, 남궁민수입니다", ("남궁민수",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("BY CHOI HA-NA [hana@haru.example]", ("Choi Ha-na",)),
        ("지금까지 담내천에서 KNB뉴스 최하나입니다.", ("최하나",)),
        ("최하나 기상캐스터", ("최하나",)),
    ],
)
def test_reporters_are_named_without_their_title(text: str, names: tuple[str, ...]) -> None:
    assert reporters_in(text) == names


@pytest.mark.parametrize(
    "line",
    [
        "최하나 기자",
        "최하나 기자 hana@example.com",
        "KNB 뉴스 최하나입니다.",
        "hana@example.com",
        "사회부 최하나 기자",
        "By Jane Doe",
        "(Reporting by Choi Ha-na in Seoul, Jane Doe in Haedam; Additional reporting by A. Roe; Editing by Ann Poe)",
        "(Writing and editing by Jane Doe)",
        "최하나 도쿄 특파원",
        "최하나 한마루 오나래 기자",
        "도쿄 특파원",
    ],
)
def test_a_line_that_only_names_its_writer_is_a_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "최하나 기자가 만난 사람들과 그들의 오래된 골목 이야기",
        "기자 간담회",
        "기자는 말했다.",
        "By the river",
        "(Reporting by telephone is free.) The office said so.",
        "물빛축제 드론쇼 취재한 최하나 기자",
        "하루방송 뉴스 속보입니다.",
        "오늘 만난 사람은 최하나입니다.",
    ],
)
def test_a_headline_or_sentence_about_reporters_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지]", "하루뉴스"),
        ("<저작권자(c) 하루뉴스, 무단 전재-재배포 금지>", "하루뉴스"),
        ("[ⓒ 하루경제 & haru.example, 무단전재 및 재배포 금지]", "하루경제"),
        ("Copyright ⓒ 2025 Haru News. All rights reserved.", "Haru News"),
        ("무단전재 및 재배포 금지", None),
    ],
)
def test_the_copyright_line_names_the_outlet(line: str, name: str | None) -> None:
    assert publisher_in(line) == name


@pytest.mark.parametrize(
    ("lead", "outlet", "names"),
    [
        ("[하루뉴스] 시는 밝혔다.", "하루뉴스", ()),
        ("(해담=하루통신) 최하나 기자 = 시는 밝혔다.", "하루통신", ("최하나",)),
        ("[하루일보=최하나 기자] 시는 밝혔다.", "하루일보", ("최하나",)),
        ("[하루일보 최하나 사회부 기자] 시는 밝혔다.", None, ("최하나",)),
        ("(도쿄=하루통신) 최하나 특파원 = 시는 밝혔다.", "하루통신", ("최하나",)),
        ("HAEDAM, Jan. 21 (Haru) -- The city said so.", "Haru", ()),
        ("HAEDAM (Haru News) — The city said so.", "Haru News", ()),
        ("UNESCO (the agency) -- the city said so.", None, ()),
        ("[단독] 시는 밝혔다.", None, ()),
        ("[개회식] 시장은 연설했다.", None, ()),
    ],
)
def test_the_lead_tag_names_outlet_and_reporter(lead: str, outlet: str | None, names: tuple[str, ...]) -> None:
    assert lead_publisher(lead) == outlet
    assert lead_reporters(lead) == names


@pytest.mark.parametrize("name", ["남포일보", "하루뉴스", "해담방송", "하루경제", "The Haru Times", "Haru Courier"])
def test_an_outlet_s_name_stands_alone(name: str) -> None:
    assert outlet_alone(f"{name} |") == name


@pytest.mark.parametrize("text", ["하루일보 | 정치", "하루일보 > 사회 > 사건", "하루일보ㅣ국제"])
def test_a_section_may_stand_behind_the_outlet_s_name(text: str) -> None:
    assert outlet_alone(text) == "하루일보"


def test_an_english_section_may_stand_behind_an_english_outlet_s_name() -> None:
    assert outlet_alone("Haru Courier | Culture") == "Haru Courier"


@pytest.mark.parametrize(
    "text", ["최신뉴스", "지역경제", "뉴스", "생방송", "오늘의 뉴스", "해담시, 신문", "New York", "남포일보 창간 30년"]
)
def test_a_section_of_a_page_is_no_outlet(text: str) -> None:
    assert outlet_alone(text) is None


def test_authors_from_metadata_lose_titles_addresses_and_outlets() -> None:
    stated = [
        "해담, 온내 최하나 기자 hana@example.com",
        "한마루 기자 외 1명",
        "하루뉴스",
        "Jane Doe",
        "haru_desk",
        "Jane Doe",
        "사회부",
        "도쿄 특파원",
        "오나래 도쿄 특파원",
        "도쿄/한별",
        "글쓴이 최두리",
    ]
    assert tidy_authors(stated, ["하루뉴스"]) == ("최하나", "한마루", "Jane Doe", "오나래", "한별", "최두리")


WORDS = ["최하나", "한별", "도쿄", "사회부", "의학", "의학전문", "기자", "특파원", "는", " ", " ", "·", "/", "=", ")"]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join))
def test_reporters_stand_in_the_text_and_no_post_is_one(text: str) -> None:
    for name in reporters_in(text):
        assert name in text
        assert name not in ("사회부", "의학전문", "기자")
    assert set(tidy_authors([text])) <= set(reporters_in(text)) or not reporters_in(text)


@pytest.mark.parametrize(
    "line", ["[부고] 최하나(하루뉴스 기자)씨 부친상", "최하나 기자 별세", "[인사] 하루뉴스 최하나 기자"]
)
def test_a_reporter_in_the_news_signs_nothing(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("취재기자 최하나", "최하나"),
        ("기자명: 최하나", "최하나"),
        ("by 최하나", "최하나"),
        ("최하나 hana@haru.example", "최하나"),
        ("최솔 | sol@haru.example", "최솔"),
        ("Choi Ha-na (hana@haru.example)", "Choi Ha-na"),
        ("Choi Ha-na, Staff Writer", "Choi Ha-na"),
    ],
)
def test_a_name_may_stand_behind_its_title_or_before_an_address(line: str, name: str) -> None:
    assert is_byline(line)
    assert reporters_in(line) == (name,)


@pytest.mark.parametrize(
    "line",
    ["기자 회견", "기자 간담회", "글 모음", "독자제보 news@haru.example", "Haru Times news@haru.example", "최하나"],
)
def test_what_has_a_title_s_word_or_an_address_beside_it_may_be_no_name(line: str) -> None:
    assert reporters_in(line) == ()


def test_a_signature_may_have_the_day_s_label_glued_to_it() -> None:
    assert reporters_in("하루일보 최하나 기자입력 2025. 1. 21. 18:35수정 2025. 1. 22. 10:00") == ("최하나",)
    assert reporters_in("최하나 기자입력란") == ()

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.text.flat_text import pieces


def texts(text: str) -> list[str]:
    return [piece for _, piece, _ in pieces(text)]


def test_an_article_on_one_line_is_taken_apart_at_its_signs() -> None:
    line = (
        "물빛축제 17일 개막 최하나 기자 / 기사승인 : 2025-01-21 18:35:19 ▲ 시민들이 등을 띄우고 있다. (사진=해담시) "
        "해담시는 축제를 연다고 밝혔다. 입장은 무료다. "
        "[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지] 최신뉴스 온내군 사과 축제"
    )
    assert texts(line)[:3] == [
        "물빛축제 17일 개막",
        "최하나 기자 / 기사승인 : 2025-01-21 18:35:19",
        "▲ 시민들이 등을 띄우고 있다. (사진=해담시)",
    ]
    assert "최신뉴스 온내군 사과 축제" in texts(line)


def test_what_follows_a_credit_or_an_address_on_one_line_is_the_article() -> None:
    assert texts(
        "물빛축제 개막 최하나 기자 / hana@haru.example ▲ 등을 띄우는 시민들. (사진=해담문화재단) "
        "해담시는 축제를 열었다. 입장은 무료다."
    )[1:4] == [
        "최하나 기자 / hana@haru.example",
        "▲ 등을 띄우는 시민들. (사진=해담문화재단)",
        "해담시는 축제를 열었다.",
    ]
    assert texts("물빛축제 개막 최하나 기자 / hana@haru.example 해담시는 축제를 열었다.")[1:] == [
        "최하나 기자 / hana@haru.example",
        "해담시는 축제를 열었다.",
    ]
    assert texts("해담시(시장 한도겸) 공무원은 news@haru.example 주소로 알렸다.") == [
        "해담시(시장 한도겸) 공무원은 news@haru.example 주소로 알렸다."
    ]


def test_sentences_glued_by_a_scraper_are_cut_without_a_space() -> None:
    assert list(pieces("시는 문을 열었다.이어 시장이 말했다.")) == [
        (1, "시는 문을 열었다.", None),
        (1, "이어 시장이 말했다.", ""),
    ]


def test_lines_of_a_file_that_has_its_line_breaks_stay_whole() -> None:
    text = "제목\n\n첫 문장이다. 둘째 문장이다.\n셋째다.\n넷째다."
    assert texts(text) == ["제목", "첫 문장이다. 둘째 문장이다.", "셋째다.", "넷째다."]


def test_a_copyright_line_glued_to_the_last_paragraph_is_cut_off() -> None:
    text = "하나다.\n둘이다.\n셋이다.\n축제는 사흘 동안 열린다. <저작권자(c) 하루뉴스, 무단 전재-재배포 금지>"
    assert texts(text)[-2:] == ["축제는 사흘 동안 열린다.", "<저작권자(c) 하루뉴스, 무단 전재-재배포 금지>"]


@pytest.mark.parametrize("bullet", ["❍", "□", "△", "ㅇ", "※"])
def test_the_items_of_a_list_are_no_wrapped_lines(bullet: str) -> None:
    items = [f"{bullet} (지원대상) 온내군에 주소를 둔 70세 이상 어르신 6만 8천여 명 {number}" for number in range(4)]
    assert texts("\n".join(items)) == items


def test_lines_wrapped_at_a_fixed_width_become_paragraphs() -> None:
    text = (
        "Bridge opens\n\n"
        "The city council decided on Tuesday that the new bridge across\n"
        "the river will be opened this year, although the money for its\n"
        "lights is still missing.\n\n"
        "The mayor promised to find it.\n"
        "- a list\n- of items\n- stays one"
    )
    assert texts(text)[1].endswith("although the money for its lights is still missing.")
    assert texts(text)[-3:] == ["- a list", "- of items", "- stays one"]


PAIR = (
    "해담시가 내년부터 초등학생 전원에게 아침밥을 준다. 시는 예산 36억\n원을 세워 학교에서 김밥과 과일을 나눠 준다.",
    "시 관계자는 결식률이 31%에 이르는 것으로 조사됐다며 늦었지만 꼭\n해야 할 일이라고 말했다.",
)


def test_a_paragraph_of_two_lines_is_one_where_others_are_wrapped_at_the_same_width() -> None:
    assert texts("\n\n".join(["아침밥 준다", *PAIR]))[1:] == [pair.replace("\n", " ") for pair in PAIR]
    assert texts("\n\n".join([WRAPPED[1], PAIR[0]]))[1] == PAIR[0].replace("\n", " ")


def test_a_headline_above_a_sentence_is_no_paragraph_of_two_lines() -> None:
    wide = "시는 예산 36억 원을 세워 학교 22곳에서 김밥과 과일을 나눠 주기로 했다고 5일 밝혔다. 대상은 6천900여 명이다."
    assert texts("\n\n".join([PAIR[0], wide, "끝."]))[:2] == PAIR[0].split("\n")
    assert texts("\n\n".join([*PAIR, wide]))[:4] == [line for pair in PAIR for line in pair.split("\n")]


WRAPPED = (
    "The city council decided on Tuesday that the new bridge across\n"
    "the river will be opened this year, although the money for its\n"
    "lights is still missing.",
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구에서 물빛축제를\n"
    "연다고 2일 밝혔다. 올해로 열두 번째인 축제에는 드론 오백 대가\n"
    "밤하늘에 고래와 등대를 그린다.",
)
HEADS = (
    "Haedam council passes budget for next year\nBy Lim Jae-seong and Kim Na-young\nPublished Jan. 21, 2025 at 6:35 PM",
    "해담시, 내년 예산안 3조원 통과…시민단체 “복지 예산 삭감 반대”\n"
    "시의회 찬성 20표·반대 15표로 가결, 시장 “원안대로 집행하겠다”\n"
    "입력 2025.01.21. 오전 8:10 수정 2025.01.22. 오후 3:00 김철수 기자",
)
FEET = ("최하나 기자 hana@haru.example", "Lim Jae-seong (forest@haru.example)\nPublished Jan. 21, 2025 at 6:35 PM")


@pytest.mark.parametrize("wrapped", WRAPPED)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headline_byline_and_dateline_above_a_text_stay_lines(head: str, gap: str, wrapped: str) -> None:
    assert texts(f"{head}{gap}{wrapped}\n\n끝.") == [*head.split("\n"), wrapped.replace("\n", " "), "끝."]


@pytest.mark.parametrize("wrapped", WRAPPED)
@pytest.mark.parametrize("foot", FEET)
def test_byline_and_dateline_below_a_text_stay_lines(foot: str, wrapped: str) -> None:
    assert texts(f"제목\n\n{wrapped}\n{foot}\n\n끝.") == [
        "제목",
        wrapped.replace("\n", " "),
        *foot.split("\n"),
        "끝.",
    ]


def test_a_date_inside_a_wrapped_sentence_ends_no_line() -> None:
    text = (
        "The report of the council, which the mayor of the city had\n"
        "published on Jan. 21, 2025, says that the bridge across the\n"
        "river is not safe for lorries any longer."
    )
    assert texts(f"Bridge closes\n\n{text}\n\nThe end.")[1] == text.replace("\n", " ")


@given(st.text(alphabet=st.sampled_from('가나다.요 \n"”(▲)A1'), max_size=300))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


@given(st.text(max_size=300))
def test_line_numbers_never_go_back(text: str) -> None:
    numbers = [number for number, _, _ in pieces(text)]
    assert numbers == sorted(numbers)
    assert all(1 <= number <= text.count("\n") + 1 for number in numbers)

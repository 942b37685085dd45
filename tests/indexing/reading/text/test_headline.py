import pytest

from indexing.reading.text.headline import (
    first_sentence,
    headline_index,
    outlet_in_box,
    overlap,
    unlabelled,
    without_outlet,
)
from indexing.reading.text.lines import typed_lines

BODY = (
    "해담시 관광진흥과는 오는 11일부터 사흘간 담내천에서 물빛축제를 연다고 밝혔다. "
    "문의는 031-000-2310으로 하면 된다. 담당 검사도 온다."
)
HEADLINE = "물빛축제, 5월 11일부터 사흘간 열린다"


@pytest.mark.parametrize(
    ("title", "outlets", "plain"),
    [
        ("물빛축제 17일 개막 - 하루뉴스", [], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막 | 하루", ["하루"], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막 < 문화 < 기사본문 - 하루일보", [], "물빛축제 17일 개막"),
        ("물빛축제 17일 개막-문화ㅣ하루일보", ["하루일보"], "물빛축제 17일 개막-문화"),
        ("Festival opens in May | Haru Times", [], "Festival opens in May"),
        ("1,500억원 - 그 뒤에 남은 것", [], "1,500억원 - 그 뒤에 남은 것"),
        ("[단독] 물빛축제: 17일의 기록", [], "[단독] 물빛축제: 17일의 기록"),
        ("[사설] 물빛축제, 이대로 좋은가 / 하루신문", [], "[사설] 물빛축제, 이대로 좋은가"),
        ("하루뉴스", ["하루뉴스"], "하루뉴스"),
    ],
)
def test_the_outlet_goes_from_the_title_and_nothing_else(title: str, outlets: list[str], plain: str) -> None:
    assert without_outlet(title, outlets) == plain


def test_the_first_sentence_serves_as_title() -> None:
    assert first_sentence("해담시는 3.5㎞ 길을 열었다. 시민이 몰렸다.\n\n둘째 문단.") == "해담시는 3.5㎞ 길을 열었다."


@pytest.mark.parametrize(
    "tag", ["[하루뉴스=최하나 기자] ", "(해담=하루통신) 최하나 기자 = ", "[하루뉴스] ", "[하루일보 최하나 기자]"]
)
def test_the_lead_tag_is_no_part_of_a_title(tag: str) -> None:
    assert first_sentence(f"{tag}해담시는 길을 열었다. 시민이 몰렸다.") == "해담시는 길을 열었다."


@pytest.mark.parametrize("sentence", ["[단독] 해담시는 길을 열었다.", "(해담시) 길이 열렸다."])
def test_what_says_nothing_of_who_wrote_it_stays_in_a_title(sentence: str) -> None:
    assert first_sentence(sentence) == sentence


def test_an_outlet_s_name_is_no_headline_whatever_it_repeats() -> None:
    head = ["The Haru Times", "Haedam 4°C", "Haedam to run night buses from April", "By Choi Ha-na"]
    body = "The Haru of Haedam will run buses at all times of the night, the city said on Monday."
    lines = typed_lines("\n".join([*head, body]))
    assert headline_index(lines, 4, body, None, outlet="The Haru Times") == 2
    assert headline_index(lines, 4, body, None) == 2


@pytest.mark.parametrize("line", ["Haru Wire - Economy", "Haru Wire | Arts & Culture", "Haru Wire"])
def test_an_outlet_s_name_with_its_section_is_no_headline(line: str) -> None:
    body = "HAEDAM, Sept 1 (Haru Wire) - The economy grew on night buses, the arts and culture council said on Monday."
    lines = typed_lines(f"{line}\nNight bus trade rises 6.8%\n{body}")
    assert headline_index(lines, 2, body, None, outlet="Haru Wire") == 1


def test_a_part_of_an_english_word_repeats_nothing() -> None:
    assert overlap("Haru Times", "The daytime fare is 2,000 won.") == 0.0
    assert overlap("Night buses", "A bus runs every night.") == 0.5
    assert overlap("Haedam startup", "A Haedam-based firm.") == 0.5
    assert overlap("Night fares", "The night fare is 2,000 won.") == 1.0


def test_a_label_tells_the_headline() -> None:
    lines = typed_lines("\n".join(["해담시 관광진흥과 물빛축제", f"제 목 : {HEADLINE}", *BODY.split(". ")]))
    assert headline_index(lines, 2, BODY, None) == 1
    assert unlabelled(f"제 목 : {HEADLINE}") == unlabelled(f"제목 {HEADLINE}") == HEADLINE
    assert unlabelled("제목소리 내는 시의회가 되겠다") == "제목소리 내는 시의회가 되겠다"


def test_a_headline_with_a_tag_stands_above_its_deck_even_if_that_repeats_more() -> None:
    head = ["[인터뷰] “책이 살아야 동네가 산다”", "해담시 물결책방 지키는 최하나 대표"]
    body = "해담시 물결책방을 8년째 지키는 최하나 대표를 만났다.\n책방은 18평이다.\n동네 서점 이야기를 들었다."
    assert headline_index(typed_lines("\n".join([*head, body])), 2, body, None) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "The Metropolis assembly will open on Sept. 29 in Haedam, the city said.",
        "President Lim met U.S. Senator Roe in Haedam on Monday.",
        "“축제를 연다. 비가 와도 연다”고 시장이 말했다.",
        "네. 그렇습니다.",
    ],
)
def test_the_first_sentence_is_whole(sentence: str) -> None:
    assert first_sentence(f"{sentence} A second one follows.") == sentence


def test_an_endless_first_sentence_is_cut_at_a_word() -> None:
    title = first_sentence("가나다 " * 100)
    assert len(title) <= 200
    assert title.endswith("가나다…")


def test_a_title_of_nothing_but_separators_is_cut_short() -> None:
    assert len(without_outlet("하루뉴스 - " * 10_000)) < 1_000


@pytest.mark.parametrize(
    "line",
    [
        "담당과장: 한마루 (031-000-2310)",
        "제공부서 : 해담시 관광진흥과",
        "담당부서 문화국 관광진흥과",
        "담 당 자 과장 한마루 ☎ 031-000-2310 / 주무관 오나래 ☎ 031-000-2314",
        "해담시 관광진흥과 (031-000-2310)",
        "보 도 자 료 | 해담시 관광진흥과",
        "해담시 물빛축제 보도자료",
        "보도자료 (즉시 보도 가능)",
        "문의 감염병관리과 031-000-7720",
        "Contact: Han Maru, Press Officer, +82-31-000-2310",
    ],
)
def test_an_office_s_particulars_are_no_headline(line: str) -> None:
    lines = typed_lines("\n".join([line, HEADLINE, BODY]))
    assert headline_index(lines, 2, BODY, None) == 1


@pytest.mark.parametrize(
    "headline",
    [
        "담당 검사 교체…물빛축제 수사 다시",
        "문의 폭주한 해담시 물빛축제",
        "보도자료 베낀 물빛축제 기사들",
        "물빛축제를 흔든 보도자료",
        "책임자 문책 요구한 해담시 시민",
        "[정정보도자료] 물빛축제 개막 시간",
        "'12345' 해담시 축제 문의 번호 바뀐다",
    ],
)
def test_a_headline_may_begin_like_particulars(headline: str) -> None:
    lines = typed_lines("\n".join([headline, "보도진 따로 들인 담내천 무대", BODY]))
    assert headline_index(lines, 2, BODY, None) == 0


def test_the_headline_of_a_release_stands_first_below_its_masthead_and_office() -> None:
    head = ["보도자료", "해담시 문화국", "밤하늘에 고래가 뜬 해담", "해담시 관광진흥과 물빛축제 개요", BODY]
    assert headline_index(typed_lines("\n".join(head)), 4, BODY, None) == 2


def test_the_digits_of_a_telephone_number_repeat_nothing() -> None:
    assert overlap("김나리 (031-000-2310)", BODY) == 0


@pytest.mark.parametrize(
    ("title", "outlet", "plain"),
    [
        ("[하루일보] 물빛축제 17일 개막", "하루일보", "물빛축제 17일 개막"),
        ("[단독] 물빛축제 17일 개막", None, "[단독] 물빛축제 17일 개막"),
        ("[하루일보] 개막", None, "[하루일보] 개막"),
    ],
)
def test_an_outlet_in_brackets_before_a_title_is_no_part_of_it(title: str, outlet: str | None, plain: str) -> None:
    assert outlet_in_box(title) == (outlet, plain)

from indexing.reading.dumps.sieve import LINK_REASON, sift

LEAD = "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서 물빛축제를 연다고 밝혔다. " * 6


def test_buttons_captions_and_notices_are_taken_out_of_a_body() -> None:
    sifted = sift(
        [
            LEAD,
            "▲ 시민들이 등을 띄우고 있다.",
            "좋아요 3",
            "축제는 무료다. 누구나 갈 수 있다.",
            "최하나 기자",
            "저작권자 © 하루뉴스 무단전재 금지",
        ],
        "물빛축제 개막",
    )
    assert sifted.paragraphs == (LEAD.strip(), "축제는 무료다. 누구나 갈 수 있다.")
    assert sifted.captions == ("시민들이 등을 띄우고 있다.",)
    assert sifted.authors == ("최하나",)
    assert sifted.publisher == "하루뉴스"
    assert [part.reason for part in sifted.dropped] == ["reaction counter", "byline", "copyright"]


def test_what_follows_a_section_head_belongs_to_other_articles() -> None:
    sifted = sift([LEAD, "관련기사", "온내군 사과 축제가 열린다고 군은 밝혔다."], "물빛축제 개막")
    assert sifted.paragraphs == (LEAD.strip(),)
    assert sifted.dropped[-1].reason == "after the article's end"


def test_a_box_of_links_in_the_middle_ends_nothing() -> None:
    assert sift([LEAD, "많이 본 기사", LEAD], "물빛축제 개막").paragraphs == (LEAD.strip(), LEAD.strip())


def test_a_section_head_above_the_article_ends_nothing() -> None:
    assert sift(["관련기사", LEAD], "물빛축제 개막").paragraphs == (LEAD.strip(),)


def test_section_title_and_deck_above_the_lead_go() -> None:
    sifted = sift(
        ["문화", "물빛축제 개막", "사흘 동안 담내천에서", LEAD, "드론 500대"], "물빛축제 개막", from_page=True
    )
    assert sifted.paragraphs == (LEAD.strip(), "드론 500대")
    assert [part.reason for part in sifted.dropped] == ["deck", "title repeated", "deck"]


def test_a_stated_body_may_begin_with_a_heading_and_hold_a_chronology() -> None:
    paragraphs = ("일정", "첫날은 드론이 뜬다.", "2025년 5월 18일", "둘째 날은 등을 띄운다.")
    assert sift(paragraphs, "물빛축제 개막").paragraphs == paragraphs


def test_lines_that_are_links_lead_elsewhere() -> None:
    sifted = sift([LEAD, "온내군 사과 축제 개막", LEAD], "물빛축제", elsewhere={"온내군 사과 축제 개막"})
    assert [part.reason for part in sifted.dropped] == [LINK_REASON]


def test_an_article_that_a_page_shows_twice_is_read_once() -> None:
    parts = ("해담시가 어촌 빈집을 고쳐 청년에게 빌려준다.", "임대료는 한 달 5만 원이며 최장 4년까지 살 수 있다.")
    assert sift([*parts, "월 5만 원 빈집", *parts], "월 5만 원 빈집").paragraphs == parts
    refrain = ("강물이 운다.", "바다가 부른다.")
    assert sift([*refrain, "사람이 간다.", *refrain], "노래").paragraphs == (*refrain, "사람이 간다.", *refrain)


def test_a_day_below_the_article_is_the_page_s() -> None:
    assert sift([LEAD, "2026-11-20 16:11 (금)"], "물빛축제").paragraphs == (LEAD.strip(),)
    chronology = (LEAD.strip(), "2019.03.02", "1차 발굴", "2021.04.05", "2차 발굴")
    assert sift(chronology, "물빛축제").paragraphs == chronology


def test_a_lead_that_stands_in_the_deck_too_is_read_once() -> None:
    assert sift([LEAD, LEAD, "입장은 무료라고 시는 덧붙였다."], "물빛축제").paragraphs == (
        LEAD.strip(),
        "입장은 무료라고 시는 덧붙였다.",
    )

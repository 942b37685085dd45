"""Text dumps in the manner of Korean news sites; every name in them is invented."""

import re
from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.dumps.text_dump import read_text

TITLE = "해담시 물빛축제 17일 개막…드론 500대가 밤하늘 수놓는다"
DATELINE = "최하나 기자 / 기사승인 : 2025-05-02 18:35:19"
DECK = "담내천과 항구에서 사흘 동안"
CAPTION = "지난해 물빛축제에서 시민들이 담내천에 등을 띄우고 있다."
BODY = (
    "[하루뉴스] 해담시는 오는 17일부터 사흘 동안 담내천과 항구에서 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다.",
    "“비가 와도 등은 켭니다.”",
    "축제를 맡은 한마루 과장은 지난해 비로 하루를 잃은 일을 떠올리며 이렇게 말했다. 천막 40개를 더 세운다고 했다.",
    "첫날 밤에는 드론 500대가 항구 위로 떠올라 고래와 등대를 그린다. 지난해보다 200대 늘었고 시간도 길어졌다.",
    "입장은 무료다. 시는 차를 두고 오는 시민을 위해 셔틀버스를 12분마다 보내고, 막차는 밤 11시에 항구를 떠난다.",
)
TEASERS = (
    "온내군, 사과 따기 체험 예약 시작…선착순 300명",
    "[하루뉴스] 온내군은 다음 달 사과 따기 체험을 연다고 밝혔다. 군은 농가 스무 곳과 준비했으며 오는 이에게 바구니와",
    "달무리군 케이블카, 석 달 만에 탑승객 9만명",
    "[하루뉴스] 달무리군은 케이블카 탑승객이 석 달 만에 9만명을 넘었다고 밝혔다. 주말에는 두 시간을 기다려야 하며 군",
)
COPYRIGHT = "[저작권자ⓒ 하루뉴스. 무단전재-재배포 금지]"
TAIL = [COPYRIGHT, "뉴스댓글 >", "최신뉴스", *TEASERS, "PHOTO NEWS", "더보기"]
TOP = [TITLE, DATELINE, "  • -", "  • +", "  • 인쇄", DECK, f"▲ {CAPTION}", f"▲ {CAPTION}"]
DUMP = "\n\n".join([*TOP, *BODY, *TAIL])

COIN_BOX = [
    *("좋아요0", "화나요0", "주요 뉴스", "• 배우 한별 결혼", "오늘의 상승종목"),
    *("• 04.23 장종료", "• 달빛코인", "• 95,881,000", "• -0.54%"),
]


def read(text: str) -> Article:
    return read_text(text, "dump.txt").articles[0]


def test_a_dump_becomes_the_article_it_was_made_of() -> None:
    article = read(DUMP)
    assert article.title == TITLE
    assert article.body == "\n\n".join(BODY)
    assert article.published_at == datetime(2025, 5, 2, 18, 35, 19)
    assert article.authors == ("최하나",)
    assert article.publisher == "하루뉴스"
    assert article.captions == (CAPTION,)
    assert article.language == "ko"


def test_links_and_advertisements_between_short_paragraphs_end_no_article() -> None:
    parts = ("해담시가 놀이터를 만들자 찬반이 엇갈린다.", "인근 아파트 주민 412명은 소음을 이유로 반대 서명을 냈다.")
    between = ["[관련기사] “개 물림 사고 두 배”", "▶ [바로가기] 반려동물 등록 안내", "광고"]
    assert read("\n\n".join([TITLE, DATELINE, parts[0], *between, *parts[1:]])).body == "\n\n".join(parts)


def test_an_article_goes_on_below_a_copyright_line_where_its_reporter_signs_further_down() -> None:
    lines = [TITLE, DATELINE, *BODY[:3], COPYRIGHT, "크게보기", *BODY[3:]]
    signed = "\n\n".join([*lines, "최하나 기자 hana@haru.example", *TAIL[1:]])
    assert read(signed).body == "\n\n".join(BODY)
    for below in ("오나래 기자 narae@haru.example", "최신뉴스"):
        assert read("\n\n".join([*lines, below, *TAIL[1:]])).body == "\n\n".join(BODY[:3])


def test_an_article_shared_by_a_messenger_has_its_outlet_in_brackets_before_the_title() -> None:
    article = read(
        "\n\n".join([f"[하루일보] {TITLE}", "https://haru.example/1", BODY[0].removeprefix("[하루뉴스] "), *BODY[1:]])
    )
    assert (article.title, article.publisher) == (TITLE, "하루일보")


def test_what_was_dropped_is_kept_with_its_line_and_reason() -> None:
    reasons = {part.text: (part.line, part.reason) for part in read(DUMP).dropped}
    assert reasons["인쇄"] == (9, "toolbar")
    assert reasons[DECK] == (11, "deck")
    assert reasons[CAPTION] == (15, "repeated caption")
    assert reasons[COPYRIGHT][1] == "copyright"
    assert reasons[TEASERS[0]][1] == "teaser of another article"
    assert reasons["최신뉴스"][1] == "section head"


@pytest.mark.parametrize(
    "text",
    [
        DUMP.replace("\n", "\r\n\t"),
        DUMP.replace("\n\n", "\n"),
        "\n".join([*TAIL, *TOP, *BODY]),
        "\n".join([*TOP, *BODY]),
        "\n".join(
            line for line in [*TOP, *BODY, *TAIL] if line not in (COPYRIGHT, "뉴스댓글 >", "최신뉴스", "PHOTO NEWS")
        ),
        "\n".join([*TOP, *BODY, *COIN_BOX]),
    ],
    ids=["tabs and CRLF", "no blank lines", "boilerplate on top", "cut at the end", "no section heads", "coin box"],
)
def test_the_article_is_the_same_however_the_dump_is_mangled(text: str) -> None:
    article = read(text)
    assert article.title == TITLE
    assert article.body == "\n\n".join(BODY)
    assert article.published_on == date(2025, 5, 2)


def test_the_article_goes_on_below_a_box_of_links() -> None:
    box = ["[관련기사]", "온내군, 사과 따기 체험 예약 시작", "달무리군 케이블카, 석 달 만에 탑승객 9만명"]
    article = read("\n".join([*TOP, *BODY[:3], *box, *BODY[3:], "최하나 기자 hana@haru.example", *TAIL]))
    assert article.body == "\n\n".join(BODY)


ENGLISH = (
    "Haedam to run night buses from April\nBy Choi Ha-na\nPublished : Mar. 3, 2025 - 17:42\n"
    "HAEDAM -- The city of Haedam will run night buses from April, Mayor Han Ma-ru told reporters on Monday.\n"
    "The buses leave every 12 minutes until 2 a.m. and stop at the port, the station and the university hospital.\n"
)


@pytest.mark.parametrize(
    "below",
    ["(hana@haru.example)", "MOST READ\nWhy readers love cats", "", "Copyright The Haru Times. All rights reserved."],
)
def test_a_short_english_sentence_may_end_an_article(below: str) -> None:
    (article,) = read_text(f"{ENGLISH}The fare is 2,000 won.\n{below}", "a.txt").articles
    assert article.body.endswith("The fare is 2,000 won.")


@pytest.mark.parametrize(
    "below",
    [
        "Follow us on Facebook.",
        "Sign up for our newsletter.",
        "Prices start at 900 won.\nCats of Haedam\nDogs of Haedam",
    ],
)
def test_what_a_site_asks_of_its_readers_is_no_part_of_an_article(below: str) -> None:
    (article,) = read_text(f"{ENGLISH}{below}", "a.txt").articles
    assert article.body.endswith("hospital.")


def test_without_a_dateline_only_the_date_is_missing() -> None:
    article = read("\n".join(line for line in [*TOP, *BODY, *TAIL] if line != DATELINE))
    assert (article.title, article.body) == (TITLE, "\n\n".join(BODY))
    assert article.published_at is None


def test_a_dump_on_one_line_keeps_its_sentences() -> None:
    article = read(" ".join([*TOP, *BODY, *TAIL]))
    assert article.title == TITLE
    assert re.sub(r"\s", "", article.body) == re.sub(r"\s", "", "".join(BODY))
    assert article.published_at == datetime(2025, 5, 2, 18, 35, 19)


@pytest.mark.parametrize("rest", ["▲ 하천과장 최하나 ▲ 환경과장 한마루", "\n▲ 하천과장 최하나\n▲ 환경과장 한마루"])
def test_an_agency_s_name_before_a_notice_s_heading_does_not_hide_it(rest: str) -> None:
    head = "[인사] 해담시\n송고시간 2024-01-31 17:05\n\n"
    text = f"{head}(해담=하루통신) ◇ 과장급 전보 {rest}\n◇ 승진\n▲ 공보관 오나래"
    (article,) = read_text(text, "notice.txt").articles
    assert article.publisher == "하루통신"
    assert article.body.startswith("과장급 전보")
    assert all(name in article.body for name in ("최하나", "한마루", "오나래"))


@pytest.mark.parametrize(
    "head",
    [
        [TITLE, "하루일보 2025-05-02 18:35"],
        [TITLE, "하루일보 | 2025.05.02 18:35 | 최하나 기자"],
        ["하루일보", "정치", "경제", TITLE, "입력 2025-05-02 18:35"],
        ["뉴스 홈", "엔터", "날씨", "프리미엄", "하루일보", TITLE, "입력 2025-05-02 18:35"],
    ],
)
def test_the_outlet_may_stand_beside_the_date_or_on_top(head: list[str]) -> None:
    assert read("\n".join([*head, *BODY[1:]])).publisher == "하루일보"


def test_without_outlet_or_reporter_both_stay_unknown() -> None:
    article = read("\n".join([TITLE, "입력 2025-05-02 18:35", *(text.removeprefix("[하루뉴스] ") for text in BODY)]))
    assert (article.publisher, article.authors) == (None, ())


def test_cross_heads_and_share_words_inside_the_article_stay() -> None:
    lines = [*BODY[:3], "◇ 밤하늘의 고래", "한 시민은 페이스북에 글을 올려 기대를 나타냈다.", *BODY[3:]]
    assert "밤하늘의 고래\n\n한 시민은 페이스북에" in read("\n".join([TITLE, DATELINE, *lines])).body


def test_modified_times_and_reporters_below_the_body_are_found() -> None:
    article = read(
        "\n".join([TITLE, "입력 2025.05.02 18:35   수정 2025.05.03 09:10", *BODY, "오나래 기자 narae@example.com"])
    )
    assert article.updated_at == datetime(2025, 5, 3, 9, 10)
    assert article.authors == ("오나래",)
    assert "example.com" not in article.body


@pytest.mark.parametrize(
    ("end", "moment"),
    [
        (f"{COPYRIGHT}\n2025/05/02 18:35 송고", datetime(2025, 5, 2, 18, 35)),
        (f"{COPYRIGHT} 2025/05/02 18:35 송고", datetime(2025, 5, 2, 18, 35)),
        (f"{COPYRIGHT}2025년05월02일 18시35분 송고", datetime(2025, 5, 2, 18, 35)),
        (f"{COPYRIGHT} 등록 2009-11-30", None),
    ],
)
def test_an_agency_dates_its_article_below_it(end: str, moment: datetime | None) -> None:
    article = read("\n\n".join([TITLE, *BODY, end]))
    assert (article.published_at, article.body) == (moment, "\n\n".join(BODY))


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        (
            ["보 도 자 료", "해담시의회", "담당 : 의회사무국 031-000-8130", "일시 : 2025. 5. 2.", TITLE],
            date(2025, 5, 2),
        ),
        (["해담시 보도자료", "보도시점: 2025. 5. 3.(토) 조간", "배포일: 2025. 5. 2.(금)", TITLE], date(2025, 5, 2)),
        ([TITLE, "일시 : 2025. 5. 17."], None),
        (["보도자료", TITLE, "일시 : 2025. 5. 17."], None),
    ],
)
def test_the_head_of_a_release_dates_it_and_the_time_of_its_event_does_not(
    head: list[str], moment: date | None
) -> None:
    article = read("\n".join([*head, *BODY]))
    assert article.published_at == moment
    assert article.body.startswith("\n\n".join(BODY))


@pytest.mark.parametrize(
    ("head", "below", "contact"),
    [
        (
            ["보도자료", "담당부서: 문화국 관광과", "담당자: 한마루 (031-000-2314)", TITLE],
            [],
            "담당부서: 문화국 관광과, 담당자: 한마루 (031-000-2314)",
        ),
        (["해담시 보도자료", "2025.5.2.(금) 배포 | 문의 관광과 031-000-2314", TITLE], [], "문의 관광과 031-000-2314"),
        (["보도자료 / 2025.5.2. / 관광과 한마루 031-000-2314", TITLE], [], "관광과 한마루 031-000-2314"),
        (["보도자료", "2025. 5. 2.", TITLE], ["담당 : 관광과장 한마루(000-2314)"], "담당 : 관광과장 한마루(000-2314)"),
        (["보도자료", "담당부서: 문화국 관광과", TITLE], [], None),
        (["보도자료", "2025. 5. 2.", TITLE], ["대표전화 031-000-2000", "제보 031-000-2001"], None),
        (["보도자료", "2025. 5. 2.", TITLE], [COPYRIGHT, "담당 : 편집국 031-000-2000"], None),
        ([TITLE, DATELINE], ["문의 : 광고국 031-000-2000", "전화 : 031-000-2001"], None),
    ],
)
def test_a_release_ends_with_whom_to_call_and_no_article_with_an_imprint(
    head: list[str], below: list[str], contact: str | None
) -> None:
    article = read("\n".join([*head, *BODY, *below]))
    assert (article.title, article.body) == (TITLE, "\n\n".join([*BODY, *([contact] if contact else [])]))


def test_a_contact_that_the_text_gives_is_not_given_again() -> None:
    lines = ["보도자료", "담당: 관광과 031-000-2314", TITLE, *BODY, "자세한 것은 관광과(031-000-2314)로 물으면 된다."]
    article = read("\n".join(lines))
    assert article.body == "\n\n".join(lines[3:])
    assert "담당: 관광과 031-000-2314" in {part.text for part in article.dropped}


def test_dates_that_head_a_chronology_are_text_and_date_nothing() -> None:
    lines = [BODY[0], "2024년 3월 1일", BODY[2], "2024년 9월 9일", BODY[3]]
    article = read("\n".join([TITLE, *lines]))
    assert article.body == "\n\n".join(lines)
    assert article.published_at is None


def test_a_headline_in_other_words_than_its_article_stands_above_the_dateline() -> None:
    assert read("\n".join(["문화", "밤이 길어 좋은 까닭", DATELINE, *BODY])).title == "밤이 길어 좋은 까닭"


def test_a_paragraph_that_an_agency_signs_is_no_caption() -> None:
    signed = "입장은 무료라고 시는 밝혔다. 막차는 밤 11시에 항구를 떠난다. 연합뉴스"
    assert signed in read("\n".join([TITLE, DATELINE, *BODY, signed])).body


def test_plain_paragraphs_are_an_article_whose_first_sentence_is_the_title() -> None:
    article = read("\n\n".join(BODY[2:]))
    assert article.body == "\n\n".join(BODY[2:])
    assert article.title == "축제를 맡은 한마루 과장은 지난해 비로 하루를 잃은 일을 떠올리며 이렇게 말했다."
    assert article.published_at is None


def test_a_sentence_alone_is_an_article() -> None:
    assert read("해담역이 문을 열었다.").body == "해담역이 문을 열었다."


def test_a_head_of_lines_of_similar_length_is_read() -> None:
    """They once passed for one wrapped paragraph, and headline and writers went with its date."""
    article = read(
        "Haedam council passes budget for next year\nBy Lim Jae-seong and Kim Na-young\n"
        "Published Jan. 21, 2025 at 6:35 PM\n\n"
        "The council of Haedam passed a budget of 3 trillion won on Tuesday, after a debate of seven hours.\n\n"
        "The mayor said the city would spend 3 billion won on the event. Critics said that schools need it more.\n"
    )
    assert article.title == "Haedam council passes budget for next year"
    assert (article.authors, article.published_at) == (
        ("Lim Jae-seong", "Kim Na-young"),
        datetime(2025, 1, 21, 18, 35),
    )


def test_signs_of_html_that_a_scraper_left_are_read() -> None:
    lead = "해담시는 오는 17일부터 사흘 동안 &quot;물빛축제&quot;를&nbsp;연다고 2일 밝혔다. R&amp;D 단지에서도 열린다."
    article = read("\n".join(["물빛축제 &#039;17일&#039; 개막", DATELINE, lead, *BODY]))
    assert article.title == "물빛축제 '17일' 개막"
    assert article.body.startswith('해담시는 오는 17일부터 사흘 동안 "물빛축제"를 연다고 2일 밝혔다. R&D 단지에서도')


def test_a_note_without_sentences_keeps_its_lines() -> None:
    article = read("해담시장 일정\n- 10시 간부회의\n- 14시 축제 현장 점검")
    assert article.title == "해담시장 일정"
    assert article.body == "해담시장 일정\n\n10시 간부회의\n\n14시 축제 현장 점검"


def test_a_notice_of_appointments_keeps_its_list_and_its_date() -> None:
    posts = ["◇ 4급 승진", "▲ 복지국장 한마루 ▲ 교육국장 오나래", "◇ 4급 전보", "▲ 의회국장 최하나 ▲ 해담동장 최두리"]
    article = read("\n".join(["해담시 인사", "입력 2025-06-29 10:00", *posts]))
    assert (article.title, article.published_at) == ("해담시 인사", datetime(2025, 6, 29, 10, 0))
    assert article.body == "\n\n".join(post.removeprefix("◇ ").removeprefix("▲ ") for post in posts)
    assert article.captions == ()


def test_appointments_above_the_first_sentence_are_part_of_the_article() -> None:
    head = ["보도자료", "2025. 6. 29.", "해담시 하반기 정기인사", "◇ 4급 승진", "▲ 복지국장 한마루 ▲ 교육국장 오나래"]
    article = read("\n".join([*head, "총무과는 이번 인사에서 간부 두 명이 자리를 옮겼다고 밝혔다."]))
    assert article.title == "해담시 하반기 정기인사"
    assert article.body.startswith("4급 승진\n\n복지국장 한마루 ▲ 교육국장 오나래\n\n총무과는")


@pytest.mark.parametrize(
    ("lines", "moment"),
    [
        (
            ["해담시장 일정", "등록 2025-06-29 10:00", "- 10시 간부회의", "- 14시 축제 현장 점검"],
            datetime(2025, 6, 29, 10, 0),
        ),
        (["2025. 6. 29.", "해담시장 일정", "- 10시 간부회의", "- 14시 축제 현장 점검"], date(2025, 6, 29)),
        (["물빛축제 일정", "2025. 5. 17.", "- 19시 개막식", "2025. 5. 18.", "- 20시 드론 공연"], None),
    ],
)
def test_a_note_is_dated_as_an_article_is_and_not_by_the_days_it_lists(
    lines: list[str], moment: date | datetime | None
) -> None:
    assert read("\n".join(lines)).published_at == moment


@pytest.mark.parametrize("text", ["12345", "로그인\n회원가입\n최신뉴스", "온내군 사과 축제 개막\n" * 200])
def test_a_file_without_an_article_says_so(text: str) -> None:
    with pytest.raises(ReadingError, match="no article text found"):
        read(text)


NOISE = ["인쇄", "좋아요12", "최신뉴스", "-0.54%", "뉴스댓글 >", "로그인", "04.23 장종료", COPYRIGHT]


@given(st.lists(st.sampled_from(NOISE), max_size=12), st.lists(st.sampled_from(NOISE), max_size=12))
def test_noise_before_and_after_never_reaches_the_body(before: list[str], after: list[str]) -> None:
    assert read("\n".join([*before, TITLE, DATELINE, *BODY, *after])).body == "\n\n".join(BODY)


@given(st.lists(st.sampled_from([*BODY, *TOP, *TAIL, *NOISE]), min_size=1, max_size=25))
def test_every_line_is_either_used_or_listed_as_dropped(lines: list[str]) -> None:
    try:
        article = read("\n".join(lines))
    except ReadingError:
        return
    accounted = " ".join([article.title, article.body, *article.captions, *(part.text for part in article.dropped)])
    assert not Counter(re.sub(r"\W", "", "".join(lines))) - Counter(accounted)


@pytest.mark.parametrize(
    ("foot", "published", "authors"),
    [
        (["2025-05-02 11:22 최하나 기자"], datetime(2025, 5, 2, 11, 22), ("최하나",)),
        (["해담=최하나 기자 hana@haru.example", "2025년 5월 2일"], date(2025, 5, 2), ("최하나",)),
        (["최신뉴스", TEASERS[0], "2025-05-01"], None, ()),
        (["담내천 물빛축제", "2025. 5. 17."], None, ()),
    ],
)
def test_a_date_right_below_a_text_without_another_is_its_date(
    foot: list[str], published: date | None, authors: tuple[str, ...]
) -> None:
    article = read("\n\n".join([TITLE, *BODY, *foot]))
    assert (article.published_at, article.authors) == (published, authors)
    assert article.body == "\n\n".join(BODY)

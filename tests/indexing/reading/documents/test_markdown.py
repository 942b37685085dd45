from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.documents.markdown import read_markdown

LEAD = "해담시는 오는 17일부터 사흘 동안 물빛축제를 연다고 밝혔다."


def read(text: str) -> Article:
    return read_markdown(text, "note.md").articles[0]


def test_front_matter_states_the_fields() -> None:
    article = read(
        '---\ntitle: "물빛축제 개막"\ndate: 2025-05-02\nauthors: [최하나, 오나래]\npublisher: 하루뉴스\n'
        f"url: https://haru.example/1\ntags:\n  - 축제\n  - 문화\n---\n\n{LEAD}\n"
    )
    assert (article.title, article.body) == ("물빛축제 개막", LEAD)
    assert article.published_at == date(2025, 5, 2)
    assert (article.authors, article.publisher) == (("최하나", "오나래"), "하루뉴스")
    assert article.url == "https://haru.example/1"


def test_a_clipped_page_names_its_address_and_its_writer() -> None:
    """As Obsidian's Web Clipper and Hugo write them."""
    clipped = f'---\ntitle: 물빛축제\nsource: https://haru.example/news/1\nauthor:\n  - "[[최하나]]"\n---\n{LEAD}'
    assert (read(clipped).url, read(clipped).publisher) == ("https://haru.example/news/1", None)
    assert read(clipped).authors == ("최하나",)
    written = f"---\ntitle: 물빛축제\nauthors:\n  - name: 최하나\n    url: https://haru.example/people/1\n---\n{LEAD}"
    assert (read(written).authors, read(written).url) == (("최하나",), None)


def test_headline_and_dateline_serve_without_front_matter() -> None:
    article = read(f"# 물빛축제 개막\n\n2025년 5월 2일 · 최하나 기자\n\n{LEAD}\n")
    assert (article.title, article.body) == ("물빛축제 개막", LEAD)
    assert (article.published_at, article.authors) == (date(2025, 5, 2), ("최하나",))


def test_markup_becomes_plain_prose() -> None:
    article = read(
        "# 물빛축제\n\n**해담시**는 [축제](https://haru.example/f)를 *연다*고\n`밝혔다`. <!-- 초고 -->\n\n"
        "## 일정\n\n- 첫날: 드론\n- 둘째 날: __등__ 띄우기\n\n> “비가 와도 ~~안~~ 연다”고 시장이 말했다.\n\n---\n\n"
        "![등을 띄우는 시민들](a.jpg)\n\n변수 snake_case_name 과 3 * 4 * 5 는 그대로 둔다고 했다.\n"
    )
    assert article.body.split("\n\n") == [
        "해담시는 축제를 연다고 밝혔다.",
        "일정",
        "첫날: 드론",
        "둘째 날: 등 띄우기",
        "“비가 와도 안 연다”고 시장이 말했다.",
        "변수 snake_case_name 과 3 * 4 * 5 는 그대로 둔다고 했다.",
    ]
    assert article.captions == ("등을 띄우는 시민들",)


def test_a_file_without_headline_is_read_as_a_dump() -> None:
    article = read(f"물빛축제 17일 개막\n\n입력 2025-05-02\n\n{LEAD}")
    assert (article.title, article.body, article.published_at) == ("물빛축제 17일 개막", LEAD, date(2025, 5, 2))


def test_a_headline_alone_is_no_article() -> None:
    with pytest.raises(ReadingError, match="write the text below"):
        read("# 물빛축제 개막")


@given(st.text(alphabet=st.sampled_from("#-*_[]()!<>`~|:가 나.\n\\"), max_size=200))
def test_any_markup_gives_an_article_or_a_reading_error(text: str) -> None:
    with suppress(ReadingError):
        assert read("# 제목\n\n" + text).body


def test_links_under_a_heading_for_other_articles_are_left_out() -> None:
    text = (
        "# 의료원 착공\n\n시가 12일 착공식을 열었다.\n\n"
        "## 함께 읽기\n\n- [독감 접종 10월 7일 시작](a)\n\n## 남은 일정\n\n개원은 내년이다.\n"
    )
    (article,) = read_markdown(text, "hospital.md").articles
    assert article.body.split("\n\n")[0] == "시가 12일 착공식을 열었다."
    assert "개원은 내년이다." in article.body
    assert "독감" not in article.body
    assert "독감 접종 10월 7일 시작" in [drop.text for drop in article.dropped]


def paragraphs(text: str) -> list[str]:
    return read(f"# 물빛축제\n\n{LEAD}\n\n{text}\n").body.split("\n\n")[1:]


def test_a_line_that_begins_with_a_day_keeps_its_month() -> None:
    days = [
        "12. 5.(토) 17:00 뮤지컬 '물빛'",
        "12. 12(토) 15:00 인형극",
        "12. 13. 낮 전시",
        "12. 14. ~ 12. 16. 등 띄우기",
        "3. 1 10:00 기념식",
    ]
    assert paragraphs("\n".join(days)) == days
    assert paragraphs("\n".join(f"- {day}" for day in days)) == days


def test_the_number_of_a_list_item_is_no_month() -> None:
    items = ["3.5톤 화물차", "10.5% 인상", "3~4인 가구", "30 퍼센트", "12월 5일 개막"]
    assert paragraphs("\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))) == items
    assert paragraphs("13. 5.(토)\n2) 둘째") == ["5.(토)", "둘째"]


def test_each_row_of_a_table_can_be_quoted_alone() -> None:
    prices = "| 용량 | 현행 | 인상 |\n|---|--:|:-:|\n| 5ℓ | 130원 | 150원 |\n| 20ℓ | 480원 | **560원** |\n| 50ℓ | - | |"
    assert paragraphs(prices) == ["5ℓ: 현행 130원, 인상 150원", "20ℓ: 현행 480원, 인상 560원", "50ℓ"]
    facts = "| 구분 | 내용 |\n| --- | --- |\n| 기간 | 10. 26. 09:00 ~ 11. 27. |\n| 서류 | 계약서, [증명서](a) |"
    assert paragraphs(f"앞 문장이다.\n{facts}\n뒤 문장이다.") == [
        "앞 문장이다.",
        "기간: 10. 26. 09:00 ~ 11. 27.",
        "서류: 계약서, 증명서",
        "뒤 문장이다.",
    ]


def test_a_day_in_a_row_dates_no_article_unless_the_table_says_when_it_was_written() -> None:
    rows = "| 사업 | 등록 | 금액 |\n|---|---|---|\n| 월세 | 2024. 3. 2. | 20만 원 |"
    article = read(f"# 물빛축제\n\n{rows}\n\n{LEAD}")
    assert (article.published_at, article.body.split("\n\n")[0]) == (None, "월세: 등록 2024. 3. 2., 금액 20만 원")
    article = read(f"# 물빛축제\n\n| 작성일 | 2025-05-02 |\n|---|---|\n| 부서 | 관광과 |\n\n{LEAD}")
    assert (article.published_at, article.body) == (date(2025, 5, 2), f"부서: 관광과\n\n{LEAD}")


@pytest.mark.parametrize("mark", ["", "- "])
def test_labelled_lines_under_the_headline_state_the_fields(mark: str) -> None:
    fields = {"언론사": "하루뉴스", "작성일": "2025년 5월 2일", "기자": "최하나", "URL": "https://haru.example/1"}
    head = [f"{mark}**{label}**: {value}" for label, value in fields.items()]
    article = read("\n".join(["# 물빛축제 개막", "", *head, "", "---", "", LEAD]))
    assert (article.title, article.body) == ("물빛축제 개막", LEAD)
    assert (article.published_at, article.authors) == (date(2025, 5, 2), ("최하나",))
    assert (article.publisher, article.url) == ("하루뉴스", "https://haru.example/1")


def test_the_day_and_the_place_of_an_event_state_no_fields() -> None:
    article = read(f"# 물빛축제 개막\n\n날짜: 2025년 5월 17일부터\n주소: 해담시 담내로 1\n\n{LEAD}")
    assert article.published_at is None


def test_the_outlet_may_stand_beside_the_day() -> None:
    article = read(f"# 물빛축제 개막\n\n*하루뉴스 · 2025년 5월 2일 · 최하나 기자*\n\n{LEAD}")
    assert (article.publisher, article.published_at) == ("하루뉴스", date(2025, 5, 2))


def test_the_articles_of_a_scrapbook_are_told_apart_and_the_days_of_a_chronology_are_not() -> None:
    parts = (("물빛축제 개막", "하루뉴스 | 2025-05-02"), ("사과 따기 체험", "2025-09-12 · 오나래 기자"))
    body = f"{LEAD} 입장은 무료라고 시는 덧붙였다.\n\n막차는 밤 11시에 항구를 떠난다. 비가 와도 등은 켠다."
    scrapbook = "# 스크랩\n\n" + "\n\n".join(f"## {title}\n{dated}\n\n{body}" for title, dated in parts)
    found = read_markdown(scrapbook, "note.md").articles
    assert [(each.path, each.title) for each in found] == [("note.md#1", parts[0][0]), ("note.md#2", parts[1][0])]
    assert [each.published_at for each in found] == [date(2025, 5, 2), date(2025, 9, 12)]
    assert [each.body for each in found] == [body] * 2
    chronology = "# 발굴 기록\n\n" + "\n\n".join(f"## {n}차 발굴\n2025-0{n}-02\n\n{body}" for n in (1, 2))
    assert len(read_markdown(chronology, "note.md").articles) == 1


def test_a_break_written_as_a_tag_parts_words() -> None:
    assert read(f"# 물빛축제 개막\n\n해담시에서<br>열린다.<br/>{LEAD}").body == f"해담시에서 열린다. {LEAD}"

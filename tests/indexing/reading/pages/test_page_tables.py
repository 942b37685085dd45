"""Tables of news and notices; every name in them is invented."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.pages.html import read_html
from indexing.reading.pages.page import parsed_page
from indexing.reading.pages.page_tables import take_tables

TITLE = "해담시립박물관 관람료 오른다"
BODY = (
    "해담시립박물관은 내년 1월부터 관람료를 올린다고 2일 밝혔다. 박물관은 지난 10년 동안 관람료를 올리지 않았다.",
    "새로운 관람료는 다음 표와 같다. 단체 관람객은 스무 명 이상이어야 하며, 미리 예약하면 할인을 받을 수 있다.",
    "박물관은 월요일에 쉰다. 관람 시간은 오전 9시부터 오후 6시까지이며, 겨울에는 오후 5시에 문을 닫는다고 덧붙였다.",
)
PRICES = (
    "<table><caption>관람료 (단위: 원)</caption><tr><th>구분<th>현행<th>인상</tr>"
    "<tr><td>어른<td>3,000<td>4,000</tr><tr><td>청소년<td>2,000<td>2,500</tr></table>"
)
PRICE_ROWS = ["관람료 (단위: 원)", "어른: 현행 3,000, 인상 4,000", "청소년: 현행 2,000, 인상 2,500"]


def table(*rows: str, head: str = "td") -> str:
    cells = [f"<{head if not n else 'td'}>".join(["", *row.split("|")]) for n, row in enumerate(rows)]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def body(content: str, below: str = "") -> list[str]:
    page = (
        f"<html lang=ko><head><title>{TITLE}</title><meta property=article:published_time content=2025-11-02></head>"
        f"<body><h1>{TITLE}</h1><div class=text>{content}</div>{below}</body></html>"
    )
    return read_html(page, "page.html").articles[0].body.split("\n\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def stated(html: str) -> list[str]:
    return [line for found in take_tables(parsed_page(f"<html><body>{html}</body></html>")) for line in found.lines]


def test_a_table_between_paragraphs_is_a_line_a_row() -> None:
    assert body(paragraphs(*BODY[:2]) + PRICES + paragraphs(BODY[2])) == [*BODY[:2], *PRICE_ROWS, BODY[2]]


def test_a_table_below_the_last_paragraph_is_the_article_s_in_the_same_element() -> None:
    assert body(paragraphs(*BODY) + f"<div>{PRICES}</div>") == [*BODY, *PRICE_ROWS]
    assert body(paragraphs(*BODY), below=f"<div>{PRICES}</div>") == list(BODY)


def test_two_tables_stand_each_in_its_place() -> None:
    hours = table("요일|시간", "평일|09:00~18:00", "토요일|10:00~17:00", head="th")
    assert body(paragraphs(BODY[0]) + PRICES + "<p>여는 시간</p>" + hours + paragraphs(*BODY[1:])) == [
        *(BODY[0], *PRICE_ROWS, "여는 시간", "평일: 시간 09:00~18:00", "토요일: 시간 10:00~17:00", *BODY[1:])
    ]


def test_a_page_that_is_laid_out_by_tables_keeps_the_table_of_its_article() -> None:
    content = "<br><br>".join(BODY[:2]) + PRICES + BODY[2]
    layout = (
        "<table><tr><th>제목</th><td>관람료 인상</td></tr><tr><th>작성일</th><td>2025-11-02</td></tr>"
        f"<tr><td colspan=2>{content}</td></tr></table>"
    )
    assert body(layout) == [*BODY[:2], *PRICE_ROWS, BODY[2]]


def test_standings_and_medals_say_what_they_count_by_their_heads() -> None:
    standings = table("순위|팀|승점|승|무|패|득실차", "1|해담 시민|58|17|7|3|+24", "2|온내FC|51|15|6|6|+15")
    assert stated(standings) == [
        "1위: 팀 해담 시민, 승점 58, 승 17, 무 7, 패 3, 득실차 +24",
        "2위: 팀 온내FC, 승점 51, 승 15, 무 6, 패 6, 득실차 +15",
    ]
    medals = table("시도|금|은|동|합계", "해담|31|28|40|99", "온내|12|33|21|66", head="th")
    assert stated(medals)[0] == "해담: 금 31, 은 28, 동 40, 합계 99"
    assert stated(table("장소|인원|면", "해담|31|28", "온내|12|33", head="th")) == []


def test_heads_and_labels_are_known_by_their_elements_or_their_looks() -> None:
    assert stated(table("용량|현행|인상", "5ℓ|130원|150원", "20ℓ|480원|560원")) == [
        "5ℓ: 현행 130원, 인상 150원",
        "20ℓ: 현행 480원, 인상 560원",
    ]
    assert stated(table("장소|시청 앞 광장", "기간|11월 3일~10일")) == ["장소: 시청 앞 광장", "기간: 11월 3일~10일"]
    labels = (
        "<table><tr><th>기간<td>11월 3일~10일<th>장소<td>시청</tr><tr><th>대상<td>시민<th>문의<td>관광과</tr></table>"
    )
    assert stated(labels) == ["기간: 11월 3일~10일", "장소: 시청", "대상: 시민", "문의: 관광과"]


def test_cells_over_several_rows_and_columns() -> None:
    spans = (
        "<table><thead><tr><td rowspan=2>구분<td colspan=2>관람료</tr><tr><td>평일<td>주말</tr></thead>"
        "<tr><td rowspan=2>어른<td>3천 원<td>4천 원</tr><tr><td>3천5백 원<td>5천 원</tr>"
        "<tr><td>청소년<td colspan=2>무료</tr></table>"
    )
    assert stated(spans) == [
        "어른: 관람료 평일 3천 원, 관람료 주말 4천 원",
        "어른: 관람료 평일 3천5백 원, 관람료 주말 5천 원",
        "청소년: 관람료 평일 무료",
    ]
    assert stated("<table><tr><td colspan=99999999999 rowspan=-1>가<td>나</tr><tr><td>1원<td>2원</tr></table>") == []


@pytest.mark.parametrize(
    "html",
    [
        table("정치|경제|사회", "문화|국제|생활"),
        table("제목|관람료 인상", "조회수|1,284", head="th"),
        table("번호|제목|작성일", "1|관람료 인상|2025-11-02", "2|축제 안내|2025-11-01", head="th"),
        table("일|월|화|수|목|금|토", "1|2|3|4|5|6|7", "8|9|10|11|12|13|14", head="th"),
        table("종목명|현재가|등락률", "은하해운|1,222원|+1.05%", "달빛전자|71,000원|-0.54%", head="th"),
        table("분야|2024년|2025년", "복지|5,690|6,076", "교통|1,402|1,455", head="th"),
        table(*("<a href=/1>첫 기사</a>|<a href=/2>둘째 기사</a>",) * 3, head="th"),
        table("구분|내용", f"10원|{'긴 글이 이어진다. ' * 30}", head="th"),
        table("이름|전화", "시청|055-000-0000<table><tr><td>안</td></tr></table>", head="th"),
        table("구분|금액", "어른|1원<p>가<p>나<p>다<p>라<p>마", head="th"),
    ],
    ids="layout head board month exchange unitless links text nested blocks".split(),
)
def test_other_tables_stay_as_they_are(html: str) -> None:
    assert stated(html) == []


CELL = st.sampled_from(
    [
        "",
        "가",
        "1원",
        "<td>",
        "<th>",
        "</tr><tr>",
        "<td rowspan=3 colspan=2>",
        "<table>",
        "</table>",
        "<thead>",
        "<script>1</script>",
        "<col>",
    ]
)


@given(st.lists(CELL, max_size=30))
def test_any_table_gives_an_article_or_a_reading_error(parts: list[str]) -> None:
    with suppress(ReadingError):
        assert body(paragraphs(BODY[0]) + "<table><tr>" + "".join(parts) + "</table>" + paragraphs(BODY[1]))

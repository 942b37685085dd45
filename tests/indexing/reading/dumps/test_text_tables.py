import pytest

from indexing.reading.dumps.text_dump import read_text
from indexing.reading.dumps.text_tables import with_stated_rows

ROWS = [["연도", "간판 수", "지원액"], ["2022", "38개", "1억 3,300만 원"], ["2023", "91개", "3억 1,850만 원"]]
STATED = ["2022: 간판 수 38개, 지원액 1억 3,300만 원", "2023: 간판 수 91개, 지원액 3억 1,850만 원"]


def table(gap: str) -> str:
    return "\n".join(gap.join(row) for row in ROWS)


@pytest.mark.parametrize("gap", ["\t", " | ", "   ", "│"])
def test_each_row_says_what_it_is_about(gap: str) -> None:
    text, rows = with_stated_rows(f"시는 밝혔다.\n{table(gap)}\n그 뒤는 모른다고 했다.")
    assert rows == frozenset(STATED)
    assert text.split("\n") == ["시는 밝혔다.", "", *(f"- {row}" for row in STATED), "그 뒤는 모른다고 했다."]


def test_heads_may_name_a_month() -> None:
    text = "구\t5월 분양가\t1년 전 대비\n남구\t2,415만원\t+16.2%\n북구\t1,690만원\t+9.0%"
    assert "남구: 5월 분양가 2,415만원, 1년 전 대비 +16.2%" in with_stated_rows(text)[1]


def test_a_rule_may_stand_below_the_heads() -> None:
    heads, *rows = table(" | ").split("\n")
    assert with_stated_rows("\n".join([heads, "---|---|---", *rows]))[1] == frozenset(STATED)


@pytest.mark.parametrize(
    "text",
    [
        "정치 | 경제 | 사회\n문화 | 연예 | 날씨\n국제 | 지역 | 사설",
        "종목명\t현재가\t등락률\n하루전자\t71,200원\t+0.4%\n해담중공업\t9,800원\t-1.2%",
        "순위\t팀\t승점\n1\t해담\t31\n2\t온내\t29",
        "연도  간판 수  지원액\n2022  38개  1억원",
        "코스피   2,541.12   +0.53%\n코스닥   741.08   -0.28%\n환율   1,440원   +0.1%",
        "해담시는  축제를  연다\n2일  오후  7시\n입장료는  3천원이다",
    ],
    ids=["menu", "prices", "bare numbers", "one row", "no heads", "wide gaps"],
)
def test_other_columns_are_no_table(text: str) -> None:
    assert with_stated_rows(text) == (text, frozenset())


def test_a_table_s_rows_stand_in_the_article_and_what_follows_it_is_not_lost() -> None:
    paragraphs = [
        "해담시는 한글 간판 거리로 지정된 지 3년 만에 가게 214곳 가운데 143곳이 간판을 바꿨다고 밝혔다.",
        "시는 간판 하나에 최대 350만 원을 지원했으며 내년까지 모든 가게의 간판을 바꾸겠다고 했다.",
    ]
    text = "\n\n".join(["해담시 간판 거리 3년", *paragraphs, table("\t"), "회장은 다른 도시로 번지길 바란다고 했다."])
    (article,) = read_text(text, "dump.txt").articles
    assert article.body.split("\n\n") == [*paragraphs, *STATED, "회장은 다른 도시로 번지길 바란다고 했다."]

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.readers import read_file
from indexing.reading.text.characters import squeezed


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "cp949"])
def test_a_crawler_s_table_has_an_article_a_row(delimiter: str, codec: str) -> None:
    header = delimiter.join(("언론사", "기사제목", "일자", "본문", "URL"))
    row = delimiter.join(
        (
            "하루뉴스",
            "물빛축제 개막",
            "20250502",
            '"시는 2일 ""축제를 연다""고 밝혔다.\n올해로 열두 번째다."',
            "https://haru.example/1",
        )
    )
    reading = read_file(f"{header}\r\n{row}\r\n{delimiter * 4}\r\n".encode(codec), "wire.csv")
    (article,) = reading.articles
    assert article.path == "wire.csv#2"
    assert article.body == '시는 2일 "축제를 연다"고 밝혔다.\n\n올해로 열두 번째다.'
    assert (article.title, article.publisher, article.published_on) == ("물빛축제 개막", "하루뉴스", date(2025, 5, 2))
    assert [item.path for item in reading.skipped] == ["wire.csv#3"]


def test_a_table_from_bigkinds_states_reporter_and_day_as_it_does() -> None:
    content = (
        "뉴스 식별자,일자,언론사,기고자,제목,본문\n011.2025,20250502.0,하루뉴스,최하나,축제,시는 오늘 이렇게 밝혔다.\n"
    )
    (article,) = read_file(content.encode("cp949"), "NewsResult.csv").articles
    assert (article.published_at, article.authors) == (date(2025, 5, 2), ("최하나",))


def test_a_title_may_stand_above_the_header_and_titles_may_be_missing() -> None:
    text = "뉴스 검색 결과,,\n기간: 5월,,\n제목,본문,언론사\n축제,해담시는 물빛축제를 연다고 밝혔다.,하루뉴스\n"
    (article,) = read_file(text.encode(), "t.csv").articles
    assert (article.path, article.title, article.publisher) == ("t.csv#2", "축제", "하루뉴스")
    (article,) = read_file("id,본문\n1,해담시는 물빛축제를 연다고 밝혔다.\n".encode(), "b.csv").articles
    assert article.title == "해담시는 물빛축제를 연다고 밝혔다."


def test_an_office_s_list_of_releases_says_whom_to_call() -> None:
    header = "번호,제목,부서,담당부서 전화번호,등록일,내용,조회수"
    line = '1201,"해맞이 행사",문화예술과,031-000-2330,2025-12-18,"시는 새해 해맞이 행사를 연다고 밝혔다.",88'
    (article,) = read_file(f"{header}\n{line}\n".encode(), "releases.csv").articles
    assert article.body == (
        "시는 새해 해맞이 행사를 연다고 밝혔다.\n\n부서: 문화예술과, 담당부서 전화번호: 031-000-2330"
    )
    assert [(part.text, part.reason) for part in article.dropped] == [("1201", "column 번호"), ("88", "column 조회수")]


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        ("언론사,전화번호", "하루뉴스,031-000-2000"),
        ("부서,담당자", "문화예술과,한마루"),
        ("부서,조회수", "문화예술과,031-000-2000"),
    ],
)
def test_an_outlet_s_number_and_an_office_without_one_are_no_contact(columns: str, values: str) -> None:
    (article,) = read_file(
        f"제목,내용,{columns}\n축제,시는 축제를 연다고 밝혔다.,{values}\n".encode(), "a.csv"
    ).articles
    assert article.body == "시는 축제를 연다고 밝혔다."
    assert values.rpartition(",")[2] in {part.text for part in article.dropped}


OPEN = '"아직 끝나지 않았다. 시는 오늘 이렇게 밝혔다.'
CLOSED = '시는 오늘 이렇게 밝혔다. 그리고 끝냈다."'
NAMED = '"셋째" 기사라고 시는 오늘 밝혔다.'
PLAIN = "시는 오늘 이렇게 밝혔다."
TABLES = {
    "a quotation left open": [OPEN, PLAIN, NAMED, PLAIN],
    "one that is closed in another article": [OPEN, PLAIN, CLOSED, PLAIN],
    "one in the last row": [PLAIN, PLAIN, OPEN],
    "one in each row": [OPEN] * 5,
    "one so far from the next that no cell is so long": [OPEN, *[PLAIN] * 10_000, CLOSED, PLAIN],
}


@pytest.mark.parametrize("bodies", TABLES.values(), ids=TABLES.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_table_without_quoting_keeps_the_quotation_marks_of_its_texts(bodies: list[str], line_end: str) -> None:
    rows = [f'"총회 {n}" 미뤄\t{body}\t2025-01-02' for n, body in enumerate(bodies)]
    reading = read_file(line_end.join(["제목\t본문\t날짜", *rows]).encode(), "wire.tsv")
    assert [article.body for article in reading.articles] == bodies
    assert [article.title for article in reading.articles] == [f'"총회 {n}" 미뤄' for n in range(len(bodies))]
    assert [article.path for article in reading.articles] == [f"wire.tsv#{n}" for n in range(2, len(bodies) + 2)]
    assert {article.published_on for article in reading.articles} == {date(2025, 1, 2)}


def test_a_line_of_such_a_table_that_is_no_row_is_named() -> None:
    content = f"제목\t본문\t날짜\n가\t{OPEN}\n나\t{PLAIN}\t2025-01-02\n다\t{PLAIN}\t2025-01-03\n".encode()
    reading = read_file(content, "wire.tsv")
    assert [article.title for article in reading.articles] == ["나", "다"]
    assert [item.path for item in reading.skipped] == ["wire.tsv#2"]
    assert "2 cells and the table 3 columns" in reading.skipped[0].reason


@pytest.mark.parametrize("columns", [("제목", "본문", "날짜"), ("본문", "제목", "날짜"), ("날짜", "제목", "본문")])
def test_a_quoted_cell_may_hold_line_breaks_and_tabs(columns: tuple[str, ...]) -> None:
    row = {"제목": '"축제" 개막', "본문": f'{PLAIN}\n"표\t하나\t둘" 셋\t넷\n{PLAIN}', "날짜": "2025-01-02"}
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, delimiter="\t")
    writer.writeheader()
    writer.writerows([row, row])
    reading = read_file(table.getvalue().encode(), "wire.tsv")
    assert [(article.title, article.published_on) for article in reading.articles] == [
        (row["제목"], date(2025, 1, 2))
    ] * 2
    assert {article.body for article in reading.articles} == {f'{PLAIN}\n\n"표 하나 둘" 셋 넷\n\n{PLAIN}'}


@given(st.lists(st.text(alphabet=st.sampled_from('가"\t\n,'), max_size=12), min_size=1, max_size=6), st.booleans())
def test_no_row_is_lost_whatever_its_texts_hold(texts: list[str], quoted: bool) -> None:
    bodies = [f"{text}{PLAIN}" if quoted else re.sub(r"\s", " ", text) + PLAIN for text in texts]
    table = io.StringIO()
    quoting = csv.writer(table, delimiter="\t", lineterminator="\n")
    for row in (["제목", "본문"], *(["축제", body] for body in bodies)):
        if quoted:
            quoting.writerow(row)
        else:
            table.write("\t".join(row) + "\n")
    reading = read_file(table.getvalue().encode(), "wire.tsv")
    if not quoted:
        assert [squeezed(a.body) for a in reading.articles] == [squeezed(body) for body in bodies]
    assert sum(PLAIN in article.body for article in reading.articles) == len(bodies)


def test_a_table_without_texts_says_which_columns_it_wants() -> None:
    with pytest.raises(ReadingError, match=r"본문.*its first line: name,age"):
        read_file(b"name,age\nkim,3\n", "people.csv")


def test_a_field_too_large_for_a_table_does_not_hide_the_rows_before_it() -> None:
    content = f'title,body\n가,시는 오늘 이렇게 밝혔다.\n나,"{"가" * 200_000}"\n'.encode()
    before = csv.field_size_limit(131_072)  # Python's own; reading a question set raises it for the whole process
    try:
        reading = read_file(content, "wire.csv")
    finally:
        csv.field_size_limit(before)
    assert [article.title for article in reading.articles] == ["가"]
    assert "field larger" in reading.skipped[0].reason


def test_a_table_that_breaks_off_is_said_to_be_cut_off() -> None:
    whole = "제목,본문,날짜\n가,시는 오늘 이렇게 밝혔다.,2025-01-21\n나,시는 오늘 저렇게 밝혔다.,2025-01-22"
    assert read_file(whole.encode(), "wire.csv").skipped == ()
    reading = read_file(whole[:-15].encode(), "wire.csv")
    assert [article.path for article in reading.articles] == ["wire.csv#2", "wire.csv#3"]
    assert [(part.path, part.reason.split(";")[0]) for part in reading.skipped] == [
        ("wire.csv", "the file ends within row 3")
    ]

"""Workbooks as BigKinds and monitoring services export them; every name in them is invented."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from indexing.errors import ReadingError
from indexing.reading.readers import read_file
from indexing.reading.rows import workbook as reader

HEADER = ["뉴스 식별자", "일자", "언론사", "기고자", "제목", "본문"]
BODY = "해담시는 물빛축제를 연다고 밝혔다.\n입장은 무료라고 시는 덧붙였다."


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("day", ["20250502", 20250502, 45779, 45779.5, "2025-05-02", date(2025, 5, 2)])
def test_each_row_is_an_article(day: object) -> None:
    rows = [
        ["검색 결과"],
        HEADER,
        ["01", day, "하루뉴스", None, "축제 개막", BODY],
        [],
        [2, None, None, "최하나", "둘째", BODY],
    ]
    first, second = read_file(workbook(rows), "NewsResult.xlsx").articles
    assert (first.path, first.title, first.publisher) == ("NewsResult.xlsx#2", "축제 개막", "하루뉴스")
    assert (first.published_at, first.body) == (date(2025, 5, 2), BODY.replace("\n", "\n\n"))
    assert (second.path, second.title, second.authors) == ("NewsResult.xlsx#3", "둘째", ("최하나",))


def test_a_cell_with_day_and_hour_tells_both() -> None:
    rows = [HEADER, ["1", datetime(2025, 5, 2, 9, 30), "하루뉴스", "", "축제 개막", BODY]]
    (article,) = read_file(workbook(rows), "a.xlsx").articles
    assert isinstance(article.published_at, datetime)
    assert article.published_at.replace(tzinfo=None) == datetime(2025, 5, 2, 9, 30)


def test_a_sheet_of_something_else_is_passed_over() -> None:
    notes = [["검색어", "기간"], ["축제", "5월"]]
    (article,) = read_file(workbook(notes, [HEADER, ["1", "20250502", "", "", "축제", BODY]]), "a.xlsx").articles
    assert article.title == "축제"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (workbook([["이름", "나이"], ["최하나", "30"]]), "no sheet of the workbook"),
        (workbook([HEADER]), "no sheet of the workbook"),
        (workbook([HEADER, ["1", "20250502", "", "", "축제", ""]]), "no text"),
    ],
)
def test_a_workbook_without_articles_says_so(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_file(content, "a.xlsx")


@pytest.mark.parametrize("lost", ["xl/workbook.xml", "[Content_Types].xml"])
def test_a_workbook_without_one_of_its_parts_cannot_be_read(lost: str) -> None:
    whole = zipfile.ZipFile(io.BytesIO(workbook([HEADER, ["1", "20250502", "", "", "축제", BODY]])))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in whole.namelist():
            if name != lost:
                archive.writestr(name, whole.read(name))
    with pytest.raises(ReadingError, match=r"the workbook cannot be read"):
        read_file(file.getvalue(), "a.xlsx")


def test_a_workbook_that_is_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_XML", 100)
    with pytest.raises(ReadingError, match="more than 100 bytes"):
        read_file(workbook([HEADER, ["1", "20250502", "", "", "축제", BODY]]), "a.xlsx")

"""Workbooks as BigKinds and monitoring services export them; every name in them is invented."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest

from indexing.errors import ReadingError
from indexing.reading.readers import read_file

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEADER = ["뉴스 식별자", "일자", "언론사", "기고자", "제목", "본문"]
BODY = "해담시는 물빛축제를 연다고 밝혔다.\n입장은 무료라고 시는 덧붙였다."


def workbook(*sheets: list[list[str]], inline: bool = False) -> bytes:
    texts = list(dict.fromkeys(cell for rows in sheets for row in rows for cell in row if not cell.isdecimal()))
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
    for number, rows in enumerate(sheets, 1):
        lines = (f'<row r="{n}">{_cells(row, n, texts, inline)}</row>' for n, row in enumerate(rows, 1))
        data = f"<sheetData>{''.join(lines)}</sheetData>"
        parts[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {_MAIN}>{data}</worksheet>"
    if not inline:
        shared = "".join(f"<si><r><t>{escape(text)}</t></r><rPh><t>읽기</t></rPh></si>" for text in texts)
        parts["xl/sharedStrings.xml"] = f"<sst {_MAIN}>{shared}</sst>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _cells(row: list[str], number: int, texts: list[str], inline: bool) -> str:
    cells = []
    for letter, value in zip("ABCDEFGH", row, strict=False):
        if value.isdecimal():
            cells.append(f'<c r="{letter}{number}"><v>{value}</v></c>')
        elif inline:
            cells.append(f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
        elif value:
            cells.append(f'<c r="{letter}{number}" t="s"><v>{texts.index(value)}</v></c>')
    return "".join(cells)


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("day", ["20250502", "45779", "2025-05-02"])
def test_each_row_is_an_article(day: str, inline: bool) -> None:
    rows = [
        ["검색 결과"],
        HEADER,
        ["01", day, "하루뉴스", "", "축제 개막", BODY],
        ["02", "", "", "최하나", "둘째", BODY],
    ]
    first, second = read_file(workbook(rows, inline=inline), "NewsResult.xlsx").articles
    assert (first.path, first.title, first.publisher) == ("NewsResult.xlsx#2", "축제 개막", "하루뉴스")
    assert (first.published_at, first.body) == (date(2025, 5, 2), BODY.replace("\n", "\n\n"))
    assert (second.path, second.title, second.authors) == ("NewsResult.xlsx#3", "둘째", ("최하나",))


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

"""Word and Hangul documents, as press offices send their releases."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.documents.office_document import MAX_XML
from indexing.reading.readers import read_file

TITLE = "버들시, 10월 3일부터 사흘간 강변등불축제 연다"
LEAD = "버들시는 오는 10월 3일부터 5일까지 버들강 둔치에서 ‘강변등불축제’를 연다고 2일 밝혔다."
SECOND = "올해 축제에는 시민이 만든 등 3,000개가 강을 따라 걸리고, 저녁 7시부터 공연이 이어진다."
HEAD = [["배포일시", "2025. 9. 2.(화) 조간"], ["담당부서", "문화과"]]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_H = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'


def packed(**parts: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(*blocks: str) -> bytes:
    document = f"<w:document {_W} {_MC}><w:body>{''.join(blocks)}</w:body></w:document>"
    return packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/header1.xml": "<w:hdr/>"})


def hwpx(*sections: str) -> bytes:
    named = {f"Contents/section{at}.xml": f"<hs:sec {_H}>{blocks}</hs:sec>" for at, blocks in enumerate(sections)}
    return packed(mimetype="application/hwp+zip", **dict(reversed(named.items())))


def word_paragraph(*runs: str) -> str:
    return f"<w:p><w:pPr><w:jc/></w:pPr>{''.join(f'<w:r><w:t>{escape(run)}</w:t></w:r>' for run in runs)}</w:p>"


def word_table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def hangul_paragraph(*runs: str) -> str:
    return f"<hp:p>{''.join(f'<hp:run><hp:t>{escape(run)}</hp:t></hp:run>' for run in runs)}</hp:p>"


def hangul_table(rows: list[list[str]]) -> str:
    cells = (
        "".join(f"<hp:tc><hp:subList>{hangul_paragraph(cell)}</hp:subList></hp:tc>" for cell in row) for row in rows
    )
    return f"<hp:p><hp:run><hp:tbl>{''.join(f'<hp:tr>{row}</hp:tr>' for row in cells)}</hp:tbl></hp:run></hp:p>"


WORD = docx(word_table(HEAD), word_paragraph(TITLE), word_paragraph(LEAD[:9], LEAD[9:]), word_paragraph(SECOND))
HANGUL = hwpx(
    hangul_table(HEAD) + hangul_paragraph(TITLE) + hangul_paragraph(LEAD[:9], LEAD[9:]), hangul_paragraph(SECOND)
)


@pytest.mark.parametrize(("content", "path"), [(WORD, "release.docx"), (HANGUL, "release.hwpx"), (WORD, "no-suffix")])
def test_a_release_has_its_title_its_date_and_its_sentences_whole(content: bytes, path: str) -> None:
    (article,) = read_file(content, path).articles
    assert article.title == TITLE
    assert str(article.published_at) == "2025-09-02"
    assert article.body.split("\n\n")[:2] == [LEAD, SECOND]


def test_sections_are_read_in_the_order_of_their_numbers() -> None:
    sections = [hangul_paragraph(f"{at}번째 문단은 버들강 둔치의 등불을 이야기한다.") for at in range(12)]
    (article,) = read_file(hwpx(hangul_paragraph(TITLE), *sections), "a.hwpx").articles
    assert [line.split("번째")[0] for line in article.body.split("\n\n")] == [str(at) for at in range(12)]


def test_a_row_is_a_line_and_a_frame_of_one_cell_is_its_text() -> None:
    framed = word_table([[TITLE]])
    rows = [["날짜", "시간", "공연"], ["10월 3일", "19:00", "시립합창단"], ["10월 4일", "19:30", "버들밴드"]]
    (article,) = read_file(docx(framed, word_paragraph(LEAD), word_table(rows)), "a.docx").articles
    assert article.title == TITLE
    assert "10월 3일: 시간 19:00, 공연 시립합창단" in article.body
    assert "10월 4일: 시간 19:30, 공연 버들밴드" in article.body


def test_breaks_and_tabs_within_a_paragraph_part_words() -> None:
    word = f"<w:p><w:r><w:t>{LEAD}</w:t><w:br/><w:t>서윤하</w:t><w:tab/><w:t>시장이 등을 켠다.</w:t></w:r></w:p>"
    hangul = f"<hp:p><hp:run><hp:t>{LEAD}<hp:lineBreak/>서윤하<hp:tab/>시장이 등을 켠다.</hp:t></hp:run></hp:p>"
    for content in (docx(word_paragraph(TITLE), word), hwpx(hangul_paragraph(TITLE) + hangul)):
        (article,) = read_file(content, "a").articles
        assert article.body == f"{LEAD}\n\n서윤하 시장이 등을 켠다."


def test_what_is_told_twice_moved_or_stands_at_the_edge_of_a_page_is_left_out() -> None:
    box = (
        f"<mc:AlternateContent><mc:Choice>{word_paragraph(SECOND)}</mc:Choice>"
        f"<mc:Fallback>{word_paragraph(SECOND)}</mc:Fallback></mc:AlternateContent>"
    )
    moved = "<w:moveFrom><w:r><w:t>옮긴 말이다.</w:t></w:r></w:moveFrom>"
    moved += "<w:del><w:r><w:delText>지운 말이다.</w:delText></w:r></w:del>"
    (article,) = read_file(
        docx(word_paragraph(TITLE), word_paragraph(LEAD), f"<w:p>{moved}<w:r>{box}</w:r></w:p>"), "a.docx"
    ).articles
    assert article.body == f"{LEAD}\n\n{SECOND}"
    foot = f"<hp:ctrl><hp:footer>{hangul_paragraph('버들시 문화과 12쪽')}</hp:footer></hp:ctrl>"
    (article,) = read_file(
        hwpx(f"{hangul_paragraph(TITLE)}<hp:p><hp:run>{foot}</hp:run></hp:p>{hangul_paragraph(LEAD)}"), "a.hwpx"
    ).articles
    assert article.body == LEAD


def test_a_document_in_an_archive_is_read_like_one_in_the_folder() -> None:
    (article,) = read_file(packed(**{"sept/release.hwpx": HANGUL}), "sent.zip").articles
    assert (article.path, article.title) == ("sent.zip#sept/release.hwpx", TITLE)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (packed(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}), "xlsx, pptx, odt, epub"),
        (packed(mimetype="application/epub+zip"), "xlsx, pptx, odt, epub"),
        (docx("<w:p>"), "XMLSyntaxError"),
        (docx(), "no article"),
        (WORD[:-40], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_file(content, "a.docx")


def test_a_document_that_unfolds_too_far_or_names_entities_costs_nothing() -> None:
    with pytest.raises(ReadingError, match="more than 50,000,000 bytes"):
        read_file(packed(**{"word/document.xml": " " * (MAX_XML + 1)}), "a.docx")
    bomb = '<!DOCTYPE d [<!ENTITY a "하하하하하"><!ENTITY b "&a;&a;&a;"><!ENTITY s SYSTEM "file:///etc/passwd">]>'
    named = "<w:p><w:r><w:t>&b;&s;</w:t></w:r></w:p>"
    document = f"{bomb}<w:document {_W}>{word_paragraph(TITLE)}{word_paragraph(LEAD)}{named}</w:document>"
    (article,) = read_file(packed(**{"word/document.xml": document}), "a.docx").articles
    assert article.body == LEAD


@given(st.integers(0, len(HANGUL) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_document_is_read_or_refused(at: int, noise: bytes) -> None:
    content = HANGUL[:at] + noise + HANGUL[at + len(noise) :]
    try:
        reading = read_file(content, "a.hwpx")
    except ReadingError:
        return
    assert reading.articles

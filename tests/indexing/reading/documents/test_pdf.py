import sys

import pytest

from indexing.errors import ReadingError
from indexing.reading.readers import read_file

LINES = (
    "물빛축제 17일 개막",
    "입력 2025-05-02 18:35",
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서",
    "물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다.",
)


def pdf(lines: tuple[str, ...]) -> bytes:
    """The smallest PDF with a text layer: two-byte codes that a table maps to Unicode."""
    text = (
        "BT /F 12 Tf 14 TL 50 700 Td " + " ".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in lines) + " ET"
    )
    table = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        "2 beginbfrange <0020> <00FF> <0020> <AC00> <D7A3> <AC00> endbfrange endcmap"
    )
    font = "/Type /Font /Subtype /Type0 /BaseFont /H /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 5 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 7 0 R /Resources << /Font << /F 4 0 R >> >> >>",
        f"<< {font} >>",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /H "
        "/CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    ]
    content, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    return f"{content}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{trailer}".encode("latin-1")


def test_the_text_layer_is_read_and_its_broken_lines_joined() -> None:
    (article,) = read_file(pdf(LINES), "clipping.pdf").articles
    assert article.title == LINES[0]
    assert article.body == f"{LINES[2]} {LINES[3]}"
    assert article.published_at is not None


def test_a_scan_is_named_as_one() -> None:
    with pytest.raises(ReadingError, match="OCR"):
        read_file(pdf(("",)), "scan.pdf")


def test_a_broken_pdf_is_refused() -> None:
    with pytest.raises(ReadingError, match="PDF cannot be read"):
        read_file(b"%PDF-1.7\n1 0 obj <<", "broken.pdf")


def test_what_is_missing_is_said_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadingError, match=r"pip install 'newschat\[pdf\]'"):
        read_file(pdf(LINES), "clipping.pdf")

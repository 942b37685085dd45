"""Hangul documents of version 5, as most Korean offices have them; written here record by record."""

import struct
import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.documents.hangul_document import MAX_SECTION
from indexing.reading.documents.hangul_section import section_lines
from indexing.reading.readers import read_file

TEXT, CONTROL, LIST, TABLE = 67, 71, 72, 77
_SECTOR = 512
_LEAST = 4096
"""Streams below would lie in another place of the container."""
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(tag: int, level: int, payload: bytes) -> bytes:
    if len(payload) >= 0xFFF:
        return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(payload)) + payload
    return struct.pack("<I", tag | level << 10 | len(payload) << 20) + payload


def paragraph(text: str, level: int = 0) -> bytes:
    return record(TEXT, level + 1, (text + "\r").encode("utf-16-le"))


def control(name: str, level: int) -> bytes:
    return record(CONTROL, level, name.encode()[::-1] + bytes(8))


def table(rows: Sequence[Sequence[str]], level: int = 1, caption: str = "") -> bytes:
    cells = b"".join(
        record(LIST, level + 1, struct.pack("<8xHHHH", column, row, 1, 1)) + paragraph(text, level + 1)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    told = record(LIST, level + 1, bytes(20)) + paragraph(caption, level + 1) if caption else b""
    return control("tbl ", level) + told + record(TABLE, level + 1, bytes(20)) + cells


def hwp(*sections: bytes, flags: int = 1, signature: bytes = b"HWP Document File") -> bytes:
    header = signature.ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    packer = [zlib.compressobj(wbits=-15) for _ in sections]
    bodies = [
        one.compress(body) + one.flush() if flags & 1 else body for one, body in zip(packer, sections, strict=True)
    ]
    return _container({"FileHeader": header} | {f"Section{at}": body for at, body in enumerate(bodies)})


def _container(streams: dict[str, bytes]) -> bytes:
    padded = [content.ljust(max(_LEAST, -(-len(content) // _SECTOR) * _SECTOR), b"\0") for content in streams.values()]
    entries, allocated, at = [], [], 0
    for number, (name, content) in enumerate(zip(streams, padded, strict=True)):
        beside = number + 3 if 0 < number < len(streams) - 1 else 2 if number == 0 else _FREE
        entries.append(_entry(name, 2, at, len(content), beside=beside))
        count = len(content) // _SECTOR
        allocated += [*range(at + 1, at + count), _END]
        at += count
    entries.insert(1, _entry("BodyText", 1, 0, 0, child=3 if len(streams) > 1 else _FREE))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + b"".join(entries)
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    count = len(directory) // _SECTOR
    allocated += [*range(at + 1, at + count), _END, _FAT]
    fat = struct.pack("<128I", *allocated, *[_FREE] * (128 - len(allocated)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, at, 0, _LEAST, _END, 0, _END, 0, at + count)
    return head.ljust(_SECTOR, b"\xff") + b"".join(padded) + directory + fat


def _entry(name: str, kind: int, start: int, size: int, beside: int = _FREE, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16xI16xIQ", written, len(written) + 2, kind, 1, _FREE, beside, child, 0, start, size)


TITLE = "버들시, 10월 3일부터 사흘간 강변등불축제 연다"
LEAD = "버들시는 오는 10월 3일부터 5일까지 버들강 둔치에서 ‘강변등불축제’를 연다고 2일 밝혔다."
SECOND = "올해 축제에는 시민이 만든 등 3,000개가 강을 따라 걸리고, 저녁 7시부터 공연이 이어진다."
HEAD = table([["배포일시", "2025. 9. 2.(화) 조간"], ["담당부서", "문화과"]])
RELEASE = HEAD + b"".join(map(paragraph, (TITLE, LEAD, SECOND)))


@pytest.mark.parametrize("flags", [0, 1])
def test_a_release_has_its_title_its_date_and_its_sentences_whole(flags: int) -> None:
    (article,) = read_file(hwp(RELEASE, flags=flags), "release.hwp").articles
    assert article.title == TITLE
    assert str(article.published_at) == "2025-09-02"
    assert article.body.split("\n\n")[:2] == [LEAD, SECOND]


def test_sections_are_read_in_the_order_of_their_numbers() -> None:
    parts = [paragraph(f"{at}번째 문단은 버들강 둔치의 등불을 이야기한다.") for at in range(2, 12)]
    (article,) = read_file(hwp(paragraph(TITLE), *parts), "a.hwp").articles
    assert [line.split("번째")[0] for line in article.body.split("\n\n")] == [str(at) for at in range(2, 12)]


def test_rows_are_lines_a_caption_stands_before_them_and_a_frame_is_its_text() -> None:
    rows = [["날짜", "시간"], ["10월 3일", "19:00"]]
    lines = section_lines(table(rows, caption="공연 일정") + paragraph("끝"))
    assert lines == ["공연 일정", "날짜\t시간", "10월 3일\t19:00", "끝"]
    assert section_lines(table([[TITLE]])) == [TITLE]


def test_a_table_within_a_cell_stands_in_that_cell() -> None:
    inner = table([["가", "나"]], level=3)
    outer = table([["앞", "뒤"]])
    assert section_lines(outer + inner + paragraph("끝")) == ["앞\t뒤 가 나", "끝"]


def test_controls_take_their_units_and_blanks_stay() -> None:
    field = struct.pack("<8H", 3, 0x6B6C, 0x2525, 0, 0, 0, 0, 3)
    tab = struct.pack("<8H", 9, 1, 2, 3, 4, 5, 6, 9)
    letters = [word.encode("utf-16-le") for word in ("서윤하", "시장", "이\x1e말했다\x0a다음", "\r")]
    assert section_lines(record(TEXT, 1, letters[0] + field + tab + letters[1] + letters[2] + letters[3])) == [
        *("서윤하 시장이 말했다", "다음")
    ]


def test_heads_feet_and_notes_are_left_out_and_what_follows_is_not() -> None:
    for name in ("head", "foot", "fn  ", "en  "):
        section = paragraph(LEAD) + control(name, 1) + paragraph("쪽마다 있는 말", 2) + paragraph(SECOND)
        assert section_lines(section) == [LEAD, SECOND]


def test_a_long_paragraph_tells_its_size_apart() -> None:
    long = "가나다라마바사아자차" * 300
    assert section_lines(paragraph(long) + paragraph("끝")) == [long, "끝"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (hwp(RELEASE, flags=3), "password"),
        (hwp(RELEASE, flags=5), "배포용"),
        (hwp(RELEASE, signature=b"HWP?"), "password"),
        (hwp(), "no article"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old office document"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_file(content, "a.hwp")


def test_a_section_that_unfolds_too_far_is_not_unfolded() -> None:
    with pytest.raises(ReadingError, match="more than 50,000,000 bytes"):
        read_file(hwp(paragraph("가" * (MAX_SECTION // 2))), "a.hwp")


@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_document_is_read_or_refused(at: int, noise: bytes) -> None:
    content = hwp(RELEASE)
    at %= len(content)
    try:
        reading = read_file(content[:at] + noise + content[at + len(noise) :], "a.hwp")
    except ReadingError:
        return
    assert reading.articles


@given(st.binary(max_size=200))
def test_any_bytes_are_a_section_of_some_lines(section: bytes) -> None:
    assert all(isinstance(line, str) for line in section_lines(section))


@given(st.lists(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs",))), max_size=5))
def test_paragraphs_come_back_as_they_were_written(texts: list[str]) -> None:
    assert section_lines(b"".join(map(paragraph, texts))) == texts

"""Archives as people make them, and as nobody should: every file is read or named with a reason."""

import gzip
import io
import random
import tarfile
import tracemalloc
import unicodedata
import zipfile
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading import readers
from indexing.reading.limits import max_bytes_for
from indexing.reading.outcome import Reading, Skipped
from indexing.reading.readers import read_file

BODY = "해담시는 오는 17일부터 사흘 동안 담내천에서 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다."
TEXT = f"물빛축제 17일 개막\n입력 2025-05-02 18:35\n{BODY}\n".encode()
ROWS = '{"title": "가", "body": "시는 오늘 이렇게 밝혔다."}\n{"title": "나"}\n'.encode()


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: tarred(files, "w")])
def test_each_file_of_an_archive_is_read_and_addressed_by_its_name(pack: object) -> None:
    content = pack(
        {
            "a/page.txt": TEXT,
            "wire.jsonl": ROWS,
            "a/photo.png": b"\x89PNG",
            ".hidden": TEXT,
            "README.md": TEXT,
            "a/page_files/site.js": b"var a;",
        }
    )  # type: ignore[operator]
    reading = read_file(content, "saved/2025.zip")
    assert [article.path for article in reading.articles] == [
        "saved/2025.zip#a/page.txt",
        "saved/2025.zip#wire.jsonl#1",
    ]
    assert reading.articles[0].body == BODY
    assert {item.path: item.reason.split(";")[0] for item in reading.skipped} == {
        "saved/2025.zip#wire.jsonl#2": "no text: none of the columns body, content, text, 본문 holds any "
        "(the row has: title)",
        "saved/2025.zip#a/photo.png": "the file is a PNG image, not text",
    }


def test_one_gzipped_file_keeps_its_name() -> None:
    (article,) = read_file(gzip.compress(TEXT), "page.txt.gz").articles
    assert (article.path, article.body) == ("page.txt.gz#page.txt", BODY)


@pytest.mark.parametrize(
    ("name", "codec", "form"),
    [
        ("기사.txt", "cp949", "NFC"),  # Korean Windows
        ("청카.txt", "cp949", "NFC"),  # whose bytes are UTF-8, too, though no Hangul
        ("뷁 “기사”.txt", "cp949", "NFC"),
        ("세계대도시협의회.txt", "utf-8", "NFD"),  # macOS
        ("예산안 한국.txt", "utf-8", "NFC"),
        ("한.txt", "utf-8", "NFC"),
        ("Café.txt", "utf-8", "NFD"),
    ],
)
def test_names_whose_code_the_archiver_does_not_say_are_read(
    name: str, codec: str, form: Literal["NFC", "NFD"]
) -> None:
    # zipfile says so itself: a name of the same length is replaced in the bytes.
    written = unicodedata.normalize(form, name).encode(codec)
    packed = zipped({"x" * len(written): TEXT}).replace(b"x" * len(written), written)
    assert read_file(packed, "a.zip").articles[0].path == f"a.zip#{name}"
    if name != "청카.txt":  # a tar archive's own code is UTF-8
        assert read_file(tarred_as(written), "a.tar").articles[0].path == f"a.tar#{name}"


def test_a_name_in_no_code_is_told_from_others() -> None:
    packed = zipped({"xx.txt": TEXT, "yy.txt": TEXT}).replace(b"xx.txt", b"\xff\xfe.txt").replace(b"yy", b"\xff\xfd")
    assert len(read_file(packed, "a.zip").articles) == 2


def tarred_as(name: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo(name.decode("utf-8", "surrogateescape"))
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    return stream.getvalue()


@pytest.mark.parametrize("name", ["../up.txt", "/etc/news.txt", "a/../../up.txt", "C:/news.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    (skipped,) = read_file(tarred({name: TEXT, "page.txt": TEXT}), "a.tar.gz").skipped
    assert (skipped.path, skipped.reason) == (f"a.tar.gz#{name}", "the name leads out of the archive")


def test_a_link_in_an_archive_is_not_followed() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    with pytest.raises(ReadingError, match="it is a link or a device and no file"):
        read_file(stream.getvalue(), "a.tar")


def test_what_unfolds_as_no_text_does_is_refused() -> None:
    content = zipped({"bomb.txt": b"a" * 30_000_000, "page.txt": TEXT})
    (skipped,) = read_file(content, "a.zip").skipped
    assert "unfolds" in skipped.reason
    with pytest.raises(ReadingError, match="unfolds"):
        read_file(gzip.compress(b"a" * 30_000_000), "bomb.txt.gz")


def header(kind: bytes, size: int) -> bytes:
    info = tarfile.TarInfo("page.txt")
    info.type, info.size = kind, size
    return info.tobuf(tarfile.USTAR_FORMAT)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_a_header_larger_than_any_name_is_not_taken_into_memory(kind: bytes) -> None:
    before = tarred({"page.txt": TEXT}, "w")[: 2 * 512]
    bomb = gzip.compress(before + header(kind, 40_000_000) + b"a" * 40_000_000)
    tracemalloc.start()
    try:
        reading = read_file(bomb, "a.tar.gz")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [article.path for article in reading.articles] == ["a.tar.gz#page.txt"]
    assert "header of more than 100,000 bytes" in reading.skipped[0].reason
    assert most < 5_000_000


def test_headers_of_a_file_are_bounded_together() -> None:
    record = b"%d comment=" % 90_000
    extended = header(tarfile.XHDTYPE, 90_000) + record + b"a" * (90_000 - len(record) - 1) + b"\n" + bytes(112)
    files = [tarred({f"{number}.txt": TEXT}, "w")[:1024] for number in range(3)]
    with pytest.raises(ReadingError, match="header of more than"):
        read_file(extended * 3 + b"".join(files) + bytes(1024), "a.tar")
    reading = read_file(b"".join(extended + file for file in files) + bytes(1024), "a.tar")
    assert len(reading.articles) == 3


def test_attributes_of_all_files_are_bounded_together() -> None:
    states = b"".join(
        header(tarfile.XGLTYPE, len(record)) + record + bytes(512 - len(record)) + header(tarfile.DIRTYPE, 0)
        for record in (b"14 key%04d=a\n" % number for number in range(101))
    )
    with pytest.raises(ReadingError, match="more than 100 attributes"):
        read_file(states + tarred({"page.txt": TEXT}, "w"), "a.tar")


def test_a_packed_tar_that_unfolds_as_no_text_does_is_refused() -> None:
    packed = tarred({"page.txt": TEXT, "bomb.bin": bytes(60_000_000), "last.txt": TEXT})
    reading = read_file(packed, "a.tar.gz")
    assert [article.path for article in reading.articles] == ["a.tar.gz#page.txt"]
    assert "unfolds to more than" in reading.skipped[-1].reason


def test_a_large_file_that_is_no_news_does_not_hide_those_after_it() -> None:
    film = random.Random(0).randbytes(1_000_000)
    reading = read_file(tarred({"page.txt": TEXT, "film.mp4": film, "last.txt": TEXT}), "a.tar.gz")
    assert [article.path for article in reading.articles] == ["a.tar.gz#page.txt", "a.tar.gz#last.txt"]


def test_an_archive_that_lies_about_a_size_is_held_to_the_bound() -> None:
    content = zipped({"bomb.txt": b"a" * 30_000_000})
    lied = content.replace((30_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little"))
    with pytest.raises(ReadingError, match=r"unfolds|damaged|BadZipFile"):
        read_file(lied, "a.zip")


def test_archives_nest_twice_and_no_more() -> None:
    once = zipped({"page.txt": TEXT})
    twice = zipped({"inner.zip": once})
    assert read_file(twice, "a.zip").articles[0].path == "a.zip#inner.zip#page.txt"
    with pytest.raises(ReadingError, match="nest"):
        read_file(zipped({"outer.zip": twice}), "a.zip")


def test_an_office_document_that_is_not_read_is_named_as_one() -> None:
    with pytest.raises(ReadingError, match="office document"):
        read_file(zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "a.xlsx")


def test_an_archive_may_be_as_large_as_a_file_of_many_rows() -> None:
    assert max_bytes_for("a.zip") == max_bytes_for("a.tar.gz") == max_bytes_for("a.jsonl") > max_bytes_for("a.html")


@given(st.data())
def test_a_damaged_archive_is_read_as_far_as_it_goes_or_refused(data: st.DataObject) -> None:
    pack = data.draw(st.sampled_from([zipped, tarred]))
    content = bytearray(pack({"a.txt": TEXT, "b.txt": TEXT}))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        reading = read_file(bytes(content), "a.zip")
    except ReadingError:
        return
    assert all(article.path.startswith("a.zip#") for article in reading.articles)


def test_files_that_are_said_to_begin_before_their_archive_are_named() -> None:
    content = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    at = content.index(b"PK\x05\x06") + 16  # where the list of files begins, which moves where each file does
    content[at : at + 4] = (int.from_bytes(content[at : at + 4], "little") + 1_000).to_bytes(4, "little")
    with pytest.raises(ReadingError, match="negative seek"):
        read_file(bytes(content), "a.zip")


def test_a_file_that_breaks_its_reader_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, path: str) -> Reading:
        raise OverflowError("int too large")

    monkeypatch.setattr(readers, "READERS", {**readers.READERS, "jsonl": broken})
    reading = read_file(zipped({"wire.jsonl": ROWS, "page.txt": TEXT}), "saved.zip")
    assert [article.path for article in reading.articles] == ["saved.zip#page.txt"]
    assert reading.skipped == (
        Skipped("saved.zip#wire.jsonl", "reading it failed unexpectedly (OverflowError: int too large)"),
    )

import os
import unicodedata
from pathlib import Path

import pytest

from indexing.archive.opening import open_archive
from indexing.archive.writer_lock import WriterLock
from indexing.corpus import scan
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import CorpusError
from indexing.indexer import Indexer


def paths(folder: Path) -> list[str]:
    return [file.path for file in scan(folder).files]


def test_files_of_all_subfolders_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/b/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    assert paths(tmp_path) == ["a/b/c.md", "a/z.html", "b.txt"]


def test_a_file_carries_its_size_and_time(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"12345")
    os.utime(file, ns=(0, 1_700_000_000_000_000_001))

    [found] = scan(tmp_path).files

    assert (found.size, found.mtime_ns, Path(found.location).read_bytes()) == (5, 1_700_000_000_000_000_001, b"12345")


def test_hidden_files_and_readmes_are_left_out_without_a_word(tmp_path: Path) -> None:
    (tmp_path / ".newschat").mkdir()
    for name in (".hidden.txt", ".newschat/a.txt", "README", "README.md", "README.ko.md"):
        (tmp_path / name).write_text("x")

    corpus = scan(tmp_path)

    assert (corpus.files, corpus.skipped) == ((), ())


def test_a_decomposed_file_name_becomes_a_composed_path(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "한강.txt")).write_text("x")

    assert paths(tmp_path) == ["한강.txt"]
    assert Path(scan(tmp_path).files[0].location).read_text() == "x"


def test_two_names_that_differ_only_in_unicode_form_are_one_path_and_a_skip(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "한강.txt")).write_text(form)  # type: ignore[arg-type]

    corpus = scan(tmp_path)

    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system makes them one file")
    assert paths(tmp_path) == ["한강.txt"]
    assert [(item.path, "Unicode" in item.reason) for item in corpus.skipped] == [("한강.txt", True)]


def test_a_link_inside_the_corpus_is_a_file_and_one_outside_is_skipped_by_name(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (corpus / "a.txt").write_text("x")
    (corpus / "inside.txt").symlink_to("a.txt")
    (corpus / "outside.txt").symlink_to("../secret.txt")

    assert paths(corpus) == ["a.txt", "inside.txt"]
    assert [(item.path, item.reason) for item in scan(corpus).skipped] == [
        ("outside.txt", "the link points outside the corpus folder")
    ]


def test_linked_folders_broken_links_and_loops_are_skipped_by_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to("sub")
    (tmp_path / "broken").symlink_to("nothing")
    (tmp_path / "loop").symlink_to("loop")

    assert paths(tmp_path) == ["sub/a.txt"]
    assert [item.path for item in scan(tmp_path).skipped] == ["again", "broken", "loop"]


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert [(item.path, item.reason) for item in scan(tmp_path).skipped] == [("pipe.txt", "not a regular file")]


def test_a_name_that_is_not_utf8_is_skipped_in_printable_form(tmp_path: Path) -> None:
    name = b"\xc7\xd1\xb0\xad.txt"  # 한강 in CP949
    try:
        (tmp_path / os.fsdecode(name)).write_text("x")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")

    [skipped] = scan(tmp_path).skipped

    assert paths(tmp_path) == []
    assert skipped.path.encode().endswith(b".txt")
    assert "not valid UTF-8" in skipped.reason


def test_a_corpus_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x")
    (tmp_path / "link").symlink_to("real")

    assert paths(tmp_path / "link") == ["a.txt"]


def test_a_missing_corpus_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none does not exist"):
        scan(tmp_path / "none")


def test_a_corpus_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")

    with pytest.raises(CorpusError, match=r"a\.txt is a file"):
        scan(tmp_path / "a.txt")


def test_a_skipped_folder_hides_what_is_in_it_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to("nothing")
    corpus = scan(tmp_path)

    assert corpus.hides("again/a.txt")
    assert corpus.hides("again")
    assert not corpus.hides("again2/a.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_skipped_by_name(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o000)

    assert [item.path for item in scan(tmp_path).skipped] == ["locked"]
    with pytest.raises(CorpusError, match="cannot be read: Permission denied"):
        scan(tmp_path / "locked")


def test_what_a_browser_saved_beside_a_page_is_left_out_but_for_its_frames(tmp_path: Path) -> None:
    (tmp_path / "축제_files").mkdir()
    for name in ("축제.html", "축제_files/a.js", "축제_files/b.css", "축제_files/c.png", "축제_files/frame.html"):
        (tmp_path / name).write_text("x")

    assert paths(tmp_path) == ["축제.html", "축제_files/frame.html"]
    assert scan(tmp_path).skipped == ()


@pytest.mark.parametrize("place", ["archive", "deep/archive", "."])
def test_an_archive_in_the_corpus_is_left_out_and_what_lies_beside_it_is_not(tmp_path: Path, place: str) -> None:
    folder = tmp_path / place
    (folder / "기사").mkdir(parents=True)
    for file in (tmp_path / "a.txt", folder / "기사" / "b.txt"):
        file.write_text("부산 해운대에 비가 내렸다. 시내 도로 여러 곳이 물에 잠겼다.")
    before = scan(tmp_path)

    with WriterLock(folder).held(), open_archive(folder, BundledEmbedding(), writable=True) as archive:
        during = Indexer(archive).run(tmp_path)
        writing = scan(tmp_path)

    assert during.skipped == ()
    assert (during.added, len(before.files)) == (2, 2)
    assert writing == scan(tmp_path) == before
    assert scan(tmp_path).signature() == before.signature()


def test_a_catalog_of_something_else_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "keywords").mkdir()
    for name in ("catalog.sqlite", "keywords/a.txt"):
        (tmp_path / name).write_text("x")

    assert paths(tmp_path) == ["catalog.sqlite", "keywords/a.txt"]

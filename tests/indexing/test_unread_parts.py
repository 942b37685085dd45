"""What a file gave stays while the part of it where it stood cannot be read."""

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.embedding.bundled import BundledEmbedding
from indexing.indexer import Indexer
from indexing.report import IndexReport

KEPT = "what was read of it before stays"
BROKEN = '{"title": "'
TEXTLESS = json.dumps({"title": "[포토] 물빛축제"})


class Corpus:
    """A folder of which one file is written again and again, and the archive that follows it."""

    def __init__(self, folder: Path, archive: Archive) -> None:
        self.folder = folder
        self.archive = archive
        self._moment = 1_600_000_000_000_000_001

    def index(self, path: str, content: bytes | str) -> IndexReport:
        """Writes the file and brings the archive up to it, after a rehearsal that must say the same."""
        self._moment += 1
        (self.folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
        os.utime(self.folder / path, ns=(self._moment, self._moment))
        dry = Indexer(self.archive).run(self.folder, dry_run=True)
        report = Indexer(self.archive).run(self.folder)
        assert (dry.changes, dry.skipped, dry.unchanged) == (report.changes, report.skipped, report.unchanged)
        return report

    def again(self, *, rebuild: bool = False) -> IndexReport:
        return Indexer(self.archive).run(self.folder, rebuild=rebuild)

    def held(self) -> list[str]:
        return sorted(article.path for article in self.archive.catalog.known())

    def titles(self) -> dict[str, str]:
        known = [article.article_id for article in self.archive.catalog.known()]
        return {article.path: article.title for article in self.archive.articles(known).values()}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    (tmp_path / "corpus").mkdir()
    with open_archive(tmp_path / "archive", BundledEmbedding(), writable=True) as archive:
        yield Corpus(tmp_path / "corpus", archive)


def row(name: str, *, addressed: bool = False) -> str:
    address = {"url": f"https://news.example/{name}"} if addressed else {}
    return json.dumps({"title": f"소식 {name}", "body": f"해담시는 {name} 소식을 오늘 알렸다.", **address})


def text(number: int) -> bytes:
    return (
        f"소식 {number}\n입력 2025-05-02 18:35\n해담시는 {number}번째 소식을 2일 알렸다. {'물빛축제다. ' * 50}".encode()
    )


def packed(files: dict[str, bytes], mode: str) -> bytes:
    stream = io.BytesIO()
    if mode == "zip":
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return stream.getvalue()
    with tarfile.open(fileobj=stream, mode=mode) as tar:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return stream.getvalue()


@pytest.mark.parametrize("mode", ["w", "w:gz", "zip"])
def test_the_articles_of_an_archive_that_is_being_copied_stay(corpus: Corpus, mode: str) -> None:
    files = {f"{number}.txt": text(number) for number in range(6)}
    whole = packed(files, mode)
    corpus.index("saved.bin", whole)
    before = corpus.held()

    cut = corpus.index("saved.bin", whole[: len(whole.rstrip(b"\0")) * 2 // 3])

    assert len(before) == 6
    assert not cut.changes
    assert any(item.path == "saved.bin" and item.reason.endswith(KEPT) for item in cut.skipped)
    assert corpus.again().skipped == cut.skipped
    assert corpus.again(rebuild=True).skipped == cut.skipped
    assert corpus.held() == before
    assert corpus.archive.health().sound
    assert corpus.index("saved.bin", whole).skipped == ()
    del files["4.txt"]
    assert corpus.index("saved.bin", packed(files, mode)).changes.deleted == ("saved.bin#4.txt",)


def test_a_tar_archive_cut_off_between_two_files_is_cut_off(corpus: Corpus) -> None:
    whole = packed({f"{number}.txt": text(number) for number in range(3)}, "w")
    one = 512 + -(-len(text(0)) // 512) * 512
    corpus.index("saved.tar", whole)

    for length in (one, one + 100, 2 * one + 511):
        assert not corpus.index("saved.tar", whole[:length]).changes
    damaged = corpus.index("saved.tar", whole[:one] + b"x" * 512 + whole[one + 512 :])

    assert not damaged.changes
    assert corpus.held() == ["saved.tar#0.txt", "saved.tar#1.txt", "saved.tar#2.txt"]


def test_a_file_of_rows_in_an_archive_that_cannot_be_read_keeps_its_rows(corpus: Corpus) -> None:
    rows = "\n".join(map(row, "가나다")).encode()
    corpus.index("saved.zip", packed({"page.txt": text(1), "wire.jsonl": rows}, "zip"))

    report = corpus.index("saved.zip", packed({"page.txt": text(2), "wire.jsonl": b"\0" * 100}, "zip"))

    assert report.changes.changed == ("saved.zip#page.txt",)
    assert (report.unchanged, report.deleted) == (3, 0)
    assert corpus.held()[1:] == [f"saved.zip#wire.jsonl#{number}" for number in (1, 2, 3)]


@pytest.mark.parametrize("addressed", [False, True])
def test_a_row_that_breaks_keeps_its_article_until_it_is_mended_or_goes(corpus: Corpus, addressed: bool) -> None:
    rows = [row(name, addressed=addressed) for name in "가나다라"]
    corpus.index("wire.jsonl", "\n".join(rows))

    broken = corpus.index("wire.jsonl", "\n".join([row("가", addressed=addressed) + " ", rows[1][:-5], *rows[2:]]))

    assert not broken.changes
    assert broken.skipped[0].path == "wire.jsonl#2"
    assert broken.skipped[0].reason.endswith(KEPT)
    assert corpus.titles()["wire.jsonl#2"] == "소식 나"
    assert corpus.index("wire.jsonl", "\n".join([*rows[:3], BROKEN, "\n"])).deleted == 0
    assert corpus.index("wire.jsonl", "\n".join(rows)).skipped == ()
    assert corpus.index("wire.jsonl", "\n".join(rows[:3])).changes.deleted == ("wire.jsonl#4",)


def test_rows_beyond_the_place_where_a_copy_has_come_to_stay(corpus: Corpus) -> None:
    whole = "\n".join(map(row, "가나다라마바"))
    corpus.index("wire.jsonl", whole)

    report = corpus.index("wire.jsonl", whole[: len(whole) * 2 // 5])

    assert not report.changes
    assert len(corpus.held()) == 6
    assert [item.path for item in report.skipped] == ["wire.jsonl"]


def test_a_table_and_a_feed_that_are_being_copied_keep_their_articles(corpus: Corpus) -> None:
    table = "제목,본문,날짜\n" + "\n".join(f"{name},시는 {name} 소식을 오늘 밝혔다.,2025-01-21" for name in "가나다라")
    items = [
        f"<item><title>{name}</title><description>시는 {name} 소식을 알렸다.</description></item>"
        for name in "가나다라"
    ]
    feed = f"<rss><channel>{''.join(items)}</channel></rss>"
    corpus.index("a.csv", table)
    corpus.index("b.xml", feed)

    corpus.index("a.csv", table[: table.index("다,")] + "다,시는 ")
    corpus.index("b.xml", feed[: feed.rindex("<item>")])

    assert corpus.held() == [f"a.csv#{number}" for number in (2, 3, 4, 5)] + [f"b.xml#{n}" for n in (1, 2, 3, 4)]


def test_a_row_without_text_that_moves_to_an_article_s_number_keeps_nothing(corpus: Corpus) -> None:
    corpus.index("wire.jsonl", "\n".join([row("가"), row("나"), TEXTLESS, row("다")]))

    report = corpus.index("wire.jsonl", "\n".join([row("가"), TEXTLESS, row("나"), row("다"), row("라")]))

    assert corpus.titles() == {
        "wire.jsonl#1": "소식 가",
        "wire.jsonl#3": "소식 나",
        "wire.jsonl#4": "소식 다",
        "wire.jsonl#5": "소식 라",
    }
    assert (report.changes.deleted, report.changes.moved) == ((), (("wire.jsonl#2", "wire.jsonl#3"),))


def test_a_page_that_another_took_the_place_of_is_not_kept(corpus: Corpus) -> None:
    link = '<link rel="canonical" href="https://news.example/{0}">'
    page = f"<html><head>{link}</head><body><h1>소식 {{0}}</h1><p>{{1}}</p></body></html>"
    files = {"a.html": page.format("1", "해담시는 첫째 소식을 오늘 알렸다. " * 5).encode(), "b.txt": text(2)}
    corpus.index("saved.tar", packed(files, "w"))
    files["a.html"] = page.format("9", "해담시는 아홉째 소식을 오늘 알렸다. " * 5).encode()

    report = corpus.index("saved.tar", packed(files, "w").rstrip(b"\0")[:-9])

    assert [item.path for item in report.skipped] == ["saved.tar", "saved.tar#b.txt"]
    assert report.changes.deleted == ("saved.tar#a.html",)
    assert "아홉째" in corpus.titles()["saved.tar#a.html"]
    assert corpus.held() == ["saved.tar#a.html", "saved.tar#b.txt"]


def test_a_name_that_only_looks_like_a_number_harms_nothing(corpus: Corpus) -> None:
    name = "#" + "9" * 5_000
    corpus.index("saved.zip", packed({name: text(1), "b.txt": text(2)}, "zip"))

    assert not corpus.index("saved.zip", packed({name: b"\0" * 9, "b.txt": text(2)}, "zip")).changes

import json
import os
import shutil
import time
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pytest
from pydantic import PrivateAttr

from indexing.archive.archive import Archive
from indexing.archive.catalog.sources import Sources
from indexing.archive.opening import open_archive
from indexing.corpus import CorpusFile, scan
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import ArchiveError, CorpusError, EmbeddingError, ShrunkenCorpusError
from indexing.indexer import Indexer
from indexing.language.terms import index_terms
from indexing.reading_pool import FEWEST
from indexing.report import IndexReport

LONG_AGO = 1_600_000_000_000_000_001
"""A time at which no file system's clock can be in doubt."""

CLOCK_TICK = 0.1
"""Seconds after which a file is no longer too fresh to be known by its times."""


class Counting(BundledEmbedding):
    """The bundled embedder, which remembers what it was asked and can be put out of order."""

    _asked: list[str] = PrivateAttr(default_factory=list)
    _broken_at: str | None = PrivateAttr(default=None)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        if self._broken_at is not None and any(self._broken_at in text for text in texts):
            raise ConnectionError("no network")
        self._asked.extend(texts)
        return super()._get_text_embeddings(texts)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write(folder, "busan.md", "부산에 폭우", "부산 해운대에 비가 내렸다. 시내 도로 여러 곳이 물에 잠겼다.")
    write(folder, "seoul.md", "서울 축제 개막", "서울시가 한강 축제의 개막을 알렸다.", url="https://news.example/1")
    rows(folder, "wire.jsonl", [("첫 소식", "첫째 소식의 본문이다."), ("둘째 소식", "둘째 소식의 본문이다.")])
    return folder


@pytest.fixture
def embedder() -> Counting:
    return Counting()


@pytest.fixture
def archive(tmp_path: Path, embedder: Counting) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive", embedder, writable=True) as opened:
        yield opened


def write(folder: Path, path: str, title: str, body: str, url: str | None = None, mtime_ns: int = LONG_AGO) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    address = f"url: {url}\n" if url else ""
    file.write_text(f"---\ntitle: {title}\n{address}---\n{body}\n")
    os.utime(file, ns=(mtime_ns, mtime_ns))
    return file


def rows(folder: Path, path: str, articles: list[tuple[str, str]], mtime_ns: int = LONG_AGO) -> None:
    lines = [json.dumps({"title": title, "body": body}) for title, body in articles]
    (folder / path).write_text("\n".join(lines))
    os.utime(folder / path, ns=(mtime_ns, mtime_ns))


def counts(report: IndexReport) -> dict[str, int]:
    """The report's counts that are not zero."""
    found = {name: getattr(report, name) for name in ("read", "added", "changed", "moved", "deleted", "unchanged")}
    return {name: count for name, count in found.items() if count}


def skipped(report: IndexReport) -> dict[str, str]:
    return {item.path: item.reason for item in report.skipped}


def found_paths(archive: Archive, question: str) -> list[str]:
    hits = archive.matching(dict.fromkeys(index_terms(question), 1.0), {}, 10)
    passages = archive.passages(passage_id for passage_id, _ in hits)
    articles = archive.articles(passage.article_id for passage in passages.values())
    return [articles[passages[hit].article_id].path for hit, _ in hits]


def files_of(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """Everything in a folder, but for SQLite's and tantivy's locks."""
    return {
        file.relative_to(folder): (file.stat().st_mtime_ns, file.read_bytes())
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(("-shm", ".lock"))
    }


def test_a_first_run_adds_every_article(archive: Archive, corpus: Path) -> None:
    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 3, "added": 4}
    assert (report.skipped, report.passages) == ((), 4)
    assert archive.coverage().articles == 4
    assert archive.health().sound
    assert found_paths(archive, "해운대는") == ["busan.md"]


def test_a_second_run_reads_embeds_and_writes_nothing(
    archive: Archive, corpus: Path, embedder: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time.sleep(CLOCK_TICK)
    Indexer(archive).run(corpus)
    before, asked = files_of(tmp_path / "archive"), list(embedder._asked)
    monkeypatch.setattr(CorpusFile, "read", lambda file, limit: pytest.fail(f"{file.path} is read"))
    report = Indexer(archive).run(corpus)

    assert counts(report) == {"unchanged": 4}
    assert report.passages == 4
    assert embedder._asked == asked
    assert files_of(tmp_path / "archive") == before


def test_a_touched_file_with_the_same_bytes_is_unchanged(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    os.utime(corpus / "busan.md", ns=(LONG_AGO, LONG_AGO + 1))

    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 4}


@pytest.mark.skipif(os.name != "posix", reason="needs the time at which a file itself changed")
def test_a_file_rewritten_with_the_size_and_time_it_had_is_read_again(archive: Archive, corpus: Path) -> None:
    write(corpus, "seoul.md", "서울 축제", "축제는 5월 3일이다.", mtime_ns=315_532_800_000_000_000)
    time.sleep(CLOCK_TICK)
    Indexer(archive).run(corpus)
    looks = scan(corpus).signature()
    time.sleep(CLOCK_TICK)
    write(corpus, "seoul.md", "서울 축제", "축제는 5월 7일이다.", mtime_ns=315_532_800_000_000_000)

    assert scan(corpus).signature() != looks
    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "changed": 1, "unchanged": 3}


@pytest.mark.skipif(os.name != "posix", reason="needs the time at which a file itself changed")
def test_files_of_other_permissions_are_compared_by_their_bytes_once(
    archive: Archive, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Indexer(archive).run(corpus)
    time.sleep(CLOCK_TICK)
    for file in corpus.iterdir():
        file.chmod(0o600)
    time.sleep(CLOCK_TICK)

    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 4}
    monkeypatch.setattr(CorpusFile, "read", lambda file, limit: pytest.fail(f"{file.path} is read"))
    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 4}


def test_a_new_file_is_the_only_one_read(archive: Archive, corpus: Path, embedder: Counting) -> None:
    Indexer(archive).run(corpus)
    embedder._asked.clear()
    write(corpus, "daegu.md", "대구 무더위", "대구의 낮 기온이 37도까지 올랐다.")

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "added": 1, "unchanged": 4}
    assert embedder._asked == ["대구의 낮 기온이 37도까지 올랐다."]


def test_a_changed_file_replaces_its_article(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "busan.md", "부산 맑음", "부산에 해가 났다.", mtime_ns=LONG_AGO + 1)

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 1, "changed": 1, "unchanged": 3}
    assert found_paths(archive, "해운대는") == []
    assert found_paths(archive, "부산에 해가")[0] == "busan.md"
    assert archive.health().sound


def test_a_change_that_keeps_size_and_time_right_after_the_last_run_is_seen(archive: Archive, corpus: Path) -> None:
    now = write(corpus, "busan.md", "부산 날씨", "오늘 부산에 비가 왔다.").stat().st_ctime_ns
    write(corpus, "busan.md", "부산 날씨", "오늘 부산에 비가 왔다.", mtime_ns=now)
    Indexer(archive).run(corpus)
    write(corpus, "busan.md", "부산 날씨", "오늘 부산에 해가 났다.", mtime_ns=now)

    assert counts(Indexer(archive).run(corpus))["changed"] == 1


def test_one_changed_row_of_a_file_changes_one_article(archive: Archive, corpus: Path, embedder: Counting) -> None:
    Indexer(archive).run(corpus)
    embedder._asked.clear()
    new = [("둘째 소식", "둘째 소식을 고쳐 쓴 본문이다."), ("셋째 소식", "셋째 소식의 본문이다.")]
    rows(corpus, "wire.jsonl", [("첫 소식", "첫째 소식의 본문이다."), *new], LONG_AGO + 1)

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "added": 1, "changed": 1, "unchanged": 3}
    assert embedder._asked == ["둘째 소식을 고쳐 쓴 본문이다.", "셋째 소식의 본문이다."]


def test_a_deleted_file_deletes_its_articles(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    (corpus / "wire.jsonl").unlink()

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"deleted": 2, "unchanged": 2}
    assert archive.coverage().articles == report.passages == 2
    assert found_paths(archive, "소식의 본문") == []
    assert archive.health().sound


def test_an_emptied_corpus_empties_the_archive(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    for file in corpus.iterdir():
        file.unlink()

    assert counts(Indexer(archive).run(corpus)) == {"deleted": 4}
    assert archive.coverage().articles == 0


def test_a_file_without_an_address_that_lies_elsewhere_is_moved_and_not_embedded_again(
    archive: Archive, corpus: Path, embedder: Counting
) -> None:
    Indexer(archive).run(corpus)
    embedder._asked.clear()
    (corpus / "2025").mkdir()
    for name in ("busan.md", "wire.jsonl"):
        (corpus / name).rename(corpus / "2025" / name)

    report, again = (Indexer(archive).run(corpus) for _ in range(2))

    assert counts(report) == {"read": 2, "moved": 3, "unchanged": 1}
    assert report.changes.moved == (
        ("busan.md", "2025/busan.md"),
        ("wire.jsonl#1", "2025/wire.jsonl#1"),
        ("wire.jsonl#2", "2025/wire.jsonl#2"),
    )
    assert found_paths(archive, "해운대는") == ["2025/busan.md"]
    assert embedder._asked == []
    assert archive.health().sound
    assert counts(again) == {"unchanged": 4}


def test_a_copy_of_a_file_that_stays_is_added_not_moved(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    shutil.copy2(corpus / "busan.md", corpus / "copy.md")

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "added": 1, "unchanged": 4}


def test_of_two_copies_of_a_file_that_is_gone_one_is_moved_and_one_added(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    for name in ("one.md", "two.md"):
        shutil.copy2(corpus / "busan.md", corpus / name)
    (corpus / "busan.md").unlink()

    report = Indexer(archive).run(corpus)

    assert (report.changes.moved, report.changes.added) == ((("busan.md", "one.md"),), ("two.md",))
    assert report.deleted == 0


def test_a_moved_file_is_moved_also_in_a_rebuild_and_a_dry_run(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    (corpus / "busan.md").rename(corpus / "pusan.md")

    dry = Indexer(archive).run(corpus, dry_run=True)
    wet = Indexer(archive).run(corpus, rebuild=True)

    assert dry.changes == wet.changes
    assert dry.changes.moved == (("busan.md", "pusan.md"),)


def test_a_renamed_file_keeps_the_article_of_its_address(archive: Archive, corpus: Path, embedder: Counting) -> None:
    Indexer(archive).run(corpus)
    embedder._asked.clear()
    (corpus / "seoul.md").rename(corpus / "capital.md")

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 1, "moved": 1, "unchanged": 3}
    assert report.changes.moved == (("seoul.md", "capital.md"),)
    assert found_paths(archive, "한강 축제")[0] == "capital.md"
    assert embedder._asked == []


def test_a_file_that_is_no_news_is_skipped_by_name_in_every_run(archive: Archive, corpus: Path) -> None:
    write(corpus, "empty.md", "", "").write_text("")
    rows(corpus, "half.jsonl", [("제목", "본문이 있는 소식이다."), ("본문 없음", "")])

    first, second = Indexer(archive).run(corpus), Indexer(archive).run(corpus)

    assert list(skipped(first)) == ["empty.md", "half.jsonl#2"]
    assert first.skipped == second.skipped
    assert counts(second) == {"unchanged": 5}


def test_a_file_that_became_unreadable_keeps_its_old_version(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    (corpus / "busan.md").write_bytes(b"\x00\x01\x02" * 50)

    for _ in range(2):
        report = Indexer(archive).run(corpus)
        assert list(skipped(report)) == ["busan.md"]
        assert counts(report) == {"unchanged": 4}
        assert found_paths(archive, "해운대는") == ["busan.md"]


def test_a_file_that_keeps_its_old_version_says_so(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    for name in ("busan.md", "never.md"):
        (corpus / name).write_bytes(b"")

    reasons = skipped(Indexer(archive).run(corpus))

    assert reasons["busan.md"].endswith("what was read of it before stays")
    assert "stays" not in reasons["never.md"]


def test_a_file_that_became_readable_again_is_read(archive: Archive, corpus: Path) -> None:
    good = (corpus / "busan.md").read_bytes()
    (corpus / "busan.md").write_bytes(b"")
    assert counts(Indexer(archive).run(corpus))["added"] == 3
    (corpus / "busan.md").write_bytes(good)

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 1, "added": 1, "unchanged": 3}
    assert report.skipped == ()


def test_a_file_replaced_by_a_broken_link_keeps_its_old_version(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    (corpus / "busan.md").unlink()
    (corpus / "busan.md").symlink_to("nowhere")

    report = Indexer(archive).run(corpus)

    assert list(skipped(report)) == ["busan.md"]
    assert counts(report) == {"unchanged": 4}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_without_permission_keeps_its_old_version(archive: Archive, corpus: Path) -> None:
    write(corpus, "sub/a.md", "대구 무더위", "대구의 낮 기온이 올랐다.")
    Indexer(archive).run(corpus)
    os.utime(corpus / "busan.md", ns=(1, 1))
    for path in (corpus / "busan.md", corpus / "sub"):
        path.chmod(0)

    report = Indexer(archive).run(corpus)

    (corpus / "sub").chmod(0o700)
    assert list(skipped(report)) == ["busan.md", "sub"]
    assert counts(report) == {"unchanged": 5}


def test_a_file_beyond_the_limit_is_skipped_unread(archive: Archive, corpus: Path) -> None:
    with (corpus / "huge.txt").open("wb") as stream:
        stream.truncate(20_000_001)

    report = Indexer(archive).run(corpus)

    assert "20,000,001 bytes" in skipped(report)["huge.txt"]


def test_of_two_files_with_one_address_the_first_path_is_kept(archive: Archive, corpus: Path) -> None:
    write(corpus, "copy.md", "서울 축제 (전재)", "서울시의 한강 축제 소식을 옮긴 글이다.", url="https://news.example/1")

    for _ in range(2):
        report = Indexer(archive).run(corpus)
        assert skipped(report) == {"seoul.md": "the same article (same address) as copy.md"}
        assert archive.coverage().articles == 4
    assert found_paths(archive, "한강 축제")[0] == "copy.md"


def test_a_copy_that_sorts_before_takes_the_article_over(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "copy.md", "서울 축제 (전재)", "서울시의 한강 축제 소식을 옮긴 글이다.", url="https://news.example/1")

    taken_over, again = Indexer(archive).run(corpus), Indexer(archive).run(corpus)

    assert counts(taken_over) == {"read": 1, "changed": 1, "unchanged": 3}
    assert skipped(taken_over) == skipped(again) == {"seoul.md": "the same article (same address) as copy.md"}
    assert counts(again) == {"unchanged": 4}


@pytest.mark.parametrize("going", ["deleted", "other address"])
def test_when_the_first_of_two_copies_goes_the_second_is_read_again(archive: Archive, corpus: Path, going: str) -> None:
    copy = write(corpus, "copy.md", "전재", "서울시의 소식을 옮긴 글이다.", url="https://news.example/1")
    Indexer(archive).run(corpus)
    if going == "deleted":
        copy.unlink()
    else:
        address = "https://news.example/2"
        write(corpus, "copy.md", "전재", "서울시의 소식을 옮긴 글이다.", url=address, mtime_ns=LONG_AGO + 1)

    report = Indexer(archive).run(corpus)

    assert report.skipped == ()
    assert (report.changed, report.deleted) == (1, 0)
    assert "seoul.md" in found_paths(archive, "한강 축제의 개막")


def test_an_item_given_twice_in_one_file_is_skipped_once_and_not_read_again(archive: Archive, tmp_path: Path) -> None:
    line = json.dumps({"title": "제목", "body": "본문이 있는 소식이다.", "url": "https://news.example/1"})
    (tmp_path / "c").mkdir()
    file = tmp_path / "c" / "wire.jsonl"
    file.write_text(f"{line}\n{line}")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))

    first, second = (Indexer(archive).run(tmp_path / "c") for _ in range(2))

    assert (counts(first), counts(second)) == ({"read": 1, "added": 1}, {"unchanged": 1})
    assert skipped(first) == skipped(second) == {"wire.jsonl#2": "the same article (same address) as wire.jsonl#1"}


def test_copies_under_different_addresses_are_counted_as_near_duplicates(archive: Archive, corpus: Path) -> None:
    write(corpus, "copy.md", "전재", "부산  해운대에 비가 내렸다! 시내 도로 여러 곳이 물에 잠겼다")

    rehearsals = [Indexer(nowhere).run(corpus, dry_run=True) for nowhere in (None, archive)]
    first, second = Indexer(archive).run(corpus), Indexer(archive).run(corpus)

    assert [report.near_duplicates for report in (*rehearsals, first, second)] == [1, 1, 1, 1]
    assert first.added == 5


def test_a_dry_run_counts_the_near_duplicates_that_come_and_go(archive: Archive, corpus: Path) -> None:
    for name in ("copy.md", "second.md"):
        write(corpus, name, "전재", "부산  해운대에 비가 내렸다! 시내 도로 여러 곳이 물에 잠겼다")
    Indexer(archive).run(corpus)
    (corpus / "busan.md").unlink()
    write(corpus, "second.md", "정정", "서울시가 한강 축제의 개막을 알렸다.", mtime_ns=LONG_AGO + 1)
    write(corpus, "third.md", "전재", "서울시가 ‘한강 축제’의 개막을 알렸다.")

    dry, wet = Indexer(archive).run(corpus, dry_run=True), Indexer(archive).run(corpus)

    assert (dry.near_duplicates, wet.near_duplicates) == (2, 2)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Twelve articles, enough for their loss to be doubted."""
    folder = tmp_path / "many"
    for number in range(8):
        write(folder, f"{number}.md", f"소식 {number}", f"{number}번째 소식의 본문이다.")
    rows(folder, "wire.jsonl", [(f"단신 {number}", f"단신 {number}번의 본문이다.") for number in range(4)])
    return folder


@pytest.mark.parametrize("rebuild", [False, True])
def test_an_emptied_folder_is_no_reason_to_empty_the_archive(archive: Archive, many: Path, rebuild: bool) -> None:
    Indexer(archive).run(many)
    for file in many.iterdir():
        file.unlink()
    write(many, "new.md", "새 소식", "새 소식의 본문이다.")

    with pytest.raises(ShrunkenCorpusError, match=r"12 of the archive's 12 articles.*Nothing was changed.*--yes"):
        Indexer(archive).run(many, rebuild=rebuild)

    assert archive.coverage().articles == 12
    assert archive.health().sound
    assert counts(Indexer(archive).run(many, dry_run=True)) == {"read": 1, "added": 1, "deleted": 12}
    assert counts(Indexer(archive).run(many, purge=True)) == {"read": 1, "added": 1, "deleted": 12}


def test_up_to_half_of_the_articles_are_deleted_unasked(archive: Archive, many: Path) -> None:
    Indexer(archive).run(many)
    for number in range(6):
        (many / f"{number}.md").unlink()

    assert counts(Indexer(archive).run(many)) == {"deleted": 6, "unchanged": 6}


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_corpus_that_lies_elsewhere_is_moved_unasked(archive: Archive, many: Path, rebuild: bool) -> None:
    Indexer(archive).run(many)
    (many / "2025").mkdir()
    for file in [file for file in many.iterdir() if file.is_file()]:
        file.rename(many / "2025" / file.name)

    assert counts(Indexer(archive).run(many, rebuild=rebuild)) == {"read": 9, "moved": 12}


def test_rows_cut_off_a_file_are_no_reason_to_empty_the_archive_either(archive: Archive, tmp_path: Path) -> None:
    corpus = tmp_path / "wire"
    corpus.mkdir()
    rows(corpus, "wire.jsonl", [(f"단신 {number}", f"단신 {number}번의 본문이다.") for number in range(12)])
    Indexer(archive).run(corpus)
    rows(corpus, "wire.jsonl", [("단신 0", "단신 0번의 고친 본문이다.")], LONG_AGO + 1)

    for _ in range(2):
        with pytest.raises(ShrunkenCorpusError, match=r"11 of the archive's 12 articles.*Nothing was deleted"):
            Indexer(archive).run(corpus)
        assert archive.coverage().articles == 12
        assert archive.health().sound
    assert counts(Indexer(archive).run(corpus, purge=True)) == {"read": 1, "deleted": 11, "unchanged": 1}


def test_a_file_whose_time_lies_in_the_future_is_compared_by_its_bytes(
    archive: Archive, corpus: Path, tmp_path: Path
) -> None:
    future = time.time_ns() + 10**18
    write(corpus, "busan.md", "부산 날씨", "오늘 부산에 비가 왔다.", mtime_ns=future)
    time.sleep(CLOCK_TICK)
    Indexer(archive).run(corpus)
    before = files_of(tmp_path / "archive")

    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 4}
    assert files_of(tmp_path / "archive") == before
    write(corpus, "busan.md", "부산 날씨", "오늘 부산에 해가 났다.", mtime_ns=future)
    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "changed": 1, "unchanged": 3}


def test_a_file_whose_time_went_backwards_is_read_again(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "busan.md", "부산 맑음", "부산에 해가 났다.", mtime_ns=1)

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "changed": 1, "unchanged": 3}


def test_several_processes_index_what_one_does(archive: Archive, tmp_path: Path) -> None:
    corpus = tmp_path / "many"
    for number in range(FEWEST):
        write(corpus, f"{number:03}.md", f"소식 {number}", f"소식 {number}번의 본문이다.")
    (corpus / "000.md").write_bytes(b"\x00\x01" * 50)

    report = Indexer(archive, workers=2).run(corpus)
    with open_archive(tmp_path / "serial", Counting(), writable=True) as other:
        serial = Indexer(other).run(corpus)
        assert (report.changes, report.skipped, report.passages) == (serial.changes, serial.skipped, serial.passages)
        assert archive.fingerprint() == other.fingerprint()


def test_a_failing_embedder_keeps_the_old_version(archive: Archive, corpus: Path, embedder: Counting) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "busan.md", "부산 맑음", "부산에 해가 났다.", mtime_ns=LONG_AGO + 1)
    embedder._broken_at = "해가"
    with pytest.raises(EmbeddingError, match="no network"):
        Indexer(archive).run(corpus)
    assert found_paths(archive, "해운대는") == ["busan.md"]

    embedder._broken_at = None

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "changed": 1, "unchanged": 3}


def test_after_a_failure_the_next_run_goes_on_where_the_last_stopped(
    archive: Archive, tmp_path: Path, embedder: Counting
) -> None:
    corpus = tmp_path / "many"
    for number in range(600):
        write(corpus, f"{number:03}.md", f"소식 {number}", f"소식 {number}번의 본문이다.")
    embedder._broken_at = "소식 550번"
    with pytest.raises(EmbeddingError):
        Indexer(archive).run(corpus)
    assert archive.coverage().articles == 512
    assert archive.health().sound
    embedder._broken_at = None

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 88, "added": 88, "unchanged": 512}
    assert archive.health().sound


def addressed(folder: Path, path: str, numbers: Iterable[int], mtime_ns: int = LONG_AGO) -> None:
    """Rows that know their addresses: an article is the same in whatever file it stands."""
    lines = [
        json.dumps({"title": f"단신 {n}", "body": f"단신 {n}번의 본문이다.", "url": f"https://wire.example/{n}"})
        for n in numbers
    ]
    (folder / path).write_text("\n".join(lines))
    os.utime(folder / path, ns=(mtime_ns, mtime_ns))


@pytest.fixture
def cut_off(archive: Archive, embedder: Counting) -> Callable[[Path], None]:
    """Runs an index run that fails in its second batch: 600 files are new, and one of them cannot be embedded."""

    def run(corpus: Path) -> None:
        for number in range(600):
            write(corpus, f"b/{number:03}.md", f"소식 {number}", f"소식 {number}번의 본문이다.")
        embedder._broken_at = "소식 590번"
        with pytest.raises(EmbeddingError):
            Indexer(archive).run(corpus)
        embedder._broken_at = None

    return run


def fingerprint_anew(corpus: Path, tmp_path: Path) -> str:
    with open_archive(tmp_path / "anew", Counting(), writable=True) as other:
        Indexer(other).run(corpus)
        return other.fingerprint()


@pytest.mark.parametrize("stay", [[1, 2, 4, 5], []], ids=["some rows withdrawn", "all rows others"])
def test_articles_withdrawn_before_a_run_that_was_cut_off_go_with_the_next(
    archive: Archive, corpus: Path, tmp_path: Path, cut_off: Callable[[Path], None], stay: list[int]
) -> None:
    addressed(corpus, "a.jsonl", range(1, 6))
    Indexer(archive).run(corpus)
    addressed(corpus, "a.jsonl", [*stay, 9], LONG_AGO + 1)
    cut_off(corpus)
    assert len(found_paths(archive, "단신의")) == 6  # not taken away early: a later file might have given them

    assert Indexer(archive).run(corpus).deleted == 5 - len(stay)

    assert archive.fingerprint() == fingerprint_anew(corpus, tmp_path)
    assert counts(Indexer(archive).run(corpus)) == {"unchanged": archive.coverage().articles}


def test_an_article_that_moves_to_a_later_file_outlives_a_run_that_was_cut_off(
    archive: Archive, corpus: Path, tmp_path: Path, cut_off: Callable[[Path], None]
) -> None:
    addressed(corpus, "a.jsonl", range(1, 6))
    Indexer(archive).run(corpus)
    addressed(corpus, "a.jsonl", [1, 2, 4, 5], LONG_AGO + 1)
    addressed(corpus, "z.jsonl", [3])
    cut_off(corpus)
    assert archive.coverage().articles > 512

    report = Indexer(archive).run(corpus)

    assert report.deleted == 0
    assert archive.fingerprint() == fingerprint_anew(corpus, tmp_path)


def test_a_file_put_back_as_it_was_after_a_run_that_was_cut_off_gives_what_it_gave(
    archive: Archive, corpus: Path, tmp_path: Path, cut_off: Callable[[Path], None]
) -> None:
    addressed(corpus, "a.jsonl", range(1, 6))
    addressed(corpus, "bb.jsonl", range(11, 14))
    Indexer(archive).run(corpus)
    for path, numbers in (("a.jsonl", [5, 4, 3, 2, 1]), ("bb.jsonl", [11, 12, 13, 14])):
        addressed(corpus, path, numbers, LONG_AGO + 1)
    cut_off(corpus)
    addressed(corpus, "a.jsonl", range(1, 6))
    addressed(corpus, "bb.jsonl", range(11, 14))

    Indexer(archive).run(corpus)

    assert archive.fingerprint() == fingerprint_anew(corpus, tmp_path)


def test_an_article_that_an_earlier_file_took_over_in_a_run_that_was_cut_off_comes_back_when_that_file_goes(
    archive: Archive, corpus: Path, tmp_path: Path, cut_off: Callable[[Path], None]
) -> None:
    addressed(corpus, "wire2.jsonl", range(1, 6))
    Indexer(archive).run(corpus)
    addressed(corpus, "a.jsonl", [3])
    cut_off(corpus)
    Indexer(archive).run(corpus)
    (corpus / "a.jsonl").unlink()

    Indexer(archive).run(corpus)

    assert archive.fingerprint() == fingerprint_anew(corpus, tmp_path)


def test_after_a_run_that_was_cut_off_the_next_still_asks_before_it_empties_the_archive(
    archive: Archive, tmp_path: Path, embedder: Counting
) -> None:
    corpus = tmp_path / "wire"
    corpus.mkdir()
    addressed(corpus, "a.jsonl", range(40))
    Indexer(archive).run(corpus)
    addressed(corpus, "a.jsonl", [50], LONG_AGO + 1)
    embedder._broken_at = "단신 50번"
    with pytest.raises(EmbeddingError):
        Indexer(archive).run(corpus)
    embedder._broken_at = None

    with pytest.raises(ShrunkenCorpusError, match="40 of the archive's 40 articles"):
        Indexer(archive).run(corpus)


def test_a_rebuild_reads_everything_and_embeds_nothing(
    archive: Archive, corpus: Path, embedder: Counting, tmp_path: Path
) -> None:
    Indexer(archive).run(corpus)
    embedder._broken_at = ""

    report = Indexer(archive).run(corpus, rebuild=True)

    assert counts(report) == {"read": 3, "unchanged": 4}
    assert archive.health().sound
    assert found_paths(archive, "해운대는") == ["busan.md"]
    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 4}


def test_a_rebuild_splits_anew_and_keeps_what_cannot_be_read_any_more(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    (corpus / "busan.md").write_bytes(b"")

    report = Indexer(archive, max_characters=10).run(corpus, rebuild=True)

    assert list(skipped(report)) == ["busan.md"]
    assert report.passages == archive.coverage().passages
    assert found_paths(archive, "해운대는") == ["busan.md"]
    assert archive.health().sound


def test_a_rebuild_under_another_embedder_makes_the_archive_its_own(corpus: Path, tmp_path: Path) -> None:
    class Other(Counting):
        @property
        def model_key(self) -> str:
            return "other/1"

    with open_archive(tmp_path / "a", Counting(), writable=True) as archive:
        Indexer(archive).run(corpus)
    with open_archive(tmp_path / "a", Other(), writable=True, rebuild=True) as archive:
        Indexer(archive).run(corpus, rebuild=True)
    with open_archive(tmp_path / "a", Other()) as archive:
        assert archive.health().sound


def test_a_dry_run_reports_what_a_run_would_do_and_does_nothing(
    archive: Archive, corpus: Path, embedder: Counting, tmp_path: Path
) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "busan.md", "부산 맑음", "부산에 해가 났다.", mtime_ns=LONG_AGO + 1)
    (corpus / "wire.jsonl").unlink()
    before, asked = files_of(tmp_path / "archive"), list(embedder._asked)

    dry = Indexer(archive).run(corpus, dry_run=True)

    assert counts(dry) == {"read": 1, "changed": 1, "deleted": 2, "unchanged": 1}
    assert (files_of(tmp_path / "archive"), embedder._asked) == (before, asked)
    wet = Indexer(archive).run(corpus)
    assert (counts(wet), wet.passages) == (counts(dry), dry.passages)


def test_a_dry_run_needs_no_archive(corpus: Path, tmp_path: Path) -> None:
    report = Indexer(None).run(corpus, dry_run=True)

    assert counts(report) == {"read": 3, "added": 4}
    assert [path.name for path in tmp_path.iterdir()] == ["corpus"]


def test_a_missing_corpus_leaves_the_archive_alone(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    shutil.rmtree(corpus)

    with pytest.raises(CorpusError, match="does not exist"):
        Indexer(archive).run(corpus, rebuild=True)

    assert archive.coverage().articles == 4
    assert archive.health().sound


def test_progress_names_the_stage_and_how_far_it_is(archive: Archive, corpus: Path) -> None:
    told: list[tuple[str, int, int]] = []

    Indexer(archive).run(corpus, progress=lambda stage, done, total: told.append((stage, done, total)))

    assert told == [("reading", 1, 3), ("reading", 2, 3), ("reading", 3, 3), ("embedding", 4, 4)]


def test_the_time_of_indexing_moves_only_when_something_changed(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)
    archive.catalog.facts.note(indexed_at="2025-01-01T00:00:00+00:00")
    Indexer(archive).run(corpus)
    unchanged = archive.coverage().indexed_at
    (corpus / "busan.md").unlink()
    Indexer(archive).run(corpus)

    assert unchanged is not None
    assert unchanged.year == 2025
    assert archive.coverage().indexed_at != unchanged


def test_after_a_run_another_process_may_write(archive: Archive, corpus: Path, tmp_path: Path) -> None:
    Indexer(archive).run(corpus)
    write(corpus, "daegu.md", "대구 무더위", "대구의 낮 기온이 올랐다.")

    with open_archive(tmp_path / "archive", Counting(), writable=True) as other:
        assert counts(Indexer(other).run(corpus))["added"] == 1


def test_while_another_process_writes_a_run_says_so(archive: Archive, corpus: Path, tmp_path: Path) -> None:
    archive._live.keywords.replace([], [])

    with (
        open_archive(tmp_path / "archive", Counting(), writable=True) as other,
        pytest.raises(ArchiveError, match="Another process is writing"),
    ):
        Indexer(other).run(corpus)


def test_text_with_a_lone_surrogate_is_skipped_or_cleaned_and_harms_no_other(archive: Archive, corpus: Path) -> None:
    (corpus / "odd.jsonl").write_text('{"title": "제목 \\ud800", "body": "짝 없는 \\ud800 글자가 있는 본문이다."}')

    report = Indexer(archive).run(corpus)

    assert report.added + len(report.skipped) == 5
    assert archive.health().sound


def test_another_passage_length_splits_every_article_anew_and_embeds_only_new_passages(
    archive: Archive, corpus: Path, embedder: Counting
) -> None:
    Indexer(archive).run(corpus)
    embedder._asked.clear()
    assert counts(Indexer(archive, max_characters=20).run(corpus, dry_run=True))["read"] == 3

    report = Indexer(archive, max_characters=20).run(corpus)

    assert counts(report) == {"read": 3, "unchanged": 4}
    assert report.passages == archive.coverage().passages == 5
    assert len(embedder._asked) == 2  # the two halves of the only article that is longer
    assert archive.health().sound
    assert counts(Indexer(archive, max_characters=20).run(corpus)) == {"unchanged": 4}


def test_a_change_of_settings_that_was_cut_off_is_finished_by_the_next_run(
    archive: Archive, corpus: Path, embedder: Counting
) -> None:
    Indexer(archive).run(corpus)
    embedder._broken_at = "시내 도로"
    with pytest.raises(EmbeddingError):
        Indexer(archive, max_characters=20).run(corpus)
    assert found_paths(archive, "해운대는") == ["busan.md"]
    embedder._broken_at = None

    report = Indexer(archive, max_characters=20).run(corpus)

    assert (report.read, report.passages, report.unchanged) == (3, 5, 4)
    assert archive.health().sound


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_file_that_comes_back_as_it_was_is_indexed_again(
    archive: Archive, corpus: Path, tmp_path: Path, rebuild: bool
) -> None:
    Indexer(archive).run(corpus)
    whole = archive.fingerprint()
    away = (corpus / "busan.md").rename(tmp_path / "busan.md")
    assert Indexer(archive).run(corpus, rebuild=rebuild).deleted == 1
    away.rename(corpus / "busan.md")

    assert counts(Indexer(archive).run(corpus)) == {"read": 1, "added": 1, "unchanged": 3}
    assert archive.fingerprint() == whole


@pytest.mark.parametrize("moment", ["articles", "files"])
def test_a_file_that_comes_back_after_a_run_that_stopped_while_it_deleted_is_indexed_again(
    archive: Archive, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    Indexer(archive).run(corpus)
    away = (corpus / "busan.md").rename(tmp_path / "busan.md")
    parts: dict[str, Archive | Sources] = {"articles": archive, "files": archive.sources}
    part = parts[moment]
    remove = part.remove

    def remove_and_stop(what: Collection[str]) -> None:
        remove(list(what))
        if what:
            raise KeyboardInterrupt

    monkeypatch.setattr(part, "remove", remove_and_stop)
    with pytest.raises(KeyboardInterrupt):
        Indexer(archive).run(corpus)
    monkeypatch.undo()
    away.rename(corpus / "busan.md")

    Indexer(archive).run(corpus)

    assert archive.paths() == ["busan.md", "seoul.md", "wire.jsonl#1", "wire.jsonl#2"]


def test_a_file_out_of_sight_outlives_a_rebuild(archive: Archive, corpus: Path, tmp_path: Path) -> None:
    write(corpus, "2025/daegu.md", "대구 무더위", "대구의 낮 기온이 37도까지 올랐다.")
    Indexer(archive).run(corpus)
    (corpus / "2025").rename(tmp_path / "2025")
    (corpus / "2025").symlink_to(tmp_path / "2025")

    assert counts(Indexer(archive).run(corpus, rebuild=True)) == {"read": 3, "unchanged": 5}

    (corpus / "2025").unlink()
    (tmp_path / "2025").rename(corpus / "2025")
    assert counts(Indexer(archive).run(corpus)) == {"unchanged": 5}


def test_a_rebuild_that_was_cut_off_is_finished_by_the_next_run(archive: Archive, corpus: Path) -> None:
    Indexer(archive).run(corpus)

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "reading":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Indexer(archive).run(corpus, rebuild=True, progress=stop)

    assert counts(Indexer(archive).run(corpus)) == {"read": 3, "unchanged": 4}


def packed(folder: Path, names: Iterable[str], into: str = "묶음.zip") -> None:
    """Moves files into a zip beside them."""
    with zipfile.ZipFile(folder / into, "w") as bundle:
        for name in names:
            bundle.write(folder / name, name)
            (folder / name).unlink()


@pytest.mark.parametrize("rebuild", [False, True])
def test_files_that_are_packed_into_a_zip_are_moved_unasked(
    archive: Archive, many: Path, tmp_path: Path, embedder: Counting, rebuild: bool
) -> None:
    write(many, "seoul.md", "서울 축제 개막", "서울시가 한강 축제의 개막을 알렸다.", url="https://news.example/1")
    Indexer(archive).run(many)
    embedder._asked.clear()
    packed(many, ["seoul.md", "wire.jsonl", *(f"{number}.md" for number in range(8))])

    dry = Indexer(archive).run(many, dry_run=True, rebuild=rebuild)
    report = Indexer(archive).run(many, rebuild=rebuild)

    assert dry.changes == report.changes
    assert counts(report) == {
        "read": 1,
        "changed": 1,
        "moved": 12,
    }  # the one that knows its address is the same article
    assert ("0.md", "묶음.zip#0.md") in report.changes.moved
    assert embedder._asked == []
    assert archive.fingerprint() == fingerprint_anew(many, tmp_path)


def test_articles_that_are_merged_into_one_file_are_moved_unasked(archive: Archive, tmp_path: Path) -> None:
    corpus = tmp_path / "wire"
    corpus.mkdir()
    articles = [(f"단신 {number}", f"단신 {number}번의 본문이다.") for number in range(12)]
    for number, article in enumerate(articles):
        rows(corpus, f"{number:02}.jsonl", [article])
    Indexer(archive).run(corpus)
    for file in corpus.iterdir():
        file.unlink()
    rows(corpus, "모음.jsonl", [*articles[:11], ("단신 11", "단신 11번의 고친 본문이다.")])

    report = Indexer(archive).run(corpus)

    assert counts(report) == {"read": 1, "moved": 11, "added": 1, "deleted": 1}
    assert archive.fingerprint() == fingerprint_anew(corpus, tmp_path)


def test_a_zip_of_other_articles_is_still_another_folder(archive: Archive, many: Path, embedder: Counting) -> None:
    Indexer(archive).run(many)
    embedder._asked.clear()
    for file in many.iterdir():
        file.unlink()
    for number in range(12):  # as near as copies are: one word differs
        write(many, f"{number}.md", f"소식 {number}", f"{number}번째 소식의 옮긴 본문이다.")
    packed(many, [f"{number}.md" for number in range(12)])

    with pytest.raises(ShrunkenCorpusError, match=r"12 of the archive's 12 articles.*Nothing was changed"):
        Indexer(archive).run(many)

    assert embedder._asked == []
    assert archive.coverage().articles == 12


def test_an_article_that_is_copied_into_another_file_and_changed_where_it_was_is_added(
    archive: Archive, corpus: Path
) -> None:
    Indexer(archive).run(corpus)
    rows(corpus, "old.jsonl", [("둘째 소식", "둘째 소식의 본문이다.")])
    rows(corpus, "wire.jsonl", [("첫 소식", "첫째 소식의 본문이다."), ("둘째 소식", "고친 본문이다.")], LONG_AGO + 1)

    assert counts(Indexer(archive).run(corpus)) == {"read": 2, "added": 1, "changed": 1, "unchanged": 3}

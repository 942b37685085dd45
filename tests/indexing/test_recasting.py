"""Index runs over corpora whose outlet adds a line to every article; every name is invented."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.common_lines import REASON, CommonLines
from indexing.embedding.bundled import BundledEmbedding
from indexing.indexer import Indexer
from indexing.recasting import known_lines, lines_known_in
from indexing.report import IndexReport

NOTE = "이 기사는 하루뉴스와 해담대학교가 함께 만드는 지역 이야기 연재물이다."
PLACES = "강 산 들 숲 섬 골 벌 터 못 내 재 봉 목 개 말 둔 평 촌 림 원".split()
PARTS = "도로 공원 학교 시장 항구 철도".split()
AGO = 1_600_000_000_000_000_001


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive", BundledEmbedding(), writable=True) as opened:
        yield opened


def write(corpus: Path, number: int, note: str = NOTE, mtime_ns: int = AGO) -> None:
    place = PLACES[number % len(PLACES)] + PLACES[number // len(PLACES)]
    body = "\n\n".join(
        f"{place}마을은 {part} 사업을 {place}동 {part}에서 시작한다고 밝혔다. 예산은 {place}군이 모두 낸다."
        for part in PARTS
    )
    file = corpus / f"{number:02}.md"
    file.write_text(f"---\ntitle: {place}마을 소식\npublisher: 하루뉴스\n---\n{body}\n\n{note}\n", "utf-8")
    os.utime(file, ns=(mtime_ns, mtime_ns))


def run(archive: Archive, corpus: Path, common_lines: bool = True, **options: bool) -> IndexReport:
    return Indexer(archive, common_lines=common_lines).run(corpus, **options)


def with_note(archive: Archive) -> int:
    return sum(NOTE in article.body for article in archive.every_article())


def test_a_line_of_all_articles_is_in_none_of_them_and_listed_in_each(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, number)
    report = run(archive, corpus)
    assert (report.added, report.changed, report.unchanged) == (12, 0, 0)
    assert with_note(archive) == 0
    assert report.passages == archive.passage_count()
    for article in archive.every_article():
        assert (NOTE, REASON) in {(piece.text, piece.reason) for piece in article.dropped}
        for passage in archive.passages_of(article.article_id):
            assert article.body[passage.start : passage.end] == passage.text
            assert NOTE not in passage.text


def test_the_next_run_reads_nothing_and_a_file_read_again_gives_the_same(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, number)
    run(archive, corpus)
    before = archive.fingerprint()
    assert run(archive, corpus).read == 0
    write(corpus, 3, mtime_ns=AGO + 10**12)
    write(corpus, 4, note=f"{NOTE} ", mtime_ns=AGO + 10**12)
    report = run(archive, corpus)
    assert (report.changed, report.unchanged) == (0, 12)
    assert run(archive, corpus, rebuild=True).unchanged == 12
    assert archive.fingerprint() == before


def test_articles_that_were_there_change_when_a_line_becomes_common(archive: Archive, corpus: Path) -> None:
    for number in range(8):
        write(corpus, number)
    run(archive, corpus)
    assert with_note(archive) == 8
    for number in range(8, 11):
        write(corpus, number)
    report = run(archive, corpus)
    assert (report.read, report.added, report.changed, report.unchanged) == (3, 3, 8, 0)
    assert (report.articles, report.passages) == (11, archive.passage_count())
    assert with_note(archive) == 0
    assert run(archive, corpus, dry_run=True).unchanged == 11


def test_a_line_that_is_common_no_more_comes_back_with_the_files_that_have_it(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, number)
    run(archive, corpus)
    for number in range(12, 60):
        write(corpus, number, note="")
    assert run(archive, corpus).added == 48
    report = run(archive, corpus)
    assert (report.read, report.changed, report.unchanged) == (12, 12, 48)
    assert with_note(archive) == 12
    assert run(archive, corpus).read == 0


def test_the_setting_gives_every_line_back(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, number)
    run(archive, corpus)
    assert run(archive, corpus, common_lines=False).changed == 12
    assert with_note(archive) == 12
    assert run(archive, corpus).changed == 12
    assert with_note(archive) == 0


def test_copies_of_one_article_have_nothing_in_common(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, 0, note=f"{NOTE}\n\n{PLACES[number]}마을 판")
        (corpus / "00.md").rename(corpus / f"copy-{number:02}.md")
    assert run(archive, corpus).near_duplicates == 11
    assert with_note(archive) == 12


def test_a_run_cut_off_before_it_noted_the_lines_is_finished_by_the_next(archive: Archive, corpus: Path) -> None:
    for number in range(12):
        write(corpus, number)
    run(archive, corpus)
    before = archive.fingerprint()
    known = known_lines(archive)
    archive.catalog.facts.note(common_lines=CommonLines().to_json())
    assert run(archive, corpus).unchanged == 12
    assert (archive.fingerprint(), known_lines(archive)) == (before, known)


def test_what_is_known_is_read_from_the_catalog_alone(archive: Archive, corpus: Path, tmp_path: Path) -> None:
    for number in range(12):
        write(corpus, number)
    run(archive, corpus)
    assert lines_known_in(tmp_path / "archive") == known_lines(archive)
    assert not lines_known_in(tmp_path / "nothing").lines

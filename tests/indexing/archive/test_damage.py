"""Whatever happens to the files of vectors and keywords, the next index run makes them whole without the model."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from indexing.archive.archive import Archive
from indexing.archive.catalog.entries import Entry
from indexing.archive.derived.keywords import KeywordIndex, KeywordRow
from indexing.archive.derived.stores import Progress
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.errors import ArchiveDamagedError
from indexing.passages import split_passages

PASSAGES = 1_200
"""Beyond a thousand Chroma writes its graph into files."""


class Scattering(BaseEmbedding):
    """Vectors that depend on nothing but the text, without any model."""

    def _get_text_embedding(self, text: str) -> list[float]:
        return list(np.random.default_rng(int.from_bytes(text.encode(), "big")).normal(size=16))

    _get_query_embedding = _get_text_embedding

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class OutOfOrder(Scattering):
    """The same, but no text may be embedded."""

    def _get_text_embedding(self, text: str) -> list[float]:
        raise AssertionError(text)


def article(number: int, body: str | None = None) -> Article:
    return Article(
        article_id=f"a{number}", path=f"{number}.txt", title=f"소식 {number}", body=body or f"{number}번째 소식이 왔다."
    )


def entry(article: Article) -> Entry:
    return Entry(article.path, article, split_passages(article))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "archive"
    with open_archive(folder, Scattering(), writable=True) as archive:
        archive.add([entry(article(number)) for number in range(PASSAGES)])
        archive.release()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "archive"))


def answers(archive: Archive) -> list[object]:
    return [
        (
            sorted(archive.nearest(Scattering().get_text_embedding(f"{number}번째 소식이 왔다."), 1)),
            matching(archive, number),
        )
        for number in range(0, PASSAGES, 100)
    ]


def matching(archive: Archive, number: int) -> list[str]:
    return [passage_id for passage_id, _ in archive.matching({str(number): 1.0}, {}, 1)]


def expected_answers() -> list[object]:
    wanted = [split_passages(article(number))[0].passage_id for number in range(0, PASSAGES, 100)]
    return [([(passage_id, pytest.approx(1.0, abs=1e-3))], [passage_id]) for passage_id in wanted]


@dataclass
class Healed:
    """What opening an archive to write told."""

    sentences: list[str]
    progress: list[tuple[str, int, int]]


def healed(folder: Path) -> Healed:
    """Opens an archive to write, which must mend it, and checks that it is whole."""
    told = Healed([], [])
    progress: Progress = lambda *step: told.progress.append(step)  # noqa: E731
    with open_archive(folder, OutOfOrder(), writable=True, progress=progress, notify=told.sentences.append) as archive:
        archive.release()
    with open_archive(folder, OutOfOrder()) as archive:
        assert archive.health().sound, str(archive.health())
        assert answers(archive) == expected_answers()
        assert archive.verify().problems == ()
    return told


def graph_file(name: str) -> Callable[[Path], Path]:
    return lambda folder: next((folder / "chroma").glob(f"*/*/{name}"))


def vectors_file(folder: Path) -> Path:
    return next((folder / "chroma").glob("*/chroma.sqlite3"))


def segment_file(suffix: str) -> Callable[[Path], Path]:
    return lambda folder: max((folder / "keywords").glob(f"*/*.{suffix}"), key=lambda file: file.stat().st_size)


def meta_file(folder: Path) -> Path:
    return next((folder / "keywords").glob("*/meta.json"))


def missing(file: Path) -> None:
    file.unlink()


def truncated(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def half_zeroed(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 2)
        stream.write(bytes(size - size // 2))


def zeroed(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


GRAPH_FILES = ("data_level0.bin", "header.bin", "length.bin", "link_lists.bin", "index_metadata.pickle")
VECTOR_DAMAGES = [
    *((graph_file(name), harm) for name in GRAPH_FILES for harm in (missing, truncated, half_zeroed)),
    *((vectors_file, harm) for harm in (missing, emptied, truncated, zeroed)),
]
KEYWORD_DAMAGES = [
    *(
        (segment_file(suffix), harm)
        for suffix in ("term", "idx", "store")
        for harm in (missing, truncated, half_zeroed)
    ),
    *((meta_file, harm) for harm in (missing, emptied, truncated, zeroed)),
]


@pytest.mark.parametrize(("file", "harm"), [*VECTOR_DAMAGES, *KEYWORD_DAMAGES])
def test_damage_is_seen_before_the_store_is_opened(
    folder: Path, file: Callable[[Path], Path], harm: Callable[[Path], None]
) -> None:
    part = "vectors" if "chroma" in file(folder).parts else "keyword index"
    harm(file(folder))

    with open_archive(folder, Scattering()) as archive:
        health = archive.health()

    assert health.damage.keys() == {part}
    assert str(health).startswith(f"damaged ({part}: ")


# Opened, the second of these crashes the process, and the third answers without a part of its links.
@pytest.mark.parametrize(
    ("file", "harm"),
    [
        (graph_file("data_level0.bin"), missing),
        (graph_file("link_lists.bin"), half_zeroed),
        (graph_file("length.bin"), truncated),
        (vectors_file, emptied),
    ],
)
def test_damaged_vectors_are_refused_by_readers_and_made_anew_by_the_writer(
    folder: Path, file: Callable[[Path], Path], harm: Callable[[Path], None]
) -> None:
    harm(file(folder))

    with open_archive(folder, Scattering()) as archive:
        with pytest.raises(ArchiveDamagedError, match=r"vectors of the archive are damaged.*Run: newschat index"):
            archive.nearest([1.0] * 16, 1)
        assert matching(archive, 7) != []
    told = healed(folder)

    assert [sentence.split("(")[0] for sentence in told.sentences] == ["The vectors are damaged "]
    assert told.progress == [("vectors", 1_000, PASSAGES), ("vectors", PASSAGES, PASSAGES)]
    assert [path.name for path in (folder / "chroma").iterdir()] == ["2"]


@pytest.mark.parametrize(("file", "harm"), [(segment_file("term"), missing), (meta_file, emptied)])
def test_damaged_keywords_are_refused_by_readers_and_made_anew_by_the_writer(
    folder: Path, file: Callable[[Path], Path], harm: Callable[[Path], None]
) -> None:
    harm(file(folder))

    with open_archive(folder, Scattering()) as archive, pytest.raises(ArchiveDamagedError, match="newschat index"):
        matching(archive, 7)
    told = healed(folder)

    assert [sentence.split("(")[0] for sentence in told.sentences] == ["The keyword index is damaged "]
    assert [part for part, _, _ in told.progress] == ["keywords", "keywords"]
    assert [path.name for path in (folder / "keywords").iterdir()] == ["2"]
    assert [path.name for path in (folder / "chroma").iterdir()] == ["1"]


@pytest.mark.parametrize("part", ["chroma", "keywords"])
def test_a_store_that_is_gone_altogether_is_made_anew(folder: Path, part: str) -> None:
    shutil.rmtree(folder / part)

    assert len(healed(folder).sentences) == 1


def test_both_stores_of_an_archive_of_an_older_layout_of_files_are_made_anew_once(folder: Path) -> None:
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        connection.execute("DELETE FROM meta WHERE name LIKE '%_seal'")
    connection.close()

    assert len(healed(folder).sentences) == 2
    assert healed(folder).sentences == []


@pytest.mark.parametrize("part", ["chroma", "keywords"])
def test_stores_from_an_old_backup_are_not_taken_for_the_present_ones(folder: Path, tmp_path: Path, part: str) -> None:
    backup = Path(shutil.copytree(folder / part, tmp_path / "backup"))
    with open_archive(folder, Scattering(), writable=True) as archive:
        archive.add([entry(article(0, "0번째 소식을 고쳐 썼다."))])
        archive.add([entry(article(0))])
        archive.add([entry(article(PASSAGES))])
        archive.release()
    shutil.rmtree(folder / part)
    shutil.move(backup, folder / part)

    assert len(healed(folder).sentences) == 1


def test_an_archive_that_was_copied_or_touched_is_not_damaged(folder: Path) -> None:
    for file in folder.rglob("*"):
        os.utime(file, (1, 1))

    assert healed(folder).sentences == []


def test_opening_a_sound_archive_makes_nothing_anew_and_does_not_open_chroma(folder: Path) -> None:
    before = vectors_file(folder).stat().st_mtime_ns
    with open_archive(folder, OutOfOrder(), writable=True, progress=pytest.fail, notify=pytest.fail):
        pass

    assert vectors_file(folder).stat().st_mtime_ns == before


def test_vectors_that_failed_once_are_never_tried_again(folder: Path) -> None:
    with open_archive(folder, Scattering()) as archive:
        archive.nearest([1.0] * 16, 1)
        archive._live.vectors._on_damage("InternalError: Error finding id")
    with open_archive(folder, Scattering()) as archive, pytest.raises(ArchiveDamagedError, match="Error finding id"):
        archive.nearest([1.0] * 16, 1)

    (sentence,) = healed(folder).sentences
    assert sentence == "The vectors are damaged (InternalError: Error finding id) and are made anew."


def test_damage_that_shows_only_while_writing_is_mended_in_the_same_run(folder: Path) -> None:
    with open_archive(folder, Scattering(), writable=True) as archive:
        half_zeroed(vectors_file(folder))
        archive.add([entry(article(0, "0번째 소식을 고쳐 썼다."))])
        archive.add([entry(article(0))])
        archive.release()

    healed(folder)


def test_a_rebuild_that_is_cut_off_leaves_the_old_stores_and_no_litter(folder: Path) -> None:
    def cut_off(part: str, done: int, total: int) -> None:
        if part == "keywords":
            raise KeyboardInterrupt

    with open_archive(folder, OutOfOrder(), writable=True) as archive, pytest.raises(KeyboardInterrupt):
        archive.rebuild(cut_off)
    assert sorted(path.name for path in (folder / "chroma").iterdir()) == ["1", "2"]

    assert healed(folder).sentences == []
    assert [path.name for path in (folder / "chroma").iterdir()] == ["1"]


def test_bit_rot_is_found_by_verifying(folder: Path) -> None:
    file = graph_file("data_level0.bin")(folder)
    status = file.stat()
    with file.open("r+b") as stream:
        stream.seek(status.st_size - 3)
        stream.write(b"x")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    with open_archive(folder, Scattering()) as archive:
        problems = archive.verify().problems

    assert problems[0] == f"The file {file.relative_to(folder)} is not what was written: the disk may be failing."


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("keywords", "The keyword index is of another version of newschat and is made anew."),
        ("vectors", "The vectors are of another version of newschat and are made anew."),
    ],
)
def test_a_part_of_another_version_is_made_anew(folder: Path, part: str, sentence: str) -> None:
    name = {"keywords": "keywords_version", "vectors": "chroma_version"}[part]
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = ?", [name])
    connection.close()

    told = healed(folder)

    assert told.sentences == [sentence]
    assert {made for made, _, _ in told.progress} == {part}
    assert healed(folder).sentences == []


def test_an_index_that_panics_is_damaged(tmp_path: Path) -> None:
    """Tantivy is written in Rust; its panics are no ordinary exceptions."""
    index = KeywordIndex(tmp_path / "k", create=True)
    index.replace([], [KeywordRow(f"p{number}", "a", "제목", "본문") for number in range(100)])
    index.close()
    for file in (tmp_path / "k").glob("*.term"):
        half_zeroed(file)

    with pytest.raises(ArchiveDamagedError):
        KeywordIndex(tmp_path / "k").search({"본문": 1.0}, {}, 5)

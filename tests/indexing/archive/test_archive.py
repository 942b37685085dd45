import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from llama_index.core import MockEmbedding

from indexing.archive.archive import Archive
from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import ArchiveError, ArchiveMismatchError, EmbeddingError
from indexing.language.romanisation import sound_keys
from indexing.language.terms import index_terms
from indexing.passages import split_passages

RAIN = Article(article_id="rain", path="a.txt", title="부산에 폭우", body="부산 해운대에 비가 내렸다. 도로가 잠겼다.")
FESTIVAL = Article(
    article_id="festival",
    path="b.txt",
    title="축제 개막",
    body="오세훈 시장이 축제를 알렸다.",
    published_at=date(2025, 9, 29),
)
EMBEDDER = BundledEmbedding()


class Failing(BundledEmbedding):
    """The bundled embedder, out of order."""

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        raise ConnectionError("no network")


def entry(article: Article) -> Entry:
    return Entry(article.path, article, split_passages(article, 20))


def passage_ids(article: Article) -> list[str]:
    return [passage.passage_id for passage in entry(article).passages]


def nearest(archive: Archive, question: str, k: int = 5) -> list[str]:
    return [passage_id for passage_id, _ in archive.nearest(EMBEDDER.get_query_embedding(question), k)]


def matching(archive: Archive, question: str, k: int = 5) -> list[str]:
    return [passage_id for passage_id, _ in archive.matching(dict.fromkeys(index_terms(question), 1.0), {}, k)]


@pytest.fixture(params=["folder", "server"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    url = request.getfixturevalue("chroma_url") if request.param == "server" else None
    with open_archive(tmp_path / "archive", EMBEDDER, chroma_url=url, writable=True) as opened:
        opened.add([entry(RAIN), entry(FESTIVAL)])
        yield opened


def test_an_added_passage_is_found_by_vector_and_by_words(archive: Archive) -> None:
    wanted = passage_ids(RAIN)[0]

    assert nearest(archive, "해운대에 내린 비")[0] == wanted
    assert matching(archive, "해운대는")[0] == wanted
    assert archive.passages([wanted])[wanted] == split_passages(RAIN, 20)[0]


def test_all_three_parts_agree_after_a_change(archive: Archive) -> None:
    assert (archive.health().sound, str(archive.health())) == (True, "sound")
    archive.add([entry(replace(RAIN, body="해가 났다."))])
    archive.remove(["festival"])

    assert archive.health().sound
    assert archive.health().passages == 1


def test_a_changed_article_is_found_by_its_new_words_only(archive: Archive) -> None:
    changed = replace(RAIN, title="맑음", body="해가 났다.")
    archive.add([entry(changed)])

    assert archive.article("rain") == changed
    assert matching(archive, "해운대") == []
    assert matching(archive, "해가")[0] == passage_ids(changed)[0]
    assert not set(passage_ids(RAIN)) & set(nearest(archive, "해운대에 내린 비"))


def test_an_article_added_twice_is_there_once(archive: Archive) -> None:
    archive.add([entry(RAIN)])

    assert archive.coverage().articles == 2
    assert archive.health().sound


def test_a_removed_article_is_found_no_more(archive: Archive) -> None:
    archive.remove(["rain", "unknown"])

    assert archive.article("rain") is None
    assert nearest(archive, "해운대에 내린 비") == passage_ids(FESTIVAL)
    assert matching(archive, "해운대") == []


def test_the_day_can_be_withdrawn(archive: Archive) -> None:
    archive.add([entry(replace(FESTIVAL, published_at=None))])

    assert archive.coverage().first is None
    assert archive.health().sound


def test_sounds_and_frequencies_are_those_of_the_passages(archive: Archive) -> None:
    key = sound_keys("오세훈")[-1]

    assert archive.sound_frequencies([key]) == {key: 1}
    assert archive.document_frequencies(["부산", "없는말"]) == {"부산": 1, "없는말": 0}
    assert [found for found, _ in archive.matching({}, {key: 1.0}, 5)] == passage_ids(FESTIVAL)


def test_passages_come_in_the_order_of_their_article(archive: Archive) -> None:
    assert archive.passages_of("rain") == split_passages(RAIN, 20)


def test_an_empty_addition_and_removal_change_nothing(archive: Archive) -> None:
    archive.add([])
    archive.remove([])

    assert archive.coverage().articles == 2


def test_the_time_of_indexing_is_kept(archive: Archive) -> None:
    assert archive.coverage().indexed_at is None
    archive.stamp()

    indexed_at = archive.coverage().indexed_at
    assert indexed_at is not None
    assert indexed_at.tzinfo is not None


def test_a_rebuild_makes_a_new_generation_without_the_model_while_the_old_one_answers(
    archive: Archive, tmp_path: Path
) -> None:
    archive._encoder._embedder = Failing()
    answers = []

    archive.rebuild(lambda part, done, total: answers.append((part, done, total, nearest(archive, "해운대에 내린 비"))))

    wanted = passage_ids(RAIN)
    assert [answer[:3] for answer in answers] == [("vectors", 3, 3), ("keywords", 3, 3)]
    assert [answer[3][0] for answer in answers] == [wanted[0]] * 2
    assert nearest(archive, "해운대에 내린 비")[0] == wanted[0]
    assert archive.health().sound
    assert [folder.name for folder in (tmp_path / "archive" / "keywords").iterdir()] == ["2"]


def test_another_archive_on_the_same_server_keeps_its_vectors(tmp_path: Path, chroma_url: str) -> None:
    opened = [
        open_archive(tmp_path / name, EMBEDDER, chroma_url=chroma_url, writable=True) for name in ("one", "other")
    ]
    for archive in opened:
        archive.add([entry(RAIN)])
    opened[0].rebuild()

    assert [archive.health().sound for archive in opened] == [True, True]
    for archive in opened:
        archive.close()


def test_a_failing_embedder_changes_nothing(tmp_path: Path) -> None:
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
    with open_archive(tmp_path, Failing(), writable=True) as archive:
        with pytest.raises(EmbeddingError, match="no network"):
            archive.add([entry(replace(RAIN, body="해가 났다."))])

        assert archive.article("rain") == RAIN
        assert archive.health().sound


def test_an_archive_of_another_embedder_takes_no_articles(tmp_path: Path) -> None:
    other = MockEmbedding(embed_dim=3, model_name="other")
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
    with (
        open_archive(tmp_path, other, writable=True, rebuild=True) as archive,
        pytest.raises(ArchiveMismatchError, match="bundled#"),
    ):
        archive.add([entry(FESTIVAL)])


def test_a_rebuild_takes_on_another_embedder_with_another_dimension(tmp_path: Path) -> None:
    other = MockEmbedding(embed_dim=3, model_name="other")
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
    with open_archive(tmp_path, other, writable=True, rebuild=True) as archive:
        archive.rebuild()
    with open_archive(tmp_path, other) as archive:
        assert archive.health().sound
        assert len(archive.nearest([1.0, 1.0, 1.0], 5)) == 2


def test_a_rebuild_with_a_new_embedder_that_fails_changes_nothing(tmp_path: Path) -> None:
    class Other(Failing):
        @property
        def model_key(self) -> str:
            return "other/1"

    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
    with open_archive(tmp_path, Other(), writable=True, rebuild=True) as archive, pytest.raises(EmbeddingError):
        archive.rebuild()
    with open_archive(tmp_path, EMBEDDER) as archive:
        assert archive.health().sound


def test_a_change_cut_off_before_the_vectors_is_finished_at_the_next_start(tmp_path: Path) -> None:
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN), entry(FESTIVAL)])
    database = Database(tmp_path / "catalog.sqlite")
    Catalog(database).put([entry(replace(RAIN, body="해가 났다."))])
    Catalog(database).remove(["festival"])
    database.close()
    with open_archive(tmp_path, EMBEDDER) as archive:
        found = archive.passages(nearest(archive, "축제를 알렸다"))
        assert found == {}
        assert "interrupted" in str(archive.health())

    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        assert archive.health().sound
        assert archive.passages(nearest(archive, "해가 났다")).keys() == set(nearest(archive, "해가 났다"))


def test_lost_vectors_are_reported_as_damage(tmp_path: Path) -> None:
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
        archive._live.vectors.delete(passage_ids(RAIN)[:1])

        assert str(archive.health()).startswith("damaged (vectors: 1 passages are missing and 0 left over)")


def test_threads_read_while_one_writes(tmp_path: Path) -> None:
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(FESTIVAL)])
        failures: list[object] = []

        def read() -> None:
            for _ in range(20):
                found = [*nearest(archive, "시장이 축제를"), *matching(archive, "축제를")]
                passages = archive.passages(found)
                failures.extend(
                    passage
                    for passage in passages.values()
                    if archive.articles([passage.article_id])[passage.article_id].body[passage.start : passage.end]
                    != passage.text
                )

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(10):
            archive.add([entry(replace(RAIN, article_id=str(number), body=f"{number}번째 비가 내렸다."))])
        for reader in readers:
            reader.join()

        assert failures == []
        assert archive.coverage().articles == 11


def test_a_read_only_archive_cannot_be_changed(tmp_path: Path) -> None:
    with open_archive(tmp_path, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
    with open_archive(tmp_path, EMBEDDER) as archive, pytest.raises(ArchiveError, match="readonly"):
        archive.remove(["rain"])

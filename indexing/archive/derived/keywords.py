"""The keyword side of an archive: BM25 over index terms, titles and sounds, in tantivy.

Chosen by measurement on 100,000 passages: tantivy builds in 6 s, answers in 1-3 ms and takes 18 MB, where SQLite's
FTS5 takes 15 s, 30-400 ms and 150 MB, and bm25s rebuilds everything (21 s) for one new article. Fields come
ready-made from ``indexing.language``; tantivy only splits at white space.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from indexing.archive.disk_use import is_refusal
from indexing.errors import ArchiveDamagedError, ArchiveError, EmbeddingError
from indexing.language.romanisation import word_sound_keys
from indexing.language.terms import index_terms

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter, Query, Schema

TITLE_BOOST = 1.5
"""A term in the headline counts this many times one in the text; chosen by hand, not yet tuned."""

KEYWORDS_VERSION = "1"
"""Must be raised with any change of the fields' terms: archives then make their keyword index anew."""

_HEAP = 64 * 2**20


@dataclass(frozen=True, slots=True)
class KeywordRow:
    """A passage as the keyword index sees it.

    Attributes:
        passage_id: its id.
        article_id: its article.
        title: its article's headline, searched with every passage.
        text: the passage.
    """

    passage_id: str
    article_id: str
    title: str
    text: str


class KeywordIndex:
    """Passages by their words.

    Args:
        folder: of the index.
        create: make folder and index when missing.
        title_boost: weight of a term in the headline against one in the text.
        on_damage: told why, when the index turns out to be unusable.

    Raises:
        ArchiveDamagedError: from every method, when the index is missing or damaged.
        ArchiveError: another process writes to it, or the disk is full.
    """

    def __init__(
        self,
        folder: Path,
        *,
        create: bool = False,
        title_boost: float = TITLE_BOOST,
        on_damage: Callable[[str], None] = lambda reason: None,
    ) -> None:
        self._folder = folder
        self._create = create
        self._on_damage = on_damage
        self._title_boost = title_boost
        self._lock = threading.RLock()
        self._opened: Index | None = None
        self._writer: IndexWriter | None = None

    def count(self) -> int:
        """How many passages there are."""
        with self._explained():
            count: int = self._index().searcher().num_docs
        return count

    def ids(self) -> list[str]:
        """All passage ids."""
        from tantivy import Query

        with self._explained():
            searcher = self._index().searcher()
            hits = searcher.search(Query.all_query(), max(1, searcher.num_docs), count=False).hits
            return [searcher.doc(address)["passage_id"][0] for _, address in hits]

    def document_frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages' texts each term stands; passages just replaced may count twice for a while."""
        return self._frequencies("body", terms)

    def sound_frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """In how many passages (headline included) each sound key stands."""
        return self._frequencies("sounds", keys)

    def _frequencies(self, field: str, values: Iterable[str]) -> dict[str, int]:
        with self._explained():
            searcher = self._index().searcher()
            return {value: searcher.doc_freq(field, value) for value in values}

    def search(self, terms: Mapping[str, float], sounds: Mapping[str, float], k: int) -> list[tuple[str, float]]:
        """The ``k`` best passages: ``(passage_id, weighted BM25)``, best first.

        Args:
            terms: weight of each index term, looked for in text and headline.
            sounds: weight of each sound key.
            k: how many at most.
        """
        if k < 1 or not (terms or sounds):
            return []
        with self._explained():
            index = self._index()
            searcher = index.searcher()
            hits = searcher.search(self._query(index.schema, terms, sounds), k, count=False).hits
            return [(searcher.doc(address)["passage_id"][0], score) for score, address in hits]

    def _query(self, schema: Schema, terms: Mapping[str, float], sounds: Mapping[str, float]) -> Query:
        from tantivy import Occur, Query

        weighted = [("body", term, weight) for term, weight in terms.items()]
        weighted += [("title", term, weight * self._title_boost) for term, weight in terms.items()]
        weighted += [("sounds", key, weight) for key, weight in sounds.items()]
        return Query.boolean_query(
            [
                (Occur.Should, Query.boost_query(Query.term_query(schema, field, value, "freq"), weight))
                for field, value, weight in weighted
            ]
        )

    def replace(self, article_ids: Iterable[str], rows: Sequence[KeywordRow]) -> None:
        """Removes all passages of the articles, adds the rows and commits, as one step for readers."""
        with self._writing() as writer:
            for article_id in article_ids:
                writer.delete_documents_by_term("article_id", article_id)
            _add(writer, rows)

    def fill(self, rows: Iterable[KeywordRow]) -> None:
        """Adds the rows, of passages that are not there yet, and commits, as one step for readers."""
        with self._writing() as writer:
            _add(writer, rows)

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        with self._lock, self._explained():
            index = self._index()
            if self._writer is None:
                self._writer = index.writer(heap_size=_HEAP, num_threads=1)
            try:
                yield self._writer
                self._writer.commit()
            except BaseException:
                self._writer.rollback()
                raise
            index.reload()

    def release(self) -> None:
        """Lets other processes write."""
        with self._lock, self._explained():
            if self._writer is not None:
                self._writer.wait_merging_threads()
            self._writer = None

    def close(self) -> None:
        """Lets go of the files."""
        self.release()
        self._opened = None

    def _index(self) -> Index:
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def _open(self) -> Index:
        from tantivy import Index

        if self._create:
            self._folder.mkdir(parents=True, exist_ok=True)
            return Index(_schema(), path=str(self._folder))
        return Index.open(str(self._folder))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (ArchiveError, EmbeddingError):
            raise
        except BaseException as error:
            if "LockBusy" in str(error):
                raise ArchiveError(f"Another process is writing to {self._folder}. Wait for it to end.") from error
            if is_refusal(error):
                raise ArchiveError(f"The keyword index {self._folder} cannot be written: {error}.") from error
            if not isinstance(error, ValueError | OSError) and type(error).__name__ != "PanicException":
                raise
            self._on_damage(f"{type(error).__name__}: {error}")
            raise ArchiveDamagedError(
                f"The keyword index {self._folder} is damaged: {error}. Run: newschat index"
            ) from error


def _schema() -> Schema:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field("passage_id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("article_id", tokenizer_name="raw", index_option="basic")
    for field in ("body", "title", "sounds"):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _add(writer: IndexWriter, rows: Iterable[KeywordRow]) -> None:
    from tantivy import Document

    title, title_terms, title_sounds = "", "", ""
    for row in rows:
        if row.title != title:  # the passages of an article follow one another
            title, title_terms, title_sounds = row.title, " ".join(index_terms(row.title)), _sounds(row.title)
        document = Document()
        document.add_text("passage_id", row.passage_id)
        document.add_text("article_id", row.article_id)
        document.add_text("body", " ".join(index_terms(row.text)))
        document.add_text("title", title_terms)
        document.add_text("sounds", f"{title_sounds} {_sounds(row.text)}")
        writer.add_document(document)


def _sounds(text: str) -> str:
    return " ".join(chain.from_iterable(map(word_sound_keys, text.split())))

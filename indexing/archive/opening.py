"""Opening an archive's folder: finds or makes its three parts, and refuses what does not fit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from indexing.archive.archive import Archive, mismatch
from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.schema import SCHEMA, SCHEMA_VERSION
from indexing.archive.catalog.sources import Sources
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.archive.derived.encoder import Encoder
from indexing.archive.derived.generations import Generations
from indexing.archive.derived.stores import Stores
from indexing.archive.derived.vectors import GRAPH_EVERY
from indexing.archive_folder import CATALOG_FILE
from indexing.embedding.keys import embedding_key
from indexing.errors import ArchiveError, ArchiveMismatchError, ArchiveMissingError
from indexing.progress import Notify, Progress, silent

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    from indexing.embedding.deferred import DeferredEmbedder

_LONGEST_PATH = 511
_LONGEST_INSIDE = "chroma/100000/chroma.sqlite3-journal"


def open_archive(
    folder: Path,
    embedder: BaseEmbedding | DeferredEmbedder,
    *,
    chroma_url: str | None = None,
    writable: bool = False,
    rebuild: bool = False,
    graph_every: int = GRAPH_EVERY,
    progress: Progress = silent,
    notify: Notify = silent,
) -> Archive:
    """Opens the archive in a folder.

    Args:
        folder: the archive's folder.
        embedder: embeds passages; nothing is loaded by opening.
        chroma_url: keep the vectors on this Chroma server instead of in the folder.
        writable: for an index run: makes folder and archive when missing, makes damaged vectors or keywords anew and
            finishes an interrupted change. Otherwise nothing is created, and nothing but the archive's own locks and
            caches is written. One process at a time.
        rebuild: accept another embedder's archive and damaged parts, because ``Archive.rebuild`` follows, and empty
            one of another version of newschat; its cached vectors stay.
        graph_every: changes after which Chroma writes the graph of new vectors into files.
        progress: called with the part that is made anew, and the number of passages done and to do.
        notify: told in a sentence what is made anew, and why.

    Returns:
        An open archive; use it as a context manager or close it.

    Raises:
        ArchiveMissingError: there is no archive, or an empty one of another embedder, and ``writable`` is False.
        ArchiveMismatchError: it was built by another embedder or another version of newschat.
        ArchiveError: the folder cannot be used, or the catalog is damaged.
        EmbeddingError: a vector that is to be made anew is not cached, and the embedder failed.
    """
    file = folder / CATALOG_FILE
    _check_length(folder)
    if writable:
        _make_folder(folder)
    elif not _exists(file):
        raise _missing(folder)
    database = Database(file, read_only=not writable)
    try:
        archive = _open(database, embedder, chroma_url, rebuild=rebuild, graph_every=graph_every)
    except BaseException:
        database.close()
        raise
    if writable and not rebuild:
        try:
            archive.recover(progress, notify)
        except BaseException:
            archive.close()
            raise
    return archive


def _open(
    database: Database,
    embedder: BaseEmbedding | DeferredEmbedder,
    chroma_url: str | None,
    *,
    rebuild: bool,
    graph_every: int,
) -> Archive:
    catalog = Catalog(database)
    model_key = embedding_key(embedder)
    _check_schema(catalog, database, model_key, rebuild=rebuild)
    if not rebuild:
        _check_model(catalog, database, model_key)
    encoder = Encoder(embedder, VectorCache(database, model_key))
    name = catalog.facts.get("archive_id") or ""
    generations = Generations(database.file.parent, name, chroma_url, graph_every=graph_every)
    stores = Stores(catalog, encoder, generations, writable=not database.read_only)
    return Archive(catalog, Sources(database), encoder, stores)


def _check_schema(catalog: Catalog, database: Database, model_key: str, *, rebuild: bool) -> None:
    folder, writable = database.file.parent, not database.read_only
    version = catalog.schema_version()
    if version is None:
        if not writable:
            raise _missing(folder)
        catalog.create_tables(model_key)
    elif version != SCHEMA_VERSION:
        if not (writable and rebuild):
            raise ArchiveMismatchError(
                f"The archive in {folder} has layout {version}, this newschat writes layout {SCHEMA_VERSION}. "
                "Run: newschat index --rebuild"
            )
        _empty(catalog, database)


def _check_model(catalog: Catalog, database: Database, model_key: str) -> None:
    """An archive of no article is any embedder's: the run that made it may have failed for the embedder's name."""
    built_by = catalog.facts.get("model_key")
    if built_by == model_key:
        return
    if not (catalog.is_empty() and not catalog.known()):
        raise mismatch(built_by, model_key)
    if database.read_only:
        raise ArchiveMissingError(f"There is no article in the archive {database.file.parent} yet. Run: newschat index")


def _empty(catalog: Catalog, database: Database) -> None:
    """Empties a catalog of another layout, but for what all layouts have in common: facts and cached vectors."""
    tables = {name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in sorted(name for name in tables - {"meta", "vector"} if not name.startswith("sqlite_")):
        database.script(f'PRAGMA foreign_keys = OFF; DROP TABLE "{table}"; PRAGMA foreign_keys = ON')
    database.script(SCHEMA)
    # Last: cut off before, the catalog still says that it must be rebuilt.
    catalog.facts.note(schema_version=str(SCHEMA_VERSION))


@contextmanager
def empty_catalog() -> Iterator[Catalog]:
    """A catalog of nothing, for a dry run where there is no archive; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        catalog = Catalog(Database(Path(folder) / CATALOG_FILE))
        try:
            catalog.create_tables(model_key="")
            yield catalog
        finally:
            catalog.close()


def _check_length(folder: Path) -> None:
    length = len(os.fsencode(folder.resolve() / _LONGEST_INSIDE))
    if length > _LONGEST_PATH:
        raise ArchiveError(
            f"The path of the archive folder {folder} is {length - _LONGEST_PATH} bytes too long: SQLite opens no file "
            f"whose path has more than {_LONGEST_PATH} bytes (a Hangul letter has three). Choose a shorter one."
        )


def _missing(folder: Path) -> ArchiveMissingError:
    return ArchiveMissingError(f"There is no archive in {folder} yet. Run: newschat index")


def _exists(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError as error:
        raise ArchiveError(f"The archive folder {file.parent} cannot be read: {error.strerror}.") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ArchiveError(f"The archive folder {folder} is a file. Choose another archive folder.") from error
    except OSError as error:
        raise ArchiveError(
            f"The archive folder {folder} cannot be made: {error.strerror}. Choose another archive folder."
        ) from error

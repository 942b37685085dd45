"""One corpus file -> its articles, split into passages; what the processes of a reading pool do."""

import hashlib
from dataclasses import dataclass, replace

from indexing.archive.catalog.records import to_record
from indexing.archive.catalog.sources import Source
from indexing.article import Article, Passage
from indexing.corpus import CorpusFile
from indexing.errors import ReadingError
from indexing.passages import split_passages
from indexing.reading.limits import max_bytes_for


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """An article with all of its passages."""

    article: Article
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of reading a file.

    Attributes:
        source: the file as it was read, with what of it was skipped; None where it could not be read at all, so that
            the next run tries again.
        articles: of the file, in its order.
        failure: why the file as a whole gives no article, None where it gives some.
        same: the file holds the bytes it was known to hold, and was not read as news again.
    """

    source: Source | None = None
    articles: tuple[SplitArticle, ...] = ()
    failure: str | None = None
    same: bool = False


def read_corpus_file(file: CorpusFile, known_sha256: str | None, max_characters: int) -> FileReading:
    """Reads a file. Never raises but for what stops the process: whatever is wrong with a file is its ``failure``.

    Args:
        file: of the corpus.
        known_sha256: of the bytes that need not be read as news again, None for none.
        max_characters: longest passage, in code points.
    """
    try:
        now = file.read(max_bytes_for(file.path))
    except OSError as error:
        return FileReading(failure=f"the file cannot be read: {error.strerror}")
    except ReadingError as error:
        return FileReading(failure=str(error))
    digest = hashlib.sha256(now.content).hexdigest()
    source = Source(file.path, now.size, now.mtime_ns, now.checked_ns, digest)
    if digest == known_sha256:
        return FileReading(source, same=True)
    try:
        return _read_news(source, now.content, max_characters)
    except ReadingError as error:
        return FileReading(source, failure=str(error))
    except Exception as error:
        # A page no reader was written for must not keep all others from being indexed; it is named with the cause.
        return FileReading(source, failure=f"reading it failed unexpectedly ({type(error).__name__}: {error})")


def _read_news(source: Source, content: bytes, max_characters: int) -> FileReading:
    from indexing.reading.readers import read_file  # a sixth of a second, which a run without news does not need

    reading = read_file(content, source.path)
    skipped = [(item.path, item.reason) for item in reading.skipped]
    articles = []
    for article in reading.articles:
        if _is_unicode(article):
            articles.append(SplitArticle(article, split_passages(article, max_characters)))
        else:
            skipped.append((article.path, "its text is not valid Unicode (lone surrogates)"))
    return FileReading(replace(source, skipped=tuple(skipped)), tuple(articles))


def _is_unicode(article: Article) -> bool:
    try:
        "".join(field or "" for field in to_record(article)).encode()
    except UnicodeEncodeError:
        return False
    return True

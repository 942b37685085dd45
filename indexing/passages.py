"""Article -> Passages: runs of whole sentences, short enough to rank, with their offsets in the article's body.

A passage may cross a paragraph (Korean news puts nearly every sentence in its own) but never cuts a sentence, so
a citation can always show the whole one.
"""

from collections.abc import Iterator

from indexing.article import Article, Passage, passage_id_for
from indexing.language.sentences import sentence_spans

Span = tuple[int, int]

MAX_CHARACTERS = 500
"""Roughly four Korean sentences, 200 tokens: within the input length of every common embedder."""

_RUNAWAY = 4
"""A "sentence" longer than this many passages is a table or a page without full stops."""


def split_passages(article: Article, max_characters: int = MAX_CHARACTERS) -> tuple[Passage, ...]:
    """The passages of an article, in order.

    Args:
        article: any article; an empty body has no passages.
        max_characters: longest passage in code points, at least 1. A longer sentence stands alone, uncut, up to
            four times this length; beyond, it is cut at white space, or anywhere where there is none.

    Returns:
        Passages with ``article.body[p.start:p.end] == p.text`` that do not overlap and together hold every
        visible character of the body; none begins or ends with white space.
    """
    if max_characters < 1:
        raise ValueError(f"max_characters must be at least 1, got {max_characters}")
    runs = _packed(_pieces(article.body, max_characters), max_characters)
    return tuple(_passage(article, ordinal, run) for ordinal, run in enumerate(runs))


def _passage(article: Article, ordinal: int, run: Span) -> Passage:
    start, end = run
    text = article.body[start:end]
    passage_id = passage_id_for(article.article_id, ordinal, text)
    return Passage(passage_id, article.article_id, ordinal, start, end, text)


def _packed(spans: Iterator[Span], longest: int) -> Iterator[Span]:
    """Neighbouring spans joined while they fit."""
    run: Span | None = None
    for start, end in spans:
        if run is None:
            run = (start, end)
        elif end - run[0] <= longest:
            run = (run[0], end)
        else:
            yield run
            run = (start, end)
    if run is not None:
        yield run


def _pieces(body: str, longest: int) -> Iterator[Span]:
    """Sentences, runaway ones cut."""
    for start, end in sentence_spans(body):
        if end - start <= _RUNAWAY * longest:
            yield start, end
        else:
            yield from _cut(body, start, end, longest)


def _cut(body: str, start: int, end: int, longest: int) -> Iterator[Span]:
    while end - start > longest:
        stop = _last_space(body, start, start + longest)
        yield start, stop
        start = _skip_space(body, stop, end)
    if start < end:
        yield start, end


def _last_space(body: str, start: int, limit: int) -> int:
    """Where to cut: the end of the last word that fits, else ``limit``."""
    for position in range(limit, start, -1):
        if body[position].isspace() and not body[position - 1].isspace():
            return position
    return limit


def _skip_space(body: str, start: int, end: int) -> int:
    while start < end and body[start].isspace():
        start += 1
    return start

"""Lines that stand in many articles of one outlet: what its pages add to every text, which no single page gives away.

Only lines that say nothing of their own article may go, so the rules are strict. A line that is no sentence ("하루뉴스
앱에서도 만나 보세요") must be the same in three of ten stories. Sentences, and lines that differ in their digits
("조회수 1,234"), may be what serial articles share (yesterday's background, a price list), so they must stand at the
top or the end of half of the stories. Copies and versions of one story count once. Nothing is taken from an article of
which more than a third would go.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from indexing.article import Article, Dropped
from indexing.reading.text.characters import squeezed

REASON = "in many articles of the outlet"

FEWEST_STORIES = 10
"""Stories of an outlet from which its lines are counted."""

MIN_LETTERS = 10
"""Letters and digits of the shortest line that is counted: "[앵커]" and "Q&A" head parts of an article."""

TOP, END = 2, 3
"""Paragraphs at the top and end of a body among which a sentence may be common."""

MOST_OF_BODY = 1 / 3
"""Share of an article's characters from which nothing is taken."""

HYSTERESIS = 0.6
"""Share of the share at which a line became common, under which it is so no more: one article more or less must not
change all the others."""

PARAGRAPHS = "\n\n"


class Form(StrEnum):
    """How lines are compared."""

    SAME = "same"  # no sentence, the same in every article
    DIGITS = "digits"  # no sentence, the same but for digits
    SENTENCE = "sentence"


SHARES: Mapping[Form, float] = {Form.SAME: 0.3, Form.DIGITS: 0.5, Form.SENTENCE: 0.5}
"""Share of an outlet's stories in which a common line stands."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CommonLines:
    """What is known of an archive's outlets.

    Attributes:
        lines: the common lines of each outlet, in the form in which they are compared; of all articles without a known
            outlet together under "".
        counted: how many articles each outlet had when its lines were counted.
        grown: how many of its articles were written since.
        total: articles of all outlets when this was noted.
    """

    lines: Mapping[str, frozenset[str]] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    grown: Mapping[str, int] = field(default_factory=dict)
    total: int = 0

    @classmethod
    def from_json(cls, text: str | None) -> Self:
        """What ``to_json`` wrote; nothing is known where it never did."""
        if not text:
            return cls()
        record = json.loads(text)
        lines = {outlet: frozenset(common) for outlet, common in record["lines"].items()}
        return cls(lines, record["counted"], record["grown"], record["total"])

    def to_json(self) -> str:
        """As one JSON object."""
        lines = {outlet: sorted(common) for outlet, common in sorted(self.lines.items()) if common}
        record = {"lines": lines, "counted": self.counted, "grown": self.grown, "total": self.total}
        return json.dumps(record, ensure_ascii=False)

    def of(self, article: Article) -> frozenset[str]:
        """The common lines of an article's outlet."""
        return self.lines.get(article.publisher or "", frozenset())

    def without(self, article: Article) -> Article:
        """The article without its outlet's common lines, which are listed in ``dropped``; itself where it has none."""
        kept, taken = _parted(article, self.of(article))
        if not taken or _is_too_much(article, taken):
            return article
        body = PARAGRAPHS.join(kept)
        from indexing.reading.text.headline import first_sentence

        is_first_sentence = article.title == first_sentence(article.body)
        return replace(
            article,
            title=first_sentence(body) if is_first_sentence else article.title,
            body=body,
            dropped=(*article.dropped, *(Dropped(text, REASON) for text in taken)),
        )

    def is_out_of_date(self, article: Article) -> bool:
        """Whether an article lacks a line that is common no more, or lost too many: its file must be read again."""
        common, gone = self.of(article), _gone(article)
        if any(common.isdisjoint(forms(text)) for text in gone):
            return True
        return bool(gone) and _is_too_much(article, _parted(article, common)[1])


def forms(line: str) -> list[str]:
    """The forms in which a line is compared with those of other articles; none for one too short to be judged."""
    text = squeezed(line)
    if len(text) < MIN_LETTERS:
        return []
    from indexing.reading.text.line import is_prose

    if is_prose(line):
        return [f"{Form.SENTENCE}:{text}"]
    masked = _DIGITS.sub("0", text)
    return [f"{Form.SAME}:{text}"] + ([f"{Form.DIGITS}:{masked}"] if masked != text else [])


def common_forms(stories: Iterable[Iterable[Article]], known: frozenset[str]) -> frozenset[str]:
    """The lines that are common to the stories of one outlet.

    Args:
        stories: of the outlet, each with its copies and versions.
        known: its common lines so far, which are given up later than a new one is accepted.
    """
    counts: Counter[str] = Counter()
    total = 0
    for story in stories:
        counts.update({form for article in story for form in _countable(article)})
        total += 1
    if total < FEWEST_STORIES:
        return frozenset()
    found = ((form, count / total) for form, count in counts.items() if count > 1)
    return frozenset(form for form, share in found if share >= _share(form) * (HYSTERESIS if form in known else 1))


def _share(form: str) -> float:
    return SHARES[Form(form.partition(":")[0])]


def _countable(article: Article) -> Iterator[str]:
    """The forms of an article's lines, each where it may be common, and of those that were taken out of it."""
    paragraphs = article.body.split(PARAGRAPHS)
    for index, line in enumerate(paragraphs):
        edge = _is_edge(index, len(paragraphs))
        yield from (form for form in forms(line) if edge or form.startswith(Form.SAME))
    for text in _gone(article):
        yield from forms(text)


def _is_edge(index: int, paragraphs: int) -> bool:
    return index < TOP or index >= paragraphs - END


def _parted(article: Article, common: frozenset[str]) -> tuple[list[str], list[str]]:
    """The paragraphs that stay and those that are common lines; with one at the edge gone, the next stands there."""
    kept = article.body.split(PARAGRAPHS)
    taken: list[str] = []
    while common:
        found = [_is_common(line, _is_edge(index, len(kept)), common) for index, line in enumerate(kept)]
        if not any(found):
            break
        taken += [line for line, is_common in zip(kept, found, strict=True) if is_common]
        kept = [line for line, is_common in zip(kept, found, strict=True) if not is_common]
    return kept, taken


def _is_common(line: str, edge: bool, common: frozenset[str]) -> bool:
    return any(form in common and (edge or form.startswith(Form.SAME)) for form in forms(line))


def _gone(article: Article) -> list[str]:
    """The common lines that were taken out of an article."""
    return [piece.text for piece in article.dropped if piece.reason == REASON]


def _is_too_much(article: Article, taken: list[str]) -> bool:
    gone = sum(map(len, _gone(article)))
    return gone + sum(map(len, taken)) > MOST_OF_BODY * (gone + len(article.body))

"""What surrounds an article on a page: buttons, counters, section heads, tickers, copyright lines.

The patterns are data, in ``boilerplate.tsv``. Word lists apply only to short lines that are no sentence:
"…페이스북에 글을 올려 밝혔다." is news, "페이스북" is a button.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

SHORT_LINE = 60
"""Characters up to which a line can be a button or a head."""

NOTICE_LINE = 300
"""The same for a copyright line or footer, which may name a company, its address and its officers."""

BUTTON_ROW = 120
"""The same for a row of buttons: "페이스북 트위터 인쇄 스크랩"."""

SENTENCE_END = re.compile(r"(?:[다요까죠음함라나자][.!?]|[.!?。])[\"”’'」』)\]]*$")
"""A line that ends like this says something: it is judged as text and not by word lists."""

_NOTICE = re.compile(r"all rights reserved\.?$|^[\[<(]?\s?(?:저작권자|copyright|ⓒ|©)", re.IGNORECASE)


class Effect(StrEnum):
    """What a boilerplate line says about the lines around it."""

    TOOL = "tool"  # stands anywhere, says nothing
    HEAD = "head"  # what follows belongs to other articles
    STOP = "stop"  # the article has ended


class Scope(StrEnum):
    """Which lines a pattern is tried on, and how much of the line it must match."""

    LINE = "line"  # all of a short line that is no sentence
    SENTENCE = "sentence"  # all of a short line
    NOTICE = "notice"  # all of a longer line
    INSIDE = "inside"  # any part of a longer line that is no sentence


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """One kind of line that is not part of an article.

    Attributes:
        reason: the kind in plain words, shown to the user with what was dropped.
        effect: what such a line says about its neighbours.
        scope: which lines the pattern is tried on.
        pattern: what they look like.
    """

    reason: str
    effect: Effect
    scope: Scope
    pattern: re.Pattern[str]

    def matches(self, line: str, sentence: bool) -> bool:
        """Whether a line is of this kind; ``sentence`` says whether it ends like one."""
        if len(line) > (SHORT_LINE if self.scope in (Scope.LINE, Scope.SENTENCE) else NOTICE_LINE):
            return False
        if self.scope is Scope.INSIDE:
            return (not sentence or _NOTICE.search(line) is not None) and self.pattern.search(line) is not None
        return not (sentence and self.scope is Scope.LINE) and self.pattern.fullmatch(line) is not None


@lru_cache(maxsize=8_192)  # a site's menus and buttons stand in each of its pages
def boilerplate_kind(line: str) -> Boilerplate | None:
    """The kind of boilerplate a line is, or None for a line that may belong to an article.

    Args:
        line: one line without surrounding white space or bullet.
    """
    if len(line) > NOTICE_LINE:
        return None
    sentence = SENTENCE_END.search(line) is not None
    return _kind(line, sentence) or (None if sentence else _boxed(line) or _button_row(line))


@lru_cache(maxsize=8_192)
def _kind(line: str, sentence: bool) -> Boilerplate | None:
    if not any(kind.matches(line, sentence) for kind in _scopes()):  # most lines are none, which four looks tell
        return None
    return next((kind for kind in kinds() if kind.matches(line, sentence)), None)


def _boxed(line: str) -> Boilerplate | None:
    """The kind of a button in brackets: "[목록]"."""
    kind = _kind(line[1:-1].strip(), sentence=False) if line.startswith("[") and line.endswith("]") else None
    return kind if kind is not None and kind.effect is Effect.TOOL else None


def _button_row(line: str) -> Boilerplate | None:
    """The kind of the first of several buttons in one line, None if any of its words is no button."""
    words = re.split(r"[\s|·,/\[\]]+", line.strip(" |·,/[]"))
    if len(line) > BUTTON_ROW or not 2 <= len(words) <= 20:
        return None
    found = [_kind(word, sentence=False) for word in words]
    return found[0] if all(kind is not None and kind.effect is Effect.TOOL for kind in found) else None


@cache
def kinds() -> tuple[Boilerplate, ...]:
    """The table, read and compiled at first use. Rows of one kind and scope are joined by "or", for speed."""
    text = files(__package__).joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        Boilerplate(reason, Effect(effect), Scope(scope), _either([row[3] for row in group]))
        for (reason, effect, scope), group in groupby(rows, key=lambda row: (row[0], row[1], row[2]))
    )


@cache
def _scopes() -> tuple[Boilerplate, ...]:
    """All kinds of a scope as one."""
    return tuple(
        Boilerplate("", Effect.TOOL, scope, _either([kind.pattern.pattern for kind in kinds() if kind.scope is scope]))
        for scope in Scope
        if any(kind.scope is scope for kind in kinds())
    )


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

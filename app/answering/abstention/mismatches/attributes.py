"""Attributes: what somebody earns is not told by a sentence about another amount, though it names the person.

An attribute is asked for by few words ("연봉", "salary") and told by few others; beside a sentence that answers at
least one of these stands.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final, Self

from app.question.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS

_AROUND: Final = 120
"""Characters before and behind a sentence that count as said beside it: about a sentence each."""
_RATE: Final = re.compile(r"[가-힣]{1,8}(?<![비확환법규선])[률율](?![가-힣]{2})")
_RATE_TOLD: Final = re.compile(r"(?P<rate>[가-힣]{1,8}(?<![비확환법규선])[률율])[은는이가]?\s?(?:약\s)?$")
_KIND: Final = 3
"""Syllables that name a rate at the end of a compound: 최종투표율 is a 투표율."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What can be asked about something, and how it is told.

    Attributes:
        asked: stands in a question that asks for it.
        told: stands beside a sentence that tells it, in Korean or English.
    """

    asked: re.Pattern[str]
    told: re.Pattern[str]


class Attributes:
    """All attributes that are recognised."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self._attributes = tuple(attributes)
        self._wanted = lru_cache(maxsize=16)(self._find_wanted)

    @classmethod
    def load(cls) -> Self:
        """Those of ``attributes.toml``."""
        tables = tomllib.loads(resources.files(__package__).joinpath("attributes.toml").read_text("utf-8"))
        return cls(
            Attribute(_either(table["asked"]), _either(table["told"], tables))
            for table in tables.values()
            if "asked" in table
        )

    def lacks(self, question: Question, article: Article, start: int, end: int) -> bool:
        """Whether the question asks for an attribute that neither a sentence nor what stands around it tells.

        Args:
            question: what is asked.
            article: whose sentence it is.
            start: offset of the sentence in the article's body.
            end: offset after it.
        """
        wanted = self._wanted(question.text[:QUESTION_CHARACTERS])
        said = f"{article.title}\n{article.body[max(0, start - _AROUND) : end + _AROUND]}" if wanted else ""
        return not all(one.told.search(said) for one in wanted)

    def _find_wanted(self, asked: str) -> tuple[Attribute, ...]:
        """Those that a question asks for, which is asked of every sentence."""
        return tuple(one for one in self._attributes if one.asked.search(asked))


def _either(words: Mapping[str, Any], tables: Mapping[str, Any] | None = None) -> re.Pattern[str]:
    """One pattern of all that a table lists, with what it takes over from another one."""
    listed = [*words.get("ko", ()), *words.get("en", ())]
    if tables and "also" in words:
        also = tables[words["also"]]["told"]
        listed += [*also["ko"], *also["en"]]
    return re.compile("|".join(listed), re.IGNORECASE)


def is_of_another_rate(question: Question, before: str) -> bool:
    """Whether a number is told as another rate than the one asked for: 투표율은 |81.6% is no 득표율.

    Args:
        question: what is asked.
        before: the sentence up to the number.
    """
    asked = _RATE.findall(question.text[:QUESTION_CHARACTERS])
    told = _RATE_TOLD.search(before)
    return bool(asked and told) and not any(told["rate"].endswith(one[-_KIND:]) for one in asked if told)

"""Names an article introduces in brackets: 세계대도시협의회(Metropolis), 조르디 바쿼 (Jordi Vaquer).

A news article names a thing in full once and gives its other name in brackets; afterwards it uses one of the two.
A question may use the other. (Schwartz and Hearst, PSB 2003, find abbreviations the same way, by letters; between
Korean and Latin script only the bracket itself is evidence.)
"""

import re
from dataclasses import dataclass

from app.question.concept import Concept, TextView
from indexing.language.hangul import has_hangul
from indexing.language.terms import latin_stem

_BRACKET = re.compile(
    r"(?<![가-힣A-Za-z0-9·.-])(?P<before>(?:[가-힣A-Za-z0-9·.-]{1,40}\s){0,3}[가-힣A-Za-z0-9·.-]{1,40})[’'”\"]?\s?\((?P<inside>[A-Za-z가-힣][^()\n]{1,40})\)"
)
_LONGEST_BODY = 20_000
_NOBILIARY = frozenset("van von der den de da di del della dos du la le ten ter bin ibn al el zu".split())
"""Small words of names: Els van den Berg, Ursula von der Leyen."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Two names of one thing within one article: the one before the bracket and the one inside."""

    full: str
    short: str


def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """The bracketed names of an article, in order, without repetitions.

    A bracket of several capitalised words names as many words before it (조르디 바쿼 (Jordi Vaquer)); otherwise the
    one word before it. Only pairs across scripts count: "(29일)" or "(사진)" are no names.
    """
    found: dict[tuple[str, str], Abbreviation] = {}
    for match in _BRACKET.finditer(text[:_LONGEST_BODY]):
        inside = match["inside"].strip()
        words = match["before"].split()
        count = _words_of_name(inside) if _is_latin_name(inside) else 1
        full = " ".join(words[-count:])
        if has_hangul(full) != has_hangul(inside) and _letters(full) >= 2 <= _letters(inside):
            found.setdefault((full, inside), Abbreviation(full, inside))
    return tuple(found.values())


def with_abbreviations(concepts: tuple[Concept, ...], abbreviations: tuple[Abbreviation, ...]) -> tuple[Concept, ...]:
    """The concepts, each with the other names this article gives it."""
    views = [(pair, TextView(pair.full), TextView(pair.short)) for pair in abbreviations]
    return tuple(concept.with_forms(_other_names(concept, views)) for concept in concepts)


def _other_names(concept: Concept, views: list[tuple[Abbreviation, TextView, TextView]]) -> list[str]:
    names = []
    for pair, full, short in views:
        if short.names(concept) == 1 and len(pair.full) >= 2:
            names.append(_form(pair.full))
        elif full.names(concept) == 1 and _covers(concept, pair.full):
            names.append(_form(pair.short))
    return names


def _covers(concept: Concept, full: str) -> bool:
    """The concept is the whole name, not a common word inside it: 총회 must not stand for every bracketed 총회."""
    size = len(full.replace(" ", ""))
    return any(len(form.replace(" ", "")) >= 0.75 * size for form in concept.forms)


def _letters(name: str) -> int:
    return sum(map(str.isalpha, name))


def _form(name: str) -> str:
    return name if has_hangul(name) else " ".join(latin_stem(word) for word in re.split(r"[\s-]+", name) if word)


def _is_latin_name(text: str) -> bool:
    words = [word for word in text.split() if word not in _NOBILIARY]
    return len(words) > 1 and all(word[0].isupper() for word in words if word[0].isalpha())


def _words_of_name(name: str) -> int:
    """How many words a name has in Korean, which writes 판데르베르흐 for van der Berg in one."""
    return sum(word not in _NOBILIARY for word in name.split())

"""Rules, and an index of them: a pattern is tried only where the text has a figure or a word that can begin a match.

Searching every pattern through the whole text took over 80 % of the time that dates took, for half a dozen
expressions in a body of 1,000 characters. One look for figures and one for opening words name some forty places
there, and what stands at a place leaves a few of the thirty patterns to try.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from indexing.language.temporal.scene import Meaning

FIGURE = "#"
"""Stands in an opening for a number in figures: "#월", "in #"."""

_SPACES = r"[ \u00a0]{0,2}"
_Numbers = tuple[int, ...]
"""Positions of rules in their index, ascending."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what its match means.

    Attributes:
        pattern: bounded repetitions only, so that a search takes time linear in the text.
        read: the meaning of a match; None where the words mean no date after all.
        openings: what matches begin with, in lower case; ``RuleIndex`` looks nowhere else, so one too few loses
            dates, one too many costs time. Each is the beginning of a match: letters, spaces, of which a text may
            have none to two, and ``FIGURE``. A number that begins a match begins with its first figure; of what
            follows it, the first character counts ("#월"), and where nothing follows, any may ("#"). Before such a
            number a mark may stand ("'#").
        not_after: a pattern, ended with ``$``, of words before a match that make it no date ("매년 5월 5일").
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Meaning | None]
    openings: tuple[str, ...]
    not_after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """The rules of a grammar, by what their matches begin with.

    Attributes:
        rules: where several match the same words, the first is meant.
        inside: the characters, as in a class of a pattern, after which no opening word begins, as that would be
            inside another word.
        ignore_case: whether the rules do; their openings then end where a word does.
    """

    rules: tuple[Rule, ...]
    inside: str = r"\w"
    ignore_case: bool = False
    _figures: re.Pattern[str] = field(init=False, repr=False)
    _words: re.Pattern[str] = field(init=False, repr=False)
    _by_first: dict[str, _Numbers] = field(init=False, repr=False)
    _by_follower: dict[str, _Numbers] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        openings = {opening for rule in self.rules for opening in rule.openings}
        by_follower = self._numbers(_follower)
        any_follower = by_follower.get("", ())
        for name, value in {
            "_figures": _figures(openings),
            "_words": self._word_pattern(opening for opening in openings if opening[0].isalpha()),
            "_by_first": self._numbers(lambda opening: opening[0]),
            "_by_follower": {one: tuple(sorted({*some, *any_follower})) for one, some in by_follower.items()},
        }.items():
            object.__setattr__(self, name, value)  # the dataclass is frozen

    def matches(self, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """What ``finditer`` of every rule gives, from left to right, and at one place in the order of the rules."""
        ends = [0] * len(self.rules)
        for place, numbers in self._places(text):
            for number in numbers:
                if place < ends[number]:
                    continue
                rule = self.rules[number]
                match = rule.pattern.match(text, place)
                if match is not None:
                    ends[number] = match.end()
                    yield rule, match

    def at(self, text: str, place: int) -> Iterator[tuple[Rule, re.Match[str]]]:
        """The matches that begin exactly at ``place``, inside a number or word too, in the order of the rules."""
        first = text[place : place + 1]
        for number in self._by_first.get(FIGURE if first.isdecimal() else first, ()):
            match = self.rules[number].pattern.match(text, place)
            if match is not None:
                yield self.rules[number], match

    def _places(self, text: str) -> list[tuple[int, _Numbers]]:
        """Where matches can begin, in order, and the rules that can match there."""
        by_first, by_follower = self._by_first, self._by_follower
        of_figures, any_follower = by_first.get(FIGURE, ()), by_follower.get("", ())
        places = []
        for match in self._figures.finditer(text):
            start, end = match.span()
            numbers = by_first.get(text[start])  # of a mark
            if numbers is None:
                follower = text[end : end + 1]
                numbers = of_figures if follower.isdecimal() else by_follower.get(follower, any_follower)
            if numbers:
                places.append((start, numbers))
        starts = (match.end() for match in self._words.finditer(text))
        places += [(start, by_first[text[start]]) for start in starts]
        if text[:1].isalpha() and text[0] in by_first:  # ``_words`` sees a word by the character before it
            places.append((0, by_first[text[0]]))
        places.sort()
        return places

    def _numbers(self, key: Callable[[str], str | None]) -> dict[str, _Numbers]:
        """The rules by a character of their openings."""
        found = defaultdict[str, set[int]](set)
        for number, rule in enumerate(self.rules):
            for character in map(key, rule.openings):
                if character is not None:
                    for spelling in self._spellings(character) or ("",):
                        found[spelling].add(number)
        return {character: tuple(sorted(numbers)) for character, numbers in found.items()}

    def _word_pattern(self, words: Iterable[str]) -> re.Pattern[str]:
        """A character outside a word, with an opening after it.

        The character leads, and is not just looked back at, so that the search passes over all others in C; and
        to ask first for the first letters of all openings halves the time again.
        """
        openings = {*words}
        firsts = "".join(sorted({self._spellings(word[0]) for word in openings}))
        return re.compile(rf"[^{self.inside}](?=[{firsts}])(?={self._any_of(openings)})" if openings else "(?!)")

    def _any_of(self, words: set[str]) -> str:
        """A pattern for any of the words, letter by letter: alternatives with other letters are passed over untried."""
        if "" in words and not self.ignore_case:
            return ""
        rests = defaultdict[str, set[str]](set)
        for word in words - {""}:
            rests[word[0]].add(word[1:])
        parts = [self._letter(first) + ("" if first == FIGURE else self._any_of(rest)) for first, rest in rests.items()]
        if "" in words:
            parts.append(r"\b")
        return f"(?:{'|'.join(sorted(parts))})" if parts else ""

    def _letter(self, letter: str) -> str:
        if letter.isalpha():
            return f"[{self._spellings(letter)}]"
        return {FIGURE: r"\d", " ": _SPACES}.get(letter, re.escape(letter))

    def _spellings(self, character: str) -> str:
        if not (self.ignore_case and character.isalpha()):
            return character
        return character + character.upper()


def _figures(openings: Iterable[str]) -> re.Pattern[str]:
    """A number in figures with the spaces after it, or a mark before one that opens an expression.

    ASCII digits and others (２０２４) make two numbers, because to a pattern for ASCII one begins behind the others.
    """
    marks = "".join({re.escape(opening[0]) for opening in openings if not opening[0].isalpha()} - {re.escape(FIGURE)})
    return re.compile(rf"[\d{marks}](?:(?<=[0-9])[0-9]*{_SPACES}|(?<=\d)[^\D0-9]*{_SPACES}|(?=\d))")


def _follower(opening: str) -> str | None:
    return opening[1:].strip()[:1] if opening[0] == FIGURE else None

"""People in English sentences, and the offices that stand beside their names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexing.language.temporal.english_words import ENGLISH_WEEKDAYS, MONTHS
from indexing.language.temporal.tables import listed

_NAME: Final = re.compile(
    r"\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?"
    r"(?:\s(?:(?:de la|de|del|da|dos|di|van der|van|von|bin|al)\s)?(?:[A-Z]\.|[A-Z][\w'-]+)){1,5}(?<!['-])"
)
"""Oh Se-hoon, Jordi de la Vega, Kim J. Park; "The mayor" and "Monday evening" are none."""
_NO_NAME: Final = frozenset(
    "a an and after as at before but by during for from her his how if in it its last my next of on one our she since so"
    " the their then they this two under until we what when where while who why will with you your".split()
).union(ENGLISH_WEEKDAYS, MONTHS)
_ENGLISH_TITLES: Final = listed(
    """
    chief executive, co-chief executive, ceo, cfo, coo, cto, senior vice president, chairwoman, co-chair, co-founder,
    spokesman, spokeswoman, finance chief, police chief, analyst, senior analyst, economist, chief economist, strategist,
    chancellor, treasury secretary, foreign secretary, first minister, councillor, councilor, councilman, councilwoman,
    congressman, congresswoman, superintendent, sheriff, attorney, justice
    """
)
"""What no Korean title is called in English."""
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_SENT_TO: Final = re.compile(r"\b(?:to|of|in)\s(?:the\s)?$")
_BEFORE_PLACE: Final = len(" to the ")
_WORDS_OF_PLACE: Final = 3
_OF: Final = re.compile(r"\s(?:of|for|to)\s(?:the\s)?(?P<body>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3})")
_BEFORE: Final = re.compile(r"(?P<body>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}(?:['’]s?)?)\s(?:[a-z]+\s)?$")
_BEFORE_NAME: Final = 2
_BEHIND_NAME: Final = 40
"""Characters between a name and its title: "Mayor Han", "mayor of Haedam, Han"; "Han Do-gyeom, 58, the new mayor"."""


@dataclass(frozen=True, slots=True)
class EnglishMention:
    """A name in an English sentence.

    Attributes:
        start: its offset.
        end: offset after it.
        title: the office beside it in small letters; None where none is told.
        body: the place or body whose office it is, as the sentence writes it; empty where the sentence is silent.
    """

    start: int
    end: int
    title: str | None = None
    body: str = ""


class EnglishPeople:
    """Finds names of two words and more, and titles of office beside them.

    Args:
        titles: Korean title of office or role -> English.
        places: English names of places.
    """

    def __init__(self, titles: Mapping[str, str], places: Iterable[str] = ()) -> None:
        self._places = frozenset(places)
        english = sorted({*_ENGLISH_TITLES, *(title.lower() for title in titles.values())}, key=len, reverse=True)
        self._title = re.compile(rf"\b(?:{'|'.join(map(re.escape, english))})\b", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[EnglishMention]:
        """The people of a sentence or more, in its order."""
        titles = [(*title.span(), title.group().lower()) for title in self._title.finditer(text)]
        for found in _NAME.finditer(text):
            start, end = self._without_titles(text, *_behind_title(text, titles, *found.span()))
            if " " not in text[start:end]:
                continue
            beside = [title for title in titles if _stands_beside(text, title[0], title[1], start, end)]
            if beside:
                first, last, title = min(beside, key=lambda one: max(start - one[1], one[0] - end))
                yield EnglishMention(start, end, title, _body(text, first, last))
            else:
                yield EnglishMention(start, end)

    def _without_titles(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A name without what its first words are: titles, "When", "Monday"."""
        while start < end:
            title = self._title.match(text, start, end)
            word = text[start:end].partition(" ")[0]
            if title is None and word.lower() not in _NO_NAME:
                break
            start += len(title.group() if title else word)
            start += len(text[start:end]) - len(text[start:end].lstrip())
        return start + self._post(text, start, end), end

    def _post(self, text: str, start: int, end: int) -> int:
        """Length of the country or city before a name, where somebody is sent to it: Ambassador to |South Korea Jane Doe."""
        if not _SENT_TO.search(text[max(0, start - _BEFORE_PLACE) : start]):
            return 0
        words = text[start:end].split(" ")
        counts = range(min(len(words) - 2, _WORDS_OF_PLACE), 0, -1)
        places = (" ".join(words[:count]) for count in counts)
        return next((len(place) + 1 for place in places if place in self._places), 0)


def _behind_title(text: str, titles: Sequence[tuple[int, int, str]], start: int, end: int) -> tuple[int, int]:
    """Of "Norwegian Ambassador Jane Doe" the name; nothing of "Norwegian Ambassador" before "to South Korea"."""
    for first, last, _ in reversed(titles):
        if not start < first < last <= end:
            continue
        if text[last:end].count(" ") > 1:
            return last + 1, end
        if last == end and _OF.match(text, end):
            return end, end
    return start, end


def _stands_beside(text: str, first: int, last: int, start: int, end: int) -> bool:
    if last <= start:
        of = _OF.match(text, last, start)
        return start - (of.end() if of and of.end() <= start else last) <= _BEFORE_NAME
    return 0 <= first - end <= _BEHIND_NAME


def _body(text: str, start: int, end: int) -> str:
    """Of "mayor of Haedam", "Haedam's mayor" and "Haedam Mayor" the place."""
    behind = _OF.match(text, end)
    if behind:
        return behind["body"]
    before = _BEFORE.search(text[max(0, start - 60) : start])
    body = _POSSESSIVE.sub("", before["body"]) if before else ""
    return "" if body.lower() in _NO_NAME else body

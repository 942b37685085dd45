"""Whom a number of a report on an accident counts: the dead, the injured, the missing, the sick or those who fled."""

import re
from dataclasses import dataclass
from typing import Final

_BEFORE: Final = 70
"""Characters before a number in which "death toll from the fire rises to" is looked for."""
_BEHIND: Final = 60
_COUNTER: Final = re.compile(r"\s?여?\s?(?:명|사람|분)")


@dataclass(frozen=True, slots=True)
class Victims:
    """One kind of victims.

    Attributes:
        asked: words of a question for their number.
    """

    asked: re.Pattern[str]
    _before: re.Pattern[str]
    _behind: re.Pattern[str]

    def are_counted(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]``, a number with its counter, counts them, by the words right beside it."""
        return bool(
            self._before.search(text[max(0, start - _BEFORE) : start])
            or self._behind.match(text[: end + _BEHIND], end)
            or self._behind.search(text[start:end])
        )


def _victims(asked: str, nouns: str, verbs: str, english: str, rising: str = "(?!)") -> Victims:
    return Victims(
        re.compile(rf"{nouns}|{verbs}|{asked}", re.IGNORECASE),
        re.compile(rf"(?:{nouns})(?:\s?자)?(?:\s?수)?[는은가이]?\s?(?:모두|총|약)?\s?$|(?:{rising})\s$", re.IGNORECASE),
        re.compile(
            rf"(?:이|가|의)?\s?(?:모두\s)?(?:{nouns}|{verbs})"
            rf"|(?:\s(?!and\b|but\b|or\b)[a-z]{{2,12}}){{0,2}}?\s?"
            rf"(?:(?:were|was|are|is|have been|had been|have|had)\s)?"
            rf"(?:(?:reported|feared|confirmed|still)\s)?(?:{english})\b",
            re.IGNORECASE,
        ),
    )


KINDS: Final = (
    _victims(
        r"\b(?:dead|died?|deaths?|killed|toll)\b",
        "사망|희생",
        "숨[지진졌질]|목숨",
        "dead|died|killed",
        r"\btoll[^.\d]{0,40}?\s(?:risen|rose|rises|rising|climbed|climbs|grew|grown|was|stands|stood)(?: to| at)?"
        r"|\b(?:kill(?:s|ed|ing)|deaths? of|dead,?)",
    ),
    _victims(
        r"\b(?:injur\w+|hurt|wounded)\b",
        "부상|중경상",
        "다[치쳐친쳤칠]",
        "injured|hurt|wounded",
        r"\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?)",
    ),
    _victims(r"\bmissing\b", "실종", "연락이 (?:끊|닿지)", "missing"),
    _victims(
        r"\b(?:infect\w+|confirmed|cases|patients|sick|ill)\b", "확진|감염|환자", "증[세상]을", "infected|sick|ill"
    ),
    _victims(r"\bevacuat\w+\b", "대피|이재민", "몸을 피", "evacuated"),
)


def victims_counted(text: str, start: int, end: int) -> frozenset[int]:
    """The places in KINDS of those whom ``text[start:end]`` counts; empty where its words do not tell."""
    counter = _COUNTER.match(text, end)
    end = counter.end() if counter else end
    return frozenset(place for place, kind in enumerate(KINDS) if kind.are_counted(text, start, end))

"""Editions: the 12th festival's article is no answer about the 13th, however much of the question it names.

An edition is a number that tells a thing from others of its name: 제12회 물빛축제, 제3차 추경, 트램 2호선, 4분기, the
fifth summit. It counts as one of the asked thing where it stands beside words of the question, and an article that
names the asked number, too, is no other edition's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.answering.evidence.article_reading import READ
from app.question.concept import Concept, TextView
from app.question.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul

_QUARTER: Final = "분기"
_UNITS: Final = rf"{_QUARTER}(?!\s?(?:만에|연속|째|동안))|회|차|대|기|호"
_ASKED: Final = re.compile(rf"(?P<number>\d{{1,4}})(?:(?P<unit>{_UNITS})|st|nd|rd|th)", re.IGNORECASE)
_KOREAN: Final = re.compile(
    rf"(?P<before>[^\s.]{{1,20}}\s)?(?P<mark>제\s?)?(?<![\d.,])(?P<number>\d{{1,4}})\s?(?P<unit>{_UNITS})(?P<line>선)?"
    r"(?P<after>[^\s.]{0,20}(?:\s[^\s.]{1,20}){0,3})"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ENGLISH: Final = re.compile(
    rf"\b(?P<number>\d{{1,4}})(?:st|nd|rd|th)(?P<after>\s(?!of\b|and\b|or\b|{_MONTH})[^\s.]{{1,20}}(?:\s[^\s.]{{1,20}}){{0,4}})"
)
_DAY: Final = (
    r"\b(?:on|of|until|till|by|from|since|before|after|through|to) the {number}(?=\W*$|[?.,!;]"
    r"|\s(?:without|with|at|in|and|or|to|for|when|if|as|because)\b)"
)
"""An ordinal that is a day of the month: "until the 20th", "on the 22nd without …"."""
_ROUND: Final = re.compile(
    r"(?<![\d.,])(?P<mark>제\s?)?(?P<number>\d{1,3})\s?(?P<unit>회|차|기|호선|단계|공구|학년|라운드|호기)(?!\s?\d)\s?(?P<thing>[가-힣]{2})?"
)
_CHILD: Final = re.compile(r"(?<![가-힣])(첫|둘|셋|넷|다섯|여섯)째(?!,)")
"""둘째 아이 and 셋째 출산지원금; "첫째, …" begins a list."""
_NTH: Final = re.compile(r"(?<![가-힣])(?P<number>첫|두|세|네|다섯|여섯|\d{1,2})\s?번째\s(?P<thing>[가-힣]{2})")
_LISTED: Final = r"(?<!\d){number}\s?(?:[·,∼~-]|와|과|{unit})|[·,∼~-]\s?{number}(?!\d)"
_KIND: Final = 2
"""Syllables at the end of a compound that say what kind of thing it is: 물빛축제 is a 축제."""


@dataclass(frozen=True, slots=True)
class _Edition:
    """A number with its unit, None in English.

    Attributes:
        is_marked: nothing else can be meant: 제22대 is an edition, 22대 may be so many cars.
        beside: the words beside it.
    """

    number: int
    unit: str | None
    is_marked: bool = True
    beside: str = ""

    def is_like(self, other: "_Edition") -> bool:
        """Whether both count the same way, as far as is known; the twelfth of anything is no quarter."""
        if _QUARTER in (self.unit, other.unit):
            return self.unit == other.unit
        return self.unit == other.unit or None in (self.unit, other.unit)


def is_of_another_edition(question: Question, article: Article) -> bool:
    """Whether the article is about other editions of what the question asks about, and never names the asked one."""
    asked = {
        concept: edition
        for concept in question.concepts
        if (edition := _asked(concept)) and not _is_day(concept, question)
    }
    if not asked:
        return False
    text = f"{article.title}\n{article.body[:READ]}"
    topic = [concept for concept in question.concepts if concept not in asked]
    named = list(_named(text))
    words = TextView(text).latin if article.language == "en" else frozenset()
    return any(
        words.isdisjoint(concept.forms)
        and not any(one.number == edition.number and _is_meant(one, topic) for one in named if one.is_like(edition))
        and any(one.number != edition.number and _is_other(one, topic) for one in named if one.is_like(edition))
        for concept, edition in asked.items()
    )


def tells_another_round(question: Question, sentence: str) -> bool:
    """Whether a sentence is about another round of what is asked about: "1차 모집에는 …" of "2차 모집에는 몇 가구가?".

    Of an article that tells of both, the sentence has to name the asked one, or none.
    """
    asked = question.text[:QUESTION_CHARACTERS]
    if question.kinds != ("yes_no",) and _tells_another_of_a_row(asked, sentence):
        return True
    told = [match.group("number", "unit", "thing", "mark") for match in _ROUND.finditer(sentence)]
    if not told:
        return False
    for match in _ROUND.finditer(asked):
        number, unit, thing = match.group("number", "unit", "thing")
        is_named = re.search(_LISTED.format(number=number, unit=unit), sentence)
        others = [one for one in told if one[1] == unit and one[0] != number]
        if not is_named and any(unit == "학년" or (thing and one[2] == thing) or _stands_alone(one) for one in others):
            return True
    return False


def _tells_another_of_a_row(asked: str, sentence: str) -> bool:
    """Whether a sentence is about the second child, or the second concert, where the third is asked about."""
    children, others = set(_CHILD.findall(asked)), set(_CHILD.findall(sentence))
    if children and others and children.isdisjoint(others):
        return True
    told = {match["thing"]: match["number"] for match in _NTH.finditer(sentence)}
    things = [(match["thing"], match["number"]) for match in _NTH.finditer(asked)]
    return any(told.get(thing, number) != number for thing, number in things)


def _stands_alone(told: Sequence[str | None]) -> bool:
    """제8회를, 제12차에: a round of what the sentence is about, which need not be named with it."""
    return told[3] is not None and told[1] in ("회", "차") and told[2] is None


def _is_day(concept: Concept, question: Question) -> bool:
    day = _DAY.format(number=re.escape(concept.surface))
    return concept.surface.isascii() and bool(re.search(day, question.text[:QUESTION_CHARACTERS], re.IGNORECASE))


def _asked(concept: Concept) -> _Edition | None:
    """Of "13회", 2호선, "13th" and "thirteenth", whose first form is 13회."""
    wording = concept.forms[0] if concept.surface.isalpha() else concept.surface
    match = _ASKED.match(wording)
    return _Edition(int(match["number"]), match["unit"] if wording == concept.surface else None) if match else None


def _named(text: str) -> Iterator[_Edition]:
    for match in _KOREAN.finditer(text):
        is_marked = bool(match["mark"] or match["line"] or match["unit"] == _QUARTER)
        yield _Edition(int(match["number"]), match["unit"], is_marked, f"{match['before'] or ''}{match['after']}")
    for match in _ENGLISH.finditer(text):
        yield _Edition(int(match["number"]), None, beside=match["after"])


def _is_other(edition: _Edition, topic: Sequence[Concept]) -> bool:
    return edition.is_marked and any(TextView(edition.beside).names_each(topic))


def _is_meant(edition: _Edition, topic: Sequence[Concept]) -> bool:
    """Less is asked of the asked number: "내년 13회 축제" is the 13th 물빛축제, "하루 13회 다니는 버스" is not."""
    kinds = (form[-_KIND:] for concept in topic for form in concept.forms if has_hangul(form) and len(form) > _KIND)
    return (
        edition.is_marked or any(TextView(edition.beside).names_each(topic)) or any(k in edition.beside for k in kinds)
    )

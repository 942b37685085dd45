"""Half questions that put another thing in the place of the one spoken of: "그럼 은어축제는?", "What about Busan?"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from app.question.carried_topic import only_names_a_time
from app.question.concept import Concept
from app.question.question import Question
from app.question.things import things_of
from indexing.language.glossary import korean_place_names
from indexing.language.hangul import has_hangul
from indexing.language.particles import topic_particle
from indexing.language.people import surnames, titles

_KOREAN: Final = re.compile(
    r"^\W*(?:(?:아니|아뇨|그럼|그러면|그리고|그런데|근데)(?![가-힣])\W*){0,3}(?P<not>\S{1,12}\s?말고(?:는)?\s+)?"
    r"(?P<thing>[가-힣A-Za-z0-9][가-힣A-Za-z0-9· ]{0,30}?)"
    r"(?P<particle>(?:에서|에|의\s?경우)?(?:은|는|도)요?|\s?(?:말이야|말이에요|말인데요?|얘기야))?\W*$"
)
_ENGLISH: Final = re.compile(
    r"^\W*(?:(?:no|and|but|so|ok|then|sorry)\b\W*){0,3}(?:(?:(?:what|how) about|i meant?|in|at|for)\s+){0,2}"
    r"(?:the\s+)?"
    r"(?P<thing>(?!(?:it|that|this|those|these|he|she|they|him|her|them|there|other)\b)[\w'’-]+(?:\s[\w'’-]+){0,4}?)\W*$",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"[가-힣]{2,}[시군구읍면동]")
_SHORTEST: Final = 3
"""Syllables from which on the last one tells what sort of thing a word names: 도서관 and 체육관."""
_KIND: Final = 2
_NAME_SYLLABLES: Final = 3
_WORD_BEFORE: Final = re.compile(r"(?<!\S)(\S{1,30})\s$")
_PHRASE_BEFORE: Final = re.compile(r"\b(?:the|an?|of|at|in|for|to)\s((?:[\w'’-]{1,30}\s){1,3})$", re.IGNORECASE)


def names_a_thing(question: Question) -> bool:
    """Whether it is half a question that names a thing, and says nothing of what is asked about it."""
    return bool(_named(question)[1])


def in_place_of_its_like(question: Question, before: Question) -> str | None:
    """The question before about another thing of the same sort; None where half a question names no such thing.

    "부산에 배가 몇 척 왔어?" and "그럼 인천은?" make "인천에 배가 몇 척 왔어?".
    """
    name, things = _named(question)
    like = [one for one in things_of(before) if things and _alike(things, one)]
    return _replaced(before, like, name) if len(like) == 1 else None


def in_place_of_all(question: Question, before: Question) -> str | None:
    """The question before about nothing but what half a question names; None where it is no such half."""
    name, things = _named(question)
    return _replaced(before, things_of(before), name) if things else None


def _named(question: Question) -> tuple[str, list[Concept]]:
    """What half a question names, as it was typed; nothing where it is a whole one, or names a time or a property."""
    match = (_KOREAN if question.language == "ko" else _ENGLISH).match(question.text)
    if not match or question.kinds != ("what",) or question.periods or only_names_a_time(question):
        return "", []
    if question.language == "ko" and not (match["not"] or match["particle"]):
        return "", []
    name = match["thing"]
    return name, [one for one in things_of(question) if one.surface in name or name in one.surface]


def _replaced(before: Question, things: Sequence[Concept], name: str) -> str | None:
    """The text of a question with a name in the place of things that stand side by side in it; else None."""
    if not things:
        return None
    match = re.search(r"\s".join(re.escape(one.surface) for one in things), before.text)
    if match is None:
        return None
    start, last = match.start(), things[-1]
    end = match.end() - len(last.surface) + len(_without_particle(last))
    if has_hangul(last.surface):
        words = {one.surface for one in things_of(before)}
        while (earlier := _WORD_BEFORE.search(before.text, 0, start)) and earlier[1] in words:
            start = earlier.start()  # 서하 은어축제 is one thing
    elif phrase := _PHRASE_BEFORE.search(before.text, 0, start):
        start = phrase.start(1)
    if _is_person(last) and (title := re.match(rf"\s(?:{_titles()})(?=[가-힣]?(?:\s|\W*$))", before.text[end:])):
        end += title.end()
    return f"{before.text[:start]}{name}{_agreeing(before.text[end:], name)}"


def _agreeing(rest: str, name: str) -> str:
    """What follows a name, its particle as the name ends: 총회|는 and 도서관|은."""
    ends_in_consonant = topic_particle(name) == "은"
    for after_consonant, after_vowel in ("은는", "을를", "이가"):
        if re.match(rf"[{after_consonant}{after_vowel}](?![가-힣])", rest):
            return (after_consonant if ends_in_consonant else after_vowel) + rest[1:]
    return rest


def _without_particle(concept: Concept) -> str:
    stems = (form for form in concept.forms if has_hangul(form) and concept.surface.startswith(form))
    return next(stems, concept.surface)


def _alike(things: Sequence[Concept], other: Concept) -> bool:
    """Whether two things are of one sort, as far as their names tell."""
    one = things[-1]
    first, second = one.forms[0], other.forms[0]
    words, others = " ".join(thing.surface for thing in things).lower().split(), other.surface.lower().split()
    if words[-1] == others[-1]:
        return len(words) > 1 and words != others and not has_hangul(first)  # the film festival, the music festival
    if _is_place(one) and _is_place(other):
        return True
    if not (has_hangul(first) and has_hangul(second)):
        return False
    if _is_person(one) and _is_person(other):
        return True
    is_kind = len(first) > _KIND and len(second) > _KIND and first[-_KIND:] == second[-_KIND:]
    return is_kind or (len(first) == len(second) >= _SHORTEST and first[-1] == second[-1])


def _is_place(concept: Concept) -> bool:
    return any(form in korean_place_names() or _PLACE.fullmatch(form) for form in concept.forms)


def _is_person(concept: Concept) -> bool:
    """Whether a word may be the whole name of a Korean: nothing else is known of it."""
    name = concept.forms[0]
    return len(name) == _NAME_SYLLABLES and len(concept.forms) == 1 and name[0] in surnames()


@cache
def _titles() -> str:
    return "|".join(sorted(map(re.escape, titles()), key=len, reverse=True))

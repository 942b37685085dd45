"""Numbers of Korean and English news text: 3만 2,500 = 32,500, 1억4천만 원 = 140 million won, 열두 곳 = twelve."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from app.answering.claims.figure import SHARE, UNIT_WORDS, UNITS, Figure, Unit
from app.answering.claims.number_words import (
    DAY_WORD,
    DAYS,
    ENGLISH_ONES,
    ENGLISH_SCALE_WORDS,
    ENGLISH_TENS,
    HALF,
    HALF_MONTH,
    LOOSE,
    LOOSE_ENGLISH,
    LOOSE_KOREAN,
    NATIVE,
    ONES,
    ORDINAL,
    ORDINAL_WORDS,
    SHARE_OF,
    SHARES,
    SINO,
    SINO_DIGITS,
    SINO_SCALES,
    TENS,
    WORDS,
)

_DIGITS: Final = r"\d[\d,]{0,20}(?:\.\d{1,9})?"
_ABOUT_BEFORE: Final = re.compile(
    r"(?:약|대략|최소|최대|최다|거의)\s?$"
    r"|\b(?:about|around|approximately|some|nearly|almost|over|more than|at least|at most|up to|less than|fewer than"
    r"|roughly)\s(?:US)?$",
    re.IGNORECASE,
)
_ABOUT_AFTER: Final = re.compile(r"^\s?(?:여|가량|정도|쯤|안팎|남짓|이상|넘|이하|미만|or (?:more|so)|-?odd\b)")

# --- digits -----------------------------------------------------------------------------------------------------

_SMALL: Final = {"천": 1000, "백": 100, "십": 10, "": 1}
_BIG: Final = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}
_ENGLISH_SCALES: Final = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6,
    "bn": 10**9, "m": 10**6, "k": 10**3,
}  # fmt: skip
_SCALED: Final = re.compile(
    rf"(?<![\d.,])(?P<sign>US\$|[$€£¥₩]|KRW\s?|USD\s?)?(?P<head>{_DIGITS})"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|(?<=\d)[mk])\b)?",
    re.IGNORECASE,
)
_CLOCKED: Final = re.compile(r"(?P<seconds>\d{1,2})초(?P<below>\d{2,3})(?!\d)")
"""A runner's time: 57초12 is 57.12 seconds."""
_KOREAN_PART: Final = re.compile(rf"(?P<number>{_DIGITS})\s?(?P<small>[천백십]?)(?P<big>[조억만]?)")
_FULL_GROUP: Final = 4
"""Digits below 만 that stand behind a space: 3만 2,500."""
_COUNTED_ON: Final = re.compile(r"\s?(?:원|달러|엔|위안|유로|명|표|건|가구)")
"""After fewer digits, what tells that they belong to the 만 before: 1만 630원, but not "최대 3만 20대 이상"."""
_UNIT_AFTER: Final = re.compile(
    r"^여?[\s-]?(?!주[년째기차요민택제]|분[의기야]|일[째대부반]|년[생대차]|초[등반]|프로[그젝야축]|엔진|해[당외]|달[리콤])"
    rf"(?P<unit>{UNIT_WORDS})(?![A-Za-z])",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    r"(?P<whole>\d{1,3})\s?분의\s?(?P<part>\d{1,3})|(?<![\d/])(?P<over>\d)/(?P<under>\d)(?![\d/])"
)


def find_figures(text: str) -> list[Figure]:
    """The numbers of a text, in order, digits of dates and markers included; "one" and "first" are no numbers.

    Args:
        text: Korean or English, any length; numbers of more than 20 digits are read in part.
    """
    shares = [*_fractions(text), *_word_shares(text)]
    taken = [(figure.start, figure.end) for figure in shares]
    others = (
        figure
        for figures in (_digits(text), _native(text), _english_words(text), _ordinals(text))
        for figure in figures
        if not any(figure.start < end and start < figure.end for start, end in taken)
    )
    return sorted((*shares, *others), key=lambda figure: figure.start)


def figures_said(text: str) -> list[Figure]:
    """The numbers that a text may be said to hold: more than it certainly has, for what is looked up in it."""
    found = find_figures(text)
    for match in LOOSE.finditer(text):
        amount = LOOSE_KOREAN[match["korean"]] if match["korean"] else LOOSE_ENGLISH[match["english"].lower()]
        found.append(Figure(match.group(), *match.span(), Fraction(amount)))
    for match in SINO.finditer(text):
        found.append(Figure(match["sino"], *match.span("sino"), Fraction(_sino_korean(match["sino"]))))
    return found


def _sino_korean(word: str) -> int:
    """십이 -> 12, 이십 -> 20, 삼백 -> 300; each syllable before 십, 백 or 천 counts it."""
    total, digit = 0, 0
    for syllable in word:
        if syllable in SINO_SCALES:
            total, digit = total + max(digit, 1) * SINO_SCALES[syllable], 0
        else:
            digit = SINO_DIGITS[syllable]
    return total + digit


def _digits(text: str) -> Iterator[Figure]:
    position = 0
    while match := _SCALED.search(text, position):
        start = match.start()
        if clocked := _CLOCKED.match(text, start):
            amount, position = _number(f"{clocked['seconds']}.{clocked['below']}"), clocked.end()
            yield _figure(text, start, position, amount, UNITS["초"])
            continue
        if match["ordinal"]:
            amount, end = _number(match["head"]), match.end()
        elif match["scale"] and (len(match["scale"]) > 1 or match["sign"]):
            amount, end = _number(match["head"]) * _ENGLISH_SCALES[match["scale"].lower()], match.end()
        else:
            amount, end = _korean_number(text, match.start("head"))
        unit, end = _unit(text, end, match["sign"])
        yield _figure(text, start, end, amount, unit)
        position = max(end, match.end("head"))


def _korean_number(text: str, start: int) -> tuple[Fraction, int]:
    """The number whose first digit is at ``start``, and where it ends: 1억 4,000만, 2천870억, 3만 2,500.

    Parts follow each other as long as they get smaller; over a space only where the next has a scale of its own or
    four digits, since 3억 20곳 are two numbers; behind 만 fewer do where money or people are counted: 1만 630원.
    """
    total, section = Fraction(0), Fraction(0)
    end, below_big, below_small = start, 10**16, 10**5
    while part := _KOREAN_PART.match(text, end + (end > start and text[end : end + 1] == " ")):
        small, big, digits = _SMALL[part["small"]], _BIG[part["big"]], part["number"].replace(",", "")
        is_loose = part.start() > end and small == big == 1 and len(digits) != _FULL_GROUP
        if is_loose and below_big == _BIG["만"] and len(digits) < _FULL_GROUP:
            is_loose = not _COUNTED_ON.match(text, part.end("number"))
        if is_loose or big >= below_big or (section and small >= below_small):
            break
        section, below_small = section + _number(digits) * small, small
        end = part.end()
        if big > 1:
            total, section, below_big, below_small = total + section * big, Fraction(0), big, 10**5
        elif small == 1:
            end = part.end("number")
            break
    return total + section, end


def _unit(text: str, end: int, sign: str | None) -> tuple[Unit | None, int]:
    match = _UNIT_AFTER.match(text[end : end + 32])
    if sign:
        return UNITS[sign.strip().lower()], end
    return (UNITS[match["unit"].lower()], end + match.end()) if match else (None, end)


def _native(text: str) -> Iterator[Figure]:
    for match in NATIVE.finditer(text):
        amount = TENS.get(match["tens"] or "", 0) + ONES.get(match["ones"] or "", 0)
        if amount > 1:
            yield _figure(text, *match.span(), Fraction(amount), UNITS.get(match["counter"] or match["glued"]))
    for match in DAY_WORD.finditer(text):
        yield _figure(
            text, *match.span(), Fraction(DAYS[match["days"]]), UNITS["일"], about=match["days"] == HALF_MONTH
        )


def _english_words(text: str) -> Iterator[Figure]:
    for match in WORDS.finditer(text):
        amount = _spelt_out(match["words"])
        is_name = match["words"][0].isupper() and text[: match.start()].strip(" \"“‘'(") != ""
        if amount > 1 and not is_name:  # "the Ten Commandments"
            unit, end = _unit(text, match.end(), None)
            yield _figure(text, match.start(), end, amount, unit)


def _spelt_out(words: str) -> Fraction:
    total, section = Fraction(0), Fraction(0)
    for word in re.split(r"[\s-]+", words.lower()):
        if word in ENGLISH_ONES or word in ENGLISH_TENS:
            section += ENGLISH_ONES.get(word, 0) or ENGLISH_TENS.get(word, 0)
        elif word in ENGLISH_SCALE_WORDS:
            size = ENGLISH_SCALE_WORDS[word]
            section = max(section, Fraction(1)) * size
            if size >= 1000:
                total, section = total + section, Fraction(0)
    return total + section


def _ordinals(text: str) -> Iterator[Figure]:
    for match in ORDINAL.finditer(text):
        yield _figure(text, *match.span("ordinal"), Fraction(ORDINAL_WORDS[match["ordinal"].lower()]), None)


def _fractions(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        part, whole = match["part"] or match["over"], match["whole"] or match["under"]
        if int(whole):
            yield _figure(text, *match.span(), Fraction(int(part), int(whole)), SHARE)
    for match in HALF.finditer(text):
        yield _figure(text, *match.span(), Fraction(1, 2), SHARE)


def _word_shares(text: str) -> Iterator[Figure]:
    for match in SHARES.finditer(text):
        count = ENGLISH_ONES[match["count"].lower()] if match["count"] else 1
        share = match["share"] or match["one"]
        yield _figure(text, *match.span(), Fraction(count, SHARE_OF[share.lower()]), SHARE)


def _figure(text: str, start: int, end: int, amount: Fraction, unit: Unit | None, *, about: bool = False) -> Figure:
    before, after = text[max(0, start - 16) : start], text[end : end + 8]
    about = about or bool(_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.search(after)) or "여" in text[start:end]
    return Figure(text[start:end], start, end, amount, unit, about)


def _number(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "").rstrip("."))

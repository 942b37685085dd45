"""Quantities of English articles in Korean: $140 million -> 1억 4,000만 달러, 18,500 visitors -> 1만 8,500명."""

import re
from decimal import Decimal
from typing import Final

from app.answering.claims.number_words import ENGLISH_ONES, ENGLISH_TENS
from app.answering.translation.english_counters import PEOPLE, UNITS
from app.answering.translation.english_measures import korean_measure

_BARE: Final = frozenset(("", "of"))
_CURRENCIES: Final = {"$": "달러", "us$": "달러", "€": "유로", "₩": "원"}
_SCALES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12
}  # fmt: skip
_MYRIADS: Final = ((10**12, "조"), (10**8, "억"), (10**4, "만"))
_LARGEST: Final = 10**16
_WORD: Final = "|".join((*ENGLISH_TENS, *ENGLISH_ONES))
_SCALE: Final = "|".join(_SCALES)
_QUANTITY: Final = re.compile(
    r"(?:(?:an?\s)?(?P<average>average of\s|on average\s))?"
    r"(?P<bound>about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to|less than"
    r"|fewer than|under)?\s?"
    rf"(?P<currency>US\$|[$€₩])?(?P<number>\d[\d,]{{0,20}}(?:\.\d{{1,6}})?"
    rf"|(?:{_WORD})(?:-(?:{_WORD}))?|an?(?=[\s-](?:{_SCALE})\b))(?:[\s-](?P<scale>{_SCALE}))?"
    r"(?:[\s-]?(?P<unit>%|(?!each\b|an?\b|per (?!cent))[a-z]+(?:[\s-](?!each\b|an?\b|per\b)[a-z]+){0,2}))?"
    r"(?P<each>\s(?:each|(?:an?|per) (?:head|night|household|day|week|month|year|hour|second|person|barrel|tonn?e?"
    r"|share|kilogram|liter|litre|dollar|square (?:meter|metre))))?",
    re.IGNORECASE,
)
_BEFORE: Final = {
    **dict.fromkeys(("about", "around", "some", "nearly", "almost", "roughly", "approximately"), "약 "),
    "up to": "최대 ",
}  # fmt: skip
_BEHIND: Final = {"at least": " 이상", **dict.fromkeys(("less than", "fewer than", "under"), " 미만")}
_MORE: Final = frozenset(("more than", "over"))
_EACH: Final = {
    "each": "각각", "day": "하루", "week": "주", "month": "월", "year": "연", "hour": "시간당",
    "person": "1인당", "head": "1인당", "night": "1박에", "household": "가구당", "barrel": "배럴당", "ton": "톤당",
    "tonne": "톤당", "share": "주당", "kilogram": "㎏당", "liter": "ℓ당", "litre": "ℓ당", "dollar": "달러당",
    "meter": "㎡당", "metre": "㎡당", "second": "초당",
}  # fmt: skip
_SPEEDS: Final = {"hour": "시속", "second": "초속"}
_LENGTHS: Final = frozenset(("㎞", "m", "마일", "피트"))
"""What is gone in an hour is no 시간당: 50 kilometers per hour are 시속 50㎞."""
_SPEED: Final = re.compile(r"(?<=\d)\s?(?:kph|km/h|kmph)$", re.IGNORECASE)
_DEGREES: Final = re.compile(r"(?P<degrees>.{1,40}\bdegrees) (?P<scale>Celsius|centigrade|Fahrenheit)", re.IGNORECASE)
_SCALES_OF_HEAT: Final = {"celsius": "섭씨", "centigrade": "섭씨", "fahrenheit": "화씨"}
_SHARE_CHANGED: Final = re.compile(r"(?:an? )?(?P<share>[\d.,]{1,10}(?: ?%|[ -]per ?cent)) (?P<change>[a-z]+)", re.I)
_CHANGES: Final = {
    "discount": "할인", **dict.fromkeys(("increase", "rise", "growth", "gain"), "증가"),
    **dict.fromkeys(("decrease", "drop", "fall", "decline"), "감소"), "stake": "지분",
}  # fmt: skip
_HALF_A: Final = re.compile(r"\b(?:half an? |an? half[ -])(?=million|billion|trillion)", re.IGNORECASE)
_AND_HALF: Final = re.compile(r"(?<=\d)(?: 1/2|½)(?= (?:hour|year|month)s)", re.IGNORECASE)
_FLOOR: Final = re.compile(
    r"(?:the\s)?(?:(?P<number>\d{1,3})(?:st|nd|rd|th)|(?P<word>first|second|third|fourth|fifth)) floor", re.IGNORECASE
)
_FLOOR_WORDS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_SAID_BEHIND: Final = re.compile(
    r"(?<=[a-z%\d])\s(?:for|of|from|in|to|with|at|by|on|among|across|this|last|next|during)\s[a-z' -]{1,60}$",
    re.IGNORECASE,
)
"""What a number with its unit stands for: "5,000 won for students" are no 5,000 students."""
_BARE_NUMBER: Final = re.compile(r"[\d,. 조억만]+")
_COMPOUND: Final = re.compile(r"(?:an?\s)?(?P<amount>[\d,.]+-[a-z]+(?:-[a-z]+)?)\s[a-z]+", re.IGNORECASE)
"""A thing by its measure: an 18,500-square-meter site, a 10,000-won ticket."""
_DURATION: Final = re.compile(
    r"(?P<first>[\w.]+ (?P<unit>hours?|years?|minutes?)),? (?:and )?(?P<second>[\w.]+ (?:minutes?|months?|seconds?))",
    re.IGNORECASE,
)

_NTH: Final = {
    "first": "첫", "second": "두", "third": "세", "fourth": "네", "fifth": "다섯",
    "sixth": "여섯", "seventh": "일곱", "eighth": "여덟", "ninth": "아홉", "tenth": "열",
}  # fmt: skip
_NTH_TIME: Final = re.compile(
    rf"(?:the )?(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_NTH)})) time", re.IGNORECASE
)
_NUMBER: Final = r"[$€₩]?\d[\d,.]{0,15}"
_RANGE: Final = re.compile(rf"(?P<lower>{_NUMBER}) (?:to|and) (?P<upper>{_NUMBER} (?:won|dollars|euros))")


def korean_quantity(text: str) -> str | None:
    """An English quantity for Korean readers, or None where a number or unit of it is not understood."""
    text = _AND_HALF.sub(" and a half", _HALF_A.sub("0.5 ", " ".join(text.split())))
    text = _SPEED.sub(" kilometers per hour", text)
    if (changed := _SHARE_CHANGED.fullmatch(text)) and (change := _CHANGES.get(changed["change"].lower())):
        share = _one_number(changed["share"])
        return f"{share} {change}" if share else None
    if heat := _DEGREES.fullmatch(text):
        degrees = _one_number(heat["degrees"])
        return f"{_SCALES_OF_HEAT[heat['scale'].lower()]} {degrees}" if degrees else None
    if floor := _FLOOR.fullmatch(text):
        return f"{floor['number'] or _FLOOR_WORDS[floor['word'].lower()]}층"
    if parts := _DURATION.fullmatch(text):
        first, second = korean_quantity(parts["first"]), korean_quantity(parts["second"])
        return f"{first} {second}" if first and second else None
    if time := _NTH_TIME.fullmatch(text):
        return f"{_NTH[time['word'].lower()]} 번째" if time["word"] else f"{time['number']}번째"
    if limits := _RANGE.fullmatch(text):
        lower, upper = _one_number(limits["lower"]), korean_quantity(limits["upper"])
        return f"{lower}∼{upper}" if lower and upper else None
    if measure := korean_measure(text, _one_number):
        return measure
    amount = _SAID_BEHIND.sub("", text)
    if compound := _COMPOUND.fullmatch(amount):
        amount = compound["amount"]
    if amount == text:
        return _one_number(text)
    korean = korean_measure(amount, _one_number) or _one_number(amount)
    return None if korean is None or _BARE_NUMBER.fullmatch(korean) else korean  # "3 in the morning" counts nothing


def _one_number(text: str) -> str | None:
    """One number with its unit and what bounds it."""
    match = _QUANTITY.fullmatch(text)
    value = _value(match) if match else None
    if match is None or value is None:
        return None
    unit = _unit(match)
    number = _korean_number(value)
    if unit is None or number is None:
        return None
    bound = (match["bound"] or "").lower()
    per = match["each"].split()[-1].lower() if match["each"] else ""
    each = f"{(_SPEEDS if unit in _LENGTHS else _EACH).get(per, _EACH[per])} " if per else ""
    average = "평균 " if match["average"] else ""
    if bound in _MORE:
        return each + average + _more_than(number, unit)
    return f"{each}{average}{_BEFORE.get(bound, '')}{_counted(number, unit)}{_BEHIND.get(bound, '')}"


def _value(match: re.Match[str]) -> Decimal | None:
    digits = match["number"].lower()
    if digits in ("a", "an"):
        value = Decimal(1)
    elif digits[0].isdigit():
        value = Decimal(digits.replace(",", ""))
    else:
        parts = [ENGLISH_TENS.get(part, ENGLISH_ONES.get(part)) for part in digits.split("-")]
        value = Decimal(sum(part for part in parts if part))
    value *= _SCALES.get((match["scale"] or "").lower(), 1)
    return value if 0 < value < _LARGEST else None


def _unit(match: re.Match[str]) -> str | None:
    """The Korean unit; of several words the last counts people whatever they are: 3,214 foreign patients."""
    words = (match["unit"] or "").lower().replace("-", " ")
    if match["currency"]:
        return _CURRENCIES[match["currency"].lower()] if words in _BARE else None
    if words in _BARE:
        return ""
    last = words.rpartition(" ")[2]
    return UNITS.get(words) or ("명" if last in PEOPLE else None)


def _korean_number(value: Decimal) -> str | None:
    """By myriads: 1억 4,000만; None where a fraction would be left over ("1.23456 million")."""
    if value < _MYRIADS[-1][0]:
        return f"{value.normalize():,f}"
    if value != value.to_integral_value():
        return None
    rest, parts = int(value), []
    for size, name in _MYRIADS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{name}")
    return " ".join((*parts, f"{rest:,}") if rest else parts)


def _counted(number: str, unit: str) -> str:
    """1만 8,500명, but 1만 명 and 1억 4,000만 달러."""
    return f"{number}{' ' if unit and number[-1] in '조억만' and not unit.startswith('개') else ''}{unit}"


def _more_than(number: str, unit: str) -> str:
    """More than 12,000 people are 1만 2,000여 명; of a share or a measure 여 is not said."""
    if (
        unit.startswith(("%", "㎞", "m", "㎝", "㎜", "㎏", "㎡", "㎢", "㏊", "마일", "피트", "g", "도"))
        or "." in number
    ):
        return f"{_counted(number, unit)} 이상"
    return f"{number}여 {unit}".rstrip()

"""Korean quantities in English: 1억 4000만 달러 -> $140 million, 160개 도시 -> 160 cities, 3.5% -> 3.5%."""

import re
from decimal import Decimal
from typing import Final

from app.answering.claims.number_words import NATIVE, ONES, TENS

_MYRIADS: Final = {"조": Decimal(10**12), "억": Decimal(10**8), "만": Decimal(10**4), "": Decimal(1)}
_NUMBER: Final = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<thousand>천)?(?P<scale>[조억만]?)")
_QUANTITY: Final = re.compile(
    r"^(?:(?P<each>하루|연간|연|매년|월)\s?)?(?P<about>약|총|모두|최대|최소|평균|전체)?\s?"
    r"(?P<number>(?:\d[\d,]{0,20}(?:\.\d{1,9})?천?[조억만]\s?){0,4}(?:\d[\d,]{0,20}(?:\.\d{1,9})?천?)?)"
    r"(?P<more>여\s?)?(?P<unit>\D*)$"
)
_FRACTION: Final = re.compile(r"(?P<about>약)?\s?(?P<whole>\d{1,4})분의\s?(?P<part>\d{1,4})")
_THOUSANDS: Final = re.compile(r"(\d{1,3})천\s?(\d{1,3})(?!\d)")
"""2천870억: thousand and the rest are one number, of hundred millions."""
_LONGEST: Final = 60
_UNITS: Final = {
    "명": "people", "인": "people", "원": "won", "개 도시": "cities", "개국": "countries", "개 국가": "countries", "곳": "places",
    "회": "times", "번": "times", "차례": "times", "가구": "households", "세대": "households", "척": "ships",
    "권": "books", "마리": "animals", "그루": "trees", "층": "floors", "동": "buildings", "석": "seats", "세": "years old",
    "살": "years old", "시간": "hours", "분": "minutes", "초": "seconds", "개월": "months", "년": "years", "년간": "years",
    "일": "days", "일간": "days", "주": "weeks", "퍼센트": "%", "%": "%", "㎞": "km", "km": "km", "킬로미터": "km", "미터": "m", "m": "m",
    "㎡": "m²", "㎢": "km²", "제곱미터": "m²", "톤": "tonnes", "t": "tonnes", "개 학교": "schools", "개 기관": "institutions", "개 기업": "companies",
    "개 업체": "companies", "개 노선": "lines", "배": "times", "건": "cases", "퍼센트포인트": "percentage points", "%포인트": "percentage points",
}  # fmt: skip
_UNSAID: Final = frozenset(("개", "", "점", "종", "대", "편", "기", "장", "가지"))
"""Counters without an English word, or with many: 대 counts buses, sirens and cameras, 편 films and flights."""
_ABOUT: Final = {
    "약": "about ",
    "최대": "up to ",
    "최소": "at least ",
    "총": "",
    "모두": "",
    "평균": "on average ",
}
_MORE: Final = {"최대": "up to about ", "최소": "at least ", "평균": "on average more than "}
"""100여 명 is more than 100 people; what stands before it may say so, too."""
_EACH: Final = {"하루": " a day", "연간": " a year", "연": " a year", "매년": " a year", "월": " a month"}
_ONCE: Final = frozenset(("회", "번", "차례"))
_ONE_OF: Final = {
    "people": "person",
    "cities": "city",
    "countries": "country",
    "companies": "company",
    "years old": "year old",
}
_CURRENCIES: Final = {"달러": "$", "유로": "€"}


def english_quantity(text: str) -> str | None:
    """A Korean quantity for English readers, or None where a number or unit is not understood."""
    if fraction := _FRACTION.fullmatch(text.strip()):
        return f"{_ABOUT.get(fraction['about'] or '', '')}{fraction['part']}/{fraction['whole']}"
    text = NATIVE.sub(_in_digits, text)
    text = _THOUSANDS.sub(lambda part: str(int(part[1]) * 1000 + int(part[2])), text)
    match = _QUANTITY.match(text.strip()) if len(text) <= _LONGEST else None
    if not match or not match["number"]:
        return None
    unit = match["unit"].strip()
    value = sum((_value(part) for part in _NUMBER.finditer(match["number"])), Decimal(0))
    about = match["about"] or ""
    about = _MORE.get(about, "more than ") if match["more"] else _ABOUT.get(about, "")
    amount = _amount(value, unit)
    return f"{about}{amount}{_EACH.get(match['each'] or '', '')}" if amount else None


def _amount(value: Decimal, unit: str) -> str | None:
    """A number with its unit: 2 cities, $140 million, once."""
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{_scaled(value)}"
    english = _UNITS.get(unit)
    if english is None:
        return _scaled(value) if unit in _UNSAID else None
    if value == 1:
        if unit in _ONCE:
            return "once"
        english = _ONE_OF.get(english, english.removesuffix("s"))
    return f"{_scaled(value)}{'' if english == '%' else ' '}{english}"


def _in_digits(match: re.Match[str]) -> str:
    """두 시간 -> 2시간, 스물세 명 -> 23명."""
    amount = TENS.get(match["tens"] or "", 0) + ONES.get(match["ones"] or "", 0)
    return f"{amount}{match['counter'] or match['glued']}" if amount else match.group()


def _value(part: re.Match[str]) -> Decimal:
    value = Decimal(part["digits"].replace(",", "")) * _MYRIADS[part["scale"]]
    return value * 1000 if part["thousand"] else value


def _scaled(value: Decimal) -> str:
    for size, name in ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million")):
        if value >= size:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"

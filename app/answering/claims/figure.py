"""A number as it stands in a text, and when two of them say the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, where units convert into each other: of one dimension, times ``factor``."""

    dimension: str
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text.

    Attributes:
        text: as written, with its unit: "1억 4천만 원", "$140 million", "twelve".
        start: offset of the first character.
        end: offset after the last.
        amount: the number, in the unit it is written with: 140,000,000.
        unit: its unit, None where it counts things ("40 cities", "9명") or the unit is not known.
        about: the text says that it is not exact ("about", "약", "more than").
    """

    text: str
    start: int
    end: int
    amount: Fraction
    unit: Unit | None = None
    about: bool = False


TOLERANCE: Final = Fraction(1, 10)
"""What "about" or "more than" may be away from the number of the source: "more than 30,000" for 3만 2,500."""

_PERCENT: Final = Unit("share", Fraction(1, 100))
_SECOND: Final = Fraction(1)
_DAY: Final = Fraction(86_400)

UNITS: Final[Mapping[str, Unit]] = {
    **dict.fromkeys(("원", "won", "₩", "krw"), Unit("won")),
    **dict.fromkeys(("달러", "dollar", "dollars", "$", "us$", "usd"), Unit("dollar")),
    **dict.fromkeys(("유로", "euro", "euros", "€", "eur"), Unit("euro")),
    **dict.fromkeys(("엔", "yen", "¥", "jpy"), Unit("yen")),
    **dict.fromkeys(("위안", "yuan", "cny"), Unit("yuan")),
    **dict.fromkeys(("파운드", "£", "gbp"), Unit("pound")),
    # "0.25%포인트" is often told as 0.25 percent; which of both is meant is not what is checked
    **dict.fromkeys(("퍼센트", "프로", "%", "％", "percent", "per cent"), _PERCENT),
    **dict.fromkeys(("percentage point", "percentage points"), _PERCENT),
    **dict.fromkeys(("%p", "%포인트", "퍼센트포인트"), _PERCENT),
    **dict.fromkeys(("초", "second", "seconds"), Unit("time", _SECOND)),
    **dict.fromkeys(("분", "minute", "minutes"), Unit("time", 60 * _SECOND)),
    **dict.fromkeys(("시간", "hour", "hours"), Unit("time", 3600 * _SECOND)),
    **dict.fromkeys(("일", "일간", "day", "days"), Unit("time", _DAY)),
    **dict.fromkeys(("주", "주간", "주일", "week", "weeks"), Unit("time", 7 * _DAY)),
    **dict.fromkeys(("개월", "달", "month", "months"), Unit("months")),
    **dict.fromkeys(("년", "년간", "해", "year", "years"), Unit("months", Fraction(12))),
    **dict.fromkeys(("㎜", "mm", "밀리미터", "millimeters", "millimetres"), Unit("length", Fraction(1, 1000))),
    **dict.fromkeys(("㎝", "cm", "센티미터", "centimeters", "centimetres"), Unit("length", Fraction(1, 100))),
    **dict.fromkeys(("m", "미터", "meter", "meters", "metre", "metres"), Unit("length")),
    **dict.fromkeys(
        ("㎞", "km", "킬로미터", "kilometer", "kilometers", "kilometre", "kilometres"), Unit("length", Fraction(1000))
    ),
    **dict.fromkeys(("g", "그램", "gram", "grams"), Unit("mass")),
    **dict.fromkeys(("㎏", "kg", "킬로그램", "kilogram", "kilograms"), Unit("mass", Fraction(1000))),
    **dict.fromkeys(("톤", "t", "ton", "tons", "tonne", "tonnes"), Unit("mass", Fraction(1_000_000))),
    **dict.fromkeys(
        ("㎡", "제곱미터", "m²", "square meter", "square meters", "square metre", "square metres"), Unit("area")
    ),
    **dict.fromkeys(("㏊", "ha", "헥타르", "hectare", "hectares"), Unit("area", Fraction(10_000))),
    "평": Unit("area", Fraction(33_058, 10_000)),
    **dict.fromkeys(
        ("㎢", "km²", "제곱킬로미터", "square kilometers", "square kilometres"), Unit("area", Fraction(1_000_000))
    ),
}  # fmt: skip
"""Units by how they are written, in lower case."""

SHARE: Final = Unit("share")
"""The unit of "half" and "3분의 1"."""

UNIT_WORDS: Final = "|".join(re.escape(word) for word in sorted(UNITS, key=len, reverse=True))


def says(claimed: Figure, found: Figure) -> bool:
    """Whether a number of a source says what a claim's number says.

    Units are compared where both are known, so that "9 people" meets 9명, but "140 million dollars" not 1억 4천만 원.
    """
    if claimed.unit is None or found.unit is None:
        ours, theirs = claimed.amount, found.amount
    elif claimed.unit.dimension != found.unit.dimension:
        return False
    else:
        ours, theirs = claimed.amount * claimed.unit.factor, found.amount * found.unit.factor
    return ours == theirs or ((claimed.about or found.about) and abs(ours - theirs) <= TOLERANCE * abs(theirs))

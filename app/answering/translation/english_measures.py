"""English quantities beyond a number with its unit, in Korean: two-thirds, every 15 minutes, twice a week."""

import re
from collections.abc import Callable
from typing import Final

from app.answering.claims.number_words import ENGLISH_ONES, ENGLISH_TENS, SHARE_OF

_Quantity = Callable[[str], str | None]
_BOUNDS: Final = "about|around|some|roughly|nearly|almost|more than|over|at least|less than|up to"
_BEFORE: Final = {
    **dict.fromkeys(("about", "around", "some", "roughly", "nearly", "almost"), "약 "), "up to": "최대 ",
}  # fmt: skip
_BEHIND: Final = {
    **dict.fromkeys(("more than", "over"), " 넘게"), "at least": " 이상", "less than": " 미만",
}  # fmt: skip
_ONE: Final = r"(?:an?|one)"
_SHARE: Final = re.compile(
    rf"(?:(?P<bound>{_BOUNDS})\s(?:an?\s(?=half))?)?(?:(?P<half>half)|(?P<count>an?|one|two|three|four)[\s-](?P<share>{'|'.join(SHARE_OF)})s?"
    rf"|one in (?P<whole>{'|'.join(ENGLISH_ONES)}|\d{{1,2}}))",
    re.IGNORECASE,
)
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_OFTEN: Final = re.compile(
    rf"(?:(?P<word>once|twice|thrice)|(?P<number>\d{{1,3}}|{'|'.join(ENGLISH_ONES)}) times) "
    rf"(?:{_ONE}|every|each|per) (?P<unit>day|week|month|year)",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    r"(?:every|each) (?:(?P<other>other|second) (?P<single>day|week|month|year)"
    r"|(?P<length>[\w-]+ (?:minutes|hours|days|weeks|months|years)))",
    re.IGNORECASE,
)
_OF_UNIT: Final = {"day": "하루", "week": "주", "month": "월", "year": "연"}
_TWO: Final = {"day": "이틀", "week": "2주", "month": "2개월", "year": "2년"}
_ONE_UNIT: Final = re.compile(rf"{_ONE} (?P<unit>second|minute|hour|day|week|month|year)", re.IGNORECASE)
_ONE_UNITS: Final = {
    "second": "1초", "minute": "1분", "hour": "1시간", "day": "하루", "week": "1주", "month": "1개월", "year": "1년",
}  # fmt: skip
_AND_A_HALF: Final = re.compile(
    rf"(?P<bound>about |around )?(?:(?P<number>\d{{1,3}}|{'|'.join(ENGLISH_ONES)}) and a half"
    rf" (?P<units>hour|year|month)s|{_ONE} (?P<unit>hour|year|month) and a half)",
    re.IGNORECASE,
)
_HALVES: Final = {"hour": "시간 반", "year": "년 반", "month": "개월 반"}
_SEVERAL: Final = re.compile(
    r"(?:(?P<tens>tens of |hundreds of )?(?P<scale>thousands|millions)|(?P<small>dozens|hundreds))"
    r" of (?P<what>[a-z ]{1,40})",
    re.IGNORECASE,
)
_SCALES: Final = {
    "dozens": "수십", "hundreds": "수백", "thousands": "수천", "tens of thousands": "수만",
    "hundreds of thousands": "수십만", "millions": "수백만", "tens of millions": "수천만",
    "hundreds of millions": "수억",
}  # fmt: skip
_MEDALS: Final = re.compile(r"(?P<count>[\w-]{1,10}) (?:(?P<metal>gold|silver|bronze) )?medals?", re.IGNORECASE)
_METALS: Final = {"gold": "금메달", "silver": "은메달", "bronze": "동메달"}
_AGED: Final = re.compile(
    rf"(?:(?:at )?(?:the )?age (?:of )?|aged )(?P<age>\d{{1,3}}|{'|'.join((*ENGLISH_ONES, *ENGLISH_TENS))})"
    r"|(?P<least>\d{1,3}) (?:and|or) (?:older|over|above)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"(?:between )?(?P<first>\d[\d,.]{0,9})(?: (?:to|and) |\s?[–-]\s?)(?P<last>\d.{0,40})", re.I)
_EACH_SCALED: Final = re.compile(
    r"(?:between |from )?(?P<first>(?:US\$|[$€₩])?\d[\d,.]{0,12}(?: (?:million|billion|trillion)|%))"
    r"(?: (?:to|and) |\s?[–-]\s?)"
    r"(?P<last>(?:US\$|[$€₩])?\d.{0,40})",
    re.IGNORECASE,
)
"""Where the first number has a scale of its own, each is the number that it says: $30 million to $40 million."""
_UNIT_BEHIND: Final = re.compile(r"(?<=[\d조억만]) ?[^\d조억만,. ]{1,8}$")
_MAGNITUDE: Final = re.compile(r"(?:an? )?magnitude (?:of )?(?P<size>\d\.\d)", re.IGNORECASE)
_SCALED: Final = re.compile(r"[조억만]")


def korean_measure(text: str, quantity: _Quantity) -> str | None:
    """Such a quantity in Korean, or None where it is none, or not understood.

    Args:
        text: English.
        quantity: renders one number with its unit.
    """
    for pattern, render in _FORMS:
        if match := pattern.fullmatch(text):
            return render(match, quantity)
    return None


def _share(match: re.Match[str], _: _Quantity) -> str:
    """Two-thirds -> 3분의 2, nearly half -> 약 절반, one in five -> 5분의 1."""
    bound = (match["bound"] or "").lower()
    return f"{_BEFORE.get(bound, '')}{_part(match)}{_BEHIND.get(bound, '')}"


def _part(match: re.Match[str]) -> str:
    if match["half"]:
        return "절반"
    if match["whole"]:
        return f"{_number(match['whole'])}분의 1"
    count = match["count"].lower()
    return f"{SHARE_OF[match['share'].lower()]}분의 {1 if count in ('a', 'an') else _number(count)}"


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else ENGLISH_ONES[word.lower()]


def _often(match: re.Match[str], _: _Quantity) -> str:
    times = _TIMES[match["word"].lower()] if match["word"] else _number(match["number"])
    return f"{_OF_UNIT[match['unit'].lower()]} {times}회"


def _every(match: re.Match[str], quantity: _Quantity) -> str | None:
    if match["other"]:
        return f"{_TWO[match['single'].lower()]}마다"
    length = quantity(match["length"])
    return f"{length}마다" if length else None


def _and_a_half(match: re.Match[str], _: _Quantity) -> str:
    count = _number(match["number"]) if match["number"] else 1
    return f"{'약 ' if match['bound'] else ''}{count}{_HALVES[(match['units'] or match['unit']).lower()]}"


def _several(match: re.Match[str], quantity: _Quantity) -> str | None:
    """Hundreds of people -> 수백 명, tens of thousands of won -> 수만 원."""
    scale = (match["small"] or f"{match['tens'] or ''}{match['scale']}").lower()
    one = quantity(f"2 {match['what'].strip()}")
    return f"{_SCALES[scale]} {one[1:].strip()}" if one and len(one) > 1 else None


def _medals(match: re.Match[str], quantity: _Quantity) -> str | None:
    count = "1" if match["count"].lower() in ("a", "an") else quantity(match["count"])
    return f"{_METALS[match['metal'].lower()] if match['metal'] else '메달'} {count}개" if count else None


def _range(match: re.Match[str], quantity: _Quantity) -> str | None:
    """20 to 30 people -> 20∼30명; of "1 to 2 million" the first number may mean millions."""
    last = quantity(match["last"])
    return f"{match['first']}∼{last}" if last and last[0].isdecimal() and not _SCALED.search(last) else None


def _each_scaled(match: re.Match[str], quantity: _Quantity) -> str | None:
    """30 billion to 40 billion won -> 300억∼400억 원, 5% to 7% -> 5∼7%."""
    first, last = quantity(match["first"]), quantity(match["last"])
    unit = _UNIT_BEHIND.search(last) if last else None
    return f"{first.removesuffix(unit.group())}∼{last}" if first and last and unit else None


def _aged(match: re.Match[str], _: _Quantity) -> str:
    age = (match["age"] or match["least"]).lower()
    return f"{ENGLISH_TENS.get(age) or _number(age)}세{'' if match['age'] else ' 이상'}"


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Quantity], str | None]], ...]] = (
    (_SHARE, _share),
    (_OFTEN, _often),
    (_EVERY, _every),
    (_ONE_UNIT, lambda match, _: _ONE_UNITS[match["unit"].lower()]),
    (_AND_A_HALF, _and_a_half),
    (_SEVERAL, _several),
    (_MEDALS, _medals),
    (_AGED, _aged),
    (_MAGNITUDE, lambda match, _: f"규모 {match['size']}"),
    (_EACH_SCALED, _each_scaled),
    (_RANGE, _range),
)

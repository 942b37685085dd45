"""Korean quantities in English: 1억 4000만 달러 -> $140 million, 160개 도시 -> 160 cities, 3.5% -> 3.5%."""

import re
from decimal import Decimal
from typing import Final

from app.answering.claims.number_words import DAY_WORD, DAYS, HALF_MONTH, NATIVE, ONES, TENS
from app.answering.translation.counters import UNITS, UNSAID, one_of
from app.answering.translation.measures import english_measure

_MYRIADS: Final = {"조": Decimal(10**12), "억": Decimal(10**8), "만": Decimal(10**4), "": Decimal(1)}
_NUMBER: Final = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<thousand>천)?(?P<scale>[조억만]?)")
_EACH_WORDS: Final = (
    r"하루|연간|연|매년|월|매월|매달|주(?=\s?(?:(?:약|최대|최소|평균)\s)?\d{1,3}(?:회|번|일|시간))|매주|매일|1주일에|일주일에|1개월에|1달에|1년에"
    r"|하루에|1인당|1명당|시간당|가구당|달러당|리터당|ℓ당|㎡당|평당|톤당|(?:1\s?)?(?:㎏|kg)당|배럴당|각각"
)
_QUANTITY: Final = re.compile(
    rf"^(?:(?P<each>{_EACH_WORDS})\s?)?(?P<about>약|총|모두|최대|최소|평균|전체)?\s?"
    r"(?P<number>(?:\d[\d,]{0,20}(?:\.\d{1,9})?천?[조억만]\s?){0,4}(?:\d[\d,]{0,20}(?:\.\d{1,9})?천?)?)"
    r"(?P<more>여\s?)?(?P<unit>\D*?)\s?(?P<bound>이상|이하|미만|초과|안팎|내외|가량|정도|남짓|(?<=원)선)?$"
)
_FRACTION: Final = re.compile(r"(?P<about>약)?\s?(?P<whole>\d{1,4})분의\s?(?P<part>\d{1,4})")
_THOUSANDS: Final = re.compile(r"(\d{1,3})천\s?(\d{1,3})(?!\d)")
"""2천870억: thousand and the rest are one number, of hundred millions."""
_LASTING: Final = re.compile(r"(?<=[일주월년달간])\s?동안$")
_LONGEST: Final = 60
_MOST_DECIMALS: Final = 4
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
_BOUNDS: Final = {
    "이상": "at least ", "이하": "at most ", "미만": "less than ", "초과": "more than ", "안팎": "about ",
    "내외": "about ", "가량": "about ", "정도": "about ", "선": "about ", "남짓": "a little over ",
}  # fmt: skip
_AGES: Final = {
    "이상": "{age} or older", "이하": "{age} or younger", "미만": "under {age}", "초과": "over {age}",
}  # fmt: skip
"""65세 이상 is 65 or older, not at least 65 years old each."""
_EACH: Final = {
    "하루": " a day", "연간": " a year", "연": " a year", "매년": " a year", "1년에": " a year", "월": " a month",
    "매월": " a month", "매달": " a month", "1개월에": " a month", "1달에": " a month", "주": " a week", "매주": " a week",
    "일주일에": " a week", "1주일에": " a week", "하루에": " a day", "매일": " a day", "1인당": " per person", "1명당": " per person", "시간당": " an hour", "가구당": " per household",
    "달러당": " per dollar", "리터당": " per litre", "ℓ당": " per litre", "㎡당": " per m²", "톤당": " per tonne", "평당": " per pyeong",
    **dict.fromkeys(("㎏당", "kg당", "1㎏당", "1kg당", "1 ㎏당", "1 kg당"), " per kg"), "배럴당": " per barrel", "각각": " each",
}  # fmt: skip
_ONCE: Final = frozenset(("회", "번", "차례"))
_DONG: Final = "동"
_MOST_BUILDINGS: Final = 10**5
_LEAST_DONG: Final = 10**7
"""동 counts buildings and is Vietnam's money: nobody counts so many buildings, and between the two it may be either."""
_CURRENCIES: Final = {"달러": "$", "유로": "€"}


def english_quantity(text: str) -> str | None:
    """A Korean quantity for English readers, or None where a number or unit is not understood."""
    if fraction := _FRACTION.fullmatch(text.strip()):
        return f"{_ABOUT.get(fraction['about'] or '', '')}{fraction['part']}/{fraction['whole']}"
    if len(text) > _LONGEST:
        return None
    text = DAY_WORD.sub(_days, NATIVE.sub(_in_digits, text)).strip()
    text = _LASTING.sub("", text)
    text = _THOUSANDS.sub(lambda part: str(int(part[1]) * 1000 + int(part[2])), text)
    return english_measure(text, english_quantity_part) or english_quantity_part(text)


def english_quantity_part(text: str) -> str | None:
    """One number with its unit and what bounds it, as :func:`english_quantity`; numerals in digits."""
    match = _QUANTITY.match(text)
    if not match or not match["number"]:
        return None
    unit, bound = match["unit"].strip(), match["bound"] or ""
    value = sum((_value(part) for part in _NUMBER.finditer(match["number"])), Decimal(0))
    if unit in ("세", "살") and bound in _AGES:
        return _AGES[bound].format(age=_plain(value))
    about = match["about"] or ""
    is_bounded = bool(bound and (about or match["more"]))  # 약 100명 이상: two bounds are not told as one
    about = _MORE.get(about, "more than ") if match["more"] else _BOUNDS.get(bound) or _ABOUT.get(about, "")
    amount = None if is_bounded else _amount(value, unit)
    return f"{about}{amount}{_EACH.get(match['each'] or '', '')}" if amount else None


def _amount(value: Decimal, unit: str) -> str | None:
    """A number with its unit: 2 cities, $140 million, once."""
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{_scaled(value)}"
    english = UNITS.get(unit)
    if unit == _DONG and value >= _MOST_BUILDINGS:
        return f"{_scaled(value)} dong" if value >= _LEAST_DONG else None
    if english is None:
        return _scaled(value) if unit in UNSAID else None
    if value == 1:
        if unit in _ONCE:
            return "once"
        english = one_of(english)
    if value == 2 and unit in _ONCE:
        return "twice"
    return f"{_scaled(value)}{'' if english == '%' else ' '}{english}"


def _in_digits(match: re.Match[str]) -> str:
    """두 시간 -> 2시간, 스물세 명 -> 23명."""
    amount = TENS.get(match["tens"] or "", 0) + ONES.get(match["ones"] or "", 0)
    return f"{amount}{match['counter'] or match['glued']}" if amount else match.group()


def _days(match: re.Match[str]) -> str:
    """열흘 -> 10일; 보름 is two weeks as well as fifteen days."""
    return match.group() if match["days"] == HALF_MONTH else f"{DAYS[match['days']]}일"


def _value(part: re.Match[str]) -> Decimal:
    value = Decimal(part["digits"].replace(",", "")) * _MYRIADS[part["scale"]]
    return value * 1000 if part["thousand"] else value


def _scaled(value: Decimal) -> str:
    """31.65 trillion, but 2,221,670: what takes more decimals is told in digits."""
    for size, name in ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million")):
        if value >= size:
            scaled = _plain(value / size)
            return f"{scaled} {name}" if len(scaled.partition(".")[2]) <= _MOST_DECIMALS else _plain(value)
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"

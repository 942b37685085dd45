"""What courts give, in English: 징역 2년에 집행유예 3년 -> 2 years in prison, suspended for 3 years."""

import re
from collections.abc import Callable
from typing import Final

_FIXED: Final = {"무기징역": "life in prison", "사형": "the death sentence", "무죄": "not guilty"}
_LENGTH: Final = r"\d{1,2}(?:년|개월|월)(?:\s?\d{1,2}(?:개월|월))?"
_TERM: Final = re.compile(
    rf"(?:(?:징역|금고)\s?(?P<term>{_LENGTH}))?(?:에\s)?(?:집행유예\s?(?P<suspended>{_LENGTH}))?"
    r"(?:[과와]\s)?(?:벌금\s?(?P<fine>\d[\d,조억만천]{0,13}\s?원))?"
)
_MONTHS: Final = re.compile(r"(?<=\d)월")
"""Courts count months so: 징역 1년 6월."""
_PART: Final = re.compile(r"\d{1,2}(?:년|개월)")


def english_judgement(text: str, quantity: Callable[[str], str | None]) -> str | None:
    """A judgement in English, or None where it is none, or not understood.

    Args:
        text: Korean, numerals in digits.
        quantity: renders one number with its unit.
    """
    if text in _FIXED:
        return _FIXED[text]
    told = _TERM.fullmatch(text)
    if told is None:
        return None
    term, suspended, fine = (_length(told[part], quantity) for part in ("term", "suspended", "fine"))
    parts = [f"{term} in prison"] if term else []
    if suspended:
        parts.append(f"suspended for {suspended}" if term else f"a sentence suspended for {suspended}")
    said = ", ".join(parts)
    return " and ".join(filter(None, (said, f"a fine of {fine}" if fine else ""))) or None


def _length(text: str | None, quantity: Callable[[str], str | None]) -> str:
    text = _MONTHS.sub("개월", text or "")
    parts = _PART.findall(text) or [text]
    return " ".join(filter(None, map(quantity, filter(None, parts))))

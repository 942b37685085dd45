"""Periods as people name them: "late March 2024" rather than "21–31 March 2024", "2025년 봄" rather than its months."""

import re
from collections.abc import Mapping
from typing import Final

from indexing.language.temporal.rendering import english_date, korean_date

_SEASONS: Final[Mapping[int, tuple[str, str]]] = {
    3: ("spring", "봄"),
    6: ("summer", "여름"),
    9: ("autumn", "가을"),
    12: ("winter", "겨울"),
}
"""By their first month."""
_SEASON: Final = re.compile(r"봄|여름|가을|겨울|spring|summer|autumn|fall|winter", re.IGNORECASE)
_QUARTER: Final = re.compile(r"분기|quarter|\bQ[1-4]\b|\b[1-4]Q\b", re.IGNORECASE)
_HALF: Final = re.compile(r"[상하]반기|half|\bH[12]\b", re.IGNORECASE)
_ORDINALS: Final = ("first", "second", "third", "fourth")
_END_OF_YEAR: Final = re.compile(
    r"연말|세밑|(?:올해|지난해|내년|작년|년)\s?말$|\bend of (?:(?:the|this|next|last) year|\d{4})\b|\byear[- ]end\b",
    re.IGNORECASE,
)
_Parts = tuple[tuple[re.Pattern[str], str, str], ...]
_PARTS: Final[_Parts] = (
    (re.compile(r"[초상]순$"), "early {}", "{} 초순"),
    (re.compile(r"중순$|\bmid(?:dle)?\b", re.IGNORECASE), "mid-{}", "{} 중순"),
    (re.compile(r"하순$"), "late {}", "{} 하순"),
    (re.compile(r"초$|^(?:early|the (?:beginning|start) of)\b", re.IGNORECASE), "early {}", "{} 초"),
    (re.compile(r"(?<!주)말$|^(?:the end of)\b", re.IGNORECASE), "the end of {}", "{} 말"),
    (re.compile(r"^late\b", re.IGNORECASE), "late {}", "{} 말"),
)
"""How a part of a month is written, and rendered in English and Korean; the end of a week (주말) is none."""
_PARTS_OF_YEAR: Final[_Parts] = (
    (re.compile(r"초(?:반|순)?$|^(?:early|the (?:beginning|start) of)\b", re.IGNORECASE), "early {}", "{} 초"),
    (re.compile(r"중[반순]$|^(?:mid\b|the middle of)", re.IGNORECASE), "mid-{}", "{} 중반"),
    (re.compile(r"후반$|^late\b", re.IGNORECASE), "late {}", "{} 후반"),
)
"""The same of a year."""

_WEEK: Final = re.compile(
    r"(?P<korean>첫째?|둘째|셋째|넷째|마지막)\s?주(?P<end>\s?주?말)?$"
    r"|^the (?P<english>first|second|third|fourth|last) week(?P<weekend>end)? of\b",
    re.IGNORECASE,
)
_NTH: Final = {"첫": "first", "첫째": "first", "둘째": "second", "셋째": "third", "넷째": "fourth", "마지막": "last"}
_KOREAN_NTH: Final = {english: korean for korean, english in _NTH.items()}


def named_period(text: str, iso: str, language: str) -> str | None:
    """A period by the name that its text gives it, with the year that it means; None where the text names none.

    Args:
        text: the words that mean the period: "다음 달 하순", "next spring", "the end of the year".
        iso: what they mean, as ``TemporalExpression.iso`` gives it.
        language: "ko" or "en".
    """
    first, _, last = iso.partition("/")
    year, month = first[:4], int(first[5:7] or 0)
    months = (int(last[5:7] or 0) - month) % 12 + 1 if last else 0
    if len(iso) == len("2025-12") and month == 12 and _END_OF_YEAR.search(text):
        return _either(f"the end of {year}", f"{year}년 말", language)
    if months == 3 and month in _SEASONS and _SEASON.search(text):
        english, korean = _SEASONS[month]
        years = year if month < 12 else f"{year}–{int(year) + 1}"
        return _either(f"{english} {years}", f"{year}년 {korean}", language)
    if months == 3 and _QUARTER.search(text):
        quarter = (month + 2) // 3
        return _either(f"the {_ORDINALS[quarter - 1]} quarter of {year}", f"{year}년 {quarter}분기", language)
    if months == 6 and _HALF.search(text):
        return _either(
            f"the {_ORDINALS[month > 6]} half of {year}", f"{year}년 {'하' if month > 6 else '상'}반기", language
        )
    if len(iso) == len("2025-12") and (week := _WEEK.search(text)):
        return _week(week, iso, language)
    if len(iso) == len("2025"):
        return _part(_PARTS_OF_YEAR, text, iso, language)
    within_a_month = last[:7] == first[:7] if last else len(iso) == len("2025-12")
    return _part(_PARTS, text, first[:7], language) if within_a_month else None


def _week(week: re.Match[str], month: str, language: str) -> str:
    """둘째 주 -> the second week of May 2027."""
    nth = _NTH[week["korean"]] if week["korean"] else week["english"].lower()
    is_weekend = week["end"] or week["weekend"]
    english = f"the {nth} {'weekend' if is_weekend else 'week'} of {english_date(month)}"
    return _either(english, f"{korean_date(month)} {_KOREAN_NTH[nth]} {'주말' if is_weekend else '주'}", language)


def _part(parts: _Parts, text: str, whole: str, language: str) -> str | None:
    """The part of a month or year that a text names."""
    for pattern, english, korean in parts:
        if pattern.search(text):
            return _either(english.format(english_date(whole)), korean.format(korean_date(whole)), language)
    return None


def _either(english: str, korean: str, language: str) -> str:
    return english if language == "en" else korean

"""Whole names: news introduces 민가람 교통국장 once and goes on with "민 국장은" or "민씨는"."""

import re
from collections.abc import Iterator
from typing import Final

from indexing.language.people import surnames

_READ: Final = 20_000
"""Characters of an article in which somebody is looked for."""
_SHORT: Final = re.compile(
    r"(?P<surname>[가-힣]{1,2})(?:씨|\s(?P<title>[가-힣]{2,12}?))(?=(?:은|는|이|가|도|의|에게|께서|께서는)?(?:[\s,.]|$))"
)
_TITLE_BEHIND: Final = (
    r"(?<![가-힣])(?P<name>{surname}[가-힣]{{1,3}})(?P<beside>\s?\([^()\n]{{1,30}}\)|(?=\s{title}))?"
    r"(?:\s[가-힣A-Za-z·]{{1,15}}){{0,4}}?\s[가-힣A-Za-z]{{0,12}}{title}(?=이었|이다|입니|이라|께서|에게|(?![가-힣]{{3}}))"
)
_TITLE_BEFORE: Final = (
    r"{title}(?:에|인|으로|을 맡은)?\s(?P<name>{surname}[가-힣]{{1,3}}?)"
    r"(?:(?P<beside>\s?(?:\(|씨(?![가-힣])))|(?:은|는|이|가|을|를)?[\s,.])"
)
_CALLED: Final = (
    r"(?<![가-힣])(?P<name>{surname}[가-힣]{{1,3}}?)(?P<beside>(?:\s?\(\d[^()\n]{{0,20}}\))?\s?씨)(?![가-힣]{{3}})"
)
_PARTICLE: Final = 2
_SHORTEST_NAME: Final = 3
_LONGEST_NAME: Final = 4
_NO_NAME: Final = re.compile(
    r"(?:[시군청처회당단팀부과관도]|센터|학교|위원|지난|이번|전임|신임|현직|당시|이날|지역|주민|정부)$"
)
"""Ends of words that begin like a family name and are none, unless brackets follow: 도서관 관장."""
_WITH_PARTICLE: Final = re.compile(r"[의은는을를한된할]$")
"""Ends of words that may be names where brackets or the title follow: 공다은(61), 공다은 총장."""


def short_mention(sentence: str, start: int) -> re.Match[str] | None:
    """What stands at ``start`` where it may be a family name with a title or 씨: "민 국장", "민씨"."""
    is_inside = start > 0 and "가" <= sentence[start - 1] <= "힣"
    found = None if is_inside else _SHORT.match(sentence, start)
    return found if found and (found["title"] is None or found["surname"] in surnames()) else None


def whole_name(article: str, sentence: str, start: int, end: int) -> str | None:
    """The whole name of somebody whom a sentence gives by family name: of "민", "민 국장은" or "민씨".

    Args:
        article: its headline and body.
        sentence: one of it.
        start: offset of the family name in the sentence.
        end: offset after what is taken for the answer, no further than the title or 씨 and a particle.
    """
    mention = short_mention(sentence, start)
    fits = mention and mention.end("surname") <= end <= mention.end() + _PARTICLE
    return introduced(article, mention) if mention and fits else None


def introduced(article: str, mention: re.Match[str]) -> str | None:
    """The one name that an article introduces with that title, or calls 씨; None where none or several are.

    Args:
        article: its headline and body.
        mention: from :func:`short_mention`.
    """
    names = set(_names(article[:_READ], mention["surname"], mention["title"] or ""))
    return names.pop() if len(names) == 1 else None


def _names(article: str, surname: str, title: str) -> Iterator[str]:
    for pattern in (_TITLE_BEHIND, _TITLE_BEFORE) if title else (_CALLED,):
        for match in re.finditer(pattern.format(surname=surname, title=title), article):
            name = match["name"]
            is_name = bool(match["beside"]) or not _NO_NAME.search(name)
            is_name &= match["beside"] is not None or not _WITH_PARTICLE.search(name)
            if is_name and _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
                yield name

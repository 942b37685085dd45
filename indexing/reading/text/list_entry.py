"""The looks of one entry of a list in an article: "△ 감독상 = 최하나", "장소: 시청 앞", a score, a notice of a funeral.

All judge one line, without bullet, and none of them what a newspaper's links and credits look like.
"""

import re

MAX_ENTRY = 300
"""Characters of the longest entry."""

MAX_HEADING = 40
"""Characters of the longest heading of a list."""

_LABELLED = re.compile(
    r"(?P<label>[^=:：.?!…|\"“”‘’'\[\]<>/]{1,24}(?<!\d))(?:\s?[=＝]|\s?[:：](?!//))\s?(?P<value>\S.*)", re.DOTALL
)
# Who made the article, and where more of it is.
_NO_LABEL = re.compile(
    r"사진|영상|촬영|취재|편집|그래픽|자료|출처|기자|특파원|제보|구독|관련|기사|카카오|홈페이지|이메일|태그|키워드|참고|속보|단독"
    r"|^글\b|^(?:질?문|답변?|앵커|리포트)$"
)
# Colons stand in many English headlines ("Explainer: How …"), so that these labels must be known.
_ENGLISH_LABEL = re.compile(
    r"(?:opening |event |show |running )?(?:dates?|days?|times?|hours|when|where|venue|place|location|address|tickets?"
    r"|admission|entry|fee|price|cost|host|organi[sz]ers?|sponsors?|cast|director|duration|length|age|capacity|phone|info"
    r"|contact|reservations?|website|best [a-z ]{4,16}|gold|silver|bronze|funeral|viewing|burial)",
    re.IGNORECASE,
)
_CJK = re.compile(r"[가-힣ぁ-ヿ一-鿿]")
_FUNERAL = re.compile(r"(?:별세|빈소|친상|[장시][인부모]상).{0,120}발인")
_QUARTERS = re.compile(r"\d\s?\(\d{1,3}[-:]\d{1,3}(?:[\s,]+\d{1,3}[-:]\d{1,3})+\)\s?\d")
_SCORE = re.compile(r"(?<!\d)\d{1,3}\s?[-:]\s?\d{1,3}(?!\d)")
_NUMBERED = re.compile(r"\d{1,3}(?:[.)]|\s?위)\s?\S")
_ARROWS = re.compile(r"\S\s*[▲△]\s?(?=[가-힣A-Za-z])")
_OF_A_HEADLINE = re.compile(r"[\"“”‘’'…?!]|\.\.")
_HEADING = re.compile(
    r"(?:전적|결과|순위|성적|기록|명단|수상자|수상작|당선자|합격자|경기|일정|대진표?|라인업|정보|안내|개요|프로그램|메달|예보"
    r"|기온|차례|\b(?:results?|standings|winners|scores?|schedule|medal(?:ist)?s|line-?ups?|programme|information|details))"
    r"\s?(?:\([^()]{1,20}\)\s?)?[>\])】]?",
    re.IGNORECASE,
)


def is_labelled(line: str) -> bool:
    """Whether a line says what of something: "일시: 3월 1일", "신인남우상 = 한마루(막차)"; no credit, no headline."""
    match = _LABELLED.fullmatch(line) if len(line) <= MAX_ENTRY else None
    if match is None or _NO_LABEL.search(match["label"]):
        return False
    return _CJK.search(match["label"]) is not None or _ENGLISH_LABEL.fullmatch(match["label"].strip()) is not None


def is_whole_list(line: str) -> bool:
    """Whether a line is a list by itself: a game's quarters, whose funeral is when, or three entries in a row."""
    if len(line) > MAX_ENTRY:
        return False
    return bool(_QUARTERS.search(line)) or is_funeral(line) or len(_ARROWS.findall(line)) > 1


def is_funeral(line: str) -> bool:
    """Whether a line says who died and when the funeral is."""
    return len(line) <= MAX_ENTRY and _FUNERAL.search(line) is not None


def is_likely_entry(line: str) -> bool:
    """Whether a line under the heading of a list is part of it: numbered or a score, and no headline to click at."""
    if len(line) > MAX_ENTRY or _OF_A_HEADLINE.search(line):
        return False
    return _NUMBERED.match(line) is not None or _SCORE.search(line) is not None


def heads_list(line: str) -> bool:
    """Whether a line is such a heading: "제46회 해담영화상 수상자(작)", "<27일 전적>", "Final standings"."""
    return len(line) <= MAX_HEADING and any(match.end() == len(line) for match in _HEADING.finditer(line))

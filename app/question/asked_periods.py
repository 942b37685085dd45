"""The years and dates that a question names, as people type them: "2025서울국제도서전", "24년도", "2024-25시즌"."""

import re
from dataclasses import replace
from typing import Final

from indexing.language.temporal import TemporalExpression, find_temporal_expressions
from indexing.language.terms import UNIT

_ALONE: Final = r"(?<![\w.,:/$€£₩#–-])(?<![만천억]\s)"
"""No number, word or code goes on here: "1만 2025명", "A2025"."""
_FOUR: Final = r"(?:19[5-9]|20[0-4])\d"
_COUNTED: Final = (
    "가구|가정|가족|가지|세대|만|억|조|천|백|달러|유로|위안|파운드|엔화|포인트|퍼센트|프로(?![야축농배]구|그램|젝트|모션)|미터|센티|제곱|톤"
    "|리터|배럴|헥타르|에이커|평|군데|번째|마리|필지|시간|페이지|개월|개국|킬로|메가|볼트|와트|헤르츠|호선|번지|번길"
    "|청년|여성|남성|남녀|직장인|표심|유권자|고객|투자자|미혼"
)
"""After four figures: a number of things, or people in their twenties and thirties (2030세대)."""
_LASTING_ATTACHED: Final = "간|째|차|여|치|생|짜리|씩|이나|이라|형|을|쯤|가량|넘|되|된|됐|전|후|뒤|만|지기|제|이\\s"
_LASTING: Final = (
    r"(?:[만전후뒤간](?:에|의|이|은|과|까지|부터|보다)?|형|한)(?![가-힣])|동안|넘|이상|이하|이내|미만|가까이|남짓|정도|연속|내내|역사|전통|경력|근속"
    "|근무|숙원|지기|된|됐|되는|걸|더|징역|구형|선고|노하우|세월|인생|무사고|만기|주기|장기|묵|안에|내에|집권|독재|의무|거치|임대|차이|약정|보증"
    "|가뭄|숙성|장수|사이|베테랑|외길|단골|우정|인연|공백|노력|기다림"
)
_LEFT_CONTEXT: Final = 8
_LASTING_BEFORE: Final = re.compile(
    "(?:지난|최근|향후|앞으로|약|총|무려|꼬박|징역|금고|유예|임기|최대|최소|최장|길게는|창단|개관|개교|창립|창간|건립|설립|결혼|데뷔|등단|경력"
    r"|수령|나이|재직|입사|취임|준공|개통|완공|만)\s?$"
)
"""Beside two figures and 년: a length of time ("25년 만에", "징역 12년", "개관 25년")."""
_THINGS_OF_A_YEAR: Final = (
    "dates|results|winners|finalists|finals|hosts|tickets|prices|rates|figures|statistics|stats|elections|games|events"
    "|plans|venues|times|lineups|earnings|sales|exports|imports|awards|champions"
)
_LASTS: Final = re.compile(rf"(?:{_LASTING_ATTACHED})|\s?(?:{_LASTING})")
_SEASON: Final = (
    rf"{_ALONE}(?P<from>{_FOUR}|\d\d(?=[-–/]\d\d\s?시즌))[-–/](?P<to>\d\d)(?![\d/.–-])"
    r"(?P<season>(?=\s?(?:시즌|학년도|회계연도|season\b)))?"
)
_MONTH: Final = (
    rf"{_ALONE}(?<!지수\s)(?<!코스피\s)(?<!코스닥\s)(?P<year>{_FOUR})(?:\.\s?|[-/])(?P<month>0?[1-9]|1[0-2])"
    r"(?:월|\.(?!\s?\d))?(?![\w.,%/–-](?<![가-힣])|\s?(?:[%만억배명원대]|포인트|달러))"
)
_FISCAL: Final = r"(?<![A-Za-z])FY\s?(?P<fiscal>20\d\d|['’]?\d\d)(?![\dA-Za-z])"
_GLUED: Final = (
    rf"{_ALONE}(?P<glued>{_FOUR})(?:(?!{UNIT}|{_COUNTED})(?=[가-힣]{{2}})|(?=설(?![가-힣]))|(?=\s\d{{1,2}}월))"
)
_TITLED: Final = rf"{_ALONE}(?P<titled>(?!2000){_FOUR})(?=\s(?:{_THINGS_OF_A_YEAR})\b)"
_SHORT: Final = (
    rf"{_ALONE}(?P<mark>['’‘])?(?P<short>\d\d)"
    r"(?:년(?P<sure>(?=\s?\d{1,2}월)|도(?!\s?(?:더|넘|안|채|못|되|지나|훨씬)))?|(?P<school>(?=학년도)))"
)
_AS_TYPED: Final = re.compile("|".join((_SEASON, _MONTH, _FISCAL, _GLUED, _TITLED, _SHORT)), re.IGNORECASE)


def stated_periods(text: str) -> tuple[TemporalExpression, ...]:
    """The expressions of a question that state their year, in order; their offsets are those of ``text``.

    Besides what news writes, these are years that stand glued to a word ("2025서울국제도서전"), are cut short
    ("24년도", "'24년", "FY25") or span a season ("2024-25시즌"), and months in figures ("2025.3"). Two figures
    with 년 are a year unless they tell how long something lasts ("25년 만에"); the tens are seldom a year
    ("20년 숙원") and taken for one only with 도 or a month.
    """
    written, places = [], []
    end = 0
    for match in _AS_TYPED.finditer(text):
        meant = _written_out(match)
        if meant is None:
            continue
        start, stop = match.span()
        written += [text[end:start], meant]
        places += [*range(end, start), *(min(start + index, stop - 1) for index in range(len(meant) - 1)), stop - 1]
        end = stop
    written.append(text[end:])
    places += range(end, len(text))
    found = find_temporal_expressions("".join(written), None)
    spans = [(one, places[one.start], places[one.end - 1] + 1) for one in found]
    return tuple(replace(one, text=text[start:stop], start=start, end=stop) for one, start, stop in spans)


def _written_out(match: re.Match[str]) -> str | None:
    """What was typed as news writes it; None where it is no year."""
    if match["from"]:
        return _season(match)
    if match["year"]:
        return f"{match['year']}년 {int(match['month'])}월"
    if match["fiscal"]:
        return f"{_full(match['fiscal'][-2:])}년"
    if match["glued"] or match["titled"]:
        return f"{match['glued'] or match['titled']}년 "  # 2028대입 is no 2028년대
    if match["school"] is not None:
        return f"{_full(match['short'])}년"
    return f"{_full(match['short'])}년" if _is_short_year(match) else None


def _season(match: re.Match[str]) -> str | None:
    """2024-25 is a season; 2024-03 is March, and 2011-12 December unless the text says otherwise."""
    first, number = int(match["from"] if len(match["from"]) == 4 else _full(match["from"])), int(match["to"])
    if number == (first + 1) % 100 and (match["season"] is not None or not 1 <= number <= 12):
        return f"{first}년~{first + 1}년"
    return f"{first}년 {number}월" if 1 <= number <= 12 else None


def _full(figures: str) -> str:
    """Four figures of a year for two."""
    return f"{'19' if int(figures) >= 50 else '20'}{figures}"


def _is_short_year(match: re.Match[str]) -> bool:
    number = int(match["short"])
    if match["sure"] is not None:
        return True
    tens = (10, 20, 90)
    likely = match["mark"] or match["short"][0] == "0" or (number not in tens and not 30 <= number < 85)
    before = match.string[: match.start()][-_LEFT_CONTEXT:]
    return bool(likely) and not _LASTS.match(match.string, match.end()) and not _LASTING_BEFORE.search(before)

"""What "how many" and "how much" want counted or measured, by the words that ask for it and the units that tell it."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, the units an article would use, and the word that would introduce it."""

    asked: str
    units: str
    introduced_by: str | None = None


MONEY: Final = Measure(
    r"how (?:much|big)|얼마|예산|사업비|비용|요금|가격|cost|budget|price|fare", r"원|달러|유로|won|dollar|\$|₩"
)
AGE: Final = Measure(r"몇\s?(?:살|세(?!대))|나이|how old", r"세|살|years old")
_MEASURES: Final = (
    Measure(r"얼마나\s?(?:길|긴)|길이|how long is|length", r"㎞|km|킬로미터|[mｍ]|미터|kilomet|met", r"길이|구간|연장"),
    Measure(r"얼마나\s?(?:높|큰\s?키)|높이|how (?:tall|high)", r"[mｍ]|미터|층|met|stor", r"높이|지상"),
    Measure(
        r"몇\s?도(?!시|로)|기온|온도|얼마나\s?(?:더[웠운우워]|추[웠운우워])|how (?:hot|cold|warm)|temperature",
        r"도|℃|degrees?|celsius",
    ),
    Measure(r"얼마나\s?깊|깊이|how deep|\bdepth\b", r"㎞|km|킬로미터|[mｍ]|미터|㎝|cm|센티미터|met", r"깊이|지하|땅속"),
    Measure(r"얼마나\s?(?:넓|큰|커)|면적|area", r"㎡|제곱미터|㎢|ha|헥타르|평|square|hectare", r"면적|연면적|규모"),
    Measure(
        r"얼마나\s?(?:걸|오래)|how long|몇\s?(?:시간|분|초|개월|주)",
        r"시간|분|초|개월|년|일|hour|minute|second|day|month|year",
    ),
    Measure(
        r"몇\s?명|몇\s?사람|[가-힣][객자]\s?수(?![가-힣]{2})|인구|population|인원|how many (?:people|visitors|residents|passengers|students|members|participants"
        r"|volunteers|citizens|workers|employees|children|households)",
        r"명|가구|세대|people|resident|visitor",
    ),
    # an exchange rate is an amount, a fertility rate a number of children
    Measure(
        r"몇\s?(?:퍼센트|%|프로)|비율|(?<=[가-힣])(?<![환산])[율률][은는이가]?(?:\s|\W*$)|지지도|percent|share|proportion|(?<!exchange )(?<!fertility )\brate\b",
        r"%|퍼센트|percent",
    ),
    MONEY,
    Measure(r"몇\s?(?:개국|나라)|how many countries", r"개국|개?\s?국가|나라|countr"),
    Measure(r"몇\s?(?:개\s?)?도시|how many cities", r"개?\s?도시|cit"),
    Measure(
        r"몇\s?(?:곳|군데)|how many (?:places|sites|locations|stations|stops|schools|centers|centres|shelters)",
        r"곳|개|place|site|station|stop|school",
    ),
    AGE,
    Measure(r"몇\s?대|how many (?:buses|cars|vehicles|trams)", r"대|bus|car|vehicle|tram"),
    Measure(r"몇\s?(?:회|번)|how (?:often|many times)", r"회|번|차례|times"),
    Measure(r"몇\s?권|how many books", r"권|book"),
    Measure(r"몇\s?(?:km|킬로|미터)|how far", r"㎞|km|킬로미터|[mｍ]|미터|kilomet|met"),
)
"""The first that is asked for counts; Korean and English askers share the table."""


def measure_asked(question: str) -> Measure | None:
    """What a question, in small letters, wants counted or measured; None where it does not say."""
    return next((one for one in _MEASURES if re.search(one.asked, question)), None)


def unit_fit(measure: Measure | None, quantity: str, before: str) -> float:
    """How well the unit, and the word before the number, fit what is asked."""
    if measure is None:
        return 0.0
    has_unit = re.search(rf"(?:{measure.units})(?:여)?$|[\d\s-](?:{measure.units})(?!포인트)", quantity)
    introduced = measure.introduced_by and re.search(rf"(?:{measure.introduced_by})[은는이가]?\s?(?:약\s)?$", before)
    return (0.6 if has_unit else -0.4) + (0.4 if introduced else 0.0)

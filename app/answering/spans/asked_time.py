"""What of a time is asked for: of a period its first day, its last, or only the year; of a day the hour."""

import re
from datetime import timedelta
from typing import Final

from indexing.language.temporal import TemporalExpression, states_days

_FIRST: Final = re.compile(
    r"언제부터|며칠부터|몇\s?일부터|시작|개막|막을\s?올|태어|출생|탄생|생일|발발|발생|일어났|일어나|일어난\s(?:날|때|해|년|연|시기|것)|설립|창립|건국|착공|즉위|개시"
    r"|\b(?:opens?|runs?|held|on)\b.{0,30}\band (?:until|till) when\b"
    r"|\b(?:beg[aiu]n|begins|beginning|starts?|started|born|birthday|broke out|break out|founded|established|opening|set off|first day|(?:from|since) when)\b"
)
_LAST: Final = re.compile(
    r"언제까지|며칠까지|몇\s?일까지|끝[나났난날]|종식|종료|종전|폐막|막을\s?내|마감|사망|별세|서거|숨[졌진지]|죽[었은]|물러|독립|해방|만료"
    r"|\b(?:ends?|ended|ending|finish(?:es|ed)?|closes?|until|by when|deadline|die[ds]?|death|expires?|last day|over)\b"
)
_BOTH: Final = re.compile(
    r"(?:언제|며칠|몇\s?일)부터.{0,20}까지|며칠\s?(?:동안|간)|기간[은이]|\b(?:begin|start|open) and (?:end|close|finish)\b|\bfrom when to when\b"
)
_YEAR: Final = re.compile(
    r"(?<!\d)(?<!\d\s)(?<!학)년도|(?<!계)연도|(?:몇|어느)\s?(?:학년도|회계연도)|어느\s?해|[가-힣]\s해[는가]\s|몇\s?년에|몇\s?년(?:이|인|생|야|이야)\b"
    r"|\b(?:what|which) year\b"
)
"""No year is asked for where one is told: "2026학년도 수능은 언제야?", "2025년도 예산안은 언제 통과됐어?"."""
_HOUR: Final = re.compile(r"몇\s?시|what time|what hour|how (?:late|early)")
_JOINED: Final = re.compile(r"부터|에서|[~∼～〜–—]|-|\b(?:to|through|until|till|and|for)\b")
_MONTH: Final = re.compile(r"월|달|[A-Z][a-z]{2}")


def asks_hour(question: str) -> bool:
    """Whether a question, in small letters, asks for a time of day."""
    return bool(_HOUR.search(question))


def asks_both_ends(question: str) -> bool:
    """Whether a question, in small letters, asks for the first and the last day of something."""
    return bool(_BOTH.search(question))


def asked_value(question: str, expression: TemporalExpression) -> str:
    """The ISO value that answers: of a range one end where only that is asked for, of a day its year.

    "축제는 언제 끝나?" of "29일부터 10월 1일까지" is 1 October, and "몇 년도에?" of "1945년 4월 30일" is 1945. A question
    for both ends, and a period with a name of its own ("내년 봄"), keep the whole.

    Args:
        question: in small letters.
        expression: that answers it.
    """
    first, last = expression.first, expression.last
    value = expression.iso
    asks_last = bool(_LAST.search(question))
    opens_at = expression.time is not None and expression.until is None
    asks_first = bool(_FIRST.search(question)) or (opens_at and asks_hour(question))
    if (
        "/" in value
        and expression.granularity == "range"
        and asks_first != asks_last
        and _JOINED.search(expression.text)
    ):
        day = first if asks_first else last
        value = day.isoformat()[: _precision(expression)]
    if _YEAR.search(question):
        years = {part[:4] for part in value.split("/")}
        value = years.pop() if len(years) == 1 else value
    return value


def _precision(expression: TemporalExpression) -> int:
    """How much of an end's ISO value a range tells: the year of "2022년부터 3년간", the month of "9월부터 12월까지".

    Days that are told are told of the end, too: "12월 1일부터 31일까지" ends on the 31st.
    """
    after = expression.last + timedelta(days=1)
    if expression.first.day != 1 or after.day != 1 or states_days(expression.text):
        return len("2025-09-29")
    is_of_years = expression.first.month == after.month == 1 and not _MONTH.search(expression.text)
    return len("2025") if is_of_years else len("2025-09")

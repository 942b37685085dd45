"""Times of day that stand without a day, where the hour is asked for: 오전 10시부터 밤 10시까지, "6 p.m. to midnight"."""

import re
from typing import Final

from app.answering.spans.asked_time import asks_hour
from app.answering.spans.span import SentenceContext, Span

BOTH_ENDS: Final = re.compile(
    r"부터.{1,20}까지|에서.{1,10}까지|\bfrom (?:when|what time) (?:to|until|till) (?:when|what)\b"
    r"|\b(?:opening|business|operating) hours\b|(?:운영|영업|이용|개방|관람|근무|진료|통제)\s?시간"
)
"""In a question: both ends of a time are asked for."""
_HALF: Final = "오전|오후|새벽|아침|낮|저녁|밤"
_TIME: Final = rf"(?:(?:{_HALF})\s?)?\d{{1,2}}(?:\s?시(?!간)(?:\s?\d{{1,2}}\s?분|\s?반)?|:\d\d)|정오|자정"
_ENGLISH_TIME: Final = r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|noon|midnight"
HOURS: Final = re.compile(
    rf"(?:(?:{_HALF})\s?\d{{1,2}}(?=\s?[∼~〜–-])|{_TIME})(?:부터|에서|\s?[∼~〜–-])\s?(?:{_TIME})(?:까지)?"
    rf"|\b(?:{_ENGLISH_TIME}|\d{{1,2}}(?::\d\d)?)\s?(?:[–-]|to|until)\s?(?:{_ENGLISH_TIME})"
)
"""From one time of day to another: 오전 7시 30분부터 오후 2시까지, 10:00~18:00, "9 a.m. to 6 p.m."."""
_HOUR: Final = re.compile(
    rf"(?<![\d:.,])(?:(?:{_HALF})\s?\d{{1,2}}시(?!간)(?:\s?\d{{1,2}}분|\s?반)?|정오|자정)|\b(?:{_ENGLISH_TIME})"
)


def find_hours(context: SentenceContext) -> list[Span]:
    """The times of day that no date of the sentence has, none where another time is asked for."""
    question = context.question.text.lower()
    asks_both = BOTH_ENDS.search(question) is not None
    if not (asks_hour(question) or asks_both):
        return []
    ranges = [match.span() for match in HOURS.finditer(context.text)]
    hours = [match.span() for match in _HOUR.finditer(context.text)]
    alone = [one for one in hours if not any(start <= one[0] < end for start, end in ranges)]
    found = [(*place, 0.8 if asks_both else 0.1) for place in ranges]
    found += [(*place, -0.6 if asks_both else 0.0) for place in alone]
    return [
        Span(start, end, context.text[start:end], 0.6 + 0.5 * context.nearness(start, end) + fit)
        for start, end, fit in found
        if not context.is_date(start, end)
    ]

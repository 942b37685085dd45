"""The year that a sentence gives to an event, and so to its date: "내년 축제는 5월 3일", "The 2024 race was on May 3".

A year elsewhere in the sentence says nothing ("지난해 우승한 솔내는 5월 3일 이겼다"), nor is what is done for a year
done in it ("내년 예산안은 12월 18일 의결한다"). So the year has to belong to an event that the tense leaves in that
year, or this year's day has to be on the other side of today than the tense.
"""

import re
from collections.abc import Sequence
from typing import Final

from indexing.language.temporal.intervals import Interval
from indexing.language.temporal.korean_tense import tense_behind
from indexing.language.temporal.likely_dates import is_told
from indexing.language.temporal.scene import Scene

_EVENT: Final = (
    "대회|일정|개막일|축제|행사|총회|정상회의|마라톤|박람회|엑스포|포럼|시즌|개막전|설|설날|추석|대보름|전시회?|공연|수능|선거|투표일"
    "|연휴|개학|개강|체전|올림픽|월드컵|비엔날레|(?:영화|음악|문화|예술|연극|가요)제|(?:개막|폐막|기념|시상|취임|입학|졸업|개통)식"
)
_TOPIC: Final = re.compile(
    rf"도?(?:에는|엔|에|의)? (?:[가-힣\d]{{1,12}} ){{0,3}}[가-힣\d]{{0,12}}(?:{_EVENT})[은는이가을를] |(?:에는|엔|에) "
)
"""From a year to a date of its event: 내년| 미르강 축제는 |5월 3일."""
_PUT: Final = re.compile(
    r"(?:\([월화수목금토일]\))?(?:이다|입니다|이며|이고|부터다|(?:으?로|에) (?:잡|정했|정해|예정|확정))"
)
"""Behind the day that an event is put on."""
_ENGLISH_EVENT: Final = (
    "race|festival|fair|marathon|assembly|conference|congress|forum|summit|event|edition|games|tournament|cup|season"
    "|election|expo|exhibition|ceremony|meeting|parade"
)
_ENGLISH_TOPIC: Final = re.compile(
    rf"(?:['’]s)?,? (?:[\w'’-]{{1,20}} ){{0,4}}?(?:{_ENGLISH_EVENT})s? "
    r"(?:(?P<told>was|were|opened|began|started|took|ended)|will|would|is|are|opens|begins|starts|takes) "
    r"(?:[a-z]{1,12} ){0,4}$",
    re.IGNORECASE,
)


def year_of_event(options: Sequence[Interval], likely: Interval | None, scene: Scene, behind: str) -> Interval | None:
    """The reading of a date in the year that the sentence gives to an event; None where it does not.

    Args:
        options: the days or months of that number in the years around the one named before.
        likely: what it would be without that year.
        scene: with the year as what was named before.
        behind: the Korean words behind the date.
    """
    named, anchor = scene.named, scene.anchor
    if named is None or anchor is None or likely is None or not scene.same_sentence or named.granularity != "year":
        return None
    in_year = next((one for one in options if one.first.year == named.first.year), None)
    if in_year is None or scene.weekday not in (None, in_year.first.weekday()):
        return None
    if is_told(likely.first, anchor):
        return None
    english = _ENGLISH_TOPIC.fullmatch(scene.between)
    is_topic = english is not None or _TOPIC.fullmatch(scene.between) is not None
    tense = tense_behind(behind) if english is None else ("told" if english["told"] else "to come")
    is_put = is_topic and _PUT.match(behind) is not None
    is_past = tense in ("done", "told") and not is_put
    if in_year.first < anchor:
        return in_year if is_past and (is_topic or likely.first > anchor) else None
    if is_past:
        return None
    is_to_come = is_put or tense in ("to come", "said to come")
    return in_year if is_to_come and (is_topic or likely.last < anchor) else None

"""The days that a text has named so far, and which of them "이날" and "전날" go back to.

Mostly the one named last. But news names its own day ("11일 선고했다"), then one of the background ("지난달 20일
구형했다"), and goes on about its own without naming it again ("재판부는 이날 구속했다"). It goes on about the other one
where it takes up that one's words ("이날 총회에서는") or its topic ("그는 이날"), or where no topic stands before
"이날" ("재판부는") and no word of the news behind it.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from indexing.language.temporal.korean_tense import PARTICIPLE
from indexing.language.temporal.korean_words import NO_TOPIC_WORDS
from indexing.language.temporal.likely_dates import is_told
from indexing.language.temporal.scene import Reading

SENTENCE_LENGTH = 300
"""Characters of a sentence, to either side, that are looked at."""

LONGEST_EVENT = timedelta(days=6)
"""A day of a longer period, of an exhibition or an application, is hardly told by its number alone."""

NEAR = 60
"""Characters before a day in which its sentence may have begun with "앞서"."""

SENTENCE_BREAK = re.compile(r"[.!?。]['\"”’)\]]?\s|\n")
_DAY_BEFORE = ("전날", "the previous day", "The previous day")
_GOES_BACK = ("이날", "전날")
_LOOKS_BACK = ("지난", "작년", "재작년")
_CALENDAR_DAY = re.compile(r"\d{1,4}[년월]")
_TELLING = re.compile(
    r"(?<=었다고 |았다고 |했다고 |렸다고 |됐다고 |졌다고 |쳤다고 |났다고 )\d{1,2}일 (?:밝혔|전했|알렸|발표했)"
)
"""Before the day on which news of an earlier one was told: 지난 5일 축제를 열었다고 |6일 밝혔다."""
_EVENT_OF_DAY = re.compile(r"이날 ([가-힣]{2,8}?)(?:에[는서]?|에서는|[은는이가]|의|장[은는이에])(?![가-힣])")
_EVENTS = ("행사", "현장", "자리", "회의", "경기", "공연")
_BEFORE = "앞서"
_BEFORE_THAT = re.compile(rf"\s*(?:이에 )?{_BEFORE}")
_TOPIC = re.compile(r"([가-힣A-Za-z]{1,12})[은는] ?$")
_FIRST_TOPIC = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{1,12})[은는](?![가-힣A-Za-z])")
_PRONOUNS = ("그", "그녀", "이들", "그들")
_DESCRIBED = re.compile(rf"{PARTICIPLE}(?: [가-힣A-Za-z]{{1,12}}(?<![에서을를])){{0,2}} [가-힣A-Za-z]{{1,12}}[은는] ?$")
"""A topic with what it did on another day before it: "지난 8일 부상에서 돌아온 오스틴은"."""
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{2,}(?![가-힣A-Za-z])(?<!다)")
_ONE_SYLLABLE = re.compile(r"[가-힣][은는이가을를도의로에]")


@dataclass(slots=True)
class NamedDays:
    """The days named so far.

    Attributes:
        text: the whole text.
        anchor: the day it was published, None if unknown.
        last: the day named last.
        told: the last one of the anchor's day or shortly before it, on which the news was told.
        period: the last few days in a row that were named and are to come.
        several: whether different days were named.
    """

    text: str
    anchor: date | None
    last: Reading | None = None
    told: Reading | None = None
    period: Reading | None = None
    several: bool = False
    _scene: Reading | None = field(default=None, init=False)
    _news: tuple[Reading, int] | None = field(default=None, init=False)
    _background: int | None = field(default=None, init=False)
    _event: tuple[Reading, int] | None = field(default=None, init=False)

    def add(self, reading: Reading, start: int) -> None:
        """Take note of a day that the words at ``start`` name."""
        self.several |= self.last is not None and self.last.first != reading.first
        self.last = reading
        if self.text.startswith(_DAY_BEFORE, start):  # it says that the day after it is spoken of
            if self._scene is None and self.anchor is not None:
                self._scene = Reading(self.anchor, self.anchor, "day")
            return
        told = self.anchor is not None and is_told(reading.first, self.anchor)
        before_news = self._news is not None and reading.first < self._news[0].first
        aside = (told or before_news) and self._is_aside(start, told)
        if told and not aside:
            self._news = (reading, start)
        if told and (not aside or self._news is None):
            self.told = reading
        self._event = (self._scene, start) if self._scene and told and _TELLING.match(self.text, start) else None
        self._scene = reading
        self._background = start if aside and before_news else None

    def add_period(self, reading: Reading) -> None:
        """Take note of a period: the days of an event are those on which its parts are."""
        lasts = reading.last - reading.first
        if self.anchor is not None and reading.first > self.anchor and lasts <= LONGEST_EVENT:
            self.period = reading

    def this_day(self, start: int) -> Reading | None:
        """The day that "이날" at ``start`` goes back to; None where none is named."""
        if self._event is not None and (event := _EVENT_OF_DAY.match(self.text, start)):
            day, told = self._event
            if event[1] in _EVENTS or event[1] in self._sentence(told):
                return day
        if self._news is None or self._background is None or not self.text.startswith(_GOES_BACK, start):
            return self._scene
        return self._news[0] if self._is_of_news(start, self._background, self._news[1]) else self._scene

    def _is_aside(self, start: int, told: bool) -> bool:
        if self.text.startswith(_LOOKS_BACK, start) or (not told and _CALENDAR_DAY.match(self.text, start)):
            return True
        if self.text.find(_BEFORE, max(0, start - NEAR), start) < 0:
            return False
        return _BEFORE_THAT.match(self.text, self._sentence_start(start)) is not None

    def _is_of_news(self, start: int, background: int, news: int) -> bool:
        begin = self._sentence_start(start)
        before = self.text[begin:start]
        topic = _TOPIC.search(before)
        if begin <= background:
            return _DESCRIBED.search(before) is not None
        if before.strip() and not topic:
            return False
        told_before, told_in_news = self._sentence(background), self._sentence(news)
        leaning = 0
        for stem in self._stems(begin, start):
            leaning += (stem in told_in_news) - (stem in told_before)
        if topic and topic[1] in _PRONOUNS:
            topic = _FIRST_TOPIC.search(told_before) or topic
        if topic:
            names = [f" {topic[1]}{particle}" for particle in "은는"]
            leaning += any(one in told_in_news for one in names) - any(one in told_before for one in names)
        return leaning >= (0 if topic else 1)

    def _stems(self, begin: int, start: int) -> set[str]:
        """The beginnings of the words of a sentence but those that any has; each with the space before it."""
        found = set()
        for match in _WORD.finditer(self.text, begin, self._sentence_end(start)):
            word = match[0]
            stem = word[:1] if _ONE_SYLLABLE.fullmatch(word) else word[:2]
            if stem not in NO_TOPIC_WORDS:
                found.add(f" {stem}")
        return found

    def _sentence(self, place: int) -> str:
        return " " + self.text[self._sentence_start(place) : self._sentence_end(place)]

    def _sentence_start(self, place: int) -> int:
        begin = max(0, place - SENTENCE_LENGTH)
        return max((one.end() for one in SENTENCE_BREAK.finditer(self.text, begin, place)), default=begin)

    def _sentence_end(self, place: int) -> int:
        found = SENTENCE_BREAK.search(self.text, place, place + SENTENCE_LENGTH)
        return found.start() if found else place + SENTENCE_LENGTH

"""English words that name days and periods, and the words that make a number or a month's name no date: data."""

from typing import Literal

from indexing.language.temporal.tables import listed

ENGLISH_WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
WEEKS_OF_MONTH = ("first", "second", "third", "fourth", "last")
"""Of a month; where the first begins is told in more ways than one, so that it is the month, and vague."""
WEEKDAY_ABBREVIATIONS = listed("mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun")
MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_ABBREVIATIONS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
CAPITAL_MONTHS = listed("may, march, mar")
"""Words of their own in lower case, so they are months only with a capital."""

CUED_MONTHS = listed("may, march, april, june, august")
"""Also a verb, a name or an adjective: without a day or a year a month only after one of ``MONTH_CUES``."""

MONTH_CUES = listed(
    """
    in, since, until, till, by, from, to, through, during, of, for, before, after, between, and,
    throughout
    """
)
DAYS_FROM_ANCHOR = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
DAYS_FROM_TEXT = {
    "the same day": (0, True),
    "that day": (0, True),
    "the next day": (1, True),
    "the following day": (1, True),
    "the previous day": (-1, False),
    "the day before": (-1, True),
    "the day after": (1, True),
}
"""Words -> days from the day named last, and whether one must have been named."""

YEARS_FROM_TEXT = {"the same year": 0, "that year": 0, "the following year": 1, "the previous year": -1}
COUNTED_WEEKS = {"a": 1, "one": 1, "two": 2, "three": 3}
SHIFTS = {"last": -1, "this": 0, "the current": 0, "next": 1}
DIRECTIONS = {"last": -1, "this past": -1, "next": 1, "this coming": 1, "the coming": 1, "this": 0}
WEEKENDS = {
    "this past": -1,
    "the past": -1,
    "this coming": 0,
    "the coming": 0,
    "over the": None,
    "at the": None,
    "during the": None,
    "through the": None,
}
"""Words before "weekend" -> weeks from the anchor's, None where the clause has to say which."""

SEASONS = {"spring": "spring", "summer": "summer", "fall": "autumn", "autumn": "autumn", "winter": "winter"}
VAGUE = listed("early, earlier, mid, late, later, the beginning of, the start of, the middle of")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": -1,
    "final": -1,
}
HOLIDAYS = {
    "chuseok": "chuseok",
    "seollal": "seollal",
    "lunar new year": "seollal",
    "new year's day": "new year's day",
    "new year's eve": "new year's eve",
    "children's day": "children's day",
    "buddha's birthday": "buddha's birthday",
    "liberation day": "liberation day",
    "hangeul day": "hangeul day",
    "hangul day": "hangeul day",
    "christmas eve": "christmas eve",
    "christmas day": "christmas",
    "christmas": "christmas",
}
CHRISTMAS_FOLLOWERS = listed(
    """
    and, or, in, at, is, was, will, when, with, as, to, for, this, last, next, after, before, from, by, on, but,
    because, since, he, she, they, it, that, than
    """
)
"""After "Christmas": any other word makes it that thing's season ("Christmas lights")."""

NOT_LIBERATION_AFTER = listed("tariffs?, duties, levies, announcements?")
"""After "Liberation Day": the second of April 2025, when the United States announced them."""
NUMERALS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

UNITS: dict[str, Literal["day", "week", "month", "year"]] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}

NOT_WEEKDAYS_BEFORE = listed("black, good, ash, palm, easter, every, each, super, cyber, holy, most")
NOT_WEEKDAYS_AFTER = listed("times, mail, express, telegraph, post, mirror, night live, the 13th")
COMING_PREPOSITIONS = listed("by, until, till, before, ahead of, starting, beginning, from, effective, as of, due")
"""Directly before a bare weekday: it is the coming one, not the past one."""

COMING_VERBS = listed(
    r"""
    will, would(?! not\b), is to, are to, (?<!\bas )scheduled, (?<!than )(?<!\bas )expected, (?<!\bas )planned, slated,
    set to, set for, due to, plans to, plan to, to be held, (?:is|are) (?:due|likely|forecast),
    forecast (?:for|through), should be, expects? to, hopes? to, aims? to, intends? to, deadline is
    """
)
"""Before a bare weekday in its clause: likewise."""

PLANNED_VERBS = listed(
    r"""
    takes effect, goes into effect, meets, (?<!not )meet, opens, doors open, starts, begins, holds, plays(?! by\b),
    visits(?! by\b), arrives, (?<!not )arrive, goes, travels to, hosts, heads to, kicks? off, ends, expires, resumes,
    returns (?:to|from), concludes, launches, comes? into force, go on sale, go to the polls, takes place,
    (?<!not )take place, premieres, wraps up, departs, leaves (?:for|from|on), (?-i:leaves [A-Z]\w+), faces? off,
    (?<!to )(?-i:faces? [A-Z]\w+), reopens, airs, hits? (?:theaters|theatres|cinemas|screens|stores|shelves),
    (?:runs|lasts|continues|is open|are open)(?=.*\bthrough $)
    """
)
"""The same, but in the present tense, as of a plan ("holds elections Sunday"): not with a past one between."""

PAST_BETWEEN = listed(
    r"""
    \w+ed, said, was, were, had, has, have, won, lost, fell, rose, took, met, left, came, went, made, told, began, saw,
    found, hit, shot, sent, drew, fled, gave, held, led
    """
)

ABBREVIATIONS = (
    listed("St, Dr, Mr, Ms, No, vs, Lt, Co, Jr, Sr, Mt, Ft"),
    listed("Mrs, Gov, Sen, Rep, Gen, Col, Inc, Ltd, Adm, Sgt, Rev, Maj"),
    listed("Prof, Capt, Corp, Dept"),
)
"""A full stop after them, or after a single letter (a.m., U.S.), ends no sentence; by length, for a look back."""

SENTENCE_OPENINGS = listed("On, At, In, The, An?, He, She, It, They, We, But, And, Police")
"""After a full stop: a sentence ended there, whatever stands before it ("at 8 p.m. On Thursday")."""

ADVERBIAL = listed("and, or, on, in, at, from, until, till, by, late, early, around, about, KST, local, time")
"""With a time or another weekday: no clause of their own between a comma and a date."""

TOLD_BEFORE = listed(
    r"""
    said, says, told \w+, told \w+ \w+,
    (?<!be )(?<!is )(?<!are )(?!(?:scheduled|expected|planned|slated)\b)(?:(?<!\w )\w|(?-i:[a-z]))\w*ed
    """
)
"""Directly before a bare weekday: the past one, whatever the clause says of the future; Ahmed is no verb, and what "is
closed Dec. 24" is to come."""

PASSED_BEFORE = listed(r"took \w+, began, went, came, died, fell, rose")
"""Directly before a month or a day without its year, like ``TOLD_BEFORE``: the one past."""

SPORT = listed(
    r"""
    touchdowns?, scored twice, \d+ yards, rebounds?, quarterback, halftime, NBA, NFL, KBL, playoffs?, \d+ points in
    """
)
"""Near "the fourth quarter" without a year: a quarter of a game, not of the year."""

QUANTITY_NOUNS = listed(
    """
    people, percent, per cent, %, won, dollars, euros, yen, km, kg, meters, metres, feet, miles, tons,
    tonnes, hours, minutes, seconds, points, years, days, months, weeks, million, billion, men, women,
    children, square, cubic, degrees, MHz, rpm, or more
    """
)
"""After four figures: a number of things, not a year."""

KOREAN_QUANTITY_NOUNS = listed(
    "명, 원, 가구, 건, 개, 미터, 여, 만, 억, 세대, 석, 톤, 대, 포인트, 달러, 점, 번, 여성, 남성, 청년"
)
"""The same, with or without a particle behind; 2030 여성 are those in their twenties and thirties."""

PARTICLES = listed("은, 는, 이, 가, 을, 를, 의, 에, 도, 만, 로, 으로, 과, 와, 들, 층")

YEAR_CUES = listed("in, since, during, until, till, through, throughout, year, from, early, late, mid")
"""Directly before four figures: a year, though a plural follows ("In 2025 exports rose")."""

RECORD_BEFORE = listed(
    r"""
    time, times, first, once, twice, ever, high, low, rise, fall, drop, gain, win, more, most, much,
    \w+est
    """
)
"""Directly before "in two years": a span that a record is measured over, not a day to come."""

DAY_FOLLOWERS = listed(
    """
    of, and, to, in, at, local, by, with, for, after, when, that, as, from, because, due, but, or, before, during,
    while
    """
)
"""After "on the 21st": any other word makes it an ordinal ("on the 21st floor")."""

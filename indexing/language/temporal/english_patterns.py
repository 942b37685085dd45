"""The pieces that English patterns are made of, for ``re.IGNORECASE``. A group name occurs once in each."""

import re

from indexing.language.temporal import english_words as words
from indexing.language.temporal.tables import WordTable

_SPACE = r"[ \u00a0]"
MONTHS = WordTable.of(words.MONTHS | words.MONTH_ABBREVIATIONS, _SPACE)
DAYS = WordTable.of(words.DAYS_FROM_ANCHOR, _SPACE)
TOLD_DAYS = WordTable.of(words.DAYS_FROM_TEXT, _SPACE)
TOLD_YEARS = WordTable.of(words.YEARS_FROM_TEXT, _SPACE)
SHIFTS = WordTable.of(words.SHIFTS, _SPACE)
DIRECTIONS = WordTable.of(words.DIRECTIONS, _SPACE)
WEEKENDS = WordTable.of(words.WEEKENDS, _SPACE)
ORDINALS = WordTable.of(words.ORDINALS, _SPACE)
NUMERALS = WordTable.of(words.NUMERALS, _SPACE)
NTH = WordTable.of(words.NTH, _SPACE)
HOLIDAYS = WordTable.of({name.replace("'", mark): day for name, day in words.HOLIDAYS.items() for mark in "'’"}, _SPACE)


def _any(table: tuple[str, ...]) -> str:
    return "|".join(table)


def _month_names() -> str:
    """Any month; the ones that are words of their own only with a capital."""
    free, capital = [], []
    for name in sorted((*words.MONTHS, *words.MONTH_ABBREVIATIONS), key=len, reverse=True):
        end = r"\b\.?" if name in words.MONTH_ABBREVIATIONS else r"\b"
        if name in words.CAPITAL_MONTHS:
            capital += [name.capitalize() + end, name.upper() + end]
        else:
            free.append(name + end)
    return rf"(?:{'|'.join(free)}|(?-i:{'|'.join(capital)}))"


_ANY_MONTH = _month_names()
_ANY_WEEKDAY = _any(tuple(words.ENGLISH_WEEKDAYS))
_NOT_A_COUNT = r"(?<![\d.,:/$€£₩#])(?<![A-Za-z]-)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_NO_UNIT = r"(?![\d:%]|[.,]\d|[ ]?(?:[ap]\.?m\b|percent|people|won\b))"
_DASH = r"(?:[ ]?[-–—~][ ]?|[ ](?:to|through)[ ])"

# ``borrow``: the "29" of "29-30 September" has no month of its own.
MONTH = rf"\b(?P<month>{_ANY_MONTH})"
DAY = rf"(?P<day>\d{{1,2}}){_ORDINAL}{_NO_UNIT}"
DAY_THEN_MONTH = (
    rf"{_NOT_A_COUNT}(?P<day>\d{{1,2}}){_ORDINAL}"
    rf"(?:[ -](?:of[ ])?{MONTH}|(?P<borrow>)(?={_DASH}\d{{1,2}}{_ORDINAL}[ ](?:of[ ])?{_ANY_MONTH}))"
)
DAY_ALONE = rf"the[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?=[.,;)]|$|[ ](?:{_any(words.DAY_FOLLOWERS)})\b)"
DAY_OF_MONTH = rf"\b(?:the[ ])?(?P<day>\d{{1,2}})(?:st|nd|rd|th)[ ]of[ ](?P<month_shift>{SHIFTS.pattern})[ ]month\b"
# "Sept. 27 and 28", "Oct. 3, 5 and 7": only what stands before them makes the later ones days.
LISTED_DAY = rf"(?P<day>\d{{1,2}}){_ORDINAL}\b(?=[.,;)]|$|[ ](?:{_any(words.DAY_FOLLOWERS)}|&)(?!\w))(?![.,]\d)"
LIST_BEFORE = re.compile(
    rf"\b(?:{_ANY_MONTH})[ ]?\d{{1,2}}{_ORDINAL}(?:,[ ]\d{{1,2}}{_ORDINAL}){{0,4}}(?:,|,?[ ](?:and|&))[ ]$",
    re.IGNORECASE,
)
YEAR_FIGURES = r"(?P<year>1[0-9]\d{2}|20\d{2}|2100)(?![\w%:]|[.,/]\d|[-~∼]\d(?!\d{3}\b))"
_COUNTED_YEAR = rf"(?P<year_shift>{SHIFTS.pattern})[ ]year\b(?!['’])"
YEAR = rf"(?:{YEAR_FIGURES}|(?:of[ ])?{_COUNTED_YEAR})"
_OF_YEAR = rf"[ ]of[ ](?:the[ ])?(?:{YEAR_FIGURES}|{_COUNTED_YEAR}|(?P<the_year>year\b))"

DIRECTION = rf"(?:\b(?P<direction>{DIRECTIONS.pattern})[ ])?"
VAGUE = rf"(?:\b(?P<vague>{_any(words.VAGUE)})[ -])?"
END = r"(?:\b(?P<end>the[ ]end[ ]of)[ ])?"
END_OR_WEEK = rf"(?:\b(?P<end>the[ ](?:end|(?:{_any(words.WEEKS_OF_MONTH)})[ ]week(?:end)?)[ ]of)[ ])?"
FIGURES = rf"(?<![\w.,:/$€£₩#])(?:(?<!\w-)|(?<=\bmid-)|(?<=\bend-))(?<!['’]){YEAR_FIGURES}"
END_OF_RANGE_YEAR = YEAR_FIGURES
YEAR_END = r"\b(?:the[ ]end[ ]of[ ]the[ ]year|year-end|the[ ]year[’']s[ ]end)\b"
# "the last year" is the twelve months past, "last year" a calendar year.
COUNTED = rf"(?<!\bthe[ ])\b(?P<shift>{SHIFTS.pattern})[ ](?P<unit>weekend|week|month|quarter|year)\b"

WEEKDAY_BEFORE = rf"(?:\b(?:{_ANY_WEEKDAY}|(?:{_any(words.WEEKDAY_ABBREVIATIONS)})\b\.?),?[ ])?"
WEEKDAY = (
    rf"(?:\b(?P<direction>{DIRECTIONS.pattern}|(?:this[ ])?(?:coming|upcoming))[ ])?"
    rf"\b(?P<weekday>{_ANY_WEEKDAY})\b(?:[ ](?:of[ ])?(?P<week>last|this|next)[ ]week\b)?"
    rf"(?![ ](?:{_any(words.NOT_WEEKDAYS_AFTER)})\b)"
)
WEEKS_FROM = (
    rf"(?<!\bfor[ ])(?<!\banother[ ])(?<![\w-])(?P<count>{_any(tuple(words.COUNTED_WEEKS))})[ ]weeks?[ ]"
    rf"(?P<side>from|ago)(?:[ ]on)?[ ](?P<weekday>{_ANY_WEEKDAY})\b"
)
BUT_ONE = r"\bthe[ ](?P<unit>week|month|year)[ ](?P<side>before[ ]last|after[ ]next)\b"
WEEKEND = rf"\b(?P<which>{WEEKENDS.pattern})[ ]weekend\b"
# What comes back names no day, and its Saturday is not the one before the news either: it is matched to be spent.
NTH_WEEKDAY = (
    rf"\b(?:the[ ])?(?P<nth>{NTH.pattern})[ ](?P<weekday>{_ANY_WEEKDAY})[ ](?:of|in)[ ]"
    rf"(?:{DIRECTION}{MONTH}(?:(?:[ ]of|,)?[ ]{YEAR})?(?P<yearly>[ ](?:every|each)[ ]year\b)?"
    rf"|(?P<month_shift>{SHIFTS.pattern})[ ]month\b"
    r"|(?P<monthly>(?:the|a|every|each)[ ](?:other[ ])?month\b))"
)
# "falls on a Thursday" names no day, "at a Thursday meeting" does.
_EVERY_WEEKDAY = rf"(?:every|each)[ ](?:(?:{_ANY_WEEKDAY}),?[ ](?:(?:and|or)[ ])?){{1,4}}"
NOT_WEEKDAY_AFTER = rf"\b(?:(?:{_any(words.NOT_WEEKDAYS_BEFORE)}|on[ ]a)[ ]|{_EVERY_WEEKDAY})$"
# "is open Monday to Friday" tells the days of every week.
_OPEN = r"\b(?:is|are)[ ](?:(?:only|also|usually|normally)[ ])?open(?:[ ]to[ ]\w{1,12})?[ ](?:from[ ])?"
OPEN_BEFORE = re.compile(rf"{_OPEN}$", re.IGNORECASE)
OPEN_SINCE_BEFORE = re.compile(rf"{_OPEN}(?:{_ANY_WEEKDAY}){_DASH}$", re.IGNORECASE)
OF_WEEK = re.compile(r"[ ](?:of[ ])?(?:last|this|next)[ ]week\b", re.IGNORECASE)
WEEKDAY_BEHIND = re.compile(rf"{_DASH}(?:{_ANY_WEEKDAY})\b", re.IGNORECASE)
_ADVERBS = r"[ ](?:(?:on|late|early)[ ])*$"
_PAST = _any(words.PAST_BETWEEN)
_TO_COME = (
    rf"\b(?=\w)(?:(?:{_any(words.COMING_VERBS)})\b(?!.*\b(?:was|were|had|said|(?:that|which|who)[ ](?:{_PAST}))\b)"
    rf"|(?:{_any(words.PLANNED_VERBS)})\b(?!.*\b(?:{_PAST})\b))"
)
_CLOCK = r"(?:\d{1,2}(?::\d{2})?(?:[ ]?[ap]\.?m\b\.?)?|noon|midnight)"
_IS_ON = rf"(?:is|are)(?:[ ](?:at[ ])?{_CLOCK})?"
# These are looked for in the clause before a date (english_clauses.py).
COMING = re.compile(
    rf"{_TO_COME}|\b(?=\w)(?:{_any(words.COMING_PREPOSITIONS)}|{_IS_ON}){_ADVERBS}", re.IGNORECASE | re.DOTALL
)
FINITE = re.compile(rf"\b(?:{_PAST}|is|are|says?)\b", re.IGNORECASE)
_NO_ABBREVIATION = "".join(
    rf"(?<!\b{words_}\.)" for words_ in (*(f"(?:{'|'.join(some)})" for some in words.ABBREVIATIONS), "[A-Za-z]")
)
# The marks stand first, so that the search passes over all else in C.
SENTENCE_END = re.compile(
    r"[.!?;\n](?:(?<=[!?;])|(?<=\n)\s*\n"
    rf"|(?<=\.)(?:{_NO_ABBREVIATION}(?![ ]?[\da-z])|(?=[ ](?:{_any(words.SENTENCE_OPENINGS)})\b)))"
)
COMMA = re.compile(r",(?=[\s\"'”’]|$)")
ADVERBIAL = re.compile(rf"(?:[ ]|\b(?:{_any(words.ADVERBIAL)}|{_ANY_WEEKDAY}|{_CLOCK}))*", re.IGNORECASE)
RELATIVE = re.compile(r"[ ](?:who|whom|whose|which|where|when)\b")
TOLD = re.compile(rf"\b(?:{_any(words.TOLD_BEFORE)}){_ADVERBS}", re.IGNORECASE)
TO_COME = re.compile(_TO_COME, re.IGNORECASE | re.DOTALL)
PASSED = re.compile(
    rf"\b(?:{_any((*words.TOLD_BEFORE, *words.PASSED_BEFORE))})[ ](?:(?:in|on|since|early|late)[ ])*$", re.IGNORECASE
)

HALF = rf"\b(?:the[ ])?(?P<half>first|second|1st|2nd)[ ]half{_OF_YEAR}"
HALF_CODE = rf"\bH(?P<half>[12])(?:[ ]of)?[ ]{YEAR_FIGURES}"
QUARTER = (
    rf"\b(?:(?:the[ ])?(?P<quarter>{ORDINALS.pattern})[ -]quarter|Q(?P<code>[1-4])|(?P<code_>[1-4])Q)\b"
    rf"(?:,?(?:[ ]of)?(?:[ ]the)?[ ](?:{YEAR_FIGURES}|{_COUNTED_YEAR}|(?P<the_year>(?<=the[ ])year\b)))?"
)
SEASON = (
    rf"\b(?P<season>{_any(tuple(words.SEASONS))})\b"
    rf"(?:[ ](?:of[ ])?(?:the[ ]year[ ])?{YEAR_FIGURES}|[ ]of[ ]{_COUNTED_YEAR})?"
)
_NO_HOLIDAY = (
    rf"(?!(?<=Liberation[ ]Day)[ ](?:{_any(words.NOT_LIBERATION_AFTER)})\b)(?<![\"“'‘]Liberation[ ]Day)"
    rf"(?!(?<=Christmas)[ ](?!(?:{_any(words.CHRISTMAS_FOLLOWERS)})\b|20\d\d\b))(?<!Merry[ ]Christmas)"
)
HOLIDAY = (
    r"(?:\b(?:the[ ])?(?P<beside>eve|day[ ]before|day[ ]after)(?:[ ]of)?[ ])?"
    rf"(?:\b(?P<year_before>20\d{{2}})[ ]|\b(?P<year_shift>{SHIFTS.pattern})[ ]year['’]s[ ]|{DIRECTION})"
    rf"\b(?P<name>{HOLIDAYS.pattern})\b{_NO_HOLIDAY}(?P<days_off>[ ](?:holidays?|break))?"
    rf"(?:[ ](?:of[ ])?(?:{YEAR_FIGURES}|(?P<year_after>{SHIFTS.pattern})[ ]year\b(?!['’])))?"
)
_UNIT = r"(?:day|week|month|year)"
AWAY = (
    rf"(?<![\w.,-])(?P<count>\d{{1,3}}|{NUMERALS.pattern})[ ](?P<unit>{_UNIT})s?[ ]"
    r"(?P<side>ago|later|earlier|from[ ]now|from[ ]today|hence)\b"
)
AHEAD = (
    rf"\bin[ ](?P<count>\d{{1,3}}|(?!an?\b|one\b)(?:{NUMERALS.pattern}))[ ]"
    rf"(?P<unit>{_UNIT})s(?:['’][ ]time)?\b(?![ ]of)"
)
_LENGTH = (
    rf"for[ ](?:the[ ]|a[ ]total[ ]of[ ])?(?P<count>\d{{1,3}}|{NUMERALS.pattern})[ ]"
    rf"(?:(?:consecutive|straight|full|whole)[ ])?(?P<unit>{_UNIT})s?"
)
_OPENING = r"(?:from|starting|beginning|commencing)(?:[ ](?:from|on))?[ ]"
LENGTH_BEFORE = re.compile(rf"\b{_LENGTH}[ ]{_OPENING}$", re.IGNORECASE)
LENGTH_BEHIND = re.compile(rf",?[ ]{_LENGTH}\b", re.IGNORECASE)
LENGTH_OPENING = re.compile(rf"\b{_OPENING}$", re.IGNORECASE)
RECORD = rf"\b(?:{_any(words.RECORD_BEFORE)})\b[^.,;]*$"

MONTH_CUE = re.compile(rf"\b(?:{_any(words.MONTH_CUES)})[ ]$", re.IGNORECASE)
MONTH_RANGE_AFTER = re.compile(rf"{_DASH}{_ANY_MONTH}", re.IGNORECASE)
SPORT = re.compile(rf"\b(?:{_any(words.SPORT)})\b", re.IGNORECASE)
YEAR_CUE = re.compile(rf"\b(?:{_any(words.YEAR_CUES)})[ ]$", re.IGNORECASE)
NUMBER_BEFORE = re.compile(r"(?:\bno\.?|\bnumber|\babout|\bsome|\bnearly|\bover|\bthan|\broom)[ ]$", re.IGNORECASE)
QUANTITY_AFTER = re.compile(
    rf"[ -]?(?:(?:{_any(words.QUANTITY_NOUNS)})(?!\w)"
    rf"|(?:{_any(words.KOREAN_QUANTITY_NOUNS)})(?:{_any(words.PARTICLES)})?(?!\w))",
    re.IGNORECASE,
)
PLURAL_AFTER = re.compile(r"[ ][a-z]{2,20}s\b(?<!['’]s)")
ZONE = r"(?:[ ](?:KST|JST|UTC|GMT|CET|CEST|BST|E[SD]?T|C[SD]T|P[SD]?T|local[ ]time|Korean?[ ]time))?"

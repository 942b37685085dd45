"""Spans that answer "how many" and "how much": a number with its unit."""

import re
from typing import Final

from app.answering.spans.asked_measure import AGE, MONEY, measure_asked, unit_fit
from app.answering.spans.quantity_patterns import COUNTED_NOUN, ENGLISH_QUANTITY, NATIVE_LENGTH, QUANTITY, UNIT, VERB
from app.answering.spans.span import SentenceContext, Span, whole_latin_word
from indexing.language.hangul import has_hangul
from indexing.language.terms import single_syllable

_AGE_IN_BRACKETS: Final = re.compile(
    r"(?<=[가-힣A-Za-z])\s?\((?:[남여][·,]\s?|당시\s)?(?P<age>(?:1[01]\d|\d{1,2})(?:세|살)?)(?:[·,]\s?[가-힣]{1,3})?\)"
)
"""How old somebody is, behind the name."""
_HOUR_BEFORE: Final = re.compile(r"\d시\s?$")
_AGE_BEFORE: Final = re.compile(r"\b(?:age of|at age|aged)\s$", re.IGNORECASE)
_AGE_LENGTH: Final = len("the age of ")
_RATE: Final = re.compile(
    r"(?<![가-힣\d])(?:하루|연간|연|월|매[일주월달년]|(?:일주일|1주일|한 달|1년|하루)에|(?:1인|1명|가구|시간)당"
    r"|(?<!이번\s)(?<!지난\s)(?<!다음\s)(?<![첫째막]\s)(?P<week>주))\s?$"
)
"""What an amount is told for, before it: 하루 |평균 11만 명, 1인당 |최대 7권, 주 |4회."""
_A_WEEK: Final = re.compile(r"(?:(?:약|최대|최소|평균)\s)?\d{1,3}(?:회|번|일|시간)")
_RATE_LENGTH: Final = 8
_LOWER_END: Final = re.compile(
    r"\b(?:from|between)\s(?P<number>[$€₩]?\d(?:[\d,]{0,14}\d)?(?:\.\d{1,3})?)\s(?:to|and)\s$"
)
"""Before the upper end of a range; a number with a unit of its own before it is no lower end of it."""
_CHANGED_FROM: Final = re.compile(
    r"\b(?:rose|risen|rise|grew|grown|grow|up|down|fell|fallen|fall|dropp?\w*|cut|rais\w+|increas\w+|decreas\w+|lower\w*|mov\w+|went|go|goes"
    r"|climb\w*|jump\w*|declin\w+|shr[aiu]nk|chang\w+|improv\w+|expand\w*|extend\w*|reduc\w+)(?:\s[\w,%]+){0,4}\s$"
)
_RANGE_LENGTH: Final = 34
_ASKS_TIMES: Final = re.compile(r"\bhow (?:many times|often)\b|몇\s?(?:번|차례|회)(?!\s?(?:버스|노선|출구|지))")
_NTH_TIME: Final = re.compile(
    r"\b(?:once|twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) times"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)) time)\b"
)
_ASKS_LENGTH: Final = re.compile(
    r"며칠|몇\s?(?:일|주(?!년)|달|개월|년|시간)|얼마나\s?(?:오래|걸|미[뤄루]|늦|길게|앞당)|얼마\s?만에"
    r"|\bhow (?:long|many (?:days|weeks|months|years))\b"
)
_LENGTH_TOLD: Final = 0.8
_TIMES_TOLD: Final = 1.0
"""Times are told in words as often as in figures; nothing else answers who asks for them."""
_CHANGE: Final = re.compile(
    r"\s?(?:씩\s)?(?:\([^()]{1,20}\)\s?)?(?:[이가]?\s)?(?:늘[어었]|줄[어었]|늘[린리려렸]|줄[인이여였]|오[른르]|올[라랐린리려렸]|내[린리려렸]|깎|인상|인하|증가|감소|상승|하락|급등|급락|떨어|뛰[어었]|뛴|커[졌진]|많[은다았]|적[은다었]|높은|낮은|앞선|뒤진)"
)
"""지난해보다 3억 원(20%) 늘어난 18억 원: the first amount is the change, not the level."""
_ENGLISH_CHANGE: Final = re.compile(
    r"\b(?:rose|risen|grew|grown|gained|climbed|jumped|soared|increased|surged|fell|fallen|dropped|declined|shrank|shrunk"
    r"|decreased|plunged|slipped|slid|up|down)(?: by| some| about| nearly| another)? $"
)
_ASKS_CHANGE: Final = re.compile(
    r"(?:얼마나|얼마|몇\s?[가-힣%]{1,5}(?<!로)(?<!까지))\s?(?:더\s|나\s)?(?:늘|줄|올랐|올라|오른|오르|올[린리려렸]|내[리린려렸]|깎|증가|인상|인하|감소|상승|하락|떨어|뛰[었어]|급등|급락|커졌)"
    r"|how (?:much|many \w+) (?:more|less)"
    r"|\bhow much\b(?!.{0,80}\bfall (?:fest|sem|term)).{0,80}\b(?:rise|grow|gain|climb|jump|soar|increase|surge|fall|drop|decline|shrink|decrease|plunge|slip|go (?:up|down))\b"
    r"|\b(?:rise|rose|increase|fall(?! fest| sem| term)|fell|drop|cut)"
)
_BY_HOW_MUCH: Final = 0.6
"""What a change that is asked for gains over a level."""
_ASKS_RANK: Final = re.compile(r"몇\s?(?:등|위)(?![가-힣]{2})|\bwhat (?:place|rank)\b")
_MEDAL: Final = re.compile(r"[금은동]메달(?!\s?\d)|(?:준)?우승(?=[을했해]|컵|으로|\s)|\d{1,3}등(?![가-힣]{2})")
"""What tells a rank without 위."""
_ENGLISH_UNIT: Final = re.compile(r"percentage point|%|per ?cent|won\b|dollar|[$€₩]")
_UP_TO_UNIT: Final = re.compile(r".*[\d조억만천]\s?(?:여\s?)?", re.DOTALL)
_LASTING: Final = re.compile(r"\s?(?:동안|간(?![가-힣])|연속)")
_TIME_UNIT: Final = re.compile(r" (?:day|week|month|year)s?$")
_ARROW: Final = re.compile(r"[^\d.]{0,6}(?:→|->|=>|⇒|➡)")
_NUMBER_BEFORE: Final = re.compile(
    r"(?<![\d,.조억만천])(?:\d{1,4}[조억만천]{1,2}\s?)?\d(?:[\d,]{0,14}\d)?[조억만천]{0,2}(?:개|여)?\s?$"
)


def find_quantities(context: SentenceContext) -> list[Span]:
    """Quantities of the sentence, best first; dates are not quantities."""
    asked = context.question.text.lower()
    of_change = asks_change(asked)
    measure = measure_asked(asked)
    if of_change and measure is MONEY:
        measure = None  # "how much did it fall" asks for no amount of money
    pattern = QUANTITY if has_hangul(context.text) else ENGLISH_QUANTITY
    spans = []
    for match in pattern.finditer(context.text):
        start, end = match.span()
        if _is_clock(match):
            continue
        if context.is_date(start, end) and not _is_length(match):
            continue
        score = 0.3 + 0.5 * context.nearness(start, end) + unit_fit(measure, match.group(), context.text[:start])
        score -= 0.5 if context.asked(start, end) else 0.0
        before, after = context.text[:start], context.text[end:]
        score += _change_score(before, after) if of_change else _level_score(after)
        start = _with_rate(context.text, _with_lower_end(context.text, start))
        spans.append(Span(start, end, context.text[start:end].strip(), score))
    spans += _counted_mentions(context)
    if _ASKS_TIMES.search(asked) and not has_hangul(context.text):
        spans += [Span(*time.span(), time.group(), _TIMES_TOLD) for time in _NTH_TIME.finditer(context.text)]
    if _ASKS_LENGTH.search(asked):
        spans += [
            Span(*length.span(), length.group(), _LENGTH_TOLD + 0.5 * context.nearness(*length.span()))
            for length in NATIVE_LENGTH.finditer(context.text)
        ]
    if asks_rank(asked):
        spans += [Span(*match.span(), match.group(), 1.0) for match in _MEDAL.finditer(context.text)]
    if measure is AGE:
        spans += _ages_in_brackets(context)
    return sorted(spans, key=lambda span: -span.score)


def unit_of(quantity: str) -> str:
    """What is counted or measured: 건 of 2,184건; of English only money and shares, since nouns go unsaid."""
    if has_hangul(quantity):
        return _UP_TO_UNIT.sub("", quantity)
    english = _ENGLISH_UNIT.search(quantity)
    return english.group() if english else ""


def is_change(sentence: str, span: Span) -> bool:
    """Whether a number of a sentence tells by how much something changed, and no level: 55.9% 줄었다."""
    return _change_score(sentence[: span.start], sentence[span.end :].removeprefix(")")) > 0


def asks_change(question: str) -> bool:
    """Whether a question, in small letters, asks by how much something changed."""
    return _ASKS_CHANGE.search(question) is not None


def asks_rank(question: str) -> bool:
    """Whether a question, in small letters, asks which place somebody came in."""
    return _ASKS_RANK.search(question) is not None


def _with_rate(text: str, start: int) -> int:
    """Where an amount begins with what it is told for; four times are not four times a week."""
    rate = _RATE.search(text, max(0, start - _RATE_LENGTH), start)
    return rate.start() if rate and (not rate["week"] or _A_WEEK.match(text, start)) else start


def _with_lower_end(text: str, start: int) -> int:
    """Where a range begins of which a number is the upper end: "from |20,000 to 90,000 won", but not what fell so."""
    lower = _LOWER_END.search(text, max(0, start - _RANGE_LENGTH), start)
    return start if lower is None or _CHANGED_FROM.search(text, 0, lower.start()) else lower.start("number")


def _is_length(match: re.Match[str]) -> bool:
    """Of "14일부터 3일간" and "for 3 days from the 14th" the three days are no date."""
    if match.string[: match.start()].endswith("for "):
        return _TIME_UNIT.search(match.group()) is not None
    return _LASTING.match(match.string, match.end()) is not None or match.group().endswith("간")


def _is_clock(match: re.Match[str]) -> bool:
    """Minutes behind an hour of the day: |30분| of 밤 11시 30분부터, but not of 2시 30분간."""
    before = match.string[max(0, match.start() - len("12시 ")) : match.start()]
    return (
        match.group().endswith("분")
        and _HOUR_BEFORE.search(before) is not None
        and not _LASTING.match(match.string, match.end())
    )


def _level_score(after: str) -> float:
    """2.50%에서 2.25%로 0.25%포인트 내렸다: the level is what it came to, neither where from nor by how much."""
    if _CHANGE.match(after) or re.match(r"에서\s|포인트", after) or _ARROW.match(after):
        return -0.4
    return 0.2 if re.match(r"(?:으)?로\s", after) else 0.0


def _change_score(before: str, after: str) -> float:
    """영업이익은 10조원으로 55.9% 줄었다, "fell 2.1 percent to 598 billion won": by how much."""
    return _BY_HOW_MUCH if _CHANGE.match(after) or _ENGLISH_CHANGE.search(before[-30:]) else 0.0


def _counted_mentions(context: SentenceContext) -> list[Span]:
    """Numbers right before what is asked about: 300병상, 78개 노선, 45 beds."""
    spans = []
    for start, end in context.mentions:
        number = _NUMBER_BEFORE.search(context.text[max(0, start - 24) : start])
        if number and not VERB.match(context.text, start):
            syllable = single_syllable(context.text[start:end])
            if syllable and re.fullmatch(rf"(?:{UNIT})|[골승패타]", syllable):
                end = start + 1  # 9표를: what is counted, with its particle
            first = start - len(number.group())
            _, last = whole_latin_word(context.text, first, end)
            noun = COUNTED_NOUN.match(context.text, start)
            last = max(last, noun.end()) if noun else last
            spans.append(Span(first, last, context.text[first:last], 1.2))
    return spans


def is_age(sentence: str, start: int) -> bool:
    """Whether what begins there is an age, in brackets behind somebody's name or behind the word: 최모(43)씨, aged 9."""
    if _AGE_BEFORE.search(sentence[max(0, start - _AGE_LENGTH) : start]):
        return True
    return any(match.start("age") == start for match in _AGE_IN_BRACKETS.finditer(sentence))


def _ages_in_brackets(context: SentenceContext) -> list[Span]:
    """The ages of 최모(43)씨, 배금순(81·여)씨 and Choi (43)."""
    found = [match.span("age") for match in _AGE_IN_BRACKETS.finditer(context.text)]
    return [Span(start, end, context.text[start:end], 0.9 + 0.5 * context.nearness(start, end)) for start, end in found]

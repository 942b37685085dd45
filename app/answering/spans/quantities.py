"""Spans that answer "how many" and "how much": a number with its unit."""

import re
from dataclasses import dataclass
from typing import Final

from app.answering.spans.span import SentenceContext, Span, whole_latin_word
from indexing.language.hangul import has_hangul
from indexing.language.terms import single_syllable

_UNIT: Final = (
    r"(?:여\s?)?(?:만\s?|천\s?)?(?:%\s?[pP](?![A-Za-z])|포인트|배럴|파운드|루블|루피아|루피|바트|즈워티|페소(?!스)|링깃|디르함|스위스\s?프랑|센트(?!럴)|갤런|온스|에이커|마일|피트|인치|데시벨|대\s?1(?!\d)"
    r"|(?:호주|캐나다|홍콩|싱가포르|대만|뉴질랜드)\s?달러|달러|유로|엔|위안|원|명|인분|인|가구|세대|개국|개\s?(?:도시|국가|나라|기관|업체|기업|학교|노선|동|팀|부스|종|점|곳|사|사업|과제|회원국)?(?!월)|곳|회|번째|번|차례|건|"
    r"대(?!\s?(?:초반|중반|후반|남|여|노인|청년|청소년|주부|운전자|승객|환자|직장인|학생|부부|노동자|근로자|작업자))|척|편|권|마리|그루|채|호(?!주)|동|층|석|면|배(?!럴)|세|살|시간|분의\s?\d{1,4}|분(?!기)|초"
    r"|개월|년|일간|일(?!째)|주(?!년|째|기)|퍼센트포인트|%포인트|퍼센트|%|㎞|킬로미터|㎢|km2|km|㎡|제곱미터|㎥|m2|mm|m(?![a-z])|ｍ|㎎|mg(?![a-z])|㎖|ml(?![a-z])|㎿|㎾h?|㏄|℃|bp(?![A-Za-z])|이닝|미터|㎝|센티미터|cm|㎜|톤|t(?![a-z])|㎏|킬로그램|kg|ℓ|리터"
    r"|헥타르|ha|㏊|평|도(?!움|시|교|내|입|착|심|전|서|민|지)|점|표|위|장|벌|잔|km²|메가와트|TEU|[kMG]Wh?|가지|종류|종|쪽|년간|시간대|포기|상자|박스|그릇|필지|구간)"
)
_FIGURES: Final = r"\d(?:[\d,]{0,20}\d)?"
"""Of "금 2, 은 2, 동 3개" the comma belongs to no number."""
_NUMBER: Final = (
    rf"{_FIGURES}(?:\.\d{{1,9}})?"
    rf"(?:[조억만천]{{1,4}}(?:\s?{_FIGURES}(?:\.\d{{1,9}})?[억만천]{{1,4}}){{0,4}}(?:\s?{_FIGURES})?)?"
)
_REST: Final = (
    r"(?:(?<=년)(?<!\d{4}년)\s?\d{1,2}개월|(?<=개월)\s?\d{1,2}일(?!째)|\s?\d{1,2}분\s\d{1,2}초|\s?\d{1,2}(?:분|초))?"
)
"""The smaller part of one length of time: 1년6개월, 3시간 20분; 2019년 6개월간 is a year and another length."""
_TERM: Final = r"(?:징역|금고)\s?(?:\d{1,2}년\s?)?\d{1,2}월(?!\s?\d{1,2}일)"
"""Courts count months so: 징역 1년 6월."""
_LENGTH: Final = (
    r"(?<![\d,.])(?:\d{1,3}시간\s?\d{1,2}분(?:\s?\d{1,2}초(?:\d{2,3}(?!\d))?)?|(?:\d{1,3}분\s?)?\d{1,2}초\d{2,3}(?!\d)"
    r"|\d{1,3}분\s?\d{1,2}(?:\.\d{1,3})?초|\d{1,3}년\s?\d{1,2}개월)"
)
"""A length of time in more units than one, and a runner's time: 2시간 6분 48초, 1분57초12, 5년 9개월."""
_CLOSING: Final = r"(?<![\d,.])\d{1,3}(?:,\d{3}){0,3}\.\d{1,2}(?=(?:에|으?로)\s(?:[가-힣]{2}\s)?(?:장을|거래를|마감|마쳤|출발|개장|시작))"
"""Where an index of shares stood, which has no unit: 3,058.92에 장을 마쳤다, 867.44로 마감했다."""
_QUANTITY: Final = re.compile(
    rf"{_TERM}|{_CLOSING}"
    r"|지하\s?\d{1,2}층?(?:\s?[,~∼〜·/–-]\s?|에서\s|부터\s|과\s|\s)지상\s?\d{1,3}층"
    r"|(?:(?:약|총|모두|최대|최소|평균|하루|연간|연|전체)\s)?(?:(?:영하|영상|시속|초속|분속)\s?|(?<![\d가-힣A-Za-z)])[-−])?"
    rf"(?:{_LENGTH}|(?<![\d,.])(?:{_NUMBER}\s?(?:{_UNIT})?\s?[∼~〜]\s?)?{_NUMBER}\s?{_UNIT}{_REST})"
    r"|규모\s?\d\.\d(?!\d)"
)
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
_TIMES_TOLD: Final = 1.0
"""Times are told in words as often as in figures; nothing else answers who asks for them."""
_NO_NOUN: Final = "|".join(
    """in on and of to by at from for as than were was are is had have has died while when who which that with after before
    during since until or but so if per a an the his her its their will would could can may might be been came went took
    this these those every each all both between
    said rose fell ended began started watched attended voted entered joined signed died about only also more less not
    into over under out up down off because compared reported nearly almost among amid including versus against""".split()
)
"""What is no name of the things that are counted: "18 were foreign", "23,750 watched"."""
_VERB: Final = re.compile(rf"(?:{_NO_NOUN})\b")
_HOURS: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) hours?,? (?:and )?(?=\d{1,2} min)"
)
_ADJECTIVES: Final = "|".join(
    """foreign local new public private international national young older elderly elementary overseas domestic additional
    different full-time part-time high-school square electric""".split()
)
"""What may stand between a number and what it counts: 3,214 foreign patients."""
_COUNTED_NOUN: Final = re.compile(rf"(?:{_ADJECTIVES})\s(?!(?:{_NO_NOUN})\b)[a-z]+")
_ENGLISH_QUANTITY: Final = re.compile(
    rf"(?:about |some |nearly |more than |up to )?(?:minus |(?<![\w)])[-−](?=\d))?(?:{_HOURS})?[$€₩]?\d(?:[\d,]*\d)?(?:\.\d+)?"
    r"(?:-(?!(?:to|and)\b)[a-z]{2,12}(?:-[a-z]{2,12})?)?"
    r"(?:\s(?:million|billion|trillion|percentage points?|percent|per cent|won|dollars))*%?"
    rf"(?:\s(?:(?:{_ADJECTIVES})\s)?(?!(?:{_NO_NOUN})\b)(?:[a-z]+|TEUs?\b|[kMGT]Wh?\b))?"
)
_CHANGE: Final = re.compile(
    r"\s?(?:\([^()]{1,20}\)\s?)?(?:[이가]?\s)?(?:늘[어었]|줄[어었]|늘[린리려렸]|줄[인이여였]|오[른르]|올[라랐린리려렸]|내[린리려렸]|깎|인상|인하|증가|감소|상승|하락|급등|급락|떨어|뛰[어었]|뛴|커[졌진]|많은|적은|높은|낮은|앞선|뒤진)"
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


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is counted, the units an article would use, and the word that would introduce it."""

    asked: str
    units: str
    introduced_by: str | None = None


_MONEY: Final = _Measure(
    r"how (?:much|big)|얼마|예산|사업비|비용|요금|가격|cost|budget|price|fare", r"원|달러|유로|won|dollar|\$|₩"
)
_AGE: Final = _Measure(r"몇\s?(?:살|세(?!대))|나이|how old", r"세|살|years old")
# First match wins; Korean and English askers share the table.
_MEASURES: Final = (
    _Measure(
        r"얼마나\s?(?:길|긴)|길이|how long is|length", r"㎞|km|킬로미터|[mｍ]|미터|kilomet|met", r"길이|구간|연장"
    ),
    _Measure(r"얼마나\s?(?:높|큰\s?키)|높이|how (?:tall|high)", r"[mｍ]|미터|층|met|stor", r"높이|지상"),
    _Measure(
        r"몇\s?도(?!시|로)|기온|온도|얼마나\s?(?:더[웠운우워]|추[웠운우워])|how (?:hot|cold|warm)|temperature",
        r"도|℃|degrees?|celsius",
    ),
    _Measure(
        r"얼마나\s?깊|깊이|how deep|\bdepth\b", r"㎞|km|킬로미터|[mｍ]|미터|㎝|cm|센티미터|met", r"깊이|지하|땅속"
    ),
    _Measure(r"얼마나\s?(?:넓|큰|커)|면적|area", r"㎡|제곱미터|㎢|ha|헥타르|평|square|hectare", r"면적|연면적|규모"),
    _Measure(
        r"얼마나\s?(?:걸|오래)|how long|몇\s?(?:시간|분|초|개월|주)",
        r"시간|분|초|개월|년|일|hour|minute|second|day|month|year",
    ),
    _Measure(
        r"몇\s?명|몇\s?사람|[가-힣][객자]\s?수(?![가-힣]{2})|인구|population|인원|how many (?:people|visitors|residents|passengers|students|members|participants"
        r"|volunteers|citizens|workers|employees|children|households)",
        r"명|가구|세대|people|resident|visitor",
    ),
    # an exchange rate is an amount, a fertility rate a number of children
    _Measure(
        r"몇\s?(?:퍼센트|%|프로)|비율|(?<=[가-힣])(?<![환산])[율률][은는이가]?(?:\s|\W*$)|지지도|percent|share|proportion|(?<!exchange )(?<!fertility )\brate\b",
        r"%|퍼센트|percent",
    ),
    _MONEY,
    _Measure(r"몇\s?(?:개국|나라)|how many countries", r"개국|개?\s?국가|나라|countr"),
    _Measure(r"몇\s?(?:개\s?)?도시|how many cities", r"개?\s?도시|cit"),
    _Measure(
        r"몇\s?(?:곳|군데)|how many (?:places|sites|locations|stations|stops|schools|centers|centres|shelters)",
        r"곳|개|place|site|station|stop|school",
    ),
    _AGE,
    _Measure(r"몇\s?대|how many (?:buses|cars|vehicles|trams)", r"대|bus|car|vehicle|tram"),
    _Measure(r"몇\s?(?:회|번)|how (?:often|many times)", r"회|번|차례|times"),
    _Measure(r"몇\s?권|how many books", r"권|book"),
    _Measure(r"몇\s?(?:km|킬로|미터)|how far", r"㎞|km|킬로미터|[mｍ]|미터|kilomet|met"),
)


def find_quantities(context: SentenceContext) -> list[Span]:
    """Quantities of the sentence, best first; dates are not quantities."""
    asked = context.question.text.lower()
    of_change = asks_change(asked)
    measure = next((one for one in _MEASURES if re.search(one.asked, asked)), None)
    if of_change and measure is _MONEY:
        measure = None  # "how much did it fall" asks for no amount of money
    pattern = _QUANTITY if has_hangul(context.text) else _ENGLISH_QUANTITY
    spans = []
    for match in pattern.finditer(context.text):
        start, end = match.span()
        if _is_clock(match):
            continue
        if context.is_date(start, end) and not _is_length(match):
            continue
        score = 0.3 + 0.5 * context.nearness(start, end) + _fit(measure, match.group(), context.text[:start])
        score -= 0.5 if context.asked(start, end) else 0.0
        before, after = context.text[:start], context.text[end:]
        score += _change_score(before, after) if of_change else _level_score(after)
        start = _with_rate(context.text, _with_lower_end(context.text, start))
        spans.append(Span(start, end, context.text[start:end].strip(), score))
    spans += _counted_mentions(context)
    if _ASKS_TIMES.search(asked) and not has_hangul(context.text):
        spans += [Span(*time.span(), time.group(), _TIMES_TOLD) for time in _NTH_TIME.finditer(context.text)]
    if _ASKS_RANK.search(asked):
        spans += [Span(*match.span(), match.group(), 1.0) for match in _MEDAL.finditer(context.text)]
    if measure is _AGE:
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
        if number and not _VERB.match(context.text, start):
            syllable = single_syllable(context.text[start:end])
            if syllable and re.fullmatch(rf"(?:{_UNIT})|[골승패타]", syllable):
                end = start + 1  # 9표를: what is counted, with its particle
            first = start - len(number.group())
            _, last = whole_latin_word(context.text, first, end)
            noun = _COUNTED_NOUN.match(context.text, start)
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


def _fit(measure: _Measure | None, quantity: str, before: str) -> float:
    """How well the unit, and the word before the number, fit what is asked."""
    if measure is None:
        return 0.0
    has_unit = re.search(rf"(?:{measure.units})(?:여)?$|[\d\s-](?:{measure.units})(?!포인트)", quantity)
    introduced = measure.introduced_by and re.search(rf"(?:{measure.introduced_by})[은는이가]?\s?(?:약\s)?$", before)
    return (0.6 if has_unit else -0.4) + (0.4 if introduced else 0.0)

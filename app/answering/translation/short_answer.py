"""A span of a Korean or English sentence as a short answer in the asker's language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.answering.abbreviations import Abbreviation, find_abbreviations
from app.answering.claims.check import ClaimChecker
from app.answering.claims.grounds import Grounds
from app.answering.close_reading.values.amounts_in_row import amounts_of
from app.answering.close_reading.values.enumerations import items_of
from app.answering.evidence.evidence import Evidence
from app.answering.introductions import whole_name
from app.answering.spans.english_people import EnglishPeople
from app.answering.spans.places import ends_in_place_word
from app.answering.spans.quantities import is_age
from app.answering.spans.span import Span
from app.answering.translation.full_names import FullNames
from app.answering.translation.korean_quantities import korean_quantity
from app.answering.translation.korean_times import korean_time_of
from app.answering.translation.person_names import PersonNames
from app.answering.translation.place_names import PlaceNames
from app.answering.translation.quantities import english_quantity
from app.answering.translation.undated_times import english_time, is_time
from app.answering.wording import render_date
from app.question.question_words import NAMING_KINDS
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.hangul import has_hangul
from indexing.language.particles import may_end_in_particle
from indexing.language.people import People
from indexing.language.temporal import english_moment, korean_moment, named_period, states_days
from indexing.language.temporal.english_words import ENGLISH_WEEKDAYS

_WEEKDAYS = tuple(map(str.capitalize, ENGLISH_WEEKDAYS))
_PARTICLES = tuple("이가은는도의")
_BRACKET_BEHIND = re.compile(r"\s?\([^()]{1,40}\)$")
_LATIN_BRACKET = re.compile(r"\((?P<name>[A-Z][A-Za-z.'’ -]{2,40})[),·]")
_WORDS_OF_A_NAME = 4
_PEOPLE = re.compile(r"(?:[가-힣]{3}·){1,6}[가-힣]{3}")
_WITHHELD = re.compile(r"[가-힣A-Z]모?(?:\([^()]{1,12}\))?\s?씨")
"""염모(58)씨: a name that is not told, and by itself no word."""
_WORDS_OF_A_PLACE = 6
"""북항구 옛 세관 건물 2층 has five."""
_LATIN_NAME = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9&.'’ -]*(?=$|[,;])")
"""Of "Lhasa, 拉薩" and "State of Maryland, [ˈmæɹ…]" the name."""
_OWN_NAME = re.compile(r"[A-Z][A-Za-z0-9-]{2,30}")
_AGE = re.compile(r"\s*[·,]\s*\d{1,3}$")
"""Beside a name in brackets: 대니얼 킵로티치(Daniel Kiprotich·33)."""
_CLAUSE = re.compile(
    r"(?<=[가-힣])(?:에게|한테|는|은|(?<!마)을|를|던|(?<!바)다|(?<=[으하되라다이])면|(?<=[하되이라다있없았었했리지치나르두주보받내])고"
    r"|(?<=[에해라면려어아여])서)(?:\s|$)"
)
"""Endings of clauses; 강남경찰서, 원삼면 and 마을 end alike, and the late stands apart: 고 노무현."""
_AMOUNT = re.compile(
    r"^(?:(?:약|총|시속|초속|영하|섭씨|화씨|하루|월|연|매월|매년|최대|최소)\s?)?\d.*(?:원|달러|유로|시간|분|초|%|퍼센트|%p|명|개월|㎞|km|㎡|㎏|톤)$"
)
"""An amount, whatever is asked; 3층 and 14회 may be the third floor and the fourteenth time."""
_JUDGED_OR_SCORED = re.compile(
    r"^(?:(?:징역|금고|벌금|집행유예)\s?\d.*|무기징역|사형|무죄|규모\s?\d\.\d|(?:시즌\s)?\d{1,3}승(?:\s?\d{1,3}[무패])*|\d{1,3}초\d{2}|\d{1,2}분\s?\d{1,2}초\d{2})$"
)
"""What courts give and sports count, whatever is asked."""
_ENGLISH_AMOUNT = re.compile(r"^[$€₩]?\d.*(?:won|dollars|euros|yen|illion|percent|%|meters|metres|people)$")
_CLOCKS = (
    (re.compile(r"현지\s?(?:시간|시각)|\blocal time\b", re.IGNORECASE), "현지시간", "local time"),
    (re.compile(r"(?:한국|우리)\s?(?:시간|시각)|\bKorean? time\b|\bKST\b", re.IGNORECASE), "한국시간", "Korean time"),
)
"""Which country's clock a time is by, in both languages."""
_BRACKET = re.compile(r"\s?\([^()\d]{2,20}\)")
"""Behind a time, with nothing but its clock: with figures in it it is another time, by another clock."""
_CLOCK_BEFORE = len("한국시간으로 ")


class ShortAnswers:
    """Renders spans: dates in full, names with their spelling in the other script.

    Args:
        glossary: words and places in both languages.
        people: titles of office and family names.
        checker: holds what is rendered to the sentence it comes from.
    """

    def __init__(self, glossary: Glossary, people: People, checker: ClaimChecker) -> None:
        self._checker = checker
        self._glossary = glossary
        self._people = PersonNames(glossary, people)
        self._places = PlaceNames(glossary)
        self._full_names = FullNames(EnglishPeople(people.titles, glossary.romanised.values()))

    def render(self, kind: str, evidence: Evidence, language: str) -> str | None:
        """The short answer that a sentence gives, or None where its rendering says something that it does not.

        Args:
            kind: kind of question it answers; the sentence has a span of it.
            evidence: the sentence; its article's own brackets give names in both scripts.
            language: "ko" or "en".
        """
        span, article = self._bare(kind, evidence.spans[kind]), evidence.article
        if kind == "who" and (name := name_introduced(evidence)):
            span = replace(span, text=name)
        rendered = self._rendered(kind, span, evidence, language)
        if span.text in rendered:  # as it stands, or beside its English, where the reader sees both
            return rendered
        around = f"{article.title}\n{article.body}"
        grounds = Grounds(evidence.text, evidence.text, around, evidence.dates, article.published_on)
        if self._checker.check(rendered, [grounds]).holds:
            return rendered
        return span.text if language == "ko" and kind != "when" else None

    def _bare(self, kind: str, span: Span) -> Span:
        """A well-known place without the particle that nothing else tells from its name: 대만|이."""
        bare = span.text[:-1]
        is_place = kind == "where" and span.text[-1:] in _PARTICLES and self._glossary.place_in_english(bare)
        if not is_place or self._glossary.place_in_english(span.text):
            return span
        return replace(span, text=bare, end=span.end - 1)

    def _rendered(self, kind: str, span: Span, evidence: Evidence, language: str) -> str:
        if kind in ("when", "what") and span.value:
            return named_period(span.text, span.value, language) or _moment(span, span.value, evidence.text, language)
        if kind == "who" and not has_hangul(evidence.text):
            return self._full_names.of(span.text, evidence.article.body)
        if language == "ko" and kind == "who" and _WITHHELD.match(evidence.text, span.start):
            return f"{span.text}씨"
        age = korean_quantity(span.text) or ""  # "nine", too
        if kind == "how_many" and age.isdecimal() and is_age(evidence.text, span.start):
            return f"{age}세" if language == "ko" else f"{age} years old"
        if language == "ko":
            return span.text if has_hangul(evidence.text) else self._in_korean(kind, span.text)
        if not has_hangul(span.text):
            is_measure = kind == "how_many" and has_hangul(evidence.text)  # 16.8㎞ -> 16.8 km
            return (english_quantity(span.text) if is_measure else None) or span.text
        return self._in_english(kind, span, evidence)

    def _in_korean(self, kind: str, text: str) -> str:
        """Amounts, times and well-known places of an English article in Korean; else the English as it stands."""
        if kind == "how_many" or (kind == "what" and _ENGLISH_AMOUNT.search(text)):
            return korean_quantity(text) or text
        if kind in ("when", "what"):
            return korean_time_of(text) or text
        return (self._glossary.place_in_korean(text) if kind == "where" else None) or text

    def _in_english(self, kind: str, span: Span, evidence: Evidence) -> str:
        """English where it is known, else the Korean with its sound: a guess must be recognisable as one."""
        text = span.text
        items = items_of(text) if kind in NAMING_KINDS and not _PEOPLE.fullmatch(text) else []
        if len(items) > 1:
            return self._several_in_english(kind, span, items, evidence)
        if kind == "how_many":
            return english_quantity(text) or self._row_in_english(text) or _period(span, evidence) or text
        if kind == "what":
            timed = english_time(text) if is_time(text) else None
            amount = english_quantity(text) if _AMOUNT.search(text) or _JUDGED_OR_SCORED.search(text) else None
            return timed or amount or _bracketed(text, evidence.article) or text
        if kind == "when":
            return english_time(text) or text
        if kind not in ("who", "where") or not self._is_name(
            text, _WORDS_OF_A_PLACE if kind == "where" else _WORDS_OF_A_NAME
        ):
            return text
        if kind == "who" and _PEOPLE.fullmatch(text):
            following = evidence.text[span.end :]
            spelt = [self._people.in_english(one, following).removesuffix(f" ({one})") for one in text.split("·")]
            return f"{', '.join(spelt)} ({text})"
        if bracketed := _bracketed(text, evidence.article):
            return bracketed
        named = _with_own_names(text, evidence.article)
        if kind == "where":
            english = self._places.in_english(named, evidence.article.body)
        else:
            english = self._people.in_english(named, evidence.text[span.end :])
        return english.replace(named, text) if named in english else english

    def _several_in_english(self, kind: str, span: Span, items: Sequence[str], evidence: Evidence) -> str:
        """The items of an enumeration one by one, with the Korean behind them all; the Korean where none is known."""
        told = [self._one_of_several(kind, span, item, evidence) for item in items]
        if all(map(has_hangul, told)):
            return span.text
        return f"{', '.join(told[:-1])} and {told[-1]} ({span.text})"

    def _one_of_several(self, kind: str, span: Span, item: str, evidence: Evidence) -> str:
        if named := _LATIN_BRACKET.search(item):
            return named["name"]
        item = _BRACKET_BEHIND.sub("", item)
        known = self._glossary.place_in_english(item) or next(iter(self._glossary.english(item)), None)
        as_kind = "where" if kind == "what" and ends_in_place_word(item) else kind
        english = known or self._in_english(as_kind, replace(span, text=item), evidence)
        return _BRACKET_BEHIND.sub("", english)

    def _row_in_english(self, text: str) -> str | None:
        """Amounts of several kinds, each kind in English where it is known: "adults 5,000 won, R석 50,000 won"."""
        told = [
            (next(iter(self._glossary.english(label)), label), english_quantity(amount))
            for label, amount in amounts_of(text)
        ]
        return ", ".join(f"{label} {amount}" for label, amount in told) if all(amount for _, amount in told) else None

    def _is_name(self, text: str, most_words: int) -> bool:
        """Few words and no sentence's ending or particle: a clause spelt by its sound helps nobody."""
        words = text.split()
        # 캐나다 ends like a sentence, 한지은 as if with a particle
        unknown = " ".join(
            word
            for word in words
            if not self._glossary.place_in_english(word) and (word[-1] not in "은을" or may_end_in_particle(word))
        )
        return len(words) <= most_words and not _CLAUSE.search(unknown)


def name_introduced(evidence: Evidence) -> str | None:
    """The whole name of who answers, where the sentence has only "민 국장" and its article a 민가람 국장."""
    span, article = evidence.spans["who"], evidence.article
    return whole_name(f"{article.title}\n{article.body}", evidence.text, span.start, span.end)


def _period(span: Span, evidence: Evidence) -> str | None:
    """How long something lasts, told by its first and last day: 18일부터 25일까지."""
    found = next((date for date in evidence.dates if date.start <= span.start and span.end <= date.end), None)
    return render_date(found.iso, "en") if found and "/" in found.iso else None


def _moment(span: Span, value: str, sentence: str, language: str) -> str:
    """A day with its time, and whose clock shows that: "8 May 2025, 18:07 (local time)"."""
    english = language == "en"
    if span.of_week and len(value) == len("2025-09-29"):
        day, place = render_date(value, language), date.fromisoformat(value).weekday()
        return f"{_WEEKDAYS[place]}, {day}" if english else f"{day} {'월화수목금토일'[place]}요일"
    if not (span.time or (span.until and "/" in value)):
        return render_date(value, language, to_the_day=states_days(span.text))
    moment = (english_moment if english else korean_moment)(value, span.time, span.until)
    bracket = _BRACKET.match(sentence, span.end)
    stated = sentence[max(0, span.start - _CLOCK_BEFORE) : span.end] + (bracket.group() if bracket else "")
    clock = next((of_en if english else of_ko for clock, of_ko, of_en in _CLOCKS if clock.search(stated)), "")
    return f"{moment} ({clock})" if clock else moment


def _pairs(article: Article) -> Iterator[Abbreviation]:
    return (pair for source in (article.body, *article.captions) for pair in find_abbreviations(source))


def _with_own_names(text: str, article: Article) -> str:
    """The words of a text that the article spells in brackets as it does: 폴란드 오폴레 -> 폴란드 Opole."""
    words = text.split(" ")
    own = {pair.full: pair.short for pair in _pairs(article) if pair.full in words} if len(words) > 1 else {}
    return " ".join(own[word] if _OWN_NAME.fullmatch(own.get(word, "")) else word for word in words)


def _bracketed(text: str, article: Article) -> str | None:
    found = next((pair.short for pair in _pairs(article) if pair.full == text and not has_hangul(pair.short)), "")
    name = _LATIN_NAME.match(_AGE.sub("", found))
    return name.group() if name else None

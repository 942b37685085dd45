"""Spans that answer "who": a person's name beside a title of office, or the office of a person asked about."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from app.answering.spans.elsewhere import holds_elsewhere
from app.answering.spans.english_people import EnglishMention, EnglishPeople
from app.answering.spans.identity import is_another_name, whose_identity
from app.answering.spans.korean_people import KoreanMention, KoreanPeople, latin_name_behind
from app.answering.spans.span import OfficeHeld, SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul
from indexing.language.people import People

_SUBJECT: Final = re.compile(r"^(?:\([^()]*\))?\s?(?:씨)?(?:은|는|이|가|께서)(?=\s|$)")
_WHO_IS: Final = re.compile(r"(?i:who(?:['’]s|\s(?:is|was)))\s+[A-Z]")
_ASKS_OF_ANOTHER: Final = re.compile(
    r"(?<![가-힣])누(?:굴|구(?:를|와|랑|하고|에게|한테))|\b(?:who (?:did|does|do)|whom)\b", re.IGNORECASE
)
"""Whoever is asked for met, chose or talked to somebody whom the question names: "Who did the mayor meet?"."""
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_ANOTHER_OFFICE: Final = -0.4
_ITSELF: Final = -1.5
"""Whoever holds the office that the question names besides whom it asks for is not asked for."""
_HEADS_OF_COMPANIES: Final = ("사장", "대표", "대표이사", "최고경영자")
"""One office in as many words; 부사장, 이사장 and 당대표 are others."""
_OTHERS: Final = {"원장": "위원장", "관장": "기관장"}
"""Titles that end like another."""
_TITLED: Final = 0.4
_UNTITLED: Final = 0.25
_TITLED_ENGLISH: Final = 0.5
_UNTITLED_ENGLISH: Final = 0.1


class PersonFinder:
    """Finds the people of a sentence, and weighs them by whether they hold the office that is asked for.

    Args:
        people: titles, family names and the well known.
        places: names of places in Hangul, which may stand between a name and its title, with their English ones.
    """

    def __init__(self, people: People, places: Mapping[str, str]) -> None:
        self._people = people
        self._korean = KoreanPeople(people, places)
        self._title = self._korean.title
        self._english = EnglishPeople(people.titles, places.values())
        self._role = lru_cache(maxsize=1024)(self._office_of)  # asked of every sentence with the same few forms

    def __call__(self, context: SentenceContext) -> list[Span]:
        """People of the sentence, best first."""
        if has_hangul(context.text):
            spans = [self._span(context, mention) for mention in self._korean(context)]
        else:
            spans = [self._english_span(context, mention) for mention in self._english(context.text)]
            spans = [span for span in spans if not is_another_name(context.question.text, span.text)]
        return sorted(spans, key=lambda span: -span.score)

    # --- Korean -------------------------------------------------------------------------------------------------

    def _span(self, context: SentenceContext, mention: KoreanMention) -> Span:
        start, end = mention.start, mention.end
        name = whose_identity(context.question.text)
        is_whole = bool(name) and name in (context.text[start:end], latin_name_behind(context.text, end))
        is_asked = is_whole or (context.asked(start, end) and _asks_who_it_is(context, start, end))
        if is_asked and mention.title_end > end:
            return replace(_office(context, end, mention.title_end), defines=is_whole)
        score = (_TITLED if mention.title else _UNTITLED) + 0.3 * context.nearness(start, mention.title_end)
        elsewhere = self._holds_elsewhere(context, mention)
        role_score = _ANOTHER_OFFICE if elsewhere else self._role_score(context, mention.title)
        score += role_score
        score += 0.2 if _SUBJECT.match(context.text[mention.title_end :]) else 0.0
        score -= 0.6 if context.asked(start, end) else 0.0
        office = OfficeHeld.ELSEWHERE if elsewhere else self._office_held(context, mention.title, role_score)
        return Span(start, end, context.text[start:end], score, office=office)

    def _holds_elsewhere(self, context: SentenceContext, mention: KoreanMention) -> bool:
        if mention.title is None or not self._roles(context):
            return False
        if not context.text.endswith(mention.title, 0, mention.title_end):  # what stands here is the office left behind
            return False
        office = _BRACKETS.sub("", context.text[mention.end : mention.title_end])
        return holds_elsewhere(context, mention.title, office)

    def _office_held(self, context: SentenceContext, title: str | None, role_score: float) -> OfficeHeld:
        roles = self._roles(context)
        if title is None or not roles:
            return OfficeHeld.UNTOLD
        is_called = role_score >= 0 and any(self._is_title(title, role) for _, role in roles)
        if not is_called and not any(role in context.text for _, role in roles):  # an acting mayor is called both
            return OfficeHeld.ANOTHER
        return OfficeHeld.ASKED if context.question.for_holder and role_score > 0 else OfficeHeld.UNTOLD

    def _role_score(self, context: SentenceContext, title: str | None) -> float:
        """More for whoever holds the office asked for; of a body's office (기획재정부 장관) the sentence names the body."""
        roles = self._roles(context)
        if not roles or title is None:
            return 0.0
        bodies = [body for body, role in roles if self._is_title(title, role)]
        if _ASKS_OF_ANOTHER.search(context.question.text[:QUESTION_CHARACTERS]):
            return _ITSELF if bodies else 0.0
        if not bodies:
            return _ANOTHER_OFFICE
        return 0.8 if any(body in context.text for body in bodies) else 0.0

    def _roles(self, context: SentenceContext) -> list[tuple[str, str]]:
        """The offices asked for: a body or nothing, and the title; 해담시장 is 시장 of 해담."""
        found = [self._role(form) for concept in context.concepts for form in concept.forms]
        return [role for role in found if role]

    def _office_of(self, form: str) -> tuple[str, str] | None:
        found = self._title.match(form) if has_hangul(form) else None
        if found is None:
            return None
        body = form[: found.start("title")].strip()
        return ("", form) if body == "부" else (body, found["title"])  # a deputy that the table lacks: 부관장

    def _is_title(self, title: str, role: str) -> bool:
        """Whether a title is the one asked for: 서울시장 is 시장, 부시장 is not."""
        if role in _HEADS_OF_COMPANIES and title.endswith(_HEADS_OF_COMPANIES):
            held = self._title.match(title)
            return held is not None and held["title"] in _HEADS_OF_COMPANIES
        deputy = f"부{role}"
        is_deputy = title == deputy or (deputy in self._people.titles and title.endswith(deputy))
        return title.endswith(role) and not is_deputy and not title.endswith(_OTHERS.get(role, ()))

    # --- English ------------------------------------------------------------------------------------------------

    def _english_span(self, context: SentenceContext, mention: EnglishMention) -> Span:
        start, end = mention.start, mention.end
        elsewhere = mention.title is not None and holds_elsewhere(context, mention.title, mention.body)
        score = (_TITLED_ENGLISH if mention.title else _UNTITLED_ENGLISH) + 0.4 * context.nearness(start, end)
        score -= 0.6 if context.asked(start, end) or elsewhere else 0.0
        return Span(
            start, end, context.text[start:end], score, office=OfficeHeld.ELSEWHERE if elsewhere else OfficeHeld.UNTOLD
        )


def _asks_who_it_is(context: SentenceContext, start: int, end: int) -> bool:
    """Whether the person is asked about ("Who is Jordi Vaquer?"), and not somebody who met him."""
    question = context.question
    if question.language == "en":
        return _WHO_IS.match(question.text) is not None
    name = re.escape(context.text[start:end].rpartition(" ")[2])
    return re.search(rf"{name}(?:\s?씨)?(?:을|를|과|와|에게|의)\s", question.text) is None


def _office(context: SentenceContext, name_end: int, title_end: int) -> Span:
    """Of a person asked about, the office: "Who is Jordi Vaquer?" -> 세계대도시협의회 사무총장."""
    skipped = re.match(r"\s*(?:\([^()]*\))?\s*", context.text[name_end:title_end])
    start = name_end + (skipped.end() if skipped else 0)
    office = context.text[start:title_end]
    # "세계대도시협의회 사무총장" says more than "사무총장"
    return Span(start, title_end, office, 1.0 + min(len(office), 40) / 100)

"""Spans that answer "who": a person's name beside a title of office, or the office of a person asked about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from app.answering.introductions import introduced, short_mention
from app.answering.spans.appointments import is_acting, office_taken
from app.answering.spans.elsewhere import holds_elsewhere
from app.answering.spans.english_people import EnglishMention, EnglishPeople
from app.answering.spans.identity import is_another_name, whose_identity
from app.answering.spans.span import OfficeHeld, SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul
from indexing.language.particles import may_end_in_particle
from indexing.language.people import HONORIFICS, People
from indexing.language.terms import without_particle

_WORD: Final = re.compile(r"\([^()]{1,60}\)|[^\s()]+")
_LATIN_BRACKET: Final = re.compile(r"^\((?P<inside>[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)+)\)$")
_HAN_BRACKET: Final = re.compile(r"^\((?P<inside>[一-鿿々]{3,6})\)$")
_FOREIGN_WORD: Final = re.compile(r"[가-힣]{1,6}(?<![은는을를의])")
_AGE: Final = re.compile(r"^\(\d{1,3}(?:세|·[가-힣]{1,2})?\)$")
_ADNOMINAL: Final = re.compile(
    r"(?:[은는던을]|하는|되는|[맡받열만이던][은는던]|[가-힣](?:한|된|할|될|인|진|친|린|운))$"
)
_CLAUSE_END: Final = re.compile(r"(?:다고|라고|다며|라며|면서|으면|지만|는데|어서|아서|해서|하고|하며)$")
_NOT_A_NAME: Final = re.compile(
    r"(?:시|군|구|도|청|처|회|당|단|팀|실|부|과|국|센터|학교|위원|지난|이번|전임|신임|현직|당시|임시|이날|이어|이후|지역|주민|정부|한국|서울|이들|조직|전국|국내"
    r"|해당|정책|유엔|백악관|고위|최고|공동|국제|행사|마무리|출신|초대|상임|수석|선임|전문|명예)$"
)
_SUBJECT: Final = re.compile(r"^(?:\([^()]*\))?\s?(?:씨)?(?:은|는|이|가|께서)(?=\s|$)")
_HONORIFIC: Final = re.compile(rf"^(?:\(\d{{1,3}}\))?\s?(?:{'|'.join(HONORIFICS)})(?:[가-힣]{{0,2}})(?=\s|$|,)")
_WHO_IS: Final = re.compile(r"(?i:who(?:['’]s|\s(?:is|was)))\s+[A-Z]")
_ASKS_OF_ANOTHER: Final = re.compile(
    r"(?<![가-힣])누(?:굴|구(?:를|와|랑|하고|에게|한테))|\b(?:who (?:did|does|do)|whom)\b", re.IGNORECASE
)
"""Whoever is asked for met, chose or talked to somebody whom the question names: "Who did the mayor meet?"."""
_HOLDING: Final = re.compile(r"(?:을|를|으로|로|에)$|인$|이자$")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_ANOTHER_OFFICE: Final = -0.4
_ITSELF: Final = -1.5
"""Whoever holds the office that the question names besides whom it asks for is not asked for."""
_HEADS_OF_COMPANIES: Final = ("사장", "대표", "대표이사", "최고경영자")
"""One office in as many words; 부사장, 이사장 and 당대표 are others."""
_OTHERS: Final = {"원장": "위원장", "관장": "기관장"}
"""Titles that end like another."""
_REACH: Final = 4
"""Words between a name and its title: 조르디 바쿼 (Jordi Vaquer) 세계대도시협의회 사무총장."""
_TITLED: Final = 0.4
_UNTITLED: Final = 0.25
_TITLED_ENGLISH: Final = 0.5
_UNTITLED_ENGLISH: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name and the title beside it: offsets in the sentence; the title may be missing or stand before the name."""

    start: int
    end: int
    title: str | None
    title_end: int


class PersonFinder:
    """Finds people by titles of office, by a Latin spelling in brackets, by an age, or by 씨 after the name.

    Args:
        people: titles, family names and the well known.
        places: names of places in Hangul, which may stand between a name and its title, with their English ones.
    """

    def __init__(self, people: People, places: Mapping[str, str]) -> None:
        self._people = people
        self._places = places
        titles = sorted(people.titles, key=len, reverse=True)
        self._title = re.compile(rf"^[가-힣A-Za-z· ]*?(?P<title>{'|'.join(map(re.escape, titles))})$")
        self._english = EnglishPeople(people.titles, places.values())
        self._role = lru_cache(maxsize=1024)(self._office_of)  # asked of every sentence with the same few forms

    def __call__(self, context: SentenceContext) -> list[Span]:
        """People of the sentence, best first."""
        if has_hangul(context.text):
            spans = [self._span(context, mention) for mention in self._mentions(context)]
        else:
            spans = [self._english_span(context, mention) for mention in self._english(context.text)]
            spans = [span for span in spans if not is_another_name(context.question.text, span.text)]
        return sorted(spans, key=lambda span: -span.score)

    # --- Korean -------------------------------------------------------------------------------------------------

    def _mentions(self, context: SentenceContext) -> Iterator[_Mention]:
        text = context.text
        words = [_Word(match.group(), *match.span()) for match in _WORD.finditer(text)]
        for position, word in enumerate(words):
            yield from self._titled(context, words, position)
            if _LATIN_BRACKET.match(word.text) and position:
                start, end = _before_bracket(words, position)
                yield _Mention(start, end, None, end)
            stem = without_particle(_bare(word.text))
            if self._is_korean_name(stem) and _marked_as_person(text[word.start + len(stem) :]):
                yield _Mention(word.start, word.start + len(stem), _title_held(words, position, self._title), word.end)

    def _titled(self, context: SentenceContext, words: list[_Word], position: int) -> Iterator[_Mention]:
        text, word = context.text, words[position]
        stem = _without_ending(word.text.strip("‘’“”'\",.·"))
        if not self._title.match(stem):
            return
        title_end = word.start + word.text.find(stem) + len(stem)
        name = self._name_before(words, position)
        if name:
            taken = office_taken(text, title_end)
            is_office = taken is not None and (is_acting(taken) or self._title.match(taken))
            yield _Mention(*name, taken if is_office else stem, title_end)
        elif position and (short := short_mention(text, words[position - 1].start)):
            whole = introduced(context.article, short)
            if whole and whole not in context.question.text:
                yield _Mention(short.start(), title_end, stem, title_end)

    def _span(self, context: SentenceContext, mention: _Mention) -> Span:
        start, end = mention.start, mention.end
        name = whose_identity(context.question.text)
        is_whole = bool(name) and name in (context.text[start:end], _bracket_behind(context, end))
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

    def _holds_elsewhere(self, context: SentenceContext, mention: _Mention) -> bool:
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

    def _name_before(self, words: list[_Word], position: int) -> tuple[int, int] | None:
        """The name nearest before the title, looking past the office's own words."""
        for index in range(position - 1, max(-1, position - 1 - _REACH), -1):
            word = words[index]
            if bracketed := self._bracketed(words, index):
                return bracketed
            if _AGE.match(word.text) or (word.text.startswith("(") and index < position - 1):
                continue
            if index and f"{words[index - 1].text} {word.text}" in self._people.known:
                return words[index - 1].start, word.end
            if word.text in self._people.known or self._is_korean_name(word.text):
                return word.start, word.end
            if word.text in self._places:  # 에마뉘엘 마크롱 프랑스 대통령
                continue
            if self._is_foreign_name(words, index) and all(
                between.text in self._places for between in words[index + 1 : position]
            ):
                return words[index - 1].start, word.end
            # "구 관장" is short for a name given in full elsewhere; and a clause's end ends the search.
            if word.text == "전" or (word.text == "도" and index and words[index - 1].text == "전"):
                continue  # "the former", "the former … of the province", although 전 and 도 are surnames, too
            if word.text in self._people.surnames or _ADNOMINAL.search(word.text) or word.text[-1] in ",.":
                return None
        return None

    def _bracketed(self, words: list[_Word], index: int) -> tuple[int, int] | None:
        """A foreign name before the bracket with its own spelling; of Japanese ones two words: 하라다 겐지(原田健二)."""
        if _LATIN_BRACKET.match(words[index].text) and index:
            return _before_bracket(words, index)
        bracket = _HAN_BRACKET.match(words[index].text)
        if bracket is None or index < 2:
            return None
        family, given = words[index - 2].text, words[index - 1].text
        is_name = all(_FOREIGN_WORD.fullmatch(word) and word not in self._places for word in (family, given))
        is_whole = not is_name or len(bracket["inside"]) == len(given)  # 시진핑(習近平) is of one
        return None if is_whole else (words[index - 2].start, words[index - 1].end)

    def _is_korean_name(self, word: str) -> bool:
        if not re.fullmatch(r"[가-힣]{3,4}", word) or _NOT_A_NAME.search(word) or self._title.match(word):
            return False
        if may_end_in_particle(word) or re.search(
            r"(?:하는|된|[가-힣]부한|위한|대한|관한|통한|포함한|강조한|참석한|방문한)$", word
        ):
            return False
        surnames = self._people.surnames
        if word[:2] in surnames:  # 독고철, 선우가람
            return True
        return len(word) == 3 and word[0] in surnames and not word.endswith("의")

    def _is_foreign_name(self, words: list[_Word], index: int) -> bool:
        """Two words in transliteration before a title: 조르디 바쿼 사무총장. Syllables rare in Korean nouns tell."""
        if index == 0 or _ADNOMINAL.search(words[index - 1].text) or _CLAUSE_END.search(words[index - 1].text):
            return False
        pair = words[index - 1].text + words[index].text
        plain = all(re.fullmatch(r"[가-힣]{1,5}", words[at].text) for at in (index - 1, index))
        return plain and bool(
            re.search(r"[르드크트프츠브스즈]$|[쿼켈뤼빌펠젠슨턴먼쉬튀벨엘올]|르|[조마카피안데에]르", pair)
        )

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


def _bracket_behind(context: SentenceContext, end: int) -> str:
    """The Latin name in brackets behind a Korean one: 조르디 바쿼|(Jordi Vaquer)."""
    bracket = _WORD.match(context.text[end:].lstrip())
    inside = _LATIN_BRACKET.match(bracket.group()) if bracket else None
    return inside["inside"] if inside else ""


def _office(context: SentenceContext, name_end: int, title_end: int) -> Span:
    """Of a person asked about, the office: "Who is Jordi Vaquer?" -> 세계대도시협의회 사무총장."""
    skipped = re.match(r"\s*(?:\([^()]*\))?\s*", context.text[name_end:title_end])
    start = name_end + (skipped.end() if skipped else 0)
    office = context.text[start:title_end]
    # "세계대도시협의회 사무총장" says more than "사무총장"
    return Span(start, title_end, office, 1.0 + min(len(office), 40) / 100)


def _before_bracket(words: list[_Word], index: int) -> tuple[int, int]:
    """As many words before a bracket as the Latin name in it has."""
    match = _LATIN_BRACKET.match(words[index].text)
    count = len(match["inside"].split()) if match else 1
    return words[max(0, index - count)].start, words[index - 1].end


def _title_held(words: list[_Word], position: int, title: re.Pattern[str]) -> str | None:
    """A title before the name: 초대 관장을 맡은 구하람(47) 씨, 상임지휘자인 누구."""
    for word in reversed(words[max(0, position - 3) : position]):
        stem = _without_ending(word.text)
        if title.match(stem) and (_HOLDING.search(word.text) or stem == word.text):
            return stem
    return None


def _marked_as_person(after: str) -> bool:
    return bool(_HONORIFIC.match(after) or re.match(r"\(\d{1,3}(?:세|·[가-힣]{1,2})?\)", after))


def _bare(word: str) -> str:
    return word.strip("‘’“”'\",.·")


def _without_ending(word: str) -> str:
    """A title without particle or copula: 사무총장을, 시장이다, 위원장과의 -> the title."""
    stem = re.sub(r"(?:이다|였다|이며|이고|이자|인|께서는|께서|에게|과의|와의|[’'”\")].*)$", "", word)
    return without_particle(stem)

"""People in Korean sentences: names beside a title of office, a Latin spelling, an age or 씨."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.answering.introductions import introduced, short_mention
from app.answering.spans.appointments import is_acting, office_taken
from app.answering.spans.span import SentenceContext
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
_HONORIFIC: Final = re.compile(rf"^(?:\(\d{{1,3}}\))?\s?(?:{'|'.join(HONORIFICS)})(?:[가-힣]{{0,2}})(?=\s|$|,)")
_HOLDING: Final = re.compile(r"(?:을|를|으로|로|에)$|인$|이자$")
_REACH: Final = 4
"""Words between a name and its title: 조르디 바쿼 (Jordi Vaquer) 세계대도시협의회 사무총장."""


@dataclass(frozen=True, slots=True)
class KoreanMention:
    """A name in a Korean sentence.

    Attributes:
        start: its offset.
        end: offset after it.
        title: the office beside it, or before it; None where none is told.
        title_end: offset after what belongs to the name: its title where that stands behind it.
    """

    start: int
    end: int
    title: str | None
    title_end: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class KoreanPeople:
    """Finds people by titles of office, by a Latin spelling in brackets, by an age, or by 씨 after the name.

    Args:
        people: titles, family names and the well known.
        places: names of places, which may stand between a name and its title.

    Attributes:
        title: matches an office, "해담시장" or "문화재단 이사장", with its title as a group.
    """

    def __init__(self, people: People, places: Mapping[str, str]) -> None:
        self._people = people
        self._places = places
        titles = sorted(people.titles, key=len, reverse=True)
        self.title = re.compile(rf"^[가-힣A-Za-z· ]*?(?P<title>{'|'.join(map(re.escape, titles))})$")

    def __call__(self, context: SentenceContext) -> Iterator[KoreanMention]:
        """The people of a sentence, in order; its article may give in full whom it gives by family name."""
        text = context.text
        words = [_Word(match.group(), *match.span()) for match in _WORD.finditer(text)]
        for position, word in enumerate(words):
            yield from self._titled(context, words, position)
            if _LATIN_BRACKET.match(word.text) and position:
                start, end = _before_bracket(words, position)
                yield KoreanMention(start, end, None, end)
            stem = without_particle(_bare(word.text))
            if self._is_korean_name(stem) and _marked_as_person(text[word.start + len(stem) :]):
                yield KoreanMention(
                    word.start, word.start + len(stem), _title_held(words, position, self.title), word.end
                )

    def _titled(self, context: SentenceContext, words: list[_Word], position: int) -> Iterator[KoreanMention]:
        text, word = context.text, words[position]
        stem = _without_ending(word.text.strip("‘’“”'\",.·"))
        if not self.title.match(stem):
            return
        title_end = word.start + word.text.find(stem) + len(stem)
        name = self._name_before(words, position)
        if name:
            taken = office_taken(text, title_end)
            is_office = taken is not None and (is_acting(taken) or self.title.match(taken))
            yield KoreanMention(*name, taken if is_office else stem, title_end)
        elif position and (short := short_mention(text, words[position - 1].start)):
            whole = introduced(context.article, short)
            if whole and whole not in context.question.text:
                yield KoreanMention(short.start(), title_end, stem, title_end)

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
        if not re.fullmatch(r"[가-힣]{3,4}", word) or _NOT_A_NAME.search(word) or self.title.match(word):
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


def latin_name_behind(text: str, end: int) -> str:
    """The Latin name in brackets behind a Korean one: 조르디 바쿼|(Jordi Vaquer)."""
    bracket = _WORD.match(text[end:].lstrip())
    inside = _LATIN_BRACKET.match(bracket.group()) if bracket else None
    return inside["inside"] if inside else ""


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

"""Names of a claim, looked for in what it cites: by letters, by sound, by the glossary, by an article's brackets.

Across languages only those names are asked for that have one counterpart: places of the glossary, Korean people, and
people with a title. "Capitol" or "Two Canes" may be translated in any way, and were wrongly missed in one of five true
sentences.
"""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz, process

from app.answering.abbreviations import find_abbreviations, with_abbreviations
from app.answering.claims.grounds import Grounds
from app.question.concept import Concept, TextView
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.hangul import has_hangul
from indexing.language.people import HONORIFICS, People
from indexing.language.romanisation import sound_key, word_sound_keys
from indexing.language.terms import latin_stem, without_particle

_FOUND: Final = 0.5
"""Half of a name ("Mr Bellini") is enough."""
_SOUNDS_ALIKE: Final = 70.0
"""Likeness of sound keys, 0..100, from which on a foreign name may be meant: Bradford and 브래드퍼드 have 93."""
_NO_NAMES: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|KRW|USD|KST|AM|PM|Mr|Mrs|Ms|Dr|Koreans?|English|According|The|It|They|However|ID|PDF"
    r"|km|kg|cm|mm|SNS|TV|PC|VIP|IT)\.?",
    re.IGNORECASE,
)
_KOREAN_PERSON: Final = re.compile(r"\b(?P<surname>[A-Z][a-z]+)\s(?P<given>[A-Z][a-z]+-[A-Za-z][a-z]+)\b")
_LATIN: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z'’.&-]+")
_QUOTED: Final = re.compile(r"[‘'「『《](?P<inside>[^‘’'「」『』《》\n]{2,30})[’'」』》]")
_QUOTATION: Final = re.compile(r"[“\"](?P<inside>[^“”\"\n]{6,300})[”\"]")
_WORD: Final = re.compile(r"[가-힣]+")
_ENDS_IN_PARTICLE: Final = re.compile(r"[을를은는에의도로와과들]$")
_COMMON: Final = frozenset(
    """경기 경상 강서 관악 동작 수영 기장 달성 연수 남동 강화 광산 유성 동해 음성 공주 예산 장수 경주 양산 남해
    중구 동구 서구 남구 북구 사상 연제 금정 계양 군위 오산 이천 화성 양주 여주 평택 안성 고양 구리 군포 하남
    분당 인제 고성 보은 진천 단양 오송 아산 서산 논산 계룡 당진 금산 부여 서천 예천 진도 완도 진주 사천 거제
    산청 하동 성산 우도 개성 원산 가나 가자 선전 신장 세부 도하 다카 빈 리마 수단 발리 호남 영남 정선 의성
    상주 고령 성주 봉화 청도 무안 순창 강진 보성 화순 나주 남원 김제 완주 진안 무주 임실 고창 부안 영광 장성
    함평 연천 가평""".split()
)
"""Places that are common words or parts of them, too: 예산 is Yesan, and a budget."""
_HERE: Final = frozenset(("한국", "독일"))
"""Said without being named, as in "a lecture in Korea"; East Germany is 동독."""
_SHORTEST_SOUND: Final = 4
_SHORTEST_STEM: Final = 3
_ADJECTIVES: Final = {
    "미국": "u.s.", "핀란드": "finnish", "스위스": "swiss", "영국": "british", "프랑스": "french", "네덜란드": "dutch"
}  # fmt: skip
"""Written unlike the country."""


class NameFinder:
    """Finds the names of claims in what they cite.

    Args:
        analyser: reads names off English sentences.
        glossary: places in both languages.
        people: titles of office and family names, by which people are known.
    """

    def __init__(self, analyser: QuestionAnalyser, glossary: Glossary, people: People) -> None:
        self._analyser = analyser
        self._glossary = glossary
        self._people = people
        titles = "|".join(sorted(map(re.escape, people.titles), key=len, reverse=True))
        surnames, honorifics = "|".join(people.surnames), "|".join(HONORIFICS)
        self._person = re.compile(
            rf"(?<![가-힣])(?P<name>(?:{surnames})[가-힣]{{2}})\s(?:{titles}|{honorifics})(?![가-힣]{{3}})"
        )
        english = "|".join(sorted({re.escape(title) for title in people.titles.values()}, key=len, reverse=True))
        self._titled = re.compile(
            rf"\b(?:(?i:{english})|Mr|Ms|Mrs|Dr)\.?\s(?P<name>[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){{0,2}})"
        )
        self._english_of: dict[str, list[str]] = {}
        for name, korean in glossary.places.items():
            for one in korean:
                self._english_of.setdefault(one, []).append(name)

    def unfound(self, claim: str, grounds: Grounds) -> Iterator[str]:
        """The names of a claim, as written, that its grounds do not have in any spelling.

        Args:
            claim: the claim, its dates blanked.
            grounds: what it rests on.
        """
        if has_hangul(claim) and len(_WORD.findall(claim)) > 1:
            yield from self._in_korean(claim, grounds)
        elif grounds.is_korean:
            yield from self._across(claim, grounds)
        else:
            yield from self._in_english(claim, grounds)

    # --- English claims -----------------------------------------------------------------------------------------

    def _in_english(self, claim: str, grounds: Grounds) -> Iterator[str]:
        """Every name of the claim, by its letters."""
        for concept in self._concepts(claim, grounds):
            if grounds.view.names(concept) < _FOUND:
                yield concept.surface

    def _across(self, claim: str, grounds: Grounds) -> Iterator[str]:
        for match in _KOREAN_PERSON.finditer(claim):
            is_person = bool(self._people.surnames_spelt(match["surname"]))
            if is_person and not self._is_spelt(match["surname"], match["given"], grounds):
                yield match.group()
        titled = {match["name"] for match in self._titled.finditer(claim)}
        for concept in self._concepts(_KOREAN_PERSON.sub(" ", claim), grounds):
            places = self._glossary.places.get(concept.surface.lower(), ())
            if places:
                if _HERE.isdisjoint(places) and not any(_squeezed(place) in grounds.view.squeezed for place in places):
                    yield concept.surface
            elif any(concept.surface in name for name in titled) and not self._is_heard(concept, grounds):
                yield concept.surface

    def _concepts(self, claim: str, grounds: Grounds) -> tuple[Concept, ...]:
        """The names of an English claim; the first word has a capital whatever it is."""
        opening = re.match(r"\W*([\w'’.&-]+)", claim)
        found = []
        for concept in self._analyser.analyse(claim).concepts:
            is_name = concept.is_name and concept.surface[0].isupper() and not _NO_NAMES.fullmatch(concept.surface)
            is_place = self._glossary.place_in_korean(concept.surface) is not None
            if is_name and (is_place or not (opening and opening[1] == concept.surface)):
                found.append(concept)
        return with_abbreviations(tuple(found), find_abbreviations(grounds.around))

    def _is_spelt(self, surname: str, given: str, grounds: Grounds) -> bool:
        """A Korean name by the joint sound of surname and given name, or in Latin letters as it is."""
        view, hangul = grounds.view, self._people.surnames_spelt(surname)
        keys = {sound_key(surname + given), *(sound_key(one + given) for one in hangul)}
        latin = [latin_stem(piece) for part in (surname, given) for piece in part.split("-")]
        if not view.sounds.isdisjoint(keys) or all(piece in view.latin for piece in latin):
            return True
        names = re.findall(rf"(?<![가-힣])(?:{'|'.join(hangul)})([가-힣]{{2}})", grounds.around)
        return any(fuzz.ratio(sound_key(given), sound_key(name)) >= _SOUNDS_ALIKE for name in names)

    def _is_heard(self, concept: Concept, grounds: Grounds) -> bool:
        """A person by letters, by the family name ("Mr Lee" for 이 시장), or by a sound that is near."""
        if grounds.view.names(concept) >= _FOUND:
            return True
        words = concept.surface.split()
        if any(surname in grounds.around for word in words for surname in self._people.surnames_spelt(word)):
            return True
        return any(
            len(key) < _SHORTEST_SOUND
            or process.extractOne(key, grounds.view.sounds, scorer=fuzz.ratio, score_cutoff=_SOUNDS_ALIKE)
            for key in map(sound_key, words)
        )

    # --- Korean claims ------------------------------------------------------------------------------------------

    def _in_korean(self, claim: str, grounds: Grounds) -> Iterator[str]:
        for name in dict.fromkeys(match["name"] for match in self._person.finditer(claim)):
            is_person = not _ENDS_IN_PARTICLE.search(name) and name not in self._glossary.lemmas
            if is_person and name not in grounds.view.squeezed and not self._is_person_in_english(name, grounds):
                yield name
        for place in dict.fromkeys(self._places(claim)):
            if place not in grounds.view.squeezed and not self._is_place_in_english(place, grounds.view):
                yield place
        for match in _LATIN.finditer(claim):
            if not _NO_NAMES.fullmatch(match.group()) and not self._has_latin(match.group(), grounds):
                yield match.group()
        if grounds.is_korean:
            yield from _quotations(claim, grounds)

    def _places(self, claim: str) -> Iterator[str]:
        for match in _WORD.finditer(claim):
            for stem in (match.group(), without_particle(match.group())):
                if stem not in _COMMON and stem in self._english_of:
                    yield stem
                    break

    def _is_person_in_english(self, name: str, grounds: Grounds) -> bool:
        """A Korean person by the sound of the given name; 장거리 before 시장 is none, and an English source tells."""
        if grounds.is_korean:
            return False
        people = list(_KOREAN_PERSON.finditer(grounds.around))
        given = sound_key(name[1:])
        return not people or any(fuzz.ratio(given, sound_key(one["given"])) >= _SOUNDS_ALIKE for one in people)

    def _is_place_in_english(self, place: str, view: TextView) -> bool:
        """An English source has the place, or its adjective: 독일 is there in "German"."""
        adjective = _ADJECTIVES.get(place)
        if not view.sounds.isdisjoint(word_sound_keys(place)) or (adjective and adjective in view.squeezed):
            return True
        names = (english.split() for english in self._english_of.get(place, ()))
        return any(all(_has_stem(word, view) for word in words) for words in names)

    def _has_latin(self, word: str, grounds: Grounds) -> bool:
        view = grounds.view
        if _squeezed(word) in view.squeezed or not view.sounds.isdisjoint(word_sound_keys(word)):
            return True
        return any(_squeezed(form) in view.squeezed for form in self._glossary.korean(word))


def _quotations(claim: str, grounds: Grounds) -> Iterator[str]:
    """Words in quotation marks that a Korean source does not have; another language's are translated."""
    source = _letters(grounds.around)
    for pattern in (_QUOTED, _QUOTATION):
        for match in pattern.finditer(claim):
            if _letters(match["inside"]) not in source:
                yield match["inside"]


def _has_stem(word: str, view: TextView) -> bool:
    """The word or one that begins alike, as adjectives of countries do."""
    stem = latin_stem(word)
    begins = stem[: max(_SHORTEST_STEM, len(stem) - 3)]
    return any(other == stem or (len(begins) >= _SHORTEST_STEM and other.startswith(begins)) for other in view.latin)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).lower()


def _letters(text: str) -> str:
    """Letters and digits only: quotation marks, commas and spaces are set otherwise by everybody."""
    return re.sub(r"[\W_]+", "", text).lower()

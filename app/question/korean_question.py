"""The concepts of a Korean question: its words without particles, copulas and question words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.question import question_words
from app.question.concept import Concept
from indexing.language.glossary import Glossary
from indexing.language.hangul import final_consonant, without_final
from indexing.language.romanisation import romanise_place, sound_key
from indexing.language.terms import UNIT, latin_stem, single_syllable, without_particle

_WORD: Final = re.compile(
    r"(?<![\d.,])(?P<quarter>[1-4])(?:·4|/4)?\s?분기|(?<![\d.,])(?P<instance>[1-3])심(?:에서)?[은는이의도]?(?![가-힣])|"
    rf"(?P<number>\d+(?:[.,]\d+)*)(?P<unit>{UNIT})?|(?P<hangul>[가-힣]+)|(?P<latin>[A-Za-zÀ-öø-ÿ]+(?:[-'’.][A-Za-zÀ-öø-ÿ]+)*)"
)
_MOST_WORDS: Final = 60
_PREDICATE: Final = 0.4
_NOUN_OF_VERB: Final = 0.8
_SYLLABLE: Final = 0.7
"""불은 is fire, or the beginning of any other word."""
_ASKED_FOR: Final = 0.4
"""In "가장 먼저 팔린 음식은 뭐야?" the answer stands in the place of 음식; the article need not say the word."""
_NO_TOPIC: Final = re.compile(
    f"{question_words.CONTRACTED}|{question_words.EXISTENCE}|^{question_words.KOREAN_PRONOUN}$"
    f"|^(?:{question_words.INTERROGATIVE}){question_words.ASKING_END}$"
)
_WHAT: Final = re.compile(r"뭐|뭘|무엇|뭔")
_LIST: Final = re.compile(r"(?:명단|목록|리스트|정보)(?:[은는이가을를]|이?요)?$")
_MANY: Final = re.compile(r"(?<=[가-힣]{2})(?<!아)들$")
"""나라들 are told as so many 나라; 큰아들 is one."""
_GLUED: Final = re.compile(
    rf"(?<![가-힣])(?:언제(?!든)|어디서|어떻게|누가{question_words.NOT_WHO}|{question_words.WHY})(?=[가-힣]{{2,}})(?!부터|까지|쯤|인가|인지|입니|이었|예요|였)"
)
"""언제개통해 is 언제 개통해 typed in haste."""
_BOUND: Final = re.compile(
    r"(?<=[을할될갈올탈볼살줄쓸])(?=수\s?[있없])|(?<=[을할될갈올탈볼살줄쓸]수)(?=[있없])|(?<=[가-힣][을할될갈올])(?=때(?:[는에도]|\s|$))"
)
"""Before the bound noun of 신청할수 있어 and 났을때."""
_ORDINALS: Final = frozenset("호회차기번")
"""트램 2호선 is another line than 트램 1호선, however many 2s an article holds."""
_PLACES: Final = {
    "공항": ("airport",), "항": ("port", "harbor"), "역": ("station",), "섬": ("island",), "강": ("river",),
    "해변": ("beach",), "시장": ("market",), "대교": ("bridge",), "대학교": ("university",), "병원": ("hospital",),
}  # fmt: skip
_PLACE: Final = re.compile(rf"(?P<name>[가-힣]{{2,3}}?)(?P<kind>{'|'.join(_PLACES)})")
"""A town's name with the kind of place behind it."""
_QUARTERS: Final = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_COURTS: Final = {"1": ("1심",), "2": ("2심", "항소심"), "3": ("3심", "상고심", "대법원")}
_POLITE_PARTICLE: Final = re.compile(r"(?<=[가-힣]{2}[은는도])요$")
"""도서관은요? is 도서관은? with respect."""
_SPOKEN_PARTICLE: Final = re.compile(r"(?<=[가-힣]{2})엔$")
"""평일엔 is 평일에는 as it is spoken; 유엔 is a word."""
_SHORTEST_SOUND: Final = 4
_DECIDED: Final = re.compile(
    r"(?P<verb>[가-힣]{2,})기로\s(?:한(?=[\s대다])|했|할\s|하[고였면는]|합의|결정|약속|정[한했])"
)
"""건네기로 한 is a verb, whatever is spelt like a noun with its particle."""
_PAST_FINAL: Final = 20
"""Index of the final consonant ㅆ, the mark of the past tense."""
_SURNAME: Final = (
    "[강고공곽구권금기길김나남노도류마명문민박반방배백변서석선설성소손송신심안양엄여염오옥왕우원위유육윤은이인임"
    "장전정조주지진차채천최추탁태피하한허현홍황]"
)
_PERSON: Final = re.compile(
    rf"(?P<surname>{_SURNAME})모?씨|(?P<name>{_SURNAME}[가-힣]{{2}}|남궁[가-힣]{{1,2}}|선우[가-힣]{{1,2}}|독고[가-힣]{{1,2}}|황보[가-힣]{{1,2}})씨"
    r"(?<!날씨)(?<!글씨)(?<!말씨)(?<!솜씨)(?<!불씨)(?<!마음씨)(?<!아저씨)(?<!아가씨)"
)
"""서울날씨 and 손글씨 are nobody."""
_OF_HOW_MANY: Final = re.compile(
    r"몇(?=으로|이|\s?[시도위년월일분초등층세살])(?:\s?(?:시간|[시도위년월일분초등층세살]))?"
    r"(?:\s?만에|에서|에|부터|까지|쯤|으로|로|[을를이가은는])?"
    r"(?:(?:이었|였)(?:어요?|나요?|니|지)|이?야|이?에요|예요|인가요?|입니까|이?니|이?죠|일까요?)?(?=[\s?.!]|$)"
)
"""몇 시부터, 몇 도야, 몇 분 만에, 몇 대 몇으로: what is asked for is no topic, whatever ending it has."""
_INTERROGATIVES: Final = "|".join(pattern for kind, pattern in question_words.KOREAN_KINDS if kind == "how_many")
_BY_WHAT: Final = re.compile(r"(?:무슨|어떤)\s?(?:수로|식으로|방식으로|방법으로)")
"""무슨 수로 is no waterway."""
_COUNTED: Final = re.compile(
    rf"(?:{_INTERROGATIVES})(?:{question_words.COUNTER})?{question_words.ASKING_END}(?=[\s?!.,]|$)"
)


class KoreanQuestionReader:
    """Reads concepts off a Korean question by its endings; an analyser would take 5 s and 500 MB to load."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def concepts(self, text: str) -> Iterator[Concept]:
        """Concepts in order."""
        # "몇 명이" asks for a number of people; 명 is no topic
        text = _BOUND.sub(" ", _GLUED.sub(r"\g<0> ", text))
        topic = _BY_WHAT.sub(" ", _COUNTED.sub(" ", _OF_HOW_MANY.sub(" ", text)))
        words = list(_WORD.finditer(topic))[:_MOST_WORDS]
        for position, word in enumerate(words):
            concept = self._concept(word, is_last=position == len(words) - 1)
            if concept and concept.importance == 1 and (decided := _DECIDED.match(topic, word.start())):
                concept = Concept(concept.surface, (decided["verb"],), (), _PREDICATE)
            if concept:
                is_last = position + 1 == len(words)
                asked_for = _LIST.match(word.group()) if is_last else _WHAT.match(words[position + 1].group())
                yield replace(concept, importance=_ASKED_FOR) if asked_for else concept

    def _concept(self, word: re.Match[str], *, is_last: bool) -> Concept | None:
        if word["quarter"]:
            number = word["quarter"]
            return Concept(word.group(), (f"{number}분기", f"{_QUARTERS[number]} quarter"), is_name=True)
        if word["instance"]:
            return Concept(word.group(), _COURTS[word["instance"]])
        if word["number"]:
            plain = word["number"].replace(",", "")
            return Concept(word.group(), (plain + (word["unit"] if word["unit"] in _ORDINALS else ""),), is_name=True)
        if word["latin"]:
            return self._latin(word["latin"])
        return self._hangul(word["hangul"], is_last=is_last)

    def _latin(self, word: str) -> Concept:
        korean = self._glossary.korean(word) if word.islower() else ()
        key = sound_key(word)
        sounds = (key,) if len(key) >= _SHORTEST_SOUND and not korean else ()
        return Concept(word, (latin_stem(word), *korean), sounds, is_name=not korean)

    def _hangul(self, word: str, *, is_last: bool) -> Concept | None:
        if word in question_words.KOREAN_STOP or re.match(_NO_TOPIC, word):
            return None
        stem, importance = _stem(_POLITE_PARTICLE.sub("", word), is_last=is_last)
        syllable = single_syllable(word)
        if syllable and syllable not in question_words.KOREAN_STOP and not is_last:
            # 노을 is a word of its own, 불을 is 불 with its particle
            return Concept(word, (word, syllable), (), _SYLLABLE)
        if len(stem) < 2 or stem in question_words.KOREAN_STOP:
            return None
        if person := _PERSON.fullmatch(stem):
            return replace(_person(word, person["surname"], person["name"]), importance=importance)
        one = _MANY.sub("", stem)
        english = tuple(latin_stem(form) for form in self._glossary.english(stem) or self._glossary.english(one))
        english = english or _english_place(stem)
        wordings = dict.fromkeys((one, stem, _without_past(stem)))
        key = sound_key(stem)
        # 메트로폴리스 stands in the archive as Metropolis: foreign names meet by sound.
        sounds = (key,) if len(stem) >= 3 and len(key) > _SHORTEST_SOUND else ()
        return Concept(word, (*wordings, *english), sounds, importance)


def _english_place(stem: str) -> tuple[str, ...]:
    """가람항 as an English article writes it: "Garam Port"; both words must stand there."""
    place = _PLACE.fullmatch(stem)
    if not place:
        return ()
    name = romanise_place(place["name"]).lower()
    return tuple(f"{latin_stem(name)} {latin_stem(kind)}" for kind in _PLACES[place["kind"]])


def _person(word: str, surname: str | None, name: str | None) -> Concept:
    """Somebody with 씨 behind the name, as news writes them: 배금순씨 is 배금순(81), 최씨 and 최모씨 are 최모(43)씨."""
    if name:
        key = sound_key(name)
        return Concept(word, (name, f"{name}씨"), (key,) if len(key) > _SHORTEST_SOUND else (), is_name=True)
    return Concept(word, (f"{surname}씨", f"{surname}모씨", f"{surname}모("))


def _without_past(stem: str) -> str:
    """만났 -> 만나: articles use the verb in another form as often as in the past tense."""
    return stem[:-1] + without_final(stem[-1]) if final_consonant(stem[-1]) == _PAST_FINAL else stem


def _stem(word: str, *, is_last: bool) -> tuple[str, float]:
    """The part of a word that an article would repeat, and how much it counts."""
    bare = re.sub(question_words.COPULA, "", word) if len(word) > 2 else word
    light = re.match(question_words.LIGHT_VERB, bare)
    if light:
        return light["noun"], _NOUN_OF_VERB
    if bare == word and re.search(question_words.ADNOMINAL, word):
        return word, _PREDICATE
    if bare == word and is_last and re.search(question_words.PREDICATE_ENDING, word):
        stem = re.sub(question_words.PREDICATE_ENDING, "", word)
        return (stem if len(stem) >= 2 else word[:2]), _PREDICATE
    return without_particle(_SPOKEN_PARTICLE.sub("", bare)), 1.0

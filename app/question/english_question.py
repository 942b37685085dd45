"""The concepts of an English question: names by sound, other words through the glossary."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Final

from app.question import question_words
from app.question.concept import Concept
from app.question.spelling import EnglishSpelling
from indexing.language.glossary import Glossary
from indexing.language.hangul import has_hangul
from indexing.language.people import People
from indexing.language.romanisation import sound_key
from indexing.language.terms import latin_stem

_WORD: Final = re.compile(
    r"(?P<latin>\d+(?:st|nd|rd|th)\b|[A-Za-zÀ-öø-ÿ]+(?:[-.&][A-Za-zÀ-öø-ÿ]+)*)(?:['’]s?(?![A-Za-z]))?"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
)
_MOST_WORDS: Final = 60
_SHORTEST_SOUND: Final = 4
_TRANSLATED: Final = 0.8
"""A glossary word: the article may use another one."""
_MISSPELT: Final = 0.6
"""A word that is nearly one of the glossary: probably that one."""
_UNTRANSLATED: Final = 0.35
"""A common word the glossary does not know: only an English article can hold it."""

_LONGEST_ORDINAL: Final = 7
_ORDINALS: Final = dict(
    zip(
        """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
        sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        range(3, 21),
        strict=True,
    )
)

_Word = re.Match[str]
_Phrases = Mapping[int, tuple[int, tuple[str, ...]]]


class EnglishQuestionReader:
    """Reads concepts off an English question about mostly Korean articles."""

    def __init__(self, glossary: Glossary, people: People) -> None:
        self._glossary = glossary
        self._people = people
        self._spelling = EnglishSpelling(glossary.words)

    def concepts(self, text: str) -> Iterator[Concept]:
        """Concepts in order."""
        words = list(_WORD.finditer(text))[:_MOST_WORDS]
        phrases = {start: (end, korean) for start, end, korean in self._glossary.phrases(text)}
        position, before = 0, None
        while position < len(words):
            taken, concept = self._next(text, words[position:], phrases)
            if before:
                yield _in_compound(before, concept)
            before = concept
            position += taken
        if before:
            yield before

    def _next(self, text: str, words: list[_Word], phrases: _Phrases) -> tuple[int, Concept | None]:
        word = words[0]
        if word["number"]:
            return 1, Concept(word["number"], (word["number"].replace(",", ""),), is_name=True)
        if number := _ordinal(word["latin"]):
            return 1, Concept(word["latin"], _ordinal_forms(number))
        place = self._place(words)
        if place:
            return place
        run = self._name_run(words, phrases)
        if run:
            return len(run), self._name([match["latin"] for match in run], words[len(run) :], phrases)
        is_stop = word["latin"].lower() in question_words.ENGLISH_STOP
        # "take" alone says nothing, "take part" does
        if word.start() in phrases and (not is_stop or phrases[word.start()][0] > word.end()):
            return self._phrase(text, words, phrases[word.start()])
        if is_stop:
            return 1, None
        return 1, self._unknown(word["latin"])

    def _unknown(self, word: str) -> Concept:
        """A word that the glossary lacks: a slip where it nearly has it, else maybe a name without its capital."""
        meant = self._spelling.nearest(word)
        if meant and (korean := self._glossary.korean(meant)):
            return Concept(word, (latin_stem(word), latin_stem(meant), *korean), (), _MISSPELT)
        return Concept(word, (latin_stem(word),), _audible(sound_key(word)), _UNTRANSLATED)

    def _place(self, words: list[_Word]) -> tuple[int, Concept] | None:
        """The longest run of capitalised words that is a place the glossary knows."""
        for length in (3, 2, 1):
            parts = [word["latin"] or "" for word in words[:length]]
            if len(parts) == length and all(part[:1].isupper() for part in parts):
                korean = self._glossary.place_in_korean(" ".join(parts))
                if korean:
                    latin = " ".join(map(latin_stem, parts))
                    return length, Concept(" ".join(parts), (latin, korean), is_name=True)
        return None

    def _phrase(self, text: str, words: list[_Word], found: tuple[int, tuple[str, ...]]) -> tuple[int, Concept]:
        end, korean = found
        covered = list(takewhile(lambda word: word.start() < end, words)) or words[:1]
        latin = " ".join(latin_stem(word["latin"] or word["number"]) for word in covered)
        surface = text[words[0].start() : covered[-1].end()]
        return len(covered), Concept(surface, (latin, *korean), (), _TRANSLATED, parts=self._parts(covered))

    def _parts(self, words: list[_Word]) -> tuple[Concept, ...]:
        """The words of a phrase by themselves: a lantern festival is 등축제, and also a 축제 with 등불."""
        if len(words) < 2:
            return ()
        parts = ((word["latin"], self._glossary.korean(word["latin"])) for word in words if word["latin"])
        return tuple(Concept(latin, (latin_stem(latin), *korean)) for latin, korean in parts if korean)

    def _name_run(self, words: list[_Word], phrases: _Phrases) -> list[_Word]:
        """Consecutive capitalised words that are a name: no glossary entry explains them, or a surname begins them.

        A Korean person begins a run of their own: what stands before them ("Innkeeper Seomun Kibaek") is no part of the
        name.
        """
        run: list[_Word] = []
        for position, word in enumerate(words):
            text = word["latin"]
            if not text or not text[0].isupper() or text.lower() in question_words.ENGLISH_STOP:
                break
            begins_person = self._begins_person(words[position : position + 2], phrases)
            if run and begins_person:
                break
            # "Park" and "Moon" are surnames where a given name follows, and common words elsewhere.
            is_given = "-" in text and len(run) == 1 and bool(self._people.surnames_spelt(run[0]["latin"]))
            if word.start() in phrases and not begins_person and not is_given:
                break
            run.append(word)
        return run

    def _begins_person(self, pair: list[_Word], phrases: _Phrases) -> bool:
        """A surname, and a given name that has a hyphen or is no word of the glossary: Park Se-ri, Moon Doha."""
        if len(pair) < 2 or not pair[0]["latin"] or not self._people.surnames_spelt(pair[0]["latin"]):
            return False
        given = pair[1]["latin"] or ""
        if not given[:1].isupper() or given.lower() in question_words.ENGLISH_STOP:
            return False
        return "-" in given or pair[1].start() not in phrases

    def _name(self, parts: list[str], following: list[_Word], phrases: _Phrases) -> Concept:
        name = self._as_named(parts, following, phrases)
        # the sound of 시진핑 is not that of Xi Jinping, and a name half heard is missed
        known = self._people.known_spelt.get(" ".join(parts).lower(), ())
        return name.with_forms(form for korean in known for form in (korean, korean.rpartition(" ")[2]))

    def _as_named(self, parts: list[str], following: list[_Word], phrases: _Phrases) -> Concept:
        hangul = self._people.surnames_spelt(parts[0]) if len(parts) > 1 else ()
        if hangul:
            return _korean_person(parts, hangul)
        # In "Liveable Cities" a capital is a title's; a name alone is nothing but a name.
        in_title = bool(following) and following[0].start() in phrases and following[0].group()[0].isupper()
        words = tuple(_foreign_name(part) for part in parts)
        if len(words) == 1:
            (word,) = words
            return Concept(word.surface, word.forms, word.sounds, 0.6 if in_title else 1.0, is_name=not in_title)
        latin = " ".join(map(latin_stem, parts))
        joined = _audible(sound_key("".join(parts)))
        return Concept(" ".join(parts), (latin,), joined, is_name=True, parts=words)


def _korean_person(parts: list[str], surnames: tuple[str, ...]) -> Concept:
    """Oh Se-hoon: surname and given name are one word in Hangul, so their joint sound is looked for."""
    given = "".join(parts[1:])
    keys = [sound_key("".join(parts)), *(sound_key(surname + given) for surname in surnames)]
    latin = " ".join(latin_stem(piece) for part in parts for piece in re.split(r"[-.]", part) if piece)
    sounds = tuple(dict.fromkeys(key for key in keys if len(key) >= _SHORTEST_SOUND))
    return Concept(" ".join(parts), (latin,), sounds, is_name=True)


def _foreign_name(word: str) -> Concept:
    latin = " ".join(latin_stem(piece) for piece in re.split(r"[-.]", word) if piece)
    return Concept(word, (latin,), _audible(sound_key(word)), is_name=True)


def _audible(key: str) -> tuple[str, ...]:
    return (key,) if len(key) >= _SHORTEST_SOUND else ()


def _in_compound(concept: Concept, following: Concept | None) -> Concept:
    """A word of one syllable also as it begins a compound: the water of a Water Light Festival is in 물빛축제, too.

    By itself 물 is looked for as a word of its own, since any other word may begin like it.
    """
    syllables = [form for form in concept.forms if len(form) == 1 and has_hangul(form)]
    heads = [form for form in following.forms if has_hangul(form)] if syllables and following else []
    return concept.with_forms(syllable + head for syllable in syllables for head in heads)


def _ordinal(word: str) -> int | None:
    """The number of "12th" or "twelfth"; "first" and "second" say too little."""
    if word[:1].isdigit():
        return int(word[:-2]) if len(word) < _LONGEST_ORDINAL else None
    return _ORDINALS.get(word.lower())


def _ordinal_forms(number: int) -> tuple[str, ...]:
    """제12회, 12번째, 12대 of a Korean article, 12th or twelfth of an English one."""
    spelt = (latin_stem(name) for name, value in _ORDINALS.items() if value == number)
    return (f"{number}회", f"{number}번째", f"{number}대", f"{number}차", english_ordinal(number), *spelt)


def english_ordinal(number: int) -> str:
    """1st, 2nd, 12th, 23rd."""
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

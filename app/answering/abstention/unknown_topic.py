"""Topics that the archive does not know at all: a question about a casino, where no article has one, has no answer.

Other evidence does not tell this: everything else in "해담시립미술관은 언제 문을 여나요?" stands in an article about a
museum. A word alone does not tell it either, since articles use other words than questions. So in Korean a noun is
unknown when no passage has any part of its last three syllables, which name the kind of thing (시립미술관 is a 미술관);
in English, when no passage has a translation and nothing in the article comes near its meaning. An English word may
also be a verb or a measure, for which articles have as many words as writers ("seek", ㏊); a sentence that the close
reading is sure of answers all the same. A body that other articles name and this one does not (금성병원) is
unknown to it.
"""

import re
from typing import Final

from app.answering.abstention.mismatches.namesakes import is_of_body
from app.answering.abstention.unknown_office import UnknownOffices
from app.answering.evidence.evidence import Evidence
from app.question.concept import Concept
from app.question.question import Question
from app.retrieval.rarity import Frequencies, Rarity
from indexing.embedding.late_interaction import TokenEmbedder, late_interaction
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul
from indexing.language.people import People
from indexing.language.terms import latin_stem

NEAR: Final = 0.3
"""Likeness of a word to the nearest of an article, from which on the article may mean it; "airport" beside a ferry
terminal has 0.26, "nurse" beside 간호사 0.75."""

SURE: Final = 0.75
"""From this probability of the best evidence on no English word is unknown: of thirty questions about dolphins, robots
and casinos that no article has, none reached 0.66; of nine whose verb or common noun alone was unknown, six had 0.77 to
0.97, all of them answered right."""

_KIND: Final = 3
"""Syllables that name the kind of a thing at the end of a compound."""
_MAIN: Final = 0.75
"""Importance from which on a concept is a noun or name."""
_NO_TOPIC: Final = re.compile(
    r"^(?:대부분|대다수|한꺼번|순식간|오랜만|비밀리|만장일치|빠짐없이|일주일|이듬해|전문가|전임자|어르신|방문객|사망자|어느|무슨)"
    r"|[혀려켜겨을될할릴]지는$|^[월화수목금토일]요일"
)
"""How much, how and when (an article that tells of weekends need not say Sunday); who may be named by another word
(숨진 사람); and verbs: 밝혀지는, 되살릴지는."""
_PARTICLE: Final = re.compile(r"(?:은|는|을|를|이|가|의|에|에서|에는|에서는|로|으로)$")
_INFLECTED: Final = re.compile(r"(?:ed|ing)$")
_COUNTED: Final = r"\bhow (?:many|much)(?: more| fewer)? {word}\b"
_MEASURES: Final = frozenset(
    map(
        latin_stem,
        """acres ballots bushels cents centimeters centimetres countries days degrees dollars euros feet
        gallons grams hectares hours inches kilograms kilometers kilometres kilos liters litres meters
        metres miles millimeters millimetres minutes months nations percent percentage persons points pounds
        seconds tonnes tons votes watts weeks won yards years yen yuan""".split(),
    )
)
"""What is counted and written as ㏊, 명 or 표, which no glossary has."""
_CHOSEN: Final = r"\b(?:which|what) {word}(?:['’]s?)?(?=\s|$)"
_PLACES: Final = frozenset(map(latin_stem, "countries nations cities towns provinces regions states districts".split()))
"""Asked to be chosen from; a list of countries need not say that they are countries."""
_VERB: Final = (
    r"\b(?:do|does|did|will|would|can|could|should|must)\s(?:[^\s?]+\s){{0,6}}?(?:[^\s?]+(?<!\bthe)(?<!\ba)(?<!\ban))\s"
    r"{word}\s(?:the|an?|his|her|its|their|our|my|your|him|them|it|us|that)\b"
    r"|^(?:who|(?:which|what)\s[^\s?]+)\s{word}\s(?:the|an?|most|his|her|its|their|our|my|your|him|them|it|us)\b"
)
"""The verb of a question, between subject and object: "did police book the owner", "who sent the letter"."""


class UnknownTopics:
    """Finds what a question is about and the archive does not know.

    Args:
        frequencies: counts of the archive's passages.
        embedder: gives token vectors; without them no English word is ever found unknown, offices apart.
        people: titles of office.
    """

    def __init__(self, frequencies: Frequencies, embedder: TokenEmbedder | None, people: People) -> None:
        self._frequencies = frequencies
        self._rarity = Rarity(frequencies)
        self._embedder = embedder
        self._offices = UnknownOffices(frequencies, people)

    def find(self, question: Question, best: Evidence, probability: float = 0.0) -> Concept | None:
        """The first concept of the question that is unknown beside the best evidence; None where all are known.

        Args:
            question: what is asked.
            best: the best evidence.
            probability: that it answers, 0..1.
        """
        for concept, frequency in zip(question.concepts, self._rarity.frequencies(question.concepts), strict=True):
            if frequency and not is_of_body(concept, best):
                return concept
            if concept.importance >= _MAIN and not frequency:
                korean = has_hangul(concept.forms[0])
                if korean and self._is_unknown_noun(concept, best):
                    return concept
                may_be_told = korean or probability >= SURE or _is_verb_or_measure(concept, question)
                if not may_be_told and self._is_unknown_word(concept, best):
                    return concept
        return self._offices.find(question, best)

    def _is_unknown_noun(self, concept: Concept, best: Evidence) -> bool:
        noun = concept.forms[0]
        if concept.importance < 1 or len(noun) < _KIND or noun.endswith("적") or best.article.language == "en":
            return False
        if concept.surface == noun or not _PARTICLE.search(concept.surface) or _NO_TOPIC.search(concept.surface):
            return False  # without a nominal particle it may be a verb
        kind = noun[-_KIND:]
        pairs = {kind[at : at + 2] for at in range(_KIND - 1)}
        return not any(self._frequencies.document_frequencies(pairs).values())

    def _is_unknown_word(self, concept: Concept, best: Evidence) -> bool:
        has_translation = any(has_hangul(form) for form in concept.forms)
        if self._embedder is None or not has_translation or _INFLECTED.search(concept.surface):
            return False
        word, article = self._embedder.token_vectors([concept.surface, f"{best.article.title}\n{best.article.body}"])
        return late_interaction(word, article) < NEAR


def _is_verb_or_measure(concept: Concept, question: Question) -> bool:
    text = " ".join(question.text[:QUESTION_CHARACTERS].lower().split())
    word, stem = re.escape(concept.surface.lower()), concept.forms[0]
    return (
        (stem in _MEASURES and bool(re.search(_COUNTED.format(word=word), text)))
        or (stem in _PLACES and bool(re.search(_CHOSEN.format(word=word), text)))
        or bool(re.search(_VERB.format(word=word), text))
    )

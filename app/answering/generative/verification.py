"""A language model's text held to its sources: each sentence cites the sentence that supports it, or is flagged."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.answering.answer import Citation, RetrievedPassage
from app.answering.citations import cite, dates_of, dates_within
from app.answering.claims.check import ClaimChecker, Unfound
from app.answering.claims.grounds import GroundSentence, grounds_of
from app.answering.generative.markers import MarkedText, Statement
from app.answering.wording import WORDINGS
from app.question.concept import TextView
from app.question.question import QuestionAnalyser

_MOST_NAMED: Final = 4
"""Things that a notice names."""
_SAYS_NOTHING: Final = re.compile(r"\W*(?:\d{1,2}[.)])?\W*|[^.!?。]{0,80}:")
"""A list's number, or a line that only leads to others."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A text after the check.

    Attributes:
        text: markers renumbered, sentences that are not supported flagged in place.
        citations: in order of use; one marker for each sentence of an article.
        notices: what was not found, in the question's language; empty when every sentence is supported.
    """

    text: str
    citations: tuple[Citation, ...]
    notices: tuple[str, ...]


class Verifier:
    """Checks what a language model wrote.

    Args:
        checker: checks one claim against sentences.
        analyser: tells what a claim is about, by which the sentence that supports it is found.
    """

    def __init__(self, checker: ClaimChecker, analyser: QuestionAnalyser) -> None:
        self._checker = checker
        self._analyser = analyser

    def verify(self, marked: MarkedText, shown: Sequence[RetrievedPassage], language: str) -> Verified:
        """Cite, check and flag every sentence.

        Args:
            marked: the text; its markers point to ``shown``.
            shown: the passages that the model saw, in their order.
            language: "ko" or "en", of flags and notices.
        """
        sentences = {
            number: grounds_of(shown[number - 1]) for number in dict.fromkeys(number for _, _, number in marked.markers)
        }
        numbers: dict[tuple[int, int], int] = {}
        citations: dict[tuple[int, int], Citation] = {}
        unfound: list[list[Unfound] | None] = []
        for index, statement in enumerate(marked.statements):
            chosen = {number: self._best(statement.text, sentences[number]) for number in statement.numbers}
            for number, sentence in chosen.items():
                key = (number, sentence.start)
                if key not in citations:
                    citations[key] = _cite(len(citations) + 1, shown[number - 1], sentence)
                numbers[index, number] = citations[key].marker
            unfound.append(self._unfound(statement, chosen))
        wording = WORDINGS[language]
        notes = [None if found == [] else wording.unverified_mark for found in unfound]
        return Verified(marked.rendered(numbers, notes), tuple(citations.values()), _notices(unfound, language))

    def _unfound(self, statement: Statement, chosen: Mapping[int, GroundSentence]) -> list[Unfound] | None:
        """What its sources do not say; None for a sentence that cites none."""
        if not chosen:
            return [] if _SAYS_NOTHING.fullmatch(statement.text.strip()) else None
        return list(self._checker.check(statement.text, [one.grounds for one in chosen.values()]).unfound)

    def _best(self, claim: str, sentences: Sequence[GroundSentence]) -> GroundSentence:
        """The sentence that says most of what the claim says: the least is missing, then the most is named."""
        concepts = self._analyser.analyse(claim).concepts
        figures = TextView(claim).numbers

        def support(sentence: GroundSentence) -> tuple[int, float]:
            view = TextView(sentence.grounds.quote)
            named = sum(view.names(concept) for concept in concepts)
            missing = len(self._checker.check(claim, [sentence.grounds]).unfound)
            return -missing, named + 0.5 * len(view.numbers & figures)

        return max(sentences, key=support)


def _cite(marker: int, passage: RetrievedPassage, sentence: GroundSentence) -> Citation:
    dates = dates_within(dates_of(passage), sentence.start, sentence.end)
    return cite(marker, passage, sentence.grounds.quote, passage.start + sentence.start, dates)


def _notices(unfound: Sequence[list[Unfound] | None], language: str) -> tuple[str, ...]:
    wording = WORDINGS[language]
    missing = [wording.unfound[one.aspect].format(text=one.text) for found in unfound if found for one in found]
    if None in unfound:
        missing.append(wording.unfound["source"])
    if not missing:
        return ()
    named = "; ".join(dict.fromkeys(missing[:_MOST_NAMED]))
    return (wording.unverified.format(mark=wording.unverified_mark, missing=named),)

"""Reading the most promising sentences closely: the answer is marked, and their order is settled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.answering.close_reading.dated_extract import DatedExtract
from app.answering.close_reading.echoes import is_echo
from app.answering.close_reading.entries import is_of_another_entry
from app.answering.close_reading.extracts import SentenceExtract, extracts_to_read
from app.answering.close_reading.marked_spans import spans_with_marked
from app.answering.close_reading.model import CloseReadingModel, close_features
from app.answering.close_reading.office_holders import CHANGE, OfficeHolders
from app.answering.close_reading.own_names import in_own_names
from app.answering.close_reading.questions_in_text import is_asked
from app.answering.close_reading.quoted_words import is_among_words
from app.answering.close_reading.side_by_side import best_side_by_side, with_preferred
from app.answering.close_reading.speakers import is_of_another_speaker
from app.answering.close_reading.values.counterparts import is_of_counterpart
from app.answering.close_reading.values.court_instances import is_of_another_court
from app.answering.close_reading.values.former_values import is_old_record
from app.answering.close_reading.values.people_counted import counts_a_part, counts_others
from app.answering.comprehension.model import Comprehension
from app.answering.comprehension.reading import MarkedSpan, Reading
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.spans.quotations import is_named_as_asked
from app.answering.spans.span import OfficeHeld, Span
from app.question.follow_up import asks_by_itself, without_interrogatives
from app.question.question import Question

_CALLED: Final = 2 * CHANGE
"""The reading does not know that Metropolis in a question is 세계대도시협의회 in the article: where that is said to be
a "국제기구", it may find no answer at all."""

_MISSES: Final = {OfficeHeld.ANOTHER: CHANGE, OfficeHeld.ELSEWHERE: 3 * CHANGE}
"""Who holds the office in another place is marked with a probability of .999 and more: 12 in the model's score."""

_ASKED: Final = 3 * CHANGE
"""An interviewer's question names more of ours than the answer below it does, and says nothing."""

_MOST_ECHOES: Final = 3
_LEAST_BESIDE: Final = 0.02
"""Below this probability what is marked beside the question's own words is noise."""


class CloseReader:
    """Lets the comprehension model read extracts around the best evidence.

    Args:
        comprehension: reads.
        model: weighs what it finds.
        holders: tells where an office changes hands.
    """

    def __init__(self, comprehension: Comprehension, model: CloseReadingModel, holders: OfficeHolders) -> None:
        self._comprehension = comprehension
        self._model = model
        self._holders = holders

    def read(self, question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
        """The evidence with what was marked in it, best first; sentences outside the extracts fall behind."""
        extracts = extracts_to_read(evidence)
        readings = self._readings(question, evidence, extracts)
        marked: dict[int, Marked] = {}
        for extract, reading in zip(extracts, readings, strict=True):
            for index, found in _marked(question, evidence, extract, reading):
                if index not in marked or found.probability > marked[index].probability:
                    marked[index] = found
        weighed = [self._weighed(question, one, marked.get(index)) for index, one in enumerate(evidence)]
        return self._side_by_side(question, sorted(weighed, key=lambda one: -one.score))

    def _side_by_side(self, question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
        extract = None if question.leans_on else best_side_by_side(evidence)
        if extract is None:
            return list(evidence)
        (reading,) = self._readings(question, evidence, [extract])
        shares = {
            index: reading.share(offset, offset + len(evidence[index].text)) for index, offset in extract.sentences
        }
        return with_preferred(evidence, shares)

    def _readings(
        self, question: Question, evidence: Sequence[Evidence], extracts: Sequence[SentenceExtract]
    ) -> list[Reading]:
        dated = [_dated(question, evidence, one) for one in extracts]
        asked = _asked(question)
        places: dict[str, list[int]] = {}
        for at, extract in enumerate(extracts):
            article = evidence[extract.sentences[0][0]].article
            places.setdefault(in_own_names(asked, question.concepts, article), []).append(at)
        found: dict[int, Reading] = {}
        for text, ats in places.items():
            readings = self._comprehension.read(text, [dated[at].extract for at in ats])
            found |= {at: dated[at].reading_of(reading) for at, reading in zip(ats, readings, strict=True)}
        return [found[at] for at in range(len(extracts))]

    def _weighed(self, question: Question, evidence: Evidence, marked: Marked | None) -> Evidence:
        features = close_features(evidence, marked)
        score = self._model.score(features)
        if "who" in question.kinds:
            score += CHANGE * self._change(question, evidence, marked)
        spans = evidence.spans if marked is None else spans_with_marked(question, evidence, marked)
        if question.for_holder and "who" in spans:
            score -= _MISSES.get(spans["who"].office, 0.0)
        if not evidence.behind and any(_is_called(question, evidence, *found) for found in evidence.spans.items()):
            score += _CALLED
        counted = spans.get("how_many")
        if counted and counts_others(question.text, evidence.text, counted):
            spans = {kind: span for kind, span in spans.items() if kind != "how_many"}
        elif counted and counts_a_part(question.text, question.concepts, evidence.text, counted):
            score -= CHANGE
        number = spans.get("how_many") or spans.get("what")
        if number and (
            is_of_counterpart(question.text, evidence.text, number)
            or is_old_record(question.text, evidence.text, number)
            or is_of_another_court(question.text, evidence.article.title, evidence.text, number)
        ):
            score -= CHANGE
        if is_of_another_entry(question.text, evidence.article.body, evidence.start):
            score -= CHANGE
        if is_asked(evidence.text):
            score -= _ASKED
        if is_of_another_speaker(question, evidence.article, evidence.start, evidence.text):
            score -= CHANGE
        return replace(evidence, marked=marked, spans=spans, close=features, score=score)

    def _change(self, question: Question, evidence: Evidence, marked: Marked | None) -> int:
        """Whether somebody takes or leaves the office asked for, where its holder of today is wanted.

        A question that does not say "now" may be answered from any article, and so by somebody who took another office;
        only a sentence that names all that is asked tells of this one. Where the very person marked is called the
        former one, that counts once more.
        """
        if not (question.about_now or question.for_holder):
            return 0
        change = self._holders.change(evidence.text)
        if not question.about_now and not evidence.names_all:
            change = min(change, 0)
        return change - (marked is not None and self._holders.is_former(evidence.text, marked.start, marked.end))


def _is_called(question: Question, evidence: Evidence, kind: str, span: Span) -> bool:
    """Whether a sentence says what the thing asked about is or how it ended, or calls a name just what is asked for."""
    return span.defines or (kind == "what" and is_named_as_asked(question.text, evidence.text, span))


def _asked(question: Question) -> str:
    """A second question with the first behind it: "그럼 장소는? (총회는 언제 열려?)".

    Alone it is read for any place; with the first before it, the answer to that one is marked (8 right sentences of 24
    follow-ups of the sample instead of 19). Where the second asks for something itself, what the first asked for goes:
    "어디에 지어? (새 청사는 몇 층이야?)" is read for the floors. Half a question has its interrogative from the first.
    """
    if not question.leans_on:
        return question.text
    before = without_interrogatives(question.leans_on) if asks_by_itself(question) else question.leans_on
    return f"{question.text} ({before})" if before else question.text


def _dated(question: Question, evidence: Sequence[Evidence], extract: SentenceExtract) -> DatedExtract:
    dates = [
        replace(found, start=found.start + offset, end=found.end + offset)
        for index, offset in extract.sentences
        for found in evidence[index].dates
    ]
    language = evidence[extract.sentences[0][0]].article.language
    return DatedExtract.of(extract.extract, dates, question.periods, language)


def _marked(
    question: Question, evidence: Sequence[Evidence], extract: SentenceExtract, reading: Reading
) -> Iterator[tuple[int, Marked]]:
    around = max(evidence[index].score for index, _ in extract.sentences)
    for index, offset in extract.sentences:
        sentence = evidence[index].text
        best = _best(question, sentence, offset, reading)
        if best is not None:
            share = reading.share(offset, offset + len(sentence))
            start, end = max(0, best.start - offset), min(len(sentence), best.end - offset)
            yield index, Marked(start, end, share, reading.answers, around)


def _best(question: Question, sentence: str, offset: int, reading: Reading) -> MarkedSpan | None:
    """What is marked in a sentence that begins at ``offset``, or the next best where that cannot be the answer."""
    best = marked = reading.best(offset, offset + len(sentence))
    apart: list[tuple[int, int]] = []
    while marked and len(apart) < _MOST_ECHOES and _cannot_answer(question, sentence, offset, marked):
        apart.append((marked.start, marked.end))
        marked = reading.best(offset, offset + len(sentence), apart)
    return marked if marked and marked.probability >= _LEAST_BESIDE else best


def _cannot_answer(question: Question, sentence: str, offset: int, marked: MarkedSpan) -> bool:
    start, end = max(0, marked.start - offset), marked.end - offset
    is_echoed = is_echo(question, next(iter(question.kinds), ""), sentence[start:end])
    return is_echoed or is_among_words(question, sentence, start, end)

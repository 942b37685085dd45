"""What else an article says where an answer was found in it."""

from dataclasses import replace
from typing import Final

from app.answering.answer import Answer, Citation
from app.answering.citations import cite, dates_of, dates_within
from app.answering.extractive.quotation import reported
from indexing.language.sentences import sentence_spans

_MOST: Final = 3


def with_surroundings(answer: Answer) -> Answer:
    """The answer, and the sentences around what it cites first, quoted and cited as well: those behind it come first.

    The sentences offered beside a doubtful answer give way to them.
    """
    if not answer.citations:
        return answer
    shown = list(answer.citations)
    first, passage = shown[0], shown[0].passage
    dates = dates_of(passage)
    spans = [(passage.start + start, passage.start + end) for start, end in sentence_spans(passage.text)]
    spans = [(start, end) for start, end in spans if not any(_overlaps(one, start, end) for one in shown)]
    behind = [span for span in spans if span[0] >= first.end]
    chosen = sorted((behind + [span for span in reversed(spans) if span not in behind])[:_MOST])
    for start, end in chosen:
        within = start - passage.start, end - passage.start
        quote = passage.text[slice(*within)]
        shown.append(cite(len(shown) + 1, passage, quote, start, dates_within(dates, *within)))
    more = (reported(citation, answer.language) for citation in shown[len(answer.citations) :])
    return replace(answer, text="\n\n".join((answer.text, *more)), citations=tuple(shown), alternatives=())


def _overlaps(citation: Citation, start: int, end: int) -> bool:
    return citation.start < end and start < citation.end

"""Reading the most promising sentences closely: the answer is marked, and their order is settled."""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Final, Self

from app.answering.comprehension.extracts import SentenceExtract, extracts_to_read
from app.answering.comprehension.model import Comprehension
from app.answering.comprehension.reading import Reading
from app.answering.evidence import Evidence, Marked
from app.answering.evidence_model import log_odds
from app.answering.spans.span import Span
from app.retrieval.question import Question

NAMES: Final = ("evidence", "marked", "answers")
"""What is weighed of a sentence: the evidence model's score, the logarithm of the probability that the answer is marked
in it, and the log-odds that its extract answers at all."""
RETRIEVAL: Final = "retrieval"
_LEAST: Final = 1e-4
_AROUND: Final = " ,.·:;…!?"
_PAIRS: Final = ("“”", "‘’", "()", "「」", "『』", "《》")
_PARTICLE: Final = re.compile(
    r"(?<=[가-힣]{2})(?:을|를|에게|에서)$|(?<=\d[명개곳원건대년월일시번회배])[은는이가을를에]$|(?<=[년월일시])(?:부터|까지)$"
)
_ANYTHING: Final = re.compile(r"\w")
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "when": re.compile(
        r"\d|[년월일주]|오늘|어제|내일|모레|어젯밤|추석|설|봄|여름|가을|겨울|\b(?:yester|to|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
        r"|\b(?:eve|week|month|year|spring|summer|autumn|fall|winter|tomorrow|morning|evening|night)\b"
    ),
    "how_many": re.compile(
        r"\d|[한두세네]\s|하나|다섯|여섯|일곱|여덟|아홉|열|절반|\b(?:half|an?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b",
        re.IGNORECASE,
    ),
}
"""What an answer of a kind cannot do without."""
_LEAVING: Final = re.compile(
    r"물러[나난났]|사임|퇴임|퇴진|떠[나난났]|전임|해임|경질|잃[었은]|자리를 내려놓|전\s(?:관장|시장|감독|회장|대표|장관|총장|위원장|원장|사장)"
    r"|\b(?:former|outgoing|predecessor|resign(?:s|ed)|step(?:s|ped) down|retire[sd]|left office|(?:was|were) (?:fired|dismissed|replaced)|lost)\b",
    re.IGNORECASE,
)
_ARRIVING: Final = re.compile(
    r"후임|취임|임명|선임|부임|새\s(?:관장|시장|감독|회장|대표|장관|총장|위원장|원장|사장|사령탑)|지휘봉을 (?:잡|넘겨받)"
    r"|\b(?:successor|succeed(?:s|ed)|appoint(?:s|ed)|took (?:office|over)|takes over|new (?:director|mayor|coach|head|chair))\b",
    re.IGNORECASE,
)
_CHANGE: Final = 5.0
"""Who holds an office now is told where somebody takes it; where somebody leaves it, the predecessor is named. Sentences
of one article differ by some five in the evidence's score, so that less than four did not turn them around."""
_SURER: Final = 0.4
"""From this probability on a mark replaces a well-formed span elsewhere in the sentence."""
_CONFIDENT: Final = 0.1
"""Below this probability a mark that no well-formed span confirms is a guess."""


@dataclass(frozen=True, slots=True)
class CloseReadingModel:
    """Weights of NAMES, and the curve that tells from the best sentence whether any answers.

    ``python -m eval.fitting reading`` learns them into ``close_reading.toml``.

    Attributes:
        weights: one for each name of NAMES.
        slopes: of the logistic function over the best sentence's values of NAMES and the retrieval's log-odds.
        offset: its offset.
    """

    weights: Mapping[str, float]
    slopes: Mapping[str, float]
    offset: float = 0.0

    @classmethod
    def load(cls) -> Self:
        """The model that ships with the project."""
        table = tomllib.loads(resources.files("app.answering").joinpath("close_reading.toml").read_text("utf-8"))
        return cls(table["weights"], table["slopes"], table["answerable"]["offset"])

    def score(self, features: Sequence[float]) -> float:
        """The weighted sum of a sentence's values of NAMES."""
        return sum(self.weights.get(name, 0.0) * value for name, value in zip(NAMES, features, strict=True))

    def answerable(self, features: Sequence[float], retrieval: float) -> float:
        """Probability, 0..1, that the best sentence answers.

        Args:
            features: its values of NAMES.
            retrieval: the retrieval's log-odds that the archive holds the answer.
        """
        values = zip((*NAMES, RETRIEVAL), (*features, retrieval), strict=True)
        odds = sum(self.slopes.get(name, 0.0) * value for name, value in values) + self.offset
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


class CloseReader:
    """Lets the comprehension model read extracts around the best evidence.

    Args:
        comprehension: reads.
        model: weighs what it finds.
    """

    def __init__(self, comprehension: Comprehension, model: CloseReadingModel) -> None:
        self._comprehension = comprehension
        self._model = model

    def read(self, question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
        """The evidence with what was marked in it, best first; sentences outside the extracts fall behind."""
        extracts = extracts_to_read(evidence)
        readings = self._comprehension.read(question.text, [one.extract for one in extracts])
        marked: dict[int, Marked] = {}
        for extract, reading in zip(extracts, readings, strict=True):
            for index, found in _marked(evidence, extract, reading):
                if index not in marked or found.probability > marked[index].probability:
                    marked[index] = found
        weighed = [self._weighed(question, one, marked.get(index)) for index, one in enumerate(evidence)]
        return sorted(weighed, key=lambda one: -one.score)

    def _weighed(self, question: Question, evidence: Evidence, marked: Marked | None) -> Evidence:
        features = close_features(evidence.score, marked)
        score = self._model.score(features)
        if question.about_now and "who" in question.kinds:
            score += _CHANGE * (bool(_ARRIVING.search(evidence.text)) - bool(_LEAVING.search(evidence.text)))
        spans = evidence.spans if marked is None else spans_with_marked(question, evidence, marked)
        return replace(evidence, marked=marked, spans=spans, close=features, score=score)


def close_features(evidence_score: float, marked: Marked | None) -> tuple[float, float, float]:
    """The values of NAMES for a sentence; one that was not read counts like one in which nothing is marked."""
    if marked is None:
        return evidence_score, math.log(_LEAST), log_odds(0.0)
    return evidence_score, math.log(max(_LEAST, marked.probability)), log_odds(marked.extract_answers)


def spans_with_marked(question: Question, evidence: Evidence, marked: Marked) -> dict[str, Span]:
    """The short answers of a sentence in the light of what was marked.

    Of the spans that are well-formed answers of a kind, the one that the mark overlaps; where it overlaps none, what
    is marked is itself the answer of the kind asked for first. Yes or no is not said: the model tells them apart no
    better than chance (AUC .47 on the sample's questions), so the sentence stands alone.
    """
    spans = dict(evidence.spans)
    for kind in question.kinds:
        overlapping = [
            span for span in evidence.alternatives.get(kind, ()) if span.start < marked.end and marked.start < span.end
        ]
        if overlapping:
            spans[kind] = max(overlapping, key=lambda span: min(span.end, marked.end) - max(span.start, marked.start))
        elif kind == question.kinds[0] != "yes_no" and marked.probability >= (_SURER if kind in spans else _CONFIDENT):
            text = trimmed(evidence.text[marked.start : marked.end])
            if _SHAPES.get(kind, _ANYTHING).search(text):
                spans[kind] = Span(marked.start, marked.end, text, marked.probability)
    return spans


def trimmed(text: str) -> str:
    """What is marked, without quotation marks that lost their partner, punctuation and the particle at its end."""
    text = text.strip(_AROUND)
    for left, right in _PAIRS:
        if (left in text) != (right in text):
            text = text.strip(left + right)
    return _PARTICLE.sub("", text)


def _marked(evidence: Sequence[Evidence], extract: SentenceExtract, reading: Reading) -> "list[tuple[int, Marked]]":
    found = []
    for index, offset in extract.sentences:
        length = len(evidence[index].text)
        best = reading.best(offset, offset + length)
        if best is not None:
            found.append(
                (
                    index,
                    Marked(
                        start=max(0, best.start - offset),
                        end=min(length, best.end - offset),
                        share=reading.share(offset, offset + length),
                        extract_answers=reading.answers,
                    ),
                )
            )
    return found

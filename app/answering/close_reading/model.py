"""The close reading's model: what a mark is worth beside the evidence, and how probable it is that any answers.

Its numbers are data, ``weights.toml``; ``python -m eval.fitting reading`` learns them anew.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final, Self

from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.evidence.model import log_odds

NAMES: Final = ("extract", "evidence", "marked", "answers", "article", "period")
"""What is weighed of a sentence: the evidence model's score of the best sentence in its extract and of itself, the
logarithm of the probability that the answer is marked in it if its extract holds one, the log-odds that its extract
does, how far its article is behind the best in retrieval's log-odds, and how far it is of the time asked for.

The evidence knows where to read. The sentence that answers often says nothing of what was asked about ("심문은 오는
28일 열린다"), so that within an extract the evidence may count for less than between extracts. The article counts again
although the evidence has weighed it: between an article that the retrieval found by the sound of a name and one whose
sentences are worded like the question, the evidence alone prefers the latter too often (sample: the cited article is
right for .84 of the questions without, .87 with it). The time counts again because no date of an article is read with
it: that of 2025 answers "2024년 축제는 며칠부터야?" as well as that of 2024 (of the sample's 70 questions that name a
time, .63 got the right sentence without, .70 with it)."""
RETRIEVAL: Final = "retrieval"
MARGIN: Final = "margin"
BESIDE: Final = "beside"
ANSWERABLE: Final = ("answers", "article", RETRIEVAL)
"""What tells whether any sentence answers. With all of NAMES it is told worse of questions not learnt from: the area
under the curve is .82 instead of .84 on the sample (cross-validated), and .87 instead of .88 on the comprehension
model's held-out news."""
RIGHT: Final = (*ANSWERABLE, MARGIN, BESIDE)
"""What tells whether the best sentence is the right one. How far it is ahead of the next says nothing of whether the
archive holds the answer (an area of .87 under the curve, as without), but much of whether this is it (.86 instead of
.82; the sample, cross-validated). What it gets of the probability that the best share side by side tells more of that
(.848 instead of .835), and nothing of whether any answers."""
WIDEST: Final = 5.0
"""Margins that are wider count alike, and so does a sentence without another."""
_LEAST: Final = 1e-4
_LEAST_BESIDE: Final = 0.01
_FURTHEST: Final = -2.0
"""Articles further behind count alike. The product's own ranking is seldom further apart; a cross-encoder's is always,
and would leave the reading nothing to say."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic function of named values.

    Attributes:
        slopes: one for each name; a value without one counts nothing.
        offset: of the sum.
    """

    slopes: Mapping[str, float]
    offset: float = 0.0

    def probability(self, values: Mapping[str, float]) -> float:
        """How probable what it tells is, 0..1."""
        odds = sum(self.slopes.get(name, 0.0) * value for name, value in values.items()) + self.offset
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


_EVEN: Final = Curve({})


@dataclass(frozen=True, slots=True)
class CloseReadingModel:
    """Weights of NAMES, and two curves over the best sentence.

    Attributes:
        weights: one for each name of NAMES.
        answerable: tells by ANSWERABLE whether any sentence answers.
        right: tells by RIGHT whether the best one does.
    """

    weights: Mapping[str, float]
    answerable: Curve = _EVEN
    right: Curve = _EVEN

    @classmethod
    def load(cls) -> Self:
        """The model that ships with the project."""
        text = resources.files("app.answering.close_reading").joinpath("weights.toml").read_text("utf-8")
        table = tomllib.loads(text)
        return cls(table["weights"], _curve(table["answerable"]), _curve(table["right"]))

    def score(self, features: Sequence[float]) -> float:
        """The weighted sum of a sentence's values of NAMES."""
        return sum(self.weights.get(name, 0.0) * value for name, value in zip(NAMES, features, strict=True))

    def is_answerable(self, features: Sequence[float], retrieval: float) -> float:
        """Probability, 0..1, that the best sentence answers.

        Args:
            features: its values of NAMES.
            retrieval: the retrieval's log-odds that the archive holds the answer, as ``best_odds`` gives them.
        """
        return self.answerable.probability(_values(features, retrieval))

    def is_right(self, features: Sequence[float], retrieval: float, margin: float, beside: float | None) -> float:
        """Probability, 0..1, that the best sentence is the right one, if as many are wrong as right.

        Args:
            features: its values of NAMES.
            retrieval: the retrieval's log-odds.
            margin: how far its score is ahead of the next, as ``margin_of`` gives it.
            beside: its probability among the best side by side, 0..1; None where it was not read so.
        """
        return self.right.probability(_values(features, retrieval) | {MARGIN: margin, BESIDE: beside_value(beside)})


def margin_of(scores: Iterable[float]) -> float:
    """How far the best score is ahead of the next, 0..WIDEST."""
    best, *others = sorted(scores, reverse=True)[:2]
    return min(WIDEST, best - others[0]) if others else WIDEST


def beside_value(share: float | None) -> float:
    """The logarithm of a share; of one alone that of the whole."""
    return 0.0 if share is None else math.log(max(_LEAST_BESIDE, share))


def _values(features: Sequence[float], retrieval: float) -> dict[str, float]:
    return dict(zip((*NAMES, RETRIEVAL), (*features, retrieval), strict=True))


def _curve(table: Mapping[str, float]) -> Curve:
    return Curve({name: value for name, value in table.items() if name != "offset"}, table["offset"])


def close_features(evidence: Evidence, marked: Marked | None) -> tuple[float, ...]:
    """The values of NAMES for a sentence; one that was not read counts like one in which nothing is marked.

    Args:
        evidence: the sentence as it was found.
        marked: what was marked in it.
    """
    behind = max(_FURTHEST, evidence.behind)
    if marked is None:
        extract, share, answers = evidence.score, 0.0, 0.0
    else:
        extract, share, answers = marked.extract_evidence, marked.share, marked.extract_answers
    mark = math.log(max(_LEAST, share))
    return extract, evidence.score, mark, log_odds(answers), behind, evidence.of_period

"""Learning the close reading's weights: which sentence answers once the best were read, and whether any does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from app.answering.close_reading.model import (
    ANSWERABLE,
    BESIDE,
    MARGIN,
    NAMES,
    RETRIEVAL,
    RIGHT,
    CloseReadingModel,
    Curve,
    beside_value,
    margin_of,
)
from app.answering.close_reading.side_by_side import preferred_of
from app.answering.evidence.model import best_odds
from app.composition.application import Application
from eval.fitting.evidence import found_evidence, holds_answer
from eval.fitting.listwise import logistic_curve
from eval.question_set.question import Question
from indexing.errors import QuestionSetError

EVIDENCE = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""What is tried as the share of a sentence's own evidence; the rest of 1 is its extract's."""
MARKED = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
ANSWERS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)
ARTICLE = (0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0)
PERIOD = (0.0, 1.0, 2.0, 3.0)
"""What is tried as weights beside the evidence's. The most right sentences are what is wanted; a softmax
over all sentences prefers weights under which fewer are right (.48 instead of .51 on the sample, .61 instead of .64 on
TyDiQA), because it minds the hopeless ones."""

NOISE = 0.012
"""Shares of right sentences that differ by no more, three of the sample's 256 questions, are the same. The mean of all
weights that are as good is taken: on questions that were not learnt from it is right oftener (.567 of the sample, by
cross-validation, .699 of TyDiQA's development questions, with an earlier comprehension model) than the one that trusts
marks least (.559, .678)."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadingExample:
    """One question.

    Attributes:
        question: with its gold.
        features: one row a sentence of the articles read, one column a name of the close reading's NAMES.
        gold: whether each sentence holds the answer.
        retrieval: log-odds of the best passage.
        beside: place -> probability, 0..1, of the sentences that were read side by side.
    """

    question: Question
    features: NDArray[np.float64]
    gold: NDArray[np.bool_]
    retrieval: float
    beside: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Best:
    """The best sentence of an example: its place, and the values by which the curves judge it."""

    place: int
    values: Mapping[str, float]


def reading_examples(
    application: Application,
    questions: Sequence[Question],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[ReadingExample]:
    """An example for each question whose answerability is known and for which something was found."""
    examples = []
    for found in found_evidence(application, questions, progress):
        read = application.close_reader.read(found.analysed, found.evidence)
        features = np.array([one.close for one in read])
        gold = np.array([holds_answer(found.question, one) for one in read], bool)
        retrieval = best_odds(passage.score for passage in found.passages)
        beside = {place: one.beside for place, one in enumerate(read) if one.beside is not None}
        examples.append(ReadingExample(found.question, features, gold, retrieval, beside))
    return examples


def learn_reading(examples: Sequence[ReadingExample], also: Sequence[ReadingExample] = ()) -> CloseReadingModel:
    """The model that puts the answering sentence first, with its curves.

    Args:
        examples: questions of the kind that is asked of the product, answerable and not.
        also: further answerable questions; together they count as much as the others together.

    Raises:
        QuestionSetError: no question has a sentence that answers it.
    """
    tried = [
        CloseReadingModel(dict(zip(NAMES, (round(1 - own, 1), own, *others), strict=True)))
        for own, *others in product(EVIDENCE, MARKED, ANSWERS, ARTICLE, PERIOD)
    ]
    groups = [group for group in (examples, also) if any(one.question.answerable and one.gold.any() for one in group)]
    if not groups:
        raise QuestionSetError("Nothing can be learnt: for no question was a sentence read that answers it.")
    shares = np.sum([_right_shares(tried, group) for group in groups], axis=0)
    as_good = [tried[place].weights for place in np.flatnonzero(shares > shares.max() - NOISE)]
    weighing = CloseReadingModel({name: round(mean(one[name] for one in as_good), 2) for name in NAMES})
    best = [_best(weighing, one) for one in examples]
    answerable = np.array([bool(one.question.answerable) for one in examples])
    right = np.array([bool(one.gold[found.place]) for one, found in zip(examples, best, strict=True)])
    return CloseReadingModel(
        weighing.weights, _curve(ANSWERABLE, best, answerable), _curve(RIGHT, best, right & answerable)
    )


def right_share(model: CloseReadingModel, examples: Sequence[ReadingExample]) -> float:
    """Share of the answerable questions whose best sentence is a gold one."""
    return float(_right_shares([model], examples)[0])


def declined_f1(model: CloseReadingModel, examples: Sequence[ReadingExample], least: float) -> float:
    """F1 of declining exactly the unanswerable questions, below a probability."""
    declined = [model.answerable.probability(_best(model, one).values) < least for one in examples]
    unanswerable = [one.question.answerable is False for one in examples]
    right = sum(a and b for a, b in zip(declined, unanswerable, strict=True))
    return 2 * right / max(sum(declined) + sum(unanswerable), 1)


def _right_shares(models: Sequence[CloseReadingModel], examples: Sequence[ReadingExample]) -> NDArray[np.float64]:
    """The right share of each model: one product for all models takes a tenth of the time of one for each."""
    weights = np.array([[model.weights.get(name, 0.0) for name in NAMES] for model in models]).T
    hits = [one.gold[np.argmax(one.features @ weights, axis=0)] for one in examples if one.question.answerable]
    return np.mean(hits, axis=0, dtype=float) if hits else np.zeros(len(models))


def _curve(names: Sequence[str], best: Sequence[_Best], is_so: NDArray[np.bool_]) -> Curve:
    slopes, offset = logistic_curve(np.array([[one.values[name] for name in names] for one in best]), is_so)
    # a slope below 0 is noise: nothing that speaks for the answer speaks against it
    return Curve({name: max(0.0, slope) for name, slope in zip(names, slopes, strict=True)}, offset)


def _best(model: CloseReadingModel, example: ReadingExample) -> _Best:
    scores = example.features @ [model.weights.get(name, 0.0) for name in NAMES]
    place, score = preferred_of(scores.tolist(), example.beside)
    scores[place] = score
    values = dict(zip(NAMES, example.features[place].tolist(), strict=True))
    values[BESIDE] = beside_value(example.beside.get(place))
    return _Best(place, values | {RETRIEVAL: example.retrieval, MARGIN: margin_of(scores.tolist())})

"""Learning the evidence model: which sentence of the articles read holds the answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.model import NAMES, EvidenceModel
from app.composition.application import Application
from app.conversation import Turn
from app.question.question import Question as AnalysedQuestion
from eval.fitting.listwise import Lists, listwise_weights
from eval.normalisation import contains
from eval.question_set.gold_articles import is_gold
from eval.question_set.question import Question


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceExample:
    """One question.

    Attributes:
        question: with its gold.
        features: one row a sentence of the articles read.
        gold: whether each sentence holds the answer.
    """

    question: Question
    features: NDArray[np.float64]
    gold: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Found:
    """A question as understood, and the passages and sentences found for it."""

    question: Question
    analysed: AnalysedQuestion
    passages: Sequence[RetrievedPassage]
    evidence: Sequence[Evidence]


def found_evidence(
    application: Application, questions: Sequence[Question], progress: Callable[[int, int], None]
) -> Iterator[Found]:
    """What is found for each question whose answerability is known, where anything is."""
    for done, question in enumerate(questions, start=1):
        if question.answerable is not None:
            turns = [Turn(earlier, "") for earlier in question.history]
            analysed, passages = application.conversation.retrieve(question.question, turns)
            evidence = application.evidence.find(analysed, passages) if passages else []
            if evidence:
                yield Found(question, analysed, passages, evidence)
        progress(done, len(questions))


def evidence_examples(
    application: Application,
    questions: Sequence[Question],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[EvidenceExample]:
    """An example for each question whose answerability is known and for which something was found."""
    return [
        EvidenceExample(
            one.question,
            np.array([sentence.features for sentence in one.evidence]),
            np.array([holds_answer(one.question, sentence) for sentence in one.evidence], bool),
        )
        for one in found_evidence(application, questions, progress)
    ]


def learn_evidence(
    examples: Sequence[EvidenceExample], also: Sequence[EvidenceExample] = (), names: Sequence[str] = NAMES
) -> EvidenceModel:
    """The model that puts the answering sentences first.

    Args:
        examples: questions of the kind that is asked of the product, answerable and not.
        also: further answerable questions; together they count as much as the others together.
        names: features that may be used.
    """
    columns = [NAMES.index(name) for name in names]
    groups = [lists for group in (examples, also) if (lists := _lists(group, columns))]
    return EvidenceModel(dict(zip(names, listwise_weights(groups), strict=True)))


def _lists(examples: Sequence[EvidenceExample], columns: list[int]) -> Lists:
    return [
        (one.features[:, columns], one.gold)
        for one in examples
        if one.question.answerable and one.gold.any() and not one.gold.all()
    ]


def found_share(model: EvidenceModel, examples: Sequence[EvidenceExample]) -> float:
    """Share of the answerable questions whose best sentence is a gold one."""
    asked = [one for one in examples if one.question.answerable]
    hits = [one.gold[int(np.argmax([model.score(row) for row in one.features]))] for one in asked]
    return float(np.mean(hits)) if hits else 0.0


def holds_answer(question: Question, evidence: Evidence) -> bool:
    """Whether a sentence holds the gold quote or, without one, a gold answer, in a gold article."""
    if not is_gold(evidence.article.path, question.articles):
        return False
    if question.quote:
        return evidence.text in question.quote or question.quote in evidence.text
    return any(contains(evidence.text, answer) for answer in question.answers)

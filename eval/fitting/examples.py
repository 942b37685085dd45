"""What the ranking model learns from: for each question the features of its candidates, and which of them are gold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.composition import Application
from app.retrieval.candidates import Candidate
from app.retrieval.features import Features
from eval.normalisation import contains
from eval.question_set.gold_articles import is_gold
from eval.question_set.question import Question


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One question.

    Attributes:
        question: with its gold.
        features: one row a candidate.
        articles: the article id of each candidate.
        gold: whether each candidate is of a gold article.
        answering: whether it holds the gold quote or, without one, a gold answer; like ``gold`` where none does.
    """

    question: Question
    features: Features
    articles: tuple[str, ...]
    gold: NDArray[np.bool_]
    answering: NDArray[np.bool_]


def examples(
    application: Application,
    questions: Sequence[Question],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Example]:
    """An example for each question whose answerability is known and that has candidates."""
    found = []
    for done, question in enumerate(questions, start=1):
        if question.answerable is not None:
            searched = " ".join((question.question, *question.history))
            examination = application.retriever.examine(searched)
            if examination.candidates:
                found.append(_example(question, examination.candidates, examination.features))
        progress(done, len(questions))
    return found


def _example(question: Question, candidates: Sequence[Candidate], features: Features) -> Example:
    gold = np.array([is_gold(candidate.article.path, question.articles) for candidate in candidates], bool)
    answering = gold & np.array([_answers(question, candidate.passage.text) for candidate in candidates], bool)
    articles = tuple(candidate.article.article_id for candidate in candidates)
    return Example(question, features, articles, gold, answering if answering.any() else gold)


def _answers(question: Question, text: str) -> bool:
    if question.quote:
        return question.quote in text or text in question.quote
    return any(contains(text, answer) for answer in question.answers)

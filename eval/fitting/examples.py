"""What fusion and ranking learn from: for each question the features of what was found, and which of it is gold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.composition.application import Application
from eval.fitting.listwise import Vector
from eval.normalisation import contains
from eval.question_set.gold_articles import is_gold
from eval.question_set.question import Question
from indexing.article import Passage


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One question.

    Attributes:
        question: with its gold.
        features: one row a passage found.
        articles: the article id of each.
        gold: whether each is of a gold article.
        answering: whether it holds the gold quote or, without one, a gold answer; like ``gold`` where none does.
    """

    question: Question
    features: Vector
    articles: tuple[str, ...]
    gold: NDArray[np.bool_]
    answering: NDArray[np.bool_]


def examples(
    application: Application,
    questions: Sequence[Question],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Example]:
    """An example for each question whose answerability is known and that has candidates."""

    def found(question: Question) -> Example | None:
        examination = application.retriever.examine(_searched(question))
        candidates = examination.candidates
        paths = [candidate.article.path for candidate in candidates]
        return _example(question, [one.passage for one in candidates], paths, examination.features)

    return _examples(found, questions, progress)


def pool_examples(
    application: Application,
    questions: Sequence[Question],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Example]:
    """The same with all that vectors and keywords find, and the features by which they are fused."""

    def found(question: Question) -> Example | None:
        pool = application.retriever.pool(_searched(question))
        articles = application.archive.articles(list({passage.article_id for passage in pool.passages}))
        paths = [articles[passage.article_id].path for passage in pool.passages]
        return _example(question, pool.passages, paths, pool.features)

    return _examples(found, questions, progress)


def winning_lists(found: Sequence[Example], columns: Sequence[int]) -> list[tuple[Vector, NDArray[np.bool_]]]:
    """For each example its rows and which of them should win; none where there is nothing to choose between.

    Other passages of the gold article are neither right nor wrong.
    """
    lists = []
    for example in found:
        if example.question.answerable and example.gold.any() and not example.gold.all():
            kept = example.answering | ~example.gold
            lists.append((example.features[kept][:, columns], example.answering[kept]))
    return lists


def _examples(
    found: Callable[[Question], Example | None],
    questions: Sequence[Question],
    progress: Callable[[int, int], None],
) -> list[Example]:
    made = []
    for done, question in enumerate(questions, start=1):
        if question.answerable is not None and (example := found(question)) is not None:
            made.append(example)
        progress(done, len(questions))
    return made


def _searched(question: Question) -> str:
    return " ".join((question.question, *question.history))


def _example(question: Question, passages: Sequence[Passage], paths: Sequence[str], features: Vector) -> Example | None:
    if not passages:
        return None
    gold = np.array([is_gold(path, question.articles) for path in paths], bool)
    answering = gold & np.array([_answers(question, passage.text) for passage in passages], bool)
    articles = tuple(passage.article_id for passage in passages)
    return Example(question, features, articles, gold, answering if answering.any() else gold)


def _answers(question: Question, text: str) -> bool:
    if question.quote:
        return question.quote in text or text in question.quote
    return any(contains(text, answer) for answer in question.answers)

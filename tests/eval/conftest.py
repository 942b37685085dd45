"""Answers as the application would give them, in as few words as a test needs."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from app.answering.answer import Answer, Citation, RetrievedPassage
from eval.question_set.question import Question
from eval.runs.runner import QuestionResult, Run
from eval.scoring import latency_ms, scores

MakePassage = Callable[[str], RetrievedPassage]
MakeCitation = Callable[..., Citation]
MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]


def _passage(path: str) -> RetrievedPassage:
    text = f"A passage of {path}."
    return RetrievedPassage(
        passage_id=f"p-{path}",
        article_id=f"a-{path}",
        path=path,
        title="A headline",
        publisher=None,
        published_at=date(2025, 9, 1),
        url=None,
        text=text,
        start=0,
        end=len(text),
        score=1.0,
    )


def _citation(quote: str, path: str = "gold.html", marker: int = 1) -> Citation:
    return Citation(marker=marker, passage=_passage(path), quote=quote, start=0, end=len(quote))


def _answer(
    short_answer: str | None = None,
    *,
    text: str = "",
    answered: bool = True,
    found: Sequence[str] = (),
    quotes: Sequence[str | tuple[str, str]] = (),
    dates: Sequence[str] = (),
    total_ms: float | None = None,
) -> Answer:
    pairs = [(quote, "gold.html") if isinstance(quote, str) else quote for quote in quotes]
    return Answer(
        question="?",
        language="ko",
        text=text,
        short_answer=short_answer,
        answered=answered,
        citations=tuple(_citation(quote, path, marker) for marker, (quote, path) in enumerate(pairs, start=1)),
        dates=tuple(dates),
        passages=tuple(_passage(path) for path in found),
        timings_ms={} if total_ms is None else {"total": total_ms},
    )


@pytest.fixture(scope="session")
def make_answer() -> MakeAnswer:
    return _answer


@pytest.fixture(scope="session")
def make_citation() -> MakeCitation:
    return _citation


def _run(*pairs: tuple[Question, Answer]) -> Run:
    return Run(
        tuple(
            QuestionResult(question, answer, scores(question, answer), latency_ms(answer)) for question, answer in pairs
        )
    )


@pytest.fixture(scope="session")
def make_run() -> MakeRun:
    """A run of questions, each with the answer that it got."""
    return _run

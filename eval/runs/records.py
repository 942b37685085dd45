"""A question's result as one JSON object, and back: what a run folder keeps and a resumed run takes up again."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.retrieval.stories import ArticleReference
from eval.metrics.retrieval import ranked_articles
from eval.question_set.question import Question
from eval.runs.runner import QuestionResult
from eval.scoring import scores


def question_row(result: QuestionResult) -> dict[str, object]:
    """Everything a person needs to see why a question scored as it did."""
    question, answer = result.question, result.answer
    return {
        "id": question.id,
        "question": question.question,
        "lang": question.lang,
        "type": question.type,
        "slices": list(question.slices),
        "history": list(question.history),
        "answerable": question.answerable,
        "gold": {
            "answers": list(question.answers),
            "articles": list(question.articles),
            "quote": question.quote,
            "date": question.date,
        },
        "failure": result.failure,
        "answered": answer.answered,
        "answer": answer.text,
        "short_answer": answer.short_answer,
        "language": answer.language,
        "dates": list(answer.dates),
        "as_of": _iso(answer.as_of),
        "notices": list(answer.notices),
        "retrieved": list(ranked_articles(answer)),
        "citations": [_citation_row(citation) for citation in answer.citations],
        "alternatives": [_citation_row(citation) for citation in answer.alternatives],
        "passages": [_passage_row(passage) for passage in answer.passages],
        "scores": dict(result.scores),
        "latency_ms": result.latency_ms,
        "timings_ms": dict(answer.timings_ms),
    }


def result_of(row: Mapping[str, Any], question: Question) -> QuestionResult:
    """The result that :func:`question_row` wrote for the question, scored by the gold that the question has now.

    Raises:
        KeyError, TypeError, ValueError: the row is damaged.
    """
    answer = Answer(
        question=row["question"],
        language=row["language"],
        text=row["answer"],
        short_answer=row["short_answer"],
        answered=bool(row["answered"]),
        citations=tuple(_citation(one) for one in row["citations"]),
        alternatives=tuple(_citation(one) for one in row.get("alternatives", ())),  # older runs have none
        as_of=None if row["as_of"] is None else date.fromisoformat(row["as_of"]),
        dates=tuple(row["dates"]),
        notices=tuple(row["notices"]),
        passages=tuple(_passage(one) for one in row["passages"]),
        timings_ms=dict(row["timings_ms"]),
    )
    return QuestionResult(question, answer, {**row["scores"], **scores(question, answer)}, row["latency_ms"])


def _citation_row(citation: Citation) -> dict[str, object]:
    return {
        "marker": citation.marker,
        "path": citation.passage.path,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "readings": [asdict(reading) for reading in citation.readings],
        "passage": _passage_row(citation.passage),
    }


def _citation(row: Mapping[str, Any]) -> Citation:
    readings = tuple(DateReading(**reading) for reading in row["readings"])
    return Citation(row["marker"], _passage(row["passage"]), row["quote"], row["start"], row["end"], readings)


def _passage_row(passage: RetrievedPassage) -> dict[str, object]:
    return {
        **asdict(passage),
        "published_at": _iso(passage.published_at),
        "also_in": [_reference_row(one) for one in passage.also_in],
        "versions": [_reference_row(one) for one in passage.versions],
    }


def _passage(row: Mapping[str, Any]) -> RetrievedPassage:
    fields = {"also_in": (), "versions": (), **row}  # runs of before there were copies and versions have none
    fields["published_at"] = _moment(fields["published_at"])
    for name in ("also_in", "versions"):
        fields[name] = tuple(_reference(one) for one in fields[name])
    return RetrievedPassage(**fields)


def _reference_row(reference: ArticleReference) -> dict[str, object]:
    return {**asdict(reference), "published_at": _iso(reference.published_at)}


def _reference(row: Mapping[str, Any]) -> ArticleReference:
    return ArticleReference(**{**row, "published_at": _moment(row["published_at"])})


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)

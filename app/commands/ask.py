"""``newschat ask``: one question, one cited answer."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import archive_option, json_option, words_of
from app.commands.references import reference_lines, reference_records
from app.commands.terminal import echo, echo_json, iso

if TYPE_CHECKING:
    from app.answering.answer import Answer, Citation, RetrievedPassage


@click.command()
@click.argument("question")
@archive_option
@json_option
def ask(question: str, archive: Path | None, as_json: bool) -> None:
    """Answer QUESTION from the archive, in its language, with citations."""
    question = words_of(question, "QUESTION")
    from app.composition.application import open_application
    from app.settings import load_settings

    with open_application(load_settings(archive_dir=archive)) as application:
        answer = application.conversation.ask(question)
    if as_json:
        echo_json(answer_record(answer))
    else:
        _print(answer)


def answer_record(answer: "Answer") -> dict[str, object]:
    """The answer in the JSON form of ``newschat ask --json``."""
    return {
        "question": answer.question,
        "language": answer.language,
        "answer": answer.text,
        "short_answer": answer.short_answer,
        "answered": answer.answered,
        "as_of": iso(answer.as_of),
        "dates": list(answer.dates),
        "citations": [_citation_record(citation) for citation in answer.citations],
        "alternatives": [_citation_record(citation) for citation in answer.alternatives],
        "passages": [_passage_record(passage) for passage in answer.passages],
        "notices": list(answer.notices),
        "timings_ms": answer.timings_ms,
    }


def _citation_record(citation: "Citation") -> dict[str, object]:
    passage = citation.passage
    return {
        "marker": citation.marker,
        "article_id": passage.article_id,
        "path": passage.path,
        "title": passage.title,
        "publisher": passage.publisher,
        "published_at": iso(passage.published_at),
        "url": passage.url,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "also_in": reference_records(passage.also_in),
        "versions": reference_records(passage.versions),
    }


def _passage_record(passage: "RetrievedPassage") -> dict[str, object]:
    return {
        "passage_id": passage.passage_id,
        "article_id": passage.article_id,
        "path": passage.path,
        "score": passage.score,
        "also_in": reference_records(passage.also_in),
        "versions": reference_records(passage.versions),
    }


def _print(answer: "Answer") -> None:
    from app.answering.extractive.quotation import reported
    from app.answering.wording import WORDINGS, framed_short_answer

    if answer.short_answer:
        echo(framed_short_answer(answer.short_answer, answer.language), bold=True)
        echo()
    echo(answer.text)
    for notice in answer.notices:
        echo(f"! {notice}")
    if answer.alternatives:
        echo()
        echo(WORDINGS[answer.language].alternatives)
    for citation in answer.alternatives:
        echo(f" -  {reported(citation, answer.language)}")
    echo()
    for citations in _by_article(answer):
        passage = citations[0].passage
        echo(f"{''.join(f'[{citation.marker}]' for citation in citations)} {passage.title}", bold=True)
        echo(f"    {passage.path}" + (f"  {passage.url}" if passage.url else ""), dim=True)
        for line in reference_lines(passage, answer.language):
            echo(f"    {line}", dim=True)
    if not answer.answered:
        for path, title in {passage.path: passage.title for passage in answer.passages}.items():
            echo(f" -  {title}")
            echo(f"    {path}", dim=True)


def _by_article(answer: "Answer") -> Iterable["list[Citation]"]:
    """What is cited or offered, of each article together, in order of first use."""
    found: dict[str, list[Citation]] = {}
    for citation in (*answer.citations, *answer.alternatives):
        found.setdefault(citation.article_id, []).append(citation)
    return found.values()

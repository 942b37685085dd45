"""Warnings beside an answer: an old article met a question about the present, or a report was corrected."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from app.answering.answer import Citation, DateReading
from app.answering.citations import newest, published_day
from app.answering.wording import WORDINGS, publication_day, render_date
from app.question.periods import names_the_present
from app.question.question import Question
from app.retrieval.stories import ArticleReference
from indexing.language.particles import object_particle, topic_particle
from indexing.language.temporal import find_temporal_expressions
from indexing.story_versions import is_correction

_STALE_AFTER_DAYS: Final = 365


def notices_for(question: Question, citations: Sequence[Citation], today: date) -> tuple[str, ...]:
    """Warnings for the reader, in the question's language.

    Args:
        question: what was asked.
        citations: what the answer cites.
        today: the asker's day, against which "current" and "next year" of the question are meant.
    """
    as_of = newest(citations)
    if as_of is None:
        return ()
    notices = _relative_question(question, citations, today)
    if not notices and names_the_present(question.text) and (today - as_of).days > _STALE_AFTER_DAYS:
        notices.append(
            WORDINGS[question.language].stale.format(published=render_date(as_of.isoformat(), question.language))
        )
    return tuple(notices)


def version_notices(citations: Sequence[Citation], language: str) -> tuple[str, ...]:
    """What a reader must know about cited articles of which there are several versions, or that are corrections.

    Args:
        citations: what the answer cites, its passages told their versions; of an article the first one counts.
        language: "ko" or "en".
    """
    first = {citation.article_id: citation for citation in reversed(citations)}
    cited = sorted(first.values(), key=lambda citation: citation.marker)
    return tuple(notice for citation in cited for notice in _versions(citation, language))


def _versions(citation: Citation, language: str) -> Iterator[str]:
    """At most one notice: what came after the article counts more than what was before it."""
    wording, marker = WORDINGS[language], citation.marker
    earlier, later = citation.passage.earlier_versions, citation.passage.later_versions
    if later:
        correction = next(filter(_corrects, later), None)
        newer = correction or later[-1]
        template = wording.corrected_later if correction else wording.newer_version
        yield template.format(marker=marker, title=newer.title, published=publication_day(newer, language))
    elif is_correction(citation.passage.title):
        template = wording.corrects if earlier else wording.correction
        yield template.format(marker=marker, published=publication_day(earlier[-1], language) if earlier else "")
    elif earlier:
        first, count = publication_day(earlier[0], language), len(citation.passage.versions)
        notice = wording.latest_version.format(marker=marker, count=count, published=first)
        if correction := next(filter(_corrects, reversed(earlier)), None):
            notice += " " + wording.corrected_between.format(published=publication_day(correction, language))
        yield notice


def _corrects(version: ArticleReference) -> bool:
    return is_correction(version.title)


def _relative_question(question: Question, citations: Sequence[Citation], today: date) -> list[str]:
    """The question's "내년" was matched to an older article's "내년" or "next year": say which year the article means.

    Where several articles say it, the one that is cited first is told; undated ones are not.
    """
    asked = [found for found in find_temporal_expressions(question.text, today) if found.relative]
    read = {
        expression.iso: (reading, published)
        for citation in reversed(citations)
        if asked and (published := published_day(citation.passage))
        for reading in reversed(citation.readings)
        # read against one day, 작년, 지난해 and "last year" are the same
        for expression in find_temporal_expressions(reading.text, today)
        if expression.relative
    }
    return [
        _matched(question.language, found.text, *read[found.iso])
        for found in asked
        if found.iso in read and read[found.iso][0].value != found.iso
    ]


def _matched(language: str, asked: str, reading: DateReading, published: date) -> str:
    wording, meaning = WORDINGS[language], render_date(reading.value, language)
    template = wording.relative_question if reading.text == asked else wording.relative_synonym
    return template.format(
        expression=asked,
        said=reading.text,
        topic=topic_particle(asked),
        object=object_particle(meaning),
        published=render_date(published.isoformat(), language),
        meaning=meaning,
    )

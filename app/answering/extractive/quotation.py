"""How the extractive answerer shows a citation: the quote behind its source, and what its relative dates mean."""

from app.answering.answer import Answer, Citation, DateReading
from app.answering.citations import published_day
from app.answering.wording import WORDINGS, render_date
from indexing.language.particles import topic_particle


def reported(citation: Citation, language: str) -> str:
    """The quote with its source and marker."""
    return WORDINGS[language].reported.format(
        source=source_of(citation, language), quote=_without_quotation_marks(citation.quote), marker=citation.marker
    )


def source_of(citation: Citation, language: str) -> str:
    """Outlet and date of a citation."""
    parts = (citation.passage.publisher, _published(citation, language))
    return ", ".join(part for part in parts if part) or WORDINGS[language].unknown_outlet


def meaning(citation: Citation, reading: DateReading, language: str) -> str:
    """What a relative date of the quote means, and from when it is counted."""
    return WORDINGS[language].means.format(
        expression=reading.text,
        topic=topic_particle(reading.text),
        date=render_date(reading.value, language),
        published=_published(citation, language),
        marker=citation.marker,
    )


def without_sources(answer: Answer) -> str:
    """The text of an answer without the outlets and dates of the articles it quotes: what it says itself.

    Only what the extractive answerer puts there goes; a language model that names an outlet or a date says it.
    """
    language, text = answer.language, answer.text
    wording = WORDINGS[language]
    before_quote, before_value = wording.reported.partition("“")[0], wording.value.partition("{value}")[0]
    for citation in answer.citations:
        shown = reported(citation, language)
        text = text.replace(shown, shown.removeprefix(before_quote.format(source=source_of(citation, language))))
        for reading in citation.readings:
            if wording.means.partition("{expression}")[0] + reading.text in text:
                text = text.replace(meaning(citation, reading, language), render_date(reading.value, language))
    if text.startswith(wording.disagree.partition("{values}")[0]):
        values, blank_line, rest = text.partition("\n\n")
        sources = {before_value.format(source=source_of(citation, language)) for citation in answer.citations}
        for source in sorted(sources, key=len, reverse=True):  # one outlet's name may end another's
            values = values.replace(source, "")
        text = values + blank_line + rest
    return text


def _without_quotation_marks(quote: str) -> str:
    """A quote that is one quotation loses its own marks; any other keeps them, or they would no longer pair."""
    inner = quote[1:-1]
    is_one = quote[:1] in '“"' and quote[-1:] in '”"' and not any(mark in inner for mark in '“”"')
    return inner if is_one else quote


def _published(citation: Citation, language: str) -> str | None:
    day = published_day(citation.passage)
    return render_date(day.isoformat(), language) if day else None

"""The sources panel: every citation as an element to open, its sentence marked. Every input is taken as hostile."""

from collections.abc import Iterable, Sequence

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.web.escaping import escape, web_address
from app.web.languages import language_attributes, spoken
from app.web.references import related_articles
from app.web.rendering import source_anchor
from app.web.wording import Wording

_NEAREST = 5
_TITLE_LIMIT = 200
_PUBLISHER_LIMIT = 60
_PATH_LIMIT = 200
_QUESTION_LIMIT = 120


def sources_section(answer: Answer, turn: int, wording: Wording) -> str:
    """The sources of one answer, or, where there is none, the nearest articles labelled as no answer.

    Args:
        answer: a complete answer.
        turn: number of the exchange in its conversation; with the marker it names the element.
        wording: the page's language.
    """
    if answer.citations:
        title, note = wording.sources_count.format(n=len(answer.citations)), ""
        cards = "".join(
            _source(citation, turn, wording, opened=at == 0) for at, citation in enumerate(answer.citations)
        ) + _alternatives(answer, turn, wording)
    elif not answer.answered and answer.passages:
        title, note = wording.nearest, f'<p class="note">{escape(wording.nearest_note)}</p>'
        cards = "".join(_nearest(passage, wording) for passage in _one_an_article(answer.passages))
    else:
        title, note, cards = wording.sources, f'<p class="note">{escape(wording.no_sources)}</p>', ""
    asked = spoken(wording.answer_to.format(question=answer.question), wording.language, _QUESTION_LIMIT)
    return (
        f'<section class="turn-sources" data-turn="{turn}">'
        f'<h2 aria-live="polite">{escape(title)}</h2><p class="asked">{asked}</p>{note}{cards}</section>'
    )


def sources_panel(sections: Sequence[str], wording: Wording) -> str:
    """The panel: all answers' sources, of which the page shows one answer's; a hint while there is none.

    Earlier sections stay in the page, hidden, so that every [n] on screen opens its source.
    """
    if not sections:
        hint = f'<h2>{escape(wording.sources)}</h2><p class="note">{escape(wording.sources_hint)}</p>'
        return _panel(f'<section class="turn-sources hint">{hint}</section>', wording)
    *earlier, latest = sections
    hidden = "".join(section.replace("<section ", "<section hidden ", 1) for section in earlier)
    return _panel(hidden + latest, wording)


def _panel(inside: str, wording: Wording) -> str:
    label = escape(wording.sources)
    return (
        f'<aside class="sources" lang="{wording.language}" aria-label="{label}"'
        f' data-conversation="{escape(wording.conversation)}">{inside}</aside>'
    )


def _source(citation: Citation, turn: int, wording: Wording, *, opened: bool) -> str:
    anchor = source_anchor(turn, citation.marker)
    summary = f'<span class="marker">{citation.marker}</span>{_headline(citation.passage, wording)}'
    inside = (
        f'<blockquote class="passage"{language_attributes(citation.passage.text)}>{_marked(citation)}</blockquote>'
        f"{_readings(citation, wording)}{related_articles(citation.passage, wording)}"
        f"{_origin(citation.passage, wording)}"
    )
    state = " open" if opened else ""
    return f'<details class="source" id="{anchor}"{state}><summary>{summary}</summary>{inside}</details>'


def _alternatives(answer: Answer, turn: int, wording: Wording) -> str:
    cards = [_source(citation, turn, wording, opened=False) for citation in answer.alternatives]
    return "".join([f"<h3>{escape(wording.alternatives)}</h3>", *cards]) if cards else ""


def _nearest(passage: RetrievedPassage, wording: Wording) -> str:
    inside = (
        f'<blockquote class="passage"{language_attributes(passage.text)}>{escape(passage.text)}</blockquote>'
        f"{related_articles(passage, wording)}{_origin(passage, wording)}"
    )
    return f'<details class="source nearest"><summary>{_headline(passage, wording)}</summary>{inside}</details>'


def _one_an_article(passages: Iterable[RetrievedPassage]) -> list[RetrievedPassage]:
    best: dict[str, RetrievedPassage] = {}
    for passage in passages:
        best.setdefault(passage.article_id, passage)
    return list(best.values())[:_NEAREST]


def _headline(passage: RetrievedPassage, wording: Wording) -> str:
    when = wording.on(passage.published_at) if passage.published_at else wording.undated_article
    outlet = [spoken(passage.publisher, wording.language, _PUBLISHER_LIMIT)] if passage.publisher else []
    byline = " · ".join([*outlet, escape(when)])
    title = passage.title or passage.path
    language = language_attributes(title, passage.text)
    return (
        f'<span class="headline"><span class="title"{language}>{escape(title, _TITLE_LIMIT)}</span>'
        f'<span class="byline">{byline}</span></span>'
    )


def _marked(citation: Citation) -> str:
    passage = citation.passage
    start, end = citation.start - passage.start, citation.end - passage.start
    if start < 0 or passage.text[start:end] != citation.quote:
        # The passage holds the quote by contract; should that ever fail, the quote is what must be seen.
        return f"<mark>{escape(citation.quote)}</mark>\n\n{escape(passage.text)}"
    before, after = escape(passage.text[:start]), escape(passage.text[end:])
    return f"{before}<mark>{escape(citation.quote)}</mark>{after}"


def _readings(citation: Citation, wording: Wording) -> str:
    relative = [reading for reading in citation.readings if reading.relative]
    if not relative:
        return ""
    rows = "".join(_reading(reading, citation.passage, wording) for reading in relative)
    return f'<div class="readings"><h3>{escape(wording.readings)}</h3><dl>{rows}</dl></div>'


def _reading(reading: DateReading, passage: RetrievedPassage, wording: Wording) -> str:
    value = escape(reading.value.replace("/", " – "), _PUBLISHER_LIMIT)
    basis = ""
    if passage.published_at:
        told = wording.reading_basis.format(day=wording.on(passage.published_at, day_only=True))
        basis = f' <span class="basis">{escape(told)}</span>'
    written = spoken(f"“{reading.text}”", wording.language, _QUESTION_LIMIT)
    return f"<div><dt>{written}</dt><dd><strong>{value}</strong>{basis}</dd></div>"


def _origin(passage: RetrievedPassage, wording: Wording) -> str:
    address = web_address(passage.url)
    link = ""
    if address:
        link = (
            f'<a class="original" href="{escape(address)}" target="_blank" rel="noopener noreferrer">'
            f"{escape(wording.open_article)}</a>"
        )
    path = f'<span class="path">{escape(wording.file)} <code>{escape(passage.path, _PATH_LIMIT)}</code></span>'
    return f'<p class="origin">{link}{path}</p>'

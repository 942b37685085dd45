"""From values to markup for the conversation and the top bar. Pure functions; every input is taken as hostile."""

import re

from app.answering.answer import Answer
from app.answering.extractive.quotation import reported
from app.answering.wording import WORDINGS, framed_short_answer
from app.index_state import IDLE, CorpusFolder, IndexState
from app.web.escaping import escape
from app.web.languages import language_attributes, spoken
from app.web.wording import Wording, wording_in
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import NewschatError
from indexing.report import IndexReport

_TEXT_LIMIT = 12_000
_NOTICE_LIMIT = 600
_MARKER = re.compile(r"\[([0-9]{1,3})\]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def source_anchor(turn: int, marker: int) -> str:
    """The id of a source's element in the panel; ``[marker]`` of that turn's answer links to it."""
    return f"src-{turn}-{marker}"


def question_markup(question: str, limit: int) -> str:
    """What the user asked, at most ``limit`` characters: a heading, by which one who cannot see finds the questions."""
    asked = question.strip()
    return f'<h2 class="question"{language_attributes(asked)}>{_lines(asked, limit)}</h2>'


def answer_markup(answer: Answer, turn: int) -> str:
    """A complete answer: the short answer, the text with its citations as links, "as of", notices, alternatives.

    Args:
        answer: the answer; markers in its text without a citation of that number stay plain text.
        turn: number of the exchange in its conversation, part of every link's target.
    """
    wording = wording_in(answer.language)
    cited = frozenset(citation.marker for citation in answer.citations)
    parts = []
    if answer.short_answer:
        framed = framed_short_answer(answer.short_answer, answer.language)
        short = f"<strong>{_prose(framed, answer.language, cited, turn)}</strong>"
        parts.append(_element("p", "short-answer", short))
    parts += _paragraphs(answer, cited, turn)
    if answer.as_of is not None:
        parts.append(_element("p", "as-of", escape(wording.as_of.format(day=wording.on(answer.as_of)))))
    parts += [_element("p", "notice", spoken(notice, answer.language, _NOTICE_LIMIT)) for notice in answer.notices]
    if answer.alternatives:
        parts.append(_alternatives(answer, turn))
    return _message("answer" if answer.answered else "answer not-found", answer.language, parts, role="article")


def draft_markup(answer: Answer) -> str:
    """An answer still being written: its text so far, markers not yet linked."""
    return _message("answer draft", answer.language, _paragraphs(answer, frozenset(), 0), role="article")


def working_markup(wording: Wording) -> str:
    """The line shown from the question to the first words of its answer."""
    return _message("working", wording.language, [_element("p", "aside", escape(wording.working))])


def stopped_markup(wording: Wording) -> str:
    """The line shown where the reader stopped an answer."""
    return _message("stopped", wording.language, [_element("p", "aside", escape(wording.stopped))])


def apology_markup(wording: Wording, reason: str | NewschatError) -> str:
    """Why there is no answer: ours, or what an error says, led by our words."""
    lead = _element("p", "apology", f"<strong>{escape(wording.failed)}</strong>")
    told = _lines(reason, _NOTICE_LIMIT) if isinstance(reason, str) else _told(reason, wording)
    return _message("failed", wording.language, [lead, _element("p", "reason", told)])


def trouble_markup(wording: Wording) -> str:
    """What page.js shows at the question box when the server is gone, or does not do what it is asked."""
    told = (("lost", wording.lost), ("not-done", wording.not_done))
    lines = [f'<p class="{kind}" role="alert" hidden>{escape(text)}</p>' for kind, text in told]
    return _message("trouble", wording.language, lines)


def welcome_markup(wording: Wording, *, articles: bool = True) -> str:
    """What stands above the example questions while a conversation is empty; without articles nothing can be asked."""
    kind = "welcome" if articles else "welcome no-articles"
    lead = _element("h2", "welcome-lead", escape(wording.welcome if articles else wording.welcome_empty))
    more = _element("p", "welcome-more", escape(wording.welcome_more if articles else wording.welcome_empty_more))
    return _message(kind, wording.language, [lead, more])


def top_bar(
    archive_name: str, coverage: Coverage, wording: Wording, folder: CorpusFolder, state: IndexState = IDLE
) -> str:
    """The archive's name, how much it holds, from when to when, and when that was last brought up to date.

    Args:
        archive_name: heading of the page.
        coverage: what the archive holds.
        wording: the page's language.
        folder: where articles are put; told while there are none.
        state: how its upkeep is getting on: progress takes the place of the date, and a failure is told below.
    """
    covered = wording.period(coverage.first, coverage.last) if coverage.first and coverage.last else wording.undated
    running = (wording.index_run, _progress(wording, state))
    facts = (
        (wording.articles, wording.articles_count.format(n=coverage.articles)),
        (wording.covered, covered),
        running if state.running else (wording.indexed, _indexed(coverage, wording, state)),
    )
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    hint = "" if coverage.articles else _element("p", "empty-archive", _filling(folder, wording))
    return _bar(archive_name, wording, f'<dl class="facts">{rows}</dl>{hint}{_index_failure(wording, state)}')


def top_bar_without_archive(archive_name: str, error: NewschatError, wording: Wording, state: IndexState = IDLE) -> str:
    """The archive's name, and why nothing is known about what it holds."""
    told = _element("p", "empty-archive", _told(error, wording))
    return _bar(archive_name, wording, told + _index_failure(wording, state))


def _progress(wording: Wording, state: IndexState) -> str:
    template = wording.index_files if state.total else wording.index_begun
    return template.format(done=state.done, total=state.total)


def _indexed(coverage: Coverage, wording: Wording, state: IndexState) -> str:
    # The server's own clock: newschat runs where its reader is, or in the same newsroom.
    when = wording.on(coverage.indexed_at.astimezone()) if coverage.indexed_at else wording.never_indexed
    if state.report is None or state.failure is not None:
        return when
    outcome = _outcome(state.report, wording, since=coverage.indexed_at is not None)
    return f"{when} ({outcome})" if outcome else when


def _outcome(report: IndexReport, wording: Wording, *, since: bool) -> str:
    """What the last run did; "nothing new since" only where there was a time before."""
    counts = (
        (wording.added, report.added),
        (wording.changed, report.changed),
        (wording.moved, report.moved),
        (wording.deleted, report.deleted),
    )
    told = [template.format(n=count) for template, count in counts if count]
    if since and not told:
        told.append(wording.nothing_new)
    if report.skipped:
        told.append(wording.skipped.format(n=len(report.skipped)))
    return ", ".join(told)


def _filling(folder: CorpusFolder, wording: Wording) -> str:
    template = wording.empty_watched if folder.watched else wording.empty_unwatched
    return spoken(template.format(folder=folder.path), wording.language, _NOTICE_LIMIT)


def _index_failure(wording: Wording, state: IndexState) -> str:
    if state.failure is None or state.running:
        return ""
    return _element("p", "empty-archive", f"{escape(wording.index_failed)} {_told(state.failure, wording)}")


def _told(error: NewschatError, wording: Wording) -> str:
    """What an error says, marked as English where the page is not and has no words for it."""
    message, language = wording.failure(error)
    told = _lines(message, _NOTICE_LIMIT)
    return told if language == wording.language else f'<span lang="{language}">{told}</span>'


def _bar(archive_name: str, wording: Wording, inside: str) -> str:
    name = spoken(archive_name, wording.language, 80)
    return f'<header class="top-bar" lang="{wording.language}"><h1>{name}</h1>{inside}</header>'


def _message(kind: str, language: str, parts: list[str], role: str = "") -> str:
    # No blank line and no line break outside a tag: Markdown takes it as one block of HTML and leaves it alone.
    told = f' role="{role}"' if role else ""
    return f'<div class="{kind}" lang="{escape(language, 12)}"{told}>{"".join(parts)}</div>'


def _paragraphs(answer: Answer, cited: frozenset[int], turn: int) -> list[str]:
    text = answer.text
    if len(text) > _TEXT_LIMIT:
        text = text[:_TEXT_LIMIT] + "…"
    pieces = (piece.strip() for piece in _PARAGRAPHS.split(text.replace("\r\n", "\n")))
    return [f"<p>{_prose(piece, answer.language, cited, turn)}</p>" for piece in pieces if piece]


def _prose(text: str, language: str, cited: frozenset[int], turn: int) -> str:
    pieces, end = [], 0
    for found in _MARKER.finditer(text):
        marker = int(found.group(1))
        if marker in cited:
            pieces += [spoken(text[end : found.start()], language), _link(turn, marker)]
            end = found.end()
    return ("".join(pieces) + spoken(text[end:], language)).replace("\n", "<br>")


def _alternatives(answer: Answer, turn: int) -> str:
    """Sentences that may be meant instead, each with a link to its source."""
    marks = frozenset(citation.marker for citation in answer.alternatives)
    told = [reported(citation, answer.language) for citation in answer.alternatives]
    items = "".join(f"<li>{_prose(line, answer.language, marks, turn)}</li>" for line in told)
    lead = escape(WORDINGS[answer.language].alternatives)
    return _element("div", "alternatives", f"<p>{lead}</p><ul>{items}</ul>")


def _link(turn: int, marker: int) -> str:
    return f'<a class="cite" href="#{source_anchor(turn, marker)}">[{marker}]</a>'


def _lines(text: str, limit: int | None = None) -> str:
    return escape(text, limit).replace("\n", "<br>")


def _element(name: str, kind: str, inside: str) -> str:
    return f'<{name} class="{kind}">{inside}</{name}>'

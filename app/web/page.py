"""The page: Gradio components, and what triggers what. Imported only to serve it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from app.index_state import CorpusFolder, Upkeep
from app.web.asking import Converses, ask, too_long
from app.web.halting import Halts
from app.web.record import recorded, restored
from app.web.rendering import top_bar, top_bar_without_archive, trouble_markup, welcome_markup
from app.web.session import Session
from app.web.sources import sources_panel
from app.web.wording import Wording, preferred_wording
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import NewschatError

_QUESTIONS_AT_ONCE = 4
_QUESTIONS_WAITING = 64
_IDLE_SECONDS, _BUSY_SECONDS = 5.0, 1.0
"""Between two looks of a page at how many articles there are: usually, and while an index run is going on."""

_QUIET: Mapping[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""For every event: no overlay on what is being read, and no public endpoint beside the page."""

_KEEP = "(record) => newschat.keep('conversation', record)"
_KEPT = "() => [newschat.kept('conversation'), newschat.kept('question')]"
"""What page.js puts by for this tab, and has put by."""

_Updates = dict[Any, Any]
"""Component to its new value or settings; components left out stay as they are."""

_Told = tuple[str, str]
"""What the page tells about the archive: the top bar, and the welcome of an empty conversation."""


@dataclass(frozen=True, slots=True)
class _Components:
    bar: gr.HTML
    reindex: gr.Button
    clock: gr.Timer
    shown: gr.State
    chat: gr.Chatbot
    trouble: gr.HTML
    box: gr.Textbox
    clear: gr.Button
    panel: gr.HTML
    session: gr.State
    record: gr.Textbox


def build_page(
    conversation: Converses,
    coverage: Callable[[], Coverage],
    upkeep: Upkeep,
    archive_name: str,
    examples: Mapping[str, Sequence[str]],
    folder: CorpusFolder,
) -> gr.Blocks:
    """The page, not yet served.

    Args:
        conversation: what answers; shared by all sessions, so it keeps nothing of any of them.
        coverage: what the archive holds now; asked every few seconds. A ``NewschatError`` is shown in its place.
        upkeep: what indexes while the page is served.
        archive_name: heading of the page.
        examples: example questions by language code, offered while a conversation is empty.
        folder: where articles are put.

    Returns:
        Blocks for ``serving.serve_page`` or ``serving.launch_page``.
    """
    page = gr.Blocks(title=archive_name, analytics_enabled=False, fill_width=True)
    with page:
        parts = _laid_out([question for asked in examples.values() for question in asked])
        _wire_questions(parts, conversation)
        _wire_greeting(page, parts, lambda wording: _told(coverage, upkeep, archive_name, folder, wording))
        _wire_upkeep(parts, upkeep, lambda wording: _told(coverage, upkeep, archive_name, folder, wording))
    page.queue(max_size=_QUESTIONS_WAITING)
    return page


def _laid_out(examples: Sequence[str]) -> _Components:
    with gr.Row(elem_id="head"):
        bar = gr.HTML(elem_id="top")
        reindex = gr.Button("", elem_id="reindex", size="sm")
    with gr.Row(elem_id="columns"):
        with gr.Column(elem_id="conversation"):
            chat = gr.Chatbot(
                elem_id="chat",
                show_label=False,
                container=False,
                height=None,
                buttons=[],
                autoscroll=False,  # to the end of an answer, past its point; page.js scrolls to the question
                latex_delimiters=[],
                feedback_options=None,
                allow_file_downloads=False,
                examples=[{"text": question} for question in examples],
            )
            trouble = gr.HTML(elem_id="trouble")
            box = gr.Textbox(
                elem_id="question",
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                autofocus=True,
            )
            clear = gr.Button("", elem_id="clear", size="sm", visible=False)
        with gr.Column(elem_id="sources"):
            panel = gr.HTML(elem_id="panel")
    clock, shown = gr.Timer(_IDLE_SECONDS), gr.State(("", ""))
    session, record = gr.State(Session()), gr.Textbox(visible=False)
    return _Components(bar, reindex, clock, shown, chat, trouble, box, clear, panel, session, record)


def _wire_questions(parts: _Components, conversation: Converses) -> None:
    halts = Halts()

    def asked(question: str, session: Session, record: str, request: gr.Request) -> Iterator[_Updates]:
        wording, page = _wording(request), str(request.session_hash)
        if record and not session.exchanges:  # the server was started anew, or has forgotten a tab that slept for long
            session = restored(record, wording)
            yield _drawn(parts, session, wording)
        halt = halts.begin(page)
        try:
            steps = ask(conversation, question, session, wording, halt)
            yield from _asked(parts, steps, question, wording)
            if halt.is_cleared:  # with the button, once more: an update between two others may be passed over
                yield _drawn(parts, Session(), wording) | _rested(parts, wording)
        finally:
            halts.end(page)

    def typed(question: str, session: Session, record: str, request: gr.Request) -> Iterator[_Updates]:
        yield from asked(question, session, record, request)

    def chosen(session: Session, record: str, example: gr.SelectData, request: gr.Request) -> Iterator[_Updates]:
        yield from asked(str(example.value["text"]), session, record, request)

    def stopped(request: gr.Request) -> None:
        halts.halt(str(request.session_hash))

    def cleared(request: gr.Request) -> Any:
        if halts.halt(str(request.session_hash), clear=True):
            return gr.skip()  # whoever writes the answer clears the conversation when it has ended
        return _drawn(parts, Session(), _wording(request))

    outputs = [parts.box, parts.chat, parts.clear, parts.panel, parts.session, parts.record]
    bounded: dict[str, Any] = {"concurrency_limit": _QUESTIONS_AT_ONCE, "concurrency_id": "questions"}
    before = [parts.session, parts.record]
    changing = (
        parts.box.submit(typed, [parts.box, *before], outputs, **_QUIET, **bounded),
        parts.chat.example_select(chosen, before, outputs, **_QUIET, **bounded),
        parts.clear.click(cleared, None, outputs, queue=False, **_QUIET),
    )
    for change in changing:
        change.then(None, [parts.record], None, js=_KEEP, **_QUIET)
    parts.box.stop(stopped, None, None, queue=False, **_QUIET)


def _wire_greeting(page: gr.Blocks, parts: _Components, told: Callable[[Wording], _Told]) -> None:
    def greeted(record: str, question: str, request: gr.Request) -> _Updates:
        wording = _wording(request)
        bar, welcome = now = told(wording)
        session = restored(record, wording)
        messages: Any = session.messages()
        box: _Updates = {"value": question} if question else {}
        return {
            parts.bar: bar,
            parts.shown: now,
            parts.reindex: gr.Button(wording.reindex),
            parts.chat: gr.Chatbot(messages, placeholder=welcome, label=wording.conversation),
            parts.box: gr.Textbox(
                placeholder=wording.question_hint, label=wording.question_hint, submit_btn=wording.ask, **box
            ),
            parts.trouble: trouble_markup(wording),
            parts.clear: gr.Button(wording.clear, visible=bool(session.exchanges)),
            parts.panel: sources_panel(session.sections(), wording),
            parts.session: session,
            parts.record: recorded(session),
        }

    outputs = [parts.bar, parts.shown, parts.reindex, parts.chat, parts.trouble, parts.box, parts.clear, parts.panel]
    outputs += [parts.session, parts.record]
    page.load(greeted, [parts.record, parts.box], outputs, js=_KEPT, queue=False, **_QUIET)


def _wire_upkeep(parts: _Components, upkeep: Upkeep, told: Callable[[Wording], _Told]) -> None:
    def refreshed(shown: _Told, request: gr.Request) -> Any:
        wording = _wording(request)
        running, now = upkeep.state.running, told(wording)
        if now == shown:
            return gr.skip()  # what nobody changed is not drawn again under the reader's eyes
        bar, welcome = now
        greeting: _Updates = {} if welcome == shown[1] else {parts.chat: gr.Chatbot(placeholder=welcome)}
        return greeting | {
            parts.bar: bar,
            parts.shown: now,
            parts.reindex: gr.Button(wording.indexing if running else wording.reindex, interactive=not running),
            parts.clock: gr.Timer(_BUSY_SECONDS if running else _IDLE_SECONDS),
        }

    def requested(shown: _Told, request: gr.Request) -> Any:
        upkeep.request()
        return refreshed(shown, request)

    outputs = [parts.bar, parts.shown, parts.reindex, parts.chat, parts.clock]
    parts.clock.tick(refreshed, [parts.shown], outputs, queue=False, **_QUIET)
    parts.reindex.click(requested, [parts.shown], outputs, queue=False, **_QUIET)


def _asked(parts: _Components, steps: Iterator[Session], question: str, wording: Wording) -> Iterator[_Updates]:
    # The box is emptied at the first step and not touched again: the next question may be in it by the last one.
    kept = question if too_long(question) else ""
    box: _Updates = {parts.box: gr.Textbox(value=kept, submit_btn=False, stop_btn=wording.stop)}
    for session in steps:
        yield box | _drawn(parts, session, wording)
        box = {}
    yield _rested(parts, wording)


def _rested(parts: _Components, wording: Wording) -> _Updates:
    return {parts.box: gr.Textbox(submit_btn=wording.ask, stop_btn=False)}


def _drawn(parts: _Components, session: Session, wording: Wording) -> _Updates:
    drawn: _Updates = {
        parts.chat: session.messages(),
        parts.clear: gr.Button(visible=bool(session.exchanges)),
        parts.session: session,
    }
    if not session.pending:
        drawn |= {parts.panel: sources_panel(session.sections(), wording), parts.record: recorded(session)}
    return drawn


def _told(
    coverage: Callable[[], Coverage], upkeep: Upkeep, archive_name: str, folder: CorpusFolder, wording: Wording
) -> _Told:
    state = upkeep.state
    try:
        held = coverage()
    except NewschatError as error:
        return top_bar_without_archive(archive_name, error, wording, state), welcome_markup(wording)
    bar = top_bar(archive_name, held, wording, folder, state)
    return bar, welcome_markup(wording, articles=held.articles > 0)


def _wording(request: gr.Request) -> Wording:
    return preferred_wording(request.headers.get("accept-language"))

"""Halting an answer that is being written: the reader's button sets a mark, and whoever writes the answer ends it.

So a session has one writer. A button that drew the stopped session itself, beside the answer, was overtaken by words
that were already on their way: of 19 stops of a streaming model 7 left a half-written text on the page for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Final

from app.answering.answer import Answer

_LOOK_SECONDS: Final = 0.1
"""Between two looks at the mark while nothing comes; a model may be silent for a minute before its first word."""


@dataclass(frozen=True, slots=True, eq=False)
class Halt:
    """The mark of one question: it may be stopped, or its whole conversation cleared."""

    _stopped: Event = field(default_factory=Event)
    _cleared: Event = field(default_factory=Event)

    @property
    def is_set(self) -> bool:
        """Whether the answer is wanted no more."""
        return self._stopped.is_set()

    @property
    def is_cleared(self) -> bool:
        """Whether the conversation is wanted no more."""
        return self._cleared.is_set()

    def set(self, *, clear: bool = False) -> None:
        """Sets the mark."""
        if clear:
            self._cleared.set()
        self._stopped.set()


class Halts:
    """The marks of the questions that are being answered, by session of the page."""

    def __init__(self) -> None:
        self._running: dict[str, Halt] = {}
        self._lock = Lock()

    def begin(self, session: str) -> Halt:
        """The mark of a session's new question."""
        halt = Halt()
        with self._lock:
            self._running[session] = halt
        return halt

    def end(self, session: str) -> None:
        """Forgets a session's question, which is answered or halted."""
        with self._lock:
            self._running.pop(session, None)

    def halt(self, session: str, *, clear: bool = False) -> bool:
        """Marks the question that is being answered; False where there is none."""
        with self._lock:
            halt = self._running.get(session)
            if halt is not None:
                halt.set(clear=clear)
            return halt is not None


def until_halted(snapshots: Iterator[Answer], halt: Halt) -> Iterator[Answer]:
    """The snapshots of an answer for as long as they are wanted.

    They are drawn in a thread, since nobody can interrupt the wait for a silent model. After a halt that thread takes
    one more snapshot, if one ever comes, and closes them.

    Raises:
        Exception: whatever drawing a snapshot raised.
    """
    drawn: SimpleQueue[Answer | BaseException | None] = SimpleQueue()
    Thread(target=_draw, args=(snapshots, halt, drawn), name="answer", daemon=True).start()
    while not halt.is_set:
        try:
            step = drawn.get(timeout=_LOOK_SECONDS)
        except Empty:
            continue
        if step is None:
            return
        if isinstance(step, BaseException):
            raise step
        yield step


def _draw(snapshots: Iterator[Answer], halt: Halt, drawn: "SimpleQueue[Answer | BaseException | None]") -> None:
    try:
        for snapshot in snapshots:
            if halt.is_set:
                break
            drawn.put(snapshot)
    except BaseException as error:  # raised again where the answer is waited for
        drawn.put(error)
    else:
        drawn.put(None)
    finally:
        if close := getattr(snapshots, "close", None):
            close()

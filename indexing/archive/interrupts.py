"""Ctrl-C while a library is being imported."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def delayed_interrupt() -> Iterator[None]:
    """Keeps Ctrl-C back until the block has ended, then lets it through.

    Libraries swallow any exception here and there while they are imported, Chroma's among them: the run then went on as
    if nobody had pressed a key. Only the main thread gets Ctrl-C; elsewhere, and where it is ignored or handled by
    something other than Python's own handler, nothing is changed.
    """
    former = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or former is not signal.default_int_handler:
        yield
        return
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        pressed.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
    if pressed:
        raise KeyboardInterrupt

"""Processes that end with the one that started them, however that one ended."""

import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection


def hold(lifeline: Connection) -> None:
    """Makes this process deaf to Ctrl-C, which the one that started it answers, and ends it with its lifeline.

    Args:
        lifeline: ends the process as soon as anything comes from its other end, or nobody holds that any more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)

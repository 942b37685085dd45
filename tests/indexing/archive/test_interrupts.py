"""Ctrl-C while a library is imported comes through afterwards, whatever the library does with exceptions."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from indexing.archive.interrupts import delayed_interrupt


@pytest.fixture(autouse=True)
def _python_s_own_handler() -> Iterator[None]:
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


def _press(then: type[Exception] | None = None) -> None:
    with delayed_interrupt():
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
        if then:
            raise then


def test_what_a_block_would_swallow_comes_through_at_its_end() -> None:
    with pytest.raises(KeyboardInterrupt):
        _press()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_ctrl_c_nothing_happens() -> None:
    with delayed_interrupt():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_of_the_block_is_its_own() -> None:
    with pytest.raises(ImportError):
        _press(then=ImportError)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_handles_ctrl_c_otherwise_goes_on_doing_so() -> None:
    heard = []
    signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    with delayed_interrupt():
        os.kill(os.getpid(), signal.SIGINT)
    assert heard == [signal.SIGINT]


def test_other_threads_are_left_alone() -> None:
    seen = []

    def work() -> None:
        with delayed_interrupt():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]

"""An answer ends as soon as it is wanted no more, however silent its model is."""

from collections.abc import Iterator
from threading import Event

import pytest

from app.answering.answer import Answer
from app.web.halting import Halt, Halts, until_halted

DRAFT = Answer("언제?", "ko", "초안", None, True)


class Model:
    """Draws one draft, then waits for what never comes; notes that it was closed."""

    def __init__(self) -> None:
        self.go_on, self.closed = Event(), Event()

    def stream(self) -> Iterator[Answer]:
        try:
            yield DRAFT
            self.go_on.wait(10)
            yield DRAFT
        finally:
            self.closed.set()


def test_what_is_wanted_comes_whole_and_in_order() -> None:
    answers = [DRAFT, Answer("언제?", "ko", "답", None, True)]
    assert list(until_halted(iter(answers), Halt())) == answers


def test_a_silent_model_is_not_waited_for() -> None:
    model, halt = Model(), Halt()
    snapshots = until_halted(model.stream(), halt)
    assert next(snapshots) is DRAFT
    halt.set()
    assert list(snapshots) == []
    assert not model.closed.is_set()
    model.go_on.set()
    assert model.closed.wait(10)


def test_a_failure_is_told_to_whoever_waits() -> None:
    def broken() -> Iterator[Answer]:
        yield DRAFT
        raise ValueError("no more")

    snapshots = until_halted(broken(), Halt())
    assert next(snapshots) is DRAFT
    with pytest.raises(ValueError, match="no more"):
        next(snapshots)


def test_only_the_question_of_the_session_is_halted() -> None:
    halts = Halts()
    one, other = halts.begin("one"), halts.begin("other")
    assert halts.halt("one")
    assert (one.is_set, one.is_cleared, other.is_set) == (True, False, False)
    assert halts.halt("other", clear=True)
    assert (other.is_set, other.is_cleared) == (True, True)
    halts.end("one")
    assert not halts.halt("one")
    assert not halts.begin("one").is_set

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.index_state import IndexState
from app.upkeep.keeper import ArchiveKeeper, Progress
from indexing.corpus import scan
from indexing.errors import ArchiveBusyError, CorpusMissingError, EmbeddingError, NewschatError
from indexing.report import Changes, IndexReport

WITHIN = 30
OFTEN = 0.05
DONE = IndexReport(1, 0, 0, (), 1, 0.1, Changes(added=("a.md",)), 0)


class Runs:
    """Index runs that go on until they are let go, and then end as they are told to."""

    def __init__(self) -> None:
        self.begun = 0
        self.go_on = threading.Event()
        self.ends: NewschatError | Exception | None = None

    def run(self, progress: Progress) -> IndexReport:
        self.begun += 1
        progress("reading", 3, 7)
        progress("embedding", 1, 9)
        self.go_on.wait(WITHIN)
        if self.ends is not None:
            raise self.ends
        return DONE

    def stop(self) -> None:
        self.go_on.set()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


@contextmanager
def keeping(
    runs: Runs, corpus: Path, every: float, told: list[IndexReport | NewschatError] | None = None
) -> Iterator[ArchiveKeeper]:
    keeper = ArchiveKeeper(
        runs,
        lambda: scan(corpus).signature(),
        every,
        indexed=scan(corpus).signature(),
        told=(told if told is not None else []).append,
    )
    with keeper:
        yield keeper


def test_a_new_file_is_indexed_once(corpus: Path) -> None:
    runs, told = Runs(), list[IndexReport | NewschatError]()
    runs.go_on.set()
    with keeping(runs, corpus, OFTEN, told) as keeper:
        (corpus / "a.md").write_text("x")
        until(lambda: keeper.state.report is not None)
        time.sleep(10 * OFTEN)
    assert runs.begun == 1
    assert told == [DONE]
    assert keeper.state == IndexState(report=DONE)


def test_a_file_that_still_grows_is_not_indexed(corpus: Path) -> None:
    runs = Runs()
    growing = corpus / "a.md"
    with keeping(runs, corpus, OFTEN):
        for _ in range(20):
            with growing.open("a") as stream:
                stream.write("x")
            time.sleep(OFTEN)
        assert runs.begun == 0
        until(lambda: runs.begun == 1)


def test_a_folder_that_nobody_watches_is_indexed_on_request(corpus: Path) -> None:
    runs = Runs()
    with keeping(runs, corpus, 0) as keeper:
        (corpus / "a.md").write_text("x")
        time.sleep(0.2)
        assert runs.begun == 0
        keeper.request()
        until(lambda: keeper.state == IndexState(running=True, done=3, total=7))
        keeper.request()
        runs.go_on.set()
        until(lambda: not keeper.state.running)
        assert runs.begun == 1
        keeper.request()
        until(lambda: runs.begun == 2)


def test_a_folder_that_is_gone_is_told_once_and_indexed_when_it_is_back(corpus: Path) -> None:
    runs, told = Runs(), list[IndexReport | NewschatError]()
    runs.go_on.set()
    with keeping(runs, corpus, OFTEN, told) as keeper:
        corpus.rmdir()
        until(lambda: keeper.state.failure is not None)
        time.sleep(5 * OFTEN)
        assert [type(outcome) for outcome in told] == [CorpusMissingError]
        assert "does not exist" in str(keeper.state.failure)
        assert runs.begun == 0
        corpus.mkdir()
        until(lambda: keeper.state.failure is None)
        (corpus / "a.md").write_text("x")
        until(lambda: keeper.state.report is not None)


@pytest.mark.parametrize(
    ("ends", "told"),
    [(EmbeddingError("no network"), "no network"), (ValueError("odd"), "unexpectedly (ValueError: odd)")],
)
def test_a_run_that_fails_is_told_and_not_tried_again_until_something_changes(
    corpus: Path, ends: Exception, told: str
) -> None:
    runs = Runs()
    runs.ends = ends
    runs.go_on.set()
    with keeping(runs, corpus, OFTEN) as keeper:
        (corpus / "a.md").write_text("x")
        until(lambda: keeper.state.failure is not None)
        assert told in str(keeper.state.failure)
        time.sleep(10 * OFTEN)
        assert (runs.begun, keeper.state.running) == (1, False)
        assert keeper.state.failure is not None
        runs.ends = None
        (corpus / "b.md").write_text("x")
        until(lambda: keeper.state == IndexState(report=DONE))


def test_while_another_process_writes_it_tries_again(corpus: Path) -> None:
    runs = Runs()
    runs.ends = ArchiveBusyError("another process writes")
    runs.go_on.set()
    with keeping(runs, corpus, OFTEN) as keeper:
        (corpus / "a.md").write_text("x")
        until(lambda: runs.begun > 2)
        runs.ends = None
        until(lambda: keeper.state == IndexState(report=DONE))


def test_when_the_page_closes_a_run_that_is_going_on_is_ended(corpus: Path) -> None:
    runs = Runs()
    with keeping(runs, corpus, 0) as keeper:
        keeper.request()
        until(lambda: runs.begun == 1)
    assert runs.go_on.is_set()


def test_a_listener_who_is_gone_ends_nothing(corpus: Path, caplog: pytest.LogCaptureFixture) -> None:
    def told(outcome: IndexReport | NewschatError) -> None:
        raise BrokenPipeError("the terminal was closed")

    runs = Runs()
    runs.go_on.set()
    with ArchiveKeeper(runs, lambda: scan(corpus).signature(), 0, told=told) as keeper:
        keeper.request()
        until(lambda: keeper.state == IndexState(report=DONE))
        runs.ends = EmbeddingError("no network")
        keeper.request()
        until(lambda: str(keeper.state.failure) == "no network")
    assert "could not be told" in caplog.text


def test_a_look_that_fails_in_an_unforeseen_way_is_told_once_and_taken_again(caplog: pytest.LogCaptureFixture) -> None:
    looks = 0

    def look() -> str:
        nonlocal looks
        looks += 1
        if looks < 5:
            raise ValueError("odd")
        return "new"

    runs, told = Runs(), list[IndexReport | NewschatError]()
    runs.go_on.set()
    with ArchiveKeeper(runs, look, OFTEN, indexed="old", told=told.append) as keeper:
        until(lambda: keeper.state == IndexState(report=DONE))
    assert [str(outcome) for outcome in told[:-1]] == ["The corpus folder could not be looked at (ValueError: odd)."]
    assert caplog.text.count("ValueError: odd") == 1


class Interrupted(threading.Event):
    """An event that lets something happen just when a wait for it has ended in vain, or before it is cleared so."""

    def __init__(self, moment: str, happens: Callable[[], None]) -> None:
        super().__init__()
        self._happens = {moment: happens}

    def wait(self, timeout: float | None = None) -> bool:
        heard = super().wait(timeout)
        if not heard:
            self._happens.pop("after the wait", lambda: None)()
        return heard

    def clear(self) -> None:
        if not self.is_set():
            self._happens.pop("before it is cleared", lambda: None)()
        super().clear()


@pytest.mark.parametrize("moment", ["after the wait", "before it is cleared"])
def test_no_request_is_lost_whenever_it_comes(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = Runs()
    runs.go_on.set()
    keeper = ArchiveKeeper(runs, lambda: "same", OFTEN, indexed="same")
    monkeypatch.setattr(keeper, "_wanted", Interrupted(moment, keeper.request))
    with keeper:
        time.sleep(5 * OFTEN)
        until(lambda: not keeper.state.running)
        begun = runs.begun
        keeper.request()
        until(lambda: runs.begun == begun + 1 and not keeper.state.running)

"""A progress bar on stderr, for people; nothing where nobody looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from indexing.progress import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Shows ``(stage, done, total)`` as one bar a stage while the block runs."""
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    console = Console(stderr=True)
    with Bars(console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show

"""What is told of long work while it goes on."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with a stage, or the name of the part that is made, how much of it is done, and of how much."""

Count = Callable[[int, int], None]
"""Called with how much of the one stage there is is done, and of how much."""

Notify = Callable[[str], None]
"""Told, in a sentence, of what happens beside the work itself."""


def silent(*_: object) -> None:
    """Tells nobody: stands for any of these."""

"""Long sequences, some items at a time."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in their order, `size` at a time; fewer the last time."""
    return (items[first : first + size] for first in range(0, len(items), size))

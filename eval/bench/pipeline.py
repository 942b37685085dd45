"""What both sides of a bench can do."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.settings import Settings, load_settings

Retrieve = Callable[[str], int]
"""Question -> how many passages were found."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an archive holds after indexing.

    Attributes:
        articles: how many.
        passages: pieces of them, each with a vector.
    """

    articles: int
    passages: int


class Pipeline(Protocol):
    """One side: from files to an archive, from a question to passages. Nothing is imported before it is needed."""

    def index(self, corpus: Path) -> Indexed:
        """Bring the archive up to date with a folder."""
        ...

    def opened(self) -> AbstractContextManager[Retrieve]:
        """The archive, open for questions."""
        ...


def bench_settings(archive: Path) -> Settings:
    """The settings of a bench: the user's embedder, and the defaults for everything else.

    So no Chroma server of the user's is filled with synthetic articles, and no reranker slows one side only.

    Raises:
        SettingsError: a setting is unknown or does not fit.
    """
    defaults = {
        name: field.get_default(call_default_factory=True)
        for name, field in Settings.model_fields.items()
        if not name.startswith("embedding_")
    }
    return load_settings().model_copy(update={**defaults, "archive_dir": archive})

"""The derived stores of an archive, by name."""

from enum import StrEnum


class Part(StrEnum):
    """A derived store; the value names its folder."""

    VECTORS = "chroma"
    KEYWORDS = "keywords"

    @property
    def words(self) -> str:
        """For messages."""
        return "vectors" if self is Part.VECTORS else "keyword index"

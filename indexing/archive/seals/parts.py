"""The derived stores of an archive, by name."""

from enum import StrEnum

from indexing.archive_folder import KEYWORDS_FOLDER, VECTORS_FOLDER


class Part(StrEnum):
    """A derived store; the value names its folder."""

    VECTORS = VECTORS_FOLDER
    KEYWORDS = KEYWORDS_FOLDER

    @property
    def words(self) -> str:
        """For messages."""
        return "vectors" if self is Part.VECTORS else "keyword index"

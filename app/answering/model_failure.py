"""How a language model's endpoint failed, whichever vendor's client it was asked through."""

from enum import StrEnum
from typing import Final

from indexing.errors import AnswerError

_LONGEST_TOLD: Final = 200


class Failure(StrEnum):
    """What went wrong, as far as a reader is concerned.

    Attributes:
        SILENT: nothing came for as long as is waited for a word.
        LATE: it wrote, but was not done in time.
        EMPTY: it ended without having written anything.
        UNREACHABLE: no connection, or one that broke.
        BUSY: it asks to be asked later, HTTP 429.
        BROKEN: it failed by itself, HTTP 5xx.
        REFUSED: it says what is wrong with the request: a key, a model's name.
        UNREADABLE: what came is no answer of a language model.
    """

    SILENT = "silent"
    LATE = "late"
    EMPTY = "empty"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    BROKEN = "broken"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


class ModelError(AnswerError):
    """A language model's endpoint failed.

    Attributes:
        failure: how.
        told: what the endpoint said about it, or the vendor's client; bounded, hostile.
    """

    def __init__(self, failure: Failure, told: str) -> None:
        super().__init__(told)
        self.failure = failure
        self.told = told

    @property
    def timed_out(self) -> bool:
        """Whether the user has waited as long as is waited for a model: it is not asked again."""
        return self.failure in (Failure.SILENT, Failure.LATE)


def model_error(error: Exception) -> ModelError:
    """A vendor's error, or one of the connection beneath it.

    Every vendor has a tree of errors of its own; what they share are the names of its branches and ``status_code``.
    """
    told = f"{type(error).__name__}: {str(error)[:_LONGEST_TOLD] or 'no details'}"
    return ModelError(_failure(error), told)


def _failure(error: Exception) -> Failure:
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        if status == 429:
            return Failure.BUSY
        return Failure.BROKEN if status >= 500 else Failure.REFUSED
    if "Timeout" in names:
        return Failure.SILENT
    if "Connection" in names or "NetworkError" in names or "ProtocolError" in names:
        return Failure.UNREACHABLE
    return Failure.REFUSED if "APIError" in names else Failure.UNREADABLE

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
        REPORTED: it says what is wrong, with it or with what it was asked: its memory, a quota, a key, a model's name.
        UNREADABLE: what came is no answer of a language model.
    """

    SILENT = "silent"
    LATE = "late"
    EMPTY = "empty"
    UNREACHABLE = "unreachable"
    REPORTED = "reported"
    UNREADABLE = "unreadable"


class ModelError(AnswerError):
    """A language model's endpoint failed.

    Attributes:
        failure: how.
        told: the endpoint's own words on it, where it has any; bounded, hostile.
    """

    def __init__(self, failure: Failure, message: str, told: str = "") -> None:
        super().__init__(message)
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
    message = f"{type(error).__name__}: {str(error)[:_LONGEST_TOLD] or 'no details'}"
    return ModelError(_failure(error), message, _told(error))


def _failure(error: Exception) -> Failure:
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if isinstance(getattr(error, "status_code", None), int):
        return Failure.REPORTED
    if "Timeout" in names:
        return Failure.SILENT
    if "Connection" in names or "NetworkError" in names or "ProtocolError" in names:
        return Failure.UNREACHABLE
    return Failure.REPORTED if "APIError" in names else Failure.UNREADABLE


def _told(error: Exception) -> str:
    """The sentence in the body of a reply that reports an error, with its status: "404: model not found"."""
    status, body = getattr(error, "status_code", None), getattr(error, "body", None)
    said = [body.get(name) for name in ("message", "detail")] if isinstance(body, dict) else [body]
    sentence = next((" ".join(text[:_LONGEST_TOLD].split()) for text in said if isinstance(text, str)), "")
    return ": ".join(filter(None, (str(status or ""), sentence)))

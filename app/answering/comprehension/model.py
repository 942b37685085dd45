"""The comprehension model that ships with newschat, in ``bundled/``: run by ONNX Runtime, without torch or a network.

What it was trained on, how, and what it can not do is in its model card, ``bundled/README.md``.
"""

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.reading import Reading, Vector
from app.answering.comprehension.sequence import PADDING, QUESTION_PIECES, SEQUENCE_PIECES, TITLE_PIECES, sequence_of
from indexing.errors import ComprehensionError
from indexing.language.surrogates import without_surrogates

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

BUNDLED_FOLDER: Final = Path(__file__).parent / "bundled"
NETWORK_FILE: Final = "model.onnx"
TOKENIZER_FILE: Final = "tokenizer.json"
_NOTHING: Final = -30.0


@dataclass(frozen=True, slots=True)
class Extract:
    """What is read: a part of an article under its headline."""

    title: str
    text: str


class Comprehension(Protocol):
    """Reads extracts for a question."""

    def read(self, question: str, extracts: Sequence[Extract]) -> list[Reading]:
        """One reading an extract, in their order."""
        ...


class ComprehensionModel:
    """Question and extracts -> readings. Nothing is loaded before the first; calls from several threads are safe.

    Args:
        folder: holds the network (inputs "ids" and "mask", outputs "start", "end", "kind") and its tokeniser.
    """

    def __init__(self, folder: Path = BUNDLED_FOLDER) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: tuple[InferenceSession, Tokenizer] | None = None

    def read(self, question: str, extracts: Sequence[Extract]) -> list[Reading]:
        """One reading an extract, in their order; of a long extract only what fits into one sequence is read.

        Raises:
            ComprehensionError: the folder cannot be read.
        """
        if not extracts:
            return []
        session, tokenizer = self._load()
        texts = [
            without_surrogates(text)
            for text in (question, *(part for one in extracts for part in (one.title, one.text)))
        ]
        asked, *rest = tokenizer.encode_batch(texts, add_special_tokens=False)
        sequences = [_Sequence.of(asked, *parts) for parts in zip(rest[::2], rest[1::2], texts[2::2], strict=True)]
        longest = max(len(one.ids) for one in sequences)
        ids = np.full((len(sequences), longest), PADDING, np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(sequences):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        start, end, kind = session.run(["start", "end", "kind"], {"ids": ids, "mask": mask})
        return [one.reading(*logits) for one, *logits in zip(sequences, start, end, kind, strict=True)]

    def _load(self) -> "tuple[InferenceSession, Tokenizer]":
        with self._lock:
            if self._loaded is None:
                self._loaded = _session(self._folder / NETWORK_FILE), _tokenizer(self._folder / TOKENIZER_FILE)
            return self._loaded


@dataclass(frozen=True, slots=True)
class _Sequence:
    """One extract beside the question, as the network reads it."""

    ids: list[int]
    first: int
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, question: "Encoding", title: "Encoding", pieces: "Encoding", text: str) -> "_Sequence":
        asked, headline = question.ids[:QUESTION_PIECES], title.ids[:TITLE_PIECES]
        around = len(sequence_of(asked, headline, []))
        room = SEQUENCE_PIECES - around
        offsets = np.asarray([_word(text, *piece) for piece in pieces.offsets[:room]], np.int64).reshape(-1, 2)
        return cls(sequence_of(asked, headline, pieces.ids[:room]), around - 1, offsets)

    def reading(self, start: Vector, end: Vector, kind: Vector) -> Reading:
        pieces = slice(self.first, self.first + len(self.offsets))
        kinds = (kind - _log_sum(kind)).tolist()
        begins, stops = _log_sum(start[pieces]), _log_sum(end[pieces])
        return Reading(
            self.offsets,
            start[pieces] - begins,
            end[pieces] - stops,
            {name: math.exp(one) for name, one in zip(Kind, kinds, strict=True)},
            (begins + stops) / 2,
        )


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a piece stands without the space before its word, which the tokeniser counts to it."""
    return (start + 1, end) if end - start > 1 and text[start].isspace() else (start, end)


def _log_sum(logits: Vector) -> float:
    """Logarithm of the sum of what the logits are logarithms of; of none, a number below all that occur."""
    return float(np.logaddexp.reduce(logits)) if len(logits) else _NOTHING


def _session(file: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # it warns of harmless details of the graph on stderr
    # The weights become floats once, when they are loaded. Left alone they do so in every run, which takes twice as
    # long.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # a class of its own for each kind of damage, without a common base
        raise ComprehensionError(
            f"The comprehension model {file} cannot be read: {error}. Install newschat again."
        ) from error


def _tokenizer(file: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises bare Exception for anything wrong with its file
        raise ComprehensionError(f"The tokeniser {file} cannot be read: {error}. Install newschat again.") from error

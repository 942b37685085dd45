"""Examples as the numbers that the network reads."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tokenizers import Encoding, Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.sequence import QUESTION_PIECES, SEQUENCE_PIECES, TITLE_PIECES, sequence_of
from app.answering.comprehension.training.examples import Example

_KINDS: Final = list(Kind)
_SENTENCE: Final = re.compile(r"(?<=[.?!”’\"])\s+(?=\S)")
_FROM_SENTENCE: Final = 0.8
"""Share of the parts that begin with a sentence, as extracts do in use; the others teach not to count on it."""
_TRIES: Final = 4


@dataclass(frozen=True)
class Encoded:
    """Piece numbers of a sequence, where its passage begins, and the pieces at which answers begin and end."""

    ids: list[int]
    passage: int
    starts: frozenset[int]
    ends: frozenset[int]
    kind: int


class Encoder:
    """Examples -> sequences. Each text is tokenised and each passage split once, however often it is read."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, Encoding] = {}
        self._begins: dict[str, list[int]] = {}

    def part(self, question: str, example: Example, chance: random.Random) -> Encoded:
        """The passage, or of a long one a part, at random, that holds an answer if there is one."""
        head, pieces, spans = self._pieces(question, example)
        room = SEQUENCE_PIECES - len(head)
        earliest, latest = 0, max(0, len(pieces.ids) - room)
        if spans and latest:
            start, end = chance.choice(spans)
            earliest = max(0, end + 1 - room)
            latest = max(earliest, min(start, latest))
        return self._encoded(
            head, pieces, spans, self._first(example.passage, pieces, earliest, latest, chance), example
        )

    def other_part(self, question: str, example: Example, chance: random.Random) -> Encoded | None:
        """A part of a long passage, at random, in which nothing of an answer stands; None where none was found."""
        head, pieces, spans = self._pieces(question, example)
        room = SEQUENCE_PIECES - len(head)
        for _ in range(_TRIES if len(pieces.ids) > room else 0):
            first = chance.randint(0, len(pieces.ids) - room)
            if not any(start < first + room and end >= first for start, end in spans):
                return self._encoded(head, pieces, [], first, example)
        return None

    def _pieces(self, question: str, example: Example) -> tuple[list[int], Encoding, list[tuple[int, int]]]:
        """The sequence without the passage, the passage's pieces, and the pieces of its answers."""
        asked, title = self._of(question).ids[:QUESTION_PIECES], self._of(example.title).ids[:TITLE_PIECES]
        pieces = self._of(example.passage)
        spans = [span for span in (_covering(pieces.offsets, *span) for span in example.spans) if span]
        return sequence_of(asked, title, []), pieces, spans

    def _of(self, text: str) -> Encoding:
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False)
        return self._known[text]

    def _first(self, passage: str, pieces: Encoding, earliest: int, latest: int, chance: random.Random) -> int:
        first = chance.randint(earliest, latest)
        if earliest == latest or chance.random() >= _FROM_SENTENCE:
            return first
        inside = [place for place in self._sentences(passage, pieces) if earliest <= place <= latest]
        return min(inside, key=lambda place: abs(place - first), default=first)

    def _sentences(self, passage: str, pieces: Encoding) -> list[int]:
        """The pieces with which sentences begin; none of a passage that is one sentence."""
        if passage not in self._begins:
            begins = [_piece_at(pieces.offsets, gap.end()) for gap in _SENTENCE.finditer(passage)]
            self._begins[passage] = [0, *begins] if begins else []
        return self._begins[passage]

    def _encoded(
        self, head: list[int], pieces: Encoding, spans: Sequence[tuple[int, int]], first: int, example: Example
    ) -> Encoded:
        end = first + SEQUENCE_PIECES - len(head)
        inside = [(start - first, last - first) for start, last in spans if start >= first and last < end]
        offset = len(head) - 1
        return Encoded(
            [*head[:-1], *pieces.ids[first:end], head[-1]],
            offset,
            frozenset(start + offset for start, _ in inside),
            frozenset(last + offset for _, last in inside),
            _KINDS.index(example.kind if inside else Kind.NONE),
        )


def _covering(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last piece of the characters [start, end)."""
    touched = [place for place, (left, right) in enumerate(offsets) if left < end and right > start]
    return (touched[0], touched[-1]) if touched else None


def _piece_at(offsets: Sequence[tuple[int, int]], character: int) -> int:
    """The piece that a character is in; a piece may begin with the space before its word."""
    return next((place for place, (_, right) in enumerate(offsets) if right > character), len(offsets) - 1)

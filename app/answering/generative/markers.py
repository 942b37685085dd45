"""Markers in a language model's text: parsed, bounds-checked, renumbered; and the sentences that they close."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexing.language.sentences import sentence_spans

_MARKER: Final = re.compile(r"\[(?P<numbers>\d{1,4}(?:\s*[,;、]\s*\d{1,4})*)\]")
_UNFINISHED: Final = re.compile(r"\[[\d\s,;、]*$")
_LOOSE_STOP: Final = re.compile(r"(?<! ) +(?=[.,!?;:。](?:\s|$)|\n|$)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a model's text.

    Attributes:
        text: the sentence without its markers.
        numbers: the passages that it cites, in order, without repetitions; only such as exist.
    """

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A model's text, taken apart.

    Attributes:
        bare: the text without markers.
        spans: offsets in ``bare`` of its sentences.
        markers: where in ``bare`` a marker stood, the sentence it belongs to, and the passage it cites.
        dropped: how many markers pointed nowhere.
    """

    bare: str
    spans: tuple[tuple[int, int], ...]
    markers: tuple[tuple[int, int, int], ...]
    dropped: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences with what they cite, in order."""
        return tuple(
            Statement(
                self.bare[start:end],
                tuple(dict.fromkeys(number for _, sentence, number in self.markers if sentence == index)),
            )
            for index, (start, end) in enumerate(self.spans)
        )

    def rendered(self, numbering: Mapping[tuple[int, int], int] | None = None, notes: Sequence[str | None] = ()) -> str:
        """The text with its markers renumbered.

        Args:
            numbering: new number by sentence and passage; None numbers passages in order of first use.
            notes: what is written after each sentence and its markers.
        """
        inserts = [(position, f"[{number}]") for position, number in self._numbered(numbering)]
        for index, note in enumerate(notes):
            if note:
                last = max((position for position, sentence, _ in self.markers if sentence == index), default=0)
                inserts.append((max(last, self.spans[index][1]), f" {note}"))
        pieces, end = [], 0
        for position, piece in sorted(inserts, key=lambda insert: insert[0]):
            pieces += [self.bare[end:position], piece]
            end = position
        return _LOOSE_STOP.sub("", "".join((*pieces, self.bare[end:]))).strip()

    def _numbered(self, numbering: Mapping[tuple[int, int], int] | None) -> list[tuple[int, int]]:
        order = list(dict.fromkeys(number for _, _, number in self.markers))
        placed = [
            (position, numbering[sentence, number] if numbering else order.index(number) + 1)
            for position, sentence, number in self.markers
        ]
        return list(dict.fromkeys(placed))


def read_markers(text: str, passages: int) -> MarkedText:
    """Take a model's text apart into sentences and the passages they cite.

    A marker belongs to the sentence that it stands in or follows.

    Args:
        text: what the model wrote, possibly cut in the middle of a marker.
        passages: how many passages it was shown; valid numbers are 1..passages (not 0, not more).
    """
    text = _UNFINISHED.sub("", text)
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    dropped, end, length = 0, 0, 0
    for match in _MARKER.finditer(text):
        pieces.append(text[end : match.start()])
        length += match.start() - end
        end = match.end()
        for number in map(int, re.findall(r"\d+", match["numbers"])):
            if 1 <= number <= passages:
                places.append((length, number))
            else:
                dropped += 1
    bare = "".join((*pieces, text[end:]))
    spans = tuple(sentence_spans(bare))
    markers = tuple((position, _sentence_at(position, spans), number) for position, number in places)
    return MarkedText(bare, spans, markers if spans else (), dropped)


def _sentence_at(position: int, spans: Sequence[tuple[int, int]]) -> int:
    return max((index for index, (start, _) in enumerate(spans) if start < position), default=0)

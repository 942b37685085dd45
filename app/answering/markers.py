"""Markers in a language model's text: parsed, bounds-checked, renumbered in order of use."""

import re
from dataclasses import dataclass

_MARKER = re.compile(r"\[(?P<numbers>\d{1,4}(?:\s*[,;、]\s*\d{1,4})*)\]")
_UNFINISHED = re.compile(r"\[[\d\s,;、]*$")
_SENTENCE_END = re.compile(r"[.!?。？！](?=\s|\[|$)|\n")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A model's text with its markers put right.

    Attributes:
        text: markers renumbered 1, 2, … in order of first use; markers of passages that do not exist are gone.
        used: passage numbers in order of first use: ``used[n - 1]`` is what marker ``[n]`` points to.
        claims: for each used passage, the sentence its first marker closes.
        dropped: how many markers pointed nowhere.
    """

    text: str
    used: tuple[int, ...]
    claims: tuple[str, ...]
    dropped: int


def read_markers(text: str, passages: int) -> MarkedText:
    """Check and renumber the markers of ``text``.

    Args:
        text: what the model wrote, possibly cut in the middle of a marker.
        passages: how many passages it was shown; valid numbers are 1..passages (not 0, not more).
    """
    text = _UNFINISHED.sub("", text)
    used: list[int] = []
    claims: list[str] = []
    dropped = 0

    def renumber(match: re.Match[str]) -> str:
        nonlocal dropped
        new = []
        for number in map(int, re.findall(r"\d+", match["numbers"])):
            if not 1 <= number <= passages:
                dropped += 1
                continue
            if number not in used:
                used.append(number)
                claims.append(_claim(text, match.start()))
            new.append(used.index(number) + 1)
        return "".join(f"[{number}]" for number in dict.fromkeys(new))

    renumbered = _MARKER.sub(renumber, text)
    return MarkedText(re.sub(r" +(?=\n|$)", "", renumbered), tuple(used), tuple(claims), dropped)


def _claim(text: str, marker_start: int) -> str:
    """The sentence before a marker, other markers removed."""
    before = _MARKER.sub("", text[:marker_start]).rstrip(" .!?。？！")
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return before[ends[-1] if ends else 0 :].strip()

"""Parts of a text taken out without moving the rest."""

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans filled with spaces, so that all offsets stay.

    Args:
        text: any.
        spans: offsets (start, end) of what is taken out.
    """
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text

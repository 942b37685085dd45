"""Characters as they are stored: NFC, plain spaces and line ends, nothing invisible."""

import re
import unicodedata

MAX_MARKS = 16
"""Combining marks kept on one letter; pointed Hebrew and Vietnamese have two or three. Normalising a run of n marks
takes n² steps (16,000 marks: 0.8 s), so an unbounded run would stall the indexer."""

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero width space, BOM, soft hyphen, word joiner, direction marks; control characters except \t and \n. Direction
# marks go because they can make a quoted sentence read differently from what is stored.
_INVISIBLE = re.compile(
    r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_MARK_RUN = re.compile(r"[^\w\s\x00-\x7f]{17,}")
_ALTERED = re.compile(
    r"[\x00-\x08\v\f\r\x0e-\x1f\x7f-\xa0\xad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000"
    r"\ud800-\udfff\ufeff]"
)
"""All characters that the four above look for."""
_SIGNS = re.compile(r"\W+")


def stored(text: str) -> str:
    r"""A text in the form in which it is stored, searched and cited.

    NFC and not NFKC, which would alter ①, ㎡ and full-width letters; spaces of all widths become one kind, line
    ends become ``\n``, invisible characters go, a lone surrogate (from JSON) becomes U+FFFD. Idempotent.
    """
    if _ALTERED.search(text):  # one look spares the four of most texts
        text = _LINE_ENDS.sub("\n", text)
        text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
        text = _SURROGATES.sub("\ufffd", text)
    return text if text.isascii() else unicodedata.normalize("NFC", _MARK_RUN.sub(_shortened, text))


def one_line(text: str) -> str:
    """A text as a single line: every run of white space becomes one space."""
    return " ".join(stored(text).split())


def squeezed(text: str) -> str:
    """A text's letters and digits alone, to compare what differs only in markup, spaces and signs."""
    return _SIGNS.sub("", stored(text)).lower()


def _shortened(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)

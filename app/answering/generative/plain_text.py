"""What a language model wrote as plain text: no reasoning, no markup, no links, its brackets as we write them."""

import re
from typing import Final

_THINK: Final = r"(?:think(?:ing)?|thought|reasoning)>"
_REASONING: Final = re.compile(rf"<{_THINK}.*?(?:</{_THINK}|\Z)", re.DOTALL | re.IGNORECASE)
_CLOSED_REASONING: Final = re.compile(rf"\A.*</{_THINK}", re.DOTALL | re.IGNORECASE)
"""What is left of reasoning that the prompt's template opened: the model itself only closes it."""
# What a bracket begins ends before the next one or soon: a text of nothing but brackets took seconds.
_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]*\)?")
_LINK: Final = re.compile(r"\[(?P<words>[^\]\[\n]*)\]\([^)\[\s]*(?:\s[^)\[\n]*)?\)")
_TAG: Final = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]{0,500}>", re.DOTALL)
_ADDRESS: Final = re.compile(
    r"(?:\b(?:https?|ftp|file|data|javascript|vbscript)\s?:\S+|\bmailto:\S+|\bwww\.\S+)", re.IGNORECASE
)
_EMPHASIS: Final = re.compile(r"\*\*|__|`+|^#{1,6}\s+|^>\s?", re.MULTILINE)
_WIDE_BRACKET: Final = re.compile(
    r"[\[［【〔](?:(?:passages?|sources?|발췌문?|출처)\s?)?#?(?P<numbers>\d{1,4}(?:\s*[,;、]\s*\d{1,4})*)(?:†[^\]】\[\n]*)?[\]］】〕]",
    re.IGNORECASE,
)
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain_text(written: str) -> str:
    """The text without what could act on a reader's screen, or send the reader elsewhere.

    An article can talk a model into writing links, images or HTML; the sources listed under an answer are the only
    places that it points to.

    Args:
        written: what a model wrote, finished or not.
    """
    text = _UNSHOWABLE.sub("", _CLOSED_REASONING.sub("", _REASONING.sub("", written)))
    text = _LINK.sub(r"\g<words>", _IMAGE.sub("", text))
    text = _ADDRESS.sub("…", _TAG.sub("", text))
    return _WIDE_BRACKET.sub(r"[\g<numbers>]", _EMPHASIS.sub("", text))


def closes_reasoning(written: str) -> bool:
    """Whether a model closes reasoning that it did not open itself: all before is then no part of the text.

    Args:
        written: what a model wrote, finished or not.
    """
    return _CLOSED_REASONING.match(_REASONING.sub("", written)) is not None

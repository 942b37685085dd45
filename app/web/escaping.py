"""Hostile text made harmless: whatever an article, a person or a model wrote is shown, never obeyed."""

import re
from urllib.parse import urlsplit

_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, overrides of the writing direction, and halves of a surrogate pair (not encodable)."""

_PUNCTUATION = re.compile("[!-/:-@\\[-`{-~]")

_URL_LIMIT = 2_000


def escape(text: str, limit: int | None = None) -> str:
    """Text as inert markup, equal in HTML, in Markdown and in an attribute value.

    Every ASCII punctuation mark becomes a numeric character reference, so nothing is left that HTML (``<``),
    Markdown (``*``, ``[``, a bare ``www.``) or Gradio's templates (``${``) could read as theirs.

    Args:
        text: anything.
        limit: characters to keep at most; a longer text ends in "…".

    Returns:
        Letters, digits, whitespace and references such as ``&#60;``.
    """
    shown = _UNSHOWABLE.sub("", cut(text, limit).replace("\r\n", "\n"))
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark.group())};", shown)


def cut(text: str, limit: int | None) -> str:
    """The text, of which ``limit`` characters are kept at most; a longer one ends in "…"."""
    return text if limit is None or len(text) <= limit else text[: limit - 1].rstrip() + "…"


def web_address(url: str | None) -> str | None:
    """The address if it is one a reader may safely follow (http or https, with a host), else None."""
    if not url or len(url) > _URL_LIMIT or any(char.isspace() or _UNSHOWABLE.match(char) for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[" and the like
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None

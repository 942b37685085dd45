"""By which recipe files become passages: when it changes, files are read again though they did not change."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_INGREDIENTS = ("article.py", "common_lines.py", "passages.py", "reading/**/*", "language/**/*")
_KINDS = frozenset((".py", ".tsv"))
"""Bytecode is no ingredient."""
_LIBRARIES = ("beautifulsoup4", "htmldate", "lxml", "trafilatura")


def recipe(max_characters: int, *, common_lines: bool = True) -> str:
    """A digest of all that decides which articles and passages a file gives.

    Code and tables themselves are digested, because a version number would be forgotten; a change that makes no
    difference costs one run that reads every file and finds nothing to embed.

    Args:
        max_characters: longest passage.
        common_lines: whether lines that an outlet's articles have in common are taken out of them.
    """
    return f"{_code()}/{max_characters}{'' if common_lines else '/whole'}"


def ingredients() -> tuple[Path, ...]:
    """The files of code and tables that decide what a file of the corpus gives, in order."""
    root = Path(__file__).parent
    return tuple(file for one in _INGREDIENTS for file in sorted(root.glob(one)) if file.suffix in _KINDS)


@cache
def _code() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for file in ingredients():
        digest.update(file.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()

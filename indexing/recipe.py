"""By which recipe files become passages: when it changes, files are read again though they did not change."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_INGREDIENTS = ("article.py", "common_lines.py", "passages.py", "reading/*", "language/*")
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


@cache
def _code() -> str:
    root = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for pattern in _INGREDIENTS:
        for file in sorted(root.glob(pattern)):
            if file.is_file():
                digest.update(file.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()

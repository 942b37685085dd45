"""How a synthetic article is written: as the text files that people keep."""

from collections.abc import Sequence
from datetime import datetime

_PUBLISHED = {"ko": "입력", "en": "Published"}


def article_file(language: str, title: str, published_at: datetime, paragraphs: Sequence[str]) -> str:
    """The text of a file: headline, date line and paragraphs with blank lines between them.

    Args:
        language: "ko" or "en", which labels the date.
        title: one line.
        published_at: to the minute.
        paragraphs: one line each.
    """
    dateline = f"{_PUBLISHED[language]} {published_at:%Y-%m-%d %H:%M}"
    return "\n\n".join([title, dateline, *paragraphs]) + "\n"

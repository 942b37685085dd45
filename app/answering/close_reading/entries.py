"""Entries of a list: of "토지: 면적 842㎡" and "건물: 면적 264㎡" the one answers that the question names.

A table is read as lines that begin with what they are of, and so are notices of funerals. The comprehension model marks
the first that has what is asked for.
"""

import re
from functools import lru_cache
from typing import Final

from indexing.language.detection import QUESTION_CHARACTERS

_LONGEST: Final = 30_000
"""Characters of the longest article whose lines are looked at."""
_ENTRY: Final = re.compile(
    r"^(?P<label>[^\s:：=\n(][^:：=\n()]{1,19}?)(?:\([^()\n]{1,30}\))?"
    r"(?:\s?[:：]\s(?:(?P<column>[가-힣A-Za-z]{1,20})\s|(?P<sign>[^\s가-힣A-Za-z]))|(?P<funeral>씨\s별세))",
    re.MULTILINE,
)


def is_of_another_entry(question: str, body: str, start: int) -> bool:
    """Whether a sentence is of an entry that the question does not name, while it names another of the same list.

    Entries are of one list that say the same of something, or begin alike: "일시: …" is no other "축제: …".

    Args:
        question: what is asked.
        body: of the article.
        start: offset of the sentence.
    """
    entries = _entries(body) if len(body) <= _LONGEST else {}
    own = entries.get(body.rfind("\n", 0, start) + 1)
    if own is None:
        return False
    asked = question[:QUESTION_CHARACTERS]
    label, told = own
    return not _names(asked, label) and any(_names(asked, other) for other, what in entries.values() if what == told)


@lru_cache(maxsize=32)
def _entries(body: str) -> dict[int, tuple[str, str]]:
    """What the lines of a text are of, and what they tell of it, by their offsets."""
    return {
        match.start(): (match["label"].strip(), match["column"] or match["funeral"] or _like(match["sign"]))
        for match in _ENTRY.finditer(body)
    }


def _like(sign: str) -> str:
    return "0" if sign.isdigit() else sign


def _names(question: str, label: str) -> bool:
    return re.search(rf"(?<![가-힣A-Za-z\d]){re.escape(label)}", question, re.IGNORECASE) is not None

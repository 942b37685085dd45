"""Whether a path of the archive is one of a question's gold articles."""

import re
import unicodedata
from collections.abc import Iterable

ITEM = re.compile(r"#\d+$")
PACKED = re.compile(r"\.(?:zip|tar|t?gz)(?=#)", re.IGNORECASE)


def is_gold(path: str, gold: Iterable[str]) -> bool:
    """Whether the article at ``path`` is meant by any gold path.

    A gold path of a many-article file ("wire.jsonl", "saved.zip") means each of its articles ("wire.jsonl#3",
    "saved.zip#page.html").
    """
    names = gold_names(path)
    return any(gold_name(one) in names for one in gold)


def gold_names(path: str) -> frozenset[str]:
    """Every gold path that means the article at ``path``, as :func:`gold_name` spells it."""
    plain = gold_name(path)
    return frozenset({plain, ITEM.sub("", plain), *(plain[: packed.end()] for packed in PACKED.finditer(plain))})


def gold_name(path: str) -> str:
    """A path of the archive or of a set, spelled in one way."""
    # macOS stores Hangul file names decomposed (NFD), so the same name from two machines differs in bytes
    return unicodedata.normalize("NFC", path).replace("\\", "/").removeprefix("./")

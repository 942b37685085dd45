"""Whether a path of the archive is one of a question's gold articles."""

import re
import unicodedata
from collections.abc import Iterable

ITEM = re.compile(r"#\d+$")


def is_gold(path: str, gold: Iterable[str]) -> bool:
    """Whether the article at ``path`` is meant by any gold path.

    A gold path of a many-article file ("wire.jsonl") means each of its articles ("wire.jsonl#3").
    """
    plain = _plain(path)
    candidates = {plain, ITEM.sub("", plain)}
    return any(_plain(one) in candidates for one in gold)


def _plain(path: str) -> str:
    # macOS stores Hangul file names decomposed (NFD), so the same name from two machines differs in bytes
    return unicodedata.normalize("NFC", path).replace("\\", "/").removeprefix("./")

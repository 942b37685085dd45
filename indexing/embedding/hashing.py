"""An embedder without a model: shared characters, no meaning.

Feature hashing (Weinberger et al. 2009, https://arxiv.org/abs/0902.2206) of character n-grams. Two texts are near
when they share letters: inflected Korean words and names meet, synonyms and translations do not. It needs no
download, loads at once and is deterministic, which makes it the embedder of tests and a last resort, nothing more.
"""

import re
import unicodedata
import zlib
from collections import Counter
from functools import lru_cache

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding

DIMENSIONS = 512
_LONGEST_GRAM = 3
_LONGEST_RUN = 200
_CACHED_WORDS = 65_536
_HANGUL = r"[가-힣]+"
_WORD = re.compile(rf"{_HANGUL}|[^\W_가-힣]+")
_IS_HANGUL = re.compile(_HANGUL)


class HashingEmbedding(BaseEmbedding):
    """Hashes the n-grams of Hangul words (one to three syllables, ``#`` at the edges), other words and numbers.

    Vectors have 512 dimensions, signed sublinear counts (1 + ln tf) and unit length; a text without letters
    or digits has the zero vector. Queries and passages are embedded alike.
    """

    model_name: str = "hashing-512"

    @classmethod
    def class_name(cls) -> str:
        """The name LlamaIndex serialises this class under."""
        return "HashingEmbedding"

    @property
    def model_key(self) -> str:
        """Key of its vectors; the number changes with the features."""
        return f"hashing-{DIMENSIONS}/1"

    def _get_text_embedding(self, text: str) -> list[float]:
        vector: list[float] = _hashed(text).tolist()
        return vector

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def _hashed(text: str) -> np.ndarray:
    counts = Counter[int]()
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        counts.update(_features(word[:_LONGEST_RUN]))
    if not counts:
        return np.zeros(DIMENSIONS)
    features = np.fromiter(counts.keys(), np.int64, len(counts))
    weights = 1 + np.log(np.fromiter(counts.values(), np.float64, len(counts)))
    # Low bits choose the dimension and a far bit the sign, so that colliding features tend to cancel.
    signs = np.where((features >> 20) & 1, 1.0, -1.0)
    vector = np.bincount(features % DIMENSIONS, weights * signs, DIMENSIONS)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


@lru_cache(maxsize=_CACHED_WORDS)
def _features(word: str) -> tuple[int, ...]:
    """Stable 32-bit hashes of a word's features (``hash()`` would differ in every process)."""
    if not _IS_HANGUL.match(word):
        return (zlib.crc32(word.encode("utf-8", "surrogatepass")),)
    edged = f"#{word}#"
    grams = [
        edged[start : start + size] for size in range(1, _LONGEST_GRAM + 1) for start in range(len(edged) - size + 1)
    ]
    return tuple(zlib.crc32(gram.encode()) for gram in grams if gram != "#")

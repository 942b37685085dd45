"""The pieces that Korean and English need, 30,000 of the tokeniser's 250,000, and a tokeniser of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

LEAST = 5
"""How often a piece must be seen."""
_SPECIAL = 4
_UNKNOWN = 3
_WORD_BEGIN = "▁"
_MARKS = frozenset("“”‘’·…㎞㎡㎏㎝㎜℃→▲△◇◆■□●○※①②③④⑤⑥⑦⑧⑨⑩´`×÷±~∼～「」『』《》〈〉【】％")
_AT_ONCE = 5000


def tokenizer_of(pieces: Sequence[str], scores: Iterable[float]) -> Tokenizer:
    """A unigram tokeniser (Kudo 2018, https://arxiv.org/abs/1804.10959) as XLM-R's, with offsets in the given text."""
    rows = [(piece, float(score)) for piece, score in zip(pieces, scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(rows, unk_id=_UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_WORD_BEGIN, prepend_scheme="always")
    return tokenizer


def kept_pieces(pieces: Sequence[str], tokenizer: Tokenizer, texts: Sequence[str], least: int = LEAST) -> list[int]:
    """Numbers of the special pieces, of syllables, letters and marks, and of those seen often enough in the texts."""
    seen: Counter[int] = Counter()
    for start in range(0, len(texts), _AT_ONCE):
        for encoding in tokenizer.encode_batch_fast(list(texts[start : start + _AT_ONCE]), add_special_tokens=False):
            seen.update(encoding.ids)
    return [
        number
        for number, piece in enumerate(pieces)
        if number < _SPECIAL or _is_letter(piece.lstrip(_WORD_BEGIN)) or seen[number] >= least
    ]


def _is_letter(piece: str) -> bool:
    return not piece or (len(piece) == 1 and ("가" <= piece <= "힣" or " " <= piece <= "~" or piece in _MARKS))

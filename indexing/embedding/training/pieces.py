"""The vocabulary: pieces of words, what units each is made of, and the tokeniser that finds them without an analyser.

A Korean piece is a stem, a noun or a run of particles and endings as texts really write it; its vector is the sum of
its morphemes' vectors. At run time WordPiece (Schuster and Nakajima 2012) takes the longest piece at each point of a
word. A unigram tokeniser, which takes the most likely split, gave the same measures to within 0.01, but needs four
times as long to split a text and twice as long to load; so pieces that mislead WordPiece are left out instead.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indexing.embedding.training.units import ENGLISH, Analyser, EnglishPieces, Morpheme, Unit

if TYPE_CHECKING:
    from tokenizers import Tokenizer

INSIDE = "##"
"""Begins a piece that stands inside a word, as in every WordPiece vocabulary."""
UNKNOWN = "[UNK]"

_HANGUL = "[가-힣]+"
_LATIN = "[0-9a-zÀ-ɏ]+"
_SYMBOLS = "[?!%$€£¥₩°&+]"
"""Symbols that mean something; every other character only separates. Without the question mark, short sentences
are found less well (Tatoeba .838 against .851)."""
_TOKEN = f"{_HANGUL}|{_LATIN}|{_SYMBOLS}"
_LONGEST_WORD = 60
_FUNCTIONAL = frozenset({"XSV", "XSA", "XSN", "XSM", "VCP"})
_IS_HANGUL = re.compile(_HANGUL)
_IS_FOREIGN = re.compile(f"{_LATIN}|{_SYMBOLS}")

_SEEN_ENOUGH = 2
_LEXICON_COUNT = 0.5
"""Count of a noun that the lexicon has and the texts do not; less than any that was seen."""
_SYLLABLE_COUNT = 0.01
_ENGLISH_COUNT = 0.2
_PASSES = 3
"""Leaving a piece out changes how words are split, which shows the next misleading piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of the vocabulary.

    Attributes:
        text: the piece; ``##`` begins one inside a word.
        units: what it is made of; may be empty for a syllable that means nothing by itself.
        count: how often the training texts have it; smoothed, never 0.
    """

    text: str
    units: tuple[Unit, ...]
    count: float

    @property
    def bare(self) -> str:
        """The text without the mark."""
        return self.text.removeprefix(INSIDE) if len(self.text) > len(INSIDE) else self.text


@dataclass(slots=True)
class _Segment:
    """Morphemes that cannot be told apart on the surface: 밝혔 is 밝히 and 었."""

    start: int
    end: int
    units: tuple[Unit, ...]
    functional: bool


@dataclass(slots=True)
class _Seen:
    """What the texts have: surfaces with their analyses, and words with the ends of their segments."""

    analyses: defaultdict[str, Counter[tuple[Unit, ...]]] = field(default_factory=lambda: defaultdict(Counter))
    words: Counter[tuple[str, tuple[int, ...]]] = field(default_factory=Counter)


def build_vocabulary(
    korean: Sequence[str], english: Sequence[str], analyser: Analyser, splitter: EnglishPieces
) -> list[Piece]:
    """The pieces of these texts and of the analysers' lexicons, without repetition.

    Args:
        korean: texts to take Korean pieces from; a piece of three syllables or more must be seen twice.
        english: texts to count English pieces in.
        analyser: finds the morphemes.
        splitter: knows the English pieces.
    """
    seen = _Seen()
    for text, morphemes in zip(korean, analyser.morphemes(korean), strict=True):
        _count(text, morphemes, seen)
    found: dict[str, Piece] = {}
    for piece in (*_surfaces(seen), *_lexicon(analyser)):
        found.setdefault(piece.text, piece)
    for piece in _syllables(found):
        found.setdefault(piece.text, piece)
    for _ in range(_PASSES):
        for text in _misleading(found, seen.words):
            del found[text]
    return [*found.values(), *_english(english, splitter)]


def make_tokenizer(pieces: Sequence[Piece]) -> Tokenizer:
    """A WordPiece tokeniser over the pieces; id 0 is the unknown, id n the n-th piece."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    vocabulary = {UNKNOWN: 0, **{piece.text: number for number, piece in enumerate(pieces, 1)}}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=UNKNOWN, max_input_chars_per_word=_LONGEST_WORD))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(_TOKEN), "removed", invert=True)
    return tokenizer


def _count(text: str, morphemes: Sequence[Morpheme], seen: _Seen) -> None:
    segments = _segments(morphemes)
    for index, segment in enumerate(segments):
        begins_word = segment.start == 0 or not _IS_HANGUL.match(text[segment.start - 1])
        mark = "" if begins_word else INSIDE
        seen.analyses[mark + text[segment.start : segment.end]][segment.units] += 1
        if segment.functional:  # 에서는, 하겠습니다: a run of particles or endings is a piece of its own as well
            end, units = _functional_run(segments, index)
            if end > segment.end:
                seen.analyses[mark + text[segment.start : end]][units] += 1
    ends = [segment.end for segment in segments]
    for word in _IS_HANGUL.finditer(text):
        inside = tuple(end - word.start() for end in ends if word.start() < end <= word.end())
        seen.words[word.group(), inside] += 1


def _segments(morphemes: Sequence[Morpheme]) -> list[_Segment]:
    segments: list[_Segment] = []
    for unit, start, end in morphemes:
        last = segments[-1] if segments else None
        if last and (end <= start or start < last.end):  # elided, or contracted with what stands before it
            last.units += (unit,)
            if start < end:
                last.end, last.functional = max(last.end, end), False
        elif end > start:
            functional = unit.tag[0] in "JE" or unit.tag in _FUNCTIONAL
            segments.append(_Segment(start, end, (unit,), functional))
    return segments


def _functional_run(segments: Sequence[_Segment], first: int) -> tuple[int, tuple[Unit, ...]]:
    end, units = segments[first].end, segments[first].units
    for segment in segments[first + 1 :]:
        if segment.start != end or not segment.functional:
            break
        end, units = segment.end, units + segment.units
    return end, units


def _surfaces(seen: _Seen) -> Iterator[Piece]:
    for text, analyses in seen.analyses.items():
        piece = Piece(text, max(analyses, key=analyses.__getitem__), float(analyses.total()))
        if _IS_HANGUL.fullmatch(piece.bare) and (piece.count >= _SEEN_ENOUGH or len(piece.bare) <= 2):
            yield piece


def _lexicon(analyser: Analyser) -> Iterator[Piece]:
    for unit in analyser.nouns():
        if _IS_HANGUL.fullmatch(unit.form):
            yield Piece(unit.form, (unit,), _LEXICON_COUNT)
            if len(unit.form) > 1:
                yield Piece(INSIDE + unit.form, (unit,), _LEXICON_COUNT / 2)


def _syllables(found: Mapping[str, Piece]) -> Iterator[Piece]:
    """Every syllable, at the start of a word and inside, so that no Hangul is unknown."""
    for code in range(ord("가"), ord("힣") + 1):
        starting, inside = chr(code), INSIDE + chr(code)
        known = found.get(starting) or found.get(inside)
        for text in (starting, inside):
            yield Piece(text, known.units if known else (), _SYLLABLE_COUNT)


def _misleading(found: Mapping[str, Piece], words: Mapping[tuple[str, tuple[int, ...]], int]) -> list[str]:
    """Pieces that, taken greedily, more often end in the middle of a segment than at the end of one.

    대도 is one: it turns 대도시 (대|도시) into 대도|시. Single syllables are never misleading.
    """
    right: Counter[str] = Counter()
    longest = max((len(piece.bare) for piece in found.values()), default=0)
    for (word, ends), count in words.items():
        start = 0
        while start < len(word):
            end = next(
                end
                for end in range(min(len(word), start + longest), start, -1)
                if end == start + 1 or (INSIDE if start else "") + word[start:end] in found
            )
            right[(INSIDE if start else "") + word[start:end]] += count if end in ends else -count
            start = end
    return [text for text, balance in right.items() if balance < 0 and text in found and len(found[text].bare) > 1]


def _english(texts: Iterable[str], splitter: EnglishPieces) -> Iterator[Piece]:
    counts = Counter(piece for pieces in splitter.pieces(list(texts)) for piece in pieces)
    for form in splitter.vocabulary():
        piece = Piece(form, (Unit(form, ENGLISH),), counts[form] + _ENGLISH_COUNT)
        if _IS_FOREIGN.fullmatch(piece.bare):
            yield piece

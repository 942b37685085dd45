"""Similarities of texts to a question by token vectors: whole text, best sentence, late interaction; all texts at once.

One matrix product over the different tokens of all texts: thirty small ones took 3 to 25 times as long, since each
wakes the threads of the linear algebra library.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexing.embedding.late_interaction import TokenVectors
from indexing.language.sentences import sentence_spans

Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Similarities:
    """One number a text, each from -1 to 1; 0 where question or text has no token that weighs anything.

    Attributes:
        cosine: of the text's vector and the question's.
        best_sentence: the best cosine of one of its sentences.
        late: late interaction, the question's words weighed as trained.
        late_rare: late interaction with these weights squared, so that names rule.
    """

    cosine: Column
    best_sentence: Column
    late: Column
    late_rare: Column


def similarities(asked: TokenVectors, texts: Sequence[str], tokens: Sequence[TokenVectors]) -> Similarities:
    """How near each text is to the question.

    Args:
        asked: the question's tokens.
        texts: the texts, for their sentences.
        tokens: their tokens, in the same order.
    """
    zeros = np.zeros(len(texts))
    joined = _joined(asked, tokens)
    if joined is None:
        return Similarities(zeros, zeros, zeros, zeros)
    filled = joined.filled
    sentences, owners = _sentence_starts([(texts[index], tokens[index]) for index in filled])
    sums = joined.sums(sentences)
    first_sentences = np.searchsorted(owners, np.arange(len(filled)))
    best_sentence = np.full(len(filled), -1.0)
    np.maximum.at(best_sentence, owners, _cosines(sums, joined.question))
    weights = asked.weights.astype(float)
    return Similarities(
        _spread(zeros, filled, _cosines(np.add.reduceat(sums, first_sentences, axis=0), joined.question)),
        _spread(zeros, filled, best_sentence),
        _spread(zeros, filled, _average(joined.best, weights)),
        _spread(zeros, filled, _average(joined.best, weights**2)),
    )


def nearness(asked: TokenVectors, tokens: Sequence[TokenVectors]) -> list[tuple[float, float]]:
    """Cosine and late interaction of texts that are one sentence each; see :class:`Similarities`."""
    joined = _joined(asked, tokens)
    if joined is None:
        return [(0.0, 0.0)] * len(tokens)
    zeros = np.zeros(len(tokens))
    cosines = _cosines(joined.sums(joined.starts), joined.question)
    late = _average(joined.best, asked.weights.astype(float))
    columns = (_spread(zeros, joined.filled, column).tolist() for column in (cosines, late))
    return list(zip(*columns, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class _Joined:
    """The tokens of all texts, compared with the question.

    Attributes:
        filled: indices of the texts that have tokens; the rest is about only these.
        weighted: vectors times weights of the tokens that differ, shape (different tokens, dimensions).
        rows: of all texts' tokens in that table.
        starts: where in `rows` each of the texts begins.
        best: for each of the texts, the best cosine for each token of the question.
        question: the question's vector, not normalised.
    """

    filled: Sequence[int]
    weighted: NDArray[np.float32]
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    best: Column
    question: NDArray[np.float32]

    def sums(self, starts: NDArray[np.int64]) -> NDArray[np.float32]:
        """The weighted sums of the stretches that begin at `starts`, shape (stretches, dimensions).

        How often each token stands in each stretch, times the table: half the time of summing 5,000 gathered rows.
        """
        different = len(self.weighted)
        stretches = np.searchsorted(starts, np.arange(len(self.rows)), side="right") - 1
        counts = np.bincount(stretches * different + self.rows, minlength=len(starts) * different)
        products: NDArray[np.float32] = counts.reshape(-1, different).astype(np.float32) @ self.weighted
        return products


def _joined(asked: TokenVectors, tokens: Sequence[TokenVectors]) -> _Joined | None:
    """All texts together; None where nothing can be compared."""
    filled = [index for index, one in enumerate(tokens) if len(one.rows)]
    if not filled or not float(asked.weights.sum()):
        return None
    tables = {id(tokens[index].table): tokens[index] for index in filled}
    offsets = dict(zip(tables, np.cumsum([0, *(len(one.table) for one in tables.values())]), strict=False))
    vectors = np.concatenate([one.table for one in tables.values()])
    weights = np.concatenate([one.table_weights for one in tables.values()])
    rows = np.concatenate([tokens[index].rows + offsets[id(tokens[index].table)] for index in filled])
    starts = np.cumsum([0, *(len(tokens[index].rows) for index in filled)])[:-1]
    best = np.maximum.reduceat((vectors @ asked.vectors.T)[rows], starts, axis=0).astype(float)
    question = (asked.vectors * asked.weights[:, None]).sum(axis=0)
    return _Joined(filled, vectors * weights[:, None], rows, starts, best, question)


def _sentence_starts(texts: Sequence[tuple[str, TokenVectors]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first token of every sentence that has one, in the tokens of all texts, and the text each belongs to."""
    starts: list[int] = []
    owners: list[int] = []
    before = 0
    for owner, (text, tokens) in enumerate(texts):
        begins = [start for start, _ in sentence_spans(text)]
        # a token belongs to the last sentence that begins at or before it; one before the first, to the first
        first = np.searchsorted(tokens.spans[:, 0], begins[1:]) if len(begins) > 1 else np.empty(0, np.int64)
        own = np.unique(np.concatenate([[0], first]))
        own = own[own < len(tokens.rows)]
        starts.extend((own + before).tolist())
        owners.extend([owner] * len(own))
        before += len(tokens.rows)
    return np.array(starts, np.int64), np.array(owners, np.int64)


def _average(rows: Column, weights: Column) -> Column:
    averages: Column = rows @ weights / float(weights.sum())
    return averages


def _cosines(rows: NDArray[np.float32], question: NDArray[np.float32]) -> Column:
    lengths = np.linalg.norm(rows, axis=1) * float(np.linalg.norm(question))
    products = (rows @ question).astype(float)
    cosines: Column = np.divide(products, lengths, out=np.zeros(len(rows)), where=lengths > 0)
    return cosines


def _spread(zeros: Column, places: Sequence[int], values: Column) -> Column:
    column = zeros.copy()
    column[places] = values
    return column

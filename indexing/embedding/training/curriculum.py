"""From data to objectives: what is trained, how often, in batches of what size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from indexing.embedding.training.matrix_cache import MatrixCache
from indexing.embedding.training.model import Ids
from indexing.embedding.training.objectives import Facts, Objective, Pairs, Passages, Settings, Similarity
from indexing.embedding.training.parallel import Pair
from indexing.embedding.training.pieces import Piece, make_tokenizer
from indexing.embedding.training.questions import QuestionData
from indexing.embedding.training.units import Matrix


class SimilarityTeacher(Protocol):
    """Knows how similar English sentences are."""

    def sentences(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors."""
        ...


class RetrievalTeacher(Protocol):
    """Knows which Korean passage answers which Korean question."""

    def questions(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of questions."""
        ...

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of passages."""
        ...


@dataclass(frozen=True, slots=True)
class Teachers:
    """Models whose judgement is imitated, each or none."""

    similarity: SimilarityTeacher | None = None
    retrieval: RetrievalTeacher | None = None


@dataclass(frozen=True, slots=True)
class _Share:
    """How often a kind of data is trained, and how large its batches are beside the usual."""

    weight: float
    batch: float = 1.0


_PAIRS = {
    "news": _Share(4),
    "everyday": _Share(3),
    "manuals": _Share(3),
    "similarity": _Share(1.5),
    "requests": _Share(1, 0.5),
    "dictionary": _Share(3.5, 2),
    "glossary": _Share(1.5),
    "names": _Share(1.5, 2),
    "definitions": _Share(0.5, 0.5),
    "questions": _Share(2),
    "english questions": _Share(1.5, 0.375),
}
_FACTS, _SIMILARITY, _PASSAGES = _Share(1.5, 0.75), _Share(2.5), _Share(5)


class Curriculum:
    """Makes the objectives of some data.

    Args:
        pieces: the vocabulary that texts are split into.
        teachers: whom to imitate.
        cache: where their vectors are kept.
        batch: pairs in a usual batch.
        settings: what all objectives share.
    """

    KINDS = frozenset(_PAIRS)
    """The kinds of pairs that can be trained."""

    def __init__(
        self, pieces: Sequence[Piece], teachers: Teachers, cache: MatrixCache, batch: int, settings: Settings
    ) -> None:
        self._tokenizer = make_tokenizer(pieces)
        self._teachers = teachers
        self._cache = cache
        self._batch = batch
        self._settings = settings

    def objectives(self, pairs: dict[str, list[Pair]], questions: QuestionData) -> Iterator[Objective]:
        """One objective a kind of data that is there.

        Args:
            pairs: by kind, each one of :attr:`KINDS`.
            questions: may be empty.
        """
        for name, some in pairs.items():
            if some:
                yield self._pairs(name, some)
        if questions.facts:
            yield self._facts(questions)
        if self._teachers.similarity:
            yield self._similarity(pairs, self._teachers.similarity)
        if questions.passages:
            yield self._passages(questions, self._teachers.retrieval)

    def _pairs(self, name: str, pairs: Sequence[Pair]) -> Pairs:
        share = _PAIRS[name]
        left, right = self._ids([korean for korean, _ in pairs]), self._ids([english for _, english in pairs])
        return Pairs(name, share.weight, left, right, int(self._batch * share.batch), self._settings)

    def _facts(self, data: QuestionData) -> Facts:
        return Facts(
            "facts",
            _FACTS.weight,
            self._ids([fact.korean for fact in data.facts]),
            self._ids([fact.english for fact in data.facts]),
            self._ids([fact.question_korean for fact in data.facts]),
            self._ids([fact.question_english for fact in data.facts]),
            int(self._batch * _FACTS.batch),
            self._settings,
        )

    def _similarity(self, pairs: dict[str, list[Pair]], teacher: SimilarityTeacher) -> Similarity:
        neighbours = pairs.get("similarity", [])
        some = [*neighbours, *(pair for kind in ("everyday", "news", "questions") for pair in pairs.get(kind, []))]
        english = [text for _, text in some]
        vectors = self._cache.rows("similarity-teacher", english, teacher.sentences)
        return Similarity(
            "similarity teacher",
            _SIMILARITY.weight,
            self._ids([korean for korean, _ in some]),
            self._ids(english),
            (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32),
            len(neighbours),
            self._settings,
        )

    def _passages(self, data: QuestionData, teacher: RetrievalTeacher | None) -> Passages:
        asked: list[list[int]] = [[] for _ in data.passages]
        for number, question in enumerate(data.questions):
            asked[question.passage].append(number)
        korean, texts = [question.korean for question in data.questions], [passage.text for passage in data.passages]
        return Passages(
            "passages",
            _PASSAGES.weight,
            self._ids(korean),
            self._ids([question.english or question.korean for question in data.questions]),
            asked,
            self._ids(texts),
            [self._ids(passage.sentences) for passage in data.passages],
            self._ids([passage.title for passage in data.passages]),
            self._cache.rows("teacher-questions", korean, teacher.questions) if teacher else None,
            self._cache.rows("teacher-passages", texts, teacher.passages) if teacher else None,
            self._settings,
        )

    def _ids(self, texts: Sequence[str]) -> list[Ids]:
        """Texts as piece ids; a text of which no piece is known is the unknown."""
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [np.array(encoding.ids or [0], np.int64) for encoding in encodings]

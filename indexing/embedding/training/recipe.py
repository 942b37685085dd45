"""The whole recipe: data -> vocabulary -> trained table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import numpy as np
import torch

from indexing.embedding.training.averaging import averaged
from indexing.embedding.training.fit import Rates, fit
from indexing.embedding.training.matrix_cache import MatrixCache
from indexing.embedding.training.model import Ids, PieceModel
from indexing.embedding.training.objectives import Facts, Objective, Pairs, Passages, Settings, Similarity
from indexing.embedding.training.parallel import Pair
from indexing.embedding.training.pieces import Piece, build_vocabulary, make_tokenizer
from indexing.embedding.training.questions import QuestionData
from indexing.embedding.training.units import ENGLISH, Analyser, EnglishPieces, Matrix, Unit, VectorSource, centred

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of the recipe; the defaults made the shipped model.

    Attributes:
        dimensions: of a vector.
        members: models trained, from other random numbers each, and averaged.
        steps: batches each is trained.
        batch: pairs in a batch, before a kind's factor.
        dropout: share of a text's pieces left out in training.
        scale: inverse temperature of the contrastive losses.
        similarity: how strongly the similarity teacher is followed.
        rates: learning rates.
        seed: of everything random.
    """

    dimensions: int = 256
    members: int = 3
    steps: int = 2500
    batch: int = 512
    dropout: float = 0.15
    scale: float = 20.0
    similarity: float = 1.0
    rates: Rates = field(default_factory=Rates)
    seed: int = 0


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
class Ingredients:
    """What the recipe takes beside data: analysers, vectors known beforehand, teachers (or none), a cache."""

    analyser: Analyser
    splitter: EnglishPieces
    sources: Sequence[VectorSource]
    similarity_teacher: SimilarityTeacher | None = None
    retrieval_teacher: RetrievalTeacher | None = None
    cache: MatrixCache = field(default_factory=lambda: MatrixCache(None))


@dataclass(frozen=True, slots=True)
class Trained:
    """A vocabulary and its vectors: the unknown's row first, then one row a piece."""

    pieces: list[Piece]
    table: Matrix


@dataclass(frozen=True, slots=True)
class _Kind:
    """How often pairs of a kind are trained, and how large their batches are beside the recipe's."""

    weight: float
    batch: float = 1.0


_KINDS = {
    "news": _Kind(4),
    "everyday": _Kind(3),
    "manuals": _Kind(3),
    "similarity": _Kind(1.5),
    "requests": _Kind(1, 0.5),
    "dictionary": _Kind(3.5, 2),
    "glossary": _Kind(1.5),
    "names": _Kind(1.5, 2),
    "definitions": _Kind(0.5, 0.5),
    "questions": _Kind(2),
    "english questions": _Kind(1.5, 0.375),
}
_FACTS, _SIMILARITY, _PASSAGES = _Kind(1.5, 0.75), _Kind(2.5), _Kind(5)
_WORDS = frozenset({"dictionary", "names", "glossary", "definitions"})
"""Kinds that are no running English text: they would distort the counts of English pieces."""


def train(
    parallel: dict[str, list[Pair]],
    questions: QuestionData,
    ingredients: Ingredients,
    recipe: Recipe,
    report: Report,
) -> Trained:
    """Trains an embedding.

    Args:
        parallel: pairs (Korean, English) by kind; a kind that the recipe does not know is an error.
        questions: question-shaped data; may be empty.
        ingredients: analysers, vectors and teachers.
        recipe: the numbers.
        report: told what is going on, a line at a time.
    """
    torch.manual_seed(recipe.seed)
    generator = np.random.default_rng(recipe.seed)
    pairs = {**parallel, "questions": _translated(questions), "english questions": list(questions.english)}
    pieces = build_vocabulary(*_texts(pairs, questions), ingredients.analyser, ingredients.splitter)
    units = list(dict.fromkeys(unit for piece in pieces for unit in piece.units))
    report(f"{len(pieces):,} pieces of {len(units):,} units")
    sources = {source.name: _known(source, units, ingredients.cache) for source in ingredients.sources}
    settings = Settings(recipe.scale, generator)
    objectives = list(_objectives(pairs, questions, _Tokenised(pieces), ingredients, recipe, settings))
    report(f"trains on {', '.join(objective.name for objective in objectives)}")
    tables = []
    for member in range(1, recipe.members + 1):
        model = PieceModel(
            pieces, units, sources, dimensions=recipe.dimensions, dropout=recipe.dropout, generator=generator
        )
        fit(
            model,
            objectives,
            steps=recipe.steps,
            rates=recipe.rates,
            generator=generator,
            report=partial(_report_losses, report, member),
        )
        tables.append(model.table())
    return Trained(pieces, averaged(tables, np.array([0.0, *(piece.count for piece in pieces)])))


class _Tokenised:
    """Texts as piece ids; a text of unknown pieces alone is the unknown."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._tokenizer = make_tokenizer(pieces)

    def __call__(self, texts: Sequence[str]) -> list[Ids]:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [np.array(encoding.ids or [0], np.int64) for encoding in encodings]


def _objectives(
    pairs: dict[str, list[Pair]],
    questions: QuestionData,
    tokenised: _Tokenised,
    ingredients: Ingredients,
    recipe: Recipe,
    settings: Settings,
) -> Iterator[Objective]:
    for name, some in pairs.items():
        if some:
            kind = _KINDS[name]
            left, right = tokenised([korean for korean, _ in some]), tokenised([english for _, english in some])
            yield Pairs(name, kind.weight, left, right, int(recipe.batch * kind.batch), settings)
    if questions.facts:
        facts = questions.facts
        yield Facts(
            "facts",
            _FACTS.weight,
            tokenised([fact.korean for fact in facts]),
            tokenised([fact.english for fact in facts]),
            tokenised([fact.question_korean for fact in facts]),
            tokenised([fact.question_english for fact in facts]),
            int(recipe.batch * _FACTS.batch),
            settings,
        )
    if ingredients.similarity_teacher:
        yield _similarity(pairs, tokenised, ingredients.similarity_teacher, ingredients.cache, recipe, settings)
    if questions.passages:
        yield _passages(questions, tokenised, ingredients.retrieval_teacher, ingredients.cache, settings)


def _similarity(
    pairs: dict[str, list[Pair]],
    tokenised: _Tokenised,
    teacher: SimilarityTeacher,
    cache: MatrixCache,
    recipe: Recipe,
    settings: Settings,
) -> Similarity:
    neighbours = pairs.get("similarity", [])
    some = [*neighbours, *pairs.get("everyday", []), *pairs.get("news", []), *pairs["questions"]]
    english = [text for _, text in some]
    return Similarity(
        "similarity teacher",
        _SIMILARITY.weight,
        tokenised([korean for korean, _ in some]),
        tokenised(english),
        _unit(cache.rows("similarity-teacher", english, teacher.sentences)),
        len(neighbours),
        recipe.similarity,
        settings,
    )


def _passages(
    data: QuestionData,
    tokenised: _Tokenised,
    teacher: RetrievalTeacher | None,
    cache: MatrixCache,
    settings: Settings,
) -> Passages:
    asked: list[list[int]] = [[] for _ in data.passages]
    for number, question in enumerate(data.questions):
        asked[question.passage].append(number)
    korean, texts = [question.korean for question in data.questions], [passage.text for passage in data.passages]
    return Passages(
        "passages",
        _PASSAGES.weight,
        tokenised(korean),
        tokenised([question.english or question.korean for question in data.questions]),
        asked,
        tokenised(texts),
        [tokenised(passage.sentences) for passage in data.passages],
        tokenised([passage.title for passage in data.passages]),
        cache.rows("teacher-questions", korean, teacher.questions) if teacher else None,
        cache.rows("teacher-passages", texts, teacher.passages) if teacher else None,
        settings,
    )


def _texts(pairs: dict[str, list[Pair]], data: QuestionData) -> tuple[list[str], list[str]]:
    """The Korean and the English texts that the vocabulary is taken from, without repetition."""
    korean = [one for name, some in pairs.items() if name != "english questions" for one, _ in some]
    korean += [meaning for _, meaning in pairs.get("definitions", [])]
    korean += [question.korean for question in data.questions] + [passage.text for passage in data.passages]
    korean += [text for fact in data.facts for text in (fact.korean, fact.question_korean)]
    english = [other for name, some in pairs.items() if name not in _WORDS for _, other in some]
    english += [question for question, _ in pairs["english questions"]]
    return list(dict.fromkeys(korean)), list(dict.fromkeys(english))


def _translated(data: QuestionData) -> list[Pair]:
    asked = [(question.korean, question.english) for question in data.questions if question.english]
    return asked + [(fact.question_korean, fact.question_english) for fact in data.facts]


def _known(source: VectorSource, units: Sequence[Unit], cache: MatrixCache) -> Matrix:
    """A source's vectors, centred for each language alone: what tells Korean from English must not count as meaning."""
    names = ["/".join(unit) for unit in units]
    found = cache.rows(f"units-{source.name}", names, lambda new: source.vectors([_unit_of(name) for name in new]))
    english = np.array([unit.tag == ENGLISH for unit in units])
    found[english], found[~english] = centred(found[english]), centred(found[~english])
    return found


def _unit_of(name: str) -> Unit:
    form, _, tag = name.rpartition("/")
    return Unit(form, tag)


def _unit(rows: Matrix) -> Matrix:
    units: Matrix = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return units


def _report_losses(report: Report, member: int, step: int, losses: dict[str, float]) -> None:
    line = ", ".join(f"{name} {loss:.2f}" for name, loss in sorted(losses.items()))
    report(f"member {member}, step {step:,}: {line}")

"""The whole recipe: data -> vocabulary -> trained table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import torch

from indexing.embedding.training.averaging import averaged
from indexing.embedding.training.curriculum import Curriculum, Teachers
from indexing.embedding.training.fit import Rates, fit
from indexing.embedding.training.matrix_cache import MatrixCache
from indexing.embedding.training.model import PieceModel
from indexing.embedding.training.objectives import Settings
from indexing.embedding.training.parallel import Pair
from indexing.embedding.training.pieces import Piece, build_vocabulary
from indexing.embedding.training.questions import QuestionData
from indexing.embedding.training.units import (
    ENGLISH,
    Analyser,
    EnglishPieces,
    Matrix,
    Unit,
    VectorSource,
    centred,
)

Report = Callable[[str], None]

_WORDS = frozenset({"dictionary", "names", "glossary", "definitions"})
"""Kinds that are no running English text: they would distort the counts of English pieces."""


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
        rates: learning rates.
        seed: of everything random.
    """

    dimensions: int = 256
    members: int = 3
    steps: int = 2500
    batch: int = 512
    dropout: float = 0.15
    scale: float = 20.0
    rates: Rates = field(default_factory=Rates)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What the recipe takes beside data; at least one source of vectors known beforehand."""

    analyser: Analyser
    splitter: EnglishPieces
    sources: Sequence[VectorSource]
    teachers: Teachers = field(default_factory=Teachers)
    cache: MatrixCache = field(default_factory=lambda: MatrixCache(None))


@dataclass(frozen=True, slots=True)
class Trained:
    """A vocabulary and its vectors: the unknown's row first, then one row a piece."""

    pieces: list[Piece]
    table: Matrix


def train(
    parallel: dict[str, list[Pair]],
    questions: QuestionData,
    ingredients: Ingredients,
    recipe: Recipe,
    report: Report,
) -> Trained:
    """Trains an embedding.

    Args:
        parallel: pairs (Korean, English) by kind, each of ``Curriculum.KINDS``.
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
    curriculum = Curriculum(
        pieces, ingredients.teachers, ingredients.cache, recipe.batch, Settings(recipe.scale, generator)
    )
    objectives = list(curriculum.objectives(pairs, questions))
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


def _report_losses(report: Report, member: int, step: int, losses: dict[str, float]) -> None:
    line = ", ".join(f"{name} {loss:.2f}" for name, loss in sorted(losses.items()))
    report(f"member {member}, step {step:,}: {line}")

"""What the model is trained to do, one objective a kind of data; a training step takes one of them by weight.

All of them compare texts with the other texts of the batch: the right partner must be nearest (multiple negatives
ranking, Henderson et al. 2017, https://arxiv.org/abs/1705.00652), or the similarities must be a teacher's
(Reimers and Gurevych 2020, https://arxiv.org/abs/2004.09813, for whole similarity rows rather than vectors).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from indexing.embedding.training.model import Ids, PieceModel
from indexing.embedding.training.units import Matrix

Texts = Sequence[Ids]
"""Texts as piece ids."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers that all objectives share.

    Attributes:
        scale: a cosine is multiplied by it before softmax; 20 is a temperature of 0.05.
        generator: chooses the batches.
    """

    scale: float
    generator: np.random.Generator

    def distinct(self, total: int, batch: int) -> Ids:
        """So many different numbers below ``total`` at random; all of them when there are not enough."""
        return self.generator.choice(total, min(batch, total), replace=False)


class Objective(Protocol):
    """One kind of training data and what is asked of it."""

    @property
    def name(self) -> str:
        """For the log."""
        ...

    @property
    def weight(self) -> float:
        """How often it is chosen, beside the others."""
        ...

    def loss(self, model: PieceModel) -> Tensor:
        """The loss of one batch, chosen at random."""
        ...


def contrastive(similarities: Tensor) -> Tensor:
    """Each row's and each column's partner, on the diagonal, against all others; logits, shape (n, n)."""
    target = torch.arange(len(similarities))
    return (functional.cross_entropy(similarities, target) + functional.cross_entropy(similarities.T, target)) / 2


@dataclass(frozen=True, slots=True)
class Pairs:
    """Texts that mean the same, or that answer each other."""

    name: str
    weight: float
    left: Texts
    right: Texts
    batch: int
    settings: Settings

    def loss(self, model: PieceModel) -> Tensor:
        """Contrastive, over a batch of distinct pairs."""
        chosen = self.settings.distinct(len(self.left), self.batch)
        left, right = model(_take(self.left, chosen)), model(_take(self.right, chosen))
        return contrastive(left @ right.T * self.settings.scale)


@dataclass(frozen=True, slots=True)
class Facts:
    """A fact and a question that it answers, each in both languages."""

    name: str
    weight: float
    korean: Texts
    english: Texts
    questions_korean: Texts
    questions_english: Texts
    batch: int
    settings: Settings

    def loss(self, model: PieceModel) -> Tensor:
        """Contrastive, from either question to the Korean fact, and a little from English to English."""
        chosen = self.settings.distinct(len(self.korean), self.batch)
        asked_ko, asked_en, korean, english = (
            model(_take(texts, chosen))
            for texts in (self.questions_korean, self.questions_english, self.korean, self.english)
        )
        weighted = ((1.0, asked_ko, korean), (1.0, asked_en, korean), (0.5, asked_en, english), (0.5, korean, english))
        losses = [weight * contrastive(one @ other.T * self.settings.scale) for weight, one, other in weighted]
        return torch.stack(losses).sum() / 2.5


@dataclass(frozen=True, slots=True)
class Similarity:
    """Sentences in both languages whose similarities a teacher of English knows.

    Neighbours in the data are often near-paraphrases; most batches are short runs of neighbours, which
    makes the similarities worth imitating.

    Attributes:
        teacher: the teacher's vectors of the English sentences, unit length.
        runs: only the first so many sentences stand beside their near-paraphrases.
    """

    name: str
    weight: float
    korean: Texts
    english: Texts
    teacher: Matrix
    runs: int
    settings: Settings

    _BATCH = 256
    _RUN = 8
    _SHARE_OF_RUNS = 0.6

    def loss(self, model: PieceModel) -> Tensor:
        """Squared difference of cosines, and divergence of their softmax rows: Korean, English and across."""
        chosen = self._chosen()
        korean, english = model(_take(self.korean, chosen)), model(_take(self.english, chosen))
        target = torch.from_numpy(self.teacher[chosen] @ self.teacher[chosen].T)
        other = ~torch.eye(len(chosen), dtype=torch.bool)
        losses = []
        for cosines in (korean @ korean.T, english @ english.T, korean @ english.T):
            losses.append(8 * ((cosines - target)[other] ** 2).mean())
            losses.append(0.5 * _divergence(cosines, target, other, self.settings.scale))
        return torch.stack(losses).sum()

    def _chosen(self) -> Ids:
        generator = self.settings.generator
        if self.runs > self._RUN and generator.random() < self._SHARE_OF_RUNS:
            starts = generator.integers(0, self.runs - self._RUN, self._BATCH // self._RUN)
            return np.concatenate([np.arange(start, start + self._RUN) for start in starts])
        return generator.integers(0, len(self.korean), min(self._BATCH, len(self.korean)))


@dataclass(frozen=True, slots=True)
class Passages:
    """Questions in both languages and the Korean passages that answer them.

    A passage is scored as retrieval may score it: as a whole, by its best sentence, and by the mean of both. Most
    batches are neighbourhoods of a teacher's, whose members are hard to tell apart; the others are random.

    Attributes:
        questions: for each passage the numbers of its questions.
        teacher_questions: a teacher's unit vectors of the Korean questions, None without a teacher.
        teacher_passages: likewise of the passages.
    """

    name: str
    weight: float
    korean: Texts
    english: Texts
    questions: Sequence[Sequence[int]]
    passages: Texts
    sentences: Sequence[Texts]
    titles: Texts
    teacher_questions: Matrix | None
    teacher_passages: Matrix | None
    settings: Settings

    _BATCH = 192
    _SEEDS = 14
    _NEIGHBOURS = 16
    _SHARE_OF_NEIGHBOURHOODS = 0.6
    _TEACHER_SCALE = 50.0
    _ENGLISH_WEIGHT = 1.3

    def loss(self, model: PieceModel) -> Tensor:
        """Contrastive over passages, divergence from the teacher's scores, and a little of title to passage."""
        generator = self.settings.generator
        chosen = self._chosen()
        candidates = [self.questions[passage] for passage in chosen.tolist()]
        asked = np.array([some[int(generator.integers(len(some)))] for some in candidates])
        parts = [self.sentences[passage] for passage in chosen.tolist()]
        passages, sentences = model(_take(self.passages, chosen)), model([part for some in parts for part in some])
        owner = torch.from_numpy(np.repeat(np.arange(len(parts)), [len(some) for some in parts]))
        target = self._teacher_scores(asked, chosen)
        losses = []
        for weight, texts in ((1.0, self.korean), (self._ENGLISH_WEIGHT, self.english)):
            vectors = model(_take(texts, asked))
            whole = vectors @ passages.T
            best = _largest(vectors @ sentences.T, owner, len(chosen))
            for share, cosines in ((0.4, whole), (0.6, best), (0.8, (whole + best) / 2)):
                losses.append(weight * share * self._retrieval(cosines * self.settings.scale, target))
        titles = model(_take(self.titles, chosen))
        return torch.stack(losses).sum() / 4 + 0.2 * contrastive(titles @ passages.T * self.settings.scale)

    def _retrieval(self, logits: Tensor, target: Tensor | None) -> Tensor:
        right = torch.arange(len(logits))
        loss = functional.cross_entropy(logits, right) + 0.3 * functional.cross_entropy(logits.T, right)
        if target is not None:
            loss = loss + 0.5 * functional.kl_div(functional.log_softmax(logits, 1), target, reduction="batchmean")
        return loss

    def _teacher_scores(self, questions: Ids, passages: Ids) -> Tensor | None:
        if self.teacher_questions is None or self.teacher_passages is None:
            return None
        cosines = self.teacher_questions[questions] @ self.teacher_passages[passages].T
        return functional.softmax(torch.from_numpy(cosines) * self._TEACHER_SCALE, dim=1)

    def _chosen(self) -> Ids:
        generator, total = self.settings.generator, len(self.passages)
        if self.teacher_passages is not None and generator.random() < self._SHARE_OF_NEIGHBOURHOODS:
            seeds = self.settings.distinct(total, self._SEEDS)
            nearest = np.argsort(-(self.teacher_passages[seeds] @ self.teacher_passages.T), axis=1)
            return generator.permutation(np.unique(nearest[:, : self._NEIGHBOURS]))[: self._BATCH]
        return self.settings.distinct(total, self._BATCH)


def _take(texts: Texts, chosen: Ids) -> list[Ids]:
    return [texts[number] for number in chosen]


def _largest(scores: Tensor, owner: Tensor, owners: int) -> Tensor:
    """The largest score among each owner's columns; shape (rows, owners)."""
    start = scores.new_full((len(scores), owners), -1.0)
    return start.scatter_reduce(1, owner.expand(len(scores), -1), scores, "amax")


def _divergence(cosines: Tensor, target: Tensor, counted: Tensor, scale: float) -> Tensor:
    """KL divergence of the student's softmax rows from the teacher's, over the counted entries."""
    student = functional.log_softmax((cosines * scale).masked_fill(~counted, -1e4), 1)
    teacher = functional.softmax((target * scale).masked_fill(~counted, -1e4), 1)
    return functional.kl_div(student, teacher, reduction="batchmean")

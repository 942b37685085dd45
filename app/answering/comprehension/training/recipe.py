"""The recipe: what is read in which stage. Every number of the training stands here."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from tokenizers import Tokenizer

from app.answering.comprehension.training.examples import OWN_QUESTIONS, Example, tydiqa, written_questions
from app.answering.comprehension.training.fit import Stage, fit
from app.answering.comprehension.training.multilingual_e5 import MultilingualE5
from app.answering.comprehension.training.negatives import with_negatives
from app.answering.comprehension.training.network import SpanNetwork
from app.answering.comprehension.training.vocabulary import kept_pieces, tokenizer_of
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.training.held_out import HeldOut
from indexing.embedding.training.parallel import OWN_PAIRS, read_parallel

LAYERS = 8
"""Of e5's twelve. Dropping the top ones costs a fine-tuned network little (Sajjad et al. 2020,
https://arxiv.org/abs/2004.03844) and a third of the time, in training and in use."""

ENCYCLOPEDIA = Stage(rate=1.5e-4, floor=0.5, warmup=0.1)
"""First TyDiQA: what a question and an answer are. Real questions, but of an encyclopedia."""
NEWS = Stage(rate=1.2e-4, floor=0.0, warmup=0.04)
"""Then our own news, in which half of the questions cross languages, with some of the former to remember."""


@dataclass(frozen=True)
class Ingredients:
    """Questions of TyDiQA-GoldP, Korean ones with their English translation, and our own."""

    korean: Sequence[Example]
    english: Sequence[Example]
    own: Sequence[Example]


def train(data: Path, seed: int, report: Callable[[str], None]) -> tuple[SpanNetwork, Tokenizer]:
    """The network and its tokeniser, from a folder as indexing/embedding/training/README.md describes it."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    held_out = HeldOut.of(data / "parallel", data / "qa")
    questions = _ingredients(data / "qa", held_out, chance)
    e5 = MultilingualE5.packaged()
    pieces = kept_pieces(e5.pieces, tokenizer_of(e5.pieces, e5.scores), _texts(data / "parallel", held_out, questions))
    tokenizer = tokenizer_of([e5.pieces[number] for number in pieces], [e5.scores[number] for number in pieces])
    network = SpanNetwork(e5.network(LAYERS, pieces))
    report(f"{len(pieces)} pieces, {len(questions.own)} own questions, {len(questions.korean)} Korean of TyDiQA")
    embedder = BundledEmbedding()
    first = [*questions.korean, *questions.english[:600]]
    first += with_negatives(questions.korean, 0.35, embedder, chance)
    first += with_negatives(questions.english[:600], 0.2, embedder, chance)
    fit(network, tokenizer, _shuffled(first, chance), ENCYCLOPEDIA, chance, report)
    again = _shuffled(questions.korean, chance)[:900]
    second = [*questions.own, *again, *questions.english[600:800]]
    second += with_negatives(questions.own, 0.12, embedder, chance)
    second += with_negatives(again, 0.35, embedder, chance)
    fit(network, tokenizer, _shuffled(second, chance), NEWS, chance, report)
    return network, tokenizer


def _ingredients(folder: Path, held_out: HeldOut, chance: random.Random) -> Ingredients:
    korean = tydiqa(folder / "korean_train.json", OWN_PAIRS / "tydiqa.tsv")
    own = chain.from_iterable(written_questions(file, chance) for file in sorted(OWN_QUESTIONS.glob("*.jsonl")))
    english = [one for one in tydiqa(folder / "english_train.json") if one.question not in held_out]
    return Ingredients([one for one in korean if one.question not in held_out], _shuffled(english, chance), list(own))


def _texts(parallel: Path, held_out: HeldOut, questions: Ingredients) -> list[str]:
    """What the vocabulary must be able to write: parallel sentences, and questions with their passages."""
    texts = [text for pairs in read_parallel(parallel, held_out).values() for pair in pairs for text in pair]
    read = (*questions.korean, *questions.english, *questions.own)
    return texts + list(dict.fromkeys(text for one in read for text in (one.question, one.title, one.passage)))


def _shuffled(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    return chance.sample(list(examples), len(examples))

"""The recipe: what is read in which stage. Every number of the training stands here."""

import copy
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Self

import torch
from tokenizers import Tokenizer

from app.answering.comprehension.training.examples import OWN_QUESTIONS, Example, tydiqa, written_questions
from app.answering.comprehension.training.fit import Stage, fit
from app.answering.comprehension.training.multilingual_e5 import MultilingualE5
from app.answering.comprehension.training.negatives import beside_rivals, with_negatives
from app.answering.comprehension.training.network import SpanNetwork, between
from app.answering.comprehension.training.vocabulary import kept_pieces, tokenizer_of
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.training.held_out import HeldOut
from indexing.embedding.training.parallel import OWN_PAIRS, read_parallel

LAYERS = 8
"""Of e5's twelve. Dropping the top ones costs a fine-tuned network little (Sajjad et al. 2020,
https://arxiv.org/abs/2004.03844) and a third of the time, in training and in use."""

ENCYCLOPEDIA = Stage(rate=1.5e-4, floor=0.5, warmup=0.1)
"""First TyDiQA: what a question and an answer are. Real questions, but of an encyclopedia."""
TOGETHER = Stage(rate=1.2e-4, floor=0.6, warmup=0.04)
"""Then TyDiQA and our own news side by side, with English questions that the first stage had no time for."""
NEWS = Stage(rate=1.2e-4, floor=0.0, warmup=0.03)
"""Then our own news, in which half of the questions cross languages, with some of the former to remember."""
NEWS_AGAIN = replace(NEWS, counts=0.5)
"""Once more, and on from halfway: on held-out news exact match is .43, where it is .40 before and .41 after, the mean
of both languages."""
STORIES = Stage(rate=1e-4, floor=0.0, warmup=0.03, counts=0.7)
"""Last stories told in four ways: each question beside the passage that answers, and beside another that does not. With
all of these weights the right one of four passages is preferred oftener (.64 of held-out questions instead of .59; .45
before), but single passages are read worse."""
OLDER = 0.18
"""Share of other news among them, to remember, counted on top."""
KOREAN_LAST = 800
"""Korean questions of TyDiQA among them."""


ENGLISH = (600, 1450, 200, 200)
"""English questions of TyDiQA in each stage, none of them twice."""
KOREAN_AGAIN = 700
"""Korean questions of TyDiQA that the last stages read again."""
_FAR_OFF_KOREAN, _FAR_OFF_ENGLISH, _FAR_OFF_OWN = 0.35, 0.2, 0.1
"""Share of the questions that are also asked of a passage that does not answer; our own have some of these anyway."""


@dataclass(frozen=True)
class Ingredients:
    """Questions of TyDiQA-GoldP, Korean ones with their English translation, and the files with our own."""

    korean: Sequence[Example]
    english: Sequence[Example]
    own: Sequence[Path]

    @classmethod
    def read(cls, folder: Path, own: Path, held_out: HeldOut, chance: random.Random) -> Self:
        """TyDiQA's from a folder, without what is measured, and our own from another."""
        korean = tydiqa(folder / "korean_train.json", OWN_PAIRS / "tydiqa.tsv")
        english = [one for one in tydiqa(folder / "english_train.json") if one.question not in held_out]
        files = sorted(own.rglob("*.jsonl"))
        return cls([one for one in korean if one.question not in held_out], _shuffled(english, chance), files)

    def news(self, chance: random.Random) -> list[Example]:
        """Our own questions about single passages, each in a language that `chance` draws anew."""
        return [one for one in self._written(chance) if not one.rivals]

    def stories(self, chance: random.Random) -> list[Example]:
        """Our own questions about one of several passages that tell the same story, likewise."""
        return [one for one in self._written(chance) if one.rivals]

    def _written(self, chance: random.Random) -> Iterator[Example]:
        return chain.from_iterable(written_questions(file, chance) for file in self.own)

    def english_of(self, stage: int) -> Sequence[Example]:
        """The English questions of TyDiQA that a stage reads."""
        first = sum(ENGLISH[:stage])
        return self.english[first : first + ENGLISH[stage]]


def train(
    data: Path,
    e5: MultilingualE5,
    report: Callable[[str], None],
    *,
    own: Path = OWN_QUESTIONS,
    layers: int = LAYERS,
    seed: int = 7,
) -> tuple[SpanNetwork, Tokenizer]:
    """The network and its tokeniser.

    Args:
        data: a folder as indexing/embedding/training/README.md describes it.
        e5: the network to begin as.
        report: told how it goes.
        own: our own questions.
        layers: of e5's, the lowest.
        seed: of every random choice.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    held_out = HeldOut.of(data / "parallel", data / "qa")
    read = Ingredients.read(data / "qa", own, held_out, chance)
    news = read.news(chance)
    stories = read.stories(chance)
    texts = _texts(data / "parallel", held_out, read, [*news, *stories])
    pieces = kept_pieces(e5.pieces, tokenizer_of(e5.pieces, e5.scores), texts)
    tokenizer = tokenizer_of([e5.pieces[number] for number in pieces], [float(e5.scores[number]) for number in pieces])
    network = SpanNetwork(e5.network(layers, pieces))
    report(f"{len(pieces)} pieces, {len(news) + len(stories)} own questions, {len(read.korean)} Korean of TyDiQA")
    again = _shuffled(read.korean, chance)[:KOREAN_AGAIN]
    last = [*stories, *beside_rivals(stories, chance)]
    older = _shuffled(read.news(chance), chance)[: int(OLDER * len(last))]
    older += _shuffled(read.korean, chance)[:KOREAN_LAST]
    stages = (
        (ENCYCLOPEDIA, _with_far_off([], read.korean, read.english_of(0), chance)),
        (TOGETHER, _with_far_off(news, read.korean, read.english_of(1), chance)),
        (NEWS, _with_far_off(read.news(chance), again, read.english_of(2), chance)),
        (NEWS_AGAIN, _with_far_off(read.news(chance), again, read.english_of(3), chance)),
        (STORIES, [*last, *older]),
    )
    for stage, examples in stages:
        before = copy.deepcopy(network.state_dict())
        fit(network, tokenizer, _shuffled(examples, chance), stage, chance, report)
        network.load_state_dict(between(before, network.state_dict(), stage.counts))
    return network, tokenizer


def _with_far_off(
    own: Sequence[Example], korean: Sequence[Example], english: Sequence[Example], chance: random.Random
) -> list[Example]:
    """The questions, and some of each kind again beside a passage that does not answer."""
    embedder = BundledEmbedding()
    shares = ((own, _FAR_OFF_OWN), (korean, _FAR_OFF_KOREAN), (english, _FAR_OFF_ENGLISH))
    examples = [one for kind, _ in shares for one in kind]
    for kind, share in shares:
        examples += with_negatives(kind, share, embedder, chance)
    return examples


def _texts(parallel: Path, held_out: HeldOut, read: Ingredients, news: Sequence[Example]) -> list[str]:
    """What the vocabulary must be able to write: parallel sentences, and questions with their passages."""
    texts = [text for pairs in read_parallel(parallel, held_out).values() for pair in pairs for text in pair]
    examples = (*read.korean, *read.english, *news)
    return texts + list(dict.fromkeys(text for one in examples for text in (one.question, one.title, one.passage)))


def _shuffled(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    return chance.sample(list(examples), len(examples))

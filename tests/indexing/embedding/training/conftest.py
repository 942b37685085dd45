"""A toy language that the recipe can learn in seconds: ten places, twenty happenings, 200 pairs."""

import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest

from indexing.embedding.training.curriculum import Teachers
from indexing.embedding.training.export import write_model
from indexing.embedding.training.fit import Rates
from indexing.embedding.training.parallel import Pair
from indexing.embedding.training.questions import Fact, Passage, Question, QuestionData
from indexing.embedding.training.recipe import Ingredients, Recipe, Trained, train
from indexing.embedding.training.units import Matrix, Morpheme, Unit

PLACES = dict(
    zip(
        "서울 부산 대구 인천 광주 대전 울산 제주 춘천 전주".split(),
        "seoul busan daegu incheon gwangju daejeon ulsan jeju chuncheon jeonju".split(),
        strict=True,
    )
)
HAPPENINGS = dict(
    zip(
        "축제 화재 선거 공연 시위 홍수 지진 회의 파업 재판 경기 전시 훈련 방문 졸업 개막 폐막 공사 사고 행사".split(),
        "festival fire election concert protest flood earthquake meeting strike trial match exhibition drill visit "
        "graduation opening closing construction accident event".split(),
        strict=True,
    )
)
PAIRS: list[Pair] = [
    (f"{place}에서 {happening}가 있었다", f"there was a {event} in {city}")
    for place, city in PLACES.items()
    for happening, event in HAPPENINGS.items()
]
_WORD = re.compile(r"[가-힣]+")
_TAIL = re.compile(r"(에서|가|었다)$")


class Suffixes:
    """An analyser that knows three endings."""

    def nouns(self) -> Iterable[Unit]:
        return [Unit(word, "NNG") for word in ("도시", *PLACES)]

    def morphemes(self, texts: Sequence[str]) -> Iterable[list[Morpheme]]:
        for text in texts:
            yield [morpheme for word in _WORD.finditer(text) for morpheme in self._word(word)]

    def _word(self, word: re.Match[str]) -> list[Morpheme]:
        tail = _TAIL.search(word.group())
        cut = word.start() + tail.start() if tail else word.end()
        found = [Morpheme(Unit(word.string[word.start() : cut], "NNG"), word.start(), cut)]
        if tail:
            found.append(Morpheme(Unit(tail.group(), "JKB"), cut, word.end()))
        return found


class Spaces:
    """English split at spaces; knows some words beforehand."""

    def vocabulary(self) -> Sequence[str]:
        return ["there", "was", "a", "in", *PLACES.values(), *HAPPENINGS.values(), "##s", "#"]

    def pieces(self, texts: Sequence[str]) -> Iterable[list[str]]:
        return [text.split() for text in texts]


class Noise:
    """A fixed random vector for every unit: nothing is known beforehand."""

    name = "noise"

    def vectors(self, units: Sequence[Unit]) -> Matrix:
        rows = [np.random.default_rng(zlib.crc32("/".join(unit).encode())).normal(size=24) for unit in units]
        return np.array(rows, np.float32)


class Teacher:
    """Texts are near when they share words: enough of a teacher for the losses that want one."""

    def sentences(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.split():
                row[zlib.crc32(word.encode()) % 64] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    questions = passages = sentences


def toy_questions() -> QuestionData:
    passages = [
        Passage(place, f"{place}에서 축제가 있었다. {place}에서 화재가 있었다.", (f"{place}에서 축제가 있었다.",))
        for place in PLACES
    ]
    questions = [
        Question(f"{place} 축제", f"festival {city}" if number % 2 else None, number)
        for number, (place, city) in enumerate(PLACES.items())
    ]
    facts = [Fact(ko, en, ko.replace("있었다", "언제"), en.replace("there was", "when was")) for ko, en in PAIRS[:40:2]]
    english = [(f"where was the {event}", f"a {event} in seoul") for event in HAPPENINGS.values()]
    return QuestionData(tuple(passages), tuple(questions), tuple(facts), tuple(english))


@pytest.fixture(scope="session")
def held_back() -> list[Pair]:
    """Every seventh pair is kept from training."""
    return PAIRS[::7]


@pytest.fixture(scope="session")
def trained(held_back: list[Pair]) -> Trained:
    """A toy model, trained by the whole recipe in seconds."""
    seen = [pair for pair in PAIRS if pair not in held_back]
    ingredients = Ingredients(Suffixes(), Spaces(), (Noise(),), Teachers(Teacher(), Teacher()))
    recipe = Recipe(dimensions=16, members=2, steps=120, batch=64, rates=Rates(maps=2e-2, unit_residuals=2e-2))
    return train({"news": seen, "similarity": seen}, toy_questions(), ingredients, recipe, lambda line: None)


@pytest.fixture(scope="session")
def toy_folder(trained: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy model as it would ship."""
    folder = tmp_path_factory.mktemp("toy") / "model"
    write_model(folder, trained.pieces, trained.table)
    return folder

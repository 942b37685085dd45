"""Questions and the passages that answer them: TyDiQA-GoldP, and our own questions in both languages.

TyDiQA-GoldP (Clark et al. 2020, https://arxiv.org/abs/2003.05002) has 1,625 Korean training questions. For each of
them ``pairs/tydiqa.tsv`` holds an English translation and two further questions about the same passage in both
languages, all our own writing; ``pairs/facts*.tsv`` hold sentences of ours with a question, in both languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexing.embedding.training.held_out import HeldOut, measured_questions
from indexing.embedding.training.parallel import OWN_PAIRS, Pair
from indexing.embedding.training.tables import records, rows
from indexing.language.sentences import sentence_spans

KOREAN_TRAIN = "korean_train.json"
ENGLISH = ("english_train.json", "english_dev.json")
_LONGEST_PASSAGE = 1500
_MOST_SENTENCES = 12
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that answers questions.

    Attributes:
        title: of the article it is from.
        text: the whole.
        sentences: its first sentences, in order; at least one.
    """

    title: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in Korean and, when there is one, in English; ``passage`` is the index of what answers it."""

    korean: str
    english: str | None
    passage: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One or two sentences and a question that they answer, each in Korean and English."""

    korean: str
    english: str
    question_korean: str
    question_english: str


@dataclass(frozen=True, slots=True)
class QuestionData:
    """Everything question-shaped that may be trained on."""

    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    english: tuple[Pair, ...]


def read_questions(folder: Path, held_out: HeldOut) -> QuestionData:
    """Training questions of a folder of TyDiQA-GoldP files and of our own.

    A passage that also belongs to a development question is left out with all its questions, and so is a question
    that is a development question as well. A missing file is an empty one.
    """
    measured = {question.passage for question in measured_questions(folder)}
    own = {row[0]: row[1:6] for row in rows(OWN_PAIRS / "tydiqa.tsv", 6)}
    index: dict[str, int] = {}
    passages: list[Passage] = []
    questions: list[Question] = []
    for row in records(folder / KOREAN_TRAIN):
        if row["context"] in measured:
            continue
        translated, *more = own.get(row["id"], (None,))
        asked = [(row["question"], translated), *zip(more[::2], more[1::2], strict=True)]
        asked = [(ko, en) for ko, en in asked if ko != _NONE and ko not in held_out and (en or ko) not in held_out]
        if asked and row["context"] not in index:
            index[row["context"]] = len(passages)
            passages.append(_passage(row["title"], row["context"]))
        questions += [Question(ko, en, index[row["context"]]) for ko, en in asked]
    return QuestionData(tuple(passages), tuple(questions), tuple(_facts(held_out)), tuple(_english(folder, held_out)))


def all_passages(folder: Path) -> list[str]:
    """The 1,488 distinct passages of training and development, as they are: the haystack of the measure."""
    trained = [row["context"] for row in records(folder / KOREAN_TRAIN)]
    return list(dict.fromkeys([*trained, *(question.passage for question in measured_questions(folder))]))


def sentences(text: str) -> list[str]:
    """The sentences of a text; the text itself when it has none."""
    return [text[start:end] for start, end in sentence_spans(text)] or [text]


def _passage(title: str, context: str) -> Passage:
    text = context.replace("</b>", "")[:_LONGEST_PASSAGE]
    return Passage(title, text, tuple(sentences(text)[:_MOST_SENTENCES]))


def _facts(held_out: HeldOut) -> Iterator[Fact]:
    for file in sorted(OWN_PAIRS.glob("facts*.tsv")):
        for row in held_out.without(cells[:4] for cells in rows(file, 4)):
            yield Fact(*row)


def _english(folder: Path, held_out: HeldOut) -> Iterator[Pair]:
    for name in ENGLISH:
        for row in records(folder / name):
            if row["question"] not in held_out:
                yield row["question"], row["context"][:_LONGEST_PASSAGE]

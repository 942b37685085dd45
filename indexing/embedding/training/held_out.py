"""What is measured, and what therefore no training may touch."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from indexing.embedding.training.tables import records, rows

TRANSLATIONS = {
    "tatoeba": "tatoeba_laser_test/test.tsv",
    "koen_news": "koen_news/test.tsv",
    "jhe": "jhe/eval.tsv",
}
"""Measured by whether the translation is nearest. jhe chooses between recipes, the others are what the card reports."""
KORSTS, KORSTS_SCORES = "korsts_stsb/test.tsv", "korsts_stsb/test_scores.tsv"
"""The published KorSTS test set: its sentences in both languages, and (sentence, sentence, gold score)."""
_QUESTIONS, _QUESTIONS_EN = "korean_dev.json", "tydiqa_ko_dev_en.jsonl"
_NOT_WORD = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class MeasuredQuestion:
    """A development question of TyDiQA-GoldP, its English translation when there is one, and what answers it."""

    korean: str
    english: str | None
    passage: str


def measured_questions(folder: Path) -> list[MeasuredQuestion]:
    """The development questions that a folder of TyDiQA-GoldP files has."""
    english = {row["id"]: row["question_en"] for row in records(folder / _QUESTIONS_EN)}
    return [
        MeasuredQuestion(row["question"], english.get(row["id"]), row["context"])
        for row in records(folder / _QUESTIONS)
    ]


class HeldOut:
    """Sentences that must not enter training, compared without spaces, punctuation and case."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = frozenset(_bare(text) for text in texts)

    @classmethod
    def of(cls, parallel: Path, questions: Path) -> "HeldOut":
        """Both sides of every measured file of parallel data, and the development questions in both languages."""
        texts = [text for path in (*TRANSLATIONS.values(), KORSTS) for row in rows(parallel / path) for text in row[:2]]
        for question in measured_questions(questions):
            texts += [question.korean, question.english or question.korean]
        return cls(texts)

    def __contains__(self, text: str) -> bool:
        return _bare(text) in self._texts

    def without(self, pairs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The pairs (or longer rows) of which no text is held out."""
        return [row for row in pairs if not any(text in self for text in row)]


def _bare(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()

"""What no training may touch: the texts that the measures use."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexing.embedding.training.tsv import rows

MEASURED = ("tatoeba_laser_test/test.tsv", "koen_news/test.tsv", "korsts_stsb/test.tsv", "jhe/eval.tsv")
"""Never trained on: any pair that shares a sentence with one of these is left out. jhe/eval chooses between recipes,
the others are what the model card reports."""
MEASURED_QUESTIONS, MEASURED_QUESTIONS_EN = "korean_dev.json", "tydiqa_ko_dev_en.jsonl"
_NOT_WORD = re.compile(r"\W")


class HeldOut:
    """Sentences that must not enter training, compared without spaces, punctuation and case."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = frozenset(_bare(text) for text in texts)

    @classmethod
    def of(cls, parallel: Path, questions: Path) -> "HeldOut":
        """Both sides of every measured file of parallel data, and the development questions in both languages."""
        files = [parallel / path for path in MEASURED if (parallel / path).is_file()]
        texts = [text for file in files for row in rows(file) for text in row[:2]]
        return cls([*texts, *_questions(questions)])

    def __contains__(self, text: str) -> bool:
        return _bare(text) in self._texts

    def without(self, pairs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The pairs (or longer rows) of which no text is held out."""
        return [row for row in pairs if not any(text in self for text in row)]


def _questions(folder: Path) -> Iterator[str]:
    korean, english = folder / MEASURED_QUESTIONS, folder / MEASURED_QUESTIONS_EN
    if korean.is_file():
        yield from (row["question"] for row in json.loads(korean.read_text("utf-8")))
    if english.is_file():
        yield from (json.loads(line)["question_en"] for line in english.read_text("utf-8").splitlines())


def _bare(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()

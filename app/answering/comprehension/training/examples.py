"""What the model learns from: a question, a passage under its headline, and where the answer stands in it."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.answering.comprehension.kinds import Kind

OWN_QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Example:
    """A question and one passage.

    `spans` are (start, end) in `passage`, each of which is an answer; none for a question that the passage does not
    answer. `rivals` are headlines and passages about the same thing, none of which answers either. `translation` is the
    same question in the other language, if there is one.
    """

    question: str
    title: str
    passage: str
    kind: Kind
    spans: tuple[tuple[int, int], ...] = ()
    rivals: tuple[tuple[str, str], ...] = ()
    translation: str = ""

    def asked(self, chance: random.Random) -> str:
        """The question in a language that `chance` draws."""
        return chance.choice((self.question, self.translation)) if self.translation else self.question


def tydiqa(path: Path, translations: Path | None = None) -> Iterator[Example]:
    """TyDiQA-GoldP: a JSON list of {"id", "title", "question", "context", "answers"}.

    `translations` are tab-separated rows of an id and the question in another language; further columns are not read.
    """
    other = dict(_translated(translations)) if translations else {}
    for row in json.loads(path.read_text(encoding="utf-8")):
        spans = tuple(dict.fromkeys(span for answer in row["answers"] for span in _places(answer, row["context"])))
        if spans:
            translation = other.get(row["id"], "")
            yield Example(row["question"], row["title"], row["context"], Kind.SPAN, spans, translation=translation)


def written_questions(path: Path) -> Iterator[Example]:
    """Our own passages, a JSON object a line: "title", "passage", and "questions" of {"ko", "en", "answer", "quote"}.

    The answer is a part of the passage, "yes", "no" or null; the quote tells which of several places is meant, or
    shows why. Passages with the same "story" tell of the same thing, and only its own answers a question, unless the
    question says ``"rivals": false``: then the others may answer it, too, and it is not read beside them.
    """
    for row, rivals in passages_with_rivals(path):
        for asked in row["questions"]:
            kind, spans = _answer(row["passage"], asked["answer"], asked.get("quote", ""))
            beside = rivals if asked.get("rivals", True) else ()
            yield Example(asked["ko"], row.get("title", ""), row["passage"], kind, spans, beside, asked["en"])


def passages_with_rivals(path: Path) -> Iterator[tuple[dict[str, Any], tuple[tuple[str, str], ...]]]:
    """Our own passages as they are written, each with headline and text of the others of its story, if it has one."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        told = [other for other in rows if other is not row and "story" in row and other.get("story") == row["story"]]
        yield row, tuple((other.get("title", ""), other["passage"]) for other in told)


def _answer(passage: str, answer: str | None, quote: str) -> tuple[Kind, tuple[tuple[int, int], ...]]:
    if answer is None:
        return Kind.NONE, ()
    if answer in ("yes", "no"):
        return Kind(answer), tuple(_places(quote, passage))[:1]
    if quote:
        start = passage.index(quote) + quote.index(answer)
        return Kind.SPAN, ((start, start + len(answer)),)
    return Kind.SPAN, tuple(_places(answer, passage))


def _places(part: str, whole: str) -> Iterator[tuple[int, int]]:
    start = whole.find(part)
    while part and start >= 0:
        yield start, start + len(part)
        start = whole.find(part, start + 1)


def _translated(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number, question = line.split("\t")[:2]
            yield number, question

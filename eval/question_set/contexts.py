"""The texts a question set brings along, written as a corpus, so that they are indexed like any other articles."""

import json
import re
from dataclasses import replace
from pathlib import Path

from eval.question_set.question import Context, Question, QuestionSet, Relevant

CONTEXTS_IN_A_FILE = 2000
"""So that a file of a large set stays below the size that the corpus is read up to."""


def write_contexts(questions: QuestionSet, folder: Path) -> tuple[Question, ...]:
    """Writes the set's contexts into the folder; returns the questions with their qrels as paths of that corpus.

    Raises:
        OSError: the folder cannot be written.
    """
    contexts = list(questions.contexts.values())
    for first in range(0, len(contexts), CONTEXTS_IN_A_FILE):
        rows = (_row(context) for context in contexts[first : first + CONTEXTS_IN_A_FILE])
        (folder / _file_name(first)).write_text("".join(rows), encoding="utf-8", newline="\n")
    paths = {context.key: _path(index) for index, context in enumerate(contexts)}
    return tuple(
        replace(question, qrels=tuple(_with_paths(relevant, paths) for relevant in question.qrels))
        for question in questions.questions
    )


def _row(context: Context) -> str:
    """A row that the corpus is sure to read as one: ASCII, so that no line separator ends it, and without tags."""
    # the reader takes a body that merely repeats the title for none, and takes its title from a body without one
    title = "" if _letters(context.title) == _letters(context.body) else context.title
    return json.dumps({"title": title, "body": context.body}).replace("<", "\\u003c") + "\n"


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def _file_name(index: int) -> str:
    return f"contexts-{index // CONTEXTS_IN_A_FILE + 1:04}.jsonl"


def _path(index: int) -> str:
    return f"{_file_name(index)}#{index % CONTEXTS_IN_A_FILE + 1}"


def _with_paths(relevant: Relevant, paths: dict[str, str]) -> Relevant:
    return replace(relevant, paths=tuple(paths.get(key, key) for key in relevant.paths))

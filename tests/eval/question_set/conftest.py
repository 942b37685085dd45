"""Question sets as files, in as few words as a test needs."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from eval.question_set.loading import load_question_set
from eval.question_set.question import Question, QuestionSet
from indexing.errors import QuestionSetError

Rows = Sequence[object]


def _refusal(*paths: Path) -> str:
    with pytest.raises(QuestionSetError) as caught:
        load_question_set(paths)
    return str(caught.value)


def _read_or_refused(path: Path) -> QuestionSet | None:
    """A set of sound questions, or None where it is refused; another exception is a bug."""
    try:
        questions = load_question_set([path])
    except QuestionSetError:
        return None
    assert questions.questions
    assert len({question.id for question in questions.questions}) == len(questions.questions)
    assert all(question.id and question.question.strip() == question.question != "" for question in questions.questions)
    assert all(len(set(question.qrels)) == len(question.qrels) for question in questions.questions)
    assert all(relevant.paths and relevant.grade > 0 for one in questions.questions for relevant in one.qrels)
    assert all(key == context.key and context.body.strip() for key, context in questions.contexts.items())
    return questions


def _gold_texts(questions: QuestionSet, question: Question) -> list[str]:
    return [questions.contexts[path].body for relevant in question.qrels for path in relevant.paths]


def _write_json(path: Path, document: object) -> Path:
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def _write_beir(folder: Path, corpus: Rows, queries: Rows, qrels: Mapping[str, str] | str = "") -> Path:
    """A BEIR folder; the text of qrels/test.tsv, or of several splits by name."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    for name, rows in (("corpus", corpus), ("queries", queries)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for split, text in ({"test": qrels} if isinstance(qrels, str) else qrels).items():
        (folder / "qrels" / f"{split}.tsv").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def refusal() -> Callable[..., str]:
    """The message with which sets are refused together."""
    return _refusal


@pytest.fixture(scope="session")
def read_or_refused() -> Callable[[Path], QuestionSet | None]:
    return _read_or_refused


@pytest.fixture(scope="session")
def gold_texts() -> Callable[[QuestionSet, Question], list[str]]:
    """The contexts that a question's qrels mean."""
    return _gold_texts


@pytest.fixture(scope="session")
def write_json() -> Callable[[Path, object], Path]:
    return _write_json


@pytest.fixture(scope="session")
def write_beir() -> Callable[..., Path]:
    return _write_beir


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the examples of a property test write over and over."""
    return tmp_path_factory.mktemp("sets")

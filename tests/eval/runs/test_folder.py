import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.question_set import Question
from eval.run_folder import flattened, read_run, write_run
from eval.runner import Run, run_questions
from eval.summary import summarise
from indexing.errors import QuestionSetError


@pytest.fixture
def run(make_answer: Callable[..., Answer]) -> Run:
    answer = make_answer(
        "서울", text="서울이다 [1].", found=["a.html"], quotes=[("서울에서 연다.", "a.html")], total_ms=12.5
    )
    return run_questions([Question("q1", "어디?", "ko", "where", answers=("서울",), answerable=True)], lambda _: answer)


def write(folder: Path, run: Run, settings: dict[str, object] | None = None) -> Path:
    write_run(folder, run, summarise(run.results), settings or {})
    return folder


def test_a_run_is_three_files(tmp_path: Path, run: Run) -> None:
    folder = write(tmp_path / "runs" / "first", run, {"top_k": 10})
    assert sorted(path.name for path in folder.iterdir()) == ["questions.jsonl", "settings.json", "summary.json"]
    assert json.loads((folder / "settings.json").read_text("utf-8")) == {"top_k": 10}
    assert json.loads((folder / "summary.json").read_text("utf-8")) == summarise(run.results).as_json()


def test_a_row_shows_why_a_question_scored_as_it_did(tmp_path: Path, run: Run) -> None:
    row = json.loads((write(tmp_path, run) / "questions.jsonl").read_text("utf-8"))
    scores = row.pop("scores")
    assert row == {
        "id": "q1",
        "question": "어디?",
        "lang": "ko",
        "type": "where",
        "answerable": True,
        "answered": True,
        "answer": "서울이다 [1].",
        "short_answer": "서울",
        "dates": [],
        "retrieved": ["a.html"],
        "citations": [{"marker": 1, "path": "a.html", "quote": "서울에서 연다."}],
        "latency_ms": 12.5,
    }
    assert scores["answers.f1"] == 1.0
    assert scores["retrieval.mrr@10"] is None


def test_a_written_run_is_read_back(tmp_path: Path, run: Run) -> None:
    saved = read_run(write(tmp_path, run))
    assert saved.summary == summarise(run.results).flat()
    assert saved.questions["q1"].question == "어디?"
    assert saved.questions["q1"].scores == run.results[0].scores


def test_a_later_run_replaces_an_earlier_one(tmp_path: Path, run: Run) -> None:
    write(write(tmp_path, run), Run(run.results * 2))
    assert read_run(tmp_path).summary["n"] == 2


def test_secrets_are_masked_wherever_they_stand(tmp_path: Path, run: Run) -> None:
    settings = {
        "llm_api_key": "sk-1",
        "postprocessors": [{"arguments": {"token": "sk-2", "top_n": 3, "headers": {"Authorization": "sk-3"}}}],
        "llm_url": "http://me:sk-4@127.0.0.1:11434/v1",
        "chroma_url": "http://127.0.0.1:8000",
    }
    text = (write(tmp_path, run, settings) / "settings.json").read_text("utf-8")
    assert "sk-" not in text
    assert json.loads(text)["chroma_url"] == "http://127.0.0.1:8000"
    assert json.loads(text)["postprocessors"][0]["arguments"]["top_n"] == 3


@pytest.mark.parametrize("content", ["", "[]", "{", '{"n": "many"}', "[" * 100_000])
def test_a_folder_that_holds_no_run_is_refused(tmp_path: Path, run: Run, content: str) -> None:
    write(tmp_path, run)
    (tmp_path / "summary.json").write_text(content, "utf-8")
    with pytest.raises(QuestionSetError, match=r"is damaged .*Give a folder that `newschat eval --out` has written"):
        read_run(tmp_path)


@pytest.mark.parametrize("row", ["7", '{"id": "q1"}', '{"id": [], "question": "", "scores": {}}'])
def test_damaged_rows_are_refused(tmp_path: Path, run: Run, row: str) -> None:
    write(tmp_path, run)
    (tmp_path / "questions.jsonl").write_text(row, "utf-8")
    with pytest.raises(QuestionSetError, match="is damaged"):
        read_run(tmp_path)


def test_an_empty_folder_is_refused_with_the_missing_file(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match=r"summary\.json cannot be read"):
        read_run(tmp_path)


def test_nested_objects_have_dotted_names() -> None:
    assert dict(flattened({"n": 1, "slices": {"lang=ko": {"answers": {"f1": 0.5}}}})) == {
        "n": 1,
        "slices.lang=ko.answers.f1": 0.5,
    }

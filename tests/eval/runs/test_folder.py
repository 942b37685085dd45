import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.question_set.question import Question
from eval.runs.folder import HIDDEN, flattened, masked, read_run, write_run
from eval.runs.records import question_row
from eval.runs.runner import Run
from eval.summary import summarise
from indexing.errors import QuestionSetError

QUESTION = Question("q1", "어디?", "ko", "where", answers=("서울",), answerable=True, slices=("v1.2", "a.n"))


@pytest.fixture
def run(make_answer: Callable[..., Answer], make_run: Callable[..., Run]) -> Run:
    answer = make_answer(
        "서울", text="서울이다 [1].", found=["a.html"], quotes=[("서울에서 연다.", "a.html")], total_ms=12.5
    )
    wrong = make_answer("부산", text="부산이다.")
    return make_run((QUESTION, answer), (Question("q2", "또 어디?", "ko", answers=("서울",)), wrong))


def write(
    folder: Path,
    run: Run,
    settings: Mapping[str, object] | None = None,
    facts: Mapping[str, object] | None = None,
    documents: Mapping[str, str] | None = None,
) -> Path:
    write_run(
        folder, run, summarise(run.results), settings=settings or {}, facts=facts or {}, documents=documents or {}
    )
    return folder


def test_a_run_is_one_folder_with_everything_about_it(tmp_path: Path, run: Run) -> None:
    facts = {"name": "첫째", "archive": {"articles": 3}}
    documents = {"report.html": "<p>보고", "junit.xml": "<a/>"}
    folder = write(tmp_path / "runs" / "first", run, {"candidates": 10}, facts, documents)
    assert sorted(path.name for path in folder.iterdir()) == [
        *("junit.xml", "questions.jsonl", "report.html", "run.json", "settings.json", "summary.json")
    ]
    assert json.loads((folder / "settings.json").read_text("utf-8")) == {"candidates": 10}
    assert json.loads((folder / "run.json").read_text("utf-8")) == facts
    assert json.loads((folder / "summary.json").read_text("utf-8")) == summarise(run.results).as_json()
    assert (folder / "report.html").read_text("utf-8") == "<p>보고"
    assert (folder / "junit.xml").read_text("utf-8") == "<a/>"


def test_every_question_has_a_row_with_its_result(tmp_path: Path, run: Run) -> None:
    text = (write(tmp_path, run) / "questions.jsonl").read_text("utf-8")
    assert text.endswith("}\n")
    assert "서울에서 연다." in text
    rows = [json.loads(line) for line in text.splitlines()]
    assert rows == [question_row(result) for result in run.results]


def test_a_written_run_is_read_back(tmp_path: Path, run: Run) -> None:
    saved = read_run(write(tmp_path, run))
    assert saved.name == str(tmp_path)
    assert saved.summary == summarise(run.results).flat()
    assert list(saved.questions) == ["q1", "q2"]
    assert saved.questions["q1"].question == "어디?"
    assert saved.questions["q1"].outcome == run.results[0].outcome
    assert [one.failed for one in saved.questions.values()] == [False, True]


@pytest.mark.parametrize("text", ["줄\r\n바꿈\u2028\x85", "half \ud83d of a pair", "\x00\x1b[2J"])
def test_odd_characters_neither_break_the_rows_nor_the_writing(tmp_path: Path, run: Run, text: str) -> None:
    result = replace(run.results[0], answer=replace(run.results[0].answer, text=text))
    folder = write(tmp_path, Run((result, run.results[1])), documents={"report.html": text})
    assert read_run(folder).questions.keys() == {"q1", "q2"}
    first, _, _ = (folder / "questions.jsonl").read_text("utf-8").split("\n")
    assert json.loads(first)["answer"] == text
    (folder / "report.html").read_bytes().decode("utf-8")


def test_a_later_run_replaces_an_earlier_one_whole(tmp_path: Path, run: Run) -> None:
    write(tmp_path, run, {"old": 1}, documents={"report.html": "old " * 100})
    write(tmp_path, Run(run.results[:1]), {"new": 1}, documents={"report.html": "new"})
    saved = read_run(tmp_path)
    assert (saved.summary["n"], list(saved.questions)) == (1, ["q1"])
    assert json.loads((tmp_path / "settings.json").read_text("utf-8")) == {"new": 1}
    assert (tmp_path / "report.html").read_text("utf-8") == "new"
    assert not list(tmp_path.glob("*.part"))


def test_secrets_are_masked_wherever_they_stand(tmp_path: Path, run: Run) -> None:
    settings = {
        "llm_api_key": "sk-1",
        "postprocessors": [{"arguments": {"token": "sk-2", "top_n": 3, "headers": {"Authorization": "sk-3"}}}],
        "llm_url": "http://me:sk-4@127.0.0.1:11434/v1",
        "chroma_url": "http://127.0.0.1:8000",
        "secrets": ["sk-5", ("sk-6",)],
        "api_keys": {"openai": "sk-7", "others": [{"voyage": "sk-8"}]},
        "DB_PASSWORD": "sk-9",
        "mirrors": ["https://sk-10@mirror.example/v1"],
    }
    text = (write(tmp_path, run, settings) / "settings.json").read_text("utf-8")
    assert "sk-" not in text
    written = json.loads(text)
    assert written["llm_url"] == f"http://{HIDDEN}@127.0.0.1:11434/v1"
    assert written["chroma_url"] == "http://127.0.0.1:8000"
    assert written["postprocessors"][0]["arguments"]["top_n"] == 3
    assert settings["llm_api_key"] == "sk-1"


@pytest.mark.parametrize(
    "value", [None, 3, 0.5, True, "한빛일보", "http://127.0.0.1:8000/a@b", [1, ["x"]], {"a": None}]
)
def test_what_is_no_secret_stays(value: object) -> None:
    assert masked({"name": value}) == {"name": value}


def test_a_number_is_no_secret_whatever_its_name() -> None:
    assert masked({"max_tokens": 512, "llm_api_key": None}) == {"max_tokens": 512, "llm_api_key": None}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"n": "many"}', '{"answers": {"f1": [1]}}', "[" * 100_000],
    ids=["empty", "list", "cut off", "text", "list of numbers", "deep"],
)
def test_a_folder_that_holds_no_run_is_refused(tmp_path: Path, run: Run, content: str) -> None:
    write(tmp_path, run)
    (tmp_path / "summary.json").write_text(content, "utf-8")
    with pytest.raises(QuestionSetError, match=r"is damaged .*Give a folder that `newschat eval --out` has written"):
        read_run(tmp_path)


@pytest.mark.parametrize("row", ["7", '{"id": "q1"}', '{"id": [], "question": "", "scores": {}}', '{"id": "q'])
def test_damaged_rows_are_refused(tmp_path: Path, run: Run, row: str) -> None:
    write(tmp_path, run)
    (tmp_path / "questions.jsonl").write_text(row, "utf-8")
    with pytest.raises(QuestionSetError, match="is damaged"):
        read_run(tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path, run: Run) -> None:
    write(tmp_path, run)
    (tmp_path / "questions.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QuestionSetError, match="is damaged"):
        read_run(tmp_path)


@pytest.mark.parametrize("missing", ["summary.json", "questions.jsonl"])
def test_a_folder_without_one_of_its_files_is_refused_by_its_name(tmp_path: Path, run: Run, missing: str) -> None:
    (write(tmp_path, run) / missing).unlink()
    with pytest.raises(QuestionSetError, match=rf"{missing} cannot be read"):
        read_run(tmp_path)


def test_a_run_that_does_not_say_whether_an_answer_failed_is_read_all_the_same(tmp_path: Path, run: Run) -> None:
    write(tmp_path, run)
    (tmp_path / "questions.jsonl").write_text('{"id": "q1", "question": "어디?", "scores": {"answers.f1": 1}}', "utf-8")
    saved = read_run(tmp_path).questions["q1"]
    assert (saved.failed, saved.outcome.scores) == (False, {"answers.f1": 1.0})


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path, run: Run) -> None:
    (tmp_path / "occupied").write_text("a file", "utf-8")
    with pytest.raises(OSError, match="occupied"):
        write(tmp_path / "occupied" / "run", run)


def test_nested_objects_have_dotted_names() -> None:
    assert dict(flattened({"n": 1, "slices": {"lang=ko": {"answers": {"f1": 0.5}}}, "empty": {}})) == {
        "n": 1,
        "slices.lang=ko.answers.f1": 0.5,
    }

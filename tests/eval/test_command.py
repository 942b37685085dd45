"""``newschat eval`` from end to end; the tests that take ``corpus`` need ``app.composition`` and real readers."""

import json
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.command import eval_command
from eval.session import Session
from eval.summary import GROUPS

PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{day}T09:00:00+09:00"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""

ARTICLES = {
    "lantern.html": (
        "한빛시 등불축제 29일 개막",
        "2025-09-03",
        "한빛시는 등불축제를 오는 9월 29일 강변공원에서 연다고 3일 밝혔다.",
        "올해 등불축제에는 시민이 만든 등불 1,200개가 걸린다.",
        "입장료는 받지 않으며 비가 오면 실내 체육관으로 자리를 옮긴다.",
    ),
    "library.html": (
        "새벽도서관 관장에 윤가람 씨",
        "2025-08-20",
        "새벽도서관은 새 관장으로 윤가람 씨를 임명했다고 20일 발표했다.",
        "윤가람 관장은 어린이 열람실을 두 배로 넓히겠다고 말했다.",
        "도서관은 다음 달부터 밤 10시까지 문을 연다.",
    ),
    "ferry.html": (
        "솔섬 여객선 요금 인상",
        "2025-07-11",
        "솔섬을 오가는 여객선 요금이 8천 원에서 9천500원으로 오른다.",
        "선사는 기름값이 올라 요금을 올릴 수밖에 없었다고 설명했다.",
        "섬 주민에게는 지금까지의 요금을 그대로 받는다.",
    ),
}

QUESTIONS = (
    {
        "id": "lantern",
        "question": "한빛시 등불축제는 언제 열리나?",
        "type": "when",
        "answers": ["9월 29일", "29 September"],
        "articles": ["lantern.html"],
        "quote": "한빛시는 등불축제를 오는 9월 29일 강변공원에서 연다고 3일 밝혔다.",
        "date": "2025-09-29",
    },
    {
        "id": "library",
        "question": "새벽도서관 새 관장은 누구인가?",
        "answers": ["윤가람"],
        "articles": ["library.html"],
    },
    {"id": "none", "question": "Who won the chess olympiad in Budapest?", "answerable": False},
)


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a folder of temporary files that shows what is left behind."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (title, day, *paragraphs) in ARTICLES.items():
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (folder / name).write_text(PAGE.format(title=title, day=day, paragraphs=body), "utf-8")
    return folder


@pytest.fixture
def question_set(tmp_path: Path) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in QUESTIONS), "utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(eval_command, [str(argument) for argument in arguments])


def test_json_is_the_one_thing_on_stdout_and_nothing_temporary_stays(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    result = run(question_set, "--corpus", corpus, "--json")
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert summary["n"] == 3
    assert set(summary) == {"n", *GROUPS, "slices"}
    assert set(summary["slices"]) == {"lang=ko", "lang=en", "type=when", "answerable=true", "answerable=false"}
    assert summary["retrieval"]["hit_rate@10"] == 1.0
    assert summary["latency_ms"]["p50"] > 0
    assert "Indexed 3 articles" in result.stderr
    assert list((workplace / "temporary").iterdir()) == []
    assert not (workplace / ".newschat").exists()


def test_a_temporary_archive_stays_off_the_chroma_server_of_the_real_one(
    monkeypatch: pytest.MonkeyPatch, corpus: Path, question_set: Path
) -> None:
    monkeypatch.setenv("NEWSCHAT_CHROMA_URL", "http://127.0.0.1:9")  # the discard port: nothing answers there
    result = run(question_set, "--corpus", corpus, "--json")
    assert result.exit_code == 0, result.output


def test_a_table_is_for_people_and_a_run_is_written_and_compared(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    first = run(question_set, "--corpus", corpus, "--out", workplace / "runs" / "first")
    assert first.exit_code == 0, first.output
    assert "retrieval.hit_rate@1" in first.stdout
    assert "lang=ko" in first.stdout
    rows = (workplace / "runs" / "first" / "questions.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(row)["id"] for row in rows] == ["lantern", "library", "none"]
    settings = json.loads((workplace / "runs" / "first" / "settings.json").read_text("utf-8"))
    assert settings["corpus_dir"] == str(corpus)
    facts = json.loads((workplace / "runs" / "first" / "run.json").read_text("utf-8"))
    assert facts["name"] == "first"
    assert facts["archive"]["articles"] == 3
    assert "한빛시 등불축제는 언제 열리나?" in (workplace / "runs" / "first" / "report.html").read_text("utf-8")
    assert "<testsuite " in (workplace / "runs" / "first" / "junit.xml").read_text("utf-8")
    assert not (workplace / "runs" / "first" / "unfinished.jsonl").exists()

    second = run(question_set, "--corpus", corpus, "--json", "--baseline", workplace / "runs" / "first")
    assert second.exit_code == 0, second.output
    assert json.loads(second.stdout)["n"] == 3
    assert json.loads(second.stdout)["comparison"]["figures"]["verdict.right"]["change"] == 0
    assert "No question flipped among the 3 shared." in second.stderr


def test_a_run_keeps_its_comparison_until_it_is_replaced_by_one_without(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    before, now = workplace / "before", workplace / "now"
    run(question_set, "--corpus", corpus, "--out", before)
    run(question_set, "--corpus", corpus, "--baseline", before, "--out", now)
    comparison = json.loads((now / "comparison.json").read_text("utf-8"))
    assert (comparison["baseline"], comparison["shared"]) == (str(before), 3)
    run(question_set, "--corpus", corpus, "--out", now)
    assert not (now / "comparison.json").exists()


def test_a_baseline_of_another_set_is_refused_before_anything_is_indexed(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    run(question_set, "--corpus", corpus, "--out", workplace / "before")
    other = workplace / "other.jsonl"
    other.write_text('{"question": "x"}', "utf-8")
    result = run(other, "--corpus", corpus, "--json", "--baseline", workplace / "before")
    assert result.exit_code == 2
    assert "asked other questions" in result.stderr
    assert (result.stdout, "Indexed" in result.stderr) == ("", False)


def test_a_missed_gate_names_each_miss_and_exits_with_one(workplace: Path, corpus: Path, question_set: Path) -> None:
    gate = workplace / "gate.toml"
    gate.write_text('n = 4\n"retrieval.hit_rate@10" = 0.1\n"slices.lang=ko.n" = 9\n', "utf-8")
    result = run(question_set, "--corpus", corpus, "--json", "--gate", gate)
    assert result.exit_code == 1
    assert "n is 3, must be at least 4" in result.stderr
    assert "slices.lang=ko.n is 2, must be at least 9" in result.stderr
    assert "hit_rate" not in result.stderr
    assert json.loads(result.stdout)["n"] == 3


def test_a_gate_on_what_cannot_be_scored_exits_with_two_before_anything_is_indexed(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    gate = workplace / "gate.toml"
    gate.write_text('"slices.lang=en.dates.accuracy" = 0.5', "utf-8")
    result = run(question_set, "--corpus", corpus, "--gate", gate)
    assert result.exit_code == 2
    assert "not scored: slices.lang=en.dates.accuracy" in result.stderr
    assert "Indexed" not in result.stderr


def test_a_run_that_cannot_be_written_says_so_before_anything_is_asked(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    (workplace / "occupied").write_text("a file", "utf-8")
    result = run(question_set, "--corpus", corpus, "--json", "--out", workplace / "occupied" / "run")
    assert result.exit_code == 2
    assert "could not be written" in result.stderr
    assert result.stdout == ""


def test_a_corpus_without_a_readable_article_is_an_error_and_not_a_row_of_abstentions(
    workplace: Path, question_set: Path
) -> None:
    (workplace / "empty").mkdir()
    result = run(question_set, "--corpus", workplace / "empty")
    assert result.exit_code == 2
    assert "holds no article that can be read" in result.stderr
    assert list((workplace / "temporary").iterdir()) == []


def test_an_archive_that_is_not_there_is_an_error_that_the_command_line_shows(
    workplace: Path, question_set: Path
) -> None:
    result = run(question_set, "--archive", workplace / "missing")
    assert result.exit_code == 2
    assert "newschat index" in result.stderr


@pytest.mark.parametrize(
    ("content", "fault"),
    [("", "no questions"), ('{"question": ""}', "row 1: question is empty"), ("[]", "row 1: not a JSON object")],
)
def test_an_unusable_set_exits_with_two_before_anything_is_indexed(workplace: Path, content: str, fault: str) -> None:
    path = workplace / "set.jsonl"
    path.write_text(content, "utf-8")
    result = run(path, "--corpus", workplace, "--json")
    assert result.exit_code == 2
    assert fault in result.stderr
    assert result.stdout == ""
    assert list((workplace / "temporary").iterdir()) == []


def test_a_gate_on_an_unknown_figure_exits_with_two_before_anything_is_indexed(
    workplace: Path, question_set: Path
) -> None:
    gate = workplace / "gate.json"
    gate.write_text('{"answers.f2": 0.5}', "utf-8")
    result = run(question_set, "--corpus", workplace, "--gate", gate)
    assert result.exit_code == 2
    assert "'answers.f2'" in result.stderr


def test_a_baseline_that_is_no_run_exits_with_two(workplace: Path, question_set: Path) -> None:
    result = run(question_set, "--corpus", workplace, "--baseline", workplace)
    assert result.exit_code == 2
    assert "summary.json cannot be read" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("missing.jsonl",),
        ("set.jsonl", "--corpus", "missing"),
        ("set.jsonl", "--corpus", ".", "--archive", "."),
        ("set.jsonl", "--gate", "missing.toml"),
        ("set.jsonl", "--gate", "set.jsonl", "--limit", "1"),
        ("set.jsonl", "--update-gate"),
        ("set.jsonl", "--gate", "set.jsonl", "--lower-floors"),
        ("set.jsonl", "--limit", "0"),
        ("set.jsonl", "--out", "temporary", "--baseline", "./temporary/../temporary"),
    ],
)
def test_wrong_usage_exits_with_two(question_set: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_validate_names_what_is_wrong_by_row_and_exits_with_two(workplace: Path, corpus: Path) -> None:
    rows = (
        {**QUESTIONS[0], "quote": "한빛시는 등불축제를 오는 9월 29일 강변광장에서 연다고 3일 밝혔다."},
        {**QUESTIONS[1], "articles": ["libary.html"]},
        {"id": "ferry", "question": "솔섬 여객선 요금은?", "answerable": False, "absent": ["여객선 요금"]},
    )
    path = workplace / "set.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    result = run(path, "--corpus", corpus, "--validate")
    assert result.exit_code == 2
    assert (
        "set.jsonl row 1 (lantern): its quote stands in none of its articles; nearest in lantern.html" in result.stdout
    )
    assert "set.jsonl row 2 (library): the archive has no article 'libary.html'" in result.stdout
    assert "set.jsonl row 3 (ferry): '여객선 요금' should be absent but stands in ferry.html" in result.stdout
    assert "3 questions, 1 of them unanswerable; 3 faults." in result.stdout


def test_a_misspelt_key_is_a_fault_to_validate_and_told_where_a_set_is_asked(workplace: Path, corpus: Path) -> None:
    path = workplace / "set.jsonl"
    path.write_text('{"id": "a", "question": "관장은 누구?", "anwsers": ["윤가람"], "news_category": "문화"}', "utf-8")
    result = run(path, "--validate")
    assert result.exit_code == 2
    assert "set.jsonl row 1 (a): unknown key 'anwsers'; did you mean 'answers'?" in result.stdout
    assert "1 question, 0 of them unanswerable; 1 fault." in result.stdout
    asked = run(path, "--corpus", corpus, "--json")
    assert (asked.exit_code, json.loads(asked.stdout)["n"]) == (0, 1)
    assert "1 row from set.jsonl row 1 on: unknown key 'anwsers'; did you mean 'answers'?" in asked.stderr


def test_validate_of_a_sound_set_is_quiet_and_has_json(corpus: Path, question_set: Path) -> None:
    result = run(question_set, "--corpus", corpus, "--validate", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == {"questions": 3, "faults": []}


def test_validate_without_articles_checks_the_rows_and_says_so(question_set: Path) -> None:
    result = run(question_set, "--validate")
    assert result.exit_code == 0
    assert "Only the rows were checked" in result.stderr


def test_an_article_that_the_corpus_lacks_is_named_by_row_and_nothing_is_scored(workplace: Path, corpus: Path) -> None:
    path = workplace / "set.jsonl"
    path.write_text('{"question": "관장은?", "articles": ["library.html", "libary.html"]}', "utf-8")
    result = run(path, "--corpus", corpus, "--json")
    assert result.exit_code == 2
    assert "set.jsonl row 1 (q1): the archive has no article 'libary.html'" in result.stderr
    assert result.stdout == ""


def test_slice_limit_and_failed_only_choose_what_is_asked(workplace: Path, corpus: Path, question_set: Path) -> None:
    run(question_set, "--corpus", corpus, "--out", workplace / "first")
    rows = [json.loads(row) for row in (workplace / "first" / "questions.jsonl").read_text("utf-8").splitlines()]
    rows[1]["failure"] = "as if it had been wrong"
    (workplace / "first" / "questions.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")

    def asked(*options: object) -> int:
        result = run(question_set, "--corpus", corpus, "--json", *options)
        assert result.exit_code == 0, result.output
        return int(json.loads(result.stdout)["n"])

    assert asked("--slice", "lang=ko") == 2
    assert asked("--slice", "lang=ko", "--limit", 1) == 1
    assert asked("--failed-only", workplace / "first") == 1


def test_a_finished_run_is_not_replaced_by_one_of_its_questions(
    workplace: Path, corpus: Path, question_set: Path
) -> None:
    out = workplace / "run"
    run(question_set, "--corpus", corpus, "--out", out)
    refused = run(question_set, "--corpus", corpus, "--out", out, "--limit", 1)
    assert refused.exit_code == 2
    assert "2 of its 3 questions would be lost" in refused.stderr
    assert "Indexed" not in refused.stderr
    assert len((out / "questions.jsonl").read_text("utf-8").splitlines()) == 3


def test_a_broken_off_run_is_continued_where_it_stopped(workplace: Path, corpus: Path, question_set: Path) -> None:
    out = workplace / "run"
    assert run(question_set, "--corpus", corpus, "--out", out).exit_code == 0
    finished = [json.loads(row) for row in (out / "questions.jsonl").read_text("utf-8").splitlines()]
    identity = {"identity": _identity_of(out, corpus, question_set)}
    finished[0]["answer"] = "as it was answered before the break"
    lines = [json.dumps(identity), json.dumps(finished[0]), json.dumps(finished[1])[:40]]
    (out / "unfinished.jsonl").write_text("\n".join(lines), "utf-8")
    again = run(question_set, "--corpus", corpus, "--out", out)
    assert "Continuing a run: 1 question answered already." in again.stderr
    rows = [json.loads(row) for row in (out / "questions.jsonl").read_text("utf-8").splitlines()]
    assert rows[0]["answer"] == "as it was answered before the break"
    assert [row["id"] for row in rows] == ["lantern", "library", "none"]
    assert not (out / "unfinished.jsonl").exists()


def _identity_of(out: Path, corpus: Path, question_set: Path) -> object:
    """The first line that a run of the same kind writes, caught by breaking it off at its first question."""
    hostile = question_set.with_name("hostile.jsonl")
    hostile.write_text('{"question": "x"}', "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("eval.runs.runner.Runner.run", _break_off)
        run(hostile, "--corpus", corpus, "--out", out.with_name("broken-off"))
    return json.loads((out.with_name("broken-off") / "unfinished.jsonl").read_text("utf-8").splitlines()[0])["identity"]


def _break_off(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_squad_set_brings_its_own_articles(workplace: Path) -> None:
    paragraph = {
        "context": "솔섬 등대는 1911년 3월에 처음 불을 밝혔다. 등대지기는 두 명이었다.",
        "qas": [
            {
                "id": "s1",
                "question": "솔섬 등대는 언제 처음 불을 밝혔나?",
                "answers": [{"text": "1911년 3월", "answer_start": 8}],
            }
        ],
    }
    other = {"context": "한빛강에는 다리가 네 개 있다. 가장 오래된 것은 새벽교이다.", "qas": []}
    path = workplace / "squad.json"
    entries = [{"title": "솔섬 등대", "paragraphs": [paragraph]}, {"title": "한빛강", "paragraphs": [other]}]
    path.write_text(json.dumps({"version": "1", "data": entries}, ensure_ascii=False), "utf-8")
    result = run(path, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["retrieval"]["hit_rate@1"] == 1.0
    assert "Indexed" in result.stderr


def test_a_judge_without_a_language_model_exits_with_two(corpus: Path, question_set: Path) -> None:
    result = run(question_set, "--corpus", corpus, "--judge")
    assert result.exit_code == 2
    assert "llm_url" in result.stderr


def test_a_gate_is_made_raised_and_lowered_only_when_told(workplace: Path, corpus: Path, question_set: Path) -> None:
    gate = workplace / "gate.toml"
    made = run(question_set, "--corpus", corpus, "--gate", gate, "--update-gate")
    assert made.exit_code == 0, made.output
    assert '"retrieval.hit_rate@1" = 1.0' in gate.read_text("utf-8")
    assert run(question_set, "--corpus", corpus, "--gate", gate).exit_code == 0

    gate.write_text('"retrieval.hit_rate@1" = 0.5  # kept\n"answers.contains" = 1.0\nn = 4\n', "utf-8")
    raised = run(question_set, "--corpus", corpus, "--gate", gate, "--update-gate")
    assert raised.exit_code == 1
    assert "n is 3, must be at least 4" in raised.stderr
    assert '"retrieval.hit_rate@1" = 1.0  # kept' in gate.read_text("utf-8")
    lowered = run(question_set, "--corpus", corpus, "--gate", gate, "--update-gate", "--lower-floors")
    assert lowered.exit_code == 0
    assert "n = 3" in gate.read_text("utf-8")


@pytest.mark.parametrize(("out", "told"), [("run", "What was answered is kept in run"), (None, "Nothing is kept")])
def test_breaking_off_is_no_missed_gate(
    question_set: Path, monkeypatch: pytest.MonkeyPatch, out: str | None, told: str
) -> None:
    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "ask", broken_off)
    result = run(question_set, *(("--out", out) if out else ()))
    assert (result.exit_code, told in result.stderr) == (2, True)

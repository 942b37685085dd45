from pathlib import Path
from typing import Any

import pytest

from app.settings import Settings


@pytest.fixture
def archive(settings: Settings) -> Path:
    return settings.archive_dir


def test_the_json_is_the_contracts(newschat: Any, archive: Path) -> None:
    record = newschat("ask", "When is the Riverlink assembly?", "--archive", archive, "--json").json
    assert list(record) == [
        "question",
        "language",
        "answer",
        "short_answer",
        "answered",
        "as_of",
        "dates",
        "citations",
        "passages",
        "notices",
        "timings_ms",
    ]
    assert record["answered"] is True
    assert record["dates"] == ["2025-09-29/2025-10-01"]
    assert record["as_of"] == "2025-01-21"
    (citation,) = record["citations"]
    assert list(citation) == [
        "marker",
        "article_id",
        "path",
        "title",
        "publisher",
        "published_at",
        "url",
        "quote",
        "start",
        "end",
    ]
    assert (citation["path"], citation["published_at"]) == ("assembly.txt", "2025-01-21T18:35:19")
    assert set(record["passages"][0]) == {"passage_id", "article_id", "path", "score"}


def test_people_see_the_short_answer_the_quote_and_the_source(newschat: Any, archive: Path) -> None:
    outcome = newschat("ask", "하천도시협의회 총회는 언제 열려?", "--archive", archive)
    lines = outcome.out.splitlines()
    assert "2025년 9월 29일 ~ 10월 1일" in lines[0]
    assert "[1]" in outcome.out
    assert "assembly.txt" in outcome.out
    assert outcome.err == ""


def test_people_see_the_nearest_articles_labelled_when_there_is_no_answer(newschat: Any, archive: Path) -> None:
    outcome = newschat("ask", "비트코인 시세 얼마야?", "--archive", archive)
    assert outcome.code == 0
    assert "답은 아닙니다" in outcome.out


def test_without_an_archive_the_command_that_makes_one_is_named(newschat: Any, tmp_path: Path) -> None:
    outcome = newschat("ask", "언제?", "--archive", tmp_path / "none")
    assert outcome.code == 1
    assert "newschat index" in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1


def test_another_embedders_archive_is_refused_with_the_command_that_rebuilds(
    newschat: Any, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCHAT_EMBEDDING_MODEL", "some/other-model")
    outcome = newschat("ask", "언제?", "--archive", archive)
    assert outcome.code == 1
    assert "--rebuild" in outcome.err


@pytest.mark.parametrize("arguments", [["ask"], ["ask", " "], ["search", ""], ["frobnicate"], ["index", "--no-such"]])
def test_wrong_usage_exits_with_2(newschat: Any, arguments: list[str]) -> None:
    outcome = newschat(*arguments)
    assert outcome.code == 2
    assert outcome.err


def test_a_model_endpoint_needs_both_settings(newschat: Any, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCHAT_LLM_URL", "http://127.0.0.1:9/v1")
    outcome = newschat("ask", "언제?", "--archive", archive)
    assert outcome.code == 1
    assert "llm_model" in outcome.err


def test_escape_sequences_in_an_argument_are_not_echoed(newschat: Any, tmp_path: Path) -> None:
    outcome = newschat("ask", "언제?", "--archive", tmp_path / "\x1b]0;title\x07")
    assert outcome.code == 1
    assert "\x1b" not in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1

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
        "alternatives",
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
        "also_in",
        "versions",
    ]
    assert citation["also_in"] == citation["versions"] == []
    assert (citation["path"], citation["published_at"]) == ("assembly.txt", "2025-01-21T18:35:19")
    assert set(record["passages"][0]) == {"passage_id", "article_id", "path", "score", "also_in", "versions"}


REFERENCE = ["article_id", "path", "title", "publisher", "published_at", "url"]


def test_the_json_names_every_copy_of_what_is_cited_and_found(newschat: Any, story_settings: Settings) -> None:
    asked = ("ask", "솔섬 여객선 뱃삯은 얼마로 올라?", "--archive", story_settings.archive_dir, "--json")
    record = newschat(*asked).json
    (citation,) = record["citations"]
    assert [list(copy) for copy in citation["also_in"]] == [REFERENCE] * 6
    assert citation["path"] not in {copy["path"] for copy in citation["also_in"]}
    (passage, *_) = [one for one in record["passages"] if one["path"] == citation["path"]]
    assert passage["also_in"] == citation["also_in"]
    days = [copy["published_at"] for copy in citation["also_in"]]
    assert days == sorted(days)
    urls = {citation["url"], *(copy["url"] for copy in citation["also_in"])}
    assert urls == {f"https://outlet.example/{day}" for day in range(1, 8)}


def test_the_json_names_the_versions_of_the_story(newschat: Any, story_settings: Settings) -> None:
    question = "버들동 도금공장 염산 누출로 병원에 옮겨진 직원은 몇 명이야?"
    record = newschat("ask", question, "--archive", story_settings.archive_dir, "--json").json
    versions = record["citations"][0]["versions"]
    assert [list(version) for version in versions] == [REFERENCE] * 2
    assert [version["published_at"] for version in versions] == ["2025-06-11T09:00:00", "2025-06-12T15:00:00"]
    assert record["citations"][0]["article_id"] == versions[-1]["article_id"]
    assert any("정정" in notice for notice in record["notices"])


def test_people_see_the_other_outlets_and_the_earlier_version(newschat: Any, story_settings: Settings) -> None:
    archive = ("--archive", story_settings.archive_dir)
    ferry = newschat("ask", "솔섬 여객선 뱃삯은 얼마로 올라?", *archive).out
    assert "    같은 기사: " in ferry
    assert "외 1곳" in ferry
    leak = newschat("ask", "버들동 도금공장 염산 누출로 병원에 옮겨진 직원은 몇 명이야?", *archive).out
    assert "! [1] 기사는 2025년 6월 11일에 나온 앞선 보도를 바로잡은 정정 기사입니다." in leak
    assert "    앞선 보도: [속보] 버들동 도금공장서 염산 새어 3명 병원행 (2025년 6월 11일)  wire.jsonl#1" in leak


def test_people_see_the_short_answer_the_quote_and_the_source(newschat: Any, archive: Path) -> None:
    outcome = newschat("ask", "하천도시협의회 총회는 언제 열려?", "--archive", archive)
    lines = outcome.out.splitlines()
    assert "2025년 9월 29일부터 10월 1일까지" in lines[0]
    assert "[1]" in outcome.out
    assert "assembly.txt" in outcome.out
    assert outcome.err == ""


def test_people_see_the_other_sentences_beside_a_doubtful_answer(newschat: Any, archive: Path) -> None:
    lines = newschat("ask", "새 도서관 부관장은 누구야?", "--archive", archive).out.splitlines()
    lead = lines.index("다음 문장이 답일 수도 있습니다.")
    assert lines[lead + 1].startswith(" -  ")
    assert lines[lead + 1].endswith("[2]")
    (source,) = [line for line in lines if line.startswith("[1][2] ")]  # one article, told once
    assert lines.index(source) > lead


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


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_too_long_to_be_read_is_refused_not_cut(newschat: Any, command: str) -> None:
    outcome = newschat(command, "총회 " * 400)
    assert outcome.code == 2
    assert "1,199 characters; the most is 1,000" in outcome.err
    assert newschat(command, " " * 2000 + "총회" + " " * 2000).code == 1  # read, but there is no archive


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

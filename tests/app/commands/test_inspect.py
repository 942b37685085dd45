from pathlib import Path
from typing import Any


def test_the_json_is_the_article(newschat: Any, corpus: Path) -> None:
    record = newschat("inspect", corpus / "assembly.txt", "--json").json
    assert list(record) == [
        "title",
        "body",
        "published_at",
        "updated_at",
        "authors",
        "publisher",
        "url",
        "language",
        "captions",
        "dropped",
    ]
    assert record["published_at"] == "2025-01-21T18:35:19"
    assert (record["authors"], record["publisher"]) == (["김가온"], "한빛일보")
    assert "무단전재" not in record["body"]
    assert any("무단전재" in drop["text"] for drop in record["dropped"])


def test_people_see_what_was_left_out_and_why(newschat: Any, corpus: Path) -> None:
    out = newschat("inspect", corpus / "assembly.txt").out
    assert "Left out" in out
    assert "copyright" in out


def test_a_file_of_several_articles_shows_them_all(newschat: Any, tmp_path: Path) -> None:
    row = '{{"title": "제목 {0}", "body": "본문 {0}이다. 시는 {0}일 이렇게 밝혔다.", "date": "2025-01-0{0}"}}\n'
    file = tmp_path / "wire.jsonl"
    file.write_text(row.format(1) + row.format(2), "utf-8")
    articles = newschat("inspect", file, "--json").json["articles"]
    assert [article["title"] for article in articles] == ["제목 1", "제목 2"]


def test_a_file_that_cannot_be_read_is_one_clear_line(newschat: Any, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_bytes(b"")
    outcome = newschat("inspect", file)
    assert outcome.code == 1
    assert len(outcome.err.strip().splitlines()) == 1


def test_control_characters_of_an_article_do_not_reach_the_terminal(newschat: Any, tmp_path: Path) -> None:
    file = tmp_path / "evil.md"
    file.write_text("# 제목\n\n본문이 여기 있다. \x1b[2J\x1b[31m지워졌다. 끝난 줄 알았다.", "utf-8")
    assert "\x1b" not in newschat("inspect", file).out

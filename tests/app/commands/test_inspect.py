import os
import zipfile
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


def test_what_an_outlet_adds_to_every_article_is_listed_once_an_archive_knows_it(newschat: Any, tmp_path: Path) -> None:
    note = "이 기사는 하루뉴스와 해담대학교가 함께 만드는 지역 이야기 연재물이다."
    folder, archive = tmp_path / "scraps", tmp_path / "archive"
    folder.mkdir()
    for number, word in enumerate("가나다라마바사아자차카타"):
        body = "\n\n".join(f"{word}동은 {part} 사업을 {word}동에서 시작한다고 밝혔다." for part in "강산들숲섬골")
        (folder / f"{number}.md").write_text(
            f"---\ntitle: {word}동\npublisher: 하루뉴스\n---\n{body}\n\n{note}\n", "utf-8"
        )
    assert note in newschat("inspect", folder / "0.md", "--archive", archive, "--json").json["body"]
    newschat("index", folder, "--archive", archive)
    record = newschat("inspect", folder / "0.md", "--archive", archive, "--json").json
    assert note not in record["body"]
    assert {"text": note, "reason": "in many articles of the outlet", "line": None} in record["dropped"]
    (archive / "catalog.sqlite").write_bytes(b"no database")
    damaged = newschat("inspect", folder / "0.md", "--archive", archive)
    assert "shown without what the archive knows" in damaged.err
    assert note in damaged.out


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


def test_pieces_left_out_for_one_reason_are_one_line_with_their_lines(newschat: Any, tmp_path: Path) -> None:
    file = tmp_path / "dump.txt"
    file.write_text(
        "물빛축제 17일 개막\n입력 2025-05-02 18:35\n"
        "해담시는 오는 17일 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다.\n"
        "좋아요 1\n슬퍼요 0\n화나요 0\n많이 본 기사\n서린시 도서관 새로 문 열어\n",
        "utf-8",
    )
    out = newschat("inspect", file).out
    assert "Left out: 3 reaction counter, 1 dateline" in out
    (line,) = [line for line in out.splitlines() if line.startswith("  lines 4-6")]
    assert line.split(maxsplit=2)[2] == "reaction counter              좋아요 1 · 슬퍼요 0 · 화나요 0"


def test_an_archive_shows_each_article_by_its_path_and_what_was_skipped(newschat: Any, tmp_path: Path) -> None:
    file = tmp_path / "saved.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.md", "# 제목\n\n본문이 여기 있다. 끝난 줄 알았다.")
        archive.writestr("photo.png", b"\x89PNG")
    out = newschat("inspect", file).out
    assert "== saved.zip#a.md" in out
    assert "Skipped: 1 of 2 parts\n  saved.zip#photo.png: the file is a PNG image" in out
    record = newschat("inspect", file, "--json").json
    assert [article["path"] for article in record["articles"]] == ["saved.zip#a.md"]


def test_a_pipe_is_not_waited_for(newschat: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    outcome = newschat("inspect", "pipe.txt")
    assert (outcome.code, "no regular file" in outcome.err) == (1, True)

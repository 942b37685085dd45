from typing import Any

from app.settings import Settings


def test_hits_are_one_an_article_best_first(newschat: Any, settings: Settings) -> None:
    record = newschat("search", "하천도시협의회 총회", "-k", "5", "--archive", settings.archive_dir, "--json").json
    assert record["query"] == "하천도시협의회 총회"
    assert list(record["hits"][0]) == ["path", "article_id", "title", "published_at", "score", "text"]
    assert record["hits"][0]["path"] == "assembly.txt"
    assert len({hit["path"] for hit in record["hits"]}) == len(record["hits"])


def test_people_see_titles_and_paths(newschat: Any, settings: Settings) -> None:
    out = newschat("search", "도서관", "--archive", settings.archive_dir).out
    assert "1. 새 도서관, 내년 3월 문 연다" in out
    assert "library.md" in out

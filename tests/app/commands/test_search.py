from typing import Any

from app.settings import Settings


def test_hits_are_one_an_article_best_first(newschat: Any, settings: Settings) -> None:
    record = newschat("search", "하천도시협의회 총회", "-k", "5", "--archive", settings.archive_dir, "--json").json
    assert record["query"] == "하천도시협의회 총회"
    fields = ["path", "article_id", "title", "published_at", "score", "text", "also_in", "versions"]
    assert list(record["hits"][0]) == fields
    assert record["hits"][0]["path"] == "assembly.txt"
    assert len({hit["path"] for hit in record["hits"]}) == len(record["hits"])


def test_people_see_titles_and_paths(newschat: Any, settings: Settings) -> None:
    out = newschat("search", "도서관", "--archive", settings.archive_dir).out
    assert "1. 새 도서관, 내년 3월 문 연다" in out
    assert "library.md" in out


def test_a_hit_names_its_copies_and_the_versions_of_its_story(newschat: Any, story_settings: Settings) -> None:
    def hits(query: str) -> Any:
        return newschat("search", query, "--archive", story_settings.archive_dir, "--json").json["hits"]

    ferry = hits("솔섬 여객선 뱃삯")[0]
    assert len(ferry["also_in"]) == 6
    assert set(ferry["also_in"][0]) == {"article_id", "path", "title", "publisher", "published_at", "url"}
    leak = hits("버들동 도금공장 염산 누출 병원")
    assert leak[0]["title"].startswith("[정정]")
    assert [version["path"] for version in leak[0]["versions"]] == ["wire.jsonl#1", "wire.jsonl#2"]
    assert "wire.jsonl#1" not in {hit["path"] for hit in leak}


def test_features_stand_beside_them(newschat: Any, story_settings: Settings) -> None:
    arguments = ("search", "솔섬 여객선", "--archive", story_settings.archive_dir, "--explain", "--json")
    assert list(newschat(*arguments).json["hits"][0])[-3:] == ["also_in", "versions", "features"]


def test_people_read_them_in_the_language_of_the_query(newschat: Any, story_settings: Settings) -> None:
    archive = ("--archive", story_settings.archive_dir)
    assert "   같은 기사: " in newschat("search", "솔섬 여객선 뱃삯", *archive).out
    english = newschat("search", "ferry fare Solseom", *archive).out
    assert "   Also in: " in english
    assert " and 1 more" in english

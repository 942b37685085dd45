import csv
from datetime import date

import pytest

from indexing.errors import ReadingError
from indexing.reading.readers import read_file


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "cp949"])
def test_a_crawler_s_table_has_an_article_a_row(delimiter: str, codec: str) -> None:
    header = delimiter.join(("언론사", "기사제목", "일자", "본문", "URL"))
    row = delimiter.join(
        (
            "하루뉴스",
            "물빛축제 개막",
            "20250502",
            '"시는 2일 ""축제를 연다""고 밝혔다.\n올해로 열두 번째다."',
            "https://haru.example/1",
        )
    )
    reading = read_file(f"{header}\r\n{row}\r\n{delimiter * 4}\r\n".encode(codec), "wire.csv")
    (article,) = reading.articles
    assert article.path == "wire.csv#2"
    assert article.body == '시는 2일 "축제를 연다"고 밝혔다.\n\n올해로 열두 번째다.'
    assert (article.title, article.publisher, article.published_on) == ("물빛축제 개막", "하루뉴스", date(2025, 5, 2))
    assert [item.path for item in reading.skipped] == ["wire.csv#3"]


def test_a_table_from_bigkinds_states_reporter_and_day_as_it_does() -> None:
    content = (
        "뉴스 식별자,일자,언론사,기고자,제목,본문\n011.2025,20250502.0,하루뉴스,최하나,축제,시는 오늘 이렇게 밝혔다.\n"
    )
    (article,) = read_file(content.encode("cp949"), "NewsResult.csv").articles
    assert (article.published_at, article.authors) == (date(2025, 5, 2), ("최하나",))


def test_a_table_without_texts_says_which_columns_it_wants() -> None:
    with pytest.raises(ReadingError, match=r"본문.*its first line: name,age"):
        read_file(b"name,age\nkim,3\n", "people.csv")


def test_a_field_too_large_for_a_table_does_not_hide_the_rows_before_it() -> None:
    content = f'title,body\n가,시는 오늘 이렇게 밝혔다.\n나,"{"가" * 200_000}"\n'.encode()
    before = csv.field_size_limit(131_072)  # Python's own; reading a question set raises it for the whole process
    try:
        reading = read_file(content, "wire.csv")
    finally:
        csv.field_size_limit(before)
    assert [article.title for article in reading.articles] == ["가"]
    assert "field larger" in reading.skipped[0].reason


def test_a_table_that_breaks_off_is_said_to_be_cut_off() -> None:
    whole = "제목,본문,날짜\n가,시는 오늘 이렇게 밝혔다.,2025-01-21\n나,시는 오늘 저렇게 밝혔다.,2025-01-22"
    assert read_file(whole.encode(), "wire.csv").skipped == ()
    reading = read_file(whole[:-15].encode(), "wire.csv")
    assert [article.path for article in reading.articles] == ["wire.csv#2", "wire.csv#3"]
    assert [(part.path, part.reason.split(";")[0]) for part in reading.skipped] == [
        ("wire.csv", "the file ends within row 3")
    ]

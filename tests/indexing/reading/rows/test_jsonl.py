import json
from datetime import date

import pytest

from indexing.errors import ReadingError
from indexing.reading.rows.jsonl import read_json, read_jsonl

BODY = "해담시는 물빛축제를 연다고 밝혔다.\n입장은 무료라고 시는 덧붙였다."


def row(**columns: object) -> str:
    return json.dumps(columns, ensure_ascii=False)


@pytest.mark.parametrize("unit", ["시는 9월에 축제를 연다고 밝혔다. ", "<p>시</p>"])
def test_a_text_longer_than_any_article_is_refused(unit: str) -> None:
    with pytest.raises(ReadingError, match=r"more than the 300,000 of one article"):
        read_jsonl(row(title="축제", body=unit * 400_000), "a.jsonl")


def test_one_bad_row_is_skipped_by_name_and_the_others_are_read() -> None:
    text = "\n".join([row(title="하나", body=BODY), "", "{broken", row(title="셋"), "[1]", row(title="넷", body=BODY)])
    reading = read_jsonl(text, "wire.jsonl")
    assert [(article.path, article.title) for article in reading.articles] == [
        ("wire.jsonl#1", "하나"),
        ("wire.jsonl#6", "넷"),
    ]
    assert [part.path for part in reading.skipped] == ["wire.jsonl#3", "wire.jsonl#4", "wire.jsonl#5"]
    assert [part.reason.split(" ")[0] for part in reading.skipped] == ["broken", "no", "not"]


def test_rows_that_break_off_are_said_to_be_cut_off() -> None:
    text = "\n".join([row(title="하나", body=BODY), row(title="둘", body=BODY)])
    reading = read_jsonl(text[:-10], "wire.jsonl")
    assert [article.path for article in reading.articles] == ["wire.jsonl#1"]
    (part,) = reading.skipped
    assert part.path == "wire.jsonl"
    assert part.reason.startswith("the file ends within row 2, broken JSON")
    assert [part.path for part in read_jsonl(text[:-10] + "\n", "wire.jsonl").skipped] == ["wire.jsonl#2"]


@pytest.mark.parametrize(
    "columns",
    [
        {"title": "축제", "body": BODY, "published_at": "2025-05-02", "authors": ["최하나"], "publisher": "하루뉴스"},
        {"headline": "축제", "content": BODY, "date": "2025.05.02", "byline": "최하나 기자", "press": "하루뉴스"},
        {"제목": "축제", "본문": BODY, "일자": "2025년 5월 2일", "기자": "최하나", "언론사": "하루뉴스"},
        {"Title": "축제", "Text": BODY, "Pub-Date": "20250502", "author": {"name": "최하나"}, "press": "하루뉴스"},
        {"제목": "축제", "본문": BODY, "일자": 20250502, "기고자": "최하나 기자", "언론사": "하루뉴스"},
        {"기사제목": "축제", "기사내용": BODY, "기사날짜": "20250502", "기자이름": "최하나", "언론사명": "하루뉴스"},
        {"보도제목": "축제", "전문": BODY, "보도일자": "2025.05.02", "글쓴이": "최하나", "보도매체": "하루뉴스"},
        {"nttSj": "축제", "nttCn": BODY, "frstRegisterPnttm": "2025-05-02", "wrter": "최하나", "press_nm": "하루뉴스"},
        {"news_title": "축제", "newsBody": BODY, "date": "2025-05-02", "writer": "최하나", "mediaName": "하루뉴스"},
    ],
)  # fmt: skip
def test_columns_are_known_by_many_names(columns: dict[str, object]) -> None:
    article = read_jsonl(row(**columns, link="https://haru.example/1"), "wire.jsonl").articles[0]
    assert article.title == "축제"
    assert article.body == BODY.replace("\n", "\n\n")
    assert article.published_at == date(2025, 5, 2)
    assert (article.authors, article.publisher, article.url) == (("최하나",), "하루뉴스", "https://haru.example/1")


def test_seconds_since_1970_are_a_time_on_korea_s_clock_in_a_korean_article() -> None:
    article = read_json(row(title="축제", body=BODY, timestamp=1746140400, updated="2025-05-02T01:00:00Z"), "a.json")
    assert str(article.articles[0].published_at) == "2025-05-02 08:00:00+09:00"
    assert str(article.articles[0].updated_at) == "2025-05-02 10:00:00+09:00"


@pytest.mark.parametrize("stated", ["지난 화요일", 7, int("9" * 320)])
def test_a_date_that_cannot_be_read_is_kept_in_sight(stated: str | int) -> None:
    article = read_json(row(title="축제", body=BODY, date=stated), "a.json").articles[0]
    assert article.published_at is None
    assert [(part.text, part.reason) for part in article.dropped] == [(str(stated)[:200], "unreadable date")]


def test_columns_that_state_no_field_are_kept_in_sight_and_short() -> None:
    others = {"tags": ["축제", {"name": "등"}], "조회수": 352, "empty": "", "none": None, "raw": "<b>가</b>" * 1_000}
    (article,) = read_jsonl(row(title="축제", body=BODY, **others), "a.jsonl").articles
    dropped = {part.reason: part.text for part in article.dropped}
    assert dropped.keys() == {"column tags", "column 조회수", "column raw"}
    assert (dropped["column tags"], dropped["column 조회수"]) == ("축제, 등", "352")
    assert len(dropped["column raw"]) <= 200


def test_of_endless_columns_the_first_are_listed() -> None:
    (article,) = read_jsonl(row(title="축제", body=BODY, **{f"c{n}": n for n in range(1_000)}), "a.jsonl").articles
    assert len(article.dropped) == 50


def test_markup_and_notices_in_a_text_column_are_taken_out() -> None:
    notice = "저작권자 © 하루뉴스 무단전재 금지"
    body = f"<p>해담시는 물빛축제를 연다고 밝혔다.</p><p>입장은 무료다. 누구나 갈 수 있다.<br>{notice}</p>"
    article = read_json(row(title="축제", body=body), "a.json").articles[0]
    assert article.body == "해담시는 물빛축제를 연다고 밝혔다.\n\n입장은 무료다. 누구나 갈 수 있다."
    assert article.publisher == "하루뉴스"


def test_signs_of_html_are_read_in_every_field() -> None:
    """As the search interfaces of portals write them."""
    article = read_json(
        row(
            title="<b>예산안</b> &quot;통과&quot; &amp; 반발",
            body="해담시는 R&amp;D 예산을 늘린다고 밝혔다.\n&quot;끝이 아니다&quot;라고&nbsp;시장이 말했다.",
            press="하루&amp;뉴스",
            author="<em>최하나</em> 기자",
            caption="&lt;사진&gt; 시청",
        ),
        "a.json",
    ).articles[0]
    assert article.title == '예산안 "통과" & 반발'
    assert article.body == '해담시는 R&D 예산을 늘린다고 밝혔다.\n\n"끝이 아니다"라고 시장이 말했다.'
    assert (article.publisher, article.authors, article.captions) == ("하루&뉴스", ("최하나",), ("<사진> 시청",))


def test_a_title_of_nothing_but_markup_is_no_title() -> None:
    empty = read_json(row(title="<p></p>", body=BODY), "a.json").articles[0].title
    assert empty == "해담시는 물빛축제를 연다고 밝혔다."
    endless = read_json(row(title="<b>가</b>" * 1_000_000, body=BODY), "a.json").articles[0].title
    assert endless == "가" * 300


def test_a_missing_title_is_the_first_sentence() -> None:
    assert read_json(row(body=BODY), "a.json").articles[0].title == "해담시는 물빛축제를 연다고 밝혔다."


def test_arrays_and_objects_around_arrays_number_their_items() -> None:
    items = [{"title": "하나", "body": BODY}, {"title": "둘"}]
    for value in (items, {"total": 2, "articles": items}):
        reading = read_json(json.dumps(value), "all.json")
        assert [article.path for article in reading.articles] == ["all.json#1"]
        assert [part.path for part in reading.skipped] == ["all.json#2"]


def test_articles_are_found_in_the_objects_that_an_interface_wraps_them_in() -> None:
    items = [{"id": 1, "title": "하나", "body": BODY}, {"id": 2, "title": "둘", "body": BODY}]
    value = {"meta": {"content": "utf-8"}, "response": {"total": 2, "body": {"list": items}}}
    assert [article.path for article in read_json(row(**value), "all.json").articles] == ["all.json#1", "all.json#2"]
    (article,) = read_json(row(result={"code": 0, "article": items[0]}), "one.json").articles
    assert (article.path, article.title) == ("one.json", "하나")


def test_a_text_in_pieces_is_whole() -> None:
    """As Telegram exports a channel."""
    pieces = ["해담시는 ", {"type": "bold", "text": "물빛축제"}, "를 연다고 밝혔다.\n\n입장은 무료다."]
    value = {"name": "하루뉴스", "messages": [{"id": 1, "date": "2025-05-02T10:00:00", "text": pieces}]}
    (article,) = read_json(row(**value), "result.json").articles
    assert article.body == "해담시는 물빛축제를 연다고 밝혔다.\n\n입장은 무료다."
    assert read_json(row(title="축제", paragraphs=BODY.split("\n")), "a.json").articles[0].body == BODY.replace(
        "\n", "\n\n"
    )


def test_an_address_in_the_column_of_the_text_is_none() -> None:
    with pytest.raises(ReadingError, match="no text"):
        read_json(row(제목="축제", 원문="https://haru.example/1"), "a.json")


def test_corpora_made_for_research_are_read() -> None:
    first, second = BODY.split("\n")
    paper = {"title": "하루뉴스 2025년 기사", "author": "최하나", "publisher": "하루뉴스", "date": "20250502"}
    forms = [
        {"id": "NW.1.1", "form": "물빛축제 열린다"},
        {"id": "NW.1.2", "form": first},
        {"id": "NW.1.3", "form": second},
    ]
    institute = {
        "id": "NW",
        "metadata": {"title": "신문 말뭉치"},
        "document": [{"metadata": paper, "paragraph": forms}],
    }
    (article,) = read_json(row(**institute), "NW.json").articles
    assert (article.title, article.publisher, article.authors) == ("물빛축제 열린다", "하루뉴스", ("최하나",))
    assert (article.published_at, article.body) == (date(2025, 5, 2), f"물빛축제 열린다\n\n{first}\n\n{second}")
    sentences = [[{"index": 0, "sentence": first}, {"index": 1, "sentence": second}]]
    hub = {"documents": [{"media_name": "하루뉴스", "publish_date": "2025-05-02", "title": "축제", "text": sentences}]}
    (article,) = read_json(row(**hub), "train.json").articles
    assert (article.publisher, article.body) == ("하루뉴스", f"{first} {second}")
    reading = {"data": [{"doc_title": "축제", "doc_source": "하루뉴스", "paragraphs": [{"context": BODY, "qas": []}]}]}
    (article,) = read_json(row(**reading), "mrc.json").articles
    assert (article.title, article.publisher, article.body) == ("축제", "하루뉴스", f"{first}\n\n{second}")
    (article,) = read_jsonl(row(_id="a", _source={"title": "축제", "content": BODY}), "dump.jsonl").articles
    assert article.title == "축제"


@pytest.mark.parametrize(
    "value",
    [
        {"a1": {"title": "하나", "body": BODY}, "a2": {"title": "둘", "body": BODY}},
        {"title": {"0": "하나", "1": "둘"}, "body": {"0": BODY, "1": BODY}, "date": {"0": "2025-05-02", "1": None}},
        {"title": ["하나", "둘"], "body": [BODY, BODY], "note": "두 건"},
        {"columns": ["title", "body"], "index": [0, 1], "data": [["하나", BODY], ["둘", BODY]]},
    ],
    ids=["by key", "by column", "in lists", "without names"],
)
def test_articles_are_told_apart_however_a_table_is_written(value: dict[str, object]) -> None:
    articles = read_json(row(**value), "all.json").articles
    assert [(article.path, article.title) for article in articles] == [("all.json#1", "하나"), ("all.json#2", "둘")]


def test_wordpress_keeps_title_and_text_in_objects() -> None:
    post = {
        "date": "2025-05-02T10:00:00",
        "title": {"rendered": "축제"},
        "content": {"rendered": BODY, "protected": False},
    }
    (article,) = read_json(row(**post), "post.json").articles
    assert (article.title, article.body) == ("축제", BODY.replace("\n", "\n\n"))


def test_what_a_search_found_is_read_by_its_first_lines() -> None:
    """As Naver's interface answers; of a channel, the description is no article."""
    item = {"title": "<b>축제</b>", "originallink": "https://haru.example/1", "description": BODY.split("\n")[0]}
    for value in (
        {"total": 1, "items": [item]},
        {"channel": {"title": "하루뉴스", "description": "새 글", "item": [item]}},
    ):
        (article,) = read_json(row(**value), "found.json").articles
        assert (article.title, article.body, article.dropped) == ("축제", BODY.split("\n")[0], ())
    (article,) = read_json(row(title="축제", body=BODY, summary="축제가 열린다."), "a.json").articles
    assert [part.reason for part in article.dropped] == ["column summary"]


def test_beside_a_known_column_one_of_a_longer_name_is_of_something_else() -> None:
    (article,) = read_json(row(news_title="다른 제목", title="축제", body=BODY), "a.json").articles
    assert article.title == "축제"


@pytest.mark.parametrize("related", [[], [{"title": "사과 축제", "body": "온내군은 사과 축제를 연다고 밝혔다."}]])
@pytest.mark.parametrize("key", ["news", "items", "data"])
def test_a_list_beside_an_article_s_text_is_of_related_ones(key: str, related: list[object]) -> None:
    (article,) = read_json(row(title="하나", body=BODY, **{key: related}), "one.json").articles
    assert (article.path, article.title) == ("one.json", "하나")


def test_an_address_in_the_place_of_the_outlet_is_shown_as_such() -> None:
    source = "https://haru.example/list?page=1"
    rows = [
        {"title": "하나", "body": BODY, "source": source},
        {"title": "둘", "body": BODY, "source": source, "매체": "하루뉴스"},
        {"title": "셋", "body": BODY, "press": "https://haru.example", "url": "https://haru.example/3"},
    ]
    first, second, third = read_jsonl("\n".join(row(**columns) for columns in rows), "a.jsonl").articles
    assert [article.url for article in (first, second, third)] == [source, source, "https://haru.example/3"]
    assert [article.publisher for article in (first, second, third)] == [None, "하루뉴스", None]
    assert first.article_id != second.article_id, "a list that several name would cost all but one of them"


def test_one_object_is_one_article_without_a_number() -> None:
    assert read_json(row(title="하나", body=BODY), "one.json").articles[0].path == "one.json"


def test_a_line_separator_inside_a_string_does_not_end_the_row() -> None:
    assert len(read_jsonl('{"title": "하나", "body": "첫 줄이다.\u2028둘째 줄이다."}', "a.jsonl").articles) == 1


@pytest.mark.parametrize(
    "text", ["[]", "[1, 2]", '{"a": ', "[" * 100_000, '{"title": "제목뿐"}', '[{"n": ' + "9" * 5_000 + "}]"]
)
def test_json_without_an_article_says_what_is_wrong(text: str) -> None:
    with pytest.raises(ReadingError, match=r"JSON|no text|no article text"):
        read_json(text, "a.json")


def test_a_file_of_bad_rows_names_the_first() -> None:
    with pytest.raises(ReadingError, match=r"2 rows.*a\.jsonl#1"):
        read_jsonl("{bad\n{worse", "a.jsonl")

import json
from datetime import date

from indexing.reading.pages.page import parsed_page
from indexing.reading.pages.script_payload import payload_draft

TEXTS = tuple(f"해담시는 {n}일 물빛축제 준비 상황을 설명하고 의견을 들었다고 밝혔다." for n in range(1, 7))
HTML = "".join(f"<p>{text}</p>" for text in TEXTS)


def script(source: str, kind: str = "") -> str:
    return f"<html><body><script type='{kind}'>{source}</script></body></html>"


def test_a_long_text_in_a_state_object_is_the_body_and_its_object_dates_it() -> None:
    state = {"view": {"article": {"title": "물빛축제", "publishedAt": "2025-05-02", "content": HTML}}}
    draft = payload_draft(parsed_page(script(f"window.__STATE__ = {json.dumps(state, ensure_ascii=False)};")))
    assert draft is not None
    assert (draft.title, draft.published_at, draft.paragraphs) == ("물빛축제", date(2025, 5, 2), TEXTS)


def test_texts_at_the_same_place_of_a_list_are_the_body_and_those_of_related_articles_are_not() -> None:
    related = [{"lead": "서린시는 오늘 도서관을 다시 열었다고 길게 밝혔다. " * 30}]
    state = {"blocks": [{"kind": "text", "value": text} for text in TEXTS], "relatedArticles": related}
    draft = payload_draft(parsed_page(script(json.dumps(state), "application/json")))
    assert draft is not None
    assert draft.paragraphs == TEXTS


def test_json_in_a_string_and_a_text_row_of_a_stream_are_read() -> None:
    quoted = json.dumps(json.dumps({"body": HTML}))
    draft = payload_draft(parsed_page(script(f"var state = JSON.parse({quoted});")))
    assert draft is not None
    assert draft.paragraphs == TEXTS
    row = f"a:T{len(HTML.encode()):x},{HTML}1:null\n"
    stream = script(f"self.__next_f.push([1,{json.dumps(row)}])")
    draft = payload_draft(parsed_page(stream.replace("</p>", "<\\/p>")))
    assert draft is not None
    assert draft.paragraphs == TEXTS


def test_a_script_without_sentences_holds_no_article() -> None:
    assert (
        payload_draft(parsed_page(script("var menu = " + json.dumps([{"name": f"메뉴 {n}"} for n in range(99)]))))
        is None
    )

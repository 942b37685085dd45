import pytest

from indexing.reading.pages.page import frames, parsed_page, take_captions, take_comments, take_other_articles
from indexing.reading.text.rendering import rendered_text


def test_readings_of_ruby_go_and_their_base_stays() -> None:
    page = parsed_page("<p><ruby>市長<rp>(</rp><rt>しちょう</rt><rp>)</rp></ruby>は述べた。</p>")
    assert rendered_text(page) == "市長は述べた。"


def test_the_lead_after_a_caption_begins_a_line_of_its_own() -> None:
    page = parsed_page("<div>앞말<span class=photo_desc>첫 삽을 뜨는 시장</span>시는 2일 밝혔다.</div>")
    assert take_captions(page) == ["첫 삽을 뜨는 시장"]
    assert rendered_text(page) == "앞말\n시는 2일 밝혔다."


def test_an_element_named_a_caption_that_holds_the_article_stays() -> None:
    page = parsed_page(f"<div class=caption>{'시는 2일 밝혔다. ' * 100}</div>")
    assert take_captions(page) == []
    assert rendered_text(page).startswith("시는 2일 밝혔다.")


def test_an_appended_article_goes_and_one_around_the_title_stays() -> None:
    page = parsed_page(
        "<main><article><h1>물빛축제 개막</h1><p>본문</p></article>"
        "<article><h1>다른 소식</h1><p>다른 본문</p></article></main>"
    )
    assert take_other_articles(page, "물빛축제 개막") == ["다른 소식"]
    assert rendered_text(page) == "물빛축제 개막\n본문"


def test_without_a_heading_that_is_the_title_nothing_is_taken_for_another_article() -> None:
    page = parsed_page(
        "<article><h1>소제목</h1><p>본문</p></article><article><h1>둘째 소제목</h1><p>본문</p></article>"
    )
    assert take_other_articles(page, "물빛축제 개막") == []


def test_advertisements_and_menus_of_an_accelerated_page_go() -> None:
    page = parsed_page("<amp-sidebar>정치</amp-sidebar><p>시는 2일 밝혔다.</p><amp-ad>지금 신청하세요.</amp-ad>")
    assert rendered_text(page) == "시는 2일 밝혔다."


def test_frames_that_a_file_fills_are_named() -> None:
    page = parsed_page("<iframe src='view.html'></iframe><iframe src='about:blank'></iframe><iframe></iframe>")
    assert frames(page) == ["view.html"]


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x1f", "&#1;", "&#x1F;", "&#00031;"])
def test_control_characters_do_not_reach_the_tree_however_they_are_written(control: str) -> None:
    page = parsed_page(
        f"<p>시<rt>어</rt>{control}장<span class=photo_desc>그림</span>{control}은 &#39;예&#39;라 했다.</p>"
    )
    assert take_captions(page) == ["그림"]
    assert rendered_text(page) == "시장\n은 '예'라 했다."


def test_what_readers_wrote_goes_unless_the_article_stands_in_it() -> None:
    page = parsed_page(
        "<body class='comments-open'><div id=reply><h1>개막</h1><p>축제가 열린다.</p></div>"
        "<div class='comment-list'><h4>댓글 2</h4><p class=comment>꼭 가 보고 싶습니다.</p></div>"
        "<p class=commentary>전망</p></body>"
    )
    assert take_comments(page) == ["댓글 2꼭 가 보고 싶습니다."]
    assert rendered_text(page).split("\n") == ["개막", "축제가 열린다.", "전망"]

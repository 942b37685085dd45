from indexing.reading.pages.lost_paragraphs import as_shown_apart, with_lost_paragraphs
from indexing.reading.pages.page import parsed_page
from indexing.reading.text.rendering import ShownLine, shown_lines

TEXTS = [f"해담시는 {n}일 물빛축제 준비 상황을 설명하고 의견을 들었다고 밝혔다." for n in range(1, 7)]


def lines(html: str) -> list[ShownLine]:
    return shown_lines(parsed_page(html))


def test_a_paragraph_that_stands_as_the_found_ones_is_put_back_in_its_place() -> None:
    halves = "".join(f"<p class=t>{text}</p>" for text in TEXTS[:3]), "".join(f"<p class=t>{t}</p>" for t in TEXTS[3:])
    page = lines(f"<div class=b>{halves[0]}</div><div class=ad>광고</div><div class=b>{halves[1]}</div>")
    assert with_lost_paragraphs([*TEXTS[:2], TEXTS[3], TEXTS[5]], page) == TEXTS


def test_a_sentence_that_stands_elsewhere_is_not_the_article_s() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXTS[:5])
    page = lines(f"<div class=b>{paragraphs}</div><div class=reply><p>{TEXTS[5]}</p></div>")
    assert with_lost_paragraphs(TEXTS[:5], page) == TEXTS[:5]


def test_a_caption_glued_to_the_lead_is_taken_apart_as_the_page_shows_it() -> None:
    page = lines(f"<div>첫 삽을 뜨는 시장<br>{TEXTS[0]}</div>")
    assert as_shown_apart([f"첫 삽을 뜨는 시장{TEXTS[0]}", TEXTS[1]], page) == ["첫 삽을 뜨는 시장", TEXTS[0], TEXTS[1]]

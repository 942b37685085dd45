"""Page forms of Korean news sites, in `pages/`: the article comes out whole and alone from each, and from its text dump.

Each file is the skeleton of a page as systems build it, with `$title` and the like where the story goes. Half are stored
as CP949. A new form is one more file there.
"""

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template

import pytest
from bs4 import BeautifulSoup

from indexing.article import Article
from indexing.reading.readers import read_file

PAGES = Path(__file__).with_name("saved")
FORMS = sorted(path.stem for path in PAGES.glob("*.html"))
DRAWN_BY_SCRIPT = {form for form in FORMS if form.startswith("script_")}
ELSEWHERE = (
    "사과 축제",
    "도서관 새로",
    "목공소",
    "빨래방",
    "손두부",
    "창업 가게",
    "인공지능이 고른",
    "동네 사람들",
    "비트코인",
)
UNDATED = {"magazine_sections"}
"""Forms that state no date; an article from them has none."""


@dataclass(frozen=True)
class Story:
    title: str
    deck: str
    reporter: str
    mail: str
    outlet: str
    iso: str
    caption: str
    paragraphs: tuple[str, ...]

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.iso)


STORIES = [
    Story(**{**story, "paragraphs": tuple(story["paragraphs"])})
    for story in tomllib.loads((PAGES / "stories.toml").read_text("utf-8")).values()
]


def page(form: str) -> tuple[str, Story]:
    """A form filled with one of the stories."""
    story = STORIES[FORMS.index(form) % len(STORIES)]
    return Template((PAGES / f"{form}.html").read_text("utf-8")).substitute(fields(story)), story


def stored(form: str, html: str) -> bytes:
    """Every second form in CP949, whatever it declares; what that cannot write is a character reference."""
    return html.encode("cp949", "xmlcharrefreplace") if FORMS.index(form) % 2 else html.encode()


def fields(story: Story) -> dict[str, str]:
    texts = [escape(text, quote=False) for text in story.paragraphs]
    first, *rest = texts
    moment = story.moment
    html = "".join(f"<p>{text}</p>" for text in texts)
    rows = [["$", "p", str(n), {"children": text}] for n, text in enumerate(story.paragraphs)]
    flight = (
        "3:" + json.dumps(["$", "article", None, {"className": "body", "children": rows}], ensure_ascii=False) + "\n"
    )
    elements = [{"type": "text", "content": text} for text in story.paragraphs]
    card = (
        '<div class="card"><a href="/9"><img src="x.jpg"><strong>한빛면 사과 축제에 이틀 동안 1만명</strong></a></div>'
    )
    middle = len(texts) // 2
    return {
        "title": escape(story.title), "deck": escape(story.deck), "reporter": story.reporter, "mail": story.mail,
        "outlet": story.outlet, "iso": story.iso, "caption": story.caption,
        "year": f"{moment:%Y}", "month": str(moment.month), "month2": f"{moment:%m}", "day": str(moment.day),
        "day2": f"{moment:%d}", "clock": f"{moment:%H:%M}", "weekday": "월화수목금토일"[moment.weekday()],
        "half": f"오{'전' if moment.hour < 12 else '후'} {moment.hour if moment.hour <= 12 else moment.hour - 12}:{moment:%M}",
        "dotted": f"{moment:%Y.%m.%d %H:%M}", "plain": f"{moment:%Y-%m-%d %H:%M:%S}",
        "plain_minute": f"{moment:%Y-%m-%d %H:%M}", "compact": f"{moment:%Y%m%d%H%M%S}",
        "first": first, "rest": "\n".join(f"<p>{text}</p>" for text in rest), "rest_br": "<br><br>".join(rest),
        "p": "\n".join(f"<p>{text}</p>" for text in texts), "br": "<br><br>\n".join(texts),
        "nbsp_br": "<br>&nbsp;<br>".join(f"&nbsp;{text}" for text in texts),
        "divs": "".join(f"<div>{text}</div><div><br></div>" for text in texts),
        "lead_tag_p": f"<p>[{story.outlet}] {first}</p>" + "".join(f"<p>{text}</p>" for text in rest),
        "mso_p": "".join(f"<p class=MsoNormal><span lang=KO style='font-size:11.0pt'>{t}</span></p>" for t in texts),
        "ruby_p": "".join(f"<p>{re.sub('시', '<ruby>시<rp>(</rp><rt>市</rt><rp>)</rp></ruby>', t, count=1)}</p>" for t in texts),
        "p_with_cards": card.join(f"<p>{text}</p>" for text in texts),
        "split": "<div class=part>" + "".join(f"<p>{t}</p>" for t in texts[:middle])
        + "</div><div class=ad><div><span>광고</span></div></div><div class=part>"
        + "".join(f"<p>{t}</p>" for t in texts[middle:]) + "</div>",
        "flight": json.dumps(flight, ensure_ascii=False), "json_title": json.dumps(story.title, ensure_ascii=False)[1:-1],
        "json_html": json.dumps(html, ensure_ascii=False), "json_elements": json.dumps(elements, ensure_ascii=False),
    }  # fmt: skip


def dump(html: str) -> str:
    """The page as a simple scraper saves it: all text, a line a block."""
    soup = BeautifulSoup(html.removeprefix('<?xml version="1.0" encoding="euc-kr"?>'), "lxml")
    for element in soup.find_all(["script", "style", "head", "template", "noscript"]):
        element.decompose()
    for element in soup.find_all(
        ["p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "td", "tr", "dd", "dt", "figure"]
    ):
        element.insert_before("\n")
        element.insert_after("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


def body_f1(found: str, story: Story) -> float:
    """F1 of character 4-grams, as Korean bodies are compared; title, deck, lead tag and sign-off cost nothing."""
    wanted = grams(" ".join(story.paragraphs))
    leads = f"[해담={story.outlet}] {story.reporter} 기자 = [앵커] [리포트] ◀ END ▶ {story.outlet} 뉴스 {story.reporter}입니다."
    allowed = wanted + grams(story.deck) + grams(story.title) + grams(leads)
    got = grams(found)
    recall = (got & wanted).total() / wanted.total()
    precision = (got & allowed).total() / max(1, got.total())
    return 2 * precision * recall / max(1e-9, precision + recall)


def grams(text: str) -> Counter[str]:
    letters = re.sub(r"\W", "", text)
    return Counter(letters[i : i + 4] for i in range(len(letters) - 3))


def read(content: bytes, path: str) -> Article:
    return read_file(content, path).articles[0]


@pytest.mark.parametrize("form", FORMS)
def test_the_article_comes_out_of_the_page_whole_and_alone(form: str) -> None:
    html, story = page(form)
    article = read(stored(form, html), "page.html")
    assert body_f1(article.body, story) >= 0.97, article.body
    assert not [words for words in ELSEWHERE if words in article.body]
    assert article.title.removeprefix("[단독] ") == story.title
    if form not in UNDATED:
        assert article.published_on == story.moment.date()
    assert set(article.authors) <= {story.reporter}


@pytest.mark.parametrize("form", [form for form in FORMS if form not in DRAWN_BY_SCRIPT])
def test_the_article_comes_out_of_a_text_dump_of_the_page(form: str) -> None:
    html, story = page(form)
    article = read(dump(html).encode(), "page.txt")
    assert body_f1(article.body, story) >= 0.95, article.body
    assert not [words for words in ELSEWHERE if words in article.body]


def test_there_are_enough_forms_and_stories() -> None:
    assert len(FORMS) >= 30
    assert len(STORIES) % 2 == 0 or len(FORMS) > len(STORIES)

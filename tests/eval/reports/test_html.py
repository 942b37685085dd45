import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from app.answering.answer import Answer, Citation, RetrievedPassage
from eval.comparison import Comparison, Difference, Flip
from eval.question_set.question import Question, Relevant
from eval.reports.html import PLOTTED, SHOWN_DETAILS, TILES, Piece, html_report, marked
from eval.runs.runner import QuestionResult, Run
from eval.summary import summarise
from eval.verdict import ANSWERED_IN_VAIN, ARTICLE_MISSED, WRONG_ANSWER

MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]

FACTS: Mapping[str, Any] = {
    "name": "first",
    "question_sets": ["sample.jsonl", "more.jsonl"],
    "archive": {"articles": 12, "passages": 30, "fingerprint": "0123456789abcdef", "embedder": "bundled"},
    "newschat": "0.1.0",
    "finished": "2025-09-29T09:00:00+00:00",
}

HOSTILE = (
    "<script>document.title='run'</script>",
    '"><img src=http://outside.example/x.png onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</p></article></style><style>body{background:url(http://outside.example/y.png)}</style>",
    "<!-- <![CDATA[ &lt;b&gt; &amp; ]]>",
    "{{ 7*7 }}{% for %}{# #}",
    "javascript:alert(1)",
    "http://outside.example/?a=1&b=2",
)
LOADING = {"src", "srcset", "href", "data", "action", "formaction", "poster", "background", "ping", "manifest"}


def report(run: Run, comparison: Comparison | None = None, facts: Mapping[str, Any] = FACTS) -> str:
    return html_report(run, summarise(run.results), facts, comparison)


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def text_of(element: etree._Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def section_of(page: str, heading: str) -> html.HtmlElement:
    (section,) = parsed(page).xpath(f"//section[h2[starts-with(., '{heading}')]]")
    return section


def shape(page: str) -> list[tuple[str, list[str]]]:
    """Every element with the names of its attributes, comments included."""
    return [(str(element.tag), sorted(element.attrib)) for element in parsed(page).iter()]


def written(text: str) -> tuple[Run, Comparison, Mapping[str, Any]]:
    """A run, its comparison and its facts, with the text wherever a set, an article, a model or a user can put it."""
    passage = RetrievedPassage(
        *("p", "a", f"{text}/a.html"),
        title=text,
        publisher=text,
        published_at=None,
        url=text,
        text=f"앞 {text} 사이 {text}! 뒤",
        start=0,
        end=10,
        score=0.5,
    )
    question = Question(
        *(f"1 {text}", f"질문 {text}", f"lang {text}", f"type {text}"),
        answers=(f"답 {text}", text),
        qrels=(Relevant((f"{text}/a.html",)), Relevant((f"다른 {text}",))),
        quote=f"앞 {text}",
        date=text,
        slices=(f"slice {text}",),
        history=(f"먼저 {text}",),
    )
    answer = Answer(
        *(text, text, f"글 {text}"),
        short_answer="다른 대답",
        answered=True,
        citations=(Citation(1, passage, f"{text}!", 0, 5),),
        dates=(text,),
        notices=(text,),
        passages=(passage, replace(passage, path=f"두 {text}", title=f"둘째 {text}")),
    )
    silent = replace(answer, citations=(), short_answer=None, passages=())
    scores = {"verdict.right": 0.0, "answers.contains": 0.0}
    results = (
        QuestionResult(question, answer, scores, 3.0),
        QuestionResult(replace(question, id=f"2 {text}", slices=()), silent, scores, None),
    )
    comparison = Comparison(
        *(text, (Difference(f"answers.{text}", 0.0, 1.0, 0.5),), (Flip(f"1 {text}", text, {f"answers.{text}": 1}),)),
        shared=1,
        unshared=1,
    )
    facts = {**FACTS, "name": text, "question_sets": [text], "finished": text, "newschat": text}
    return Run(results), comparison, {**facts, "archive": {"articles": 1, "fingerprint": text, "embedder": text}}


@pytest.fixture
def mixed(make_answer: MakeAnswer, make_run: MakeRun) -> Run:
    """Two right, one of them declined; one whose article was missed, one found but wrong, one answered in vain."""
    return make_run(
        (
            Question(
                "right", "어디?", "ko", "where", answers=("서울",), qrels=(Relevant(("gold.html",)),), answerable=True
            ),
            make_answer("서울", found=["gold.html"], quotes=["서울에서 연다."], total_ms=100),
        ),
        (
            Question("found", "Where?", "en", "where", answers=("Busan",), qrels=(Relevant(("gold.html",)),)),
            make_answer("Seoul", found=["x.html", "gold.html"], quotes=["A passage"], total_ms=300),
        ),
        (
            Question("missed", "언제?", "ko", answers=("어제",), qrels=(Relevant(("gold.html",)),), date="2025-09"),
            make_answer("내일", found=["x.html"]),
        ),
        (
            Question("vain", "누가?", "ko", answerable=False, slices=("typo",)),
            make_answer("이순신", text="이순신이다."),
        ),
        (Question("declined", "왜?", "ko", answerable=False), make_answer(answered=False)),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text: str) -> None:
    run, comparison, facts = written(text)
    tame = "x" * len(text)  # as long, for what is cut by length
    plain_run, plain_comparison, plain_facts = written(tame)
    page, plain = report(run, comparison, facts), report(plain_run, plain_comparison, plain_facts)
    assert shape(page) == shape(plain)
    assert text_of(parsed(page)).count(text) == text_of(parsed(plain)).count(tame) > 20
    titles = [title for title in parsed(page).xpath("//@title") if text in title]
    assert len(titles) == len([title for title in parsed(plain).xpath("//@title") if tame in title]) > 0


@settings(max_examples=25)  # two pages each
@given(st.text(st.sampled_from("<>&\"'/=!-[]{}%# \nab가"), min_size=1, max_size=20))
def test_no_text_adds_an_element_or_an_attribute(text: str) -> None:
    tame = "".join(character if character.isspace() else "x" for character in text)
    assert shape(report(*written(f"a{text}b"))) == shape(report(*written(f"a{tame}b")))


def loaded_by(page: str) -> list[str]:
    """Everything that a browser would fetch or run."""
    document = parsed(page)
    found = [
        f"<{element.tag}>" for element in document.iter("script", "link", "img", "iframe", "object", "embed", "base")
    ]
    for element in document.iter(etree.Element):
        for name, value in element.attrib.items():
            if name.startswith("on") or (name in LOADING and not (element.tag == "a" and value.startswith("#"))):
                found.append(f"{element.tag} {name}={value}")
    styles = [*document.xpath("//style/text()"), *document.xpath("//@style")]
    return found + [style for style in styles if re.search(r"url\s*\(|@import|image-set|src\s*:", style)]


@pytest.mark.parametrize("text", ["x", *HOSTILE])
def test_the_page_fetches_and_runs_nothing(text: str) -> None:
    run, comparison, facts = written(text)
    page = report(run, comparison, facts)
    assert loaded_by(page) == []
    assert "<script" not in page
    (policy,) = parsed(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy


def test_what_would_be_fetched_is_seen() -> None:
    page = "<p><img src=x><a href='http://x' onclick='y'>z</a><style>p{background:url(x)}</style><script>1</script>"
    assert len(loaded_by(page)) == 6


def test_the_top_names_the_run_its_sets_archive_and_version(mixed: Run) -> None:
    page = parsed(report(mixed))
    assert page.xpath("string(//title)") == "newschat eval: first"
    header = text_of(page.xpath("//header")[0])
    assert header.startswith(
        "first 5 questions of sample.jsonl, more.jsonl · archive of 12 articles (corpus 0123456789ab )"
    )
    assert header.endswith("embedding bundled · newschat 0.1.0 · 2025-09-29T09:00:00+00:00")


def tiles_of(page: str) -> list[str]:
    return [text_of(tile) for tile in parsed(page).xpath("//section[@class='tiles']/div")]


def test_the_figures_on_top_are_those_that_are_scored(mixed: Run) -> None:
    tiles = tiles_of(report(mixed))
    assert tiles[0] == "40% right answers of 5"
    assert "33% right article first of 3" in tiles
    assert "67% right article found of 3" in tiles
    assert "0% dates right of 1" in tiles
    assert tiles[-1] == "200 ms median answer (95% within 290 ms)"
    without_dates = Run(mixed.results[:2])
    assert not [tile for tile in tiles_of(report(without_dates)) if "dates right" in tile]
    assert not [tile for tile in tiles_of(report(without_dates)) if "declines" in tile]


def test_every_figure_on_top_and_every_plotted_one_is_a_figure_of_the_summary(mixed: Run) -> None:
    figures = summarise(mixed.results).figures
    assert {name for name, _, _ in TILES} | {name for name, _ in PLOTTED} <= set(figures)


def test_slices_are_plotted_with_their_interval_within_the_scale(mixed: Run) -> None:
    plots = section_of(report(mixed), "By slice").xpath(".//div[starts-with(@class, 'plot ')]")
    rows = {text_of(row.find("span")): row for row in plots[0].findall("div")}
    assert list(rows) == [
        *("all", "lang=en", "lang=ko", "answerable=false", "answerable=true", "type=where", "slice=typo")
    ]
    assert [text_of(row) for row in rows.values()] == [
        *("all 5 40%", "lang=en 1 0%", "lang=ko 4 50%", "answerable=false 2 50%", "answerable=true 1 100%"),
        *("type=where 2 50%", "slice=typo 1 0%"),
    ]
    assert rows["answerable=true"].get("title") == "answerable=true: 1.000, 95% interval 1.00 to 1.00"
    for row in rows.values():
        interval, mean = row.findall("svg/rect")
        low, width, at = float(interval.get("x")), float(interval.get("width")), float(mean.get("x")) + 0.35
        assert 0 <= low <= at + 0.01 <= low + width + 0.02 <= 100.02
    assert float(rows["all"].find("svg/rect").get("width")) > 0


def test_a_measure_without_any_score_has_no_plot_and_the_first_that_has_one_is_shown(mixed: Run) -> None:
    section = section_of(report(Run(mixed.results[:2])), "By slice")
    labels = [text_of(label) for label in section.iter("label")]
    assert labels == [title for name, title in PLOTTED if name != "dates.accuracy"]
    assert section.xpath(".//input[@checked]/@id") == ["plot-1"]
    names = [element.get("class").split()[1] for element in section.xpath(".//div[starts-with(@class, 'plot ')]")]
    assert names == section.xpath(".//input/@id")


def test_a_run_with_nothing_scored_says_so_by_showing_no_figure(make_answer: MakeAnswer, make_run: MakeRun) -> None:
    page = report(make_run((Question("q", "어디?", "ko"), make_answer("서울"))))
    assert tiles_of(page) == []
    assert section_of(page, "By slice").xpath(".//input") == []
    assert "None: every question that has gold" in text_of(section_of(page, "Wrong answers"))
    assert text_of(section_of(page, "All questions")).count("not scored") == len(summarise([]).figures)


def test_a_run_without_a_question_is_still_a_page() -> None:
    assert "0 questions of" in text_of(parsed(report(Run(()))))


def test_wrong_answers_are_counted_by_reason_and_shown_worst_first(mixed: Run) -> None:
    section = section_of(report(mixed), "Wrong answers")
    assert [text_of(line) for line in section.xpath("./p[b]")] == [
        *(f"1 · {ARTICLE_MISSED}", f"1 · {ANSWERED_IN_VAIN}", f"1 · {WRONG_ANSWER}")
    ]
    assert section.xpath("./article/@id") == ["q-missed", "q-vain", "q-found"]
    assert "None:" not in text_of(section)


def test_a_wrong_answer_stands_beside_its_gold_with_what_was_cited_and_retrieved(mixed: Run) -> None:
    (article,) = parsed(report(mixed)).xpath("//article[@id='q-found']")
    assert text_of(article.find("header")) == "Where? found"
    gold, answer = (text_of(side) for side in article.findall(".//dl"))
    assert gold == "gold Busan gold article gold.html"
    assert answer == "answer Seoul cited [1] A passage gold.html"
    assert text_of(article.find(".//summary")) == "Retrieved: 1. A headline · 2. A headline ✓"
    assert [text_of(item) for item in article.findall(".//li")] == [
        "x.html 2025-09-01 · 1.000 A passage of x.html.",
        "gold.html ✓ 2025-09-01 · 1.000 A passage of gold.html.",
    ]
    assert [mark.text for mark in article.findall(".//li//mark")] == ["A passage", "A passage"]


def test_an_answer_without_citations_shows_its_text_and_an_unanswerable_question_that_it_has_no_gold(
    mixed: Run,
) -> None:
    (article,) = parsed(report(mixed)).xpath("//article[@id='q-vain']")
    gold, answer = (text_of(side) for side in article.findall(".//dl"))
    assert gold == "gold (not in the archive)"
    assert answer == "answer 이순신 said 이순신이다."
    assert text_of(article.find(".//summary")) == "Retrieved: nothing"


def test_the_turns_before_a_question_are_shown_in_order(make_answer: MakeAnswer, make_run: MakeRun) -> None:
    question = Question("q", "장소는?", "ko", answers=("서울",), history=("무엇?", "언제?"))
    page = report(make_run((question, make_answer("부산"))))
    assert text_of(parsed(page).xpath("//article//h3")[0]) == "무엇? → 언제? → 장소는?"


def test_a_run_without_wrong_answers_says_so(mixed: Run) -> None:
    section = section_of(report(Run((mixed.results[0], mixed.results[4]))), "Wrong answers")
    assert "None: every question that has gold was answered right." in text_of(section)
    assert section.findall("article") == []
    assert section.findall(".//mark") == []


def test_all_questions_are_listed_with_their_scores(mixed: Run) -> None:
    table = section_of(report(mixed), "All questions").find(".//table")
    rows = [[text_of(cell) for cell in row] for row in table.findall("tr")[1:]]
    assert rows == [
        ["right", "어디?", "서울", "✓", "✓", "✓", "–", "100"],
        ["found", "Where?", "Seoul", "✗", "✗", "✗", "–", "300"],
        ["missed", "언제?", "내일", "✗", "✗", "✗", "✗", "–"],
        ["vain", "누가?", "이순신", "–", "–", "–", "–", "–"],
        ["declined", "왜?", "(declined)", "–", "–", "–", "–", "–"],
    ]


def test_all_figures_are_listed(mixed: Run) -> None:
    table = section_of(report(mixed), "All questions").findall(".//table")[1]
    rows = {cells[0]: cells[1:] for row in table.findall("tr") if (cells := [text_of(cell) for cell in row])}
    assert list(rows) == list(summarise(mixed.results).figures)
    assert rows["verdict.right"] == ["0.4000", "5"]
    assert rows["judge.correctness"] == ["not scored", "0"]
    assert rows["latency_ms.p50"] == ["200 ms", "2"]


def compared(*flips: Flip, unshared: int = 0) -> Comparison:
    differences = (
        Difference("verdict.right", 0.5, 0.4, 0.25),
        Difference("retrieval.hit_rate@1", 0.2, 0.3333, None),
        Difference("answers.contains", 0.3333, 0.3333, 1.0),
        Difference("dates.accuracy", None, 0.0),
        Difference("judge.correctness", None, None),
        Difference("slices.lang=ko.answers.f1", 0.0, 1.0),
    )
    return Comparison("runs/old", differences, flips, shared=5, unshared=unshared)


def test_without_a_baseline_nothing_is_compared(mixed: Run) -> None:
    page = parsed(report(mixed))
    assert page.xpath("//h2[starts-with(., 'Against')]") == []
    assert "points" not in text_of(page.xpath("//section[@class='tiles']")[0])


def test_a_baseline_shows_what_changed_on_top_and_in_a_table(mixed: Run) -> None:
    page = report(mixed, compared())
    tiles = tiles_of(page)
    assert tiles[0] == "40% right answers of 5 -10.0 points (p = 0.250)"
    assert "33% right article first of 3 +13.3 points" in tiles
    assert "33% answer contained of 3 +0.0 points (p = 1.000)" in tiles
    assert "0% dates right of 1" in tiles
    colours = parsed(page).xpath("//section[@class='tiles']/div/div[contains(., 'points')]/@class")
    assert colours == ["bad", "good", "soft"]
    section = section_of(page, "Against runs/old")
    rows = [[text_of(cell) for cell in row] for row in section.findall(".//tr")[1:]]
    assert rows == [
        ["verdict.right", "0.500", "0.400", "-0.100", "0.250"],
        ["retrieval.hit_rate@1", "0.200", "0.333", "+0.133", ""],
        ["answers.contains", "0.333", "0.333", "", "1.000"],
        ["dates.accuracy", "–", "0.000", "", ""],
    ]
    assert "Asked in both runs" not in text_of(section)
    assert "flipped" not in text_of(section)


def test_a_baseline_of_some_other_questions_is_compared_over_the_shared_ones(mixed: Run) -> None:
    section = section_of(report(mixed, compared(unshared=3)), "Against")
    notice = "Asked in both runs: 5 questions; in one of them only: 3. The changes are of the 5 alone."
    assert notice in text_of(section)


def test_flips_are_listed_in_both_directions(mixed: Run) -> None:
    flips = (Flip("right", "어디?", {"answers.contains": 1}), Flip("found", "Where?", {"answers.f1": 0, "dates.x": 1}))
    section = section_of(report(mixed, compared(*flips)), "Against")
    assert text_of(section.find(".//summary")) == "2 questions flipped"
    rows = [[text_of(cell) for cell in row] for row in section.findall("details//tr")]
    assert rows == [
        ["right", "어디?", "answers.contains 0 → 1"],
        ["found", "Where?", "answers.f1 1 → 0 , dates.x 0 → 1"],
    ]
    assert section.xpath("details//td/span/@class") == ["good", "bad", "good"]


def dead_links(page: str) -> list[str]:
    document = parsed(page)
    names = set(document.xpath("//@id"))
    return [target for target in document.xpath("//a/@href") if unquote(target.removeprefix("#")) not in names]


def test_every_link_leads_somewhere_although_right_answers_have_no_place(mixed: Run) -> None:
    flips = tuple(Flip(one.question.id, "?", {"answers.contains": 1}) for one in mixed.results)
    page = report(mixed, compared(*flips))
    assert dead_links(page) == []
    assert len(parsed(page).xpath("//a")) == 6  # three wrong answers, among the flips and among all questions


def test_a_flood_of_wrong_answers_is_cut_and_counted_and_no_link_leads_to_what_was_cut(
    make_answer: MakeAnswer, make_run: MakeRun
) -> None:
    answer = make_answer("부산")
    run = make_run(*((Question(f"q{row}", "?", "ko", answers=("서울",)), answer) for row in range(SHOWN_DETAILS + 3)))
    page = report(run)
    assert len(parsed(page).xpath("//article")) == SHOWN_DETAILS
    assert "and 3 more: see questions.jsonl." in text_of(section_of(page, "Wrong answers"))
    assert f"{SHOWN_DETAILS + 3} · {WRONG_ANSWER}" in text_of(section_of(page, "Wrong answers"))
    assert dead_links(page) == []
    assert len(parsed(page).xpath("//td/*[@class='bad' and starts-with(., 'q')]")) == SHOWN_DETAILS + 3


def test_ids_are_of_use_once_only(mixed: Run) -> None:
    ids = parsed(report(mixed, compared())).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_passage_is_marked_where_it_holds_the_gold_and_where_it_is_cited() -> None:
    assert marked("가나다라마", "나다", ["다라"]) == [
        Piece("가", ""),
        Piece("나", "gold"),
        Piece("다", "both"),
        Piece("라", "cited"),
        Piece("마", ""),
    ]


@pytest.mark.parametrize(
    ("text", "gold", "cited", "pieces"),
    [
        ("", "가", ["나"], []),
        ("가나", None, [], [Piece("가나", "")]),
        ("가나", "", [""], [Piece("가나", "")]),
        ("가나", "다", ["라"], [Piece("가나", "")]),
        ("가나", "가나", [], [Piece("가나", "gold")]),
        ("가나", "가나", ["가나"], [Piece("가나", "both")]),
        ("가나다", None, ["가", "나"], [Piece("가나", "cited"), Piece("다", "")]),
    ],
)
def test_marks_of_special_cases(text: str, gold: str | None, cited: Sequence[str], pieces: list[Piece]) -> None:
    assert marked(text, gold, cited) == pieces


letters = st.text("가나 ", max_size=12)


@given(letters, st.none() | letters, st.lists(letters, max_size=3))
def test_the_pieces_of_a_passage_join_to_its_text(text: str, gold: str | None, cited: list[str]) -> None:
    pieces = marked(text, gold, cited)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    assert all(one.mark != other.mark for one, other in pairwise(pieces))
    marks = "".join(piece.mark[:1] * len(piece.text) or " " * len(piece.text) for piece in pieces)
    held = [(gold, "gb"), *((quote, "cb") for quote in cited)]
    for quote, kinds in held:
        if quote and quote in text:
            assert set(marks[text.index(quote) : text.index(quote) + len(quote)]) <= set(kinds)
    longest = sum(len(quote) for quote, _ in held if quote and quote in text)
    assert len(marks.replace(" ", "")) <= longest


@pytest.mark.browser
def test_in_a_browser_the_tabs_switch_the_plots_and_nothing_is_fetched_or_complained_of(
    browser: Any, tmp_path: Path, mixed: Run
) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    hostile_run, comparison, facts = written(" ".join(HOSTILE))
    path = tmp_path / "report.html"
    path.write_text(report(Run((*mixed.results, *hostile_run.results)), comparison, facts), "utf-8")
    browser.get(path.as_uri())

    def plot_in_view() -> list[str]:
        plots = browser.find_elements(By.CSS_SELECTOR, ".plot")
        return [plot.get_attribute("aria-label") for plot in plots if plot.is_displayed()]

    titles = [title for _, title in PLOTTED]
    assert plot_in_view() == [f"{titles[0]} by slice"]
    for title in reversed(titles):
        browser.find_element(By.XPATH, f"//label[.='{title}']").click()
        assert plot_in_view() == [f"{title} by slice"]
    browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    assert plot_in_view() == [f"{titles[1]} by slice"]

    link = browser.find_element(By.XPATH, "//summary[contains(., 'questions with their scores')]")
    link.click()
    browser.find_element(By.LINK_TEXT, "missed").click()
    assert browser.execute_script("return document.querySelector(':target').id") == "q-missed"

    assert browser.title == f"newschat eval: {facts['name']}"
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    requests = [one["params"] for one in events if one["method"] == "Network.requestWillBeSent"]
    ours = [one["request"]["url"] for one in requests if one["documentURL"].startswith(path.as_uri())]
    assert {url.partition("#")[0] for url in ours} == {path.as_uri()}

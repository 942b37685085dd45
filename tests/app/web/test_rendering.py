import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer
from app.index_state import CorpusFolder, IndexState
from app.web.rendering import (
    answer_markup,
    apology_markup,
    draft_markup,
    question_markup,
    top_bar,
    top_bar_without_archive,
    trouble_markup,
    welcome_markup,
)
from app.web.wording import WORDINGS
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import (
    AnswerError,
    ArchiveBusyError,
    ArchiveMissingError,
    CorpusMissingError,
    EmbeddingError,
    NewschatError,
    ShrunkenCorpusError,
    UnforeseenError,
)
from indexing.reading.outcome import Skipped
from indexing.report import Changes, IndexReport

OURS = {"div", "h2", "p", "span", "bdi", "strong", "a", "br", "header", "h1", "dl", "dt", "dd"}
WATCHED = CorpusFolder(Path("/news/haean"), watched=True)
EMPTY = Coverage(0, 0, None, None, None)
HELD = Coverage(1234, 4002, date(2024, 11, 3), date(2025, 9, 23), datetime(2025, 9, 24, tzinfo=UTC))


def parsed(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "html.parser")


def classes(soup: BeautifulSoup) -> list[str]:
    return [kind for tag in soup.select("div > p") for kind in tag.get("class", ["text"])]


def test_the_short_answer_comes_first_then_text_then_as_of_then_notices(written: SimpleNamespace) -> None:
    soup = parsed(answer_markup(written.festival("등불축제는 언제 열리나요?"), 1))
    assert classes(soup) == ["short-answer", "text", "text", "as-of", "notice"]
    assert soup.select_one(".short-answer strong").text == "2025년 9월 29일 – 10월 1일"
    assert soup.select_one(".as-of").text == "2025년 9월 23일 기사 기준"
    assert soup.div["lang"] == "ko"


def test_other_sentences_that_may_answer_stand_last_and_link_to_their_sources(written: SimpleNamespace) -> None:
    festival = written.festival("?")
    cited, *others = festival.citations
    hostile = replace(others[1], quote="<script>alert(1)</script>")
    answer = replace(festival, text="사흘 [1]", citations=(cited,), alternatives=(others[0], hostile))
    soup = parsed(answer_markup(answer, 7))
    assert soup.select_one(".answer > :last-child")["class"] == ["alternatives"]
    assert [link["href"] for link in soup.select(".alternatives li a.cite")] == ["#src-7-2", "#src-7-3"]
    assert others[0].quote in soup.select_one(".alternatives li").text
    assert soup.script is None
    assert not parsed(answer_markup(festival, 7)).select(".alternatives")


def test_a_question_is_a_heading_and_an_answer_an_article(written: SimpleNamespace) -> None:
    assert parsed(question_markup("# 언제?\n\n## 어디서?", 100)).h2.text == "# 언제?## 어디서?"
    for markup in (answer_markup(written.ferry("?"), 1), answer_markup(written.not_found("?"), 1)):
        assert parsed(markup).div["role"] == "article"
    assert parsed(draft_markup(written.ferry("?"))).div["role"] == "article"


@pytest.mark.parametrize(("question", "language"), [("축제는 언제?", "ko"), ("When is it?", "en"), ("?", None)])
def test_a_question_says_which_language_it_is_in(question: str, language: str | None) -> None:
    assert parsed(question_markup(question, 100)).select_one(".question").get("lang") == language


def test_korean_that_an_english_answer_quotes_is_marked_as_korean(written: SimpleNamespace) -> None:
    quoted = written.festival("When?").citations[0].quote
    answer = replace(
        written.ferry("When?"),
        short_answer="등불축제",
        text=f"해안일보 said: “{quoted}” [1]",
        notices=("“축제” is a name.",),
    )
    soup = parsed(answer_markup(answer, 1))
    marked = [span.text for span in soup.select("[lang=en] [lang=ko]")]
    assert marked == ["등불축제", "해안일보", quoted.rstrip("."), "축제"]
    korean = parsed(answer_markup(replace(answer, language="ko"), 1))
    assert [span.text for span in korean.select("span")] == ["is a name"]


def test_an_outlets_name_from_right_to_left_leaves_the_date_behind_it_in_order(written: SimpleNamespace) -> None:
    answer = replace(written.festival("?"), text="عالم اليوم, 2025년 6월 10일: “축제는 사흘간 열린다.” [1]")
    assert parsed(answer_markup(answer, 1)).select_one("bdi").text == "عالم اليوم"


def test_each_marker_links_to_the_source_of_its_own_turn(written: SimpleNamespace) -> None:
    soup = parsed(answer_markup(written.festival("언제?"), 7))
    links = [(link.text, link["href"]) for link in soup.select("a.cite")]
    assert links == [("[1]", "#src-7-1"), ("[2]", "#src-7-2"), ("[3]", "#src-7-3")]


def test_a_marker_without_a_citation_stays_plain_text(written: SimpleNamespace) -> None:
    answer = replace(written.ferry("?"), text="Said so. [1] Said otherwise. [9] And [1000].")
    soup = parsed(answer_markup(answer, 1))
    assert [link.text for link in soup.select("a")] == ["[1]"]
    assert soup.select("div > p")[1].text == "Said so. [1] Said otherwise. [9] And [1000]."


def test_a_draft_shows_its_text_without_links(written: SimpleNamespace) -> None:
    soup = parsed(draft_markup(Answer(question="?", language="en", text="Mayor Seo [1]\n\nsaid")))
    assert not soup.select("a")
    assert [paragraph.text for paragraph in soup.select("p")] == ["Mayor Seo [1]", "said"]


def test_an_answer_that_was_not_found_is_told_apart(written: SimpleNamespace) -> None:
    soup = parsed(answer_markup(written.not_found("?"), 1))
    assert "not-found" in soup.div["class"]
    assert not soup.select("a")


def test_an_answer_of_endless_length_is_cut() -> None:
    markup = answer_markup(Answer(question="?", language="en", text="x" * 100_000), 1)
    assert len(markup) < 15_000
    assert parsed(markup).text.endswith("…")


def test_a_question_is_shown_up_to_its_limit() -> None:
    assert parsed(question_markup("가" * 300, 200)).text == "가" * 199 + "…"


def test_an_apology_tells_the_error_in_its_own_words() -> None:
    soup = parsed(apology_markup(WORDINGS["ko"], AnswerError("no <model>\nstart it")))
    assert [paragraph.text for paragraph in soup.select("p")] == ["답하지 못했습니다.", "no <model>start it"]


@given(st.text(), st.text(), st.text(), st.text(max_size=20))
def test_no_text_of_a_model_or_a_user_becomes_markup(text: str, short: str, notice: str, language: str) -> None:
    answer = Answer(question=text, language=language, text=text, short_answer=short, notices=(notice,))
    markups = [
        answer_markup(answer, 1),
        draft_markup(answer),
        question_markup(text, 1_000),
        apology_markup(WORDINGS["en"], notice),
        apology_markup(WORDINGS["ko"], CorpusMissingError(notice, folder=text)),
        top_bar(text, HELD, WORDINGS["en"], WATCHED),
        top_bar("", EMPTY, WORDINGS["en"], CorpusFolder(Path(text), watched=False)),
        top_bar_without_archive(text, NewschatError(notice), WORDINGS["ko"]),
    ]
    for markup in markups:
        tags = [tag for tag in parsed(markup).descendants if isinstance(tag, Tag)]
        assert {tag.name for tag in tags} <= OURS
        assert {name for tag in tags for name in tag.attrs} <= {"class", "lang", "dir", "role"}
        assert re.sub(r"</?[a-z0-9]+(?: (?:class|lang|dir|role)=\"[^\"<>]*\")*>", "", markup).count("<") == 0


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        '<img src="http://outside.example/x.png">',
        "![x](http://outside.example/x.png)",
        "[here](javascript:alert(1))",
        "http://outside.example/ www.outside.example a@outside.example",
        "$$\\href{javascript:alert(1)}{x}$$",
        "</div></div><iframe src=//outside.example>",
        "<!-- \n\n# heading\n\n    code\n\n- list\n\n| a | b |\n|---|---|",
    ],
)
def test_payloads_survive_only_as_text(payload: str) -> None:
    answer = Answer(question=payload, language="en", text=payload, short_answer=payload, notices=(payload,))
    soup = parsed(answer_markup(answer, 1))
    assert not soup.select("a, img, script, iframe, h1, code, ul, table")
    assert soup.select_one(".notice").text.split() == payload.split()


def test_the_top_bar_tells_what_the_archive_covers() -> None:
    soup = parsed(top_bar("Haean <archive>", HELD, WORDINGS["en"], WATCHED))
    assert soup.h1.text == "Haean <archive>"
    facts = {row.dt.text: row.dd.text for row in soup.select("dl > div")}
    assert facts["Articles"] == "1,234"
    assert facts["Covering"] == "3 November 2024 – 23 September 2025"
    assert facts["Last indexed"] == WORDINGS["en"].on(HELD.indexed_at.astimezone())
    assert not soup.select(".empty-archive")


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (IndexState(running=True), "준비 중…"),
        (IndexState(running=True, done=3, total=1_234, failure=NewschatError("x")), "파일 3/1,234 읽는 중"),
        (IndexState(report=IndexReport(1, 9, 0, (), 9, 0.1, Changes(), 9)), "{when} (이후 바뀐 기사 없음)"),
        (
            IndexState(report=IndexReport(1, 9, 0, (), 9, 0.1, Changes(("a",), ("b",), (("c", "d"),), ("e",)), 9)),
            "{when} (1건 추가, 1건 변경, 1건 이동, 1건 삭제)",
        ),
    ],
)
def test_the_top_bar_tells_how_indexing_is_getting_on(state: IndexState, told: str) -> None:
    soup = parsed(top_bar("보관소", HELD, WORDINGS["ko"], WATCHED, state))
    when = WORDINGS["ko"].on(HELD.indexed_at.astimezone())
    assert soup.select("dd")[2].text == told.format(when=when)
    assert not soup.select(".empty-archive")


@pytest.mark.parametrize("language", WORDINGS)
def test_a_failed_index_run_is_told_beside_what_there_is(language: str) -> None:
    unchanged = IndexReport(1, 9, 0, (), 9, 0.1, Changes(), 9)
    state = IndexState(report=unchanged, failure=NewschatError("no <disk>"))
    soup = parsed(top_bar("보관소", HELD, WORDINGS[language], WATCHED, state))
    assert soup.select("dd")[2].text == WORDINGS[language].on(HELD.indexed_at.astimezone())
    assert "no <disk>" in soup.select_one(".empty-archive").text
    gone = ArchiveMissingError("gone")
    assert "no <disk>" in parsed(top_bar_without_archive("보관소", gone, WORDINGS[language], state)).text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            CorpusMissingError("The corpus folder <c> does not exist.", folder="<c>{x}"),
            "기사 폴더가 없습니다: <c>{x}. 폴더를 만들어 기사를 넣거나 다른 폴더를 지정하세요.",
        ),
        (
            ShrunkenCorpusError("6 of 10 …", folder="c", deleted=6, held=10),
            "아카이브의 기사 10건 가운데 6건이 기사 폴더에서 사라져, 지우지 않고 두었습니다: c.",
        ),
        (ArchiveBusyError("The archive is being written."), "다른 프로그램이 이 아카이브를 색인하고 있습니다."),
        (UnforeseenError("The run failed (ValueError: odd)."), "예상하지 못한 문제가 생겼습니다."),
    ],
)
def test_a_korean_page_tells_failures_in_korean(error: NewschatError, told: str) -> None:
    korean, english = WORDINGS["ko"], WORDINGS["en"]
    for markup in (
        top_bar("보관소", HELD, korean, WATCHED, IndexState(failure=error)),
        top_bar_without_archive("보관소", error, korean),
        apology_markup(korean, error),
    ):
        soup = parsed(markup)
        assert told in soup.text
        assert not re.search("[a-z]{4,} [a-z]{2,} [a-z]{2,}", soup.text)
        assert not soup.select("[lang=en]")
    assert str(error) in parsed(top_bar_without_archive("archive", error, english)).text
    assert not parsed(apology_markup(english, error)).select("[lang=ko]")


def test_a_failure_without_korean_words_is_told_in_english_and_marked_so() -> None:
    error = EmbeddingError("The model <m> cannot be loaded. Name another.")
    for markup in (apology_markup(WORDINGS["ko"], error), top_bar_without_archive("보관소", error, WORDINGS["ko"])):
        assert parsed(markup).select_one("[lang=ko] [lang=en]").text == str(error)


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (None, "아직 없음"),
        (IndexReport(0, 0, 0, (), 0, 0.1, Changes(), 0), "아직 없음"),
        (IndexReport(1, 0, 0, (Skipped("x", "empty"),), 0, 0.1, Changes(), 0), "아직 없음 (1건 건너뜀)"),
    ],
)
def test_an_empty_archive_says_what_to_do_and_nothing_that_is_not_so(report: IndexReport | None, told: str) -> None:
    soup = parsed(top_bar("보관소", EMPTY, WORDINGS["ko"], WATCHED, IndexState(report=report)))
    assert [value.text for value in soup.select("dd")] == ["0건", "날짜가 적힌 기사 없음", told]
    assert soup.select_one(".empty-archive").text == "기사를 /news/haean 폴더에 넣으면 저절로 색인됩니다."


def test_of_a_folder_that_nobody_looks_at_an_empty_archive_names_the_button() -> None:
    soup = parsed(top_bar("archive", EMPTY, WORDINGS["en"], CorpusFolder(Path("/news"), watched=False)))
    assert soup.select_one(".empty-archive").text == "Put articles into /news and press Re-index."


@pytest.mark.parametrize("language", WORDINGS)
def test_nobody_is_invited_to_ask_an_empty_archive(language: str) -> None:
    wording = WORDINGS[language]
    assert parsed(welcome_markup(wording)).h2.text == wording.welcome
    assert wording.welcome not in parsed(welcome_markup(wording, articles=False)).text


@pytest.mark.parametrize("language", WORDINGS)
def test_trouble_with_the_server_waits_hidden_in_the_pages_words(language: str) -> None:
    lines = parsed(trouble_markup(WORDINGS[language])).select(f"[lang={language}] p[role=alert][hidden]")
    assert [line.text for line in lines] == [WORDINGS[language].lost, WORDINGS[language].not_done]


def test_an_archive_that_cannot_be_read_shows_why() -> None:
    error = ArchiveMissingError("There is no archive in .newschat yet. Run: newschat index")
    soup = parsed(top_bar_without_archive("보관소", error, WORDINGS["ko"]))
    assert soup.select_one(".empty-archive").text == "아카이브가 없습니다. newschat index를 실행하세요."

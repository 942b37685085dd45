from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.answering.answer import Answer
from eval.question_set.question import Question, Relevant
from eval.reports.junit import junit_xml
from eval.runs.runner import Run
from eval.verdict import WRONG_ANSWER

MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]

HOSTILE = "<script>alert(1)</script> & \"'> ]]> <!-- <![CDATA[ &amp; {{ 7*7 }}"


def parsed(run: Run, suite_name: str = "set.jsonl") -> etree._Element:
    return etree.fromstring(junit_xml(run, suite_name).encode("utf-8"))


@pytest.fixture
def mixed(make_answer: MakeAnswer, make_run: MakeRun) -> Run:
    """One right, two wrong, one that nothing tells."""
    return make_run(
        (Question("q1", "어디?", "ko", "where", answers=("서울",)), make_answer("서울", total_ms=1500)),
        (
            Question(
                *("q2", "Where?", "en"),
                answers=("부산", "Busan"),
                qrels=(Relevant(("b.html", "c.html")),),
                date="2025-09",
                answerable=True,
            ),
            make_answer(
                "서울", text="서울이다 [1].", quotes=["서울에서 연다.", "비가 온다."], found=["b.html"], total_ms=250
            ),
        ),
        (Question("q3", "누가?", "ko", answerable=False), make_answer("이순신", text="이순신이다.")),
        (Question("q4", "왜?", "ko", "why"), make_answer("그냥")),
    )


def test_the_counts_are_those_of_the_run(mixed: Run) -> None:
    document = parsed(mixed)
    (suite,) = document
    assert (document.tag, suite.tag, suite.get("name")) == ("testsuites", "testsuite", "set.jsonl")
    for element in (document, suite):
        counts = {name: element.get(name) for name in ("tests", "failures", "skipped", "errors")}
        assert counts == {"tests": "4", "failures": "2", "skipped": "1", "errors": "0"}
        assert float(element.get("time")) == pytest.approx(1.75)


def test_every_question_is_a_case_named_by_its_id_and_text_in_the_class_of_its_type(mixed: Run) -> None:
    cases = parsed(mixed).findall(".//testcase")
    assert [(case.get("classname"), case.get("name")) for case in cases] == [
        ("ko.where", "q1: 어디?"),
        ("en.question", "q2: Where?"),
        ("ko.question", "q3: 누가?"),
        ("ko.why", "q4: 왜?"),
    ]
    assert [float(case.get("time")) for case in cases] == [1.5, 0.25, 0, 0]


def test_a_right_answer_passes_and_one_that_nothing_tells_is_skipped(mixed: Run) -> None:
    outcomes = [[child.tag for child in case] for case in parsed(mixed).findall(".//testcase")]
    assert outcomes == [[], ["failure"], ["failure"], ["skipped"]]
    assert "no gold" in parsed(mixed).find(".//skipped").get("message")


def test_a_failure_says_why_and_shows_gold_and_answer(mixed: Run) -> None:
    failure, other = parsed(mixed).findall(".//failure")
    assert (failure.get("message"), failure.get("type")) == (WRONG_ANSWER, "wrong")
    assert failure.text.splitlines() == [
        "gold: 부산; Busan (2025-09)",
        "gold articles: b.html; c.html",
        "answer: 서울 | 서울이다 [1].",
        "cited: 서울에서 연다.; 비가 온다.",
    ]
    assert other.text.splitlines() == [
        *("gold: none", "gold articles: none", "answer: 이순신 | 이순신이다.", "cited: none")
    ]


def test_hostile_text_is_text(make_answer: MakeAnswer, make_run: MakeRun) -> None:
    question = Question(HOSTILE, HOSTILE, HOSTILE, HOSTILE, answers=("서울",), qrels=(Relevant((HOSTILE,)),))
    answer = make_answer("부산", text=HOSTILE, quotes=[HOSTILE], found=["x"])
    document = parsed(make_run((question, answer)), HOSTILE)
    assert [element.tag for element in document.iter()] == ["testsuites", "testsuite", "testcase", "failure"]
    assert document[0].get("name") == HOSTILE
    assert document[0][0].get("name") == f"{HOSTILE}: {HOSTILE}"
    assert document[0][0].get("classname") == f"{HOSTILE}.{HOSTILE}"
    assert document.find(".//failure").text.count(HOSTILE) == 3


@given(st.text(st.characters(), min_size=1))
def test_whatever_characters_there_are_the_xml_can_be_read(
    make_answer: MakeAnswer, make_run: MakeRun, text: str
) -> None:
    question = Question(text, text, text, text, answers=("서울",))
    run = make_run((question, make_answer("부산", text=text, quotes=[text])))
    (case,) = parsed(run, text).findall(".//testcase")
    assert len(case.get("name")) == 2 * len(text) + 2
    assert case.find("failure").text.startswith("gold: 서울")


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x0b", "\x1b", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_replaced(make_answer: MakeAnswer, make_run: MakeRun, control: str) -> None:
    question = Question("q", f"a{control}b", "ko", f"t{control}", answers=("서울",))
    document = parsed(make_run((question, make_answer("부산", text=f"c{control}d"))), f"s{control}")
    assert document[0].get("name") == "s�"
    assert document[0][0].get("name") == "q: a�b"
    assert document[0][0].get("classname") == "ko.t�"
    assert "c�d" in document.find(".//failure").text


def test_letters_beyond_the_basic_plane_stay(make_answer: MakeAnswer, make_run: MakeRun) -> None:
    run = make_run((Question("q", "🏮 등불축제 𠮷?", "ko"), make_answer("서울")))
    assert parsed(run).find(".//testcase").get("name") == "q: 🏮 등불축제 𠮷?"


def test_a_run_without_questions_is_an_empty_suite() -> None:
    document = parsed(Run(()))
    assert (document.get("tests"), len(document.findall(".//testcase"))) == ("0", 0)


def test_an_unknown_latency_is_no_time(mixed: Run) -> None:
    run = Run((replace(mixed.results[0], latency_ms=None),))
    assert float(parsed(run).find(".//testcase").get("time")) == 0

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from app.answering.answer import Answer
from eval.comparison import Comparison, Difference, Flip
from eval.question_set import Question
from eval.report import SHOWN_FLIPS, TEXT_LENGTH, print_comparison, print_summary, shown
from eval.runner import run_questions
from eval.summary import summarise


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=80)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_summary_shows_totals_and_slices_within_80_columns(
    console: Console, make_answer: Callable[..., Answer]
) -> None:
    question = Question("q", "어디?", "ko", "where", answers=("서울",), answerable=True)
    run = run_questions([question], lambda _: make_answer("서울", total_ms=12))
    print_summary(console, summarise(run.results))
    lines = printed(console).splitlines()
    assert max(map(len, lines)) <= 80
    assert any("answers.f1" in line and "1.0000" in line for line in lines)
    assert any("dates.accuracy" in line and "not scored" in line for line in lines)
    assert any("latency_ms.p50" in line and "12 ms" in line for line in lines)
    assert any("lang=ko" in line and "1.000" in line and "–" in line for line in lines)
    assert any("type=where" in line for line in lines)


def test_a_comparison_shows_changes_and_flips_and_says_when_sets_differ(console: Console) -> None:
    differences = (Difference("answers.f1", 0.5, 0.75), Difference("slices.lang=ko.answers.f1", 0.5, 0.5))
    flips = (Flip("q7", "어디?", {"answers.contains": 0, "abstention.correct": 1}),)
    print_comparison(console, Comparison("runs/[red]old", differences, flips, shared=9, unshared=2))
    text = printed(console)
    assert "runs/[red]old" in text
    assert "+0.2500" in text
    assert "slices.lang=ko" not in text
    assert "q7: answers.contains 1→0, abstention.correct 0→1  어디?" in text
    assert "2 questions were asked in one of the two runs only" in text


def test_a_comparison_without_flips_says_so(console: Console) -> None:
    print_comparison(console, Comparison("old", (), (), shared=9, unshared=0))
    assert "No question flipped among the 9 shared." in printed(console)


def test_a_flood_of_flips_is_cut_and_counted(console: Console) -> None:
    flips = tuple(Flip(f"q{row}", "?", {"answers.contains": 1}) for row in range(SHOWN_FLIPS + 3))
    print_comparison(console, Comparison("old", (), flips, shared=99, unshared=0))
    assert printed(console).count("answers.contains") == SHOWN_FLIPS
    assert "and 3 more questions flipped" in printed(console)


def test_text_of_a_set_cannot_steer_the_terminal() -> None:
    assert shown("\x1b[2J지움\u202e 두\n줄") == "�[2J지움� 두 줄"
    assert shown("가" * 100) == "가" * TEXT_LENGTH + "…"

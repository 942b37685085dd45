import io
from collections.abc import Callable

import pytest
from rich.console import Console

from app.answering.answer import Answer
from eval.comparison import Comparison, Difference, Flip
from eval.question_set.question import Question, Relevant
from eval.reports.terminal import SHOWN_FLIPS, SLICE_COLUMNS, TEXT_LENGTH, print_comparison, print_summary, shown
from eval.runs.runner import QuestionResult, Run
from eval.summary import GROUPS, figure_names, summarise

MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=80)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def line_of(console: Console, name: str) -> str:
    (line,) = [line for line in printed(console).splitlines() if name in line]
    return line


def words_of(console: Console, name: str) -> list[str]:
    return line_of(console, name).replace("│", " ").split()


@pytest.fixture
def full(make_answer: MakeAnswer, make_run: MakeRun) -> Run:
    """Every figure of the slice table is scored, for one question of two."""
    gold = {"answers": ("서울",), "qrels": (Relevant(("gold.html",)),), "quote": "서울에서 연다.", "date": "2025-09"}
    answer = make_answer("서울", found=["gold.html"], quotes=["서울에서 연다."], dates=["2025-09"], total_ms=12)
    return make_run(
        (Question("a", "어디?", "ko", "where", answerable=True, slices=("typo", "[red]x"), **gold), answer),
        (Question("b", "누가?", "ko", answerable=False), make_answer("이순신", total_ms=1234)),
    )


def test_a_summary_shows_every_total_with_the_number_of_questions_it_stands_on(console: Console, full: Run) -> None:
    print_summary(console, summarise(full.results))
    assert "2 questions" in printed(console).splitlines()[0]
    assert words_of(console, "answers.f1") == ["answers.f1", "1.0000", "1"]
    assert words_of(console, "verdict.right") == ["verdict.right", "0.5000", "2"]
    assert words_of(console, "abstention.precision") == ["abstention.precision", "not", "scored", "0"]
    assert words_of(console, "latency_ms.p50") == ["latency_ms.p50", "623", "ms", "2"]
    shown_names = {name for name in figure_names([]) if name in printed(console)}
    assert shown_names >= {f"{group}.{name}" for group, names in GROUPS.items() if group != "judge" for name in names}


def test_a_summary_is_whole_within_80_columns(console: Console, full: Run) -> None:
    print_summary(console, summarise(full.results))
    lines = printed(console).splitlines()
    assert max(map(len, lines)) <= 80
    assert "…" not in printed(console)
    for column in SLICE_COLUMNS.values():
        assert column in printed(console)


def test_a_slice_is_a_row_with_a_dash_where_nothing_is_scored(console: Console, full: Run) -> None:
    print_summary(console, summarise(full.results))
    assert words_of(console, "type=where") == [
        *("type=where", "1", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "–", "1.00")
    ]
    assert words_of(console, "lang=ko")[:3] == ["lang=ko", "2", "0.50"]
    assert words_of(console, "typo")[:2] == ["typo", "1"]
    assert words_of(console, "[red]x")[:2] == ["[red]x", "1"]


def test_only_a_judged_run_shows_the_judge(console: Console, full: Run) -> None:
    print_summary(console, summarise(full.results))
    assert "judge." not in printed(console)
    judged = [
        QuestionResult(one.question, one.answer, {**one.scores, "judge.correctness": 0.5}, None) for one in full.results
    ]
    print_summary(console, summarise(judged))
    assert words_of(console, "judge.correctness") == ["judge.correctness", "0.5000", "2"]
    assert "judge.faithfulness" not in printed(console)


def test_a_run_without_a_question_has_no_slices(console: Console) -> None:
    print_summary(console, summarise([]))
    assert "0 questions" in printed(console)
    assert "By slice" not in printed(console)


def test_a_comparison_shows_changes_with_their_chance_and_says_when_sets_differ(console: Console) -> None:
    differences = (
        Difference("answers.f1", 0.5, 0.75, 0.0314),
        Difference("abstention.f1", 0.5, 0.25),
        Difference("dates.accuracy", None, 1.0),
        Difference("latency_ms.p50", 10.0, 250.0),
        Difference("slices.lang=ko.answers.f1", 0.5, 0.5),
        Difference("slices.lang=en.answers.f1", 0.5, 0.6),
        Difference("slices.lang=en.latency_ms.p50", 10.0, 11.0),
        Difference("judge.faithfulness", None, None),
    )
    flips = (Flip("q7", "어디?", {"answers.contains": 0, "abstention.correct": 1}),)
    print_comparison(console, Comparison("runs/[red]old", differences, flips, shared=9, unshared=2))
    text = printed(console)
    assert "Against runs/[red]old" in text
    assert words_of(console, " answers.f1") == ["answers.f1", "0.5000", "0.7500", "+0.2500", "0.031"]
    assert words_of(console, "abstention.f1") == ["abstention.f1", "0.5000", "0.2500", "-0.2500"]
    assert words_of(console, "dates.accuracy") == ["dates.accuracy", "not", "scored", "1.0000"]
    assert words_of(console, "latency_ms.p50") == ["latency_ms.p50", "10", "ms", "250", "ms", "+240", "ms"]
    assert "slices.lang=en.latency_ms" not in text
    assert "judge" not in text
    assert words_of(console, "slices.lang=en.answers.f1")[-1] == "+0.1000"
    assert "slices.lang=ko" not in text
    assert "q7: answers.contains 1→0, abstention.correct 0→1  어디?" in text
    notice = "Asked in both runs: 9 questions; in one of them only: 2."
    assert 0 <= text.find(notice) < text.find("Against")


def test_a_comparison_without_flips_says_so_and_nothing_of_other_sets(console: Console) -> None:
    print_comparison(console, Comparison("old", (), (), shared=9, unshared=0))
    assert "No question flipped among the 9 shared." in printed(console)
    assert "Asked in both runs" not in printed(console)


@pytest.mark.parametrize("more", [0, 3])
def test_a_flood_of_flips_is_cut_and_counted(console: Console, more: int) -> None:
    flips = tuple(Flip(f"q{row}", "?", {"answers.contains": 1}) for row in range(SHOWN_FLIPS + more))
    print_comparison(console, Comparison("old", (), flips, shared=99, unshared=0))
    assert printed(console).count("answers.contains") == SHOWN_FLIPS
    assert ("more questions flipped" in printed(console)) == bool(more)
    assert f"and {more} more" in printed(console) or not more


def test_hostile_names_neither_steer_the_terminal_nor_are_read_as_markup(console: Console) -> None:
    hostile = "[bold]\x1b[2J\u202e[/]"
    differences = (Difference(f"slices.slice={hostile}.answers.f1", 0.0, 1.0),)
    flips = (Flip(hostile, hostile, {"answers.contains": 1}),)
    print_comparison(console, Comparison(hostile, differences, flips, shared=1, unshared=0))
    assert not {"\x1b", "\u202e"} & set(printed(console))
    assert printed(console).count("[bold]�[2J�[/]") >= 3


def test_text_of_a_set_cannot_steer_the_terminal() -> None:
    assert shown("\x1b[2J지움\u202e 두\n줄") == "�[2J지움� 두 줄"
    assert shown("가" * TEXT_LENGTH) == "가" * TEXT_LENGTH
    assert shown("가" * 100) == "가" * TEXT_LENGTH + "…"

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.measure import measure


def write(folder: Path, examples: Sequence[Example], english: Sequence[str], *answers: str) -> None:
    """Development questions; `answers` are gold instead of the examples' own."""
    rows = [
        {
            "id": str(number),
            "title": one.title,
            "question": one.question,
            "context": one.passage,
            "answers": answers or [one.passage[start:end] for start, end in one.spans],
        }
        for number, one in enumerate(examples)
    ]
    lines = [json.dumps({"id": str(number), "question_en": text}) for number, text in enumerate(english)]
    (folder / "korean_dev.json").write_text(json.dumps(rows), "utf-8")
    (folder / "tydiqa_ko_dev_en.jsonl").write_text("\n".join(lines), "utf-8")


@pytest.fixture
def known(learnt: Sequence[Example]) -> list[Example]:
    return [example for example in learnt if example.kind == Kind.SPAN]


def test_a_model_that_knows_every_answer_measures_one(
    model: ComprehensionModel, known: list[Example], tmp_path: Path
) -> None:
    write(tmp_path, known, [example.question for example in known])

    assert measure(model, tmp_path) == {
        "ko": {"exact_match": 1.0, "f1": 1.0},
        "en": {"exact_match": 1.0, "f1": 1.0},
    }


def test_each_language_is_measured_with_its_own_questions(
    model: ComprehensionModel, known: list[Example], tmp_path: Path
) -> None:
    when, where = known[2:4]
    assert when.passage == where.passage
    write(tmp_path, [when, where], [where.question, when.question])

    found = measure(model, tmp_path)

    assert found["ko"]["exact_match"] == 1
    assert found["en"]["exact_match"] == 0


@pytest.mark.parametrize(
    ("golds", "exact", "f1"),
    [
        (["서울"], 1, 1),
        (["(서 울)"], 1, 1),
        (["부산", "서울"], 1, 1),
        (["서울에서"], 0, 2 * 2 / 6),
        (["부산"], 0, 0),
        (["서산", "울"], 0, 2 / 3),
        (["·"], 0, 0),
    ],
)
def test_the_best_gold_answer_counts_by_the_characters_it_shares(
    model: ComprehensionModel, known: list[Example], tmp_path: Path, golds: list[str], exact: float, f1: float
) -> None:
    write(tmp_path, known[:1], [known[0].question], *golds)

    assert measure(model, tmp_path)["ko"] == {"exact_match": exact, "f1": pytest.approx(f1, abs=1e-4)}


def test_a_passage_without_text_is_answered_by_nothing(model: ComprehensionModel, tmp_path: Path) -> None:
    write(tmp_path, [Example("어디?", "", "", Kind.SPAN)], ["where?"], "서울")

    assert measure(model, tmp_path)["ko"] == {"exact_match": 0, "f1": 0}

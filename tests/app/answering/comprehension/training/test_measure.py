import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.measure import measure


def found_for(model: ComprehensionModel, folder: Path) -> dict[str, dict[str, float]]:
    (folder / "news.jsonl").write_text("", "utf-8")
    return measure(model, folder, folder / "news.jsonl")["encyclopedia"]


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

    assert found_for(model, tmp_path) == {
        "ko": {"exact_match": 1.0, "f1": 1.0},
        "en": {"exact_match": 1.0, "f1": 1.0},
    }


def test_each_language_is_measured_with_its_own_questions(
    model: ComprehensionModel, known: list[Example], tmp_path: Path
) -> None:
    when, where = known[2:4]
    assert when.passage == where.passage
    write(tmp_path, [when, where], [where.question, when.question])

    found = found_for(model, tmp_path)

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

    assert found_for(model, tmp_path)["ko"] == {"exact_match": exact, "f1": pytest.approx(f1, abs=1e-4)}


def test_a_passage_without_text_is_answered_by_nothing(model: ComprehensionModel, tmp_path: Path) -> None:
    write(tmp_path, [Example("어디?", "", "", Kind.SPAN)], ["where?"], "서울")

    assert found_for(model, tmp_path)["ko"] == {"exact_match": 0, "f1": 0}


def news(folder: Path, *rows: tuple[str, str, list[dict[str, str | None]]]) -> Path:
    file = folder / "news.jsonl"
    lines = [{"title": title, "passage": passage, "questions": questions} for title, passage, questions in rows]
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return file


def test_of_news_it_is_also_measured_how_answered_and_yes_are_told_apart(
    model: ComprehensionModel, learnt: Sequence[Example], tmp_path: Path
) -> None:
    write(tmp_path, [], [])
    by_question = {(one.question, one.title): one for one in learnt}
    festival, fire, library = (one.passage for one in (learnt[0], learnt[2], learnt[5]))
    file = news(
        tmp_path,
        ("서울 축제", festival, [asked(by_question["축제는 어디에서 열렸나?", "서울 축제"])]),
        ("부산 화재", fire, [asked(by_question["다친 사람이 있나?", "부산 화재"])]),
        (
            "Library",
            library,
            [asked(by_question["is it new?", "Library"]), asked(by_question["축제는 어디에서 열렸나?", "Library"])],
        ),
    )

    found = measure(model, tmp_path, file)

    assert found["encyclopedia"]["ko"] == {"exact_match": 0, "f1": 0}
    assert found["news"]["ko"] == {"exact_match": 1.0, "f1": 1.0, "answered": 1.0, "yes_no": 1.0, "right_passage": 0.0}


def test_of_a_story_it_is_measured_whether_the_passage_that_answers_is_preferred(
    model: ComprehensionModel, learnt: Sequence[Example], tmp_path: Path
) -> None:
    write(tmp_path, [], [])
    festival, library = learnt[0], learnt[5]
    rows = [
        {"story": "a", "title": one.title, "passage": one.passage, "questions": [asked(one)]}
        for one in (festival, library)
    ]
    file = tmp_path / "news.jsonl"
    for turned, right in (
        (rows, 1.0),
        ([row | {"questions": other["questions"]} for row, other in zip(rows, rows[::-1], strict=True)], 0.0),
    ):
        file.write_text("\n".join(json.dumps(row) for row in turned), "utf-8")
        assert measure(model, tmp_path, file)["news"]["ko"]["right_passage"] == right


def test_a_model_that_takes_yes_for_no_is_worse_than_chance(
    model: ComprehensionModel, learnt: Sequence[Example], tmp_path: Path
) -> None:
    write(tmp_path, [], [])
    no, yes = learnt[4], learnt[6]
    turned = [asked(no) | {"answer": "yes"}, asked(yes) | {"answer": "no"}]
    file = news(tmp_path, ("부산 화재", no.passage, turned[:1]), ("Library", yes.passage, turned[1:]))

    assert measure(model, tmp_path, file)["news"]["ko"]["yes_no"] == 0.0


def asked(example: Example) -> dict[str, str | None]:
    """As our own questions are written, the same words in both languages."""
    marked = [example.passage[start:end] for start, end in example.spans]
    answer = {Kind.SPAN: marked[0] if marked else None, Kind.NONE: None}.get(example.kind, example.kind.value)
    return {"ko": example.question, "en": example.question, "answer": answer}

import json
import random
from pathlib import Path
from typing import Any

import pytest

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.examples import Example, tydiqa, written_questions

PASSAGE = "시는 9억원을 썼다. 구는 9억원을 더 썼다. 주민은 반겼다."


def write_tydiqa(folder: Path, *rows: tuple[str, str, list[str]]) -> Path:
    file = folder / "train.json"
    items = [
        {"id": key, "title": "예산", "question": question, "context": PASSAGE, "answers": answers}
        for key, question, answers in rows
    ]
    file.write_text(json.dumps(items), "utf-8")
    return file


def written(folder: Path, *questions: dict[str, Any], both: float = 0.0, seed: int = 0) -> list[Example]:
    file = folder / "own.jsonl"
    file.write_text(json.dumps({"title": "예산", "passage": PASSAGE, "questions": questions}) + "\n", "utf-8")
    return list(written_questions(file, random.Random(seed), both))


def answers(example: Example) -> list[str]:
    return [example.passage[start:end] for start, end in example.spans]


def test_every_place_of_every_answer_is_an_answer_once(tmp_path: Path) -> None:
    (example,) = tydiqa(write_tydiqa(tmp_path, ("1", "얼마?", ["9억원", "9억", "9억원"])))

    assert example.kind == Kind.SPAN
    assert sorted(answers(example)) == ["9억", "9억", "9억원", "9억원"]
    assert len(set(example.spans)) == 4


def test_a_question_whose_answer_does_not_stand_in_its_passage_is_left_out(tmp_path: Path) -> None:
    assert list(tydiqa(write_tydiqa(tmp_path, ("1", "누가?", ["군"]), ("2", "무엇?", [])))) == []


def test_a_translated_question_is_asked_in_both_languages(tmp_path: Path) -> None:
    translations = tmp_path / "translations.tsv"
    translations.write_text("# id\tquestion\n\n2\tWho was glad?\tmore\tcolumns\n9\tWho?\n", "utf-8")
    file = write_tydiqa(tmp_path, ("1", "얼마?", ["9억원"]), ("2", "누가 반겼나?", ["주민"]))

    found = list(tydiqa(file, translations))

    assert [example.question for example in found] == ["얼마?", "누가 반겼나?", "Who was glad?"]
    assert found[1].spans == found[2].spans


@pytest.mark.parametrize(
    ("answer", "quote", "kind", "spans"),
    [
        ("9억원", "", Kind.SPAN, [(3, 6), (15, 18)]),
        ("9억원", "구는 9억원을", Kind.SPAN, [(15, 18)]),
        ("주민", "주민은 반겼다.", Kind.SPAN, [(26, 28)]),
        ("yes", "주민은 반겼다.", Kind.YES, [(26, 34)]),
        ("no", "9억원", Kind.NO, [(3, 6)]),
        (None, "", Kind.NONE, []),
    ],
)
def test_the_quote_tells_which_place_is_meant_or_shows_why(
    tmp_path: Path, answer: str | None, quote: str, kind: Kind, spans: list[tuple[int, int]]
) -> None:
    (example,) = written(tmp_path, {"ko": "?", "en": "?", "answer": answer, "quote": quote})

    assert (example.kind, list(example.spans)) == (kind, spans)


@pytest.mark.parametrize(("answer", "quote"), [("9억원", "군은 9억원을"), ("8억원", "구는 9억원을")])
def test_a_quote_that_the_passage_lacks_or_an_answer_that_the_quote_lacks_is_an_error(
    tmp_path: Path, answer: str, quote: str
) -> None:
    with pytest.raises(ValueError, match="substring not found"):
        written(tmp_path, {"ko": "?", "en": "?", "answer": answer, "quote": quote})


def test_chance_draws_the_language_and_a_share_is_asked_in_both(tmp_path: Path) -> None:
    questions = [{"ko": f"{number}?", "en": f"{number}!", "answer": "주민"} for number in range(200)]

    asked = [example.question for example in written(tmp_path, *questions, both=0.4)]

    numbers = [question[:-1] for question in asked]
    assert set(numbers) == {str(number) for number in range(200)}
    assert 240 < len(asked) < 320
    assert 0.4 < sum(question.endswith("?") for question in asked) / len(asked) < 0.6
    assert len(written(tmp_path, *questions, both=1.0)) == 2 * len(written(tmp_path, *questions, both=0.0))


def test_the_same_chance_draws_the_same_questions(tmp_path: Path) -> None:
    questions = [{"ko": f"{number}?", "en": f"{number}!", "answer": "주민"} for number in range(30)]

    assert written(tmp_path, *questions, both=0.4) == written(tmp_path, *questions, both=0.4)
    assert written(tmp_path, *questions, both=0.4) != written(tmp_path, *questions, both=0.4, seed=1)


def test_beside_another_passage_a_question_has_no_answer() -> None:
    example = Example("얼마?", "예산", PASSAGE, Kind.SPAN, ((3, 6),))

    assert example.unanswered_by("다른 제목", "다른 글") == Example("얼마?", "다른 제목", "다른 글", Kind.NONE)


def test_passages_of_one_story_are_each_others_rivals(tmp_path: Path) -> None:
    asked = [{"ko": "얼마?", "en": "How much?", "answer": None}]
    told = [("a", "첫째"), ("b", "혼자"), ("a", "둘째"), ("", "아무")]
    lines = [{"story": story, "title": text, "passage": text, "questions": asked} for story, text in told]
    del lines[3]["story"]
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")

    found = {one.passage: one.rivals for one in written_questions(file, random.Random(0), both=0.0)}

    assert found == {"첫째": (("둘째", "둘째"),), "혼자": (), "둘째": (("첫째", "첫째"),), "아무": ()}

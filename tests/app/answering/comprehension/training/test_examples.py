import json
import random
from collections import Counter
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


def written(folder: Path, *questions: dict[str, Any]) -> list[Example]:
    file = folder / "own.jsonl"
    file.write_text(json.dumps({"title": "예산", "passage": PASSAGE, "questions": questions}) + "\n", "utf-8")
    return list(written_questions(file))


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

    assert [(one.question, one.translation) for one in found] == [("얼마?", ""), ("누가 반겼나?", "Who was glad?")]


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


def test_chance_draws_the_language_in_which_a_question_is_read(tmp_path: Path) -> None:
    (example,) = written(tmp_path, {"ko": "누가?", "en": "Who?", "answer": "주민"})
    chance = random.Random(0)

    drawn = Counter(example.asked(chance) for _ in range(200))

    assert set(drawn) == {"누가?", "Who?"}
    assert min(drawn.values()) > 70
    assert Example("누가?", "예산", PASSAGE, Kind.NONE).asked(chance) == "누가?"


def test_passages_of_one_story_are_each_others_rivals(tmp_path: Path) -> None:
    asked = [{"ko": "얼마?", "en": "How much?", "answer": None}]
    told = [("a", "첫째"), ("b", "혼자"), ("a", "둘째"), ("", "아무")]
    lines = [{"story": story, "title": text, "passage": text, "questions": asked} for story, text in told]
    del lines[3]["story"]
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")

    found = {one.passage: one.rivals for one in written_questions(file)}

    assert found == {"첫째": (("둘째", "둘째"),), "혼자": (), "둘째": (("첫째", "첫째"),), "아무": ()}


def test_a_question_that_the_others_of_its_story_may_answer_has_no_rivals(tmp_path: Path) -> None:
    asked = [
        {"ko": "얼마?", "en": "How much?", "answer": None},
        {"ko": "몇?", "en": "?", "answer": None, "rivals": False},
    ]
    lines = [{"story": "a", "title": text, "passage": text, "questions": asked} for text in ("첫째", "둘째")]
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")

    first, second, *_ = written_questions(file)

    assert first.rivals == (("둘째", "둘째"),)
    assert second.rivals == ()

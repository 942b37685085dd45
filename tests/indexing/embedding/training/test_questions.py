import json
from pathlib import Path

from indexing.embedding.training.held_out import HeldOut
from indexing.embedding.training.measure import measure
from indexing.embedding.training.questions import all_passages, read_questions
from indexing.embedding.training.units import Matrix

SHARED = "공유 단락이다. 이 단락은 두 곳에 있다."


def write(folder: Path, name: str, *items: tuple[str, str, str]) -> None:
    rows = [{"id": key, "title": "제목", "question": question, "context": context} for key, question, context in items]
    (folder / name).write_text(json.dumps(rows), "utf-8")


def test_a_passage_of_a_development_question_is_not_trained_on(tmp_path: Path) -> None:
    write(tmp_path, "korean_train.json", ("1", "어디?", "서울이다. </b>여기다."), ("2", "무엇?", SHARED))
    write(tmp_path, "korean_dev.json", ("3", "언제?", SHARED))

    found = read_questions(tmp_path, HeldOut(()))

    assert [passage.text for passage in found.passages] == ["서울이다. 여기다."]
    assert found.passages[0].sentences == ("서울이다.", "여기다.")
    assert [question.korean for question in found.questions] == ["어디?"]
    assert all_passages(tmp_path) == ["서울이다. </b>여기다.", SHARED]


def test_a_development_question_is_not_trained_on_whatever_its_passage(tmp_path: Path) -> None:
    write(tmp_path, "korean_train.json", ("1", "서울은 어디 있어?", "서울이다."), ("2", "부산은?", "부산이다."))
    write(tmp_path, "korean_dev.json", ("3", "서울은 어디있어", SHARED))

    found = read_questions(tmp_path, HeldOut.of(tmp_path, tmp_path))

    assert [question.korean for question in found.questions] == ["부산은?"]
    assert [passage.text for passage in found.passages] == ["부산이다."]


def test_our_own_facts_are_there_without_any_data(tmp_path: Path) -> None:
    found = read_questions(tmp_path, HeldOut(()))

    assert len(found.facts) > 3000
    assert not found.passages


def test_a_perfect_encoder_measures_one(tmp_path: Path) -> None:
    import numpy as np

    write(tmp_path, "korean_train.json", ("1", "가", "가"), ("2", "나", "나"))
    write(tmp_path, "korean_dev.json", ("3", "다", "다"))
    (tmp_path / "tatoeba_laser_test").mkdir()
    (tmp_path / "tatoeba_laser_test/test.tsv").write_text("가\t가\n나\t나\n", "utf-8")

    def letters(texts: object) -> Matrix:
        return np.array([[float(text == letter) for letter in "가나다"] for text in list(texts)], np.float32)  # type: ignore[call-overload]

    found = measure(tmp_path, tmp_path, letters)

    assert found["tatoeba"] == 1.0
    assert found["tydiqa_ko_both_hit@1"] == 1.0
    assert "korsts" not in found

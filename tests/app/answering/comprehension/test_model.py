import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import NETWORK_FILE, TOKENIZER_FILE, ComprehensionModel, Extract
from app.answering.comprehension.reading import Reading
from app.answering.comprehension.sequence import SEQUENCE_PIECES
from app.answering.comprehension.training.examples import Example
from indexing.errors import ComprehensionError

QUESTION = "축제는 어디에서 열렸나?"
TEXTS = st.text(st.sampled_from("가서울부산the 9.,\n\t\0㎞①é한ﬁ漢\ud800\udfff😀\u200b") | st.characters(), max_size=60)
"""With what Unicode has to make offsets go astray: compatibility forms, unknown letters, lone surrogates."""


def same(one: Reading, other: Reading) -> bool:
    return (
        np.array_equal(one.offsets, other.offsets)
        and np.allclose(one.starts, other.starts, atol=1e-4)
        and np.allclose(one.ends, other.ends, atol=1e-4)
        and np.allclose([one.kinds[kind] for kind in Kind], [other.kinds[kind] for kind in Kind], atol=1e-4)
        and abs(one.holds - other.holds) < 1e-3
    )


def test_readings_come_in_the_order_of_the_extracts(model: ComprehensionModel, learnt: Sequence[Example]) -> None:
    example, other = learnt[0], learnt[5]
    extracts = [Extract(one.title, one.passage) for one in (other, example, other, example)]

    readings = model.read(example.question, extracts)

    assert [reading.answers > 0.5 for reading in readings] == [False, True, False, True]
    best = readings[1].best(0, len(example.passage))
    assert best is not None
    assert example.passage[best.start : best.end] == "서울"


def test_the_extract_that_answers_holds_more_than_any_other_and_more_than_nothing(
    model: ComprehensionModel, learnt: Sequence[Example]
) -> None:
    example, other = learnt[0], learnt[5]

    answering, silent = model.read(example.question, [Extract(one.title, one.passage) for one in (example, other)])

    assert silent.holds < 0 < answering.holds
    assert silent.answers < 0.5 < answering.answers


def test_without_extracts_there_is_nothing_to_read_and_nothing_is_loaded(tmp_path: Path) -> None:
    assert ComprehensionModel(tmp_path / "nowhere").read(QUESTION, []) == []


@pytest.mark.parametrize(("question", "title"), [("", ""), ("", "제목"), (QUESTION, ""), (" ", "\n")])
def test_an_empty_question_or_headline_does_no_harm(model: ComprehensionModel, question: str, title: str) -> None:
    (reading,) = model.read(question, [Extract(title, "서울에서 열렸다.")])

    assert reading.best(0, 9) is not None


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_in_an_empty_text_nothing_is_marked(model: ComprehensionModel, text: str) -> None:
    full = "부산에서 열렸다."
    empty, other = model.read(QUESTION, [Extract("제목", text), Extract("제목", full)])

    assert empty.best(0, 0) is None
    assert len(empty.offsets) == len(empty.starts) == len(empty.ends) <= 1
    assert other.best(0, len(full)) is not None


@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_is_read_offsets_lie_in_the_text_and_probabilities_sum_to_one(
    model: ComprehensionModel, question: str, title: str, texts: list[str]
) -> None:
    readings = model.read(question, [Extract(title, text) for text in texts])

    assert len(readings) == len(texts)
    for text, reading in zip(texts, readings, strict=True):
        left, right = reading.offsets.T
        assert (left >= 0).all()
        assert (left < right).all()
        assert (right <= len(text)).all()
        assert (np.diff(left) >= 0).all()
        assert (np.diff(right) >= 0).all()
        assert set(reading.kinds) == set(Kind)
        assert sum(reading.kinds.values()) == pytest.approx(1, abs=1e-5)
        if len(reading.offsets):
            assert np.exp(reading.starts).sum() == pytest.approx(1, abs=1e-4)
            assert np.exp(reading.ends).sum() == pytest.approx(1, abs=1e-4)


@given(
    st.lists(st.text(st.sampled_from("가서울부산new9漢😀\ud800"), min_size=1, max_size=5), max_size=20),
    st.text(" \n\t", min_size=1),
)
def test_every_letter_is_in_a_piece_and_no_word_begins_with_the_space_before_it(
    model: ComprehensionModel, words: list[str], space: str
) -> None:
    text = space.join(words).replace("\ud800", "?")
    (reading,) = model.read(QUESTION, [Extract("", text)])
    pieces = reading.offsets.tolist()

    covered = {place for start, end in pieces for place in range(start, end)}
    assert covered >= {place for place, character in enumerate(text) if not character.isspace()}
    assert not [text[start:end] for start, end in pieces if end - start > 1 and text[start].isspace()]


def test_lone_surrogates_are_read_as_spaces(model: ComprehensionModel) -> None:
    (broken,), (whole,) = (
        model.read(f"축제는{gap}?", [Extract(f"서울{gap}", f"토요일 서울에서{gap}축제가 열렸다.")])
        for gap in ("\udc00", " ")
    )

    assert same(broken, whole)


@pytest.mark.parametrize("word", ["가나다", "가 ", "漢", "\0", " ", "서울 the ", "\ud800", "ﷺ"])
def test_a_text_of_any_length_is_read_as_far_as_it_fits_and_in_reasonable_time(
    model: ComprehensionModel, word: str
) -> None:
    text = word * 100_000
    began = time.monotonic()
    (reading,) = model.read(text, [Extract(text, text)])

    assert len(reading.offsets) < SEQUENCE_PIECES
    assert (reading.offsets[-1] <= [len(text)] * 2).all()
    assert time.monotonic() - began < 60  # anything quadratic takes hours


def test_what_does_not_fit_changes_nothing(model: ComprehensionModel) -> None:
    first = "가 나 " * 200
    short, long = model.read(QUESTION, [Extract("", first), Extract("", first + "서울 " * 500)])

    assert same(short, long)
    assert short.best(len(first) - 2, len(first)) is None


def test_several_threads_load_and_ask_a_model_at_once(model: ComprehensionModel, model_folder: Path) -> None:
    fresh = ComprehensionModel(model_folder)
    extracts = [[Extract("서울 축제", f"{'시민 ' * number}서울에서 축제가 열렸다.")] for number in range(12)]
    expected = [model.read(QUESTION, one)[0] for one in extracts]
    found: dict[int, Reading] = {}

    def read(number: int) -> None:
        found[number] = fresh.read(QUESTION, extracts[number])[0]

    threads = [threading.Thread(target=read, args=(number,)) for number in range(len(extracts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(same(found[number], one) for number, one in enumerate(expected))


@pytest.mark.parametrize("broken", [NETWORK_FILE, TOKENIZER_FILE])
@pytest.mark.parametrize("how", ["missing", "damaged", "empty", "a folder"])
def test_a_missing_or_damaged_file_is_named(model_folder: Path, tmp_path: Path, broken: str, how: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(model_folder, folder)
    (folder / broken).unlink()
    if how == "damaged":
        (folder / broken).write_bytes((model_folder / broken).read_bytes()[:2000])
    elif how == "empty":
        (folder / broken).write_bytes(b"")
    elif how == "a folder":
        (folder / broken).mkdir()

    with pytest.raises(ComprehensionError, match=f"{folder / broken} cannot be read.* Install newschat again"):
        ComprehensionModel(folder).read(QUESTION, [Extract("", "서울")])


def test_a_model_that_could_not_be_read_is_tried_again(model_folder: Path, tmp_path: Path) -> None:
    model = ComprehensionModel(tmp_path / "model")
    with pytest.raises(ComprehensionError):
        model.read(QUESTION, [Extract("", "서울")])

    shutil.copytree(model_folder, tmp_path / "model")

    assert len(model.read(QUESTION, [Extract("", "서울")])) == 1


def test_a_model_that_nobody_asks_costs_nothing() -> None:
    program = (
        "import sys\n"
        "from app.answering.comprehension.model import ComprehensionModel\n"
        "assert ComprehensionModel().read('?', []) == []\n"
        "heavy = ('onnxruntime', 'tokenizers', 'torch', 'transformers', 'onnx')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"

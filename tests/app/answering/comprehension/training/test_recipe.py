"""The recipe from end to end, with a network and data small enough for a test."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from app.answering.comprehension.training.fit import Course
from app.answering.comprehension.training.multilingual_e5 import MultilingualE5
from app.answering.comprehension.training.recipe import train

WIDTH, LAYERS, INNER = 32, 2, 64
COURSE = Course(epochs=2)
PASSAGES = (
    ("등불축제", "등불축제는 9월 29일 강변공원에서 열린다. 등불은 1,200개가 걸린다."),
    ("새벽도서관", "새벽도서관 관장은 윤가람이다. 열람실은 두 배로 넓어진다."),
    ("솔섬 여객선", "솔섬 여객선 요금은 9천500원이다. 섬 주민은 지금 요금을 낸다."),
)
ANSWERS = ("9월 29일", "윤가람", "9천500원")


def small_e5() -> MultilingualE5:
    letters = sorted(
        {letter for title, text in PASSAGES for letter in title + text + "언제얼마누구whenow?" if letter != " "}
    )
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *letters]
    scores = np.array([0.0] * 4 + [-2.0] * (len(pieces) - 4), np.float32)
    chance = np.random.default_rng(3)
    sizes = {"emb.word": len(pieces) * WIDTH, "emb.pos": 300 * WIDTH, "emb.type": 2 * WIDTH}
    norms = ["emb.ln"]
    for layer in range(LAYERS):
        norms += [f"l{layer}.aln", f"l{layer}.oln"]
        for name, rows, columns in (
            *((name, WIDTH, WIDTH) for name in ("q", "k", "v", "ao")),
            ("fi", INNER, WIDTH),
            ("fo", WIDTH, INNER),
        ):
            sizes |= {f"l{layer}.{name}.w": rows * columns, f"l{layer}.{name}.b": rows}
    tensors = {name: chance.normal(0, 0.05, size).astype(np.float32) for name, size in sizes.items()}
    tensors |= {f"{name}.w": np.ones(WIDTH, np.float32) for name in norms}
    tensors |= {f"{name}.b": np.zeros(WIDTH, np.float32) for name in norms}
    return MultilingualE5(pieces, scores, WIDTH, 4, INNER, tensors)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "qa").mkdir()
    rows = [
        {"id": str(number), "title": title, "question": f"{title} 언제?", "context": text, "answers": [answer]}
        for number, ((title, text), answer) in enumerate(zip(PASSAGES, ANSWERS, strict=True))
    ]
    for name, held in (("korean_train", rows), ("english_train", rows[:1]), ("korean_dev", [])):
        (tmp_path / "qa" / f"{name}.json").write_text(json.dumps(held, ensure_ascii=False), "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    questions = [{"ko": "얼마?", "en": "How now?", "answer": ANSWERS[2]}, {"ko": "누구?", "en": "Who?", "answer": None}]
    row = {"title": PASSAGES[2][0], "passage": PASSAGES[2][1], "questions": questions}
    told = [{"story": "a", "title": title, "passage": text, "questions": questions[1:]} for title, text in PASSAGES[:2]]
    for name, held in (("news", [row]), ("stories", told)):
        (own / f"{name}.jsonl").write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in held), "utf-8")
    return tmp_path


def test_the_recipe_makes_a_network_and_its_tokeniser_from_a_folder_of_data(data: Path) -> None:
    said: list[str] = []

    network, tokenizer = train(data, small_e5(), said.append, own=data / "own", layers=LAYERS, courses=(COURSE,))

    assert "own questions, 3 Korean of TyDiQA" in said[0]
    assert tokenizer.get_vocab_size() == len(small_e5().pieces)
    assert network.encoder.config.num_hidden_layers == LAYERS
    assert tokenizer.encode("등불", add_special_tokens=False).ids


def test_the_same_seed_makes_the_same_network(data: Path) -> None:
    first, second = (
        train(data, small_e5(), lambda line: None, own=data / "own", layers=LAYERS, courses=(COURSE,), seed=4)[0]
        for _ in range(2)
    )
    for one, other in zip(first.parameters(), second.parameters(), strict=True):
        assert one.tolist() == other.tolist()


def test_the_network_is_the_mean_of_one_a_course(data: Path) -> None:
    def made(courses: tuple[Course, ...], seed: int) -> list[torch.Tensor]:
        network, _ = train(
            data, small_e5(), lambda line: None, own=data / "own", layers=LAYERS, courses=courses, seed=seed
        )
        return list(network.parameters())

    for mean, one, other in zip(made((COURSE, COURSE), 4), made((COURSE,), 4), made((COURSE,), 5), strict=True):
        torch.testing.assert_close(mean, (one + other) / 2)

"""How well the model reads: questions that it never learnt from, each beside the passage that may answer it.

Those of TyDiQA-GoldP's development part, and ``held_out.jsonl``: our own news, of which some passages do not answer and
some tell one story in four ways.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel, Extract
from app.answering.comprehension.reading import Reading
from app.answering.comprehension.training.examples import passages_with_rivals

HELD_OUT_NEWS = Path(__file__).with_name("held_out.jsonl")

_Told = tuple[dict[str, Any], tuple[tuple[str, str], ...]]
"""A passage and the others of its story."""


def measure(
    model: ComprehensionModel, questions: Path, news: Path = HELD_OUT_NEWS
) -> dict[str, dict[str, dict[str, float]]]:
    """Measures in 0..1 for "encyclopedia" and "news", Korean and English questions apart.

    For both exact match and F1 over characters, the best over the gold answers, of questions that a part of the passage
    answers. For news also ``answered``, how surely the model's probability tells passages that answer from those that
    do not (area under the ROC curve, .5 is chance), ``yes_no``, the same for "yes" from "no", and ``right_passage``,
    how often of the passages of one story the one that answers is preferred.

    Args:
        model: reads.
        questions: folder with korean_dev.json and tydiqa_ko_dev_en.jsonl.
        news: our own held-out questions.
    """
    rows = json.loads((questions / "korean_dev.json").read_text("utf-8"))
    lines = (questions / "tydiqa_ko_dev_en.jsonl").read_text("utf-8").splitlines()
    english = {row["id"]: row["question_en"] for row in map(json.loads, lines)}
    asked = {"ko": [row["question"] for row in rows], "en": [english[row["id"]] for row in rows]}
    passages = list(passages_with_rivals(news))
    return {
        "encyclopedia": {language: _scores(model, rows, texts) for language, texts in asked.items()},
        "news": {language: _news_scores(model, passages, language) for language in ("ko", "en")},
    }


def _news_scores(model: ComprehensionModel, passages: Sequence[_Told], language: str) -> dict[str, float]:
    answered: dict[bool, list[float]] = {True: [], False: []}
    agreed: dict[str, list[float]] = {"yes": [], "no": []}
    rows, texts, preferred = [], [], []
    for passage, rivals, one in [(row, others, asked) for row, others in passages for asked in row["questions"]]:
        told = [(passage["title"], passage["passage"]), *rivals]
        reading, *_ = readings = model.read(one[language], [Extract(*text) for text in told])
        answered[one["answer"] is not None].append(reading.answers)
        if rivals and one["answer"] is not None:
            preferred.append(max(readings, key=_surety) is reading)
        if one["answer"] in agreed:
            agreed[one["answer"]].append(_leaning(reading.kinds))
        elif one["answer"] is not None:
            rows.append({"title": passage["title"], "context": passage["passage"], "answers": [one["answer"]]})
            texts.append(one[language])
    return _scores(model, rows, texts) | {
        "answered": _area(answered[True], answered[False]),
        "yes_no": _area(agreed["yes"], agreed["no"]),
        "right_passage": round(sum(preferred) / max(len(preferred), 1), 4),
    }


def _surety(reading: Reading) -> float:
    """How sure the model is of its best answer, 0..1."""
    best = reading.best(0, int(reading.offsets.max(initial=0)))
    return reading.answers * best.probability if best else 0.0


def _leaning(kinds: Mapping[Kind, float]) -> float:
    return kinds[Kind.YES] / max(kinds[Kind.YES] + kinds[Kind.NO], 1e-9)


def _area(upper: list[float], lower: list[float]) -> float:
    """How often one of the upper is above one of the lower; equal ones count half."""
    pairs = [(one > other) + 0.5 * (one == other) for one, other in product(upper, lower)]
    return round(sum(pairs) / len(pairs), 4) if pairs else 0.0


def _scores(model: ComprehensionModel, rows: list[dict[str, Any]], questions: list[str]) -> dict[str, float]:
    exact = overlap = 0.0
    for row, question in zip(rows, questions, strict=True):
        (reading,) = model.read(question, [Extract(row["title"], row["context"])])
        best = reading.best(0, len(row["context"]))
        said = _bare(row["context"][best.start : best.end]) if best else ""
        golds = [_bare(answer) for answer in row["answers"]]
        exact += max(said == gold for gold in golds)
        overlap += max(_f1(said, gold) for gold in golds)
    asked = max(len(rows), 1)
    return {"exact_match": round(exact / asked, 4), "f1": round(overlap / asked, 4)}


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _f1(said: str, gold: str) -> float:
    shared = (Counter(said) & Counter(gold)).total()
    return 2 * shared / (len(said) + len(gold)) if said and gold else float(said == gold)

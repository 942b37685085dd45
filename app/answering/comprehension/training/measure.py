"""How well the model reads: the development questions of TyDiQA-GoldP, each beside the passage that answers it."""

import json
from collections import Counter
from pathlib import Path

from app.answering.comprehension.model import ComprehensionModel, Extract


def measure(model: ComprehensionModel, questions: Path) -> dict[str, dict[str, float]]:
    """Exact match and F1 over characters, 0..1, the best over the gold answers, for Korean and for English questions.

    Args:
        model: reads.
        questions: folder with korean_dev.json and tydiqa_ko_dev_en.jsonl.
    """
    rows = json.loads((questions / "korean_dev.json").read_text("utf-8"))
    lines = (questions / "tydiqa_ko_dev_en.jsonl").read_text("utf-8").splitlines()
    english = {row["id"]: row["question_en"] for row in map(json.loads, lines)}
    asked = {"ko": [row["question"] for row in rows], "en": [english[row["id"]] for row in rows]}
    return {language: _scores(model, rows, texts) for language, texts in asked.items()}


def _scores(model: ComprehensionModel, rows: list[dict[str, str]], questions: list[str]) -> dict[str, float]:
    exact = overlap = 0.0
    for row, question in zip(rows, questions, strict=True):
        (reading,) = model.read(question, [Extract(row["title"], row["context"])])
        best = reading.best(0, len(row["context"]))
        said = _bare(row["context"][best.start : best.end]) if best else ""
        golds = [_bare(answer) for answer in row["answers"]]
        exact += max(said == gold for gold in golds)
        overlap += max(_f1(said, gold) for gold in golds)
    return {"exact_match": round(exact / len(rows), 4), "f1": round(overlap / len(rows), 4)}


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _f1(said: str, gold: str) -> float:
    shared = (Counter(said) & Counter(gold)).total()
    return 2 * shared / (len(said) + len(gold)) if said and gold else float(said == gold)

"""How well the model reads: questions that it never learnt from, each beside the passage that may answer it.

Those of TyDiQA-GoldP's development part, and ``held_out.jsonl``: our own news, of which some passages do not answer,
some tell one story in four ways, and some are whole articles. What does not fit into one sequence is read in parts, as
articles are in use.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from app.answering.close_reading.extracts import LONGEST
from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel, Extract
from app.answering.comprehension.training.examples import passages_with_rivals
from indexing.language.sentences import sentence_spans

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
    preferred: list[bool] = []
    overlaps: list[float] = []
    for passage, rivals, asked in [(row, others, asked) for row, others in passages for asked in row["questions"]]:
        answer, question = asked["answer"], asked[language]
        found = _read(model, question, passage["title"], passage["passage"])
        answered[answer is not None].append(found.holds)
        if rivals and answer is not None:
            preferred.append(all(_read(model, question, *told).holds < found.holds for told in rivals))
        if answer in agreed:
            agreed[answer].append(_leaning(found.kinds))
        elif answer is not None:
            overlaps.append(_overlap(found.said, [answer]))
    return _means(overlaps) | {
        "answered": _area(answered[True], answered[False]),
        "yes_no": _area(agreed["yes"], agreed["no"]),
        "right_passage": round(sum(preferred) / max(len(preferred), 1), 4),
    }


@dataclass(frozen=True)
class _Found:
    """What the part of a passage that most surely answers says, and how sure that is."""

    said: str
    holds: float
    kinds: Mapping[Kind, float]


def _read(model: ComprehensionModel, question: str, title: str, passage: str) -> _Found:
    parts = [Extract(title, text) for text in _parts(passage)]
    readings = model.read(question, parts)
    best = max(range(len(parts)), key=lambda place: readings[place].holds)
    reading, text = readings[best], parts[best].text
    span = reading.best(0, len(text))
    return _Found(text[span.start : span.end] if span else "", reading.holds, reading.kinds)


def _parts(passage: str) -> list[str]:
    """A passage as runs of sentences that fit into one sequence each; a run begins with the last sentence before it."""
    sentences = sentence_spans(passage)
    parts: list[str] = []
    first = 0
    for last, (_, end) in enumerate(sentences):
        following = sentences[last + 1][1] if last + 1 < len(sentences) else None
        if following is None or len(passage[sentences[first][0] : following].encode()) > LONGEST:
            parts.append(passage[sentences[first][0] : end])
            first = max(first + 1, last)
    return parts or [passage]


def _leaning(kinds: Mapping[Kind, float]) -> float:
    return kinds[Kind.YES] / max(kinds[Kind.YES] + kinds[Kind.NO], 1e-9)


def _area(upper: list[float], lower: list[float]) -> float:
    """How often one of the upper is above one of the lower; equal ones count half."""
    pairs = [(one > other) + 0.5 * (one == other) for one, other in product(upper, lower)]
    return round(sum(pairs) / len(pairs), 4) if pairs else 0.0


def _scores(model: ComprehensionModel, rows: list[dict[str, Any]], questions: list[str]) -> dict[str, float]:
    asked = zip(rows, questions, strict=True)
    return _means(
        [_overlap(_read(model, text, row["title"], row["context"]).said, row["answers"]) for row, text in asked]
    )


def _overlap(said: str, golds: Sequence[str]) -> float:
    """F1 over characters with the nearest of the gold answers; 1 only for the same."""
    return max(_f1(_bare(said), _bare(gold)) for gold in golds)


def _means(overlaps: Sequence[float]) -> dict[str, float]:
    asked = max(len(overlaps), 1)
    return {
        "exact_match": round(sum(one == 1 for one in overlaps) / asked, 4),
        "f1": round(sum(overlaps) / asked, 4),
    }


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _f1(said: str, gold: str) -> float:
    if said == gold:
        return 1.0
    shared = (Counter(said) & Counter(gold)).total()
    # other words of the same letters are no exact match
    return min(0.999, 2 * shared / (len(said) + len(gold)))

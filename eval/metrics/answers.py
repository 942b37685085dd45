"""What the answer says against the gold answers: exact match, F1 over characters, and whether it is said at all.

Characters instead of words as in KorQuAD's evaluation: a Korean word with another particle is still the right word.
"""

from collections import Counter

from app.answering.answer import Answer
from app.answering.extractive.quotation import without_sources
from eval.metrics.spellings import is_spelt_otherwise
from eval.normalisation import contains, normalise, without_markers
from eval.question_set.question import Question
from indexing.language.hangul import has_hangul

NAMES = ("exact_match", "f1", "contains", "offered")


def answer_scores(question: Question, answer: Answer) -> dict[str, float]:
    """Every measure of NAMES in 0..1, the best over the gold answers; empty where there are none.

    ``exact_match`` and ``f1`` judge the short answer, or the text where there is none, with and without the Korean
    spelling that stands in brackets after an English name; ``contains`` judges the
    short answer, the text and the cited quotes, and knows a date and a figure in another spelling. The outlet and date
    that stand before a quote are not what the answer says. ``offered`` is 1 also where a sentence that is shown beside
    a doubtful answer holds a gold answer. An abstention scores 0: the question has an answer.
    """
    if not question.answers:
        return {}
    if not answer.answered:
        return dict.fromkeys(NAMES, 0.0)
    text = without_markers(without_sources(answer))
    said = (answer.short_answer or "").strip() or text
    shown = [said, text, *(citation.quote for citation in answer.citations)]
    is_said = any(contains(text, gold) for text in shown for gold in question.answers) or is_spelt_otherwise(
        question, answer
    )
    others = [citation.quote for citation in answer.alternatives]
    readings = (said, _without_other_script(said))
    return {
        "exact_match": max(exact_match(reading, gold) for reading in readings for gold in question.answers),
        "f1": max(character_f1(reading, gold) for reading in readings for gold in question.answers),
        "contains": float(is_said),
        "offered": float(is_said or any(contains(text, gold) for text in others for gold in question.answers)),
    }


def _without_other_script(said: str) -> str:
    """Without the Korean spelling that an English name is shown with: "Ra Eun-sol (라은솔)" -> "Ra Eun-sol"."""
    name, bracket, other = said.removesuffix(")").partition(" (")
    return name if bracket and not has_hangul(name) and has_hangul(other) else said


def exact_match(said: str, gold: str) -> float:
    """1 where both are equal after normalisation, else 0."""
    return float(normalise(said) == normalise(gold))


def character_f1(said: str, gold: str) -> float:
    """Harmonic mean of precision and recall over the characters both share after normalisation, order ignored."""
    left, right = Counter(normalise(said)), Counter(normalise(gold))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0

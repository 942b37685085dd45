"""What an answer says: of the sentences found, which give the short answer, which confirm or dispute it, which else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.answering.extractive.disagreement import Disagreements
from app.answering.extractive.finer_dates import finer_date
from app.answering.extractive.tolls import latest_toll
from app.answering.translation.short_answer import name_introduced
from app.question.question import Question

AS_GOOD: Final = 1.0
"""Evidence this close to the best, in the model's score, may complete or confirm it."""
_SPAN_COUNTS: Final = 0.5
"""Of sentences about the same thing, the one with the more telling span answers: a day rather than a month."""
_MOST_ALTERNATIVES: Final = 3
_MAY_BE_MEANT: Final = 3.5
"""Evidence this close to the best may be what is meant where the best is doubtful. Of the sample's 29 wrong answers
with a warning the right sentence is among the next three of 20, and so close of 16; one and a half an answer are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the answer will say.

    Attributes:
        cited: evidence in order of use.
        by_kind: the evidence that gives each kind of short answer.
        other_numbers: sentences of other outlets that give another number; they are cited, too.
    """

    cited: tuple[Evidence, ...]
    by_kind: Mapping[str, Evidence]
    other_numbers: tuple[Evidence, ...] = ()

    @property
    def disputed(self) -> tuple[Evidence, ...]:
        """The sentences whose numbers disagree, the answer's first; empty where outlets agree."""
        return (self.by_kind["how_many"], *self.other_numbers) if self.other_numbers else ()


class Chooser:
    """Chooses from evidence.

    Args:
        disagreements: finds other outlets' numbers.
    """

    def __init__(self, disagreements: Disagreements) -> None:
        self._disagreements = disagreements

    def choose(self, question: Question, evidence: Sequence[Evidence]) -> Choice:
        """What to say of ``evidence``, which is not empty, best first."""
        best = evidence[0]
        close = [found for found in evidence if found.score >= best.score - AS_GOOD]
        by_kind = {}
        for kind in question.kinds:
            holders = [found for found in close if kind in found.spans]
            if holders:
                by_kind[kind] = max(holders, key=lambda found: found.score + _SPAN_COUNTS * found.spans[kind].score)
        if "when" in by_kind:
            by_kind["when"] = finer_date(question, by_kind["when"], evidence)
        if "how_many" in by_kind:
            by_kind["how_many"] = latest_toll(question, by_kind["how_many"], evidence)
        cited = list(dict.fromkeys((*by_kind.values(), *(() if by_kind else (best,)))))
        if "who" in by_kind:
            cited += _introducing(by_kind["who"], evidence)
        counted = by_kind.get("how_many")
        others = self._disagreements.find(counted, evidence) if counted else ()
        confirming = next((found for found in close if not others and _confirms(found, by_kind)), None)
        cited += [confirming] if confirming else others
        return Choice(tuple(dict.fromkeys(cited)), by_kind, others)


def alternatives(choice: Choice, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """What may be meant instead of a doubtful answer: the next best sentences; of equal ones the first."""
    said = {found.text for found in choice.cited}
    close = [found for found in evidence if found.score >= evidence[0].score - _MAY_BE_MEANT]
    others: dict[str, Evidence] = {}
    for found in close:
        if found.text not in said:
            others.setdefault(found.text, found)
    return list(others.values())[:_MOST_ALTERNATIVES]


def _introducing(who: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentence that introduces somebody whom the answer's own sentence calls "민 국장"."""
    name = name_introduced(who)
    same = (found for found in evidence if name and found.article is who.article and name in found.text)
    first = min(same, key=lambda found: found.start, default=None)
    return [first] if first else []


def _confirms(found: Evidence, by_kind: Mapping[str, Evidence]) -> bool:
    """Another article says the same."""
    return any(
        kind in found.spans
        and found.article.article_id != holder.article.article_id
        and _content(found, kind) == _content(holder, kind)
        for kind, holder in by_kind.items()
    )


def _content(found: Evidence, kind: str) -> str:
    span = found.spans[kind]
    return span.value or span.text

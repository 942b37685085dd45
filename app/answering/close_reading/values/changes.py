"""By how much something changed, where the level it came to is marked: "6만2,700원" of "2,300원 오른 6만2,700원"."""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.spans.quantities import is_change, unit_of
from app.answering.spans.span import Span
from indexing.language.detection import QUESTION_CHARACTERS

_ASKED: Final = re.compile(
    r"(?:얼마나|얼마|몇\s?[가-힣%]{1,5}(?<!로)(?<!까지))\s?(?:더\s|나\s)?(?:늘|줄[었어이여인]|올랐|올라|오른|오르|올[린리려렸]|내[렸려린리]|깎|증가|감소|상승|하락|떨어|뛰었|급등|급락|인상|인하)"
    r"|\bhow much\b.{0,80}\b(?:rise|grow|gain|climb|jump|increase|fall|drop|decline|shrink|decrease|go (?:up|down))\b"
    r"(?! to\b)"
)
_COUNTED: Final = re.compile(r"몇\s?[가-힣%]")


def by_how_much(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """The change beside a level that is marked, where a question asks by how much: one in its unit, else the nearest.

    "몇 건 늘었어?" asks for no share.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all its numbers.
        span: the one that was marked.
    """
    if not _ASKED.search(question[:QUESTION_CHARACTERS].lower()) or is_change(sentence, span):
        return span
    changes = [one for one in spans if is_change(sentence, one)]
    in_unit = [one for one in changes if unit_of(one.text) == unit_of(span.text)]
    fitting = in_unit if _COUNTED.search(question) else in_unit or changes
    return min(fitting, key=lambda one: abs(one.start - span.start), default=span)

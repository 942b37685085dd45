"""A question with what an earlier one was about, at the time that either names: "그럼 2025년에는?"."""

import re
from dataclasses import replace

from app.question.question import Question
from app.question.things import COUNTED_YEAR, YEAR, is_counted_year, is_topic
from indexing.language.hangul import has_hangul
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

CONNECTIVE = re.compile(r"^\W*(?:(?:그럼|그러면|그리고|그런데|근데|그래서)|(?:and|but|so|then|also)\b)", re.IGNORECASE)
"""Words that begin a follow-up, or another topic: "근데 새 도서관 관장은 누구야?"."""
_LIST = re.compile(r"\s*(?:[,·~∼–-]|과|와|및|and|or|to)?\s*", re.IGNORECASE)
"""What stands between times that are asked of together: "2023년과 2024년"."""
_BESIDE_THAT_TIME = re.compile(r"보다|비해|비교|대비|이후|\b(?:than|compared|since|by|until|till)\b", re.IGNORECASE)
"""Another time named beside the earlier one, not in its place: "2023년보다 얼마나 늘었어?"."""
SAYS_NOT_WHAT = re.compile(r"^\W*(?:\w+\W+)?(?:what|how) about\b", re.IGNORECASE)
"""A question that leaves what it asks for to the one before."""


def with_topic(question: Question, before: Question) -> Question:
    """The question about what an earlier one was about, and in its period unless it names another.

    Its period then takes the place of the earlier one's in what it leans on, unless it compares the two. A question
    that says nothing but another time ("그럼 2025년에는?") is the earlier one, asked of this time.
    """
    says_no_more = only_names_a_time(question)
    is_counted = names_a_year(question) and not question.periods
    kept = [one for one in before.concepts if not (is_counted and is_counted_year(one))]
    concepts = {concept.forms: concept for concept in (*kept, *question.concepts)}
    times = question.periods or _bare_year(question)
    joined = replace(
        question, concepts=tuple(concepts.values()), periods=times or before.periods, leans_on=before.standalone
    )
    if _BESIDE_THAT_TIME.search(question.text):
        return joined
    if not times:
        year = COUNTED_YEAR.search(question.text)
        moved = _in_another_year(before, year.group()) if year and (says_no_more or is_counted) else None
        if moved is None:
            return joined
        if not says_no_more:
            return replace(joined, periods=(), leans_on=f"{moved} {before.leans_on}".rstrip())
        return replace(joined, text=moved, kinds=before.kinds, periods=(), leans_on=before.leans_on)
    if not before.periods:
        return replace(joined, kinds=before.kinds) if says_no_more else joined
    moved = _at_another_time(before, question.text[times[0].start : times[-1].end])
    if moved is None:
        return joined
    if says_no_more:
        shift = before.periods[0].start - times[0].start
        periods = tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in times)
        return replace(before, text=moved, language=question.language, periods=periods, about_now=False)
    return replace(joined, leans_on=moved)


def names_a_year(question: Question) -> bool:
    """Whether a question is of a year of its own: "2025년에는 몇 명이 와?", "작년에는 누가 왔어?"."""
    return bool(question.periods) or any(map(is_counted_year, question.concepts))


def only_names_a_time(question: Question) -> bool:
    """Whether a question says nothing but another time: "그럼 2025년에는?", "올해는?", "What about 2025?"."""
    if not (question.periods or _bare_year(question) or COUNTED_YEAR.search(question.text)):
        return False
    if any(map(is_topic, question.concepts)):
        return False
    return question.kinds == ("what",) or bool(SAYS_NOT_WHAT.search(question.text))


def _bare_year(question: Question) -> tuple[TemporalExpression, ...]:
    """The year of "What about 2025?", which is a mere number in any other question."""
    if not (SAYS_NOT_WHAT.search(question.text) and (year := YEAR.search(question.text))):
        return ()
    found = find_temporal_expressions(f"{year.group()}년", None)
    return tuple(replace(one, start=year.start(), end=year.end(), text=year.group()) for one in found)


def _in_another_year(question: Question, named: str) -> str | None:
    """The text of a question with a year counted from this one, "작년", in the place of its own, or before it."""
    if question.periods:
        return _at_another_time(question, named)
    moved, count = COUNTED_YEAR.subn(named, question.text)
    if count > 1:
        return None
    return (
        moved
        if count
        else f"{named} {CONNECTIVE.sub('', question.text).strip()}"
        if has_hangul(named)
        else f"{question.text.rstrip(' ?')} {named}?"
    )


def _at_another_time(question: Question, named: str) -> str | None:
    """The text of a question with another time in the place of its own; None where it names two, and what of each."""
    first, last = question.periods[0], question.periods[-1]
    if first is not last and not _LIST.fullmatch(question.text, first.end, last.start):
        return None
    return f"{question.text[: first.start]}{named}{question.text[last.end :]}"

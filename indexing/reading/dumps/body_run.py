"""Which run of lines is the article's body, among menus, price lists and the first lines of other articles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexing.reading.origin.byline import reporters_in
from indexing.reading.text.facts import is_heading
from indexing.reading.text.line import Kind, Line

ENOUGH_PROSE = 250
"""Characters of prose after which a section head ends the article; before, it may be a menu above it."""

CUT_TEASER = 60
"""Characters from which an unfinished paragraph is a teaser cut off in mid-sentence, not a headline."""

# What a line adds to a run; prose adds its length. A few short lines inside prose (cross-heads) must cost less than the
# shortest paragraph brings, a section head more than a paragraph or two. A fact costs and brings nothing: a list of
# them beside the prose belongs to it, but is no article.
_WEIGHTS = {
    Kind.SHORT: -15,
    Kind.ITEM: -25,
    Kind.TOOL: -40,
    Kind.CAPTION: -5,
    Kind.BYLINE: -30,
    Kind.DATE: -60,
    Kind.TEASER: -150,
    Kind.HEAD: -300,
}
_MAX_WEIGHT = 600
# What pages put between the paragraphs of one article, unlike other buttons.
_BETWEEN = ("link to another page", "advertisement")
_BETWEEN_WEIGHT = -10

_GOES_ON = (Kind.PROSE, Kind.SHORT, Kind.ITEM, Kind.CAPTION, Kind.TOOL)
_LAST_SENTENCES = 3
_CLOSING = (Kind.BYLINE, Kind.DATE, Kind.HEAD, Kind.STOP, Kind.TOOL)
_SHORT_SENTENCE = re.compile(
    r"(?!(?:follow|get|sign|click|read|subscribe|join|download|share|visit|support|see|watch|listen|contact|please|send"
    r"|e-?mail|tell|try|your|copyright|this (?:article|story|report))\b)"
    r"[\"“]?[A-Z](?:[\w'’,;:%$().-]{0,30} ){2,12}[\w'’%$)-]{2,30}\.[\"”]?",
    re.IGNORECASE,
)
"""A few words up to a full stop, unlike what sites ask their readers to do."""
_LEAD_TAG = re.compile(r"^[\[【(]([^\]】)/:]{2,20})[\]】)]\s?(?=\S.{30})")
_NO_OUTLET = re.compile(r"^(?:앵커|기자|리포트|인터뷰|질문|답변|문|답|단독|속보|종합|Q\d*|A\d*|\d+)$")


def with_teasers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Mark teasers of other articles: a headline and a paragraph cut in mid-sentence, at least twice in a row.

    Section heads above them ("최신뉴스") are often lost in a dump, so they must be known by their shape.
    """
    marked = list(lines)
    visible = [i for i, line in enumerate(lines) if line.kind not in (Kind.TOOL, Kind.DATE, Kind.BYLINE)]
    pairs = [
        (head, text)
        for head, text in pairwise(visible)
        if lines[head].kind in (Kind.SHORT, Kind.ITEM) and len(lines[head].text) < 100 and _is_cut(lines[text])
    ]
    position = {index: order for order, index in enumerate(visible)}
    for number, (head, text) in enumerate(pairs):
        neighbours = pairs[max(0, number - 1) : number] + pairs[number + 1 : number + 2]
        if any(abs(position[other] - position[head]) == 2 for other, _ in neighbours):
            for index in (head, text):
                marked[index] = replace(lines[index], kind=Kind.TEASER, reason="teaser of another article")
    return tuple(marked)


def _is_cut(line: Line) -> bool:
    if line.kind not in (Kind.PROSE, Kind.SHORT) or len(line.text) < CUT_TEASER:
        return False
    return re.search(r"(?:\.\.\.?|…)$", line.text) is not None or re.search(r"[.!?。\"”’'」』)\]]$", line.text) is None


def body_run(lines: Sequence[Line], after: int | None) -> tuple[int, int] | None:
    """Start and end index of the body: the run whose prose outweighs by most what stands between it, and facts beside.

    Args:
        lines: all lines of the source, teasers marked.
        after: index of the dateline, below which the body is expected; None if there is no dateline.

    Returns:
        None if there is no prose at all.
    """
    best = max((_heaviest(lines, low, high) for low, high in _segments(lines)), default=(0, 0, 0))
    if after is not None:
        below = max(
            (_from_first_prose(lines, max(low, after + 1), high) for low, high in _segments(lines)), default=(0, 0, 0)
        )
        # A dateline at the foot of the article has only other articles below it.
        if below[0] > 0 and below[0] >= 0.4 * best[0]:
            best = below
    weight, start, end = best
    return _with_facts_beside(lines, start, end) if weight > 0 else None


def beyond_notice(lines: Sequence[Line], run: tuple[int, int]) -> tuple[int, int]:
    """A run with the paragraphs below the copyright line that it ends at, if its own reporter signs them.

    Without a signature they are the first lines of other articles.
    """
    start, end = run
    notice = next((n for n in range(end, len(lines)) if lines[n].kind is not Kind.TOOL), len(lines))
    if notice == len(lines) or lines[notice].kind is not Kind.STOP:
        return run
    signed = next((n for n in range(notice + 1, len(lines)) if lines[n].kind not in _GOES_ON), len(lines))
    below = [line.kind for line in lines[notice + 1 : signed] if line.kind not in (Kind.TOOL, Kind.CAPTION)]
    if signed == len(lines) or lines[signed].kind is not Kind.BYLINE or below[:1] != [Kind.PROSE]:
        return run
    names = {name for line in lines[:end] if line.kind in (Kind.DATE, Kind.BYLINE) for name in reporters_in(line.text)}
    return (start, signed) if names & set(reporters_in(lines[signed].text)) else run


def with_last_sentences(lines: Sequence[Line], run: tuple[int, int]) -> tuple[int, int]:
    """A run with the short English sentences that end it: "The two are sister cities." is no headline.

    By their length alone they might be headlines, which end in no full stop. Behind them stands who wrote the article,
    a section head or nothing: among other headlines they would be a site's own.
    """
    start, end = run
    last = end
    while last < min(len(lines), end + _LAST_SENTENCES) and _is_short_sentence(lines[last]):
        last += 1
    is_closed = last == len(lines) or lines[last].kind in _CLOSING
    return (start, last) if is_closed else run


def _is_short_sentence(line: Line) -> bool:
    return line.kind is Kind.SHORT and _SHORT_SENTENCE.fullmatch(line.text) is not None


def _with_facts_beside(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """A run with the lists of facts directly above and below it; a heading may stand between."""
    above = start - 1 if start and is_heading(lines[start - 1]) else start
    facts = above
    while facts and lines[facts - 1].kind is Kind.FACT:
        facts -= 1
    if facts < above:
        start = facts
    while end < len(lines) and lines[end].kind is Kind.FACT:
        end += 1
    return start, end


def _segments(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches that can hold one article: between copyright lines, and between repetitions of an outlet's lead tag."""
    tags = [_tag(line) for line in lines]
    times = Counter(tags)
    walls = [0]
    for index, line in enumerate(lines):
        if line.kind is Kind.STOP:
            walls += [index, index + 1]
        elif tags[index] and times[tags[index]] > 1:
            walls.append(index)
    walls.append(len(lines))
    return [(low, high) for low, high in pairwise(walls) if low < high]


def _tag(line: Line) -> str | None:
    match = _LEAD_TAG.match(line.text) if line.kind in (Kind.PROSE, Kind.TEASER) else None
    return None if match is None or _NO_OUTLET.match(match.group(1)) else match.group(1)


def _weight(line: Line) -> int:
    if line.kind is Kind.TOOL and line.reason in _BETWEEN:
        return _BETWEEN_WEIGHT
    return min(len(line.text), _MAX_WEIGHT) if line.kind is Kind.PROSE else _WEIGHTS.get(line.kind, 0)


def _heaviest(lines: Sequence[Line], low: int, high: int) -> tuple[int, int, int]:
    """Weight, start and end of the run of greatest weight (Kadane's algorithm)."""
    best = (0, low, low)
    weight, start, prose = 0, low, 0
    for index in range(low, high):
        line = lines[index]
        if weight <= 0 or (line.kind is Kind.HEAD and prose >= ENOUGH_PROSE):
            weight, start, prose = 0, index, 0
        weight += _weight(line)
        prose += len(line.text) if line.kind is Kind.PROSE else 0
        if weight > best[0]:
            best = (weight, start, index + 1)
    return best


def _from_first_prose(lines: Sequence[Line], low: int, high: int) -> tuple[int, int, int]:
    """The same, for a run that must begin at the first prose: a short quoted lead weighs little but belongs to it."""
    start = next((index for index in range(low, high) if lines[index].kind is Kind.PROSE), None)
    if start is None:
        return (0, low, low)
    best = (0, start, start)
    weight = prose = 0
    for index in range(start, high):
        line = lines[index]
        if line.kind is Kind.HEAD and prose >= ENOUGH_PROSE:
            break
        weight += _weight(line)
        prose += len(line.text) if line.kind is Kind.PROSE else 0
        if weight > best[0]:
            best = (weight, start, index + 1)
    return best

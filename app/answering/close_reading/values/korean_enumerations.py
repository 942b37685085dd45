"""Korean enumerations: nouns joined by commas, dots, 과, 와 and 및, and closed by a particle or 등."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from indexing.language.hangul import final_consonant
from indexing.language.terms import without_particle

_MOST_ITEMS: Final = 15
_MOST_WORDS: Final = 4
_TOKEN: Final = re.compile(
    r"(?:[‘“'\"「『《][^‘’“”'\"「」『』《》]{1,40}[’”'\"」』》]|\([^()]{1,120}\)|[^\s,·ㆍ、()‘’“”「」『』《》])+|[,·ㆍ、]"
)
_MARKS: Final = ",·ㆍ、"
_BRACKET_BEHIND: Final = re.compile(r"\([^()]{1,120}\)")
_AND: Final = re.compile(r"(?<=[가-힣A-Za-z\d’”'\"」』》)])(?P<and>과|와|이랑|랑)$")
_NO_AND: Final = re.compile(r"(?:결과|효과|성과|[학외내치안]과|일과|통과|초과|경과|사과|교과|과과|기와)$")
"""Nouns that end like the particle that joins."""
_AND_WORDS: Final = frozenset({"및", "그리고", "또는"})
_CLOSING: Final = re.compile(
    r"(?:에서는|에서도|에게서|까지는|부터는|이라고|이라는|에서|에게|에는|에도|으로|까지|부터|이다|이며|이고|이었다|였다|이라|다"
    r"|은|는|이|가|을|를|의|에|도|로|만)[.…]?$"
)
"""What may stand behind the last noun of an enumeration."""
_NO_PARTICLE: Final = re.compile(
    r"(?:작|화|국|[소연비]설|평론|전문|건축|음악|무용|사진|번역|기업|활동|만화|작곡|극작|성악|기획|연출|사업|정치|조각|안무|연극)가$"
    r"|(?:대학|세종|어린이|놀이|먹거리)로?$|회의$"
)
"""소설가 |진가람: nouns that end like particles, and may have a name behind them."""
_SUCH_AS: Final = re.compile(r"^등(?:이다|이며|이고|이었다|이|을|의|은|도|과|에|으로|에서|에게)?[.…]?$")
"""Behind the last of several: 서울, 부산 |등이."""
_RUNNING: Final = re.compile(
    r"(?:에서|에게|에는|에도|으로|까지|부터|보다|면서|지만|으나|는데|어서|아서|해서|하고|며|은|는|을|를|에)$"
    r"|(?<=[가-힣]{2})(?<![도진경선통종항활미수대세피해회지무])로$"
    r"|[가-힣](?:한|된|할|될|하던|났|있)$|[.!?…]$"
)
"""No item of an enumeration ends so, neither before a comma nor inside: it belongs to the clause around."""
_INNER: Final = re.compile(
    r"[가-힣]{2,}(?:이|가|의|도|로|만)$|(?<![시외기예정언법체문경상노국음영방과농어종장본])인$|[가-힣]던$"
)
"""Nor does a word inside an item: 대표인 |한가람, 시의 |도서관."""
_COPULA: Final = re.compile(r"(?<=[가-힣]{2})(?:이다|이며|이고|이었다|였다|다)$")
_LONE_PARTICLE: Final = re.compile(r"(?<=^[가-힣])[은는을를]$")
_TITLE: Final = re.compile(
    r"(?:장|대표|감독|교수|작가|의원|이사|판사|재판관|총재|총리|장관|대통령|지사|군수|선수|기자|박사|연구원|학예사|사서|셰프|씨)$"
)
"""Behind a name, which belongs to it: 강로사 |위원장과."""
_FIGURE: Final = re.compile(r"^[‘“'\"]?\d")
_WITH: Final = re.compile(
    r"^(?:함께|같이|더불어|달리|마찬가지|관련|비교|비슷|견[주줘]|맞[먹붙서]|만[나났난]|손[을잡]|힘을|뜻을|공동|경쟁|협력|협의|협약|합의"
    r"|계약|체결|자매결연|결연|교류|회[담동의]|면담|간담|통화|맺|겨[루뤄룬뤘]|싸[우워운웠]|헤어|결혼|연계|연결|이어|닿|접)"
)
"""Behind 과 and 와 that join nobody, but tell with whom or what: 이즈미르와 자매결연을 맺었다."""
_BETWEEN: Final = re.compile(r"^(?:사이|관계|차이|간의?(?=\s|$))")
"""Behind two who are no answer together: 아버지와 어머니 |사이에서."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a mark of a sentence.

    Attributes:
        text: as it stands.
        start: offset in the sentence.
        end: offset after its last character.
        joins: whether an item of an enumeration ends here and another one follows.
        noun_end: offset behind the noun: without what joins it, or closes it.
    """

    text: str
    start: int
    end: int
    joins: bool
    noun_end: int

    @property
    def noun(self) -> str:
        """The word without what joins or closes it."""
        return self.text[: self.noun_end - self.start]


def whole_in_korean(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the enumeration begins and ends that a part of a Korean sentence is in, or else that part."""
    tokens = _tokens(sentence)
    inside = [index for index, token in enumerate(tokens) if token.start < end and start < token.end]
    if not inside:
        return start, end
    first, last = inside[0], inside[-1]
    bracket = _BRACKET_BEHIND.match(sentence, end, tokens[last].end)
    is_cut = (bracket.end() if bracket else end) < tokens[last].noun_end or start > tokens[first].start
    is_clause = any(_is_in_clause(tokens[index]) for index in inside[:-1] if tokens[index].text not in _MARKS)
    if is_clause or (is_cut and sentence[start - 1 : start] not in ("‘", "“", "'", '"')):
        return start, end
    begin = _before(tokens, first, start, max(1, _words(tokens, first, end)))
    behind = _behind(tokens, last, end, has_others=begin < start)
    is_in_row = begin < start or behind > end or any(tokens[index].joins for index in inside)
    return begin, bracket.end() if bracket and is_in_row and behind == end else behind


def items_in_korean(text: str) -> list[str]:
    """The items of a Korean enumeration, in order; a text that is none is its only item."""
    items, first, tokens = [], 0, _tokens(text)
    if any(_is_in_clause(token) for token in tokens[:-1] if not token.joins and token.text not in _MARKS):
        return [text]
    for token in tokens:
        if token.joins:
            items.append(text[first : token.noun_end])
            first = token.end
    return [item.strip() for item in (*items, text[first:]) if item.strip()]


def _tokens(sentence: str) -> list[_Token]:
    found = list(_TOKEN.finditer(sentence))
    return [_token(sentence, match, following) for match, following in pairwise([*found, None]) if match]


def _token(sentence: str, match: re.Match[str], following: re.Match[str] | None) -> _Token:
    text, start, end = match.group(), match.start(), match.end()
    if text in _MARKS or text in _AND_WORDS:
        return _Token(text, start, end, joins=False, noun_end=end)
    if following and (following.group() in _AND_WORDS or (following.group() in _MARKS and following.start() == end)):
        runs_on = _RUNNING.search(text) or _FIGURE.search(text)
        bare = start + _bare_end(text) if runs_on else end
        return _Token(text, start, following.end(), joins=not runs_on, noun_end=bare)
    joined = _AND.search(text)
    if joined and following and not _NO_AND.search(text) and _fits(text, joined):
        return _Token(text, start, end, joins=not _FIGURE.search(text), noun_end=start + joined.start())
    bare = _bare_end(text)
    return _Token(text, start, end, joins=False, noun_end=start + bare)


def _fits(text: str, joined: re.Match[str]) -> bool:
    """과 and 이랑 stand behind a consonant, 와 and 랑 behind a vowel."""
    before = final_consonant(text[joined.start() - 1])
    return before is None or (before > 0) == (joined["and"] in ("과", "이랑"))


def _bare_end(text: str) -> int:
    """Where a word ends without the particle that closes an enumeration."""
    closed = max(text.rfind(mark) for mark in ")’”'\"」』》") + 1
    if closed:
        return closed
    bare = without_particle(_COPULA.sub("", text.rstrip(".…")))
    return len(_LONE_PARTICLE.sub("", bare))


def _words(tokens: Sequence[_Token], first: int, end: int) -> int:
    """How many words the item has in which a mark begins."""
    count = 0
    for token in tokens[first:]:
        if token.start >= end:
            break
        count += 1
        if token.joins:
            break
    return count


def _behind(tokens: Sequence[_Token], last: int, end: int, *, has_others: bool) -> int:
    """Where an enumeration ends that a mark is in: the mark's own end where none goes on behind it.

    With others before it, the last has its title as they have theirs.
    """
    own = last
    while own < min(last + 2, len(tokens) - 1) and (tokens[own].end == end or _is_inside(tokens[own])):
        own += 1  # 강로사 |위원장과
    if not tokens[own].joins:
        is_titled = has_others and own == last + 1 and _TITLE.search(tokens[own].noun)
        return tokens[own].noun_end if is_titled else end
    reached = end
    for item in _items(tokens, own + 1):
        words = [tokens[place] for place in item]
        if _WITH.match(words[0].text) or _FIGURE.search(words[0].text):
            break
        if not words[-1].joins and (_WITH.match(words[-1].text) or _BETWEEN.match(words[-1].text)):
            break
        reached = words[-1].noun_end
    return reached


def _items(tokens: Sequence[_Token], first: int) -> Iterator[range]:
    """Items one after the other, as the places of their words; the last one is closed by a particle or by 등."""
    for _ in range(_MOST_ITEMS):
        while first < len(tokens) and (tokens[first].text in _MARKS or tokens[first].text in _AND_WORDS):
            first += 1
        for place in range(first, min(first + _MOST_WORDS, len(tokens))):
            token = tokens[place]
            is_last = place + 1 == len(tokens) or _SUCH_AS.match(tokens[place + 1].text)
            if token.joins or is_last or (_CLOSING.search(token.text) and not _NO_PARTICLE.search(token.text)):
                break
            if _RUNNING.search(token.text) or _FIGURE.search(token.text):
                return
        else:
            return
        yield range(first, place + 1)
        if not tokens[place].joins:
            return
        first = place + 1


def _before(tokens: Sequence[_Token], first: int, start: int, longest: int) -> int:
    """Where an enumeration begins that a mark is in: the mark's own beginning where nothing goes before it.

    What is before the first item is no more sharply told from it than by a particle: it has no more words than the
    item that is marked.
    """
    reached, place = start, first - 1
    while place >= 0 and _is_inside(tokens[place]):
        place -= 1  # 가수 |윤서린
    for _ in range(_MOST_ITEMS):
        while place >= 0 and (tokens[place].text in _MARKS or tokens[place].text in _AND_WORDS):
            place -= 1
        if place < 0 or not tokens[place].joins:
            break
        begin = place
        most = max(longest, 2) if _TITLE.search(tokens[place].noun) else longest
        while begin > 0 and place - begin + 1 < most and _is_inside(tokens[begin - 1]):
            begin -= 1
        reached, place = tokens[begin].start, begin - 1
        while place >= 0 and not tokens[place].joins and _is_inside(tokens[place]) and _joined_before(tokens, place):
            place -= 1
            reached = tokens[place + 1].start
    return reached


def _is_inside(token: _Token) -> bool:
    """Whether a word may stand inside an item, with another one behind it."""
    return not (token.joins or token.text in _MARKS or _is_in_clause(token))


def _is_in_clause(token: _Token) -> bool:
    """Whether a word belongs to a clause, and not to a name."""
    is_noun = _NO_PARTICLE.search(token.text)
    return bool(
        _RUNNING.search(token.text) or _FIGURE.search(token.text) or (_INNER.search(token.text) and not is_noun)
    )


def _joined_before(tokens: Sequence[_Token], place: int) -> bool:
    """Whether words before one lead to another item, and not to the beginning of the clause."""
    for index in range(place - 1, max(-1, place - _MOST_WORDS), -1):
        if tokens[index].joins:
            return True
        if not _is_inside(tokens[index]):
            return False
    return False

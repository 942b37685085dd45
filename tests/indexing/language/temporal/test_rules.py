"""The index of rules against a search of every pattern through the whole text: the same matches, much faster."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.corpus import scan
from indexing.language.temporal import english_words, find_temporal_expressions, finding, korean_words
from indexing.language.temporal.grammar import Candidate, Grammar, _candidate
from indexing.language.temporal.rules import Rule, RuleIndex
from indexing.language.temporal.tables import listed
from indexing.reading.readers import read_file

CORPUS = Path(__file__).parents[4] / "corpus"
ANCHOR = date(2025, 1, 21)
_, KOREAN, ENGLISH = finding.GRAMMARS


def exhaustive(index: RuleIndex, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """What ``RuleIndex.matches`` promises, the slow way."""
    found = [(rule, match) for rule in index.rules for match in rule.pattern.finditer(text)]
    return iter(sorted(found, key=lambda one: one[1].start()))


def exhaustive_candidates(grammar: Grammar, text: str) -> list[Candidate]:
    found = (_candidate(grammar, rule, match) for rule, match in exhaustive(grammar.rules, text))
    return [one for one in found if one is not None]


def spans(matches: Iterable[tuple[Rule, re.Match[str]]]) -> list[tuple[str, tuple[int, int]]]:
    return [(rule.pattern.pattern, match.span()) for rule, match in matches]


def words_of(module: ModuleType) -> set[str]:
    """The words of a grammar's tables, so that what is added there is tested here; not the lists around dates."""
    tables = [table for name, table in vars(module).items() if name.isupper() and not name.startswith("NO_")]
    return {word for table in tables if isinstance(table, dict) for word in table}


DASHES = "~∼～〜-–—"
FIGURES = {*listed("2024, 21, 3, 1990, 1st, 2nd, 3rd, 4/4, 1·4, ２０２４, ٣")}
KOREAN_PIECES = {
    *words_of(korean_words),
    *FIGURES,
    *(f"{unit} 전" for unit in korean_words.UNITS),
    *(f"{start}{dash}" for start in ("3", "2022") for dash in DASHES),
    *listed("년, 월, 일, 분, 올, 전, 반년, 월말, 월초, 연말, 연초, 상반기, 하반기, 1분기, 1/4분기, 1·4분기"),
    *listed("년대, 연휴, 까지, '24년, ’24년, ‘24년, 2024년, 5월, 3일, 월요일, 첫째 주 토요일"),
    *listed("주말 사이, 3·1절, 3.1절, '25., ’26."),
}
ENGLISH_PIECES = {
    *words_of(english_words),
    *FIGURES,
    *(f"{unit}s ago" for unit in english_words.UNITS),
    *english_words.VAGUE,
    *english_words.WEEKDAY_ABBREVIATIONS,
    *DASHES,
    *listed(
        "the end of, year-end, the year's end, the end of the year, the first, the third, the 1st, the 2nd, the, in, on"
    ),
    *listed(
        "Q3, 3Q, H1, 1960s, half of 2025, quarter, friday of june, of june, 3 june, 3-5 june, 3 to 5 june, March 3"
    ),
    *listed("the week of, week starting, weeks from friday, week ago monday, weekend, FY"),
    *listed("28th of last month, christmas, new year’s eve, May, Mar, coming, upcoming"),
    *listed("week ago, next year, in two, weeks"),
}


@pytest.mark.parametrize(
    ("grammar", "pieces"), [(KOREAN, KOREAN_PIECES), (ENGLISH, ENGLISH_PIECES)], ids=["korean", "english"]
)
def test_whatever_two_words_can_begin_is_found(grammar: Grammar, pieces: set[str]) -> None:
    pairs = [f"({one} {two}" for one, two in product(sorted(pieces), repeat=2)]
    pairs += [f"{one}{two}" for one, two in product(sorted(FIGURES), sorted(pieces))]
    text = "\n".join(pairs)
    assert spans(grammar.rules.matches(text)) == spans(exhaustive(grammar.rules, text))


PIECES = st.one_of(
    st.sampled_from(sorted(KOREAN_PIECES | ENGLISH_PIECES)),
    st.sampled_from(sorted(map(str.upper, ENGLISH_PIECES))),
    st.sampled_from(sorted(map(str.title, ENGLISH_PIECES))),
    st.sampled_from(
        ["시장은", "회의를", "council", "İn 3 days", "laſt week", "(ſun)", "_", "\n", "\u00a0", "  ", "1,234"]
    ),
    st.text(max_size=2),
)
SPACES = st.sampled_from(["", " ", "\u00a0", ". "])
TEXTS = st.builds(lambda pieces, space: space.join(pieces), st.lists(PIECES, max_size=12), SPACES)


@given(TEXTS.map(finding._without_lookalikes))
def test_the_index_finds_what_a_search_of_every_pattern_finds(text: str) -> None:
    for grammar in finding.GRAMMARS:
        assert spans(grammar.rules.matches(text)) == spans(exhaustive(grammar.rules, text))


@given(TEXTS.map(finding._without_lookalikes), st.integers(0, 60))
def test_the_index_matches_at_a_place_what_every_pattern_matches_there(text: str, place: int) -> None:
    for index in (index for grammar in finding.GRAMMARS for index in (grammar.rules, grammar.tails)):
        tried = ((rule, rule.pattern.match(text, place)) for rule in index.rules)
        assert spans(index.at(text, place)) == spans((rule, match) for rule, match in tried if match is not None)


@given(TEXTS)
def test_any_text_has_the_dates_that_an_exhaustive_search_gives_it(text: str) -> None:
    found = find_temporal_expressions(text, ANCHOR)
    assert all(text[one.start : one.end] == one.text for one in found)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(finding, "candidates", exhaustive_candidates)
        assert found == find_temporal_expressions(text, ANCHOR)


def test_the_sample_archive_has_the_dates_that_an_exhaustive_search_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    files = scan(CORPUS).files
    articles = [one for file in files for one in read_file(file.read(file.size).content, file.path).articles]
    texts = [(text, one.published_on) for one in articles for text in (one.title, one.body)]
    found = [find_temporal_expressions(text, published) for text, published in texts]
    assert sum(map(len, found)) > 500
    monkeypatch.setattr(finding, "candidates", exhaustive_candidates)
    assert found == [find_temporal_expressions(text, published) for text, published in texts]


def test_a_pattern_is_tried_only_where_its_openings_stand() -> None:
    rules = [
        Rule(re.compile(pattern), lambda _: None, (opening,))
        for pattern, opening in (("[a-z]+", "may"), (r"\d+ ?일", "#일"))
    ]
    index = RuleIndex(tuple(rules))
    assert spans(index.matches("may april 3일 4월 5 일 dismay")) == [
        ("[a-z]+", (0, 3)),
        (r"\d+ ?일", (10, 12)),
        (r"\d+ ?일", (16, 19)),
    ]
    assert spans(RuleIndex(()).matches("may 3일")) == []

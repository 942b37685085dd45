"""People in the news: titles of office in Korean and English, and how family names are spelt in English."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final, Self

from indexing.language.glossary import read_table

HONORIFICS: Final = ("씨", "군", "양", "옹", "여사")
"""What follows a name and tells no office; 씨 may be glued to it."""


@dataclass(frozen=True)
class People:
    """What is known about names of Koreans and the titles that follow them.

    Attributes:
        titles: Korean title as it stands after a name -> English: 사무총장 -> "secretary general".
        surnames: family name in Hangul -> English spellings, most usual first: 오 -> ("Oh", "O").
        spelt: lower-case English spelling -> family names it may stand for, the likeliest first.
        known: well-known people in Hangul -> the English spelling they use themselves: 시진핑 -> "Xi Jinping".
    """

    titles: Mapping[str, str]
    surnames: Mapping[str, tuple[str, ...]]
    spelt: Mapping[str, tuple[str, ...]]
    known: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def known_spelt(self) -> Mapping[str, tuple[str, ...]]:
        """Lower-case English spelling -> how Korean articles write these people."""
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for korean, english in self.known.items():
            found[english.lower()] += (korean,)
        return found

    @classmethod
    def load(cls) -> Self:
        """The titles and family names that come with the package."""
        names = surnames()
        known = {name: english for korean, (english,) in read_table("known_people.tsv") for name in korean}
        return cls(titles(), names, _by_spelling(names), known)

    def surnames_spelt(self, english: str) -> tuple[str, ...]:
        """Family names in Hangul that may be written so: "Chung" -> 정; empty when it is no Korean family name."""
        return self.spelt.get(english.lower(), ())


@cache
def titles() -> Mapping[str, str]:
    """Korean title of office or role -> English, read from ``titles.tsv``."""
    return MappingProxyType({korean: english for (korean,), (english,) in read_table("titles.tsv")})


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Family name in Hangul -> English spellings, read from ``surnames.tsv``."""
    return MappingProxyType({hangul: spellings for (hangul,), spellings in read_table("surnames.tsv")})


def _by_spelling(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Names whose usual spelling it is come first: "Yoo" is 유 before 류."""
    ranked: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for hangul, spellings in names.items():
        for rank, spelling in enumerate(spellings):
            ranked[spelling.lower()].append((rank, hangul))
    # The sort is stable and compares ranks only, so names of one rank keep the table's order, which is by frequency.
    return {
        spelling: tuple(hangul for _, hangul in sorted(pairs, key=lambda pair: pair[0]))
        for spelling, pairs in ranked.items()
    }

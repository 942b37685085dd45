"""Bodies of Korean articles for English readers: 고려대 -> Korea University, 강남경찰서 -> Gangnam Police Station."""

import re
from typing import Final

from indexing.language.glossary import Glossary, read_table
from indexing.language.romanisation import romanise_place

_KINDS: Final = {
    "지방법원": "District Court", "지법": "District Court", "고등법원": "High Court", "고법": "High Court",
    "가정법원": "Family Court", "행정법원": "Administrative Court", "지방검찰청": "District Prosecutors' Office",
    "지검": "District Prosecutors' Office", "고등검찰청": "High Prosecutors' Office",
    "고검": "High Prosecutors' Office", "경찰청": "Police Agency", "경찰서": "Police Station",
    "해양경찰서": "Coast Guard Station", "해경": "Coast Guard", "소방서": "Fire Station",
    "소방본부": "Fire Headquarters", "교육청": "Office of Education", "시청": "City Hall", "구청": "District Office",
    "군청": "County Office", "도청": "Provincial Office", "시의회": "City Council", "구의회": "District Council",
    "군의회": "County Council", "도의회": "Provincial Council", "보건소": "Public Health Center",
    "세관": "Customs Office", "세무서": "Tax Office",
}  # fmt: skip
"""Offices that are called by their place."""
_DIVISIONS: Final = {"시": "", "구": "-gu", "군": "-gun"}
_OFFICE: Final = re.compile(rf"(?P<stem>[가-힣]{{2,4}}?)(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})")
_DIVISION: Final = re.compile(rf"(?P<stem>[가-힣]{{2,3}})(?P<division>[{''.join(_DIVISIONS)}])")
_TEAM: Final = "대표팀"
_LONGEST: Final = 8
"""Words looked at."""
_COMPANY: Final = re.compile(r"^(?:\(주\)|㈜|주식회사)\s?|\s?(?:\(주\)|㈜|주식회사)$")
_BRACKETED: Final = re.compile(r"(?P<name>[가-힣\s]{2,40}?)\s?\((?P<latin>[A-Z][A-Za-z&. -]{1,40})\)")
_WITH_ARTICLE: Final = re.compile(
    r"^(?!KB )(?:.*\b(?:Ministry|Board|Commission|Committee|Council|Assembly|Association|Party|Administration|Agency"
    r"|Union|Service|Confederation|Federation|Courts?|Offices?|Staff|Reserve|Department|Headquarters|Nations|States"
    r"|Kingdom|Netherlands|Philippines|Republic)\b"
    r"|Bank of|University of)",
    re.IGNORECASE,
)

_SENSES: Final = {
    "기사": "driver", "군": "military", "미": "US", "일": "Japanese", "중": "Chinese", "영": "British", "불": "French",
    "남": "South Korean", "북": "North Korean", "소방": "fire", "의회": "legislature",
    "여자": "women's", "남자": "men's",
}  # fmt: skip
"""Words that the glossary has in other senses, or not, where people and bodies are told by several: 택시 기사."""
_ADJECTIVES: Final = {"한국": "South Korean", "북한": "North Korean", "미국": "US", "영국": "British"}
_NATIONALS: Final = {"한국": "Korean", "북한": "North Korean", "미국": "American"}
"""A US official, but an American."""


class BodyNames:
    """Renders bodies that are known, or that are called by their place and what they are.

    Args:
        glossary: English names of places.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._known = {name: english for korean, (english,) in read_table("bodies.tsv") for name in korean}

    def known(self, text: str) -> str | None:
        """The name that the body uses in English; None where it is not known."""
        bare = _COMPANY.sub("", text)
        return self._known.get(bare)

    def in_english(self, text: str) -> str | None:
        """The body in English, or None where only its sound could be told, which would pass for a name."""
        if known := self.known(text):
            return known
        if bracketed := _BRACKETED.fullmatch(text):
            return self.known(bracketed["name"]) or bracketed["latin"]
        words = text.split()
        if len(words) == 2 and self._glossary.place_in_english(words[0]):  # 서울 강남경찰서
            return self._named(words[1])
        return self._named(text)

    def in_words(self, text: str) -> str | None:
        """In English if every word is: 일본 정부 -> "Japanese government", 택시 기사 -> "taxi driver"."""
        words = text.split()[:_LONGEST]
        english: list[str] = []
        while words:
            count = next((n for n in range(len(words), 0, -1) if self._word(" ".join(words[:n]))), 0)
            if not count:
                return None
            phrase, words = " ".join(words[:count]), words[count:]
            sense = _SENSES.get(phrase) if words or english else None
            sense = sense or (self.adjective(phrase) if words else None)
            english.append(sense or (self._abroad(phrase) if english else None) or self._word(phrase) or "")
        return " ".join(english) or None

    def _word(self, word: str) -> str | None:
        if (team := word.removesuffix(_TEAM)) != word and (sport := self._glossary.english(team)):
            return f"{sport[0]} national team"
        known = self._glossary.place_in_english(word) or self.known(word) or self.national(word)
        return known or _SENSES.get(word) or next(iter(self._glossary.english(word)), None)

    def _abroad(self, body: str) -> str | None:
        """A ministry behind the name of another country is not the Korean one, and has no capitals."""
        is_korean = (self.known(body) or "").startswith(("Ministry of ", "National "))
        return next(iter(self._glossary.english(body)), None) if is_korean else None

    def adjective(self, country: str) -> str | None:
        """Of a country, as it stands before what it has: 일본 -> Japanese, 미국 -> US; None where it is not known."""
        if country in _ADJECTIVES:
            return _ADJECTIVES[country]
        if country not in self._glossary.romanised or country not in self._glossary.lemmas:
            return None
        adjective = self._glossary.lemmas[country][0]
        return adjective[:1].upper() + adjective[1:]

    def national(self, word: str) -> str | None:
        """Somebody of a country: 인도인 -> Indian, 프랑스인 -> French national; 호주인 is no Mr Ho."""
        country = word.removesuffix("인")
        adjective = _NATIONALS.get(country) or self.adjective(country) if country != word else None
        return f"{adjective} national" if adjective and adjective.endswith(("sh", "ch")) else adjective

    def _named(self, word: str) -> str | None:
        if match := _OFFICE.fullmatch(word):
            place = self._glossary.place_in_english(match["stem"]) or romanise_place(match["stem"])
            return f"{place} {_KINDS[match['kind']]}"
        match = _DIVISION.fullmatch(word)
        if not match or self._glossary.english(word):
            return None
        return f"{romanise_place(match['stem'])}{_DIVISIONS[match['division']]}"


def with_article(body: str) -> str:
    """As it stands behind "of": the Bank of Korea, but Korea University."""
    return f"the {body}" if _WITH_ARTICLE.search(body) else body

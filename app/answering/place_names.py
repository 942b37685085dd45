"""Korean places for English readers: 해담아트홀 -> Haedam Art Hall, 갈무동 주민센터 -> Galmu-dong Community Center."""

import re
from typing import Final

from indexing.language.glossary import Glossary, read_table
from indexing.language.romanisation import romanise_place

_DIVISIONS: Final = {
    "동": "dong", "구": "gu", "군": "gun", "읍": "eup", "면": "myeon", "리": "ri", "로": "ro", "길": "gil"
}  # fmt: skip
_DIVISION: Final = re.compile(rf"^(?P<stem>[가-힣]{{1,3}}?)(?P<division>{'|'.join(_DIVISIONS)})$")
_CITY: Final = re.compile(r"^(?P<stem>[가-힣]{2,3})시$")
_OF: Final = re.compile(rf"(?<=[가-힣])(?P<unit>[시{''.join(_DIVISIONS)}])의$")
_JOINED: Final = re.compile(r"(?<=[가-힣])(?:과|와)\s|,\s?|·")


class PlaceNames:
    """Renders places of Korean articles, known ones by the glossary.

    Args:
        glossary: English names of places.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._kinds = {korean: english for (korean,), (english,) in read_table("place_kinds.tsv")}
        longest_first = sorted(self._kinds, key=len, reverse=True)
        self._kind = re.compile(rf"(?P<stem>[가-힣A-Za-z]+?)(?P<kind>{'|'.join(longest_first)})")

    def in_english(self, text: str) -> str:
        """The place in English; with the Korean in brackets unless the glossary knows every word of it."""
        places = [self._place(part.split()) for part in _JOINED.split(text) if part.strip()]
        english = " and ".join(english for english, _ in places)
        return english if all(known for _, known in places) else f"{english} ({text})"

    def _place(self, words: list[str]) -> tuple[str, bool]:
        """Korean goes from the large to the small, English back; a kind by itself belongs to the word before it."""
        pieces: list[tuple[str, bool]] = []
        for word in words:
            english, known = self._word(word)
            if pieces and word in self._kinds:
                before, was_known = pieces.pop()
                english, known = f"{before} {english}", was_known and known
            pieces.append((english, known))
        return ", ".join(english for english, _ in reversed(pieces)), all(known for _, known in pieces)

    def _word(self, word: str) -> tuple[str, bool]:
        word = _OF.sub(r"\g<unit>", word)  # 솔내구의 솔내아이병원
        known = self._glossary.place_in_english(word)
        if known:
            return known, True
        if len(word) > 1 and word in self._kinds:
            return self._kinds[word], False
        match = self._kind.fullmatch(word)
        if match and (len(match["kind"]) > 1 or len(match["stem"]) > 1):
            return f"{self._stem(match['stem'])} {self._kinds[match['kind']]}", False
        if match := _DIVISION.match(word):
            return f"{romanise_place(match['stem'])}-{_DIVISIONS[match['division']]}", False
        if match := _CITY.match(word):
            return self._stem(match["stem"]), False
        return romanise_place(word), False

    def _stem(self, stem: str) -> str:
        return self._glossary.place_in_english(stem) or self._word(stem)[0]

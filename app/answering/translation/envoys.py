"""Envoys of Korean articles in English: 주러시아 대사 -> "ambassador to Russia", 미국 대사 -> "US ambassador"."""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.translation.body_names import BodyNames, with_article
from indexing.language.glossary import Glossary

_POST: Final = re.compile(r"주(?P<host>[가-힣]{1,10})")
_AT_HOME: Final = re.compile(r"주한\s?(?P<country>[가-힣]{2,10})")
_SHORT: Final = {
    "미": "미국", "일": "일본", "중": "중국", "영": "영국", "독": "독일", "불": "프랑스", "러": "러시아", "한": "한국",
}  # fmt: skip
_SEATS: Final = ("대사", "총영사")
"""What an ambassador is to a country, a consul general is in a city."""


class Envoys:
    """Renders the posts of ambassadors and consuls general.

    Args:
        glossary: English names of places.
        bodies: adjectives of countries, and bodies that envoys are sent to.
    """

    def __init__(self, glossary: Glossary, bodies: BodyNames) -> None:
        self._glossary = glossary
        self._bodies = bodies

    def split(self, words: Sequence[str], title: str, english: str) -> tuple[list[str], str] | None:
        """What stands before the post, and the post in English; None where it is none, or its country is not known.

        Args:
            words: what stands before the title.
            title: in Korean: 대사.
            english: the same in English.
        """
        if title not in _SEATS:
            return None
        for count in (2, 1):
            if len(words) >= count and (post := self._post(" ".join(words[-count:]), title, english)):
                return list(words[:-count]), post
        return None

    def _post(self, text: str, title: str, english: str) -> str | None:
        if sent := _AT_HOME.fullmatch(text):
            adjective = self._bodies.adjective(sent["country"])
            return f"{adjective} {english} to South Korea" if adjective and title == "대사" else None
        if adjective := self._bodies.adjective(text):
            return f"{adjective} {english}"
        posted = _POST.fullmatch(text)
        host = _SHORT.get(posted["host"], posted["host"]) if posted else ""
        place = self._glossary.place_in_english(host) or self._bodies.known(host) if host else None
        return f"{english} {'to' if title == '대사' else 'in'} {with_article(place)}" if place else None

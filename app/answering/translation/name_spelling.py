"""How Koreans and the well known of the world are spelt in English: 구하람 -> Koo Ha-ram, 시진핑 -> Xi Jinping."""

import re
from typing import Final

from indexing.language.people import People
from indexing.language.romanisation import romanise, romanise_name

_SOMEBODY: Final = "모"
"""김모 씨 is a Kim whose given name is withheld."""


class NameSpelling:
    """Spells names of people.

    Args:
        people: family names and their usual spelling, and the well known.
    """

    def __init__(self, people: People) -> None:
        self._people = people

    def is_known(self, name: str) -> bool:
        """Whether somebody well known has it; his spelling is not by the rules."""
        return name in self._people.known

    def surname(self, name: str) -> str | None:
        """The family name of two to four syllables that have the shape of a Korean name, or None."""
        if not re.fullmatch(r"[가-힣]{2,4}", name):
            return None
        lengths = (length for length in (2, 1) if len(name) - length in (1, 2))
        return next((name[:length] for length in lengths if name[:length] in self._people.surnames), None)

    def spelt(self, name: str) -> str:
        """A well-known name by its own spelling, else the surname by its usual one and the given name by the rules."""
        if name in self._people.known:
            return self._people.known[name]
        alone = self._people.surnames.get(name) or self._people.surnames.get(name.removesuffix(_SOMEBODY).rstrip())
        if alone:
            return alone[0]
        surname = self.surname(name)
        if not surname:
            return romanise_name(name)
        given = "-".join(romanise(syllable) for syllable in name[len(surname) :])
        return f"{self._people.surnames[surname][0]} {given.capitalize()}"

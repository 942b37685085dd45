"""Who answers, for English readers: 오세훈 -> Oh Se-hun, 서울시장 -> mayor of Seoul, 정부 -> government."""

import re
from typing import Final

from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.language.romanisation import romanise, romanise_name

_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_GROUP: Final = re.compile(r"(?:[시청처당단팀실부과회대사측객족체차총종들]|노조|은행)$")
"""Bodies and groups that begin like names: 고려대 is no Mr Ko."""
_COMMON: Final = frozenset(
    "임직원 경비원 원주민 변호인 임차인 채권자 신고자 주최자 봉사자 연구진 제작진 이용객 학부모".split()
)
"""Nouns that begin like names and are not in the glossary."""
_BODY: Final = re.compile(r"(?:[시군구청처회당단팀실부과국대원소관총종교]|센터|노조|은행|지부|조합|연합|재단|그룹)$")
"""What may stand apart before the title of those who lead it: 세계대도시협의회 사무총장."""
_TENURES: Final = {"전": "former ", "현": "current ", "신임": "new ", "초대": "first "}
_HONORIFICS: Final = frozenset(("씨", "군", "양", "여사"))
_SOMEBODY: Final = "모"
"""김모 씨 is a Kim whose given name is withheld."""
_OF_PEOPLE: Final = frozenset("의원 국회의원 시장 지사 군수 장관 후보".split())
_GIVEN: Final = "실대종"
"""End given names as well as offices and universities: 김은실, 박찬대, 이희종."""
_AGE: Final = re.compile(r"\s?\(\d{1,3}\b")
_WITHHELD: Final = re.compile(r"(?<![A-Za-z])[A-Z]\s?씨")
"""A씨: whose name is not told."""
_DISTRICT: Final = "구"
"""Ends as many given names as names of districts."""
_MANY: Final = {"child": "children", "person": "people", "family": "families", "police": "police", "people": "people"}


class PersonNames:
    """Renders people, offices, groups and bodies of Korean articles.

    Args:
        glossary: English for what is no name.
        people: titles of office and family names.
    """

    def __init__(self, glossary: Glossary, people: People) -> None:
        self._glossary = glossary
        self._people = people
        titles = sorted(people.titles, key=len, reverse=True)
        longer = "|".join(re.escape(title) for title in titles if len(title) > 1)
        self._titled = re.compile(rf"(?P<holder>.+?)(?P<gap>\s?)(?P<title>{longer or '(?!)'})(?P<many>들?)")
        self._honoured = re.compile(r"(?P<name>[가-힣]+)(?:\(\d{1,3}\))?(?:\s?씨|\s(?:군|양|여사))")
        self._introduced = re.compile(rf"\s?(?:\(\d{{1,3}}|씨)|\s(?:{longer or '(?!)'})")

    def in_english(self, text: str, following: str = "") -> str:
        """Who it is in English; with the Korean in brackets unless it is an office.

        Args:
            text: a name, an office, a body or a group, in Korean.
            following: what the sentence goes on with; a title or an age tells a person.
        """
        if _WITHHELD.search(text):
            return text
        one = text.removesuffix("들")
        is_many = one != text
        title = None if one in _HONORIFICS else self._people.titles.get(one)
        if title:
            return _plural(title) if is_many else title
        if not is_many and self._is_person(text, following):
            return f"{self._spelt(text)} ({text})"
        if honoured := self._honoured.fullmatch(text):
            return f"{self._spelt(honoured['name'])} ({text})"
        office = self._office(text) if " " in text else None
        if office:
            return office
        if known := self._known(one):
            return f"{_plural(known) if is_many else known} ({text})"
        if office := self._office(text):
            return office
        # the sound of a common noun would read like somebody's name
        return text if is_many or text in _COMMON else f"{romanise_name(text)} ({text})"

    def _known(self, text: str) -> str | None:
        """In English if every word is: 정부 -> "government", 서울 경찰 -> "Seoul police"."""
        english = [self._word(word) for word in text.split()]
        return " ".join(word for word in english if word) if all(english) else None

    def _word(self, word: str) -> str | None:
        return self._glossary.place_in_english(word) or next(iter(self._glossary.english(word)), None)

    def _office(self, text: str) -> str | None:
        """서울시장 -> "mayor of Seoul"; an office of an unknown body keeps the body's Korean name.

        Nobody is mayor of a person: 오세훈 시장 -> "Oh Se-hun, mayor (오세훈 시장)".
        """
        match = self._titled.fullmatch(text)
        if not match:
            return None
        title = self._people.titles[match["title"]]
        title = _plural(title) if match["many"] else title
        bracketed = _BRACKET.search(match["holder"])
        words = _BRACKET.sub("", match["holder"]).split()
        tenure = next((word for word in (*words[:1], *words[-1:]) if word in _TENURES), None)
        if tenure:  # 전 서울시장, 오세훈 전 시장
            words.remove(tenure)
            title = _TENURES[tenure] + title
        is_member = bool(words and match["gap"]) and self._is_member(words[-1], match["title"])
        has_body = bool(words) and not is_member and self._is_body(words[-1], match["gap"], bracketed)
        name = words[-1] if is_member else self._holder(words, has_body)
        words = [word for word in words if word != name]
        body = " ".join(words)
        place = self._glossary.place_in_english(body)
        if name:
            office = f"{title} of {place}" if place else title
            return f"{self._spelt(name)}, {office} ({text})"
        if not has_body:
            return f"{title} ({text})"
        is_latin = bracketed and re.match(r"[A-Z]", bracketed[1])
        return f"{title} of {bracketed[1] if bracketed and is_latin else place or body}"

    def _is_member(self, word: str, title: str) -> bool:
        """Whether a word that ends like a body is a name, because no body has such a title: 박찬대 의원."""
        return title in _OF_PEOPLE and len(word) == 3 and word[-1] in _GIVEN and self._surname(word) is not None

    def _holder(self, words: list[str], has_body: bool) -> str | None:
        """Who holds the office: a name, or a family name as in 박 시장, right before the title or before the body."""
        beside = [*words[-1:], *(words[:1] if has_body else ())]
        return next((word for word in beside if word in self._people.surnames or self._is_person(word)), None)

    def _is_body(self, word: str, gap: str, bracketed: re.Match[str] | None) -> bool:
        """What is glued to the title, a place, a body, or has one Latin word in brackets, where people have two."""
        if not gap and len(word) > 1:
            return True
        if self._glossary.place_in_english(word) or (bracketed and re.fullmatch(r"[A-Z]\w*", bracketed[1])):
            return True
        is_doubtful = word.endswith(_DISTRICT) and self._surname(word)
        return not is_doubtful and bool(_BODY.search(word))

    def _is_person(self, word: str, following: str = "") -> bool:
        """A Korean name by its shape, unless the word is known to be something else.

        Of two syllables most words that begin with a family name are no names (노조, 유족): a title or an age must
        follow.
        """
        surname = self._surname(word)
        if not surname or word in self._people.titles:
            return False
        if _AGE.match(following):  # 조국(59) is no homeland
            return True
        if self._glossary.english(word):
            return False
        if word in _COMMON or _GROUP.search(word):
            return False
        is_doubtful = len(word) - len(surname) == 1 and len(surname) == 1
        return bool(self._introduced.match(following)) if is_doubtful or word.endswith(_DISTRICT) else True

    def _surname(self, name: str) -> str | None:
        if not re.fullmatch(r"[가-힣]{2,4}", name):
            return None
        lengths = (length for length in (2, 1) if len(name) - length in (1, 2))
        return next((name[:length] for length in lengths if name[:length] in self._people.surnames), None)

    def _spelt(self, name: str) -> str:
        """오세훈 -> "Oh Se-hun": the usual spelling of the surname, the given name by the rules."""
        alone = self._people.surnames.get(name) or self._people.surnames.get(name.removesuffix(_SOMEBODY))
        if alone:
            return alone[0]
        surname = self._surname(name)
        if not surname:
            return romanise_name(name)
        given = "-".join(romanise(syllable) for syllable in name[len(surname) :])
        return f"{self._people.surnames[surname][0]} {given.capitalize()}"


def _plural(english: str) -> str:
    """Of many: resident -> residents, member of the council -> members of the council."""
    head, of, rest = english.partition(" of ")
    before, space, last = head.rpartition(" ")
    if last in _MANY:
        last = _MANY[last]
    elif last.endswith("man"):
        last = f"{last[:-3]}men"
    elif not last.endswith(("s", "people")):
        last += "s"
    return f"{before}{space}{last}{of}{rest}"

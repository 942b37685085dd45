"""Who answers, for English readers: 오세훈 -> Oh Se-hoon, 서울시장 -> mayor of Seoul, 정부 -> government."""

import re
from itertools import pairwise
from typing import Final

from app.answering.translation.body_names import BodyNames, with_article
from app.answering.translation.envoys import Envoys
from app.answering.translation.name_spelling import NameSpelling
from indexing.language.glossary import Glossary
from indexing.language.people import HONORIFICS, People
from indexing.language.romanisation import romanise_name

_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_GROUP: Final = re.compile(r"(?:[시청처당단팀실부과회대사측객족체차총종들]|노조|은행)$")
"""Bodies and groups that begin like names: 고려대 is no Mr Ko."""
_COMMON: Final = frozenset(
    "원주민 신고자 주최자 봉사자 이용객 시공사 시행사 유가족 방청객 이용자 유대인 조선인 고려인 지성인".split()
)
"""Nouns that begin like names and are not in the glossary."""
_BODY: Final = re.compile(r"(?:[시군구청처회당단팀실부과국대원소관총종교]|센터|노조|은행|지부|조합|연합|재단|그룹)$")
"""What may stand apart before the title of those who lead it: 세계대도시협의회 사무총장."""
_TENURES: Final = {"전": "former ", "현": "current ", "신임": "new ", "초대": "first "}
_LATE: Final = frozenset(("고", "故"))
_UNTOLD: Final = frozenset(("감독",))
"""A coach, a film director or an overseer: the title tells not which."""
_NO_TITLE_ALONE: Final = frozenset((*HONORIFICS, "신부", "스님", "수녀"))
"""Titles that are something else where they stand alone: a bride, a monk, a nun."""
_OF_PEOPLE: Final = frozenset("의원 국회의원 시장 지사 군수 장관 후보 원내대표 최고위원 판사 검사".split())
_DEPUTY: Final = "부"
_OF_TOWNS: Final = frozenset("시장 부시장 군수 부군수 구청장 부구청장 지사 도지사".split())
_GIVEN: Final = "실대종"
"""End given names as well as offices and universities: 김은실, 박찬대, 이희종."""
_NO_BODIES: Final = "김박최윤곽허류엄"
"""Family names that begin hardly any other word: 김은실 is somebody, 상황실 a room."""
_FREQUENT: Final = frozenset("김이박최정강조윤장임한오서신권황안송홍유고문양손배백허남심노")
"""Family names of most Koreans; a foreign name is likelier to begin with another (시게루)."""
_PERSONAL: Final = re.compile(r"\s?(?:\(\d{1,3}\b|씨(?![가-힣]{3}))")
"""An age or 씨: whatever stands before it is a name."""
_WITHHELD: Final = re.compile(r"(?<![A-Za-z])[A-Z]\s?(?:\(\d{1,3}\)\s?)?씨")
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
        self._bodies = BodyNames(glossary)
        self._envoys = Envoys(glossary, self._bodies)
        self._spelling = NameSpelling(people)
        titles = sorted(people.titles, key=len, reverse=True)
        longer = "|".join(re.escape(title) for title in titles if len(title) > 1)
        ends = [place[:-1] for place in glossary.romanised if len(place) > 2 and place.endswith(_DEPUTY)]
        no_deputy = "".join(rf"(?!(?<={end}){_DEPUTY})" for end in ends)  # 의정부시장 is no deputy
        self._titled = re.compile(rf"(?P<holder>.+?)(?P<gap>\s?){no_deputy}(?P<title>{longer or '(?!)'})(?P<many>들?)")
        self._honoured = re.compile(
            rf"(?P<name>[가-힣]+(?:\s모)?)(?:\(\d{{1,3}}\))?(?:\s?씨|\s(?:{'|'.join(HONORIFICS)}))"
        )
        self._introduced = re.compile(rf"\s?(?:\(\d{{1,3}}|씨)|\s(?:{longer or '(?!)'})")
        of_people = "|".join(sorted(_OF_PEOPLE, key=len, reverse=True))
        self._of_a_person = re.compile(rf"\s(?:{of_people})(?![가-힣]{{2}})")

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
        if one in _UNTOLD:
            return text
        title = None if one in _NO_TITLE_ALONE else self._people.titles.get(one)
        if title:
            return _plural(title) if is_many else title
        honoured = self._honoured.fullmatch(text)
        if honoured or (not is_many and (self._spelling.is_known(text) or self._is_person(text, following))):
            return f"{self._spelling.spelt(honoured['name'] if honoured else text)} ({text})"
        return self._body(text, one, is_many=is_many)

    def _body(self, text: str, one: str, *, is_many: bool) -> str:
        """A body, an office or a group; ``one`` is the text without the ending of many."""
        if known := self._bodies.known(text):
            return f"{known} ({text})"
        office = self._office(text) or self._with_role(text) if " " in text else None
        if office:
            return office
        if known := self._bodies.in_words(one):
            return f"{_plural(known) if is_many else known} ({text})"
        if office := self._office(text):
            return office
        if body := self._bodies.in_english(text):
            return f"{body} ({text})"
        # the sound of a common noun or of a foreign name would read like somebody's name
        is_name = not is_many and text not in _COMMON and len(text) == 2 and self._spelling.surname(text)
        return f"{romanise_name(text)} ({text})" if is_name else text

    def _with_role(self, text: str) -> str | None:
        """배우 송강호 -> "Song Gang-ho, actor (배우 송강호)"."""
        role, _, name = text.strip().rpartition(" ")
        if not self._spelling.is_known(name) and not (self._spelling.surname(name) and self._is_person(name)):
            return None
        known = self._people.titles.get(role) or next(iter(self._glossary.lemmas.get(role, ())), None)
        title = None if role in _UNTOLD else known
        return f"{self._spelling.spelt(name)}, {title} ({text})" if title else None

    def _office(self, text: str) -> str | None:
        """서울시장 -> "mayor of Seoul"; an office of an unknown body keeps the body's Korean name.

        Nobody is mayor of a person: 오세훈 시장 -> "Oh Se-hoon, mayor (오세훈 시장)".
        """
        match = self._titled.fullmatch(text)
        if not match:
            return None
        title = self._people.titles[match["title"]]
        title = _plural(title) if match["many"] else title
        bracketed = _BRACKET.search(match["holder"])
        words = _BRACKET.sub("", match["holder"]).split()
        is_late = len(words) > 1 and words[0] in _LATE
        words = words[1:] if is_late else words
        tenure = next((word for word in (*words[:1], *words[-1:]) if word in _TENURES), None)
        if tenure:  # 전 서울시장, 오세훈 전 시장
            words.remove(tenure)
            title = _TENURES[tenure] + title
        if placed := self._placed(match, words, title):
            return placed
        is_member = bool(words and match["gap"]) and self._is_member(words[-1], match["title"])
        has_body = bool(words) and not is_member and self._is_body(words[-1], match["gap"], bracketed)
        name = words[-1] if is_member else self._holder(words, has_body)
        words = [word for word in words if (name and word not in name.split()) or not name]
        body = " ".join(words)
        known = self._glossary.place_in_english(body) or self._bodies.in_english(body)
        known = known or self._bodies.known(body + match["title"][0])  # 대한체육회장
        if name:
            spelt = f"{'the late ' if is_late else ''}{self._spelling.spelt(name)}"
            if match["title"] in _UNTOLD:
                return f"{spelt} ({text})"
            return f"{spelt}, {_held(title, known) if known else title} ({text})"
        if match["title"] in _UNTOLD:
            return None
        if not has_body:
            return f"{title} ({text})"
        if not match["gap"] and body in self._glossary.lemmas and not known:  # 현장소장 is the director of no "현장"
            return text
        is_latin = bracketed and re.match(r"[A-Z]", bracketed[1])
        return f"{title} of {bracketed[1]}" if bracketed and is_latin else _held(title, known or body)

    def _placed(self, match: re.Match[str], words: list[str], title: str) -> str | None:
        """An envoy, or the head of a town whose name is built like somebody's: 노을포시장 may be either's."""
        text = match.string
        if post := self._envoys.split(words, match["title"], title):
            words, title = post
            if words and words[-1] in _TENURES:  # 구하람 전 주미대사
                title = _TENURES[words.pop()] + title
            name = self._holder(words, has_body=False)
            return (
                f"{self._spelling.spelt(name)}, {title} ({text})" if name else f"{title} ({text})" if words else title
            )
        if match["gap"] or match["title"] not in _OF_TOWNS or len(words) != 1:
            return None
        is_known = self._spelling.is_known(words[0]) or self._glossary.place_in_english(words[0])
        return None if is_known or not self._is_person(words[0]) else f"{title} ({text})"

    def _is_member(self, word: str, title: str) -> bool:
        """Whether a word that ends like a body is a name, because no body has such a title: 박찬대 의원."""
        has_shape = len(word) == 3 and word[-1] in _GIVEN and self._spelling.surname(word) is not None
        return has_shape and title in _OF_PEOPLE

    def _holder(self, words: list[str], has_body: bool) -> str | None:
        """Who holds the office: a name, or a family name as in 박 시장, right before the title or before the body."""
        whole = " ".join(words)
        parts = (whole, *map(" ".join, pairwise(words)), *words)
        known = next((name for name in parts if self._spelling.is_known(name)), None)
        if known or not words:
            return known
        beside = [*words[-1:], *(words[:1] if has_body else ())]
        if not has_body and len(words) > 1 and words[-1][0] not in _FREQUENT and not self._is_told(words[-2]):
            return None
        return next((word for word in beside if word in self._people.surnames or self._is_person(word)), None)

    def _is_told(self, word: str) -> bool:
        """Whether a word before a name is known or a body, and not the first half of a foreign name."""
        return bool(_BODY.search(word) or self._bodies.in_words(word) or word in self._people.titles)

    def _is_body(self, word: str, gap: str, bracketed: re.Match[str] | None) -> bool:
        """What is glued to the title, a place, a body, or one Latin word, also in brackets, where people have two."""
        if not gap and len(word) > 1:
            return True
        if self._glossary.place_in_english(word) or self._bodies.known(word):
            return True
        if re.fullmatch(r"[A-Z]\w*", bracketed[1] if bracketed else word, re.ASCII):
            return True
        is_doubtful = word.endswith(_DISTRICT) and self._spelling.surname(word)
        return not is_doubtful and bool(_BODY.search(word))

    def _is_person(self, word: str, following: str = "") -> bool:
        """A Korean name by its shape, unless the word is known to be something else.

        Of two syllables most words that begin with a family name are no names (노조, 유족): a title or an age must
        follow.
        """
        surname = self._spelling.surname(word)
        if not surname or word in self._people.titles or self._bodies.national(word):
            return False
        if _PERSONAL.match(following):  # 조국(59) is no homeland
            return True
        if len(word) == 3 and word[-1] in _GIVEN and (word[0] in _NO_BODIES or self._of_a_person.match(following)):
            return self._bodies.known(word) is None
        if self._glossary.english(word):
            return False
        if word in _COMMON or _GROUP.search(word):
            return False
        is_doubtful = len(word) - len(surname) == 1 and len(surname) == 1
        return bool(self._introduced.match(following)) if is_doubtful or word.endswith(_DISTRICT) else True


def _held(title: str, body: str) -> str:
    """Mayor of Seoul, governor of the Bank of Korea; a ministry's minister is not of the ministry."""
    is_minister = title.endswith("minister") and body.startswith("Ministry of ")
    return f"{title} of {body.removeprefix('Ministry of ') if is_minister else with_article(body)}"


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

"""Korean places for English readers: 해담아트홀 -> Haedam Art Hall, 갈무동 주민센터 -> Galmu-dong Community Center."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.answering.translation.body_names import BodyNames
from indexing.language.glossary import Glossary, read_table
from indexing.language.romanisation import romanise_place

_DIVISIONS: Final = {
    "동": "dong", "구": "gu", "군": "gun", "읍": "eup", "면": "myeon", "리": "ri", "로": "ro", "길": "gil",
    "대로": "daero",
}  # fmt: skip
_DIVISION: Final = re.compile(
    r"^(?P<stem>[가-힣]{1,3}?\d?(?=[동구군읍])|[가-힣]{2,3}?)(?P<division>대로|[동구군읍면리로길])$"
)
"""Words of two syllables in 로, 길, 리 and 면 are seldom names (통로, 거리); the glossary knows those that are."""
_CITY: Final = re.compile(r"^(?P<stem>[가-힣]{2,3})시$")
_OF: Final = re.compile(rf"(?<=[가-힣])(?P<unit>[시{''.join(sorted(set(''.join(_DIVISIONS))))}])의$")
_JOINED: Final = re.compile(r"(?<=[가-힣])(?:과|와)\s|,\s?|(?<!\d)·")
_QUOTATION_MARKS: Final = "‘’“”'\"「」『』《》"
_PARTS: Final = {
    "입구": "Entrance", "출구": "Exit", "출입구": "Entrance", "비상구": "Emergency Exit",
    "개찰구": "Ticket Gate", "배수구": "Drain", "하수구": "Drain", "창구": "Counter", "항구": "Port",
    "하구": "Estuary", "도로": "Road", "고속도로": "Expressway", "자전거도로": "Bicycle Path",
    "진입로": "Access Road", "산책로": "Promenade", "대학": "University", "등산로": "Hiking Trail",
    "활주로": "Runway", "교차로": "Intersection", "삼거리": "Junction", "네거리": "Intersection",
    "거리": "Street", "골목": "Alley", "골목길": "Alley", "통로": "Passage", "다리": "Bridge",
    "등굣길": "Way to School", "하굣길": "Way Home", "출근길": "Way to Work", "퇴근길": "Way Home",
    "귀갓길": "Way Home", "병동": "Ward", "주차장": "Parking Lot", "공영주차장": "Public Parking Lot",
    "승강장": "Platform", "정류장": "Stop", "지하철역": "Subway Station", "선착장": "Pier", "학교": "School",
    "고교": "High School", "초교": "Elementary School", "마을": "Village", "자리": "Site", "부지": "Site",
    "현장": "Site", "게이트": "Gate", "연구소": "Research Institute", "연구원": "Research Institute",
    "수목원": "Arboretum", "전시장": "Exhibition Hall", "공연장": "Concert Hall", "단지": "Complex",
    "빌딩": "Building", "타워": "Tower", "캠퍼스": "Campus", "청사": "Government Building",
    "유치원": "Kindergarten", "교회": "Church", "어린이집": "Daycare Center", "요양원": "Nursing Home",
    "파출소": "Police Box", "호수": "Lake", "터널": "Tunnel", "의회": "Council", "역사관": "History Museum",
    "산단": "Industrial Complex", "강당": "Auditorium", "대강당": "Main Auditorium", "소극장": "Small Theater",
    "대극장": "Grand Theater", "전시실": "Exhibition Room", "기획전시실": "Special Exhibition Room",
    "특별전시실": "Special Exhibition Room", "회의실": "Meeting Room", "대회의실": "Main Meeting Room",
    "소회의실": "Small Meeting Room", "열람실": "Reading Room", "지하차도": "Underpass", "건물": "Building",
    "세관": "Customs Office", "대병원": "University Hospital", "대학교병원": "University Hospital",
    "국제고": "International High School", "외고": "Foreign Language High School",
}  # fmt: skip
"""Kinds and parts of places that end no name so often as those of the table do; many look like districts and roads."""
_RELATIONS: Final = {
    "앞": "in front of", "뒤": "behind", "뒤편": "behind", "옆": "beside", "위": "on", "아래": "below",
    "안": "inside", "내": "inside", "밖": "outside", "근처": "near", "인근": "near", "부근": "near",
    "주변": "around", "일대": "around", "일원": "around", "맞은편": "across from", "건너편": "across from",
    "앞바다": "off", "해상": "off", "상공": "above", "방향": "toward", "방면": "toward",
}  # fmt: skip
_BESIDE: Final = re.compile(r"(?:근교|인근|부근|근처|주변|남쪽|북쪽|동쪽|서쪽|외곽)의?")
"""도쿄 근교의 우라야스 is not in Tokyo."""
_TIMES: Final = frozenset("아침 낮 저녁 밤 새벽 오전 오후 오늘 어제 내일 이날 올해 내년 지난해".split())
"""What may begin a span and is no part of the place: 저녁 포월항."""
_NUMBER_APART: Final = re.compile(r"(?<![\d가-힣])(?P<number>\d{1,3}번)\s(?=출구|게이트|승강장|창구)")
_NUMBERED: Final = re.compile(r"제?(?P<number>\d{1,3})번?(?P<kind>[가-힣]+)")
_COUNTED: Final = {"층": "Floor", "호선": "Line"}
_PROVINCE: Final = "주"
"""미국 캘리포니아주: what states and provinces abroad are called behind their names."""
_SHORTEST_PROVINCE: Final = 4
"""Syllables; 파주 and 상주 are towns of Korea."""
_QUALIFIERS: Final = {
    "국제": "International",
    "중앙": "Central",
    "월드컵": "World Cup",
    "올림픽": "Olympic",
    "종합": "Main",
    "여객": "Passenger",
    "해양": "Maritime",
    "민속": "Folk",
    "시립": "Municipal",
    "구립": "Municipal",
    "도립": "Provincial",
    "실내": "Indoor",
    "시민": "Citizens'",
    "어린이": "Children's",
    "체육": "Sports",
    "생태": "Ecological",
    "도자": "Ceramics",
    "잔디": "Lawn",
}
"""What stands between a name and its kind: 청주국제공항, 서울월드컵경기장."""
_NATIONAL: Final = "국립"
_BASEMENT: Final = re.compile(r"지하\s?(?P<number>\d{1,2})층")
_FLOOR: Final = re.compile(r"\bFloor \d+$")
_FOREIGN: Final = re.compile(
    r"[드트크프츠브쿠쿼켈빌젠턴쉬튀케페테퀘샌]|[가-힣][스즈르](?![가-힣]?$)|즈$|란스|롯데|베이(?=[가-힣]|$)"
)
"""Syllables of words from abroad, whose sound in Hangul is nobody's spelling: 세브란스, 마리나베이샌즈."""
_LONGEST_NAMED_STEM: Final = 4
"""Syllables; a longer one holds kinds by chance: 유산 in 국립바다유산연구원 is no mountain."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a place in English; ``known`` where the glossary has it as a place's name."""

    english: str
    known: bool = False
    relation: bool = False


class PlaceNames:
    """Renders places of Korean articles, known ones by the glossary.

    Args:
        glossary: English names of places, and English for what is no name.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._bodies = BodyNames(glossary)
        table = {korean: english for (korean,), (english,) in read_table("place_kinds.tsv")}
        self._kinds = {**_PARTS, **table}
        longest_first = sorted(self._kinds, key=len, reverse=True)
        self._kind = re.compile(rf"(?P<stem>[가-힣A-Za-z]+?)(?P<kind>{'|'.join(longest_first)})")

    def in_english(self, text: str, around: str = "") -> str:
        """The place in English; with the Korean in brackets unless the glossary knows every word of it.

        Where a word is neither known nor built like a name, the Korean alone: its sound would pass for a name. Of a
        town in a country that is known, the country is told: "Canada (캐나다 핼리팩스)".

        Args:
            text: the place, in Korean.
            around: the article; a word that it names a city, port or station by (해담시) is a name.
        """
        joined = _BASEMENT.sub(r"지하\g<number>층", _NUMBER_APART.sub(r"\g<number>", text))
        parts = _JOINED.split(joined)
        places = [self._place(part.split(), around) for part in parts if part.strip()]
        rendered = [place for place in places if place]
        if not rendered or len(rendered) < len(places):
            country, *towns = joined.split() or [""]
            known = self._glossary.place_in_english(country) if towns and not _BESIDE.fullmatch(towns[0]) else None
            return f"{known} ({text})" if known else text
        english = " and ".join(place.english for place in rendered)
        return english if all(place.known for place in rendered) else f"{english} ({text})"

    def _place(self, words: list[str], around: str) -> _Piece | None:
        """Korean goes from the large to the small, English back; a kind by itself belongs to the word before it."""
        words = [word.strip(_QUOTATION_MARKS) for word in words]
        while words and words[0] in _TIMES:
            words = words[1:]
        pieces: list[_Piece] = []
        for word, following in pairwise([*words, ""]):
            if word in _RELATIONS:  # 시청 앞 -> in front of City Hall
                if not pieces:
                    return None
                pieces.append(_Piece(f"{_RELATIONS[word]} {pieces.pop().english}", relation=True))
                continue
            piece = self._word(word, around) or self._common(word, following)
            if piece is None:
                return None
            if pieces and word in self._kinds and not _FLOOR.search(pieces[-1].english):
                before = pieces.pop()
                ordered = (piece, before) if before.relation else (before, piece)  # 시청 앞 광장
                piece = _Piece(" ".join(one.english for one in ordered))
            pieces.append(piece)
        if not pieces:
            return None
        return _Piece(", ".join(piece.english for piece in reversed(pieces)), all(piece.known for piece in pieces))

    def _word(self, word: str, around: str) -> _Piece | None:
        word = _OF.sub(r"\g<unit>", word)  # 솔내구의 솔내아이병원
        known = self._glossary.place_in_english(word)
        if not known and len(word) >= _SHORTEST_PROVINCE:
            known = self._glossary.place_in_english(word.removesuffix(_PROVINCE))
        if known:
            return _Piece(known, known=True)
        if venue := self._bodies.known(word):
            return _Piece(venue)
        if word in self._kinds:
            return _Piece(self._kinds[word])
        if self._glossary.english(word):
            return None
        if word.isascii():
            return _Piece(word) if word else None
        return self._named(word) or (_Piece(romanise_place(word)) if _is_name(word, around) else None)

    def _common(self, word: str, following: str) -> _Piece | None:
        """A common noun that is the place or tells its kind (여객선 터미널), or the sound of a name before its kind."""
        is_stem = following in self._kinds
        if following and not is_stem:
            return None
        if common := self._glossary.english(word):
            return _Piece(" ".join(part[:1].upper() + part[1:] for part in common[0].split()))
        is_sound = is_stem and re.fullmatch(r"[가-힣]{2,}", word) and not _FOREIGN.search(word)  # 브레머하펜 시청
        return _Piece(romanise_place(word)) if is_sound else None

    def _named(self, word: str) -> _Piece | None:
        """A word built like a name: with its number, its kind, or as a division of a city or country."""
        counted = _NUMBERED.fullmatch(word)
        kind = self._kinds.get(counted["kind"]) or _COUNTED.get(counted["kind"]) if counted else None
        if counted and kind:
            return _Piece(f"{kind} {counted['number']}")
        if basement := _BASEMENT.fullmatch(word):
            return _Piece(f"Basement Floor {basement['number']}")
        match = self._kind.fullmatch(word)
        if match and (len(match["kind"]) > 1 or len(match["stem"]) > 1):
            stem = self._stem(match["stem"])
            return _Piece(f"{stem} {self._kinds[match['kind']]}") if stem else None
        if match := _DIVISION.match(word):
            return _Piece(f"{romanise_place(match['stem'])}-{_DIVISIONS[match['division']]}")
        match = _CITY.match(word)
        stem = self._stem(match["stem"]) if match else None
        return _Piece(stem) if stem else None

    def _national(self, name: str) -> str | None:
        """국립해양박물관, 국립은파해양박물관; a single syllable more is no name (국립암센터)."""
        if len(name) == 1 or _FOREIGN.search(name):
            return None
        qualifier = next((korean for korean in _QUALIFIERS if name.endswith(korean)), "")
        place = name.removesuffix(qualifier)
        known = self._glossary.place_in_english(place) if place else None
        parts = ("National", known or romanise_place(place), _QUALIFIERS.get(qualifier, ""))
        return " ".join(part for part in parts if part)

    def _stem(self, stem: str) -> str | None:
        """A name without its kind; None where it is a word from abroad."""
        if stem.isascii():
            return stem
        if stem.startswith(_NATIONAL):
            return self._national(stem.removeprefix(_NATIONAL))
        for korean, english in _QUALIFIERS.items():
            if stem.endswith(korean):
                name = stem.removesuffix(korean)
                before = self._stem(name) if name else ""
                return None if before is None else f"{before} {english}".strip()
        known = self._glossary.place_in_english(stem) or self._kinds.get(stem)
        named = self._named(stem) if not known and len(stem) <= _LONGEST_NAMED_STEM else None
        if known or named:
            return known or (named.english if named else None)
        return self._bodies.known(stem) or (None if _FOREIGN.search(stem) else romanise_place(stem))


def _is_name(word: str, around: str) -> bool:
    """The article names a city, district, port or station by it: 해담시, 이태원역."""
    return bool(re.fullmatch("[가-힣]{2,}", word) and re.search(rf"(?<![가-힣]){word}[시군구읍동항역섬]", around))

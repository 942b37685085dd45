"""Korean reporters as bylines name them: "최하나 기자", "최하나·한마루 기자", "최하나 도쿄 특파원".

Between name and title may stand where somebody reports from or for which desk; neither is part of the name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexing.language.glossary import korean_place_names
from indexing.language.people import surnames

_TITLE = (
    r"(?:(?:선임|수석|인턴|수습|객원|전문|사진|영상|취재|순회|현지|시민|명예|편집)\s?)?"
    r"(?:기자|특파원|통신원|대기자|논설위원|논설실장|논설주간|편집위원|에디터|리포터|칼럼니스트|앵커|(?:기상)?캐스터|PD|피디|아나운서)"
)
_NAME = r"[가-힣]{2,4}"
_NAMES = rf"{_NAME}(?:\s?[·,ㆍ/]\s?{_NAME}){{0,4}}"
_SEPARATOR = re.compile(r"\s?[·,ㆍ/]\s?")
_REPORTERS = re.compile(
    rf"(?<![가-힣])(?:(?P<before>{_NAMES})\s)??(?P<near>{_NAMES}|[가-힣]{{5,10}})\s?(?P<title>{_TITLE})"
    r"(?:(?![가-힣])|(?=(?:기사)?(?:입력|승인|등록|송고|수정)\s?[:：]?\s?20\d\d))"  # "최하나 기자입력 2025.01.21."
)
# "최하나 한마루 기자": the others of a signature, where nothing but its beginning stands before them.
_COLLEAGUES = re.compile(rf"(?:^|[=\])>|/])\s*(?P<names>(?:{_NAME}(?:\s?[·,ㆍ]\s?|\s)){{1,4}})$")
# "KNB 뉴스 최하나입니다.": how a report that was broadcast ends, its outlet before the name.
_SIGN_OFF = re.compile(
    rf"(?:지금까지\s)?(?:[가-힣]{{2,12}}에서\s)?(?:[A-Z]{{2,5}}(?:\s?(?:뉴스|NEWS))?|[가-힣]{{2,6}}(?:방송|뉴스|TV)(?:\s?뉴스)?),?\s(?P<name>{_NAME})"
    r"(?:\s?기자)?입니다[.]?"
)
MAX_SIGN_OFF = 40
"""Characters of the longest line that signs a report off."""

MAX_COLLEAGUES = 40
"""Characters before a reporter's name in which those of others are looked for."""

_OUTLETS = frozenset("한겨레 신동아 이투데이 노컷뉴스 마이데일리".split())
# Words that stand before 기자 without being a name.
_NOT_NAMES = frozenset(
    "취재 사진 담당 현장 본지 선임 수석 인턴 객원 전문 시민 명예 편집 영상 정치 경제 사회 문화 스포츠 국제 온라인"
    " 디지털 데이터 출입 일부 다른 여러 많은 해당 동료 선배 후배 남성 여성 외신 내신 한국 서울 이슈 뉴스 방송"
    " 신문 통신 상주 주재 특별 종합 입력 수정 승인 등록 송고 작성 기사 구독 기자 기자명 글쓴이 작성자 특파원".split()
)
# Desks of a newspaper without 부, from which people's names that end in it are told: 경제부, but 김진부.
_DESKS = frozenset(
    "정치 경제 사회 문화 스포츠 국제 산업 증권 금융 부동산 체육 연예 생활 과학 지역 전국 사건 법조 외교 통일 국방 교육"
    " 노동 환경 의료 건강 여론 논설 탐사 기획 편집 사진 영상 온라인 디지털 데이터 뉴스 콘텐츠 정보 유통".split()
)


@dataclass(frozen=True, slots=True)
class Reporters:
    """Reporters with one title.

    Attributes:
        start: offset of the first character of names, posts and title in the text.
        end: offset after the title.
        names: without title, empty where only a post is titled ("도쿄 특파원").
    """

    start: int
    end: int
    names: tuple[str, ...]


def titled_reporters(text: str) -> Iterator[Reporters]:
    """Whoever stands before 기자, 특파원 and the like, in order."""
    for match in _REPORTERS.finditer(text):
        near = _SEPARATOR.split(match["near"])
        before = _SEPARATOR.split(match["before"]) if match["before"] else []
        if before and _is_post(near, match["title"], before):
            start, names = match.start(), _people(match["before"], match["title"])
        else:
            start, names = match.start("near"), _people(match["near"], match["title"])
            is_place = "특파원" in match["title"] and near[0] in korean_place_names() and len(near) == 1
            names = () if is_place else names
        first, colleagues = _colleagues(text, start) if names else (start, ())
        yield Reporters(first, match.end(), (*colleagues, *names))


def signed_off(line: str) -> str | None:
    """Who signs a broadcast report off in a line that says nothing else, None where nobody does."""
    match = _SIGN_OFF.fullmatch(line) if len(line) <= MAX_SIGN_OFF else None
    return match["name"] if match and is_full_name(match["name"]) else None


def _colleagues(text: str, start: int) -> tuple[int, tuple[str, ...]]:
    """Who else signs, apart by spaces, before a reporter's name at ``start``, and where their names begin."""
    match = _COLLEAGUES.search(text, max(0, start - MAX_COLLEAGUES), start)
    names = re.split(r"[\s·,ㆍ]+", match["names"].strip()) if match else []
    return (match.start("names"), tuple(names)) if match and all(map(is_full_name, names)) else (start, ())


def is_desk(name: str) -> bool:
    """Whether a name is that of a desk or a field: 사회부, 디지털뉴스팀, 의학전문."""
    if re.fullmatch(r"[가-힣]{1,8}(?:팀|전문)|[가-힣]{4,8}부", name):
        return True
    return name.endswith("부") and name[:-1] in _DESKS


def without_places(names: Sequence[str]) -> tuple[str, ...]:
    """The names that are none of places, as in "도쿄/최하나"; all if there is no other: people are called 강진, too."""
    return tuple(name for name in names if name not in korean_place_names()) or tuple(names)


def is_no_name(word: str) -> bool:
    """Whether a word stands before a title without being a name: 취재, 사회부."""
    return word in _NOT_NAMES or is_desk(word)


def _is_post(near: Sequence[str], title: str, before: Iterable[str]) -> bool:
    """Whether what stands next to the title says where or on what those before it report."""
    if len(near) > 1 or not any(map(_is_like_a_person, without_places(tuple(before)))):
        return False
    if near[0] in korean_place_names() or is_desk(near[0]):
        return True
    # "의학 전문기자": there are too many fields to list them all.
    is_name = len(near[0]) == 3 and _is_like_a_person(near[0]) and near[0] not in _DESKS
    return title.startswith("전문") and not is_name


def _people(written: str, title: str) -> tuple[str, ...]:
    """The names of reporters; 강진 is a place in "강진/최하나" and beside correspondents, else a colleague."""
    names = tuple(name for name in _SEPARATOR.split(written) if not is_no_name(name) and len(name) <= 4)
    return without_places(names) if "/" in written or "특파원" in title else names


def _is_like_a_person(name: str) -> bool:
    return not is_no_name(name) and (name[0] in surnames() or name[:2] in surnames())


def is_full_name(name: str) -> bool:
    """Whether a word is surely a person's: three syllables, or four with a long surname; no town, outlet or desk."""
    long = name[:2] in surnames()
    if len(name) not in ((3, 4) if long else (3,)) or not _is_like_a_person(name) or name in _OUTLETS:
        return False
    return name not in korean_place_names() and not (
        name[-1] in "도시군구읍면동역" and name[:-1] in korean_place_names()
    )

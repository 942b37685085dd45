"""The head of a Korean press release: its masthead, the office that wrote it, its contacts, and no headline in it.

"보 도 자 료 / 배포일시: 2025. 4. 7.(월) / 담당부서 관광진흥과 / 담당자: 박정민 주무관 (031-000-2314)" stand above a
release's headline, and notices of offices have one line of it beside their date. All judge one line, without bullet.
"""

import re
from collections.abc import Sequence

MASTHEAD_LINES = 3
"""Lines in which the masthead of a release stands; further down it is the name of a page's section."""

MAX_HEAD_LINE = 200
"""Characters of the longest line of such a head."""

# A number in full or behind a telephone's sign: "2024-2025" is none.
_TELEPHONE = re.compile(
    r"[☎☏]\s?\(?\d[\d.)-]{5,14}"
    r"|(?<![\d.-])(?:\(0\d{1,2}\)\s?|0\d{1,2}[-.)]\s?|\+82[-. ]\d{1,2}[-. ])\d{3,4}[-.]\d{4}(?![\d-])"
)
_EXTENSION = re.compile(r"(?<![\d.-])\d{3,4}-\d{4}(?![\d-])")
# Whom readers and advertisers call, and the switchboard of an imprint.
_NO_CONTACT = re.compile(r"제보|광고|구독|대표\s?전화|발행|편집|등록\s?번호|고객\s?센터")
_SPACED = re.compile(r"(?<![가-힣])(?:[가-힣] ){2,}[가-힣](?![가-힣])")
_VIEWS = re.compile(r"(?:조회(?:\s?수)?|\b(?:hits?|views?))\s*[:：]?\s*\d[\d,]*", re.IGNORECASE)
_MASTHEAD = r"(?:보도(?:참고|설명|해명)?자료|(?:press|news|media)\srelease|for\simmediate\srelease)"
_OFFICE_LABEL = (
    r"(?:(?:담당|제공|소관|주관|작성)(?:부서|기관|과)|담당(?:자|과장|팀장|관|공무원|주무관|사무관)?|책임자"
    r"|문의(?:처|전화|사항)?|연락처|전화(?:번호)?|(?:(?:media|press)\s)?contact|tel)"
)
_OTHER_LABEL = (
    r"(?:(?:제공|배포|보도|작성|게시)(?:일시|일자|일|시점|시기|처|자)|보도요청일?|제공|배포|작성|부서|쪽수|매수|사진"
    r"|붙임|첨부|별첨|팩스|이메일|fax|e-?mail)"
)
_LABELLED = re.compile(rf"(?:{_OFFICE_LABEL}|{_OTHER_LABEL})\s*[:：]|(?:쪽수|매수)\s(?:총\s?)?\d", re.IGNORECASE)
_OFFICE_LABELLED = re.compile(rf"{_OFFICE_LABEL}\s*[:：]", re.IGNORECASE)
_LABEL_FIRST = re.compile(rf"(?:{_OFFICE_LABEL})\s", re.IGNORECASE)
_DAY_LABEL = re.compile(r"일\s?[시자]\s*[:：]\s*(?=(?:19|20)\d\d)")
_WORD = re.compile(r"[^\s,/|ㅣ·:：()\[\]<>■□▪-]+")
_LABEL_WORD = re.compile(rf"{_OFFICE_LABEL}|{_OTHER_LABEL}|작성자", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"즉시|보도|가능|조간|석간|이후|사용|총|\d{1,3}[쪽매부]")
_OFFICE = re.compile(r"[가-힣A-Za-z\d]{2,15}(?:[시군구도과팀실국단소청관처부원회]|센터|본부|공사)")
_RANK = re.compile(r"[가-힣]{0,12}(?:[국과팀소실단계부차]장|담당관|주무관|사무관|서기관|주사|연구[사관]|공보관|대변인)")
_NAME = re.compile(r"[가-힣]{2,4}")
# Words that end like these tell of the release ("법원을 흔든 보도자료"): that is a headline.
_AFFIX = r"(?:[가-힣A-Za-z\d·]{0,14}[가-힣A-Za-z\d](?<![은는을를이가의한된던린낀운])\s){0,3}"
_MASTHEAD_LINE = re.compile(rf"{_AFFIX}{_MASTHEAD}(?:\s?[|ㅣ■□▪/·(\[<:-].{{0,40}})?", re.IGNORECASE)


def closed_up(text: str) -> str:
    """A text whose letters that are spaced out for looks stand together: "배 포 일 : …" -> "배포일 : …"."""
    return _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), text)


def telephone_numbers(line: str) -> list[str]:
    """The telephone numbers in a line; one without area code counts only where a label says whose it is."""
    plain = closed_up(line[:MAX_HEAD_LINE])
    found = [number.group().strip("☎☏ ") for number in _TELEPHONE.finditer(plain)]
    return found or (_EXTENSION.findall(plain) if _OFFICE_LABELLED.match(plain) else [])


def without_telephones(text: str) -> str:
    """A text without the telephone numbers in it."""
    return _TELEPHONE.sub(" ", text)


def without_particulars(text: str) -> str:
    """What a line says beside masthead, office, contact and views; all of it if none of them gives it away."""
    plain = closed_up(text)
    unseen = _VIEWS.sub(" ", plain)
    masthead = re.search(_MASTHEAD, unseen, re.IGNORECASE)
    labelled = re.search(_OFFICE_LABEL, unseen, re.IGNORECASE)
    if unseen == plain and not masthead and not labelled and not _TELEPHONE.search(plain):
        return text
    return " ".join(_unofficial(re.sub(_MASTHEAD, " ", unseen, flags=re.IGNORECASE)))


def is_masthead(line: str) -> bool:
    """Whether a line says that a press release follows, and at most whose: "보 도 자 료", "해든시 보도자료"."""
    return len(line) <= MAX_HEAD_LINE and _MASTHEAD_LINE.fullmatch(closed_up(line)) is not None


def masthead_index(lines: Sequence[str]) -> int | None:
    """Index of the masthead among the first lines of a source, None where it is no press release."""
    return next((index for index, line in enumerate(lines[:MASTHEAD_LINES]) if is_masthead(line)), None)


def is_head_line(line: str) -> bool:
    """Whether a line is no headline of a release: masthead, labelled particulars, an office and its number."""
    if len(line) > MAX_HEAD_LINE:
        return False
    plain = closed_up(line)
    if is_masthead(line) or _LABELLED.match(plain) or _TELEPHONE.search(plain):
        return True
    return _LABEL_FIRST.match(plain) is not None and not _unofficial(plain)


def is_office(line: str) -> bool:
    """Whether a line says nothing but an office's or its holder's name: "해든시 도로관리사업소"."""
    return len(line) <= MAX_HEAD_LINE and not _unofficial(line)


def is_contact(line: str) -> bool:
    """Whether a line says which office a release is of, or whom to call."""
    if len(line) > MAX_HEAD_LINE or is_masthead(line) or _NO_CONTACT.search(plain := closed_up(line)):
        return False
    return _OFFICE_LABELLED.match(plain) is not None or (is_head_line(line) and not _LABELLED.match(plain))


def stated_day(line: str) -> str | None:
    """What a line of a release's head says behind "일시:", which anywhere else is when an event takes place."""
    label = _DAY_LABEL.match(line)
    return line[label.end() :] if label else None


def _unofficial(text: str) -> list[str]:
    """The words of a text that are no label, office, rank, telephone number or name beside one of these."""
    words = ["", *_WORD.findall(_TELEPHONE.sub(" ☎ ", text)), ""]
    return [
        word
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if not (_is_official(word) or _LABEL_WORD.fullmatch(word) or _PLAIN_WORD.fullmatch(word))
        and not (_NAME.fullmatch(word) and (_is_official(before) or behind == "☎" or _RANK.fullmatch(behind)))
    ]


def _is_official(word: str) -> bool:
    return word == "☎" or _RANK.fullmatch(word) is not None or _OFFICE.fullmatch(word) is not None

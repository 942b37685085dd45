"""Facts listed by label, as organisers and offices announce them: "- 일시: 11. 14. 10:00", "(지원대상) 신생아의 부모".

None of these lines is a sentence, and often there are more of them than sentences around. By its looks alone such a
line is the headline of another article; its label and its neighbours tell.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from indexing.reading.text.line import Kind, Line

MAX_FACT = 200
"""Characters of the longest line that states a fact."""

MAX_LABEL = 8
"""Characters of the longest label that a bullet and its neighbours make one: "- 연출: 김가람"."""

MAX_HEADING = 20
"""Characters of the longest heading of a list: "< 주요 내용 >", "□ 행사 개요"."""

_SIGNS = re.compile(r"^(?:[^\w\s(（\[<\"'“‘]{1,2}|ㅇ(?=\s))\s*")
_LABELLED = re.compile(r"(?P<label>[^:：()（）\[\]<>]{1,20}?)\s?[:：=]\s?\S")
_BRACKETED = re.compile(r"[(（]\s?(?P<label>[가-힣·/ ]{2,12})\s?[)）]\s?\S")
_KNOWN = re.compile(
    r"[가-힣A-Za-z\d·/]{0,10}"
    r"(?:일시|일정|날짜|기간|시간|시각|기한|마감|장소|위치|구간|대상|자격|요건|조건|신청|접수|등록|예매|예약|방법|절차|서류"
    r"|준비물|금액|지원|혜택|참가비|참여비|[람장용험강시]료|회비|비용|요금|가격|공사비|사업비|예산|규모|인원|정원"
    r"|모집|선발|운영|내용|프로그램|출연진?|강사|주제|주최|주관|후원|공사|발표|시행|시상|상금|입장|관람|참가|참여)(?:일|처|자|사항|명|안내)?"
    r"|date and time|date & time|when|where|venue|place|location|period|duration|hours|admission|fees?|costs?|prices?"
    r"|tickets?|registration|deadline|(?:how to )?apply|applications?|eligibility|who|target"
    r"|capacity|hosts?|organi[sz]ers?|programme?",
    re.IGNORECASE,
)
# Of an outlet's imprint and buttons, and of the head of a release: when it was given out and by whom.
_OF_NO_EVENT = re.compile(
    r"제보|광고|구독|제휴|발행|편집|제호|대표|청소년|고충|고객|저작권|사업자|신문|인터넷|배포|보도|담당|제공|작성|입력|수정|승인"
    r"|게시|조회|사진|영상|그래픽|출처|첨부|붙임|취재|글자"
)
_BESIDE_OTHERS = re.compile(
    r"[가-힣]{0,6}문의(?:처|사항|전화)?|전화(?:번호)?|연락처|팩스|이메일|메일|누리집|홈페이지|주소|tel|phone|e-?mail|website"
    r"|contact|[ie]nquiries",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[^:：]{0,24}문의(?:처|사항|전화)?\s?[:：](?!.{0,80}(?:뉴스|일보|신문|방송|기자|편집|광고|구독|제보))"
    r".{0,80}(?<!\d)(?:0\d{1,2}[-.)]\s?\d{3,4}|1\d{3})-\d{4}(?!\d)"
)
"""Whom to ask, with the telephone: a release often ends in this line alone."""
_RANGE = re.compile(r"\d\.?\s?(?:\([월화수목금토일]\)\s?)?(?:\d{1,2}:\d\d\s?)?[~∼]")


def with_facts(lines: Sequence[Line], known: Collection[str] = frozenset()) -> tuple[Line, ...]:
    """Mark the facts that stand together, and the heading above them.

    They are two at least, and the label of one is known: a single line with a colon may be anything, but for one that
    says whom to ask.

    Args:
        lines: typed.
        known: texts of lines that state a fact whatever they look like.
    """
    marked = [replace(line, kind=Kind.FACT, reason="") if line.text in known else line for line in lines]
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _may_be_fact(lines[end]):
            end += 1
        telling = _has_known_label if end - index > 1 else _is_contact
        if any(telling(line.text) for line in lines[index:end]):
            start = index - 1 if index and is_heading(lines[index - 1]) else index
            for number in range(start, end):
                marked[number] = replace(lines[number], kind=Kind.FACT, reason="")
        index = end + 1
    return tuple(marked)


def is_heading(line: Line) -> bool:
    """Whether a line may head a list or the text below one: short, behind a bullet or in brackets."""
    if len(line.text) > MAX_HEADING or line.kind not in (Kind.ITEM, Kind.SHORT):
        return False
    return line.kind is Kind.ITEM or re.fullmatch(r"[<〈《\[【].*[>〉》\]】]", line.text) is not None


def _may_be_fact(line: Line) -> bool:
    """Whether a line has the shape of a fact; a day is one if it begins a period, and a telephone no tip-off."""
    if len(line.text) > MAX_FACT or line.kind not in (Kind.SHORT, Kind.ITEM, Kind.TOOL, Kind.DATE):
        return False
    label = _label(line.text)
    if label is None or _OF_NO_EVENT.search(label):
        return False
    if line.kind is Kind.DATE:
        return _RANGE.search(line.text) is not None
    if line.kind is Kind.TOOL or _BESIDE_OTHERS.fullmatch(label):
        return _BESIDE_OTHERS.fullmatch(label) is not None
    if line.kind is Kind.ITEM and len(label) <= MAX_LABEL:
        return True
    return _KNOWN.fullmatch(label) is not None or re.search(r"\d", line.text[len(label) :]) is not None


def _has_known_label(text: str) -> bool:
    return (label := _label(text)) is not None and _KNOWN.fullmatch(label) is not None


def _is_contact(text: str) -> bool:
    return _CONTACT.match(text) is not None


def _label(text: str) -> str | None:
    """The label that a line begins with, spaced-out letters together: "사 업 비: 18억 원" -> "사업비"."""
    bare = _SIGNS.sub("", text)
    match = _LABELLED.match(bare) or _BRACKETED.match(bare)
    if match is None or not re.search(r"[^\W\d]", match["label"]):
        return None
    label = match["label"].strip()
    return label.replace(" ", "") if re.search(r"[가-힣]", label) else label

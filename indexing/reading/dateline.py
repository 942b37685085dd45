"""Publication dates as news pages write them: "입력 2025-01-21 18:35", "2024년 4월 23일 오후 6시", "Jan. 21, 2025".

A label tells what the date is of, before it or, in a line that begins with its date, behind it ("2025-01-21 18:35
송고"); without one, the line must say nothing else. Footers, issues and stock exchanges have dates too, which are not
the article's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from indexing.reading.byline import outlet_alone, reporters_in
from indexing.reading.moment import Moment, WrittenDate, written_dates
from indexing.reading.press_release import closed_up, without_particulars

MAX_LINE = 140
"""Characters of the longest line that can be a dateline: reporter, outlet, two dates and their labels."""


class Role(IntEnum):
    """What a date says about its article, the more telling the greater."""

    UPDATED = 1
    BARE = 2
    EMBARGOED = 3  # when others may report what a release says, mostly on the day after it was given out
    PUBLISHED = 4


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as a line states it."""

    moment: Moment
    role: Role


@dataclass(frozen=True, slots=True)
class Dateline:
    """When an article was published and changed, and the 0-based index of the line that says so."""

    index: int
    published: Moment
    updated: Moment | None


_WEEKDAY = re.compile(
    r"[(\[]?\b(?:[월화수목금토일]요일|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\b[)\]]?|[(\[][월화수목금토일][)\]]"
)

_PUBLISHED = (
    r"(?:기사\s?(?:승인|입력|전송)|입력|등록|송고|승인|발행|작성|게재|published|posted|公開|掲載|配信"
    r"|erstellt|veröffentlicht|stand|datum|publié|publicado|pubblicato)"
)
_UPDATED = r"(?:수정|업데이트|갱신|update[ds]?|modified|更新|aktualisiert|güncelleme|actualizado)"
# What offices write, in prose too ("마스크 배포"): it stands at the beginning of a cell or says that it is of a day.
_GIVEN_OUT = (
    r"(?:(?:^|[|ㅣ/·,(\[<■□])\s*(?:보도\s?자료\s*)?(?:배포|게시)|\b(?:배포|게시|제공)(?=\s?일|\s?시점)"
    r"|(?:^|[|/])\s*for\s(?:immediate\s)?release)"
)
_EMBARGOED = r"(?:보도(?:\s?(?:가능|요청|허용))?|엠바고)"
_AFTER_LABEL = r"(?:\s?(?:시간|시각|일시|시점|일자?|날짜|on|at|am|le|el))?[\s:：|ㅣ·,)\]>=-]{0,5}$"
_PUBLISHED_LABEL = re.compile(_PUBLISHED + _AFTER_LABEL, re.IGNORECASE)
_GIVEN_OUT_LABEL = re.compile(_GIVEN_OUT + _AFTER_LABEL, re.IGNORECASE)
_EMBARGOED_LABEL = re.compile(_EMBARGOED + _AFTER_LABEL, re.IGNORECASE)
_UPDATED_LABEL = re.compile(_UPDATED + _AFTER_LABEL, re.IGNORECASE)
_LABEL_BEHIND = re.compile(
    r"\s?[(\[]?(?:기사\s?|최종\s?)?"
    r"(?:(?P<published>입력|송고|등록|승인|전송|배포|게시|published|posted)|수정|업데이트|갱신|updated|modified)"
    r"[)\]>.]{0,2}\s*(?:$|[|ㅣ/·,])",
    re.IGNORECASE,
)
_LABEL_WORDS = re.compile(
    rf"(?:최초|최종|마지막|기사|first|last)?\s?(?:{_PUBLISHED}|{_UPDATED}|배포|게시|보도(?!\s?자))"
    r"(?:\s?(?:시간|시각|일시|일|날짜|:|on|at))?",
    re.IGNORECASE,
)
# "Date: …" also tells when a concert is: it dates an article only above it, as a date without a label does.
_DATE_LABEL = re.compile(r"(?:^|(?<=[\w|/] ))(?:release\s)?date(?:\sof\srelease)?\s*[:：]\s*$", re.IGNORECASE)
_WRITER = re.compile(r"^\s*(?:writer|author|name)\s*[:：][^:：|/]{1,60}$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[다요][.!?][\"”’')]*$")
_DIGIT = re.compile(r"\d")
_IN_SENTENCE = re.compile(r"\s?(?:부터|까지|에[는도서]?\b|[은는의로]\b|이[후전]\b)")
# Dates of the newspaper's registration, of an issue, of a stock exchange's day: none is the article's.
_TRAPS = re.compile(
    r"등록\s?\(?(?:발행)?\)?\s?(?:일자|번호)|발행\s?일자|발행인|편집인|사업자|제\s?\d+\s?호|\d장\s?(?:종료|마감|중)|\s장\s?(?:종료|마감|중)|창간"
)
_ISSUE = re.compile(r"(?:제|통권|지령)\s?\d{1,6}\s?호")
_BYLINE_WORDS = re.compile(
    r"(?:(?<![가-힣])[가-힣]{2,8}\s?=\s?)?(?:(?<![가-힣])[가-힣]{3}(?:\s?[·,ㆍ]\s?|\s)){0,3}"  # 도쿄=최하나 한마루 기자
    r"[가-힣]{2,4}\s?(?:선임|수석|인턴|객원|전문)?\s?(?:기자|특파원|논설위원)|[\w.+-]+@[\w.-]+|\bby\b",
    re.IGNORECASE,
)
_ENGLISH_NAME = r"[A-Z][\w'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){1,3}"
_ENGLISH_TITLE = (
    r"(?:(?:[A-Za-z]{3,15}\s){0,2}(?i:reporters?|writers?|correspondents?|editors?|contributors?|columnists?))"
)
# "By Lee Sang-ah, staff reporter — Dec. 3, 2025": whole names after By, or beside a title.
_ENGLISH_WRITER = re.compile(
    rf"^\W*(?:(?:By|BY|by)\s+{_ENGLISH_NAME}(?:(?:,\s|\sand\s|\s&\s){_ENGLISH_NAME}){{0,3}}(?:\s?[,/|(·]\s?{_ENGLISH_TITLE}\)?)?"
    rf"|{_ENGLISH_NAME}\s?[,/|(·]\s?{_ENGLISH_TITLE}\)?)\W*$"
)
# "[스포츠] 2025.06.06 05:18": a section, but not what a day in a box may be of.
_SECTION = re.compile(
    r"[\[【<](?![^\]】>]{0,12}(?:일시|기간|마감|접수|시작|종료|개막|행사|개최|공연|모집|신청|발표))"
    r"\s?[가-힣A-Za-z][가-힣A-Za-z &·/]{0,11}[\]】>]"
)
# "All News 09:12 April 08, 2025": the page of an agency, beside a time of day.
_ENGLISH_SECTION = re.compile(r"\W*(?:[A-Z][a-z]{1,14}\s){0,2}(?:News|Headlines|Politics|Business|National)\W*")
_CLOCK_ALONE = re.compile(r"(?:오전|오후)\s?\d{1,2}:\d{2}|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_OUTLET_BESIDE = re.compile(r"[\s|/·,ㅣ-]{0,6}[^\d|/·,ㅣ]{1,20}[\s]{0,3}[|/·,ㅣ]|[|/·,ㅣ][^\d|/·,ㅣ]{1,20}")
_TEXT_SIZE = re.compile(r"글(?:자|씨)\s?크기(?:\s?(?:조절|조정|변경))?(?:\s(?:가|작게|크게|[-+]))*(?![가-힣])")
"""A page's buttons for larger letters, in one line with its date: "글자크기 가 가"."""
_EMPTY_CELLS = re.compile(r"\s{0,9}[|/·,ㅣ](?:\s{0,9}[|/·,ㅣ]){1,9}")
"""What is left of "서하신문 | 2025년 4월 17일 | 채유진 기자" without its date and reporter."""
# The newspaper's page ("5면 1단", "3일자 3면"), a weekday without brackets, and what a page counts.
_BESIDE_DAY = re.compile(
    r"(?<![\w가-힣])(?:지면\s?[A-Z]?\d{1,2}면?|[A-Z]?\d{1,2}면(?:\s?\d단)?|자(?=\s)|[월화수목금토일]|(?:댓글|추천|공감)(?:수)?\s?[:：]?\s?\(?\d[\d,]*\)?\s?개?)"
    r"(?![\w가-힣])"
)
_NAME_BESIDE = re.compile(r"[\s/|·]*(?!일시|기간|마감|접수|시작|종료|개막)[가-힣]{2,4}[\s/|·]*")


def stated_dates(line: str) -> tuple[StatedDate, ...]:
    """The dates by which a line dates its article; empty for prose that merely mentions a date.

    Args:
        line: one line of text. Lines above 140 characters and whole sentences never date an article.
    """
    if len(line) <= MAX_LINE and _ISSUE.search(line) and reporters_in(line):
        line = _ISSUE.sub(" ", line)  # an imprint names no reporter
    if len(line) > MAX_LINE or not _DIGIT.search(line) or _ENDS_SENTENCE.search(line) or _TRAPS.search(line):
        return ()
    dates = list(written_dates(line))
    edges = [0, *(edge for written in dates for edge in (written.start, written.end)), len(line)]
    rest = [line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    found: list[StatedDate] = []
    for written, role in zip(dates, _roles(dates, rest), strict=True):
        # "등록 3월 1일부터": a date in a heading; but "보도시점 3월 1일 12:00 이후" is an embargo.
        if role is not Role.EMBARGOED and _IN_SENTENCE.match(line, written.end):
            continue
        if role is not None or not (found or written.short_year):
            found.append(StatedDate(written.moment, Role.BARE if role is None else role))
    if any(stated.role is not Role.BARE for stated in found):
        return tuple(found)
    return tuple(found) if found and _says_nothing_else(rest, found[0].moment) else ()


def find_dateline(lines: Sequence[str], bare_before: int) -> Dateline | None:
    """The line that dates an article: a labelled date beats a bare one, publication beats modification, else the first.

    Args:
        lines: the lines of the source.
        bare_before: index from which bare dates are no longer believed: further down they belong to other articles.
    """
    best: tuple[Role, int, Moment] | None = None
    updated: tuple[int, Moment] | None = None
    for index, line in enumerate(lines):
        for stated in _with_clock(stated_dates(line), below=lines[index + 1 : index + 2]):
            if stated.role is Role.UPDATED and updated is None:
                updated = index, stated.moment
            if stated.role is Role.BARE and index >= bare_before:
                continue
            if best is None or stated.role > best[0]:
                best = stated.role, index, stated.moment
    if best is None:
        return None
    changed = updated[1] if updated and updated[1] != best[2] else None
    return Dateline(best[1], best[2], changed)


def without_dates(line: str) -> str:
    """What a dateline says beside its dates."""
    rest: list[str] = []
    position = 0
    for written in written_dates(line[:MAX_LINE]):
        rest.append(line[position : written.start])
        position = written.end
    return " ".join([*rest, line[position:]]).strip()


def outlet_beside(line: str) -> str | None:
    """The outlet that a dateline names beside its dates: "하루뉴스 | 2025-01-21 | 최하나 기자"."""
    rest = without_dates(line)
    pieces = [*re.split(r"\s*[|/·,ㅣ]\s*", rest), *rest.split()]
    return next((name for piece in pieces if (name := outlet_alone(piece))), None)


def is_clock(line: str) -> bool:
    """Whether a line is nothing but a time of day, as a page shows it below the day."""
    return _CLOCK_ALONE.fullmatch(line) is not None


def _with_clock(dates: tuple[StatedDate, ...], below: Sequence[str]) -> tuple[StatedDate, ...]:
    """The dates of a line; the only one, a day, with the time of day that stands alone below it."""
    if len(dates) != 1 or isinstance(dates[0].moment, datetime) or not any(map(is_clock, below)):
        return dates
    moment = next((written.moment for written in written_dates(f"{dates[0].moment.isoformat()} {below[0]}")), None)
    return (StatedDate(moment, dates[0].role),) if moment else dates


def _roles(dates: Sequence[WrittenDate], rest: Sequence[str]) -> list[Role | None]:
    """The roles that labels give to the dates of a line.

    Args:
        dates: of the line.
        rest: the text before the first date, that between two, and that after the last.
    """
    before = [_role(text) for text in rest[:-1]]
    behind = [_role_behind(text) for text in rest[1:]]
    # Where a label stands before the first date, one between two dates is that of the second.
    if not any(behind) or before[0] is not None:
        return before
    # A day in a headline may have such a word behind it ("1월 21일 승인"), a time of day has not.
    if not any(isinstance(date.moment, datetime) for date in dates) and not _says_nothing_else(rest, dates[0].moment):
        return before
    if behind[-1] is not None:
        return behind
    return [
        own or (None if following else last)
        for own, last, following in zip(before, behind, [*before[1:], None], strict=True)
    ]


def _role_behind(after: str) -> Role | None:
    """The role that a label just behind a date gives it, where no more than a sign follows."""
    match = _LABEL_BEHIND.match(_WEEKDAY.sub("", after).lstrip("."))
    return match and (Role.PUBLISHED if match["published"] else Role.UPDATED)


def _role(before: str) -> Role | None:
    """The role that a label just before a date gives it."""
    text = closed_up(_WEEKDAY.sub("", before))
    near = text[-30:]
    if _UPDATED_LABEL.search(near):
        return Role.UPDATED
    if _PUBLISHED_LABEL.search(near) or _GIVEN_OUT_LABEL.search(text):
        return Role.PUBLISHED
    return Role.EMBARGOED if _EMBARGOED_LABEL.search(near) else None


def _says_nothing_else(rest: Sequence[str], moment: Moment) -> bool:
    """Whether a line with an unlabelled date says nothing but who wrote it and where it appeared."""
    ends = [_SECTION.sub(" ", piece) if index in (0, len(rest) - 1) else piece for index, piece in enumerate(rest)]
    plain = " ".join(
        _ENGLISH_WRITER.sub(" ", _WRITER.sub(" ", _DATE_LABEL.sub(" ", _WEEKDAY.sub(" ", piece)))) for piece in ends
    )
    particulars = without_particulars(_TEXT_SIZE.sub(" ", plain))
    left = _BESIDE_DAY.sub(" ", _LABEL_WORDS.sub(" ", _BYLINE_WORDS.sub(" ", particulars)))
    if not re.search(r"\w", left) or outlet_alone(left):
        return True
    if _OUTLET_BESIDE.fullmatch(_EMPTY_CELLS.sub(" |", left).strip(" ()[]")):
        return True
    if not isinstance(moment, datetime):
        return False
    return _NAME_BESIDE.fullmatch(left) is not None or _ENGLISH_SECTION.fullmatch(left) is not None

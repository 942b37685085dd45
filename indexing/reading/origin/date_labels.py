"""Labels of dates: "입력 2025-01-21" was published then, "최종수정" changed, "보도시점" is an embargo.

A label stands before the date, or behind it in a line that begins with its date ("2025-01-21 18:35 송고").
"""

import re
from enum import IntEnum

from indexing.reading.origin.press_release import closed_up


class Role(IntEnum):
    """What a date says about its article, the more telling the greater."""

    UPDATED = 1
    BARE = 2
    EMBARGOED = 3  # when others may report what a release says, mostly on the day after it was given out
    PUBLISHED = 4


WEEKDAY = re.compile(
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
LABEL_WORDS = re.compile(
    rf"(?:최초|최종|마지막|기사|first|last)?\s?(?:{_PUBLISHED}|{_UPDATED}|배포|게시|보도(?!\s?자))"
    r"(?:\s?(?:시간|시각|일시|일|날짜|:|on|at))?",
    re.IGNORECASE,
)


def role_behind(after: str) -> Role | None:
    """The role that a label just behind a date gives it, where no more than a sign follows."""
    match = _LABEL_BEHIND.match(WEEKDAY.sub("", after).lstrip("."))
    return match and (Role.PUBLISHED if match["published"] else Role.UPDATED)


def role_before(before: str) -> Role | None:
    """The role that a label just before a date gives it."""
    text = closed_up(WEEKDAY.sub("", before))
    near = text[-30:]
    if _UPDATED_LABEL.search(near):
        return Role.UPDATED
    if _PUBLISHED_LABEL.search(near) or _GIVEN_OUT_LABEL.search(text):
        return Role.PUBLISHED
    return Role.EMBARGOED if _EMBARGOED_LABEL.search(near) else None

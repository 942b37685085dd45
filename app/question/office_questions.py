"""Questions for whoever holds an office: "부시장은 누구야?" means the one of today, though it does not say so."""

import re
from typing import Final

from indexing.language.offices import Offices
from indexing.language.people import People

_EARLIER: Final = (
    r"전임|전직|이전|예전|역대|초대|당시|처음|마지막|후임|후보|내정|지명|(?<![가-힣])(?:[전옛]|제?\s?\d+대)(?=\s)"
)
_DOING: Final = r"(?:을|를|에|에서|에게|[와과로]|은|는|던|[한된친긴킨낸선연쓴본난린든온간딴할될릴])"
"""Ends of words that make the question one for a person who did something: 개관을 알린 관장은 누구야?"""
_EARLIER_ENGLISH: Final = (
    r"\b(?:former|previous|ex|first|last|late|founding|past|old|then|next|outgoing|predecessor|successor|candidates?)\b"
)
_ENDING: Final = r"(?:어|어요|나|나요|니|지|죠|는지|습니까|을까요?|음)?"
_CLAUSE: Final = r"\b(?:who|whom|whose|that|which|when|where|was|were|did|had|has|to|[a-z]+ing)\b"
_MOST: Final = 200
"""Characters; a question for an office is short."""


class OfficeQuestions:
    """Tells questions for whoever holds an office.

    Args:
        people: titles of office.
    """

    def __init__(self, people: People) -> None:
        offices = Offices(people.titles)
        self._korean = re.compile(
            rf"^(?P<of>(?:[^\s?!.]+\s)*?)(?P<held>[가-힣]*?(?:{offices.korean}))(?:[은는이가을를]|[은는] 지금)?\s"
            r"(?:(?:누구|누군)(?:야|지|죠|예요|에요|이에요|인가요?|인지|입니까|이죠|이지|니|냐|임|일까요?)?|(?:지금 )?"
            rf"(?:누구로\s?(?:바뀌었|바꼈|교체됐|정해졌)|누가\s?(?:맡고|하고)\s?있){_ENDING})\s?[?.!]*$"
        )
        self._english = re.compile(
            rf"^who(?:['’]s|\s+is)\s+(?P<of>(?:[^\s?]+\s+)*?)(?:{offices.english})\b(?P<rest>[^?]*)\??$", re.IGNORECASE
        )

    def asks_for_holder(self, text: str) -> bool:
        """Whether a question in the present tense asks for an office's holder, and not for an earlier one."""
        text = " ".join(text[: _MOST + 1].split())
        if len(text) > _MOST:
            return False
        if found := self._korean.match(text):
            of = found["of"].split()
            return not re.search(_EARLIER, f"{text} ") and not any(re.search(f"{_DOING}$", word) for word in of)
        if found := self._english.match(text):
            around = f"{found['of']} {found['rest']}"
            return not re.search(f"{_EARLIER_ENGLISH}|{_CLAUSE}", around, re.IGNORECASE)
        return False

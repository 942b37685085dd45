"""Whose words they are: what a commissioner said is no answer to what the mayor said.

News names a speaker with the office, once or in every sentence, and the reading marks whatever is quoted about the
matter. Whoever is asked for by an office must be in the article, and no other may be named as the one who speaks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.answering.close_reading.quoted_words import asks_for_words
from app.question.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.offices import Offices
from indexing.language.people import surnames, titles
from indexing.language.sentences import quotation_spans

_ASKS_FOR_DEMAND: Final = re.compile(
    r"(?:무엇을|무얼|뭘|뭐를|뭐)\s(?:[가-힣]{1,8}\s)?(?:약속|요구|주장|제안|촉구|비판|강조|지적|당부|부탁|경고|선언|호소)"
)
_ENGLISH: Final = re.compile(
    r"\b(?:what|how) (?:did|does|do|has) (?:the )?(?:[\w'’.-]+ ){0,3}?"
    r"(?P<title>deputy mayor|mayor|governor|prime minister|minister)(?= (?!(?:and|or)\b))",
    re.IGNORECASE,
)
_IN_KOREAN: Final = {
    "deputy mayor": ("부시장",),
    "mayor": ("시장",),
    "governor": ("지사", "총재"),
    "prime minister": ("총리",),
    "minister": ("장관",),
}
_HEADS_OF_COMPANIES: Final = ("사장", "대표", "최고경영자")
"""One office in as many words."""
_NO_OFFICE: Final = (
    r"관계자|당국자|공무원|학부모|직원|노동자|유족|기사|애널리스트"
    r"|(?<=[가-힣])\(\d{1,3}[^()]{0,12}\)\s?씨|(?<![가-힣])[A-Z가-힣]씨"
)
"""Speakers whom news calls so."""
_OTHER_WORDS: Final = frozenset("주장 감사 의사 대리 검사 심판 수석 부장 작가 시민 주민 상인 학생 군 양 씨".split())
"""Titles that are something else, or many people, as the subject of a sentence: 그런 주장은, 감사는."""
_GOES_ON: Final = re.compile(r"(?:그[는도]|그러면서|이어|또한?|그는 또|특히)(?=[\s\"“,])")
_TOPIC: Final = re.compile(r"[가-힣][은는]\s")
"""시장이 바뀐 뒤 노조는 뭐라고 했어?"""
_BEFORE: Final = 400
"""Characters before a sentence that goes on ("그는 …") in which its speaker is named."""
_NO_DEPUTY: Final = r"(?<!부)(?<!부\s)"
_NO_NAME: Final = re.compile(r"^[전현한이구도시]$|(?:[시군구청처회당단팀부과관도해날]|센터|학교)$")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose words are asked for.

    Attributes:
        office: finds the office in a Korean text.
        english: finds it in an English one; None for a question in Korean.
        name: as the question has it, or empty.
    """

    office: re.Pattern[str]
    english: re.Pattern[str] | None = None
    name: str = ""


def is_of_another_speaker(question: Question, article: Article, start: int, sentence: str) -> bool:
    """Whether a question for what an office's holder said meets the words of somebody else.

    Args:
        question: what is asked.
        article: whose sentence it is.
        start: offset of the sentence in the article's body.
        sentence: whose words are looked at.
    """
    asked = _asked(question.text[:QUESTION_CHARACTERS])
    if asked is None:
        return False
    text = f"{article.title}\n{article.body}"
    if article.language == "en":
        return asked.english is not None and not asked.english.search(text)
    if not asked.office.search(text) and not (asked.name and asked.name in text):
        return True
    told = _outside_quotations(sentence)
    if re.search(rf"{asked.office.pattern}(?:이|가|께서)(?=\s)", told):  # 시장이 …라고 하자 노조위원장은
        return False
    if spoken := list(_speaker().finditer(told)):
        return not any(_fits(asked, one) for one in spoken)
    before = article.body[max(0, start - _BEFORE) : start].rpartition("\n")[2] if _GOES_ON.match(sentence) else ""
    spoken = list(_speaker().finditer(_outside_quotations(before)))
    return bool(spoken) and not _fits(asked, spoken[-1])


def _fits(asked: _Asked, speaker: re.Match[str]) -> bool:
    """Whether a speaker may be the one asked for: of the office, and of no other name than the question has."""
    names = [word for word in speaker["before"].split() if _is_name(word)]
    if asked.name and names:
        return any(asked.name == one or (asked.name.startswith(one) and one in surnames()) for one in names)
    return asked.office.search(speaker.group()) is not None


def _outside_quotations(text: str) -> str:
    for first, last in reversed(quotation_spans(text)):
        text = f"{text[:first]}“”{text[last:]}"
    return text


def _is_name(word: str) -> bool:
    has_shape = word in surnames() or (len(word) == 3 and word[0] in surnames())
    return has_shape and not _NO_NAME.search(word)


@lru_cache(maxsize=16)
def _asked(text: str) -> _Asked | None:
    """Whose words a question asks for by an office; None where it does not."""
    english = _ENGLISH.search(text)
    if english and asks_for_words(text):
        title = english["title"].lower()
        return _Asked(_office_of(_IN_KOREAN[title]), re.compile(rf"\b{title}", re.IGNORECASE))
    found = _subject().search(text)
    is_asked = found and not (found["particle"] in ("이", "가") and _TOPIC.search(text, found.end()))
    if found is None or not is_asked or not (asks_for_words(text) or _ASKS_FOR_DEMAND.search(text)):
        return None
    title, known = found["title"], titles()
    shorter = [title[at:] for at in range(len(title)) if title[at:] in known and title[at - 1 : at] != "부"]
    name = found["name"] if found["name"] and _is_name(found["name"]) else ""
    return _Asked(_office_of(_HEADS_OF_COMPANIES if title in _HEADS_OF_COMPANIES else shorter), name=name)


def _office_of(alike: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"{_NO_DEPUTY}(?:{'|'.join(map(re.escape, alike))})")


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    """The subject of a question, where it holds an office: "문새별 시장은", "버들시장은"."""
    return re.compile(
        rf"(?:(?<![가-힣])(?P<name>[가-힣]{{3}})\s)?[가-힣]{{0,10}}?(?P<title>{Offices(titles()).korean})"
        r"(?P<particle>은|는|이|가|께서는?)(?=\s)"
    )


@lru_cache(maxsize=1)
def _speaker() -> re.Pattern[str]:
    """The subject of a sentence, where it is somebody with an office or called by a word for those without one."""
    offices = sorted((title for title in titles() if title not in _OTHER_WORDS), key=len, reverse=True)
    return re.compile(
        r"(?P<before>(?:[가-힣]{1,10}(?:\([^()]{1,20}\))?\s){0,3})"
        rf"[가-힣]{{0,10}}?(?:{'|'.join(map(re.escape, offices))}|{_NO_OFFICE})(?:은|는|도)(?=\s)"
    )

"""Namesakes: who coaches 금성고 is not told by "은하고 감독은 …", nor when 금성병원 opens by an article of 은하병원."""

import re
from functools import lru_cache
from typing import Final

from app.answering.evidence.article_reading import READ
from app.answering.evidence.evidence import Evidence
from app.question.concept import Concept, squeeze
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_SCHOOL: Final = "초등학교|중학교|고등학교|대학교|초교|고교"
_CLINIC: Final = "병원|의료원|보건소|보건지소"
_KINDS: Final = (
    f"{_SCHOOL}|[초중고]",
    _CLINIC,
    "대교|(?<!학)교|다리",
    "도서관|박물관|미술관|기념관|체육관",
    "경찰서|소방서",
    "[시군구]",
)
"""How the names end of bodies and places of which an article often tells several, a line a kind."""
_GENERIC: Final = (
    r"(?:종합|대학|동물|요양|정신|전문|어린이|시립|구립|군립|도립|국립|공립|사립|공공|작은|응급|상급|거점|공영|관할|대형"
    r"|지역|어느|어떤|무슨)"
)
"""A public library or children's hospital may be called by its name where it is told of."""
_NO_NAME: Final = r"(?![가-힣]{0,4}(?:[하이리라다되치시서]고|[는은인운]\s?중|[일필]시)(?![가-힣]))"
"""그리고, 개교하고 and 운영하는 중 are no schools."""
_NAME: Final = r"[가-힣]{{2,8}}?(?:{kind})"
_PARTICLE: Final = r"(?:[은는이가을를의도]|에는|에서는?)?(?![가-힣])"

_LONG: Final = re.compile(
    rf"(?P<own>[가-힣]{{2,8}})(?P<kind>{_SCHOOL}|{_CLINIC}|도서관|박물관|미술관|경찰서|소방서|대교|다리)"
)
_LONGER: Final = r"{own}(?:[가-힣]{{0,4}}{kind}|{first})"
_BARE: Final = rf"(?<![가-힣]){_GENERIC}?{{kind}}"
_OTHER: Final = rf"(?<![가-힣])(?!{_GENERIC}{{kind}})[가-힣]{{{{2,8}}}}{{kind}}"


def is_of_namesake(question: Question, sentence: str) -> bool:
    """Whether a sentence tells what is asked of another body: "금성고 감독은 …" of "은하고 감독은 누구야?".

    Args:
        question: what is asked.
        sentence: which says nothing of the body asked about.
    """
    return any(
        own not in sentence and re.search(other, sentence) is not None
        for own, other in _asked(question.text[:QUESTION_CHARACTERS])
    )


@lru_cache(maxsize=16)
def _asked(text: str) -> tuple[tuple[str, str], ...]:
    """The bodies that stand before a noun in a question, each with the pattern of another one before that noun."""
    return tuple(
        (match["own"], rf"(?<![가-힣])(?!{_GENERIC}){_NO_NAME}{name}의?\s{match['noun']}{_PARTICLE}")
        for name in (_NAME.format(kind=kind) for kind in _KINDS)
        for match in re.finditer(rf"(?<![가-힣])(?P<own>{name})의?\s(?P<noun>[가-힣]{{2,6}}?){_PARTICLE}", text)
    )


def is_of_body(concept: Concept, best: Evidence) -> bool:
    """Whether an article may be about the body that a concept names, as everything that names none is.

    Args:
        concept: of the question; the archive has it.
        best: of the article.
    """
    named = _LONG.fullmatch(concept.forms[0]) if concept.importance == 1 and best.article.language != "en" else None
    if named is None or re.search(f"{_GENERIC}$", named["own"]):
        return True
    text = f"{best.article.title}\n{best.article.body[:READ]}"
    kind = named["kind"]
    if re.search(_LONGER.format(own=named["own"], kind=kind, first=kind[0]), squeeze(text)):
        return True
    is_bare = re.search(_BARE.format(kind=kind), text) is not None
    return is_bare and re.search(_OTHER.format(kind=kind), text) is None

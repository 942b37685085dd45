"""Denials: "왜 취소했어?" asks the reason of what an article says was not done: "취소는 하지 않기로 했다"."""

import re
from typing import Final

from app.answering.evidence.article_reading import READ
from app.answering.evidence.evidence import Evidence
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_NEGATED: Final = re.compile(r"(?<![가-힣])(?:안|못)\s|않|아니|없")
_WHY_DONE: Final = re.compile(
    r"왜\s(?:[^\s?]{1,12}\s){0,2}?(?P<before>[가-힣]{2,4})(?:[을를]\s?)?(?:했|됐|된|한)(?![가-힣]{3})"
    r"|(?P<after>[가-힣]{2,4}?)(?:[은는을를이가]\s|\s)왜\s(?:했|됐|된|한)"
)
_DENIED: Final = (
    r"{done}(?:[은는을를이가도]\s?)?(?:(?:하|되)지(?:는|도)?\s(?:않|못)|(?:할|될)\s(?:계획|방침|생각)[은이도]\s?없)"
)
_DONE: Final = r"{done}(?:[을를이가]\s?)?(?:했|됐|[한된](?!다는)|돼|됨|하면서|하자)"


def denies(question: Question, said: Evidence) -> bool:
    """Whether a sentence says that what it is asked the reason of was not done, and its article never that it was.

    Args:
        question: what is asked.
        said: the sentence.
    """
    asked = question.text[:QUESTION_CHARACTERS]
    found = None if "why" not in question.kinds or _NEGATED.search(asked) else _WHY_DONE.search(asked)
    if found is None:
        return False
    done = found["before"] or found["after"]
    article = f"{said.article.title}\n{said.article.body[:READ]}"
    return bool(re.search(_DENIED.format(done=done), said.text)) and not re.search(_DONE.format(done=done), article)

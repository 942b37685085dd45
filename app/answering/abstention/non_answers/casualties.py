"""Casualties: where nobody died or was hurt, none of an article's other numbers and persons is the answer."""

import re
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_DEAD_ASKED: Final = re.compile(r"사망|숨[진졌]|죽[은었]|목숨|\b(?:died?|killed|deaths?)\b", re.IGNORECASE)
_HURT_ASKED: Final = re.compile(r"다[친쳤]|부상|\b(?:injured|hurt|wounded)\b", re.IGNORECASE)
_PEOPLE: Final = r"(?:사람|이|주민|직원|승객|학생|시민|손님|환자)[은이도]\s(?:[가-힣]{1,4}\s)?"
_NONE_HURT: Final = (
    rf"(?:다친|부상한)\s{_PEOPLE}없|(?:부상자|사상자|인명\s?피해)[는가도]\s(?:[가-힣]{{1,4}}\s)?(?:없|발생하지 않)"
    r"|\b(?:no one|nobody|none)\b[^.]{0,20}\b(?:hurt|injured)\b|\bno (?:injuries|casualties)\b"
)
_NO_HURT: Final = re.compile(_NONE_HURT, re.IGNORECASE)
_NO_DEAD: Final = re.compile(
    rf"(?:숨진|사망한|죽은)\s{_PEOPLE}없|사망자[는가도]\s(?:[가-힣]{{1,4}}\s)?(?:없|나오지 않)"
    rf"|\b(?:no one|nobody|none)\b[^.]{{0,20}}\b(?:killed|died)\b|\bno (?:deaths|fatalities)\b|{_NONE_HURT}",
    re.IGNORECASE,
)
_DEAD: Final = re.compile(
    r"(?:명|사람|씨)[이은가]?\s?(?:숨[지진졌]|사망|목숨)|숨[지졌]|\b(?!one)(?:\d+|[a-z]+) (?:were|was) killed\b"
)
_HURT: Final = re.compile(
    r"(?:명|사람|씨)[이은가]?\s?(?:[가-힣]{1,8}\s){0,3}(?:다[치쳐쳤]|부상|중상|경상|치료|이송|옮겨)"
    r"|\binjur(?:ed|ing) \w"
)


def tells_of_none(question: Question, said: Evidence, best: Evidence) -> bool:
    """Whether a sentence says that nobody died, or was hurt, where the question asks who or how many.

    Args:
        question: what is asked.
        said: the sentence.
        best: the best sentence of its article, which may tell of some all the same.
    """
    if "how_many" not in question.kinds and "who" not in question.kinds:
        return False
    asked = question.text[:QUESTION_CHARACTERS]
    is_of_dead = _DEAD_ASKED.search(asked) is not None
    if is_of_dead is (_HURT_ASKED.search(asked) is not None):
        return False
    none, some = (_NO_DEAD, _DEAD) if is_of_dead else (_NO_HURT, _HURT)
    return bool(none.search(said.text)) and not (some.search(said.text) or some.search(best.text))

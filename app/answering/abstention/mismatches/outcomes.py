"""Outcomes: who won and whether it passed are not told by what is only planned.

Before a vote articles tell who runs, when it is held and what is hoped for, in all the words of the question. Such a
sentence is told by its tense: Korean news puts what happened in the past, and a plan in the present (부친다, 다룬다).
"""

import re
from typing import Final

from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import final_consonant, has_hangul

_DECIDED: Final = (
    "통과|가결|부결|의결|인준|비준|승인|채택|확정|당선|낙선|재선|연임|선정|선출|선임|임명|추대|발탁|낙점|타결|체결|합의"
    "|보류|무산|철회|기각|우승|승리|패배"
)
_PAST: Final = r"(?:됐|되었|했|하였|시켰|났)"
_ASKED_KOREAN: Final = re.compile(
    rf"(?:{_DECIDED})(?:이|을|를)?\s?{_PAST}|이겼|뽑혔|(?:이긴|뽑힌)\s[^\s]{{0,8}}[은는건]\s?(?:누구|누군|어디|어느|뭐|무엇|\W*$)"
    r"|누가\s?(?:됐|되었)"
    r"|(?:투표|선거|표결|경선|재판|결승|심사)[가-힣\s]{0,4}결과(?:[는은가를이]요?)?\s?(?:\W*$|어떻|어땠|뭐|나왔|알려)"
)
_ASKED_ENGLISH: Final = re.compile(
    r"^\W*(?:so |and )?who won\b(?! over)|\bwho (?:was|were|got) (?:elected|appointed|chosen)\b"
    r"|\bwhat (?:was|were) the results?\b"
    r"|^\W*did\b.{1,120}\b(?:win|approve|adopt|reject|elect|decide)\b"
    r"|^\W*did\b.{1,120}\bpass(?=\s*(?:\W*$|(?:the|a|an|its|by|in|on|with|unanimously|last|this)\b))"
    r"|^\W*(?:was|were|has|have)\b.{1,120}\b(?:passed|approved|adopted|rejected|elected|appointed)\b",
    re.IGNORECASE,
)
_PLANNED_IN_QUESTION: Final = re.compile(
    r"예정|계획|후보|전망|예상|\b(?:will|would|going to|plans?|planned|expected|candidates?)\b", re.IGNORECASE
)
_DECIDED_KOREAN: Final = re.compile(
    rf"(?:{_DECIDED})(?:이|을|를)?\s?(?:{_PAST}|[된한](?!다)|돼|받|시킨(?!다)|짓|지었|거[둔뒀]|에 (?:성공|실패)"
    rf"|\W*$)|\d표|\d대\s?\d|\d%"
    r"|우승(?!\s?(?:후보|전력))|취임|신임|부임|뽑[혔힌혀았]|이[겼긴겨]|꺾[었고은]|누르고|눌렀|제[쳤치]|올랐|오른(?!다)|얻[었은]"
    r"|(?<![가-힣])[졌진](?=[다고])|떨어졌|못했|않았|거부했|끝났|맡았|[이가] 됐|차지|거머쥐|거머쥔|챔피언"
    r"|정상에|[금은동]메달|[금은동]상|\d[위등]|으뜸|찬성했|반대했|받아들였|[가이] 받았|상을 (?:[가-힣]{1,4} )?받[았은]"
    r"|탔다|[을를] 탄 |연패|돌아갔|돌아간(?!다)|따돌[렸려]|앞섰|들어[왔와]|손을 들어|승리로|자리를 이[은어]"
    r"|아직|머물[러렀]|머무[르는]|잠자[고는]|계류|거쳐야|뜻을 모|아니[라다]|않[는은]"
)
"""What is still pending has not been decided, which is an answer; what is due may have been, since the article."""
_DECIDED_ENGLISH: Final = re.compile(
    r"\b(?:won|passed|approved|adopted|rejected|elected|appointed|beat|defeated|voted|chosen|named|decided"
    r"|agreed|lost"
    r"|failed|refused|declined|turned down|became|winners?|champions?|victory)\b",
    re.IGNORECASE,
)
_PLANNED_KOREAN: Final = re.compile(
    r"예정|거론|물망|앞두|전망|예상|기대|방침|계획|맞붙|제출|발의했|상정|편성|부[친칠쳐]|만나겠"
)
_PLANNED_ENGLISH: Final = re.compile(
    r"\b(?:will|would|plans?|planned|expects?|expected|due|set to|scheduled|hopes?|upcoming|candidates?"
    r"|running for)\b",
    re.IGNORECASE,
)
_POLLED: Final = re.compile(r"여론조사|\bopinion polls?\b")
"""Whom people say they will vote for is no result, although it has its figures."""
_CAME_ASKED: Final = re.compile(
    r"몇\s?(?:만\s?)?(?:명|사람).{0,40}(?:왔|다녀갔|찾았|방문했|참가했|참석했|참여했|모였|몰렸|관람했)"
    r"|\bhow many\b.{0,80}\b(?:visited|came(?! (?:from|out of)\b)|attended|took part|participated|turned up(?! on\b)"
    r"|showed up)\b",
    re.IGNORECASE,
)
_CAME: Final = re.compile(
    r"[왔갔]|다녀가|찾[았은아]|방문[했한]|참[가석여][했한]|모[였인]|몰[렸린]|관람[했한]|넘[었은긴겼]|그[쳤친]|이었|였[다고]|기록[했한]|집계"
    r"|늘[었어]|줄[었어]"
    r"|\b(?:visited|came|attended|took part|participated|turned (?:up|out)|drew|attracted|recorded|counted)\b",
    re.IGNORECASE,
)
_FORECAST: Final = re.compile(
    r"기대|예상|전망|목표|예정|계획|내다[봤보본]|\b(?:will|expects?|expected|hopes?|aims?|forecasts?|targets?)\b",
    re.IGNORECASE,
)
_OF_OUTCOMES: Final = frozenset({"yes_no", "who", "what"})
"""When it passed and how much it cost may be told by a plan, too."""
_PAST_FINAL: Final = 20
"""ㅆ among the final consonants: 했다, 냈다 and 왔으며 are past, 부친다 and 4년이다 are not."""
_NOT_PAST: Final = "있겠"


def leaves_outcome_open(question: Question, told: str) -> bool:
    """Whether the question asks for an outcome, and a sentence tells no more than a plan."""
    asked = question.text[:QUESTION_CHARACTERS]
    if _PLANNED_IN_QUESTION.search(asked):
        return False
    if _CAME_ASKED.search(asked):
        return bool(_FORECAST.search(told)) and not _CAME.search(told)
    if _OF_OUTCOMES.isdisjoint(question.kinds) or not (_ASKED_KOREAN.search(asked) or _ASKED_ENGLISH.search(asked)):
        return False
    if _POLLED.search(told):
        return True
    if has_hangul(told):
        is_plan = "who" in question.kinds or _PLANNED_KOREAN.search(told) or not _has_past(told)
        return bool(is_plan) and not _DECIDED_KOREAN.search(told)
    return not _DECIDED_ENGLISH.search(told) and bool(_PLANNED_ENGLISH.search(told))


def _has_past(text: str) -> bool:
    return any(final_consonant(one) == _PAST_FINAL and one not in _NOT_PAST for one in text)

"""Attributes: what somebody earns is not told by a sentence about another amount, though it names the person.

An attribute is asked for by few words ("연봉", "salary") and told by few others; beside a sentence that answers at
least one of these stands. Attributes that articles tell in as many words as there are writers are not in the table.
"""

import re
from dataclasses import dataclass
from typing import Final

from app.retrieval.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS

_AROUND: Final = 120
"""Characters before and behind a sentence that count as said beside it: about a sentence each."""
_RATE: Final = re.compile(r"[가-힣]{1,8}(?<![비확환법규선])[률율](?![가-힣]{2})")
_RATE_TOLD: Final = re.compile(r"(?P<rate>[가-힣]{1,8}(?<![비확환법규선])[률율])[은는이가]?\s?(?:약\s)?$")
_KIND: Final = 3
"""Syllables that name a rate at the end of a compound: 최종투표율 is a 투표율."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """Words that ask for it, and words by which articles tell it; Korean and English share the table."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _attribute(asked: str, told: str) -> _Attribute:
    return _Attribute(re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))


_ATTRIBUTES: Final = (
    _attribute(
        r"연봉|월급|봉급|\bsalar(?:y|ies)\b",
        r"연봉|월급|봉급|급여|보수|임금|시급|주급|일당|수당|소득|몸값|처우|계약금|salar|wage|\bpay|paid|earn"
        r"|income|contract",
    ),
    _attribute(
        r"(?<!개의\s)(?<!개\s)주가(?!조작|\s조작|\s있|\s되|\s됐)(?=[는은가이를도\s?]|$)|종가"
        r"|\b(?:share|stock) prices?\b",
        r"주가|주식|주당|종가|시가총액|시총|증시|코스피|코스닥|거래일|공모가|상장|장을 마|shares?\b|stocks?\b",
    ),
    _attribute(
        r"진료비|치료비|병원비|수술비|\b(?:medical|hospital|treatment) (?:fees?|bills?|costs?)\b",
        r"진료비|치료비|병원비|수술비|의료비|약값|비용|요금|수가|본인\s?부담|무료|유료|공짜|\bfees?\b"
        r"|\bcosts?\b|charge|\bfree\b|bill",
    ),
    _attribute(r"등록금|수업료|학비|\btuition\b", r"등록금|수업료|학비|교육비|학기당|무상|무료|tuition|\bfees?\b"),
    _attribute(
        r"투표율|몇\s?(?:명|사람)이?\s?투표했|\bturnout\b|\bhow many (?:people |residents |members )?voted\b",
        r"투표율|투표했|투표한|투표를 (?:마|한|했)|투표에 참[여가]|투표자|투표인|표를 던|한 표를|turnout|voted"
        r"|cast\b|ballots",
    ),
    _attribute(
        r"고향|출생지|태어났|태어난\s?(?:곳|데)|\bhometown\b|\bbirthplace\b|\bborn\b",
        r"고향|출신|태생|태어[나난났]|출생|생가|토박이|\d년생|자랐|자란|\([^()]{0,80}\d{1,4}[^()]{0,30}[~∼–-]"
        r"|\([^()]{0,80}\d{4}년|born\b|native|hometown|birth"
        r"|grew up|raised",
    ),
    _attribute(
        r"창업자|설립자|창립자|창업주|누가\s?(?:세웠|설립|창업|창립)|\bwho (?:founded|set up|started"
        r"|established)\b|\bfounders? of\b",
        r"창업|설립|창립|창간|창단|결성|조직|시작|세[운웠]|차[린렸]|일[군궜]|만든|만들었|만들어"
        r"|found|establish|set up|start|creat|launch",
    ),
    _attribute(
        r"언제\s?(?:처음\s)?(?:세워|세운|설립|창립|창업|개교|개원)|(?:설립|창립|창업)(?:일|연도|년도)"
        r"|^\W*(?:in )?(?:when|what year|which year)\b.{1,80}\b(?:founded|established)\b",
        r"설립|창립|창업|창간|창단|개교|개원|개관|개소|출범|발족|출발|시작|결성|조직|탄생|처음|형성|건국|수립|존재|이루|세[운웠워]|생[긴겼]|지[은었]"
        r"|문을 (?:연(?!다)|열었)|들어[선섰]|만든|만들"
        r"|found|establish|set up|start|creat|launch|open|built|since|history",
    ),
    _attribute(
        r"시공사|시공업체|시공은\s?(?:누|어)|누가\s?시공|\b(?:building|construction) (?:contractor|company|firm)\b",
        r"시공|건설|맡[아았은]|수주|낙찰|컨소시엄|공사를 따|contract|construct|build|built|consortium",
    ),
    _attribute(
        r"설계(?:는|를)?\s?(?:누가|누구)|누가\s?설계|설계자|\barchitect\b|\bwho designed\b",
        r"설계(?!\s?(?:공모|비|용역|를 거))|개발|건축가|건축사|디자인|design|architect",
    ),
    _attribute(
        r"전화번호|연락처|(?:전화|문의)\s?번호|\b(?:phone|telephone) number\b",
        r"\d{2,4}[-)·.]\s?\d{3,4}|국번|\d{3,4}번|☎|\bdial\b|\bcall \d",
    ),
    _attribute(
        r"(?:아내|남편|부인|배우자)(?:는|은|가|이)?\s?(?:누구|이름|뭐|직업)|\bwho (?:is"
        r"|was) .{1,40} (?:married to|wife|husband)\b",
        r"아내|남편|부인|배우자|부부|결혼|wife|husband|married|spouse|couple",
    ),
    _attribute(
        r"혈액형|몸무게가|좌우명|\bblood type\b",
        r"혈액형|몸무게|체중|좌우명|㎏|kg|킬로|blood|weigh|motto",
    ),
)


def lacks_attribute(question: Question, article: Article, start: int, end: int) -> bool:
    """Whether the question asks for an attribute that neither a sentence nor what stands around it tells.

    Args:
        question: what is asked.
        article: whose sentence it is.
        start: offset of the sentence in the article's body.
        end: offset after it.
    """
    asked = question.text[:QUESTION_CHARACTERS]
    wanted = [one for one in _ATTRIBUTES if one.asked.search(asked)]
    said = f"{article.title}\n{article.body[max(0, start - _AROUND) : end + _AROUND]}" if wanted else ""
    return not all(one.told.search(said) for one in wanted)


def is_of_another_rate(question: Question, before: str) -> bool:
    """Whether a number is told as another rate than the one asked for: 투표율은 |81.6% is no 득표율.

    Args:
        question: what is asked.
        before: the sentence up to the number.
    """
    asked = _RATE.findall(question.text[:QUESTION_CHARACTERS])
    told = _RATE_TOLD.search(before)
    return bool(asked and told) and not any(told["rate"].endswith(one[-_KIND:]) for one in asked if told)

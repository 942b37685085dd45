"""What is asked about people and bodies by few words, and told by few others: a salary by "a month", "paid", "임금".

The rows, here and in ``visitor_words``, were held against the questions that the comprehension model learns from
(training/questions/): they decline few that a sentence answers.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Attribute:
    """Words that ask for it, and words by which articles tell it; Korean and English share the table."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def attribute(asked: str, told: str) -> Attribute:
    """One from two patterns; capitals do not count."""
    return Attribute(re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))


OF_PEOPLE_AND_BODIES: Final = (
    attribute(
        r"연봉|월급|봉급|\bsalar(?:y|ies)\b",
        r"연봉|월급|봉급|급여|보수|임금|시급|주급|일당|수당|소득|몸값|처우|계약금|기본급|감봉|한 달"
        r"|받[는은았]|salar|wage|\bpay|paid|earn|income|contract|a month|a year",
    ),
    attribute(
        r"(?<!개의\s)(?<!개\s)(?<![가-힣])주가(?!조작|\s조작|\s있|\s되|\s됐)(?=[는은가이를도\s?]|$)|(?<![가-힣])종가(?=[는가를\s?]|$)"
        r"|\b(?:share|stock) prices?\b",
        r"주가|주식|주당|종가|시가총액|시총|증시|코스피|코스닥|거래일|공모가|상장|장을 마|마감|증권|closing"
        r"|shares?\b|stocks?\b|analyst|target",
    ),
    attribute(
        r"진료비|치료비|병원비|수술비|\b(?:medical|hospital|treatment) (?:fees?|bills?|costs?)\b",
        r"진료비|치료비|병원비|수술비|의료비|약값|비용|요금|수가|본인\s?부담|무료|유료|공짜|\bfees?\b"
        r"|\bcosts?\b|charge|\bfree\b|bill",
    ),
    attribute(
        r"등록금|수업료|학비|\btuition\b",
        r"등록금|수업료|수강료|학비|교육비|학기당|무상|무료|tuition|\bfees?\b|\bpays?\b|paid",
    ),
    attribute(
        r"투표율|몇\s?(?:명|사람)이?\s?투표했|\bturnout\b|\bhow many (?:people |residents |members )?voted\b",
        r"투표율|투표했|투표한|투표해|투표를 (?:마|한|했)|투표에|투표자|투표인|표를 던|한 표를|\d\s?표"
        r"|찬성|반대|참[여가석]|turnout|voted"
        r"|cast\b|ballots|attend|took part",
    ),
    attribute(
        r"고향(?:은|이|이나|는)?\s?(?:\?|$|어디|어느)|출생지|언제\s?태어났|어디(?:에)?서\s?태어났|태어난\s?(?:곳|데)"
        r"|\bhometown\b|\bbirthplace\b"
        r"|^\W*(?:where|when|in (?:which|what) (?:year|town|city|country)) (?:was|were)\b.{1,80}\bborn\b",
        r"고향|출신|태생|태어[나난났]|출생|생가|토박이|\d년생|자랐|자란|\([^()]{0,80}\d{1,4}[^()]{0,30}[~∼–-]"
        r"|\([^()]{0,80}\d{4}년"
        r"|[가-힣]에서 (?:[온난]|나온|나왔|내려온|건너온)|낳|생일|born\b|native|hometown|birth|grew up|raised"
        r"|\b(?:came|comes|is|hails?) from\b|delivered",
    ),
    attribute(
        r"(?:창업자|설립자|창립자|창업주)(?:는|가)?\s?(?:\?|$|누구|이름)|누가\s?(?:세웠|설립|창업|창립)"
        r"|^\W*who (?:founded|set up|started|established)\b|\bfounders? of\b",
        r"창업|설립|창립|창간|창단|결성|조직|시작|세[운웠]|차[린렸]|일[군궜]|꾸[린렸]|벌[인였]|마련|만든|만들었|만들어"
        r"|found|establish|set up|start|creat|launch|beg[aiu]n|opened",
    ),
    attribute(
        r"언제\s?(?:처음\s)?(?:세워(?!요|지[나는])|세운|설립|창립|창업|개교|개원)|(?:설립|창립|창업)(?:일|연도|년도)"
        r"|^\W*(?:in )?(?:when|what year|which year)\b.{1,80}\b(?:founded|established)\b",
        r"설립|창립|창업|창간|창단|개교|개원|개관|개소|출범|발족|출발|시작|결성|조직|탄생|처음|형성|건국|수립|존재|이루|세[운웠워]|생[긴겼]|지[은었어]"
        r"|문을 (?:연(?!다)|열었)|들어[선섰]|만든|만들"
        r"|found|establish|set up|start|creat|launch|open|built|\bput up\b|since|history",
    ),
    attribute(
        r"(?<!도)시공사(?:는|가)?\s?(?:\?|$|어디|누구|이름)|시공업체|시공은\s?(?:누|어)|누가\s?시공"
        r"|\b(?:building|construction) (?:contractor|company|firm)\b",
        r"시공|건설|맡[아았은]|수주|낙찰|컨소시엄|공사를 따|contract|construct|build|built|consortium",
    ),
    attribute(
        r"설계(?:는|를)?\s?(?:누가|누구)|누가\s?설계|설계자(?:는|가)?\s?(?:\?|$|누구|이름)"
        r"|\barchitect\b|\bwho designed\b",
        r"설계(?!\s?(?:공모|비|용역|를 거))|개발|건축가|건축사|디자인|만든|만들었|그린|design|architect"
        r"|\bdrew\b|engineer",
    ),
    attribute(
        r"(?:전화번호|연락처|(?:전화|문의)\s?번호)(?:는|가|를|좀)?\s?(?:\?|$|뭐|몇|무엇|어떻게|어디|알려|좀)"
        r"|^\W*(?:what(?:['’]s| is| are)|give|tell|may|can|could|is there)\b.{0,60}\b(?:phone|telephone) number\b",
        r"\d{2,4}[-)·.]\s?\d{3,4}|국번|\d{3,4}번|☎|\bdial\b|\bcall \d",
    ),
    attribute(
        r"(?:아내|남편|부인|배우자)(?:는|은|가|이)?\s?(?:누구|이름|뭐|직업)|\bwho (?:is"
        r"|was) .{1,40} (?:married to|wife|husband)\b",
        r"아내|남편|부인|배우자|부부|결혼|wife|husband|married|spouse|couple",
    ),
    attribute(
        r"혈액형(?:은|이)?\s?(?:\?|$|뭐|무엇|어떻게)|몸무게가|좌우명|^\W*what(?:['’]s| is) .{1,60}\bblood type\b",
        r"혈액형|몸무게|체중|좌우명|㎏|kg|킬로|[ABO]형|blood|weigh|kilo|pound|motto",
    ),
)
"""Attributes that articles tell in as many words as there are writers are not among them."""

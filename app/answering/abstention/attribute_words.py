"""What is asked for by few words and told by few others: a price is told by a sum of money, or by "free".

The rows were held against the questions that the comprehension model learns from (training/questions/): they decline
few that a sentence answers.
"""

import re
from dataclasses import dataclass
from typing import Final

_MONEY: Final = (
    r"\d\s?원|[만천억조]\s?원|원[이을은의에짜 ,()]|무료|유료|공짜|거저|그냥|무상|달러|유로|엔|위안|파운드|돈|값"
    r"|비용|요금|냥|푼|삯|비[는를가]|받지|받는|내지|won\b|free|fee|pay|paid|cost|charg|price|\$|€|£|euro|dollar|yen|pound|yuan"
    r"|cents|fare|money"
)
"""Words beside a price; of a budget or a fee one of them stands beside every sentence that tells it."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Words that ask for it, and words by which articles tell it; Korean and English share the table."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _attribute(asked: str, told: str) -> Attribute:
    return Attribute(re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))


ATTRIBUTES: Final = (
    _attribute(
        r"연봉|월급|봉급|\bsalar(?:y|ies)\b",
        r"연봉|월급|봉급|급여|보수|임금|시급|주급|일당|수당|소득|몸값|처우|계약금|기본급|감봉|한 달"
        r"|받[는은았]|salar|wage|\bpay|paid|earn|income|contract|a month|a year",
    ),
    _attribute(
        r"(?<!개의\s)(?<!개\s)(?<![가-힣])주가(?!조작|\s조작|\s있|\s되|\s됐)(?=[는은가이를도\s?]|$)|(?<![가-힣])종가(?=[는가를\s?]|$)"
        r"|\b(?:share|stock) prices?\b",
        r"주가|주식|주당|종가|시가총액|시총|증시|코스피|코스닥|거래일|공모가|상장|장을 마|마감|증권|closing"
        r"|shares?\b|stocks?\b|analyst|target",
    ),
    _attribute(
        r"진료비|치료비|병원비|수술비|\b(?:medical|hospital|treatment) (?:fees?|bills?|costs?)\b",
        r"진료비|치료비|병원비|수술비|의료비|약값|비용|요금|수가|본인\s?부담|무료|유료|공짜|\bfees?\b"
        r"|\bcosts?\b|charge|\bfree\b|bill",
    ),
    _attribute(
        r"등록금|수업료|학비|\btuition\b",
        r"등록금|수업료|수강료|학비|교육비|학기당|무상|무료|tuition|\bfees?\b|\bpays?\b|paid",
    ),
    _attribute(
        r"투표율|몇\s?(?:명|사람)이?\s?투표했|\bturnout\b|\bhow many (?:people |residents |members )?voted\b",
        r"투표율|투표했|투표한|투표해|투표를 (?:마|한|했)|투표에|투표자|투표인|표를 던|한 표를|\d\s?표"
        r"|찬성|반대|참[여가석]|turnout|voted"
        r"|cast\b|ballots|attend|took part",
    ),
    _attribute(
        r"고향(?:은|이|이나|는)?\s?(?:\?|$|어디|어느)|출생지|언제\s?태어났|어디(?:에)?서\s?태어났|태어난\s?(?:곳|데)"
        r"|\bhometown\b|\bbirthplace\b"
        r"|^\W*(?:where|when|in (?:which|what) (?:year|town|city|country)) (?:was|were)\b.{1,80}\bborn\b",
        r"고향|출신|태생|태어[나난났]|출생|생가|토박이|\d년생|자랐|자란|\([^()]{0,80}\d{1,4}[^()]{0,30}[~∼–-]"
        r"|\([^()]{0,80}\d{4}년"
        r"|[가-힣]에서 (?:[온난]|나온|나왔|내려온|건너온)|낳|생일|born\b|native|hometown|birth|grew up|raised"
        r"|\b(?:came|comes|is|hails?) from\b|delivered",
    ),
    _attribute(
        r"(?:창업자|설립자|창립자|창업주)(?:는|가)?\s?(?:\?|$|누구|이름)|누가\s?(?:세웠|설립|창업|창립)"
        r"|^\W*who (?:founded|set up|started|established)\b|\bfounders? of\b",
        r"창업|설립|창립|창간|창단|결성|조직|시작|세[운웠]|차[린렸]|일[군궜]|꾸[린렸]|벌[인였]|마련|만든|만들었|만들어"
        r"|found|establish|set up|start|creat|launch|beg[aiu]n|opened",
    ),
    _attribute(
        r"언제\s?(?:처음\s)?(?:세워(?!요|지[나는])|세운|설립|창립|창업|개교|개원)|(?:설립|창립|창업)(?:일|연도|년도)"
        r"|^\W*(?:in )?(?:when|what year|which year)\b.{1,80}\b(?:founded|established)\b",
        r"설립|창립|창업|창간|창단|개교|개원|개관|개소|출범|발족|출발|시작|결성|조직|탄생|처음|형성|건국|수립|존재|이루|세[운웠워]|생[긴겼]|지[은었어]"
        r"|문을 (?:연(?!다)|열었)|들어[선섰]|만든|만들"
        r"|found|establish|set up|start|creat|launch|open|built|\bput up\b|since|history",
    ),
    _attribute(
        r"(?<!도)시공사(?:는|가)?\s?(?:\?|$|어디|누구|이름)|시공업체|시공은\s?(?:누|어)|누가\s?시공"
        r"|\b(?:building|construction) (?:contractor|company|firm)\b",
        r"시공|건설|맡[아았은]|수주|낙찰|컨소시엄|공사를 따|contract|construct|build|built|consortium",
    ),
    _attribute(
        r"설계(?:는|를)?\s?(?:누가|누구)|누가\s?설계|설계자(?:는|가)?\s?(?:\?|$|누구|이름)"
        r"|\barchitect\b|\bwho designed\b",
        r"설계(?!\s?(?:공모|비|용역|를 거))|개발|건축가|건축사|디자인|만든|만들었|그린|design|architect"
        r"|\bdrew\b|engineer",
    ),
    _attribute(
        r"(?:전화번호|연락처|(?:전화|문의)\s?번호)(?:는|가|를|좀)?\s?(?:\?|$|뭐|몇|무엇|어떻게|어디|알려|좀)"
        r"|^\W*(?:what(?:['’]s| is| are)|give|tell|may|can|could|is there)\b.{0,60}\b(?:phone|telephone) number\b",
        r"\d{2,4}[-)·.]\s?\d{3,4}|국번|\d{3,4}번|☎|\bdial\b|\bcall \d",
    ),
    _attribute(
        r"(?:아내|남편|부인|배우자)(?:는|은|가|이)?\s?(?:누구|이름|뭐|직업)|\bwho (?:is"
        r"|was) .{1,40} (?:married to|wife|husband)\b",
        r"아내|남편|부인|배우자|부부|결혼|wife|husband|married|spouse|couple",
    ),
    _attribute(
        r"혈액형(?:은|이)?\s?(?:\?|$|뭐|무엇|어떻게)|몸무게가|좌우명|^\W*what(?:['’]s| is) .{1,60}\bblood type\b",
        r"혈액형|몸무게|체중|좌우명|㎏|kg|킬로|[ABO]형|blood|weigh|kilo|pound|motto",
    ),
    # who may apply, and what goes with a visit
    _attribute(
        r"(?:외국인|유학생)(?:\s?(?:주민|학생|노동자|관광객))?(?:들)?(?:도|은|는|이|에게도?|한테도?|만)?\s.{0,60}"
        r"(?:수 ?있|되[나니는]|돼|가능|받|해당|들어갈|대상|신청|참가|이용)"
        r"|^(?:can|may|are|is|do|does|could|will)\b.{0,80}\b(?:foreign(?:ers?)?|non-koreans?|expats?)\b.{0,80}"
        r"\b(?:apply|eligible|use|join|get|receive|take part|enter|qualify|included|allowed|admitted|attend|covered)\b",
        r"외국|이주|다문화|국적|여권|비자|체류|동포|거소|영주권|출신|내국인|국민|유학|누구나|모든|모두|관계없|상관없|따지지"
        r"|제한이? 없|묻지|foreign|abroad|passport|visa|nationalit|overseas|migrant|alien|citizen|immigra|countr|korean"
        r"|anyone|everyone|\ball\b|whoever|\bany\b|regardless",
    ),
    _attribute(
        r"주차(?:장)?(?:이|은|도|가)?\s?(?:있|되|돼|가능|무료|할|어디|하나|해)|주차(?:비|료|요금|공간|면수)"
        r"|\bparking (?:fees?|spaces?|free|available|charge|cost)|\b(?:is|are) there (?:any )?(?:free )?parking"
        r"|^(?:(?:where )?(?:can|may|should|do)) (?:i|we|you|people|visitors|drivers|one)\b.{0,30}(?<!dog )(?<!the )"
        r"\bpark\b|\bhow much .{0,20}\bparking\b|\bis parking\b",
        r"주차|차를 (?:대|세|두|몰|가)|댈|차량|승용차|자가용|환승|대중교통|차 없|[가-힣]에 차|park|\bcars?\b|drive"
        r"|vehicle",
    ),
    _attribute(r"셔틀|\bshuttles?\b", r"셔틀|버스|왕복|무료 차|차편|shuttle|bus|coach|van\b"),
    _attribute(
        r"좌석\s?(?:수|은)|몇 석|수용 인원|\bhow many seats\b",
        r"석[이은을의 ,)규짜]|좌석|자리|의자|\d\s?명|명[이을은의]|수용|인승|seat|capacity|people|places",
    ),
    # sums of money
    _attribute(
        r"입장료|관람료|\badmission (?:fee|price|charge|cost)|\b(?:entry|entrance) fees?\b",
        rf"입장|관람|참가비|admission|ticket|{_MONEY}",
    ),
    _attribute(
        r"(?:참가비|수강료|이용료|대여료|사용료|회비|수수료|뱃삯|표값|푯값|교육비)(?:는|가|도|은|이)?\s?(?:\?|$|얼마|있|내|무료|받)"
        r"|\b(?:participation|rental|membership|course) fees?\b|\bticket price|\bprice of (?:a |the )?tickets?\b"
        r"|\bhow much (?:is|are|does|do) (?:a |the )?tickets?\b",
        rf"ticket|{_MONEY}",
    ),
    _attribute(
        r"(?:예산|사업비|공사비|건립비|설치비)(?:은|는|이|가)?\s?(?:\?|$|얼마|총\s|규모|액수)"
        r"|\bhow (?:much|big|large)\b.{0,40}\bbudget\b|\bwhat (?:is|was) the\b.{0,40}\b(?:budget|construction cost)\b",
        rf"예산|조\s|억|million|billion|{_MONEY}",
    ),
    _attribute(
        r"환불|\brefund(?:s|ed|able)?\b",
        r"환불|환급|돌려|되돌|반환|취소|물[어러려린]|보상|갚|토해|내주|내 ?준|돈[을은이]|들어간|통장|계좌|차액|값을"
        r"|비용|받[을은아]|refund|money|return|reimburs|repa|\bback\b|compensat|cancel|claim|pay|paid|won\b",
    ),
    _attribute(
        r"(?:과태료|벌금)[은는이가을를도]?\s?(?:\?|$|얼마|액수|있|내야|내나|내게|냈|물[어게려렸린]|부과|나오|나와|낼)"
        r"|\b(?:what|how much|how big|how large|is there)\b.{0,20}\bfines?\b(?! dust)|\bfines? for\b"
        r"|\b(?:be|was|were|been|get|got) fined\b",
        r"과태료|벌금|벌칙|처벌|범칙|과징금|딱지|벌점|단속|[만천억\d]\s?원|벌[을이]|징역|형[을이사]|물[어리려렸린]"
        r"|fine|penalt|won\b|punish|ticket|pay|paid|dollar|euro",
    ),
    _attribute(
        r"(?<![보배현포])상금|\bprize money\b",
        r"상금|상품|부상|상[은이을] |[만천억\d]\s?원|달러|유로|장학금|현금|돈|prize|won\b|\$|€|£|award|purse|reward"
        r"|pay",
    ),
    _attribute(
        r"보험(?:도|이|은|을|료|금|에)(?![가-힣])|\binsurance\b(?! (?:firm|compan|trade|agen|broker|group))",
        r"보험|보장|보상|공제|건보|insur|cover",
    ),
    _attribute(r"피해액|\bproperty damage\b", r"피해|손[해실]|\d원|[만억천]\s?원|damage|loss|won\b|cost"),
    # measures
    _attribute(
        r"나이[는가]?\s?(?:\?|$|어떻게 (?:되|돼)|얼마|몇|좀)|몇\s?살(?:이|인|일|\s?이|\?|$)"
        r"|\bhow old (?:is|was|are)\b",
        r"\(\d{1,3}[)·,세;]|\d\s?(?:세|살)|[가-힣]\s?살|년생|태어|개월|생일|환갑|칠순|일흔|여든|아흔|마흔|쉰|예순|스물|서른"
        r"|년 [됐된]|\d{4}년|\d년|\b\d{1,3}, |\b(?:at|of|is|was|now|turned) \d{1,3}\b|\([^)]{0,20}\d{1,3}\)"
        r"|[a-z]+(?:ty|teen)\b|\b(?:aged?|born)\b|year|days",
    ),
    _attribute(
        r"(?:면적|넓이)(?:은|는|이|가)?\s?(?:\?|$|얼마|몇|어느)|\bfloor area\b|\bwhat is the area\b",
        r"㎡|㏊|평[의 ]|평방|제곱|헥타르|\dha|에이커|면적|넓이|㎢|배|m\b|크기|미터|마지기|square|hectare"
        r"|acre|area|big|large|size",
    ),
    _attribute(
        r"높이(?:는|가)?\s?(?:\?|$|얼마|몇|어느)|\bhow (?:tall|high) is\b",
        r"\d\s?(?:m|㎝|cm|미터|층|척|길)|높이|키|해발|고도|tall|high|met(?:er|re)|feet|height|stor(?:y|ey)",
    ),
    _attribute(
        r"무게(?:는|가)?\s?(?:\?|$|얼마|몇)|\bhow much (?:does|did|do) .{0,40} weigh\b",
        r"㎏|kg|킬로|그램|\d[gt]|톤|근|무게|관[은이 ]|무겁|weigh|ton|kilo|pound|gram|heavy",
    ),
    _attribute(
        r"깊이(?:는|가)?\s?(?:\?|$|얼마|몇)|수심|\bhow deep\b",
        r"깊이|수심|\dm|㎝|cm|미터|깊|길|deep|depth|met(?:er|re)|feet|fathom",
    ),
    # another year
    _attribute(
        r"(?:작년|지난해)에?도\s|\b(?:also|too|as well)\b.{0,30}\blast year\b|\blast year (?:too|as well|also)\b",
        r"지난|작년|전년|재작년|\d년|해마다|매년|처음|첫|연패|연속|이번에도|늘 |째"
        r"|last year|every year|annual|first|previous|\d{4}|since|ever|before|again",
    ),
    _attribute(
        r"내년에?도\s|\b(?:also|too|as well|again)\b.{0,30}\bnext year\b|\bnext year (?:too|as well|also|again)\b",
        r"내년|다음|이듬해|\d년|해마다|매년|앞으로|계속|그대로|까지만|끝으로|마지막|연말|기한|접[는기었]|이어|새로"
        r"|next|every year|annual|last|end|will|continue|\d{4}|until|later|again",
    ),
)
"""Attributes that articles tell in as many words as there are writers are not among them."""

"""What visitors, applicants and taxpayers ask by few words, and how it is told: a price by a sum, or by "free"."""

from typing import Final

from app.answering.abstention.attribute_words import attribute

_MONEY: Final = (
    r"\d\s?원|[만천억조]\s?원|원[이을은의에짜 ,()]|무료|유료|공짜|거저|그냥|무상|달러|유로|엔|위안|파운드|돈|값"
    r"|비용|요금|냥|푼|삯|비[는를가]|받지|받는|내지|won\b|free|fee|pay|paid|cost|charg|price|\$|€|£|euro|dollar|yen|pound|yuan"
    r"|cents|fare|money"
)
"""Words beside a price; of a budget or a fee one of them stands beside every sentence that tells it."""

OF_VISITS_AND_SUMS: Final = (
    # who may apply, and what goes with a visit
    attribute(
        r"(?:외국인|유학생)(?:\s?(?:주민|학생|노동자|관광객))?(?:들)?(?:도|은|는|이|에게도?|한테도?|만)?\s.{0,60}"
        r"(?:수 ?있|되[나니는]|돼|가능|받|해당|들어갈|대상|신청|참가|이용)"
        r"|^(?:can|may|are|is|do|does|could|will)\b.{0,80}\b(?:foreign(?:ers?)?|non-koreans?|expats?)\b.{0,80}"
        r"\b(?:apply|eligible|use|join|get|receive|take part|enter|qualify|included|allowed|admitted|attend|covered)\b",
        r"외국|이주|다문화|국적|여권|비자|체류|동포|거소|영주권|출신|내국인|국민|유학|누구나|모든|모두|관계없|상관없|따지지"
        r"|제한이? 없|묻지|foreign|abroad|passport|visa|nationalit|overseas|migrant|alien|citizen|immigra|countr|korean"
        r"|anyone|everyone|\ball\b|whoever|\bany\b|regardless",
    ),
    attribute(
        r"주차(?:장)?(?:이|은|도|가)?\s?(?:있|되|돼|가능|무료|할|어디|하나|해)|주차(?:비|료|요금|공간|면수)"
        r"|\bparking (?:fees?|spaces?|free|available|charge|cost)|\b(?:is|are) there (?:any )?(?:free )?parking"
        r"|^(?:(?:where )?(?:can|may|should|do)) (?:i|we|you|people|visitors|drivers|one)\b.{0,30}(?<!dog )(?<!the )"
        r"\bpark\b|\bhow much .{0,20}\bparking\b|\bis parking\b",
        r"주차|차를 (?:대|세|두|몰|가)|댈|차량|승용차|자가용|환승|대중교통|차 없|[가-힣]에 차|park|\bcars?\b|drive"
        r"|vehicle",
    ),
    attribute(r"셔틀|\bshuttles?\b", r"셔틀|버스|왕복|무료 차|차편|shuttle|bus|coach|van\b"),
    attribute(
        r"좌석\s?(?:수|은)|몇 석|수용 인원|\bhow many seats\b",
        r"석[이은을의 ,)규짜]|좌석|자리|의자|\d\s?명|명[이을은의]|수용|인승|seat|capacity|people|places",
    ),
    attribute(
        r"통역(?:도|은|이|사가|사는|\s?서비스)?\s?(?:있|되|제공|지원|몇|\?)|\binterpreters?\b",
        r"통역|번역|언어|수어|외국어|개국어|말[로을]|interpret|translat|language|english|speak|tongue",
    ),
    attribute(
        r"(?:온라인|인터넷|누리집|홈페이지|앱)(?:으로도?|로도?|에서도?)\s.{0,30}(?:수 있|되나|돼|가능)"
        r"|^(?:can|may|is|are|do)\b.{0,80}\b(?:online|on the internet|by app|via the app)\b",
        r"온라인|인터넷|누리집|홈페이지|앱|방문|전화|우편|창구|현장|직접|서류|이메일|종이|유튜브|방송|online|website|internet|app\b"
        r"|in person|phone|mail|counter|post|visit|window|paper",
    ),
    # sums of money
    attribute(
        r"입장료|관람료|\badmission (?:fee|price|charge|cost)|\b(?:entry|entrance) fees?\b",
        rf"입장|관람|참가비|admission|ticket|{_MONEY}",
    ),
    attribute(
        r"(?:참가비|수강료|이용료|대여료|사용료|회비|수수료|뱃삯|표값|푯값|교육비)(?:는|가|도|은|이)?\s?(?:\?|$|얼마|있|내|무료|받)"
        r"|\b(?:participation|rental|membership|course) fees?\b|\bticket price|\bprice of (?:a |the )?tickets?\b"
        r"|\bhow much (?:is|are|does|do) (?:a |the )?tickets?\b",
        rf"ticket|{_MONEY}",
    ),
    attribute(
        r"(?:예산|사업비|공사비|건립비|설치비)(?:은|는|이|가)?\s?(?:\?|$|얼마|총\s|규모|액수)"
        r"|\bhow (?:much|big|large)\b.{0,40}\bbudget\b|\bwhat (?:is|was) the\b.{0,40}\b(?:budget|construction cost)\b",
        rf"예산|조\s|억|million|billion|{_MONEY}",
    ),
    attribute(
        r"환불|\brefund(?:s|ed|able)?\b",
        r"환불|환급|돌려|되돌|반환|취소|물[어러려린]|보상|갚|토해|내주|내 ?준|돈[을은이]|들어간|통장|계좌|차액|값을"
        r"|비용|받[을은아]|refund|money|return|reimburs|repa|\bback\b|compensat|cancel|claim|pay|paid|won\b",
    ),
    attribute(
        r"(?:과태료|벌금)[은는이가을를도]?\s?(?:\?|$|얼마|액수|있|내야|내나|내게|냈|물[어게려렸린]|부과|나오|나와|낼)"
        r"|\b(?:what|how much|how big|how large|is there)\b.{0,20}\bfines?\b(?! dust)|\bfines? for\b"
        r"|\b(?:be|was|were|been|get|got) fined\b",
        r"과태료|벌금|벌칙|처벌|범칙|과징금|딱지|벌점|단속|[만천억\d]\s?원|벌[을이]|징역|형[을이사]|물[어리려렸린]"
        r"|fine|penalt|won\b|punish|ticket|pay|paid|dollar|euro",
    ),
    attribute(
        r"(?<![보배현포])상금|\bprize money\b",
        r"상금|상품|부상|상[은이을] |[만천억\d]\s?원|달러|유로|장학금|현금|돈|prize|won\b|\$|€|£|award|purse|reward"
        r"|pay",
    ),
    attribute(
        r"보험(?:도|이|은|을|료|금|에)(?![가-힣])|\binsurance\b(?! (?:firm|compan|trade|agen|broker|group))",
        r"보험|보장|보상|공제|건보|insur|cover",
    ),
    attribute(r"피해액|\bproperty damage\b", r"피해|손[해실]|\d원|[만억천]\s?원|damage|loss|won\b|cost"),
    attribute(
        r"매출(?:액)?(?:은|이|는)?\s?(?:\?|$|얼마|몇)|\b(?:sales|revenue|turnover)\b.{0,40}\?$",
        rf"매출|판매|팔[았린렸아]|수입|벌[었어]|sales|revenue|turnover|sold|earn|income|million|billion|{_MONEY}",
    ),
    attribute(
        r"(?:영업|순)이익|(?<![가-힣])적자(?:는|가|액)?\s?(?:\?|얼마)|\b(?:profits?|deficit)\b.{0,40}\?$",
        rf"이익|흑자|적자|손실|남[았는은긴]|벌|수익|profit|loss|deficit|earn|million|billion|surplus|{_MONEY}",
    ),
    # measures
    attribute(
        r"나이[는가]?\s?(?:\?|$|어떻게 (?:되|돼)|얼마|몇|좀)|몇\s?살(?:이|인|일|\s?이|\?|$)"
        r"|\bhow old (?:is|was|are)\b",
        r"\(\d{1,3}[)·,세;]|\d\s?(?:세|살)|[가-힣]\s?살|년생|태어|개월|생일|환갑|칠순|일흔|여든|아흔|마흔|쉰|예순|스물|서른"
        r"|년 [됐된]|\d{4}년|\d년|\b\d{1,3}, |\b(?:at|of|is|was|now|turned) \d{1,3}\b|\([^)]{0,20}\d{1,3}\)"
        r"|[a-z]+(?:ty|teen)\b|\b(?:aged?|born)\b|year|days",
    ),
    attribute(
        r"(?:면적|넓이)(?:은|는|이|가)?\s?(?:\?|$|얼마|몇|어느)|\bfloor area\b|\bwhat is the area\b",
        r"㎡|㏊|평[의 ]|평방|제곱|헥타르|\dha|에이커|면적|넓이|㎢|배|m\b|크기|미터|마지기|square|hectare"
        r"|acre|area|big|large|size",
    ),
    attribute(
        r"높이(?:는|가)?\s?(?:\?|$|얼마|몇|어느)|\bhow (?:tall|high) is\b",
        r"\d\s?(?:m|㎝|cm|미터|층|척|길)|높이|키|해발|고도|tall|high|met(?:er|re)|feet|height|stor(?:y|ey)",
    ),
    attribute(
        r"무게(?:는|가)?\s?(?:\?|$|얼마|몇)|\bhow much (?:does|did|do) .{0,40} weigh\b",
        r"㎏|kg|킬로|그램|\d[gt]|톤|근|무게|관[은이 ]|무겁|weigh|ton|kilo|pound|gram|heavy",
    ),
    attribute(
        r"깊이(?:는|가)?\s?(?:\?|$|얼마|몇)|수심|\bhow deep\b",
        r"깊이|수심|\dm|㎝|cm|미터|깊|길|deep|depth|met(?:er|re)|feet|fathom",
    ),
    attribute(
        r"직원(?:은|이|수는|\s수는)?\s?(?:몇|모두 몇|얼마)|\bhow many (?:staff|employees|workers)\b",
        r"직원|사원|노동자|근로자|인력|명|staff|employ|worker|people|hands|crew|with \d",
    ),
    attribute(
        r"길이(?:는|가)?\s?(?:\?|$|얼마|몇)|\bhow long is the (?:bridge|tunnel|line|route|trail|course|path)\b",
        r"\d\s?(?:m|㎞|km|㎝|cm|미터|킬로|리|분|시간)|길이|구간|길다|긴 |long|met(?:er|re)|kilomet|mile|feet|length",
    ),
    attribute(
        r"인구(?:는|가)?\s?(?:\?|$|얼마|몇)|\bwhat is the population\b",
        r"인구|주민|명|사람|가구|시민|군민|population|people|resident|inhabitants|households",
    ),
    # another year
    attribute(
        r"(?:작년|지난해)에?도\s|\b(?:also|too|as well)\b.{0,30}\blast year\b|\blast year (?:too|as well|also)\b",
        r"지난|작년|전년|재작년|\d년|해마다|매년|처음|첫|연패|연속|이번에도|늘 |째"
        r"|last year|every year|annual|first|previous|\d{4}|since|ever|before|again",
    ),
    attribute(
        r"내년에?도\s|\b(?:also|too|as well|again)\b.{0,30}\bnext year\b|\bnext year (?:too|as well|also|again)\b",
        r"내년|다음|이듬해|\d년|해마다|매년|앞으로|계속|그대로|까지만|끝으로|마지막|연말|기한|접[는기었]|이어|새로"
        r"|next|every year|annual|last|end|will|continue|\d{4}|until|later|again",
    ),
)

"""The words of questions, as data: what kind of answer they ask for, and which words carry no topic."""

from typing import Final

Kind = str
"""One of "when", "where", "who", "how_many", "why", "how", "what", "yes_no"."""

NAMING_KINDS: Final[frozenset[Kind]] = frozenset({"who", "what", "where"})
"""Kinds that something is named for, and perhaps several things."""

NOT_WHO: Final = r"(?!바(?:[는은를가의도와로]|\s|$)|복음)"
"""After 누가: 누가바 is an ice cream, 누가복음 a gospel."""

WHY: Final = (
    r"왜(?!곡|관(?!람|계|광|심|리)|소(?!방|비|송)|구(?!속|매|조|성)|군(?!수|인|청)|란|적(?!자|발|게)|성(?!남|공|적)"
    r"|색|건(?!물|설)|목|놈|가리|냐하)"
)
"""왜 but for 왜곡, 왜관, 왜소 and their like."""

_A_TERM: Final = r"(?:징역|금고|유기징역|집행유예|형량|형기|임기|재임|수명|기간|연한)(?:[은는이가을를]|에)?\s?(?:총|각각|모두|최대|최장)?\s?"
_YEARS_ON_END: Final = (
    r"년(?:씩|쯤|이나)?(?:\s?(?:동안|간|만|째|치|더|넘|걸|형|구형|선고|징역|받[았은]|감형|계약|짜리|살았|된|됐|되었|지났|지나)|이\s?(?:걸|넘|지났|지나|됐|되었)"
    r"|을(?!\s?(?:목표|기준|기점|계기|끝|마지막|전후|시작|배경|염두)))"
)
"""A number of years: 몇 년째, 몇 년이 걸려, 몇 년 형을, but not 몇 년에, 몇 년까지, 몇 년을 목표로."""
_AT_A_YEAR: Final = r"년(?:도|에|부터|까지|생|\s?(?:몇\s?)?월)"

_DAYS_BETWEEN: Final = r"(?:며칠|몇\s?일)(?:이나|이|씩|쯤)?\s?(?:더\s)?(?:만에|걸[려렸리린]|미[뤄루룬]|밀[려렸]|늦[춰췄어었]|늦게|연기|앞당|당[겨겼]|연장|남[았은]|차이)"
"""A number of days, no day: 며칠 미뤄졌어?, 며칠 만에, 며칠 걸려?"""

_SOME: Final = r"(?![요여]|\s?\?|$)"
"""After 누군가, 어딘가, 언젠가: somebody, somewhere, some day, where 누군가요 and 어딘가? ask who and where."""

_OF_WHAT: Final = r"(?:무엇|무어|뭐|뭣|누구|(?:어떤|무슨)\s?[가-힣]{1,3})"

KOREAN_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "how_many",
        r"(?<!몇)몇\s?(?:명|사람|개국|개(?!월)|개월(?!\s?전)|곳|군데|회|번째|번|대|권|세|살|채|배|건|가구|가지|퍼센트|%|미터|킬로미터|킬로|㎞|km|층|석|톤|척|정|점|마리|시간(?!\s?전)"
        r"|분|초|주(?!\s?전)|(?!몇|안\s?되|일|월|년|시(?!간|즌)|개월|(?:시간|주|달)\s?전)(?=[가-힣%A-Za-z]))"
        rf"|(?<!몇)몇\s?{_YEARS_ON_END}|{_DAYS_BETWEEN}"
        r"|얼만(?=[가지데큼])|얼마나|얼마(?!\s?(?:전|든지|든\s|간\s|안\s?(?:돼|되|가|남)|남지|되지|지나지))",
    ),
    (
        "when",
        rf"언제(?!나\s|든)|언젠(?!가{_SOME})|(?!{_DAYS_BETWEEN})(?:며칠(?!\s?전)|몇\s?(?:일(?!\s?전)|월|(?!{_YEARS_ON_END})년(?!\s?전)|시(?!간)))"
        r"|(?:무슨|어느|어떤|몇)\s?요일|어느\s?(?:날(?![씨개])|해(?![가-힣]*(?:욕장|변|안|역|군|녀))|달(?!리))",
    ),
    (
        "where",
        rf"어디(?!나\s|든|에나|에서나|서나\s)|어딘(?!가{_SOME})"
        r"|어느\s?(?:도시|나라|곳|지역|해수욕장|해변|해안|역(?!할)|동(?!아리|호회|물(?!원))|구(?!단|간)|섬|항(?!공|목))",
    ),
    ("who", rf"누구(?!나\s|든|도\s|라도|에게나)|누가{NOT_WHO}|누굴|누군(?!가{_SOME})|어느\s?분"),
    (
        "why",
        rf"{WHY}|{_OF_WHAT}\s?(?:때문|탓|덕분|덕(?=[에이]))|(?:무슨|어떤)\s?(?:이유|까닭|원인|연유)|어째서|(?<![가-힣])어쩌다(?![가-힣])"
        r"|(?<![아민청])(?:이유|까닭|원인|배경)(?:[은는이가을를]?\s?(?:뭐|뭔|뭘|무엇|무언)|[은는이을를]?(?:이?야|요)?\s?\??$)",
    ),
    (
        "how",
        r"어떻게|(?:어떤|무슨)\s?(?:방법|방식|식)(?:으로)?|무슨\s?수로|방식으로"
        r"|(?:방법|비결|비법|요령)[은는이]?\s?(?:뭐|뭔|뭘|무엇|무언)",
    ),
    ("what", r"무엇|무얼|무슨|뭐|뭘|뭔|어떤|어느(?!\s?정도|새|덧)|(?<![가-힣])머(?![가-힣])"),
)

KOREAN_TERM_KINDS: Final[tuple[tuple[Kind, str], ...]] = (("how_many", rf"{_A_TERM}몇\s?(?!{_AT_A_YEAR})년"),)
"""Interrogatives with the noun that tells what they ask for: 임기는 몇 년이야? The noun is part of the topic."""

KOREAN_NOUN_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("how_many", r"얼마\s?전에"),
    ("when", r"(?:며칠|몇\s?(?:일|주|달|개월|년|시간))\s?전"),
    (
        "why",
        r"(?<![가-힣])(?:이유|까닭|원인)(?![가-힣])|(?<![가-힣])(?:이유|까닭|원인)(?=[은는이가을를의에과와도으로야였예])",
    ),
)
"""Words that ask where nothing else tells what is asked: 화재 원인을 뭐라고 했어?, but not 화재 원인은 언제 발표됐어?"""

_RATE: Final = r"[가-힣](?<![법규자선음운계조전])[률율]"
"""실업률, 경쟁률, 환율, but no 법률 and 선율."""
_PRICE: Final = (
    r"[가-힣](?<![혈용수점진원])액|[가-힣]값|(?:주|종|시|단|유|물|공모|분양|출고|매매|낙찰|전세)가|금리|이자|수수료"
    r"|(?:입장|관람|이용|보험|사용|임대|통행|응시|이적|과태|수강|치)료|(?:참가|공사|개발|건설|설계|제작|관리|생활|치료|인건)비"
    r"|(?:과징|상|벌|범칙|지원|보조|보상|계약|보증|배당|부담|등록|투자|증거|최저임|임)금|월급|연봉|시급"
    r"|매출|이익|손실|적자|흑자|부채|시가총액|시총|기업가치|거래량|생산량|판매량|수출|수입"
)
_COUNT: Final = (
    r"인구|비율|규모|면적|금액|요금|가격|예산|사업비|비용|길이|높이|깊이|나이|연세|횟수|건수|인원|점수|순위|속도|무게|몸무게|체중|한도|정원"
    r"|사망자|부상자|사상자|실종자|이재민|확진자|관중|관객|관람객|방문객|응시자|만점자|(?<=\s)(?:수|키)|[자객]\s?수"
    r"|기온|체감온도|기압|풍속|강수량|강우량|적설량|농도"
)
_DAY: Final = (
    r"(?:마감|접수|신청|발표|지급|상장|시행|기준|개막|폐막|개장|개통|착공|준공|완공|입주|개관|개교|출시|개봉|청약|계약|공고|투표|선거|예정"
    r"|만료|종료|납부|개최|시작|선고|취임|추첨|면접|시험|공개|출국|귀국|휴무)일|마감|기한|시점|시한"
)
_HOLDER: Final = (
    "시장|회장|대표|의장|위원장|관장|감독|총장|책임자|주인공|담당자|감독대행|코치|교육감|장관|총리|대통령|도지사|군수|구청장|청장|원장"
    "|이사장|(?<![행공])사장|총재|교장|수상자|우승자|당선자|당선인|후임|후임자|전임자|저자|작가|범인"
)
_WHO_DID: Final = (
    r"(?:[가-힣](?<![간만])|고\s)[은는던한된할될린인운찬난쓴긴낸친킨른선준진탄온]\s(?:사람|인물|선수|의원|배우|주민)들?"
)
"""난색을 보인 사람은?, 골을 넣은 선수는?"""
_LISTED: Final = r"(?:명단|목록|리스트)"
_ASKED_ALONE: Final = r"(?:\s정보)?(?:[은는]요|[은는이가을를])?\s?\??$"

KOREAN_NOMINAL_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("how_many", rf"(?:{_COUNT}|{_RATE}|{_PRICE}){_ASKED_ALONE}"),
    ("when", rf"(?:날짜|일정|기간|시기|날|일시|시간|언제쯤|{_DAY}){_ASKED_ALONE}"),
    ("where", rf"(?:장소|위치|개최지|행선지|주소|출발지|도착지|목적지|출생지|행사장|진원지){_ASKED_ALONE}"),
    ("who", rf"(?:(?:{_HOLDER})(?:들|\s{_LISTED})?|[가-힣](?:[자인]|위원)\s{_LISTED}|{_WHO_DID}){_ASKED_ALONE}"),
    ("how", rf"(?:방법|비결|비법|요령|[가-힣][는]\s법){_ASKED_ALONE}"),
)
"""Questions without an interrogative: 그럼 장소는?, 해담시 인구는?, 날짜를 (알려 주세요)."""

ENGLISH_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    (
        "how_many",
        r"\bhow (?:many|much|long|old|big|large|tall|high|far|deep|often|hot|cold|warm|strong|fast|heavy|wide)\b"
        r"|\bwhat (?:(?:is|was) the (?:population|price|cost|budget|length|height|area|magnitude)|percentage|share|number|amount|proportion)\b|\bworth\b",
    ),
    (
        "when",
        r"^(?:\W*\w+){0,2}?\W*\bwhen\b|\bwhen\W*$|\bwhen(?= and (?:how|where|who|what)\b)"
        r"|(?<=\sand )when (?:is|was|are|were|do|does|did|will|can|should|must)\b|\b(?:until|since|by) when\b"
        r"|\b(?:what|which) (?:date|day|year|month|time|dates|days)\b|\bhow (?:soon|late|early)\b"
        r"|\bwhat(?:'s| is| was| are| were) the (?:[a-z]+ )?(?:dates?|deadline|day)\b",
    ),
    (
        "where",
        r"\bwhere\b|\b(?:what|which) (?:city|town|country|venue|place|location|island|district|port|station)\b",
    ),
    ("who", r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|mayor|minister|player|colleague|official|director)\b"),
    (
        "why",
        r"\bwhy\b|\bhow come\b|\bwhat (?:caused|made(?! (?:up|of|in|by|from)\b)|led|drove|forced|prompted|triggered|sparked|reasons?|lies behind)\b"
        r"|\bwhat(?:'s| is| was| are| were) (?:(?:the )?(?:main |actual |real |exact )?(?:reasons?|causes?)|behind|to blame)\b"
        r"|\b(?:because of|due to|thanks to) what\b",
    ),
    ("how", r"\bhow\b|\b(?:by|through) what means\b|\b(?:in )?(?:what|which) (?:ways?|methods?)\b"),
    ("what", r"\bwhat\b|\bwhich\b"),
)

KOREAN_STOP: Final = frozenset(
    """
    현재 요즘 최근 언제 언제부터 언제까지 언제야 며칠 며칠부터 며칠까지 며칠까지야 어디 어디서 어디에서 어디로 어디에 어디야 어디인가 누구 누가 누굴 누구야 누구지 누구인가
    누군지 어딘지 누군가 누군가가 누구나 누구든 누구든지 어디나 어디든 어디서나 언제나 언제든 언제든지
    무엇 무엇을 무엇인가 뭐 뭐가 뭐야 뭐지 뭐라고 뭐였어 뭘 뭔가 뭔지 무슨 어떤 어느 왜 어떻게 얼마 얼마나 얼마야 몇 며칠이야
    시 도 군 구 개 명 년 월 일 씨 측 안 밖 앞 뒤 위 나 너 우리 왔어 났어
    때문 때문에 때문이야 덕분 덕분에 건가 건가요 거야 거예요 거에요
    것 거 게 걸 건 수 때 중 말 초 쯤 등 및 또 더 그 이 저 좀 그럼 그리고 그런데 혹시 지금 대해 대한 관한 관해 대하여 위해 위한 통해 따라 관련 관련된
    알려줘 알려주세요 말해줘 설명해줘 설명해 궁금해 궁금합니다 가르쳐줘 찾아줘 드는데 드나 드나요 드니 듭니까 들어 들어요 들었어 든대 했어 했나 했나요 했니 했지 하나 하나요 하는 하니 하지 할까 합니까 했습니까
    되나 되나요 되는 되니 됐어 됐나 됐나요 돼 된 한 할 될 인가 인가요 열려 열리나 열리나요 열리니 열리는 열립니까 열렸어 열렸나 열렸나요 열린
    입니까 인지 이야 야 사람 사람은 사람이 일 곳 곳은 곳이 장소 장소는 날 날은 날짜 날짜는 이름 이유 까닭 내용 기사 뉴스 정도 총 모두 전부 나오나 나와 어때 라고 해 하고
    아니 아뇨 그거 그것 그걸 그건 그게 이거 이건 말고 말이야 제일 가장 먼저 처음 다 다시 이미 아직 바로 함께 같이 너무 아주 정말 동안 실제로 원래 나중에 나중 마지막으로 넘어서 넘어서도 하기로 한다는 된다는 올린대 한대 된대
    """.split()
)

ENGLISH_STOP: Final = frozenset(
    """
    a about after all also although an and any are as at be because before been being but by can come comes came could
    did do does done during for from other since though through until while
    get give go goes going went gone had happen happened happening has have he her his how i if in into is it its know later
    many may me much my new news current currently of on one or our out please she should so some such tell than that the their them then
    there these they this those to too up us was we were what when where whether which who whom whose why will with would you your
    article articles held hold take taken took takes place places there's what's who's when's year date day days time name
    named called according say said says reported report old long far big high deep often exactly people worth s t
    """.split()
)

KOREAN_PRONOUN: Final = r"(?:그(?:[는가의를]|도(?=\s)|에게|한테)|그(?:녀|들)(?:[은는이가의를을도]|에게|한테))"
"""Somebody spoken of before: 그는, 그의, 그녀는. 그도 is also the beginning of 그도시."""

OF_SOMETHING: Final = frozenset(
    """
    직원 임직원 의사 전문의 간호사 의료진 교사 교직원 교수 학생 전교생 졸업생 신입생 조합원 회원 단원 선수단 배우 출연진 승객 승무원
    참가자 참석자 관객 관람객 방문객 이용객 이용자 피해자 사망자 부상자 사상자 실종자 지원자 응시자 당첨자 입주민 유족
    대표 사장 회장 원장 교장 관장 감독 의장 위원장 이사장 재판장 재판부 변호인 대변인 책임자 담당자 주인공 창업자 설립자 소유주 후임 후임자
    병상 객석 좌석 주차 주차장 주차면 주차비 주차료 셔틀 셔틀버스 화장실 안내소 매표소 본사 층수 부지 시공사 시행사 주최 주관
    우승자 수상자 당선자 목표 계획 효과 반응 돈 경비 예매 환불 할인 입장 입장권 신청 접수 준비물 개막 폐막 개막식 폐막식 우천 출연자 사회자 주최자
    피해액 투자액 매출 매출액 영업이익 순이익 공사비 사업비 총사업비 건립비 비용 요금 가격 입장료 관람료 이용료 참가비 수강료 상금 연봉 임기 나이 연세 고향 출신 직업 학력
    규모 면적 연면적 길이 높이 크기 무게 속도 원인 이유 결과 장소 위치 주소 날짜 일정 기간 시간 마감 자격 조건 혜택 방법 입주 착공 준공 완공
    employees employee staff workers doctors doctor nurses nurse teachers teacher students student pupils members member passengers
    participants visitors victims injured seats beds parking shuttle shuttles toilets refund refunds admission tickets
    registration organiser organisers organizer organizers director chair chairman chairwoman head owner founder
    cost costs price budget fee ticket venue result cause reason date size length height age
    """.split()
)
"""Words for what every house, firm or event has: asked for without saying of what, they go on about what was spoken of.

예산 and 사망자 수 in an article are that of its topic; a whole question about 도서관 or 산불 may begin another topic.
"""

INTERROGATIVE: Final = (
    r"누구누구|어디어디|뭐뭐|무엇무엇|언제언제|누구|언제|어디|무엇|뭐|뭔|머|얼마|며칠|몇일|몇시|왜|어떻게"
)
COUNTER: Final = (
    r"퍼센트포인트|퍼센트|포기|리터|헥타르|킬로그램|달러|유로|인분|차례|그루|표|도|톤|잔|벌|쪽|평|원|인|동|위|척"
)
"""Of 몇 퍼센트, 몇 포기: what is asked for, no topic. Others (골, 이닝) are found by standing behind a number."""
ASKING_END: Final = (
    r"(?:이?나|까지|부터|쯤|정도|가량|씩|째|에서|에게|한테|서)?[이가을를은는의에과와로도만]?"
    r"(?:이?(?:야|에요|예요|요|임|음|냐|니|죠|지|인가요?|인지|인데|입니까|라고|라는지|래요?|랍니까|[였었][가-힣]{0,3}))?"
)
"""What may stand behind a question word: 몇 명|이나, 얼마|쯤이야, 누구|였음."""
CONTRACTED: Final = r"^(?:누군|어딘|언젠|얼만|뭔)(?:[가지데큼][가-힣]{0,3})?$"
"""Question words with the copula spoken in one: 어딘지, 언젠가요, 얼만데."""
EXISTENCE: Final = r"^(?:있|없|계)(?:[었을는어던]|습니|니|나|지|고)"
ADNOMINAL: Final = (
    r"^[가-힣](?:은|는|던|을|고)$|[가-힣](?:던|려는|으려)$"
    r"|^(?:팔린|열린|걸린|벌인|알린|남긴|맡긴|빌린|올린|내린|늘린|줄인|높인|만든|이끈|세운|바뀐|지은|나온|들어온|돌아온|여는|쓰는|사는)$"
)
"""Verbs before a noun: 넣은 선수, 여는 쉼터. Articles tell the same with another verb as often as not."""
PREDICATE_ENDING: Final = (
    r"(?:었|았|였|했|됐|겠)?"
    r"(?:어요|아요|나요|가요|까요|니까|습니까|습니다|는지|은지|을까|을지|는가|은가|었나|았나|어|아|여|려|나|니|냐|(?<!까)지|까|요|래|대)$"
)
LIGHT_VERB: Final = (
    r"^(?P<noun>[가-힣]{2,}?)(?:하였|했|하|해|한|할|함|됐|되었|되|돼|된|될|됨|받았|받은|받는|시킨|시켰)"
    r"(?:다|다고|나|나요|니|는지|지|어|어요|였어|여|습니까|을까|을지|을|은|던|고|려고|기로|기|는|까|요|야|대|었어|었나|는가|은가)?$"
)
"""Sino-Korean nouns used as verbs: 개최되나요 -> 개최, 선출됐어 -> 선출."""
COPULA: Final = r"(?:이에요|예요|이야|인가요|인가|입니까|이니|이냐|일까요|일까|이었나요|였나요|이었어|였어|이었나|였나|이지|인지|이죠|야)$"

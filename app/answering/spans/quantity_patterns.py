"""What quantities look like: numbers with their units in Korean, with what they count in English."""

import re
from typing import Final

UNIT: Final = (
    r"(?:여\s?)?(?:만\s?|천\s?)?(?:%\s?[pP](?![A-Za-z])|포인트|배럴|파운드|루블|루피아|루피|바트|즈워티|페소(?!스)|링깃|디르함|스위스\s?프랑|센트(?!럴)|갤런|온스|에이커|마일|피트|인치|데시벨|대\s?1(?!\d)"
    r"|(?:호주|캐나다|홍콩|싱가포르|대만|뉴질랜드)\s?달러|달러|유로|엔|위안|원|명|인분|인|가구|세대|개국|개\s?(?:도시|국가|나라|기관|업체|기업|학교|노선|동|팀|부스|종|점|곳|사|사업|과제|회원국)?(?!월)|곳|회|번째|번|차례|건|"
    r"대(?!\s?(?:초반|중반|후반|남|여|노인|청년|청소년|주부|운전자|승객|환자|직장인|학생|부부|노동자|근로자|작업자))|척|편|권|마리|그루|채|호(?!주)|동|층|석|면|배(?!럴)|세|살|시간|분의\s?\d{1,4}|분(?!기)|초"
    r"|개월|년|일간|일(?!째)|주(?!년|째|기)|퍼센트포인트|%포인트|퍼센트|%|㎞|킬로미터|㎢|km2|km|㎡|제곱미터|㎥|m2|mm|m(?![a-z])|ｍ|㎎|mg(?![a-z])|㎖|ml(?![a-z])|㎿|㎾h?|㏄|℃|bp(?![A-Za-z])|이닝|미터|㎝|센티미터|cm|㎜|톤|t(?![a-z])|㎏|킬로그램|kg|ℓ|리터"
    r"|헥타르|ha|㏊|평|도(?!움|시|교|내|입|착|심|전|서|민|지)|점|표|위|장|벌|잔|km²|메가와트|TEU|[kMG]Wh?|가지|종류|종|쪽|년간|시간대|포기|상자|박스|그릇|필지|구간)"
)
_FIGURES: Final = r"\d(?:[\d,]{0,20}\d)?"
"""Of "금 2, 은 2, 동 3개" the comma belongs to no number."""
_NUMBER: Final = (
    rf"{_FIGURES}(?:\.\d{{1,9}})?"
    rf"(?:[조억만천]{{1,4}}(?:\s?{_FIGURES}(?:\.\d{{1,9}})?[억만천]{{1,4}}){{0,4}}(?:\s?{_FIGURES})?)?"
)
_REST: Final = (
    r"(?:(?<=년)(?<!\d{4}년)\s?\d{1,2}개월|(?<=개월)\s?\d{1,2}일(?!째)|\s?\d{1,2}분\s\d{1,2}초|\s?\d{1,2}(?:분|초))?"
)
"""The smaller part of one length of time: 1년6개월, 3시간 20분; 2019년 6개월간 is a year and another length."""
_TERM: Final = r"(?:징역|금고)\s?(?:\d{1,2}년\s?)?\d{1,2}월(?!\s?\d{1,2}일)"
"""Courts count months so: 징역 1년 6월."""
_LENGTH: Final = (
    r"(?<![\d,.])(?:\d{1,3}시간\s?\d{1,2}분(?:\s?\d{1,2}초(?:\d{2,3}(?!\d))?)?|(?:\d{1,3}분\s?)?\d{1,2}초\d{2,3}(?!\d)"
    r"|\d{1,3}분\s?\d{1,2}(?:\.\d{1,3})?초|\d{1,3}년\s?\d{1,2}개월)"
)
"""A length of time in more units than one, and a runner's time: 2시간 6분 48초, 1분57초12, 5년 9개월."""
_CLOSING: Final = r"(?<![\d,.])\d{1,3}(?:,\d{3}){0,3}\.\d{1,2}(?=(?:에|으?로)\s(?:[가-힣]{2}\s)?(?:장을|거래를|마감|마쳤|출발|개장|시작))"
"""Where an index of shares stood, which has no unit: 3,058.92에 장을 마쳤다, 867.44로 마감했다."""
QUANTITY: Final = re.compile(
    rf"{_TERM}|{_CLOSING}"
    r"|지하\s?\d{1,2}층?(?:\s?[,~∼〜·/–-]\s?|에서\s|부터\s|과\s|\s)지상\s?\d{1,3}층"
    r"|(?:(?:약|총|모두|최대|최소|평균|하루|연간|연|전체)\s)?(?:(?:영하|영상|시속|초속|분속)\s?|(?<![\d가-힣A-Za-z)])[-−])?"
    rf"(?:{_LENGTH}|(?<![\d,.])(?:{_NUMBER}\s?(?:{UNIT})?\s?[∼~〜]\s?)?{_NUMBER}\s?{UNIT}{_REST})"
    r"|규모\s?\d\.\d(?!\d)"
)
NATIVE_LENGTH: Final = re.compile(
    r"(?<![가-힣\d])(?:이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|반년"
    r"|(?:한|두|석|넉|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:달|주(?![기제])|해|시간))(?=간|째|동안|만|이나|[^가-힣]|$|[을를의로은는이]\s)"
)
"""Lengths of time in words, which only answer who asks for one: 사흘, 두 주, 석 달."""
_NO_NOUN: Final = "|".join(
    """in on and of to by at from for as than were was are is had have has died while when who which that with after before
    during since until or but so if per a an the his her its their will would could can may might be been came went took
    this these those every each all both between
    said rose fell ended began started watched attended voted entered joined signed died about only also more less not
    into over under out up down off because compared reported nearly almost among amid including versus against""".split()
)
"""What is no name of the things that are counted: "18 were foreign", "23,750 watched"."""
VERB: Final = re.compile(rf"(?:{_NO_NOUN})\b")
_HOURS: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) hours?,? (?:and )?(?=\d{1,2} min)"
)
_ADJECTIVES: Final = "|".join(
    """foreign local new public private international national young older elderly elementary overseas domestic additional
    different full-time part-time high-school square electric""".split()
)
"""What may stand between a number and what it counts: 3,214 foreign patients."""
COUNTED_NOUN: Final = re.compile(rf"(?:{_ADJECTIVES})\s(?!(?:{_NO_NOUN})\b)[a-z]+")
ENGLISH_QUANTITY: Final = re.compile(
    rf"(?:about |some |nearly |more than |up to )?(?:minus |(?<![\w)])[-−](?=\d))?(?:{_HOURS})?[$€₩]?\d(?:[\d,]*\d)?(?:\.\d+)?"
    r"(?:-(?!(?:to|and)\b)[a-z]{2,12}(?:-[a-z]{2,12})?)?"
    r"(?:\s(?:million|billion|trillion|percentage points?|percent|per cent|won|dollars))*%?"
    rf"(?:\s(?:(?:{_ADJECTIVES})\s)?(?!(?:{_NO_NOUN})\b)(?:[a-z]+|TEUs?\b|[kMGT]Wh?\b))?"
)

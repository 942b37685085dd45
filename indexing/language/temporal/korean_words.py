"""Korean words that name days and periods, and the words around a number that make it no date: data, no code."""

from typing import Literal

from indexing.language.temporal.tables import listed

KOREAN_WEEKDAYS = {name: number for number, name in enumerate("월화수목금토일")}

DAYS_FROM_ANCHOR = {
    "오늘": 0,
    "금일": 0,
    "오늘밤": 0,
    "오늘 밤": 0,
    "어제": -1,
    "어젯밤": -1,
    "어제저녁": -1,
    "간밤": -1,
    "지난밤": -1,
    "그제": -2,
    "그저께": -2,
    "내일": 1,
    "명일": 1,
    "모레": 2,
    "글피": 3,
}
DAYS_FROM_TEXT = {
    "이날": (0, False),
    "전날": (-1, False),
    "같은 날": (0, True),
    "그날": (0, True),
    "당일": (0, True),
    "이튿날": (1, True),
    "다음 날": (1, True),
    "익일": (1, True),
}
"""Word -> days from the day named last, and whether one must have been named."""

NO_TOPIC_WORDS = frozenset(
    listed(
        """
        이날, 전날, 지난, 앞서, 오전, 오후, 새벽, 아침, 저녁, 대한, 대해, 위해, 위한, 관련, 따르, 따라, 통해, 것으,
        것이, 모두, 함께, 또, 그, 이, 한, 등, 수, 더, 현지
        """
    )
)
"""Beginnings of words that two sentences about different things share, too."""

YEARS: dict[str, tuple[int, Literal["anchor", "text"]]] = {
    "지지난해": (-2, "anchor"),
    "재작년": (-2, "anchor"),
    "지난해": (-1, "anchor"),
    "지난 해": (-1, "anchor"),
    "작년": (-1, "anchor"),
    "올해": (0, "anchor"),
    "올 한 해": (0, "anchor"),
    "금년": (0, "anchor"),
    "연내": (0, "anchor"),
    "내년": (1, "anchor"),
    "내후년": (2, "anchor"),
    "그해": (0, "text"),
    "같은 해": (0, "text"),
    "이듬해": (1, "text"),
}
MONTHS: dict[str, tuple[int, Literal["anchor", "text"]]] = {
    "지지난달": (-2, "anchor"),
    "지난달": (-1, "anchor"),
    "지난 달": (-1, "anchor"),
    "이달": (0, "anchor"),
    "이번 달": (0, "anchor"),
    "다음 달": (1, "anchor"),
    "내달": (1, "anchor"),
    "같은 달": (0, "text"),
    "그달": (0, "text"),
}
WEEKS = {"지지난 주": -2, "지난 주": -1, "이번 주": 0, "다음 주": 1, "내주": 1, "다다음 주": 2}
QUARTERS = {"지난 분기": -1, "이번 분기": 0, "다음 분기": 1}
DIRECTIONS = {"지난": -1, "오는": 1, "다가오는": 1, "돌아오는": 1, "이번": 0}
WEEKDAY_DIRECTIONS = {"지난": -1, "오는": 1, "다가오는": 1, "돌아오는": 1, "다음": 1}
NTH = {
    "첫": 1,
    "첫째": 1,
    "첫 번째": 1,
    "둘째": 2,
    "두 번째": 2,
    "셋째": 3,
    "세 번째": 3,
    "넷째": 4,
    "네 번째": 4,
    "마지막": -1,
}
SEASONS = {"봄": "spring", "여름": "summer", "가을": "autumn", "겨울": "winter"}
PARTS = {
    "초순": "first third",
    "상순": "first third",
    "중순": "second third",
    "하순": "last third",
    "초": "vague",
    "초반": "vague",
    "중반": "vague",
    "말": "vague",
    **{
        f"{nth} {unit}": "vague"
        for nth in ("첫", "첫째", "둘째", "셋째", "넷째", "마지막")
        for unit in ("주", "주말", "주 주말")
    },
}
"""Where the first week of a month begins is told in more ways than one, so that it is the month, and vague."""
HOLIDAYS = {
    "추석": "chuseok",
    "한가위": "chuseok",
    "설": "seollal",
    "설날": "seollal",
    "정월대보름": "first full moon",
    "정월 대보름": "first full moon",
    "대보름": "first full moon",
    "새해 첫날": "new year's day",
    "삼일절": "independence movement day",
    "근로자의 날": "workers' day",
    "어린이날": "children's day",
    "어버이날": "parents' day",
    "스승의 날": "teachers' day",
    "부처님 오신 날": "buddha's birthday",
    "석가탄신일": "buddha's birthday",
    "현충일": "memorial day",
    "제헌절": "constitution day",
    "광복절": "liberation day",
    "개천절": "foundation day",
    "한글날": "hangeul day",
    "성탄 전야": "christmas eve",
    "성탄절 전야": "christmas eve",
    "성탄절 이브": "christmas eve",
    "크리스마스 이브": "christmas eve",
    "크리스마스 전야": "christmas eve",
    "성탄절": "christmas",
    "크리스마스": "christmas",
}
SEASONAL = listed("성탄절, 크리스마스")
NO_CHRISTMAS_NEXT = listed(
    """
    트리, 캐럴, 캐롤, 선물, 케이크, 마켓, 시즌, 장식, 카드, 씰, 영화, 분위기, 특집, 섬, 쿠키, 양말, 리스, 소품, 조명,
    상품, 에디션, 컬렉션, 메뉴, 세트, 기획전, 테마
    """
)
"""After 크리스마스 or 성탄절: things of the season, not the day."""

NATIVE_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
NUMERALS = {
    "한": 1,
    "일": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
UNITS: dict[str, Literal["day", "week", "month", "year"]] = {
    "일": "day",
    "주": "week",
    "주일": "week",
    "달": "month",
    "개월": "month",
    "년": "year",
    "해": "year",
}

PARTICLES = listed("에, 은, 는, 이, 가, 을, 를, 의, 도, 과, 와, 로, 부터, 까지, 보다, 만, 쯤, 께, 경, 엔, 중, 인, 라")
"""What may follow a word without a space, if it is that word."""

NO_AGO = listed(
    """
    세계, 국민, 국가, 직원, 임직원, 대통령, 총리, 국무총리, 부총리, 장관, 차관, 의원, 국회의원,
    대표, 위원, 위원장, 시장, 지사, 회장, 사장, 의장, 총장, 감독, 부문, 품목, 구간, 지역,
    노선, 학년, 매장, 종목, 경기, 좌석, 과정
    """
)
"""After "21일 전 ": here "전" is "former" or "all", and the 21st is a date."""

NO_DAY_ATTACHED = listed("간, 째, 장, 치, 차, 제, 짜리, 씩, 가량, 여, 분, 천하, 생")
_BOUNDARY = r"(?=[^가-힣]|$|[은을]\s|이[다며고면나]|의|으로|인\s|도\s|일 ?(?:경우|때|것))"
"""Behind 이상 as a bound; 이상민 and 이상기후 begin alike."""
NO_DAY_NEXT = listed(
    rf"""
    만에, 만의, 만이, 동안(?!구|경찰), 연속, 이상{_BOUNDARY}, 이내, 이하{_BOUNDARY}, 미만, 내내, 넘게, 넘는, 안에,
    남짓, 가까이, 정도(?!전), 내에, 앞으로, 연휴, 일정(?![을이과도]), 코스(?!닥|피|트|모|메|타|콤|맥),
    여행(?!사|업|박람회|작가), 근무제, 단위(?!농협|조합|노조), 간격, 기념(?=[^가-힣]|$|으로|[을은])
    """
)
"""After a number of days: a length of time, not a day of the month."""

NO_BARE_DAY_NEXT = listed("격리, 무이자, 유급휴가, 무급휴가, 구류, 유예 ?기간, 넘도록, 전까지")
"""The same after a number with neither a month nor "오는" before it ("14일 격리"); with one of them it is a day."""

NO_FIRST_NEXT = listed("평균, 최대, 최고, 최소, 이용객, 생산량, 처리량, 생활권, 교사, 명예, 권장, 섭취, 이용권")
"""After "1일": "a day", as in "1일 평균 3만 명"."""

NO_DATE_BEFORE = listed("매년, 매해, 해마다, 매달, 매월, 매주, 매일, 격년, 격주")
"""Before any date: it comes back, so it names no one day."""

NO_MONTH_BEFORE = listed("징역, 징역형, 자격정지, (?<![가-힣])(?<![시도군구] )금고, 금고형, 노역, 집행유예")
NO_DAY_BEFORE = listed(
    """
    박, (?<![가-힣])주, 최대, 최소, 최소한, 적어도, 최장, (?<![가-힣])약, (?<![가-힣])총, (?<![가-힣])단,
    (?<![가-힣])만, (?<![가-힣])연, 꼬박, 무려, 불과, 생후, 영업일, 정지, 구류, 휴가, 연차, (?<![가-힣])제, D-
    """
)
"""Directly before a bare number of days, with or without a space: a count of days; but "축제 23일" is a day."""

NO_YEAR_ATTACHED = listed("간, 째, 차, 여, 짜리, 치")
NO_YEAR_NEXT = listed("만에, 동안, 이상, 넘게, 넘는, 가까이, 연속, 만의, 역사")
"""After a number of years: a length of time."""

NO_MONTH_ATTACHED = listed("드컵, 드 , 급, 세, 북, 권, 요일, 별, 례, 식")
NO_NAMED_DAY_ATTACHED = {
    "오늘": ("날", "내일", "의집", "의유머"),
    "어제": ("오늘",),
    "그제": ("야", "서"),
    "내일": ("채움", "배움", "키움", "로", "투어", "신문"),
    "금일": ("봉",),
    "명일": ("동", "역", "공원", "시장"),
    "모레": ("시계", "알", "노", "이"),
    "이날": ("치",),
}
"""Word -> beginnings of longer words that are not it (오늘날, 내일채움공제)."""

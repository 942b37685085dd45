"""Numbers in words, as Korean and English news write them: the tables and patterns of ``figures``."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

ONES: Final = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
TENS: Final = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90
}  # fmt: skip
COUNTERS: Final = (
    r"명|곳|개|번|차례|대|가지|시간|달|해|살|마리|척|권|채|사람|나라|도시|편|배|팀|건|주|군데|학교|동|층|자리|점|쌍|잔|그루|장|바퀴|가구|노선|작품"
    r"|종|기|벌|송이|줄|배우|선수|후보|구간"
)
NATIVE: Final = re.compile(
    rf"(?<![가-힣])(?P<tens>{'|'.join(TENS)})?(?P<ones>{'|'.join(sorted(ONES, key=len, reverse=True))})?"
    rf"(?:\s(?P<counter>{COUNTERS})|(?P<glued>명|곳|개|번|시간|달|살|마리|사람|가지|배))(?!요|들|가요)"
)
DAYS: Final = {
    "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15
}  # fmt: skip
DAY_WORD: Final = re.compile(rf"(?<![가-힣])(?P<days>{'|'.join(DAYS)})")
HALF_MONTH: Final = "보름"
"""Two weeks, or fifteen days."""
HALF: Final = re.compile(r"절반|(?<!first )(?<!second )(?<!latter )\bhalf\b", re.IGNORECASE)

ENGLISH_ONES: Final = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
ENGLISH_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
ENGLISH_SCALE_WORDS: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
NUMBER_WORD: Final = "|".join((*ENGLISH_TENS, *ENGLISH_ONES))
WORDS: Final = re.compile(
    rf"(?<!\d[\s-])\b(?P<words>(?:an?\s(?=dozen|hundred|thousand|million))?(?:{NUMBER_WORD}|(?:dozen|hundred|thousand|million|billion)\b)"
    rf"(?:(?:\s|-|\sand\s)(?:{NUMBER_WORD}|dozen|hundred|thousand|million|billion)\b)*)\b",
    re.IGNORECASE,
)
SHARES: Final = re.compile(
    r"\b(?:(?P<count>one|two|three|four)[\s-](?P<share>third|quarter|fifth|sixth|tenth)s?\b(?!\s(?:time|day|week|year|round))"
    r"|a\s(?P<one>third|quarter|fifth|sixth|tenth)\b(?=\sof\b|[.,;]|$))",
    re.IGNORECASE,
)
SHARE_OF: Final = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
ORDINAL_WORDS: Final = dict(
    zip(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth".split(),
        (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20),
        strict=True,
    )
)
ORDINAL: Final = re.compile(
    rf"\b(?:the|its|their|his|her)\s(?P<ordinal>{'|'.join(ORDINAL_WORDS)})\b(?!\s(?:of|half|quarter)\b)", re.IGNORECASE
)

SINO_DIGITS: Final = {syllable: value for value, syllable in enumerate("영일이삼사오육칠팔구")}
SINO_SCALES: Final = {"십": 10, "백": 100, "천": 1000}
SINO: Final = re.compile(
    r"(?<![가-힣])(?:제)?(?P<sino>[일이삼사오육칠팔구십백천]{1,6})(?=\s?(?:년|개|명|원|주|월|일|분|층|대|호|인|차|세|배|점|도|억|만|상자|여))"
)
LOOSE_KOREAN: Final[Mapping[str, Fraction | int]] = {
    **ONES, **TENS, "양국": 2, "양측": 2, "양사": 2, "양팀": 2, "쌍": 2, "재선": 2, "갑절": 2, "곱절": 2,
    "반": Fraction(1, 2),
}  # fmt: skip
LOOSE_ENGLISH: Final[Mapping[str, Fraction | int]] = {
    **ORDINAL_WORDS, **{word: number for word, number in ENGLISH_ONES.items() if number != 1}, "halve": Fraction(1, 2),
    "halving": Fraction(1, 2), "half": Fraction(1, 2), "both": 2, "twice": 2, "twin": 2, "pair": 2, "couple": 2,
    "doubl": 2, "tripl": 3, "thrice": 3, "trio": 3, "quadrupl": 4, "fortnight": 14,
}  # fmt: skip
LOOSE: Final = re.compile(
    rf"(?<![가-힣])(?P<korean>{'|'.join(sorted(LOOSE_KOREAN, key=len, reverse=True))})(?![계상금력부트의네])"
    rf"|\b(?P<english>{'|'.join(sorted(LOOSE_ENGLISH, key=len, reverse=True))})",
    re.IGNORECASE,
)

"""Lines with a date that no label explains: of the article, where they say nothing else but who wrote it, and where.

"서하신문 | 2025년 4월 17일 | 채유진 기자" dates its article, "3월 1일 하늬홀에서 연다" does not.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from indexing.reading.origin.byline import outlet_alone
from indexing.reading.origin.date_labels import LABEL_WORDS, WEEKDAY
from indexing.reading.origin.moment import Moment
from indexing.reading.origin.press_release import without_particulars

# "Date: …" also tells when a concert is: it dates an article only above it, as a date without a label does.
_DATE_LABEL = re.compile(r"(?:^|(?<=[\w|/] ))(?:release\s)?date(?:\sof\srelease)?\s*[:：]\s*$", re.IGNORECASE)
_WRITER = re.compile(r"^\s*(?:writer|author|name)\s*[:：][^:：|/]{1,60}$", re.IGNORECASE)
_BYLINE_WORDS = re.compile(
    r"(?:(?<![가-힣])[가-힣]{2,8}\s?=\s?)?(?:(?<![가-힣])[가-힣]{3}(?:\s?[·,ㆍ]\s?|\s)){0,3}"  # 도쿄=최하나 한마루 기자
    r"[가-힣]{2,4}\s?(?:선임|수석|인턴|객원|전문)?\s?(?:기자|특파원|논설위원)|[\w.+-]+@[\w.-]+|\bby\b",
    re.IGNORECASE,
)
_ENGLISH_NAME = r"[A-Z][\w'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){1,3}"
_ENGLISH_TITLE = (
    r"(?:(?:[A-Za-z]{3,15}\s){0,2}(?i:reporters?|writers?|correspondents?|editors?|contributors?|columnists?))"
)
# "By Lee Sang-ah, staff reporter — Dec. 3, 2025": whole names after By, or beside a title.
_ENGLISH_WRITER = re.compile(
    rf"^\W*(?:(?:By|BY|by)\s+{_ENGLISH_NAME}(?:(?:,\s|\sand\s|\s&\s){_ENGLISH_NAME}){{0,3}}(?:\s?[,/|(·]\s?{_ENGLISH_TITLE}\)?)?"
    rf"|{_ENGLISH_NAME}\s?[,/|(·]\s?{_ENGLISH_TITLE}\)?)\W*$"
)
# "[스포츠] 2025.06.06 05:18": a section, but not what a day in a box may be of.
_SECTION = re.compile(
    r"[\[【<](?![^\]】>]{0,12}(?:일시|기간|마감|접수|시작|종료|개막|행사|개최|공연|모집|신청|발표))"
    r"\s?[가-힣A-Za-z][가-힣A-Za-z &·/]{0,11}[\]】>]"
)
# "All News 09:12 April 08, 2025": the page of an agency, beside a time of day.
_ENGLISH_SECTION = re.compile(r"\W*(?:[A-Z][a-z]{1,14}\s){0,2}(?:News|Headlines|Politics|Business|National)\W*")
_OUTLET_BESIDE = re.compile(r"[\s|/·,ㅣ-]{0,6}[^\d|/·,ㅣ]{1,20}[\s]{0,3}[|/·,ㅣ]|[|/·,ㅣ][^\d|/·,ㅣ]{1,20}")
_TEXT_SIZE = re.compile(r"글(?:자|씨)\s?크기(?:\s?(?:조절|조정|변경))?(?:\s(?:가|작게|크게|[-+]))*(?![가-힣])")
"""A page's buttons for larger letters, in one line with its date: "글자크기 가 가"."""
_EMPTY_CELLS = re.compile(r"\s{0,9}[|/·,ㅣ](?:\s{0,9}[|/·,ㅣ]){1,9}")
"""What is left of "서하신문 | 2025년 4월 17일 | 채유진 기자" without its date and reporter."""
# The newspaper's page ("5면 1단", "3일자 3면"), a weekday without brackets, and what a page counts.
_BESIDE_DAY = re.compile(
    r"(?<![\w가-힣])(?:지면\s?[A-Z]?\d{1,2}면?|[A-Z]?\d{1,2}면(?:\s?\d단)?|자(?=\s)|[월화수목금토일]|(?:댓글|추천|공감)(?:수)?\s?[:：]?\s?\(?\d[\d,]*\)?\s?개?)"
    r"(?![\w가-힣])"
)
_NAME_BESIDE = re.compile(r"[\s/|·]*(?!일시|기간|마감|접수|시작|종료|개막)[가-힣]{2,4}[\s/|·]*")


def says_nothing_else(rest: Sequence[str], moment: Moment) -> bool:
    """Whether a line with an unlabelled date says nothing but who wrote it and where it appeared.

    Args:
        rest: the text before its first date, that between two, and that after the last.
        moment: its first date; beside a time of day a lone name is the writer's.
    """
    ends = [_SECTION.sub(" ", piece) if index in (0, len(rest) - 1) else piece for index, piece in enumerate(rest)]
    plain = " ".join(
        _ENGLISH_WRITER.sub(" ", _WRITER.sub(" ", _DATE_LABEL.sub(" ", WEEKDAY.sub(" ", piece)))) for piece in ends
    )
    particulars = without_particulars(_TEXT_SIZE.sub(" ", plain))
    left = _BESIDE_DAY.sub(" ", LABEL_WORDS.sub(" ", _BYLINE_WORDS.sub(" ", particulars)))
    if not re.search(r"\w", left) or outlet_alone(left):
        return True
    if _OUTLET_BESIDE.fullmatch(_EMPTY_CELLS.sub(" |", left).strip(" ()[]")):
        return True
    if not isinstance(moment, datetime):
        return False
    return _NAME_BESIDE.fullmatch(left) is not None or _ENGLISH_SECTION.fullmatch(left) is not None

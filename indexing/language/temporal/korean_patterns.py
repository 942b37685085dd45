"""The pieces that Korean patterns are made of. A group name occurs once in each, so that pieces combine."""

import re

from indexing.language.temporal import korean_words as words
from indexing.language.temporal.tables import WordTable

S = r"[ \u00a0]{0,2}"
DASH = rf"{S}[~∼～〜\-–—]{S}"
# A word begins here, so "보내달라" has no "내달"; a number begins here, so "1,379년" has no "379년".
WORD = r"(?<![가-힣A-Za-z0-9])"
# No expression begins after Hangul, but for what "올" and "지난" are written together with ("올상반기", "지난겨울").
INSIDE = "가-낛낝-옫옭-힣"
# "'25.12월", "’26.1분기".
_AFTER_SHORT_YEAR = r"(?<=['’‘]\d\d\.)"
NUMBER = r"(?<!\d[.,])(?<![\dA-Za-z:/.])"
AFTER_WORD = rf"(?=[^가-힣]|$|{'|'.join(words.PARTICLES)})"
AFTER_WEEK = r"(?=[^가-힣]|$|에|부터|까지|의(?![보회사원력])|보다|는|도(?![권하적로])|엔|쯤|께|와|중|초)"
# "3일 전" is three days ago, "3일 전국" and "21일 전 대통령" are the 3rd and the 21st.
AGO = rf"(?:전|뒤|후){AFTER_WORD}(?!{S}(?:{'|'.join(words.NO_AGO)}))"

YEARS = WordTable.of(words.YEARS)
MONTHS = WordTable.of(words.MONTHS)
WEEKS = WordTable.of(words.WEEKS)
QUARTERS = WordTable.of(words.QUARTERS)
DIRECTIONS = WordTable.of(words.DIRECTIONS)
WEEKDAY_DIRECTIONS = WordTable.of(words.WEEKDAY_DIRECTIONS)
NTH = WordTable.of(words.NTH)
PARTS = WordTable.of(words.PARTS)
DAYS = WordTable.of(words.DAYS_FROM_ANCHOR)
TOLD_DAYS = WordTable.of(words.DAYS_FROM_TEXT)
NATIVE_DAYS = WordTable.of(words.NATIVE_DAYS)
NUMERALS = WordTable.of(words.NUMERALS)
UNITS = WordTable.of(words.UNITS)

NOT_YEARS = rf"(?!{'|'.join(words.NO_YEAR_ATTACHED)}|대(?![회선학비])|{S}(?:{'|'.join(words.NO_YEAR_NEXT)}|{AGO}))"
# What makes "3일" three days: "3일간", "3일 동안", "3일 만에"; and "1일 평균" is "a day".
NOT_DAYS = (
    rf"(?!{'|'.join(words.NO_DAY_ATTACHED)}|{S}(?:{'|'.join(words.NO_DAY_NEXT)})|{S}[만간](?![가-힣]))"
    rf"(?!(?<=(?<!\d)1일){S}(?:{'|'.join(words.NO_FIRST_NEXT)}|\d{{1,4}}(?:회|시간|건|명|잔|만|톤)))"
)
DIRECTION = rf"{WORD}(?P<direction>{DIRECTIONS.pattern}){S}"
YEAR = (
    rf"(?:{NUMBER}(?P<year>\d{{4}})(?:년도?{NOT_YEARS}|{S}시즌(?!{S}\d)|(?P<open_year>)(?={DASH}\d{{4}}년))"
    rf"|['’‘](?P<short_year>\d{{2}})(?:년{NOT_YEARS}|\.{S}(?=\d{{1,2}}월|[상하]반기|[1-4](?:/4)?분기))"
    rf"|{WORD}(?P<year_word>{YEARS.pattern})"
    rf"|{WORD}(?P<new_year>새해)(?={S}\d{{1,2}}월)"
    rf"|{WORD}(?P<this_year>올)(?={S}(?:\d|[상하]반기|[봄여가겨연설추초말])))"
)
BEFORE = rf"(?:{DIRECTION})?(?:{YEAR}(?:의)?{S})?"
MONTH = (
    rf"(?:(?:{NUMBER}|{_AFTER_SHORT_YEAR})(?P<month>\d{{1,2}})(?:월(?!{'|'.join(words.NO_MONTH_ATTACHED)})"
    rf"|(?P<listed_month>)(?=(?:{S}[,·ㆍ]{S}\d{{1,2}}){{1,5}}월(?!{'|'.join(words.NO_MONTH_ATTACHED)}))"
    rf"|(?P<open_month>)(?={DASH}\d{{1,2}}월))"
    rf"|{WORD}(?P<month_word>{MONTHS.pattern})(?![라리렸려린러성]))"
)
DAY = (
    rf"{NUMBER}(?P<day>\d{{1,2}})"
    rf"(?:일{NOT_DAYS}|(?P<listed_day>)(?=(?:{S}[,·ㆍ]{S}\d{{1,2}}){{1,5}}일{NOT_DAYS})|(?P<open_day>)(?={DASH}(?:\d{{1,2}}월{S})?\d{{1,2}}일(?!{S}{AGO})))"
)
NTH_WEEKDAY = rf"(?P<nth>{NTH.pattern}){S}(?P<of_week>주{S})?(?P<weekday>[월화수목금토일])요일"
PART = rf"(?P<part>{PARTS.pattern})(?!·중){AFTER_WORD}"
PART_OF_YEAR = (
    rf"(?:(?<![가-힣])|(?<=[올난]))(?:(?P<half>[상하])반기|(?:{NUMBER}|{_AFTER_SHORT_YEAR})(?P<quarter>[1-4])"
    rf"(?:(?:[·/]4)?{S}분기(?!{S}(?:연속|만에|째|동안))|(?P<open_quarter>)(?={DASH}[1-4]{S}분기))"
    r"|(?P<season>봄|여름|가을|겨울))"
)
# "설" alone is also a rumour and an institution, and Christmas a season.
HOLIDAYS = WordTable.of(words.HOLIDAYS)
_SURE_HOLIDAYS = WordTable.of({name: "" for name in words.HOLIDAYS if name not in ("설", *words.SEASONAL)})
HOLIDAY = (
    rf"(?:(?P<name>{_SURE_HOLIDAYS.pattern}|설(?={S}(?:연휴|명절|당일|대목|귀성|선물|차례)))"
    rf"|{NUMBER}(?P<march>3[·ㆍ.]1절)"
    rf"|(?<!메리 )(?<!화이트 )(?P<seasonal>{'|'.join(words.SEASONAL)}){AFTER_WORD}"
    rf"(?!{S}(?:{'|'.join(words.NO_CHRISTMAS_NEXT)}))"
    rf"|(?P<bare>설)(?=[은을에]?(?:[^가-힣]|$)|까지|부터))(?:{S}(?:명절{S})?(?P<days_off>연휴)|{S}(?P<beside>전날|다음{S}날|이튿날))?"
)
# "광복절 특사", "추석 물가": the holiday of something, unlike "광복절인 15일" and "추석에".
OF_HOLIDAY = re.compile(r"의?[ \u00a0](?!당일|오전|오후|새벽|아침|낮|저녁|밤)[가-힣A-Za-z\"'“‘]")
# "한글날인 9일": the date is said.
APPOSED = rf"인{S}(?=(?:(?:{DIRECTIONS.pattern}|{MONTHS.pattern}){S})?\d{{1,2}}[월일])"
APPOSED_HOLIDAY = rf"(?:(?:{_SURE_HOLIDAYS.pattern}|{'|'.join(words.SEASONAL)}){APPOSED})?"
IS_APPOSED = re.compile(APPOSED)
NOT_LONGER_WORD = "".join(
    rf"(?!(?<={word})(?:{'|'.join(endings)}))" for word, endings in words.NO_NAMED_DAY_ATTACHED.items()
)
# "전날" after a noun is counted from that noun's event ("개막 전날"), so it needs a particle or a stop before it.
TOLD_DAY = (
    r"(?:(?<![가-힣A-Za-z0-9])(?=이날|같은|그날|이튿|다음|익일)"
    r"|(?<![^\n(\"'“‘])|(?<=[은는이가을를도서고며에의.,”’\"'] ))"
)
DISTANCE = (
    rf"(?<!\d,[ ])(?:(?<![~∼～\-–가-힣]){NUMBER}(?P<count>\d{{1,3}}){S}(?P<unit>{UNITS.pattern})|"
    rf"{WORD}(?:(?P<numeral>{NUMERALS.pattern}){S}(?P<unit_>개월|주일?|달|년|해)|(?P<native>{NATIVE_DAYS.pattern})"
    rf"|(?P<half_year>반년))){S}(?P<side>전(?!까지(?!만|도))|뒤|후){AFTER_WORD}"
    rf"(?!(?<=일 전){S}(?:{'|'.join(words.NO_AGO)}))"
)
# "부터 사흘간", "부터 1박 2일 일정으로"; a rough length ("약 2주간") tells no last day.
LENGTH_BEHIND = (
    rf"{S}부터{S}(?:(?:총|꼬박|단|딱|앞으로|향후){S})?"
    rf"(?:(?P<nights>\d{{1,2}}박{S})?(?P<count>\d{{1,3}}){S}(?P<unit>{UNITS.pattern})"
    rf"|(?P<numeral>{NUMERALS.pattern}){S}(?P<unit_>개월|주일?|달|년|해)|(?P<native>{NATIVE_DAYS.pattern})"
    rf"|(?P<half_year>반년))(?:{S}(?:동안(?!만)|연속(?!극)|일정으로|에{S}걸쳐|간(?=[^가-힣]|$|[의은이에만을도]))"
    rf"|(?(nights)(?:로|{S}일정)|(?!)))"
)
WEEKEND = rf"{WORD}주말{S}(?:사이|새(?![가-힣])|동안(?!만)|내내)"
# "매주 월요일과 1월 1일", "매월 1일, 11일과 21일": what is listed with what comes back comes back, too.
_LISTED = (
    rf"(?:(?:(?:\d{{1,2}}월{S})?(?:\d{{1,2}}[월일]|[월화수목금토일]요일)|(?:설날?|추석|명절|공휴일|법정공휴일)(?:{S}(?:연휴|당일|전날))?)"
    rf"{S}(?:[,·ㆍ]|과|와|및){S}){{0,4}}"
)
# After a number with neither a month nor "오는": "추석을 10일 앞두고", "14일 격리", "10일에서 20일로 늘렸다",
# "구속 기간을 10일 연장했다", but not "KT는 10일 연장 끝에 이겼다"; "유효기간은 30일이다", but not "기간은 20일까지다".
NOT_BARE_DAYS = (
    rf"(?!{S}(?:{'|'.join(words.NO_BARE_DAY_NEXT)})|에서{S}\d{{1,3}}일로{S}(?:늘|줄|단축)|로{S}(?:늘|줄|단축))"
    rf"(?!(?:(?<=[을를] \d일)|(?<=[을를] \d\d일)){S}(?:앞[두둔]|(?:더{S})?(?:연장|단축|유예)))"
    rf"(?!(?:(?<=기간은 \d일)|(?<=기간은 \d\d일))(?:이[다며고]|로))"
)
_RECURRING = rf"(?:{'|'.join(words.NO_DATE_BEFORE)}){S}{_LISTED}"
RECURRING = re.compile(rf"{_RECURRING}$")
COUNTED = re.compile(rf"(?:{_RECURRING}|(?:{'|'.join(words.NO_DAY_BEFORE)}){S})$")
# "징역 1년 6월에 집행유예 2년": courts count months so.
SENTENCED = re.compile(rf"(?:{_RECURRING}|(?:{'|'.join(words.NO_MONTH_BEFORE)}){S}(?:\d{{1,2}}년{S})?)$")

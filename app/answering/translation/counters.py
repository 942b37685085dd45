"""Korean counters and measures in English: 명 -> people, 개 노선 -> lines, ㎜ -> mm."""

from typing import Final

_OF_THINGS: Final = {
    "도시": "cities", "국가": "countries", "나라": "countries", "학교": "schools", "대학": "universities",
    "기관": "institutions", "기업": "companies", "업체": "companies", "회사": "companies", "사": "companies",
    "노선": "lines", "팀": "teams", "종목": "events", "부문": "categories", "분야": "fields", "과제": "tasks",
    "사업": "projects", "항목": "items", "지역": "regions", "마을": "villages", "단체": "groups", "병원": "hospitals",
    "매장": "stores", "점포": "stores", "부처": "ministries", "시군": "cities and counties",
    "시도": "cities and provinces", "시·도": "cities and provinces", "시·군": "cities and counties", "역": "stations",
    "섬": "islands", "차로": "lanes", "언어": "languages", "작품": "works", "부스": "booths", "회원국": "member states",
    "회원도시": "member cities", "자치구": "districts", "구": "districts", "병상": "beds", "일자리": "jobs",
}  # fmt: skip
"""What 개 counts, where the word stands behind it."""
UNITS: Final = {
    "명": "people", "인": "people", "원": "won", "엔": "yen", "위안": "yuan", "개국": "countries",
    "회": "times", "번": "times", "차례": "times", "가구": "households", "세대": "households", "척": "ships",
    "권": "books", "마리": "animals", "그루": "trees", "층": "floors", "동": "buildings", "석": "seats",
    "ｍ": "m", "㎎": "mg", "mg": "mg", "㎖": "ml", "ml": "ml", "㎿": "MW", "㎾": "kW", "㎾h": "kWh", "포인트": "points",
    "℃": "degrees Celsius", "이닝": "innings", "도움": "assists",
    "세": "years old", "살": "years old", "시간": "hours", "분": "minutes", "초": "seconds", "개월": "months",
    "년": "years", "년간": "years",
    "일": "days", "일간": "days", "주": "weeks", "주일": "weeks", "주간": "weeks", "퍼센트": "%", "%": "%",
    "배": "times", "건": "cases", "퍼센트포인트": "percentage points", "%포인트": "percentage points",
    "%p": "percentage points", "㎞": "km", "km": "km", "킬로미터": "km", "미터": "m", "m": "m", "㎝": "cm", "cm": "cm",
    "센티미터": "cm", "㎜": "mm", "mm": "mm", "밀리미터": "mm", "㎡": "m²", "제곱미터": "m²", "㎢": "km²",
    "제곱킬로미터": "km²", "㎥": "m³", "㏊": "ha", "ha": "ha", "헥타르": "ha", "톤": "tonnes", "t": "tonnes",
    "㎏": "kg", "kg": "kg", "킬로그램": "kg", "ℓ": "litres", "리터": "litres", "메가와트": "MW",
    **{unit: unit for unit in ("TEU", "kW", "MW", "GW", "kWh", "MWh", "GWh")}, "배럴": "barrels",
    "병상": "beds", "골": "goals", "홈런": "home runs", "표": "votes", "도": "degrees", "채": "homes",
    "종목": "events", "팀": "teams", "학급": "classes", "쌍": "pairs", "쪽": "pages", "달": "months",
    "호주달러": "Australian dollars", "호주 달러": "Australian dollars", "캐나다달러": "Canadian dollars",
    "캐나다 달러": "Canadian dollars", "홍콩달러": "Hong Kong dollars", "홍콩 달러": "Hong Kong dollars",
    "싱가포르달러": "Singapore dollars", "싱가포르 달러": "Singapore dollars", "대만달러": "Taiwan dollars",
    "대만 달러": "Taiwan dollars", "뉴질랜드달러": "New Zealand dollars", "뉴질랜드 달러": "New Zealand dollars",
    "바트": "baht", "즈워티": "zlotys", "루피": "rupees", "루피아": "rupiah", "루블": "rubles", "페소": "pesos",
    "링깃": "ringgit", "디르함": "dirhams", "파운드": "pounds", "스위스프랑": "Swiss francs",
    "스위스 프랑": "Swiss francs", "센트": "cents", "평": "pyeong", "bp": "basis points", "그램": "g", "g": "g",
    "마일": "miles", "피트": "feet", "인치": "inches", "에이커": "acres", "갤런": "gallons", "온스": "ounces",
    "나노미터": "nm", "회분": "doses",
    "사람": "people", "나라": "countries", "도시": "cities", "경기": "games",
    "학교": "schools", **{f"개 {thing}": english for thing, english in _OF_THINGS.items()},
    **{f"개{thing}": english for thing, english in _OF_THINGS.items() if len(thing) > 1},
}  # fmt: skip
UNSAID: Final = frozenset(("개", "곳", "군데", "", "점", "종", "대", "편", "기", "장", "가지"))
"""Counters without an English word, or with many: 대 counts buses and cameras, 편 films and flights, 곳 hospitals and
sister cities, which nobody calls places."""
_ONE_OF: Final = {
    "people": "person", "years old": "year old", "cities and counties": "city or county",
    "cities and provinces": "city or province", "classes": "class", "feet": "foot", "inches": "inch",
}  # fmt: skip


def one_of(english: str) -> str:
    """The unit of a single thing: people -> person, countries -> country, km -> km."""
    if english in _ONE_OF:
        return _ONE_OF[english]
    return f"{english[:-3]}y" if english.endswith("ies") else english.removesuffix("s")

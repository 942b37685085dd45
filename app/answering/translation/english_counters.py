"""What English news counts and measures, by its Korean counter: visitors -> 명, square meters -> ㎡, stalls -> 곳."""

from typing import Final

PEOPLE: Final = frozenset(
    """
    people person persons visitors residents students patients passengers tourists workers employees members children
    adults participants attendees spectators fans volunteers citizens guests delegates athletes runners artists
    firefighters officers soldiers teachers nurses doctors applicants migrants refugees players users travelers
    travellers men women foreigners officials performers musicians singers dancers actors directors cooks chefs cyclists
    swimmers skaters rowers skiers climbers hikers campers farmers villagers pupils graduates scholars researchers
    scientists engineers experts speakers jurors judges finalists candidates leaders mayors reporters journalists
    customers shoppers viewers readers pilgrims drivers pedestrians owners tenants interpreters translators guides
    potters artisans craftsmen staff economists analysts envoys ambassadors diplomats lawmakers councilors
    councillors ministers lawyers prosecutors veterans survivors victims inmates suspects protesters demonstrators
    civilians subscribers followers buyers investors shareholders retirees seniors teenagers toddlers babies parents
    mothers fathers girls boys trainees interns mentors tutors instructors professors winners laureates contestants
    fishermen divers photographers designers architects writers authors poets novelists curators conductors
    composers pianists astronauts sailors pilots
    koreans americans canadians mexicans brazilians britons germans italians europeans russians ukrainians swedes
    norwegians finns danes spaniards turks israelis palestinians iranians iraqis syrians afghans egyptians africans
    asians indians nepalis vietnamese chinese japanese taiwanese thais filipinos indonesians malaysians singaporeans
    mongolians uzbeks kazakhs australians
    """.split()
)
_THINGS: Final = {
    "companies": "기업", "firms": "업체", "cities": "도시", "stations": "역", "schools": "학교", "languages": "언어",
    "teams": "팀", "lines": "노선", "booths": "부스", "lanes": "차로", "universities": "대학", "museums": "박물관",
    "cinemas": "극장", "theaters": "극장", "theatres": "극장", "islands": "섬", "regions": "지역", "villages": "마을",
    "categories": "부문", "institutions": "기관", "organizations": "단체", "organisations": "단체",
    "programs": "프로그램", "programmes": "프로그램", "sister cities": "자매도시", "jobs": "일자리",
    "member states": "회원국", "member countries": "회원국", "member cities": "회원도시",
    "national teams": "국가대표팀",
}  # fmt: skip
"""Counted by 개 with what they are: 17개 역."""
_CURRENCIES: Final = {
    "cents": "센트", "baht": "바트", "zlotys": "즈워티", "zloty": "즈워티", "rupees": "루피", "rupiah": "루피아",
    "rubles": "루블", "roubles": "루블", "pesos": "페소", "ringgit": "링깃", "dong": "동", "swiss francs": "스위스프랑",
    "dirhams": "디르함", "australian dollars": "호주달러", "canadian dollars": "캐나다달러",
    "hong kong dollars": "홍콩달러", "singapore dollars": "싱가포르달러", "taiwan dollars": "대만달러",
}  # fmt: skip
_MEASURES: Final = {
    "miles": "마일", "mile": "마일", "feet": "피트", "foot": "피트", "inches": "인치", "inch": "인치",
    "pounds": "파운드", "pound": "파운드", "ounces": "온스", "gallons": "갤런", "barrels": "배럴",
    "square feet": "제곱피트", "square foot": "제곱피트", "square miles": "제곱마일", "cubic meters": "㎥",
    "cubic metres": "㎥", "liters": "ℓ",
    "litres": "ℓ", "liter": "ℓ", "litre": "ℓ", "grams": "g", "gram": "g",
    "nanometers": "나노미터", "nanometer": "나노미터", "degrees": "도",
    "basis points": "bp", "basis point": "bp", "kilowatts": "kW", "kilowatt": "kW", "megawatts": "MW",
    "megawatt": "MW", "gigawatts": "GW", "gigawatt": "GW", "kilowatt hours": "kWh", "megawatt hours": "MWh",
    "gigawatt hours": "GWh", "gigabytes": "GB", "terabytes": "TB", "gb": "GB", "tb": "TB", "pyeong": "평",
}  # fmt: skip
"""A pound is 파운드, whether it is weighed or paid."""
UNITS: Final = {
    **_CURRENCIES, **_MEASURES,
    **dict.fromkeys(PEOPLE, "명"), **{english: f"개 {korean}" for english, korean in _THINGS.items()},
    "countries": "개국", "nations": "개국", "households": "가구", "families": "가구",
    "won": "원", "dollars": "달러", "dollar": "달러", "euros": "유로", "euro": "유로", "yen": "엔", "yuan": "위안",
    "percent": "%", "per cent": "%", "%": "%", "percentage points": "%포인트", "percentage point": "%포인트",
    "hours": "시간", "hour": "시간", "minutes": "분", "minute": "분", "seconds": "초", "second": "초", "days": "일",
    "day": "일", "weeks": "주", "week": "주", "months": "개월", "month": "개월", "years": "년", "year": "년",
    "years old": "세", "year old": "세", "kilometers": "㎞", "kilometres": "㎞", "kilometer": "㎞", "kilometre": "㎞",
    "km": "㎞", "meters": "m", "metres": "m", "meter": "m", "metre": "m", "m": "m", "centimeters": "㎝",
    "centimetres": "㎝", "cm": "㎝", "millimeters": "㎜", "millimetres": "㎜", "mm": "㎜", "kilograms": "㎏",
    "kg": "㎏", "tons": "톤", "ton": "톤", "tonnes": "톤", "tonne": "톤", "hectares": "㏊", "hectare": "㏊",
    "acres": "에이커", "acre": "에이커", "square meters": "㎡", "square metres": "㎡", "square meter": "㎡",
    "square metre": "㎡", "square kilometers": "㎢", "square kilometres": "㎢", "square kilometer": "㎢",
    "square kilometre": "㎢", "storeys": "층", "storey": "층", "story": "층", "floors": "층",
    "beds": "병상", "bed": "병상", "seats": "석", "seat": "석", "member": "명", "parking spaces": "면", "books": "권",
    "ships": "척", "vessels": "척", "boats": "척", "buses": "대", "cars": "대", "vehicles": "대", "trucks": "대",
    "bicycles": "대", "bikes": "대", "drones": "대", "cameras": "대", "helicopters": "대",
    "planes": "대", "aircraft": "대", "robots": "대", "ambulances": "대", "taxis": "대", "motorcycles": "대",
    "doses": "회분", "homes": "채", "houses": "채",
    "buildings": "동", "trees": "그루", "animals": "마리", "dogs": "마리", "birds": "마리", "cases": "건",
    "votes": "표", "pages": "쪽", "shops": "곳", "stores": "곳", "sites": "곳", "places": "곳", "hospitals": "곳",
    "stalls": "곳", "venues": "곳", "restaurants": "곳", "hotels": "곳", "goals": "골", "films": "편", "movies": "편",
    "flights": "편", "songs": "곡", "games": "경기", "matches": "경기", "rounds": "라운드", "laps": "바퀴",
    "paintings": "점", "artworks": "점", "sculptures": "점", "exhibits": "점", "performances": "회",
    "deaths": "명", "teu": "TEU", "teus": "TEU", "kw": "kW", "mw": "MW", "gw": "GW", "kwh": "kWh", "mwh": "MWh",
    "gwh": "GWh", "tickets": "장", "copies": "부", "nights": "박",
}  # fmt: skip

"""Korean quantities of more than one number, or with a word before it: 3시간 20분, 3대1, 징역 3년, 30∼40명."""

import re
from collections.abc import Callable
from typing import Final

from app.answering.translation.counters import UNITS
from app.answering.translation.judgements import english_judgement
from app.question.english_question import english_ordinal

_N: Final = r"\d[\d,]{0,12}(?:\.\d{1,6})?"
_HALF: Final = "절반"
_RANGE: Final = re.compile(rf"(?P<first>{_N})\s?[~∼〜–-]\s?(?P<last>{_N}[조억만천]?\s?[^\d\s~∼〜–-].{{0,20}})")
_SCALED: Final = rf"(?:{_N}[조억만천]{{1,2}}\s?){{1,3}}(?:{_N})?"
_SCALED_RANGE: Final = re.compile(
    rf"(?P<first>{_SCALED})\s?[~∼〜–-]\s?(?P<last>(?:{_SCALED}|{_N})\s?(?P<unit>[가-힣A-Za-z㎡㎥㎞]{{1,6}}))"
)
"""5만∼7만원: where the first has a scale of its own, each is the number that it says."""
_TO: Final = re.compile(rf"(?:경쟁률\s?)?(?P<first>{_N})\s?대\s?(?P<last>\d{{1,4}})")
_OUT_OF: Final = re.compile(r"(?P<whole>\d{1,6})(?P<unit>명|개|곳|가구) (?:중|가운데) (?P<part>\d{1,6})(?P=unit)")
_OUT_OF_UNITS: Final = {"명": " people", "개": "", "곳": "", "가구": " households"}
_RANK: Final = re.compile(r"(?P<world>세계\s)?(?:제\s?)?(?P<rank>\d{1,4})(?P<kind>위|번째|회째|주년)")
_EDITION: Final = re.compile(r"제\s?(?P<rank>\d{1,4})회")
_OF_SEASON: Final = re.compile(r"(?:올\s?)?시즌\s(?P<rest>\d.{0,30})")
_PER_FOREIGN: Final = re.compile(rf"(?P<per>10{{0,3}}(?:달러|유로|엔|위안))당\s?(?P<rest>{_N}원)")
_PREFIXED: Final = re.compile(rf"(?P<what>시속|초속|영하|섭씨|화씨|규모|만)\s?(?P<rest>(?:약 )?{_N}.{{0,30}})")
_PREFIXES: Final = {
    "영하": "{} below zero", "섭씨": "{} Celsius", "화씨": "{} Fahrenheit", "만": "{}",
}  # fmt: skip
_SPEEDS: Final = {"시속": "h", "초속": "s"}
_MAGNITUDE: Final = re.compile(r"\d\.\d")
_DURATION: Final = re.compile(
    r"(?:(?P<about>약|총|최대|최소|평균)\s?)?(?:(?P<years>\d{1,4}년)\s?)?(?:(?P<months>\d{1,3}개월)\s?)?"
    r"(?:(?P<days>\d{1,3}일)\s?)?(?:(?P<hours>\d{1,4}시간)\s?)?"
    r"(?:(?P<minutes>\d{1,4}분)\s?)?(?P<seconds>\d{1,4}(?:\.\d{1,3})?초)?간?(?P<more>여)?\s?"
    r"(?P<bound>가량|정도|안팎|남짓|이상|이내)?"
)
_BEFORE_DURATION: Final = {"약": "about ", "최대": "up to ", "최소": "at least ", "평균": "on average ", "총": ""}
_BOUND_OF_DURATION: Final = {
    "가량": "about ", "정도": "about ", "안팎": "about ", "남짓": "a little over ", "이상": "at least ",
    "이내": "within ",
}  # fmt: skip
_STOREYS: Final = re.compile(
    r"지하\s?(?P<below>\d{1,2})층?(?:\s?[,~∼〜·/–-]\s?|에서\s|부터\s|과\s|\s)지상\s?(?P<above>\d{1,3})층(?:까지)?"
)
_ABOVE_GROUND: Final = re.compile(r"지상\s?(?P<above>\d{1,3})층")
_CLOCKED: Final = re.compile(
    r"(?P<rest>(?:\d{1,3}시간\s?)?(?:\d{1,3}분\s?)?)(?P<seconds>\d{1,2})초(?P<hundredths>\d{2,3})"
)
_NIGHTS: Final = re.compile(r"(?P<nights>\d{1,3})박\s?(?P<days>\d{1,3})일")
_RECORD: Final = re.compile(r"(?P<won>\d{1,3})승(?:\s?(?P<drawn>\d{1,3})무)?(?:\s?(?P<lost>\d{1,3})패)?")
_SEVERAL: Final = re.compile(r"수(?P<scale>십만|백만|천만|십억|백억|천억|십|백|천|만|억|조)\s?(?P<unit>[가-힣]{1,6})")
_SCALES: Final = {
    "십": "dozens", "백": "hundreds", "천": "thousands", "만": "tens of thousands", "십만": "hundreds of thousands",
    "백만": "millions", "천만": "tens of millions", "억": "hundreds of millions", "십억": "billions",
    "백억": "tens of billions", "천억": "hundreds of billions", "조": "trillions",
}  # fmt: skip
_LEVEL: Final = re.compile(r"(?P<level>\d{1,2})%대")

_EVERY: Final = re.compile(r"(?P<length>\d{1,3}(?:분|시간|일|주|개월|년))\s?(?:간격|마다)")
_MEDALS: Final = re.compile(r"(?P<metal>[금은동])메달\s?(?P<count>\d{1,3})개")
_METALS: Final = {"금": "gold", "은": "silver", "동": "bronze"}


def english_measure(text: str, quantity: Callable[[str], str | None]) -> str | None:
    """Such a quantity in English, or None where it is none, or not understood.

    Args:
        text: Korean, numerals in digits.
        quantity: renders one number with its unit.
    """
    if text == _HALF:
        return "half"
    if judgement := english_judgement(text, quantity):
        return judgement
    for pattern, render in _FORMS:
        if match := pattern.fullmatch(text):
            return render(match, quantity)
    return None


_Quantity = Callable[[str], str | None]


def _range(match: re.Match[str], quantity: _Quantity) -> str | None:
    """30∼40명 -> 30–40 people; of 1∼2만 명 the first number may mean thousands."""
    last = quantity(match["last"])
    is_scaled = re.match(rf"{_N}[조억만천]", match["last"]) is not None
    return f"{match['first']}–{last}" if last and last[0].isdigit() and not is_scaled else None


def _out_of(match: re.Match[str], _: _Quantity) -> str:
    return f"{match['part']} out of {match['whole']}{_OUT_OF_UNITS[match['unit']]}"


def _rank(match: re.Match[str], _: _Quantity) -> str | None:
    ordinal, kind = english_ordinal(int(match["rank"])), match["kind"]
    if kind == "위":
        return f"{ordinal} in the world" if match["world"] else f"{ordinal} place"
    if match["world"]:
        return None
    return f"{ordinal} anniversary" if kind == "주년" else ordinal


def _prefixed(match: re.Match[str], quantity: _Quantity) -> str | None:
    what, rest = match["what"], match["rest"]
    if what == "규모":  # of earthquakes; 규모 500억 원 is how large something is
        return f"magnitude {rest}" if _MAGNITUDE.fullmatch(rest) else None
    if what == "만" and not re.match(r"\d{1,3}세", rest):
        return None
    amount = english_measure(rest, quantity) or quantity(rest)
    if not amount:
        return None
    if what in _SPEEDS:
        return f"{amount}/{_SPEEDS[what]}" if amount.endswith(("km", " m")) else None
    return _PREFIXES[what].format(amount)


def _per_foreign(match: re.Match[str], quantity: _Quantity) -> str | None:
    """100엔당 921.55원 -> 921.55 won per 100 yen."""
    per, amount = quantity(match["per"]), quantity(match["rest"])
    return f"{amount} per {per}" if per and amount else None


def _duration(match: re.Match[str], quantity: _Quantity) -> str | None:
    parts = [match[unit] for unit in ("years", "months", "days", "hours", "minutes", "seconds") if match[unit]]
    rendered = [quantity(part) for part in parts]
    if len(parts) < 2 or not all(rendered):
        return None
    bounds = [_BEFORE_DURATION.get(match["about"] or "", ""), "more than " if match["more"] else ""]
    bounds.append(_BOUND_OF_DURATION.get(match["bound"] or "", ""))
    told = [bound for bound in bounds if bound]
    # 약 1시간 30분 이상: two bounds are not told as one
    return "".join(told) + " ".join(part for part in rendered if part) if len(told) < 2 else None


def _nights(match: re.Match[str], _: _Quantity) -> str:
    return f"{match['days']} days and {match['nights']} {'night' if match['nights'] == '1' else 'nights'}"


def _scaled_range(match: re.Match[str], quantity: _Quantity) -> str | None:
    """5만∼7만원 -> 50,000–70,000 won, 3억∼10억원 -> 300 million–1 billion won."""
    first, last = quantity(f"{match['first'].strip()}{match['unit']}"), quantity(match["last"])
    if not first or not last or not (first + last).replace("$", "").replace("€", "")[0].isdigit():
        return None
    words, others = first.split(" "), last.split(" ")
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return f"{' '.join(words)}–{' '.join(others)}{last.removeprefix(' '.join(others))}"


def _storeys(match: re.Match[str], _: _Quantity) -> str:
    """지하 4층, 지상 12층 -> 12 floors and 4 basement floors."""
    above, below = int(match["above"]), int(match["below"])
    return f"{_floors(above)} and {below} basement {'floor' if below == 1 else 'floors'}"


def _floors(count: int) -> str:
    return f"{count} {'floor' if count == 1 else 'floors'}"


def _clocked(match: re.Match[str], quantity: _Quantity) -> str | None:
    """1분57초12 -> 1 minute 57.12 seconds; the hundredths of a second stand behind their unit."""
    rest = match["rest"].strip()
    before = (english_measure(rest, quantity) or quantity(rest)) if rest else ""
    if before is None:
        return None
    return f"{before} {int(match['seconds'])}.{match['hundredths']} seconds".lstrip()


def _record(match: re.Match[str], _: _Quantity) -> str | None:
    counts = {"win": match["won"], "draw": match["drawn"], "loss": match["lost"]}
    said = [f"{count} {_results(result, int(count))}" for result, count in counts.items() if count]
    return ", ".join(said)


def _several(match: re.Match[str], _: _Quantity) -> str | None:
    """수백 명 -> hundreds of people."""
    unit = UNITS.get(match["unit"])
    return f"{_SCALES[match['scale']]} of {unit}" if unit else None


def _results(result: str, count: int) -> str:
    return result if count == 1 else f"{result}{'es' if result == 'loss' else 's'}"


def _every(match: re.Match[str], quantity: _Quantity) -> str | None:
    """20분 간격 -> every 20 minutes, 2년마다 -> every 2 years."""
    length = quantity(match["length"])
    return f"every {length.removeprefix('1 ')}" if length else None


def _medals(match: re.Match[str], _: _Quantity) -> str:
    return f"{match['count']} {_METALS[match['metal']]} medal{'' if match['count'] == '1' else 's'}"


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Quantity], str | None]], ...]] = (
    (_RANGE, _range),
    (_SCALED_RANGE, _scaled_range),
    (_TO, lambda match, _: f"{match['first']} to {match['last']}"),
    (_OUT_OF, _out_of),
    (_RANK, _rank),
    (_EDITION, lambda match, _: english_ordinal(int(match["rank"]))),
    (_OF_SEASON, lambda match, quantity: english_measure(match["rest"], quantity) or quantity(match["rest"])),
    (_PER_FOREIGN, _per_foreign),
    (_PREFIXED, _prefixed),
    (_DURATION, _duration),
    (_CLOCKED, _clocked),
    (_NIGHTS, _nights),
    (_STOREYS, _storeys),
    (_ABOVE_GROUND, lambda match, _: _floors(int(match["above"]))),
    (_RECORD, _record),
    (_SEVERAL, _several),
    (_EVERY, _every),
    (_MEDALS, _medals),
    (_LEVEL, lambda match, _: f"in the {match['level']}% range"),
)

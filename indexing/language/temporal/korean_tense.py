"""The tense of the Korean words behind a day: whether the news tells of it as past or as to come.

What decides is the first sign behind the day in its sentence: "22일 열린다", "22일 문을 연다고 밝혔다" and "22일
만나기로 했다" are to come, "22일 열린 경기에 나선다" and "22일 끝났다" are past. What is quoted says nothing about the
day before it ("시는 22일 “요금을 올린다”고 밝혔다"), nor does what goes on ("3일부터 열리고 있다").
"""

import re
from typing import Literal

from indexing.language.hangul import FINALS
from indexing.language.temporal.tables import listed

Tense = Literal["to come", "said to come", "done", "told"]
"""Said to come: in reported speech ("연다고"), so that the day may as well be the one of the report. Done: in a
participle ("열린 경기"). Told: in a past verb ("밝혔다"), which may be of another day than the one before it."""

_TENSES: dict[str, Tense] = {"done": "done", "told": "told", "said": "said to come", "coming": "to come"}
_N, _L, _B, _SS = 4, 8, 17, 20
"""Final consonants by their number: ㄴ, ㄹ, ㅂ, ㅆ."""

_EVENTS = listed(
    "열리, 치르, 치러지, 펼쳐지, 시작하, 시작되, 시행하, 시행되, 개최하, 개최되, 개막하, 진행되, 출시하, 개봉하"
)
_PARTICIPLES = listed(
    """
    [가-힣]된, [숨터가던러뤄어쳐려져라춰]진, [열내걸알올틀몰달풀]린, (?:끝|어|러|떠|만|타)난, [녀나아어져]온,
    [다마펼합그거넘]친, 낸, [치오]른, [녀어아]간, 받은, 찾은, 맞은, 내놓은, [가-힣]던, (?<=[을를] )[연본쓴딴준]
    """
)
_FORECAST = r"(?:예보|예상|예고|예측|전망)[했됐]|내다봤"
_MAYBE_DONE = r"(?<![대위관통인의향북남제또양별명])한"
"""개막한, 발표한; but 대한, 위한, 다양한 and 특별한 have no tense. Whether others have (조용한) is left open."""
_DONE = "|".join(_PARTICIPLES)
PARTICIPLE = f"(?:{_DONE}|{_MAYBE_DONE})"
"""A pattern of the participles that tell of what is past: 열린, 발표한."""

_OPEN = listed(
    r"""
    따르면, 의하면, 현재(?![가-힣]), 기준(?:으로)?(?![가-힣]), 고 있(?!었), 예정[된됐], 예정이었,
    앞두, 앞둔, 앞뒀, \A의? (?:사고|화재|참사|지진|폭발|산불|붕괴|추락)
    """
)


def _ending_in(final: int) -> str:
    """The syllables with a final consonant, as characters of a class."""
    return "".join(map(chr, range(ord("가") + final, ord("힣") + 1, FINALS)))


_PRESENT = rf"[{_ending_in(_N)}]다"
_POLITE = rf"(?![습입])[{_ending_in(_B)}]니다"
_SIGN = re.compile(
    r"“[^“”\n]*”(?:이?라)?고?|\"[^\"\n]*\"(?:이?라)?고?|‘[^‘’\n]{1,80}’(?:이?라)?고?|'[^'\n]{1,80}'(?:이?라)?고?"
    rf"|(?P<none>[.!?。](?=[\s'\"”’)]|$)|\n|[“\"‘]|'(?=[가-힣])|{'|'.join(_OPEN)}|{_MAYBE_DONE}[ ])"
    rf"|(?P<done>(?:{_DONE})[ ])"
    rf"|(?P<told>(?![있겠])[{_ending_in(_SS)}](?=[다으지고는던을습어]))"
    rf"|(?P<said>{_PRESENT}[고며면는]|[있없같크많]다고|라고|기로 |{_FORECAST})"
    rf"|(?P<coming>{_PRESENT}(?![가-힣])|{_POLITE}|겠[다지으고습]|예정|[{_ending_in(_L)}] (?:계획|방침|전망|것[이으])"
    rf"|수 있(?:다(?!고)|으)|(?:{'|'.join(_EVENTS)})는[ ]|까지(?:이?다|이며))"
)


def tense_behind(text: str) -> Tense | None:
    """What the first sign in the words behind a day says; None where there is none, or it is unclear.

    Args:
        text: the words, to the end of the sentence or longer; some hundreds of characters, as two take 1 µs.
    """
    for sign in _SIGN.finditer(text):
        kind = sign.lastgroup
        if kind == "none":
            return None
        if kind is not None:
            return _TENSES[kind]
    return None

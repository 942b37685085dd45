"""Courtesy around a question, "Can you tell me …", "… 알려 주세요": it says neither what is asked nor of what."""

import re
from typing import Final

_FILLER: Final = r"(?:(?:please|kindly|perhaps|maybe|possibly|also|just|happen to|by any chance)\s+){0,4}"
_TELL: Final = (
    rf"{_FILLER}(?:(?:tell|show|give|remind|inform)\s+(?:me|us)|explain(?:\s+to\s+(?:me|us))?|let\s+(?:me|us)\s+know"
    r"|(?:tell|say|find\s+out)(?=\s+(?:wh|how|if))|(?:find|get)\s+me|look\s+up|(?:search|check)\s+for"
    r"|list(?:\s+all)?(?=\s+(?:the|all|every|who|which|what)\b)|list\s+all|(?:give\s+me\s+)?(?:a|the)\s+list\s+of)"
)
_LEARN: Final = r"(?:know|ask(?:\s+you)?|find\s+out|understand)"
_OPENING: Final = re.compile(
    r"^\W*(?:(?:and|but|so|then|also|ok|okay|well|hi|hello|hey|sorry|excuse\s+me|thanks|please)\b\W*)*"
    r"(?:(?:"
    rf"(?:can|could|would|will)\s+(?:you|u)\s+{_TELL}|would\s+you\s+mind\s+telling\s+(?:me|us)|{_TELL}"
    rf"|(?:if|whether)\s+you\s+(?:know|(?:can|could|might)\s+{_TELL})"
    rf"|(?:do|would|does)\s+(?:you|anyone|anybody|someone)\s+{_FILLER}know"
    r"|(?:(?:do\s+you\s+have|have\s+you(?:\s+got)?)\s+)?any\s+idea"
    rf"|(?:may|might|can|could)\s+i\s+{_FILLER}(?:know|ask(?:\s+you)?)(?=\s+(?:wh|how|if))"
    rf"|i(?:['’]d|\s+would)\s+(?:like|love)\s+to\s+{_LEARN}|i\s+(?:want|wanted|need|wish)\s+to\s+{_LEARN}"
    r"|i(?:['’]m|\s+am)\s+looking\s+for|i\s+need(?=\s+(?:the|a|an|all|some)\s)"
    r"|i\s+wonder|i(?:['’]m|\s+am|\s+was)\s+(?:just\s+)?(?:wondering|curious)"
    r")\b(?:\W*please\b)?[^\w“\"'‘(]*)+(?=\w)",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(
    r"^\W*(?:(?:(?:안녕하세요|안녕하십니까|실례합니다만?|실례지만|죄송하지만|저기요|고마워요?|고맙습니다|감사(?:합니다|해요)|그렇(?:구나|군요?)|알겠(?:어요?|습니다)|오케이)"
    r"(?![가-힣])[^\w“‘(]*|(?:아하?|오|네|넵|예|응|음)(?:[,.!~]+\s*|\s+(?=그렇|알겠|감사|고마|고맙))|(?:그런데|근데)\s+(?=\S+\s+\S))+)(?=\w)"
)
_GIVE: Final = (
    r"(?:줘(?:요|봐요?|라)?|주라|주렴|달라|다오|주세요|주십시오|주시겠어요|주시겠습니까|주실래요|줄래요?|(?:주실|줄)\s?수\s?있\S+"
    r"|주시(?:면|길|기를?)\s?\S+)"
)
_TELLING: Final = "알려|말해|말씀해|가르쳐|설명해|안내해|소개해|정리해|얘기해|이야기해|답해|대답해|보여"
_LOOKING_UP: Final = r"(?:검색|조회|확인)해(?:\s?봐)?|(?:찾|알)아(?:\s?봐)?"
_REQUEST: Final = re.compile(
    r"(?<=\w)(?:\s+(?:좀|혹시|다시|자세히|간단히|빨리|얼른)){0,4}\s*(?:"
    rf"(?:{_TELLING}|{_LOOKING_UP})\s?{_GIVE}|(?<=\s)(?:말|검색|조회|확인|얘기|설명)해\s?봐요?|(?<=\s)(?:찾|알)아\s?봐요?"
    r"|(?<=\s)(?:(?:확인|안내|답변|설명|정보|검색)\s?)?부탁(?:해요?|합니다|드려요?|드립니다|드릴게요)"
    r"|궁금(?:해요?|합니다|한데요?|하네요?|하다|함|해서요?)|알고\s?싶(?:어요?|습니다|은데요?|네요?|다|음)"
    r"|(?<=지\s)(?:잘\s)?(?:모르겠(?:어요?|습니다|네요?|는데요?)|몰라서요?)|(?<=지\s)아니|(?<=\s)(?:알아요?|아나요|아세요|아시나요|아시는지요?|아십니까)(?=\W*\?|\W*$)"
    r"|(?<=\s)알고\s?(?:있(?:어요?|나요?|니|습니까)|계(?:세요|신가요|십니까))|(?<=\s)(?<!언제\s)(?<!어디서\s)(?<!어떻게\s)알\s?수\s?있(?:어요?|나요?|을까요?|습니까)"
    r"|(?<=\s)(?:아는\s?(?:사람|분)|아시는\s?분)(?:\s(?:있어요?|있나요?|계신가요|계세요|계실까요))?|(?<=\s)좀요?"
    r")\W*$"
)


def courtesies(text: str) -> list[tuple[int, int]]:
    """Where a question is introduced or closed by courtesy, as (start, end) of each, in order.

    A text that is nothing but courtesy ("Can you tell me?") has none, so that something is always left.
    """
    openings = [match for pattern in (_OPENING, _GREETING) if (match := pattern.match(text))]
    opened = openings[0].end() if openings else 0
    closing = _REQUEST.search(text, opened)
    return [found.span() for found in (*openings, *([closing] if closing else ()))]

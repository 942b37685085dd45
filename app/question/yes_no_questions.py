"""Questions that want a yes or a no: told by how they begin in English, by how they end in Korean."""

import re
from typing import Final

from indexing.language.hangul import final_consonant

_AUXILIARY: Final = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|shall|might|won['’]t|can['’]t"
    r"|(?:is|are|was|were|do|does|did|has|have|had|would|could|should)n['’]t|may(?! \d))"
)
_INTERROGATIVE: Final = r"(?:who(?:m|se)?|what|which|when|where|why|how)"
_ENGLISH: Final = re.compile(rf"^(?:(?:so|and|but|also|then|ok(?:ay)?),? )?{_AUXILIARY}\b")
_BEFORE_MAIN: Final = re.compile(
    rf"^(?:when (?!{_AUXILIARY}\b|and\b|or\b|exactly\b|in\b|on\b)|(?:if|while|once|because|although|unless|now that) "
    r"|(?:after|before|since|until|during|in|on|at|for|with|from|under|given|despite|following) "
    rf"(?![^,]*\b{_INTERROGATIVE}\b))"
    rf"[^,?]{{2,150}}, (?=(?:{_AUXILIARY}|{_INTERROGATIVE})\b)"
)
"""When adult fares rise, |will children pay more? The interrogative "when" has its verb right behind it."""

_KOREAN: Final = re.compile(
    r"(?:[건는은인한된던운른린친진큰긴신쁜]가요?|나요|까요|습니까|[입합됩갑옵]니까"
    r"|(?<![가-힣])거(?:야|예요|에요|죠|지)|돼요?|써요|(?<!궁금)(?<!부탁)해요|와요|[었았했겠됐갔왔렸졌섰났있없]음|되는지요)\s*\??$"
    r"|(?:까|니|지|어요?|아요?|나|냐|[가-힣]다고|(?<!분)야|에요|예요|죠"
    r"|대요|래요|라요|[져봐써켜춰꿔둬]|[열걸올내줄늘]려"
    r"|(?<![피올오새통])해|(?:가능|필요)함|됨)\s*\?$"
)
"""A verb, or a noun with its copula; 장소는? and 마감일? have neither."""
_COPULA: Final = re.compile(
    r"[가-힣](?<!무엇)(?<!뭔)(?<!이유)(?<!까닭)(?<!원인)(?!(?<=분)야)(?:인가요?|입니까|이?에요|예요|이?야)\s*\?$"
)


_HEARD: Final = re.compile(r"(?P<before>[가-힣])대\s*\?$")
_VERBS_FINAL: Final = (4, 20)
"""Indices of ㄴ and ㅆ, in which a verb ends before 대: 물러난대?, 올랐대?"""
_NOUNS: Final = frozenset("군연반전관안산")
"""군대, 연대, 반대 end alike."""


def main_clause(text: str) -> str:
    """An English question without the clause or the time before its comma: "If it rains, |is it open?".

    Args:
        text: the question, in small letters.
    """
    return _BEFORE_MAIN.sub("", text, count=1)


def begins_with_verb(text: str) -> bool:
    """Whether an English question in small letters begins with its verb, and thus wants a yes or a no."""
    return bool(_ENGLISH.match(text))


def ends_with_verb(text: str) -> bool:
    """Whether a Korean text ends as a question of yes or no does; one with an interrogative ends so, too."""
    heard = _HEARD.search(text)
    if heard and heard["before"] not in _NOUNS and final_consonant(heard["before"]) in _VERBS_FINAL:
        return True
    return bool(_KOREAN.search(text))


def asks_whether_it_was(text: str) -> bool:
    """Whether a Korean question without interrogative names what something may be: "원인이 담배꽁초인가요?"."""
    return bool(_COPULA.search(text))

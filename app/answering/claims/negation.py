"""Whether a claim and its source agree on yes and no.

No parser of both languages is at hand, so only three things are found, all of which are hardly ever wrong: a claim that
denies where nothing in the source denies, a claim that says without any denial what the source denies of the same verb
or noun, and a verdict (guilty) where the source tells the opposite one (acquitted). Of 1,200 true pairs of a Korean and
an English sentence, on which the rules for denials were tuned, 3 were taken for contradictions.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.question.concept import TextView
from indexing.language.glossary import Glossary
from indexing.language.hangul import has_hangul
from indexing.language.terms import latin_stem

_DENIES: Final = re.compile(
    r"(?<![가-힣])(?:안|못)\s[가-힣]|[가-힣](?:지는?|진|질|지도)\s?(?:않|못하|못했|못한|못할)|[가-힣](?:은|는|이|가|도|수|적|적이)?\s?없(?!이)|(?:이|가|은|는)\s아니"
    r"|\b(?:not|never|no|none|nobody|neither|nor|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_DENIAL: Final = re.compile(
    r"[달년일주분간명]도\s안\s[되돼된]|뿐\s?(?:만\s)?아니|틀림\s?없|끊임\s?없|어김\s?없|상관\s?없|관계\s?없|변함\s?없|더할\s?나위\s?없"
    r"|[가-힣]지\s?않을까|못지\s?않|마지\s?않|[가-힣]지\s않으면\s안|다름\s?아니"
    r"|\bnot (?:only|just|merely)\b|\bno(?:\.|\b(?= \d))|\bno doubt\b|\bno(?:t)? (?:fewer|less|more) than\b",
    re.IGNORECASE,
)
_ANY_DENIAL: Final = re.compile(
    r"(?<![가-힣])(?:안|못)(?![가-힣]{2})|않|못|없|아니|아닌|말라|말아|말고|모르|몰[라랐]|(?<![가-힣])(?:미[정달확공포흡지개완]|불[가허참발응법투확필편]|무[산관죄료효단]|비[공협어]|부[결인정재족적])|취소|제외|금지|거부|거절|반대|중단|중지"
    r"|폐지|폐쇄|철회|면제|실패|탈락|대신|빠[지진졌질]|그만|그쳤|그친|제한|막[았는힌혔]|닫|보류|연기|유보|반려|기각|무산|불발|삭감|잃|끊|탈퇴|아직"
    r"|\b(?:not|never|no|none|nobody|neither|nor|cannot|without|nothing|few|little|hardly|only|instead|rather|unlike|yet|except)\b|n['’]t\b"
    r"|\b(?:fail|refus|den(?:y|ie)|reject|cancel|ban|lack|unable|exclu|prohibit|stop|halt|scrap|drop|withdr|postpon|avoid|free|resist|less|abolish|close|end|un[a-z]{4}|in[a-z]{5}|non-)",
    re.IGNORECASE,
)
_ABOUT_THE_ARTICLE: Final = re.compile(
    r"(?:나와\s?있지|나오지|밝히지|밝혀지지|알려지지|(?:언급|명시|공개|확인|설명|제시|정보|내용)[가-힣]*)\s?(?:있지\s)?(?:않|없|못)"
    r"|알 수 없|\bno (?:information|details?|mention)\b"
    r"|\b(?:does|do|did|is|are|was|were|has|have|had)(?:\s?n['’]t| not)\s(?:been\s)?"
    r"(?:say|said|mention|state|specif|give|provide|name|known|clear|disclos|report|includ|detail|announc|reveal)",
    re.IGNORECASE,
)
"""What an article leaves unsaid cannot be found in it."""

_KOREAN_DENIED: Final = (
    re.compile(r"(?P<term>[가-힣]{2,6}?)(?:하|되|시키)지(?:는|도)?\s?(?:않|못)"),
    re.compile(r"(?<![가-힣])(?P<term>[가-힣]{2,6}?)(?:은|는|이|가|도)\s(?:전혀\s)?없(?:다|었|을|으며|고)"),
)
_ENGLISH_DENIED: Final = re.compile(
    r"\b(?:(?:did|does|do|will|would|was|were|is|are|has|have|had|can|could)(?:\s?not|n['’]t)|cannot|never|won['’]t)\s(?:be\s|been\s)?(?P<verb>[a-z]{4,})"
)
_OPPOSITES: Final = (
    (
        re.compile(r"유죄|(?<!not )\bguilty\b|\bconvicted\b|\bconviction\b", re.IGNORECASE),
        re.compile(r"무죄|\bacquit\w*|\bnot guilty\b", re.IGNORECASE),
    ),
    (
        re.compile(r"위헌|헌법\s?불합치|\bunconstitutional\w*", re.IGNORECASE),
        re.compile(
            r"합헌|\bconstitutional\b(?! (?:court|council|amendment|law|petition|complaint|review|challenge))",
            re.IGNORECASE,
        ),
    ),
)
"""Verdicts of which one denies the other."""
_LITTLE: Final = frozenset("관련 경우 이유 예정 사실 계획 가능 필요 사람 이상 문제 곳 때 정도 것".split())


def unfound_denials(claim: str, quote: str, near: str, glossary: Glossary) -> Iterator[str]:
    """What a claim says the other way round than its source, as written.

    Args:
        claim: the claim.
        quote: the cited sentence.
        near: the sentence with its neighbours.
        glossary: says what a verb is in the other language.
    """
    yield from _opposites(claim, near)
    denial = _denial(claim)
    if denial:
        if not _ANY_DENIAL.search(near):
            yield denial
    elif not _ANY_DENIAL.search(claim):
        view = TextView(claim)
        for denied, wordings in _denied(quote, glossary):
            if any(_holds(view, wording) for wording in wordings):
                yield denied
                return


def _opposites(claim: str, near: str) -> Iterator[str]:
    """What a claim says of a verdict whose opposite, and nothing but it, the source tells."""
    for pair in _OPPOSITES:
        for said, opposite in (pair, pair[::-1]):
            told = said.search(claim)
            if told and not opposite.search(claim) and opposite.search(near) and not said.search(near):
                yield told.group()


def _denial(claim: str) -> str | None:
    if _ABOUT_THE_ARTICLE.search(claim):
        return None
    match = _DENIES.search(_NO_DENIAL.sub(" ", claim))
    return match.group().strip() if match else None


def _denied(text: str, glossary: Glossary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Verbs and nouns that a text denies, as written, with the wordings under which a claim may name them."""
    if _NO_DENIAL.search(text):
        return
    for pattern in _KOREAN_DENIED:
        for match in pattern.finditer(text):
            if match["term"] not in _LITTLE and not _ABOUT_THE_ARTICLE.search(text):
                yield match.group(), (match["term"], *glossary.english(match["term"]))
    for match in _ENGLISH_DENIED.finditer(text):
        korean = tuple(form for form in glossary.korean(match["verb"]) if len(form) > 1)
        yield match.group(), (match["verb"], *korean)


def _holds(view: TextView, wording: str) -> bool:
    if has_hangul(wording):
        return wording.replace(" ", "") in view.squeezed
    return all(latin_stem(word) in view.latin for word in wording.split())

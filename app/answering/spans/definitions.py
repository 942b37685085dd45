"""Spans that answer "what is it?": what an article says a thing is, "협의회는 … 국제기구다", or calls it, "소득보장실험 ‘디딤돌’"."""

import re
from collections.abc import Iterator
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import final_consonant, has_hangul
from indexing.language.terms import without_particle

_KOREAN_ASKS: Final = re.compile(
    r"^\W*(?P<thing>[^\s?]{2,20}?)[’'”\"」]?(?:이라는|라는)?(?:이란|란|이|가|은|는|\s?(?:게|건|것은|것이))?\s"
    r"(?:대체\s|도대체\s|정확히\s)?(?:뭐|뭔|뭡|무엇)(?:야|예요|에요|지|지요|니|죠|가요|데|데요|니까|인가|인가요|이야|이에요|입니까)\W*$"
)
_ENGLISH_ASKS: Final = re.compile(
    r"^\W*(?i:what(?:['’]s|\s(?:is|are|was|were))\s(?:the\s|an?\s)?)(?P<thing>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,5})\W*$"
)
_ATTRIBUTE: Final = re.compile(
    r"(?:이름|명칭|주제|제목|구호|슬로건|표어|이유|원인|까닭|목적|목표|방법|결과|문제|장점|단점|특징|차이|차이점|조건|직업|직책|직함|취미|전공"
    r"|성과|의미|뜻|내용|역할|계획|대책|종목|메뉴|음식|별명|소감|혐의|쟁점|핵심|과제|기준|자격|혜택|효과|비결|소원|꿈|선물|상품|색|차종|기종)$"
)
"""Asked for of something that the question leaves unsaid, or says before it."""
_TOPIC: Final = re.compile(r"[’'”\"」]?\s?(?:\([^()]{1,60}\))?(?:은|는|이란|란)\s")
_COPULA: Final = re.compile(r"(?P<noun>[가-힣])(?:이다|(?P<bare>다))[.]?[’'”\"]?$")
_NO_NOUN: Final = frozenset("니르하되크쁘프싸쓰")
"""Syllables without a final consonant before 다 that end no noun: 아니다, 다르다, 필요하다, 크다."""
_MEANS: Final = re.compile(r"(?:을|를)\s(?:말한다|뜻한다|가리킨다|일컫는다)[.]?$")
_IS: Final = re.compile(r"(?:\s\([^()]{1,60}\))?\s(?:is|are|was|were)\s(?P<what>(?:an?|the|one)\s[^.;]{3,120})")
_RELATIVE: Final = re.compile(r",?\s(?:which|who|whose|where|according)\b|[,;.]\s")
_MARK: Final = "‘'“\"「『<《"
_CLOSING: Final = ("’", "'", "”", '"', "」", "』", ">", "》")
_MODIFIER: Final = re.compile(
    r"(?:의|던|(?:하|되|있|없|주|받|맡|잇|나누|지키|만드|다루|찾)는|[받맡좋많높낮깊]은|[가-힣](?:한|된|될|인|할|릴|칠|킬|보일|쓰일|중인))$"
)
_ADVERB: Final = frozenset("함께 새로 어제 오늘 올해 지난해 내년 이날 또한 이어 특히 최근 현재 다시 직접 처음".split())
_LONGEST: Final = 100
_WORDS: Final = 3
_APPOSITION: Final = 0.7
_DEFINITION: Final = 1.0


def find_definitions(context: SentenceContext) -> list[Span]:
    """What a sentence says the thing is, best first; nothing unless the question asks just for that."""
    question = context.question
    asks = _ENGLISH_ASKS if question.language == "en" else _KOREAN_ASKS
    asked = asks.match(question.text[:QUESTION_CHARACTERS])
    if asked is None or _ATTRIBUTE.search(asked["thing"]):
        return []
    return sorted(_definitions(context), key=lambda span: -span.score)


def _definitions(context: SentenceContext) -> Iterator[Span]:
    text = context.text
    for start, end in context.mentions:
        if not has_hangul(text):
            if (told := _IS.match(text, end)) and _begins(text, start):
                behind = _RELATIVE.search(told["what"])
                length = behind.start() if behind else len(told["what"])
                yield _span(text, told.start("what"), told.start("what") + length, _DEFINITION)
        elif (topic := _TOPIC.match(text, end)) and _begins(text, start):
            last = _end_of_definition(text)
            if last is not None and 0 < last - topic.end() <= _LONGEST:
                yield _span(text, topic.end(), last, _DEFINITION)
        elif start and text[start - 1] in _MARK and text[end : end + 1] in _CLOSING:
            first = _apposed(text, start - 1)
            if first is not None:
                yield _span(text, first, len(text[: start - 1].rstrip()), _APPOSITION)


def _begins(text: str, start: int) -> bool:
    """Whether the thing is what the sentence is about: nothing but a word or two before it."""
    return len(text[:start].split()) <= _WORDS - 1


def _end_of_definition(text: str) -> int | None:
    """Where a sentence's predicate noun ends: |국제기구|다, 제도를 말한다."""
    if means := _MEANS.search(text):
        return means.start()
    copula = _COPULA.search(text)
    if copula is None:
        return None
    noun = copula["noun"]
    if copula["bare"] and (final_consonant(noun) or noun in _NO_NOUN):
        return None
    return copula.end("noun")


def _apposed(text: str, mark: int) -> int | None:
    """Where the noun phrase begins that stands right before a quotation mark: "|추진 중인 소득보장실험 ‘"."""
    words = [(match.start(), match.group()) for match in re.finditer(r"\S+", text[:mark])][-1 - _WORDS :]
    if not words or not _is_noun(words[-1][1]):
        return None
    first, before = words.pop()
    for start, word in reversed(words):
        is_noun = _is_noun(word) and (before == "중인" or _is_noun(before))  # 추진 중인, 소득 실험
        if not is_noun and not _MODIFIER.search(word):
            break
        first, before = start, word
    return first


def _is_noun(word: str) -> bool:
    is_bare = re.fullmatch(r"[가-힣A-Z]{2,12}(?<![은는을를])", word) is not None and without_particle(word) == word
    return (
        is_bare and not re.fullmatch("[가-힣][이가]", word) and word not in _ADVERB and _MODIFIER.search(word) is None
    )


def _span(text: str, start: int, end: int, score: float) -> Span:
    return Span(start, end, text[start:end], score, defines=True)

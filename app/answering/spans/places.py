"""Spans that answer "where"."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.glossary import Glossary
from indexing.language.terms import without_particle

_PLACE_WORDS: Final = frozenset(
    """
    특별시 광역시 특별자치도 시 군 구 동 읍 면 리 역 항 항만 부두 섬 강 천 산 해변 해수욕장 호수 마을 단지 지구 산단 거리 로 길 사거리 교차로 다리 대교
    센터 컨벤션센터 홀 관 회관 박물관 미술관 도서관 체육관 공연장 경기장 운동장 극장 전시장 강당 무대 광장 공원 시장 주차장 터미널 공항
    시청 구청 군청 도청 청사 의회 법원 사무소 보건소 연구소 관리소 파출소 본부 연구원 개발원 연수원 문화원 요양원 병원
    학교 초등학교 중학교 고등학교 대학교 대학 유치원 어린이집 캠퍼스 호텔 리조트 타워 빌딩 회의실 회의장 집무실 일대 일원 앞 옆 자리 터 부지
    """.split()
)
_LOCATED: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9·‧])(?P<place>(?:[가-힣A-Za-z0-9·‧]{1,20}\s){0,4}[가-힣A-Za-z0-9·‧]{2,20})(?:에서(?:만|는|도)?|에\s(?=[가-힣\s]{0,12}(?:들어[서선섰설]|문을|위치|자리|세[우워운]|설치|건립|조성|유치|운영|짓|지어|생기|생긴|마련|모이|모인|있))|(?:으)?로\s(?=[가-힣\s]{0,8}(?:확정|결정|정[해했하한]|선정|뽑|골[라랐]|옮))|\s개최)"
)
_ENGLISH_LOCATED: Final = re.compile(
    r"\b(?:in|at|near|outside)\s(?P<place>(?:the\s)?[A-Z][\w'-]*(?:\s(?:of|the|and)?\s?[A-Z][\w'-]*){0,4}(?:,\s[A-Z][\w'-]+)?)"
)
_BOUNDARY: Final = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|으로|와|과|며|고|한|된|할|될|던|도|만|까지|부터|해|서|인|후|뒤|전|때|오전|오후|정오|자정|쯤|께|동안|내내)$|^\d"
)
_HAPPENING: Final = re.compile(
    r"열[린릴려리렸]|개최|개막|진행|치러|착공|체결|들어서|건립|만나|선보|발생|확정|\b(?:held|opens?|takes? place|took place)\b"
)
_ASKS_COUNTRY: Final = re.compile(r"어느\s?(?:나라|도시)|(?:which|what) (?:country|city)")
_HANGUL_WORD: Final = re.compile(r"[가-힣]{2,}")
_NOT_A_PLACE: Final = frozenset(
    """
    이번 이날 올해 행사 자리 과정 가운데 이 그 현장 회의 분야 차원 측면 점 상황 조사 인터뷰 브리핑 기자회견 간담회 발표 연설 회견 면담
    """.split()
)


class PlaceFinder:
    """Finds places by the words that locate: a particle after them in Korean, a preposition before them in English."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def __call__(self, context: SentenceContext) -> list[Span]:
        """Places of the sentence, best first."""
        spans = [
            span
            for pattern in (_LOCATED, _ENGLISH_LOCATED)
            for match in pattern.finditer(context.text)
            if (span := self._span(context, match))
        ]
        if _ASKS_COUNTRY.search(context.question.text):
            spans += self._known_places(context)
        return sorted(spans, key=lambda span: -span.score)

    def _known_places(self, context: SentenceContext) -> list[Span]:
        """Places by name alone, for "which country" and "which city": 포르투갈의 항구도시 비아르나."""
        words = [(match.start(), without_particle(match.group())) for match in _HANGUL_WORD.finditer(context.text)]
        return [
            Span(start, start + len(word), word, 0.6 + 0.4 * context.nearness(start, start + len(word)))
            for start, word in words
            if self._known(word) and not context.asked(start, start + len(word))
        ]

    def _span(self, context: SentenceContext, match: re.Match[str]) -> Span | None:
        end = match.end("place") - (1 if re.match("으로", context.text[match.end("place") - 1 :]) else 0)
        start = _left_edge(context, match.start("place"), end)
        text = context.text[start:end].removeprefix("the ")
        start = end - len(text)
        if len(text) < 2 or text in _NOT_A_PLACE:
            return None
        last = text.split()[-1]
        first = text.split()[0]
        happening = bool(_HAPPENING.search(context.text[match.end("place") : match.end("place") + 25]))
        is_town_abroad = happening and first != last and self._known(first)  # 캐나다 핼리팩스에서 열린다
        if not (ends_in_place_word(last) or self._known(last) or text[0].isascii() or is_town_abroad):
            return None
        score = 0.4 + 0.4 * context.nearness(start, end) + (0.2 if self._known(first) else 0.0)
        score += 0.35 if context.governed(start, end, happening) else 0.0
        score -= 0.6 if context.asked(start, end) else 0.0
        return Span(start, end, text, score)

    def _known(self, word: str) -> bool:
        return self._glossary.place_in_english(word) is not None


def ends_in_place_word(word: str) -> bool:
    """Whether a Korean word ends in a kind of place: 남천공원, 버들지구."""
    return any(word[start:] in _PLACE_WORDS for start in range(max(0, len(word) - 5), len(word)))


def _left_edge(context: SentenceContext, start: int, end: int) -> int:
    """The first word of the place's name: words that close another phrase, and dates, do not belong to it."""
    edge = end
    for word in reversed(list(re.finditer(r"\S+", context.text[start:end]))):
        first, last = start + word.start(), start + word.end()
        is_inner = edge != end
        if is_inner and (_BOUNDARY.search(word.group()) or context.is_date(first, last)):
            break
        edge = first
    return edge

"""Who wrote an article and for whom: reporters in bylines, leads and metadata, outlets in copyright lines and leads."""

import re
from collections.abc import Iterable, Sequence

MAX_BYLINE = 80
"""Characters of the longest line that can be a byline: three reporters, one address."""

MAX_AUTHORS = 12

_TITLE = (
    r"(?:(?:선임|수석|인턴|객원|전문|사진|영상|취재)\s?)?(?:기자|특파원|논설위원|논설실장|에디터|앵커|PD|피디|아나운서)"
)
_NAME = r"[가-힣]{2,4}"
_REPORTERS = re.compile(rf"(?<![가-힣])({_NAME}(?:\s?[·,ㆍ/]\s?{_NAME}){{0,4}})\s?{_TITLE}(?![가-힣])")
# Words that stand before 기자 without being a name.
_NOT_NAMES = frozenset(
    "취재 사진 담당 현장 본지 선임 수석 인턴 객원 전문 시민 명예 편집 영상 정치 경제 사회 문화 스포츠 국제 온라인"
    " 디지털 데이터 출입 일부 다른 여러 많은 해당 동료 선배 후배 남성 여성 외신 내신 한국 서울 이슈 뉴스 방송"
    " 신문 통신 상주 주재 특별 종합 입력 수정 승인 등록 송고 작성 기사 구독".split()
)
_ENGLISH_NAME = r"(?:[A-Z][\w.'’-]+\s?){1,4}"
_ENGLISH_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eported) by)\s+"
    rf"({_ENGLISH_NAME}(?:(?:,|\sand|\s&)\s{_ENGLISH_NAME}){{0,4}})(?:[,|].{{0,30}})?"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# "◎하루뉴스 사회부 hana@haru.example": a short line that ends in an address is signed, whatever stands before it.
_SIGNED = re.compile(rf"[^.?!:]{{0,40}}[\s(<]{_MAIL.pattern}[)>\]]?")
_SENTENCE = re.compile(r"(?:다|요|까|죠)[.!?][\"”’')]*$")
_SEPARATORS = re.compile(r"\s*[,;/·ㆍ|&]\s*|\s+and\s+|\s+und\s+|\s외\s\d+\s?명")
_OTHERS = re.compile(r"\s*외\s?\d+\s?(?:명|인)|^by\s+|\s*[(<\[].*$", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"https?:|www\.|\.com|\.co\.|뉴스|일보|신문|방송|편집국|보도국|취재팀|디지털팀|온라인팀|미디어|editorial|newsroom|staff$|desk$|team$",
    re.IGNORECASE,
)

_PORTAL = re.compile(
    r"(?:네이버|다음|네이트|줌|카카오|구글|naver|daum|nate|zum|kakao|google)\s?(?:뉴스|news)?(?:\s?[-|].*)?",
    re.IGNORECASE,
)

_OUTLET_NAME = r"(?P<name>[가-힣A-Za-z0-9][가-힣A-Za-z0-9 .'’-]{0,28}?[가-힣A-Za-z0-9])"
_OUTLET_END = r"\s*(?:[,.&(\[\]<>|]|무단|재배포|all rights|$)"
_YEARS = r"(?:(?:19|20)\d\d\s*[-–]?\s*)*"
_COPYRIGHT = (
    re.compile(rf"저작권자\s*(?:[ⓒ©:]|\([cC]\))*\s*{_OUTLET_NAME}{_OUTLET_END}"),
    re.compile(rf"(?:ⓒ|©|copyright\s?(?:\([cC]\))?)\s*{_YEARS}{_OUTLET_NAME}{_OUTLET_END}", re.IGNORECASE),
)
_LEADS = (
    re.compile(rf"^[(\[【]{_OUTLET_NAME}\s?=\s?[^)\]】]{{2,30}}(?:기자|특파원)[)\]】]"),
    re.compile(rf"^[(\[【][가-힣]{{2,10}}\s?=\s?{_OUTLET_NAME}[)\]】]"),
    re.compile(
        r"^[\[【](?P<name>[가-힣A-Za-z0-9]{0,8}(?:뉴스|일보|신문|방송|타임[스즈]|경제|투데이|데일리|통신|저널|프레스|미디어|헤럴드|포스트)"
        r"[가-힣A-Za-z0-9]{0,6})[\]】]"
    ),
)


def reporters_in(text: str) -> tuple[str, ...]:
    """Names that stand before 기자, 특파원 and the like, or after "By", in order, without the title."""
    names: list[str] = []
    for match in _REPORTERS.finditer(text[:2_000]):
        names += [name for name in re.split(r"\s?[·,ㆍ/]\s?", match.group(1)) if name not in _NOT_NAMES]
    if not names and (english := _ENGLISH_BYLINE.fullmatch(text.strip()[:MAX_BYLINE])):
        names += [name.strip() for name in re.split(r",\s|\sand\s|\s&\s", english.group(1))]
    return tuple(dict.fromkeys(names))[:MAX_AUTHORS]


def is_byline(line: str) -> bool:
    """Whether a line does nothing but name its writers or give their address."""
    if len(line) > MAX_BYLINE or _SENTENCE.search(line):
        return False
    bare = _MAIL.sub("", line).strip(" ()<>[]/|=·-")
    if not bare:
        return True
    if _ENGLISH_BYLINE.fullmatch(bare):
        return True
    if _SIGNED.fullmatch(line):
        return True
    left = _REPORTERS.sub("", bare)
    # Beside the name there may be a desk or a town ("사회부", "순천"), not a sentence.
    return bool(reporters_in(bare)) and len(re.findall(r"\w", left)) <= 8


def lead_reporters(paragraph: str) -> tuple[str, ...]:
    """Reporters named in the lead tag: "[매체=홍길동 기자]", "(서울=연합뉴스) 홍길동 기자 = "."""
    tag = re.match(r"[\[(【][^\])】]{2,40}[\])】]\s?(?:[^=.]{2,40}기자\s?=)?", paragraph)
    return reporters_in(tag.group()) if tag else ()


def tidy_authors(values: Iterable[str], outlets: Sequence[str] = ()) -> tuple[str, ...]:
    """Names from metadata: titles, addresses, "외 1명" and outlets removed, in order, without repetition."""
    names: list[str] = []
    for value in values:
        names += reporters_in(value) or [
            _OTHERS.sub("", _MAIL.sub("", piece)).strip(" .-") for piece in _SEPARATORS.split(value[:500])
        ]
    return tuple(dict.fromkeys(name for name in names if _is_person(name, outlets)))[:MAX_AUTHORS]


def publisher_in(line: str) -> str | None:
    """The outlet that a copyright line names."""
    for pattern in _COPYRIGHT:
        if match := pattern.search(line[:300]):
            name = match["name"].strip()
            if not re.fullmatch(r"무단.*|all rights.*|\d+", name, re.IGNORECASE):
                return name
    return None


def is_portal(name: str) -> bool:
    """Whether a name is that of a portal, which carries articles of outlets and writes none."""
    return _PORTAL.fullmatch(name.strip()) is not None


def lead_publisher(paragraph: str) -> str | None:
    """The outlet named in the lead tag: "(서울=연합뉴스)", "[서울=뉴시스]", "[하루뉴스]"."""
    for pattern in _LEADS:
        if match := pattern.match(paragraph[:80]):
            return match["name"].strip()
    return None


def _is_person(name: str, outlets: Sequence[str]) -> bool:
    if not 2 <= len(name) <= 60 or name in _NOT_NAMES or is_portal(name) or not re.search(r"[^\W\d_]", name):
        return False
    if re.fullmatch(r"[a-z\d_-]+", name) or _ORGANISATION.search(name):  # an account, a desk
        return False
    letters = _letters(name)
    return all(letters != _letters(outlet) for outlet in outlets)


def _letters(text: str) -> str:
    return re.sub(r"\W|^www\.|\.\w{2,3}$", "", text.lower())

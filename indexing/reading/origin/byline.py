"""Who wrote an article and for whom: reporters in bylines, leads and metadata, outlets in copyright lines and leads."""

import re
from collections.abc import Iterable, Sequence

from indexing.reading.origin.reporters import is_full_name, is_no_name, signed_off, titled_reporters, without_places

MAX_BYLINE = 80
"""Characters of the longest line that can be a byline, credits in brackets apart: three reporters, one address."""

MAX_AUTHORS = 12

_ENGLISH_NAME = r"(?:[A-Z][\w.'’-]+\s?){1,4}"
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# "취재기자 최하나", "최하나 hana@haru.example": the title before the name, or an address that stands for it.
_NAMED_ALONE = re.compile(
    rf"(?:(?:취재|인턴|수습|시민|객원|사진)?\s?기자명?|글|[Bb]y)\s?[:：=]?\s([가-힣]{{2,4}})(?:\s?기자)?(?:[\s/|(<]{{1,3}}{_MAIL.pattern})?"
    rf"|([가-힣]{{2,4}})[\s/|(<]{{1,3}}{_MAIL.pattern}"
    rf"|([A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){{1,2}})(?:[\s/|(<]{{1,3}}{_MAIL.pattern}|,\s(?:[Ss]taff|[Cc]ontributing)\s(?:[Ww]riter|[Rr]eporter))"
)
_ENGLISH_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eported) by)\s+"
    rf"({_ENGLISH_NAME}(?:(?:,|\sand|\s&)\s{_ENGLISH_NAME}){{0,4}})(?:[,|].{{0,30}})?"
)
# What ends the reports of wires: "(Reporting by Anna Lis in Opole; Editing by Simon Hale)".
_CREDITS = re.compile(
    r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled)(?:,? (?:and )?(?:reporting|writing|editing)){0,2}"
    r" by [^()]{2,240}\)"
)
# "◎하루뉴스 사회부 hana@haru.example": a short line that ends in an address is signed, whatever stands before it.
_SIGNED = re.compile(rf"[^.?!:]{{0,40}}[\s(<]{_MAIL.pattern}[)>\]]?")
# "[부고] 최하나(하루뉴스 기자)씨 부친상": reporters are in the news, too.
_OF_PEOPLE = re.compile(r"[친부모]상|별세|[\[<(](?:부고|부음|인사|동정|화촉|결혼)[\])>]")
_SENTENCE = re.compile(r"(?:다|요|까|죠)[.!?][\"”’')]*$")
_SEPARATORS = re.compile(r"\s*[,;/·ㆍ|&]\s*|\s+and\s+|\s+und\s+|\s외\s\d+\s?명")
_OTHERS = re.compile(
    r"\s*외\s?\d+\s?(?:명|인)|^(?:by|글쓴이|작성자|필자|기자명|글)(?:\s*[:：]\s*|\s+)|\s*[(<\[].*$", re.IGNORECASE
)
_ORGANISATION = re.compile(
    r"https?:|www\.|\.com|\.co\.|뉴스|일보|신문|방송|편집국|보도국|취재팀|디지털팀|온라인팀|미디어|editorial|newsroom|staff$|desk$|team$",
    re.IGNORECASE,
)

_NO_SIGNATURE = re.compile(
    r"관리|제보|문의|메일|광고|구독|독자|편집|보도|담당|연락|고객|홍보|회견|간담회|협회|[국실부팀상]$|\b(?:E-?mail|Contact|News|Press|Daily|Times|Post|Herald)\b"
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
_LEAD_TAG = re.compile(r"[\[(【][^\])】]{2,40}[\])】]\s?(?:[^=.]{2,40}(?:기자|특파원|통신원)\s?=)?")
_LEADS = (
    re.compile(rf"^[(\[【]{_OUTLET_NAME}\s?=\s?[^)\]】]{{2,30}}(?:기자|특파원|통신원)[)\]】]"),
    re.compile(rf"^[(\[【][가-힣]{{2,10}}\s?=\s?{_OUTLET_NAME}[)\]】]"),
    re.compile(
        r"^[\[【](?P<name>[가-힣A-Za-z0-9]{0,8}(?:뉴스|일보|신문|방송|타임[스즈]|경제|투데이|데일리|통신|저널|프레스|미디어|헤럴드|포스트)"
        r"[가-힣A-Za-z0-9]{0,6})[\]】]"
    ),
    re.compile(r"^[A-Z]{3,}[A-Za-z.,\d /-]{0,40}\s\((?P<name>[A-Z][A-Za-z. ]{1,24})\)\s?(?:--|[-–—])\s"),
)


# A name that says what it is of: "남포일보", "The Haru Times"; sections of a page end so, too.
_OUTLET_ALONE = re.compile(
    r"(?P<name>(?P<own>[가-힣A-Z][가-힣A-Za-z]{0,7}?)(?:뉴스|일보|신문|신보|시보|매일|방송|통신|타임[스즈]|경제|투데이|데일리|저널"
    r"|프레스|헤럴드|포스트)"
    r"|(?:The\s)?(?:[A-Z][a-z]{2,14}\s){1,3}(?:Times|Herald|Post|Daily|Journal|Tribune|Gazette|Courier|Chronicle"
    r"|Telegraph))"
    r"(?:\s{0,3}[|｜ㅣ>/]\s{0,3}(?:[가-힣]{2,5}|[A-Z][a-z]{2,14})){0,3}"
)
_SECTIONS = re.compile(
    r"(?:오늘의?|최신|주요|많이본|인기|추천|관련|속보|종합|포토|사진|영상|동영상|카드|지역|전국|국내|국제|세계|글로벌|해외|정치|경제|사회|문화"
    r"|생활|연예|스포츠|금융|산업|과학|재난|실시간|전체|기획|단독|톱|핫|IT|AI|TV|이|새|위성|지상파|이동|정보|무선|공영|생)"
)


def outlet_alone(text: str) -> str | None:
    """The outlet whose name is all that a text says, or all but its section: "남포일보", "남포일보 | 정치".

    None for a section alone ("최신뉴스", "지역경제").
    """
    match = _OUTLET_ALONE.fullmatch(text.strip(" |/·,ㅣ[]()")) if len(text) <= MAX_BYLINE else None
    return match["name"] if match and not _SECTIONS.fullmatch(match["own"] or "") else None


def reporters_in(text: str) -> tuple[str, ...]:
    """Names before 기자 and the like, of who signs a broadcast off, or after "By", in order, without the title."""
    names = [name for titled in titled_reporters(text[:2_000]) for name in titled.names]
    if not names and (name := signed_off(text.strip())):
        names.append(name)
    unsigned = _MAIL.sub("", text[:MAX_BYLINE]).strip(" ()<>[]/|")
    if not names and (name := _named_alone(text[:MAX_BYLINE].strip(" ()<>[]/|"))):
        names.append(name)
    if not names and (english := _ENGLISH_BYLINE.fullmatch(unsigned)):
        parts = (name.strip() for name in re.split(r",\s|\sand\s|\s&\s", english.group(1)))
        names += [" ".join(map(str.capitalize, name.split())) if name.isupper() else name for name in parts]
    return tuple(dict.fromkeys(names))[:MAX_AUTHORS]


def _named_alone(line: str) -> str | None:
    """The only name in a line, behind a title or before an address; without either of these it may be any word."""
    match = _NAMED_ALONE.fullmatch(line)
    if match is None:
        return None
    name = next(name for name in match.groups() if name)
    if is_no_name(name) or _NO_SIGNATURE.search(name) or _ORGANISATION.search(name):
        return None
    return name if "@" in line or name.isascii() or is_full_name(name) else None


def is_byline(line: str) -> bool:
    """Whether a line does nothing but name its writers or give their address."""
    if signed_off(line) or _CREDITS.fullmatch(line):
        return True
    if len(line) > MAX_BYLINE or _SENTENCE.search(line) or _OF_PEOPLE.search(line):
        return False
    bare = _MAIL.sub("", line).strip(" ()<>[]/|=·-")
    if not bare:
        return True
    if _ENGLISH_BYLINE.fullmatch(bare):
        return True
    if _SIGNED.fullmatch(line) or _named_alone(line):
        return True
    titled = list(titled_reporters(bare))
    inside = sum(len(re.findall(r"\w", bare[found.start : found.end])) for found in titled)
    # Beside the name there may be a desk or a town ("사회부", "순천"), not a sentence.
    beside = len(re.findall(r"\w", bare)) - inside
    return beside <= 8 if any(found.names for found in titled) else bool(titled) and not beside


def lead_reporters(paragraph: str) -> tuple[str, ...]:
    """Reporters named in the lead tag: "[매체=홍길동 기자]", "(서울=연합뉴스) 홍길동 기자 = "."""
    tag = _LEAD_TAG.match(paragraph)
    return reporters_in(tag.group()) if tag else ()


def without_lead_tag(paragraph: str) -> str:
    """A paragraph without the lead tag that names outlet or reporter; all of it where nothing else is said."""
    tag = _LEAD_TAG.match(paragraph)
    if tag is None or not (lead_publisher(paragraph) or lead_reporters(paragraph)):
        return paragraph
    return paragraph[tag.end() :].strip() or paragraph


def tidy_authors(values: Iterable[str], outlets: Sequence[str] = ()) -> tuple[str, ...]:
    """Names from metadata: titles, addresses, "외 1명" and outlets removed, in order, without repetition."""
    names: list[str] = []
    for value in values:
        if any(titled_reporters(value[:500])):  # of which one without a name ("도쿄 특파원") names nobody
            names += reporters_in(value)
        else:
            pieces = (_OTHERS.sub("", _MAIL.sub("", piece)).strip(" .-") for piece in _SEPARATORS.split(value[:500]))
            people = tuple(name for name in pieces if _is_person(name, outlets))
            names += without_places(people) if "/" in value else people
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
    """The outlet named in the lead tag: "(서울=연합뉴스)", "[서울=뉴시스]", "[하루뉴스]", "SEOUL (Yonhap) --"."""
    for pattern in _LEADS:
        if match := pattern.match(paragraph[:80]):
            return match["name"].strip()
    return None


def _is_person(name: str, outlets: Sequence[str]) -> bool:
    if not 2 <= len(name) <= 60 or is_no_name(name) or is_portal(name) or not re.search(r"[^\W\d_]", name):
        return False
    if re.fullmatch(r"[a-z\d_-]+", name) or _ORGANISATION.search(name):  # an account, a desk
        return False
    letters = _letters(name)
    return all(letters != _letters(outlet) for outlet in outlets)


def _letters(text: str) -> str:
    return re.sub(r"\W|^www\.|\.\w{2,3}$", "", text.lower())

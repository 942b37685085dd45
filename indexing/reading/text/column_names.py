"""The names under which rows of JSON, tables and front matter state an article's fields."""

import re
from functools import lru_cache

# Field -> column names, the most telling first; compared without case, spaces, "_" and "-".
COLUMNS = {
    "title": (
        "title", "headline", "제목", "기사제목", "subject", "newstitle", "헤드라인", "기사명", "보도자료명",
        "sj", "subj", "tit",
    ),
    "body": (
        "body", "content", "text", "본문", "기사본문", "article", "articlebody", "내용", "contents", "maintext",
        "paragraphs", "paragraph", "전문", "maincontent", "datacontents", "articleoriginal", "fulltext", "rawtext",
        "document", "context", "cont", "cn", "기사", "원문",
    ),
    "published_at": (
        "publishedat", "published", "datepublished", "pubdate", "publishdate", "publisheddate", "date", "datetime",
        "일자", "날짜", "작성일", "발행일", "입력일", "등록일", "기사일자", "입력", "createdat", "timestamp",
        "displaydate", "firstpublishdate", "regdate", "regdt", "servicedate", "servicetime",
        "입력일시", "등록일시", "발행일자", "게재일",
    ),
    "updated_at": (
        "updatedat", "updated", "modifiedat", "datemodified", "lastmodified", "moddate", "수정일", "수정일시", "수정",
    ),
    "authors": (
        "author", "authors", "byline", "기자", "기자명", "작성자", "reporter", "reporters", "writer", "기고자", "필자",
        "글쓴이", "wrter",
    ),
    "publisher": (
        "publisher", "press", "source", "언론사", "매체", "매체명", "신문사", "출처", "outlet", "media", "provider",
        "언론", "매체사", "방송사", "신문", "sitename", "sourcesite",
    ),
    "source": ("source", "출처", "sourceurl"),
    "url": ("url", "link", "주소", "링크", "원문", "원문주소", "canonicalurl", "originallink", "originalurl", "href"),
    "captions": ("captions", "caption", "사진설명"),
}  # fmt: skip

MAX_NAME = 100
"""Characters of the longest name that can be known."""

KNOWN = frozenset(name for names in COLUMNS.values() for name in names)

# What crawlers and exports put around these names: "news_title", "기사내용", "writerName", "언론사명", "nttSj".
_OF_ARTICLE = re.compile(r"^(?:news|articles?|art|post|doc|ntt|bbs|기사|뉴스|보도(?:자료)?|게시[물글])(?=.)")
_OF_NAME = re.compile(r"(?<=.)(?:names?|nm|이름|명)$")
_OF_TEXT = re.compile(r"(?<=.)(?:te?xt|html|텍스트|내용)$")
_KOREAN_DAY, _ENGLISH_DAY = r"(?:일[자시]?|날짜|시[각간])", r"(?:date(?:time)?|dt|time|day|at|ymd|de|pnttm)"
_DATES = (
    ("등록일", rf"(?:최초)?(?:보도|발행|게재|게시|입력|등록|작성|송고|승인|배포|출고){_KOREAN_DAY}"),
    (
        "등록일",
        rf"(?:fi?rst)?(?:pub|published|publication|created?|write|written|wrt|post(?:ed)?|approve|issue|release"
        rf"|re?gi?st(?:er)?(?:ed)?|rgs){_ENGLISH_DAY}|date(?:posted|created|written)|created|posted",
    ),
    ("수정일", rf"(?:최종|마지막)?수정{_KOREAN_DAY}"),
    ("수정일", rf"(?:last)?(?:updt|updated?|modify|modified|edit(?:ed)?){_ENGLISH_DAY}"),
)
"""Names made of what happened to an article and of when, by the known one that they are read as."""


def plain_name(name: str) -> str:
    """A column's name as it is compared: the known name in it ("기사_제목" -> "제목"), if there is one."""
    return _plain_name(name) if len(name) <= MAX_NAME else closed_up(name)


@lru_cache(maxsize=1_024)  # asked of each column for each field of each row
def _plain_name(name: str) -> str:
    plain = closed_up(name)
    if plain in KNOWN:
        return plain
    of_article = _OF_ARTICLE.sub("", plain)
    for bare in (of_article, plain):
        if date := next((known for known, pattern in _DATES if re.fullmatch(pattern, bare)), None):
            return date
    if of_article in KNOWN:
        return of_article
    of_name, of_text = _OF_NAME.sub("", of_article), _OF_TEXT.sub("", of_article)
    if of_name in COLUMNS["authors"] or of_name in COLUMNS["publisher"]:
        return of_name
    return of_text if of_text in COLUMNS["title"] or of_text in COLUMNS["body"] else plain


def closed_up(name: str) -> str:
    """A name without case, spaces, "_", "-" and ":"."""
    return re.sub(r"[\s_:-]", "", name).lower()

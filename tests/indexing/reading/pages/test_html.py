"""Pages in the manner of Korean news systems; every name in them is invented."""

import json
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

import pytest

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.pages.html import read_html

TITLE = "해담시 물빛축제 17일 개막"
BODY = (
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다.",
    "첫날 밤에는 드론 500대가 항구 위로 떠올라 고래와 등대를 그린다. 지난해보다 200대 늘었고 시간은 15분으로 길어졌다.",
    "축제를 맡은 한마루 과장은 지난해 비로 하루를 잃은 일을 떠올리며 천막 40개를 더 세우겠다고 말했다. 입장은 무료다.",
    "시는 차를 두고 오는 시민을 위해 셔틀버스를 12분마다 보내고 막차는 밤 11시에 항구를 떠난다고 덧붙였다.",
)
KST = timezone(timedelta(hours=9))


def page(head: str = "", above: str = "", body: str = "", below: str = "") -> str:
    paragraphs = body or "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f"<!DOCTYPE html><html lang=ko><head><title>{TITLE} - 하루뉴스</title>{head}</head><body>"
        f"<nav><a href=/1>정치</a><a href=/2>경제</a></nav><h1>{TITLE}</h1>{above}"
        '<div id="article-view-content-div"><figure><img src=a.jpg><figcaption>등을 띄우는 시민들</figcaption></figure>'
        f"{paragraphs}</div>"
        f"{below}<footer>하루뉴스 | 발행인 : 오나래</footer></body></html>"
    )


def ld(**fields: object) -> str:
    node = json.dumps({"@type": "NewsArticle", **fields}, ensure_ascii=False)
    return f'<script type="application/ld+json">{node}</script>'


def read(html: str) -> Article:
    return read_html(html, "page.html").articles[0]


def test_json_ld_states_title_date_author_and_outlet() -> None:
    head = ld(
        headline=TITLE,
        datePublished="2025-05-02T18:35:00+09:00",
        dateModified="2025-05-03T09:00:00+09:00",
        author=[{"name": "최하나 기자"}, {"name": "하루뉴스"}],
        publisher={"name": "하루뉴스"},
    )
    article = read(page(head + '<link rel=canonical href="https://haru.example/news/1">'))
    assert article.title == TITLE
    assert article.body == "\n\n".join(BODY)
    assert article.published_at == datetime(2025, 5, 2, 18, 35, tzinfo=KST)
    assert article.updated_at == datetime(2025, 5, 3, 9, 0, tzinfo=KST)
    assert (article.authors, article.publisher) == (("최하나",), "하루뉴스")
    assert article.url == "https://haru.example/news/1"
    assert article.captions == ("등을 띄우는 시민들",)


def test_korean_meta_tags_serve_where_there_is_no_json_ld() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE} | 하루뉴스"><meta property="og:site_name" content="하루뉴스">'
        '<meta property="dable:author" content="해담 최하나 기자">'
        '<meta property="article:published_time" content="2025-05-02T18:35:00+09:00">'
    )
    article = read(page(head))
    assert (article.title, article.authors, article.publisher) == (TITLE, ("최하나",), "하루뉴스")
    assert article.published_on == date(2025, 5, 2)


def test_a_dateline_in_the_visible_text_dates_a_page_without_metadata() -> None:
    article = read(page(above="<div>최하나 기자 | 입력 2025.05.02 18:35 | 수정 2025.05.02 19:00</div>"))
    assert article.published_at == datetime(2025, 5, 2, 18, 35)
    assert article.updated_at == datetime(2025, 5, 2, 19, 0)
    assert article.authors == ("최하나",)


@pytest.mark.parametrize(
    ("dateline", "published"),
    [("입력 2025.05.02 07:10", "2025-05-02 07:10:00+09:00"), ("입력 2025.05.01 22:10", "2025-05-01 22:10:00")],
)
def test_a_time_in_utc_is_that_of_korea_s_clocks_unless_the_page_shows_it_as_it_is(
    dateline: str, published: str
) -> None:
    head = ld(headline=TITLE, datePublished="2025-05-01T22:10:00Z")
    assert str(read(page(head, f"<p>{dateline}</p>")).published_at) == published


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://haru.example/en/1", "2025-05-01 22:10:00+00:00"),
        ("https://www.haru.co.kr/en/1", "2025-05-02 07:10:00+09:00"),
    ],
)
def test_an_english_article_is_dated_by_korea_s_clock_where_its_outlet_is_korean(address: str, published: str) -> None:
    told = "The city will open its water light festival on May 17 and expects more visitors than ever, it said."
    head = ld(headline="Festival opens", datePublished="2025-05-01T22:10:00Z", url=address)
    assert str(read(page(head, body=f"<p>{told}</p><p>Admission is free, and {told}</p>")).published_at) == published


def test_a_footer_s_registration_date_dates_nothing() -> None:
    assert read(page(below="<div>등록일자 : 2009.11.30</div>")).published_at is None


def test_a_body_split_by_line_breaks_alone_is_found() -> None:
    article = read(page(body="<br><br>".join(BODY)))
    assert article.body == "\n\n".join(BODY)


def test_what_surrounds_the_article_is_dropped_and_listed() -> None:
    below = (
        "<div>좋아요 12</div><div>저작권자 © 하루뉴스 무단전재 및 재배포 금지</div>"
        "<h3>많이 본 기사</h3><ul><li><a href=/9>온내군 사과 축제에 이틀 동안 1만명</a></ul>"
    )
    article = read(page(below=below))
    assert article.body == "\n\n".join(BODY)
    assert article.publisher == "하루뉴스"
    assert {"reaction counter", "copyright", "section head"} <= {part.reason for part in article.dropped}


@pytest.mark.parametrize("below", ["<div><span>1</span></div>" * 2_000, "<ul>" + "<li>더보기</li>" * 3_000 + "</ul>"])
def test_a_page_too_large_for_every_attempt_gives_its_article_all_the_same(below: str) -> None:
    assert read(page(below=below)).body == "\n\n".join(BODY)


def test_of_several_articles_in_json_ld_the_one_with_the_page_s_headline_is_read() -> None:
    other = ld(headline="온내군 사과 축제 개막", datePublished="2024-09-01", author="오나래", articleBody=BODY[0])
    own = ld(headline=TITLE, datePublished="2025-05-02", author=["최하나"])
    article = read(page(other + own))
    assert (article.title, article.published_at, article.authors) == (TITLE, date(2025, 5, 2), ("최하나",))


def test_a_title_that_was_escaped_twice_is_shown_as_meant() -> None:
    head = ld(headline="물빛축제 &amp;amp; &amp;#39;드론&amp;#39;") + "<meta property=og:type content=article>"
    html = f"<html><head>{head}</head><body><p>{'</p><p>'.join(BODY)}</p></body></html>"
    assert read(html).title == "물빛축제 & '드론'"


@pytest.mark.parametrize(
    ("window", "home", "outlet"),
    [
        (f"{TITLE} - 해담신보", "", "해담신보"),
        (f"[해담매일] {TITLE}", "", "해담매일"),
        (f"{TITLE} < 문화 < 기사본문 - 한울주간", "<a href='/'><img alt='한울주간'></a>", "한울주간"),
        (f"{TITLE} | 한울주간", "<a href='https://haru.example/index.do'>한울주간</a>", "한울주간"),
        (f"{TITLE} | 한울주간", "<a href='/culture'>한울주간</a>", None),
        (f"{TITLE} | 홈", "<a href='/'>홈</a>", None),
        (f"[단독] {TITLE}", "<a href='/'>하루</a><a>단독</a>", None),
    ],
)
def test_a_page_without_metadata_names_its_outlet_in_the_window(window: str, home: str, outlet: str | None) -> None:
    article = read(
        f"<html><head><title>{window}</title></head><body>{home}<h2>{TITLE}</h2><p>{'</p><p>'.join(BODY)}</p></body></html>"
    )
    assert (article.title, article.publisher) == (TITLE, outlet)


@pytest.mark.parametrize(
    ("title", "entries"),
    [
        (
            "[인사] 해담시",
            ["◇4급 승진", "▲복지국장 최하나", "▲도시국장 한마루", "◇5급 전보", "▲총무과장 오나래 ▲부면장 이새봄"],
        ),
        (
            "[부고] 최하나(하루뉴스 기자)씨 부친상",
            [
                "▲ 최대한씨 별세, 최하나(하루뉴스 기자)씨 부친상 = 30일, 해담병원, 발인 2월 1일 오전 7시",
                "▲ 한바다씨 별세, 한마루씨 모친상 = 29일, 발인 31일 오전 8시.",
            ],
        ),
    ],
)
def test_appointments_and_obituaries_are_articles_without_a_sentence(title: str, entries: list[str]) -> None:
    entry_lines = "".join(f"<p>{entry}</p>" for entry in entries)
    article = read(
        f"<html><head><title>{title} - 하루뉴스</title></head><body><h1>{title}</h1><div>승인 2025.01.31 17:05</div>"
        f"<div>{entry_lines}</div><p>저작권자 © 하루뉴스 무단전재 및 재배포 금지</p></body></html>"
    )
    assert (article.title, article.published_on) == (title, date(2025, 1, 31))
    assert article.body.split("\n\n") == [entry.lstrip("◇▲ ") for entry in entries]


def test_an_entry_of_a_live_blog_is_not_the_article() -> None:
    entry = {"@type": "BlogPosting", "headline": "다른 소식", "datePublished": "2025-05-09", "articleBody": "짧은 소식"}
    head = ld(headline=TITLE, datePublished="2025-05-02", liveBlogUpdate=[entry])
    assert (read(page(head)).title, read(page(head)).published_at) == (TITLE, date(2025, 5, 2))


def test_a_gallery_says_what_its_captions_say() -> None:
    figures = "".join(
        f"<figure><img src={n}.jpg><figcaption>{text}</figcaption></figure>"
        for n, text in enumerate(
            ["시민들이 장미 2만 송이 사이를 지나고 있다.", "어린이 80명의 꽃모자 행진. 축제는 6월 1일까지다."]
        )
    )
    head = '<meta property="article:published_time" content="2025-05-23T18:20:00+09:00"><title>[화보] 장미축제</title>'
    article = read(f"<html><head>{head}</head><body><h1>[화보] 장미축제 첫날</h1>{figures}</body></html>")
    assert article.title == "[화보] 장미축제 첫날"
    assert article.body.split("\n\n") == [
        "시민들이 장미 2만 송이 사이를 지나고 있다.",
        "어린이 80명의 꽃모자 행진. 축제는 6월 1일까지다.",
    ]
    with pytest.raises(ReadingError):
        read(f"<html><body><h1>포토 뉴스</h1>{figures}</body></html>")


def test_the_body_that_only_json_ld_holds_is_taken() -> None:
    head = ld(headline=TITLE, articleBody="\n".join(BODY))
    html = f"<!DOCTYPE html><html><head>{head}</head><body><div id=app></div></body></html>"
    assert read(html).body == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel=canonical href="javascript:alert(1)">', None),
        ('<link rel=canonical href="https://haru.example/">', None),
        ('<link rel=canonical href="/news/1">', None),
        (
            '<link rel=canonical href="https://haru.example/view.html"><meta property="og:url" content="https://haru.example/view.html?idxno=77">',
            "https://haru.example/view.html?idxno=77",
        ),
    ],
)
def test_only_an_address_of_this_article_is_its_url(head: str, url: str | None) -> None:
    assert read(page(head)).url == url


@pytest.mark.parametrize(
    "script", ["{broken", "[" * 50_000, '"text"', "[1, null]", '{"@type": 5, "author": {"name": 3}}']
)
def test_broken_json_ld_does_no_harm(script: str) -> None:
    assert read(page(f'<script type="application/ld+json">{script}</script>')).body == "\n\n".join(BODY)


FRONT_PAGE = "".join(
    f"<div><a href=/{number}>{town} 축제 개막…시민 수천 명 몰려</a>"
    f"<p>{town}는 지난 {number}일 열린 행사가 잘 끝났다고 밝혔다.</p></div>"
    for number, town in enumerate(["해담시", "온내군", "서린시", "달무리군", "한빛면", "포월구"], 1)
)


@pytest.mark.parametrize("body", [FRONT_PAGE, "<div id=app></div>", "<p>로그인</p>"])
def test_a_front_page_or_an_empty_page_is_no_article(body: str) -> None:
    with pytest.raises(ReadingError, match="no article text found"):
        read(f"<!DOCTYPE html><html><head><title>하루뉴스</title></head><body>{body}</body></html>")


def test_related_articles_below_make_no_front_page_of_an_article() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    links = "".join(f"<tr><td><a href=/{n}>{n}월 축제를 찾은 시민들</a></td></tr>" for n in range(1, 8))
    html = f"<title>{TITLE}</title><body><h3>{TITLE}</h3>{paragraphs}<table>{links}</table></body>"
    assert read(f"<html>{html}</html>").body == "\n\n".join(BODY)


def test_a_page_nested_beyond_every_stack_is_read_or_refused() -> None:
    html = "<html><body>" + "<div>" * 20_000 + "".join(f"<p>{text}</p>" for text in BODY)
    with suppress(ReadingError):
        assert "물빛축제" in read(html).body


def test_an_organisation_is_the_author_only_where_no_person_is_named() -> None:
    head = ld(headline=TITLE, author={"@type": "Organization", "name": "하루뉴스"}, publisher={"name": "하루뉴스"})
    assert read(page(head)).authors == ("하루뉴스",)
    assert read(page(head, above="<div>최하나 기자 | 입력 2025.05.02 18:35</div>")).authors == ("최하나",)


def test_a_portal_is_neither_author_nor_outlet() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="네이버 뉴스">'
        '<meta property="og:article:author" content="하루뉴스 | 네이버">'
    )
    assert (read(page(head)).authors, read(page(head)).publisher) == ((), "하루뉴스")


def test_what_a_claim_review_reviews_does_not_date_the_article() -> None:
    review = {
        "@type": "ClaimReview",
        "datePublished": "2025-05-02 15:44",
        "itemReviewed": {"datePublished": "2025-04-01"},
    }
    head = f'<script type="application/ld+json">{json.dumps(review)}</script>'
    assert read(page(head)).published_on == date(2025, 5, 2)


FRAMESET = (
    "<html><head><title>하루뉴스</title></head><frameset cols='20%,80%'><frame src='menu.html'>"
    "<frame src='page_files/main.html'><noframes>{}</noframes></frameset></html>"
)


def test_a_frameset_says_which_files_hold_its_pages() -> None:
    for own in ("", "<body>프레임을 지원하는 브라우저가 필요합니다.</body>"):
        with pytest.raises(ReadingError, match=r"frames others \(menu\.html, page_files/main\.html\).*beside it"):
            read(FRAMESET.format(own))


def test_what_a_frameset_shows_without_frames_is_read_where_it_is_the_article() -> None:
    own = "".join(f"<p>{part}</p>" for part in BODY)
    assert read(FRAMESET.format(f"<body><h1>물빛축제 17일 개막</h1>{own}</body>")).body == "\n\n".join(BODY)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<iframe src='about:blank'></iframe><script>draw()</script>", "script loads them; open it in a browser"),
        ("<iframe src='view.html'></iframe>", r"only frames others \(view\.html\)"),
        ("<p>로그인</p>", "shows no sentences; save the article's own page"),
        (
            "<ul>" + "<li><a href=x>온내군 사과 축제를 연다고 밝혔다.</a>" * 9 + "</ul>",
            "list of links to other pages",
        ),
    ],
    ids=["drawn by a script", "framed", "a login form", "a list"],
)
def test_a_page_without_an_article_says_why_and_what_to_try(body: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read(f"<html><body>{body}</body></html>")

from datetime import date

import pytest

from indexing.errors import ReadingError
from indexing.reading.readers import read_file

RSS = """<?xml version="1.0" encoding="euc-kr"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>하루뉴스 - 전체기사</title><link>https://haru.example</link>
<item><title><![CDATA[물빛축제 17일 개막]]></title><link>https://haru.example/news/1</link>
<description>시는 2일 밝혔다. 첫 문장만 있다.</description>
<content:encoded><![CDATA[<p>시는 오는 17일 물빛축제를 연다고 2일 밝혔다.</p>
<p>올해로 열두 번째다.</p>]]></content:encoded>
<pubDate>Fri, 02 May 2025 18:35:00 +0900</pubDate><dc:creator>최하나 기자</dc:creator></item>
<item><title>본문 없는 소식</title><link>https://haru.example/news/2</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Haru News</title>
<entry><title type="html">Bridge opens</title><link rel="self" href="https://haru.example/api/1"/>
<link href="https://haru.example/en/1"/>
<published>2025-05-02T09:00:00Z</published><author><name>Jane Roe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge opened on Friday, the city said.</p>
<p>It is toll free.</p></div></content>
</entry></feed>"""


def test_each_item_of_an_rss_feed_is_an_article() -> None:
    reading = read_file(RSS.encode("cp949"), "feed.xml")
    (article,) = reading.articles
    assert article.path == "feed.xml#1"
    assert article.title == "물빛축제 17일 개막"
    assert article.body == "시는 오는 17일 물빛축제를 연다고 2일 밝혔다.\n\n올해로 열두 번째다."
    assert (article.published_on, article.authors, article.publisher) == (date(2025, 5, 2), ("최하나",), "하루뉴스")
    assert article.url == "https://haru.example/news/1"
    assert [item.path for item in reading.skipped] == ["feed.xml#2"]


def test_a_morning_in_korea_that_a_feed_states_in_gmt_keeps_its_day() -> None:
    feed = RSS.replace("Fri, 02 May 2025 18:35:00 +0900", "Thu, 01 May 2025 23:00:00 GMT")
    (article,) = read_file(feed.encode("cp949"), "feed.xml").articles
    assert str(article.published_at) == "2025-05-02 08:00:00+09:00"


def test_each_entry_of_an_atom_feed_is_an_article() -> None:
    (article,) = read_file(ATOM.encode(), "feed.atom").articles
    assert article.body == "The bridge opened on Friday, the city said.\n\nIt is toll free."
    assert (article.title, article.authors, article.publisher) == ("Bridge opens", ("Jane Roe",), "Haru News")
    assert (article.url, article.published_on) == ("https://haru.example/en/1", date(2025, 5, 2))


def test_markup_inside_a_title_is_taken_out() -> None:
    rss = RSS.replace("물빛축제 17일 개막", "<b>물빛축제</b> &quot;17일&quot; 개막")
    atom = ATOM.replace("Bridge opens", "&lt;b&gt;Bridge&lt;/b&gt; &amp;amp; road open")
    assert read_file(rss.encode("cp949"), "feed.xml").articles[0].title == '물빛축제 "17일" 개막'
    assert read_file(atom.encode(), "feed.atom").articles[0].title == "Bridge & road open"


@pytest.mark.parametrize("namespace", ["http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"])
def test_what_is_said_of_a_picture_is_its_caption(namespace: str) -> None:
    """And neither text nor title, though Media RSS calls its elements so."""
    media = (
        f'<item xmlns:media="{namespace}"><media:title>시청.jpg</media:title><media:group>'
        '<media:content url="https://haru.example/1.jpg"><media:description>시청 전경이다.</media:description>'
        "</media:content></media:group><media:content><media:description>불꽃이 터진다.</media:description>"
        "</media:content>"
    )
    rss = RSS.replace("<item>", media, 1)
    (intact,) = read_file(RSS.encode("cp949"), "feed.xml").articles
    (article,) = read_file(rss.encode("cp949"), "feed.xml").articles
    assert (article.title, article.body) == (intact.title, intact.body)
    assert article.captions == ("시청 전경이다.", "불꽃이 터진다.")


@pytest.mark.parametrize(
    ("source", "publisher"),
    [
        ("<source><id>urn:haru</id><title>Haru Daily</title><updated>2025-05-02</updated></source>", "Haru Daily"),
        ("<source><id>urn:haru</id></source>", "Haru News"),
        ('<source url="https://haru.example/rss">Haru Daily</source>', "Haru Daily"),
    ],
)
def test_an_entry_s_source_is_the_feed_that_it_names(source: str, publisher: str) -> None:
    (article,) = read_file(ATOM.replace("<entry>", f"<entry>{source}").encode(), "feed.atom").articles
    assert article.publisher == publisher


def test_entities_are_left_as_they_are() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
    text = "<description>시는 오늘 이렇게 밝혔다. &a11; &f;</description>"
    item = f"<rss><channel><item><title>제목</title>{text}</item></channel></rss>"
    try:
        (article,) = read_file((bomb + item).encode(), "feed.xml").articles
    except ReadingError:
        return
    assert len(article.body) < 200
    assert "root:" not in article.body


@pytest.mark.parametrize("text", ["<rss>", "<rss><channel/></rss>", "<rss><item><title>a</title></item></rss>"])
def test_a_feed_without_texts_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        read_file(text.encode(), "feed.xml")


def test_an_element_whose_name_is_damaged_costs_nothing_else() -> None:
    (article, *_) = read_file(RSS.replace("<title>", "<linkhttps:>가</linkhttps:><title>").encode(), "a.xml").articles
    (intact, *_) = read_file(RSS.encode(), "a.xml").articles
    assert (article.title, article.body) == (intact.title, intact.body)


def test_a_feed_that_breaks_off_is_said_to_be_cut_off() -> None:
    items = [
        f"<item><title>{name}</title><description>시는 {name} 소식을 밝혔다.</description></item>" for name in "가나"
    ]
    whole = f"<rss><channel>{''.join(items)}</channel></rss>"
    assert read_file(whole.encode(), "a.xml").skipped == ()
    reading = read_file(whole[: whole.rindex("<item>")].encode(), "a.xml")
    assert [article.path for article in reading.articles] == ["a.xml#1"]
    assert [part.path for part in reading.skipped] == ["a.xml"]

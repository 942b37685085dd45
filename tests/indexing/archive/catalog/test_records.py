from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.archive.catalog.records import article_digest, from_record, text_digest, to_record
from indexing.article import Article, Dropped

TEXT = st.text(max_size=20)
ZONES = st.one_of(st.none(), st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))))
MOMENTS = st.one_of(st.none(), st.dates(), st.datetimes(timezones=ZONES))
DROPPED = st.builds(Dropped, text=TEXT, reason=TEXT, line=st.one_of(st.none(), st.integers(1, 9)))
ARTICLES = st.builds(
    Article,
    article_id=TEXT,
    path=TEXT,
    title=TEXT,
    body=TEXT,
    published_at=MOMENTS,
    updated_at=MOMENTS,
    authors=st.lists(TEXT, max_size=3).map(tuple),
    publisher=st.one_of(st.none(), TEXT),
    url=st.one_of(st.none(), TEXT),
    language=st.sampled_from([None, "ko", "en"]),
    captions=st.lists(TEXT, max_size=3).map(tuple),
    dropped=st.lists(DROPPED, max_size=3).map(tuple),
)
PLAIN = Article(article_id="a", path="a.txt", title="제목", body="비가 왔다.")


@given(article=ARTICLES)
def test_an_article_survives_its_record(article: Article) -> None:
    assert from_record(to_record(article)) == article


def test_a_day_stays_a_day_and_midnight_stays_a_moment() -> None:
    day = from_record(to_record(replace(PLAIN, published_at=date(2025, 9, 29)))).published_at
    moment = from_record(to_record(replace(PLAIN, published_at=datetime(2025, 9, 29)))).published_at

    assert (type(day), type(moment)) == (date, datetime)


@pytest.mark.parametrize(
    "change",
    [
        {"path": "b.txt"},
        {"title": "다른 제목"},
        {"body": "눈이 왔다."},
        {"published_at": date(2025, 9, 29)},
        {"updated_at": date(2025, 9, 29)},
        {"authors": ("김하나",)},
        {"publisher": "한강일보"},
        {"url": "https://news.example/1"},
        {"language": "ko"},
        {"captions": ("한강",)},
        {"dropped": (Dropped("구독", "toolbar"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_changed_field_changes_the_articles_digest(change: dict[str, object]) -> None:
    assert article_digest(replace(PLAIN, **change)) != article_digest(PLAIN)  # type: ignore[arg-type]


def test_a_lone_surrogate_has_a_digest() -> None:
    assert len(text_digest("\ud800")) == 32

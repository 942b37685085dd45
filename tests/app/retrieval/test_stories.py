"""Copies and versions of articles, as they are named beside an article found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.retrieval.stories import ArticleReference, Story, around, stories_of
from indexing.archive.archive import Archive
from indexing.article import Article, article_id_for

MakeArchive = Callable[[Sequence[Article]], Archive]

BODY = (
    "11일 오전 버들동 도금공장에서 염산이 새어 직원 3명이 병원으로 옮겨졌다. 소방서는 밸브를 잠그고 소석회를 뿌렸다. "
    "시는 버들동 주민 200명에게 창문을 닫으라고 알렸다. 샌 염산은 90리터로 알려졌다. 공장은 2009년 문을 열었다. "
    "소방서 관계자는 눈에 닿으면 비비지 말고 흐르는 물에 씻으라고 당부했다. 바람은 초속 3미터로 주택가 쪽으로 불었다. "
    "구청은 학교 두 곳에 창문을 닫고 바깥 수업을 미루라고 알렸으며, 환경 당국은 하천의 산도를 네 차례 쟀다. "
    "공장 쪽은 지난달 배관을 눈으로 살폈을 때는 이상이 없었다고 밝혔고, 이음매가 벌어진 까닭은 합동 감식에서 가려진다."
)


def article(path: str, title: str, body: str, published_at: date | None, publisher: str | None = "한빛일보") -> Article:
    return Article(article_id_for(None, path), path, title, body, published_at, publisher=publisher, language="ko")


FLASH = article("flash.txt", "[속보] 버들동 도금공장서 염산 새어", BODY, datetime(2025, 6, 11, 9))
ROUNDUP = article("roundup.txt", "[종합] 버들동 도금공장서 염산 새어", f"{BODY} 모두 5명이 다쳤다.", date(2025, 6, 12))
COPY = article("copy.txt", "도금공장 염산 누출", BODY, date(2025, 6, 11), "누리뉴스")
UNDATED = article("undated.txt", "버들동서 염산 새", BODY, None, None)
OTHER = article("other.txt", "솔섬 여객선 뱃삯 오른다", "솔섬 여객선 뱃삯이 9천500원으로 오른다.", date(2025, 1, 3))


@pytest.fixture(scope="module")
def archive(make_archive: MakeArchive) -> Archive:
    return make_archive([FLASH, ROUNDUP, COPY, UNDATED, OTHER])


def test_copies_are_named_by_date_without_the_versions_of_the_story(archive: Archive) -> None:
    ids = [FLASH.article_id, COPY.article_id]
    assert ROUNDUP.article_id in archive.copies_of(ids)[FLASH.article_id]

    stories = stories_of(archive, ids)

    assert stories[FLASH.article_id].also_in == (ArticleReference.of(COPY), ArticleReference.of(UNDATED))
    assert stories[COPY.article_id].also_in == tuple(map(ArticleReference.of, (FLASH, ROUNDUP, UNDATED)))


def test_versions_are_named_from_the_oldest_on_the_article_among_them(archive: Archive) -> None:
    stories = stories_of(archive, [FLASH.article_id, ROUNDUP.article_id, COPY.article_id])
    chain = (ArticleReference.of(FLASH), ArticleReference.of(ROUNDUP))
    assert stories[FLASH.article_id].versions == stories[ROUNDUP.article_id].versions == chain
    assert stories[COPY.article_id].versions == ()


def test_an_article_that_is_alone_or_gone_has_an_empty_story(archive: Archive) -> None:
    stories = stories_of(archive, [OTHER.article_id, "gone", OTHER.article_id])
    assert stories == {OTHER.article_id: Story(), "gone": Story()}
    assert stories_of(archive, []) == {}


def test_a_reference_says_only_what_the_article_does() -> None:
    assert ArticleReference.of(UNDATED) == ArticleReference(
        UNDATED.article_id, "undated.txt", "버들동서 염산 새", None, None, None
    )


def test_versions_lie_before_and_after_an_article() -> None:
    chain = [ArticleReference.of(replace(OTHER, article_id=name)) for name in "abc"]
    assert around("a", chain) == ([], chain[1:])
    assert around("b", chain) == (chain[:1], chain[2:])
    assert around("c", chain) == (chain[:2], [])
    assert around("elsewhere", chain) == (chain, [])
    assert around("a", ()) == ((), ())

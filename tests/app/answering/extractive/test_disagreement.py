"""Outlets that disagree on a number."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.extractive.disagreement import Disagreements
from app.answering.spans.span import Span
from app.composition.application import open_application
from app.composition.archive import index_corpus
from app.settings import Settings
from indexing.archive.archive import Archive
from indexing.article import Article, article_id_for
from indexing.language.temporal import find_temporal_expressions

FIRST = "29일 아침 솔내역에서 갯벌열차가 탈선해 승객 9명이 다쳤다."
OTHER = "솔내역에서 갯벌열차가 탈선해 승객 11명이 다쳤다고 소방서가 30일 밝혔다."
DAY = date(2024, 7, 30)


def article(text: str, title: str, outlet: str | None, published: date | None) -> Article:
    return Article(article_id_for(None, title), f"{title}.txt", title, text, published, publisher=outlet, language="ko")


def evidence(text: str, words: str, outlet: str | None, published: date | None, support: float = 1.0) -> Evidence:
    """A sentence, a whole article, in which ``words`` answer how many."""
    one = article(text, f"{outlet} {words}", outlet, published)
    passage = RetrievedPassage(
        "p", one.article_id, one.path, one.title, outlet, published, None, text, 0, len(text), 1.0
    )
    start = text.index(words)
    span = Span(start, start + len(words), words, 1.0)
    dates = find_temporal_expressions(text, published)
    spans = {"how_many": span}
    return Evidence(one, passage, 0, len(text), text, support, dates, spans, {"how_many": [span]}, (), 0.0)


HOLDER = evidence(FIRST, "9명", "해담일보", date(2024, 7, 29))


@pytest.fixture(scope="module")
def disagreements(archive: Archive) -> Disagreements:
    return Disagreements(archive)


def test_another_outlets_other_number_is_found(disagreements: Disagreements) -> None:
    other = evidence(OTHER, "11명", "누리신문", DAY)
    assert disagreements.find(HOLDER, [HOLDER, other]) == (other,)


def test_a_number_is_told_once(disagreements: Disagreements) -> None:
    others = [evidence(OTHER, "11명", outlet, DAY) for outlet in ("누리신문", "포구신문")]
    assert disagreements.find(HOLDER, others) == (others[0],)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(evidence(OTHER, "11명", "해담일보", DAY), id="the same outlet"),
        pytest.param(evidence(OTHER, "11명", "누리신문", date(2026, 7, 30)), id="two years later"),
        pytest.param(evidence(OTHER, "11명", "누리신문", None), id="no date"),
        pytest.param(evidence(OTHER.replace("11명", "9명"), "9명", "누리신문", DAY), id="the same number"),
        pytest.param(evidence(OTHER.replace("11명", "약 9명"), "약 9명", "누리신문", DAY), id="about the same number"),
        pytest.param(evidence(OTHER.replace("11명", "110명"), "110명", "누리신문", DAY), id="of another order"),
        pytest.param(evidence(OTHER.replace("11명", "객차 11량"), "11량", "누리신문", DAY), id="another counter"),
        pytest.param(evidence(OTHER, "11명", "누리신문", DAY, support=0.5), id="less about it"),
        pytest.param(evidence("솔내초등학교 학생 12명이 대회에 나간다.", "12명", "누리신문", DAY), id="another matter"),
        pytest.param(
            evidence("갯벌열차 탈선으로 승객 9명이 다쳤다던 솔내역 사고에서 11명이 다쳤다.", "11명", "누리신문", DAY),
            id="both numbers in one sentence",
        ),
    ],
)
def test_what_is_no_disagreement_is_not_found(disagreements: Disagreements, other: Evidence) -> None:
    assert disagreements.find(HOLDER, [HOLDER, other]) == ()


def test_only_quantities_disagree(disagreements: Disagreements) -> None:
    assert disagreements.find(replace(HOLDER, spans={}), [evidence(OTHER, "11명", "누리신문", DAY)]) == ()


def test_a_later_version_of_the_story_is_no_disagreement(make_archive: Callable[..., Archive]) -> None:
    leak = "11일 아침 버들동 도금공장에서 염산이 새어 직원 {}이 병원으로 옮겨졌다. 소방서는 밸브를 잠그고 중화했다."
    flash = article(leak.format("3명"), "[속보] 버들동 도금공장서 염산 새어 3명 병원행", "한빛일보", date(2025, 6, 11))
    correction = article(
        leak.format("2명"), "[정정] 버들동 도금공장 염산 누출 병원행 3명 아닌 2명", "한빛일보", date(2025, 6, 12)
    )
    stories = make_archive([flash, correction])
    linked = set(stories.versions_of([flash.article_id])[flash.article_id])
    assert linked == {flash.article_id, correction.article_id}
    ours, theirs = (
        replace(evidence(one.body, words, outlet, one.published_on), article=replace(one, publisher=outlet))
        for one, words, outlet in ((flash, "3명", "한빛일보"), (correction, "2명", "누리신문"))
    )
    assert Disagreements(stories).find(ours, [ours, theirs]) == ()


def test_both_numbers_are_told_with_outlet_and_date_and_cited(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    rows = (
        ("갯벌열차 탈선으로 9명 다쳐", "해담일보", "2024-07-29", f"{FIRST} 철도사는 선로를 조사하고 있다."),
        ("갯벌열차 사고 부상자 늘어", "누리신문", "2024-07-30", f"{OTHER} 크게 다친 사람은 없다."),
    )
    keys = ("title", "publisher", "published_at", "body")
    lines = [json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False) for row in rows]
    (corpus / "wire.jsonl").write_text("\n".join(lines), "utf-8")
    settings = Settings(archive_dir=tmp_path / "archive", corpus_dir=corpus)
    index_corpus(settings, corpus)
    with open_application(settings) as application:
        answer = application.conversation.ask("솔내역 갯벌열차 탈선으로 승객 몇 명이 다쳤어?")
    told = answer.text.partition("\n\n")[0]
    assert told.startswith("매체마다 숫자가 다릅니다: ")
    assert "해담일보, 2024년 7월 29일 " in told
    assert "누리신문, 2024년 7월 30일 " in told
    assert "9명 [" in told
    assert "11명 [" in told
    assert {citation.passage.publisher for citation in answer.citations} == {"해담일보", "누리신문"}

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.question.question import QuestionAnalyser
from app.retrieval.candidates import CandidateFinder
from app.retrieval.fusion import NAMES, FusionModel
from app.retrieval.keyword_query import keyword_query
from indexing.archive.archive import Archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.language.hangul import has_hangul

FUSION = FusionModel.load()
QUESTIONS = [
    "등불축제에 몇 명이 다녀갔어?",
    "How much does a crane at Powol port cost?",
    "버들도서관 관장은 누구야?",
    "When does the tidal museum open?",
    "Clara Olsen",
    "요즘 바다에서 뭘 볼 수 있어?",
]


@pytest.fixture(scope="module")
def finder(archive: Archive, embedder: BundledEmbedding) -> CandidateFinder:
    return CandidateFinder(archive, embedder, FUSION, each=6, kept=8)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_candidate_says_how_each_side_found_it_and_the_best_by_fusion_come_first(
    finder: CandidateFinder, archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, text: str
) -> None:
    question = analyser.analyse(text)
    query = keyword_query(question)
    by_words = dict(archive.matching(query.terms, query.sounds, 6))
    by_meaning = dict(archive.nearest(embedder.get_query_embedding(text), 6))

    pool, found = finder.pool(question), finder.find(question)

    assert {one.passage_id for one in pool.passages} == set(by_words | by_meaning)
    scores = dict(zip((one.passage_id for one in pool.passages), FUSION.scores(pool.features), strict=True))
    best = sorted(scores.values(), reverse=True)[:8]
    assert [scores[one.passage.passage_id] for one in found] == best
    assert [one.cosine for one in found] == [by_meaning.get(one.passage.passage_id) for one in found]
    assert [one.keywords for one in found] == [by_words.get(one.passage.passage_id, 0.0) for one in found]
    assert all(one.article == archive.article(one.passage.article_id) for one in found)


def test_the_pool_knows_which_passages_are_of_the_other_language(
    finder: CandidateFinder, analyser: QuestionAnalyser
) -> None:
    for text, korean in (("When does the tidal museum open?", False), ("조수박물관은 언제 열어?", True)):
        pool = finder.pool(analyser.analyse(text))
        foreign = pool.features[:, NAMES.index("other_language")].astype(bool).tolist()
        assert foreign == [has_hangul(one.text) != korean for one in pool.passages]
        assert any(foreign)
        assert not all(foreign)


def test_some_passages_are_found_by_words_alone_and_some_by_meaning_alone(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser
) -> None:
    finder = CandidateFinder(archive, embedder, FUSION, each=3, kept=6)
    found = [one for text in QUESTIONS for one in finder.find(analyser.analyse(text))]
    assert any(one.cosine is None and one.keywords > 0 for one in found)
    assert any(one.cosine is not None and one.keywords == 0 for one in found)
    assert any(one.cosine is not None and one.keywords > 0 for one in found)


@pytest.mark.parametrize("kept", [1, 3, 100])
def test_no_more_are_kept_than_asked_for(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, kept: int
) -> None:
    question = analyser.analyse("등불축제에 몇 명이 다녀갔어?")
    every = CandidateFinder(archive, embedder, FUSION, each=50, kept=1000).find(question)
    found = CandidateFinder(archive, embedder, FUSION, each=50, kept=kept).find(question)
    assert len(every) == archive.passage_count() > 3
    assert found == every[:kept]


def test_an_article_that_was_removed_is_no_candidate_any_more(
    make_archive: Callable[[Sequence[Article]], Archive],
    articles: tuple[Article, ...],
    embedder: BundledEmbedding,
    analyser: QuestionAnalyser,
) -> None:
    archive = make_archive(articles)
    finder = CandidateFinder(archive, embedder, FUSION, each=50, kept=50)
    question = analyser.analyse("버들도서관 관장은 누구야?")
    assert finder.find(question)[0].article.path == "library.txt"

    archive.remove([article.article_id for article in articles if article.path == "library.txt"])

    paths = {one.article.path for one in finder.find(question)}
    assert paths == {article.path for article in articles} - {"library.txt"}


def test_an_empty_archive_has_no_candidates(
    make_archive: Callable[[Sequence[Article]], Archive], embedder: BundledEmbedding, analyser: QuestionAnalyser
) -> None:
    assert CandidateFinder(make_archive([]), embedder, FUSION, each=5, kept=5).find(analyser.analyse("등불축제")) == []


@given(st.text(max_size=80))
def test_any_question_has_candidates_each_once(finder: CandidateFinder, analyser: QuestionAnalyser, text: str) -> None:
    ids = [one.passage.passage_id for one in finder.find(analyser.analyse(text))]
    assert len(ids) == len(set(ids)) <= 8

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.bench.sentence_pool import SentencePool, sentence_pools
from eval.bench.synthetic import FILES_A_FOLDER, LONGEST_ARTICLE, SHORTEST_ARTICLE, SyntheticCorpus
from indexing.corpus import scan
from indexing.passages import split_passages
from indexing.reading.readers import read_file


@pytest.fixture(scope="module")
def corpus(pools: tuple[SentencePool, ...]) -> SyntheticCorpus:
    return SyntheticCorpus(pools)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 200_000), seed=st.text(max_size=3))
def test_any_article_has_the_length_of_news_and_is_read_as_it_was_meant(
    pools: tuple[SentencePool, ...], number: int, seed: str
) -> None:
    article = SyntheticCorpus(pools, seed).article(number)
    assert SHORTEST_ARTICLE <= len(article.text) <= LONGEST_ARTICLE
    (read,) = read_file(article.text.encode(), article.path).articles
    assert read.title == article.title
    assert read.published_at == article.published_at
    assert read.body == "\n\n".join(article.paragraphs)
    assert read.language == article.language
    assert not read.dropped or all(item.reason == "dateline" for item in read.dropped)


def test_the_same_corpus_gives_the_same_articles(quarry: Path, corpus: SyntheticCorpus) -> None:
    again = SyntheticCorpus(sentence_pools(quarry))
    assert [again.article(number) for number in range(50)] == [corpus.article(number) for number in range(50)]


def test_another_seed_gives_others(pools: tuple[SentencePool, ...], corpus: SyntheticCorpus) -> None:
    assert SyntheticCorpus(pools, "other").article(7) != corpus.article(7)


def test_hardly_two_passages_are_equal(corpus: SyntheticCorpus) -> None:
    articles = [corpus.article(number) for number in range(500)]
    assert len({article.text for article in articles}) == len(articles)
    read = [read_file(article.text.encode(), article.path).articles[0] for article in articles]
    passages = [passage.text for article in read for passage in split_passages(article)]
    assert len(passages) > len(articles)
    assert len(set(passages)) > 0.98 * len(passages)


def test_files_lie_in_folders_of_a_thousand(corpus: SyntheticCorpus, tmp_path: Path) -> None:
    numbers = range(FILES_A_FOLDER - 2, FILES_A_FOLDER + 2)
    corpus.write(tmp_path, numbers)
    files = scan(tmp_path).files
    assert [file.path for file in files] == ["000/000998.txt", "000/000999.txt", "001/001000.txt", "001/001001.txt"]
    assert [Path(file.location).read_text("utf-8") for file in files] == [
        corpus.article(number).text for number in numbers
    ]


@given(articles=st.integers(1, 3_000), wanted=st.integers(1, 20))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_questions_are_as_many_as_wanted_and_at_most_one_an_article(
    corpus: SyntheticCorpus, articles: int, wanted: int
) -> None:
    questions = corpus.questions(articles, wanted)
    assert len(questions) == min(articles, wanted)
    assert all(question.strip() for question in questions)


def test_questions_are_headlines_and_beginnings_of_sentences(corpus: SyntheticCorpus) -> None:
    by_title, by_sentence, *_ = corpus.questions(20, 10)
    assert by_title == corpus.article(0).title
    assert by_sentence in corpus.article(2).text

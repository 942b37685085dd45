"""Our own questions are well formed, and nothing of the sample archive and its question sets is among them."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.examples import OWN_QUESTIONS, written_questions
from app.answering.comprehension.training.measure import HELD_OUT_NEWS
from eval.normalisation import normalise
from eval.question_set.loading import load_question_set
from indexing.article import Article
from indexing.corpus import scan
from indexing.reading.readers import read_file

ROOT = Path(__file__).parents[5]
FILES = [*sorted(OWN_QUESTIONS.rglob("*.jsonl")), HELD_OUT_NEWS]
RUN = 30
"""Characters that two texts may share by chance, spaces not counted."""
HANGUL = re.compile("[가-힣]")

Row = dict[str, Any]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The sample archive as newschat reads it."""
    found = (read_file(Path(one.location).read_bytes(), one.path) for one in scan(ROOT / "corpus").files)
    return [article for one in found for article in one.articles]


def rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def every_row() -> Iterator[tuple[str, Row]]:
    for file in FILES:
        for number, row in enumerate(rows(file), 1):
            yield f"{file.name}:{number}", row


def every_question() -> Iterator[tuple[str, Row, Row]]:
    for where, row in every_row():
        for asked in row["questions"]:
            yield f"{where} {asked['ko']}", row, asked


def runs(texts: Iterable[str]) -> set[str]:
    bare = ("".join(text.split()) for text in texts)
    return {text[start : start + RUN] for text in bare for start in range(len(text) - RUN + 1)}


def test_every_passage_stands_under_a_headline_and_has_five_questions_or_more() -> None:
    assert len(FILES) == 64
    for where, row in every_row():
        assert set(row) - {"story"} == {"title", "passage", "questions"}, where
        assert row["title"].strip() == row["title"] != "", where
        assert row["passage"].strip() == row["passage"] != "", where
        assert len(row["questions"]) >= 5, where


def test_a_story_is_told_in_four_passages_of_one_file() -> None:
    told = Counter((where.split(":")[0], row["story"]) for where, row in every_row() if "story" in row)

    assert len(told) > 300
    assert {story: count for story, count in told.items() if count != 4} == {}
    assert len({slug for _, slug in told}) == len(told)


def test_no_passage_is_written_twice() -> None:
    passages = Counter(normalise(row["passage"]) for _, row in every_row())

    assert [passage for passage, count in passages.items() if count > 1] == []


def test_every_question_is_asked_in_both_languages() -> None:
    for where, _, asked in every_question():
        assert set(asked) <= {"ko", "en", "answer", "quote", "rivals"}, where
        assert asked.get("rivals") in (None, False), where
        assert HANGUL.search(asked["ko"]), where
        assert re.search("[A-Za-z]", asked["en"]), where
        assert not HANGUL.search(asked["en"]), where


def test_no_passage_is_asked_the_same_question_twice() -> None:
    for where, row in every_row():
        for language in ("ko", "en"):
            texts = [normalise(asked[language]) for asked in row["questions"]]
            assert len(set(texts)) == len(texts), where


def test_every_answer_and_every_quote_stands_in_its_passage() -> None:
    for where, row, asked in every_question():
        answer, quote = asked["answer"], asked.get("quote")
        assert quote is None or quote.strip() == quote != "", where
        assert quote is None or quote in row["passage"], where
        if answer in ("yes", "no"):
            assert quote, where
        elif answer is not None:
            assert answer.strip() == answer != "", where
            assert answer in (quote or row["passage"]), where
        else:
            assert quote is None, where


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_recipe_reads_every_question_with_its_answer(file: Path) -> None:
    answers = {(row["passage"], asked["ko"]): asked for row in rows(file) for asked in row["questions"]}

    examples = list(written_questions(file))

    assert len(examples) == sum(len(row["questions"]) for row in rows(file))
    for example in examples:
        asked = answers[example.passage, example.question]
        assert example.translation == asked["en"]
        marked = {example.passage[start:end] for start, end in example.spans}
        if asked["answer"] is None:
            assert (example.kind, marked) == (Kind.NONE, set())
        elif example.kind == Kind.SPAN:
            assert marked == {asked["answer"]}
        else:
            assert (example.kind.value, marked) == (asked["answer"], {asked["quote"]})


def test_a_sixth_has_no_answer_and_yes_is_about_as_frequent_as_no() -> None:
    kinds = Counter(str(asked["answer"]) for _, _, asked in every_question() if asked["answer"] in (None, "yes", "no"))
    total = sum(1 for _ in every_question())

    assert 0.12 < kinds["None"] / total < 0.22
    assert 0.1 < (kinds["yes"] + kinds["no"]) / total < 0.25
    assert 0.7 < kinds["yes"] / kinds["no"] < 1.4


def test_no_question_of_the_sample_sets_is_trained_on() -> None:
    measured = load_question_set(sorted((ROOT / "eval" / "sets").glob("*.jsonl"))).questions
    ours = {normalise(asked[language]) for _, _, asked in every_question() for language in ("ko", "en")}

    assert len(measured) > 100
    assert sorted(one.question for one in measured if normalise(one.question) in ours) == []


def test_no_passage_shares_a_sentence_with_an_article_of_the_sample_archive(articles: list[Article]) -> None:
    archive = runs(article.body for article in articles)

    assert len(articles) > 70
    assert {where: shared for where, row in every_row() if (shared := runs([row["passage"]]) & archive)} == {}


def test_no_headline_is_one_of_the_sample_archive(articles: list[Article]) -> None:
    headlines = {normalise(article.title) for article in articles}

    assert [where for where, row in every_row() if normalise(row["title"]) in headlines] == []

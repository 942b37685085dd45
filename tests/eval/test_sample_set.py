"""The sample archive and its question sets agree: every gold answer stands where the set says it stands."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from eval.question_set.loading import load_question_set
from eval.question_set.question import Question
from eval.question_set.validation import Validator
from indexing.article import Article
from indexing.corpus import scan
from indexing.reading.readers import read_file

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
SETS = sorted((ROOT / "eval" / "sets").glob("*.jsonl"))
QUESTIONS = load_question_set(SETS).questions
ANSWERABLE = [question for question in QUESTIONS if question.answerable]

TYPES = {"who", "when", "where", "how_many", "what", "why", "how", "yes_no"}
SLICES = {
    "cross_lingual": 80,
    "relative_date": 40,
    "near_duplicate": 30,
    "paraphrase": 25,
    "romanised_name": 25,
    "typo": 20,
    "follow_up": 20,
    "standalone": 20,
    "as_of": 10,
    "near_miss": 25,
    "teaser_bait": 5,
}
"""Slices of the sets, with how many questions each holds at least."""


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The sample archive as newschat reads it."""
    return [
        one for file in scan(CORPUS).files for one in read_file(Path(file.location).read_bytes(), file.path).articles
    ]


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp949")


def visible_text(path: str) -> str:
    """All a reader of the named file or line sees, boilerplate included, on one line; read without newschat."""
    name, _, line = path.partition("#")
    text = decoded(CORPUS / name)
    if line:
        text = json.loads(text.splitlines()[int(line) - 1])["body"]
    if name.endswith(".html"):
        text = BeautifulSoup(text, "html.parser").get_text()
    return " ".join(text.split())


def article_paths() -> Iterator[str]:
    for file in sorted(CORPUS.rglob("*")):
        name = file.relative_to(CORPUS).as_posix()
        if file.suffix == ".jsonl":
            yield from (f"{name}#{number}" for number, _ in enumerate(decoded(file).splitlines(), start=1))
        elif file.is_file() and not file.name.startswith("README"):
            yield name


def test_every_file_of_the_archive_is_an_article_of_news_length(articles: list[Article]) -> None:
    assert [article.path for article in articles] == list(article_paths())
    assert len(articles) >= 60
    assert [article.path for article in articles if not 600 <= len(article.body) <= 2500] == []
    assert [article.path for article in articles if article.published_on is None] == []


def test_every_article_is_listed_in_the_readme() -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [path for path in article_paths() if f"`{path.partition('#')[0]}`" not in readme] == []


def test_the_archive_holds_pages_and_dumps_in_korean_encodings_some_outside_euc_kr() -> None:
    data = [path.read_bytes() for path in CORPUS.rglob("*.*") if not _is(path.read_bytes(), "utf-8")]
    assert len(data) >= 8
    assert all(_is(one, "cp949") for one in data)
    assert any(not _is(one, "euc_kr") for one in data)


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def test_there_are_whole_pages_on_one_line() -> None:
    lines = [len(decoded(path).strip().splitlines()) for path in (CORPUS / "dumps").glob("*.txt")]
    assert lines.count(1) >= 4


def test_every_address_leads_nowhere() -> None:
    hosts = {
        host
        for path in CORPUS.rglob("*.*")
        for host in re.findall(r"(?:https?://|@)([\w.-]+\.[a-z]{2,})", decoded(path))
    }
    assert {host for host in hosts if not host.endswith(".example")} <= {"schema.org", "www.w3.org"}


def test_two_hundred_questions_and_more_are_half_korean_half_english() -> None:
    assert len(QUESTIONS) >= 200
    korean = Counter(question.lang for question in QUESTIONS)["ko"]
    assert 0.45 <= korean / len(QUESTIONS) <= 0.55


def test_every_type_and_slice_has_enough_questions() -> None:
    types = Counter(question.type for question in QUESTIONS)
    assert set(types) == TYPES
    assert min(types.values()) >= 15
    slices = Counter(name for question in QUESTIONS for name in question.slices)
    assert set(slices) == set(SLICES)
    assert {name: number for name, number in SLICES.items() if slices[name] < number} == {}


def test_the_sets_are_sound_against_the_archive_as_read(articles: list[Article]) -> None:
    assert list(map(str, Validator(articles).faults(QUESTIONS))) == []


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: question.id)
def test_an_answerable_question_has_its_quote_in_its_first_article_and_an_answer_in_its_quote(
    question: Question,
) -> None:
    assert question.quote
    assert question.quote in visible_text(question.articles[0])
    assert any(answer in question.quote for answer in question.answers)


def test_a_question_has_a_date_just_when_it_asks_for_one() -> None:
    assert [question.id for question in ANSWERABLE if bool(question.date) != (question.type == "when")] == []


def test_an_unanswerable_question_has_no_gold_but_words_that_stand_nowhere() -> None:
    unanswerable = [question for question in QUESTIONS if question.answerable is False]
    assert len(unanswerable) >= 40
    assert not any(question.answers or question.qrels or question.quote or question.date for question in unanswerable)
    assert [question.id for question in unanswerable if not question.absent] == []


def test_every_answerable_follow_up_leans_on_one_turn_and_has_its_standalone_twin() -> None:
    by_id = {question.id: question for question in QUESTIONS}
    for question in QUESTIONS:
        if "follow_up" in question.slices:
            assert len(question.history) == 1
            if question.answerable:
                twin = by_id[f"{question.id}s"]
                assert "standalone" in twin.slices
                assert (twin.answers, twin.quote, twin.history) == (question.answers, question.quote, ())
        else:
            assert question.history == ()


def test_cross_lingual_questions_are_those_that_no_article_of_their_language_answers(articles: list[Article]) -> None:
    languages = {article.path: article.language for article in articles}
    for question in ANSWERABLE:
        crosses = all(languages[path] != question.lang for path in question.articles)
        assert crosses == ("cross_lingual" in question.slices), question.id

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from eval.question_set.contexts import write_contexts
from eval.question_set.loading import load_question_set
from eval.question_set.question import Question, Relevant
from eval.question_set.validation import SHOWN, Validator, unknown_articles
from indexing.article import Article, article_id_for
from indexing.reading.readers import read_file


def article(path: str, title: str, body: str) -> Article:
    return Article(article_id=article_id_for(None, path), path=path, title=title, body=body, language="ko")


ARTICLES = (
    article(
        "등불.html",
        "한빛시 등불축제 29일 개막",
        "한빛시는 등불축제를 오는 9월 29일 강변공원에서 연다고 3일 밝혔다.\n\n입장료는 받지 않는다.",
    ),
    article("wire.jsonl#1", "Ferry fare rises", "The ferry fare rises to 9,500 won. Islanders pay what they paid."),
    article("wire.jsonl#2", "새벽도서관 관장에 윤가람 씨", "새벽도서관은 새 관장으로 윤가람 씨를 임명했다."),
    article("empty.html", "[포토] 축제", ""),
)


def asking(*paths: str, name: str = "q", **gold: object) -> Question:
    qrels = (Relevant(paths),) if paths else ()
    return Question(name, "?", "ko", qrels=qrels, place=f"set.jsonl row {name}", **gold)


def problems(*questions: Question, articles: Sequence[Article] = ARTICLES) -> list[str]:
    return [fault.problem for fault in Validator(articles).faults(questions)]


@pytest.mark.parametrize(
    "question",
    [
        asking("등불.html", answers=("9월 29일", "29 September"), quote="등불축제를 오는 9월 29일 강변공원에서 연다"),
        asking(unicodedata.normalize("NFD", "등불.html"), answers=("강변공원",)),
        asking("./wire.jsonl#1", answers=("9500 won",)),
        asking("wire.jsonl", answers=("윤가람",)),
        asking("wire.jsonl#2", "등불.html", quote="입장료는  받지\n않는다."),
        asking("empty.html"),
        asking(answers=("anything",), quote="anything at all"),
        asking(answerable=False, absent=("불꽃 축제", "Budapest")),
        asking(answerable=False, absent=("새벽도서관 여객선",)),
        asking(),
    ],
)
def test_sound_gold_has_no_fault(question: Question) -> None:
    assert problems(question) == []


@pytest.mark.parametrize("path", ["lantern.html", "wire.jsonl#3", "wire.jsonl#11", "html", "news/등불.html"])
def test_a_gold_path_that_no_article_has_is_named(path: str) -> None:
    assert problems(asking("등불.html", path)) == [f"the archive has no article {path!r}"]


def test_unknown_articles_are_told_from_the_paths_of_the_archive_alone() -> None:
    questions = [
        asking("b.html", name="1"),
        asking("wire.jsonl", name="2"),
        asking("a.html", "c.html", "d.html", name="3"),
    ]
    faults = unknown_articles(["a.html", "wire.jsonl#4"], questions)
    assert [(fault.question.id, fault.problem) for fault in faults] == [
        ("1", "the archive has no article 'b.html'"),
        ("3", "the archive has no article 'c.html'"),
        ("3", "the archive has no article 'd.html'"),
    ]
    assert str(faults[0]) == "set.jsonl row 1 (1): the archive has no article 'b.html'"


@pytest.mark.parametrize(
    "gold", [{"answers": ("29일",)}, {"quote": "입장료는 받지 않는다."}, {"qrels": (Relevant(("등불.html",)),)}]
)
def test_an_unanswerable_question_with_gold_is_a_fault(gold: dict[str, object]) -> None:
    question = Question("q", "?", "ko", answerable=False, **gold)
    assert problems(question) == ["it is unanswerable but has gold; remove the gold, or say answerable: true"]


def test_a_quote_that_stands_in_another_article_is_told_with_the_nearest_sentence() -> None:
    question = asking("등불.html", "wire.jsonl#1", quote="The ferry fare rises to 9,900 won.")
    assert problems(question) == [
        "its quote stands in none of its articles; nearest in wire.jsonl#1: The ferry fare rises to 9,500 won."
    ]
    (elsewhere,) = problems(asking("wire.jsonl#2", quote="입장료는 받지 않는다."))
    assert elsewhere.startswith("its quote stands in none of its articles; nearest in wire.jsonl#2:")


def test_a_quote_from_an_article_without_text_is_told_so() -> None:
    assert problems(asking("empty.html", quote="입장료는 받지 않는다.")) == [
        "its quote stands in none of its articles; they are empty"
    ]


def test_answers_that_do_not_stand_in_the_quote_are_a_fault() -> None:
    question = asking("등불.html", answers=("8월 29일", "강변공원"), quote="입장료는 받지 않는다.")
    assert problems(question) == ["none of its answers stands in its quote: 8월 29일, 강변공원"]
    assert problems(asking(answers=("3명",), quote="모두 13명이 왔다.")) == [
        "none of its answers stands in its quote: 3명"
    ]


def test_answers_that_stand_in_no_article_of_the_question_are_a_fault() -> None:
    assert problems(asking("등불.html", "wire.jsonl#1", answers=("윤가람",))) == [
        "none of its answers stands in its articles: 윤가람"
    ]


def test_words_that_should_be_absent_but_stand_in_one_sentence_or_headline_are_a_fault() -> None:
    question = asking(answerable=False, absent=("ISLANDERS pay", "불꽃", "개막 등불축제"))
    assert problems(question) == [
        "'ISLANDERS pay' should be absent but stands in wire.jsonl#1: Islanders pay what they paid.",
        "'개막 등불축제' should be absent but stands in 등불.html: 한빛시 등불축제 29일 개막",
    ]


def test_long_texts_are_cut_in_a_fault() -> None:
    long = article("long.html", "A title", "아주 " * 200 + "긴 문장이다.")
    (quote,) = problems(asking("long.html", quote="다른 문장이다."), articles=[long])
    (answer,) = problems(asking("long.html", answers=("없는 말 " * 100,)), articles=[long])
    (absent,) = problems(asking(absent=("긴 문장이다",)), articles=[long])
    for fault in (quote, answer, absent):
        assert len(fault.partition(": ")[2]) == SHOWN


def test_all_faults_of_all_questions_come_in_the_order_of_the_set() -> None:
    questions = [
        asking("등불.html", name="z", answers=("윤가람",)),
        asking("missing.html", name="m", absent=("여객선", "등불축제")),
        asking("wire.jsonl#2", name="sound"),
        asking("missing.html", "wire.jsonl#2", name="a", quote="없는 문장."),
    ]
    faults = Validator(ARTICLES).faults(questions)
    assert [fault.question.id for fault in faults] == ["z", "m", "m", "a", "a"]
    assert [fault.problem.split()[0] for fault in faults] == ["none", "the", "'등불축제'", "the", "its"]


def test_an_archive_without_articles_has_none_of_the_gold() -> None:
    assert problems(asking("a.html", answers=("x",), absent=("y",)), articles=[]) == [
        "the archive has no article 'a.html'"
    ]


def test_a_squad_file_with_impossible_questions_has_no_fault_against_its_own_contexts(
    tmp_path: Path, write_json: Callable[[Path, object], Path]
) -> None:
    qas = [
        {"id": "1", "question": "언제 열리나?", "answers": [{"text": "29일", "answer_start": 14}]},
        {"id": "2", "question": "누가 노래하나?", "answers": [], "is_impossible": True},
    ]
    paragraph = {"context": "한빛시는 등불축제를 오는 29일 강변공원에서 연다.", "qas": qas}
    path = write_json(tmp_path / "squad.json", {"data": [{"title": "등불축제", "paragraphs": [paragraph]}]})
    folder = tmp_path / "contexts"
    folder.mkdir()
    questions = write_contexts(load_question_set([path]), folder)
    articles = [one for file in folder.iterdir() for one in read_file(file.read_bytes(), file.name).articles]
    assert len(articles) == 1
    assert problems(*questions, articles=articles) == []

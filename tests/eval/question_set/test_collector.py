import pytest

from eval.question_set.collector import NAMED_FAULTS, Collector, fault_report
from eval.question_set.question import Context, Question, QuestionSet, Relevant
from indexing.errors import QuestionSetError


def collected(*rows: object) -> QuestionSet:
    collector = Collector()
    for number, row in enumerate(rows, start=1):
        collector.add_row(f"row {number}", f"q{number}", row)
    return collector.question_set("set.jsonl")


def test_the_context_of_a_row_is_its_gold() -> None:
    questions = collected({"question": "언제?", "title": "축제", "context": ["29일 열린다.", "비가 온다."]})
    first, second = questions.contexts.values()
    assert (first.title, first.body, second.body) == ("축제", "29일 열린다.", "비가 온다.")
    assert questions.questions[0].qrels == (Relevant((first.key,)), Relevant((second.key,)))


@pytest.mark.parametrize("named", [{"articles": ["fair.html"]}, {"retrieval_gt": [["fair.html"]]}])
def test_a_row_that_names_its_articles_brings_no_context_along(named: dict[str, object]) -> None:
    questions = collected({"question": "언제?", "context": "29일 열린다.", **named})
    assert questions.contexts == {}
    assert questions.questions[0].qrels == (Relevant(("fair.html",)),)


@pytest.mark.parametrize("row", [{"is_impossible": True}, {"answerable": False}])
def test_the_context_of_an_unanswerable_question_is_an_article_but_no_gold(row: dict[str, object]) -> None:
    questions = collected({"question": "누가?", "context": "29일 열린다.", **row})
    assert [context.body for context in questions.contexts.values()] == ["29일 열린다."]
    assert questions.questions == (Question("q1", "누가?", "ko", answerable=False),)


def test_an_id_used_twice_is_a_fault_that_names_both_rows() -> None:
    with pytest.raises(QuestionSetError, match="row 3: the id 'x' is taken by row 1"):
        collected({"id": "x", "question": "a"}, {"question": "b"}, {"id": "x", "question": "a"})


def test_an_id_that_a_row_without_one_would_get_is_taken_as_well() -> None:
    with pytest.raises(QuestionSetError, match="row 2: the id 'q2' is taken by row 1"):
        collected({"id": "q2", "question": "a"}, {"question": "b"})


def test_two_texts_of_one_key_are_a_fault_but_the_same_text_may_come_again() -> None:
    collector = Collector()
    collector.add_question(Question("q", "?", "en"))
    for body in ("one", "one"):
        collector.add_context("a.json corpus 'n-1'", Context("n-1", "", body))
    assert collector.question_set("a.json").contexts == {"n-1": Context("n-1", "", "one")}
    collector.add_context("b.json corpus 'n-1'", Context("n-1", "", "two"))
    with pytest.raises(QuestionSetError, match=r"b\.json corpus 'n-1': the id 'n-1' is taken by another text"):
        collector.question_set("a.json, b.json")


def test_a_set_with_one_fault_is_refused_whole() -> None:
    with pytest.raises(QuestionSetError, match=r"mend these rows:\n  row 2: question is missing$"):
        collected({"question": "a"}, {})


def test_a_set_without_questions_is_refused_with_an_example() -> None:
    with pytest.raises(QuestionSetError, match=r'^set\.jsonl: no questions\. Write .* \{"question": "…"\}\.$'):
        collected()


@pytest.mark.parametrize(("faults", "lines"), [(1, 2), (NAMED_FAULTS, NAMED_FAULTS + 1), (500, NAMED_FAULTS + 2)])
def test_no_more_faults_are_told_than_fit_on_a_screen(faults: int, lines: int) -> None:
    report = fault_report([f"row {number}: bad" for number in range(faults)]).splitlines()
    assert len(report) == lines
    assert (report[-1] == f"  and {faults - NAMED_FAULTS} more") == (faults > NAMED_FAULTS)


def test_a_misspelt_key_is_kept_with_its_question_and_told_where_the_row_is_refused() -> None:
    told = "unknown key 'anwsers'; did you mean 'answers'?"
    assert collected({"question": "a", "anwsers": ["x"]}).questions[0].misspelt == (told,)
    with pytest.raises(QuestionSetError, match="row 1: question is missing\\n  row 1: unknown key 'qustion'"):
        collected({"qustion": "a"})

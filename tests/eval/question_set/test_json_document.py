import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.json_document import WRAPPERS
from eval.question_set.loading import load_question_set
from eval.question_set.question import Question, QuestionSet, Relevant

Write = Callable[[Path, object], Path]
Refusal = Callable[..., str]

ROWS = [{"question": "축제는 언제 열리나?", "answers": ["29일"]}, {"query": "Who won?"}]
READ = (
    Question("q1", "축제는 언제 열리나?", "ko", answers=("29일",), answerable=True),
    Question("q2", "Who won?", "en"),
)


@pytest.mark.parametrize("document", [ROWS, *({"name": "a set", wrapper: ROWS} for wrapper in WRAPPERS)])
def test_rows_are_read_from_an_array_and_from_each_usual_wrapper(
    tmp_path: Path, write_json: Write, document: object
) -> None:
    assert load_question_set([write_json(tmp_path / "set.json", document)]).questions == READ


def test_one_question_is_a_set(tmp_path: Path, write_json: Write) -> None:
    assert load_question_set([write_json(tmp_path / "set.json", ROWS[0])]).questions == READ[:1]


def test_a_labelled_data_set_of_llamaindex_is_read_with_its_contexts(
    tmp_path: Path, write_json: Write, gold_texts: Callable[..., list[str]]
) -> None:
    example = {
        "query": "When is the fair?",
        "query_by": {"model_name": "m", "type": "ai"},
        "reference_contexts": ["The fair opens on 29 September.", "It costs nothing."],
        "reference_answer": "29 September",
        "reference_answer_by": {"model_name": "m", "type": "ai"},
    }
    questions = load_question_set([write_json(tmp_path / "rag.json", {"examples": [example]})])
    (question,) = questions.questions
    assert (question.question, question.answers) == ("When is the fair?", ("29 September",))
    assert len(question.qrels) == 2
    assert gold_texts(questions, question) == example["reference_contexts"]


RETRIEVAL_SET = {
    "queries": {"q-1": "축제는 언제 열리나?", "q-2": "Who won?"},
    "corpus": {"n-1": "축제는 29일 열린다.", "n-2": "The home team won.", "n-3": "비가 온다."},
    "relevant_docs": {"q-1": ["n-1"], "q-2": ["n-2", "n-3"]},
    "mode": "text",
}


def test_a_retrieval_data_set_of_llamaindex_is_read_with_its_corpus(tmp_path: Path, write_json: Write) -> None:
    questions = load_question_set([write_json(tmp_path / "set.json", RETRIEVAL_SET)])
    assert questions.questions == (
        Question("q-1", "축제는 언제 열리나?", "ko", qrels=(Relevant(("n-1",)),), answerable=True),
        Question("q-2", "Who won?", "en", qrels=(Relevant(("n-2",)), Relevant(("n-3",))), answerable=True),
    )
    assert {key: context.body for key, context in questions.contexts.items()} == RETRIEVAL_SET["corpus"]


def test_a_retrieval_data_set_without_a_corpus_is_about_the_archive(tmp_path: Path, write_json: Write) -> None:
    document = {"queries": {"q-1": "언제?", "q-2": "왜?"}, "relevant_docs": {"q-1": ["fair.html"], "q-2": None}}
    questions = load_question_set([write_json(tmp_path / "set.json", document)])
    assert [question.qrels for question in questions.questions] == [(Relevant(("fair.html",)),), ()]
    assert questions.contexts == {}


def test_a_query_of_a_retrieval_data_set_may_have_no_relevant_document(tmp_path: Path, write_json: Write) -> None:
    document = RETRIEVAL_SET | {"relevant_docs": {"q-1": None}}
    questions = load_question_set([write_json(tmp_path / "set.json", document)]).questions
    assert [(question.qrels, question.answerable) for question in questions] == [((), None), ((), None)]


def test_ids_of_a_retrieval_data_set_are_found_whatever_blanks_stand_around_them(
    tmp_path: Path, write_json: Write
) -> None:
    document = {"queries": {"": "왜?"}, "corpus": {" n ": "A text."}, "relevant_docs": {"": " n "}}
    questions = load_question_set([write_json(tmp_path / "set.json", document)])
    assert questions.questions[0].id == "set.json query ''"
    assert questions.questions[0].articles == tuple(questions.contexts)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"relevant_docs": {"q-1": ["n-9"]}}, "query 'q-1': relevant_docs names 'n-9', which the corpus does not hold"),
        ({"relevant_docs": {"q-1": "n-9"}}, "query 'q-1': relevant_docs names 'n-9', which the corpus does not hold"),
        ({"relevant_docs": {"q-1": [["n-1"]]}}, "query 'q-1': relevant_docs names ['n-1'], which the corpus does not"),
        ({"relevant_docs": ["n-1"]}, "queries, corpus and relevant_docs must be objects, by id"),
        ({"corpus": ["a text"]}, "queries, corpus and relevant_docs must be objects, by id"),
        ({"corpus": {"n-1": " "}}, "corpus 'n-1': must be text, is ' '"),
        ({"corpus": {"n-1": {"text": "x"}}}, "corpus 'n-1': must be text, is {'text': 'x'}"),
        ({"queries": {"q-1": None}}, "query 'q-1': question is missing"),
        ({"queries": {"q-1": "\ud800"}}, "query 'q-1': question holds half a character"),
    ],
)
def test_an_unusable_retrieval_data_set_is_refused_with_the_id_and_reason(
    tmp_path: Path, refusal: Refusal, change: dict[str, object], fault: str
) -> None:
    path = tmp_path / "set.json"
    path.write_text(json.dumps(RETRIEVAL_SET | change), "utf-8")
    assert f"set.json {fault}".replace("set.json queries,", "set.json: queries,") in refusal(path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[{"question": "언제?"}', "set.json: not JSON (Expecting ',' delimiter"),
        ('{"question": "a"}\n{"question": "b"}', "is it JSONL? Then name it .jsonl"),
        ("", "set.json: not JSON"),
        ("[" * 200_000, "set.json: not JSON"),
        ('"question"', "set.json: no list of questions in 'question'"),
        ("{}", "set.json: no list of questions in {}"),
        ('{"questions": {"q1": "언제?"}}', "set.json: no list of questions in {'questions'"),
        ('[{"question": "a"}, "언제?"]', "set.json item 2: not a JSON object but '언제?'"),
        ('{"data": [{"question": "a"}, {"answers": ["x"]}]}', "set.json item 2: question is missing"),
    ],
)
def test_an_unusable_document_is_refused_with_its_item_and_reason(
    tmp_path: Path, refusal: Refusal, text: str, fault: str
) -> None:
    path = tmp_path / "set.json"
    path.write_text(text, "utf-8")
    assert fault in refusal(path)


def test_a_document_in_another_encoding_is_refused_with_the_line_of_the_byte(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "set.json"
    path.write_bytes('[\n{"question": "언제?"}]'.encode("cp949"))
    assert refusal(path) == "set.json row 2: not UTF-8 (byte 0xbe at 15). Save the file as UTF-8."


@pytest.mark.parametrize("document", [[], {"questions": []}, {"queries": {}}])
def test_a_document_without_questions_is_refused(
    tmp_path: Path, write_json: Write, refusal: Refusal, document: object
) -> None:
    assert refusal(write_json(tmp_path / "set.json", document)).startswith("set.json: no questions.")


keys = st.sampled_from(
    ["queries", "corpus", "relevant_docs", "question", "query", "answers", "context", "a", *WRAPPERS]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "", " ", "언제?", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
ids = st.dictionaries(st.sampled_from(["a", "b", ""]), json_values, max_size=3)
retrieval_sets = st.fixed_dictionaries({"queries": ids}, optional={"corpus": ids, "relevant_docs": ids | json_values})


@given(json_values | retrieval_sets)
def test_any_document_is_a_set_or_is_refused(
    scratch: Path, read_or_refused: Callable[[Path], QuestionSet | None], document: object
) -> None:
    path = scratch / "set.json"
    path.write_text(json.dumps(document), "utf-8")
    read_or_refused(path)

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.question import Context, Question, Relevant
from eval.question_set.row import ALIASES, CHECKS, EXCERPT_LENGTH, canonical, contexts_of, excerpt, question_of
from eval.question_set.row import row_faults as faults_of


def read(row: dict[str, object]) -> Question:
    stated = canonical(row)
    assert faults_of(stated) == []
    return question_of(stated, "q1", "set.jsonl row 1")


def faults(row: dict[str, object]) -> list[str]:
    return faults_of(canonical(row))


def test_a_full_row_becomes_a_question_with_all_its_gold() -> None:
    row = {
        "id": "when-1",
        "question": " 축제는 언제 열리나? ",
        "lang": "ko",
        "type": "when",
        "answers": ["9월 29일", "29 September"],
        "articles": ["a.html", "b.txt"],
        "quote": "축제는 오는 29일 열린다.",
        "date": "2025-09-29",
        "answerable": True,
        "slices": ["typo", "short"],
        "history": ["어떤 축제가 있나?"],
        "absent": ["불꽃 축제"],
    }
    assert read(row) == Question(
        id="when-1",
        question="축제는 언제 열리나?",
        lang="ko",
        type="when",
        answers=("9월 29일", "29 September"),
        qrels=(Relevant(("a.html", "b.txt")),),
        quote="축제는 오는 29일 열린다.",
        date="2025-09-29",
        answerable=True,
        slices=("typo", "short"),
        history=("어떤 축제가 있나?",),
        absent=("불꽃 축제",),
    )
    assert read(row).place == "set.jsonl row 1"


def test_a_row_needs_only_a_question() -> None:
    assert read({"question": "누가 이겼나?"}) == Question("q1", "누가 이겼나?", "ko")


@pytest.mark.parametrize(
    ("question", "lang"),
    [("Who won in 1997?", "en"), ("BTS는?", "ko"), ("ㅋㅋ?", "ko"), ("\u1112\u1161\u11ab?", "ko"), ("1997?", "en")],
)
def test_a_question_with_hangul_is_korean_unless_the_row_says_otherwise(question: str, lang: str) -> None:
    assert read({"question": question}).lang == lang
    assert read({"question": question, "lang": "de"}).lang == "de"


@pytest.mark.parametrize("absent", [None, "", []])
def test_null_and_empty_values_mean_that_the_gold_is_absent(absent: object) -> None:
    assert read({"question": "왜?", **{name: absent for name in ALIASES if name != "question"}}) == Question(
        "q1", "왜?", "ko"
    )


def test_an_unknown_column_is_read_over() -> None:
    assert read({"question": "why?", "metadata": {"page": 3}, "score": 0.5}) == Question("q1", "why?", "en")


def test_the_rows_of_autorag_state_items_of_which_each_is_relevant() -> None:
    row = {
        "qid": "u-1",
        "query": "축제는 언제 열리나?",
        "retrieval_gt": [["fair-1", "fair-2"], ["lights-1"]],
        "generation_gt": ["9월 29일", "29일"],
    }
    assert read(row) == Question(
        "u-1",
        "축제는 언제 열리나?",
        "ko",
        answers=("9월 29일", "29일"),
        qrels=(Relevant(("fair-1", "fair-2")), Relevant(("lights-1",))),
        answerable=True,
    )


def test_the_rows_of_ragas_bring_their_contexts_along() -> None:
    row = {
        "user_input": "When is the fair?",
        "reference": "On 29 September.",
        "reference_contexts": ["The fair opens on 29 September.", "It costs nothing."],
        "retrieved_contexts": ["What another system found."],
    }
    assert read(row) == Question("q1", "When is the fair?", "en", answers=("On 29 September.",), answerable=True)
    bodies = [context.body for context in contexts_of(canonical(row))]
    assert bodies == ["The fair opens on 29 September.", "It costs nothing."]


def test_ids_of_contexts_in_ragas_are_each_relevant() -> None:
    row = {"user_input": "When?", "reference_context_ids": ["a", "b"]}
    assert read(row).qrels == (Relevant(("a",)), Relevant(("b",)))


def test_the_rows_of_llamaindex_state_a_reference_answer() -> None:
    row = {
        "query": "When is the fair?",
        "query_by": {"model_name": "m", "type": "ai"},
        "reference_contexts": ["The fair opens on 29 September."],
        "reference_answer": "29 September",
    }
    assert read(row).answers == ("29 September",)
    assert [context.body for context in contexts_of(canonical(row))] == ["The fair opens on 29 September."]


@pytest.mark.parametrize(
    "answers",
    [
        {"text": ["9월 29일", "29일"], "answer_start": [4, 8]},
        [{"text": "9월 29일", "answer_start": 4}, {"text": "29일", "answer_start": 8}],
        ["9월 29일", "29일", " 29일 "],
    ],
)
def test_answers_are_read_in_each_way_that_squad_is_written(answers: object) -> None:
    row = {"id": 7, "title": "축제", "context": "축제는 9월 29일 열린다.", "question": "언제?", "answers": answers}
    assert read(row).answers == ("9월 29일", "29일")


def test_a_flattened_row_of_squad_without_answers_has_none() -> None:
    assert read({"question": "언제?", "answers": {"text": [], "answer_start": []}}) == Question("q1", "언제?", "ko")


def test_an_impossible_question_is_unanswerable_and_its_plausible_answers_are_no_gold() -> None:
    row = {"question": "언제?", "answers": [{"text": "29일", "answer_start": 0}]}
    assert read({**row, "is_impossible": True}) == Question("q1", "언제?", "ko", answerable=False)
    assert read({**row, "is_impossible": False}) == Question("q1", "언제?", "ko", answers=("29일",), answerable=True)


def test_our_own_name_of_a_column_goes_before_those_of_others() -> None:
    assert read({"query": "of another tool?", "question": "ours?"}).question == "ours?"
    assert read({"question": "", "query": "of another tool?"}).question == "of another tool?"


def test_articles_are_alternatives_and_go_before_items() -> None:
    row = {"question": "q", "articles": ["a", "b"], "retrieval_gt": ["c", "d"]}
    assert read(row).qrels == (Relevant(("a", "b")),)
    assert read({"question": "q", "articles": "a"}).qrels == (Relevant(("a",)),)


@pytest.mark.parametrize(
    ("relevant", "items"),
    [
        ("a", [("a",)]),
        (["a", "b"], [("a",), ("b",)]),
        ([["a", "b"]], [("a", "b")]),
        (["a", ["b", "c"]], [("a",), ("b", "c")]),
        (["a", "a", ["a"]], [("a",)]),
        ([[]], []),
        ([["a"], [], None], [("a",)]),
    ],
)
def test_items_are_read_with_and_outside_and_or_inside(relevant: object, items: list[tuple[str, ...]]) -> None:
    assert read({"question": "q", "retrieval_gt": relevant}).qrels == tuple(map(Relevant, items))


@pytest.mark.parametrize(
    ("gold", "answerable"),
    [
        ({"answers": ["x"]}, True),
        ({"articles": ["x"]}, True),
        ({"relevant_docs": ["x"]}, True),
        ({"quote": "x"}, True),
        ({"date": "2025"}, True),
        ({"articles": ["x"], "answerable": False}, False),
        ({"answerable": True}, True),
        ({"retrieval_gt": [[]]}, None),
        ({"type": "when"}, None),
        ({}, None),
    ],
)
def test_a_row_with_gold_is_answerable_unless_it_says_otherwise(
    gold: dict[str, object], answerable: bool | None
) -> None:
    assert read({"question": "q", **gold}).answerable is answerable


def test_whole_numbers_will_do_for_names() -> None:
    question = read({"guid": 12, "question": "q", "question_type": 2})
    assert (question.id, question.type) == ("12", "2")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"answers": ["x"]}, "question is missing"),
        ({"question": None}, "question is missing"),
        ({"question": "  "}, "question is empty"),
        ({"query": ""}, "question is empty"),
        ({"question": 7}, "question must be text, is 7"),
        ({"user_input": [{"content": "hello", "type": "human"}]}, "question must be text, is [{"),
        ({"question": "\ud800?"}, "question holds half a character"),
        ({"question": "q", "id": 0.5}, "id must be text, is 0.5"),
        ({"question": "q", "id": True}, "id must be text, is True"),
        ({"question": "q", "lang": 1}, "lang must be text, is 1"),
        ({"question": "q", "answers": 3}, "answers must be a text or a list of texts, is 3"),
        ({"question": "q", "answers": [3]}, "answers has an entry that must be text, is 3"),
        ({"question": "q", "generation_gt": [["x"]]}, "answers has an entry that must be text, is ['x']"),
        ({"question": "q", "articles": [""]}, "articles has an entry that is empty"),
        ({"question": "q", "articles": [None]}, "articles has an entry that is missing"),
        ({"question": "q", "retrieval_gt": [["a", 1]]}, "relevant has an entry that must be text, is 1"),
        ({"question": "q", "retrieval_gt": [[["a"]]]}, "relevant has an entry that must be text, is ['a']"),
        ({"question": "q", "retrieval_gt": {"a": 1}}, "relevant must be a text or a list of texts, is {'a': 1}"),
        ({"question": "q", "quote": ["x"]}, "quote must be text, is ['x']"),
        ({"question": "q", "date": "29.9.2025"}, "date must be ISO 8601"),
        ({"question": "q", "date": "2025-02-30"}, "date must be ISO 8601"),
        ({"question": "q", "date": 2025}, "date must be text, is 2025"),
        ({"question": "q", "answerable": "false"}, "answerable must be true or false, is 'false'"),
        ({"question": "q", "answerable": 0}, "answerable must be true or false, is 0"),
        ({"question": "q", "context": {"contexts": []}}, "context must be a text or a list of texts"),
        ({"question": "q", "context": "\udc00"}, "context holds half a character"),
    ],
)
def test_an_unusable_row_is_told_why(row: dict[str, object], fault: str) -> None:
    (only,) = faults(row)
    assert only.startswith(fault)


def test_every_fault_of_a_row_is_told() -> None:
    assert [fault.split()[0] for fault in faults({"question": 1, "date": "soon", "answerable": "no"})] == [
        "question",
        "date",
        "answerable",
    ]


def test_every_field_is_checked() -> None:
    assert CHECKS.keys() == ALIASES.keys()


def test_equal_contexts_have_equal_keys_and_others_different_ones() -> None:
    one, again, untitled = (
        contexts_of({"title": title, "context": text})
        for title, text in (("축제", "축제가 열린다."), ("축제", " 축제가 열린다.\n"), ("", "축제가 열린다."))
    )
    assert one == again == (Context(one[0].key, "축제", "축제가 열린다."),)
    assert untitled[0].key != one[0].key
    assert contexts_of({"question": "q"}) == ()


def test_an_excerpt_is_short_and_shows_control_characters_escaped() -> None:
    assert excerpt("\x1b[2J") == r"'\x1b[2J'"
    assert excerpt("가" * 1000) == "'" + "가" * (EXCERPT_LENGTH - 1) + "…"


def test_what_cannot_be_spelled_out_is_named_by_its_type() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert excerpt(deep) == "a list too large to show"
    assert excerpt(16**5000) == "a int too large to show"


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("2025-09-29")
json_values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "x"]), inner, max_size=2),
    max_leaves=5,
)
columns = st.sampled_from([*(alias for aliases in ALIASES.values() for alias in aliases), "is_impossible"])


@given(st.dictionaries(columns, json_values))
def test_any_object_is_a_question_or_has_faults(row: dict[str, object]) -> None:
    stated = canonical(row)
    if faults_of(stated):
        return
    question = question_of(stated, "q1", "place")
    assert question.id
    assert question.question == question.question.strip() != ""
    assert question.qrels == tuple(dict.fromkeys(question.qrels))
    assert all(text.strip() for text in (*question.answers, *question.articles))
    assert all(context.body for context in contexts_of(stated))
    json.dumps([question.question, question.answers, question.quote], ensure_ascii=False).encode()

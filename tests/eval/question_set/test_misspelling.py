import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.misspelling import FIELDS, MOST_REMARKS, misspelt_keys, remarks_on_keys
from eval.question_set.question import Question

JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5), lambda one: st.lists(one, max_size=2), max_leaves=3
)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("anwsers", "answers"),
        ("awnsers", "answers"),
        ("anwser", "answer"),
        ("artciles", "articles"),
        ("qoute", "quote"),
        ("quotes", "quote"),
        ("slice", "slices"),
        ("dates", "date"),
        ("answerd", "answer"),
        ("anserable", "answerable"),
        ("unanswerable", "answerable"),
        ("is_imposible", "is_impossible"),
        ("Answers", "answers"),
        ("groundTruth", "ground_truth"),
        ("Reference Answer", "reference_answer"),
        ("retreival_gt", "retrieval_gt"),
        (" date", "date"),
    ],
)
def test_a_key_that_is_nearly_one_is_named_with_it(key: str, meant: str) -> None:
    assert misspelt_keys({"question": "?", key: "x"}) == (f"unknown key {key!r}; did you mean {meant!r}?",)


@pytest.mark.parametrize(
    "row",
    [
        {"guid": "1", "title": "t", "context": "c", "news_category": "경제", "source": "s", "question_type": 1},
        {"is_impossible": True, "plausible_answers": []},
        {"qid": "1", "query": "?", "generation_gt": "a", "retrieval_gt": ["b"], "metadata": {}},
        {"user_input": "?", "retrieved_contexts": [], "response": "r", "rubrics": {}, "synthesizer_name": "s"},
        {"contexts": ["what was retrieved"], "ground_truth": "a"},
        {"query": "?", "query_by": {}, "reference_answer": "a", "reference_answer_by": {}, "reference_contexts": []},
        {"idx": 1, "uid": "a", "pid": "b", "data": {}, "level": "hard", "supporting_facts": []},
        {"answer": "a", "answers_": "", "answer_start": 1, "answer_text": "a", "question_en": "?"},
        {"": 1, "질문": "?", "답": "x", "_": 1, "note": "", "comment": "", "topic": "", "region": ""},
    ],
)
def test_columns_of_other_formats_and_of_ones_own_are_left_alone(row: dict[str, object]) -> None:
    assert misspelt_keys(row) == ()


def test_every_key_that_is_read_is_known() -> None:
    assert [key for key in FIELDS if misspelt_keys({key: "x"})] == []


def test_each_misspelt_key_is_told_once_for_all_its_rows() -> None:
    wrong, other = ("unknown key 'qoute'; did you mean 'quote'?",), ("unknown key 'dates'; did you mean 'date'?",)
    keys = (wrong, (), other, wrong)
    rows = [Question(f"q{row}", "?", "ko", place=f"a.csv row {row}", misspelt=one) for row, one in enumerate(keys, 2)]
    assert remarks_on_keys(rows) == [
        f"2 rows from a.csv row 2 on: {wrong[0]}",
        f"1 row from a.csv row 4 on: {other[0]}",
    ]


def test_of_many_misspelt_keys_only_some_are_told() -> None:
    rows = [Question(str(row), "?", "ko", misspelt=(f"problem {row}",)) for row in range(MOST_REMARKS + 2)]
    assert remarks_on_keys(rows)[MOST_REMARKS:] == ["and 2 more"]


@given(st.dictionaries(st.text(max_size=60) | st.sampled_from(sorted(FIELDS)), JSON, max_size=5))
def test_any_row_is_looked_through(row: dict[str, object]) -> None:
    assert len(misspelt_keys(row)) <= len(row)

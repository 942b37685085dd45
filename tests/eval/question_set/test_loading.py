import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set import NAMED_FAULTS, Question, _parse_row, load_questions
from indexing.errors import QuestionSetError


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")
    return path


def refusal(*paths: Path) -> str:
    with pytest.raises(QuestionSetError) as caught:
        load_questions(paths)
    return str(caught.value)


def test_a_full_row_becomes_a_question_with_all_its_gold(tmp_path: Path) -> None:
    row = {
        "id": "when-1",
        "question": "축제는 언제 열리나?",
        "lang": "ko",
        "type": "when",
        "answers": ["9월 29일", "29 September"],
        "articles": ["a.html", "b.txt"],
        "quote": "축제는 오는 29일 열린다.",
        "date": "2025-09-29",
        "answerable": True,
    }
    assert load_questions([write(tmp_path / "set.jsonl", row)]) == (
        Question(
            id="when-1",
            question="축제는 언제 열리나?",
            lang="ko",
            type="when",
            answers=("9월 29일", "29 September"),
            articles=("a.html", "b.txt"),
            quote="축제는 오는 29일 열린다.",
            date="2025-09-29",
            answerable=True,
        ),
    )


def test_a_row_needs_only_a_question_and_is_named_by_its_row(tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", {"question": "누가 이겼나?"}, {"question": "Who won in 1997?"})
    assert load_questions([path]) == (
        Question("q1", "누가 이겼나?", "ko"),
        Question("q2", "Who won in 1997?", "en"),
    )


def test_a_row_with_gold_is_answerable_unless_it_says_otherwise(tmp_path: Path) -> None:
    rows = [{"question": "a", "answers": ["x"]}, {"question": "b", "articles": ["x"], "answerable": False}]
    questions = load_questions([write(tmp_path / "set.jsonl", *rows)])
    assert [question.answerable for question in questions] == [True, False]


def test_null_and_empty_text_mean_that_the_gold_is_absent(tmp_path: Path) -> None:
    row = {"question": "왜?", "id": "", "quote": "", "date": "", "type": None, "answers": None, "answerable": None}
    assert load_questions([write(tmp_path / "set.jsonl", row)]) == (Question("q1", "왜?", "ko"),)


def test_a_byte_order_mark_and_blank_lines_and_unknown_keys_are_read_over(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"question": "one?", "note": 1}\r\n\r\n{"question": "two?"}')
    assert [question.id for question in load_questions([path])] == ["q1", "q3"]


def test_rows_without_ids_in_several_sets_are_named_by_their_file(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.jsonl", {"question": name}) for name in ("one", "two")]
    assert [question.id for question in load_questions(paths)] == ["one:q1", "two:q1"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"answers": ["x"]}, "question is missing"),
        ({"question": "  "}, "question is empty"),
        ({"question": 7}, "question must be text, is 7"),
        ({"question": "\ud800?"}, "question holds half a character"),
        (["question"], "not a JSON object but ['question']"),
        ({"question": "q", "id": 7}, "id must be text, is 7"),
        ({"question": "q", "answers": "x"}, "answers must be a list of texts, is 'x'"),
        ({"question": "q", "answers": [3]}, "answers has an entry that must be text, is 3"),
        ({"question": "q", "articles": [""]}, "articles has an entry that is empty"),
        ({"question": "q", "articles": [None]}, "articles has an entry that is missing"),
        ({"question": "q", "quote": []}, "quote must be text, is []"),
        ({"question": "q", "date": "29.9.2025"}, "date must be ISO 8601"),
        ({"question": "q", "date": 2025}, "date must be text, is 2025"),
        ({"question": "q", "answerable": "false"}, "answerable must be true or false, is 'false'"),
        ({"question": "q", "answerable": 0}, "answerable must be true or false, is 0"),
    ],
)
def test_an_unusable_row_is_refused_with_its_number_and_reason(tmp_path: Path, row: object, fault: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"question": "fine?"}\n' + json.dumps(row), "utf-8")
    assert f"set.jsonl row 2: {fault}" in refusal(path)


def test_all_faults_of_all_sets_are_named_at_once(tmp_path: Path) -> None:
    one = write(tmp_path / "one.jsonl", {"question": ""}, {"question": "ok"}, {"question": 1, "answerable": "no"})
    two = write(tmp_path / "two.jsonl", {})
    message = refusal(one, two)
    for fault in (
        "one.jsonl row 1: question is empty",
        "one.jsonl row 3: question must",
        "one.jsonl row 3: answerable",
    ):
        assert fault in message
    assert "two.jsonl row 1: question is missing" in message
    assert "row 2" not in message


def test_an_id_used_twice_names_both_rows(tmp_path: Path) -> None:
    one = write(tmp_path / "one.jsonl", {"id": "x", "question": "a"})
    two = write(tmp_path / "two.jsonl", {"question": "b"}, {"id": "x", "question": "c"})
    assert "two.jsonl row 2: the id 'x' is taken by one.jsonl row 1" in refusal(one, two)


def test_bytes_that_are_not_utf8_are_named_by_row(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b'{"question": "ok"}\n' + '{"question": "언제?"}'.encode("cp949"))
    assert "set.jsonl row 2: not UTF-8 (byte 0xbe at 15)" in refusal(path)


def test_utf16_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes('{"question": "언제?"}'.encode("utf-16"))
    assert refusal(path) == "set.jsonl is UTF-16. Save it as UTF-8."


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_set_without_questions_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(content, "utf-8")
    assert refusal(path).startswith("empty.jsonl: no questions.")


def test_a_file_in_another_format_does_not_flood_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("question,answer\x1b[2J\n" * 500, "utf-8")
    message = refusal(path)
    assert len(message.splitlines()) == NAMED_FAULTS + 2
    assert message.endswith(f"and {500 - NAMED_FAULTS} more")
    assert "\x1b" not in message


def test_a_row_nested_beyond_reason_is_a_fault_of_that_row(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("[" * 200_000, "utf-8")
    assert "set.jsonl row 1: not JSON" in refusal(path)


@given(st.binary())
def test_any_bytes_are_a_question_or_faults(line: bytes) -> None:
    question, faults = _parse_row(line, "q1")
    assert (question is None) == bool(faults)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*Question.__dataclass_fields__]), json_values))
def test_any_object_is_a_question_or_faults(row: dict[str, object]) -> None:
    question, faults = _parse_row(json.dumps(row).encode(), "q1")
    assert (question is None) == bool(faults)
    assert question is None or question.question.strip() == question.question != ""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.loading import load_question_set
from eval.question_set.question import Question, QuestionSet, Relevant
from eval.question_set.tables import LONGEST_CELL

Refusal = Callable[..., str]


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def only(path: Path) -> Question:
    (question,) = load_question_set([path]).questions
    return question


def test_jsonl_rows_are_named_by_their_line(tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", '{"question": "누가 이겼나?"}\n{"question": "Who won in 1997?"}\n')
    assert load_question_set([path]).questions == (
        Question("q1", "누가 이겼나?", "ko"),
        Question("q2", "Who won in 1997?", "en"),
    )


def test_a_byte_order_mark_and_blank_lines_and_windows_line_ends_are_read_over(tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", '\ufeff{"question": "one?"}\r\n\r\n{"question": "two?"}')
    assert [question.id for question in load_question_set([path]).questions] == ["q1", "q3"]


def test_a_line_separator_inside_a_json_text_does_not_end_the_row(tmp_path: Path) -> None:
    assert only(write(tmp_path / "set.jsonl", '{"question": "one\u2028two\x85?"}')).question == "one\u2028two\x85?"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('["question"]', "not a JSON object but ['question']"),
        ('"question"', "not a JSON object but 'question'"),
        ('{"question": "q"', "not JSON"),
        ('{"question": ' + "1" * 5000 + "}", "not JSON"),
        ("[" * 200_000, "not JSON"),
        ('{"question": "q"} {"question": "q"}', "not JSON (Extra data"),
        ('{"answers": ["x"]}', "question is missing"),
        ('{"question": "q", "answers": ' + "[" * 900 + "]" * 900 + "}", "answers has an entry that must be text"),
    ],
)
def test_an_unusable_jsonl_row_is_refused_with_its_line_and_reason(
    tmp_path: Path, refusal: Refusal, row: str, fault: str
) -> None:
    assert f"set.jsonl row 2: {fault}" in refusal(write(tmp_path / "set.jsonl", '{"question": "fine?"}\n' + row))


def test_a_jsonl_row_in_another_encoding_is_named_and_the_others_are_checked_too(
    tmp_path: Path, refusal: Refusal
) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b'{"question": "ok"}\n' + '{"question": "언제?"}'.encode("cp949") + b"\n{}")
    message = refusal(path)
    assert "set.jsonl row 2: not UTF-8 (byte 0xbe at 15). Save the file as UTF-8" in message
    assert "set.jsonl row 3: question is missing" in message


def test_a_csv_table_is_read_by_its_header(tmp_path: Path) -> None:
    text = (
        "id, question ,answers,article,date,note\n"
        'when-1,"언제, 어디서?",9월 29일,fair.html,2025-09-29,x\n'
        ",Who won?,,,,\n"
    )
    assert load_question_set([write(tmp_path / "set.csv", text)]).questions == (
        Question(
            "when-1",
            "언제, 어디서?",
            "ko",
            answers=("9월 29일",),
            qrels=(Relevant(("fair.html",)),),
            date="2025-09-29",
            answerable=True,
        ),
        Question("q3", "Who won?", "en"),
    )


def test_blank_lines_above_the_header_and_between_rows_are_read_over(tmp_path: Path) -> None:
    path = write(tmp_path / "set.csv", "\n ,\nquestion,answers\n\n언제?,29일\n")
    assert load_question_set([path]).questions == (Question("q5", "언제?", "ko", answers=("29일",), answerable=True),)


def test_a_tsv_table_is_split_at_tabs(tmp_path: Path) -> None:
    question = only(write(tmp_path / "set.TSV", "question\tanswers\n언제, 어디서?\t9월 29일, 서울\n"))
    assert (question.question, question.answers) == ("언제, 어디서?", ("9월 29일, 서울",))


def test_a_csv_as_excel_saves_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "set.csv", '\ufeffquestion,answers\r\n"언제\r\n열리나?",29일\r\n,\r\n왜?\r\n')
    assert [(one.id, one.question) for one in load_question_set([path]).questions] == [
        ("q3", "언제\r\n열리나?"),
        ("q5", "왜?"),
    ]


@pytest.mark.parametrize(
    ("cell", "answers"),
    [
        ('["9월 29일", "29일"]', ("9월 29일", "29일")),
        ("['9월 29일', '29일']", ("9월 29일", "29일")),
        ("['9월 29일']", ("9월 29일",)),
        ("{'text': ['9월 29일'], 'answer_start': [3]}", ("9월 29일",)),
        ('{"text": ["9월 29일"], "answer_start": [3]}', ("9월 29일",)),
        ("[속보] 개막", ("[속보] 개막",)),
        ("[]", ()),
        ("True", ("True",)),
        ("{[1]: 2}", ("{[1]: 2}",)),
        ("[1] '가' '나'라고 했다", ("[1] '가' '나'라고 했다",)),
        ("[" * 5000, ("[" * 5000,)),
    ],
)
def test_a_cell_that_is_a_list_holds_several_values_and_any_other_is_text(
    tmp_path: Path, cell: str, answers: tuple[str, ...]
) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([["question", "answers"], ["언제?", cell]])
    assert only(write(tmp_path / "set.csv", table.getvalue())).answers == answers


@pytest.mark.parametrize(
    "cell",
    [
        "['9월 29일' '29일']",
        "['9월 29일'\n '29일']",
        "[array(['fair-1'], dtype=object)]",
        "{'text': array(['29일'], dtype=object), 'answer_start': array([3], dtype=int32)}",
    ],
)
def test_a_list_as_numpy_prints_it_is_refused_for_python_would_join_its_texts(
    tmp_path: Path, refusal: Refusal, cell: str
) -> None:
    path = write(tmp_path / "set.csv", f'question,generation_gt\n언제?,"{cell}"\n')
    assert "generation_gt is a list as numpy prints it; write it as JSON" in refusal(path)


def test_a_csv_of_autorag_states_its_items_as_lists_of_lists(tmp_path: Path) -> None:
    text = "qid,query,retrieval_gt,generation_gt\nu-1,언제?,\"[['fair-1', 'fair-2'], ['lights-1']]\",\"['29일']\"\n"
    question = only(write(tmp_path / "qa.csv", text))
    assert question.qrels == (Relevant(("fair-1", "fair-2")), Relevant(("lights-1",)))
    assert question.answers == ("29일",)


def test_flags_of_a_csv_are_true_or_false_however_they_are_spelled(tmp_path: Path) -> None:
    path = write(tmp_path / "set.csv", "question,answerable,is_impossible\na,TRUE,\nb,false,\nc,,True\nd,,False\n")
    answerable = [question.answerable for question in load_question_set([path]).questions]
    assert answerable == [True, False, False, None]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("question,answers\n언제, 어디서,29일\n", "row 2: has more cells than the header row"),
        ('question\n"언제?\n', "row 2: not CSV (unexpected end of data)"),
        ('question\n"언제"?\n', "row 2: not CSV"),
        ("question\n" + "가" * (LONGEST_CELL + 1), "row 2: not CSV (field larger than field limit"),
        ("질문,답\n언제?,29일\n", "row 2: question is missing"),
        ("question;answers\n언제?;29일\n", "row 2: question is missing"),
        ("question,answerable\n언제?,maybe\n", "row 2: answerable must be true or false, is 'maybe'"),
        ('question,answers\n언제?,"[1, 2]"\n', "row 2: answers has an entry that must be text, is 1"),
        (f'question,answers\n언제?,"[0x{"f" * 5000}]"\n', "row 2: answers has an entry that must be text, is a int"),
    ],
)
def test_an_unusable_csv_row_is_refused_with_its_line_and_reason(
    tmp_path: Path, refusal: Refusal, text: str, fault: str
) -> None:
    assert f"set.csv {fault}" in refusal(write(tmp_path / "set.csv", text))


def test_a_cell_longer_than_the_csv_module_likes_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "set.csv", f"question,context\nwhat?,{'word ' * 40_000}\n")
    (context,) = load_question_set([path]).contexts.values()
    assert len(context.body) == 199_999


def test_a_csv_in_another_encoding_is_refused_with_the_line_of_the_byte(tmp_path: Path, refusal: Refusal) -> None:
    path = write(tmp_path / "set.csv", "question,answers\n언제?,29일\n", "cp949")
    assert refusal(path) == "set.csv row 2: not UTF-8 (byte 0xbe at 1). Save the file as UTF-8."


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)


@given(question=texts, answers=st.lists(texts, min_size=1, max_size=3))
def test_what_is_written_as_jsonl_is_read_again(scratch: Path, question: str, answers: list[str]) -> None:
    row = json.dumps({"question": question, "answers": answers}, ensure_ascii=False)
    found = only(write(scratch / "set.jsonl", row))
    assert found.question == question.strip()
    assert found.answers == tuple(dict.fromkeys(answer.strip() for answer in answers))


@given(question=texts.filter(lambda text: text.strip()[0] not in "[{"), answers=st.lists(texts, min_size=1, max_size=3))
def test_what_is_written_as_csv_is_read_again(scratch: Path, question: str, answers: list[str]) -> None:
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["question", "answers"], [question, json.dumps(answers)]])
    found = only(write(scratch / "set.csv", table.getvalue()))
    assert found.question == question.strip()
    assert found.answers == tuple(dict.fromkeys(answer.strip() for answer in answers))


header = st.permutations(["id", "question", "answers", "retrieval_gt", "is_impossible"])
cells = st.text("[]{}\"',:1aT가 \n\\", max_size=8) | st.sampled_from(["true", "[0x1]", "['a' 'b']", "{1}", "b''"])


@given(header=header, rows=st.lists(st.lists(cells, max_size=6), max_size=4), name=st.sampled_from(["a.csv", "a.tsv"]))
def test_any_table_is_a_set_or_is_refused(
    scratch: Path,
    read_or_refused: Callable[[Path], QuestionSet | None],
    header: list[str],
    rows: list[list[str]],
    name: str,
) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, delimiter="," if name == "a.csv" else "\t").writerows([header, *rows])
    read_or_refused(write(scratch / name, table.getvalue()))

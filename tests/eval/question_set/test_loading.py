import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.collector import NAMED_FAULTS
from eval.question_set.loading import FORMATS, load_question_set
from eval.question_set.question import QuestionSet

Refusal = Callable[..., str]

JSONL = '{"question": "언제?", "answers": ["29일"]}\n{"id": "x", "question": "Who?", "articles": ["a.html"]}\n'
CSV = 'id,question,answers\n,언제?,"[""29일""]"\nx,Who?,\n'
SQUAD = {
    "data": [
        {
            "title": "축제",
            "paragraphs": [
                {
                    "context": "축제는 29일 열린다.",
                    "qas": [{"id": "1", "question": "언제?", "answers": [{"text": "29일"}]}],
                }
            ],
        }
    ]
}
RETRIEVAL = {"queries": {"1": "언제?"}, "corpus": {"n": "29일 열린다."}, "relevant_docs": {"1": ["n"]}}
SAMPLES = {
    "set.jsonl": JSONL,
    "set.ndjson": JSONL,
    "set.txt": JSONL,
    "set.csv": CSV,
    "set.tsv": CSV.replace(",", "\t"),
    "rows.json": json.dumps([{"question": "언제?", "answers": ["29일"]}], ensure_ascii=False),
    "squad.json": json.dumps(SQUAD, ensure_ascii=False),
    "retrieval.json": json.dumps(RETRIEVAL, ensure_ascii=False),
}
"""File name to a small set of every format."""

BEIR = {
    "corpus.jsonl": '{"_id": "d", "title": "축제", "text": "29일 열린다."}\n',
    "queries.jsonl": '{"_id": "1", "text": "언제?"}\n',
    "qrels/test.tsv": "query-id\tcorpus-id\tscore\n1\td\t1\n",
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")
    return path


def beir(folder: Path) -> Path:
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    for name, text in BEIR.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_read_by_the_format_that_its_name_ends_with(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SAMPLES[name], "utf-8")
    first = load_question_set([path]).questions[0]
    assert first.question == "언제?"
    assert first.answerable
    assert first.place.startswith(name)


def test_every_format_has_a_sample() -> None:
    assert FORMATS.keys() <= {Path(name).suffix for name in SAMPLES}


def test_sets_of_all_formats_are_read_as_one_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(CSV.replace("x,", "y,"), "utf-8")
    paths = [beir(tmp_path / "c"), tmp_path / "b.csv", write(tmp_path / "a.jsonl", {"question": "왜?"})]
    questions = load_question_set(paths)
    assert [question.id for question in questions.questions] == ["c:1", "b:q2", "y", "a:q1"]
    assert [context.body for context in questions.contexts.values()] == ["29일 열린다."]


def test_rows_without_ids_in_several_sets_are_named_by_their_file(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.jsonl", {"question": name}) for name in ("one", "two")]
    assert [question.id for question in load_question_set(paths).questions] == ["one:q1", "two:q1"]


def test_all_faults_of_all_sets_are_named_at_once(tmp_path: Path, refusal: Refusal) -> None:
    one = write(tmp_path / "one.jsonl", {"question": ""}, {"question": "ok"}, {"question": 1, "answerable": "no"})
    two = tmp_path / "two.csv"
    two.write_text("question,date\nwhen?,soon\n", "utf-8")
    assert refusal(one, two).splitlines() == [
        "The question set cannot be scored; mend these rows:",
        "  one.jsonl row 1: question is empty",
        "  one.jsonl row 3: question must be text, is 1",
        "  one.jsonl row 3: answerable must be true or false, is 'no'",
        "  two.csv row 2: date must be ISO 8601 (2025-09-29, 2025-09, 2025 or 2025-09-29/2025-10-01), is 'soon'",
    ]


def test_an_id_used_in_two_files_names_both_rows(tmp_path: Path, refusal: Refusal) -> None:
    one = write(tmp_path / "one.jsonl", {"id": "x", "question": "a"})
    two = tmp_path / "two.csv"
    two.write_text("question,id\nb,\nc,x\n", "utf-8")
    assert "two.csv row 3: the id 'x' is taken by one.jsonl row 1" in refusal(one, two)


def test_two_files_of_one_name_are_refused_where_their_rows_have_no_ids(tmp_path: Path, refusal: Refusal) -> None:
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        paths.append(write(tmp_path / folder / "set.jsonl", {"question": folder}))
    assert "set.jsonl row 1: the id 'set:q1' is taken by set.jsonl row 1" in refusal(*paths)


@pytest.mark.parametrize("name", ["set.jsonl", "set.csv", "set.tsv"])
@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_a_file_without_a_row_is_refused(tmp_path: Path, refusal: Refusal, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert refusal(path).startswith(f"{name}: no questions.")


def test_a_csv_of_a_header_alone_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "set.csv"
    path.write_text("id,question,answers\n", "utf-8")
    assert refusal(path).startswith("set.csv: no questions.")


def test_a_file_in_another_format_does_not_flood_the_terminal(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("question,answer\x1b[2J\n" * 500, "utf-8")
    message = refusal(path)
    assert len(message.splitlines()) == NAMED_FAULTS + 2
    assert message.endswith(f"and {500 - NAMED_FAULTS} more")
    assert "\x1b" not in message


def test_a_missing_file_is_refused_by_its_path(tmp_path: Path, refusal: Refusal) -> None:
    path = tmp_path / "missing.jsonl"
    assert refusal(path) == f"{path} cannot be read: No such file or directory. Check the path and its permissions."


def test_a_folder_that_is_none_of_beir_is_refused_with_advice(tmp_path: Path, refusal: Refusal) -> None:
    write(tmp_path / "corpus.jsonl", {"question": "?"})
    assert f"{tmp_path} is a folder without corpus.jsonl and queries.jsonl" in refusal(tmp_path)


def damaged(text: str) -> st.SearchStrategy[bytes]:
    """The text with a piece of it replaced by other bytes."""
    content = text.encode()
    places = st.integers(0, len(content))
    pieces = st.binary(max_size=4) | st.sampled_from([b"\n", b'"', b"[", b"{}", b"null", b"\\ud800", b",", b"\t", b"9"])
    return st.builds(
        lambda start, length, piece: content[:start] + piece + content[start + length :],
        places,
        st.integers(0, 20),
        pieces,
    )


@pytest.mark.parametrize("name", SAMPLES)
@given(st.data())
def test_a_file_of_any_bytes_is_a_set_or_is_refused(
    scratch: Path, read_or_refused: Callable[[Path], QuestionSet | None], name: str, data: st.DataObject
) -> None:
    path = scratch / name
    path.write_bytes(data.draw(damaged(SAMPLES[name]) | st.binary()))
    read_or_refused(path)


@pytest.mark.parametrize("name", BEIR)
@given(st.data())
def test_a_beir_folder_with_a_file_of_any_bytes_is_a_set_or_is_refused(
    scratch: Path, read_or_refused: Callable[[Path], QuestionSet | None], name: str, data: st.DataObject
) -> None:
    folder = beir(scratch / "beir")
    (folder / name).write_bytes(data.draw(damaged(BEIR[name]) | st.binary()))
    read_or_refused(folder)

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.question_set.encoding import read_bytes, read_text
from indexing.errors import QuestionSetError


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + "언제?\r\n".encode())
    assert read_text(path) == "언제?\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf16_is_named_as_such_where_a_mark_tells_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes("\ufeff언제?".encode(encoding))
    with pytest.raises(QuestionSetError, match=r"^set\.jsonl is UTF-16\. Save it as UTF-8\.$"):
        read_bytes(path)


def test_a_file_that_cannot_be_opened_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match=r"missing\.jsonl cannot be read: No such file or directory\."):
        read_bytes(tmp_path / "missing.jsonl")
    with pytest.raises(QuestionSetError, match=r"cannot be read: Is a directory\."):
        read_bytes(tmp_path)


@given(
    before=st.text(st.characters(codec="utf-8"), max_size=20), wrong=st.sampled_from([b"\xff", b"\xbe\xf0", b"\xc3("])
)
def test_the_first_wrong_byte_is_named_by_row_and_place(scratch: Path, before: str, wrong: bytes) -> None:
    path = scratch / "set.csv"
    start = b"x" + before.encode()
    path.write_bytes(start + wrong + b"\nmore\xff")
    row, place = start.count(b"\n") + 1, len(start.split(b"\n")[-1]) + 1
    with pytest.raises(QuestionSetError) as caught:
        read_text(path)
    message = f"set.csv row {row}: not UTF-8 (byte 0x{wrong[0]:02x} at {place}). Save the file as UTF-8."
    assert str(caught.value) == message

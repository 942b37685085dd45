"""Output in encodings that lack some of what is told, as redirected on Korean Windows."""

import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import pytest

from app.commands.terminal import echo, echo_json, never_refused
from app.settings import Settings

QUESTION = "When is the Riverlink assembly?"


def written_in_cp949(write: Callable[[], object]) -> str:
    written = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(written, "cp949", write_through=True)):
        write()
        return written.getvalue().decode("cp949")


def test_people_read_an_answer_in_an_encoding_without_its_dash(newschat: Any, settings: Settings) -> None:
    out = written_in_cp949(lambda: newschat("ask", QUESTION, "--archive", settings.archive_dir))
    assert "29 September - 1 October 2025" in out
    assert "하천도시협의회" in out


def test_programs_read_the_same_json_in_any_encoding(newschat: Any, settings: Settings) -> None:
    out = written_in_cp949(lambda: newschat("ask", QUESTION, "--archive", settings.archive_dir, "--json"))
    assert json.loads(out)["short_answer"] == "29 September – 1 October 2025"


def test_what_an_encoding_lacks_is_a_question_mark() -> None:
    def write() -> None:
        never_refused(sys.stdout)
        echo("한빛시 🎉 – 축제")

    assert written_in_cp949(write) == "한빛시 ? - 축제\n"


def test_utf_8_keeps_every_sign_and_json_stays_readable(capsys: pytest.CaptureFixture[str]) -> None:
    echo("한빛시 🎉 – 축제")
    echo_json({"city": "한빛시 🎉"})
    out = capsys.readouterr().out
    assert out.startswith("한빛시 🎉 – 축제\n")
    assert "한빛시 🎉" in out.splitlines()[2]


def test_a_stream_that_was_told_how_to_write_is_left_so() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "cp949", errors="backslashreplace")
    never_refused(stream)
    assert stream.errors == "backslashreplace"

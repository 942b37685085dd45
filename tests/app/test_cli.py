import errno
import importlib
import os
import subprocess
import sys

import click
import pytest

from app.cli import COMMANDS, main, newschat

HEAVY = ("torch", "sentence_transformers", "gradio", "chromadb", "llama_index", "trafilatura", "pandas")


def test_help_lists_every_command_and_imports_no_vendor() -> None:
    script = (
        "import sys; from app.cli import newschat\n"
        "newschat.main(['--help'], standalone_mode=False)\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists_under_its_name_and_explains_itself(name: str) -> None:
    module, _, function = COMMANDS[name][0].partition(":")
    command = getattr(importlib.import_module(module), function)
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENAMETOOLONG, "Error: File name too long (xxx). Give a shorter name.\n"),
        (errno.ENOSPC, "Error: No space left on device (xxx). Free some space.\n"),
        (errno.EACCES, "Error: Permission denied (xxx). Mend its permissions.\n"),
    ],
)
def test_what_a_disk_refuses_is_told_with_what_helps(
    number: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(number, os.strerror(number), "xxx")

    monkeypatch.setattr(newschat, "main", refuse)
    assert main() == 1
    assert capsys.readouterr().err == told


def test_other_errors_of_the_system_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(newschat, "main", fail)
    with pytest.raises(OSError, match="Bad file"):
        main()

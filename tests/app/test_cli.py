import importlib
import subprocess
import sys

import click
import pytest

from app.cli import COMMANDS

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

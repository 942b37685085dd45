"""The command line: ``newschat COMMAND``. A command's module is imported only when the command is called."""

import errno
import importlib
import os
import sys
from typing import Final

import click

from app.commands.advice import Given, completed
from app.commands.terminal import error_line, never_refused
from indexing.errors import NewschatError

# name -> where its click command is, and what the overview says of it (without importing it)
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "chat": ("app.commands.chat:chat", "Index what is new, then serve the web page."),
    "ask": ("app.commands.ask:ask", "Answer one question, with citations."),
    "search": ("app.commands.search:search", "List the articles that fit a query."),
    "index": ("app.commands.index:index", "Bring the archive up to date with the corpus folder."),
    "inspect": ("app.commands.inspect:inspect", "Show a file as it is read; nothing is indexed."),
    "status": ("app.commands.status:status", "Show what the archive holds and whether it is sound."),
    "eval": ("eval.command:eval_command", "Score the answers to question sets."),
    "bench": ("eval.bench.command:bench_command", "Time indexing and questions beside a naive pipeline."),
}


_OUT_OF_OUR_HANDS: Final = {
    errno.ENOSPC: "Free some space.",
    errno.EDQUOT: "Free some space, or ask for more.",
    errno.EFBIG: "Choose a disk that takes larger files.",
    errno.EROFS: "Choose a folder that can be written.",
    errno.EACCES: "Mend its permissions.",
    errno.EPERM: "Mend its permissions.",
    errno.ENAMETOOLONG: "Give a shorter name.",
}
"""What a disk or a folder may refuse to any part of the program, and what helps; other errors of the system are
mistakes of ours."""
_LONGEST_PLACE: Final = 200


class LazyGroup(click.Group):
    """A click group whose commands are imported on demand, so that ``--help`` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newschat")
def newschat() -> None:
    """Ask an archive of news articles in Korean or English; every claim cites the sentence it stands on."""


def main() -> int:
    """Run the command line; the process's entry point.

    Returns:
        0 done, 1 failed (one line on stderr), 2 wrong usage.
    """
    _stay_offline()
    never_refused(sys.stdout)
    never_refused(sys.stderr)
    given: Given = {}
    try:
        newschat.main(standalone_mode=False, obj=given)
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            error.show()
        else:
            click.echo(f"Error: {error_line(completed(error.format_message(), given))}", err=True)
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except NewschatError as error:
        click.echo(f"Error: {error_line(completed(str(error), given))}", err=True)
        return 1
    except BrokenPipeError:
        # The reader of our output went away (`newschat search … | head`); nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in _OUT_OF_OUR_HANDS:
            raise
        place = f" ({str(error.filename)[:_LONGEST_PLACE]})" if error.filename else ""
        click.echo(error_line(f"Error: {error.strerror}{place}. {_OUT_OF_OUR_HANDS[error.errno]}"), err=True)
        return 1
    return 0


def _stay_offline() -> None:
    """Vendors' usage reports are off unless the user turns them on."""
    for variable, value in (
        ("ANONYMIZED_TELEMETRY", "False"),
        ("GRADIO_ANALYTICS_ENABLED", "False"),
        ("HF_HUB_DISABLE_TELEMETRY", "1"),
        ("DO_NOT_TRACK", "1"),
    ):
        os.environ.setdefault(variable, value)


if __name__ == "__main__":
    sys.exit(main())

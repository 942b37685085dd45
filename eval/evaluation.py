"""What came of asking a question set, and where that is shown and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from app.commands.terminal import counted, echo_json
from eval.comparison import Comparison
from eval.runs.folder import COMPARISON, JUNIT, REPORT, json_text, unwritable, write_run
from eval.runs.journal import remove_journal
from eval.runs.runner import Run
from eval.summary import Summary


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A question set that was asked and scored.

    Attributes:
        run: every result.
        summary: of the results.
        comparison: with a baseline, where one was given.
        facts: by which version, on which question sets and archive; the content of ``run.json``.
        settings: what the application was set to.
        failed_judgements: what the judging language model failed to tell.
    """

    run: Run
    summary: Summary
    comparison: Comparison | None
    facts: Mapping[str, object]
    settings: Mapping[str, object]
    failed_judgements: int

    def show(self, *, as_json: bool) -> None:
        """The summary and the comparison on stdout; where that is JSON, the comparison's tables on stderr as well."""
        from rich.console import Console

        from eval.reports.terminal import print_comparison, print_summary

        console = Console(stderr=as_json)
        if as_json:
            compared = {"comparison": self.comparison.as_json()} if self.comparison else {}
            echo_json(self.summary.as_json() | compared)
        else:
            print_summary(console, self.summary)
        if self.comparison:
            print_comparison(console, self.comparison)
        if self.failed_judgements:
            click.echo(f"Not scored, since the model failed: {counted(self.failed_judgements, 'judgement')}.", err=True)

    def keep(self, out: Path) -> None:
        """Write the run into a folder.

        Raises:
            QuestionSetError: it cannot be written.
        """
        from eval.reports.html import html_report
        from eval.reports.junit import junit_xml

        finished = datetime.now(UTC).isoformat(timespec="seconds")
        facts = {"name": out.resolve().name, "finished": finished, **self.facts}
        sets = self.facts["question_sets"]
        documents = {
            REPORT: html_report(self.run, self.summary, facts, self.comparison),
            JUNIT: junit_xml(self.run, ", ".join(map(str, sets)) if isinstance(sets, list) else ""),
        }
        if self.comparison:
            documents[COMPARISON] = json_text(self.comparison.as_json())
        try:
            write_run(out, self.run, self.summary, settings=self.settings, facts=facts, documents=documents)
            remove_journal(out)
        except OSError as error:
            raise unwritable(out, error) from error
        click.echo(f"Written to {out}: open {out / REPORT}", err=True)

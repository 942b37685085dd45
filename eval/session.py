"""One call of ``newschat eval``: what is asked of what, what came of it, and where that is shown and kept."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.progress import progress_bar
from app.commands.terminal import counted, echo_json, printable
from app.settings import Settings
from eval.asked_archive import AskedArchive, archive_to_ask
from eval.comparison import Comparison, compare, require_shared
from eval.gates.gate import Gate, load_gate
from eval.gates.update import floor_changes, write_floors
from eval.question_set.collector import fault_report
from eval.question_set.misspelling import remarks_on_keys
from eval.question_set.question import Question, QuestionSet
from eval.question_set.validation import Fault, Validator, unknown_articles
from eval.runs.folder import COMPARISON, JUNIT, REPORT, SavedRun, json_text, masked, read_run, write_run
from eval.runs.journal import Journal
from eval.runs.runner import Run, Runner
from eval.selection import select
from eval.summary import Summary, figure_names, summarise
from indexing.errors import QuestionSetError

if TYPE_CHECKING:
    from app.composition.application import Application
    from eval.judging.judge import LanguageModelJudge

NOT_OF_THE_RUN = ("archive_dir", "corpus_dir", "archive_name", "examples", "host", "port", "chroma_url")
"""Settings that change no answer: where things lie and how the page looks."""


class Session:
    """The steps of an evaluation, in the order in which the command takes them.

    Args:
        questions: the set.
        settings: of the application.
        names: of the set's files, for the record.
        corpus: folder to index for the occasion, None for none.
        existing: whether the user named an archive.
        as_json: whether stdout is for the summary's JSON alone.
    """

    def __init__(
        self,
        questions: QuestionSet,
        settings: Settings,
        *,
        names: Sequence[str],
        corpus: Path | None,
        existing: bool,
        as_json: bool,
    ) -> None:
        self._set = questions
        self._settings = settings
        self._names = tuple(names)
        self._corpus = corpus
        self._existing = existing
        self._as_json = as_json
        self._gate_file: Path | None = None
        self._gate = Gate({})
        self._saved: SavedRun | None = None
        self._summary: Summary | None = None

    def select(self, slices: Sequence[str], failed_only: Path | None, limit: int | None) -> None:
        """Keep only some of the questions.

        Raises:
            QuestionSetError: an option names what there is not, or nothing is left.
        """
        failed_in = read_run(failed_only) if failed_only else None
        chosen = select(self._set.questions, slices, failed_in, limit)
        self._set = QuestionSet(chosen, self._set.contexts)

    def prepare(self, gate_file: Path | None, baseline: Path | None, *, new_gate: bool) -> None:
        """Read everything that could be wrong before anything is indexed.

        Raises:
            QuestionSetError: the gate or the baseline cannot be used.
        """
        self._gate_file = gate_file
        if gate_file and (gate_file.exists() or not new_gate):
            self._gate = load_gate(gate_file)
            self._gate.check_names(figure_names(self._set.questions))
        if baseline:
            self._saved = read_run(baseline)
            require_shared(self._set.questions, self._saved)

    def validate(self) -> int:
        """Print what is wrong with the set, checked against its articles where it is known which; the number of faults.

        Raises:
            NewschatError: the archive cannot be opened or made.
        """
        questions: Sequence[Question] = self._set.questions
        faults = [Fault(question, problem) for question in questions for problem in question.misspelt]
        checked = bool(self._corpus or self._existing or self._set.contexts)
        if checked:
            with ExitStack() as stack:
                asked, application = self._open(stack)
                questions = asked.questions
                faults += Validator(application.archive.every_article()).faults(questions)
        if self._as_json:
            rows = [
                {"place": fault.question.place, "id": fault.question.id, "problem": fault.problem} for fault in faults
            ]
            echo_json({"questions": len(questions), "faults": rows})
        else:
            for fault in faults:
                click.echo(printable(str(fault)))
            unanswerable = sum(question.answerable is False for question in questions)
            click.echo(
                f"{counted(len(questions), 'question')}, {unanswerable} of them unanswerable; "
                f"{counted(len(faults), 'fault')}."
            )
        if not checked:
            click.echo("Only the rows were checked; add --corpus DIR to check the gold against its articles.", err=True)
        return len(faults)

    def ask(self, out: Path | None, *, judge: bool) -> None:
        """Ask, score, print, and write the run.

        Raises:
            NewschatError: the archive, the set or the language model cannot be used; nothing is scored then.
        """
        for remark in remarks_on_keys(self._set.questions):
            click.echo(printable(remark), err=True)
        with ExitStack() as stack:
            asked, application = self._open(stack)
            self._require_articles(asked.questions, application)
            judging = self._judge(asked.settings) if judge else None
            facts = self._facts(application, judge=judge)
            journal = stack.enter_context(_journal(out, facts, asked.settings)) if out else None
            finished = journal.finished(asked.questions) if journal else {}
            if finished:
                click.echo(f"Continuing a run: {counted(len(finished), 'question')} answered already.", err=True)
            runner = Runner(
                application.conversation.ask, judging, finished, journal.keep if journal else lambda result: None
            )
            with progress_bar() as step:
                run = runner.run(asked.questions, partial(step, "asking"))
            self._summary = summary = summarise(run.results)
            comparison = compare(run, self._saved) if self._saved else None
            self._print(summary, comparison)
            if judging and judging.failed:
                click.echo(f"Not scored, since the model failed: {counted(judging.failed, 'judgement')}.", err=True)
            if out and journal:
                facts |= {"failed_judgements": judging.failed} if judging else {}
                self._write(out, run, summary, comparison, facts, asked.settings)
                journal.remove()

    def misses(self) -> list[str]:
        """What of the gate the run has not reached.

        Raises:
            QuestionSetError: the gate names what was not scored.
        """
        return self._gate.misses(self._figures())

    def update_gate(self, *, lower: bool) -> None:
        """Move the gate's floors to what the run reached; one that would fall stays unless ``lower``.

        Raises:
            QuestionSetError: the file cannot be written.
        """
        if self._gate_file is None:
            return
        changes = [change for change in floor_changes(self._gate.limits, self._figures()) if lower or not change.lowers]
        try:
            write_floors(self._gate_file, changes)
        except OSError as error:
            raise QuestionSetError(f"The gate {self._gate_file} cannot be written: {error.strerror}.") from error
        for change in changes:
            click.echo(f"{self._gate_file.name}: {change}", err=True)
        self._gate = load_gate(self._gate_file)

    def _figures(self) -> dict[str, float | None]:
        return self._summary.flat() if self._summary else {}

    def _open(self, stack: ExitStack) -> tuple[AskedArchive, "Application"]:
        from app.composition.application import open_application

        with progress_bar() as step:
            asked = stack.enter_context(
                archive_to_ask(self._set, self._settings, corpus=self._corpus, existing=self._existing, progress=step)
            )
        for remark in asked.remarks:
            click.echo(remark, err=True)
        return asked, stack.enter_context(open_application(asked.settings))

    @staticmethod
    def _require_articles(questions: Sequence[Question], application: "Application") -> None:
        """Refuse questions whose articles are not there: they would score 0 and look like bad retrieval."""
        faults = unknown_articles(application.archive.paths(), questions)
        if faults:
            raise QuestionSetError(fault_report([str(fault) for fault in faults]))

    @staticmethod
    def _judge(settings: Settings) -> "LanguageModelJudge":
        from app.composition.models import make_llm
        from eval.judging.judge import LanguageModelJudge

        return LanguageModelJudge.load(make_llm(settings))

    def _facts(self, application: "Application", *, judge: bool) -> dict[str, object]:
        coverage = application.archive.coverage()
        return {
            "newschat": version("newschat"),
            "question_sets": list(self._names),
            "questions": len(self._set.questions),
            "judged": judge,
            "archive": {
                "fingerprint": application.archive.fingerprint(),
                "articles": coverage.articles,
                "passages": coverage.passages,
                "embedder": application.archive.model_key,
            },
        }

    def _print(self, summary: Summary, comparison: Comparison | None) -> None:
        """The summary and the comparison on stdout; where that is JSON, the comparison's tables on stderr as well."""
        from rich.console import Console

        from eval.reports.terminal import print_comparison, print_summary

        console = Console(stderr=self._as_json)
        if self._as_json:
            echo_json(summary.as_json() | ({"comparison": comparison.as_json()} if comparison else {}))
        else:
            print_summary(console, summary)
        if comparison:
            print_comparison(console, comparison)

    def _write(
        self,
        out: Path,
        run: Run,
        summary: Summary,
        comparison: Comparison | None,
        facts: dict[str, object],
        settings: Settings,
    ) -> None:
        from eval.reports.html import html_report
        from eval.reports.junit import junit_xml

        facts = {"name": out.resolve().name, "finished": datetime.now(UTC).isoformat(timespec="seconds"), **facts}
        shown = settings.model_copy(update={"corpus_dir": self._corpus}) if self._corpus else settings
        documents = {
            REPORT: html_report(run, summary, facts, comparison),
            JUNIT: junit_xml(run, ", ".join(self._names)),
        }
        if comparison:
            documents[COMPARISON] = json_text(comparison.as_json())
        try:
            write_run(out, run, summary, settings=shown.model_dump(mode="json"), facts=facts, documents=documents)
        except OSError as error:
            raise _unwritable(out, error) from error
        click.echo(f"Written to {out}: open {out / REPORT}", err=True)


def _journal(out: Path, facts: dict[str, object], settings: Settings) -> Journal:
    answering = settings.model_dump(mode="json", exclude=set(NOT_OF_THE_RUN))
    try:
        return Journal(out, {**facts, "questions": None, "question_sets": None, "settings": masked(answering)})
    except OSError as error:
        raise _unwritable(out, error) from error


def _unwritable(out: Path, error: OSError) -> QuestionSetError:
    return QuestionSetError(
        f"The run could not be written to {out}: {error.strerror}. Give --out a folder you may write to."
    )

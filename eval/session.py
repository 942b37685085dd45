"""What a call of ``newschat eval`` asks of what: a question set, and the archive or corpus that answers it."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from app.commands.progress import progress_bar
from app.commands.terminal import counted, printable
from app.settings import Settings
from eval.asked_archive import AskedArchive, archive_to_ask
from eval.comparison import compare
from eval.evaluation import Evaluation
from eval.question_set.collector import fault_report
from eval.question_set.misspelling import remarks_on_keys
from eval.question_set.question import Question, QuestionSet
from eval.question_set.validation import Fault, Validator, unknown_articles
from eval.runs.folder import SavedRun, masked, unwritable
from eval.runs.journal import Journal
from eval.runs.runner import Runner
from eval.selection import select
from eval.summary import summarise
from indexing.errors import QuestionSetError

if TYPE_CHECKING:
    from app.composition.application import Application
    from eval.judging.judge import LanguageModelJudge

NOT_OF_THE_RUN: Final = ("archive_dir", "corpus_dir", "archive_name", "examples", "host", "port", "watch", "chroma_url")
"""Settings that change no answer: where things lie, and how the page looks and keeps up."""


@dataclass(frozen=True, slots=True)
class Session:
    """What is asked of what.

    Attributes:
        asked: the questions, and the texts they bring along.
        settings: of the application.
        names: of the set's files, for the record.
        corpus: folder to index for the occasion, None for none.
        existing: whether the user named an archive.
    """

    asked: QuestionSet
    settings: Settings
    names: tuple[str, ...]
    corpus: Path | None
    existing: bool

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order in which they are asked."""
        return self.asked.questions

    @property
    def has_articles(self) -> bool:
        """Whether it is said which articles the questions are about; the archive of the settings may be any."""
        return bool(self.corpus or self.existing or self.asked.contexts)

    def selected(self, slices: Sequence[str], failed_in: SavedRun | None, limit: int | None) -> "Session":
        """The same with only some of the questions.

        Raises:
            QuestionSetError: an option names what there is not, or nothing is left.
        """
        chosen = select(self.questions, slices, failed_in, limit)
        return replace(self, asked=QuestionSet(chosen, self.asked.contexts))

    def faults(self) -> list[Fault]:
        """What is wrong with the set: its keys, and its gold where it is known which articles it is about.

        Raises:
            NewschatError: the archive cannot be opened or made.
        """
        found = [Fault(question, problem) for question in self.questions for problem in question.misspelt]
        if self.has_articles:
            with ExitStack() as stack:
                archive, application = self._open(stack)
                found += Validator(application.archive.every_article()).faults(archive.questions)
        return found

    def ask(self, out: Path | None, baseline: SavedRun | None, *, judge: bool) -> Evaluation:
        """Ask and score; with a folder, what is answered is kept there one by one, until the whole is written.

        Raises:
            NewschatError: the archive, the set or the language model cannot be used; nothing is scored then.
        """
        for remark in remarks_on_keys(self.questions):
            click.echo(printable(remark), err=True)
        with ExitStack() as stack:
            archive, application = self._open(stack)
            _require_articles(archive.questions, application)
            judging = _judge(archive.settings) if judge else None
            facts = self._facts(application, judge=judge)
            journal = stack.enter_context(_journal(out, facts, archive.settings)) if out else None
            finished = journal.finished(archive.questions) if journal else {}
            if finished:
                click.echo(f"Continuing a run: {counted(len(finished), 'question')} answered already.", err=True)
            runner = Runner(
                application.conversation.ask, judging, finished, journal.keep if journal else lambda result: None
            )
            with progress_bar() as step:
                run = runner.run(archive.questions, partial(step, "asking"))
        if judging:
            facts["failed_judgements"] = judging.failed
        settings = archive.settings.model_copy(update={"corpus_dir": self.corpus}) if self.corpus else archive.settings
        return Evaluation(
            run,
            summarise(run.results),
            compare(run, baseline) if baseline else None,
            facts,
            settings.model_dump(mode="json"),
            judging.failed if judging else 0,
        )

    def _open(self, stack: ExitStack) -> tuple[AskedArchive, "Application"]:
        from app.composition.application import open_application

        with progress_bar() as step:
            archive = stack.enter_context(
                archive_to_ask(self.asked, self.settings, corpus=self.corpus, existing=self.existing, progress=step)
            )
        for remark in archive.remarks:
            click.echo(remark, err=True)
        return archive, stack.enter_context(open_application(archive.settings))

    def _facts(self, application: "Application", *, judge: bool) -> dict[str, object]:
        coverage = application.archive.coverage()
        return {
            "newschat": version("newschat"),
            "question_sets": list(self.names),
            "questions": len(self.questions),
            "judged": judge,
            "archive": {
                "fingerprint": application.archive.fingerprint(),
                "articles": coverage.articles,
                "passages": coverage.passages,
                "embedder": application.archive.model_key,
            },
        }


def _require_articles(questions: Sequence[Question], application: "Application") -> None:
    """Refuse questions whose articles are not there: they would score 0 and look like bad retrieval."""
    if faults := unknown_articles(application.archive.paths(), questions):
        raise QuestionSetError(fault_report([str(fault) for fault in faults]))


def _judge(settings: Settings) -> "LanguageModelJudge":
    from app.composition.models import make_llm
    from eval.judging.judge import LanguageModelJudge

    return LanguageModelJudge.load(make_llm(settings))


def _journal(out: Path, facts: dict[str, object], settings: Settings) -> Journal:
    answering = settings.model_dump(mode="json", exclude=set(NOT_OF_THE_RUN))
    try:
        return Journal(out, {**facts, "questions": None, "question_sets": None, "settings": masked(answering)})
    except OSError as error:
        raise unwritable(out, error) from error

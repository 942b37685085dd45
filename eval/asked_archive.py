"""The archive that a set is asked of: the user's own, or a temporary one of a corpus or of the set's contexts."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.commands.terminal import counted
from app.settings import Settings
from eval.question_set.contexts import write_contexts
from eval.question_set.question import Question, QuestionSet
from indexing.errors import CorpusError
from indexing.progress import Progress


@dataclass(frozen=True, slots=True)
class AskedArchive:
    """What is asked where.

    Attributes:
        settings: those of the archive to open.
        questions: with gold paths as that archive has them.
        remarks: what a user should know about the choice, in plain words.
    """

    settings: Settings
    questions: tuple[Question, ...]
    remarks: tuple[str, ...]


@contextmanager
def archive_to_ask(
    questions: QuestionSet,
    settings: Settings,
    *,
    corpus: Path | None,
    existing: bool,
    progress: Progress,
) -> Iterator[AskedArchive]:
    """The archive of ``corpus``, of the set's own contexts, or the existing one; temporary ones are removed afterwards.

    Args:
        questions: the set.
        settings: of the existing archive.
        corpus: index this folder for the occasion; None if not asked for.
        existing: whether the user asked for the existing archive by name.
        progress: called with stage, done and total while something is indexed.

    Raises:
        NewschatError: the corpus cannot be indexed, or holds no article.
    """
    brought = len(questions.contexts)
    if corpus is None and (existing or not brought):
        yield AskedArchive(settings, questions.without_contexts().questions, _ignored(brought))
        return
    with tempfile.TemporaryDirectory(prefix="newschat-eval-") as folder:
        if corpus is not None:
            source, asked, ignored = corpus, questions.without_contexts().questions, _ignored(brought)
        else:
            source, ignored = Path(folder) / "contexts", ()
            source.mkdir()
            asked = write_contexts(questions, source)
        # a Chroma server would keep the vectors of the temporary archive beside those of the real one
        changes = {"archive_dir": Path(folder) / "archive", "corpus_dir": source, "chroma_url": None}
        temporary = settings.model_copy(update=changes)
        done = _indexed(temporary, source, "the set's own contexts" if corpus is None else str(corpus), progress)
        yield AskedArchive(temporary, asked, (done, *ignored))


def _ignored(brought: int) -> tuple[str, ...]:
    return (
        (f"The set brings along {counted(brought, 'context')}, which are not asked; the archive is.",)
        if brought
        else ()
    )


def _indexed(settings: Settings, source: Path, name: str, progress: Progress) -> str:
    from app.composition.archive import index_corpus

    report = index_corpus(settings, source, progress=progress)
    if not report.added:  # every question would be declined, which would look like a result
        raise CorpusError(f"{name} holds no article that can be read ({counted(len(report.skipped), 'file')} skipped).")
    return f"Indexed {counted(report.added, 'article')} of {name}, skipped {len(report.skipped)}."

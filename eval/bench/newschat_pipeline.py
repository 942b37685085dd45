"""newschat's side of a bench: what ``newschat index`` and the page do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.settings import Settings
from eval.bench.pipeline import Indexed, Retrieve


class NewschatPipeline:
    """Indexes and retrieves through the composition root.

    Args:
        settings: with the folder of the archive.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def index(self, corpus: Path) -> Indexed:
        """Bring the archive up to date with a folder.

        Raises:
            NewschatError: the folder or the archive cannot be used.
        """
        from app.composition.archive import index_corpus

        report = index_corpus(self._settings, corpus)
        return Indexed(report.added + report.changed + report.unchanged, report.passages)

    @contextmanager
    def opened(self) -> Iterator[Retrieve]:
        """The archive, open for questions.

        Raises:
            NewschatError: there is none, or it does not fit the embedder.
        """
        from app.composition.application import open_application

        with open_application(self._settings) as application:
            yield lambda question: len(application.retriever.retrieve(question))

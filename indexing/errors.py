"""The errors a user can meet, as one tree.

NewschatError
├── SettingsError        a setting is unknown, malformed or contradicts another
├── ReadingError         a file cannot be read as news
│   └── CutOffError            a file ends before it is complete
├── CorpusError          the corpus folder cannot be read or is not a folder
│   ├── CorpusMissingError     there is no such folder
│   └── ShrunkenCorpusError    most of what the archive holds is not in it
├── ArchiveError         the archive cannot be opened, written or read
│   ├── ArchiveMissingError    there is no archive yet
│   ├── ArchiveMismatchError   the archive was built by other settings
│   ├── ArchiveDamagedError    vectors or keywords are damaged, the articles are not
│   └── ArchiveBusyError       another process is writing to it
├── EmbeddingError       a model cannot be loaded or fails on a text
├── AnswerError          a language model endpoint fails or sends nonsense
├── UnforeseenError      something failed in a way that nobody thought of; the log has it in full
└── QuestionSetError     a question set cannot be scored

A message says what happened, with which value, and what to do next; it is printed as it is.
"""


class NewschatError(Exception):
    """Anything that goes wrong in a way the user can mend.

    Attributes:
        facts: the values of the message by name, for whoever tells it in another language.
    """

    def __init__(self, message: str = "", **facts: object) -> None:
        super().__init__(message)
        self.facts = facts


class SettingsError(NewschatError):
    """A setting is unknown, malformed or contradicts another."""


class ReadingError(NewschatError):
    """A file cannot be read as news; the indexer counts it as skipped with this message as reason."""


class CutOffError(ReadingError):
    """A file ends before it is complete: what it holds beyond is unknown, and none of it is taken for deleted."""


class CorpusError(NewschatError):
    """The corpus folder cannot be read or is not a folder; its facts name the ``folder``."""


class CorpusMissingError(CorpusError):
    """There is no such folder."""


class ShrunkenCorpusError(CorpusError):
    """More than half of the archive's articles would be deleted; the message says how many and what to do.

    Its facts are the ``folder``, how many would be ``deleted``, and how many are ``held``.
    """


class ArchiveError(NewschatError):
    """The archive cannot be opened, written or read."""


class ArchiveMissingError(ArchiveError):
    """There is no archive yet; the message names the command that makes one."""


class ArchiveMismatchError(ArchiveError):
    """The archive was built by another embedder or schema; the message names the command that rebuilds it."""


class ArchiveDamagedError(ArchiveError):
    """Vectors or keywords are damaged; the next index run makes them anew from the catalog."""


class ArchiveBusyError(ArchiveError):
    """Another process is writing to the archive; the message says which, and since when."""


class EmbeddingError(NewschatError):
    """A model cannot be loaded or fails on a text."""


class AnswerError(NewschatError):
    """A language model endpoint fails, stalls or sends nonsense."""


class RerankerError(NewschatError):
    """A reranker cannot be loaded, or is none."""


class ComprehensionError(NewschatError):
    """The comprehension model cannot be loaded."""


class UnforeseenError(NewschatError):
    """Something failed in a way that nobody thought of; the message names the error, the log has it in full."""


class QuestionSetError(NewschatError):
    """A question set cannot be scored; the message names the rows."""

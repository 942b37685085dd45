"""A question with its gold, and a set of them: the two values that every format is read into."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Relevant:
    """One relevant item of a question's qrels: an article, or copies of one story.

    Attributes:
        paths: of the articles, relative to the corpus; any one suffices.
        grade: how relevant, 1 unless the set grades (TREC and BEIR do).
    """

    paths: tuple[str, ...]
    grade: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold; a metric whose gold is empty is not scored for it.

    Attributes:
        id: unique in the run.
        question: as a user would ask it.
        lang: language of the question, "ko" or "en".
        type: a slice to report by, e.g. "when"; None if unstated.
        answers: acceptable short answers; any one suffices.
        qrels: the articles that answer it; each item is relevant by itself.
        quote: the sentence of the article that answers it.
        date: ISO 8601 date, month, year or interval that the answer must state.
        answerable: whether the archive holds the answer; None where neither the row nor its gold says.
        slices: further slices to report by, e.g. "typo".
        history: what the user asked before, oldest first; the question may lean on it.
        absent: words that would have to stand in the archive if it could answer; those of one entry in one sentence.
        place: where it is written, "set.jsonl row 3".
        misspelt: what is wrong with the keys of its row, a sentence each; what stands under them was not read.
    """

    id: str
    question: str
    lang: str
    type: str | None = None
    answers: tuple[str, ...] = ()
    qrels: tuple[Relevant, ...] = ()
    quote: str | None = None
    date: str | None = None
    answerable: bool | None = None
    slices: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    place: str = field(default="", compare=False)
    misspelt: tuple[str, ...] = field(default=(), compare=False)

    @property
    def articles(self) -> tuple[str, ...]:
        """Every gold path, whatever item of the qrels it belongs to."""
        return tuple(dict.fromkeys(path for relevant in self.qrels for path in relevant.paths))


def question_key(name: str, text: str) -> tuple[str, str]:
    """What tells a question from others: id and text; a Mac writes Hangul decomposed (NFD), so one differs in bytes."""
    return unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", text).strip()


@dataclass(frozen=True, slots=True)
class Context:
    """A text that a set brings along to be asked about: a paragraph of SQuAD, a document of BEIR.

    Attributes:
        key: what the set's qrels call it.
        title: headline, "" if it has none.
        body: the text.
    """

    key: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, and the texts they are about where the set brings its own.

    Attributes:
        questions: in the order of the files, with unique ids.
        contexts: key to text; the paths in the questions' qrels are these keys. Empty for a set about a corpus.
    """

    questions: tuple[Question, ...]
    contexts: Mapping[str, Context] = field(default_factory=dict)

    def without_contexts(self) -> "QuestionSet":
        """The questions alone, to be asked of an archive; gold that pointed into the contexts is gone."""
        return QuestionSet(tuple(self._about_the_archive(question) for question in self.questions))

    def _about_the_archive(self, question: Question) -> Question:
        return replace(
            question, qrels=tuple(one for one in question.qrels if not self.contexts.keys() & set(one.paths))
        )

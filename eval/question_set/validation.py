"""A question set against the archive it is asked of: does each gold stand where the set says it stands?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from eval.normalisation import contains
from eval.question_set.gold_articles import gold_name, gold_names
from eval.question_set.question import Question
from indexing.article import Article
from indexing.language.sentences import sentence_spans

SHOWN = 80
"""Characters of a sentence or quote that a fault shows."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a question.

    Attributes:
        question: which one.
        problem: in plain words.
    """

    question: Question
    problem: str

    def __str__(self) -> str:
        return f"{self.question.place} ({self.question.id}): {self.problem}"


def unknown_articles(paths: Iterable[str], questions: Iterable[Question]) -> list[Fault]:
    """A fault for every gold path that no article of the archive has; with it a question cannot be scored."""
    known = {name for path in paths for name in gold_names(path)}
    return [
        Fault(question, f"the archive has no article {gold!r}")
        for question in questions
        for gold in question.articles
        if gold_name(gold) not in known
    ]


class Validator:
    """Checks questions against articles as the archive holds them, that is, as a citation would show them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_path = {article.path: article for article in articles}
        self._meant: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self._by_path.values():
            for name in gold_names(article.path):
                self._meant[name].append(article)
        self._sentences: list[tuple[str, str]] | None = None

    def faults(self, questions: Sequence[Question]) -> list[Fault]:
        """Everything that is wrong, in the order of the set."""
        unknown = unknown_articles(self._by_path, questions)
        found = [fault for question in questions for fault in self._faults(question)]
        order = {question.id: number for number, question in enumerate(questions)}
        return sorted([*unknown, *found], key=lambda fault: order[fault.question.id])

    def _faults(self, question: Question) -> Iterator[Fault]:
        meant = (article for one in question.articles for article in self._meant.get(gold_name(one), ()))
        gold = {article.path: article for article in meant}
        if question.answerable is False and (question.answers or question.quote or question.qrels):
            yield Fault(question, "it is unanswerable but has gold; remove the gold, or say answerable: true")
        if (
            question.quote
            and gold
            and not any(_squeezed(question.quote) in _squeezed(one.body) for one in gold.values())
        ):
            yield Fault(question, f"its quote stands in none of its articles; {self._nearest(question.quote, gold)}")
        if question.answers and question.quote and not any(contains(question.quote, gold) for gold in question.answers):
            yield Fault(question, f"none of its answers stands in its quote: {', '.join(question.answers)[:SHOWN]}")
        if question.answers and gold and not question.quote and not self._answered(question, gold):
            yield Fault(question, f"none of its answers stands in its articles: {', '.join(question.answers)[:SHOWN]}")
        for words in question.absent:
            if place := self._holding(words):
                yield Fault(question, f"{words!r} should be absent but stands in {place[0]}: {place[1][:SHOWN]}")

    @staticmethod
    def _answered(question: Question, gold: Mapping[str, Article]) -> bool:
        return any(contains(article.body, answer) for article in gold.values() for answer in question.answers)

    @staticmethod
    def _nearest(quote: str, gold: Mapping[str, Article]) -> str:
        sentences = [
            (article.path, article.body[start:end])
            for article in gold.values()
            for start, end in sentence_spans(article.body)
        ]
        if not sentences:
            return "they are empty"
        path, best = max(sentences, key=lambda one: SequenceMatcher(None, quote, one[1], autojunk=False).ratio())
        return f"nearest in {path}: {best[:SHOWN]}"

    def _holding(self, words: str) -> tuple[str, str] | None:
        """Path and text of a sentence (or headline) that holds all of the words."""
        if self._sentences is None:
            self._sentences = [
                (article.path, text)
                for article in self._by_path.values()
                for text in (article.title, *(article.body[start:end] for start, end in sentence_spans(article.body)))
            ]
        wanted = words.casefold().split()
        return next(
            ((path, text) for path, text in self._sentences if all(word in text.casefold() for word in wanted)), None
        )


def _squeezed(text: str) -> str:
    return " ".join(text.split())

"""Abstention in words: what the archive covers, and that the nearest articles are no answer."""

from collections.abc import Callable, Sequence

from app.answering.answer import Answer, RetrievedPassage
from app.answering.wording import WORDINGS, render_date
from app.question.question import Question
from indexing.archive.catalog.coverage import Coverage


class Refusal:
    """Says that the archive does not hold the answer, and what it does hold."""

    def __init__(self, coverage: Callable[[], Coverage]) -> None:
        self._coverage = coverage

    def refuse(self, question: Question, passages: Sequence[RetrievedPassage]) -> Answer:
        """An unanswered :class:`Answer`; ``passages`` are kept as the nearest, labelled as no answer."""
        return Answer(
            question=question.text,
            language=question.language,
            text=self._text(question, bool(passages)),
            passages=tuple(passages),
        )

    def _text(self, question: Question, has_nearest: bool) -> str:
        wording = WORDINGS[question.language]
        coverage = self._coverage()
        if question.is_empty:
            return wording.nothing_asked
        if not coverage.articles:
            return wording.empty_archive
        period = coverage_period(coverage, question.language)
        if period and question.language == "ko" and not period.endswith("까지"):
            period += "에"
        template, articles = wording.not_found, coverage.articles
        if not period:
            template = wording.not_found_undated
        elif coverage.undated:
            template, articles = wording.not_found_partly_dated, coverage.dated
        text = template.format(articles=f"{articles:,}", undated=f"{coverage.undated:,}", period=period)
        return f"{text} {wording.nearest}" if has_nearest else text


def coverage_period(coverage: Coverage, language: str) -> str | None:
    """From when to when the archive's articles are, or None when no article is dated."""
    if coverage.first is None or coverage.last is None:
        return None
    days = coverage.first.isoformat(), coverage.last.isoformat()
    value = days[0] if days[0] == days[1] else "/".join(days)
    return render_date(value, language)

"""A question as it is asked of an article that tells of the year it names without its number.

The comprehension model reads no date of an article. Asked "2024년 축제는 며칠부터야?" of an article of May 2024 that
says "오는 17일부터 19일까지", it finds no answer, since nothing there is of 2024. Whether an article is of the time
that is asked for is weighed beside the reading. Of the sample's 31 questions with a year that some article leaves
unsaid, 22 are then more surely answered (one at .71 instead of .11), none less, and the one unanswerable is still
declined. An article of the year after tells of it as 지난해 or "last year", one of the year before as 내년: it is asked
for that (of "지난해 9만 4,000명이 찾았다" with .98 instead of .003).
"""

import re
from typing import Final

from app.answering.comprehension.model import Extract
from app.retrieval.periods import names_year_beside, says_year
from app.retrieval.question import Question
from indexing.article import Article

_NOT_IN_IT: Final = r"(?:부터|까지|보다|대(?!회)|도?\s?[~∼–-]|\s?(?:이후|이전|이래|대비|말|초|하반기|상반기|[1-4]분기))"
"""Behind a year: another time than the year itself."""

_CALLED: Final = {
    -1: {"ko": "지난해", "en": "last year"},
    0: {"ko": "", "en": ""},
    1: {"ko": "내년", "en": "next year"},
}
"""A year by its distance from that of the article."""


def asked_of(question: Question, asked: str, article: Article, extract: Extract) -> str:
    """The question for an extract of an article.

    Args:
        question: as it was analysed.
        asked: its text, as the model would read it.
        article: where the extract is from.
        extract: what is read.

    Returns:
        ``asked`` where the extract names the year by its number, or is of another one; for a month or day of it (the
        month alone is found no better), and for years that begin or end a time: "since 2024", "2024년부터". Else
        without the year where the article came out in it, and with the year before or after by that name ("last
        year") where the extract calls it so.
    """
    published = article.published_on
    if published is None or {period.granularity for period in question.periods} != {"year"}:
        return asked
    year, *others = {period.first.year for period in question.periods}
    text = f"{extract.title}\n{extract.text}"
    ahead = year - published.year
    if others or says_year(year, text) or not (ahead == 0 or names_year_beside(ahead, text)):
        return asked

    def as_called(stated: re.Match[str]) -> str:
        name = _CALLED[ahead]["ko" if stated["korean"] else "en"]
        if stated["titled"]:
            return f"{name}'s " if name else stated.group().removesuffix(stated["titled"])
        return f"{name} " if name and stated["korean"] else f" {name}" if name else ""

    return re.sub(_stated(year), as_called, asked, flags=re.IGNORECASE).strip()


def _stated(year: int) -> str:
    """A pattern of the year as the time of what is asked, with its particle or preposition."""
    return (
        rf"(?P<korean>(?<!\d){year}년도?(?!{_NOT_IN_IT})(?:에는|에도|에|의|도)?(?=\s)\s?)"
        rf"|,?\s?\b(?:in|of|during|for)\s{year}\b(?!\s?[-–])"
        rf"|\bthe\s(?P<titled>{year}\s)(?=[A-Za-z])"
    )

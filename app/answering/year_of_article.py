"""A question as it is asked of an article of the year it names: without the year, which the article need not say.

The comprehension model reads no date of an article. Asked "2024년 축제는 며칠부터야?" of an article of May 2024 that
says "오는 17일부터 19일까지", it finds no answer, since nothing there is of 2024. Whether an article is of the time
that is asked for is weighed beside the reading. Of the sample's 31 questions with a year that some article leaves
unsaid, 22 are then more surely answered (one at .71 instead of .11), none less, and the one unanswerable is still
declined.
"""

import re
from typing import Final

from app.answering.comprehension.model import Extract
from app.retrieval.periods import says_year
from app.retrieval.question import Question
from indexing.article import Article

_NOT_IN_IT: Final = r"(?:부터|까지|보다|대(?!회)|도?\s?[~∼–-]|\s?(?:이후|이전|이래|대비|말|초|하반기|상반기|[1-4]분기))"
"""Behind a year: another time than the year itself."""


def asked_of(question: Question, asked: str, article: Article, extract: Extract) -> str:
    """The question for an extract of an article.

    Args:
        question: as it was analysed.
        asked: its text, as the model would read it.
        article: where the extract is from.
        extract: what is read.

    Returns:
        ``asked`` without the year that the question names, where the article came out in it and the extract does not
        name it; ``asked`` itself for all others, for a month or day of it (the month alone is found no better), and for
        years that begin or end a time: "since 2024", "2024년부터".
    """
    published = article.published_on
    if published is None or not question.periods:
        return asked
    if {(period.first.year, period.granularity) for period in question.periods} != {(published.year, "year")}:
        return asked
    if says_year(published.year, f"{extract.title}\n{extract.text}"):
        return asked
    return re.sub(_stated(published.year), "", asked, flags=re.IGNORECASE).strip()


def _stated(year: int) -> str:
    """A pattern of the year as the time of what is asked, with its particle or preposition."""
    return (
        rf"(?<!\d){year}년도?(?!{_NOT_IN_IT})(?:에는|에도|에|의|도)?(?=\s)\s?"
        rf"|(?<!\d){year}\s(?=[가-힣]{{2}})"
        rf"|,?\s?\b(?:in|of|during|for)\s{year}\b(?!\s?[-–])"
        rf"|(?<=\bthe\s){year}\s(?=[A-Za-z])"
    )

"""A question in the names an article uses itself: "When did Seoul join Metropolis?" of 세계대도시협의회(Metropolis).

The comprehension model knows words, not which of them name one thing. Of two names that an article gives side by side,
across scripts, it goes on with one; the sentences that follow are read for a question in that one. Where both sound the
same (마르코 벨리니, Marco Bellini) the question stays as it is.
"""

from collections.abc import Iterator, Sequence

from app.answering.abbreviations import find_abbreviations
from app.question.concept import Concept, TextView
from indexing.article import Article
from indexing.language.hangul import has_hangul


def in_own_names(asked: str, concepts: Sequence[Concept], article: Article) -> str:
    """The question with the names in it that the article introduces, but uses less than another, told by that other.

    Args:
        asked: the question.
        concepts: what it is about.
        article: in which it will be read.
    """
    for own, other in _own_and_other(article):
        for concept in concepts:
            if TextView(other).names(concept) == 1 and TextView(own).names(concept) < 1 and own not in asked:
                words = _words(concept)
                if len(words.split()) == len(other.split()):
                    asked = asked.replace(words, own, 1)
    return asked


def _own_and_other(article: Article) -> Iterator[tuple[str, str]]:
    for pair in find_abbreviations(article.body):
        full, short = article.body.count(pair.full), article.body.count(pair.short)
        if full != short:
            yield (pair.full, pair.short) if full > short else (pair.short, pair.full)


def _words(concept: Concept) -> str:
    """The concept as it stands in the question, a Korean one without its particle."""
    if not has_hangul(concept.surface):
        return concept.surface
    return next((form for form in concept.forms if concept.surface.startswith(form)), concept.surface)

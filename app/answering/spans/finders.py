"""Which finder serves which kind of question. A new kind of short answer is a new file and a row here."""

from collections.abc import Mapping

from app.answering.spans.dates import find_dates
from app.answering.spans.definitions import find_definitions
from app.answering.spans.judgements import find_judgements
from app.answering.spans.matches import find_scores, find_winners
from app.answering.spans.persons import PersonFinder
from app.answering.spans.places import PlaceFinder
from app.answering.spans.quantities import find_quantities
from app.answering.spans.quotations import find_quotations
from app.answering.spans.reasons import find_reasons
from app.answering.spans.roles import find_roles
from app.answering.spans.span import Finder, SentenceContext, Span
from indexing.language.glossary import Glossary
from indexing.language.people import People


def span_finders(glossary: Glossary, people: People) -> Mapping[str, Finder]:
    """Question kind -> finder; kinds without a row ("how", "yes_no") are answered by the sentence alone."""
    find_people = PersonFinder(people, glossary.romanised)
    return {
        "when": find_dates,
        "where": PlaceFinder(glossary),
        "who": lambda context: find_winners(context) or find_people(context),
        "how_many": lambda context: find_scores(context) or find_quantities(context),
        "why": find_reasons,
        "what": _find_things,
    }


def _find_things(context: SentenceContext) -> list[Span]:
    """A name in quotation marks, what something is, a court gave or somebody plays, or how a match ended."""
    for find in (find_quotations, find_definitions, find_judgements, find_roles, find_scores, find_winners):
        if found := find(context):
            return found
    return []

"""Offices of bodies that the archive does not know: who is defence minister, where no article has such a ministry.

Articles about other ministers say "minister" as often as one could wish, so that the body tells alone. It is known by
its name, or by a longer or shorter one in the article that would answer: 기재부 is 기획재정부.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.question.concept import Concept
from app.question.question import Question
from app.retrieval.rarity import Frequencies
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul
from indexing.language.offices import Offices
from indexing.language.people import People
from indexing.language.terms import index_terms

_BODY: Final = re.compile(r"[가-힣]{2,12}(?:부|처|청|원|위|회|관|국|소|단|시|군|구|은행|대학교?|학교|병원|센터|공사)")
"""What ends so and stands right before a title is a body: 국방부 장관; "새로운 관장" is none."""
_LONGEST_GAP: Final = 4


class UnknownOffices:
    """Finds the office a question asks for, where the archive does not know its body.

    Args:
        frequencies: counts of the archive's passages.
        people: titles of office.
    """

    def __init__(self, frequencies: Frequencies, people: People) -> None:
        self._frequencies = frequencies
        self._titles = Offices(people.titles).korean
        self._office = re.compile(rf"(?P<body>[가-힣]{{2,}}?)(?P<gap>\s?)(?:{self._titles})")

    def find(self, question: Question, best: Evidence) -> Concept | None:
        """The first such concept beside the best evidence; None where there is none."""
        text = question.text[:QUESTION_CHARACTERS]
        return next((one for one in question.concepts if self._is_unknown(one, text, best)), None)

    def _is_unknown(self, concept: Concept, text: str, best: Evidence) -> bool:
        if has_hangul(concept.forms[0]):
            body = self._body(concept, text)
            known = not body or best.article.language == "en" or self._holds([body[-3:-1]])
            return not known and not _is_abbreviated(body, best)
        bodies = list(self._bodies(concept))
        if not bodies or self._holds(index_terms(concept.forms[0])):
            return False
        return not any(self._holds(index_terms(body)) or _is_abbreviated(body, best) for body in bodies)

    def _body(self, concept: Concept, text: str) -> str:
        """The body of a Korean office, of 국방부장관 or of 국방부 before 장관; empty where there is none."""
        noun = concept.forms[0]
        office = self._office.fullmatch(noun)
        before_title = noun == concept.surface and re.search(rf"(?<![가-힣]){noun}\s(?:{self._titles})", text)
        body = office["body"] if office else noun if before_title else ""
        return body if len(body) > 2 and _BODY.fullmatch(body) else ""

    def _bodies(self, concept: Concept) -> Iterator[str]:
        """The bodies of an English office in Korean: of "finance minister" 기획재정부 and 재무(장관)."""
        found = [self._office.fullmatch(form) for form in concept.forms if has_hangul(form)]
        if any(match and match["gap"] for match in found):
            yield from (match["body"] for match in found if match)

    def _holds(self, terms: Sequence[str]) -> bool:
        """Whether the archive may hold a text with all these terms."""
        return bool(terms) and all(self._frequencies.document_frequencies(set(terms)).values())


def _is_abbreviated(body: str, best: Evidence) -> bool:
    """Whether the article has a longer or shorter name of the body that begins and ends alike."""
    longer = f"[가-힣]{{0,{_LONGEST_GAP}}}".join(body)
    shorter = f"{body[0]}[{body[1:-1]}]{{1,{len(body)}}}{body[-1]}" if len(body) > 2 else longer
    return re.search(f"{longer}|{shorter}", f"{best.article.title}\n{best.article.body}") is not None

"""The latest version of a story speaks for the earlier ones: who asks how many were hurt wants the corrected number.

An earlier version is found all the same where the question asks for it ("처음 보도", "the first report"), where it
alone is about the time asked for, and where it alone tells something that is asked: a correction corrects a number and
repeats no more than that, and what the firemen did against the acid stands only in the report before it.
"""

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from app.question.concept import TextView
from app.question.periods import names_periods, published_in
from app.question.question import Question
from app.retrieval.candidates import Candidate
from app.retrieval.features import FeatureExtractor
from app.retrieval.ranking import RankingModel
from app.retrieval.stories import StoryArchive
from indexing.article import Article, Passage
from indexing.language.sentences import sentence_spans

Ranked = tuple[Candidate, float]
"""A candidate and the score of its place."""

_ASKS_FOR_EARLIER: Final = re.compile(
    r"속보|(?:첫|최초|초기|애초|당초|앞선|이전)\s?(?:의\s)?(?:보도|기사)|(?:처음|애초|당초)\S*\s(?:\S+\s){0,4}(?:보도|기사|알려|전해)"
    r"|(?:정정|수정)(?:되|하)?기?\s?전|(?:고치|바로잡)기\s?전|종합\s?기사"
    r"|\b(?:first|initial(?:ly)?|original(?:ly)?|early|earlier|earliest)\s(?:\S+\s){0,2}?report"
    r"|\breport(?:ed|s)?\s(?:at\s)?(?:first|initially|originally)\b"
    r"|\bbefore\s(?:the\s|its\s|being\s|it\swas\s)?correct|\b(?:news\s?flash|breaking\snews|uncorrected)\b",
    re.IGNORECASE,
)
_LEAD: Final = 300
"""Characters of a body in which its first sentence is looked for."""


class VersionArchive(StoryArchive, Protocol):
    """What an archive must know of versions."""

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """An article's passages in order."""
        ...


class LatestVersions:
    """Puts the latest version of a story in the place of earlier ones.

    Args:
        archive: knows the versions.
        extractor: what speaks for a passage that was not found itself.
        model: weighs it.
    """

    def __init__(self, archive: VersionArchive, extractor: FeatureExtractor, model: RankingModel) -> None:
        self._archive = archive
        self._extractor = extractor
        self._model = model

    def in_place(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        """The candidates with the latest version's wherever an earlier version stood.

        The latest version's candidates move up in their order and take the scores of the places that they get: as a
        story, they are found as well as its best version. Where none of it was found, its best passage is looked up.

        Args:
            question: what was asked.
            ranked: candidates, best first.
        """
        superseded = self._superseded(question, {one.article.article_id: one.article for one, _ in ranked})
        waiting = {latest.article_id: deque[Candidate]() for latest in superseded.values()}
        for candidate, _ in ranked:
            if candidate.article.article_id in waiting:
                waiting[candidate.article.article_id].append(candidate)
        for latest in superseded.values():
            if not waiting[latest.article_id]:
                waiting[latest.article_id].extend(self._looked_up(question, latest))
        placed: list[Ranked] = []
        for candidate, score in ranked:
            article = superseded.get(candidate.article.article_id, candidate.article)
            if article.article_id not in waiting:
                placed.append((candidate, score))
            elif waiting[article.article_id]:
                placed.append((waiting[article.article_id].popleft(), score))
        return placed

    def _superseded(self, question: Question, found: Mapping[str, Article]) -> dict[str, Article]:
        """The latest version in whose favour an article is left out, by the article's id."""
        if _ASKS_FOR_EARLIER.search(question.text):
            return {}
        chains = self._chains(found)
        known = self._archive.articles(list({version for chain in chains.values() for version in chain}))
        return {
            article_id: latest
            for article_id, chain in chains.items()
            if article_id != chain[-1]
            and (latest := known.get(chain[-1])) is not None
            and not _tells_more(question, found[article_id], latest, [known[one] for one in chain if one in known])
        }

    def _chains(self, found: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The versions of each article's story; a copy in another outlet is as old as the version that it copies."""
        copies = self._archive.copies_of(found)
        versions = self._archive.versions_of({*copies, *(copy for group in copies.values() for copy in group)})
        chains = {
            article_id: next((versions[one] for one in (article_id, *group) if versions[one]), ())
            for article_id, group in copies.items()
        }
        return {article_id: chain for article_id, chain in chains.items() if chain}

    def _looked_up(self, question: Question, article: Article) -> list[Candidate]:
        """The passage of an article that fits the question best; none where the article has gone."""
        passages = self._archive.passages_of(article.article_id)
        candidates = [Candidate(passage, article, cosine=None, keywords=0.0) for passage in passages]
        if not candidates:
            return []
        scores = self._model.scores(self._extractor.features(question, candidates))
        return [candidates[int(scores.argmax())]]


def _tells_more(question: Question, earlier: Article, latest: Article, versions: Sequence[Article]) -> bool:
    """Whether an earlier version tells something of what is asked that the latest one does not.

    What headlines and first sentences name is the story that all versions tell, so that it is no matter which of them
    repeats it.
    """
    if question.periods and _is_of(question, earlier) and not _is_of(question, latest):
        return True
    here = TextView(_text(earlier)).names_each(question.concepts)
    story = TextView("\n".join((_text(latest), *map(_opening, versions)))).names_each(question.concepts, here)
    return any(named and not told for named, told in zip(here, story, strict=True))


def _is_of(question: Question, article: Article) -> bool:
    return published_in(question.periods, article) or names_periods(question.periods, article, article.body)


def _text(article: Article) -> str:
    return f"{article.title}\n{article.body}"


def _opening(article: Article) -> str:
    """Headline and first sentence."""
    lead = article.body[:_LEAD]
    start, end = next(iter(sentence_spans(lead)), (0, 0))
    return f"{article.title}\n{lead[start:end]}"

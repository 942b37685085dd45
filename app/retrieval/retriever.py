"""The hybrid retriever: candidates by meaning and by wording, ranked by a trained model, as a ``BaseRetriever``."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.callbacks import CallbackManager
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from app.question.question import Question, QuestionAnalyser
from app.retrieval.candidates import Candidate, CandidateFinder, Pool
from app.retrieval.features import NAMES, FeatureExtractor, Features
from app.retrieval.ranking import RankingModel, Scores
from app.retrieval.versions import LatestVersions, VersionArchive
from indexing.article import Article, Passage

PASSAGES_AN_ARTICLE = 2
"""Most passages of one article among those returned, so that one long article does not push out all others."""


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """A query's candidates with all that speaks for them.

    Attributes:
        question: the query as understood.
        candidates: as found.
        features: one row a candidate, one column a feature.
        scores: one a candidate.
    """

    question: Question
    candidates: Sequence[Candidate]
    features: Features
    scores: Scores

    def best_first(self) -> Iterator[int]:
        """Indices of the candidates by falling score; equal ones in the order in which they were found."""
        return iter(sorted(range(len(self.candidates)), key=lambda index: -self.scores[index]))


class HybridRetriever(BaseRetriever):
    """Candidates from vectors and keywords, ranked by the model, then the configured postprocessors.

    Nodes carry the passage's id, text and offsets and its article's metadata, so that a citation can be traced to
    a span of the article whatever LlamaIndex component handled the node in between. A node's score is the probability,
    0..1, that an archive with such a best passage holds the answer.
    """

    def __init__(
        self,
        finder: CandidateFinder,
        extractor: FeatureExtractor,
        model: RankingModel,
        analyser: QuestionAnalyser,
        stories: VersionArchive,
        *,
        top_k: int = 10,
        postprocessors: Sequence[BaseNodePostprocessor] = (),
    ) -> None:
        """Take finished parts.

        Args:
            finder: finds candidates.
            extractor: their features.
            model: weighs the features.
            analyser: turns the query into a question.
            stories: knows which articles are copies of each other, of which the best one stands for all, and which
                are versions of one story, of which the latest one does.
            top_k: passages returned.
            postprocessors: LlamaIndex rerankers or filters, applied in order.
        """
        super().__init__(callback_manager=CallbackManager([]))
        self._finder = finder
        self._extractor = extractor
        self._model = model
        self._analyser = analyser
        self._stories = stories
        self._latest = LatestVersions(stories, extractor, model)
        self._top_k = top_k
        self._postprocessors = tuple(postprocessors)

    def examine(self, query: str) -> Examination:
        """All candidates of a query, with features and scores."""
        question = self._analyser.analyse(query)
        candidates = self._finder.find(question)
        features = self._extractor.features(question, candidates)
        return Examination(question, candidates, features, self._model.scores(features))

    def pool(self, query: str) -> Pool:
        """All passages that vectors or keywords find for a query, of which the best become candidates."""
        return self._finder.pool(self._analyser.analyse(query))

    def explain(self, query: str) -> dict[str, dict[str, float]]:
        """For each candidate passage, by id, what each feature adds to its score."""
        examination = self.examine(query)
        shares = self._model.shares(examination.features)
        return {
            candidate.passage.passage_id: dict(zip(NAMES, row.tolist(), strict=True))
            for candidate, row in zip(examination.candidates, shares, strict=True)
        }

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        examination = self.examine(query_bundle.query_str)
        nodes = list(self._nodes(examination))
        for postprocessor in self._postprocessors:
            nodes = postprocessor.postprocess_nodes(nodes, query_bundle=query_bundle)
        return nodes[: self._top_k]

    def _nodes(self, examination: Examination) -> Iterator[NodeWithScore]:
        ranked = [(examination.candidates[at], float(examination.scores[at])) for at in examination.best_first()]
        ranked = self._latest.in_place(examination.question, ranked)
        copies = self._stories.copies_of({candidate.article.article_id for candidate, _ in ranked})
        taken: Counter[str] = Counter()
        for candidate, score in ranked:
            article_id = candidate.article.article_id
            if any(taken[copy] for copy in copies[article_id]):
                continue  # the same words again, under another headline
            taken[article_id] += 1
            if taken[article_id] <= PASSAGES_AN_ARTICLE:
                node = passage_node(candidate.passage, candidate.article)
                yield NodeWithScore(node=node, score=self._model.answerable(score))


def passage_node(passage: Passage, article: Article) -> TextNode:
    """A LlamaIndex node for a passage; unknown fields of the article are left out of its metadata."""
    metadata = {
        "article_id": article.article_id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "url": article.url,
    }
    return TextNode(
        id_=passage.passage_id,
        text=passage.text,
        metadata={key: value for key, value in metadata.items() if value is not None},
        start_char_idx=passage.start,
        end_char_idx=passage.end,
    )

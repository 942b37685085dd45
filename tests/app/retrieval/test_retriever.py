"""The retriever as LlamaIndex sees it."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
from pydantic import PrivateAttr

from app.composition.application import Application, open_application
from app.question.question import QuestionAnalyser
from app.retrieval.candidates import CandidateFinder
from app.retrieval.features import NAMES, FeatureExtractor
from app.retrieval.fusion import FusionModel
from app.retrieval.ranking import RankingModel
from app.retrieval.rarity import Rarity
from app.retrieval.retriever import PASSAGES_AN_ARTICLE, HybridRetriever
from app.settings import Postprocessor, Settings
from indexing.archive.archive import Archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import SettingsError

MakeRetriever = Callable[..., HybridRetriever]

QUESTIONS = [
    "포월항 크레인은 얼마야?",
    "버들동 시장 화재로 점포 몇 곳이 탔어?",
    "How many people came to the lantern festival?",
    "현재 버들도서관 관장은 누구야?",
    "Clara Olsen",
]


class Reversing(BaseNodePostprocessor):
    """A reranker of somebody else's: turns the order round, and tells what it was given."""

    _given: list[list[NodeWithScore]] = PrivateAttr(default_factory=list)

    @property
    def given(self) -> list[list[NodeWithScore]]:
        return self._given

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        self._given.append(nodes)
        return nodes[::-1]


@pytest.fixture(scope="session")
def make_retriever(archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser) -> MakeRetriever:
    def making(
        searched: Archive = archive, *, top_k: int = 10, postprocessors: Sequence[BaseNodePostprocessor] = ()
    ) -> HybridRetriever:
        return HybridRetriever(
            CandidateFinder(searched, embedder, FusionModel.load(), each=50, kept=50),
            FeatureExtractor(Rarity(searched), embedder),
            RankingModel.load(token_vectors=True),
            analyser,
            searched,
            top_k=top_k,
            postprocessors=postprocessors,
        )

    return making


@pytest.fixture(scope="module")
def retriever(make_retriever: MakeRetriever) -> HybridRetriever:
    return make_retriever()


def paths(nodes: Sequence[NodeWithScore]) -> list[str]:
    return [node.node.metadata["path"] for node in nodes]


def ids(nodes: Sequence[NodeWithScore]) -> list[str]:
    return [node.node.node_id for node in nodes]


def test_nodes_carry_ids_offsets_and_their_articles_metadata(application: Application) -> None:
    node, *_ = application.retriever.retrieve("하천도시협의회 총회")
    assert isinstance(node.node, TextNode)
    passage = application.archive.passages([node.node.node_id])[node.node.node_id]
    assert (node.node.start_char_idx, node.node.end_char_idx) == (passage.start, passage.end)
    assert node.node.metadata["path"] == "assembly.txt"
    assert node.node.metadata["published_at"] == "2025-01-21T18:35:19"


def test_scores_fall_and_no_passage_comes_twice(application: Application) -> None:
    nodes = application.retriever.retrieve("한빛시 총회 도서관")
    scores = [node.score or 0.0 for node in nodes]
    assert scores == sorted(scores, reverse=True)
    assert len({node.node.node_id for node in nodes}) == len(nodes) > 1


def test_a_plain_llamaindex_query_engine_can_use_it(application: Application) -> None:
    engine = RetrieverQueryEngine.from_args(application.retriever, llm=MockLLM(max_tokens=5))
    response = engine.query("하천도시협의회 총회는 언제 열려?")
    assert response.source_nodes[0].node.metadata["path"] == "assembly.txt"


def test_configured_postprocessors_are_applied(settings: Settings) -> None:
    cut_all = Postprocessor(
        class_path="llama_index.core.postprocessor:SimilarityPostprocessor", arguments={"similarity_cutoff": 0.99}
    )
    assert SimilarityPostprocessor is not None
    with open_application(settings.model_copy(update={"postprocessors": (cut_all,)})) as opened:
        assert opened.retriever.retrieve("총회") == []
        assert not opened.conversation.ask("하천도시협의회 총회는 언제 열려?").answered


@pytest.mark.parametrize(
    ("class_path", "arguments"),
    [
        ("no_such_module:Thing", {}),
        ("llama_index.core.postprocessor:NoSuchClass", {}),
        ("pathlib:Path", {}),
        ("llama_index.core.postprocessor:SimilarityPostprocessor", {"similarity_cutoff": "high"}),
    ],
)
def test_a_wrong_postprocessor_is_named(settings: Settings, class_path: str, arguments: dict[str, object]) -> None:
    choice = Postprocessor(class_path=class_path, arguments=arguments)
    with (
        pytest.raises(SettingsError, match="postprocessors"),
        open_application(settings.model_copy(update={"postprocessors": (choice,)})),
    ):
        pass


def test_search_gives_one_hit_an_article(application: Application) -> None:
    hits = application.search("한빛시", 10)
    assert len({hit.article_id for hit in hits}) == len(hits) == 2
    assert application.search("한빛시", 1) == hits[:1]


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("포월항 크레인 7호기는 얼마야?", "cranes.txt"),
        ("How much do the cranes of Powol port cost?", "cranes.txt"),
        ("버들동 시장 불로 점포 몇 곳이 탔어?", "fire.txt"),
        ("2024년 등불축제에 몇 명이 다녀갔어?", "lights-2024.txt"),
        ("2025년 등불축제에 몇 명이 다녀갔어?", "lights-2025.txt"),
        ("갯벌 박물관은 언제 문을 열어?", "tidal.txt"),
        ("When does the tidal museum open?", "tidal.txt"),
        ("Who is the new director of the library?", "library.txt"),
        ("솔섬 여객선 배표는 얼마야?", "guide.txt"),
    ],
)
def test_the_article_that_answers_comes_first_in_either_language(
    retriever: HybridRetriever, question: str, path: str
) -> None:
    assert paths(retriever.retrieve(question))[0] == path


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_the_models_probabilities_and_fall(retriever: HybridRetriever, question: str) -> None:
    nodes = retriever.retrieve(question)
    examination = retriever.examine(question)
    model = RankingModel.load(token_vectors=True)
    expected = {
        candidate.passage.passage_id: model.answerable(float(score))
        for candidate, score in zip(examination.candidates, examination.scores, strict=True)
    }
    scores = [node.get_score(raise_error=True) for node in nodes]
    assert len(nodes) > 1
    assert scores == [expected[node.node.node_id] for node in nodes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_each_feature_adds_sums_up_to_the_score(retriever: HybridRetriever, question: str) -> None:
    examination = retriever.examine(question)
    explained = retriever.explain(question)
    assert list(explained) == [candidate.passage.passage_id for candidate in examination.candidates]
    assert all(tuple(shares) == NAMES for shares in explained.values())
    totals = [sum(shares.values()) for shares in explained.values()]
    assert totals == pytest.approx(examination.scores.tolist())
    best, *_ = examination.best_first()
    assert best == int(np.argmax(examination.scores))


def test_a_node_is_a_span_of_its_article_and_says_only_what_is_known(
    retriever: HybridRetriever, archive: Archive
) -> None:
    nodes = [node for question in QUESTIONS for node in retriever.retrieve(question)]
    for node in nodes:
        found = node.node
        assert isinstance(found, TextNode)
        article = archive.article(found.metadata["article_id"])
        assert article is not None
        assert article.body[found.start_char_idx : found.end_char_idx] == found.text
        assert found.metadata["title"] == article.title
        assert None not in found.metadata.values()
    by_path = {node.node.metadata["path"]: node.node.metadata for node in nodes}
    assert set(by_path["guide.txt"]) == {"article_id", "path", "title"}
    assert by_path["cranes.txt"]["published_at"] == "2025-03-04T09:00:00"
    assert by_path["cranes.txt"]["url"] == "https://n.test/1"
    assert by_path["library.txt"]["published_at"] == "2025-08-20"


def test_one_long_article_does_not_push_out_the_others(retriever: HybridRetriever) -> None:
    question = "포월항 크레인은 컨테이너를 몇 개씩 옮겨?"
    found = Counter(one.article.path for one in retriever.examine(question).candidates)
    kept = Counter(paths(retriever.retrieve(question)))
    assert found["cranes.txt"] > PASSAGES_AN_ARTICLE == kept["cranes.txt"]
    assert max(kept.values()) == PASSAGES_AN_ARTICLE
    assert len(kept) > 3


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("버들동 시장 화재로 점포 몇 곳이 탔어?", "fire.txt", "fire-copy.txt"),
        ("하루아침에 일터를 잃은 시장 상인들은 얼마를 빌려?", "fire-copy.txt", "fire.txt"),
    ],
)
def test_of_copies_the_best_stands_for_all(
    retriever: HybridRetriever, archive: Archive, question: str, better: str, worse: str
) -> None:
    candidates = {one.article.path: one.article.article_id for one in retriever.examine(question).candidates}
    assert archive.copies_of([candidates[better]]) == {candidates[better]: (candidates[worse],)}
    found = paths(retriever.retrieve(question))
    assert found[0] == better
    assert worse not in found


def test_when_the_better_copy_is_removed_the_other_is_found(
    make_archive: Callable[[Sequence[Article]], Archive],
    make_retriever: MakeRetriever,
    articles: tuple[Article, ...],
) -> None:
    archive = make_archive(articles)
    retriever = make_retriever(archive)
    question = "버들동 시장 화재로 점포 몇 곳이 탔어?"
    assert paths(retriever.retrieve(question))[0] == "fire.txt"
    archive.remove([article.article_id for article in articles if article.path == "fire.txt"])
    assert paths(retriever.retrieve(question))[0] == "fire-copy.txt"


def test_postprocessors_get_everything_in_order_and_decide(make_retriever: MakeRetriever) -> None:
    question = QUESTIONS[1]
    everything = make_retriever(top_k=1000).retrieve(question)
    first, second = Reversing(), Reversing()

    found = make_retriever(top_k=2, postprocessors=[first]).retrieve(question)
    twice = make_retriever(top_k=2, postprocessors=[first, second]).retrieve(question)

    assert len(everything) > 2
    assert ids(first.given[0]) == ids(everything)
    assert ids(found) == ids(everything)[::-1][:2]
    assert ids(second.given[0]) == ids(everything)[::-1]
    assert ids(twice) == ids(everything)[:2]


@pytest.mark.parametrize("top_k", [1, 3])
def test_no_more_passages_come_back_than_asked_for(make_retriever: MakeRetriever, top_k: int) -> None:
    found = make_retriever(top_k=top_k).retrieve(QUESTIONS[0])
    assert len(found) == top_k
    assert ids(found) == ids(make_retriever().retrieve(QUESTIONS[0]))[:top_k]


def test_the_same_question_finds_the_same_again_and_in_an_event_loop(retriever: HybridRetriever) -> None:
    for question in QUESTIONS:
        found = retriever.retrieve(question)
        assert ids(retriever.retrieve(question)) == ids(found)
        assert ids(asyncio.run(retriever.aretrieve(question))) == ids(found)


def test_a_query_engine_is_driven_by_exactly_what_was_retrieved(retriever: HybridRetriever) -> None:
    engine = RetrieverQueryEngine.from_args(retriever, llm=MockLLM())
    response = engine.query(QUESTIONS[1])
    assert ids(response.source_nodes) == ids(retriever.retrieve(QUESTIONS[1]))
    assert "점포 12곳이 탔다" in str(response)  # the mock repeats the prompt, which holds the passages


@pytest.mark.parametrize("question", ["", "?", "\x00", "가" * 3000, "뭐야?"])
def test_strange_queries_are_no_errors(retriever: HybridRetriever, question: str) -> None:
    assert len(retriever.retrieve(question)) <= 10


def test_an_empty_archive_gives_nothing(
    make_archive: Callable[[Sequence[Article]], Archive], make_retriever: MakeRetriever
) -> None:
    assert make_retriever(make_archive([])).retrieve(QUESTIONS[0]) == []

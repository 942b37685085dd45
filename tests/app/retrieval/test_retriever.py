"""The retriever as LlamaIndex sees it."""

import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.postprocessor import SimilarityPostprocessor
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.schema import TextNode

from app.composition import Application, open_application
from app.settings import Postprocessor, Settings
from indexing.errors import SettingsError


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

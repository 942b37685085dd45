from pathlib import Path
from typing import Any

import pytest

from app.composition import Application, make_embedder, make_llm, open_application
from app.settings import Settings
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding
from indexing.errors import SettingsError


def test_out_of_the_box_the_embedder_is_the_bundled_model() -> None:
    assert isinstance(make_embedder(Settings()), BundledEmbedding)


@pytest.mark.parametrize(
    "setting", [{"embedding_query_prompt": "query: "}, {"embedding_document_prompt": ""}, {"embedding_max_length": 64}]
)
def test_a_setting_that_the_bundled_model_cannot_follow_is_refused(setting: dict[str, Any]) -> None:
    (name,) = setting
    with pytest.raises(SettingsError, match=f"{name}.*Remove it, or set embedding_model"):
        make_embedder(Settings(**setting))


def test_every_embedding_setting_reaches_the_model(tmp_path: Path) -> None:
    chosen = Settings(
        embedding_model=str(tmp_path),
        embedding_query_prompt="query: ",
        embedding_document_prompt="passage: ",
        embedding_max_length=128,
        embedding_device="cpu",
        embedding_batch_size=7,
        embedding_offline=True,
    )
    embedder = make_embedder(chosen)
    assert isinstance(embedder, SentenceTransformerEmbedding)
    assert (embedder.query_prompt, embedder.document_prompt, embedder.max_length) == ("query: ", "passage: ", 128)
    assert (embedder.device, embedder.embed_batch_size, embedder.local_files_only) == ("cpu", 7, True)


@pytest.mark.parametrize("half", [{}, {"llm_url": "http://127.0.0.1:9/v1"}, {"llm_model": "some-model"}])
def test_half_a_language_model_is_none(half: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="both llm_url and llm_model"):
        make_llm(Settings(**half))


def test_a_language_model_is_the_one_that_the_settings_name() -> None:
    llm = make_llm(Settings(llm_url="http://127.0.0.1:9/v1", llm_model="some-model", llm_timeout=7))
    assert llm.metadata.model_name == "some-model"
    assert llm.metadata.is_chat_model
    assert (llm.api_base, llm.timeout) == ("http://127.0.0.1:9/v1", 7)


def test_as_many_passages_come_back_as_are_asked_for_whatever_the_settings_rerank(settings: Settings) -> None:
    few = settings.model_copy(update={"candidates": 5, "reranked": 5, "top_k": 1})
    with open_application(few) as opened:
        assert len(opened.retriever.retrieve("한빛시 총회 도서관")) == 1
        assert len(opened.conversation.ask("새 도서관 관장은 누구인가요?").passages) == 1
    with open_application(few, passages=2) as opened:
        assert len(opened.retriever.retrieve("한빛시 총회 도서관")) == 2


def test_the_evidence_is_what_the_answer_stands_on(application: Application) -> None:
    question, passages = application.conversation.retrieve("새 도서관 관장은 누구인가요?")
    best, *_ = application.evidence.find(question, passages)
    answer = application.conversation.ask("새 도서관 관장은 누구인가요?")
    assert (answer.citations[0].article_id, answer.citations[0].quote) == (best.article.article_id, best.text)

from pathlib import Path
from typing import Any

import pytest

from app.composition.embedders import deferred_embedder, make_embedder
from app.settings import Settings
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.keys import embedding_key
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
    with pytest.raises(SettingsError, match=name):
        deferred_embedder(Settings(**setting))


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


def test_a_deferred_embedder_makes_the_same_vectors_under_the_same_key() -> None:
    made, deferred = make_embedder(Settings()), deferred_embedder(Settings())

    assert deferred.model_key == embedding_key(made) == embedding_key(deferred)
    texts = ["시는 축제를 연다.\n\n비가 와도 연다.", "", "Seoul 서울"]
    assert deferred.get_text_embedding_batch(texts) == made.get_text_embedding_batch(texts)


def test_a_models_name_decides_the_key_of_a_deferred_one_too(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"1")
    chosen = Settings(embedding_model=str(tmp_path), embedding_offline=True)

    assert deferred_embedder(chosen).model_key == embedding_key(make_embedder(chosen))

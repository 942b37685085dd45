from pathlib import Path

from app.composition import make_embedder
from app.settings import Settings
from indexing.embedding.hashing import HashingEmbedding
from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding


def test_without_a_model_the_embedder_hashes() -> None:
    assert isinstance(make_embedder(Settings()), HashingEmbedding)


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

from llama_index.core import MockEmbedding

from indexing.embedding.keys import embedding_key


def test_a_foreign_embedder_is_keyed_by_class_and_model_name() -> None:
    assert embedding_key(MockEmbedding(embed_dim=3, model_name="m")).startswith("MockEmbedding/m#")


def test_foreign_embedders_of_different_dimension_have_different_keys() -> None:
    assert embedding_key(MockEmbedding(embed_dim=3)) != embedding_key(MockEmbedding(embed_dim=4))


def test_the_batch_size_does_not_change_the_key() -> None:
    one, other = (MockEmbedding(embed_dim=3, embed_batch_size=size) for size in (1, 64))

    assert embedding_key(one) == embedding_key(other)

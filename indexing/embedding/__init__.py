"""Embedders behind LlamaIndex's ``BaseEmbedding``: text -> unit vector."""

"""A cross-encoder small enough to be built here, saved like any other, and named by the setting."""

from pathlib import Path

import pytest
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from app.composition.application import open_application
from app.retrieval.cross_encoder import CrossEncoderReranker
from app.settings import Settings
from indexing.errors import RerankerError

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "등불", "축제", "언제", "항구", "소식", "?")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("one"), labels=1)


def saved(folder: Path, labels: int) -> Path:
    import torch
    from sentence_transformers import CrossEncoder
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    torch.manual_seed(5)
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=labels,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    assert CrossEncoder(str(folder)).num_labels == labels
    return folder


def nodes() -> list[NodeWithScore]:
    texts = ("항구 소식", "등불 축제", "축제 소식 ?")
    return [NodeWithScore(node=TextNode(id_=text, text=text, metadata={"title": "등불"}), score=0.5) for text in texts]


def test_passages_are_ordered_by_the_probability_that_the_model_gives_each_with_its_headline(folder: Path) -> None:
    from sentence_transformers import CrossEncoder

    found = CrossEncoderReranker(model=str(folder)).postprocess_nodes(nodes(), QueryBundle("등불 축제 언제 ?"))

    scores = [node.score for node in found]
    assert scores == sorted(scores, reverse=True)
    assert {node.node.node_id for node in found} == {node.node.node_id for node in nodes()}
    pairs = [("등불 축제 언제 ?", f"등불\n{node.node.text}") for node in found]
    assert scores == pytest.approx(CrossEncoder(str(folder)).predict(pairs).tolist())
    assert all(0 < score < 1 for score in scores if score is not None)


def test_nothing_is_loaded_without_passages_or_a_question(tmp_path: Path) -> None:
    reranker = CrossEncoderReranker(model=str(tmp_path / "none"), local_files_only=True)
    assert reranker.postprocess_nodes([], QueryBundle("언제 ?")) == []
    assert len(reranker.postprocess_nodes(nodes(), None)) == 3


def test_a_model_that_cannot_be_loaded_is_named_with_what_to_do(tmp_path: Path) -> None:
    reranker = CrossEncoderReranker(model=str(tmp_path / "none"), local_files_only=True)
    with pytest.raises(RerankerError, match=r"none.*reranker_model"):
        reranker.postprocess_nodes(nodes(), QueryBundle("언제 ?"))


def test_a_classifier_is_no_reranker(tmp_path: Path) -> None:
    reranker = CrossEncoderReranker(model=str(saved(tmp_path, labels=3)))
    with pytest.raises(RerankerError, match="3 outputs"):
        reranker.postprocess_nodes(nodes(), QueryBundle("언제 ?"))


def test_the_setting_puts_it_behind_the_ranking(settings: Settings, folder: Path) -> None:
    query = "등불축제는 언제 열려?"
    with (
        open_application(settings) as plain,
        open_application(
            settings.model_copy(update={"reranker_model": str(folder), "embedding_offline": True})
        ) as reranked,
    ):
        before, after = plain.retriever.retrieve(query), reranked.retriever.retrieve(query)
    scores = [node.score for node in after]
    assert scores == sorted(scores, reverse=True)
    assert scores != [node.score for node in before]

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding
from indexing.errors import EmbeddingError

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "query", "passage", ":", "서울", "부산", "축제", "rain"]


def tokenizer(words: Sequence[str] = tuple(WORDS)) -> Any:
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    made = Tokenizer(WordLevel({word: index for index, word in enumerate(words)}, unk_token="[UNK]"))
    made.pre_tokenizer = Whitespace()
    return made


def english_words() -> Any:
    """Whole words, none of them Korean."""
    return tokenizer(("[UNK]", "rain", "festival"))


def save_static(folder: Path, prompts: dict[str, str], seed: int = 0, splitter: Any = None) -> Path:
    """A model that sums one random vector a token; one a word, unless another tokeniser is given."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    splitter = splitter or tokenizer()
    weights = np.random.default_rng(seed).normal(size=(splitter.get_vocab_size(), 8)).astype(np.float32)
    SentenceTransformer(modules=[StaticEmbedding(splitter, weights)], prompts=prompts).save(str(folder))
    return folder


def bytes_only() -> Any:
    """A byte-level vocabulary without a merge: what an English model makes of Hangul, three tokens a syllable."""
    from tokenizers import Tokenizer
    from tokenizers.models import BPE
    from tokenizers.pre_tokenizers import ByteLevel

    letters = sorted(ByteLevel.alphabet())
    made = Tokenizer(BPE({letter: number for number, letter in enumerate(letters)}, []))
    made.pre_tokenizer = ByteLevel()
    return made


def syllables_only() -> Any:
    """One token a syllable: the least that a model of Korean has."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece

    from indexing.embedding.korean_support import SAMPLE

    letters = sorted({letter for sentence in SAMPLE for letter in sentence if not letter.isspace()})
    words = ["[UNK]", *letters, *(f"##{letter}" for letter in letters)]
    made = Tokenizer(WordPiece({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    from tokenizers.pre_tokenizers import WhitespaceSplit

    made.pre_tokenizer = WhitespaceSplit()
    return made


def save_transformer(folder: Path) -> Path:
    """A BERT of two random layers, 16 wide, taking eight tokens."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=8,
    )
    bare = folder / "bare"
    BertModel(config).save_pretrained(bare)
    special = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep")}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer(), model_max_length=8, **special).save_pretrained(bare)
    transformer = Transformer(str(bare))
    SentenceTransformer(
        modules=[transformer, Pooling(16)], prompts={"query": "query : ", "passage": "passage : "}
    ).save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_static(tmp_path_factory.mktemp("models") / "static", {"query": "query : ", "passage": "passage : "})


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_transformer(tmp_path_factory.mktemp("models"))


@pytest.fixture(params=["static", "transformer"])
def model(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


def test_the_saved_query_prompt_is_applied_to_queries(model: str) -> None:
    saved = SentenceTransformerEmbedding(model_name=model, device="cpu")
    bare = SentenceTransformerEmbedding(model_name=model, device="cpu", query_prompt="")

    assert saved.get_query_embedding("서울") == pytest.approx(bare.get_query_embedding("query : 서울"), abs=1e-5)
    assert saved.get_query_embedding("서울") != pytest.approx(bare.get_query_embedding("서울"), abs=1e-2)


def test_a_prompt_saved_as_passage_is_applied_to_passages(model: str) -> None:
    saved = SentenceTransformerEmbedding(model_name=model, device="cpu")
    bare = SentenceTransformerEmbedding(model_name=model, device="cpu", document_prompt="")

    assert saved.get_text_embedding("서울") == pytest.approx(bare.get_text_embedding("passage : 서울"), abs=1e-5)
    assert saved.get_text_embedding("서울") != pytest.approx(bare.get_text_embedding("서울"), abs=1e-2)


def test_a_prompt_saved_as_document_is_applied_to_passages(tmp_path: Path) -> None:
    folder = str(save_static(tmp_path / "m", {"query": "query : ", "document": "passage : "}))
    saved = SentenceTransformerEmbedding(model_name=folder)
    bare = SentenceTransformerEmbedding(model_name=folder, document_prompt="")

    assert saved.get_text_embedding("서울") == pytest.approx(bare.get_text_embedding("passage : 서울"), abs=1e-5)


def test_a_prompt_given_by_hand_replaces_the_saved_one(static: Path) -> None:
    by_hand = SentenceTransformerEmbedding(model_name=str(static), query_prompt="rain ")
    bare = SentenceTransformerEmbedding(model_name=str(static), query_prompt="")

    assert by_hand.get_query_embedding("서울") == pytest.approx(bare.get_query_embedding("rain 서울"), abs=1e-5)


def test_a_batch_gives_unit_vectors_in_the_order_of_its_texts(model: str) -> None:
    embedder = SentenceTransformerEmbedding(model_name=model, device="cpu", embed_batch_size=2)
    texts = ["서울 축제", "부산", "rain rain 축제"]

    vectors = np.asarray(embedder.get_text_embedding_batch(texts))

    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0, 1.0, 1.0])
    for text, vector in zip(texts, vectors, strict=True):
        assert embedder.get_text_embedding(text) == pytest.approx(vector, abs=1e-5)


def test_a_text_longer_than_the_models_limit_is_truncated(transformer: Path) -> None:
    embedder = SentenceTransformerEmbedding(model_name=str(transformer), device="cpu", max_length=512)

    assert len(embedder.get_text_embedding("서울 " * 100)) == 16


def test_a_shorter_limit_than_the_models_is_kept(transformer: Path) -> None:
    embedder = SentenceTransformerEmbedding(model_name=str(transformer), device="cpu", max_length=4, document_prompt="")

    assert embedder.get_text_embedding("서울 서울 서울 서울 부산") == pytest.approx(
        embedder.get_text_embedding("서울 서울 서울 서울 rain"), abs=1e-5
    )


def test_a_static_model_ignores_a_limit(static: Path) -> None:
    embedder = SentenceTransformerEmbedding(model_name=str(static), max_length=4)

    assert len(embedder.get_text_embedding("서울 부산 축제 rain 서울 부산")) == 8


def test_threads_get_the_vectors_they_asked_for(
    static: Path, ask_at_once: Callable[..., dict[str, list[float]]]
) -> None:
    embedder = SentenceTransformerEmbedding(model_name=str(static))
    alone = {word: embedder.get_query_embedding(word) for word in WORDS[4:]}

    assert ask_at_once(embedder, alone) == alone


def test_the_key_follows_the_model_and_not_its_folder(tmp_path: Path) -> None:
    one = save_static(tmp_path / "x" / "m", {"query": "query : "})
    moved = save_static(tmp_path / "y" / "m", {"query": "query : "})

    keys = [SentenceTransformerEmbedding(model_name=str(folder)).model_key for folder in (one, moved)]

    assert keys[0] == keys[1]
    assert keys[0].startswith("sentence-transformers/m#")


@pytest.mark.parametrize(
    "change", [{"query_prompt": "q: "}, {"document_prompt": ""}, {"max_length": 128}, {"revision": "v2"}]
)
def test_a_setting_that_changes_vectors_changes_the_key(static: Path, change: dict[str, Any]) -> None:
    key = SentenceTransformerEmbedding(model_name=str(static)).model_key

    assert SentenceTransformerEmbedding(model_name=str(static), **change).model_key != key


def test_other_saved_prompts_or_weights_change_the_key(tmp_path: Path) -> None:
    folders = [
        save_static(tmp_path / "1" / "m", {"query": "query : "}),
        save_static(tmp_path / "2" / "m", {"query": "rain "}),
        save_static(tmp_path / "3" / "m", {"query": "query : "}, seed=1),
    ]

    assert len({SentenceTransformerEmbedding(model_name=str(folder)).model_key for folder in folders}) == 3


def test_asking_for_the_key_does_not_load_the_model(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("not a model")

    assert SentenceTransformerEmbedding(model_name=str(tmp_path)).model_key


def test_a_folder_that_is_no_model_names_the_setting_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("not a model")

    with pytest.raises(EmbeddingError, match=r"cannot be loaded.*Set embedding_model.*bundled") as caught:
        SentenceTransformerEmbedding(model_name=str(tmp_path)).get_query_embedding("서울")

    assert str(tmp_path) in str(caught.value)


def test_an_unknown_hub_name_without_network_names_the_setting() -> None:
    embedder = SentenceTransformerEmbedding(model_name="nobody/no-such-model", local_files_only=True)

    with pytest.raises(EmbeddingError, match=r"'nobody/no-such-model' cannot be loaded.*embedding_model"):
        embedder.get_text_embedding("서울")


def test_an_unreachable_hub_is_reported_without_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub.constants

    nowhere = "http://127.0.0.1:9"  # the discard port: refused at once
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", nowhere)
    embedder = SentenceTransformerEmbedding(model_name="nobody/no-such-model")

    with pytest.raises(EmbeddingError, match=r"cannot be loaded.*refused.*Set embedding_model"):
        embedder.get_text_embedding("서울")


def test_a_failing_encoder_is_reported_with_the_model(static: Path) -> None:
    embedder = SentenceTransformerEmbedding(model_name=str(static), device="cpu")
    embedder.get_text_embedding("서울")

    with pytest.raises(EmbeddingError, match="failed on 1 text"):
        embedder.get_text_embedding("\ud800")


@pytest.mark.parametrize(
    ("splitter", "told"), [(bytes_only, r"into 3\.\d tokens"), (english_words, "100 % of them unknown")]
)
def test_a_model_that_cannot_read_korean_is_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, splitter: Any, told: str
) -> None:
    folder = save_static(tmp_path / "english", {}, splitter=splitter())

    SentenceTransformerEmbedding(model_name=str(folder)).get_text_embedding("rain")

    (record,) = (record for record in caplog.records if record.name == "indexing.embedding.sentence_transformer")
    assert record.levelname == "WARNING"
    assert re.search(rf"english' hardly knows Korean.*{told}.*newschat index --rebuild", record.message)


def test_a_model_with_a_token_a_syllable_is_not_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = save_static(tmp_path / "korean", {}, splitter=syllables_only())

    SentenceTransformerEmbedding(model_name=str(folder)).get_text_embedding("시는")

    assert "hardly knows Korean" not in caplog.text


def test_importing_the_embedder_does_not_import_torch(printed: Callable[[str], str]) -> None:
    program = "import sys, indexing.embedding.sentence_transformer; print('torch' in sys.modules)"

    assert printed(program) == "False"

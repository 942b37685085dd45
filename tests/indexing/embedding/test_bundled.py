"""The bundled model does what it is for, at once and without torch."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.keys import BUNDLED_FOLDER, embedding_key
from indexing.embedding.late_interaction import late_interaction
from indexing.errors import EmbeddingError

MOST_BYTES = 50_000_000
FESTIVAL = "시는 오는 9월 강변에서 등불 축제를 연다고 밝혔다."
FIRE = "밤사이 창고에서 불이 나 소방대원들이 두 시간 만에 껐다."
BUDGET = "시의회는 내년도 예산안을 통과시켰다."
PASSAGES = (FESTIVAL, FIRE, BUDGET)


@pytest.fixture(scope="module")
def embedder() -> BundledEmbedding:
    return BundledEmbedding()


def nearest(embedder: BundledEmbedding, question: str) -> str:
    vectors = np.asarray(embedder.get_text_embedding_batch(list(PASSAGES)))
    return PASSAGES[int((vectors @ np.asarray(embedder.get_query_embedding(question))).argmax())]


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("When is the lantern festival?", FESTIVAL),
        ("Was anybody able to put out the blaze in the warehouse?", FIRE),
        ("Did the city council approve next year's spending plan?", BUDGET),
        ("화재는 언제 진압됐어?", FIRE),
        ("연등 행사는 어디서 열려?", FESTIVAL),
        ("의원들이 재정 계획을 가결했나?", BUDGET),
    ],
)
def test_a_question_finds_the_passage_by_meaning_in_either_language(
    embedder: BundledEmbedding, question: str, passage: str
) -> None:
    assert nearest(embedder, question) == passage


@given(text=st.text(max_size=200))
@example("")
@example("\ud800 서울")
@example("́ ¨ ﬁ Å 한글")
def test_any_text_has_a_unit_vector_or_none(text: str) -> None:
    vector = np.asarray(_EMBEDDER.get_text_embedding(text))

    assert vector.shape == (256,)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5) or not vector.any()


_EMBEDDER = BundledEmbedding()


def test_composed_and_decomposed_hangul_are_one(embedder: BundledEmbedding) -> None:
    import unicodedata

    assert embedder.get_text_embedding(unicodedata.normalize("NFD", FIRE)) == embedder.get_text_embedding(FIRE)


def test_sentence_transformers_gives_the_same_vectors(embedder: BundledEmbedding) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [*PASSAGES, "Metropolis(메트로폴리스) 40주년?", "1억 4000만 달러 (약 $140m)", "漢字 кириллица", ""]

    theirs = SentenceTransformer(str(BUNDLED_FOLDER), device="cpu").encode(texts)

    assert np.asarray(embedder.get_text_embedding_batch(texts)) == pytest.approx(theirs, abs=1e-5)


def test_token_vectors_add_up_to_the_texts_vector(embedder: BundledEmbedding) -> None:
    (tokens,) = embedder.token_vectors([FESTIVAL])

    total = (tokens.vectors * tokens.weights[:, None]).sum(axis=0)

    assert total / np.linalg.norm(total) == pytest.approx(embedder.get_text_embedding(FESTIVAL), abs=1e-5)
    pieces = [FESTIVAL[start:end] for start, end in tokens.spans]
    assert "축제" in pieces
    assert tokens.weights[pieces.index("축제")] > tokens.weights[pieces.index("를")]


def test_late_interaction_crosses_languages(embedder: BundledEmbedding) -> None:
    question, *passages = embedder.token_vectors(["lantern festival by the river", *PASSAGES])

    scores = [late_interaction(question, passage) for passage in passages]

    assert scores.index(max(scores)) == PASSAGES.index(FESTIVAL)


def test_threads_get_the_vectors_they_asked_for(ask_at_once: Callable[..., dict[str, list[float]]]) -> None:
    alone = {text: BundledEmbedding().get_query_embedding(text) for text in PASSAGES}

    assert ask_at_once(BundledEmbedding(), PASSAGES) == alone


def test_the_key_names_the_weights_and_not_the_place(tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(BUNDLED_FOLDER, copy)
    same = embedding_key(BundledEmbedding(folder=copy))
    with (copy / "tokenizer.json").open("a", encoding="utf-8") as file:
        file.write(" ")

    assert same == embedding_key(BundledEmbedding()) != embedding_key(BundledEmbedding(folder=copy))


def test_a_missing_model_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="cannot be read"):
        BundledEmbedding(folder=tmp_path).get_text_embedding("서울")


def test_embedding_imports_neither_torch_nor_sentence_transformers(printed: Callable[[str], str]) -> None:
    assert (
        printed(
            "import sys; from indexing.embedding.bundled import BundledEmbedding as B; B().get_text_embedding('서울');"
            "print({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules))"
        )
        == "set()"
    )


def test_it_is_small_and_says_what_it_was_made_of() -> None:
    assert sum(file.stat().st_size for file in BUNDLED_FOLDER.rglob("*") if file.is_file()) <= MOST_BYTES
    card = (BUNDLED_FOLDER / "README.md").read_text("utf-8")
    for chapter in ("## Data", "## Recipe", "## Numbers", "## Limits"):
        assert chapter in card

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.retrieval.similarity import Similarities, nearness, similarities
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.late_interaction import TokenVectors, late_interaction
from indexing.language.sentences import sentence_spans

EMBEDDER = BundledEmbedding()
SENTENCES = (
    "한빛시 등불축제가 9일 끝났다.",
    "사흘 동안 시민 5만 명이 다녀갔다!",
    "Hanbit will open a tidal museum on 3 May 2025.",
    "“배표는 얼마예요?” 그가 물었다.",
    "The museum shows 400 shells.",
    "\u200b\u200b",
    "🦀🦀🦀",
    "ㅋㅋㅋ 12,000",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=4).map("\n".join),
    st.text(max_size=60),
)
QUESTIONS = st.one_of(st.sampled_from(["등불축제는 언제 끝났어?", "How many shells?", "", "🦀"]), st.text(max_size=30))


def measured(question: str, texts: Sequence[str]) -> Similarities:
    asked, *tokens = EMBEDDER.token_vectors([question, *texts])
    return similarities(asked, texts, tokens)


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths else 0.0


def total(tokens: TokenVectors, own: np.ndarray) -> np.ndarray:
    vectors = tokens.vectors.astype(float) * tokens.weights.astype(float)[:, None]
    return np.asarray(vectors[own].sum(axis=0))


def best_sentence(asked: TokenVectors, text: str, tokens: TokenVectors) -> float:
    """The sentences one by one: a token belongs to the last one that begins at or before it, else to the first."""
    question = total(asked, np.ones(len(asked.weights), bool))
    begins = np.array([start for start, _ in sentence_spans(text)] or [0])
    owners = np.maximum(np.searchsorted(begins, tokens.spans[:, 0], side="right") - 1, 0)
    return max(cosine(total(tokens, owners == owner), question) for owner in set(owners.tolist()))


@given(QUESTIONS, st.lists(TEXTS, max_size=5))
@example("등불축제는 언제 끝났어?", [" ".join(SENTENCES), "", SENTENCES[0], " \n"])
def test_all_texts_at_once_are_measured_as_each_by_itself(question: str, texts: list[str]) -> None:
    asked, *tokens = EMBEDDER.token_vectors([question, *texts])
    rare = replace(asked, table_weights=asked.table_weights.astype(float) ** 2)
    whole = total(asked, np.ones(len(asked.weights), bool))

    found = similarities(asked, texts, tokens)

    for index, (text, one) in enumerate(zip(texts, tokens, strict=True)):
        if not len(one.vectors) or not len(asked.vectors):
            expected = (0.0, 0.0, 0.0, 0.0)
        else:
            expected = (
                cosine(total(one, np.ones(len(one.weights), bool)), whole),
                best_sentence(asked, text, one),
                late_interaction(asked, one),
                late_interaction(rare, one),
            )
        got = (found.cosine[index], found.best_sentence[index], found.late[index], found.late_rare[index])
        assert got == pytest.approx(expected, abs=1e-4)


@given(QUESTIONS, st.lists(TEXTS, max_size=5))
def test_sentences_by_themselves_are_measured_like_texts_of_one_sentence(question: str, texts: list[str]) -> None:
    asked, *tokens = EMBEDDER.token_vectors([question, *texts])
    found = similarities(asked, texts, tokens)
    pairs = nearness(asked, tokens)
    assert [cosine for cosine, _ in pairs] == pytest.approx(found.cosine.tolist(), abs=1e-5)
    assert [late for _, late in pairs] == pytest.approx(found.late.tolist(), abs=1e-5)


def test_the_cosine_is_that_of_the_embedders_vectors() -> None:
    question, texts = "등불축제는 언제 끝났어?", [SENTENCES[0], SENTENCES[4], " ".join(SENTENCES[:3])]
    vectors = np.array(EMBEDDER.get_text_embedding_batch(texts))
    assert measured(question, texts).cosine == pytest.approx(
        vectors @ np.array(EMBEDDER.get_query_embedding(question)), abs=1e-5
    )


def test_one_sentence_that_answers_is_not_averaged_away_by_four_that_do_not() -> None:
    answer, noise = SENTENCES[0], " ".join([SENTENCES[4], SENTENCES[2]])
    question = "한빛시 등불축제는 언제 끝났어?"
    found = measured(question, [answer, f"{noise} {answer}"])
    assert found.best_sentence[1] == pytest.approx(found.best_sentence[0], abs=0.05)
    assert found.cosine[1] < found.cosine[0] - 0.05


def test_a_rare_word_weighs_more_when_weights_are_squared() -> None:
    asked = EMBEDDER.token_vectors(["버들도서관은 어디에 있나요?"])[0]
    heaviest = int(np.argmax(asked.weights))
    start, end = asked.spans[heaviest].tolist()
    word = "버들도서관은 어디에 있나요?"[start:end]
    found = measured("버들도서관은 어디에 있나요?", [word])
    assert found.late_rare[0] > found.late[0]


@pytest.mark.parametrize("question", ["", "   ", "\u200b"])
def test_a_question_without_tokens_is_near_to_nothing(question: str) -> None:
    found = measured(question, ["한빛시 등불축제", ""])
    for column in (found.cosine, found.best_sentence, found.late, found.late_rare):
        assert column.tolist() == [0.0, 0.0]


def test_no_texts_give_empty_columns() -> None:
    found = measured("등불축제", [])
    assert [len(column) for column in (found.cosine, found.best_sentence, found.late, found.late_rare)] == [0] * 4
    assert nearness(EMBEDDER.token_vectors(["등불축제"])[0], []) == []


def test_an_empty_text_among_others_moves_none_of_them() -> None:
    question, texts = "등불축제는 언제 끝났어?", list(SENTENCES[:3])
    alone, among = measured(question, texts), measured(question, ["", texts[0], "", "", *texts[1:], ""])
    for one, other in (
        (alone.cosine, among.cosine),
        (alone.best_sentence, among.best_sentence),
        (alone.late, among.late),
        (alone.late_rare, among.late_rare),
    ):
        assert other[[1, 4, 5]] == pytest.approx(one, abs=1e-6)
        assert other[[0, 2, 3, 6]].tolist() == [0.0] * 4

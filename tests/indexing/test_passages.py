import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexing.article import Article
from indexing.language.sentences import sentence_spans
from indexing.passages import split_passages

NEWS_CHARACTERS = "가나다라마바사.!? \n\"“”'’aB1,·…\u3000\u200b\U0001f600"
BODIES = st.one_of(
    st.text(alphabet=NEWS_CHARACTERS, max_size=400),
    st.text(max_size=200),
    st.lists(
        st.sampled_from(["시장이 개막을 알렸다.", "비가 왔다. ", "\n\n", "가" * 90, "Rain fell. "]), max_size=30
    ).map("".join),
)


def article(body: str) -> Article:
    return Article(article_id="a1", path="a.txt", title="제목", body=body)


@given(body=BODIES, longest=st.integers(1, 60))
@example(body="가" * 500, longest=10)
@example(body=" \n\n ", longest=10)
def test_every_visible_character_stands_in_exactly_one_passage(body: str, longest: int) -> None:
    covered = [0] * len(body)
    for passage in split_passages(article(body), longest):
        for position in range(passage.start, passage.end):
            covered[position] += 1

    assert all(times == 1 for times, character in zip(covered, body, strict=True) if not character.isspace())
    assert max(covered, default=0) <= 1


@given(body=BODIES, longest=st.integers(1, 60))
def test_a_passage_is_the_text_at_its_offsets_in_order(body: str, longest: int) -> None:
    passages = split_passages(article(body), longest)

    assert all(body[passage.start : passage.end] == passage.text == passage.text.strip() for passage in passages)
    assert [passage.ordinal for passage in passages] == list(range(len(passages)))
    assert [passage.start for passage in passages] == sorted(passage.start for passage in passages)
    assert len({passage.passage_id for passage in passages}) == len(passages)


@given(body=BODIES, longest=st.integers(1, 60))
def test_no_sentence_is_cut_unless_it_is_longer_than_four_passages(body: str, longest: int) -> None:
    cuts = {passage.end for passage in split_passages(article(body), longest)}

    for start, end in sentence_spans(body):
        if end - start <= 4 * longest:
            assert not [cut for cut in cuts if start < cut < end]


@given(body=BODIES, longest=st.integers(1, 60))
def test_only_a_single_sentence_makes_a_passage_too_long(body: str, longest: int) -> None:
    sentences = set(sentence_spans(body))

    for passage in split_passages(article(body), longest):
        assert len(passage.text) <= longest or (passage.start, passage.end) in sentences


def test_sentences_are_joined_across_paragraphs_while_they_fit() -> None:
    body = "첫 문장이다. 둘째 문장이다.\n\n셋째 문장이다.\n\n넷째 문장이다."

    assert [passage.text for passage in split_passages(article(body), 27)] == [
        "첫 문장이다. 둘째 문장이다.\n\n셋째 문장이다.",
        "넷째 문장이다.",
    ]


def test_a_table_without_full_stops_is_cut_between_words() -> None:
    body = " ".join(f"항목{number}" for number in range(300))

    passages = split_passages(article(body), 100)

    assert all(len(passage.text) <= 100 for passage in passages)
    assert " ".join(passage.text for passage in passages) == body


def test_the_same_text_keeps_its_passage_ids() -> None:
    body = "첫 문장이다. 둘째 문장이다."

    assert split_passages(article(body)) == split_passages(article(body))


def test_a_passage_must_hold_at_least_one_character() -> None:
    with pytest.raises(ValueError, match="at least 1, got 0"):
        split_passages(article("가"), 0)

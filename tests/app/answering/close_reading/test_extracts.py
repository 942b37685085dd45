from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.extracts import MOST_EXTRACTS, SentenceExtract, extracts_to_read
from app.answering.evidence.evidence import Evidence
from indexing.article import Article, Passage

LONGEST = 780
LENGTHS = st.lists(st.integers(1, 180) | st.integers(300, 400), min_size=1, max_size=9)
"""Characters of an article's sentences, three bytes each; a few are longer than an extract by themselves."""


def sentences_of(name: str, lengths: Sequence[int]) -> list[Evidence]:
    """An article of sentences that tell their place, as evidence in the order of the text."""
    texts = [f"{number}{'가' * (length - 1)}" for number, length in enumerate(lengths)]
    article = Article(name, f"{name}.txt", f"제목 {name}", "\n".join(texts))
    passage = RetrievedPassage.of(Passage(f"p{name}", name, 0, 0, len(article.body), article.body), article, 0.5)
    found, at = [], 0
    for text in texts:
        found.append(
            Evidence(
                article=article,
                passage=passage,
                start=at,
                end=at + len(text),
                text=text,
                support=1.0,
                dates=(),
                spans={},
                alternatives={},
                features=(),
                score=0.0,
                marked=None,
                close=(),
            )
        )
        at += len(text) + 1
    return found


@st.composite
def ranked(draw: st.DrawFn) -> list[Evidence]:
    """Every sentence of a few articles, in any order."""
    articles = draw(st.lists(LENGTHS, max_size=3))
    every = [one for number, lengths in enumerate(articles) for one in sentences_of(str(number), lengths)]
    return draw(st.permutations(every))


def places(evidence: Sequence[Evidence], extract: SentenceExtract) -> list[int]:
    """Which sentences of their article an extract holds."""
    article = evidence[extract.sentences[0][0]].article
    starts = sorted(one.start for one in evidence if one.article.article_id == article.article_id)
    return [starts.index(evidence[index].start) for index, _ in extract.sentences]


@given(ranked(), st.integers(0, 7))
def test_each_extract_holds_the_best_sentence_that_no_earlier_one_holds(evidence: list[Evidence], most: int) -> None:
    extracts = extracts_to_read(evidence, most)
    left = list(range(len(evidence)))

    for extract in extracts:
        inside = [index for index, _ in extract.sentences]
        assert left[0] in inside
        assert inside.index(left[0]) <= 2
        left = [index for index in left if index not in inside]

    assert len(extracts) <= most
    assert not left or len(extracts) == most


@given(ranked())
def test_an_extract_is_consecutive_sentences_of_one_article_under_its_headline(evidence: list[Evidence]) -> None:
    for extract in extracts_to_read(evidence):
        articles = {evidence[index].article.article_id for index, _ in extract.sentences}
        numbers = places(evidence, extract)

        assert len(articles) == 1
        assert extract.extract.title == evidence[extract.sentences[0][0]].article.title
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@given(ranked())
def test_offsets_point_at_the_sentences_and_nothing_else_is_in_the_text(evidence: list[Evidence]) -> None:
    for extract in extracts_to_read(evidence):
        texts = [evidence[index].text for index, _ in extract.sentences]

        assert extract.extract.text == " ".join(texts)
        for (_, offset), text in zip(extract.sentences, texts, strict=True):
            assert extract.extract.text[offset : offset + len(text)] == text


@given(ranked())
def test_an_extract_is_as_long_as_the_model_reads_and_no_longer(evidence: list[Evidence]) -> None:
    for extract in extracts_to_read(evidence):
        size = len(extract.extract.text.encode())
        article = [one for one in evidence if one.article.title == extract.extract.title]
        following = [one for one in article if one.start > max(evidence[index].start for index, _ in extract.sentences)]

        assert size <= LONGEST or len(extract.sentences) == 1
        if following:
            nearest = min(following, key=lambda one: one.start)
            assert size + len(nearest.text.encode()) + 2 > LONGEST


def test_two_sentences_before_the_best_explain_it_and_the_rest_follows() -> None:
    article = sentences_of("a", [30] * 20)
    evidence = [article[10], *article[:10], *article[11:]]

    (first, *_) = extracts_to_read(evidence)

    assert places(evidence, first) == list(range(8, 16))


def test_a_long_sentence_before_the_best_makes_way_for_it() -> None:
    short, longest, best = sentences_of("a", [10, 310, 20])

    (first, *_) = extracts_to_read([best, short, longest])

    assert first.extract.text == best.text


def test_of_many_articles_the_best_places_are_read() -> None:
    evidence = [one for name in "abcdefg" for one in sentences_of(name, [10])]

    assert [one.extract.title for one in extracts_to_read(evidence)] == [
        f"제목 {name}" for name in "abcdefg"[:MOST_EXTRACTS]
    ]


def test_without_evidence_nothing_is_read() -> None:
    assert extracts_to_read([]) == []

"""What is asked about and stands nowhere is declined; what stands there in other words is not."""

import pytest

from app.answering.abstention.unknown_topic import SURE, UnknownTopics
from app.answering.answer import RetrievedPassage
from app.answering.evidence.finder import EvidenceFinder
from app.answering.evidence.model import EvidenceModel
from app.answering.spans.finders import span_finders
from app.question.question import QuestionAnalyser
from app.retrieval.rarity import Rarity
from indexing.archive.archive import Archive
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.late_interaction import TokenEmbedder
from indexing.language.glossary import Glossary
from indexing.language.people import People


def unknown(
    archive: Archive,
    embedder: TokenEmbedder | None,
    analyser: QuestionAnalyser,
    question: str,
    path: str,
    probability: float = 0.5,
) -> str | None:
    """The word of the question that is unknown beside the best sentence of the article."""
    article = next(article for article in archive.every_article() if article.path == path)
    passage = RetrievedPassage.of(archive.passages_of(article.article_id)[0], article, 0.9)
    finders = span_finders(Glossary.load(), People.load())
    model = EvidenceModel.load(token_vectors=embedder is not None)
    analysed = analyser.analyse(question)
    best = EvidenceFinder(archive, Rarity(archive), finders, model, embedder).find(analysed, [passage])[0]
    concept = UnknownTopics(archive, embedder, People.load()).find(analysed, best, probability)
    return concept.surface if concept else None


@pytest.mark.parametrize(
    ("question", "path", "word"),
    [
        ("버들동 수족관은 언제 문을 여나요?", "library.txt", "수족관은"),
        ("버들도서관 골프장의 관장은 누구야?", "library.txt", "골프장의"),
        ("When does the tidal casino open?", "tidal.txt", "casino"),
        ("Did the casino at the tidal flat open?", "tidal.txt", "casino"),
        ("How many casinos burned down in the blaze?", "fire.txt", "casinos"),
        ("What did the astronaut tell the shopkeepers?", "fire.txt", "astronaut"),
    ],
)
def test_a_thing_that_stands_nowhere_is_unknown(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, question: str, path: str, word: str
) -> None:
    assert unknown(archive, embedder, analyser, question, path) == word


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("버들도서관 새 관장은 누구야?", "library.txt"),
        ("버들동 시장 화재로 점포 몇 곳이 탔어?", "fire.txt"),
        ("When does the tidal museum open?", "tidal.txt"),
        ("How many shops burned down in the blaze?", "fire.txt"),
    ],
)
def test_what_the_article_says_in_these_or_other_words_is_known(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, question: str, path: str
) -> None:
    assert unknown(archive, embedder, analyser, question, path) is None


@pytest.mark.parametrize(
    "question",
    [
        "점포 대부분은 왜 탔어?",
        "점포가 순식간에 탄 이유가 뭐야?",
        "버들동 시장 화재로 사망자가 나왔어?",
        "점포 화재 원인이 밝혀지는 때는 언제야?",
    ],
)
def test_quantities_manners_and_verbs_are_no_topics(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, question: str
) -> None:
    assert unknown(archive, embedder, analyser, question, "fire.txt") is None


def test_without_token_vectors_no_english_word_is_found_unknown(archive: Archive, analyser: QuestionAnalyser) -> None:
    assert unknown(archive, None, analyser, "When does the tidal casino open?", "tidal.txt") is None


@pytest.mark.parametrize(
    "question",
    [
        "How many hectares burned down in the blaze?",
        "How many votes did the market get after the blaze?",
        "Which countries' shops burned down in the blaze?",
        "When did firefighters book the shop after the blaze?",
        "Which shop booked the most after the blaze?",
        "Who sent the shops to the market after the blaze?",
    ],
)
def test_measures_and_verbs_are_no_topics(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser, question: str
) -> None:
    assert unknown(archive, embedder, analyser, question, "fire.txt") is None


def test_an_english_word_may_be_another_one_for_what_a_sure_sentence_says_and_a_korean_noun_may_not(
    archive: Archive, embedder: BundledEmbedding, analyser: QuestionAnalyser
) -> None:
    assert unknown(archive, embedder, analyser, "When does the tidal casino open?", "tidal.txt", SURE) is None
    asked = "버들동 수족관은 언제 문을 여나요?"
    assert unknown(archive, embedder, analyser, asked, "library.txt", 1.0) == "수족관은"

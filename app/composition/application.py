"""Everything that answers questions, put together over an archive."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from app.answering.abstention.mismatches.attributes import Attributes
from app.answering.abstention.mismatches.mismatches import Mismatches
from app.answering.abstention.refusal import Refusal
from app.answering.abstention.rule import AbstentionRule
from app.answering.abstention.unknown_topic import UnknownTopics
from app.answering.answerer import Answerer
from app.answering.claims.check import ClaimChecker
from app.answering.claims.names import NameFinder
from app.answering.close_reading.model import CloseReadingModel
from app.answering.close_reading.office_holders import OfficeHolders
from app.answering.close_reading.reader import CloseReader
from app.answering.comprehension.model import ComprehensionModel
from app.answering.evidence.finder import EvidenceFinder
from app.answering.evidence.model import EvidenceModel
from app.answering.extractive.answerer import ExtractiveAnswerer
from app.answering.extractive.choice import Chooser
from app.answering.extractive.disagreement import Disagreements
from app.answering.spans.finders import span_finders
from app.answering.translation.short_answer import ShortAnswers
from app.composition.embedders import make_embedder
from app.composition.models import make_llm, make_postprocessors
from app.conversation import Conversation
from app.question.question import QuestionAnalyser
from app.retrieval.candidates import CandidateFinder
from app.retrieval.features import FeatureExtractor
from app.retrieval.fusion import FusionModel
from app.retrieval.ranking import RankingModel
from app.retrieval.rarity import Rarity
from app.retrieval.retriever import HybridRetriever
from app.retrieval.search import SearchHit, one_hit_an_article
from app.settings import Settings
from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.archive.read_only import readable
from indexing.embedding.late_interaction import token_embedder
from indexing.language.glossary import Glossary
from indexing.language.people import People

if TYPE_CHECKING:
    from app.answering.generative.condensing import Condenser

_ANSWER_TIMEOUTS = 4
"""A whole answer may take this many times the longest silence allowed."""


@dataclass(frozen=True)
class Application:
    """Everything one process needs to answer.

    Attributes:
        archive: open for reading.
        retriever: the LlamaIndex retriever behind the conversation.
        conversation: answers questions.
        evidence: weighs sentences; what the conversation's answers without a language model stand on.
        close_reader: reads the best of them closely.
    """

    archive: Archive
    retriever: HybridRetriever
    conversation: Conversation
    evidence: EvidenceFinder
    close_reader: CloseReader

    def search(self, query: str, k: int) -> tuple[SearchHit, ...]:
        """The ``k`` best articles for a query, best first."""
        return one_hit_an_article(self.retriever.retrieve(query), k, self.archive)


@contextmanager
def open_application(settings: Settings, *, passages: int | None = None) -> Iterator[Application]:
    """An application over the existing archive of ``settings``.

    Args:
        settings: what to open.
        passages: passages a retrieval returns, where the setting ``top_k`` is not meant.

    Raises:
        NewschatError: there is no archive, it does not fit the settings, or a setting names what does not exist.
    """
    embedder = make_embedder(settings)
    with (
        readable(settings.archive_dir) as folder,
        open_archive(folder, embedder, chroma_url=settings.chroma_url) as archive,
        _one_thread(),
    ):
        glossary, people = Glossary.load(), People.load()
        analyser = QuestionAnalyser(glossary, people)
        tokens = token_embedder(embedder)
        kept = max(settings.reranked, passages or settings.top_k)
        retriever = HybridRetriever(
            CandidateFinder(archive, embedder, FusionModel.load(), each=max(settings.candidates, kept), kept=kept),
            FeatureExtractor(Rarity(archive), tokens),
            RankingModel.load(token_vectors=tokens is not None),
            analyser,
            archive,
            top_k=passages or settings.top_k,
            postprocessors=make_postprocessors(settings),
        )
        weights = EvidenceModel.load(token_vectors=tokens is not None)
        evidence = EvidenceFinder(archive, Rarity(archive), span_finders(glossary, people), weights, tokens)
        close_reading = CloseReadingModel.load()
        close_reader = CloseReader(ComprehensionModel(), close_reading, OfficeHolders(people))
        checker = ClaimChecker(NameFinder(analyser, glossary, people), glossary)
        extractive = ExtractiveAnswerer(
            evidence,
            close_reader,
            ShortAnswers(glossary, people, checker),
            AbstentionRule(close_reading),
            Mismatches(Attributes.load()),
            UnknownTopics(archive, tokens, people),
            Refusal(archive.coverage),
            Chooser(Disagreements(archive)),
            today=date.today,
        )
        answerer, condenser = _answerer(settings, archive, analyser, checker, extractive)
        conversation = Conversation(retriever, archive, analyser, answerer, condenser, today=date.today)
        yield Application(archive, retriever, conversation, evidence, close_reader)


def _answerer(
    settings: Settings,
    archive: Archive,
    analyser: QuestionAnalyser,
    checker: ClaimChecker,
    extractive: ExtractiveAnswerer,
) -> "tuple[Answerer, Condenser | None]":
    """The extractive answerer, or a language model that falls back on it and condenses follow-up questions."""
    if not settings.llm_url and not settings.llm_model:
        return extractive, None
    from app.answering.generative.answerer import GenerativeAnswerer
    from app.answering.generative.condensing import Condenser
    from app.answering.generative.language_model import LanguageModel
    from app.answering.generative.prompts import Prompts
    from app.answering.generative.verification import Verifier

    model = LanguageModel(make_llm(settings), longest_seconds=_ANSWER_TIMEOUTS * settings.llm_timeout)
    prompts = Prompts.load(settings.llm_context_characters)
    verifier = Verifier(checker, analyser)
    answerer = GenerativeAnswerer(model, prompts, verifier, extractive, Refusal(archive.coverage), today=date.today)
    return answerer, Condenser(model, prompts)


def _one_thread() -> AbstractContextManager[object]:
    """Lets numpy's OpenBLAS use one thread.

    The products of a question are so small that its threads mostly wait for each other, spinning: on two cores a
    retrieval from 1,000 articles took 73 ms of processor time, and takes 39.
    """
    limited: AbstractContextManager[object] = ThreadpoolController().select(internal_api="openblas").limit(limits=1)
    return limited

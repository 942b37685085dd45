"""The composition root: the only place where parts are chosen and handed to each other."""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.answering.abstention import AbstentionRule
from app.answering.answerer import Answerer
from app.answering.claims.check import ClaimChecker
from app.answering.claims.names import NameFinder
from app.answering.close_reading import CloseReader
from app.answering.close_reading_model import CloseReadingModel
from app.answering.comprehension.model import ComprehensionModel
from app.answering.disagreement import Disagreements
from app.answering.evidence import EvidenceFinder
from app.answering.evidence_model import EvidenceModel
from app.answering.extractive import ExtractiveAnswerer
from app.answering.refusal import Refusal
from app.answering.short_answer import ShortAnswers
from app.answering.spans.finders import span_finders
from app.answering.unknown_topic import UnknownTopics
from app.conversation import Conversation
from app.retrieval.candidates import CandidateFinder
from app.retrieval.features import FeatureExtractor
from app.retrieval.fusion import FusionModel
from app.retrieval.question import QuestionAnalyser
from app.retrieval.ranking import RankingModel
from app.retrieval.rarity import Rarity
from app.retrieval.retriever import HybridRetriever
from app.retrieval.search import SearchHit, one_hit_an_article
from app.settings import Settings
from indexing.archive.archive import Archive
from indexing.archive.disk_use import DiskUse
from indexing.archive.opening import CATALOG_FILE, open_archive
from indexing.archive.verification import Verification
from indexing.archive.writer_lock import WriterLock
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.keys import embedding_key
from indexing.embedding.late_interaction import token_embedder
from indexing.errors import ArchiveMissingError, SettingsError
from indexing.indexer import Indexer
from indexing.language.glossary import Glossary
from indexing.language.people import People
from indexing.reading_pool import usable_cores
from indexing.report import IndexReport

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.llms import LLM
    from llama_index.core.postprocessor.types import BaseNodePostprocessor

    from app.answering.condensing import Condenser

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how much."""

Notify = Callable[[str], None]
"""Told, in a sentence, of what happens beside the work itself."""

BUNDLED = "bundled"
_RETRIES = 2
"""After a refused connection, 429 or 5xx; the client waits half a second, then one, or as long as the endpoint says."""
_ANSWER_TIMEOUTS = 4
"""A whole answer may take this many times the longest silence allowed."""


def _silent(stage: str, done: int, total: int) -> None:
    """Shows no progress."""


def _mute(sentence: str) -> None:
    """Tells nobody."""


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
    with open_archive(settings.archive_dir, embedder, chroma_url=settings.chroma_url) as archive:
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
            postprocessors=_postprocessors(settings),
        )
        weights = EvidenceModel.load(token_vectors=tokens is not None)
        evidence = EvidenceFinder(archive, Rarity(archive), span_finders(glossary, people), weights, tokens)
        close_reading = CloseReadingModel.load()
        close_reader = CloseReader(ComprehensionModel(), close_reading)
        checker = ClaimChecker(NameFinder(analyser, glossary, people), glossary)
        extractive = ExtractiveAnswerer(
            evidence,
            close_reader,
            ShortAnswers(glossary, people, checker),
            AbstentionRule(close_reading),
            UnknownTopics(archive, tokens),
            Refusal(archive.coverage),
            Disagreements(archive),
            today=date.today,
        )
        answerer, condenser = _answerer(settings, archive, analyser, checker, extractive)
        conversation = Conversation(retriever, archive, analyser, answerer, condenser)
        yield Application(archive, retriever, conversation, evidence, close_reader)


def index_corpus(
    settings: Settings,
    corpus: Path,
    *,
    rebuild: bool = False,
    dry_run: bool = False,
    purge: bool = False,
    wait: float = 0.0,
    progress: Progress = _silent,
    notify: Notify = _mute,
) -> IndexReport:
    """Bring the archive up to date with a corpus folder.

    Args:
        settings: which archive, embedder and passage length.
        corpus: the folder; it is the whole truth.
        rebuild: build everything anew, also for another embedder.
        dry_run: report what would change, change nothing.
        purge: delete more than half of the articles, should their files be gone.
        wait: seconds to wait for another process that is writing to the archive.
        progress: called with stage, done and total.
        notify: told of whom it waits for, and of damaged parts that are made anew.

    Raises:
        NewschatError: the corpus or the archive cannot be used; what was indexed before stays as it was.
    """
    with (
        nullcontext() if dry_run else WriterLock(settings.archive_dir).held(wait, notify),
        _archive_to_index(settings, rebuild, dry_run, progress, notify) as archive,
    ):
        indexer = Indexer(
            archive,
            max_characters=settings.passage_characters,
            workers=usable_cores(),
            common_lines=settings.common_lines,
        )
        return indexer.run(corpus, rebuild=rebuild, dry_run=dry_run, purge=purge, progress=progress)


@contextmanager
def _archive_to_index(
    settings: Settings, rebuild: bool, dry_run: bool, progress: Progress, notify: Notify
) -> Iterator[Archive | None]:
    """The archive, open for writing; for a dry run only for reading, and None when there is none yet."""
    try:
        archive = open_archive(
            settings.archive_dir,
            make_embedder(settings),
            chroma_url=settings.chroma_url,
            writable=not dry_run,
            rebuild=rebuild,
            progress=progress,
            notify=notify,
        )
    except ArchiveMissingError:
        yield None
        return
    with archive:
        yield archive


def verify_archive(
    settings: Settings, *, wait: float = 0.0, progress: Progress = _silent, notify: Notify = _mute
) -> Verification:
    """Compare every vector, keyword and file of the archive with the catalog; nothing is changed.

    Raises:
        NewschatError: there is no archive, or another process goes on writing to it.
    """
    _require_archive(settings)
    with (
        WriterLock(settings.archive_dir).held(wait, notify),
        open_archive(settings.archive_dir, make_embedder(settings), chroma_url=settings.chroma_url) as archive,
    ):
        return archive.verify(lambda done, total: progress("verifying", done, total))


def compact_archive(
    settings: Settings, *, wait: float = 0.0, progress: Progress = _silent, notify: Notify = _mute
) -> tuple[DiskUse, DiskUse]:
    """Give back the room of what was replaced or removed; how much room the archive took before and takes now.

    Raises:
        NewschatError: there is no archive, another process goes on writing to it, or the disk is full.
    """
    _require_archive(settings)
    with (
        WriterLock(settings.archive_dir).held(wait, notify),
        open_archive(
            settings.archive_dir,
            make_embedder(settings),
            chroma_url=settings.chroma_url,
            writable=True,
            progress=progress,
            notify=notify,
        ) as archive,
    ):
        before = archive.disk_use()
        archive.compact(progress)
        archive.release()
        return before, archive.disk_use()


def _require_archive(settings: Settings) -> None:
    """Before the lock makes a folder for an archive that is not there."""
    if not has_archive(settings):
        raise ArchiveMissingError(f"There is no archive in {settings.archive_dir} yet. Run: newschat index")


def has_archive(settings: Settings) -> bool:
    """Whether there is an archive, sound or not, to answer from."""
    return (settings.archive_dir / CATALOG_FILE).is_file()


def archive_status(settings: Settings) -> dict[str, object]:
    """What ``newschat status`` says: size, period, embedder, generation, health and disk use."""
    embedder = make_embedder(settings)
    with open_archive(settings.archive_dir, embedder, chroma_url=settings.chroma_url) as archive:
        coverage, health = archive.coverage(), archive.health()
        return {
            "archive": str(settings.archive_dir),
            "articles": coverage.articles,
            "passages": coverage.passages,
            "first": coverage.first.isoformat() if coverage.first else None,
            "last": coverage.last.isoformat() if coverage.last else None,
            "indexed_at": coverage.indexed_at.isoformat() if coverage.indexed_at else None,
            "embedder": embedding_key(embedder),
            "generation": archive.generation,
            "health": str(health),
            "disk_bytes": asdict(archive.disk_use()),
        }


def make_embedder(settings: Settings) -> "BaseEmbedding":
    """The embedder that the settings name; nothing is loaded before its first text.

    Raises:
        SettingsError: a setting was given that the bundled model cannot follow.
    """
    if settings.embedding_model == BUNDLED:
        return _bundled(settings)
    from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding

    return SentenceTransformerEmbedding(
        model_name=settings.embedding_model,
        query_prompt=settings.embedding_query_prompt,
        document_prompt=settings.embedding_document_prompt,
        max_length=settings.embedding_max_length,
        device=settings.embedding_device,
        embed_batch_size=settings.embedding_batch_size,
        local_files_only=settings.embedding_offline,
    )


def _bundled(settings: Settings) -> BundledEmbedding:
    for name in ("embedding_query_prompt", "embedding_document_prompt", "embedding_max_length"):
        if getattr(settings, name) is not None:
            raise SettingsError(
                f"{name} = {getattr(settings, name)!r} is for sentence-transformers models; the bundled one has no "
                "prompts and no limit. Remove it, or set embedding_model."
            )
    return BundledEmbedding()


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
    from app.answering.condensing import Condenser
    from app.answering.generative import GenerativeAnswerer
    from app.answering.language_model import LanguageModel
    from app.answering.prompts import Prompts
    from app.answering.verification import Verifier

    model = LanguageModel(make_llm(settings), longest_seconds=_ANSWER_TIMEOUTS * settings.llm_timeout)
    prompts = Prompts.load(settings.llm_context_characters)
    verifier = Verifier(checker, analyser)
    answerer = GenerativeAnswerer(model, prompts, verifier, extractive, Refusal(archive.coverage), today=date.today)
    return answerer, Condenser(model, prompts)


def make_llm(settings: Settings) -> "LLM":
    """The language model that the settings name; nothing is asked of it yet.

    Raises:
        SettingsError: the settings name none, or only half of one.
    """
    if not settings.llm_url or not settings.llm_model:
        raise SettingsError("A language model needs both llm_url and llm_model. Set the missing one, or neither.")
    from llama_index.llms.openai_like import OpenAILike

    llm: LLM = OpenAILike(
        model=settings.llm_model,
        api_base=settings.llm_url,
        api_key=settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none",
        is_chat_model=True,
        timeout=settings.llm_timeout,
        max_retries=_RETRIES,
        temperature=0.0,
    )
    return llm


def _postprocessors(settings: Settings) -> "list[BaseNodePostprocessor]":
    """The cross-encoder, where there is one, then those that the settings name, in order."""
    chosen = [_postprocessor(choice.class_path, choice.arguments) for choice in settings.postprocessors]
    if not settings.reranker_model:
        return chosen
    from app.retrieval.cross_encoder import CrossEncoderReranker

    return [CrossEncoderReranker(model=settings.reranker_model, local_files_only=settings.embedding_offline), *chosen]


def _postprocessor(class_path: str, arguments: dict[str, Any]) -> "BaseNodePostprocessor":
    from llama_index.core.postprocessor.types import BaseNodePostprocessor

    module, _, name = class_path.partition(":")
    try:
        chosen = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise SettingsError(
            f"postprocessors: {class_path!r} cannot be imported ({error}). Write it as package.module:ClassName."
        ) from error
    if not (isinstance(chosen, type) and issubclass(chosen, BaseNodePostprocessor)):
        raise SettingsError(f"postprocessors: {class_path} is no LlamaIndex BaseNodePostprocessor.")
    try:
        return chosen(**arguments)
    except Exception as error:
        # Any class of any vendor: its constructor may raise anything, and the setting is to blame.
        raise SettingsError(f"postprocessors: {class_path} refused its arguments {arguments}: {error}") from error

"""Any sentence-transformers model as a LlamaIndex embedder, with its prompts really applied.

LlamaIndex's own HuggingFaceEmbedding blanks the query prompt that a model saved and cannot load a static model at
all (both measured on 0.8.0), and sentence-transformers looks for a prompt called "document" where many models saved
"passage": without their prompts, E5-like models lose much of their quality without a sign.
"""

from __future__ import annotations

import logging
import math
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import Field, PrivateAttr

from indexing.embedding.keys import settings_digest
from indexing.embedding.korean_support import KoreanTokens, korean_tokens
from indexing.embedding.model_folder import folder_digest
from indexing.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_log = logging.getLogger(__name__)

_QUERY_PROMPTS = ("query",)
_DOCUMENT_PROMPTS = ("document", "passage", "corpus")
"""Names under which models save the prompt of what is searched; the first that is not empty counts."""

_HUB_SECONDS = 10
_BATCH = 64
"""A static model embeds 1,300 passages a second at 32 and 1,860 at 256; LlamaIndex's default of 10 would waste it."""


class SentenceTransformerEmbedding(BaseEmbedding):
    """A sentence-transformers model: text -> unit vector of the model's dimension.

    Nothing is imported or loaded before the first text: ``import sentence_transformers`` alone takes 10 s. The model
    hub is asked only for a model that is neither a folder nor in the local cache. A model whose tokeniser cannot split
    Korean is used, with a warning in the log.
    Calls from several threads are safe; they take turns.

    Attributes:
        model_name: a model folder, or a name on the model hub.
        device: "cpu", "cuda", "mps"; None lets the library choose.
        max_length: longest input in tokens; None, or more than the model can take, means the model's own limit.
            A static model has none and ignores it.
        query_prompt: put before every query; None takes the prompt the model saved, "" puts none.
        document_prompt: put before every passage; likewise.
        local_files_only: never ask the hub; a name must then be in the local cache.
        revision: branch, tag or commit on the hub.
    """

    embed_batch_size: int = Field(default=_BATCH, gt=0, le=2048)
    device: str | None = None
    max_length: int | None = None
    query_prompt: str | None = None
    document_prompt: str | None = None
    local_files_only: bool = False
    revision: str | None = None

    _lock: threading.RLock = PrivateAttr(default_factory=threading.RLock)
    _model: Any = PrivateAttr(default=None)
    _model_key: str | None = PrivateAttr(default=None)

    @classmethod
    def class_name(cls) -> str:
        """The name LlamaIndex serialises this class under."""
        return "SentenceTransformerEmbedding"

    @property
    def model_key(self) -> str:
        """Key of its vectors: model, weights (of a folder) or revision (of a hub name), prompts and length.

        Computed without loading the model.

        Raises:
            EmbeddingError: the model folder cannot be read.
        """
        with self._lock:
            if self._model_key is None:
                self._model_key = self._make_key()
            return self._model_key

    def _make_key(self) -> str:
        folder = Path(self.model_name)
        fields = {
            "query_prompt": repr(self.query_prompt),
            "document_prompt": repr(self.document_prompt),
            "max_length": repr(self.max_length),
            "revision": repr(self.revision),
        }
        if not folder.is_dir():
            return f"sentence-transformers/{self.model_name}#{settings_digest(fields)}"
        fields["files"] = folder_digest(folder)
        return f"sentence-transformers/{folder.resolve().name}#{settings_digest(fields)}"

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._encode([query], self.query_prompt, _QUERY_PROMPTS)[0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._encode(texts, self.document_prompt, _DOCUMENT_PROMPTS)

    def _encode(self, texts: list[str], prompt: str | None, saved_as: tuple[str, ...]) -> list[list[float]]:
        with self._lock:  # fast tokenizers raise "Already borrowed" when two threads pad at once
            model = self._loaded()
            if prompt is None:
                prompt = _saved_prompt(model, saved_as)
            encode = model.encode_query if saved_as is _QUERY_PROMPTS else model.encode_document
            try:
                vectors = encode(
                    texts,
                    prompt=prompt,
                    batch_size=self.embed_batch_size,
                    show_progress_bar=False,
                    normalize_embeddings=True,
                )
                found: list[list[float]] = vectors.tolist()
            except Exception as error:
                raise EmbeddingError(
                    f"The embedding model {self.model_name!r} failed on {len(texts)} text(s), the first of "
                    f"{len(texts[0])} characters: {_first_line(error)}"
                ) from error
        return found

    def _loaded(self) -> SentenceTransformer:
        if self._model is None:
            try:
                self._model = self._load()
            except Exception as error:
                raise EmbeddingError(
                    f"The embedding model {self.model_name!r} cannot be loaded: {_first_line(error)}. "
                    "Set embedding_model to a folder that holds a sentence-transformers model, or, to work "
                    'without the network, to "bundled".'
                ) from error
        model: SentenceTransformer = self._model
        return model

    def _load(self) -> SentenceTransformer:
        if _is_path(self.model_name) and not Path(self.model_name).exists():
            raise FileNotFoundError("there is no such folder")
        try:
            model = self._open(local_files_only=True)
        except OSError:
            if self.local_files_only or Path(self.model_name).exists():
                raise
            self._reach_hub()
            model = self._open(local_files_only=False)
        self._warn_without_korean(model)
        limit = model.max_seq_length
        if self.max_length is not None and limit is not None and self.max_length < limit < math.inf:
            model.max_seq_length = self.max_length
        return model

    def _warn_without_korean(self, model: SentenceTransformer) -> None:
        found = _korean_tokens(model.tokenizer)
        if found is not None and not found.readable:
            _log.warning(
                "The embedding model %r hardly knows Korean: it splits a Hangul syllable into %.1f tokens, %.0f %% of "
                "them unknown, so Korean texts look alike to it. Set embedding_model to a multilingual model, or to "
                '"bundled", and run: newschat index --rebuild',
                self.model_name,
                found.a_syllable,
                100 * found.unknown,
            )

    def _open(self, *, local_files_only: bool) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(
            self.model_name, device=self.device, revision=self.revision, local_files_only=local_files_only
        )

    def _reach_hub(self) -> None:
        """Fails at once where the hub is out of reach; loading would retry for 70 s first."""
        from huggingface_hub import HfApi

        HfApi().model_info(self.model_name, revision=self.revision, timeout=_HUB_SECONDS)


def _saved_prompt(model: SentenceTransformer, names: tuple[str, ...]) -> str:
    prompts = model.prompts or {}
    return next((prompt for name in names if (prompt := prompts.get(name))), "")


def _korean_tokens(tokenizer: Any) -> KoreanTokens | None:
    """How the model's tokeniser splits Korean; None for one whose interface is neither of the two known ones."""
    if hasattr(tokenizer, "token_to_id"):  # tokenizers.Tokenizer, of a static model
        unknown = tokenizer.token_to_id("[UNK]")
        return korean_tokens(lambda text: tokenizer.encode(text, add_special_tokens=False).ids, unknown)
    if hasattr(tokenizer, "unk_token_id"):  # transformers
        return korean_tokens(lambda text: tokenizer.encode(text, add_special_tokens=False), tokenizer.unk_token_id)
    return None


def _is_path(model_name: str) -> bool:
    """Whether a name can only be a folder's: on the hub one is "model" or "owner/model"."""
    return Path(model_name).is_absolute() or model_name.startswith((".", "~")) or model_name.count("/") > 1


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__

"""Which language model, cross-encoder and further postprocessors the settings name."""

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from app.settings import Settings
from indexing.errors import SettingsError

if TYPE_CHECKING:
    from llama_index.core.llms import LLM
    from llama_index.core.postprocessor.types import BaseNodePostprocessor

_RETRIES = 2
"""After a refused connection, 429 or 5xx, not after a silence; the client waits half a second, then one, or as long as
the endpoint says."""


def make_llm(settings: Settings) -> "LLM":
    """The language model that the settings name; nothing is asked of it yet.

    Raises:
        SettingsError: the settings name none, or only half of one.
    """
    if not settings.llm_url or not settings.llm_model:
        raise SettingsError("A language model needs both llm_url and llm_model. Set the missing one, or neither.")
    from llama_index.llms.openai_like import OpenAILike

    from app.composition.endpoint import PatientOnceClient

    llm: LLM = OpenAILike(
        model=settings.llm_model,
        api_base=settings.llm_url,
        api_key=settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none",
        is_chat_model=True,
        timeout=settings.llm_timeout,
        max_retries=_RETRIES,
        http_client=PatientOnceClient(),
        temperature=0.0,
    )
    return llm


def make_postprocessors(settings: Settings) -> "list[BaseNodePostprocessor]":
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
        names = ", ".join(arguments) or "none"
        raise SettingsError(
            f"postprocessors: {class_path} refused its arguments ({names}): {_told(error, arguments)}. Mend them."
        ) from error


def _told(error: Exception, arguments: dict[str, Any]) -> str:
    """What an error says, without the texts among the arguments: one may be a key."""
    told = str(error)
    if isinstance(error, ValidationError):
        faults = error.errors(include_input=False)
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults)
    for text in sorted(_texts(arguments), key=len, reverse=True):
        told = told.replace(text, "…")
    return told or type(error).__name__


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)

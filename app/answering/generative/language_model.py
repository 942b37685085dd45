"""A language model's words as they come: any LlamaIndex ``LLM``, its failures as one error, its time bounded."""

import gc
import time
from collections.abc import Iterator
from contextlib import closing

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.llms import LLM

from app.answering.model_failure import Failure, ModelError, model_error

LONGEST_TEXT = 24_000
"""Characters, reasoning included; a model that never stops is cut off here."""


class LanguageModel:
    """Writes a text for a system and a user message.

    Closing the iterator that :meth:`write` returns closes the connection, so that the endpoint stops.

    Args:
        llm: any LlamaIndex language model; retries after a refused or busy connection are its own.
        longest_seconds: a whole text must be there by then; the endpoint's own timeout bounds each silence.
    """

    def __init__(self, llm: LLM, longest_seconds: float) -> None:
        self._llm = llm
        self._longest_seconds = longest_seconds

    def write(self, system: str, user: str) -> Iterator[str]:
        """The text so far, again and again.

        Raises:
            ModelError: the endpoint failed, fell silent, took too long or said nothing.
        """
        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=system),
            ChatMessage(role=MessageRole.USER, content=user),
        ]
        started = time.monotonic()
        written = ""
        try:
            with closing(self._llm.stream_chat(messages)) as chunks:
                for chunk in chunks:
                    written += chunk.delta or ""
                    if time.monotonic() - started > self._longest_seconds:
                        raise ModelError(Failure.LATE, f"no complete answer after {self._longest_seconds:.0f} s")
                    yield written
                    if len(written) > LONGEST_TEXT:
                        break
        except ModelError:
            raise
        except GeneratorExit:
            # LlamaIndex does not close the client's stream, which refers to itself: until it is collected, the endpoint
            # goes on writing for nobody.
            gc.collect()
            raise
        except Exception as error:
            # Every vendor has its own tree of errors; at this border they all mean "no answer from the model".
            raise model_error(error) from error
        if not written.strip():
            raise ModelError(Failure.EMPTY, "it said nothing")

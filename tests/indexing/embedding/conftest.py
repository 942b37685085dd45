"""What every embedder is asked: by several threads at once, and in a process that has imported nothing yet."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterable

import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding


@pytest.fixture
def ask_at_once() -> Callable[[BaseEmbedding, Iterable[str]], dict[str, list[float]]]:
    """Query vectors by text, each asked for by a thread of its own."""

    def asking(embedder: BaseEmbedding, texts: Iterable[str]) -> dict[str, list[float]]:
        found: dict[str, list[float]] = {}

        def ask(text: str) -> None:
            found[text] = embedder.get_query_embedding(text)

        threads = [threading.Thread(target=ask, args=(text,)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return found

    return asking


@pytest.fixture
def printed() -> Callable[[str], str]:
    """What a program prints in a Python that has imported nothing yet."""

    def run(program: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    return run

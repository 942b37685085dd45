import json
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import gradio
import pytest

from app.index_state import CorpusFolder
from app.web.page import build_page
from app.web.serving import launch_page, serve_page
from indexing.archive.catalog.coverage import Coverage
from indexing.errors import SettingsError

FOLDER = CorpusFolder(Path("/news/haean"), watched=True)
BesideALoop = Callable[[Callable[[], Any]], Any]
Serving = Callable[[str, int], str]
Examples = Mapping[str, Sequence[str]]


@pytest.fixture
def page(
    conversation: Any, coverage: Callable[[], Coverage], upkeep: Any, examples: Examples, beside_a_loop: BesideALoop
) -> gradio.Blocks:
    return beside_a_loop(lambda: build_page(conversation, coverage, upkeep, "해안시 <뉴스>", examples, FOLDER))


@pytest.fixture
def serving(page: gradio.Blocks, beside_a_loop: BesideALoop) -> Iterator[Callable[[str, int], str]]:
    with ExitStack() as opened:
        yield lambda host, port: beside_a_loop(lambda: opened.enter_context(serve_page(page, host, port)))


def test_the_page_is_served_under_the_address_it_names(serving: Serving) -> None:
    address = serving("127.0.0.1", 0)
    assert urlsplit(address).hostname == "127.0.0.1"
    with urlopen(address) as response:
        assert response.status == 200


def test_the_page_offers_no_public_endpoint(serving: Serving) -> None:
    with urlopen(f"{serving('127.0.0.1', 0)}gradio_api/info") as response:
        assert json.load(response) == {"named_endpoints": {}, "unnamed_endpoints": {}}


def test_a_port_that_is_taken_is_told_with_what_to_do(serving: Serving) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"127\.0\.0\.1:{port}.*--port"):
            serving("127.0.0.1", port)


@pytest.mark.parametrize("port", [0, 7860])
def test_an_address_of_another_machine_is_told_with_what_to_do(serving: Serving, port: int) -> None:
    with pytest.raises(SettingsError, match=r"192\.0\.2\.1.*--host"):
        serving("192.0.2.1", port)


def test_launching_tells_the_address_once_and_an_interrupt_closes_the_server(
    page: gradio.Blocks, beside_a_loop: BesideALoop
) -> None:
    told: list[str] = []

    def interrupted(address: str) -> None:
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        beside_a_loop(lambda: launch_page(page, "127.0.0.1", 0, interrupted))
    assert len(told) == 1
    with pytest.raises(URLError):
        urlopen(told[0])

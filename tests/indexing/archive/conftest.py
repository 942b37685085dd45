import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from socket import create_connection, socket

import pytest

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "catalog.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def catalog(database: Database) -> Catalog:
    made = Catalog(database)
    made.create_tables("model/1")
    return made


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Chroma server of its own on a free port of this machine."""
    program = Path(sys.executable).with_name("chroma")
    if not program.exists():
        pytest.skip(f"no chroma command beside {sys.executable}")
    folder = tmp_path_factory.mktemp("server")
    with closing(socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(program), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait_until_listening(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_until_listening(server: subprocess.Popen[bytes], port: int) -> None:
    while True:
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"the Chroma server ended with {server.wait(0.05)} before it listened")
        else:
            return

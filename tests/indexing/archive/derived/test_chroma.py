"""How a place of vectors is reached, or refused."""

from pathlib import Path

import pytest

from indexing.archive.derived.chroma import embedded, served
from indexing.archive.derived.vectors import VectorStore
from indexing.errors import ArchiveError


def test_a_silent_server_is_named_with_the_setting() -> None:
    store = VectorStore(served("http://127.0.0.1:9"), "newschat-x", create=True)

    with pytest.raises(ArchiveError, match=r"No Chroma server answers at http://127\.0\.0\.1:9.*chroma_url"):
        store.count()


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "ftp://host", "http://", "http://host:notaport"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ArchiveError, match="must look like"):
        served(address)


def test_an_environment_file_in_the_working_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("PERSIST_DIRECTORY=/nowhere\nCHROMA_SERVER_SSL_ENABLED=not a boolean\n")
    store = VectorStore(embedded(tmp_path / "chroma"), "newschat-x", create=True)

    assert store.count() == 0
    store.close()

"""Chroma clients: embedded in a folder or on a server, how they are closed, and what their failures mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from indexing.archive.disk_use import is_refusal
from indexing.archive.interrupts import delayed_interrupt
from indexing.errors import ArchiveDamagedError, ArchiveError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI


def embedded(folder: Path) -> Callable[[], ClientAPI]:
    """Opens Chroma in a folder. One process at a time: others would not see its changes."""

    def connect() -> ClientAPI:
        with delayed_interrupt():
            import chromadb

            return chromadb.PersistentClient(str(folder), settings=_settings())

    return connect


def served(url: str) -> Callable[[], ClientAPI]:
    """Opens Chroma on a server, such as ``http://127.0.0.1:8000``.

    Raises:
        ArchiveError: the address is not one.
    """
    host, port, secure = _address(url)

    def connect() -> ClientAPI:
        with delayed_interrupt():
            import chromadb

        try:
            return chromadb.HttpClient(host=host, port=port, ssl=secure, settings=_settings())
        except ValueError as error:
            raise ArchiveError(f"No Chroma server answers at {url}. Start it, or unset chroma_url.") from error

    return connect


def remove_collections(connect: Callable[[], ClientAPI], prefix: str, *, keep: str) -> None:
    """Removes the collections whose names begin with ``prefix``, but for ``keep``.

    Raises:
        ArchiveError: Chroma fails.
    """
    try:
        client = connect()
        names = [collection.name for collection in client.list_collections()]
        for name in names:
            if name.startswith(prefix) and name != keep:
                client.delete_collection(name)
        close(client)
    except Exception as error:
        raise failure(error, f"{prefix}*") or error from error


def close(client: ClientAPI) -> None:
    """Lets go of a client's files or connections."""
    # A client of Chroma 1.5.9 and the admin client inside it leave their HTTP connections open; embedded has none.
    servers = [getattr(part, "_server", None) for part in (client, getattr(client, "_admin_client", None))]
    sessions = [session for server in servers if (session := getattr(server, "_session", None)) is not None]
    client.close()  # type: ignore[attr-defined]  # on Client, not on its interface
    for session in sessions:
        session.close()


def failure(error: BaseException, name: str) -> ArchiveError | None:
    """Chroma's exception as ours: damage where it failed from within; None where the exception is not Chroma's."""
    from chromadb.errors import InternalError, NotFoundError

    if isinstance(error, ArchiveError):
        return None
    if not isinstance(error, Exception):
        return ArchiveDamagedError(str(error)) if type(error).__name__ == "PanicException" else None
    if is_refusal(error):
        return ArchiveError(f"The vectors ({name}) cannot be written: {error}. Free some space or mend permissions.")
    if isinstance(error, InternalError | NotFoundError) or "backfill request" in str(error):
        return ArchiveDamagedError(str(error))
    # Chroma also raises its own, httpx's, and ValueError; a vector of another length is the commonest.
    return ArchiveError(
        f"The vectors ({name}) cannot be used: {type(error).__name__}: {error}. Run: newschat index --rebuild"
    )


def _address(url: str) -> tuple[str, int, bool]:
    """Host, port, and whether to use TLS."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # the port is no number, or brackets do not match
        host, port = None, None
    if not host or parts.scheme not in {"http", "https"}:
        raise ArchiveError(f"The Chroma server's address must look like http://host:8000, not {url!r}.")
    secure = parts.scheme == "https"
    return host, port or (443 if secure else 80), secure


def _settings() -> Any:
    from chromadb.config import Settings

    # Without _env_file=None Chroma would read any .env of the working folder.
    return Settings(_env_file=None, anonymized_telemetry=False)  # type: ignore[call-arg]  # pydantic-settings' own

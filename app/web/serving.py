"""The server that shows the page: an address to listen on, and what stands in the page's head."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from threading import Event

import gradio as gr

from indexing.errors import SettingsError

_SESSIONS_KEPT = 1_000
_POLICY = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; object-src 'none'; form-action 'none'"
"""Gradio's own scripts are inline and evaluated in places; what counts here is 'self'."""


@contextmanager
def serve_page(page: gr.Blocks, host: str, port: int) -> Iterator[str]:
    """Serves the page from a background thread for the length of the ``with`` block.

    Args:
        page: from ``page.build_page``.
        host: address to listen on; "127.0.0.1" keeps the page on this machine.
        port: TCP port; 0 picks a free one.

    Yields:
        The page's address, e.g. "http://127.0.0.1:7860/".

    Raises:
        SettingsError: the address cannot be listened on, because it is taken or not this machine's.
    """
    _, address, _ = page.launch(
        server_name=host,
        server_port=_listenable(host, port),
        prevent_thread_lock=True,
        quiet=True,
        share=False,
        ssr_mode=False,
        footer_links=[],
        state_session_capacity=_SESSIONS_KEPT,
        theme=gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
        head=_head(),
    )
    try:
        yield address
    finally:
        page.close(verbose=False)


def launch_page(page: gr.Blocks, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves the page until the process is interrupted.

    Args:
        page: from ``page.build_page``.
        host: address to listen on.
        port: TCP port; 0 picks a free one.
        on_ready: called once, with the address, when a browser can open it.

    Raises:
        SettingsError: the address cannot be listened on.
        KeyboardInterrupt: Ctrl-C; the server is closed by then.
    """
    with serve_page(page, host, port) as address:
        on_ready(address)
        Event().wait()


def _listenable(host: str, port: int) -> int:
    # Gradio knows no port 0, and of an address that is not this machine's it tells only a thread of its own.
    try:
        with socket.create_server((host, port)) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        raise SettingsError(
            f"cannot serve the page on {host}:{port} ({error.strerror}); choose another with --port or --host"
        ) from error


def _head() -> str:
    """Policy first, so that not even a mistake of ours could make the browser fetch something from outside."""
    folder = files("app.web")
    style = folder.joinpath("style.css").read_text(encoding="utf-8")
    script = folder.joinpath("page.js").read_text(encoding="utf-8")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return f"{policy}<style>{style}</style><script>{script}</script>"

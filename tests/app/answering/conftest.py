"""A real HTTP server that speaks the chat-completions protocol, and misbehaves on request."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


class ScriptedServer(ThreadingHTTPServer):
    """Streams ``pieces`` as a model would; ``behaviour`` says how it fails."""

    daemon_threads = True
    # A client that gave up a stalled stream closes its socket; the handler thread is then simply done.
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pieces: list[str] = []
        self.behaviour = "stream"
        self.requests: list[dict[str, Any]] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    server: ScriptedServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append(json.loads(body))
        getattr(self, "_" + self.server.behaviour)()

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def _stream(self) -> None:
        self._begin()
        for piece in self.server.pieces:
            self._event(piece)
        self.wfile.write(b"data: [DONE]\n\n")

    def _stall(self) -> None:
        self._begin()
        self._event(self.server.pieces[0])
        self.server.released.wait(30)

    def _cut(self) -> None:
        self._begin()
        self._event(self.server.pieces[0])
        self.wfile.write(b"data: {broken\n\n")

    def _error(self) -> None:
        self.send_response(500)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"error": {"message": "out of memory"}}')

    def _nonsense(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html><body>router login</body></html>")

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()

    def _event(self, piece: str) -> None:
        delta = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "scripted", "choices": [delta]}
        self.wfile.write(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()


@pytest.fixture
def llm_server() -> Iterator[ScriptedServer]:
    server = ScriptedServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()

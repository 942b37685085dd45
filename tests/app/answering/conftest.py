"""A real HTTP server that speaks the chat-completions protocol, and misbehaves on request."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


class ScriptedServer(ThreadingHTTPServer):
    """Streams ``pieces`` as a model would; ``behaviour`` says how it fails, ``failures`` how often before that.

    Attributes:
        pieces: what is streamed, one event each.
        pause: seconds before each piece but the first.
        behaviour: "stream", or the name of a failure.
        requests: bodies of the requests so far.
        released: lets a stalled stream end.
        failures: requests that are refused with ``status`` before any is served.
        status: their HTTP status; 0 closes the connection without a word.
        hung_up: set when a client closed an endless stream.
    """

    daemon_threads = True
    # A client that gave up a stalled stream closes its socket; the handler thread is then simply done.
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pieces: list[str] = []
        self.pause = 0.0
        self.behaviour = "stream"
        self.requests: list[dict[str, Any]] = []
        self.released = threading.Event()
        self.failures = 0
        self.status = 503
        self.hung_up = threading.Event()

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
        if self.server.failures:
            self.server.failures -= 1
            if not self.server.status:
                return
            self._refuse(self.server.status, b'{"error": {"message": "busy"}}')
            return
        getattr(self, "_" + self.server.behaviour)()

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def _stream(self) -> None:
        self._begin()
        for place, piece in enumerate(self.server.pieces):
            time.sleep(self.server.pause if place else 0)
            self._event(piece)
        self.wfile.write(b"data: [DONE]\n\n")

    def _stall(self) -> None:
        self._begin()
        self._event(self.server.pieces[0])
        self.server.released.wait(30)

    def _hang(self) -> None:
        self.server.released.wait(30)

    def _cut(self) -> None:
        self._begin()
        self._event(self.server.pieces[0])
        self.wfile.write(b"data: {broken\n\n")

    def _endless(self) -> None:
        self._begin()
        try:
            while not self.server.released.wait(0.01):
                self._event("word ")
        except OSError:
            self.server.hung_up.set()

    def _error(self) -> None:
        self._refuse(500, b'{"error": {"message": "out of memory"}}')

    def _refuse(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Retry-After-Ms", "20")
        self.end_headers()
        self.wfile.write(body)

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

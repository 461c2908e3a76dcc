"""A folder served on this machine for the time of a test."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Silencieux(SimpleHTTPRequestHandler):
    """Serves without a word on the terminal; a folder without a page has an empty one."""

    def do_GET(self) -> None:
        if self.path == "/" and not (Path(self.directory) / "index.html").exists():
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>vide</title>")
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing."""


class ServeurDePages(ThreadingHTTPServer):
    """A reader who leaves before the end of a page is no fault; once it has stopped, no connection is answered."""

    def __init__(self, *arguments: Any) -> None:
        self._ouvertes: set[socket.socket] = set()
        super().__init__(*arguments)

    def get_request(self) -> tuple[socket.socket, Any]:
        request, address = super().get_request()
        self._ouvertes.add(request)
        return request, address

    def shutdown_request(self, request: Any) -> None:
        self._ouvertes.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        # A browser may have opened one that it keeps for later.
        for request in tuple(self._ouvertes):
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def servir(dossier: Path) -> Iterator[str]:
    """The address of the folder, with a final slash."""
    server = ServeurDePages(("127.0.0.1", 0), partial(Silencieux, directory=str(dossier)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""The server of the tests: what has stopped answers nobody."""

import socket
from contextlib import suppress
from pathlib import Path

from serveur import servir


def test_a_connection_that_was_taken_before_it_stopped_is_not_answered_after(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("une page", encoding="utf-8")
    with servir(tmp_path) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        kept = socket.create_connection(("127.0.0.1", port), timeout=10)
        # Taken after it, and answered: so is the first one taken.
        with socket.create_connection(("127.0.0.1", port), timeout=10) as other:
            other.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert b"une page" in b"".join(iter(lambda: other.recv(4096), b""))
    with kept, suppress(ConnectionError):
        kept.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert kept.recv(4096) == b""

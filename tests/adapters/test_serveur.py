"""The small server: what stands at an address, what breaks, who leaves."""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from generator.adapters.serveur import CHANGEMENTS, Serveur

PATIENCE = 30


@contextmanager
def servir(pages: dict[str, bytes]) -> Iterator[Serveur]:
    """A server of these pages; the one named `panne/` breaks."""

    def lire(url: str) -> bytes | None:
        if url == "panne/":
            raise ZeroDivisionError("un gabarit")
        return pages.get(url)

    server = Serveur("127.0.0.1", 0, lire, lambda: b"<body>absente</body>")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(PATIENCE)


def demander(server: Serveur, methode: str, url: str) -> tuple[int, bytes, dict[str, str]]:
    wire = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    wire.request(methode, url)
    answer = wire.getresponse()
    found = answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    wire.close()
    return found


def test_a_page_that_breaks_is_told_on_the_terminal_and_the_others_are_served(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with servir({"a/": b"<body>une page</body>"}) as server:
        status, content, _ = demander(server, "GET", "/panne/")
        assert (status, b"Le terminal dit pourquoi." in content, b"-/suivre.js" in content) == (500, True, True)
        assert demander(server, "GET", "/a/")[0] == 200
    assert "ZeroDivisionError: un gabarit" in capsys.readouterr().err


def test_the_head_of_a_page_says_its_length_and_sends_nothing() -> None:
    with servir({"a/": b"<body>une page</body>"}) as server:
        whole = demander(server, "GET", "/a/")
        head = demander(server, "HEAD", "/a/")
    assert head[:2] == (200, b"")
    assert head[2]["content-length"] == str(len(whole[1])) == whole[2]["content-length"]


def test_who_only_asks_for_the_head_of_the_changes_is_not_kept_waiting() -> None:
    with servir({}) as server:
        status, content, headers = demander(server, "HEAD", f"/{CHANGEMENTS}")
    assert (status, content, headers["content-type"]) == (200, b"", "text/event-stream")


def test_changes_are_told_and_who_leaves_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.adapters.serveur.SOUFFLE", 0.05)
    with servir({}) as server:
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as wire:
            wire.sendall(f"GET /{CHANGEMENTS} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            heard = b""
            while b":\n\n" not in heard:
                heard += wire.recv(4096)
            assert f"data: {server.version}\n\n".encode() in heard
            server.annoncer()
            while f"data: {server.version}\n\n".encode() not in heard:
                heard += wire.recv(4096)
        # One more breath, and the thread of that reader is over.
        waiting = [thread for thread in threading.enumerate() if "process_request_thread" in thread.name]
        for thread in waiting:
            thread.join(PATIENCE)
        assert not any(thread.is_alive() for thread in waiting)

"""A static server as hosts are: compressed, kept alive; it counts what it sends."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# What hosts compress; Pagefind's own files are compressed already.
COMPRIMES = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"}
NIVEAU = 9


@dataclass(frozen=True, slots=True)
class Envoi:
    """A body as it went over the wire; `chemin` is from the root, without a leading slash."""

    chemin: str
    octets: int


@dataclass(slots=True)
class Hote:
    """`adresse` ends with a slash; `envois` grows as pages are read."""

    adresse: str
    envois: list[Envoi] = field(default_factory=list)


class Comprimeur(SimpleHTTPRequestHandler):
    """Answers whole files, gzipped when it helps."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together, at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        content = _corps(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRIMES:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if isinstance(self.server, Serveur):
            self.server.hote.envois.append(Envoi(path.relative_to(self.directory).as_posix(), len(content)))
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Serveur(ThreadingHTTPServer):
    """Holds what its handlers tell."""

    hote: Hote


@contextmanager
def servir(dossier: Path) -> Iterator[Hote]:
    handler = partial(Comprimeur, directory=str(dossier.resolve()))
    server = Serveur(("127.0.0.1", 0), handler)
    server.hote = Hote(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.hote
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@lru_cache(maxsize=512)
def _corps(path: Path) -> bytes:
    """As hosts do, compressed once and kept."""
    content = path.read_bytes()
    return gzip.compress(content, NIVEAU, mtime=0) if path.suffix in COMPRIMES else content

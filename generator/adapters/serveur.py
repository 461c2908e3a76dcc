"""A small server for one person on one machine: what stands at each address, and word of each change."""

import mimetypes
import posixpath
import traceback
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from threading import Condition
from typing import Any
from urllib.parse import quote, unquote, urlsplit

# No page of the site begins so.
SUIVRE, CHANGEMENTS = "-/suivre.js", "-/changements"
SCRIPT = """\
// Chaque changement recharge la page que l'on regarde.
const vue = document.currentScript.dataset.version;
let flux;
const suivre = () => {
  flux?.close();
  flux = undefined;
  if (document.visibilityState !== "visible") return;
  flux = new EventSource("/-/changements");
  flux.onmessage = (message) => {
    if (message.data !== vue) location.reload();
  };
};
document.addEventListener("visibilitychange", suivre);
addEventListener("pagehide", () => flux?.close());
suivre();
"""
RATEE = """\
<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page en panne</title>
<h1>Cette page n’a pas pu être faite</h1><p>Le terminal dit pourquoi.</p></html>
"""
# How often a silent stream is written to, in seconds: who has left is seen then.
SOUFFLE = 15.0


class Serveur(ThreadingHTTPServer):
    """`lire` gives what stands at an url from the root, None when nothing does; `absente` the page that says so."""

    daemon_threads = True

    def __init__(self, hote: str, port: int, lire: Callable[[str], bytes | None], absente: Callable[[], bytes]) -> None:
        super().__init__((hote, port), Requete)
        self.lire = lire
        self.absente = absente
        # Two runs never tell the same version.
        self._course, self._numero = token_hex(4), 0
        self._change = Condition()

    @property
    def version(self) -> str:
        return f"{self._course}-{self._numero}"

    def annoncer(self) -> None:
        """The pages that are read are read again."""
        with self._change:
            self._numero += 1
            self._change.notify_all()

    def attendre(self, version: str) -> str:
        """The next version; the same one after a while."""
        with self._change:
            self._change.wait_for(lambda: self.version != version, SOUFFLE)
            return self.version


class Requete(BaseHTTPRequestHandler):
    """Nothing is read from the disk at an address: what is not in the site does not exist."""

    server: Serveur
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = unquote(urlsplit(self.path).path, errors="replace").lstrip("/")
        if url == CHANGEMENTS:
            self._suivre()
        elif url == SUIVRE:
            self._repondre(HTTPStatus.OK, "text/javascript", SCRIPT.encode())
        else:
            self._donner(url)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _donner(self, url: str) -> None:
        # Before the answer is made: what changes meanwhile is told to the page.
        version = self.server.version
        # No file of the site has a name without a dot: it is a page, whose address ends with a slash.
        page = "." not in posixpath.basename(url)
        try:
            content = self.server.lire(f"{url}/" if page and url and not url.endswith("/") else url)
        except Exception:
            # Ours, or that of a template: whoever writes one sees where, and the page comes back once it is mended.
            traceback.print_exc()
            self._repondre(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", RATEE.encode(), version)
            return
        if content is None:
            self._repondre(HTTPStatus.NOT_FOUND, "text/html", self.server.absente(), version)
        elif page and url and not url.endswith("/"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{quote(url)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._repondre(HTTPStatus.OK, "text/html" if page else _genre(url), content, version)

    def _repondre(self, status: HTTPStatus, kind: str, content: bytes, version: str = "") -> None:
        if kind == "text/html" and version:
            content = _suivie(content, version)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if _est_du_texte(kind) else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def _suivre(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version = ""
        while self.command == "GET":
            latest = self.server.attendre(version)
            self.wfile.write(f"data: {latest}\n\n".encode() if latest != version else b":\n\n")
            version = latest

    def handle(self) -> None:
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            # The reader has left.
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """The terminal is for the faults of the mémento."""


def _suivie(html: bytes, version: str) -> bytes:
    """A page that is told of changes."""
    body, end, rest = html.rpartition(b"</body>")
    script = f'<script src="/{SUIVRE}" data-version="{version}"></script>'.encode()
    return body + script + end + rest if end else html + script


def _genre(url: str) -> str:
    return "text/javascript" if url.endswith(".js") else mimetypes.guess_type(url)[0] or "application/octet-stream"


def _est_du_texte(kind: str) -> bool:
    return kind.startswith("text/") or kind in ("application/json", "application/xml", "image/svg+xml")

"""nginx for the tests, with the configuration that is shipped. A server that cannot be found fails the test."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RACINE = Path(__file__).parents[1]
LIVREE = RACINE / "deploiement/nginx/memento.conf"
CHEMINS = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
DELAI = 20

_PRINCIPALE = """\
daemon off;
pid {atelier}/nginx.pid;
error_log {atelier}/erreurs.log warn;
{qui}load_module {module};
worker_processes 1;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {atelier}/corps;
    proxy_temp_path {atelier}/proxy;
    fastcgi_temp_path {atelier}/fastcgi;
    uwsgi_temp_path {atelier}/uwsgi;
    scgi_temp_path {atelier}/scgi;
    include {atelier}/memento.conf;
}}
"""


def programme(nom: str) -> str:
    """Where a server is; an AssertionError says how to have it."""
    found = shutil.which(nom, path=CHEMINS)
    assert found, f"{nom} est introuvable : « sh tests/preparer-nginx.sh »"
    return found


def port_libre() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def preparer(atelier: Path, site: Path, port: int) -> Path:
    """The main file of nginx around the shipped one, where only the place and the port are changed."""
    assert MODULE.is_file(), "le module brotli_static est introuvable : « sh tests/preparer-nginx.sh »"
    text = LIVREE.read_text(encoding="utf-8")
    for old, new in (
        ("    listen 80;\n    server_name", f"    listen 127.0.0.1:{port};\n    server_name"),
        ("root /srv/memento;", f"root {site};"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (atelier / "memento.conf").write_text(text, encoding="utf-8")
    (atelier / "snippets").mkdir()
    shutil.copy(LIVREE.with_name("memento-brotli.conf"), atelier / "snippets")
    main = atelier / "nginx.conf"
    # Its workers read a folder that belongs to who runs the tests.
    user = "user root;\n" if os.getuid() == 0 else ""
    main.write_text(_PRINCIPALE.format(atelier=atelier, qui=user, module=MODULE), encoding="utf-8")
    return main


def essayer(main: Path) -> subprocess.CompletedProcess[str]:
    """`nginx -t`."""
    command = [programme("nginx"), "-t", "-c", str(main), "-p", str(main.parent)]
    return subprocess.run(command, capture_output=True, text=True, timeout=DELAI, check=False)


@contextmanager
def lancer(atelier: Path, site: Path) -> Iterator[str]:
    """The address of the site, with a final slash."""
    port = port_libre()
    main = preparer(atelier, site, port)
    command = [programme("nginx"), "-c", str(main), "-p", str(atelier)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _attendre(server, port)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.communicate(timeout=DELAI)


def _attendre(server: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + DELAI
    while time.monotonic() < end:
        if server.poll() is not None:
            _, said = server.communicate(timeout=DELAI)
            raise AssertionError(f"nginx s'est arrêté : {said.decode()}")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx ne répond pas")

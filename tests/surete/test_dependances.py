"""The audit of dependencies, in front of a base that answers, and of one that does not."""

import importlib.util
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType

import pytest

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", RACINE / "outils" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def base(answer: object) -> Iterator[str]:
    class Reponse(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Reponse)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_every_dependency_of_the_repository_is_pinned(audit: ModuleType) -> None:
    pinned = audit.epingles((RACINE / "constraints.txt").read_text(encoding="utf-8"))
    assert {"nh3", "mkdocs", "jinja2", "pydantic"} <= set(pinned)
    assert list(audit.npm(RACINE)) == []


@pytest.mark.parametrize(
    "line", ["x>=1", "x @ https://ailleurs.example/x.whl", "-e .", "x", "x==1; python_version<'3'"]
)
def test_a_line_that_pins_nothing_is_refused(audit: ModuleType, line: str) -> None:
    with pytest.raises(ValueError, match=r"constraints\.txt"):
        audit.epingles(f"y==1\n{line}\n")


def test_a_known_vulnerability_is_told_with_its_version(audit: ModuleType) -> None:
    with base({"results": [{}, {"vulns": [{"id": "PYSEC-0"}, {"id": "GHSA-0"}]}]}) as url:
        assert audit.avis({"a": "1", "b": "2"}, url) == ["b 2 : PYSEC-0, GHSA-0"]


def test_no_answer_is_not_a_good_answer(audit: ModuleType) -> None:
    assert audit.avis({"a": "1"}, "http://127.0.0.1:9/") is None
    for wrong in ({}, {"results": []}, "x"):
        with base(wrong) as url:
            assert audit.avis({"a": "1"}, url) is None


def test_a_package_that_leads_elsewhere_is_told(audit: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "x"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"dependencies": {"a": "^1.0.0", "b": "https://ailleurs.example/b.tgz"}}')
    lock = {"packages": {"": {}, "node_modules/a": {"resolved": "https://ailleurs.example/a.tgz"}}}
    (folder / "package-lock.json").write_text(json.dumps(lock))
    assert len(list(audit.npm(tmp_path))) == 4

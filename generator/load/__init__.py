"""Files become positioned data. Strict: what could be read two ways is refused, at its line and column."""

from hashlib import blake2b
from pathlib import Path

from generator.diagnostics import Outcome, Report
from generator.load.assets import load_assets
from generator.load.codes import CODES
from generator.load.document import Chemin, Document
from generator.load.node import Mapping, Node, Scalar, Sequence, Span
from generator.load.reader import read_document
from generator.load.tree import find_files, read_bytes
from generator.load.verrou import SANS_VERROU, Verrou, load_verrou

__all__ = [
    "CODES",
    "SANS_VERROU",
    "Chemin",
    "Connus",
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Span",
    "Verrou",
    "load_assets",
    "load_documents",
    "load_verrou",
    "read_document",
]


# What tells what each file held, and what was read in it.
Connus = dict[str, tuple[bytes, Outcome[Document | None]]]


def load_documents(root: Path, connus: Connus | None = None) -> Outcome[tuple[Document, ...]]:
    """Every file of `content/` and `rules/`, sorted by path; those that cannot be read are only in the report.

    `connus` remembers what each file held: one that holds the same is not read again.
    """
    known: Connus = {} if connus is None else connus
    files = find_files(root)
    documents: list[Document] = []
    report = list(files.report)
    for path in files.value:
        data = read_bytes(root, path)
        report.extend(data.report)
        if data.failed:
            continue
        mark = blake2b(data.value, digest_size=32).digest()
        if path not in known or known[path][0] != mark:
            known[path] = (mark, read_document(path, data.value))
        document = known[path][1]
        report.extend(document.report)
        if document.value is not None:
            documents.append(document.value)
    return Outcome(tuple(documents), Report.of(report))

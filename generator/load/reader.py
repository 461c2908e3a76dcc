"""The bytes of one file become a document, or diagnostics. Touches no disk."""

from generator.diagnostics import Outcome, Report
from generator.load.document import Document
from generator.load.front_matter import split_page
from generator.load.plain import plain_values
from generator.load.source import decode, tabs
from generator.load.yaml_reader import read_yaml


def read_document(path: str, data: bytes) -> Outcome[Document | None]:
    """A page when the path ends with `.md`, otherwise a YAML file."""
    text = decode(path, data)
    if text.failed:
        return Outcome(None, text.report)
    if not path.endswith(".md"):
        return _document(path, text.value)
    page = split_page(path, text.value)
    if page.failed:
        return Outcome(None, page.report)
    return _document(path, page.value.header, page.value.body, page.value.body_line)


def _document(path: str, header: str, body: str = "", body_line: int = 0) -> Outcome[Document | None]:
    faults = Report.of(tabs(path, header))
    if faults.errors:
        return Outcome(None, faults)
    ordinary = plain_values(header)
    if ordinary is not None:
        return Outcome(Document(path, header, ordinary, body, body_line))
    tree = read_yaml(path, header)
    if tree.value is None:
        return Outcome(None, tree.report)
    return Outcome(Document(path, header, tree.value.data, body, body_line), tree.report)

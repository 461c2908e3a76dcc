"""Reading a text as a file of `rules/`, and what the report says of it."""

from generator.load import Document, read_document

PATH = "rules/a.yaml"


def read(text: str, path: str = PATH) -> Document:
    """The document of a text that must load."""
    outcome = read_document(path, text.encode())
    assert outcome.value is not None, list(outcome.report)
    return outcome.value


def faults(text: str | bytes, path: str = PATH) -> list[str]:
    """`line:column CODE` of each diagnostic."""
    data = text if isinstance(text, bytes) else text.encode()
    report = read_document(path, data).report
    return [f"{item.location.line}:{item.location.column} {item.code}" for item in report]

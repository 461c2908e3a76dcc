"""A file that was read: its data, and where each piece of it is written."""

import re
from collections.abc import Sequence as Keys
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Location
from generator.load.node import Mapping, Node, Scalar, Sequence, Span
from generator.load.yaml_reader import read_yaml

Chemin = tuple[str | int, ...]
# What begins a reference, or could write it otherwise.
_RENVOI = re.compile(r"\[\[|\{\{|\\")


@dataclass(frozen=True, slots=True)
class Document:
    """`path` is POSIX and relative to the root; `entete` the YAML as it is written, `data` its plain values: text, int,
    Decimal, bool, None, date, list, dict, which nobody may change; `body` is the Markdown under a header, `body_line`
    its first line.

    The places take ten times as much memory as the text, and are asked for when something is wrong: then they are read
    again.
    """

    path: str
    entete: str
    data: dict[str, object]
    body: str = ""
    body_line: int = 0

    @property
    def tree(self) -> Mapping:
        """Its data with their places."""
        return _arbre(self.path, self.entete)

    @property
    def textes(self) -> list[tuple[Chemin, str]]:
        """Every text of the header, with its place."""
        found: list[tuple[Chemin, str]] = []
        _reunir(self.data, (), found)
        return found

    @property
    def textes_qui_renvoient(self) -> list[tuple[Chemin, str]]:
        """Those in which a reference may stand."""
        if not _RENVOI.search(self.entete):
            return []
        return [(path, text) for path, text in self.textes if "[[" in text or "{{" in text]

    def locate(self, *keys: str | int) -> Location:
        """The place of the value at that path, or of its nearest existing parent."""
        return self._nearest(keys)[0].span.at(self.path)

    def locate_key(self, *keys: str | int) -> Location:
        """The place of the key (or list item) at that path, or of its nearest existing parent."""
        node, key = self._nearest(keys)
        return (key or node.span).at(self.path)

    def locate_text(self, keys: Keys[str | int], offset: int, length: int = 1) -> Location:
        """The place of `length` characters of a scalar, from `offset` in its text; past its end, its last one."""
        node, _ = self._nearest(keys)
        span = node.part(offset, length) if isinstance(node, Scalar) else node.span
        return span.at(self.path)

    def _nearest(self, keys: Keys[str | int]) -> tuple[Node, Span | None]:
        """The deepest node on the path, and the place of its key when the whole path exists under a mapping."""
        node: Node = self.tree
        key: Span | None = None
        for step in keys:
            if isinstance(node, Mapping) and isinstance(step, str) and (entry := node.entry(step)):
                node, key = entry.value, entry.key.span
            elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
                node, key = node.items[step], None
            else:
                return node, None
        return node, key


# Of one file, several things are often wrong.
@lru_cache(maxsize=8)
def _arbre(path: str, entete: str) -> Mapping:
    tree = read_yaml(path, entete).value
    assert tree is not None, f"{path} has been read before"
    return tree


def _reunir(value: object, path: Chemin, found: list[tuple[Chemin, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            _reunir(item, (*path, key), found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _reunir(item, (*path, index), found)

"""A file that was read: its data, and where each piece of it is written."""

from collections.abc import Iterator
from collections.abc import Sequence as Keys
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Location
from generator.load.node import Mapping, Node, Scalar, Sequence, Span

Chemin = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """`path` is POSIX and relative to the root; `body` is the Markdown under a header, `body_line` its first line.

    What it holds is asked for many times: `data` and `textes` are made once, and nobody may change them.
    """

    path: str
    tree: Mapping
    body: str = ""
    body_line: int = 0

    @cached_property
    def data(self) -> dict[str, object]:
        """Plain values: text, int, Decimal, bool, None, date, list, dict."""
        return self.tree.data

    @cached_property
    def textes(self) -> tuple[tuple[Chemin, str], ...]:
        """Every text of the header, with its place."""
        return tuple(_textes(self.data))

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


def _textes(value: object, path: Chemin = ()) -> Iterator[tuple[Chemin, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _textes(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _textes(item, (*path, index))

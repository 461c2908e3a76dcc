"""The tree of a file, each key and value with its place. Named tuples: tens of thousands are made at each reading."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Location
from generator.load.spelling import places

Value: TypeAlias = str | int | Decimal | bool | date | None


class Span(NamedTuple):
    """What the carets underline: one line at most, counted from 1 in characters."""

    line: int
    column: int
    length: int = 1

    def at(self, path: str) -> Location:
        return Location(path, self.line, self.column, self.length)


class Scalar(NamedTuple):
    """`text` is what the author meant, `raw` how it is spelt from its first quote or `|`, `style` that sign or ""."""

    span: Span
    text: str
    value: Value
    raw: str = ""
    style: str = ""

    @property
    def data(self) -> Value:
        return self.value

    def part(self, offset: int, length: int = 1) -> Span:
        """The place of `length` characters of the text, cut at the end of the line; past the end, the last one."""
        if not self.text:
            return self.span
        spelt = places(self.text, self.raw, self.style)
        first = min(max(offset, 0), len(spelt) - 1)
        last = min(first + max(length, 1), len(spelt)) - 1
        start, end = spelt[first][0], spelt[last][1]
        if self.raw[start : start + 1] in ("", "\n") and self.raw[start - 1 : start] not in ("", "\n"):
            start -= 1
        underlined = self.raw[start:end].split("\n", 1)[0].rstrip(" ")
        before = self.raw[:start]
        line = self.span.line + before.count("\n")
        column = start - before.rfind("\n") if "\n" in before else self.span.column + start
        return Span(line, column, max(1, len(underlined)))


@dataclass(frozen=True, slots=True)
class Sequence:
    span: Span
    items: tuple["Node", ...]

    @property
    def data(self) -> list[object]:
        return [item.data for item in self.items]


class Entry(NamedTuple):
    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys are texts, each once, in the order of the file."""

    span: Span
    entries: tuple[Entry, ...]

    @property
    def data(self) -> dict[str, object]:
        return {entry.key.text: entry.value.data for entry in self.entries}

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping

"""The lines of a text, and the places in them that the parser's marks point at."""

from dataclasses import dataclass
from typing import Protocol

from generator.load.node import Span


class Mark(Protocol):  # pragma: no cover: a protocol says, and runs nothing
    """The parser's own place: lines and columns from 0, in characters."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Lines:
    """`last` is the line, from 0, of the last visible character."""

    lines: tuple[str, ...]
    last: int

    @classmethod
    def of(cls, text: str) -> "Lines":
        # One more line: the parser may place the end of a text there when its last line is not ended.
        return cls((*text.split("\n"), ""), text.count("\n", 0, len(text.rstrip(" \n"))))

    def span(self, start: Mark, end: Mark) -> Span:
        """From one mark to another, cut at the end of the line."""
        line = self.lines[start.line]
        stop = end.column if end.line == start.line else len(line.rstrip(" "))
        if start.column >= len(line):
            return self.place(start)
        return Span(start.line + 1, start.column + 1, max(1, stop - start.column))

    def place(self, mark: Mark | None) -> Span:
        """One character; past the end of a line its last one, past the end of the text its last line."""
        if mark is None:
            return Span(1, 1)
        line, column = mark.line, mark.column
        if line > self.last:
            line, column = self.last, len(self.lines[self.last].rstrip(" "))
        return Span(line + 1, max(min(column, len(self.lines[line]) - 1), 0) + 1)

    def before(self, mark: Mark | None, length: int = 200) -> str:
        """At most `length` characters before a mark, on its line."""
        return self.lines[mark.line][max(0, mark.column - length) : mark.column] if mark else ""

    def char(self, mark: Mark | None) -> str:
        """The character at a mark, or an empty text past the end of its line."""
        return self.lines[mark.line][mark.column : mark.column + 1] if mark else ""

    def find(self, sign: str, mark: Mark) -> tuple[int, int]:
        """Line and column, from 0, of the first `sign` from a mark on."""
        line, column = mark.line, self.lines[mark.line].find(sign, mark.column)
        while column < 0:
            line += 1
            column = self.lines[line].find(sign)
        return line, column

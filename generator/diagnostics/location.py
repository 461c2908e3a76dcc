"""A place in a text file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """`path` is POSIX and relative to the repository; `line` and `column` count from 1, in characters.

    `length` is how many characters the carets underline, at least 1, never beyond the line.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

"""What is published as it is."""

from typing import Any

from generator.adapters.habit import Habit


class Fichier:
    """A file of the theme; `contenu` is None once it is gone."""

    def __init__(self, contenu: bytes | None) -> None:
        self.contenu = contenu

    @property
    def content_bytes(self) -> bytes:
        if self.contenu is None:
            raise FileNotFoundError
        return self.contenu


def test_a_file_that_goes_between_two_changes_is_no_more() -> None:
    habit: Any = object.__new__(Habit)
    habit.statiques = {"a.png": Fichier(b"un"), "b.png": Fichier(None)}
    assert [habit.statique(url) for url in ("a.png", "b.png", "c.png")] == [b"un", None, None]

"""What the tests of the commands may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from petit_memento import RACINE, vraies_regles

from generator.adapters import compilation
from generator.pipeline import Build, compile_rules


@pytest.fixture(scope="module")
def deja_lu() -> Iterator[None]:
    """The commands find the rules of the mémento itself already compiled; any other mémento is read as it stands."""

    def lire(root: Path) -> Build:
        return vraies_regles() if root == RACINE else compile_rules(root)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compilation, "compile_rules", lire)
        yield

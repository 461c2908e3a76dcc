"""The addresses of pages are known without making them."""

from pathlib import Path

import pytest
from petit_memento import batir, petit_memento

from generator.render.adresses import adresses_des_pages

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.mark.parametrize("surcouche", [None, TOUS], ids=["base", "tous-les-genres"])
def test_they_are_those_of_the_pages_that_are_made(tmp_path: Path, surcouche: Path | None) -> None:
    built = batir(petit_memento(tmp_path, surcouche=surcouche))
    assert built.site is not None
    assert adresses_des_pages(built.base) == {page.url for page in built.site.pages if page.vers is None}

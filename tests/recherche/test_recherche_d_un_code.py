"""A contributor types the code of a diagnostic and reads its page; nobody else meets one."""

from typing import Any

import pytest
from petit_memento import avec_le_vrai

from generator.diagnostics.explications import explications
from generator.render.recherche import IndexDeRecherche, chercher

pytestmark = avec_le_vrai


def test_a_code_gives_its_page_first(index: IndexDeRecherche) -> None:
    for code, one in explications().items():
        for typed in (code, code.lower(), f"code {code}", f"{one.severite.value} {code}"):
            found = chercher(index, typed).resultats
            assert found[0].fiche.url == one.page, typed


def test_the_browser_gives_the_same_page_first(dans_le_navigateur: Any) -> None:
    found = dans_le_navigateur("moteur.chercher(a).resultats", "MEM201")
    assert found[0]["url"] == explications()["MEM201"].page
    assert found[0]["genre"] == "code"


@pytest.mark.parametrize("typed", ["source", "date", "règle", "périodes", "exemple", "glossaire", "pourquoi", "remède"])
def test_a_word_of_everyday_gives_no_code_before_the_law(index: IndexDeRecherche, typed: str) -> None:
    assert [one.fiche.url for one in chercher(index, typed).resultats[:5] if one.fiche.genre == "code"] == []

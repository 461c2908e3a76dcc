"""The page of what is new, without JavaScript."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.pipeline import Build, build

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
REGLE = "rules/regles/essai/regle-modele.yaml"


def html(built: Build) -> str:
    assert built.site is not None, [str(item) for item in built.report]
    return next(page.html for page in built.site.pages if page.url == "nouveautes/")


def mots(fragment: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", fragment)).replace("\u202f", " ").replace("\u00a0", " ").split())


def partie(page: str, ancre: str) -> str:
    """What stands under a heading."""
    return page.split(f'<h2 id="{ancre}">')[1].split("<h2 ")[0]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return html(batir(petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS)))


def test_a_change_of_law_says_its_day_its_worth_whom_it_concerns_and_leads_to_its_version(page: str) -> None:
    law = partie(page, "droit")
    assert "<h3>Janvier 2020</h3>" in law
    assert 'data-siae="ACI"' in law
    assert 'href="../r/regle-modele/2020-01-01/"' in law
    assert 'href="../sources/texte-modele/"' in law
    for words in ("1er janvier 2020", "● En vigueur", "■ Prescriptif", "ACI", "Un mot change."):
        assert words in mots(law)


def test_an_amount_says_the_old_value_and_the_new(page: str) -> None:
    amounts = mots(partie(page, "montants"))
    assert "Montant modèle" in amounts
    assert "Ici, Modèle d’ACI : 100 €/ETP/an → devient 110 €/ETP/an" in amounts
    assert "50 €" not in amounts


def test_a_note_on_the_memento_says_its_weight_in_words_and_leads_to_its_subjects(page: str) -> None:
    notes = partie(page, "memento")
    assert notes.index("Une règle relue &amp; corrigée") < notes.index("Une ouverture")
    assert 'id="journal-regle-relue" data-siae="ACI"' in notes
    assert 'href="../parametres/montant-modele/"' in notes
    assert "▲ Majeure" in mots(notes)
    assert "△ Mineure" in mots(notes)


def test_what_concerns_nobody_in_particular_is_not_marked(page: str) -> None:
    assert '<li id="journal-ouverture">' in page


def test_every_feed_and_the_calendar_are_linked(page: str) -> None:
    links = set(re.findall(r'href="\.\./([^"]+\.(?:xml|ics))"', page))
    names = ("tout", "prescriptif", "journal", "aci", "ai", "theme-essai")
    assert links == {"calendrier.ics", *(f"flux/{name}.xml" for name in names)}


def test_what_is_to_come_is_on_top_and_not_among_the_changes(tmp_path: Path) -> None:
    page = html(build(petit_memento(tmp_path), date(2019, 6, 1)))
    coming = mots(partie(page, "a-venir"))
    assert page.index('id="a-venir"') < page.index('id="droit"')
    assert "1er janvier 2020 Règle modèle ▷ À venir" in coming
    assert "100 €/ETP/an → devient 110 €/ETP/an" in coming
    assert "Règle modèle" not in partie(page, "droit")
    assert "Montant modèle" not in partie(page, "montants")


def test_an_end_that_nothing_follows_is_to_come_up_to_its_day(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "  - du: 2020-01-01\n", "  - du: 2020-01-01\n    au: 2026-12-22\n")
    assert "22 décembre 2026" in partie(html(build(root, date(2026, 12, 22))), "a-venir")
    assert "22 décembre 2026" not in partie(html(build(root, date(2026, 12, 23))), "a-venir")


def test_when_nothing_is_known_to_come_the_page_says_so(page: str) -> None:
    assert "Aucun changement à venir n’est connu au 23 novembre 2026." in mots(partie(page, "a-venir"))


def test_a_wording_read_for_the_first_time_is_no_change(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "    changement: Un mot change.\n", "")
    law = mots(partie(html(batir(root)), "droit"))
    assert "Aucun changement n’est connu." in law
    assert "Règle modèle" not in law

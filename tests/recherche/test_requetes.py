"""The search against the requests of readers: what is promised, the third kept aside apart."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from petit_memento import avec_le_vrai

from bench.recherche.notes import Note, pages_de, par_lot
from bench.recherche.promesses import POINTS_D_ECART, PREMIER, TROIS_PREMIERS
from bench.recherche.requetes import essayer, lire
from generator.render.recherche import IndexDeRecherche, Trouves

pytestmark = avec_le_vrai

FICHIER = Path(__file__).with_name("requetes.yaml")
REQUETES = lire(FICHIER)
PROFILS = {"apprenant", "siae", "agent", "contributeur"}
GENRES = {"article", "sigle", "chiffre", "mot", "faute", "ancien", "question"}


@pytest.fixture(scope="module")
def notes(trouver: Callable[[str], Trouves]) -> dict[str, Note]:
    found = [pages_de(one.fiche.url for one in trouver(asked.texte).resultats) for asked in REQUETES]
    return dict(par_lot(essayer(REQUETES, found)))


def test_there_are_enough_requests_of_every_kind_and_a_third_is_kept_aside() -> None:
    written = yaml.safe_load(FICHIER.read_text(encoding="utf-8"))["requetes"]
    assert len({one["requete"] for one in written}) == len(written) >= 200
    assert {one["profil"] for one in written} == PROFILS
    assert set(Counter(one["genre"] for one in written)) == GENRES
    assert sum(one.a_part for one in REQUETES) == len(REQUETES) // 3


def test_the_expected_pages_exist(index: IndexDeRecherche) -> None:
    known = {fiche.url.partition("#")[0] for fiche in index.fiches}
    assert {page for asked in REQUETES for page in asked.pages} - known == set()


def test_the_expected_page_is_first_nine_times_in_ten(notes: dict[str, Note]) -> None:
    assert notes["toutes"].premier >= PREMIER


def test_the_expected_page_is_nearly_always_in_the_first_three(notes: dict[str, Note]) -> None:
    assert notes["toutes"].trois >= TROIS_PREMIERS


def test_what_was_never_looked_at_while_tuning_is_found_as_well(notes: dict[str, Note]) -> None:
    tuned, aside = notes["réglage"], notes["mises à part"]
    assert 100 * (tuned.premier - aside.premier) <= POINTS_D_ECART
    assert 100 * (tuned.trois - aside.trois) <= POINTS_D_ECART

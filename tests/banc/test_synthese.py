"""The synthetic mémento looks like the real one, grows as texts grow, and is the same on every machine."""

import re
from pathlib import Path

from bench.recherche.synthese import Synthese, ecrire_en_pages
from generator.render.recherche import FicheDeRecherche

MODELES = (
    FicheDeRecherche(
        url="regles/duree/",
        titre="Durée du contrat d’insertion",
        genre="regle",
        resume="Le contrat dure quatre mois au moins. Il se renouvelle jusqu’à vingt-quatre mois.",
        noms=("Durée du contrat d’insertion",),
        mots=("renouvellement",),
        textes=("Une dérogation reste possible pour achever une formation.", "Le préfet décide ; l’avis est écrit."),
        siae=("ACI",),
        depuis="2021-06-15",
        numeros=("L. 5132-15-1",),
    ),
    FicheDeRecherche(
        url="pratiques/aller-vers/",
        titre="Aller vers les personnes éloignées",
        genre="pratique",
        resume="Des permanences dans les quartiers <et> les villages.",
        textes=("Les habitants rencontrent l’association chaque semaine.",),
    ),
)


def mots(fiches: tuple[FicheDeRecherche, ...]) -> set[str]:
    texts = (text for fiche in fiches for text in (fiche.titre, fiche.resume, *fiche.textes))
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower())}


def synthese(nombre: int) -> tuple[FicheDeRecherche, ...]:
    return tuple(Synthese(MODELES, nombre).fiches(nombre))


def test_the_same_seed_gives_the_same_entries() -> None:
    assert synthese(40) == synthese(40)
    assert synthese(40)[0].titre == "Durée du contrat les pruable éloignées"


def test_each_entry_has_its_own_address_and_the_facets_of_a_real_one() -> None:
    made = synthese(40)
    assert len({fiche.url for fiche in made}) == 40
    real = {(fiche.genre, fiche.siae, fiche.depuis) for fiche in MODELES}
    assert {(fiche.genre, fiche.siae, fiche.depuis) for fiche in made} == real


def test_no_synthetic_entry_bears_a_legal_number() -> None:
    assert all(fiche.numeros == () for fiche in synthese(40))


def test_the_vocabulary_grows_more_slowly_than_the_corpus() -> None:
    real = len(mots(MODELES))
    assert real < len(mots(synthese(200))) < 20 * real


def test_pages_hold_what_the_index_holds(tmp_path: Path) -> None:
    fiche = MODELES[1]
    ecrire_en_pages([fiche], tmp_path)
    page = (tmp_path / "pratiques/aller-vers/index.html").read_text(encoding="utf-8")
    assert "<h1>Aller vers les personnes éloignées</h1>" in page
    assert "<p>Des permanences dans les quartiers &lt;et&gt; les villages.</p>" in page
    assert "<p>Les habitants rencontrent l’association chaque semaine.</p>" in page

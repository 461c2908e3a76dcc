"""What is found and in which order, on entries small enough to be read."""

from dataclasses import replace

import pytest

from generator.render.recherche import Analyseur, FicheDeRecherche, IndexDeRecherche, chercher, indexer
from generator.render.recherche.proximite import distance

ANALYSEUR = Analyseur()
ACI = FicheDeRecherche("structures/aci/", "Atelier et chantier d’insertion", "structure", "Il encadre.", noms=("ACI",))
HEURES = FicheDeRecherche(
    "regles/heures/",
    "Les 480 heures",
    "regle",
    "Pas plus de 480 heures en vingt-quatre mois.",
    noms=("Les 480 heures",),
)
AGREMENT = FicheDeRecherche("regles/agrement/", "Demander l’agrément", "regle", "Au préfet.")
ARTICLE = FicheDeRecherche(
    "sources/l5132-9/",
    "Code du travail, article L. 5132-9",
    "source",
    "",
    noms=("loi des heures",),
    numeros=("L5132-9",),
    cite_par=("regles/heures/",),
)
PLAFOND = FicheDeRecherche(
    "regles/plafond/",
    "Le plafonnement des ventes",
    "regle",
    "Les ventes d’un atelier, article par article.",
    siae=("ACI",),
    portee="prescriptif",
    themes=("ventes",),
)
FICHES = (ACI, HEURES, AGREMENT, ARTICLE, PLAFOND)
LEXIQUE = {"pas iae": {"agre": 0.9}, "agre": {"pas iae": 0.9}}


def construire(*fiches: FicheDeRecherche) -> IndexDeRecherche:
    return indexer(fiches or FICHES, LEXIQUE, ANALYSEUR)


@pytest.fixture(scope="module")
def petit() -> IndexDeRecherche:
    return construire()


def urls(index: IndexDeRecherche, text: str, **options: object) -> list[str]:
    return [one.fiche.url for one in chercher(index, text, **options).resultats]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["L5132-9", "l. 5132-9", "article L.5132-9 alinéa 2", "5132-9", "code du travail art. L 5132-9, II"]
)
def test_an_article_in_any_spelling_gives_its_page_then_the_rules_that_cite_it(
    petit: IndexDeRecherche, typed: str
) -> None:
    assert urls(petit, typed) == ["sources/l5132-9/", "regles/heures/"]


@pytest.mark.parametrize("typed", ["L5132", "l. 5132-", "article L5132"])
def test_the_beginning_of_a_number_gives_those_that_begin_so(petit: IndexDeRecherche, typed: str) -> None:
    assert urls(petit, typed)[0] == "sources/l5132-9/"


def test_other_words_beside_an_article_come_after_what_it_names(petit: IndexDeRecherche) -> None:
    assert urls(petit, "L5132-9 préfet") == ["sources/l5132-9/", "regles/heures/", "regles/agrement/"]


def test_what_bears_the_whole_name_comes_first(petit: IndexDeRecherche) -> None:
    assert urls(petit, "aci")[0] == "structures/aci/"
    assert urls(petit, "loi des heures")[0] == "sources/l5132-9/"


@pytest.mark.parametrize("typed", ["480h", "480 heures", "480\u00a0HEURES", "24 mois", "2 ans"])
def test_a_quantity_is_found_however_it_is_written(petit: IndexDeRecherche, typed: str) -> None:
    assert urls(petit, typed)[0] == "regles/heures/"


@pytest.mark.parametrize("typed", ["agrement", "PASS IAE", "l'agrément", "agréé"])
def test_a_name_and_what_it_replaces_find_one_another(petit: IndexDeRecherche, typed: str) -> None:
    assert urls(petit, typed)[0] == "regles/agrement/"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("plafonn", True),
        ("plafonement", True),
        ("pladonnement", True),
        ("plafonnemnet", True),
        ("pladonnemant", True),
        ("plqdonnemant", False),
        ("vente", True),
        ("vantes", True),
        ("vantis", False),
        ("prefet", True),
        ("prafet", True),
    ],
)
def test_one_mistake_from_five_letters_two_from_eight_and_the_beginning_of_a_word(
    petit: IndexDeRecherche, typed: str, found: bool
) -> None:
    assert bool(urls(petit, typed)) == found


def test_four_letters_are_read_as_they_are_typed() -> None:
    index = construire(replace(ACI, titre="aide", noms=("aide",)))
    assert urls(index, "aide") == ["structures/aci/"]
    assert urls(index, "aidr") == []


def test_a_mistake_never_comes_before_an_exact_match() -> None:
    index = construire(
        FicheDeRecherche("a/", "contrats", "regle", "contrats contrats contrats", mots=("contrats",)),
        FicheDeRecherche("b/", "divers", "regle", "contrast", textes=("contrast",)),
    )
    assert urls(index, "contrast") == ["b/"]
    assert chercher(index, "contrast").corrections == ()


def test_a_word_read_otherwise_is_told_with_its_accents(petit: IndexDeRecherche) -> None:
    assert chercher(petit, "agrememt").corrections == (("agrememt", "agrément"),)


def test_filters_keep_what_is_of_no_structure_and_drop_the_rest(petit: IndexDeRecherche) -> None:
    assert sorted(urls(petit, "atelier")) == ["regles/plafond/", "structures/aci/"]
    assert urls(petit, "atelier", filtres={"siae": ("EI",)}) == ["structures/aci/"]
    assert urls(petit, "atelier", filtres={"genre": ("regle",), "theme": ("ventes",)}) == ["regles/plafond/"]
    assert urls(petit, "atelier", filtres={"portee": ("indicatif",)}) == []


def test_what_does_not_concern_the_readers_structure_comes_after_and_says_so() -> None:
    index = construire(replace(PLAFOND, noms=("ventes",)), replace(AGREMENT, textes=("ventes",)))
    assert urls(index, "ventes") == ["regles/plafond/", "regles/agrement/"]
    found = chercher(index, "ventes", structure=("EI",)).resultats
    assert [(one.fiche.url, one.hors) for one in found] == [("regles/agrement/", False), ("regles/plafond/", True)]


@pytest.mark.parametrize("typed", ["", " ", "de la", "?!", "🙂", "zzzzzz"])
def test_what_says_nothing_finds_nothing(petit: IndexDeRecherche, typed: str) -> None:
    assert urls(petit, typed) == []


@pytest.mark.parametrize(
    ("one", "other", "bound", "gap"),
    [
        ("contrat", "contrat", 2, 0),
        ("contrat", "contart", 2, 1),
        ("contrat", "contra", 2, 1),
        ("contrat", "contrats", 2, 1),
        ("contrat", "cintrat", 2, 1),
        ("contrat", "cintrats", 2, 2),
        ("contrat", "cintrets", 2, 3),
        ("ca", "abc", 3, 3),
        ("a", "abcd", 1, 2),
        ("", "ab", 2, 2),
    ],
)
def test_the_distance_counts_letters_added_dropped_changed_or_swapped(
    one: str, other: str, bound: int, gap: int
) -> None:
    assert distance(one, other, bound) == distance(other, one, bound) == gap

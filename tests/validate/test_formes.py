"""Fields that go together: one without the other is told in a sentence."""

from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento, relire

from generator.validate.conseils import en_groupe
from generator.validate.sentences import _bad_cell, _required

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
CALCUL = "rules/calculateurs/calcul-modele.yaml"
SERIE, TABLEAU = "rules/reperes/serie-modele.yaml", "rules/reperes/tableau-modele.yaml"
MESURE = "content/pacte/mesures/01-modele.md"
AVIS = "content/avis/2020-001.md"
CHOIX = "type: choix, liste: siae"


@pytest.mark.parametrize(
    ("fichier", "ancien", "nouveau", "dit"),
    [
        (SERIE, "parametre: montant-modele\n", "", "un repère a des « lignes », ou suit un « parametre »"),
        (TABLEAU, "mesures: [1]", "parametre: montant-modele", "un repère a des « lignes », ou suit un « parametre »"),
        (TABLEAU, 'unite: "%"\n', "", "« colonnes » et « unite » vont avec « lignes »"),
        (TABLEAU, "colonnes: [ACI, AI]\n", "", "« colonnes » et « unite » vont avec « lignes »"),
        (
            TABLEAU,
            "valeurs: [10, 12.5]",
            "valeurs: [10]",
            "chaque ligne a autant de « valeurs » qu'il y a de « colonnes »",
        ),
        (
            MESURE,
            "engagement: 1\n",
            "engagement: 1\nproposition: {resume: Une proposition., suite: {adoption: partielle, texte: Rien.}}\n",
            "une mesure a des « actions » numérotées, ou une « proposition »",
        ),
        (AVIS, "rendu_le: 2020-02-20\n", "", "« reponse », « portee » et « rendu_le » vont avec un avis rendu"),
        (
            AVIS,
            "statut: avis-rendu",
            "statut: soumise",
            "« reponse », « portee » et « rendu_le » vont avec un avis rendu",
        ),
        (
            AVIS,
            "rendu_le:",
            "retiree_le: 2020-03-01\nrendu_le:",
            "« retiree_le » va avec le statut retiree, et avec lui seul",
        ),
        (
            AVIS,
            "pratiques: [pratique-modele]\nregles: [regle-modele]\n",
            "",
            "un avis porte sur au moins une pratique ou une règle",
        ),
        (CALCUL, CHOIX, "type: choix", "« liste » ou « options » vont avec le type choix, et avec lui seul"),
        (
            CALCUL,
            CHOIX,
            "type: date, liste: siae",
            "« liste » ou « options » vont avec le type choix, et avec lui seul",
        ),
        (
            CALCUL,
            CHOIX,
            f"{CHOIX}, options: [{{code: A, libelle: A}}]",
            "un choix prend « liste » ou « options », l'un des deux",
        ),
        (CALCUL, CHOIX, f"{CHOIX}, unite: h", "« unite », « min », « max » et « entier » vont avec le type nombre"),
        (CALCUL, CHOIX, f"{CHOIX}, max: 3", "« unite », « min », « max » et « entier » vont avec le type nombre"),
        (CALCUL, CHOIX, f"{CHOIX}, entier: true", "« unite », « min », « max » et « entier » vont avec le type nombre"),
    ],
)
def test_what_goes_together_is_asked_together(
    tmp_path: Path, fichier: str, ancien: str, nouveau: str, dit: str
) -> None:
    petit_memento(tmp_path, surcouche=TOUS)
    modifier(tmp_path, fichier, ancien, nouveau)
    told = [(one.code, one.location.path, one.message) for one in relire(tmp_path).report]
    assert told == [("MEM111", fichier, dit)]


@pytest.mark.parametrize(
    ("fichier", "ancien", "nouveau", "place", "dit"),
    [
        (
            CALCUL,
            "- {alors: « non-conforme »}",
            "- {alors: « non-conforme », refus: Rien.}",
            "20:9",
            "un cas prend exactement un de « alors », « sans_objet », « refus »",
        ),
        (
            "content/outils/index.md",
            "references: [{source: texte-modele}]\n",
            "",
            "2:1",
            "une page a des « references », ou dit pourquoi dans « sans_source »",
        ),
        (
            "rules/couverture.yaml",
            'ou: ["regle:regle-modele"]}',
            'ou: ["regle:regle-modele"], justification: Non.}',
            "8:5",
            "un fait dit « ou » il se trouve, ou sa « justification »",
        ),
        (
            "content/outils/fiche-modele.md",
            "{libelle: Effectif, type: nombre}",
            "{libelle: Effectif, type: nombre, options: [Un]}",
            "16:9",
            "« options » va avec les types choix et cases, et avec eux seuls",
        ),
    ],
)
def test_one_of_two_is_asked_at_its_place(
    tmp_path: Path, fichier: str, ancien: str, nouveau: str, place: str, dit: str
) -> None:
    petit_memento(tmp_path, surcouche=TOUS)
    modifier(tmp_path, fichier, ancien, nouveau)
    told = [(str(one.location).removeprefix(f"{fichier}:"), one.message) for one in relire(tmp_path).report]
    assert told == [(place, dit)]


@pytest.mark.parametrize(
    ("fichier", "ancien", "nouveau", "dit"),
    [
        (CALCUL, "min: 0}\n  - {nom: charges", "min: true}\n  - {nom: charges", "« min » : on attend un nombre"),
        (
            CALCUL,
            "recettes: 1, charges: 10",
            "recettes: [1], charges: 10",
            "« recettes » : on attend un nombre, une date, un texte, true ou false",
        ),
    ],
)
def test_a_value_alone_is_of_a_kind_that_can_be_computed(
    tmp_path: Path, fichier: str, ancien: str, nouveau: str, dit: str
) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, fichier, ancien, nouveau)
    assert [(one.code, one.message) for one in relire(tmp_path).report] == [("MEM103", dit)]


def test_in_a_table_of_amounts_the_first_cell_that_is_none_is_shown(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    parametre = "rules/parametres/montant-modele.yaml"
    modifier(tmp_path, parametre, "ailleurs: {ACI: 80}", "ailleurs: {ACI: 80, AI: beaucoup}")
    (told,) = relire(tmp_path).report
    line = (tmp_path / parametre).read_text(encoding="utf-8").split("\n")[told.location.line - 1]
    assert line[told.location.column - 1 :].startswith("beaucoup")


def test_an_address_that_is_none_is_told_how_one_is_written(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, "rules/sources/texte-modele.yaml", "lecture:", "url: legifrance.gouv.fr\nlecture:")
    (told,) = relire(tmp_path).report
    assert told.help.startswith("une adresse commence par https:// ou http://")


def test_the_first_bad_cell_is_looked_for_through_all_the_tables() -> None:
    assert _bad_cell({"ici": {"ACI": 1, "AI": 2}, "ailleurs": {"ACI": True}}) == ("ailleurs", "ACI")
    assert _bad_cell({"ici": {"ACI": 1}}) == ()
    assert _bad_cell({"ici": {}}) == ("ici",)


def test_a_word_alone_where_a_group_is_wanted_is_told_the_fields_of_the_group(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, CALCUL, "entrees: {recettes: 1, charges: 10}", "entrees: rien")
    (told,) = relire(tmp_path).report
    assert (told.code, told.help) == ("MEM103", "donnez un nom à chaque valeur, entre accolades : {nom: valeur}")
    assert en_groupe("x", ()) == ""
    assert en_groupe({"a": 1}, ("b",)) == ""


def test_what_is_no_model_has_no_field_that_must_be_there() -> None:
    assert _required(int | None) == ()

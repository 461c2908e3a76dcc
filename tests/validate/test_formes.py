"""Fields that go together: one without the other is told in a sentence."""

from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento, relire

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

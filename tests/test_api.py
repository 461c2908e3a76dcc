"""The calculators from Python, as a developer of a network would use them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.api import CalculateurInconnu, Memento, MementoFautif, Refusee

RACINE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def memento() -> Memento:
    return Memento.lire(RACINE)


def test_the_example_of_the_docstring(memento: Memento) -> None:
    # 10 × 23 458 = 234 580 ; 5 % : 11 729 ; total 246 309.
    answer = memento.calculer("aide-au-poste", "2024-06-01", siae="ACI", etp=10, taux_modulation="5 %")
    assert answer["resultats"]["total"]["exact"] == "246309"


def test_python_values_are_what_one_would_type(memento: Memento) -> None:
    # 0,1 × 20 199 = 2 019,90.
    answer = memento.calculer("aide-au-poste", date(2019, 6, 1), siae="ACI", etp=Decimal("0.1"), taux_modulation=0)
    assert answer["resultats"]["socle"]["exact"] == "20199/10"
    parcours = memento.calculer("parcours-duree", "2024-01-15", siae="ACI", debut=date(2023, 3, 15), motif="aucun")
    assert parcours["resultats"]["fin_max"]["exact"] == "2025-03-14"
    aci = memento.calculer("aci-taux-commercialisation", "2019-09-10", derogation=True)
    assert aci["resultats"]["plafond"]["exact"] == "1/2"


def test_a_float_is_refused(memento: Memento) -> None:
    with pytest.raises(TypeError, match=r"etp : donnez un texte, un entier, un Decimal"):
        memento.calculer("aide-au-poste", "2019-06-01", etp=0.1)  # type: ignore[arg-type]


def test_what_is_wrong_is_named(memento: Memento) -> None:
    with pytest.raises(Refusee, match="n'est pas un nombre") as refused:
        memento.calculer("aide-au-poste", "2019-06-01", etp="dix")
    assert refused.value.nom == "etp"
    with pytest.raises(Refusee, match="vouliez-vous dire « etp »"):
        memento.calculer("aide-au-poste", "2019-06-01", ept=1)
    with pytest.raises(Refusee, match="n'existe pas"):
        memento.calculer("aide-au-poste", "2019-02-30")
    with pytest.raises(CalculateurInconnu, match="vouliez-vous dire « aide-au-poste »"):
        memento.calculer("aide-au-postes", "2019-06-01")


def test_a_memento_with_errors_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "themes.yaml").write_text("themes: [\n", encoding="utf-8")
    with pytest.raises(MementoFautif, match=r"rules/themes.yaml:"):
        Memento.lire(tmp_path)

"""The values of a parameter, cell by cell."""

from datetime import date
from fractions import Fraction
from typing import Any

from generator.model import Parametre
from generator.resolve.periodes import aplatir, cellules, valeur_au


def parametre(**champs: Any) -> Parametre:
    base: dict[str, Any] = {
        "id": "p",
        "titre": "P",
        "resume": "R",
        "unite": "€",
        "themes": ("t",),
        "verifie_le": date(2026, 1, 1),
        "a_reverifier_avant": date(2027, 1, 1),
    }
    return Parametre.model_validate({**base, **champs})


def valeur(du: date, montant: object, au: date | None = None) -> dict[str, Any]:
    return {"du": du, "au": au, "source": ("s",), "valeur": montant}


def test_a_value_holds_until_the_day_before_the_next() -> None:
    periods = cellules(parametre(valeurs=(valeur(date(2020, 1, 1), 1), valeur(date(2021, 1, 1), 2))))[()]
    assert [(p.du, p.au, p.valeur) for p in periods] == [
        (date(2020, 1, 1), date(2020, 12, 31), Fraction(1)),
        (date(2021, 1, 1), None, Fraction(2)),
    ]


def test_an_explicit_end_leaves_the_following_days_unknown() -> None:
    dated = parametre(valeurs=(valeur(date(2020, 1, 1), 1, date(2020, 6, 30)),))
    assert valeur_au(dated, (), date(2020, 6, 30)) is not None
    assert valeur_au(dated, (), date(2020, 7, 1)) is None


def test_nested_tables_become_cells() -> None:
    assert aplatir({"ici": {"ACI": 1}, "ailleurs": 2}) == {("ici", "ACI"): 1, ("ailleurs",): 2}


def test_a_yearly_value_is_only_the_last_known_after_its_year() -> None:
    yearly = parametre(revision="annuelle", valeurs=(valeur(date(2024, 11, 1), 1),))
    period = valeur_au(yearly, (), date(2026, 1, 1))
    assert period is not None
    assert period.rappel_apres == date(2024, 12, 31)


def test_a_declared_gap_cuts_the_value_and_gives_its_reason() -> None:
    gap = {"du": date(2021, 1, 1), "au": date(2021, 9, 30), "motif": "non lu"}
    cut = parametre(valeurs=(valeur(date(2020, 1, 1), 1), valeur(date(2021, 10, 1), 2)), lacunes=(gap,))
    before, inside, after = (
        valeur_au(cut, (), day) for day in (date(2020, 12, 31), date(2021, 1, 1), date(2021, 10, 1))
    )
    assert before is not None
    assert before.valeur == 1
    assert inside is not None
    assert (inside.valeur, inside.motif) == (None, "non lu")
    assert after is not None
    assert after.valeur == 2


def test_a_gap_that_serves_the_last_known_value_says_from_when() -> None:
    gap = {"du": date(2025, 1, 1), "motif": "rien trouvé", "dernier_connu": True}
    served = parametre(valeurs=(valeur(date(2024, 1, 1), 1),), lacunes=(gap,))
    period = valeur_au(served, (), date(2026, 1, 1))
    assert period is not None
    assert (period.valeur, period.rappel_apres, period.motif) == (1, date(2024, 12, 31), "rien trouvé")

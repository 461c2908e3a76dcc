"""The values of a parameter, cell by cell."""

from datetime import date
from fractions import Fraction
from typing import Any

from generator.model import Confiance, Parametre
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


def test_a_period_holds_from_its_first_day_to_its_last() -> None:
    dated = parametre(valeurs=(valeur(date(2020, 1, 1), 1, date(2020, 1, 31)),))
    (period,) = cellules(dated)[()]
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 31), date(2020, 2, 1))
    assert [period.couvre(day) for day in days] == [False, True, True, False]
    (open_ended,) = cellules(parametre(valeurs=(valeur(date(2020, 1, 1), 1),)))[()]
    assert [open_ended.couvre(day) for day in days] == [False, True, True, True]


def test_a_cell_that_was_never_given_has_no_period() -> None:
    table = parametre(par=("siae",), valeurs=(valeur(date(2020, 1, 1), {"ACI": 1}),))
    assert valeur_au(table, ("EI",), date(2020, 1, 1)) is None
    assert valeur_au(table, ("ACI",), date(2019, 12, 31)) is None
    assert list(cellules(table)) == [("ACI",)]


def test_a_period_has_the_sources_of_its_value_and_a_gap_has_none() -> None:
    gap = {"du": date(2021, 1, 1), "motif": "non lu"}
    known, unknown = cellules(parametre(valeurs=(valeur(date(2020, 1, 1), 1),), lacunes=(gap,)))[()]
    assert known.sources == ("s",)
    assert known.confiance is Confiance.HAUTE
    assert (unknown.sources, unknown.confiance, unknown.origine) == ((), None, None)
    assert (unknown.du, unknown.au) == (date(2021, 1, 1), None)


def test_a_gap_of_one_cell_leaves_the_others() -> None:
    gap = {"du": date(2021, 1, 1), "au": date(2021, 12, 31), "pour": {"siae": ("AI", "EI")}, "motif": "non lu"}
    both = {"ici": {"ACI": 1, "AI": 2}, "ailleurs": {"AI": 3}}
    table = parametre(par=("territoire", "siae"), valeurs=(valeur(date(2020, 1, 1), both),), lacunes=(gap,))
    found = {cell: [period.valeur for period in periods] for cell, periods in cellules(table).items()}
    assert found == {("ici", "ACI"): [1], ("ici", "AI"): [2, None], ("ailleurs", "AI"): [3, None]}


def test_a_gap_narrowed_by_two_lists_is_about_the_cells_of_both() -> None:
    gap = {"du": date(2021, 1, 1), "pour": {"territoire": ("ici",), "siae": ("AI",)}, "motif": "non lu"}
    both = {"ici": {"ACI": 1, "AI": 2}, "ailleurs": {"AI": 3}}
    table = parametre(par=("territoire", "siae"), valeurs=(valeur(date(2020, 1, 1), both),), lacunes=(gap,))
    assert [cell for cell, periods in cellules(table).items() if len(periods) > 1] == [("ici", "AI")]


def test_a_value_skipped_by_a_line_goes_on_until_it_is_given_again() -> None:
    table = parametre(
        par=("siae",),
        valeurs=(
            valeur(date(2020, 1, 1), {"ACI": 1, "AI": 2}),
            valeur(date(2021, 1, 1), {"ACI": 3}),
            valeur(date(2022, 1, 1), {"ACI": 4, "AI": 5}),
        ),
    )
    periods = [(one.du, one.au, one.valeur) for one in cellules(table)["AI",]]
    assert periods == [(date(2020, 1, 1), date(2021, 12, 31), 2), (date(2022, 1, 1), None, 5)]


def rappels(*lacunes: dict[str, Any], **champs: Any) -> list[tuple[date | None, str | None]]:
    """Of each known period, the day after which it is only the last known, and why."""
    lacunes = tuple({"dernier_connu": True, **gap} for gap in lacunes)
    return [
        (one.rappel_apres, one.motif)
        for one in cellules(parametre(lacunes=lacunes, **champs))[()]
        if one.valeur is not None
    ]


def test_the_last_known_value_is_sure_until_the_eve_of_the_gap() -> None:
    one = (valeur(date(2024, 1, 1), 1, date(2024, 12, 31)),)
    first = {"du": date(2024, 1, 1), "motif": "dès le premier jour"}
    last = {"du": date(2024, 12, 31), "motif": "le dernier jour"}
    after = {"du": date(2025, 1, 1), "motif": "après"}
    before = {"du": date(2023, 12, 31), "motif": "avant"}
    assert rappels(first, valeurs=one) == [(date(2023, 12, 31), "dès le premier jour")]
    assert rappels(last, valeurs=one) == [(date(2024, 12, 30), "le dernier jour")]
    assert rappels(after, valeurs=one) == [(None, None)]
    assert rappels(before, valeurs=one) == [(None, None)]
    # Of two gaps, the first to come.
    assert rappels(last, first, valeurs=one) == [(date(2023, 12, 31), "dès le premier jour")]


def test_a_gap_concerns_the_value_that_it_cuts_and_not_the_one_before() -> None:
    two = (valeur(date(2023, 1, 1), 1), valeur(date(2024, 1, 1), 2))
    gap = {"du": date(2024, 7, 1), "motif": "rien trouvé"}
    assert rappels(gap, valeurs=two) == [(None, None), (date(2024, 6, 30), "rien trouvé")]


def test_only_the_last_value_of_a_yearly_figure_wears_out() -> None:
    two = (valeur(date(2023, 3, 1), 1), valeur(date(2024, 3, 1), 2))
    assert rappels(valeurs=two, revision="annuelle") == [(None, None), (date(2024, 12, 31), None)]
    ended = (valeur(date(2023, 3, 1), 1, date(2023, 6, 30)),)
    assert rappels(valeurs=ended, revision="annuelle") == [(None, None)]
    assert rappels(valeurs=two) == [(None, None), (None, None)]


def test_an_end_that_is_written_holds_when_the_next_value_comes_later() -> None:
    two = (valeur(date(2020, 1, 1), 1, date(2020, 6, 30)), valeur(date(2020, 9, 1), 2))
    first, _ = cellules(parametre(valeurs=two))[()]
    assert first.au == date(2020, 6, 30)


def test_values_and_gaps_are_periods_in_the_order_of_their_days() -> None:
    gaps = ({"du": date(2022, 1, 1), "motif": "b"}, {"du": date(2020, 7, 1), "au": date(2020, 12, 31), "motif": "a"})
    two = (valeur(date(2020, 1, 1), 1), valeur(date(2021, 1, 1), 2))
    assert [(one.du, one.au, one.valeur, one.motif) for one in cellules(parametre(valeurs=two, lacunes=gaps))[()]] == [
        (date(2020, 1, 1), date(2020, 6, 30), 1, None),
        (date(2020, 7, 1), date(2020, 12, 31), None, "a"),
        (date(2021, 1, 1), date(2021, 12, 31), 2, None),
        (date(2022, 1, 1), None, None, "b"),
    ]

"""The values of a parameter, laid out."""

from datetime import date

import pytest
from petit_memento import petit_memento

from generator.pipeline import compile_rules
from generator.render.tableaux import Case, cases_du_jour, tableau_du_jour, tableaux_par_date
from generator.resolve import KnowledgeBase

JOUR = date(2026, 11, 23)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return compile_rules(petit_memento(tmp_path_factory.mktemp("memento"))).base


def lire(cases: tuple[Case, ...] | list[Case]) -> list[str]:
    """« 80 ? » is a last known value, « - » nothing known, « ! » a gap."""
    return [
        "-"
        if case.periode is None
        else "!"
        if case.periode.valeur is None
        else f"{case.periode.valeur}{' ?' * case.ancien}"
        for case in cases
    ]


def test_today_s_values_are_one_table(base: KnowledgeBase) -> None:
    table = tableau_du_jour(base, base.parametres["montant-modele"], JOUR)
    assert table.colonnes == ("ACI", "AI") or table.colonnes == ("Modèle d'ACI", "Modèle d'AI")
    assert [(line.titre, lire(line.cases)) for line in table.lignes] == [
        ("Ici", ["110", "-"]),
        ("Ailleurs", ["80 ?", "-"]),
    ]
    assert table.motifs == ("aucun montant postérieur",)


def test_history_has_one_table_per_first_index_newest_first(base: KnowledgeBase) -> None:
    here, elsewhere = tableaux_par_date(base, base.parametres["montant-modele"])
    assert here.nom == "Ici"
    assert [(line.titre, lire(line.cases)) for line in here.lignes] == [
        ("depuis le 1er janvier 2021", ["110", "-"]),
        ("du 1er janvier 2020 au 31 décembre 2020", ["110", "!"]),
        ("du 1er janvier 2010 au 31 décembre 2019", ["100", "50"]),
    ]
    assert [(line.titre, lire(line.cases)) for line in elsewhere.lignes] == [("depuis le 1er janvier 2010", ["80"])]


def test_a_row_gives_the_sources_of_what_begins_with_it(base: KnowledgeBase) -> None:
    here = tableaux_par_date(base, base.parametres["montant-modele"])[0]
    assert [[origin.du.year for origin in line.origines] for line in here.lignes] == [[2020], [2020], [2010]]


def test_a_plain_figure_is_a_single_cell(base: KnowledgeBase) -> None:
    table = tableau_du_jour(base, base.parametres["plafond-modele"], JOUR)
    assert table.colonnes == ()
    assert lire(table.cases) == ["30"]


def test_a_structure_reads_its_own_values(base: KnowledgeBase) -> None:
    assert lire(cases_du_jour(base.parametres["montant-modele"], JOUR, "ACI")) == ["110", "80 ?"]
    assert lire(cases_du_jour(base.parametres["plafond-modele"], JOUR, "ACI")) == ["30"]


def test_a_time_when_nothing_is_known_has_no_row(base: KnowledgeBase) -> None:
    plafond = base.parametres["plafond-modele"]
    first, *_ = plafond.valeurs
    days = {"du": date(2010, 1, 1), "au": date(2010, 12, 31)}, {"du": date(2012, 1, 1), "au": None}
    parted = plafond.model_copy(update={"valeurs": tuple(first.model_copy(update=one) for one in days)})
    (table,) = tableaux_par_date(base, parted)
    assert [line.titre for line in table.lignes] == [
        "depuis le 1er janvier 2012",
        "du 1er janvier 2010 au 31 décembre 2010",
    ]

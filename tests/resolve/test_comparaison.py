"""The mémento between two days."""

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from petit_memento import modifier, petit_memento, vraies_regles

from generator.model import Regle
from generator.pipeline import compile_rules
from generator.resolve import KnowledgeBase
from generator.resolve.comparaison import Comparaison, Nature, comparer, jours_de_changement, siae_de_parametre
from generator.resolve.etats import Genre, etat_au, propositions_au
from generator.resolve.periodes import valeur_au

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return compile_rules(petit_memento(tmp_path_factory.mktemp("memento"))).base


@pytest.fixture(scope="module")
def reelle() -> KnowledgeBase:
    return vraies_regles().base


def natures(found: Comparaison) -> dict[str, str]:
    return {change.regle.id: change.nature.value for change in found.regles}


def montants(found: Comparaison) -> dict[str, str]:
    return {".".join((one.parametre.id, *one.cellule)): one.nature.value for one in found.montants}


@pytest.mark.parametrize(
    ("jour", "genre", "du"),
    [
        (date(2009, 12, 31), Genre.AVANT, None),
        (date(2010, 1, 1), Genre.DROIT, date(2010, 1, 1)),
        (date(2019, 12, 31), Genre.DROIT, date(2010, 1, 1)),
        (date(2020, 1, 1), Genre.DROIT, date(2020, 1, 1)),
    ],
)
def test_the_state_of_a_rule_follows_its_versions(
    base: KnowledgeBase, jour: date, genre: Genre, du: date | None
) -> None:
    state = etat_au(base.regles["regle-modele"], jour)
    assert (state.genre, state.version and state.version.du) == (genre, du)


def test_a_proposal_is_known_from_its_day_and_never_the_law(base: KnowledgeBase) -> None:
    regle = base.regles["regle-modele"]
    assert propositions_au(regle, date(2015, 5, 31)) == ()
    assert [version.du for version in propositions_au(regle, date(2015, 6, 1))] == [date(2015, 6, 1)]
    state = etat_au(regle, date(2015, 6, 1))
    assert state.version is not None
    assert state.version.du == date(2010, 1, 1)


def test_what_ends_without_a_gap_has_ended_and_a_gap_says_why(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    path = "rules/regles/essai/regle-modele.yaml"
    modifier(root, path, "  - du: 2020-01-01\n", "  - du: 2020-01-01\n    au: 2021-12-31\n")
    modifier(root, path, "verifie_le", "lacunes:\n  - {du: 2022-01-01, au: 2022-12-31, motif: non lu}\nverifie_le")
    regle = compile_rules(root).base.regles["regle-modele"]
    assert etat_au(regle, date(2021, 12, 31)).genre is Genre.DROIT
    assert etat_au(regle, date(2022, 1, 1)).motif == "non lu"
    ended = etat_au(regle, date(2023, 1, 1))
    assert ended.genre is Genre.FINI
    assert ended.version is not None
    assert ended.version.du == date(2020, 1, 1)


def test_the_same_day_twice_changes_nothing(base: KnowledgeBase) -> None:
    found = comparer(base, date(2015, 6, 1), date(2015, 6, 1))
    assert (found.regles, found.propositions, found.montants) == ((), (), ())


def test_a_rule_is_changed_appeared_or_left_alone(base: KnowledgeBase) -> None:
    assert natures(comparer(base, date(2019, 12, 31), date(2020, 1, 1))) == {"regle-modele": "modifiee"}
    assert natures(comparer(base, date(2000, 1, 1), date(2020, 1, 1))) == {"regle-modele": "apparue"}
    assert natures(comparer(base, date(2010, 1, 1), date(2019, 12, 31))) == {}


def test_a_proposal_counts_when_it_is_made_after_the_first_day(base: KnowledgeBase) -> None:
    assert len(comparer(base, date(2015, 5, 31), date(2015, 6, 1)).propositions) == 1
    assert comparer(base, date(2015, 6, 1), date(2016, 1, 1)).propositions == ()


def test_amounts_move_or_become_unknown(base: KnowledgeBase) -> None:
    found = comparer(base, date(2019, 12, 31), date(2020, 1, 1))
    assert montants(found) == {"montant-modele.ici.ACI": "modifiee", "montant-modele.ici.AI": "inconnue"}
    moved = found.montants[0]
    assert (moved.ecart, moved.ratio) == (10, Fraction(1, 10))
    assert (found.montants[1].ecart, found.montants[1].ratio) == (None, None)


def test_only_what_concerns_a_siae_is_compared(base: KnowledgeBase) -> None:
    found = comparer(base, date(2019, 12, 31), date(2020, 1, 1), frozenset({"AI"}))
    assert natures(found) == {}
    assert montants(found) == {"montant-modele.ici.AI": "inconnue"}


def test_days_out_of_order_are_a_mistake_of_ours(base: KnowledgeBase) -> None:
    with pytest.raises(ValueError, match="before"):
        comparer(base, date(2020, 1, 1), date(2019, 1, 1))


def test_nothing_changes_between_two_days_of_change(reelle: KnowledgeBase) -> None:
    days = jours_de_changement(reelle)
    quiet = [(a, date.fromordinal(b.toordinal() - 1)) for a, b in itertools.pairwise(days)]
    for first, last in quiet:
        found = comparer(reelle, first, last)
        assert (found.regles, found.propositions, found.montants) == ((), (), ()), (first, last)


def brut(valeur: object, prefixe: tuple[str, ...] = ()) -> dict[tuple[str, ...], Fraction]:
    if isinstance(valeur, dict):
        return {key: found for code, item in valeur.items() for key, found in brut(item, (*prefixe, code)).items()}
    return {prefixe: Fraction(Decimal(str(valeur)))}


def test_from_the_pacte_to_today_every_amount_that_moved_is_there_with_both_values(reelle: KnowledgeBase) -> None:
    """Worked again from the raw files: the last line at or before each day, when no gap of that day hides it."""
    du, au = date(2019, 9, 10), date(2026, 11, 23)
    expected = {}
    for path in (RACINE / "rules/parametres").glob("*.yaml"):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        sides: list[dict[tuple[str, ...], Fraction]] = []
        for day in (du.isoformat(), au.isoformat()):
            held: dict[tuple[str, ...], Fraction] = {}
            for line in data["valeurs"]:
                if line["du"] <= day:
                    ended = line.get("au", "9999") < day
                    held |= {} if ended else brut(line["valeur"])
                    held = {} if ended else held
            hidden = [
                gap
                for gap in data.get("lacunes", [])
                if gap["du"] <= day <= gap.get("au", "9999") and "dernier_connu" not in gap
            ]
            for gap in hidden:
                wanted = [gap.get("pour", {}).get(name) for name in data.get("par", [])]
                newer = {
                    cell for line in data["valeurs"] if gap["du"] < line["du"] <= day for cell in brut(line["valeur"])
                }
                held = {
                    cell: value
                    for cell, value in held.items()
                    if cell in newer
                    or not all(codes is None or code in codes for code, codes in zip(cell, wanted, strict=True))
                }
            sides.append(held)
        for cell in sides[0].keys() & sides[1].keys():
            if sides[0][cell] != sides[1][cell]:
                expected[(data["id"], *cell)] = (sides[0][cell], sides[1][cell])
    found = {
        (one.parametre.id, *one.cellule): (one.avant.valeur, one.apres.valeur)
        for one in comparer(reelle, du, au).montants
        if one.nature is Nature.MODIFIEE and one.avant and one.apres
    }
    assert found == expected
    assert ("smic-horaire",) in found


def test_the_law_of_a_day_is_that_of_the_rule(reelle: KnowledgeBase) -> None:
    def agree(regle: Regle, day: date) -> bool:
        state = etat_au(regle, day)
        return regle.au(day) is (state.version if state.version and state.version.en_cours(day) else None)

    assert all(agree(regle, day) for day in jours_de_changement(reelle) for regle in reelle.regles.values())
    parametre = reelle.parametres["smic-horaire"]
    assert valeur_au(parametre, (), date(1900, 1, 1)) is None


def test_a_figure_concerns_the_structures_of_the_rules_that_name_it_and_all_when_none_does(base: KnowledgeBase) -> None:
    for parametre in base.parametres.values():
        naming = [regle for regle in base.regles.values() if parametre.id in regle.parametres]
        expected = {code for regle in naming for code in regle.siae} if naming else set(base.listes["siae"].options)
        assert siae_de_parametre(base, parametre) == expected
    assert base.parametres

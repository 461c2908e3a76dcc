"""What of the language has an equivalent in publicodes, and what is said of the rest."""

from datetime import date

from generator.compile.essai import ENTREES, PARAMETRES, SIAE, programme_d_essai
from generator.model import Entree, Etape, TypeEntree
from generator.render.exports import exporter_publicodes
from generator.render.exports.publicodes import Export
from generator.resolve import KnowledgeBase


def exporter(*formules: str, entrees: tuple[Entree, ...] = ENTREES) -> Export:
    """Steps named `a`, `b`… of these formulas, as rules of 1 June 2024."""
    steps = [Etape(nom=name, libelle=name, formule=text) for name, text in zip("abc", formules, strict=False)]
    made = programme_d_essai("essai", steps, entrees, PARAMETRES, (SIAE,))
    assert [item.message for item in made.report] == []
    return exporter_publicodes(KnowledgeBase(), made.value[0], date(2024, 6, 1))


def test_a_rounding_is_exported_to_a_number_of_decimals() -> None:
    made = exporter("arrondi(recettes, 0,01 €)", "arrondi(recettes, 1 €)", "arrondi(recettes, 5 €)")
    assert [made.regles[name]["arrondi"] for name in "ab"] == ["2 décimales", "0 décimales"]
    assert "à un nombre entier de décimales" in made.omis["c"]


def test_a_table_is_read_by_a_choice_by_a_step_and_not_by_a_computation() -> None:
    made = exporter(
        "si jeune alors « ACI » sinon « AI »", "montant_exemple[a]", "montant_exemple[si rsa alors siae sinon « AI »]"
    )
    cells = next(rule for rule in made.regles.values() if "variations" in rule and "a = 'ACI'" in str(rule))
    assert "a = 'AI'" in str(cells)
    assert made.omis == {"c": "l'indice d'un paramètre est lui-même un calcul"}


def test_a_question_whose_condition_has_no_equivalent_is_left_out_with_what_needs_it() -> None:
    late = Entree(nom="tard", libelle="Tard", type=TypeEntree.NOMBRE, unite="€", si="ajouter_jours(debut, 3) > fin")
    made = exporter("recettes + tard", entrees=(*ENTREES, late))
    assert made.omis["tard"] == "ajouter_jours n'a pas d'équivalent"
    assert "tard" in made.omis["a"]


def test_the_terms_of_a_formula_may_be_choices() -> None:
    made = exporter("(si jeune alors 1 € sinon 2 €) + recettes")
    assert any("variations" in str(rule) for name, rule in made.regles.items() if name != "a")
    assert "recettes" in str(made.regles["a"])

"""Every calculator, exported and evaluated by publicodes, answers as ours or differs for a written reason."""

import os
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from oracle import ACCORDS, CLASSES, Question, interroger
from petit_memento import vraies_regles
from situations import Cas, situations

from generator.check.exemples import ecrire
from generator.compile import Program, Refusee, lire_situation
from generator.compile.essai import programme_d_essai
from generator.model import Entree, Etape, TypeEntree
from generator.render.exports import exporter_publicodes
from generator.render.exports.expressions import NonExportable, decimale
from generator.resolve import KnowledgeBase

pytestmark = pytest.mark.xdist_group("publicodes")

CONSTRUIT = vraies_regles()
# A twentieth of what Python and the browser share: each draw is a rule file of its own, parsed by publicodes.
SITUATIONS = max(20, int(os.environ.get("MEMENTO_SITUATIONS", "400")) // 20)


def questions_des_exemples() -> list[Question]:
    asked = []
    for program in CONSTRUIT.programs:
        for exemple in program.calculateur.exemples:
            texts = {name: ecrire(value) for name, value in exemple.entrees.items()}
            try:
                values = lire_situation(program, texts)
            except Refusee:
                continue  # publicodes checks no bound: what our form refuses is not asked
            asked.append(Question(CONSTRUIT.base, program, exemple.date, values))
    return asked


def au_hasard(program: Program, combien: int) -> list[Question]:
    drawn: list[Cas] = []

    @settings(max_examples=combien, suppress_health_check=list(HealthCheck), phases=[Phase.generate], database=None)
    @given(situations(program))
    def tirer(cas: Cas) -> None:
        drawn.append(cas)

    tirer()
    asked = []
    for day, texts in drawn:
        try:
            values = lire_situation(program, texts)
        except Refusee:
            continue
        asked.append(Question(CONSTRUIT.base, program, date.fromisoformat(day), values))
    return asked


def test_publicodes_agrees_on_every_example() -> None:
    asked = questions_des_exemples()
    answers = list(interroger(asked))
    classes = Counter(answer.classe for answer in answers)
    print(f"{len(asked)} exemples, {len(answers)} étapes : {dict(classes)}")
    assert [answer for answer in answers if answer.classe not in ACCORDS] == []
    assert len(answers) >= 1000


def test_publicodes_differs_on_random_situations_only_for_written_reasons() -> None:
    asked = [question for program in CONSTRUIT.programs for question in au_hasard(program, SITUATIONS)]
    answers = list(interroger(asked))
    print(f"{len(asked)} situations, {len(answers)} étapes : {dict(Counter(answer.classe for answer in answers))}")
    assert [(a.question.program.id, a.nom, a.nous, a.eux) for a in answers if a.classe is None] == []


def _une_formule(formule: str, **valeurs: str) -> Question:
    entrees = [Entree(nom=name, libelle=name, type=TypeEntree.NOMBRE, unite="€") for name in valeurs]
    made = programme_d_essai("essai", [Etape(nom="resultat", libelle="Résultat", formule=formule)], entrees)
    program = made.value[0]
    return Question(KnowledgeBase(), program, date(2024, 6, 1), lire_situation(program, valeurs))


@pytest.mark.parametrize(
    ("question", "classe"),
    [
        (_une_formule("a / b < 30 %", a="2,01", b="6,7"), "rapport exactement au seuil"),
        (_une_formule("a / b <= 30 %", a="1,23", b="4,1"), "rapport exactement au seuil"),
        (_une_formule("a / b >= 30 %", a="0,3", b="1"), "même valeur"),
        (_une_formule("arrondi(a * 0,5, 0,01 €)", a="2,01"), "même valeur"),
        (_une_formule("arrondi(a, 0,01 €)", a="-0,125"), "demi-pas d'arrondi exact"),
        (_une_formule("a * 3", a="0,1"), "bruit de la virgule flottante"),
        (_une_formule("a / b", a="1", b="0"), "même absence"),
        (_une_formule("a / b", a="0", b="0"), "même absence"),
    ],
)
def test_each_class_is_seen_where_it_must_be(question: Question, classe: str) -> None:
    (answer,) = interroger([question])
    assert answer.classe == classe, answer


def test_a_difference_that_nothing_explains_has_no_class() -> None:
    (answer,) = interroger([_une_formule("a / b < 30 %", a="29", b="100")])
    wrong = type(answer)(answer.question, answer.nom, answer.nous, not answer.eux)
    assert wrong.classe is None
    (number,) = interroger([_une_formule("arrondi(a, 0,01 €)", a="1,234")])
    assert type(number)(number.question, number.nom, number.nous, number.eux + 0.01).classe is None
    assert set(ACCORDS) < set(CLASSES)


def test_a_gap_of_one_cell_is_seen_even_when_its_factor_is_zero() -> None:
    program = next(program for program in CONSTRUIT.programs if program.id == "cdi-inclusion")
    given = {"siae": "AI", "age": Fraction(58), "annee_contrat": Fraction(1), "etp": Fraction(0)}
    answers = interroger([Question(CONSTRUIT.base, program, date(2021, 3, 1), given)])
    assert {answer.nom: answer.classe for answer in answers}["montant_pacte"] == "même absence"


def test_what_is_not_exported_is_said_in_the_file() -> None:
    programs = {program.id: program for program in CONSTRUIT.programs}
    made = exporter_publicodes(CONSTRUIT.base, programs["parcours-duree"], date(2024, 6, 1))
    assert set(made.omis) == {"fin_initiale", "fin_max"}
    assert "# Étape non exportée, fin_initiale : ajouter_jours n'a pas d'équivalent." in made.texte
    rules = yaml.safe_load(made.texte)
    assert "fin_initiale" not in rules
    assert "duree_max_mois" in rules


def test_a_gap_of_the_law_is_not_exported_at_all() -> None:
    programs = {program.id: program for program in CONSTRUIT.programs}
    made = exporter_publicodes(CONSTRUIT.base, programs["aci-taux-commercialisation"], date(2000, 1, 1))
    assert "plafond" in made.omis
    assert made.omis["verdict"] == "dépend de plafond, qui n'est pas exporté"
    assert "inconnu avant le 1er mai 2008" in made.texte


def test_numbers_are_written_in_full() -> None:
    assert decimale(Fraction(3, 10)) == "0.3"
    assert decimale(Fraction(-1, 8)) == "(0 - 0.125)"
    assert decimale(Fraction(10**25)) == "1" + "0" * 25
    assert decimale(Fraction(1, 10**12)) == "0.000000000001"
    with pytest.raises(NonExportable):
        decimale(Fraction(1, 3))

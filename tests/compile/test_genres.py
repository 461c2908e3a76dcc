"""What each operation asks for: a number, a date, yes or no; never one for another."""

import itertools
from fractions import Fraction

import pytest

from generator.compile.noeud import FauteDeFormule
from generator.compile.types import TypeBooleen, TypeDate, TypeNombre
from generator.compile.valeurs import Inconnu, Refus, SansObjet

from .langue import calculer, compiler, jour

F = Fraction
NOMBRES = ("recettes", "un nombre en €")
DATES = ("debut", "une date")
REPONSES = ("rsa", "oui ou non")
TEXTES = ("siae", "un texte")


def faute(texte: str) -> tuple[str, str, str]:
    """The code of the fault, what it is told of, the message."""
    with pytest.raises(FauteDeFormule) as told:
        compiler(texte)
    return told.value.code, texte[told.value.debut : told.value.fin], told.value.message


@pytest.mark.parametrize("nom", [DATES, REPONSES, TEXTES], ids=lambda nom: nom[0])
@pytest.mark.parametrize(
    "texte",
    [
        "{} + 1 €",
        "1 € + {}",
        "{} - 1 €",
        "1 € - {}",
        "{} * 2",
        "2 * {}",
        "{} / 2",
        "2 / {}",
        "-{}",
        "min({}, 1 €)",
        "max(1 €, 2 €, {})",
        "arrondi({}, 1 €)",
        "ajouter_mois(debut, {})",
        "ajouter_jours(debut, {})",
    ],
)
def test_arithmetic_asks_for_numbers(texte: str, nom: tuple[str, str]) -> None:
    code, where, message = faute(texte.format(nom[0]))
    assert (code, where, message) == ("type", nom[0], f"un nombre est attendu ici, pas {nom[1]}")


@pytest.mark.parametrize("nom", [NOMBRES, DATES, TEXTES], ids=lambda nom: nom[0])
@pytest.mark.parametrize(
    "texte",
    [
        "{} et rsa",
        "rsa et {}",
        "{} ou rsa",
        "rsa ou {}",
        "non {}",
        "nombre_vrais({}, rsa)",
        "nombre_vrais(rsa, derogation, {})",
        "si {} alors 1 sinon 2",
    ],
)
def test_logic_asks_for_answers(texte: str, nom: tuple[str, str]) -> None:
    assert faute(texte.format(nom[0])) == ("type", nom[0], f"oui ou non est attendu ici, pas {nom[1]}")


@pytest.mark.parametrize("nom", [NOMBRES, REPONSES, TEXTES], ids=lambda nom: nom[0])
@pytest.mark.parametrize(
    "texte",
    [
        "ajouter_mois({}, 1)",
        "ajouter_jours({}, 1)",
        "mois_entre({}, 2021-09-01)",
        "mois_entre(2021-09-01, {})",
        "jours_entre({}, 2021-09-01)",
        "jours_entre(2021-09-01, {})",
        "annee({})",
    ],
)
def test_the_calendar_asks_for_dates(texte: str, nom: tuple[str, str]) -> None:
    assert faute(texte.format(nom[0])) == ("type", nom[0], f"une date est attendue ici, pas {nom[1]}")


@pytest.mark.parametrize("signe", ["<", "<=", ">", ">=", "=", "≠"])
@pytest.mark.parametrize(
    ("gauche", "droite"),
    list(itertools.permutations((NOMBRES, DATES, REPONSES, TEXTES), 2)),
)
def test_only_two_of_a_kind_are_compared(signe: str, gauche: tuple[str, str], droite: tuple[str, str]) -> None:
    code, where, message = faute(f"{gauche[0]} {signe} {droite[0]}")
    assert (code, where) == ("type", droite[0])
    assert message.startswith(f"on ne compare pas {gauche[1]} et {droite[1]}")


def test_answers_and_choices_are_equal_or_not_and_have_no_order() -> None:
    assert calculer("rsa = derogation", rsa=True, derogation=True) is True
    assert calculer("rsa ≠ derogation", rsa=True, derogation=True) is False
    for texte in ("rsa < derogation", "siae >= siae"):
        assert faute(texte)[0] == "type"


def test_a_code_that_the_choice_cannot_take_is_told_on_either_side() -> None:
    for texte in ("siae = « EITI »", "« EITI » = siae", "siae ≠ « EITI »"):
        assert faute(texte) == ("code", "« EITI »", "« EITI » n'est jamais une valeur possible ici")
    with pytest.raises(FauteDeFormule) as told:
        compiler("siae = « EITI »")
    assert told.value.aide == "codes possibles : ACI, AI"
    # On either side a right one is right.
    assert calculer("« ACI » = siae", siae="ACI") is True


@pytest.mark.parametrize(
    ("texte", "code", "ou", "message"),
    [
        ("si rsa alors 1 sinon debut", "type", "debut", "ici une date, ailleurs un nombre sans unité"),
        ("si rsa alors debut sinon siae", "type", "siae", "ici un texte, ailleurs une date"),
        ("si rsa alors derogation sinon 1 €", "type", "derogation", "ici oui ou non, ailleurs un nombre en €"),
        ("si rsa alors 1 € sinon 1 h", "unite", "1 h", "ici un nombre en h, ailleurs un nombre en €"),
        ("si rsa alors 5 sinon 1 h", "unite", "5", "ici un nombre sans unité, ailleurs un nombre en h"),
    ],
)
def test_two_branches_agree(texte: str, code: str, ou: str, message: str) -> None:
    assert faute(texte) == (code, ou, f"{message} : les branches doivent s'accorder")


def test_a_choice_between_two_durations_is_in_the_unit_of_the_first() -> None:
    made = compiler("si rsa alors duree sinon 6 mois")
    assert isinstance(made.type, TypeNombre)
    assert made.type.unite.texte == "an"
    assert calculer("si rsa alors duree sinon 6 mois", rsa=False) == F(1, 2)
    assert calculer("si rsa alors duree sinon 6 mois", rsa=True, duree=F(3)) == 3
    assert isinstance(compiler("si rsa alors debut sinon 2021-09-01").type, TypeDate)
    assert isinstance(compiler("si rsa alors derogation sinon rsa").type, TypeBooleen)


def test_the_opposite_of_a_number_keeps_its_unit() -> None:
    made = compiler("-duree")
    assert isinstance(made.type, TypeNombre)
    assert made.type.unite.texte == "an"


def test_months_are_asked_for_in_months_and_days_in_days() -> None:
    assert faute("ajouter_mois(debut, 3 jours)") == (
        "unite",
        "3 jours",
        "une durée en mois est attendue ici, pas en jour",
    )
    assert faute("ajouter_jours(debut, 3 mois)") == (
        "unite",
        "3 mois",
        "une durée en jours est attendue ici, pas en mois",
    )
    assert faute("ajouter_jours(debut, recettes)")[0] == "unite"


@pytest.mark.parametrize("texte", ["1900-01-01 < debut", "2200-12-31 > debut"])
def test_a_day_from_1900_to_2200_can_be_written(texte: str) -> None:
    assert calculer(texte, debut=jour("2021-09-01")) is True


@pytest.mark.parametrize("date", ["1899-12-31", "2201-01-01"])
def test_a_day_beyond_is_a_fault_of_the_formula(date: str) -> None:
    message = f"la date {date} est hors des années 1900 à 2200"
    assert faute(f"debut < {date}") == ("syntaxe", date, message)


def test_a_sum_of_days_beyond_the_calendar_is_refused_however_long() -> None:
    beyond = Refus("date hors des années 1900 à 2200")
    for days in ("66 000", "-45 000", "400 001", "999 999 999 999 999"):
        assert calculer(f"ajouter_jours(debut, {days})", debut=jour("2021-09-01")) == beyond
    for months in ("2 152", "-1 461", "400 001", "999 999 999 999 999"):
        assert calculer(f"ajouter_mois(debut, {months})", debut=jour("2021-09-01")) == beyond
    # September 2021 is 2 151 months before December 2200, and 1 460 after January 1900.
    assert calculer("ajouter_mois(debut, 2 151)", debut=jour("2021-09-01")) == jour("2200-12-01")
    assert calculer("ajouter_mois(debut, -1 460)", debut=jour("2021-09-01")) == jour("1900-01-01")


def test_a_duration_that_is_not_known_is_asked_for_in_whatever_unit() -> None:
    assert calculer("ajouter_mois(debut, duree)", debut=jour("2021-09-01")) == Inconnu(("duree",))
    assert calculer("6 mois + duree") == Inconnu(("duree",))
    assert calculer("6 mois + duree", duree=SansObjet("ailleurs")) == SansObjet("ailleurs")


def test_days_of_a_century_that_no_text_can_give_are_refused() -> None:
    old = {"debut": jour("1850-02-01"), "date_reference": jour("1850-03-01")}
    assert calculer("mois_entre(debut, date_reference)", **old) == Refus("date hors des années 1900 à 2200")

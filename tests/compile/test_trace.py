"""What a reader is shown of a calculation: each step in words, with its values, its reason, what is missing."""

from datetime import date
from typing import Any

import pytest

from generator.compile import evaluer, lire_situation
from generator.compile.essai import ENTREES, PARAMETRES, SIAE, programme_d_essai
from generator.model import Cas, Entree, Etape, Lacune, Parametre, TypeEntree, ValeurDatee

JOUR = date(2024, 6, 1)
QUALIFIE = Entree(
    nom="structure",
    libelle="Structure",
    type=TypeEntree.CHOIX,
    liste="siae",
    si="derogation",
)
MONTANT = PARAMETRES[1]


def montrer(
    *etapes: Etape,
    jour: date = JOUR,
    entrees: tuple[Entree, ...] = (*ENTREES, QUALIFIE),
    parametres: tuple[Parametre, ...] = PARAMETRES,
    **reponses: str,
) -> dict[str, Any]:
    made = programme_d_essai("essai", etapes, entrees, parametres, (SIAE,))
    assert [one.message for one in made.report] == []
    (programme,) = made.value
    return evaluer(programme, jour, lire_situation(programme, reponses)).json()


def formule(texte: str, nom: str = "un") -> Etape:
    return Etape(nom=nom, libelle=nom.capitalize(), formule=texte)


def selon(*cas: Cas, nom: str = "un") -> Etape:
    return Etape(nom=nom, libelle=nom.capitalize(), cas=cas)


def substitution(texte: str, **reponses: str) -> str:
    return str(montrer(formule(texte), **reponses)["etapes"][0]["substitution"])


@pytest.mark.parametrize(
    ("texte", "reponses", "montre"),
    [
        ("recettes - charges", {"recettes": "10", "charges": "4"}, "10 € − 4 €"),
        # What is not answered is named.
        ("recettes - charges", {"recettes": "10"}, "10 € − « Charges »"),
        # « non » alone says nothing; a date, a choice do.
        (
            "derogation et non rsa",
            {"derogation": "oui", "rsa": "non"},
            "Dérogation (oui) et non (Bénéficiaire du RSA (non))",
        ),
        ("debut < date_reference", {"debut": "1/2/2023"}, "1er février 2023 < 1er juin 2024"),
        ("siae = « AI »", {"siae": "ACI"}, "ACI = « AI »"),
        ("derogation = vrai", {"derogation": "oui"}, "Dérogation (oui) = oui"),
        ("derogation = faux", {"derogation": "oui"}, "Dérogation (oui) = non"),
        ("6 mois - (duree + 1 an)", {"duree": "1"}, "6 mois − (1 an + 1 an)"),
        ("2 * montant_exemple[siae]", {"siae": "AI"}, "2 × 1 500 €/ETP/an"),
        ("2 * montant_exemple[siae]", {}, "2 × « montant exemple »"),
        ("2 * montant_exemple[structure]", {"derogation": "non"}, "2 × sans objet"),
        ("2 * montant_exemple[structure]", {"derogation": "oui"}, "2 × « montant exemple »"),
        ("arrondi(recettes, 1 €, inferieur)", {"recettes": "1,5"}, "arrondi(1,50 € ; 1 € ; inferieur)"),
        ("seuil_exemple", {}, "30 %"),
    ],
)
def test_a_formula_is_shown_with_its_values(texte: str, reponses: dict[str, str], montre: str) -> None:
    assert substitution(texte, **reponses) == montre


def test_a_figure_that_is_not_known_is_an_error_in_words() -> None:
    content = montrer(formule("2 * montant_exemple[siae]"), jour=date(2019, 12, 31), siae="AI")
    assert content["etapes"][0]["substitution"] == "2 × erreur"
    assert content["etapes"][0]["sources"] == []
    assert content["resultats"]["un"] == {
        "etat": "erreur",
        "message": "montant exemple : inconnu avant le 1er janvier 2020",
    }


def test_a_step_that_rests_on_another_shows_what_became_of_it() -> None:
    steps = (formule("recettes / charges", "part"), formule("part + 1", "suite"), formule("part", "reprise"))
    asked = montrer(*steps, recettes="1")
    assert asked["etapes"][1]["substitution"] == "« Part » + 1"
    refused = montrer(*steps, recettes="1", charges="0")
    assert refused["etapes"][1]["substitution"] == "erreur + 1"
    assert refused["resultats"]["reprise"] == {"etat": "erreur", "message": "division par zéro"}
    moot = montrer(
        selon(Cas(si="rsa", sans_objet="{recettes} sans suite"), Cas(alors="recettes"), nom="aide"),
        formule("aide + 1 €"),
        rsa="oui",
        recettes="5",
    )
    assert moot["etapes"][1]["substitution"] == "sans objet + 1 €"
    assert moot["resultats"]["aide"] == {"etat": "sans-objet", "raison": "5 € sans suite"}


CAS = (
    Cas(si="recettes < 10 €", alors="« bas »", parce_que="{recettes} est bas."),
    Cas(si="charges < 10 €", alors="« moyen »", parce_que="{charges} est moyen."),
    Cas(alors="« haut »"),
)


@pytest.mark.parametrize(
    ("reponses", "montre", "parce_que"),
    [
        ({"recettes": "9"}, "9 € < 10 € : vrai", "9 € est bas."),
        ({"recettes": "10", "charges": "9"}, "10 € < 10 € : faux ; 9 € < 10 € : vrai", "9 € est moyen."),
        ({"recettes": "10", "charges": "10"}, "10 € < 10 € : faux ; 10 € < 10 € : faux ; sinon", None),
        ({"recettes": "10"}, "10 € < 10 € : faux ; « Charges » < 10 € : inconnu", None),
        ({}, "« Recettes » < 10 € : inconnu", None),
    ],
)
def test_the_cases_are_tried_until_one_holds(reponses: dict[str, str], montre: str, parce_que: str | None) -> None:
    content = montrer(selon(*CAS), **reponses)
    (line,) = content["etapes"]
    assert line["substitution"] == montre
    assert line.get("parce_que") == parce_que
    result = content["resultats"]["un"]
    if "code" in result:
        assert result["message"] == (parce_que or "")


def test_the_cases_are_written_one_after_the_other() -> None:
    cases = (Cas(si="rsa", sans_objet="Rien."), Cas(si="qpv", refus="Jamais."), Cas(alors="recettes + 1 €"))
    first, second = montrer(selon(*CAS), selon(*cases, nom="deux"))["etapes"]
    assert first["formule"] == "si Recettes < 10 € alors « bas » ; si Charges < 10 € alors « moyen » ; sinon « haut »"
    assert second["formule"] == (
        "si Bénéficiaire du RSA alors sans objet : Rien. ; si Habitant d'un quartier prioritaire alors refus : Jamais."
        " ; sinon Recettes + 1 €"
    )


def test_what_a_case_computes_is_shown_when_it_is_taken() -> None:
    step = selon(
        Cas(si="rsa", alors="recettes * 2"), Cas(si="derogation", refus="Non : {charges}."), Cas(alors="charges + 1 €")
    )
    amounts = {"recettes": "3", "charges": "4"}
    taken = montrer(step, rsa="oui", **amounts)["etapes"][0]
    assert taken["substitution"] == "Bénéficiaire du RSA (oui) : vrai → 3 € × 2"
    assert (taken["exact"], taken["affichage"]) == ("6", "6 €")
    refused = montrer(step, rsa="non", derogation="oui", **amounts)
    assert refused["etapes"][0]["substitution"] == "Bénéficiaire du RSA (non) : faux ; Dérogation (oui) : vrai"
    assert refused["resultats"]["un"] == {"etat": "erreur", "message": "Non : 4 €."}
    other = montrer(step, rsa="non", derogation="non", **amounts)["etapes"][0]["substitution"]
    assert other == "Bénéficiaire du RSA (non) : faux ; Dérogation (non) : faux ; sinon → 4 € + 1 €"


def test_only_a_number_has_a_unit_and_only_a_code_has_a_reason() -> None:
    content = montrer(formule("2 €", "montant"), formule("debut", "jour"), selon(*CAS), debut="1/2/2023", recettes="1")
    assert content["resultats"] == {
        "montant": {"exact": "2", "affichage": "2 €", "unite": "€"},
        "jour": {"exact": "2023-02-01", "affichage": "1er février 2023"},
        "un": {"exact": "bas", "affichage": "bas", "code": "bas", "message": "1 € est bas."},
    }


def test_the_questions_left_are_those_of_the_results_in_the_order_of_the_form() -> None:
    content = montrer(formule("charges + recettes"), formule("si rsa alors age sinon 1", "deux"), age="3")
    assert content["questions"] == ["recettes", "charges", "rsa"]
    assert "questions" not in montrer(formule("recettes"), recettes="1")


def dater(*valeurs: tuple[int, str, int], lacunes: tuple[Lacune, ...] = (), revision: str = "aucune") -> Parametre:
    """A figure in euros; each value: a year, a source, an amount."""
    return Parametre(
        id="figure",
        titre="Figure",
        resume="R",
        unite="€",
        themes=("essai",),
        revision=revision,
        valeurs=tuple(
            ValeurDatee(du=date(year, 1, 1), source=(source,), valeur=amount) for year, source, amount in valeurs
        ),
        lacunes=lacunes,
        verifie_le=JOUR,
        a_reverifier_avant=JOUR,
    )


def lire(figure: Parametre, jour: date) -> tuple[object, list[str]]:
    content = montrer(formule("figure"), jour=jour, parametres=(figure,))
    result = content["resultats"]["un"]
    return result.get("exact") or result["message"], content["avertissements"]


def test_the_figure_of_the_day_is_that_whose_period_covers_it() -> None:
    figure = dater((2020, "essai", 1), (2021, "essai", 2))
    for day, value in ((date(2020, 1, 1), "1"), (date(2020, 12, 31), "1"), (date(2021, 1, 1), "2")):
        assert lire(figure, day) == (value, [])


def test_a_gap_without_end_says_from_when() -> None:
    gap = Lacune(du=date(2022, 1, 1), motif="non lu")
    figure = dater((2020, "essai", 1), lacunes=(gap,))
    assert lire(figure, date(2022, 1, 1)) == ("Figure : inconnu à compter du 1er janvier 2022 (non lu)", [])
    assert lire(figure, date(2021, 12, 31)) == ("1", [])


def test_a_yearly_figure_warns_from_the_first_of_january() -> None:
    figure = dater((2022, "essai", 1), revision="annuelle")
    assert lire(figure, date(2022, 12, 31)) == ("1", [])
    warning = "Figure : dernier montant connu, en vigueur depuis le 1er janvier 2022, vérifié le 1er juin 2024"
    assert lire(figure, date(2023, 1, 1)) == ("1", [warning])
    # Read twice, it warns once; in a branch that is not taken, it does not.
    twice = montrer(formule("figure + figure"), jour=date(2023, 1, 1), parametres=(figure,))
    assert twice["avertissements"] == [warning]
    aside = montrer(formule("si rsa alors figure sinon 1 €"), jour=date(2023, 1, 1), parametres=(figure,), rsa="non")
    assert aside["avertissements"] == []
    assert aside["etapes"][0]["sources"] == ["Essai"]


@pytest.mark.parametrize(
    ("genre", "defaut", "montre"),
    [
        ("nombre", 3, "3"),
        ("date", date(2021, 9, 1), "1er septembre 2021"),
        ("booleen", False, "non"),
        ("choix", "AI", "AI"),
    ],
)
def test_a_default_answers_for_the_reader_until_he_does(genre: str, defaut: Any, montre: str) -> None:
    given = {"nombre": "4", "date": "2/9/2021", "booleen": "oui", "choix": "ACI"}[genre]
    asked = Entree(
        nom="x", libelle="X", type=TypeEntree(genre), defaut=defaut, liste="siae" if genre == "choix" else None
    )
    assert montrer(formule("x"), entrees=(asked,))["resultats"]["un"]["affichage"] == montre
    assert montrer(formule("x"), entrees=(asked,), x=given)["resultats"]["un"]["affichage"] != montre


def test_a_question_has_a_short_name_in_the_trace() -> None:
    long = Entree(nom="x", libelle="Combien de jours en tout ?", court="jours", type=TypeEntree.NOMBRE)
    content = montrer(formule("x + 1"), entrees=(long,))
    assert content["etapes"][0]["substitution"] == "« jours » + 1"
    assert content["etapes"][0]["formule"] == "jours + 1"

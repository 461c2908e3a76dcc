"""The language of formulas: what it means, and what it refuses."""

from datetime import date
from fractions import Fraction

import pytest

from generator.compile.formule import compiler_formule, noms_employes
from generator.compile.grammaire import unite_inconnue
from generator.compile.noeud import FauteDeFormule
from generator.compile.portee import ParametreConnu, Portee
from generator.compile.types import TypeNombre, TypeTexte
from generator.compile.unites import SYMBOLES
from generator.compile.valeurs import Inconnu, Refus, SansObjet

from .langue import calculer, compiler, jour

F = Fraction


@pytest.mark.parametrize(
    ("texte", "valeur"),
    [
        ("1 + 2 * 3", F(7)),
        ("(1 + 2) * 3", F(9)),
        ("10 - 4 - 3", F(3)),
        ("12 / 3 / 2", F(2)),
        ("-2 * 3", F(-6)),
        ("0,1 + 0,2", F(3, 10)),
        ("1 234,5 + 0,5", F(1235)),
        ("1\u00a0500 / 3", F(500)),
        ("30 %", F(3, 10)),
        ("5 % * 2 000 €", F(100)),
        ("24 mois / 1 an", F(2)),
        ("1 an + 6 mois", F(3, 2)),
        ("min(3, 1 ; 2)", F(1)),
        ("max(1,5 ; 2)", F(2)),
        ("nombre_vrais(vrai, faux, vrai)", F(2)),
        ("annee(2021-09-01)", F(2021)),
        ("mois_entre(2023-03-15, 2025-03-14)", F(23)),
        ("jours_entre(2024-02-28, 2024-03-01)", F(2)),
        ("arrondi(1,005 €, 0,01 €)", F(101, 100)),
        ("arrondi(-1,005 €, 0,01 €)", F(-101, 100)),
        ("arrondi(12 €, 5 €, superieur)", F(15)),
        ("arrondi(12 €, 5 €, inferieur)", F(10)),
        ("arrondi(-12 €, 5 €, superieur)", F(-10)),
        ("arrondi(-12 €, 5 €, inferieur)", F(-15)),
    ],
)
def test_numbers_are_exact(texte: str, valeur: Fraction) -> None:
    assert calculer(texte) == valeur


@pytest.mark.parametrize(
    ("texte", "valeur"),
    [
        ("30 % < 30 %", False),
        ("30 % <= 30 %", True),
        ("0,1 + 0,2 <= 0,3", True),
        ("2 ans = 24 mois", True),
        ("2021-08-31 < 2021-09-01", True),
        ("1 ≠ 2", True),
        ("vrai ou faux et faux", True),
        ("non (vrai et faux)", True),
    ],
)
def test_comparisons_are_exact(texte: str, valeur: bool) -> None:
    assert calculer(texte) is valeur


def test_a_choice_is_compared_with_its_codes() -> None:
    assert calculer("siae = « ACI »", siae="ACI") is True
    assert calculer("siae ≠ « ACI »", siae="ACI") is False


def test_a_parameter_is_read_by_its_index() -> None:
    values = {"montant/ACI": F(100), "siae": "ACI"}
    assert calculer("2 * montant[siae]", **values) == 200
    node = compiler("montant[siae] * 3 ETP")
    assert isinstance(node.type, TypeNombre)
    assert node.type.unite.texte == "€/an"


def test_dates_are_added_from_date_to_date() -> None:
    assert calculer("ajouter_mois(debut, 24 mois)", debut=jour("2024-02-29")) == date(2026, 2, 28)
    assert calculer("ajouter_mois(debut, 2 ans)", debut=jour("2023-03-15")) == date(2025, 3, 15)
    assert calculer("ajouter_jours(debut, -1)", debut=jour("2025-03-15")) == date(2025, 3, 14)


def test_a_known_operand_can_decide_alone() -> None:
    assert calculer("derogation et rsa", derogation=False) is False
    assert calculer("derogation ou rsa", rsa=True) is True
    assert calculer("derogation et rsa", derogation=True) == Inconnu(("rsa",))


def test_what_is_missing_is_asked_in_order_and_once() -> None:
    assert calculer("recettes / (charges + recettes)") == Inconnu(("recettes", "charges"))


def test_only_the_chosen_branch_is_computed() -> None:
    assert calculer("si derogation alors 1 sinon recettes / charges", derogation=True) == 1
    assert calculer("si derogation alors 1 sinon 2") == Inconnu(("derogation",))


def test_a_refusal_comes_before_sans_objet_which_comes_before_inconnu() -> None:
    refused, moot = Refus("non"), SansObjet("ailleurs")
    assert calculer("recettes + charges", charges=refused) == refused
    assert calculer("recettes + charges", charges=moot) == moot
    assert calculer("recettes + charges", recettes=moot, charges=refused) == refused


def test_dividing_by_zero_and_growing_without_end_are_refused() -> None:
    assert calculer("recettes / charges", recettes=F(1), charges=F(0)) == Refus("division par zéro")
    assert calculer("recettes * recettes / 1 €", recettes=F(2**2500)) == Refus("nombre trop grand")
    assert calculer("ajouter_mois(debut, 3 000)", debut=jour("2000-01-01")) == Refus("date hors des années 1900 à 2200")


def test_four_thousand_binary_digits_are_the_most() -> None:
    most = 2**4000 - 1
    for up, down in ((most, 1), (1, most), (-most, 1)):
        assert calculer("recettes * charges / 1 €", recettes=F(up), charges=F(1, down)) == F(up, down)
    for up, down in ((most + 1, 1), (1, most + 1), (-most - 1, 1)):
        assert calculer("recettes * charges / 1 €", recettes=F(up), charges=F(1, down)) == Refus("nombre trop grand")


@pytest.mark.parametrize(
    ("texte", "code", "debut", "message"),
    [
        ("recette + 1 €", "nom", 0, "« recette » inconnu"),
        ("arondi(1, 1)", "nom", 0, "« arondi » inconnu"),
        ("recettes + heures", "unite", 11, "on ne peut pas mêler € et h"),
        ("recettes + 1", "unite", 11, "on ne peut pas mêler € et un nombre sans unité"),
        ("siae + 1", "type", 0, "un nombre est attendu ici, pas un texte"),
        ("siae < « ACI »", "type", 7, "on ne compare pas un texte et un texte avec « < »"),
        ("siae = rsa", "type", 7, "on ne compare pas un texte et oui ou non"),
        ("rsa = siae", "type", 6, "on ne compare pas oui ou non et un texte"),
        ("siae = « ACCI »", "code", 7, "« ACCI » n'est jamais une valeur possible ici"),
        ("si recettes alors 1 sinon 2", "type", 3, "oui ou non est attendu ici, pas un nombre en €"),
        ("si faux alors 1 sinon 2", "branche", 3, "la condition est toujours la même"),
        ("si rsa alors 1 € sinon 1 h", "unite", 23, "les branches doivent s'accorder"),
        ("1 / 0", "zero", 4, "on ne divise pas par zéro"),
        ("montant", "indice", 0, "« montant[siae] »"),
        ("montant[lieu]", "indice", 8, "« ici » n'est pas dans la liste siae"),
        ("plafond[siae]", "indice", 0, "sans crochets"),
        ("min(1)", "arguments", 0, "min prend au moins 2 valeur(s), pas 1"),
        ("arrondi(1, 1, au_hasard)", "arguments", 14, "le sens de l'arrondi n'est pas connu"),
        ("arrondi(1, 0)", "type", 11, "le pas d'un arrondi est un nombre positif"),
        ("2021-02-30 < debut", "syntaxe", 0, "la date 2021-02-30 n'existe pas"),
        ("3 kg", "unite-inconnue", 2, "l'unité « kg » n'existe pas"),
        ("(1 + 2", "syntaxe", 5, "s'arrête trop tôt"),
        ("1 + * 2", "syntaxe", 4, "« * » n'est pas attendu ici"),
        ("recettes == 1 €", "syntaxe", 10, "n'est pas attendu ici"),
    ],
)
def test_a_fault_is_told_at_its_character(texte: str, code: str, debut: int, message: str) -> None:
    with pytest.raises(FauteDeFormule) as caught:
        compiler(texte)
    assert caught.value.code == code
    assert caught.value.debut == debut
    assert message in caught.value.message


def test_the_advice_names_the_nearest_word() -> None:
    with pytest.raises(FauteDeFormule) as caught:
        compiler("recette + 1 €")
    assert caught.value.aide == "vouliez-vous dire « recettes » ?"


@pytest.mark.parametrize(
    ("texte", "aide"),
    [
        ("max(1, 2", "ajoutez la parenthèse fermante qui manque"),
        ("max(1, 2))", "retirez la parenthèse en trop, ou ouvrez celle qui manque"),
        ("derogation and rsa", "écrivez « et »"),
        ("recettes x 2", "une multiplication s'écrit *"),
        ("debut < 1/7/2023", "écrivez 2023-07-01"),
        ("siae = ACI", "un texte s'écrit entre guillemets français : « ACI »"),
        ("lieu = ici", "un code s'écrit entre guillemets : « ici »"),
        ("max(heures, 0)", "ajoutez son unité : h"),
        ("heures * 2 heures", "cette unité s'écrit « h »"),
        ("recettes == 1 €", "une égalité s'écrit avec un seul « = »"),
        ("recettes != 1 €", "« différent de » s'écrit ≠"),
        ("recettes ≤ 1 €", "« au plus » s'écrit <="),
        ("recettes ≥ 1 €", "« au moins » s'écrit >="),
        ("recettes × 2", "une multiplication s'écrit *"),
        ("recettes X 2", "une multiplication s'écrit *"),
        ("recettes ÷ 2", "une division s'écrit /"),
        ('siae = "ACI"', "un texte s'écrit entre guillemets français : « ACI »"),
        ("siae = 'ACI'", "un texte s'écrit entre guillemets français : « ACI »"),
        ("recettes * 0.5", "le séparateur décimal est la virgule : 0,5"),
        # What is not understood gets no advice, not even that of the next sign.
        ("recettes ? 2", ""),
        ("recettes ?× 2", ""),
        ("derogation OR rsa", "écrivez « ou »"),
        ("debut < 1/7/2023 + 1", "écrivez 2023-07-01"),
        ("recettes +", ""),
        ("", ""),
        ("max(1, (2", "ajoutez la parenthèse fermante qui manque"),
        ("max(1, 2) +", ""),
        ("3 kg", f"unités connues : {', '.join(SYMBOLES)}"),
        ("3 moi", "vouliez-vous dire « mois » ?"),
    ],
)
def test_a_usual_slip_comes_with_what_to_write(texte: str, aide: str) -> None:
    with pytest.raises(FauteDeFormule) as told:
        compiler(texte)
    assert told.value.aide == aide


def test_dashes_in_the_name_of_a_parameter_are_told_as_one_name() -> None:
    scope = Portee({"ai": TypeNombre(), "heures": TypeNombre()}, {"ai_heures": ParametreConnu(TypeNombre())})
    with pytest.raises(FauteDeFormule) as told:
        compiler_formule("1 + ai-heures", scope)
    fault = told.value
    assert (fault.message, fault.debut, fault.fin) == ("« ai-heures » inconnu", 4, 13)
    assert fault.aide == "écrivez ai_heures : ici, un tiret est un moins"
    # With spaces around it, between quotes, or between two values, a dash is what it seems.
    assert compiler("recettes-charges").arbre == ["-", ["ref", "recettes"], ["ref", "charges"]]
    assert compiler_formule("ai - heures", scope).arbre[0] == "-"
    assert compiler_formule("« ai-heures »", scope).arbre == ["texte", "ai-heures"]


@pytest.mark.parametrize("texte", [f"{'1 + ' * 500}1", f"{'-' * 900}1", f"{'non ' * 900}vrai"])
def test_a_formula_too_deep_is_a_fault_and_never_exhausts_the_reader(texte: str) -> None:
    with pytest.raises(FauteDeFormule) as told:
        compiler(texte)
    assert told.value.message == "formule trop longue : coupez-la en plusieurs étapes"


def test_parentheses_alone_are_no_depth() -> None:
    assert calculer(f"{'(' * 900}1{')' * 900}") == F(1)


def test_a_sum_of_fifty_terms_is_short_enough() -> None:
    assert calculer(" + ".join(["1"] * 50)) == F(50)


def test_the_opposite_of_a_number_is_a_number_and_that_of_a_name_is_computed() -> None:
    assert list(compiler("-2 €").arbre) == ["nombre", "-2", "€"]
    assert compiler("-2 €").litteral == -2
    assert compiler("-recettes").arbre[0] == "neg"
    assert calculer("-recettes", recettes=F(3)) == -3


def test_a_choice_between_texts_may_be_any_of_them() -> None:
    made = compiler("si rsa alors « oui » sinon « non »")
    assert isinstance(made.type, TypeTexte)
    assert made.type.codes == ("oui", "non")


@pytest.mark.parametrize(
    ("texte", "ou", "code", "message", "aide"),
    [
        ("2 * montan[siae]", "montan", "nom", "« montan » inconnu", "vouliez-vous dire « montant » ?"),
        ("mim(1, 2)", "mim", "nom", "« mim » inconnu", "vouliez-vous dire « min » ?"),
        # A value takes no brackets: only figures of the law do.
        ("recettes[siae]", "recettes", "nom", "« recettes » inconnu", ""),
        (
            "1 + montant[recettes]",
            "recettes",
            "indice",
            "un choix de la liste siae est attendu ici, pas un nombre en €",
            "",
        ),
        ("1 + montant[lieu]", "lieu", "indice", "« ici » n'est pas dans la liste siae", ""),
        ("1 + montant[siae, siae]", "montant[siae, siae]", "indice", "ce paramètre s'écrit « montant[siae] »", ""),
        ("1 + plafond[siae]", "plafond[siae]", "indice", "ce paramètre s'écrit « plafond », sans crochets", ""),
        ("1 + min(1)", "min(1)", "arguments", "min prend au moins 2 valeur(s), pas 1", ""),
        ("1 + arrondi(1)", "arrondi(1)", "arguments", "arrondi prend de 2 à 3 valeur(s), pas 1", ""),
        (
            "1 + arrondi(1, 1, superieur, 1)",
            "arrondi(1, 1, superieur, 1)",
            "arguments",
            "arrondi prend de 2 à 3 valeur(s), pas 4",
            "",
        ),
        ("annee(debut, debut)", "annee(debut, debut)", "arguments", "annee prend 1 valeur(s), pas 2", ""),
        ("mois_entre(debut)", "mois_entre(debut)", "arguments", "mois_entre prend 2 valeur(s), pas 1", ""),
        (
            "arrondi(1, 1, vrai)",
            "vrai",
            "arguments",
            "le sens de l'arrondi n'est pas connu",
            "sens possibles : demi_superieur, superieur, inferieur",
        ),
        (
            "arrondi(recettes, recettes)",
            "recettes",
            "type",
            "le pas d'un arrondi est un nombre positif écrit en clair, comme 0,01 €",
            "",
        ),
        (
            "arrondi(recettes, -1 €)",
            "-1 €",
            "type",
            "le pas d'un arrondi est un nombre positif écrit en clair, comme 0,01 €",
            "",
        ),
        ("* 2", "*", "syntaxe", "« * » n'est pas attendu ici", ""),
        ("1 + 3 kg", "kg", "unite-inconnue", "l'unité « kg » n'existe pas", f"unités connues : {', '.join(SYMBOLES)}"),
        ("1 + 2021-02-30", "2021-02-30", "syntaxe", "la date 2021-02-30 n'existe pas", ""),
        ("recettes + (1 h + 2 h)", "1 h + 2 h", "unite", "on ne peut pas mêler € et h", ""),
        ("recettes + 2", "2", "unite", "on ne peut pas mêler € et un nombre sans unité", "ajoutez son unité : €"),
        ("2 + recettes", "2", "unite", "on ne peut pas mêler € et un nombre sans unité", "ajoutez son unité : €"),
        ("recettes + 2 h", "2 h", "unite", "on ne peut pas mêler € et h", ""),
        ("recettes + 2 * 2", "2 * 2", "unite", "on ne peut pas mêler € et un nombre sans unité", ""),
        ("siae > 1 ) 2", ")", "syntaxe", "« ) » n'est pas attendu ici", None),
    ],
)
def test_a_fault_is_underlined_from_its_first_sign_to_its_last(
    texte: str, ou: str, code: str, message: str, aide: str | None
) -> None:
    with pytest.raises(FauteDeFormule) as told:
        compiler(texte)
    found = told.value
    assert (found.code, found.message) == (code, message)
    # Of two that read alike, the last is the one at fault.
    assert (found.debut, found.fin) == (texte.rindex(ou), texte.rindex(ou) + len(ou))
    assert aide is None or found.aide == aide


def test_the_names_of_a_formula_are_told_in_order_and_once() -> None:
    assert noms_employes("charges + montant[siae] * recettes + charges") == ("charges", "montant", "siae", "recettes")
    assert noms_employes("min(recettes, 1 €)") == ("recettes",)
    assert noms_employes("1 +") == ()


def test_a_rounding_says_its_direction() -> None:
    assert compiler("arrondi(recettes, 1 €)").arbre == [
        "arrondi",
        ["ref", "recettes"],
        ["nombre", "1", "€"],
        "demi-superieur",
    ]
    assert compiler("arrondi(recettes, 1 €, demi_superieur)").arbre[3] == "demi-superieur"
    assert compiler("arrondi(recettes, 1 €, inferieur)").arbre[3] == "inferieur"


@pytest.mark.parametrize(
    ("montant", "superieur", "inferieur", "demi"),
    [("2", 2, 2, 2), ("2,4", 3, 2, 2), ("2,5", 3, 2, 3), ("-2,5", -2, -3, -3), ("-2,4", -2, -3, -2), ("0", 0, 0, 0)],
)
def test_a_half_goes_away_from_zero(montant: str, superieur: int, inferieur: int, demi: int) -> None:
    for sens, value in (("superieur", superieur), ("inferieur", inferieur), ("demi_superieur", demi)):
        assert calculer(f"arrondi({montant}, 1, {sens})") == value


def test_what_cannot_be_rounded_says_what_is_missing() -> None:
    assert calculer("arrondi(recettes, 1 €)") == Inconnu(("recettes",))
    assert calculer("arrondi(recettes, 1 €)", recettes=SansObjet("ailleurs")) == SansObjet("ailleurs")
    assert calculer("montant[siae]") == Inconnu(("siae",))
    assert calculer("montant[siae]", siae=Refus("non")) == Refus("non")


def test_spaces_around_a_code_are_not_of_the_code() -> None:
    for texte in ("«ACI»", "« ACI »", "«\u00a0ACI\u202f»"):
        assert compiler(texte).arbre == ["texte", "ACI"]
    assert compiler("« sans-objet »").type == TypeTexte((("sans-objet", "sans objet"),))


def test_the_longest_formula_has_four_thousand_signs() -> None:
    assert calculer("1" + " " * 3999) == 1
    with pytest.raises(FauteDeFormule) as told:
        compiler("1" + " " * 4000)
    assert (told.value.debut, told.value.fin) == (0, 4001)


def test_a_formula_is_a_hundred_operations_deep_at_most() -> None:
    # A number is one deep; each sign before it, one more.
    assert calculer("-" * 99 + "1") == -1
    with pytest.raises(FauteDeFormule, match="formule trop longue"):
        compiler("-" * 100 + "1")


def test_an_empty_formula_stops_at_its_first_sign() -> None:
    for texte in ("", "("):
        with pytest.raises(FauteDeFormule) as told:
            compiler(texte)
        assert (told.value.message, told.value.debut, told.value.fin) == ("la formule s'arrête trop tôt", 0, 1)


def test_a_unit_in_quotation_marks_is_the_unit_that_stands_between_them() -> None:
    for texte, aide in (("« h »", "« h »"), ("« % »", '"%"'), ("Heures", "« h »")):
        fault = unite_inconnue(texte, 3, 8)
        assert (fault.debut, fault.fin, fault.aide) == (3, 8, f"cette unité s'écrit {aide}")


@pytest.mark.parametrize(
    ("ecrite", "aide"),
    [("1/7/2023", "2023-07-01"), ("01/12/2023", "2023-12-01"), ("31/1/2024", "2024-01-31")],
)
def test_a_date_as_french_people_write_it_is_told_how_to_be_written(ecrite: str, aide: str) -> None:
    texte = f"debut < {ecrite} et rsa"
    with pytest.raises(FauteDeFormule) as told:
        compiler(texte)
    fault = told.value
    assert (fault.message, fault.aide) == (f"« {ecrite} » n'est pas une date ici", f"écrivez {aide}")
    assert texte[fault.debut : fault.fin] == ecrite


def test_two_divisions_are_no_date() -> None:
    assert calculer("120/2/3") == 20
    assert calculer("1/7/20") == F(1, 140)

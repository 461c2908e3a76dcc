from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from petit_memento import batir, lignes, modifier, petit_memento

from generator.model.base import SLUG
from generator.validate.conseils import (
    en_booleen,
    en_date,
    en_entier,
    en_groupe,
    en_identifiant,
    en_liste,
    en_nombre,
    en_texte,
)

REGLE = "rules/regles/essai/regle-modele.yaml"


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("12,31", "écrivez 12.31"),
        ("12,31 €", "écrivez 12.31, sans unité"),
        ("60%", "écrivez 60, sans unité"),
        ("60 % du SMIC", "écrivez-le avec des chiffres, et un point pour les décimales : 12.31"),
        ("30 jours", "écrivez 30, sans unité"),
        ("10 363", "écrivez 10363"),
        ("1\u00a0234,50", "écrivez 1234.50"),
        ("−5", "écrivez -5"),
        ("060", "écrivez 60"),
        ("0", "écrivez 0"),
        # A letter stands for a digit: nobody can tell which.
        ("6O", "écrivez-le avec des chiffres, et un point pour les décimales : 12.31"),
        ("3 ou 4", "écrivez-le avec des chiffres, et un point pour les décimales : 12.31"),
        ((3, 4), "une seule valeur est attendue ici, sans crochets ni tiret"),
    ],
)
def test_a_number_is_proposed_as_yaml_reads_it(written: object, advice: str) -> None:
    assert en_nombre(written) == advice


def test_a_whole_number_is_not_asked_with_a_point() -> None:
    assert en_entier("trois") == "écrivez-le en chiffres, sans virgule"
    assert en_entier("12") == "écrivez 12"


@pytest.mark.parametrize(
    "written", ["01/07/2024", "1-7-2024", "1.7.2024", "2024-7-1", "2024/07/01", "1er juillet 2024"]
)
def test_a_date_is_proposed_year_first(written: str) -> None:
    assert en_date(written) == "écrivez 2024-07-01"


def test_the_names_of_months_lose_their_accents() -> None:
    assert en_date("31 décembre 2021") == "écrivez 2021-12-31"
    assert en_date("15 Août 2021") == "écrivez 2021-08-15"


def test_a_date_between_quotes_loses_them() -> None:
    assert en_date("2024-07-01") == "écrivez 2024-07-01, sans guillemets"


@pytest.mark.parametrize("written", ["31/02/2026", "2026-13-01", "1 brumaire 2024"])
def test_a_day_that_does_not_exist_is_not_guessed(written: str) -> None:
    assert en_date(written) == "ce jour n'existe pas ; écrivez l'année, le mois et le jour, comme 2026-06-01"


@pytest.mark.parametrize("written", [2026, "été 2024", None])
def test_what_is_no_date_is_not_guessed(written: object) -> None:
    assert en_date(written) == "écrivez l'année, le mois et le jour, comme 2026-06-01"


def test_yes_and_no_are_proposed_as_true_and_false() -> None:
    assert [en_booleen(word) for word in ("oui", "VRAI", "non", "no")] == [
        "écrivez true",
        "écrivez true",
        "écrivez false",
        "écrivez false",
    ]
    assert en_booleen("peut-être") == "écrivez true (oui) ou false (non)"


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (2022, 'mettez-le entre guillemets : "2022"'),
        (Decimal("1.50"), 'mettez-le entre guillemets : "1.50"'),
        (date(2024, 7, 1), 'mettez-le entre guillemets : "2024-07-01"'),
        (True, 'mettez-le entre guillemets : "true"'),
        (None, 'mettez-le entre guillemets : "null"'),
        ((("outil:guide",),), 'mettez le renvoi entre guillemets : "[[outil:guide]]"'),
        ({"Note": "x"}, "si « Note: » commence une phrase, mettez toute la phrase entre guillemets"),
        (("a", "b"), "une seule valeur est attendue ici, sans crochets ni tiret"),
    ],
)
def test_a_text_that_yaml_reads_otherwise_is_put_between_quotes(value: object, advice: str) -> None:
    assert en_texte(value) == advice


def test_what_should_be_a_list_is_put_between_brackets_or_after_dashes() -> None:
    assert en_liste("ACI, EI") == "mettez-le entre crochets : [ACI, EI]"
    assert en_liste(12) == "mettez-le entre crochets : [12]"
    assert en_liste({"du": 1}) == "mettez un tiret et une espace devant « du: »"
    assert en_liste("une phrase : longue") == "mettez chaque élément sur sa ligne, après un tiret et une espace"


def test_a_value_alone_takes_the_name_of_the_only_field_that_must_be_there() -> None:
    assert en_groupe("pacte-2019", ("source",)) == "écrivez « source: pacte-2019 »"
    assert en_groupe("x", ("du", "motif")) == "ses champs obligatoires : du, motif"


def test_an_identifier_is_proposed_in_the_form_that_is_expected() -> None:
    assert en_identifiant("Décret n° 2023-33", SLUG.pattern) == "écrivez decret-2023-33"
    assert en_identifiant("Montant Net", r"^[a-z][a-z0-9_]*$") == "écrivez montant_net"
    assert en_identifiant("€", SLUG.pattern) == ""


def test_fields_that_lack_are_told_together(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, "rules/sources/texte-modele.yaml", "lecture: texte\n", "")
    modifier(tmp_path, "rules/sources/texte-modele.yaml", "type: article\n", "")
    assert lignes(batir(tmp_path)) == [
        "rules/sources/texte-modele.yaml:1:1: MEM102 il manque les champs « type » et « lecture »"
    ]


def test_a_field_under_a_wrong_name_is_not_also_said_to_lack(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, "rules/sources/texte-modele.yaml", "lecture: ", "lectures: ")
    (found,) = batir(tmp_path).report
    assert (found.code, found.help) == ("MEM101", "vouliez-vous dire « lecture » ?")


def test_the_fields_of_a_file_say_where_it_should_be(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    (tmp_path / "rules/sources/texte-modele.yaml").rename(tmp_path / "rules/texte-modele.yaml")
    found = next(item for item in batir(tmp_path).report if item.code == "MEM108")
    assert found.help == "sa place est dans rules/sources/"


def test_of_two_copies_the_one_whose_name_is_wrong_is_told(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    text = (tmp_path / REGLE).read_text(encoding="utf-8")
    (tmp_path / "rules/regles/essai/autre-nom.yaml").write_text(text, encoding="utf-8")
    assert lignes(batir(tmp_path)) == [
        f"rules/regles/essai/autre-nom.yaml:1:5: MEM110 « regle-modele » existe déjà dans {REGLE}"
    ]

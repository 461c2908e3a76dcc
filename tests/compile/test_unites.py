"""Units combine as quantities do."""

from fractions import Fraction

import pytest

from generator.compile.unites import POURCENT, SANS_UNITE, UniteInconnue, lire_unite, produit


def test_euros_per_post_and_year_times_posts_are_euros_per_year() -> None:
    assert produit(lire_unite("€/ETP/an"), lire_unite("ETP")).texte == "€/an"


def test_the_ratio_of_two_amounts_has_no_unit() -> None:
    assert produit(lire_unite("€"), lire_unite("€"), -1) == SANS_UNITE


def test_a_product_of_units_divides_back() -> None:
    square = produit(lire_unite("€"), lire_unite("€"))
    assert produit(square, lire_unite("€"), -1) == lire_unite("€")


def test_a_percentage_leaves_the_unit_of_what_it_multiplies() -> None:
    assert produit(lire_unite("€/an"), POURCENT).texte == "€/an"


def test_a_year_is_twelve_months() -> None:
    assert lire_unite("an").facteur == 12
    assert lire_unite("an").compatible(lire_unite("mois"))
    assert lire_unite("€/an").facteur == Fraction(1, 12)


@pytest.mark.parametrize(("a", "b"), [("€", "h"), ("mois", "jour"), ("€", "€/an"), ("%", "€")])
def test_what_is_not_measured_the_same_way_is_not_compatible(a: str, b: str) -> None:
    assert not lire_unite(a).compatible(lire_unite(b))


def test_plurals_are_the_same_unit() -> None:
    assert lire_unite("jours") == lire_unite("jour")


def test_an_unknown_symbol_is_named() -> None:
    with pytest.raises(UniteInconnue, match="kg"):
        lire_unite("€/kg")


@pytest.mark.parametrize("texte", ["1/an", "€×h", "€/ETP/an"])
def test_what_a_product_writes_can_be_declared(texte: str) -> None:
    assert lire_unite(texte).texte == texte


@pytest.mark.parametrize(
    ("a", "b", "sens", "texte"),
    [
        ("€", "h", -1, "€/h"),
        ("€/h", "h", 1, "€"),
        ("h", "€/h", 1, "€"),
        ("", "an", -1, "1/an"),
        ("€", "€/h", -1, "h"),
        ("€/ETP/an", "€/ETP/an", -1, ""),
        ("%", "%", 1, ""),
        ("€", "h", 1, "€×h"),
        ("€×h", "an", -1, "€×h/an"),
        ("jours", "jour", 1, "jour×jour"),
        # Months are not simplified with years: the one that computes converts first.
        ("€/an", "mois", 1, "€×mois/an"),
    ],
)
def test_a_product_and_a_quotient_are_written_as_they_are_said(a: str, b: str, sens: int, texte: str) -> None:
    assert produit(lire_unite(a), lire_unite(b), sens).texte == texte


def test_the_size_of_a_unit_is_that_of_its_parts() -> None:
    assert lire_unite("€/an/an").facteur == Fraction(1, 144)
    assert lire_unite("semaine×semaine").facteur == 49
    assert lire_unite("€×an/semaine").facteur == Fraction(12, 7)
    assert produit(lire_unite("€"), lire_unite("an"), -1) == lire_unite("€/an")


def test_two_writings_of_one_quantity_are_compatible() -> None:
    assert lire_unite("€×h").compatible(lire_unite("h×€"))
    assert lire_unite("€/h/an").exposants == (("h", -1), ("mois", -1), ("€", 1))
    assert lire_unite("jour×jour").exposants == (("jour", 2),)
    assert not lire_unite("jour×jour").compatible(lire_unite("jour"))


@pytest.mark.parametrize(("texte", "symbole"), [("1", "1"), ("€/1", "1"), ("€/", ""), ("/h", ""), ("1×h", "1")])
def test_a_unit_is_made_of_symbols(texte: str, symbole: str) -> None:
    with pytest.raises(UniteInconnue) as told:
        lire_unite(texte)
    assert told.value.symbole == symbole

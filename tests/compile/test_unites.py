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

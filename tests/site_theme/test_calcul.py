"""The pure modules of the browser, on values worked by hand."""

from typing import Any

import pytest

from generator.compile.affichage import PLURIELS

pytestmark = pytest.mark.xdist_group("parite")


@pytest.mark.parametrize(
    ("expression", "attendu"),
    [
        ("m.ecrire(m.somme(m.lire('1/10'), m.lire('2/10')))", "3/10"),
        ("m.ecrire(m.difference(m.lire('1/2'), m.lire('1/3')))", "1/6"),
        ("m.ecrire(m.produit(m.lire('-2/3'), m.lire('3/4')))", "-1/2"),
        ("m.ecrire(m.quotient(m.lire('1'), m.lire('-3')))", "-1/3"),
        ("m.comparer(m.lire('300/1000'), m.lire('3/10'))", 0),
        ("String(m.plancher(m.lire('-5/2')))", "-3"),
        ("String(m.arrondi(m.lire('1005/10')))", "101"),
        ("String(m.arrondi(m.lire('-5/2')))", "-3"),
        ("m.bits(m.lire('8'))", 4),
    ],
)
def test_rationals_are_exact(module: Any, expression: str, attendu: object) -> None:
    assert module("rational")(expression) == attendu


@pytest.mark.parametrize(
    ("debut", "mois", "fin"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2023-03-15", 24, "2025-03-15"),
        ("2023-03-31", -1, "2023-02-28"),
        ("2022-12-15", 1, "2023-01-15"),
    ],
)
def test_months_are_added_from_date_to_date(module: Any, debut: str, mois: int, fin: str) -> None:
    assert module("dates")("m.ecrire(m.ajouterMois(m.lire(a[0]), a[1]))", debut, mois) == fin


@pytest.mark.parametrize(
    ("debut", "fin", "mois"),
    [
        ("2023-03-15", "2025-03-14", 23),
        ("2023-03-15", "2025-03-15", 24),
        ("2023-01-31", "2023-02-28", 1),
        ("2025-03-15", "2023-03-15", -24),
    ],
)
def test_whole_months_between_two_days(module: Any, debut: str, fin: str, mois: int) -> None:
    assert module("dates")("m.moisEntre(m.lire(a[0]), m.lire(a[1]))", debut, fin) == mois


def test_a_day_that_does_not_exist_is_not_a_date(module: Any) -> None:
    assert module("dates")("m.lire('2021-02-29')") is None


@pytest.mark.parametrize(
    ("valeur", "unite", "texte"),
    [
        ("27/88", "%", "30,68 %"),
        ("29999/100000", "%", "29,999 %"),
        ("3/10", "%", "30 %"),
        ("40409/2", "€", "20 204,50 €"),
        ("1820", "h", "1 820 h"),
        ("-5/2", "€", "−2,50 €"),
        ("300000000000001/1000000000000000", "%", "≈ 30 %"),
        ("2", "an", "2 ans"),
        ("1", "an", "1 an"),
        ("1/3", "", "0,33"),
    ],
)
def test_numbers_are_shown_without_lying_about_a_threshold(module: Any, valeur: str, unite: str, texte: str) -> None:
    script = "import('/rational.js').then((q) => m.afficherNombre(q.lire(a[0]), a[1]))"
    assert module("format")(f"await {script}", valeur, unite) == texte


def test_the_typography_is_put_at_display(module: Any) -> None:
    shown = module("format")("m.typographier(a[0])", "l'aide : 1 234 567,5 € « ACI » ; 30 %")
    assert shown == "l’aide\u00a0: 1\u202f234\u202f567,5\u00a0€ «\u00a0ACI\u00a0»\u202f; 30\u00a0%"


def test_a_link_keeps_every_answer_and_drops_what_is_not_asked(module: Any) -> None:
    programme = {"entrees": [{"nom": "etp"}, {"nom": "siae"}]}
    texts = {"date_reference": "2024-01-01", "etp": "1 234,5", "siae": "ACI"}
    partage = module("partage")
    fragment = partage("m.ecrireFragment(a[0], a[1])", texts, "abc")
    assert fragment.startswith("date=2024-01-01&etp=")
    back = partage("m.lireFragment(a[0], a[1])", f"#{fragment}&intrus=1", programme)
    assert back == {"textes": texts, "recu": "abc"}


def test_the_browser_writes_the_same_plurals(module: Any) -> None:
    assert module("format")("m.PLURIELS") == PLURIELS

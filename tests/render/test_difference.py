"""Two wordings, word by word."""

import pytest

from generator.render.difference import difference, en_html


def ecrire(avant: str, apres: str) -> str:
    """Removed words between square brackets, added ones between braces."""
    signs = {"=": "{}", "-": "[{}]", "+": "{{{}}}"}
    return "".join(signs[one.genre].format(one.texte) for one in difference(avant, apres).segments)


@pytest.mark.parametrize(
    ("avant", "apres", "attendu"),
    [
        ("La durée est fixe.", "La durée est fixe.", "La durée est fixe."),
        ("La durée est fixe.", "La durée totale est fixe.", "La durée {totale }est fixe."),
        ("limité à 1 500 € par an", "limité à 2 000 € par an", "limité à [1 500 € ]{2 000 € }par an"),
        ("l’article L. 5132-4 du code", "l’article L. 5132-15-1 du code", "l’article L. [5132-4 ]{5132-15-1 }du code"),
        ("qu’un ACI vend", "qu’une EI vend", "qu’[un ACI ]{une EI }vend"),
        ("les amortissements dans les charges.", "les amortissements.", "les amortissements [dans les charges]."),
        ("", "Un texte.", "{Un texte.}"),
        ("Un texte.", "", "[Un texte.]"),
    ],
)
def test_words_numbers_and_articles_are_never_cut(avant: str, apres: str, attendu: str) -> None:
    assert ecrire(avant, apres) == attendu


def test_a_word_alone_between_two_changes_is_part_of_the_change() -> None:
    assert (
        ecrire("le chien de garde dort là", "le chat de race dort là") == "le [chien de garde ]{chat de race }dort là"
    )


@pytest.mark.parametrize(
    ("avant", "apres", "bilan"),
    [
        ("a b", "a b c", "1 mot ajouté"),
        ("a b c d", "a b", "2 mots supprimés"),
        ("un deux trois", "un deux trois, quatre cinq six", "3 mots ajoutés"),
        ("le délai est de deux mois ici", "le délai est de six longs jours ici", "3 mots ajoutés, 2 supprimés"),
        ("a b.", "a b ;", "ponctuation seule"),
    ],
)
def test_the_summary_counts_words_not_signs(avant: str, apres: str, bilan: str) -> None:
    assert difference(avant, apres).bilan == bilan


def test_those_who_listen_hear_where_a_change_begins_and_ends() -> None:
    html = en_html(difference("a b <c>", "a b d").segments)
    assert "<del>" in html
    assert "[supprimé :]" in html
    assert "[fin de suppression]" in html
    assert "[ajouté :]" in html
    assert "&lt;" in html
    assert "<c>" not in html

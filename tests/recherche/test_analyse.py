"""How a text becomes words: each case worked by hand."""

import pytest

from generator.render.recherche import Analyseur
from generator.render.recherche.analyse import Mot


def termes(analyseur: Analyseur, text: str) -> list[str]:
    return list(analyseur.termes(text))


def whole(analyseur: Analyseur, text: str) -> list[Mot]:
    """The words of a text that is read at once from its first sign to its last."""
    words = list(analyseur._lire(analyseur.plier(text)))
    analyseur._compter(words)
    return words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("agrément", "agrement"),
        ("éligibilité", "ELIGIBILITE"),
        ("équipe", "equipe"),
        ("œuvre", "oeuvre"),
        ("ex æquo", "ex aequo"),
        ("bénéfice", "béné\ufb01ce"),
        ("conven\u00adtion", "convention"),
        ("l’élection", "election"),
        ("l'élection", "élection"),
        ("d’insertion", "insertion"),
        ("jusqu’au plafond", "plafond"),
        ("lorsqu’il embauche", "embauche"),
        ("qu’une aide", "aide"),
        ("mise‑à‑disposition", "mise à disposition"),
        ("480\u00a0heures", "480h"),
        ("480\u202fh", "480 heures"),
        ("30\u00a0%", "30%"),
        ("30 pour cent", "30 %"),
        ("1\u202f823,03\u00a0€", "1823.03 euros"),
        ("2 années", "2 ans"),
        ("A.C.I.", "aci"),
        ("arrêté du 1er septembre 2021", "arrete 1 septembre 2021"),
    ],
)
def test_two_ways_of_writing_are_the_same_words(analyseur: Analyseur, written: str, typed: str) -> None:
    assert termes(analyseur, written) == termes(analyseur, typed) != []


@pytest.mark.parametrize("typed", ["ai", "AI", "ei", "EI", "aci", "ACI", "etti", "eiti"])
def test_an_acronym_is_never_a_word_that_says_nothing(analyseur: Analyseur, typed: str) -> None:
    assert termes(analyseur, typed) == [typed.lower()]


def test_a_little_word_in_capitals_is_an_acronym_among_other_words(analyseur: Analyseur) -> None:
    assert "de" in termes(analyseur, "un DE inscrit")
    assert termes(analyseur, "DE") == ["de"]
    assert "de" not in termes(analyseur, "un de ces jours")
    assert "de" not in termes(analyseur, "DUREE DE PARCOURS")


@pytest.mark.parametrize(
    "typed", ["l 5132 9", "L5132-9", "l5132-9", "l. 5132-9", "L.5132-9", "L 5132-9", "L.\u00a05132‑9", "l.5132–9"]
)
def test_an_article_has_one_spelling_and_its_number_alone(analyseur: Analyseur, typed: str) -> None:
    assert termes(analyseur, typed) == ["l5132-9", "5132-9"]


def test_the_number_of_a_decree_is_one_word(analyseur: Analyseur) -> None:
    assert "2021-1128" in termes(analyseur, "décret n° 2021-1128 du 30 août 2021")


def test_a_number_in_words_before_a_unit_is_a_quantity(analyseur: Analyseur) -> None:
    assert "24_mois" in termes(analyseur, "dans les vingt-quatre mois")
    assert "70_jour" in termes(analyseur, "soixante-dix jours")
    assert "1_an" in termes(analyseur, "un an")
    assert not any("_" in terme for terme in termes(analyseur, "vingt-quatre personnes"))


def test_a_quantity_is_also_its_number_and_its_unit(analyseur: Analyseur) -> None:
    assert termes(analyseur, "480 heures") == ["480_heure", "480", "heur"]


# Savoy (2006): the first rule that fits, then doubled letters, then the last ones.
@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("journaux", "journal"),
        ("chateaux", "chateau"),
        ("contrats", "contrat"),
        ("salaries", "salar"),
        ("prescripteur", "prescript"),
        ("derogations", "derog"),
        ("deroger", "derog"),
        ("accompagnement", "acompagn"),
        ("accompagner", "acompagn"),
        ("conventionnement", "convention"),
        ("conventionnel", "convention"),
        ("aci", "aci"),
        ("mois", "moi"),
    ],
)
def test_stems_follow_the_published_rules(analyseur: Analyseur, word: str, stem: str) -> None:
    assert analyseur.raciner(word) == stem


def test_a_text_of_any_signs_has_words_or_none_and_never_fails(analyseur: Analyseur) -> None:
    assert analyseur.mots("\u0000 \ud7ff 🙂 ٣ ﷺ ½ \u2028") == analyseur.mots("½")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("e\u0301tE\u0301", "etE"),
        ("ｅ\u2009＇\u200b\u3000ﬃ", "e ' ffi"),
        ("\u0301\u0327", ""),
        ("25\u202f€", "25 € "),
    ],
)
def test_each_sign_is_folded_by_itself(analyseur: Analyseur, written: str, folded: str) -> None:
    assert analyseur.plier(written) == folded
    assert analyseur.plier(written) == folded


@pytest.mark.parametrize(("text", "terms"), [("Le PAS de tir", ["pas", "tir"]), ("LE PAS DE TIR", ["tir"])])
def test_an_empty_word_in_capitals_is_an_acronym_unless_all_are(
    analyseur: Analyseur, text: str, terms: list[str]
) -> None:
    assert "pas" in analyseur.donnees["vides"]
    assert termes(analyseur, text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "relire l * 5132-1 demain",
        "l. 5132-1 et l. 5132-9, 480 heures sur 12 mois",
        "il faut 30 pour cent du total au l 5132 1 8",
        "10 postes par an a l * 5132-2 pour 1 000 000 € ou 5 % des sommes",
        "24 h puis d 5132 10 7 dans vingt-quatre mois",
    ],
)
def test_what_surrounds_a_number_is_read_as_in_the_whole_text(analyseur: Analyseur, text: str) -> None:
    assert list(analyseur.mots(text)) == whole(analyseur, text)

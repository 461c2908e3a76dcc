"""What a change does to the mémento: each kind of change, worked by hand."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, modifier, petit_memento

from generator.compile.essai import PARAMETRES
from generator.model import Parametre, ValeurDatee
from generator.pipeline import compile_rules, verify
from generator.render.adresses import SANS_SUJET
from generator.render.revue import Cote, Revue, comparer_cotes
from generator.render.revue.calculs import ExempleChange, Montre, montrer
from generator.render.revue.controles import controles
from generator.render.revue.donnees import Champ, champs
from generator.render.revue.ecriture import echapper, mot_a_mot, plier, valeur
from generator.render.revue.en_json import _exact
from generator.render.revue.fiches import _champ, _sans_valeurs
from generator.render.revue.markdown import RIEN, _premiere_etape, en_markdown
from generator.render.revue.montants import mouvements
from generator.render.revue.sujets import NOMS_DES_FICHIERS, Sort

REGLE = "rules/regles/essai/regle-modele.yaml"
MONTANT = "rules/parametres/montant-modele.yaml"
PLAFOND = "rules/parametres/plafond-modele.yaml"
CALCUL = "rules/calculateurs/calcul-modele.yaml"
TEXTE = "rules/sources/texte-modele.yaml"
JOURS = (date(2020, 1, 1), date(2021, 1, 1))
PARAMETRE = PARAMETRES[0]
GENRES = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


def cote(root: Path) -> Cote:
    built = compile_rules(root)
    assert not built.failed, built.report
    checked = verify(root, AUJOURD_HUI)
    return Cote(built.base, built.programs, checked.verrou, checked.report)


@pytest.fixture(scope="module")
def avant(tmp_path_factory: pytest.TempPathFactory) -> Cote:
    return cote(petit_memento(tmp_path_factory.mktemp("avant")))


@pytest.fixture
def revoir(avant: Cote, tmp_path: Path) -> Callable[..., Revue]:
    """The review of a change made of replacements: (file, old, new)."""

    def review(*changes: tuple[str, str, str]) -> Revue:
        root = petit_memento(tmp_path / "apres")
        for change in changes:
            modifier(root, *change)
        return comparer_cotes(avant, cote(root))

    return review


def ecrit(revue: Revue) -> str:
    return en_markdown(revue, "main", AUJOURD_HUI)


def test_nothing_that_changes_is_said_in_one_sentence(revoir: Callable[..., Revue]) -> None:
    revue = revoir()
    assert revue.vide
    assert ecrit(revue).splitlines()[2:4] == [RIEN, ""]


def test_a_comment_and_a_text_cut_otherwise_change_nothing(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (REGLE, "id: regle-modele", "# Un commentaire.\nid: regle-modele"),
        (REGLE, "enonce: Un autre énoncé de test.", "enonce: >-\n      Un autre\n      énoncé de test."),
    )
    assert revue.vide


def test_a_statement_is_told_word_by_word(revoir: Callable[..., Revue]) -> None:
    text = ecrit(revoir((REGLE, "Un autre énoncé de test.", "Un nouvel énoncé de test.")))
    assert "- **version du 1er janvier 2020, énoncé** : Un ~~autre~~ **nouvel** énoncé de test." in text
    assert "**1 règle changée · " in text
    assert "une version déjà écrite est réécrite (1er janvier 2020)" in text


def test_a_version_that_is_added_and_the_one_that_ends_are_told(revoir: Callable[..., Revue]) -> None:
    new = (
        "  - du: 2027-01-01\n    statut: en-vigueur\n    portee: indicatif\n    enonce: Un troisième énoncé.\n"
        "    references: [{source: texte-modele, version: V2}]\n    changement: Tout.\n"
    )
    revue = revoir(
        (REGLE, "  - du: 2020-01-01\n", "  - du: 2020-01-01\n    au: 2026-12-31\n"),
        (REGLE, "    changement: Un mot change.\n", f"    changement: Un mot change.\n{new}"),
    )
    text = ecrit(revue)
    assert "- **version du 1er janvier 2020, dernier jour** (ajout) : 31 décembre 2026" in text
    assert "- **version du 1er janvier 2027** (ajout) : premier jour : 1er janvier 2027" in text
    assert "énoncé : Un troisième énoncé." in text
    assert revue.adresses.nouvelles == ("r/regle-modele/2027-01-01/",)
    assert "- `/r/regle-modele/2027-01-01/`" in text
    asked = " ".join(controles(revue))
    assert "la veille du jour" in asked
    assert "réécrite" not in asked


def test_what_a_version_is_worth_for_whom_and_on_what_is_told(revoir: Callable[..., Revue]) -> None:
    text = ecrit(
        revoir(
            (REGLE, "siae: [ACI]", "siae: [ACI, AI]"),
            (REGLE, "    portee: prescriptif\n    enonce: Un autre", "    portee: indicatif\n    enonce: Un autre"),
            (REGLE, "version: V2}", "version: V2, precision: 2e alinéa}"),
        )
    )
    assert "- **structures** (ajout) : AI" in text
    assert "- **version du 1er janvier 2020, portée** : ~~prescriptif~~ **indicatif**" in text
    assert "- **version du 1er janvier 2020, textes, « texte-modele », précision** (ajout) : 2e alinéa" in text
    assert "La portée ou le statut change" in text
    assert "Les structures concernées sont celles que le texte nomme (Règle modèle)." in text


def test_an_amount_that_is_added_moves_from_its_day_on(revoir: Callable[..., Revue]) -> None:
    line = "  - {du: 2026-06-01, source: [texte-modele], valeur: 35}\n"
    revue = revoir((PLAFOND, "valeur: 30}\n", f"valeur: 30}}\n{line}"))
    (move,) = revue.montants["plafond-modele"]
    assert (move.du, move.au, move.avant, move.apres) == (date(2026, 6, 1), None, 30, 35)
    # 5 points more than 30 is a sixth more: 16.67 %.
    assert "| valeur | depuis le 1er juin 2026 | 30 % | 35 % | \\+5 points, soit +16,67 % |" in ecrit(revue)
    assert "déjà écrit est réécrit" not in " ".join(controles(revue))


def test_an_amount_that_is_written_over_is_told_cell_by_cell_and_questioned(revoir: Callable[..., Revue]) -> None:
    revue = revoir((MONTANT, "ici: {ACI: 100, AI: 50}", "ici: {ACI: 101, AI: 50}"))
    (move,) = revue.montants["montant-modele"]
    assert (move.cellule, move.du, move.au) == (("ici", "ACI"), date(2010, 1, 1), date(2019, 12, 31))
    row = "du 1er janvier 2010 au 31 décembre 2019 | 100 €/ETP/an | 101 €/ETP/an | \\+1 €/ETP/an, soit +1 % |"
    assert row in ecrit(revue)
    assert "Un montant déjà écrit est réécrit (Montant modèle)." in " ".join(controles(revue))


def test_an_amount_that_is_no_longer_by_structure_is_told_on_both_sides(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (PLAFOND, 'unite: "%"', "unite: mois\npar: [siae]"),
        (PLAFOND, "valeur: 30}", "valeur: {ACI: 30}}"),
        (CALCUL, "si: taux < plafond_modele", "si: taux < 30 %"),
        ("content/index.md", "{{ plafond_modele }}", "{{ plafond_modele.ACI }}"),
    )
    text = ecrit(revue)
    assert "| Modèle d’ACI | depuis le 1er janvier 2010 | rien de connu | 30 mois |  |" in text
    assert "| valeur | depuis le 1er janvier 2010 | 30 % | rien de connu |  |" in text
    assert "- **unité** : <del>%</del> **mois**" in text


def test_an_amount_that_becomes_unknown_is_not_a_zero(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (PLAFOND, "verifie_le", "lacunes:\n  - {du: 2025-01-01, au: 2025-12-31, motif: non lu}\nverifie_le"),
        (CALCUL, "verifie_le: 2026-01-01", "verifie_le: 2026-01-02"),
    )
    # After the gap nothing is written: neither a value nor a reason.
    first, second = revue.montants["plafond-modele"]
    assert (first.du, first.au, first.apres, first.connu_apres) == (date(2025, 1, 1), date(2025, 12, 31), None, True)
    assert (second.du, second.apres, second.connu_apres) == (date(2026, 1, 1), None, False)
    text = ecrit(revue)
    assert "| du 1er janvier 2025 au 31 décembre 2025 | 30 % | inconnu |" in text
    assert "| depuis le 1er janvier 2026 | 30 % | rien de connu |" in text


def test_an_amount_changes_the_results_of_a_calculator_that_is_not_touched(revoir: Callable[..., Revue]) -> None:
    revue = revoir((PLAFOND, "valeur: 30", "valeur: 15"))
    (calcul,) = revue.calculs
    assert (calcul.calcul, calcul.refaits) == (True, 8)
    # B is 2 / 10: under 30 %, not under 15 %.
    (exemple,) = calcul.exemples
    assert exemple.titre == "B"
    assert [(line.nom, line.avant, line.apres) for line in exemple.etapes] == [("verdict", "conforme", "non conforme")]
    text = ecrit(revue)
    assert "#### Calcul modèle (son fichier n’a pas changé)" in text
    assert "**1 exemple change de résultat** (8 exemples refaits avant et après)." in text
    assert (
        "| B, au 1er janvier 2020 | Verdict : conforme → **non conforme** | Verdict : conforme → **non conforme** |"
        in text
    )


def test_a_formula_is_told_word_by_word_with_the_steps_that_follow(revoir: Callable[..., Revue]) -> None:
    revue = revoir((CALCUL, "formule: recettes / charges", "formule: recettes / charges / 2"))
    (calcul,) = revue.calculs
    assert len(calcul.exemples) == 8
    # C: 3 / 10 is not under 30 %, its half is.
    lines = next(one for one in calcul.exemples if one.titre == "C").resultats
    assert [(line.nom, line.avant, line.apres) for line in lines] == [
        ("taux", "30 %", "15 %"),
        ("verdict", "non conforme", "conforme"),
    ]
    text = ecrit(revue)
    assert "- **étapes, taux, formule** : recettes / charges <ins>/ 2</ins>" in text
    assert "Taux : 30 % → **15 %**<br>Verdict : non conforme → **conforme**" in text


def test_a_situation_that_is_no_longer_taken_is_told(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (
            CALCUL,
            "libelle: Recettes, type: nombre, unite: €, min: 0",
            "libelle: Recettes, type: nombre, unite: €, min: 2",
        )
    )
    (exemple,) = revue.calculs[0].exemples
    assert exemple.titre == "A"
    assert ("situation refusée", None, "recettes : doit être au moins 2 €") in [
        (line.nom, line.avant, line.apres) for line in exemple.resultats
    ]
    assert "MEM501" in {item.code for item in revue.gagnes}


def test_an_example_that_was_removed_is_computed_all_the_same(revoir: Callable[..., Revue]) -> None:
    gone = "  - {titre: B, note: 2 / 10, date: 2020-01-01, entrees: {recettes: 2, charges: 10}, attendu: {taux: 1/5}}\n"
    revue = revoir((PLAFOND, "valeur: 30", "valeur: 15"), (CALCUL, gone, ""))
    assert [exemple.titre for exemple in revue.calculs[0].exemples] == ["B"]


def test_a_computation_that_no_example_shows_is_questioned(revoir: Callable[..., Revue]) -> None:
    revue = revoir((PLAFOND, "valeur: 30", "valeur: 25"))
    assert "aucun exemple ne le montre : il en manque peut-être un (Calcul modèle)." in " ".join(controles(revue))
    assert "Le calcul change, et aucun résultat n’est différent (8 exemples refaits avant et après)." in ecrit(revue)


def test_two_values_that_show_the_same_are_told_apart(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (CALCUL, "formule: recettes / charges", "formule: recettes / charges * 1000001 / 1000000"),
        (CALCUL, "entrees: {recettes: 1, charges: 10}, attendu: {taux: 1/10}", "entrees: {recettes: 1, charges: 3}"),
    )
    line = next(one for one in revue.calculs[0].exemples if one.titre == "A").resultats[0]
    assert (line.avant, line.apres) == ("33,33 % (1/3)", "33,33 % (1000001/3000000)")


def test_words_that_join_a_list_are_told_together(revoir: Callable[..., Revue]) -> None:
    text = ecrit(revoir((PLAFOND, "verifie_le", "mots: [un mot, deux mots]\nverifie_le")))
    assert "- **mots** (ajout) : un mot ; deux mots" in text


def test_in_a_list_that_was_there_what_came_and_what_left_are_two_lines(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "listes")
    modifier(root, PLAFOND, "verifie_le", "mots: [a, b, c]\nverifie_le")
    before = cote(root)
    modifier(root, PLAFOND, "mots: [a, b, c]", "mots: [a, d, e]")
    text = ecrit(comparer_cotes(before, cote(root)))
    assert "- **mots** (retrait) : b ; c\n- **mots** (ajout) : d ; e\n" in text


def test_many_subjects_of_a_kind_are_folded(avant: Cote, tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "beaucoup")
    text = (root / TEXTE).read_text(encoding="utf-8")
    for rank in range(13):
        name = f"texte-{rank:02}"
        (root / f"rules/sources/{name}.yaml").write_text(text.replace("texte-modele", name), encoding="utf-8")
    written = ecrit(comparer_cotes(avant, cote(root)))
    assert "**13 sources ajoutées · " in written
    assert "### Sources\n\n<details>\n<summary>13 sujets</summary>\n\n#### " in written
    assert written.count("#### ") == 13


def test_a_source_and_a_term_are_told(revoir: Callable[..., Revue]) -> None:
    revue = revoir(
        (TEXTE, "lecture: texte", "lecture: extrait"),
        ("rules/glossaire.yaml", "nom: Modèle d'AI", "nom: Autre modèle d'AI"),
    )
    text = ecrit(revue)
    assert "### Sources" in text
    assert "- **lecture** : ~~texte~~ **extrait**" in text
    assert "### Glossaire" in text
    assert "- **termes, AI, nom** : ~~Modèle~~ **Autre modèle** d'AI" in text
    assert "« lecture » dit ce qui en a vraiment été lu" in text
    assert "regles/regle-modele/" in revue.adresses.citantes


def test_a_body_is_told_by_the_paragraphs_that_changed(revoir: Callable[..., Revue]) -> None:
    text = ecrit(revoir(("content/structures/aci.md", "Corps de test.", "Corps de test.\n\nUn paragraphe de plus.")))
    assert "- corps (ajout) : <ins>Un paragraphe de plus.</ins>" in text
    assert "### Pages et autres fichiers" in text


def test_what_was_only_read_over_is_not_a_change_of_the_law(revoir: Callable[..., Revue]) -> None:
    revue = revoir((REGLE, "verifie_le: 2026-01-01", "verifie_le: 2026-06-01"))
    text = ecrit(revue)
    assert "### Relus sans autre changement que leurs dates" in text
    assert "### Règles" not in text
    assert "**1 fichier relu · 1 page touchée**" in text


def test_pages_of_what_changed_and_of_those_that_cite_it_are_listed(revoir: Callable[..., Revue]) -> None:
    revue = revoir((REGLE, "Un autre énoncé de test.", "Un nouvel énoncé de test."))
    assert revue.adresses.touchees == ("r/regle-modele/2020-01-01/", "regles/regle-modele/")
    # The home page leads to the rule in its words.
    assert revue.adresses.citantes == ("",)


def test_a_new_warning_is_told_and_an_old_one_that_moved_is_not(avant: Cote, tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "signale")
    modifier(root, PLAFOND, "a_reverifier_avant: 2030-01-01", "a_reverifier_avant: 2026-12-01")
    warned = cote(root)
    assert [item.code for item in comparer_cotes(avant, warned).gagnes] == ["MEM508"]
    modifier(root, PLAFOND, "id: plafond-modele", "\n\nid: plafond-modele")
    later = comparer_cotes(warned, cote(root))
    assert (later.gagnes, later.perdus, later.restants) == ((), (), 1)


@pytest.fixture(scope="module")
def complet(tmp_path_factory: pytest.TempPathFactory) -> Cote:
    return cote(petit_memento(tmp_path_factory.mktemp("complet"), surcouche=GENRES))


def test_every_file_that_is_read_nowhere_has_a_name() -> None:
    assert set(NOMS_DES_FICHIERS) == set(SANS_SUJET)


def test_subjects_that_come_and_go_are_told_with_their_addresses(avant: Cote, complet: Cote) -> None:
    came, went = comparer_cotes(avant, complet), comparer_cotes(complet, avant)
    added = {sujet.cible for sujet in came.sujets if sujet.sort is Sort.AJOUTE}
    assert ("pratique", "pratique-modele") in added
    assert added == {sujet.cible for sujet in went.sujets if sujet.sort is Sort.RETIRE}
    assert "pratiques/pratique-modele/" in came.adresses.nouvelles
    assert "pratiques/pratique-modele/" in went.adresses.mortes
    assert "- <del>/pratiques/pratique-modele/</del>" in ecrit(went)
    assert "Des adresses mourraient" in ecrit(went)


def test_a_subject_that_was_renamed_is_the_same_subject(avant: Cote, tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "renomme")
    text = (root / PLAFOND).read_text(encoding="utf-8").replace("id: plafond-modele", "id: plafond-neuf")
    (root / PLAFOND).unlink()
    (root / "rules/parametres/plafond-neuf.yaml").write_text(text, encoding="utf-8")
    modifier(root, REGLE, "plafond-modele", "plafond-neuf")
    modifier(root, CALCUL, "plafond_modele", "plafond_neuf")
    modifier(root, "content/index.md", "plafond_modele", "plafond_neuf")
    (root / "urls.lock").write_text("parametres/plafond-modele/ -> parametres/plafond-neuf/\n", encoding="utf-8")
    revue = comparer_cotes(avant, cote(root))
    renamed = next(sujet for sujet in revue.sujets if sujet.genre == "parametre")
    assert (renamed.sort, renamed.ancien, renamed.champs) == (Sort.RENOMME, "plafond-modele", ())
    assert revue.adresses.renvoyees == (("parametres/plafond-modele/", "parametres/plafond-neuf/"),)
    assert revue.adresses.mortes == ()
    assert revue.montants == {}
    assert "#### Plafond modèle (nouveau nom, autrefois `plafond-modele`)" in ecrit(revue)


@pytest.mark.parametrize(
    ("avant", "apres", "attendu"),
    [
        ({"a": [1, 2]}, {"a": [1, 2]}, []),
        ({"a": ["x", "y"]}, {"a": ["y", "z"]}, [(("a", "x"), "x", None), (("a", "z"), None, "z")]),
        ({"a": ["x", "y"]}, {"a": ["y", "x"]}, [(("a", "ordre"), ["x", "y"], ["y", "x"])]),
        ({"a": [{"nom": "u", "b": 1}]}, {"a": [{"nom": "u", "b": 2}]}, [(("a", "u", "b"), 1, 2)]),
        ({"a": [{"si": "u"}]}, {"a": [{"si": "v"}]}, [(("a", "1", "si"), "u", "v")]),
        ({"a": [{"si": "u"}]}, {"a": [{"si": "v"}, {"si": "u"}]}, [(("a",), None, {"si": "v"})]),
        ({"a": "un  mot"}, {"a": "un\nmot"}, []),
        ({}, {"a": False}, [(("a",), None, False)]),
    ],
)
def test_fields_are_compared_by_what_names_them(
    avant: object, apres: object, attendu: list[tuple[tuple[str, ...], object, object]]
) -> None:
    assert list(champs(avant, apres)) == [Champ(*one) for one in attendu]


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("<b>gras</b> & *fort*", "\\<b\\>gras\\</b\\> &amp; \\*fort\\*"),
        ("@quelqu-un voit #12", "@<!-- -->quelqu-un voit \\#<!-- -->12"),
        ("a | b\nc", "a \\| b c"),
        ("- une puce", "\\- une puce"),
        ("1. un titre", "1&#8203;. un titre"),
        ("[lien](https://x.fr)", "\\[lien\\](https://x.fr)"),
        ("https://exemple.fr/a_b", "<https://exemple.fr/a_b>"),
    ],
)
def test_what_people_wrote_is_read_as_text(texte: str, attendu: str) -> None:
    assert echapper(texte) == attendu


@pytest.mark.parametrize(
    ("avant", "apres", "attendu"),
    [
        ("limité à 1 500 € par an", "limité à 2 000 € par an", "limité à <del>1 500 €</del> <ins>2 000 €</ins> par an"),
        ("un mot", "un autre mot", "un **autre** mot"),
        ("un mot", "un mot.", "un mot<ins>.</ins>"),
        ("le plafond", "le seuil", "le ~~plafond~~ **seuil**"),
    ],
)
def test_words_that_change_are_shown_by_any_markdown(avant: str, apres: str, attendu: str) -> None:
    assert mot_a_mot(avant, apres) == attendu


def test_a_long_text_is_shown_around_what_changes() -> None:
    long = " ".join(f"mot{rank}" for rank in range(400))
    shown = mot_a_mot(f"{long} fin", f"{long} terme")
    assert shown.startswith("\\[…\\] mot340 ")
    assert shown.endswith("mot399 ~~fin~~ **terme**")


def test_a_text_written_anew_is_told_as_two_texts() -> None:
    old, new = (" ".join(f"{letter}{rank}" for rank in range(2100)) for letter in "ab")
    assert mot_a_mot(old, new) == f"~~{old}~~ **{new}**"


def test_a_long_list_is_folded_and_a_short_one_is_not() -> None:
    assert plier("titre", ["- a"]) == ["- a"]
    folded = plier("13 pages", ["- a"] * 13)
    assert folded[:3] == ["<details>", "<summary>13 pages</summary>", ""]
    assert folded.count("- a") == 13


def test_a_value_is_written_in_french() -> None:
    assert valeur([date(2026, 1, 1), True, {"a": Fraction(1, 2)}, None]) == "1er janvier 2026 ; oui ; a : 1/2 ; rien"


@pytest.mark.parametrize(
    ("result", "dit"),
    [
        ({"etat": "inconnu", "questions": ["a", "b"]}, "à compléter (a, b)"),
        ({"etat": "sans-objet", "raison": "rien"}, "sans objet (rien)"),
        ({"etat": "erreur", "message": "trop tard"}, "pas de résultat (trop tard)"),
    ],
)
def test_a_result_without_a_value_says_why(result: dict[str, object], dit: str) -> None:
    assert montrer("Taux", result) == Montre("Taux", dit, "")


def test_what_only_changes_its_order_is_told_as_such(revoir: Callable[..., Revue]) -> None:
    written = ecrit(revoir((CALCUL, "resultats: [taux, verdict]", "resultats: [verdict, taux]")))
    assert "l’ordre change, taux ; verdict → verdict ; taux" in written


def test_a_number_that_changes_is_told_on_both_sides(revoir: Callable[..., Revue]) -> None:
    old = "Recettes, type: nombre, unite: €, min: 0"
    assert "<del>0</del> → <ins>5</ins>" in ecrit(revoir((CALCUL, old, old.replace("min: 0", "min: 5"))))


def test_a_new_calculator_asks_for_examples_made_by_hand(tmp_path: Path) -> None:
    apres = tmp_path / "neuf"
    petit_memento(apres)
    text = (apres / CALCUL).read_text(encoding="utf-8").replace("id: calcul-modele", "id: calcul-neuf")
    (apres / "rules/calculateurs/calcul-neuf.yaml").write_text(text, encoding="utf-8")
    revue = comparer_cotes(cote(petit_memento(tmp_path / "vieux")), cote(apres))
    assert any("du calculateur nouveau sont faits à la main" in question for question in controles(revue))
    assert "Calcul modèle" in ecrit(revue)


def test_the_same_item_twice_is_compared_rank_by_rank() -> None:
    found = champs({"a": ["x", "x"]}, {"a": ["x", "x", "x"]})
    assert [(champ.chemin, champ.avant, champ.apres) for champ in found] == [(("a", "x (3)"), None, "x")]


def test_what_has_no_json_form_is_our_own_fault() -> None:
    with pytest.raises(TypeError, match="set has no JSON form"):
        _exact(set())


def test_what_is_no_longer_told_is_counted_and_what_stays_too(tmp_path: Path) -> None:
    old, new = petit_memento(tmp_path / "vieux"), petit_memento(tmp_path / "neuf")
    for root, words in ((old, "SIGLEUN SIGLEDEUX"), (new, "SIGLEDEUX")):
        modifier(root, "content/index.md", "Mémento de test", f"Mémento de test, {words}")
    written = ecrit(comparer_cotes(cote(old), cote(new)))
    assert "1 n’est plus signalé :" in written
    assert "SIGLEUN" in written
    assert "1 autre était déjà là." in written


def test_days_that_move_alike_are_one_movement() -> None:
    # Two periods on each side, cut on the same day: 10 becomes 12 from the first day to the last.
    def parametre(valeur: int) -> Parametre:
        return PARAMETRE.model_copy(
            update={"valeurs": tuple(ValeurDatee(du=du, source=("t",), valeur=valeur) for du in JOURS)}
        )

    found = mouvements(parametre(10), parametre(12))
    assert [(one.du, one.au, one.avant, one.apres) for one in found] == [(JOURS[0], None, 10, 12)]


def test_a_calculator_is_told_with_its_own_results_only(tmp_path: Path) -> None:
    sides = []
    for name, ceiling in (("vieux", "30"), ("neuf", "35")):
        root = petit_memento(tmp_path / name)
        text = (root / CALCUL).read_text(encoding="utf-8").replace("id: calcul-modele", "id: calcul-second")
        text = text.replace("titre: Calcul modèle", f"titre: Second calcul de {ceiling}")
        (root / "rules/calculateurs/calcul-second.yaml").write_text(text, encoding="utf-8")
        modifier(root, PLAFOND, "valeur: 30", f"valeur: {ceiling}")
        sides.append(cote(root))
    written = ecrit(comparer_cotes(*sides))
    # 3 / 10 is not under 30 %, and is under 35 %: once for each of the two calculators.
    row = "| C, au 1er janvier 2020 | Verdict : non conforme → **conforme** | Verdict : non conforme → **conforme** |"
    assert written.count(row) == 2
    assert written.count("Calcul modèle (son fichier n’a pas changé)") == 1


def test_amounts_that_leave_together_are_told_by_the_table_alone() -> None:
    (told,) = _champ(_sans_valeurs(Champ(("valeurs",), [{"du": date(2020, 1, 1), "valeur": 2}], None)), Sort.CHANGE)
    assert "1er janvier 2020" in told
    assert "2" not in told.replace("2020", "")


def test_an_example_whose_steps_are_the_same_shows_none_of_them() -> None:
    assert _premiere_etape(ExempleChange("A", AUJOURD_HUI, (), ())) == ""


def test_a_change_that_touches_no_page_counts_none(tmp_path: Path) -> None:
    old = petit_memento(tmp_path / "vieux", surcouche=GENRES)
    new = petit_memento(tmp_path / "neuf", surcouche=GENRES)
    modifier(new, "rules/raccourcis.yaml", "mots: [modèle, la règle]", "mots: [modèle, la règle, un modèle]")
    written = ecrit(comparer_cotes(cote(old), cote(new)))
    assert "un modèle" in written
    assert "page touchée" not in written

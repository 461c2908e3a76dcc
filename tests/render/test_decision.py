"""The decision tree of a calculator: the leaves of the formulas, the words of the law, boxes that hold."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from petit_memento import AUJOURD_HUI, batir, modifier, petit_memento, vraies_regles

from generator.compile import Program
from generator.pipeline import Build, compile_rules
from generator.render.decision import Branche, Decision, decision, dessiner, en_liste
from generator.render.decision.feuille import ECRITURES, LARGEUR, MARGE
from generator.render.decision.metrique import couper, largeur

RACINE = Path(__file__).parents[2]
CALCULATEURS = sorted(path.stem for path in (RACINE / "rules/calculateurs").glob("*.yaml"))
CALCUL, PAGE = "rules/calculateurs/calcul-modele.yaml", "calculateurs/calcul-modele/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def droit() -> Build:
    """The law of the repository, compiled."""
    return vraies_regles()


def programme(built: Build, name: str) -> Program:
    return next(program for program in built.programs if program.id == name)


def arbre(built: Build, name: str = "calcul-modele", jour: date = AUJOURD_HUI) -> Decision:
    return decision(built.base, programme(built, name), jour)


def rangs(branches: tuple[Branche, ...]) -> list[tuple[str, str, str]]:
    """(condition, kind, words) of cases without cases of their own."""
    return [(" ".join(branch.si), branch.issues[0].genre, branch.issues[0].mots) for branch in branches]


def ecrits(svg: str) -> str:
    """All that is written in a drawing, with ordinary spaces."""
    root = ElementTree.fromstring(svg)
    words = " ".join("".join(item.itertext()) for item in root.iter() if item.tag in (f"{SVG}text", f"{SVG}title"))
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


# Worked by hand from the texts


def test_the_hours_of_a_contract_in_an_aci_are_decided_in_five_cases_in_the_order_of_the_article(droit: Build) -> None:
    tree = arbre(droit, "aci-duree-hebdomadaire")
    # L. 5132-15-1, 9e alinéa: twenty hours at least, unless the préfet grants less (D. 5132-43-5: twelve months).
    assert rangs(tree.paliers[3].branches) == [
        ("Heures par semaine > Horaire maximal", "valeur", "« non conforme »"),
        ("Heures par semaine ≥ Horaire minimal", "valeur", "« conforme »"),
        ("non (dérogation du préfet)", "valeur", "« non conforme »"),
        ("Durée de la dérogation ≤ Durée de la dérogation, au plus", "valeur", "« conforme »"),
        ("", "valeur", "« non conforme »"),
    ]
    assert [palier.montants[0].mots for palier in tree.paliers[:3]] == ["20 h", "35 h", "12 mois"]
    assert tree.paliers[0].sources[0][0] == "Code du travail, article L. 5132-15-1, 9e alinéa"
    # One formula for each of four steps, five cases, then three for what the Pacte proposed.
    assert [len(palier.branches) for palier in tree.paliers] == [1, 1, 1, 5, 1, 3]
    assert tree.compte == "3 questions, 6 étapes, 12 issues"
    assert tree.questions[2].si == ("dérogation du préfet",)


def test_a_choice_inside_a_formula_is_a_case_like_another(droit: Build) -> None:
    tree = arbre(droit, "aci-taux-commercialisation")
    # D. 5132-34: less than 30 %, and up to 50 % when the préfet decides so.
    assert rangs(tree.paliers[2].branches) == [
        ("dérogation du préfet", "valeur", "ACI, plafond de commercialisation sur décision du préfet"),
        ("", "valeur", "ACI, plafond de commercialisation"),
    ]
    assert [montant.mots for montant in tree.paliers[2].montants] == ["50 %", "30 %"]
    assert [len(palier.branches) for palier in tree.paliers] == [1, 1, 2, 4, 1, 1, 1, 4]
    assert len(tree.issues) == 15
    assert tree.paliers[3].branches[0].si == ("non (dérogation du préfet)", "et Taux de commercialisation < Plafond")


def test_what_is_refused_what_is_without_object_and_what_has_a_value_are_told_apart(droit: Build) -> None:
    # R. 5132-1-8, 2° a, b and c: 60 months twice, 84 from fifty years of age.
    duree = arbre(droit, "parcours-duree").paliers[2]
    assert [genre for _, genre, _ in rangs(duree.branches)] == [
        "sans-objet", "valeur", "sans-objet", "sans-objet", "valeur", "sans-objet", "valeur", "valeur",
    ]  # fmt: skip
    assert [montant.mots for montant in duree.montants] == ["voir l'étape 1", "60 mois", "84 mois", "60 mois"]
    assert Counter(leaf.genre for leaf in arbre(droit, "eligibilite-iae").issues)["erreur"] == 4


# Every calculator of the repository


def feuilles(tree: Any) -> int:
    """How many issues a formula may come to: another way of counting them."""
    while tree[0] == "convertir":
        tree = tree[1]
    if tree[0] == "cas":
        return sum(1 if row[1][0] in ("sans_objet", "refus") else feuilles(row[1]) for row in tree[1:])
    return feuilles(tree[2]) + feuilles(tree[3]) if tree[0] == "si" else 1


@pytest.mark.parametrize("name", CALCULATEURS)
def test_a_tree_holds_every_issue_question_and_caution_of_its_calculator(droit: Build, name: str) -> None:
    tree, content = arbre(droit, name), programme(droit, name).json
    assert len(tree.issues) == sum(feuilles(etape["arbre"]) for etape in content["etapes"])
    assert [question.libelle for question in tree.questions] == [entree["libelle"] for entree in content["entrees"]]
    assert len(tree.avertissements) == len(content["avertissements"])
    assert {montant.id for palier in tree.paliers for montant in palier.montants} == {
        parametre["url"].split("/")[1] for parametre in content["parametres"].values()
    }


@pytest.mark.parametrize("name", CALCULATEURS)
def test_the_drawing_and_the_list_say_all_that_the_tree_holds(droit: Build, name: str) -> None:
    tree = arbre(droit, name)
    listed = en_liste(tree)
    drawn = ecrits(dessiner(tree).svg)
    said = [question.libelle for question in tree.questions]
    said += [palier.libelle for palier in tree.paliers]
    said += [text for leaf in tree.issues for text in (leaf.mots, leaf.raison)]
    said += [source for palier in tree.paliers for source, _ in palier.sources]
    for text in said:
        assert text in listed
        assert text.replace("'", "’") in drawn.replace("'", "’")


@pytest.mark.parametrize("name", CALCULATEURS)
def test_a_drawing_is_one_well_formed_document_the_same_each_time(droit: Build, name: str) -> None:
    drawn = dessiner(arbre(droit, name))
    assert drawn.svg == dessiner(arbre(droit, name)).svg
    root = ElementTree.fromstring(drawn.svg)
    assert root.get("viewBox") == f"0 0 {drawn.largeur} {drawn.hauteur}"
    identifiers = [found for item in root.iter() if (found := item.get("id"))]
    assert len(identifiers) == len(set(identifiers))
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == set(identifiers)
    assert not re.search(r"<script|on\w+=|href=|url\(|@import|data:", drawn.svg)


def cadres(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element | None, ElementTree.Element]]:
    """Each text with the frame around it, None on the bare sheet."""
    for item in root:
        if item.tag == f"{SVG}g":
            frame = item.find(f"{SVG}rect")
            yield from ((frame, text) for text in item.iter(f"{SVG}text"))
        elif item.tag == f"{SVG}text":
            yield None, item


@pytest.mark.parametrize("name", CALCULATEURS)
def test_no_text_leaves_its_frame_or_the_sheet(droit: Build, name: str) -> None:
    root = ElementTree.fromstring(dessiner(arbre(droit, name)).svg)
    height = int(root.get("height", "0"))
    checked = 0
    for frame, text in cadres(root):
        size, _, bold = ECRITURES[text.get("class", "")]
        right, bottom = LARGEUR, height
        if frame is not None:
            right = int(frame.get("x", "")) + int(frame.get("width", ""))
            bottom = int(frame.get("y", "")) + int(frame.get("height", ""))
        for line in text:
            start = int(line.get("x", ""))
            assert start >= (int(frame.get("x", "")) if frame is not None else MARGE)
            assert start + largeur((line.text or "").rstrip(" "), size, bold) <= right
            assert int(line.get("y", "")) + 4 <= bottom
            checked += 1
    assert checked > 10


# Small mémentos


def compiler(folder: Path, *changes: tuple[str, str]) -> Build:
    petit_memento(folder)
    for old, new in changes:
        modifier(folder, CALCUL, old, new)
    built = compile_rules(folder)
    assert not built.failed, list(built.report)
    return built


FORMULE = "formule: recettes / charges"
QUATRE = (
    "cas:\n"
    "      - si: recettes < 1 €\n"
    "        alors: si recettes < 2 € alors 1 % sinon 2 %\n"
    "        parce_que: petit\n"
    "      - alors: si recettes < 3 € alors 3 % sinon 4 %\n"
    "        parce_que: grand"
)


def test_a_choice_inside_a_case_has_cases_of_its_own_and_after_the_last_condition_it_goes_on(tmp_path: Path) -> None:
    small, third, last = arbre(compiler(tmp_path, (FORMULE, QUATRE))).paliers[0].branches
    assert (small.si, small.issue) == (("Recettes < 1 €",), None)
    assert rangs(small.suite) == [("Recettes < 2 €", "valeur", "1 %"), ("", "valeur", "2 %")]
    assert [leaf.raison for leaf in small.issues] == ["petit", "petit"]
    assert rangs((third, last)) == [("Recettes < 3 €", "valeur", "3 %"), ("", "valeur", "4 %")]
    assert [leaf.raison for leaf in (*third.issues, *last.issues)] == ["grand", "grand"]


def test_a_choice_inside_another_is_listed_further_in_and_drawn_beside(tmp_path: Path) -> None:
    tree = arbre(compiler(tmp_path, (FORMULE, QUATRE)))
    assert (
        "  - si Recettes < 1 € :\n    - si Recettes < 2 € : 1 % (petit)\n    - sinon : 2 % (petit)\n"
        "  - sinon, si Recettes < 3 € : 3 % (grand)\n  - sinon : 4 % (grand)\n"
    ) in en_liste(tree)
    starts = re.findall(r'x="(\d+)" y="\d+">Recettes\xa0?&lt; \d|x="(\d+)" y="\d+">Recettes &lt;', dessiner(tree).svg)
    assert len({first or second for first, second in starts}) == 2


def test_beyond_two_choices_one_inside_the_other_the_next_is_written_as_a_formula(tmp_path: Path) -> None:
    deep = (
        "formule: si recettes < 9 € alors (si recettes < 8 € alors (si recettes < 7 € alors (si recettes < 6 € "
        "alors 1 % sinon 2 %) sinon 3 %) sinon 4 %) sinon 5 %"
    )
    [first, _] = arbre(compiler(tmp_path, (FORMULE, deep))).paliers[0].branches
    third = first.suite[0].suite[0]
    assert rangs((third,)) == [("Recettes < 7 €", "valeur", "si Recettes < 6 € alors 1 % sinon 2 %")]


def test_steps_stand_after_those_that_they_use_wherever_the_file_puts_them(tmp_path: Path) -> None:
    built = compiler(tmp_path)
    etapes = programme(built, "calcul-modele").json["etapes"]
    etapes.reverse()
    assert [etape["libelle"] for etape in etapes] == ["Verdict", "Taux"]
    assert [palier.libelle for palier in arbre(built).paliers] == ["Taux", "Verdict"]


def test_what_a_reason_names_is_between_quotation_marks(tmp_path: Path) -> None:
    verdict = arbre(compiler(tmp_path)).paliers[1]
    assert verdict.branches[0].issues[0].raison == "« Taux » est inférieur au plafond."


def test_a_question_says_what_one_may_answer(tmp_path: Path) -> None:
    old = "  - {nom: charges, libelle: Charges, type: nombre, unite: €, min: 0}"
    new = (
        f"{old}\n"
        "  - {nom: duree, libelle: Durée, type: nombre, unite: mois, min: 1, max: 12, entier: true, defaut: 6}\n"
        "  - {nom: accord, libelle: Accord, type: booleen, defaut: false}\n"
        "  - {nom: depuis, libelle: Depuis, type: date, defaut: 2020-01-31}\n"
        "  - {nom: jour, libelle: Jour, type: date, si: accord et duree > 3 mois}"
    )
    asked = arbre(compiler(tmp_path, (old, new))).questions
    assert [(question.reponse, question.si) for question in asked[:6]] == [
        ("un nombre, au moins 0 €", ()),
        ("un nombre, au moins 0 €", ()),
        ("un nombre entier, de 1 mois à 12 mois ; 6 mois par défaut", ()),
        ("oui ou non ; non par défaut", ()),
        ("une date ; 31 janvier 2020 par défaut", ()),
        ("une date", ("Accord", "et Durée > 3 mois")),
    ]


def montants(built: Build, jour: date) -> tuple[str, ...]:
    return next(
        montant.lignes for palier in arbre(built, jour=jour).paliers for montant in palier.montants if palier.montants
    )


def test_figures_that_depend_are_given_code_by_code_the_unknown_and_the_last_known_said(tmp_path: Path) -> None:
    siae = "  - {nom: siae, libelle: Structure, type: choix, liste: siae}"
    lieu = f"{siae}\n  - {{nom: lieu, libelle: Lieu, type: choix, liste: territoire}}"
    taux = (f'unite: "%"\n    {FORMULE}', "unite: €/an\n    formule: 1 ETP * montant_modele[lieu, siae]")
    built = compiler(tmp_path, (siae, lieu), taux, ("taux < plafond_modele", "taux < 5 €/an"))
    # 100, 50 and 80 from 2010; from 2020, 110, unknown, and 80 as the last known one.
    assert montants(built, date(2015, 1, 1)) == (
        "Ici (Modèle d'ACI : 100 € ; Modèle d'AI : 50 €)",
        "Ailleurs (Modèle d'ACI : 80 €)",
    )
    assert montants(built, date(2026, 11, 23)) == (
        "Ici (Modèle d'ACI : 110 € ; Modèle d'AI : inconnu)",
        "Ailleurs (Modèle d'ACI : 80 €, dernier montant connu)",
    )


def test_a_figure_used_again_sends_back_to_where_it_was_written(droit: Build) -> None:
    tree = arbre(droit, "cdi-inclusion")
    assert len(tree.paliers[2].montants[0].lignes) == 3
    assert tree.paliers[5].montants[0].mots == "voir l'étape 3"


def test_words_cannot_become_marks(tmp_path: Path) -> None:
    hostile = '<script>alert(1)</script> & « x » \\"y\\"'
    built = compiler(tmp_path, ("libelle: Verdict", f'libelle: "{hostile}"'))
    svg = dessiner(arbre(built)).svg
    assert "<script" not in svg
    assert '<script>alert(1)</script> & « x » "y"' in ecrits(svg)


# Lines


def test_a_text_is_cut_at_ordinary_spaces_and_nothing_of_it_is_lost() -> None:
    text = "Une phrase assez longue pour\u00a0tenir sur plusieurs lignes"
    lines = couper(text, 100, 14)
    assert "".join(lines) == text
    assert len(lines) > 2
    assert all(line.endswith(" ") and largeur(line.rstrip(" "), 14) <= 100 for line in lines[:-1])
    assert any("pour\u00a0tenir" in line for line in lines)


def test_a_word_that_no_line_can_hold_is_cut_where_it_must() -> None:
    # An m is 9.74 wide, a parenthesis 4: five m in a line, or three of each with 8.8 to spare.
    assert couper("a " + "m" * 12, 50, 10) == ("a ", "mmmmm", "mmmmm", "mm")
    assert couper("m(m(m(mmm", 50, 10) == ("m(m(m(", "mmm")


def test_an_unknown_sign_counts_as_the_widest() -> None:
    assert largeur("漢", 10) > largeur("m", 10)


# On the page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = batir(petit_memento(tmp_path_factory.mktemp("memento"))).site
    assert site is not None
    assert site.fichiers[f"{PAGE}arbre.svg"].startswith(b"<svg ")
    return next(found.html for found in site.pages if found.url == PAGE)


def test_the_tree_is_folded_on_the_page_of_its_calculator_drawn_and_listed(page: str) -> None:
    fold = page[page.index('<h2 id="arbre">') :].split("</details>")[0]
    assert '<details class="m-repli m-decision"><summary>3 questions, 2 étapes, 3 issues</summary>' in fold
    assert re.search(r'<img src="arbre\.svg" alt="[^"]+" width="360" height="\d+" loading="lazy">', fold)
    assert fold.count("<li>") == 3 + 2 + 3
    assert "si Taux &lt; Plafond modèle\u00a0: <strong>«\u00a0conforme\u00a0»</strong>" in fold
    assert '<a href="../../parametres/plafond-modele/">Plafond modèle</a>\u00a0: 30\u00a0%' in fold
    assert '<a href="../../sources/texte-modele/">Texte modèle, article 1</a>' in fold


def test_every_identifier_of_the_page_is_its_own(page: str) -> None:
    identifiers = re.findall(r'\bid="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))


def test_a_choice_whose_results_are_converted_is_still_a_choice(tmp_path: Path) -> None:
    step = """  - nom: delai
    libelle: Délai
    unite: mois
    cas:
      - {si: recettes < charges, alors: 6 mois}
      - {alors: si recettes = 0 € alors 1 an sinon 2 an}
    references: [{source: texte-modele}]
"""
    built = compiler(tmp_path, ("resultats: [taux, verdict]", f"{step}resultats: [taux, verdict, delai]"))
    delai = next(palier for palier in arbre(built).paliers if palier.libelle == "Délai")
    assert rangs(delai.branches) == [
        ("Recettes < Charges", "valeur", "6 mois"),
        ("Recettes = 0 €", "valeur", "1 an"),
        ("", "valeur", "2 ans"),
    ]

"""Each kind of page answers its readers' questions."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.pipeline import Build
from generator.render import Page

REGLE = "rules/regles/essai/regle-modele.yaml"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return par_url(batir(petit_memento(tmp_path_factory.mktemp("memento"))))


def par_url(built: Build) -> dict[str, Page]:
    assert built.site is not None, list(built.report)
    return {page.url: page for page in built.site.pages}


def texte(page: Page) -> str:
    """What one reads, drawings apart, with ordinary spaces."""
    bare = re.sub(r"<script.*?</script>|<svg.*?</svg>|<[^>]+>", "", page.html, flags=re.DOTALL)
    return " ".join(unescape(bare).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_every_subject_has_its_page(pages: dict[str, Page]) -> None:
    assert {url for url, page in pages.items() if page.kind != "code"} == {
        "",
        "au/",
        "calculateurs/",
        "calculateurs/calcul-modele/",
        "calculateurs/calcul-modele/integrer/",
        "comparer/",
        "contribuer/codes/",
        "contribuer/langage/",
        "glossaire/",
        "nouveautes/",
        "pacte/mesures/",
        "pacte/mesures/01-modele/",
        "parametres/",
        "parametres/montant-modele/",
        "parametres/plafond-modele/",
        "r/regle-modele/2010-01-01/",
        "r/regle-modele/2015-06-01/",
        "r/regle-modele/2020-01-01/",
        "recherche/",
        "regles/",
        "regles/regle-modele/",
        "reutiliser/",
        "sources/",
        "sources/texte-modele/",
        "structures/",
        "structures/aci/",
    }


def test_every_page_has_one_title_and_no_leftover(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.html.count("<h1") == 1, page.url
        assert page.titre, page.url
        assert page.description, page.url
        # The page of a code shows how a reference is written.
        signs = ("None", "Undefined") if page.kind == "code" else ("{{", "[[", "None", "Undefined")
        assert not any(sign in texte(page) for sign in signs), page.url
        anchors = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(anchors) == len(set(anchors)), page.url
        assert all(entry.ancre in anchors for entry in page.toc), page.url


def test_a_rule_answers_in_order(pages: dict[str, Page]) -> None:
    shown = texte(pages["regles/regle-modele/"])
    answers = (
        "Un autre énoncé de test.",
        "Prescriptif",
        "un texte oblige",
        "Modèle d’ACI",
        "En vigueur",
        "depuis le 1er janvier 2020",
        "art. 1",
        "Calculer",
        "Calcul modèle",
        "Par quel texte",
        "Texte modèle, article 1",
        "version V2",
        "Plafond modèle : 30 %",
        "Ce qui a changé",
        "proposé le 1er juin 2015",
        "Proposition du Pacte, adoption non établie",
        "du 1er janvier 2010 au 31 décembre 2019",
        "N’est plus en vigueur",
        "Citer",
        "Vérifié le 1er janvier 2026",
        "Mesure n° 1 : Mesure modèle",
        "Cité par",
    )
    place = 0
    for answer in answers:
        place = shown.find(answer, place)
        assert place >= 0, answer


def test_a_citation_says_worth_status_dates_basis_and_address(pages: dict[str, Page]) -> None:
    assert (
        "« Règle modèle », Mémento de l’inclusion, valeur prescriptive, version du 1er janvier 2020, "
        "en vigueur depuis le 1er janvier 2020, état au 23 novembre 2026 "
        "(mémento version 0.1.0, vérifié le 1er janvier 2026). Fondement : art. 1 (V2). "
        "Adresse permanente : /r/regle-modele/2020-01-01/" in texte(pages["regles/regle-modele/"])
    )
    proposal = texte(pages["r/regle-modele/2015-06-01/"])
    assert "valeur indicative, proposition du Pacte du 1er juin 2015, adoption non établie" in proposal


def test_worth_is_told_by_words_and_by_a_shape(pages: dict[str, Page]) -> None:
    assert '<span aria-hidden="true">■</span> Prescriptif' in pages["regles/regle-modele/"].html
    assert '<span aria-hidden="true">◇</span> Indicatif' in pages["r/regle-modele/2015-06-01/"].html


def test_a_rule_without_law_today_says_so_plainly(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "2020-01-01\n    statut", "2020-01-01\n    au: 2025-12-31\n    statut")
    ended = texte(par_url(batir(root))["regles/regle-modele/"])
    assert "Aucune version de cette règle n’est connue comme en vigueur au 23 novembre 2026." in ended
    assert "Ce qui suit n’est pas le droit du jour." in ended


def test_a_gap_in_the_law_is_told_with_its_reason(tmp_path: Path) -> None:
    gap = "lacunes:\n  - {du: 2026-01-01, motif: article non relu}\nverifie_le"
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "2020-01-01\n    statut", "2020-01-01\n    au: 2025-12-31\n    statut")
    modifier(root, REGLE, "verifie_le", gap)
    shown = texte(par_url(batir(root))["regles/regle-modele/"])
    assert "Le texte depuis le 1er janvier 2026 n’a pas été lu : article non relu." in shown
    assert "texte non lu" in shown


def test_an_abrogated_rule_says_since_when(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "2020-01-01\n    statut: en-vigueur", "2020-01-01\n    statut: abroge")
    shown = texte(par_url(batir(root))["regles/regle-modele/"])
    assert "Cette règle n’est plus en vigueur depuis le 1er janvier 2020." in shown


def test_a_version_leads_to_the_law_of_the_day(pages: dict[str, Page]) -> None:
    past = pages["r/regle-modele/2010-01-01/"]
    assert "Version en vigueur du 1er janvier 2010 au 31 décembre 2019 : ce n’est pas celle du jour." in texte(past)
    assert 'href="../../../regles/regle-modele/"' in past.html
    assert "Un énoncé de test." in texte(past)


def test_a_proposal_is_not_the_law(pages: dict[str, Page]) -> None:
    shown = texte(pages["r/regle-modele/2015-06-01/"])
    assert "Ceci est une proposition du 1er juin 2015, pas une règle de droit : adoption non établie." in shown


def test_a_version_to_come_says_when(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    coming = (
        "    references: [{source: texte-modele, version: V2}]\n  - du: 2027-01-01\n    statut: en-vigueur\n"
        "    portee: prescriptif\n    enonce: À venir.\n    references: [{source: texte-modele, version: V2}]\n"
    )
    modifier(root, REGLE, "2020-01-01\n    statut", "2020-01-01\n    au: 2026-12-31\n    statut")
    modifier(root, REGLE, "    references: [{source: texte-modele, version: V2}]\n", coming)
    shown = texte(par_url(batir(root))["r/regle-modele/2027-01-01/"])
    assert "Version qui entrera en vigueur le 1er janvier 2027." in shown


def test_a_figure_shows_today_s_value_its_past_and_its_gaps(pages: dict[str, Page]) -> None:
    shown = texte(pages["parametres/montant-modele/"])
    assert "Aucun montant postérieur." in shown
    assert "dernier connu, 1er janvier 2010" in shown
    assert "inconnu montant non retrouvé" in shown
    assert "en €/ETP/an" in shown
    assert "Nom dans les formules : montant_modele" in shown
    assert "Règle modèle" in shown


def test_a_source_says_what_was_read_and_who_rests_on_it(pages: dict[str, Page]) -> None:
    shown = texte(pages["sources/texte-modele/"])
    for words in ("Article de code", "Le texte lui-même a été lu.", "V1", "V2", "Règle Règle modèle", "Calcul modèle"):
        assert words in shown


def test_a_calculator_reads_without_its_form(pages: dict[str, Page]) -> None:
    shown = texte(pages["calculateurs/calcul-modele/"])
    for words in ("Recettes / Charges", "Plafond modèle", "30 %", "Taux : 10 %", "Texte modèle"):
        assert words in shown


def test_the_form_has_the_hooks_of_its_script(pages: dict[str, Page]) -> None:
    html = pages["calculateurs/calcul-modele/"].html
    assert 'data-calculateur="calcul-modele" data-racine="../../"' in html
    for hook in (
        "data-formulaire",
        "data-resume",
        "data-resultats",
        "data-avertissements",
        "data-trace",
        "data-etapes",
    ):
        assert hook in html
    names = set(re.findall(r'name="([a-z_]+)"', html))
    assert names == {"date_reference", "recettes", "charges", "siae"}
    for name in names:
        assert f'data-champ="{name}"' in html
        assert f'<label for="c-{name}">' in html
        assert f'id="c-{name}-erreur"' in html


def test_the_program_in_the_page_is_its_json(pages: dict[str, Page]) -> None:
    html = pages["calculateurs/calcul-modele/"].html
    found = re.search(r"data-programme>(.*?)</script>", html, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["id"] == "calcul-modele"
    assert not set("<>&") & set(found[1])


def test_an_example_is_what_one_types(pages: dict[str, Page]) -> None:
    html = pages["calculateurs/calcul-modele/"].html
    values = [json.loads(unescape(found)) for found in re.findall(r'data-valeurs="([^"]*)"', html)]
    assert values[0] == {"date": "2020-01-01", "entrees": {"recettes": "1", "charges": "10"}}


def test_only_pages_that_compute_load_a_script(pages: dict[str, Page]) -> None:
    bare = {url: page.html.replace('<script type="application/ld+json">', "") for url, page in pages.items()}
    loaded = {url for url, html in bare.items() if "<script" in html}
    computing = {"calculateurs/calcul-modele/", "calculateurs/calcul-modele/integrer/", "contribuer/langage/"}
    assert loaded == computing | {"au/", "comparer/", "recherche/"}


def test_a_measure_says_what_became_of_each_action(pages: dict[str, Page]) -> None:
    page = pages["pacte/mesures/01-modele/"]
    assert 'id="action-1"' in page.html
    shown = texte(page)
    for words in ("Adoptée en partie", "Rien de réel.", "Action 1 : Action modèle", "Règle modèle", "Corps de test."):
        assert words in shown


def test_a_structure_lists_what_applies_to_it(pages: dict[str, Page]) -> None:
    shown = texte(pages["structures/aci/"])
    for words in ("Corps de test.", "Règle modèle", "Calcul modèle", "Plafond modèle", "30 %"):
        assert words in shown


def test_the_glossary_is_alphabetical_and_leads_from_old_names_to_today_s(tmp_path: Path) -> None:
    root = petit_memento(
        tmp_path,
        {
            "rules/glossaire.yaml": (
                "termes:\n"
                "  - {sigle: ZZ, nom: Dernier, references: [{source: texte-modele}], remplace_par: [AA]}\n"
                "  - {sigle: AA, nom: Premier, references: [{source: texte-modele}]}\n"
            )
        },
    )
    page = par_url(batir(root))["glossaire/"]
    assert page.html.index('id="aa"') < page.html.index('id="zz"')
    assert 'href="#aa"' in page.html
    assert "Ancien nom" in texte(page)


def test_home_leads_to_every_part(pages: dict[str, Page]) -> None:
    html = pages[""].html
    for url in ("calculateurs/calcul-modele/", "structures/", "regles/", "pacte/mesures/", "parametres/", "glossaire/"):
        assert f'href="{url}"' in html
    assert "1er janvier 2020 Règle modèle" in texte(pages[""])


def test_a_page_cites_back_those_whose_words_cite_it(pages: dict[str, Page]) -> None:
    assert "Mémento de test" in texte(pages["regles/regle-modele/"]).split("Cité par")[1]
    assert "Mémento de test" in texte(pages["parametres/plafond-modele/"])


def test_the_words_of_a_file_are_escaped(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "Un autre énoncé de test.", "<script>alert(1)</script> & « a < b »")
    for page in par_url(batir(root)).values():
        assert "<script>alert" not in page.html


def test_modifier_leads_to_the_file_of_the_page(pages: dict[str, Page]) -> None:
    assert pages["regles/regle-modele/"].source_path == REGLE
    assert pages["r/regle-modele/2010-01-01/"].source_path == REGLE
    assert pages[""].source_path == "content/index.md"
    assert pages["glossaire/"].source_path == "rules/glossaire.yaml"
    assert pages["regles/"].source_path is None

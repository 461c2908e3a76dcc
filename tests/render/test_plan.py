"""The map of the site holds every page, once."""

import re
from pathlib import Path

from petit_memento import batir, petit_memento

from generator.check.cibles import liens_de
from generator.render import NavEntry, Page
from generator.render.plan import AUTRES, Ligne, plan

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
FICHE = "---\ntitre: Plan du site\nresume: Toutes les pages.\nsans_source: Rien.\n---\n\nDes mots.\n"


def page(url: str, kind: str = "x") -> Page:
    return Page(url, f"Titre de {url}", "", "", kind)


def plate(lines: tuple[Ligne, ...], depth: int = 0) -> list[tuple[int, str, int]]:
    return [
        item
        for line in lines
        for item in (
            (depth, line.titre if line.url is None else line.url, line.versions),
            *plate(line.lignes, depth + 1),
        )
    ]


NAV = (
    NavEntry("Accueil", ""),
    NavEntry("Règles", "regles/", (NavEntry("Un thème", None, (NavEntry("R", "regles/r/"),)),)),
    NavEntry("Calculateurs", "calculateurs/", (NavEntry("C", "calculateurs/c/"),)),
)


def test_a_page_out_of_the_menu_stands_under_the_nearest_page_above_it() -> None:
    pages = tuple(
        map(page, ("", "regles/", "regles/r/", "calculateurs/", "calculateurs/c/", "calculateurs/c/integrer/"))
    )
    assert plate(plan(pages, NAV)) == [
        (0, "", 0),
        (0, "regles/", 0),
        (1, "Un thème", 0),
        (2, "regles/r/", 0),
        (0, "calculateurs/", 0),
        (1, "calculateurs/c/", 0),
        (2, "calculateurs/c/integrer/", 0),
    ]


def test_a_page_that_nothing_stands_above_comes_last() -> None:
    assert plate(plan((page("seule/"),), NAV))[-2:] == [(0, AUTRES, 0), (1, "seule/", 0)]


def test_versions_are_counted_under_their_rule_and_not_listed() -> None:
    pages = (page("r/r/2019-01-01/", "version"), page("r/r/2020-01-01/", "version"))
    found = plate(plan(pages, NAV))
    assert (2, "regles/r/", 2) in found
    assert not any(url.startswith("r/r/") for _, url, _ in found)


def test_the_map_leads_to_every_page_but_versions(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path, {"content/plan-du-site.md": FICHE}, TOUS))
    assert built.site is not None
    carte = next(found for found in built.site.pages if found.url == "plan-du-site/")
    reached = [url for url, anchor in liens_de(carte) if not anchor]
    expected = {found.url for found in built.site.pages if found.kind != "version"}
    assert expected <= set(reached)
    total = re.search(r"(\d+) pages au", carte.html)
    assert total is not None
    assert int(total[1]) == len(expected)


def test_a_long_list_is_folded_and_says_how_many_pages_it_holds(tmp_path: Path) -> None:
    sources = {
        f"rules/sources/autre-{rank:02}.yaml": f"id: autre-{rank:02}\ntype: {'loi' if rank < 40 else 'decret'}\n"
        f"titre: Texte {rank}\nlecture: texte\nconfiance: haute\nconsulte_le: 2026-01-01\n"
        for rank in range(70)
    }
    built = batir(petit_memento(tmp_path, {"content/plan-du-site.md": FICHE, **sources}))
    assert built.site is not None
    carte = next(found for found in built.site.pages if found.url == "plan-du-site/").html
    # Those, and that of the model, under a heading for each kind of text.
    assert re.search(r"<summary>71 pages<span[^>]*>[^<]* Sources</span>", carte)
    assert re.search(r"<li>Lois<ul", carte.replace("\n", ""))


def test_without_its_words_there_is_no_map(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path))
    assert built.site is not None
    assert not any(found.url == "plan-du-site/" for found in built.site.pages)

"""Nothing is published that nobody can reach."""

from dataclasses import replace
from pathlib import Path

from petit_memento import AUJOURD_HUI, batir, petit_memento, relire

from generator.check import check_site
from generator.render import NavEntry, Page, Site

THEME = "  - {id: seul, titre: Seul, resume: Un thème de test.}\n"
ECARTEE = Page("ecartee/", "Une page", "Une page", "<h1>Une page</h1>", "fiche", "content/ecartee.md")


def rapport(tmp_path: Path, *, lien: str = "", nav: tuple[NavEntry, ...] = ()) -> list[str]:
    """The report on the small mémento with one more page, and perhaps a way to it."""
    built = batir(petit_memento(tmp_path))
    assert built.site is not None
    pages = [replace(page, html=page.html + lien) if page.url == "" else page for page in built.site.pages]
    site = Site((*pages, ECARTEE), built.site.assets, (*built.site.nav, *nav))
    report = check_site(built.base, built.programs, site, AUJOURD_HUI)
    return [f"{item.location}: {item.code} {item.message}" for item in report]


def test_a_page_that_nothing_leads_to_is_told(tmp_path: Path) -> None:
    assert rapport(tmp_path) == ["content/ecartee.md:1:1: MEM505 aucune page ne mène à /ecartee/"]


def test_a_link_from_another_page_is_a_way_to_it(tmp_path: Path) -> None:
    assert rapport(tmp_path, lien='<a href="ecartee/">elle</a>') == []


def test_the_navigation_is_a_way_to_it(tmp_path: Path) -> None:
    assert rapport(tmp_path, nav=(NavEntry("Une page", "ecartee/"),)) == []


def test_a_page_that_links_to_itself_is_still_alone(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path))
    assert built.site is not None
    alone = replace(ECARTEE, html='<a href="./">moi</a>')
    site = Site((*built.site.pages, alone), built.site.assets, built.site.nav)
    assert [item.code for item in check_site(built.base, built.programs, site, AUJOURD_HUI)] == ["MEM505"]


def test_the_map_of_the_site_is_no_way_to_a_page(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path))
    assert built.site is not None
    carte = Page("plan/", "Plan", "Plan", '<h1>Plan</h1><a href="../ecartee/">elle</a>', "plan-du-site")
    nav = (*built.site.nav, NavEntry("Plan", "plan/"))
    site = Site((*built.site.pages, carte, ECARTEE), built.site.assets, nav)
    assert [item.code for item in check_site(built.base, built.programs, site, AUJOURD_HUI)] == ["MEM505"]


def test_a_theme_that_nothing_uses_is_told(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    themes = root / "rules/themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8") + THEME, encoding="utf-8")
    found = [(item.code, item.location.path, item.message) for item in relire(root).report]
    assert found == [("MEM506", "rules/themes.yaml", "le thème « seul » n'est employé nulle part")]


def test_a_dead_link_of_a_page_that_no_file_holds_is_told_at_the_home_page(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path))
    assert built.site is not None
    made = Page("faite/", "Faite", "Faite", '<h1>Faite</h1><a href="../nulle/">x</a>', "plan-du-site")
    site = Site((*built.site.pages, made), built.site.assets, (*built.site.nav, NavEntry("Faite", "faite/")))
    found = [f"{item.location}: {item.code}" for item in check_site(built.base, built.programs, site, AUJOURD_HUI)]
    assert found == ["content/index.md:1:1: MEM519"]

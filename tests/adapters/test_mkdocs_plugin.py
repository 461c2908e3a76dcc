"""MkDocs builds our pages as it builds any others."""

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from petit_memento import modifier, petit_memento

from generator.adapters import mkdocs_plugin
from generator.adapters.composition import Incomposable
from generator.adapters.coquille_nommee import nommer_les_actifs
from generator.adapters.documents import Documents
from generator.adapters.mkdocs_plugin import MementoPlugin
from generator.adapters.page_faite import toc_links
from generator.adapters.remise import nav_item, source_of
from generator.adapters.tiroirs import Depose
from generator.render import NavEntry, Site, TocEntry
from generator.render.empreintes import FIXES, nommer, sans_empreinte
from generator.render.rangement import Tiroir

RACINE = Path(__file__).parents[2]
JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026


@pytest.fixture(autouse=True)
def _aujourd_hui(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)


@pytest.fixture
def memento(tmp_path: Path) -> Path:
    """A small mémento under the real configuration and the real theme."""
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    return root


def configurer(root: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), strict=True)


def construire(root: Path) -> Path:
    config = configurer(root)
    # MkDocs keeps the plugin from one build to the next, with what it was told.
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = petit_memento(tmp_path_factory.mktemp("memento"))
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
        yield construire(root)


def lire(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def test_a_strict_build_passes_and_writes_every_page(site: Path) -> None:
    for url in ("", "regles/regle-modele", "r/regle-modele/2015-06-01", "parametres/montant-modele", "structures/aci"):
        assert "<h1" in lire(site, url)


def test_the_page_is_ours_inside_the_shell_of_the_theme(site: Path) -> None:
    html = lire(site, "regles/regle-modele")
    assert '<html lang="fr"' in html
    assert "<title>Règle modèle - Mémento de l’inclusion</title>" in html
    assert '<meta name="description" content="Un autre énoncé de test.">' in html
    assert "Site indépendant, non officiel" in html
    assert 'href="#versions"' in html


def test_modifier_leads_to_the_yaml(site: Path) -> None:
    assert "/rules/regles/essai/regle-modele.yaml" in lire(site, "regles/regle-modele")
    assert 'rel="edit"' not in lire(site, "regles")


def test_the_foot_leads_to_the_form_of_an_error_once_the_repository_is_known(site: Path, tmp_path: Path) -> None:
    assert "Signaler une erreur" not in lire(site, "regles/regle-modele")
    editor = "titre: Essai\ndepot: https://github.com/essai/memento\n"
    contact = "---\ntitre: Contact\nresume: Un résumé.\nsans_source: Un essai.\n---\n\nDes mots.\n"
    root = petit_memento(tmp_path, {"rules/editeur.yaml": editor, "content/contact.md": contact})
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    html = lire(construire(root), "regles/regle-modele")
    foot = html.partition('<nav class="m-pied"')[2].partition("</nav>")[0]
    link = re.search(r'<a href="([^"]+)" rel="external nofollow">Signaler une erreur</a>', foot)
    assert link is not None
    assert link[1].startswith("https://github.com/essai/memento/issues/new?template=erreur.yml&amp;title=Erreur%20%3A")
    assert "&amp;sujet=regle%3Aregle-modele&amp;version=2020-01-01&amp;adresse=%2Fregles%2Fregle-modele%2F" in link[1]


def test_assets_are_linked_from_any_depth(site: Path) -> None:
    found = re.search(
        r'href="../../../(assets/fixes/memento\.[0-9a-f]{8}\.css)"', lire(site, "r/regle-modele/2015-06-01")
    )
    assert found is not None
    assert nommer("assets/memento.css", (site / found[1]).read_bytes()) == found[1]


def test_what_a_page_loads_is_published_under_the_name_of_its_content_alone(site: Path) -> None:
    # What every rule changes would change the name, and every page that says it.
    kept = sorted(path.name for path in (site / "assets").iterdir() if path.is_file())
    assert kept == ["dates.js", "recherche-index.js"]
    fixed = {path.name: path.read_bytes() for path in (site / "assets/fixes").iterdir()}
    written = {name: sans_empreinte(f"{FIXES}{name}") for name in fixed}
    assert [name for name, url in written.items() if nommer(url, fixed[name]) != f"{FIXES}{name}"] == []
    assert set(written.values()) >= {f"assets/{name}" for name in ("memento.js", "memento.css", "logo.svg", "lunr.js")}


def test_a_theme_without_a_logo_stays_without() -> None:
    config = SimpleNamespace(extra={}, extra_css=["a.css"], theme={"favicon": "f.svg"})
    nommer_les_actifs(config, {"a.css": "fixes/a.1.css", "f.svg": "fixes/f.2.svg"})  # type: ignore[arg-type]
    assert config.extra_css == ["fixes/a.1.css"]
    assert config.theme == {"favicon": "fixes/f.2.svg"}


def test_the_shell_is_not_indented_and_the_article_is_as_it_was_written(site: Path) -> None:
    html = lire(site, "regles/regle-modele")
    head, _, rest = html.partition("<article")
    shell = f"{head.strip()}\n{rest.rpartition('</article>')[2].strip()}".split("\n")
    assert [line for line in shell if line != line.strip() or not line] == []


def test_nothing_is_asked_of_another_site(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert 'src="http' not in html, page
        assert 'rel="stylesheet" href="http' not in html, page


def test_an_error_is_shown_in_french_and_leaves_the_site_alone(
    memento: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    site = memento / "site"
    site.mkdir()
    (site / "index.html").write_text("l'ancien site", encoding="utf-8")
    modifier(memento, "content/index.md", "regle-modele", "regle-modle")
    with pytest.raises(Abort):
        construire(memento)
    shown = capsys.readouterr().err
    assert "content/index.md:8:9: MEM403" in shown
    assert "le site n'est pas construit" in caplog.text
    assert "vouliez-vous dire « regle-modele » ?" in shown
    assert (site / "index.html").read_text(encoding="utf-8") == "l'ancien site"


def test_an_address_that_does_not_exist_leads_home(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "<title>Page introuvable - Mémento de l’inclusion</title>" in html
    assert '<a href="/">accueil</a>' in html


def test_every_page_leads_to_the_feed_and_the_theme_does_not_take_it_for_a_language(site: Path) -> None:
    feed = '<link rel="alternate feed" type="application/atom+xml" title="Tous les changements" href="{}flux/tout.xml">'
    assert feed.format("") in (site / "index.html").read_text(encoding="utf-8")
    html = (site / "regles/regle-modele/index.html").read_text(encoding="utf-8")
    assert feed.format("../../") in html
    assert 'rel="alternate"' not in html
    assert (site / "flux/tout.xml").is_file()


def test_a_built_site_can_be_kept_and_its_pages_say_where_the_worker_is(site: Path) -> None:
    assert 'data-hors-ligne="../../sw.js"' in lire(site, "regles/regle-modele")
    assert 'data-hors-ligne="sw.js"' in lire(site, "")
    assert "data-hors-ligne" not in (site / "404.html").read_text(encoding="utf-8")
    assert all((site / name).is_file() for name in ("sw.js", "hors-ligne.json", "memento.zip"))


def test_everything_that_a_page_loads_is_kept(site: Path) -> None:
    kept = json.loads((site / "hors-ligne.json").read_text(encoding="utf-8"))["fichiers"]
    html = lire(site, "")
    loaded = re.findall(r'<(?:script|img|link rel="(?:stylesheet|icon)")[^>]* (?:src|href)="([^"]+)"', html)
    assert len(loaded) >= 6
    assert [url for url in loaded if url not in kept] == []


def test_while_it_is_served_to_who_writes_nothing_is_kept(memento: Path) -> None:
    config = configurer(memento)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    site = Path(config.site_dir)
    assert "data-hors-ligne" not in lire(site, "")
    assert not (site / "sw.js").exists()


def fiches_de_recherche(site: Path) -> set[str]:
    """The urls of what the search finds."""
    text = (site / "assets/recherche-index.js").read_text(encoding="utf-8")
    index = json.loads(text.partition("=")[2].rstrip().rstrip(";"))
    place = index["colonnes"].index("url")
    return {entry[place] for entry in index["fiches"]}


def test_old_versions_and_the_search_itself_stay_out_of_the_search(site: Path) -> None:
    found = fiches_de_recherche(site)
    assert "regles/regle-modele/" in found
    assert "recherche/" not in found
    assert not any(url.startswith("r/") for url in found)


def test_what_the_theme_publishes_for_its_own_search_is_left_out(site: Path) -> None:
    published = {sans_empreinte(path.relative_to(site).as_posix()) for path in site.rglob("*.js")}
    assert {"assets/recherche.js", "assets/lunr.js", "assets/recherche-index.js"} <= published
    assert not any("/lunr/" in path or "/workers/" in path for path in published)
    assert not (site / "search").exists()


def test_a_link_leads_to_the_search_from_any_page(site: Path) -> None:
    link = '<a class="m-chercher" href="{0}recherche/" data-chercher data-racine="{0}"'
    assert link.format("../../../") in lire(site, "r/regle-modele/2015-06-01")
    assert link.format("./") in lire(site, "")
    assert link.format("/") in (site / "404.html").read_text(encoding="utf-8")


def test_a_title_with_signs_of_yaml_is_read_back_as_it_is(memento: Path) -> None:
    modifier(memento, "rules/regles/essai/regle-modele.yaml", "titre: Règle modèle", "titre: \"{a}: [b] # 'c'\"")
    html = lire(construire(memento), "regles/regle-modele")
    title = html.split("<title>")[1].split("</title>")[0]
    assert unescape(title).startswith("{a}: [b] # 'c' - ")


def test_a_heading_with_a_page_opens_on_it() -> None:
    section = NavEntry("Règles", "regles/", (NavEntry("Une", "regles/une/"),))
    assert nav_item(section) == {"Règles": [{"Règles": "regles/index.md"}, {"Une": "regles/une.md"}]}
    assert nav_item(NavEntry("Accueil", "")) == {"Accueil": "index.md"}
    assert source_of("") == "index.md"


def test_every_page_of_a_section_is_in_its_menu(site: Path) -> None:
    menu = lire(site, "regles/regle-modele").split('<nav class="md-nav md-nav--primary')[1].split("</nav>")[0:2]
    assert 'href="./"' in "".join(menu)


def test_headings_are_nested_by_level() -> None:
    entries = (TocEntry("A", "a", 2), TocEntry("B", "b", 3), TocEntry("C", "c", 2))
    roots = toc_links(entries)
    assert [(link.title, [child.title for child in link.children]) for link in roots] == [("A", ["B"]), ("C", [])]


def test_the_site_offers_the_mementos_to_print(site: Path) -> None:
    for name in ("memento.pdf", "memento-aci.pdf", "memento-ai.pdf"):
        assert (site / name).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_the_process_of_the_index_is_copied_before_documents_have_threads(
    memento: Path, monkeypatch: pytest.MonkeyPatch, command: Literal["build", "serve"]
) -> None:
    monkeypatch.setattr(Documents, "_composer", lambda _, source, __: source.encode())
    begun: list[int] = []

    class Note(Depose):
        def __init__(self, faire: Callable[[], bytes], tiroir: Tiroir | None) -> None:
            begun.append(threading.active_count())
            super().__init__(faire, tiroir)

    monkeypatch.setattr(mkdocs_plugin, "Depose", Note)
    config, alone = configurer(memento), threading.active_count()
    # MkDocs keeps the plugin from one build to the next.
    for made in ("recherche", "documents"):
        monkeypatch.setattr(config.plugins["memento"], made, None)
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    assert begun == [alone]


def test_while_someone_writes_documents_are_composed_once(memento: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []
    monkeypatch.setattr(Documents, "_composer", lambda _, source, __: composed.append(source) or source.encode())
    config = configurer(memento)
    plugin = MementoPlugin()
    plugin.load_config({"racine": str(memento)})
    plugin.on_startup(command="serve", dirty=False)
    plugin.composes(Site(imprimes={"a.pdf": "un"}), config)
    assert plugin.composes(Site(imprimes={"a.pdf": "deux"}), config).obtenir() == {"a.pdf": b"un"}
    assert composed == ["un"]
    plugin.on_startup(command="build", dirty=False)
    assert plugin.composes(Site(imprimes={"a.pdf": "deux"}), config).obtenir() == {"a.pdf": b"deux"}
    assert composed == ["un", "deux"]


def test_the_foot_of_a_page_leads_to_what_the_site_owes_its_readers(memento: Path) -> None:
    words = "---\ntitre: Accessibilité\nresume: Un résumé.\nsans_source: Un essai.\n---\n\nDes mots.\n"
    (memento / "content/accessibilite.md").write_text(words, encoding="utf-8")
    built = construire(memento)
    link = '<a href="{}accessibilite/">Accessibilité\u00a0: non conforme</a>'
    assert link.format("../../../") in lire(built, "r/regle-modele/2015-06-01")
    assert link.format("/") in (built / "404.html").read_text(encoding="utf-8")


def test_every_page_knows_the_structures_and_the_places_whatever_their_names_hold(site: Path) -> None:
    parser = _Attributs()
    parser.feed((site / "regles/regle-modele/index.html").read_text(encoding="utf-8"))
    assert json.loads(parser.trouves["data-listes"]) == {
        "siae": {"ACI": "Modèle d'ACI", "AI": "Modèle d'AI"},
        "territoire": {"ici": "Ici", "ailleurs": "Ailleurs"},
    }


class _Attributs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.trouves: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.trouves |= {name: value or "" for name, value in attrs}


def test_what_cannot_be_printed_stops_the_build_in_a_sentence() -> None:
    class Imprimes:
        def obtenir(self) -> dict[str, bytes]:
            raise Incomposable("un signe sans police")

    plugin = MementoPlugin()
    plugin.recherche, plugin.documents = None, Imprimes()  # type: ignore[assignment]
    with pytest.raises(PluginError, match="un signe sans police"):
        plugin.attendus()


@pytest.mark.parametrize("sert", [True, False])
def test_a_build_that_fails_leaves_what_is_being_made_to_who_writes_alone(sert: bool) -> None:
    left = []

    class EnCours:
        def abandonner(self) -> None:
            left.append(self)

    plugin = MementoPlugin()
    plugin.sert = sert
    plugin.souvenir, plugin.copistes, plugin.recherche, plugin.documents = None, None, EnCours(), None  # type: ignore[assignment]
    plugin.on_build_error(error=RuntimeError())
    assert len(left) == (0 if sert else 1)


def test_mkdocs_looks_at_what_is_written_and_at_the_templates_where_there_are_some(memento: Path) -> None:
    watched = []

    class Serveur:
        def watch(self, path: str) -> None:
            watched.append(Path(path).relative_to(memento).as_posix())

    config = configurer(memento)
    plugin = config.plugins["memento"]
    assert isinstance(plugin, MementoPlugin)
    server = Serveur()
    assert plugin.on_serve(server, config, None) is server  # type: ignore[arg-type,comparison-overlap]
    assert watched == ["rules", "content", "site_theme"]

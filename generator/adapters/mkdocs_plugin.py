"""The MkDocs plugin: our pages in MkDocs' shell. No feature lives here."""

import json
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.adapters.brouillon import PLAN, marquer_fichiers, marquer_imprime, mention
from generator.adapters.composition import Incomposable, composer
from generator.adapters.coquille_nommee import nommer
from generator.adapters.hors_ligne import poser
from generator.adapters.racine import aujourd_hui, montrer
from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.pipeline import Build, build
from generator.render import NavEntry, Page, Site, TocEntry

# What the theme publishes for a search that is not ours.
SANS_USAGE = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# Pages that need all the width: without side columns.
LARGES = ("accueil", "recherche")
# Material announces its end of life at each build; the first ADR says what we do about it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
SURVEILLES = ("rules", "content", "site_theme", "generator/render/templates")


class MementoConfig(Config):  # type: ignore[no-untyped-call]
    """`racine` is the folder of the mémento, from that of mkdocs.yml."""

    racine = Type(str, default=".")


class MementoPlugin(BasePlugin[MementoConfig]):  # type: ignore[no-untyped-call]
    """Builds the mémento once a build, then hands its pages to MkDocs."""

    site: Site | None = None
    pages: Mapping[str, Page] = MappingProxyType({})
    imprimes: Mapping[str, bytes] = MappingProxyType({})
    recherche: Mapping[str, bytes] = MappingProxyType({})
    sert: bool = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Told once, before the first build; it also makes MkDocs keep this object from one build to the next."""
        self.sert = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = self.racine(config)
        built = build(root, aujourd_hui())
        if built.report.diagnostics:
            montrer(built.report, root)
        if not built.failed:
            self.site = built.site
            self.recherche = self.cherchable(built)
        # While someone is writing, a fault is told and the last good pages stay readable.
        if self.site is None or (built.failed and not self.sert):
            raise PluginError("Le mémento contient des erreurs : le site n'est pas construit.")
        config.extra["listes"] = json.dumps(
            {name: built.base.listes[name].options for name in ("siae", "territoire") if name in built.base.listes},
            ensure_ascii=False,
        )
        headings = {entry.url for entry in self.site.liens_de_navigation if entry.enfants}
        self.pages = {source_of(page.url, index=page.url in headings): page for page in self.site.pages}
        config.nav = [nav_item(entry) for entry in self.site.nav]
        config.extra["pied"] = self.site.pied
        # While someone is writing, nothing is kept: what they read must be what they have just written.
        config.extra["hors_ligne"] = not self.sert
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace the Markdown of the docs folder by our pages; what else it holds is published as it is."""
        searched = any(name.endswith("search") for name in config.plugins)
        unused = [file for file in files if file.src_uri.startswith(SANS_USAGE) and not searched]
        unused += [file for file in files if file.src_uri == PLAN]
        for file in (*files.documentation_pages(), *unused):
            files.remove(file)
        listed = {entry.url for entry in self.site.liens_de_navigation} if self.site else set()
        reported = self.site.signalements if self.site else {}
        for uri, page in self.pages.items():
            level = InclusionLevel.INCLUDED if page.url in listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, uri, content=_front_matter(page, reported.get(page.url)), inclusion=level)
            file.edit_uri = page.source_path
            files.append(file)
        if self.site:
            words = mention(config)
            kept = marquer_fichiers(self.site.fichiers, words) if words else self.site.fichiers
            made = {**kept, **self.recherche, **self.composes(self.site, words)}
            for url, content in made.items():
                files.append(File.generated(config, url, content=content))
        return files

    def composes(self, site: Site, brouillon: str | None = None) -> Mapping[str, bytes]:
        """The printed documents, composed once a build; while someone writes, once for all: a reload stays quick."""
        if not self.sert or not self.imprimes:
            today = aujourd_hui()
            sources = [marquer_imprime(text, brouillon) if brouillon else text for text in site.imprimes.values()]
            try:
                with ThreadPoolExecutor() as pool:
                    made = pool.map(lambda source: composer(source, today), sources)
                    self.imprimes = dict(zip(site.imprimes, made, strict=True))
            except Incomposable as error:
                raise PluginError(str(error)) from None
        return self.imprimes

    def cherchable(self, built: Build) -> Mapping[str, bytes]:
        """The index of the search; while someone writes, that of the first build: a reload stays quick."""
        if (self.sert and self.recherche) or built.site is None:
            return self.recherche
        index = indexer_le_site(built.base, built.programs, built.site, aujourd_hui())
        return fichiers_de_recherche(built.base, index)

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc = TableOfContents(toc_links(ours.toc))
        return ours.html

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        return nommer(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not self.sert:
            poser(Path(config.site_dir), aujourd_hui())

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        for folder in SURVEILLES:
            path = self.racine(config) / folder
            if path.is_dir():
                server.watch(str(path))
        return server

    def racine(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or "mkdocs.yml").parent / self.config.racine).resolve()


def source_of(url: str, *, index: bool = False) -> str:
    """The name under which MkDocs knows a page: `regles/x/` → `regles/x.md`.

    Only a page over others is an `index.md`: the theme opens a heading on the first one that it finds below it.
    """
    return f"{url}index.md" if index or not url else f"{url.rstrip('/')}.md"


def nav_item(entry: NavEntry) -> dict[str, object]:
    """A line of MkDocs' `nav`; a heading with a page opens on that page."""
    if not entry.enfants:
        return {entry.titre: source_of(entry.url or "")}
    children: list[object] = [nav_item(child) for child in entry.enfants]
    if entry.url is not None:
        children.insert(0, {entry.titre: source_of(entry.url, index=True)})
    return {entry.titre: children}


def toc_links(toc: tuple[TocEntry, ...]) -> list[AnchorLink]:
    """Headings nested under the one before them that is higher."""
    roots: list[AnchorLink] = []
    parents: list[AnchorLink] = []
    for entry in toc:
        link = AnchorLink(entry.titre, entry.ancre, entry.niveau)
        while parents and parents[-1].level >= link.level:
            parents.pop()
        (parents[-1].children if parents else roots).append(link)
        parents.append(link)
    return roots


def _front_matter(page: Page, signalement: str | None) -> str:
    """Title and description for the shell, and what it leaves out of a page."""
    meta: dict[str, object] = {"title": page.titre, "description": page.description}
    if page.kind in LARGES:
        meta["hide"] = ["navigation", "toc"]
    if page.kind == "integrer":
        meta["template"] = "integrer.html"
    if page.vers is not None:
        meta |= {"template": "redirection.html", "vers": page.vers}
    if signalement is not None:
        meta["signaler"] = signalement
    # JSON is YAML: whatever a title holds, it is read back as it is.
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"

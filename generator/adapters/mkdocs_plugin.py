"""The MkDocs plugin: our pages in MkDocs' shell. No feature lives here."""

import gc
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.adapters.a_part import Apart, rendre_la_memoire
from generator.adapters.brouillon import marquer_imprime, mention
from generator.adapters.compiles import garder_les_gabarits, se_rappeler_des_gabarits
from generator.adapters.composition import Incomposable
from generator.adapters.copistes import Copistes
from generator.adapters.coquille import poser_la_coquille
from generator.adapters.coquille_nommee import nommer_les_actifs, nommer_les_niveaux
from generator.adapters.documents import Documents
from generator.adapters.entetes import proteger
from generator.adapters.fabrication import fabrication, sceller
from generator.adapters.faits import garder, se_rappeler
from generator.adapters.feuille_du_theme import FEUILLE, feuille_du_theme
from generator.adapters.hors_ligne import a_garder, poser
from generator.adapters.lecture_du_site import Lecture, lire_le_site
from generator.adapters.publication import ecrire_sur_le_disque
from generator.adapters.racine import aujourd_hui, montrer
from generator.adapters.recherche import Entrees, entrees
from generator.adapters.remise import listes, nav_item, source_of
from generator.adapters.remplacement import remplacer
from generator.adapters.reserve import Reserve
from generator.adapters.retouches import Retouchee, Retouches
from generator.adapters.theme import sans_les_icones
from generator.adapters.tiroirs import Depose
from generator.diagnostics import Report
from generator.load import load_assets
from generator.pipeline import Build, build, promesses
from generator.render import Page, Site
from generator.render.commande import Memoire
from generator.render.compiles import Compiles
from generator.render.empreintes import nommer
from generator.render.rangement import Rangement
from generator.render.script import ENTREES, scripts
from generator.render.site import INDEX, LUNR
from generator.render.styles import FEUILLE as FEUILLE_DES_PAGES
from generator.resolve import KnowledgeBase

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# While someone writes, what pages load is not kept: its name says nothing of its content.
TELS_QUELS = {url: url for url in (*ENTREES, FEUILLE_DES_PAGES, LUNR, "assets/redirection.js")}
# Material announces its end of life at each build; the first ADR says what we do about it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ERREURS = "Le mémento contient des erreurs : le site n'est pas construit."
# Above that many pages, what copies of the process write over is heavier than what they do is long.
NOMBREUSES = 8_000
SURVEILLES = ("rules", "content", "site_theme", "generator/render/templates")


class MementoConfig(Config):  # type: ignore[no-untyped-call]
    """`racine` is the folder of the mémento, from that of mkdocs.yml. Without `documents`, nothing is printed."""

    racine = Type(str, default=".")
    documents = Type(bool, default=True)


class MementoPlugin(BasePlugin[MementoConfig]):  # type: ignore[no-untyped-call]
    """Builds the mémento once a build, then hands its pages to MkDocs."""

    site: Site | None = None
    pages: Mapping[str, Page] = MappingProxyType({})
    documents: Documents | None = None
    recherche: Depose | None = None
    entrees: Entrees | None = None
    rangement: Rangement | None = None
    souvenir: Apart[Report] | None = None
    copistes: Copistes | None = None
    menu: Navigation | None = None
    regles: Apart[Build] | None = None
    rapport: Report = Report()
    lecture: Lecture | None = None
    styles: bytes = b""
    fait: Mapping[str, Any] = MappingProxyType({})
    sert: bool = False

    def __init__(self) -> None:
        super().__init__()
        self.memoire = Memoire()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Told once, before the first build; it also makes MkDocs keep this object from one build to the next."""
        self.sert = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = self.racine(config)
        if not self.sert:
            self.memoire = se_rappeler(root)
            se_rappeler_des_gabarits()
            if self.regles:
                # While they are compiled: what is made of the theme alone is kept.
                scripts(load_assets(root))
        built = build(
            root,
            aujourd_hui(),
            self.memoire,
            documents=self.config.documents,
            promettre=self.sert,
            regles=self.regles.prendre() if self.regles else None,
        )
        if built.report.diagnostics and (self.sert or built.failed):
            montrer(built.report, root)
        if not built.failed:
            self.site = built.site
        # While someone is writing, a fault is told and the last good pages stay readable.
        if self.site is None or (built.failed and not self.sert):
            raise PluginError(ERREURS)
        if not built.failed:
            self.rangement = self.memoire.rangement
            if not self.sert:
                # It goes on while the pages are written.
                self.mettre_de_cote(built, len(self.site.pages) > NOMBREUSES, root)
                self.fait = fabrication(built, root, aujourd_hui(), mention(config))
            if self.recherche is None or not self.sert:
                self.entrees = entrees(built.base, built.programs, self.site, aujourd_hui())
            if self.sert and self.config.documents:
                # A process is copied before it has threads.
                self.recherche = self.cherchable()
                self.composes(self.site, config)
        self.habiller(config, self.site, built.base)
        sans_les_icones(config.theme)
        return config

    def mettre_de_cote(self, built: Build, nombreuses: bool, root: Path) -> None:
        """Begin to keep what the next build will need, and to read what is promised of this one."""
        today = aujourd_hui()
        self.rapport = built.report
        if nombreuses:
            self.rapport += promesses(built, today)
            # What made the pages holds itself in a ring. Later, to look for such rings would write on all that copies
            # share.
            gc.collect()
            rendre_la_memoire()
        self.souvenir = Apart(partial(_suite, built, self.memoire, None if nombreuses else today, root))
        self.memoire = Memoire()

    def habiller(self, config: MkDocsConfig, site: Site, base: KnowledgeBase) -> None:
        """Tell the shell what it shows of a site beside its pages."""
        self.site = site
        config.extra["listes"] = listes(base)
        headings = {entry.url for entry in site.liens_de_navigation if entry.enfants}
        self.pages = {source_of(page.url, index=page.url in headings): page for page in site.pages}
        config.nav = [nav_item(entry) for entry in site.nav]
        config.extra["pied"] = site.pied
        names = dict(site.noms or TELS_QUELS)
        self.styles = b"" if self.sert else feuille_du_theme(config.theme.dirs, site)
        if self.styles:
            names[FEUILLE] = nommer(FEUILLE, self.styles)
        nommer_les_actifs(config, names)
        # While someone is writing, nothing is kept: what they read must be what they have just written.
        config.extra["hors_ligne"] = not self.sert

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace the Markdown of the docs folder by our pages; what else it holds is published as it is."""
        assert self.site is not None
        remplacer(files, config, self.site, self.pages, self.styles, publie=not self.sert)
        return files

    def composes(self, site: Site, config: MkDocsConfig) -> Documents:
        """The printed documents, composed once a build; while someone writes, once for all: a reload stays quick."""
        if self.documents is None or not self.sert:
            words = mention(config)
            sources = {url: marquer_imprime(text, words) if words else text for url, text in site.imprimes.items()}
            self.documents = Documents(sources, aujourd_hui(), Reserve.de(self.racine(config), "documents"))
        return self.documents

    def cherchable(self) -> Depose | None:
        """The index of the search; while someone writes, that of the first build: a reload stays quick."""
        if self.entrees:
            self.recherche = Depose(self.entrees.ecrire, self.rangement.tiroir() if self.rangement else None)
            self.entrees = None
        return self.recherche

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        self.menu = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.bytecode_cache = Compiles()
        poser_la_coquille(env, self.retouches, self.est_ailleurs)
        self.copistes = None
        if not self.sert and self.site and len(self.site.pages) > NOMBREUSES:
            # What pages were made from makes room for what puts them in their shell, and what keeps them has ended.
            if self.souvenir:
                self.souvenir.resultat()
            gc.collect()
            rendre_la_memoire()
        # They go on while the pages are written. Here too, processes come before threads.
        self.recherche = self.cherchable()
        if not self.sert and self.menu and self.site:
            documents, menu = files.documentation_pages(), self.menu
            self.copistes = Copistes(
                [file.page for file in documents if file.page],
                lambda page: _build_page(page, config, documents, menu, env),
            )
            self.documents = self.composes(self.site, config) if self.config.documents else None
        return env

    @property
    def retouches(self) -> Retouches:
        return Retouches(publiee=not self.sert)

    def est_ailleurs(self, page: object) -> bool:
        """True for a page that another process writes: MkDocs goes through all of them."""
        return self.copistes is not None and isinstance(page, MkDocsPage) and self.copistes.ecrivent(page.url)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        if not output or isinstance(output, Retouchee):
            return output
        return self.retouches.page(output, page.content or "")

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        if not template_name.endswith(".html") or self.sert:
            return output
        return proteger(Retouches.remplie(nommer_les_niveaux(output)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        if self.copistes and self.souvenir:
            self.copistes.attendre()
            self.promettre(self.rapport + self.souvenir.resultat(), self.racine(config))
        for url, content in self.attendus().items():
            target = site / url
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if not self.sert:
            # What is published is on the disk: begun now, it takes the time of what follows.
            on_disk = Apart(partial(ecrire_sur_le_disque, site))
            kept = Reserve.de(self.racine(config), "archive")
            read = lire_le_site(site, a_garder)
            read = poser(site, aujourd_hui(), kept, archive=self.config.documents, lecture=read)
            # Nothing may be written after it.
            self.lecture = replace(read, sommes=sceller(site, self.fait, read.sommes))
            garder_les_gabarits()
            on_disk.resultat()

    @staticmethod
    def promettre(report: Report, root: Path) -> None:
        """Tell what is wrong in the whole. Raises PluginError."""
        if report.diagnostics:
            montrer(report, root)
        if report.errors:
            raise PluginError(ERREURS)

    def attendus(self) -> dict[str, bytes]:
        """What was made while the pages were written, by url."""
        try:
            searched = {INDEX: self.recherche.resultat()} if self.recherche else {}
            return {**searched, **(self.documents.obtenir() if self.documents else {})}
        except Incomposable as error:
            raise PluginError(str(error)) from None

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        # While someone writes, what is being made will serve the next build.
        if self.sert:
            return
        for made_beside in (self.souvenir, self.copistes, self.recherche, self.documents):
            if made_beside:
                made_beside.abandonner()

    def on_serve(self, server: "LiveReloadServer", config: MkDocsConfig, builder: object) -> "LiveReloadServer":  # noqa: ARG002
        for folder in SURVEILLES:
            path = self.racine(config) / folder
            if path.is_dir():
                server.watch(str(path))
        return server

    def racine(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or "mkdocs.yml").parent / self.config.racine).resolve()


def _suite(
    built: Build, memoire: Memoire, jour: date | None, root: Path
) -> Report:  # pragma: no cover: it is done in a copy of the process, which nothing measures
    """What the next build will need is kept; what is promised of this one is read, on a day."""
    garder(root, memoire)
    return promesses(built, jour) if jour else Report()

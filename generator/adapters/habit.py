"""MkDocs' shell kept ready in memory: any page of ours is put in it, one at a time."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from generator.adapters.mkdocs_plugin import MementoPlugin
from generator.adapters.page_faite import PageFaite
from generator.adapters.remise import source_of
from generator.render import NavEntry, Page, Site
from generator.resolve import KnowledgeBase


class Habit:
    """Made of the navigation and of the theme: it lasts as long as they do."""

    def __init__(
        self, root: Path, adresse: str, base: KnowledgeBase, nav: tuple[NavEntry, ...], pied: tuple[NavEntry, ...]
    ) -> None:
        self.config = load_config(str(root / "mkdocs.yml"), site_url=adresse)
        plugins = self.config.plugins
        plugins.on_startup(command="serve", dirty=False)
        plugin = next(plugin for plugin in plugins.values() if isinstance(plugin, MementoPlugin))
        lines = Site(nav=nav).liens_de_navigation
        stubs = tuple(Page(entry.url, entry.titre, "", "", "") for entry in lines if entry.url is not None)
        plugin.habiller(self.config, Site(pages=stubs, nav=nav, pied=pied), base)
        files, self.env = get_files(self.config), self.config.theme.get_env()
        files.add_files_from_theme(self.env, self.config)
        self.files = plugins.on_files(files, config=self.config)
        set_exclusions(self.files, self.config)
        self.nav = plugins.on_nav(get_navigation(self.files, self.config), config=self.config, files=self.files)
        self.env = plugins.on_env(self.env, config=self.config, files=self.files)
        self.pages = self.files.documentation_pages()
        self.menu = {page.url: page for file in self.pages if isinstance(page := file.page, PageFaite)}
        self.statiques: Mapping[str, File] = {
            file.dest_uri: file for file in self.files if not file.is_documentation_page()
        }

    def page(self, faite: Page, signalement: str | None) -> str:
        """The page as MkDocs would write it."""
        page = self.menu.get(faite.url)
        if page is None:
            uri = source_of(faite.url)
            file = File.generated(self.config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = faite.source_path
            page = PageFaite(faite, file, self.config, None, signalement)
        else:
            page.refaire(faite, signalement, self.config)
        page.read_source(self.config)
        page.render(self.config, self.files)
        page.active = True
        try:
            context = get_context(self.nav, self.pages, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = self.env.get_template(str(page.meta.get("template", "main.html"))).render(context)
            return self.config.plugins.on_post_page(html, page=page, config=self.config)
        finally:
            page.active = False

    def absente(self) -> str:
        """What is shown where there is no page."""
        return self.env.get_template("404.html").render(get_context(self.nav, self.pages, self.config, base_url="/"))

    def statique(self, url: str) -> bytes | None:
        """A file that is published as it is; None when there is none at that address."""
        file = self.statiques.get(url)
        try:
            return file.content_bytes if file else None
        except FileNotFoundError:
            return None

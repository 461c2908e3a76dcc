"""A page of ours as MkDocs knows pages: already made, there is no Markdown left to read."""

from functools import lru_cache
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.adapters.remise import entete
from generator.render import Page, TocEntry

# Checked with the mémento.
SANS_ANCRES: set[str] = set()


class PageFaite(MkDocsPage):
    """`faite` is what it shows; `titre` its line in the navigation, None when it has none.

    Its words and its headings are asked of it again each time: the pages of a site do not hold theirs all at once.
    """

    def __init__(
        self, faite: Page, file: File, config: MkDocsConfig, titre: str | None = None, signalement: str | None = None
    ) -> None:
        self.faite = faite
        self.signalement = signalement
        super().__init__(titre, file, config)

    def refaire(self, faite: Page, signalement: str | None, config: MkDocsConfig) -> None:
        """Show something else at the same address, under the same line of the navigation."""
        self.faite, self.signalement = faite, signalement
        self.file.edit_uri = faite.source_path
        self._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown, self.meta = "", entete(self.faite, self.signalement)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Its links and its anchors have been checked with the mémento."""
        self.content = None
        self.present_anchor_ids = SANS_ANCRES

    @property
    def content(self) -> str | None:
        """Another plugin may have changed it."""
        return _mots(self.faite) if self._change is None else self._change

    @content.setter
    def content(self, value: str | None) -> None:
        self._change = None if value is None or value == _mots(self.faite) else value

    @property
    def toc(self) -> TableOfContents:
        return TableOfContents(toc_links(self.faite.toc))

    @toc.setter
    def toc(self, value: object) -> None:
        """MkDocs begins with none."""


@lru_cache(maxsize=1)
def _mots(page: Page) -> str:
    """They are asked for several times in a row: read once."""
    return page.html


def toc_links(toc: tuple[TocEntry, ...]) -> list[AnchorLink]:
    """Headings nested under the one before them that is higher."""
    roots: list[AnchorLink] = []
    parents: list[AnchorLink] = []
    for entry in toc:
        link = AnchorLink(escape(entry.titre), entry.ancre, entry.niveau)
        while parents and parents[-1].level >= link.level:
            parents.pop()
        (parents[-1].children if parents else roots).append(link)
        parents.append(link)
    return roots

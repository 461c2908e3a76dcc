"""A hook of MkDocs for Material's site: what the others are not given to search is not searched, nothing is tuned."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# What doubles another page, or is not a page to find.
DOUBLES = ("version", "integrer", "plan-du-site", "redirection", "recherche")


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Every other page weighs the same, and stands in the shell's own template."""
    ours = getattr(config.plugins["memento"], "pages").get(page.file.src_uri)  # noqa: B009
    page.meta.pop("template", None)
    page.meta["search"] = {"exclude": ours is not None and ours.kind in DOUBLES}
    return markdown

"""A Python-Markdown extension for pages that are already HTML: what it is given comes out as it went in.

Engines change what they take for Markdown, raw HTML included. Here nothing is Markdown but the name of the file. Its
first line is a comment with the headings of the page, which an engine only finds in Markdown:
`<!-- [["Titre", "ancre", 2]] -->`.
"""

import json
from collections.abc import Sequence
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

DEBUT, FIN = "<!-- ", " -->"
# Before all that read the text, after all that write it.
AVANT_TOUT, APRES_TOUT = 1_000, -1_000


def ecrire_page(html: str, headings: Sequence[tuple[str, str, int]]) -> str:
    """The body of a file that this extension gives back: `headings` are (title, anchor, level)."""
    # What could close the comment is escaped.
    line = json.dumps(headings, ensure_ascii=False).replace(">", "\\u003e")
    return f"{DEBUT}{line}{FIN}\n{html}"


class PageTouteFaite(Extension):
    """Takes the whole text before Markdown sees it, and puts it back once Markdown has done nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.html, self.toc_tokens = "", list[dict[str, Any]]()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.register(_Prendre(md, self), "page_toute_faite", AVANT_TOUT)
        md.postprocessors.register(_Rendre(md, self), "page_toute_faite", APRES_TOUT)


class _Prendre(Preprocessor):
    def __init__(self, md: Markdown, page: PageTouteFaite) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        first, rest = lines[0], lines[1:]
        if not (first.startswith(DEBUT) and first.endswith(FIN)):
            raise ValueError("Une page toute faite commence par la ligne de ses titres.")
        self.page.toc_tokens = emboiter(json.loads(first.removeprefix(DEBUT).removesuffix(FIN)))
        self.page.html = "\n".join(rest)
        return []


class _Rendre(Postprocessor):
    def __init__(self, md: Markdown, page: PageTouteFaite) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:  # noqa: ARG002
        # The extension that makes the table of contents has found no heading in nothing: ours come after it.
        self.md.toc_tokens = self.page.toc_tokens  # type: ignore[attr-defined]
        return self.page.html


def emboiter(headings: Sequence[tuple[str, str, int]]) -> list[dict[str, Any]]:
    """Headings in the shape of Python-Markdown, each under the one before it that is higher."""
    roots: list[dict[str, Any]] = []
    parents: list[dict[str, Any]] = []
    for title, anchor, level in headings:
        token = {"level": level, "id": anchor, "name": title, "html": title, "data-toc-label": "", "children": []}
        while parents and parents[-1]["level"] >= level:
            parents.pop()
        (parents[-1]["children"] if parents else roots).append(token)
        parents.append(token)
    return roots


def makeExtension(**kwargs: Any) -> PageTouteFaite:  # noqa: N802
    """How Python-Markdown finds an extension by the name of its module."""
    return PageTouteFaite(**kwargs)

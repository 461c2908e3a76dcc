"""The pages of a mémento as Markdown, with the same navigation, ready for each of the other engines.

python -m bench.construction.exporter MEMENTO CIBLE
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

from bench.construction.fichiers import ecrire_page, ecrire_yaml
from bench.construction.markdown import Conversion
from generator.adapters.racine import aujourd_hui
from generator.load import load_assets
from generator.pipeline import compile_rules
from generator.render import NavEntry, Site
from generator.render.assemblage import render_site

ICI = Path(__file__).parent
NOM = "Mémento synthétique"
EXTERNE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ANCRE = re.compile(r"<h[1-6]\b[^>]* id=\"([^\"]+)\"")


def exporter(site: Site, cible: Path) -> None:
    """`cible` gets one folder an engine family: `mkdocs` (Material, Zensical) and `eleventy`."""
    anchors = {page.url: frozenset(_ANCRE.findall(page.html)) for page in site.pages}
    menus = dict(_menus(site.nav, "racine"))
    for page in site.pages:
        header = {"title": page.titre, "description": page.description}
        for folder, file, links in (("mkdocs/docs", "index.md", True), ("eleventy/src", "", False)):
            convert = Conversion(lambda href, f=file, u=page.url: lien(u, href, anchors, f), ancres=links)  # type: ignore[misc]
            body = convert.page(page.html)
            if not body.startswith("# "):
                body = f"# {page.titre}\n\n{body}" if "\n# " not in body else body
            own = header if links else {**header, "layout": "page.njk", "menu": menus.get(page.url, "racine")}
            ecrire_page(cible / folder / page.url / "index.md", own, body)
    _configurer_mkdocs(cible / "mkdocs", site)
    shutil.copytree(ICI / "eleventy", cible / "eleventy", dirs_exist_ok=True)
    data = cible / "eleventy/src/_data"
    data.mkdir(parents=True, exist_ok=True)
    lines = {
        name: [[entry.titre, f"/{entry.url}" if entry.url is not None else None] for entry in held]
        for name, held in _listes(site.nav, "racine")
    }
    (data / "menus.json").write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


def lien(url: str, href: str, ancres: Mapping[str, frozenset[str]], fichier: str) -> str | None:
    """The link of a page to another as each engine wants it: to its file, or to its folder when `fichier` is empty.

    An anchor that no heading has is dropped; a link to what is not a page leads nowhere here.
    """
    if EXTERNE.match(href):
        return href
    path, _, anchor = href.partition("#")
    joined = path if path.startswith("/") else f"/{url}{path}"
    target = normpath(joined).strip("/")
    target = f"{target}/" if target not in ("", ".") else ""
    known = ancres.get(target)
    if known is None:
        return None
    tail = f"#{anchor}" if anchor in known else ""
    if target == url:
        return tail or None
    relative = relpath(f"/{target}", f"/{url}")
    return f"{relative}/{fichier}{tail}"


def nav(entrees: tuple[NavEntry, ...]) -> list[dict[str, Any]]:
    """MkDocs' `nav`; a heading that has a page holds it first."""
    made: list[dict[str, Any]] = []
    for entry in entrees:
        file = None if entry.url is None else f"{entry.url}index.md"
        if not entry.enfants:
            made.append({entry.titre: file})
        else:
            own = [{entry.titre: file}] if file is not None else []
            made.append({entry.titre: [*own, *nav(entry.enfants)]})
    return made


def _configurer_mkdocs(dossier: Path, site: Site) -> None:
    """One configuration an engine: each with its own theme's defaults, in French, the search on, pruned or not."""
    written = nav(site.nav)
    for name, features in (("entier", []), ("elague", ["navigation.prune"])):
        config = {
            "site_name": NOM,
            "theme": {"name": "material", "language": "fr", "font": False, "features": features},
            "plugins": [{"search": {"lang": "fr"}}],
            "markdown_extensions": ["attr_list"],
            "nav": written,
        }
        ecrire_yaml(dossier / f"{name}.yml", config)


def _listes(entries: tuple[NavEntry, ...], name: str) -> Iterator[tuple[str, tuple[NavEntry, ...]]]:
    """Each list of lines of the navigation, by a name: a pruned page shows the one that it stands in."""
    yield name, entries
    for rank, entry in enumerate(entries):
        if entry.enfants:
            yield from _listes(entry.enfants, f"{name}-{rank}")


def _menus(entries: tuple[NavEntry, ...], name: str) -> Iterator[tuple[str, str]]:
    """The url of each page of the navigation, and the name of its list."""
    for held, lines in _listes(entries, name):
        yield from ((entry.url, held) for entry in lines if entry.url is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description="Écrit les pages d’un mémento en Markdown, pour les autres moteurs.")
    parser.add_argument("memento", type=Path)
    parser.add_argument("cible", type=Path)
    options = parser.parse_args()
    compiled = compile_rules(options.memento)
    if compiled.report.errors:
        raise SystemExit("Le mémento contient des erreurs : « memento verifier » les montre.")
    site = render_site(
        compiled.base, compiled.programs, aujourd_hui(), load_assets(options.memento), documents=False
    ).value
    exporter(site, options.cible)
    print(len(site.pages))


if __name__ == "__main__":
    main()

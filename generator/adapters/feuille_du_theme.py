"""The styles of the theme, less the rules that can match nothing here (ADR 0029).

A selector that asks for a class which no page and no script names can match no element: it is left out, and nothing
else is. What a script may add is known by the words of the script, so that the theme's own components keep theirs.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.render import Site
from generator.render.balises import classes_de

FEUILLES = ("main.*.min.css", "palette.*.min.css")
# The url that the shell writes, and the folder that it takes the place of.
FEUILLE, DOSSIER = "assets/theme.css", "assets/stylesheets/"
# What the templates of the shell write, with our features of the theme; a test compares with the pages that are built.
_COQUILLE = """
md-banner md-banner__inner md-container md-content md-content__button md-content__inner md-copyright
md-copyright__highlight md-dialog md-dialog__inner md-ellipsis md-footer md-footer-meta md-footer-meta__inner md-grid
md-header md-header__button md-header__ellipsis md-header__inner md-header__option md-header__title md-header__topic
md-icon md-logo md-main md-main__inner md-nav md-nav--lifted md-nav--primary md-nav--secondary md-nav__button
md-nav__container md-nav__icon md-nav__item md-nav__item--active md-nav__item--nested md-nav__item--pruned
md-nav__item--section md-nav__link md-nav__link--active md-nav__list md-nav__title md-nav__toggle md-option md-overlay
md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap md-skip md-tabs
md-tabs__item md-tabs__item--active md-tabs__link md-tabs__list md-toggle md-top md-typeset no-js js headerlink
"""
COQUILLE = frozenset(_COQUILLE.split())
_CLASSE = re.compile(r"\.((?:[\w-]|\\.)+)")
_MOT = re.compile(r"[A-Za-z_][\w-]*")
# What a selector does not need in order to match: each of these matches without its classes.
_FACULTATIF = re.compile(r":(?:not|is|where|has)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")


def feuille_du_theme(dossiers: Iterable[str], site: Site) -> bytes:
    """The sheets of the theme as one, for what the pages of a site hold and what their scripts may add."""
    scripts = [content.decode() for url, content in site.fichiers.items() if url.endswith(".js")]
    known = COQUILLE.union(mots([*scripts, *scripts_du_theme(dossiers)]), *(page.classes for page in site.pages))
    return feuille(dossiers, known)


def feuille(dossiers: Iterable[str], connues: Collection[str]) -> bytes:
    """The same, from the folders of the theme, for the classes that are known."""
    folders = [Path(folder) / DOSSIER for folder in dossiers]
    paths = [next(path for folder in folders for path in sorted(folder.glob(name))) for name in FEUILLES]
    return "\n".join(elaguer(path.read_text(encoding="utf-8"), connues) for path in paths).encode()


def scripts_du_theme(dossiers: Iterable[str]) -> list[str]:
    """The text of the scripts that the theme loads on every page."""
    paths = (path for folder in dossiers for path in sorted(Path(folder).glob("assets/javascripts/bundle.*.min.js")))
    return [path.read_text(encoding="utf-8") for path in paths]


def classes(pages: Iterable[str]) -> set[str]:
    """Every class that elements of these pages have."""
    return set[str]().union(*map(classes_de, pages))


def mots(scripts: Iterable[str]) -> set[str]:
    """Every word of these scripts: whatever class they give is one."""
    return set[str]().union(*map(_MOT.findall, scripts))


def elaguer(css: str, connues: Collection[str]) -> str:
    """A minified sheet without the selectors that ask for an unknown class, nor the rules left without a selector."""
    return "".join(_elaguer(css, connues))


def _elaguer(css: str, connues: Collection[str]) -> Iterator[str]:
    for head, body in _regles(css):
        if body is None:
            # A map for the authors of the theme; a charset or an import stays.
            yield head
        elif head.startswith(("@media", "@supports")):
            inside = elaguer(body, connues)
            if inside:
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            kept = [selector for selector in _selecteurs(head) if _possible(selector, connues)]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _possible(selector: str, connues: Collection[str]) -> bool:
    return all(name in connues for name in _CLASSE.findall(_FACULTATIF.sub("", selector)))


def _regles(css: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet: (selector or at-rule, what its braces hold); (statement, None) for one without braces."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S).strip()
    place = 0
    while place < len(css):
        end = _jusqu_a(css, place, "{;")
        if end == len(css) or css[end] == ";":
            yield css[place : end + 1], None
        else:
            close = _fermeture(css, end)
            yield css[place:end], css[end + 1 : close]
            end = close
        place = end + 1


def _selecteurs(head: str) -> Iterator[str]:
    """A list of selectors, cut at the commas that are not inside parentheses, brackets or quotes."""
    place = 0
    while place <= len(head):
        end = _jusqu_a(head, place, ",")
        yield head[place:end]
        place = end + 1


def _jusqu_a(css: str, start: int, signs: str) -> int:
    """The place of the first of these signs that stands by itself, or the end."""
    look, depth, place = _motif(f"{signs}()[]"), 0, start
    while found := look.search(css, place):
        sign, place = found[0], found.end()
        if sign in ("(", "["):
            depth += 1
        elif sign in (")", "]"):
            depth -= 1
        elif depth == 0 and sign in signs:
            return found.start()
    return len(css)


def _fermeture(css: str, start: int) -> int:
    """The place of the brace that closes the one at `start`."""
    look, depth, place = _motif("{}"), 0, start
    while found := look.search(css, place):
        sign, place = found[0], found.end()
        if sign in ("{", "}"):
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return found.start()
    raise ValueError(f"une accolade n'est pas refermée : {css[start : start + 40]}")


@cache
def _motif(signs: str) -> re.Pattern[str]:
    """One of these signs, or what has none of them: a string, an escaped sign."""
    return re.compile(rf""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[{re.escape(signs)}]""", re.DOTALL)

"""No link leads nowhere."""

import re
from collections.abc import Iterator
from posixpath import normpath

from generator.check.cibles import EXTERNES, absolue
from generator.check.promesse import Publie, Tout, promesse
from generator.diagnostics import Code, Diagnostic, Location, vouliez_vous_dire
from generator.load import Document
from generator.render.adresses import adresse, adresses_des_pages

# Where Markdown says that a link leads: after its words, or in the definition of a reference.
LIEN = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<cible>[^\s<>)]+)", re.MULTILINE)


@promesse("MEM504")
def liens_ecrits(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un lien écrit dans une page mène à une page du site qui n'existe pas.

    Pourquoi : un lien mort laisse le lecteur sans la règle ou sans la source qu'on lui promettait.

    Remède : corrigez l'adresse, qui se lit depuis celle de la page ; mieux, citez le sujet par son nom, comme
    [[regle:identifiant]] : un renvoi suit le sujet s'il change d'adresse.
    """
    known = adresses_des_pages(tout.base)
    for (kind, name), texts in tout.ecrits:
        for written in texts:
            for match in LIEN.finditer(written.texte if written.chemin is None else ""):
                target, _, _ = match["cible"].partition("#")
                path = target.partition("?")[0]
                if path.endswith(".md") and not path.startswith(EXTERNES):
                    message = f"{path} est un fichier du mémento, pas une adresse du site"
                    yield written.dire(
                        code, match.start("cible"), len(match["cible"]), message, _renvoi(tout, written.document, path)
                    )
                    continue
                # A file is looked for once it is made (MEM519).
                if not path or path.startswith(EXTERNES) or "." in path.rstrip("./").rpartition("/")[2]:
                    continue
                url = absolue(adresse(tout.base, kind, name), path)
                if url not in known:
                    near = vouliez_vous_dire(url, known)
                    yield written.dire(
                        code, match.start("cible"), len(match["cible"]), f"/{url} n'est pas une page du site", near
                    )


def _renvoi(tout: Tout, document: Document, path: str) -> str:
    """How to cite what a file is about; `path` is relative to the file that holds it."""
    target = normpath(f"{document.path.rpartition('/')[0]}/{path}")
    subjects = (f"[[{kind}:{name}]]" for (kind, name), held in tout.base.documents.items() if held.path == target)
    return "".join(f"écrivez {written}" for written in subjects)


@promesse("MEM519")
def liens_publies(tout: Publie, code: Code) -> Iterator[Diagnostic]:
    """Une page publiée renvoie vers une page, un fichier ou une ancre qui n'existe pas.

    Pourquoi : un lien mort laisse le lecteur sans la règle ou sans la source qu'on lui promettait.

    Remède : corrigez le lien, ou l'ancre après « # », dans le fichier de la page ; s'il n'y est pas, c'est un gabarit
    qui l'écrit : signalez-le.
    """
    anchors = {page.url: page.releve.ancres for page in tout.site.pages}
    assets = set(tout.site.assets)
    written = {document.path: document for document in tout.base.documents.values()}
    for page in tout.site.pages:
        document = written.get(page.source_path or "")
        for url, anchor in tout.liens[page.url]:
            if url not in anchors and url not in assets:
                yield code.at(_place(document, url), f"la page /{page.url} renvoie vers /{url}, qui n'existe pas")
            elif anchor and anchor not in anchors.get(url, {anchor}):
                message = f"la page /{page.url} renvoie vers /{url}#{anchor}, ancre qui n'existe pas"
                yield code.at(_place(document, f"#{anchor}"), message)


def _place(document: Document | None, target: str) -> Location:
    """Where the body of a page writes it, or the head of its file when the template does."""
    if document is None:
        return Location("content/index.md")
    start = document.body.find(target) if target else -1
    if start < 0:
        return Location(document.path)
    before = document.body[:start]
    line = document.body_line + before.count("\n")
    return Location(document.path, line, start - before.rfind("\n"), len(target))

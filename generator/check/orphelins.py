"""Nothing is published that nobody can reach, nothing is kept that serves nothing."""

from collections.abc import Iterator

from generator.check.promesse import Publie, Tout, promesse
from generator.compile import Program
from generator.diagnostics import Code, Diagnostic, Location
from generator.load import Document
from generator.render.marques import marques


@promesse("MEM505")
def pages_orphelines(tout: Publie, code: Code) -> Iterator[Diagnostic]:
    """Aucune autre page ne mène à cette page.

    Pourquoi : une page que rien ne cite ne sera pas lue, et son contenu vieillira sans que personne le voie.

    Remède : citez-la depuis une page qui en traite, ou supprimez-la.
    """
    reached = {entry.url for entry in tout.site.liens_de_navigation} | {""}
    # The map of the site leads everywhere: it is not how a page is found.
    for page in (page for page in tout.site.pages if page.kind != "plan-du-site"):
        reached |= {url for url, _ in tout.liens[page.url] if url != page.url}
    for page in tout.site.pages:
        # An address that has moved is reached from what was written before.
        if page.url not in reached and page.vers is None:
            yield code.at(Location(page.source_path or "content/index.md"), f"aucune page ne mène à /{page.url}")


@promesse("MEM506")
def sujets_inutiles(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une source, un paramètre ou un thème n'est employé nulle part.

    Pourquoi : ce que rien n'emploie n'est plus vérifié par personne, et fait croire à une règle.

    Remède : citez-le là où il sert, ou supprimez son fichier.
    """
    base = tout.base
    used = {name for program in tout.programs for name in parametres_employes(program)}
    for identifier in base.sources:
        if not base.liens.get(("source", identifier)) and not _ebauche(base.document("source", identifier)):
            location = base.document("source", identifier).locate("id")
            yield code.at(location, f"la source « {identifier} » n'est citée nulle part")
    for identifier, parametre in base.parametres.items():
        cited = base.liens.get(("parametre", identifier)) or parametre.nom in used
        if not cited and not _ebauche(base.document("parametre", identifier)):
            location = base.document("parametre", identifier).locate("id")
            yield code.at(location, f"le paramètre « {identifier} » n'est employé nulle part")
    for identifier in base.themes:
        if not base.liens.get(("theme", identifier)):
            location = base.document("themes", "themes").locate("themes")
            yield code.at(location, f"le thème « {identifier} » n'est employé nulle part")


def _ebauche(document: Document) -> bool:
    """A draft is refused for what it lacks: nobody is asked to cite it yet."""
    return next(marques(document), None) is not None


def parametres_employes(program: Program) -> tuple[str, ...]:
    """The parameters a program reads, by their name in formulas."""
    return tuple(program.json["parametres"])

"""The body of a module on paper, and what the paper cannot print."""

from generator.diagnostics import Location
from generator.load import Document
from generator.render import codes
from generator.render.papier.ecriture import Contenu
from generator.render.papier.ouvrage import Ouvrage
from generator.render.papier.traduction import Intraduisible, traduire


def corps_imprime(ouvrage: Ouvrage, name: str) -> Contenu:
    """The body; what the paper cannot print is told at its file, and the sheet goes without."""
    document = ouvrage.atelier.base.document("module", name)
    try:
        return traduire(ouvrage.atelier.corps(document, "").html, ouvrage.lien, niveau=2)
    except Intraduisible as error:
        place = _appel_de_note(document) or document.locate("titre")
        ouvrage.atelier.diagnostics.append(codes.PAPIER.at(place, f"le corps de ce module : {error}"))
        return Contenu("none")


def _appel_de_note(document: Document) -> Location | None:
    """Where the body calls a footnote, the construction that the paper most often lacks."""
    start = document.body.find("[^")
    if start < 0:
        return None
    line = document.body_line + document.body.count("\n", 0, start)
    return Location(document.path, line, start - document.body.rfind("\n", 0, start), len("[^"))

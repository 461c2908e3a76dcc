"""The common framework of the parcours: its steps, and the matrix of steps and models of SIAE."""

from collections.abc import Iterator

from generator.model import CaseDeMatrice
from generator.render.adresses import SEULS, adresse
from generator.render.atelier import Atelier, sommaire
from generator.render.commande import Commande
from generator.render.exports.tableur import ecrire_csv
from generator.render.libelles import LIBELLES
from generator.render.site import Page

CSV = "parcours/matrice.csv"


def pages_du_parcours(atelier: Atelier) -> Iterator[Commande]:
    """One page a step, and the matrix when there is one."""
    for name in atelier.base.etapes:
        yield Commande(_etape, (name,))
    if atelier.base.matrice is not None:
        yield Commande(_matrice)


def _etape(atelier: Atelier, name: str) -> Page:
    base = atelier.base
    etape = base.etapes[name]
    names = list(base.etapes)
    rank = names.index(name)
    options = base.listes["siae"].options
    return atelier.page_ecrite(
        "etape",
        name,
        etape.titre,
        etape.resume,
        avant=(("cadre", "En bref"),),
        apres=(("regles", "Les règles qui la tiennent"), ("modeles", "Selon la structure"), ("sources", "Sources")),
        etape=etape,
        precedente=names[rank - 1] if rank else None,
        suivante=names[rank + 1] if rank + 1 < len(names) else None,
        cases=[
            (options[case.siae], case, text)
            for case, text in cases_de(atelier, adresse(base, "etape", name), etape=name)
        ],
        regles=[base.regles[regle] for regle in etape.regles],
    )


def _matrice(atelier: Atelier) -> Page:
    matrice = atelier.base.matrice
    assert matrice is not None
    document = atelier.base.document("matrice", "matrice")
    url = adresse(atelier.base, "matrice", "matrice")
    options = atelier.base.listes["siae"].options
    return atelier.page(
        "matrice.html",
        url,
        SEULS["matrice"],
        matrice.resume,
        source_path=document.path,
        toc=sommaire(*((name, etape.titre) for name, etape in atelier.base.etapes.items()), ("sources", "Sources")),
        lignes={
            name: [(options[case.siae], case, text) for case, text in cases_de(atelier, url, etape=name)]
            for name in atelier.base.etapes
        },
        sources=dict.fromkeys(reference.source for case in matrice.cases for reference in case.references),
        csv=CSV,
    )


def cases_de(atelier: Atelier, url: str, *, etape: str = "", siae: str = "") -> list[tuple[CaseDeMatrice, object]]:
    """The cells of a step or of a structure with their words as HTML, in the order of the steps and of the list."""
    base = atelier.base
    if base.matrice is None:
        return []
    words = atelier.champs(base.document("matrice", "matrice"), url)["cases"]
    steps, codes = list(base.etapes), list(base.listes["siae"].options)
    found = [
        (case, text)
        for case, text in zip(base.matrice.cases, words, strict=True)
        if case.etape == (etape or case.etape) and case.siae == (siae or case.siae)
    ]
    return sorted(found, key=lambda pair: (steps.index(pair[0].etape), codes.index(pair[0].siae)))


def fichier_de_matrice(atelier: Atelier) -> dict[str, bytes]:
    """The matrix for a spreadsheet, a row a cell; nothing when there is no matrix."""
    base, matrice = atelier.base, atelier.base.matrice
    if matrice is None:
        return {}
    rows = [("étape", "structure", "ce que cela permet", "portée", "règles", "sources")]
    rows += [
        (
            base.etapes[case.etape].titre,
            case.siae,
            atelier.nu(case.texte),
            LIBELLES[case.portee],
            ", ".join(case.regles),
            " ; ".join(base.sources[reference.source].nom for reference in case.references),
        )
        for case in matrice.cases
    ]
    return {CSV: ecrire_csv(rows)}

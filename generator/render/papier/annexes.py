"""What closes the printed mémento: the matrix of the parcours, the glossary, the sources."""

import re
from collections.abc import Iterator
from itertools import groupby

from generator.compile.calendrier import date_longue
from generator.model import CaseDeMatrice, Source, Terme, TypeSource
from generator.render.filters import ancre, periode
from generator.render.libelles import LIBELLES
from generator.render.papier.ecriture import Contenu, appel, mots
from generator.render.papier.fiche_de_regle import SIGNES
from generator.render.papier.ouvrage import Ouvrage
from generator.render.papier.selection import Selection

ARTICLE = TypeSource.ARTICLE
# What the types of sources are called together; articles stand under the name of their code.
PLURIELS = {
    ARTICLE: "",
    TypeSource.LOI: "Lois",
    TypeSource.ORDONNANCE: "Ordonnances",
    TypeSource.DECRET: "Décrets",
    TypeSource.ARRETE: "Arrêtés",
    TypeSource.INSTRUCTION: "Instructions",
    TypeSource.CIRCULAIRE: "Circulaires",
    TypeSource.RAPPORT: "Rapports",
    TypeSource.DONNEES: "Jeux de données",
    TypeSource.PAGE: "Pages web",
}
LU = {"extrait": "lu par un extrait cité ailleurs", "mention": "texte non lu, connu par ceux qui le mentionnent"}


def matrice(ouvrage: Ouvrage, selection: Selection) -> Contenu | None:
    """The steps in rows, the structures in columns; None when no cell is kept."""
    atelier, base = ouvrage.atelier, ouvrage.atelier.base
    kept = {(case.etape, case.siae) for case in selection.cases()}
    if base.matrice is None or not kept:
        return None
    words = atelier.champs(base.document("matrice", "matrice"), "")["cases"]
    cells = {
        (case.etape, case.siae): _case(ouvrage, case, text["texte"])
        for case, text in zip(base.matrice.cases, words, strict=True)
        if (case.etape, case.siae) in kept
    }
    columns = selection.colonnes()
    return appel(
        "matrice",
        colonnes=columns,
        lignes=[
            {"titre": mots(etape.titre), "cases": [cells.get((name, code)) for code in columns]}
            for name, etape in base.etapes.items()
            if any((name, code) in cells for code in columns)
        ],
    )


def _case(ouvrage: Ouvrage, case: CaseDeMatrice, html: str) -> dict[str, object]:
    kept = ouvrage.selection.regles() if ouvrage.selection else {}
    return {
        "genre": case.portee.value,
        "signe": SIGNES[case.portee],
        "portee": LIBELLES[case.portee],
        "texte": ouvrage.texte(html),
        "regles": [f"regle:{name}" for name in case.regles if name in kept],
        "sources": [mots(ouvrage.atelier.base.sources[reference.source].nom) for reference in case.references],
    }


def glossaire(selection: Selection) -> Contenu:
    """Terms in alphabetical order; accents do not count."""
    ordered = sorted(selection.termes(), key=lambda terme: ancre(terme.sigle))
    return appel("glossaire", [_terme(terme) for terme in ordered])


def _terme(terme: Terme) -> dict[str, object]:
    since = f", depuis le {date_longue(terme.depuis)}" if terme.depuis else ""
    today = f"Ancien nom. Aujourd'hui{since} : {', '.join(terme.remplace_par)}." if terme.remplace_par else ""
    return {
        "ancre": f"terme:{terme.sigle}",
        "sigle": mots(terme.sigle),
        "nom": mots(terme.nom),
        "definition": mots(terme.definition or ""),
        "ancien": mots(today),
    }


def sources(ouvrage: Ouvrage, selection: Selection) -> Iterator[Contenu]:
    """The list of the sources, by type."""
    found = selection.sources().values()
    for kind, title in PLURIELS.items():
        kept = sorted((source for source in found if source.type is kind), key=rang)
        for code, group in groupby(kept, key=lambda source: code_de(source) if source.type is ARTICLE else title):
            yield appel("heading", mots(code), level=2)
            yield appel("sources", [_source(ouvrage, source) for source in group])


def _source(ouvrage: Ouvrage, source: Source) -> dict[str, object]:
    version = source.version_au(ouvrage.atelier.today)
    # Under the name of its code, an article needs its number alone.
    title = source.titre.removeprefix(f"{code_de(source)}, ") if source.type is ARTICLE else source.titre
    details = [
        f"version {version.id}, {periode(version.du, version.au)}" if version else source.identifiant or "",
        LU.get(source.lecture.value, ""),
        f"consulté le {date_longue(source.consulte_le)}",
    ]
    return {
        "ancre": f"source:{source.id}",
        "titre": mots(title[:1].upper() + title[1:]),
        "details": mots(" ; ".join(detail for detail in details if detail)),
        "url": source.url or "",
    }


def rang(source: Source) -> tuple[object, ...]:
    """Articles code by code, the numbers of each part as numbers: L. 5132-9 before L. 5132-15, L before R before D."""
    if source.type is not ARTICLE or source.numero is None:
        return ("", -(source.date.toordinal() if source.date else 0), ancre(source.titre))
    letter = source.numero[:1]
    numbers = tuple(int(number) for number in re.findall(r"\d+", source.numero))
    order = "LRD".find(letter)
    return (code_de(source), order if order >= 0 else 3, numbers)


def code_de(source: Source) -> str:
    """The code of an article: what stands before the first comma of its title."""
    return source.titre.partition(",")[0]

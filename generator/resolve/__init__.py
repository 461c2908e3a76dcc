"""Values become one knowledge base: references exist, dates follow one another, backlinks are known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.diagnostics import Diagnostic, Outcome, Report
from generator.model import (
    Audit,
    Avis,
    Calculateur,
    Chiffres,
    Couverture,
    Editeur,
    Engagement,
    EtapeDeParcours,
    Fiche,
    Glossaire,
    Journal,
    Liste,
    Listes,
    Matrice,
    Mesure,
    Modele,
    Module,
    Outil,
    Parametre,
    Pratique,
    Public,
    Raccourcis,
    Regle,
    Repere,
    Source,
    Structure,
    Themes,
)
from generator.resolve import codes
from generator.resolve.base import SANS_EDITEUR, Cible, KnowledgeBase
from generator.resolve.cellules import indices_de_parametre
from generator.resolve.citations import citations
from generator.resolve.codes import CODES
from generator.resolve.dates import dates_de_journal, dates_de_parametre, dates_de_regle, dates_de_source
from generator.resolve.references import references_inconnues
from generator.validate import Catalogue, Entry

__all__ = ["CODES", "Cible", "KnowledgeBase", "fautes_d_un_fichier", "resolve_catalogue"]

M = TypeVar("M", bound=Modele)


def resolve_catalogue(catalogue: Catalogue) -> Outcome[KnowledgeBase]:
    """Check every link and every date (MEM2xx) and give the base, with its backlinks."""
    base = _base(catalogue)
    diagnostics: list[Diagnostic] = []
    for entry in catalogue.entries:
        diagnostics.extend(fautes_d_un_fichier(entry, base))
    return Outcome(base, Report.of(diagnostics))


def fautes_d_un_fichier(entry: Entry, base: KnowledgeBase) -> Iterator[Diagnostic]:
    """What is wrong in the links and dates of one file, the others being those of the base."""
    yield from references_inconnues(entry.value, entry.document, base)
    yield from _dates(entry, base)
    yield from _folder(entry)
    yield from _twice(entry)
    yield from _cycles(entry)


def _base(catalogue: Catalogue) -> KnowledgeBase:
    themes = [theme for found in _table(catalogue, Themes).values() for theme in found.themes]
    lists = [liste for found in _table(catalogue, Listes).values() for liste in found.listes]
    figures = [chiffre for found in _table(catalogue, Chiffres).values() for chiffre in found.chiffres]
    steps = sorted(_table(catalogue, EtapeDeParcours).items(), key=lambda item: item[1].ordre)
    modules = sorted(_table(catalogue, Module).items(), key=lambda item: item[1].ordre)
    return KnowledgeBase(
        regles=_table(catalogue, Regle),
        parametres=_table(catalogue, Parametre),
        sources=_table(catalogue, Source),
        calculateurs=_table(catalogue, Calculateur),
        engagements={engagement.numero: engagement for engagement in _table(catalogue, Engagement).values()},
        mesures={mesure.numero: mesure for mesure in _table(catalogue, Mesure).values()},
        structures={structure.code: structure for structure in _structures(catalogue, lists)},
        etapes=dict(steps),
        matrice=_seul(catalogue, Matrice),
        pratiques=_table(catalogue, Pratique),
        avis=_table(catalogue, Avis),
        modules=dict(modules),
        publics=_table(catalogue, Public),
        outils=_table(catalogue, Outil),
        reperes=_table(catalogue, Repere),
        chiffres={chiffre.id: chiffre for chiffre in figures},
        couverture=_seul(catalogue, Couverture),
        audit=_seul(catalogue, Audit),
        journal=_seul(catalogue, Journal),
        raccourcis=tuple(one for found in _table(catalogue, Raccourcis).values() for one in found.raccourcis),
        editeur=_seul(catalogue, Editeur) or SANS_EDITEUR,
        fiches=_table(catalogue, Fiche),
        glossaire=_seul(catalogue, Glossaire),
        themes={theme.id: theme for theme in themes},
        listes={liste.id: liste for liste in lists},
        liens=_backlinks(catalogue),
        documents={subject(entry): entry.document for entry in catalogue.entries},
    )


def _table(catalogue: Catalogue, model: type[M]) -> Mapping[str, M]:
    return {entry.id: entry.value for entry in catalogue.entries if isinstance(entry.value, model)}


def _seul(catalogue: Catalogue, model: type[M]) -> M | None:
    """The value of a file that is alone of its kind."""
    return next(iter(_table(catalogue, model).values()), None)


def _structures(catalogue: Catalogue, lists: list[Liste]) -> list[Structure]:
    """In the order of the list of SIAE, then as filed."""
    order = [code for liste in lists if liste.id == "siae" for code in liste.options]
    found = list(_table(catalogue, Structure).values())
    return sorted(found, key=lambda item: order.index(item.code) if item.code in order else len(order))


def subject(entry: Entry) -> Cible:
    """What a file is about, as links name it."""
    match entry.value:
        case Mesure(numero=numero):
            return ("mesure", str(numero))
        case Engagement(numero=numero):
            return ("engagement", str(numero))
        case Structure(code=code):
            return ("structure", code)
    return (entry.kind, entry.id)


def _backlinks(catalogue: Catalogue) -> Mapping[Cible, tuple[Cible, ...]]:
    found: dict[Cible, dict[Cible, None]] = {}
    for entry in catalogue.entries:
        citing = subject(entry)
        for citation in citations(entry.value):
            found.setdefault((citation.kind, citation.id), {})[citing] = None
    return {target: tuple(citing) for target, citing in found.items()}


def _dates(entry: Entry, base: KnowledgeBase) -> Iterator[Diagnostic]:
    match entry.value:
        case Regle() as regle:
            yield from dates_de_regle(regle, entry.document)
        case Source() as source:
            yield from dates_de_source(source, entry.document)
        case Journal() as journal:
            yield from dates_de_journal(journal, entry.document)
        case Parametre() as parametre:
            # Without its lists, nobody can say which cells a parameter has: the unknown list is told already.
            if all(name in base.listes for name in parametre.par):
                unknown = list(indices_de_parametre(parametre, base.listes, entry.document))
                yield from unknown or dates_de_parametre(parametre, entry.document)


def _folder(entry: Entry) -> Iterator[Diagnostic]:
    match entry.value:
        case Regle(themes=themes):
            folder = entry.document.path.split("/")[-2]
            if folder != themes[0]:
                message = f"le premier thème est « {themes[0]} », le dossier « {folder} »"
                help = f"déplacez-le dans rules/regles/{themes[0]}/, ou mettez « {folder} » en tête de ses thèmes"
                yield codes.MAUVAIS_DOSSIER.at(entry.document.locate("themes", 0), message, help)
        case Mesure(numero=numero):
            if not entry.id.startswith(f"{numero:02d}-"):
                message = f"la mesure n° {numero} va dans un fichier « {numero:02d}-… »"
                yield codes.MAUVAIS_DOSSIER.at(entry.document.locate("numero"), message)
        case Engagement(numero=numero):
            if entry.id != str(numero):
                message = f"l'engagement n° {numero} va dans le fichier « {numero}.md »"
                yield codes.MAUVAIS_DOSSIER.at(entry.document.locate("numero"), message)
        case Structure(code=code):
            if entry.id != code.lower():
                message = f"la structure {code} va dans le fichier « {code.lower()}.md »"
                yield codes.MAUVAIS_DOSSIER.at(entry.document.locate("code"), message)


def _twice(entry: Entry) -> Iterator[Diagnostic]:
    """The same name twice in a file that lists things."""
    match entry.value:
        case Glossaire(termes=termes):
            yield from _repeated(entry, "termes", "sigle", [terme.sigle for terme in termes])
        case Themes(themes=themes):
            yield from _repeated(entry, "themes", "id", [theme.id for theme in themes])
        case Listes(listes=listes):
            yield from _repeated(entry, "listes", "id", [liste.id for liste in listes])
        case Chiffres(chiffres=chiffres):
            yield from _repeated(entry, "chiffres", "id", [chiffre.id for chiffre in chiffres])
        case Journal(entrees=entrees):
            yield from _repeated(entry, "entrees", "id", [entree.id for entree in entrees])
        case Matrice(cases=cases):
            yield from _repeated(entry, "cases", "siae", [f"{case.etape} × {case.siae}" for case in cases])
        case Calculateur(entrees=entrees, etapes=etapes):
            yield from _repeated(entry, "entrees", "nom", [entree.nom for entree in entrees])
            taken = {entree.nom for entree in entrees}
            names = [etape.nom for etape in etapes]
            yield from _repeated(entry, "etapes", "nom", names)
            for index, name in enumerate(names):
                if name in taken:
                    yield codes.SIGLE_EN_DOUBLE.at(
                        entry.document.locate("etapes", index, "nom"), f"« {name} » est déjà le nom d'une entrée"
                    )


def _repeated(entry: Entry, table: str, key: str, names: list[str]) -> Iterator[Diagnostic]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield codes.SIGLE_EN_DOUBLE.at(entry.document.locate(table, index, key), f"« {name} » est défini deux fois")


def _cycles(entry: Entry) -> Iterator[Diagnostic]:
    """Old names that lead back to themselves."""
    if not isinstance(entry.value, Glossaire):
        return
    following = {terme.sigle: terme.remplace_par for terme in entry.value.termes}
    told: set[frozenset[str]] = set()
    for index, terme in enumerate(entry.value.termes):
        cycle = _cycle(terme.sigle, following)
        if cycle and frozenset(cycle) not in told:
            told.add(frozenset(cycle))
            location = entry.document.locate("termes", index, "remplace_par")
            yield codes.CYCLE.at(location, f"ces noms se renvoient en rond : {' → '.join((*cycle, cycle[0]))}")


def _cycle(start: str, following: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The names from `start` back to itself, or nothing."""
    paths: list[tuple[str, ...]] = [(start,)]
    while paths:
        path = paths.pop()
        for name in following.get(path[-1], ()):
            if name == start:
                return path
            if name not in path:
                paths.append((*path, name))
    return ()

"""From a calculateur of the base to its program."""

from collections.abc import Iterator, Mapping

from generator.compile.codes import PAR_NOM
from generator.compile.etapes import Compilateur, formules
from generator.compile.formule import noms_employes
from generator.compile.grammaire import unite_inconnue
from generator.compile.portee import DATE_REFERENCE, ParametreConnu
from generator.compile.program import Program
from generator.compile.questions import fautes_des_questions, noms_pris
from generator.compile.serialisation import contenu, options
from generator.compile.types import Type, TypeBooleen, TypeDate, TypeNombre, TypeTexte
from generator.compile.unites import UniteInconnue, lire_unite
from generator.diagnostics import Diagnostic, Outcome, Report, vouliez_vous_dire
from generator.load import Document
from generator.model import Calculateur, Entree, Parametre, TypeEntree
from generator.resolve import KnowledgeBase


def compile_calculateurs(base: KnowledgeBase) -> Outcome[tuple[Program, ...]]:
    """Every calculator as a program; the faults of all of them together (MEM3xx)."""
    diagnostics = list(_unites(base))
    named = {parametre.nom: parametre for parametre in base.parametres.values()}
    parameters = parametres_connus(base)
    unreadable = named.keys() - parameters.keys()
    programs = []
    for calculateur in base.calculateurs.values():
        # What a unit that cannot be read makes of the formulas is its consequence: it has been told where it stands.
        if (unreadable and unreadable & _employes(calculateur)) or not all(map(unite_lisible, calculateur.entrees)):
            continue
        program, found = _compiler(calculateur, base, named, parameters)
        diagnostics.extend(found)
        if program:
            programs.append(program)
    return Outcome(tuple(programs), Report.of(diagnostics))


def _employes(calculateur: Calculateur) -> set[str]:
    """Every name in the formulas of a calculator."""
    texts = [texte for etape in calculateur.etapes for texte in formules(etape)]
    texts += [entree.si for entree in calculateur.entrees if entree.si]
    texts += [avertissement.si for avertissement in calculateur.avertissements]
    return {name for texte in texts for name in noms_employes(texte)}


def unite_lisible(entree: Entree) -> bool:
    """True for an input whose unit exists, or that has none."""
    try:
        lire_unite(entree.unite or "")
    except UniteInconnue:
        return False
    return True


def _unites(base: KnowledgeBase) -> Iterator[Diagnostic]:
    """Units that do not exist, in parameters and inputs."""
    for parametre in base.parametres.values():
        yield from _unite(parametre.unite, base.document("parametre", parametre.id), "unite")
    for calculateur in base.calculateurs.values():
        document = base.document("calculateur", calculateur.id)
        for index, entree in enumerate(calculateur.entrees):
            if entree.unite:
                yield from _unite(entree.unite, document, "entrees", index, "unite")


def _unite(text: str, document: Document, *path: str | int) -> Iterator[Diagnostic]:
    try:
        lire_unite(text)
    except UniteInconnue as error:
        told = unite_inconnue(error.symbole)
        yield PAR_NOM[told.code].at(document.locate(*path), told.message, told.aide)


def parametres_connus(base: KnowledgeBase) -> dict[str, ParametreConnu]:
    """The figures by the name that formulas give them, but for those whose unit cannot be read."""
    return {
        parametre.nom: known for parametre in base.parametres.values() if (known := _parametre_connu(parametre, base))
    }


def _parametre_connu(parametre: Parametre, base: KnowledgeBase) -> ParametreConnu | None:
    try:
        unit = lire_unite(parametre.unite)
    except UniteInconnue:
        return None
    return ParametreConnu(
        TypeNombre(unit), tuple((liste, tuple(base.listes[liste].options)) for liste in parametre.par)
    )


def type_d_entree(entree: Entree, base: KnowledgeBase) -> Type:
    """What an input holds. Raises UniteInconnue: see `unite_lisible`."""
    match entree.type:
        case TypeEntree.BOOLEEN:
            return TypeBooleen()
        case TypeEntree.DATE:
            return TypeDate()
        case TypeEntree.CHOIX:
            return TypeTexte(tuple(options(entree, base).items()))
    return TypeNombre(lire_unite(entree.unite or ""))


def _compiler(
    calculateur: Calculateur,
    base: KnowledgeBase,
    named: Mapping[str, Parametre],
    parameters: Mapping[str, ParametreConnu],
) -> tuple[Program | None, list[Diagnostic]]:
    document = base.document("calculateur", calculateur.id)
    taken = list(noms_pris(calculateur, named, document))
    if taken:
        return None, taken
    types: dict[str, Type] = {DATE_REFERENCE: TypeDate()}
    types |= {entree.nom: type_d_entree(entree, base) for entree in calculateur.entrees}
    compiler = Compilateur(document, types, parameters)
    asked = [
        compiler.condition(entree.si, ("entrees", index, "si")) if entree.si else None
        for index, entree in enumerate(calculateur.entrees)
    ]
    steps = compiler.etapes(calculateur.etapes)
    types |= {step.etape.nom: step.type for step in steps}
    warnings = []
    if len(steps) == len(calculateur.etapes):
        for index, item in enumerate(calculateur.avertissements):
            condition = compiler.condition(item.si, ("avertissements", index, "si"))
            compiler.message(item.message, ("avertissements", index, "message"))
            if condition:
                warnings.append({"arbre": condition.arbre, "message": item.message})
    diagnostics = [
        *compiler.diagnostics,
        *fautes_des_questions(calculateur, base, document),
        *_noms(calculateur, document),
        *_graphiques(calculateur, types, document),
    ]
    if diagnostics:
        return None, diagnostics
    conditions = [node.arbre if node else None for node in asked]
    content = contenu(calculateur, base, named, types, conditions, steps, warnings)
    return Program(calculateur, content, types), []


def _noms(calculateur: Calculateur, document: Document) -> Iterator[Diagnostic]:
    """Names used outside formulas: results, and those of the examples."""
    steps = [etape.nom for etape in calculateur.etapes]
    inputs = [entree.nom for entree in calculateur.entrees]
    for index, name in enumerate(calculateur.resultats):
        if name not in steps:
            yield _inconnu(name, "une étape", steps, document, "resultats", index)
    for index, exemple in enumerate(calculateur.exemples):
        for name in exemple.entrees:
            if name not in inputs:
                yield _inconnu(name, "une entrée", inputs, document, "exemples", index, "entrees", name)
        for name in exemple.attendu:
            if name not in steps:
                yield _inconnu(name, "une étape", steps, document, "exemples", index, "attendu", name)
        for name in exemple.etats:
            if name not in steps:
                yield _inconnu(name, "une étape", steps, document, "exemples", index, "etats", name)


def _graphiques(calculateur: Calculateur, types: Mapping[str, Type], document: Document) -> Iterator[Diagnostic]:
    """A chart moves a number that is asked, and shows numbers that are computed."""
    inputs = [entree.nom for entree in calculateur.entrees]
    steps = [etape.nom for etape in calculateur.etapes]
    for index, chart in enumerate(calculateur.graphiques):
        place = ("graphiques", index)
        if chart.entree not in inputs:
            yield _inconnu(chart.entree, "une entrée", inputs, document, *place, "entree")
        elif not isinstance(types[chart.entree], TypeNombre):
            yield PAR_NOM["type"].at(document.locate(*place, "entree"), f"« {chart.entree} » n'est pas un nombre")
        for name in chart.entrees:
            if name not in inputs:
                yield _inconnu(name, "une entrée", inputs, document, *place, "entrees", name)
        for rank, name in enumerate(chart.resultats):
            if name not in steps:
                yield _inconnu(name, "une étape", steps, document, *place, "resultats", rank)
            elif name in types and not isinstance(types[name], TypeNombre):
                yield PAR_NOM["type"].at(document.locate(*place, "resultats", rank), f"« {name} » n'est pas un nombre")


def _inconnu(name: str, what: str, known: list[str], document: Document, *path: str | int) -> Diagnostic:
    location = document.locate_key(*path)
    return PAR_NOM["resultat"].at(location, f"« {name} » n'est pas {what}", vouliez_vous_dire(name, known))

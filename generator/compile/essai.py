"""Formulas on their own: what the reference page of the language and the conformance suite run."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.compile.calculateur import compile_calculateurs, parametres_connus, type_d_entree, unite_lisible
from generator.compile.formule import compiler_formule
from generator.compile.noeud import FauteDeFormule
from generator.compile.operations import Illustration
from generator.compile.portee import DATE_REFERENCE, Portee
from generator.compile.program import Program
from generator.compile.types import Type, TypeDate, TypeNombre
from generator.diagnostics import Outcome
from generator.load import Document
from generator.model import (
    Calculateur,
    Cas,
    Entree,
    Etape,
    Exemple,
    Lecture,
    Liste,
    Option,
    Parametre,
    Source,
    TypeEntree,
    TypeSource,
    ValeurDatee,
)
from generator.resolve import KnowledgeBase

SOURCE = "essai"
JOUR = date(2024, 6, 1)
"""The reference date of the examples."""

NULLE_PART = Document(SOURCE, "{}", {})
"""There is no file."""

SIAE = Liste(id="siae", titre="Type de structure", options={"ACI": "ACI", "AI": "AI"})


def _nombre(nom: str, libelle: str, unite: str | None) -> Entree:
    return Entree(nom=nom, libelle=libelle, type=TypeEntree.NOMBRE, unite=unite)


def _oui_non(nom: str, libelle: str) -> Entree:
    return Entree(nom=nom, libelle=libelle, type=TypeEntree.BOOLEEN)


ENTREES = (
    _nombre("recettes", "Recettes", "€"),
    _nombre("subventions", "Subventions", "€"),
    _nombre("charges", "Charges", "€"),
    _nombre("etp", "Postes", "ETP"),
    _nombre("age", "Âge", None),
    _nombre("duree", "Durée", "an"),
    Entree(nom="debut", libelle="Début", type=TypeEntree.DATE),
    Entree(nom="fin", libelle="Fin", type=TypeEntree.DATE),
    _oui_non("derogation", "Dérogation"),
    _oui_non("jeune", "Moins de 26 ans"),
    _oui_non("qpv", "Habitant d'un quartier prioritaire"),
    _oui_non("rsa", "Bénéficiaire du RSA"),
    Entree(
        nom="siae",
        libelle="Type de structure",
        type=TypeEntree.CHOIX,
        options=tuple(Option(code=code, libelle=label) for code, label in SIAE.options.items()),
    ),
)


def _parametre(nom: str, unite: str, valeur: int | dict[str, int], par: tuple[str, ...] = ()) -> Parametre:
    return Parametre(
        id=nom,
        titre=nom.replace("-", " "),
        resume="Une valeur inventée pour l'exemple.",
        unite=unite,
        par=par,
        themes=(SOURCE,),
        valeurs=(ValeurDatee(du=date(2020, 1, 1), source=(SOURCE,), valeur=valeur),),
        verifie_le=JOUR,
        a_reverifier_avant=JOUR,
    )


PARAMETRES = (
    _parametre("seuil-exemple", "%", 30),
    _parametre("montant-exemple", "€/ETP/an", {"ACI": 20000, "AI": 1500}, ("siae",)),
)


def programme_d_essai(
    identifiant: str,
    etapes: Iterable[Etape],
    entrees: Iterable[Entree] = (),
    parametres: Iterable[Parametre] = (),
    listes: Iterable[Liste] = (),
) -> Outcome[tuple[Program, ...]]:
    """A program made of these steps, all of them results; a step that declares no unit has that of its formula.

    Its faults (MEM3xx) have no place: there is no file.
    """
    asked, figures = tuple(entrees), {parametre.id: parametre for parametre in parametres}
    base = KnowledgeBase(
        parametres=figures,
        sources={
            SOURCE: Source(id=SOURCE, type=TypeSource.PAGE, titre="Essai", lecture=Lecture.MENTION, consulte_le=JOUR)
        },
        listes={liste.id: liste for liste in listes},
    )
    steps = _avec_unites(tuple(etapes), asked, base)
    calculateur = Calculateur(
        id=identifiant,
        titre=identifiant,
        resume="Un essai.",
        siae=("ACI",),
        themes=(SOURCE,),
        entrees=asked,
        etapes=steps,
        resultats=tuple(step.nom for step in steps),
        exemples=(Exemple(titre="Essai", note="Essai.", date=JOUR, entrees={}),),
        verifie_le=JOUR,
        a_reverifier_avant=JOUR,
    )
    subjects = [("calculateur", identifiant), *(("parametre", name) for name in figures)]
    return compile_calculateurs(
        replace(base, calculateurs={identifiant: calculateur}, documents=dict.fromkeys(subjects, NULLE_PART))
    )


def _avec_unites(etapes: tuple[Etape, ...], entrees: tuple[Entree, ...], base: KnowledgeBase) -> tuple[Etape, ...]:
    """The steps with the units of their formulas, whatever their order; those at fault are left as they are."""
    types: dict[str, Type] = {DATE_REFERENCE: TypeDate()}
    types |= {entree.nom: type_d_entree(entree, base) for entree in filter(unite_lisible, entrees)}
    scope = Portee(types, parametres_connus(base))
    for _ in etapes:
        for etape in etapes:
            formula = etape.formule or next((cas.alors for cas in etape.cas if cas.alors), "")
            try:
                types[etape.nom] = compiler_formule(formula, scope).type
            except FauteDeFormule:
                continue
    units = {name: found.unite.texte for name, found in types.items() if isinstance(found, TypeNombre)}
    return tuple(
        etape.model_copy(update={"unite": etape.unite or units.get(etape.nom, "") or None}) for etape in etapes
    )


def programme_illustre(exemple: Illustration) -> Program:
    """The program of an operation's example; its only step is `resultat`. Raises ValueError on a formula at fault."""
    asked = tuple(entree for entree in ENTREES if entree.nom in exemple.reponses) or ENTREES[:1]
    if isinstance(exemple.formule, str):
        step = Etape(nom="resultat", libelle="Résultat", formule=exemple.formule)
    else:
        cases = tuple(Cas(si=condition, alors=value, parce_que=reason) for condition, value, reason in exemple.formule)
        step = Etape(nom="resultat", libelle="Résultat", cas=cases)
    made = programme_d_essai("illustration", (step,), asked, PARAMETRES, (SIAE,))
    if made.report.diagnostics:
        raise ValueError(f"{exemple.formule} : {made.report.diagnostics[0].message}")
    return made.value[0]

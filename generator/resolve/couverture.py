"""What the mémento undertook to cover, against what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Couverture
from generator.resolve.base import KnowledgeBase

# The subjects that have a page of their own; `sujets` lists each of them.
GENRES = (
    "regle",
    "parametre",
    "source",
    "calculateur",
    "structure",
    "engagement",
    "mesure",
    "etape",
    "pratique",
    "avis",
    "module",
    "public",
    "outil",
    "repere",
    "matrice",
    "theme",
    "fiche",
    "terme",
)


@dataclass(frozen=True, slots=True)
class Engage:
    """One thing to cover: its name, where it stands in the file, and what is missing of it, None when it is covered."""

    nom: str
    place: tuple[str | int, ...]
    manque: str | None = None
    justification: str | None = None
    ou: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bilan:
    """One heading: what was promised; `non_annonces` are the subjects that exist and that nothing promised."""

    titre: str
    engages: tuple[Engage, ...]
    non_annonces: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return len(self.engages)

    @property
    def manquants(self) -> tuple[str, ...]:
        return tuple(engage.nom for engage in self.engages if engage.manque)

    @property
    def justifies(self) -> tuple[str, ...]:
        return tuple(engage.nom for engage in self.engages if engage.justification)

    @property
    def complet(self) -> bool:
        return not self.manquants and not self.non_annonces


def bilans(base: KnowledgeBase) -> dict[str, Bilan]:
    """Heading → its account; empty when the mémento undertakes nothing."""
    plan = base.couverture
    if plan is None:
        return {}
    return {
        "mesures": Bilan("Mesures du Pacte", tuple(_simples("mesures", plan.mesures, base, "mesure"))),
        "actions": Bilan("Actions numérotées", tuple(_actions(plan, base))),
        "acronymes": Bilan("Sigles du glossaire du Pacte", tuple(_acronymes(plan, base))),
        "articles": Bilan("Articles de code cités par le Pacte et par les faits", tuple(_articles(plan, base))),
        "chiffres": Bilan("Chiffres du Pacte", tuple(_simples("chiffres", plan.chiffres, base, "chiffre"))),
        "faits": Bilan("Faits du droit depuis 2019", tuple(_faits(plan, base))),
        "sujets": Bilan("Pages du mémento", tuple(_sujets(plan, base)), tuple(_non_annonces(plan, base))),
    }


def _simples(field: str, names: Iterable[str | int], base: KnowledgeBase, kind: str) -> Iterator[Engage]:
    for index, name in enumerate(names):
        missing = None if base.contient(kind, str(name)) else "absent du mémento"
        yield Engage(str(name), (field, index), missing, ou=(f"{kind}:{name}",))


def _actions(plan: Couverture, base: KnowledgeBase) -> Iterator[Engage]:
    """Named `mesure.action`."""
    for measure, numbers in plan.actions.items():
        found = base.mesures.get(int(measure)) if measure.isdigit() else None
        held = {action.numero for action in found.actions} if found else set()
        for index, number in enumerate(numbers):
            missing = None if number in held else f"la mesure {measure} n'a pas d'action {number}"
            yield Engage(f"{measure}.{number}", ("actions", measure, index), missing, ou=(f"mesure:{measure}",))


def _acronymes(plan: Couverture, base: KnowledgeBase) -> Iterator[Engage]:
    held = {terme.sigle for terme in base.termes if terme.pacte}
    for index, name in enumerate(plan.acronymes):
        missing = None if name in held else "absent du glossaire, ou sans « pacte: true »"
        yield Engage(name, ("acronymes", index), missing, ou=(f"terme:{name}",))


def _articles(plan: Couverture, base: KnowledgeBase) -> Iterator[Engage]:
    for index, article in enumerate(plan.articles):
        place = ("articles", index)
        yield Engage(article.numero, place, _absents(article.ou, base), ou=article.ou)


def _faits(plan: Couverture, base: KnowledgeBase) -> Iterator[Engage]:
    for index, fait in enumerate(plan.faits):
        missing = _absents(fait.ou, base)
        yield Engage(fait.id, ("faits", index), missing, fait.justification, fait.ou)


def _sujets(plan: Couverture, base: KnowledgeBase) -> Iterator[Engage]:
    for kind, names in plan.sujets.items():
        for index, name in enumerate(names):
            missing = None if base.contient(kind, name) else "absent du mémento"
            yield Engage(f"{kind}:{name}", ("sujets", kind, index), missing, ou=(f"{kind}:{name}",))


def _non_annonces(plan: Couverture, base: KnowledgeBase) -> Iterator[str]:
    for kind in GENRES:
        announced = set(plan.sujets.get(kind, ()))
        yield from (f"{kind}:{name}" for name in base.identifiants(kind) if name not in announced)


def _absents(places: tuple[str, ...], base: KnowledgeBase) -> str | None:
    """What is wrong in a list of places, None when all of them exist. A source that nothing cites is read by nobody."""
    for place in places:
        kind, _, name = place.partition(":")
        if not base.contient(kind, name):
            return f"« {place} » n'existe pas"
        if kind == "source" and not base.liens.get(("source", name)):
            return f"« {place} » n'est cité nulle part"
    return None

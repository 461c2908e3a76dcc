"""What changes between two versions of a rule, and by how much an amount moves, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.compile.affichage import afficher_nombre
from generator.model import Reference, Regle, Statut, VersionDeRegle
from generator.render.difference import Difference, difference
from generator.render.filters import nombre, typographier
from generator.render.libelles import LIBELLES
from generator.resolve import KnowledgeBase
from generator.resolve.comparaison import ChangementDeMontant


@dataclass(frozen=True, slots=True)
class Ecart:
    """One version against an older one; `champs` holds only what changes, by the title of the field."""

    avant: VersionDeRegle
    apres: VersionDeRegle
    champs: Mapping[str, Difference]


def ecart(base: KnowledgeBase, avant: VersionDeRegle, apres: VersionDeRegle) -> Ecart:
    """Field by field: statement, in practice, exceptions, what it is worth, texts."""
    old, new = _champs(base, avant), _champs(base, apres)
    found = {name: difference(old[name], new[name]) for name in new}
    return Ecart(avant, apres, {name: one for name, one in found.items() if one.change})


def ecart_avec_la_precedente(base: KnowledgeBase, regle: Regle, version: VersionDeRegle) -> Ecart | None:
    """Against the law just before; None for the first known version and for a proposal."""
    if version.statut is Statut.PROPOSE:
        return None
    rank = regle.droit.index(version)
    return ecart(base, regle.droit[rank - 1], version) if rank else None


def _champs(base: KnowledgeBase, version: VersionDeRegle) -> dict[str, str]:
    texts = {
        "Énoncé": version.enonce,
        "En pratique": version.en_pratique or "",
        "Exceptions": " ".join(version.exceptions),
        "Portée": LIBELLES[version.portee],
        "Statut": LIBELLES[version.statut],
        "Textes": " ; ".join(nommer_reference(base, reference) for reference in version.references),
    }
    return {name: typographier(text) for name, text in texts.items()}


def nommer_reference(base: KnowledgeBase, reference: Reference) -> str:
    """« Code du travail, article R. 5132-8 (LEGIARTI…), 2e alinéa »."""
    version = f" ({reference.version})" if reference.version else ""
    precision = f", {reference.precision}" if reference.precision else ""
    return f"{base.sources[reference.source].nom}{version}{precision}"


def ecart_de_montant(changement: ChangementDeMontant) -> str:
    """« +250 €, soit +1,2 % », « +5 points, soit +50 % »; empty when one of the two values is unknown."""
    moved, unit = changement.ecart, changement.parametre.unite
    if moved is None:
        return ""
    absolute = _signe(moved, _points(moved) if unit == "%" else nombre(moved, unit))
    if changement.ratio is None:
        return absolute
    return f"{absolute}, soit {_signe(changement.ratio, afficher_nombre(changement.ratio, '%'))}"


def _points(value: Fraction) -> str:
    """A difference of rates is in points, never in per cent."""
    return f"{nombre(value, '')} point{'s' if abs(value) >= 2 else ''}"


def _signe(value: Fraction, text: str) -> str:
    return f"+{text}" if value > 0 else text

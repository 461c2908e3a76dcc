"""The whole mémento in memory: everything by identifier, every link known to lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.load import Document
from generator.model import (
    Audit,
    Avis,
    Calculateur,
    Chiffre,
    Couverture,
    Editeur,
    Engagement,
    EtapeDeParcours,
    Fiche,
    Glossaire,
    Journal,
    Liste,
    Matrice,
    Mesure,
    Module,
    Outil,
    Parametre,
    Pratique,
    Public,
    Raccourci,
    Regle,
    Repere,
    Source,
    Structure,
    Terme,
    Theme,
)

Cible = tuple[str, str]
SANS_EDITEUR = Editeur(titre="Mémento de l’inclusion")


@dataclass(frozen=True)
class KnowledgeBase:
    """Dicts are in the order of the files, or of the list that defines them.

    `liens` gives the backlinks: (kind, id) → who cites it, with the kinds of the files, plus `theme`, `terme`, `liste`
    and `chiffre` for what stands inside one. The id of a mesure or of an engagement is its number as text.
    """

    regles: Mapping[str, Regle] = field(default_factory=dict)
    parametres: Mapping[str, Parametre] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    calculateurs: Mapping[str, Calculateur] = field(default_factory=dict)
    engagements: Mapping[int, Engagement] = field(default_factory=dict)
    mesures: Mapping[int, Mesure] = field(default_factory=dict)
    structures: Mapping[str, Structure] = field(default_factory=dict)
    etapes: Mapping[str, EtapeDeParcours] = field(default_factory=dict)
    matrice: Matrice | None = None
    pratiques: Mapping[str, Pratique] = field(default_factory=dict)
    avis: Mapping[str, Avis] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    publics: Mapping[str, Public] = field(default_factory=dict)
    outils: Mapping[str, Outil] = field(default_factory=dict)
    reperes: Mapping[str, Repere] = field(default_factory=dict)
    chiffres: Mapping[str, Chiffre] = field(default_factory=dict)
    couverture: Couverture | None = None
    journal: Journal | None = None
    raccourcis: tuple[Raccourci, ...] = ()
    editeur: Editeur = SANS_EDITEUR
    audit: Audit | None = None
    fiches: Mapping[str, Fiche] = field(default_factory=dict)
    glossaire: Glossaire | None = None
    themes: Mapping[str, Theme] = field(default_factory=dict)
    listes: Mapping[str, Liste] = field(default_factory=dict)
    liens: Mapping[Cible, tuple[Cible, ...]] = field(default_factory=dict)
    documents: Mapping[Cible, Document] = field(default_factory=dict)

    @property
    def termes(self) -> tuple[Terme, ...]:
        """The terms of the glossary, none when there is no glossary."""
        return self.glossaire.termes if self.glossaire else ()

    def document(self, kind: str, identifier: str) -> Document:
        """The file that holds a subject; KeyError when there is none."""
        return self.documents[kind, identifier]

    def contient(self, kind: str, identifier: str) -> bool:
        """True when the subject exists."""
        return identifier in self._citables.get(kind, ())

    def identifiants(self, kind: str) -> tuple[str, ...]:
        """What can be cited under a kind, for links and suggestions; empty for an unknown kind."""
        return tuple(self._citables.get(kind, ()))

    @cached_property
    def _citables(self) -> Mapping[str, Mapping[str, None]]:
        """The identifiers of each kind, in order, as text."""
        tables: dict[str, Mapping[str, object] | Mapping[int, object]] = {
            "regle": self.regles,
            "parametre": self.parametres,
            "source": self.sources,
            "calculateur": self.calculateurs,
            "engagement": self.engagements,
            "mesure": self.mesures,
            "structure": self.structures,
            "etape": self.etapes,
            "pratique": self.pratiques,
            "avis": self.avis,
            "module": self.modules,
            "public": self.publics,
            "outil": self.outils,
            "repere": self.reperes,
            "chiffre": self.chiffres,
            "fiche": self.fiches,
            "theme": self.themes,
            "liste": self.listes,
            "terme": {terme.sigle: terme for terme in self.termes},
            # What is alone of its kind is named after it.
            "matrice": {"matrice": self.matrice} if self.matrice else {},
            "chiffres": {"chiffres": self.chiffres} if self.chiffres else {},
            "couverture": {"couverture": self.couverture} if self.couverture else {},
        }
        return {kind: dict.fromkeys(map(str, table)) for kind, table in tables.items()}

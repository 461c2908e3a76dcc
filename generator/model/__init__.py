"""The domain, in French: what a file of `rules/` or `content/` holds."""

from generator.model.audit import (
    Audit,
    AuditRealise,
    ContenuInaccessible,
    Critere,
    EssaiAutomatique,
    EtatDeConformite,
    RaisonDInaccessibilite,
    ResultatDeCritere,
)
from generator.model.base import Choix, Confiance, Modele, Portee, Reference, Scalaire, Verifie
from generator.model.calculateur import (
    Avertissement,
    Calculateur,
    Cas,
    Etape,
    Etat,
    Exemple,
    Graphique,
    Nature,
)
from generator.model.contenu import Editeur, Fiche, Forge, Glossaire, Liste, Listes, Structure, Terme, Theme, Themes
from generator.model.couverture import ArticleCouvert, Couverture, FaitCouvert
from generator.model.entree import Entree, Option, TypeEntree
from generator.model.formation import Module, ModuleSuivi, Public, Question
from generator.model.journal import EntreeDeJournal, Importance, Journal
from generator.model.outil import Champ, Outil, SectionDeModele, TypeDeChamp
from generator.model.pacte import Action, Engagement, Mesure, Proposition, Sort, Suite
from generator.model.parametre import Lacune, Parametre, Revision, ValeurDatee
from generator.model.parcours import CaseDeMatrice, EtapeDeParcours, Matrice
from generator.model.pratique import Avis, Pratique, StatutDAvis, StatutDePratique
from generator.model.recherche import Raccourci, Raccourcis
from generator.model.regle import Adoption, LacuneDeRegle, Regle, Statut, VersionDeRegle
from generator.model.repere import Chiffre, Chiffres, Dessin, LigneDeRepere, Repere
from generator.model.source import Lecture, Source, TypeSource, VersionDeSource

__all__ = [
    "Action",
    "Adoption",
    "ArticleCouvert",
    "Audit",
    "AuditRealise",
    "Avertissement",
    "Avis",
    "Calculateur",
    "Cas",
    "CaseDeMatrice",
    "Champ",
    "Chiffre",
    "Chiffres",
    "Choix",
    "Confiance",
    "ContenuInaccessible",
    "Couverture",
    "Critere",
    "Dessin",
    "Editeur",
    "Engagement",
    "Entree",
    "EntreeDeJournal",
    "EssaiAutomatique",
    "Etape",
    "EtapeDeParcours",
    "Etat",
    "EtatDeConformite",
    "Exemple",
    "FaitCouvert",
    "Fiche",
    "Forge",
    "Glossaire",
    "Graphique",
    "Importance",
    "Journal",
    "Lacune",
    "LacuneDeRegle",
    "Lecture",
    "LigneDeRepere",
    "Liste",
    "Listes",
    "Matrice",
    "Mesure",
    "Modele",
    "Module",
    "ModuleSuivi",
    "Nature",
    "Option",
    "Outil",
    "Parametre",
    "Portee",
    "Pratique",
    "Proposition",
    "Public",
    "Question",
    "Raccourci",
    "Raccourcis",
    "RaisonDInaccessibilite",
    "Reference",
    "Regle",
    "Repere",
    "ResultatDeCritere",
    "Revision",
    "Scalaire",
    "SectionDeModele",
    "Sort",
    "Source",
    "Statut",
    "StatutDAvis",
    "StatutDePratique",
    "Structure",
    "Suite",
    "Terme",
    "Theme",
    "Themes",
    "TypeDeChamp",
    "TypeEntree",
    "TypeSource",
    "ValeurDatee",
    "Verifie",
    "VersionDeRegle",
    "VersionDeSource",
]

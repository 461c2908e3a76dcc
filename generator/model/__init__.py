"""The domain, in French: what a file of `rules/` or `content/` holds."""

from generator.model.base import Choix, Confiance, Modele, Reference, Scalaire, Verifie
from generator.model.calculateur import (
    Avertissement,
    Calculateur,
    Cas,
    Entree,
    Etape,
    Etat,
    Exemple,
    Graphique,
    Nature,
    Option,
    TypeEntree,
)
from generator.model.contenu import Editeur, Fiche, Glossaire, Liste, Listes, Structure, Terme, Theme, Themes
from generator.model.couverture import ArticleCouvert, Couverture, FaitCouvert
from generator.model.formation import Module, ModuleSuivi, Public, Question
from generator.model.journal import EntreeDeJournal, Importance, Journal
from generator.model.outil import Champ, Outil, SectionDeModele, TypeDeChamp
from generator.model.pacte import Action, Engagement, Mesure, Proposition, Sort, Suite
from generator.model.parametre import Lacune, Parametre, Revision, ValeurDatee
from generator.model.parcours import CaseDeMatrice, EtapeDeParcours, Matrice
from generator.model.pratique import Avis, Pratique, StatutDAvis, StatutDePratique
from generator.model.regle import Adoption, LacuneDeRegle, Portee, Regle, Statut, VersionDeRegle
from generator.model.repere import Chiffre, Chiffres, Dessin, LigneDeRepere, Repere
from generator.model.source import Lecture, Source, TypeSource, VersionDeSource

__all__ = [
    "Action",
    "Adoption",
    "ArticleCouvert",
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
    "Couverture",
    "Dessin",
    "Editeur",
    "Engagement",
    "Entree",
    "EntreeDeJournal",
    "Etape",
    "EtapeDeParcours",
    "Etat",
    "Exemple",
    "FaitCouvert",
    "Fiche",
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
    "Reference",
    "Regle",
    "Repere",
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

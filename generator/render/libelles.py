"""The words shown for the codes of the models."""

from datetime import date

from generator.model import Statut, VersionDeRegle

LIBELLES = {
    "prescriptif": "Prescriptif",
    "indicatif": "Indicatif",
    "en-vigueur": "En vigueur",
    "passee": "N’est plus en vigueur",
    "a-venir": "À venir",
    "propose": "Proposition du Pacte",
    "experimental": "Expérimentation",
    "abroge": "Abrogé",
    "adoptee": "Adoptée",
    "partielle": "Adoptée en partie",
    "non-adoptee-dans-le-code": "Non adoptée dans le code",
    "adoption-non-etablie": "Adoption non établie",
    "proposee": "Proposée",
    "validee": "Validée",
    "contestee": "Contestée",
    "soumise": "Soumise",
    "en-instruction": "En instruction",
    "avis-rendu": "Avis rendu",
    "retiree": "Retirée",
    "haute": "haute",
    "moyenne": "moyenne",
    "basse": "basse",
    "article": "Article de code",
    "loi": "Loi",
    "ordonnance": "Ordonnance",
    "decret": "Décret",
    "arrete": "Arrêté",
    "instruction": "Instruction",
    "circulaire": "Circulaire",
    "rapport": "Rapport",
    "donnees": "Jeu de données",
    "page": "Page web",
    "texte": "Le texte lui-même a été lu.",
    "extrait": "Seul un extrait, cité ailleurs, a été lu.",
    "mention": "Le texte n’a pas été lu : il est connu par les textes qui le mentionnent.",
    "regle": "Règle",
    "parametre": "Montant",
    "source": "Source",
    "calculateur": "Calculateur",
    "mesure": "Pacte",
    "engagement": "Pacte",
    "etape": "Parcours",
    "matrice": "Parcours",
    "pratique": "Pratique",
    "avis": "Avis",
    "module": "Formation",
    "public": "Formation",
    "outil": "Outil",
    "repere": "Repère",
    "chiffre": "Chiffre",
    "chiffres": "Chiffres",
    "terme": "Sigle",
    "structure": "Structure",
    "fiche": "Page",
    "glossaire": "Glossaire",
    "droit": "Droit",
    "pacte": "Proposition du Pacte",
    "calcul": "Calcul",
    "majeure": "Majeure",
    "mineure": "Mineure",
}


def etat(version: VersionDeRegle, jour: date) -> str:
    """Where a version stands that day: its status, or `passee`, `a-venir` when the law of its days is not today's."""
    if version.statut is Statut.PROPOSE or version.en_cours(jour):
        return version.statut.value
    return "passee" if version.du <= jour else "a-venir"

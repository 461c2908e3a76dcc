"""What the tests of accessibility look at: each type of page, each state that a reader can bring a page to.

The page « Accessibilité » lists these very names, and a test compares: what is not here is not claimed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gestes import (
    arbre,
    bandeau,
    bien_repondre,
    calculer,
    changer_de_jour,
    chercher,
    chercher_dans_le_fichier,
    copier,
    effacer,
    essayer,
    finir,
    imprimer,
    imprimer_le_calcul,
    ma_structure,
    mal_repondre,
    masquer,
    menu,
    rien,
    se_tromper,
    signer,
    survoler_un_sigle,
    tracer,
    trouver,
)
from playwright.sync_api import Page
from test_formation import ATTESTATION, MODULE, SUIVI


@dataclass(frozen=True, slots=True)
class Type:
    """A type of page: its name in a list, its template, and the page that stands for it.

    `site` says where that page is: on the real site, or on the small draft that shows what the real one does not have.
    """

    nom: str
    gabarit: str
    url: str
    site: str = "vrai"


@dataclass(frozen=True, slots=True)
class Etat:
    """A state of a page: how it is reached, and the part of the page that it changes (the whole page when empty).

    `largeurs` are the widths at which the state exists.
    """

    nom: str
    url: str
    atteindre: Callable[[Page], None]
    partie: str = ""
    largeurs: tuple[int, ...] = (390, 1280)
    site: str = "vrai"


@dataclass(frozen=True, slots=True)
class Presentation:
    """A width in CSS pixels, and the colours that the reader has asked for."""

    largeur: int
    couleurs: str

    @property
    def nom(self) -> str:
        return f"{self.largeur} pixels, {'clair' if self.couleurs == 'light' else 'sombre'}"


ETROIT_CLAIR, LARGE_SOMBRE = Presentation(390, "light"), Presentation(1280, "dark")
ETROIT_SOMBRE, LARGE_CLAIR = Presentation(390, "dark"), Presentation(1280, "light")
# Two presentations a page are enough for every pair of (type, width) and (type, colours); the other two serve every
# second type and state, so that every pair of (width, colours) is seen as well.
COUVERTURES = ((ETROIT_CLAIR, LARGE_SOMBRE), (ETROIT_SOMBRE, LARGE_CLAIR))

TYPES = (
    Type("le plan du site", "plan-du-site", "plan-du-site/"),
    Type("le mémento à une date", "au", "au/"),
    Type("la comparaison de deux dates", "comparer", "comparer/"),
    Type("la liste des règles", "regles", "regles/"),
    Type("la page d’une structure", "structure", "structures/aci/"),
    Type("ce que le mémento couvre", "couverture", "couverture/"),
    Type("les nouveautés", "nouveautes", "nouveautes/"),
    Type("l’accueil", "accueil", ""),
    Type("une règle", "regle", "regles/aci-plafond-commercialisation/"),
    Type("une version d’une règle", "version", "r/aci-plafond-commercialisation/2024-07-01/"),
    Type("la liste des paramètres", "parametres", "parametres/"),
    Type("un paramètre", "parametre", "parametres/aide-au-poste-socle/"),
    Type("la liste des sources", "sources", "sources/"),
    Type("une source", "source", "sources/c-trav-d5132-34/"),
    Type("la liste des calculateurs", "calculateurs", "calculateurs/"),
    Type("un calculateur", "calculateur", "calculateurs/aci-taux-commercialisation/"),
    Type("un calculateur dans le cadre d’un autre site", "integrer", "calculateurs/aide-au-poste/integrer/"),
    Type("la liste des mesures du Pacte", "mesures", "pacte/mesures/"),
    Type("une mesure du Pacte", "mesure", "pacte/mesures/20-accelerer-les-clauses-sociales/"),
    Type("un engagement du Pacte", "engagement", "pacte/engagements/1/"),
    Type("la liste des structures", "structures", "structures/"),
    Type("la page du parcours", "parcours", "parcours/"),
    Type("une étape du parcours", "etape", "parcours/diagnostic/"),
    Type("la matrice des étapes et des structures", "matrice", "parcours/matrice/"),
    Type("la liste des pratiques", "pratiques", "pratiques/"),
    Type("une pratique", "pratique", "pratiques/aller-vers/"),
    Type("le registre des avis", "registre", "avis/"),
    Type("un avis", "avis", "avis/2020-001/", "brouillon"),
    Type("la page de la formation", "formation", "formation/"),
    Type("un module de formation", "module", MODULE),
    Type("les modules d’un public", "public", "formation/publics/acheteurs/"),
    Type("la progression", "ma-progression", SUIVI),
    Type("l’attestation", "attestation", ATTESTATION),
    Type("la liste des outils", "outils", "outils/"),
    Type("un outil à remplir", "outil", "outils/dossier-de-conventionnement/"),
    Type("la liste des repères", "reperes", "reperes/"),
    Type("un repère", "repere", "reperes/smic-horaire/"),
    Type("les chiffres du Pacte", "chiffres", "reperes/chiffres-du-pacte/"),
    Type("le glossaire", "glossaire", "glossaire/"),
    Type("la page de recherche", "recherche", "recherche/"),
    Type("lire hors ligne", "hors_ligne", "hors-ligne/"),
    Type("une page éditoriale", "fiche", "a-propos/"),
    Type("l’accessibilité", "accessibilite", "accessibilite/"),
    Type("les mentions légales", "mentions-legales", "mentions-legales/"),
    Type("les données personnelles", "donnees-personnelles", "donnees-personnelles/"),
    Type("le contact", "contact", "contact/"),
    Type("réutiliser", "reutiliser", "reutiliser/"),
    Type("la langue des formules", "langage", "contribuer/langage/"),
    Type("les codes de diagnostic", "codes", "contribuer/codes/"),
    Type("un code de diagnostic", "code", "contribuer/codes/MEM201/"),
    Type("la page de ce qui n’est pas trouvé", "404", "404.html"),
)

# Templates of which no page is gone through: one is seen in a state below, the other leads elsewhere at once.
AILLEURS = ("monofichier", "redirection")
# What the tool leaves to the eye, and what was said of it after looking; anything else that it leaves is a fault.
JUGEMENTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("color-contrast", "bgOverlap"): (
        "Le contraste d’un texte qu’un autre élément recouvre en partie",
        "Ce texte est au bord de ce qui défile ; ses couleurs sont celles du même texte ailleurs, jugé suffisant.",
    ),
    ("color-contrast", "elmPartiallyObscuring"): (
        "Le contraste d’une ligne du menu, au bord de ce qui défile",
        "Les autres lignes du même menu, de mêmes couleurs, sont jugées suffisantes.",
    ),
    ("color-contrast", "elmPartiallyObscured"): (
        "Le contraste d’un texte en partie hors de ce qui défile",
        "Ses couleurs sont celles du même texte ailleurs, jugé suffisant.",
    ),
    ("color-contrast", "bgGradient"): (
        "Le contraste d’un texte grisé, sur des hachures",
        "Le gris des mots a un contraste d’au moins 4,5 avec le fond et avec les hachures, en clair et en sombre.",
    ),
    ("color-contrast", "imgNode"): (
        "Le contraste des mots d’un graphique",
        "Les couleurs de ces mots sont comparées à celle du fond par un calcul à part, avec le même seuil de 4,5.",
    ),
}

CALCUL = "calculateurs/aide-au-poste/"
REPONSES = "date=2024-06-01&siae=ACI&etp=10&taux_modulation=5"
DIALOGUE, FORMULAIRE = "dialog[open]", "[data-calculateur]"
ETATS = (
    Etat("le menu d’un téléphone, ouvert", "", menu, "", (390,)),
    Etat("un sous-menu d’un téléphone, ouvert", "regles/aci-plafond-commercialisation/", menu, "", (390,)),
    Etat("la recherche ouverte, vide", "contact/", chercher(""), DIALOGUE),
    Etat("la recherche ouverte, avec des résultats", "contact/", chercher("480 heures"), DIALOGUE),
    Etat("la recherche ouverte, sans résultat", "contact/", chercher("zzzzzz"), DIALOGUE),
    Etat(
        "la page de recherche, avec des résultats filtrés",
        "recherche/?siae=ETTI#q=480+heures&genre=regle,calculateur",
        trouver,
    ),
    Etat("la page de recherche, sans résultat", "recherche/#q=zzzzzz", trouver),
    Etat("« Ma structure », ouvert", "contact/", ma_structure, DIALOGUE),
    Etat("le bandeau de « Ma structure », sur une liste", "calculateurs/?siae=ACI", bandeau),
    Etat(
        "le bandeau de « Ma structure », à une autre date",
        "regles/aci-plafond-commercialisation/?siae=AI&date=2021-09-02",
        bandeau,
    ),
    Etat("le bandeau de « Ma structure », avec un sigle inconnu", "calculateurs/?siae=XYZ,ACI", bandeau),
    Etat("le reste masqué par « Ma structure »", "calculateurs/?siae=ACI", masquer),
    Etat("la matrice grisée par « Ma structure »", "parcours/matrice/?siae=EI", bandeau),
    Etat(
        "un calculateur prérempli d’après « Ma structure »", f"{CALCUL}?siae=ETTI&territoire=mayotte", rien, FORMULAIRE
    ),
    Etat("un calculateur en erreur", CALCUL, se_tromper, FORMULAIRE),
    Etat("un calculateur et son résultat, reçus par un lien", f"{CALCUL}#{REPONSES}", calculer, FORMULAIRE),
    Etat("un calculateur, la trace ouverte", f"{CALCUL}#{REPONSES}", tracer, FORMULAIRE),
    Etat("un calculateur qui vient de copier son lien", f"{CALCUL}#{REPONSES}", copier, FORMULAIRE),
    Etat("un calculateur à une date inconnue", f"{CALCUL}#date=2021-03-01&siae=AI", rien, FORMULAIRE),
    Etat(
        "un calculateur, le verdict",
        "calculateurs/aci-taux-commercialisation/#date=2019-09-10&recettes=300&recettes_reservees=0&achats=0&charges_exploitation=900&dotations_amortissements=100&valorisation_benevolat=0&derogation=non",
        calculer,
        FORMULAIRE,
    ),
    Etat("un calculateur, l’arbre de décision ouvert", "calculateurs/parcours-duree/", arbre, ".m-decision"),
    Etat("un calculateur intégré et son résultat", f"{CALCUL}integrer/#{REPONSES}", calculer),
    Etat("la fiche imprimée d’un calculateur", f"{CALCUL}#{REPONSES}", imprimer_le_calcul),
    Etat("une règle imprimée", "regles/aci-plafond-commercialisation/", imprimer),
    Etat("un quiz, bien répondu, et son bilan", MODULE, bien_repondre, "article"),
    Etat("un quiz, mal répondu", MODULE, mal_repondre, "article"),
    Etat("un quiz imprimé", MODULE, imprimer, "article"),
    Etat("la formation, tout appris", "formation/", finir, "article"),
    Etat("la progression, tout appris", SUIVI, finir, "article"),
    Etat("l’attestation remplie", ATTESTATION, signer, "article"),
    Etat("le mémento à une date, calculé", "au/?date=2020-06-01&siae=ACI", changer_de_jour, "article"),
    Etat("deux dates comparées", "comparer/?du=2024-01-01&au=2025-01-01&siae=ACI", rien, "article"),
    Etat("une formule essayée et refusée", "contribuer/langage/", essayer, '[data-operation="ajouter_mois"]'),
    Etat("l’infobulle d’un sigle", "regles/aci-plafond-commercialisation/", survoler_un_sigle, ".md-tooltip2", (1280,)),
    Etat("le mémento en un fichier, cherché", "memento.html", chercher_dans_le_fichier),
    Etat("le bandeau d’un brouillon", "regles/regle-modele/", rien, site="brouillon"),
    Etat("tout ce qui était gardé, effacé", "donnees-personnelles/", effacer, "article"),
)

"""A figure begun: its first dated value."""

from generator.model import Parametre, Revision, ValeurDatee
from generator.render.ebauches.ebauche import Ebauche, Ecrits, fichier
from generator.render.ebauches.lignes import a_remplir, champ, facultatifs, liste, remarque
from generator.render.ebauches.question import (
    Contexte,
    Question,
    Refus,
    Reponses,
    jour,
    mots_d_un_choix,
    nombre,
    un,
    unite,
)
from generator.render.ebauches.questions import nom, resume, source, theme, titre, verification, verifie

ECRITS = ("id", "titre", "resume", "unite", "themes", "revision", "valeurs", "confiance")
TABLEAU = "Un montant par structure : « par: [siae] », puis, sous « valeur », une ligne par code."


def _libre_dans_les_formules(answer: str, contexte: Contexte) -> str:
    """Formulas know a figure by its name: no input and no step of a calculator may bear it."""
    found = IDENTIFIANT.lire(answer, contexte)
    name = found.replace("-", "_")
    for calculateur in contexte.base.calculateurs.values():
        if name in {entree.nom for entree in calculateur.entrees} | {etape.nom for etape in calculateur.etapes}:
            raise Refus(f"« {name} » est déjà un nom dans les formules du calculateur « {calculateur.id} »")
    return found


def _ecrire(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier = un(reponses, "id")
    unit = un(reponses, "unite")
    lines = (
        f"id: {identifier}",
        *champ("titre", un(reponses, "titre")),
        *a_remplir(
            Parametre, "resume", un(reponses, "resume"), "ce que mesure ce chiffre, pour qui et pour quelle durée"
        ),
        *(champ("unite", unit) if unit else ()),
        *liste("themes", reponses["theme"]),
        f"revision: {un(reponses, 'revision')}",
        *remarque(TABLEAU),
        *facultatifs(Parametre, ECRITS),
        "valeurs:",
        f"  - du: {un(reponses, 'depuis')}",
        *liste("source", reponses["source"], 4),
        f"    valeur: {un(reponses, 'valeur')}",
        *facultatifs(ValeurDatee, ("du", "source", "valeur"), 4),
        *verifie(reponses),
    )
    return fichier(contexte, ("parametre", identifier), f"rules/parametres/{identifier}.yaml", lines)


IDENTIFIANT = nom("parametre")
PARAMETRE = Ebauche(
    "parametre",
    "un paramètre, c'est-à-dire un chiffre du droit",
    (
        titre(Parametre),
        Question("id", IDENTIFIANT.demande, lire=_libre_dans_les_formules, defaut=IDENTIFIANT.defaut),
        theme(Parametre),
        Question(
            "unite",
            "Unité, comme dans les formules : €/h, mois, % (vide : un simple nombre)",
            (Parametre, "unite"),
            lire=unite,
            obligatoire=False,
        ),
        source(),
        Question("depuis", "Premier jour de cette valeur (AAAA-MM-JJ)", (ValeurDatee, "du"), lire=jour),
        Question("valeur", "Valeur", (ValeurDatee, "valeur"), lire=nombre),
        Question(
            "revision",
            "Révision attendue : annuelle ou aucune",
            (Parametre, "revision"),
            choix=mots_d_un_choix(Revision),
            defaut=lambda *_: Revision.AUCUNE.value,
            obligatoire=False,
        ),
        resume(Parametre),
        *verification(Parametre),
    ),
    _ecrire,
)

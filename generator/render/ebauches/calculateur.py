"""A calculator begun: one input, one step, eight examples that already hold, each to be replaced."""

from collections.abc import Iterator

from generator.model import Calculateur, Entree, Etape, Exemple
from generator.render.ebauches.ebauche import Ebauche, Ecrits, fichier
from generator.render.ebauches.lignes import a_remplir, champ, commentaire, facultatifs, remarque
from generator.render.ebauches.question import Contexte, Reponses, un
from generator.render.ebauches.questions import (
    listes,
    mesure,
    mesures,
    nom,
    references,
    resume,
    siae,
    source,
    theme,
    titre,
    verification,
    verifie,
)
from generator.render.marques import a_completer

EXEMPLES = 8
ECRITS = (
    "id",
    "titre",
    "resume",
    "siae",
    "themes",
    "mesures",
    "entrees",
    "etapes",
    "resultats",
    "exemples",
    "confiance",
)
SEUILS = (
    "Exemples faits à la main d'après le texte, jamais recopiés du résultat. Chaque seuil en demande un juste "
    "au-dessous, un juste au-dessus, un au seuil même ; chaque jour de « changements », un avant et un après."
)


def _ecrire(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier = un(reponses, "id")
    lines = (
        f"id: {identifier}",
        *champ("titre", un(reponses, "titre")),
        *a_remplir(Calculateur, "resume", un(reponses, "resume"), "la question à laquelle ce calcul répond"),
        *listes(reponses, {"siae": "siae", "themes": "theme"}),
        *mesures(reponses),
        *facultatifs(Calculateur, ECRITS),
        "entrees:",
        *_entree(),
        "etapes:",
        *_etape(contexte, reponses),
        "resultats: [resultat]",
        *remarque(SEUILS),
        "exemples:",
        *(line for rank in range(1, EXEMPLES + 1) for line in _exemple(contexte, rank)),
        *verifie(reponses),
    )
    return fichier(contexte, ("calculateur", identifier), f"rules/calculateurs/{identifier}.yaml", lines)


def _entree() -> Iterator[str]:
    yield "  # « nom » est ce que lisent les formules : sans accent, avec des soulignés."
    yield "  - nom: quantite"
    yield from a_remplir(Entree, "libelle", "", "ce que l'on demande au lecteur", 4)
    yield from commentaire(Entree, "type", 4)
    yield "    type: nombre"
    yield "    min: 0"
    yield from facultatifs(Entree, ("nom", "libelle", "type", "min"), 4)


def _etape(contexte: Contexte, reponses: Reponses) -> Iterator[str]:
    yield "  - nom: resultat"
    yield from a_remplir(Etape, "libelle", "", "ce que donne cette ligne du calcul", 4)
    yield "    # La langue des formules : page contribuer/langage/ du site. Un chiffre du droit y a son paramètre."
    yield "    formule: quantite"
    yield from references(contexte, reponses, 4)
    yield from facultatifs(Etape, ("nom", "libelle", "formule", "references"), 4)


def _exemple(contexte: Contexte, rank: int) -> Iterator[str]:
    yield from champ("- titre", a_completer("une situation, en quelques mots"), 2)
    yield from champ("note", a_completer("le calcul, fait à la main d'après le texte"), 4)
    yield f"    date: {contexte.today}"
    yield f"    entrees: {{quantite: {rank}}}"
    yield f"    attendu: {{resultat: {rank}}}"
    if rank == EXEMPLES:
        yield from facultatifs(Exemple, ("titre", "note", "date", "entrees", "attendu"), 4)


CALCULATEUR = Ebauche(
    "calculateur",
    "un calculateur : une entrée, une étape et huit exemples à refaire",
    (
        titre(Calculateur),
        nom("calculateur"),
        theme(Calculateur),
        siae(Calculateur),
        source(),
        resume(Calculateur),
        mesure(Calculateur),
        *verification(Calculateur),
    ),
    _ecrire,
)

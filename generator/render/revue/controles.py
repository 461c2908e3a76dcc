"""What the person who reads a change over should check: one question for each kind of change."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.compile.calendrier import date_longue
from generator.render.revue import Revue
from generator.render.revue.donnees import Champ
from generator.render.revue.sujets import Sort, SujetChange

# What a version says: to write it otherwise is to change what has been published.
PAROLES = frozenset({"enonce", "en_pratique", "exceptions", "portee", "statut"})
EXISTANT = (Sort.CHANGE, Sort.RENOMME)


def controles(revue: Revue) -> tuple[str, ...]:
    """The questions that this change calls for, in the order in which one would ask them."""
    return tuple(question for control in CONTROLES for question in control(revue))


def enonces(revue: Revue) -> Iterator[str]:
    if any(_version_nouvelle(champ) for sujet in _regles(revue) for champ in sujet.champs):
        yield (
            "Chaque version nouvelle dit ce que dit le texte cité, ni plus ni moins, et commence le jour où il "
            "s’applique."
        )
    for sujet in _regles(revue):
        days = [champ.chemin[1] for champ in sujet.champs if sujet.sort in EXISTANT and _reecrite(champ)]
        if days:
            yield (
                f"« {sujet.titre} » : une version déjà écrite est réécrite ({_jours(days)}). Si le droit a changé, "
                "il faut une version nouvelle ; si c’était une faute, dites-le dans la proposition."
            )


def dates_de_lecture(revue: Revue) -> Iterator[str]:
    late = [
        sujet.titre
        for sujet in revue.sujets
        if sujet.sort in EXISTANT and sujet.genre in ("regle", "parametre", "calculateur")
        if any(champ.chemin[0] in ("versions", "valeurs", "etapes", "lacunes") for champ in sujet.champs)
        and not any(champ.chemin == ("verifie_le",) for champ in sujet.champs)
    ]
    if late:
        yield f"« verifie_le » n’a pas changé : le texte a-t-il été relu{_liste(late)} ?"


def portees(revue: Revue) -> Iterator[str]:
    moved = [
        sujet.titre
        for sujet in _regles(revue)
        if any(champ.chemin[-1] in ("portee", "statut") and sujet.sort in EXISTANT for champ in sujet.champs)
    ]
    if moved:
        yield f"La portée ou le statut change : quel texte oblige, ou n’oblige plus{_liste(moved)} ?"


def fins(revue: Revue) -> Iterator[str]:
    ended = [
        sujet.titre
        for sujet in _regles(revue)
        if any(champ.chemin[0] == "versions" and champ.chemin[-1] == "au" for champ in sujet.champs)
    ]
    if ended:
        yield f"Le dernier jour est la veille du jour où le texte nouveau s’applique{_liste(ended)}."


def structures(revue: Revue) -> Iterator[str]:
    moved = [
        sujet.titre
        for sujet in revue.sujets
        if sujet.sort in EXISTANT and any(champ.chemin[0] == "siae" for champ in sujet.champs)
    ]
    if moved:
        yield f"Les structures concernées sont celles que le texte nomme{_liste(moved)}."


def montants(revue: Revue) -> Iterator[str]:
    if revue.montants:
        yield "Chaque montant, son unité et son premier jour sont ceux de la source citée, lue et non rapportée."
    rewritten = [
        sujet.titre for sujet in revue.sujets if sujet.genre == "parametre" and any(map(_montant_reecrit, sujet.champs))
    ]
    if rewritten:
        yield (
            f"Un montant déjà écrit est réécrit{_liste(rewritten)}. S’il a changé, il faut une ligne datée nouvelle ; "
            "si c’était une faute, dites-le dans la proposition."
        )


def calculs(revue: Revue) -> Iterator[str]:
    if any(calcul.exemples for calcul in revue.calculs):
        yield "Chaque exemple qui change de résultat a été refait à la main, d’après le texte."
    silent = [calcul.titre for calcul in revue.calculs if calcul.calcul and not calcul.exemples]
    if silent:
        yield f"Le calcul change et aucun exemple ne le montre : il en manque peut-être un{_liste(silent)}."
    if any(sujet.genre == "calculateur" and sujet.sort is Sort.AJOUTE for sujet in revue.sujets):
        yield "Les exemples du calculateur nouveau sont faits à la main, au seuil, juste au-dessous et juste au-dessus."


def sources(revue: Revue) -> Iterator[str]:
    changed = [sujet for sujet in revue.sujets if sujet.genre == "source" and not sujet.relu]
    if changed:
        yield "Chaque source se retrouve par son adresse ou son numéro, et « lecture » dit ce qui en a vraiment été lu."


def mots(revue: Revue) -> Iterator[str]:
    if any(sujet.corps for sujet in revue.sujets):
        yield "Les mots nouveaux n’ajoutent rien aux règles qu’ils citent, et ne sont recopiés de nulle part."
    if any(sujet.genre == "glossaire" for sujet in revue.sujets):
        yield "Un sigle se déplie sur toutes les pages où il est écrit : il y a partout le même sens."


def adresses(revue: Revue) -> Iterator[str]:
    if revue.adresses.mortes:
        yield "Des adresses mourraient : rendez les pages, ou renvoyez-les (« memento renommer »)."
    if revue.adresses.nouvelles:
        yield "Les adresses nouvelles sont définitives : leurs noms sont-ils les bons ?"


def signalements(revue: Revue) -> Iterator[str]:
    if revue.gagnes:
        yield "Chaque avertissement nouveau est corrigé, ou expliqué dans la proposition."


CONTROLES: tuple[Callable[[Revue], Iterator[str]], ...] = (
    enonces,
    fins,
    portees,
    structures,
    montants,
    calculs,
    sources,
    dates_de_lecture,
    mots,
    adresses,
    signalements,
)


def _regles(revue: Revue) -> list[SujetChange]:
    return [sujet for sujet in revue.sujets if sujet.genre == "regle" and sujet.sort is not Sort.RETIRE]


def _version_nouvelle(champ: Champ) -> bool:
    return champ.chemin[0] == "versions" and len(champ.chemin) <= 2 and champ.avant is None


def _reecrite(champ: Champ) -> bool:
    """True when words of a version that was already there change, or when the version is gone."""
    if champ.chemin[0] != "versions" or len(champ.chemin) < 2:
        return False
    return champ.chemin[2] in PAROLES if len(champ.chemin) > 2 else champ.apres is None


def _montant_reecrit(champ: Champ) -> bool:
    """True when a dated line that was already there gives another value, or is gone."""
    if champ.chemin[0] != "valeurs" or champ.avant is None:
        return False
    return champ.apres is None if len(champ.chemin) <= 2 else champ.chemin[2] == "valeur"


def _jours(days: list[str]) -> str:
    return ", ".join(date_longue(date.fromisoformat(day)) for day in dict.fromkeys(days))


def _liste(titles: list[str]) -> str:
    return f" ({' ; '.join(titles)})"

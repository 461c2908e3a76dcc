"""One subject in a review: its fields as a reviewer calls them, word by word; its amounts, in a table."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby

from generator.compile.calendrier import date_longue
from generator.model import Parametre
from generator.render.ecarts import ecart_de_montant
from generator.render.exports.dates import libelle_de_cellule
from generator.render.filters import nombre, periode
from generator.render.revue import Revue
from generator.render.revue.donnees import ORDRE, Champ, Chemin
from generator.render.revue.ecriture import ajoute, echapper, mot_a_mot, supprime, tableau, valeur
from generator.render.revue.montants import Mouvement
from generator.render.revue.sujets import Passage, Sort, SujetChange
from generator.resolve.comparaison import ChangementDeMontant, Nature
from generator.resolve.periodes import Periode, cellules

# The names of fields, where the word of the file is not the word of a sentence.
CHAMPS = {
    "a_reverifier_avant": "à revérifier avant le",
    "au": "dernier jour",
    "consulte_le": "consultée le",
    "definition": "définition",
    "du": "premier jour",
    "en_pratique": "en pratique",
    "enonce": "énoncé",
    "entrees": "entrées",
    "etapes": "étapes",
    "mesures": "mesures du Pacte",
    "modelise": "modélisé",
    "non_modelise": "non modélisé",
    "portee": "portée",
    "precision": "précision",
    "references": "textes",
    "resume": "résumé",
    "resultats": "résultats",
    "siae": "structures",
    "themes": "thèmes",
    "unite": "unité",
    "valeurs": "ligne",
    "verifie_le": "vérifié le",
    "versions": "version",
}


def lignes_de_sujet(revue: Revue, sujet: SujetChange) -> Iterator[str]:
    """A line of Markdown for each field and each passage that changed; amounts are told by their table."""
    found: list[Champ] = []
    for champ in sujet.champs:
        if sujet.id in revue.montants and sujet.genre == "parametre":
            if champ.chemin[0] == "valeurs" and champ.chemin[2:3] == ("valeur",):
                continue
            champ = _sans_valeurs(champ)
        found.append(champ)
    for (path, sort), held in groupby(found, _liste):
        if path is None:
            yield from (line for champ in held for line in _champ(champ, sujet.sort))
        else:
            items = " ; ".join(valeur(champ.apres if sort is Sort.AJOUTE else champ.avant) for champ in held)
            yield f"{nommer(path)}{_mention(sort, sujet.sort)} : {items}"
    yield from map(_passage, sujet.corps)


def _liste(champ: Champ) -> tuple[Chemin | None, Sort]:
    """The list that a word came into or left, so that they are told together; no path for anything else."""
    sort, held = (Sort.AJOUTE, champ.apres) if champ.avant is None else (Sort.RETIRE, champ.avant)
    alone = champ.avant is None or champ.apres is None
    if alone and len(champ.chemin) > 1 and champ.chemin[-1] == " ".join(str(held).split()):
        return champ.chemin[:-1], sort
    return None, Sort.CHANGE


def _mention(sort: Sort, du_sujet: Sort) -> str:
    """Of a subject that is itself new or gone, that goes without saying."""
    return "" if du_sujet in (Sort.AJOUTE, Sort.RETIRE) else f" ({sort.value})"


def tableau_des_montants(revue: Revue, sujet: SujetChange) -> list[str]:
    """Cell by cell, with the days, both values in the unit of their side and how far they are from each other."""
    old = revue.avant.parametres.get(sujet.ancien or sujet.id)
    new = revue.apres.parametres.get(sujet.id)
    rows = []
    for move in revue.montants.get(sujet.id, ()):
        # A cell is named by the side that has it: lists and indexes may have changed too.
        named = (revue.apres, new) if new and move.cellule in cellules(new) else (revue.avant, old)
        cell = libelle_de_cellule(named[0], named[1], move.cellule) if named[1] else ""
        sides = _cote(old, move.avant, move.connu_avant), _cote(new, move.apres, move.connu_apres)
        gap = _ecart(new, move) if old and new and old.unite == new.unite else ""
        rows.append((echapper(cell or "valeur"), periode(move.du, move.au), *sides, gap))
    return tableau(("Pour", "Jours", "Avant", "Après", "Écart"), rows) if rows else []


def _cote(parametre: Parametre | None, value: Fraction | None, known: bool) -> str:
    if parametre is None or not known:
        return "rien de connu"
    return "inconnu" if value is None else echapper(nombre(value, parametre.unite))


def _ecart(parametre: Parametre, move: Mouvement) -> str:
    if move.ecart is None:
        return ""
    sides = (Periode(move.du, move.au, value) for value in (move.avant, move.apres))
    return echapper(ecart_de_montant(ChangementDeMontant(parametre, move.cellule, Nature.MODIFIEE, *sides)))


def _sans_valeurs(champ: Champ) -> Champ:
    """A dated line without the amounts that the table has told."""

    def prune(held: object) -> object:
        if isinstance(held, list):
            return [prune(item) for item in held]
        return {name: item for name, item in held.items() if name != "valeur"} if isinstance(held, dict) else held

    if champ.chemin[0] != "valeurs" or len(champ.chemin) > 2:
        return champ
    return Champ(champ.chemin, prune(champ.avant), prune(champ.apres))


def _champ(champ: Champ, sort: Sort) -> Iterator[str]:
    before, after = champ.avant, champ.apres
    if champ.chemin[-1] == ORDRE and isinstance(before, list) and isinstance(after, list):
        yield f"{nommer(champ.chemin[:-1])} : l’ordre change, {valeur(before)} → {valeur(after)}"
    elif isinstance(before, str) and isinstance(after, str):
        yield f"{nommer(champ.chemin)} : {mot_a_mot(before, after)}"
    elif before is not None and after is not None:
        yield f"{nommer(champ.chemin)} : {_barre(valeur(before))} → {_gras(valeur(after))}"
    else:
        yield from _un_cote(champ, sort)


def _un_cote(champ: Champ, sort: Sort) -> Iterator[str]:
    """What is only on one side."""
    held = champ.apres if champ.avant is None else champ.avant
    word = _mention(Sort.AJOUTE if champ.avant is None else Sort.RETIRE, sort)
    if isinstance(held, list) and any(isinstance(item, dict) for item in held):
        for item in held:
            yield f"{nommer(champ.chemin)}{word} : {valeur(_nomme(item))}"
    else:
        yield f"{nommer(champ.chemin)}{word} : {valeur(_nomme(held))}"


def _nomme(item: object) -> object:
    """An item of a list with its fields as a reviewer calls them."""
    if isinstance(item, dict):
        return {CHAMPS.get(name, name.replace("_", " ")): _nomme(held) for name, held in item.items()}
    return [_nomme(held) for held in item] if isinstance(item, list) else item


def nommer(chemin: Chemin) -> str:
    """« version du 1er janvier 2020, énoncé »."""
    words: list[str] = []
    for step in chemin:
        if (day := _jour(step)) is not None:
            words[-1:] = [f"{words[-1]} du {date_longue(day)}"] if words else [date_longue(day)]
        else:
            words.append(CHAMPS.get(step, step.replace("_", " ") if step.isidentifier() else f"« {step} »"))
    return f"**{echapper(', '.join(words))}**"


def _jour(step: str) -> date | None:
    try:
        return date.fromisoformat(step)
    except ValueError:
        return None


def _passage(passage: Passage) -> str:
    if passage.avant and passage.apres:
        return f"corps : {mot_a_mot(passage.avant, passage.apres)}"
    if passage.apres:
        return f"corps (ajout) : {ajoute(' '.join(passage.apres.split()))}"
    return f"corps (retrait) : {supprime(' '.join(passage.avant.split()))}"


def _barre(text: str) -> str:
    return f"<del>{text}</del>"


def _gras(text: str) -> str:
    return f"<ins>{text}</ins>"

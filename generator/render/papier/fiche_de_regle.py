"""A rule on paper: what it says that day, what it rests on, what it said before, what was proposed."""

from datetime import date

from generator.compile.calendrier import date_longue
from generator.model import LacuneDeRegle, Portee, Regle, Statut, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version, titre
from generator.render.filters import periode
from generator.render.libelles import LIBELLES, etat
from generator.render.papier.ecriture import Contenu, appel, mots
from generator.render.papier.ouvrage import Ouvrage
from generator.render.regles import chronologie, lacune_du_jour, montree

# A shape beside the words, so that black and white tells them apart.
SIGNES = {
    "prescriptif": "■",
    "indicatif": "◇",
    "en-vigueur": "●",
    "passee": "◌",
    "a-venir": "▷",
    "propose": "○",
    "experimental": "◐",
    "abroge": "×",
}


def pastille(valeur: str, suite: str = "") -> dict[str, str]:
    """A badge: its sign, its words."""
    return {"genre": valeur, "signe": SIGNES[valeur], "mots": mots(LIBELLES[valeur] + suite)}


def pastilles(version: VersionDeRegle, jour: date) -> tuple[dict[str, str], ...]:
    fate = f", {LIBELLES[version.adoption].lower()}" if version.adoption else ""
    return pastille(version.portee), pastille(etat(version, jour), fate)


def fiche_de_regle(ouvrage: Ouvrage, regle: Regle) -> Contenu:
    """The call that lays a rule out."""
    base, jour = ouvrage.atelier.base, ouvrage.atelier.today
    current = regle.au(jour)
    shown = montree(regle, jour)
    codes = list(base.listes["siae"].options)
    others = [item for item in chronologie(regle) if item is not shown]
    return appel(
        "regle",
        ancre=f"regle:{regle.id}",
        titre=mots(regle.titre),
        siae=sorted(regle.siae, key=lambda code: codes.index(code) if code in codes else len(codes)),
        pastilles=pastilles(shown, jour),
        periode=mots(_quand(shown)),
        alerte=_alerte(regle, jour),
        portee=mots("un texte oblige" if shown.portee is Portee.PRESCRIPTIF else "cela guide, sans obliger"),
        en_cours=current is not None,
        enonce=mots(shown.enonce),
        pratique=mots(shown.en_pratique or ""),
        exceptions=[mots(text) for text in shown.exceptions],
        changement=mots(shown.changement or ""),
        adoption=mots(shown.adoption_note or ""),
        note=mots(shown.note or ""),
        fondement=[ouvrage.fondement(reference) for reference in shown.references],
        versions=[_version(ouvrage, regle, item) for item in others if not _proposee(item)],
        propositions=[_version(ouvrage, regle, item) for item in others if _proposee(item)],
        chiffres=[
            {"ancre": f"parametre:{name}", "titre": mots(base.parametres[name].titre)} for name in regle.parametres
        ],
        voir=[_voir(ouvrage, name) for name in regle.voir],
        calculateurs=[
            {"titre": mots(titre(base, "calculateur", name)), "adresse": _adresse_de_calcul(ouvrage, name)}
            for name in regle.calculateurs
        ],
        adresse=ouvrage.adresse(adresse_de_version(regle.id, shown.du)),
        verifie=mots(date_longue(regle.verifie_le)),
        confiance=regle.confiance.value,
    )


def _adresse_de_calcul(ouvrage: Ouvrage, name: str) -> str:
    return ouvrage.adresse(adresse(ouvrage.atelier.base, "calculateur", name))


def _alerte(regle: Regle, jour: date) -> str:
    """What must be read before the statement, when it is not simply the law of the day."""
    current = regle.au(jour)
    if current is not None:
        gone = f"Cette règle n'est plus en vigueur depuis le {date_longue(current.du)}."
        return mots(gone) if current.statut is Statut.ABROGE else ""
    gap = lacune_du_jour(regle, jour)
    unread = f" Le texte {periode(gap.du, gap.au)} n'a pas été lu : {gap.motif.rstrip('.')}." if gap else ""
    return mots(
        f"Aucune version de cette règle n'est connue comme en vigueur au {date_longue(jour)}.{unread} "
        "Ce qui suit n'est pas le droit du jour."
    )


def _quand(version: VersionDeRegle) -> str:
    if version.statut is Statut.PROPOSE:
        return f"proposé le {date_longue(version.du)}"
    return periode(version.du, version.au)


def _proposee(item: VersionDeRegle | LacuneDeRegle) -> bool:
    return isinstance(item, VersionDeRegle) and item.statut is Statut.PROPOSE


def _version(ouvrage: Ouvrage, regle: Regle, item: VersionDeRegle | LacuneDeRegle) -> dict[str, object]:
    if isinstance(item, LacuneDeRegle):
        return {"periode": mots(periode(item.du, item.au)), "lacune": mots(item.motif)}
    return {
        "periode": mots(_quand(item)),
        "pastilles": pastilles(item, ouvrage.atelier.today),
        "enonce": mots(item.enonce),
        "changement": mots(item.changement or ""),
        "adoption": mots(item.adoption_note or ""),
        "fondement": [ouvrage.fondement(reference) for reference in item.references],
        "adresse": ouvrage.adresse(adresse_de_version(regle.id, item.du)),
    }


def _voir(ouvrage: Ouvrage, name: str) -> dict[str, str]:
    """Another rule; one that the document leaves out has no page."""
    printed = adresse(ouvrage.atelier.base, "regle", name) in ouvrage.ancres
    return {"ancre": f"regle:{name}" if printed else "", "titre": mots(ouvrage.atelier.base.regles[name].titre)}

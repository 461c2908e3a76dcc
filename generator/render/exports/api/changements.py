"""What changed, as data: the law, the amounts, the mémento itself."""

import datetime

from pydantic import Field

from generator.render.atelier import Atelier
from generator.render.evenements import Evenement, evenements
from generator.render.exports.api.sortie import CodeDePortee, CodeDeStatut, Exact, Fichier, Sortie, Unite, entete, exact


class MouvementPublie(Sortie, title="Mouvement"):
    """Une case d’un paramètre qui a changé de valeur."""

    codes: dict[str, str] = Field(description="Liste → code. Vide quand il n’y a qu’une valeur.")
    avant: Exact = Field(description="L’ancienne valeur.")
    apres: Exact = Field(description="La nouvelle valeur.")


class ChangementPublie(Sortie, title="Changement"):
    """Un changement du droit, d’un montant, ou du mémento lui-même."""

    cle: str = Field(description="Nom permanent du changement.")
    genre: str = Field(description="regle, parametre ou memento.")
    date: datetime.date = Field(description="Jour où il prend effet ; il peut être à venir.")
    titre: str = Field(description="Ce qui change.")
    texte: str = Field(description="En mots.")
    siae: tuple[str, ...] = Field(description="Types de structures concernés ; vide quand aucun ne l’est en propre.")
    themes: tuple[str, ...] = Field(description="Identifiants des thèmes.")
    portee: CodeDePortee | None = Field(description="Pour une règle : prescriptif ou indicatif.")
    statut: CodeDeStatut | None = Field(description="Pour une règle : en-vigueur, experimental ou abroge.")
    importance: str | None = Field(description="Pour le mémento : majeure ou mineure.")
    sujet: str | None = Field(description="Identifiant de la règle ou du paramètre.")
    unite: Unite
    mouvements: tuple[MouvementPublie, ...] = Field(description="Pour un paramètre : les cases qui ont changé.")
    url: str = Field(description="Page, depuis la racine du site.")


class FichierDeChangements(Fichier, title="Changements"):
    """Les changements, du plus récent au plus ancien."""

    changements: tuple[ChangementPublie, ...] = Field(description="Les changements.")


def fichier_de_changements(atelier: Atelier) -> FichierDeChangements:
    published = tuple(_changement(atelier, event) for event in evenements(atelier.base))
    return FichierDeChangements(**entete(atelier, "changements"), changements=published)


def _changement(atelier: Atelier, event: Evenement) -> ChangementPublie:
    parametre = event.parametre
    subject = event.regle or parametre
    return ChangementPublie(
        cle=event.cle,
        genre=event.genre,
        date=event.date,
        titre=event.titre,
        texte=atelier.nu(event.texte),
        siae=event.siae,
        themes=event.themes,
        portee=event.portee.value if event.portee else None,
        statut=event.statut.value if event.statut else None,
        importance=event.importance.value if event.importance else None,
        sujet=subject.id if subject else None,
        unite=parametre.unite if parametre else "",
        mouvements=tuple(
            MouvementPublie(
                codes=dict(zip(parametre.par, move.codes, strict=True)) if parametre else {},
                avant=exact(move.avant),
                apres=exact(move.apres),
            )
            for move in event.mouvements
        ),
        url=event.url,
    )

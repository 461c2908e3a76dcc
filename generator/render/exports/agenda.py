"""A calendar to subscribe to (RFC 5545): what enters into force, what ends, what is to be verified again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import uuid5

from generator import VERSION
from generator.compile.calendrier import date_longue
from generator.render.adresses import adresse_de_version
from generator.render.atelier import Atelier
from generator.render.evenements import Evenement, a_venir, fins, passes
from generator.render.exports.flux import ESPACE, mouvement
from generator.render.filters import typographier
from generator.render.libelles import LIBELLES

URL = "calendrier.ics"
PASSE = timedelta(days=365)
OCTETS_MAX = 75


@dataclass(frozen=True, slots=True)
class Journee:
    """One whole day. `cle` names it for ever; `vu_le` is the day when its fact was last seen in its source."""

    cle: str
    jour: date
    titre: str
    texte: str
    genre: str
    vu_le: date
    url: str


def fichier_de_calendrier(atelier: Atelier) -> dict[str, bytes]:
    """The calendar by its url."""
    days = sorted(journees(atelier), key=lambda day: (day.jour, day.cle))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Mémento de l’inclusion//memento {VERSION}//FR",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{echapper(atelier.base.editeur.titre)}",
        *(line for day in days for line in _evenement(atelier, day)),
        "END:VCALENDAR",
    ]
    return {URL: "".join(f"{plier(line)}\r\n" for line in lines).encode()}


def journees(atelier: Atelier) -> Iterator[Journee]:
    """The days of the calendar, in no order."""
    base, today = atelier.base, atelier.today
    for event in (*passes(base, today), *a_venir(base, today)):
        if event.entree is None and event.date >= today - PASSE:
            yield _entree_en_vigueur(atelier, event)
    for regle, version in fins(base):
        if version.au and version.au >= today - PASSE:
            unread = any(gap.du > version.au for gap in regle.lacunes)
            worth = f"{LIBELLES[version.statut]}, {LIBELLES[version.portee].lower()}"
            after = "La suite n’a pas été lue." if unread else "Aucune suite n’est connue."
            yield Journee(
                cle=f"fin/{regle.id}/{version.du}",
                jour=version.au,
                titre=f"Dernier jour connu : {regle.titre}",
                texte=f"{worth}, jusqu’au {date_longue(version.au)} inclus. {after}",
                genre="Fin",
                vu_le=regle.verifie_le,
                url=adresse_de_version(regle.id, version.du),
            )
    due = sorted(base.regles.values(), key=lambda regle: (regle.a_reverifier_avant, regle.id))
    for day, rules in groupby(due, key=lambda regle: regle.a_reverifier_avant):
        found = list(rules)
        yield Journee(
            cle=f"reverifier/{day}",
            jour=day,
            titre=f"{len(found)} règle{'s' if len(found) > 1 else ''} du mémento à revérifier",
            texte="\n".join(regle.titre for regle in found),
            genre="Vérification",
            vu_le=max(regle.verifie_le for regle in found),
            url="regles/",
        )


def _entree_en_vigueur(atelier: Atelier, event: Evenement) -> Journee:
    if event.parametre:
        text = "\n".join(mouvement(move, event.parametre.unite) for move in event.mouvements)
    else:
        assert event.version is not None
        text = f"{LIBELLES[event.version.portee]}. {atelier.nu(event.texte)}"
    checked = event.regle or event.parametre
    assert checked is not None
    return Journee(
        cle=event.cle,
        jour=event.date,
        titre=f"{'Nouveau montant' if event.parametre else 'Entrée en vigueur'} : {event.titre}",
        texte=text,
        genre="Montant" if event.parametre else "Règle",
        vu_le=checked.verifie_le,
        url=event.url,
    )


def _evenement(atelier: Atelier, day: Journee) -> Iterator[str]:
    """DTSTAMP is the day when the fact was last verified: a calendar does not change when nothing has."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(ESPACE, f'calendrier/{day.cle}')}"
    yield f"DTSTAMP:{day.vu_le:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.jour:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.jour + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{echapper(typographier(day.titre))}"
    yield f"DESCRIPTION:{echapper(typographier(day.texte))}"
    yield f"CATEGORIES:{echapper(day.genre)}"
    # The value is a whole URI: a path would not be one.
    if atelier.base.editeur.adresse:
        yield f"URL:{atelier.absolue(day.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def echapper(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def plier(line: str) -> str:
    """A content line in lines of 75 octets at most, none of them cut inside a letter."""
    folded, size = "", 0
    for letter in line:
        weight = len(letter.encode())
        if size + weight > OCTETS_MAX:
            # The space that begins the next line counts.
            folded, size = f"{folded}\r\n ", 1
        folded, size = folded + letter, size + weight
    return folded

"""Atom feeds (RFC 4287) of what changed: all of it, by structure, by theme, what binds, the journal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5
from xml.etree import ElementTree

from markupsafe import Markup

from generator import VERSION
from generator.compile.calendrier import date_longue
from generator.model import Portee
from generator.render.atelier import Atelier
from generator.render.evenements import NOUVEAUTES, Evenement, Mouvement, passes
from generator.render.exports.api.sortie import LICENCE
from generator.render.filters import lien_relatif, nombre, typographier
from generator.render.libelles import LIBELLES

# Names are made in it for ever: another value would announce everything again to every reader.
ESPACE = UUID("6533f175-5420-4d1f-a135-f96ad64c4ae1")
DOSSIER = "flux/"
ENTREES_MAX = 100


@dataclass(frozen=True, slots=True)
class Flux:
    """One feed: its file name, what people call it, and what it keeps."""

    nom: str
    titre: str
    retient: Callable[[Evenement], bool]

    @property
    def url(self) -> str:
        return f"{DOSSIER}{self.nom}.xml"


def identifiant(cle: str) -> str:
    """The permanent name of an entry or of a feed."""
    return f"urn:uuid:{uuid5(ESPACE, cle)}"


def flux(atelier: Atelier) -> tuple[Flux, ...]:
    """Every feed, the most general first."""
    base = atelier.base
    siae = base.listes["siae"].options if "siae" in base.listes else {}
    return (
        Flux("tout", "Tous les changements", lambda _: True),
        Flux("prescriptif", "Ce qui oblige", lambda event: event.portee is Portee.PRESCRIPTIF),
        Flux("journal", "Le mémento lui-même", lambda event: event.entree is not None),
        *(Flux(code.lower(), name, _de_structure(code)) for code, name in siae.items()),
        *(Flux(f"theme-{theme.id}", theme.titre, _de_theme(theme.id)) for theme in base.themes.values()),
    )


def _de_structure(code: str) -> Callable[[Evenement], bool]:
    return lambda event: code in event.siae


def _de_theme(name: str) -> Callable[[Evenement], bool]:
    return lambda event: name in event.themes


def fichiers_de_flux(atelier: Atelier) -> dict[str, bytes]:
    """Each feed by its url."""
    past = passes(atelier.base, atelier.today)
    kept = {one: tuple(event for event in past if one.retient(event))[:ENTREES_MAX] for one in flux(atelier)}
    # Several feeds hold the same.
    events = {event.cle: event for found in kept.values() for event in found}
    entries = {name: _entree(atelier, event) for name, event in events.items()}
    return {one.url: _atom(atelier, one, found, [entries[event.cle] for event in found]) for one, found in kept.items()}


def _atom(atelier: Atelier, one: Flux, events: tuple[Evenement, ...], entries: list[bytes]) -> bytes:
    editeur = atelier.base.editeur
    feed = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "fr"})
    _dire(feed, "id", identifiant(f"flux/{one.nom}"))
    _dire(feed, "title", typographier(f"{editeur.titre} : {one.titre}"))
    # Without any entry yet, the day of the build is the last on which that was true.
    _dire(feed, "updated", instant(max((event.date for event in events), default=atelier.today)))
    author = ElementTree.SubElement(feed, "author")
    _dire(author, "name", editeur.nom or editeur.titre)
    if editeur.adresse:
        _dire(author, "uri", editeur.adresse)
    _lier(feed, "self", "application/atom+xml", adresse_publique(atelier, one.url))
    _lier(feed, "alternate", "text/html", adresse_publique(atelier, NOUVEAUTES))
    _dire(feed, "rights", LICENCE)
    _dire(feed, "generator", "memento", version=VERSION)
    ElementTree.indent(feed, " ")
    made: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    end = b"\n</feed>"
    return b"".join((made.removesuffix(end), *(b"\n " + entry for entry in entries), end, b"\n"))


def _entree(atelier: Atelier, event: Evenement) -> bytes:
    """As it is written in each feed that holds it."""
    entry = ElementTree.Element("entry")
    _dire(entry, "id", identifiant(event.cle))
    _dire(entry, "title", typographier(event.titre))
    _dire(entry, "updated", instant(event.date))
    _lier(entry, "alternate", "text/html", adresse_publique(atelier, event.url))
    for term, label in _categories(atelier, event).items():
        ElementTree.SubElement(entry, "category", {"term": term, "label": typographier(label)})
    _dire(entry, "summary", typographier(atelier.nu(event.texte)), type="text")
    _dire(entry, "content", _contenu(atelier, event), type="html")
    ElementTree.indent(entry, " ", level=1)
    made: bytes = ElementTree.tostring(entry, encoding="utf-8")
    return made


def _categories(atelier: Atelier, event: Evenement) -> Mapping[str, str]:
    """Term → label; a term begins with what it classifies by."""
    base = atelier.base
    found = {f"theme/{name}": base.themes[name].titre for name in event.themes}
    found |= {f"structure/{code}": base.listes["siae"].options[code] for code in event.siae}
    for kind, value in (("portee", event.portee), ("statut", event.statut)):
        if value:
            found[f"{kind}/{value.value}"] = LIBELLES[value.value]
    if event.importance:
        found[f"importance/{event.importance.value}"] = LIBELLES[event.importance.value]
    return found


def _contenu(atelier: Atelier, event: Evenement) -> str:
    """HTML without any link: a reader shows it away from the site."""
    parts = [Markup("<p>{}</p>").format(typographier(atelier.nu(event.texte)))]
    if event.version:
        version = event.version
        worth = f"{LIBELLES[version.portee]}. {LIBELLES[version.statut]}, à compter du {date_longue(version.du)}."
        basis = " ; ".join(atelier.base.sources[reference.source].nom for reference in version.references)
        parts.append(Markup("<p>{}</p>").format(typographier(atelier.nu(version.enonce))))
        parts.append(Markup("<p>{}</p><p>{}</p>").format(worth, typographier(f"Fondement : {basis}.")))
    if event.parametre:
        lines = Markup("").join(
            Markup("<li>{}</li>").format(typographier(mouvement(move, event.parametre.unite)))
            for move in event.mouvements
        )
        parts.append(Markup("<p>À compter du {} :</p><ul>{}</ul>").format(date_longue(event.date), lines))
    return str(Markup("").join(parts))


def mouvement(move: Mouvement, unite: str) -> str:
    """« ACI : de 100 € à 110 € »."""
    name = f"{move.cellule} : " if move.cellule else ""
    return f"{name}de {nombre(move.avant, unite)} à {nombre(move.apres, unite)}"


def adresse_publique(atelier: Atelier, url: str) -> str:
    """Absolute, or relative to the feed as long as the publisher has given no address."""
    return atelier.absolue(url) if atelier.base.editeur.adresse else lien_relatif(DOSSIER, url)


def instant(day: date) -> str:
    """The first second of a day."""
    return f"{day.isoformat()}T00:00:00Z"


def _dire(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text


def _lier(parent: ElementTree.Element, rel: str, kind: str, href: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})

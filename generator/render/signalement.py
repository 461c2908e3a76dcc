"""« Signaler une erreur »: where a page is reported, with what names it already written in the form."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode, urlsplit

from generator.model import Editeur, Forge
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import CITANTS, Atelier
from generator.render.site import Page

# The form of an error and its fields: the forms of the forges are made with these names.
FORMULAIRE = "erreur"
SUJET, VERSION, ADRESSE = "sujet", "version", "adresse"


def signalements(atelier: Atelier, pages: Iterable[Page]) -> dict[str, str]:
    """Page url → the form of the forge; nothing until the publisher names a repository on a known one."""
    forge = forge_de(atelier.base.editeur)
    depot = atelier.base.editeur.depot
    if forge is None or depot is None:
        return {}
    subjects = _sujets(atelier)
    found = {}
    for page in pages:
        name, version = subjects.get(page.url, ("", atelier.today.isoformat()))
        filled = {SUJET: name or page.titre, VERSION: version, ADRESSE: atelier.absolue(page.url)}
        found[page.url] = _lien(forge, depot.rstrip("/").removesuffix(".git"), page.titre, filled)
    return found


def forge_de(editeur: Editeur) -> Forge | None:
    """The forge that the publisher names, else the one that the address of the repository says; None when none does."""
    if editeur.forge or editeur.depot is None:
        return editeur.forge if editeur.depot else None
    host = urlsplit(editeur.depot).hostname or ""
    if host == "github.com":
        return Forge.GITHUB
    return Forge.GITLAB if "gitlab" in host.split(".") else None


def _sujets(atelier: Atelier) -> Mapping[str, tuple[str, str]]:
    """Page url → what it is about, `genre:id`, and the first day of what it says; for a rule, of its version."""
    base, day = atelier.base, atelier.today.isoformat()
    found = {}
    for kind in CITANTS:
        for identifier in base.identifiants(kind):
            found[adresse(base, kind, identifier)] = (f"{kind}:{identifier}", day)
    for regle in base.regles.values():
        name = f"regle:{regle.id}"
        current = regle.au(atelier.today)
        if current:
            found[adresse(base, "regle", regle.id)] = (name, current.du.isoformat())
        for version in regle.versions:
            found[adresse_de_version(regle.id, version.du)] = (name, version.du.isoformat())
    return found


def _lien(forge: Forge, depot: str, titre: str, filled: Mapping[str, str]) -> str:
    title = f"Erreur : {titre}"
    if forge is Forge.GITHUB:
        return f"{depot}/issues/new?" + _parametres({"template": f"{FORMULAIRE}.yml", "title": title, **filled})
    lines = "\n".join(f"- {name} : {value}" for name, value in filled.items())
    return f"{depot}/-/issues/new?" + _parametres(
        {"issuable_template": FORMULAIRE, "issue[title]": title, "issue[description]": lines}
    )


def _parametres(values: Mapping[str, str]) -> str:
    return urlencode(values, quote_via=quote)

"""Learning: a page a module with its self-test, a page an audience with its path, and what a learner keeps of them."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from generator.model import Question
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.filters import lien_relatif, typographier
from generator.render.renvois import cites
from generator.render.site import NavEntry, Page

PROGRESSION = NavEntry("Ma progression", "formation/ma-progression/")
ATTESTATION = NavEntry("Attestation à imprimer", "formation/attestation/")


def pages_de_formation(atelier: Atelier) -> Iterator[Commande]:
    """The modules in their order, the paths, then what is made from the learner's own progress."""
    for name in atelier.base.modules:
        yield Commande(_module, (name,))
    for name in atelier.base.publics:
        yield Commande(_public, (name,))
    if atelier.base.modules:
        yield Commande(_progression)
        yield Commande(_attestation)


def _progression(atelier: Atelier) -> Page:
    return _suivi(
        atelier,
        PROGRESSION,
        "Les modules lus, les réponses données : à voir, à emporter, à effacer.",
        mots=("avancement", "résultats", "scores", "où j’en suis"),
    )


def _attestation(atelier: Atelier) -> Page:
    return _suivi(
        atelier,
        ATTESTATION,
        "Une attestation de suivi que l’apprenant rédige et imprime lui-même.",
        mots=("certificat", "preuve de formation", "document à imprimer", "attestation de formation"),
    )


def catalogue(atelier: Atelier, url: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """What the browser needs to tell a learner where they stand, for some modules, as seen from a page."""
    return [_fiche_de_module(atelier, url, name) for name in names]


def empreinte(question: Question) -> str:
    """What names a question in a browser: an answer never goes to another question, nor to one that was rewritten."""
    said = json.dumps([question.enonce, question.choix, question.bonne], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def _fiche_de_module(atelier: Atelier, url: str, name: str) -> dict[str, Any]:
    base = atelier.base
    module = base.modules[name]
    here = adresse(base, "module", name)
    return {
        "id": name,
        "titre": typographier(module.titre),
        "lien": lien_relatif(url, here),
        "questions": [
            {
                "id": empreinte(question),
                "numero": number,
                "enonce": typographier(atelier.nu(question.enonce)),
                "bonne": question.bonne,
                "regle": typographier(base.regles[question.regle].titre),
                "lien": lien_relatif(url, adresse(base, "regle", question.regle)),
                "version": _version(atelier, question.regle),
            }
            for number, question in enumerate(module.questions, 1)
        ],
    }


def _version(atelier: Atelier, regle: str) -> str:
    """The first day of the version in force on the day of the site; empty when none is known."""
    current = atelier.base.regles[regle].au(atelier.today)
    return current.du.isoformat() if current else ""


def _module(atelier: Atelier, name: str) -> Page:
    base = atelier.base
    module = base.modules[name]
    body = base.document("module", name).body
    taught = [identifier for kind, identifier in cites(body, base) if kind == "regle"]
    asked = [question.regle for question in module.questions]
    names = list(base.modules)
    rank = names.index(name)
    return atelier.page_ecrite(
        "module",
        name,
        module.titre,
        module.resume,
        apres=(("questions", "Se tester"), ("regles", "Les règles de ce module"), ("sources", "Sources")),
        module=module,
        catalogue=catalogue(atelier, adresse(base, "module", name), (name,)),
        regles=[base.regles[regle] for regle in dict.fromkeys((*taught, *asked)) if regle in base.regles],
        publics=[key for key, public in base.publics.items() if any(step.module == name for step in public.modules)],
        precedent=names[rank - 1] if rank else None,
        suivant=names[rank + 1] if rank + 1 < len(names) else None,
    )


def _public(atelier: Atelier, name: str) -> Page:
    public = atelier.base.publics[name]
    url = adresse(atelier.base, "public", name)
    return atelier.page_ecrite(
        "public",
        name,
        public.titre,
        public.resume,
        avant=(("modules", "Les modules, dans l’ordre"),),
        apres=(("sources", "Sources"),),
        public=public,
        catalogue=catalogue(atelier, url, tuple(step.module for step in public.modules)),
    )


def _suivi(atelier: Atelier, entry: NavEntry, description: str, *, mots: tuple[str, ...]) -> Page:
    """A page of its own template, filled in the browser from what it keeps."""
    url = entry.url or ""
    return atelier.page(
        f"{url.split('/')[1]}.html",
        url,
        entry.titre,
        description,
        mots=mots,
        catalogue=catalogue(atelier, url, tuple(atelier.base.modules)),
    )

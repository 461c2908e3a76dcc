"""The mémento in one file: a document that one keeps, sends, prints, and searches without network."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import minify
from markupsafe import Markup

from generator.model import LacuneDeRegle, Regle, VersionDeRegle
from generator.render import adresses
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.finition import finir
from generator.render.recherche.analyse import donnees
from generator.render.regles import lacune_du_jour, montree
from generator.render.script import joindre, modules
from generator.render.tableaux import Tableau, tableau_du_jour

MONOFICHIER, ENTREE = "memento.html", "monofichier/main"
FEUILLES = ("assets/styles/identite.css", "assets/monofichier/monofichier.css")


@dataclass(frozen=True, slots=True)
class FicheDeRegle:
    """A rule with the version to read; `du_jour` is false when that one is not today's law."""

    regle: Regle
    version: VersionDeRegle
    du_jour: bool
    lacune: LacuneDeRegle | None


@dataclass(frozen=True, slots=True)
class Tenue:
    """What the theme gives the document: its styles and its script, made small."""

    style: str
    script: str


def commande_du_fichier_unique(assets: Mapping[str, bytes]) -> Commande:
    """The document, made again when what the theme gives it changes."""
    # Made here: what makes them small does not survive in a copy of this process.
    dress = _tenue(assets)
    return Commande(_composer, (hashlib.blake2b(repr(dress).encode(), digest_size=16).hexdigest(),), (dress,))


def fichier_unique(atelier: Atelier, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The document by its url; none for a theme that has no styles for it."""
    return _composer(atelier, (_tenue(assets),))


def _tenue(assets: Mapping[str, bytes]) -> Tenue | None:
    if not all(url in assets for url in FEUILLES):
        return None
    return Tenue(
        minify.string("text/css", "".join(assets[url].decode() for url in FEUILLES)),
        minify.string("application/javascript", joindre(modules(assets), ENTREE)),
    )


def _composer(atelier: Atelier, donnees_du_theme: tuple[Tenue | None]) -> dict[str, bytes]:
    (dress,) = donnees_du_theme
    if dress is None:
        return {}
    base = atelier.base
    html = atelier.gabarits.get_template("monofichier.html").render(
        style=Markup(dress.style),
        script=_en_ligne(dress.script),
        analyse=donnees(),
        themes=_par_theme(atelier),
        parties=tuple(_parties(atelier)),
        montants=[
            (parametre, tableau_du_jour(base, parametre, atelier.today)) for parametre in base.parametres.values()
        ],
        fondements=_fondements,
        absolue=atelier.absolue,
        adresse=lambda kind, identifier: adresses.adresse(base, kind, str(identifier)),
        adresse_de_version=adresses.adresse_de_version,
        nom=lambda kind, identifier: adresses.titre(base, kind, str(identifier)),
    )
    # Acronyms are not spelled out at each place: the glossary is in the file.
    finished = finir(html, {})
    atelier.admettre(finished[finished.index("<main>") : finished.index("</main>") + len("</main>")], None)
    return {MONOFICHIER: f"<!doctype html>\n{finished}".encode()}


def _en_ligne(script: str) -> Markup:
    """A script inside its page: what could close its element is written otherwise."""
    return Markup(script.replace("</", "<\\/"))


def _par_theme(atelier: Atelier) -> dict[str, list[FicheDeRegle]]:
    found: dict[str, list[FicheDeRegle]] = {theme: [] for theme in atelier.base.themes}
    for regle in atelier.base.regles.values():
        shown = montree(regle, atelier.today)
        found[regle.themes[0]].append(
            FicheDeRegle(regle, shown, shown is regle.au(atelier.today), lacune_du_jour(regle, atelier.today))
        )
    return {theme: rules for theme, rules in found.items() if rules}


def _parties(atelier: Atelier) -> Iterator[tuple[str, str]]:
    """What follows the rules: (anchor, title)."""
    base = atelier.base
    parts = (
        ("montants", "Les montants et les seuils", base.parametres),
        ("parcours", "Les étapes du parcours", base.etapes),
        ("pratiques", "Les bonnes pratiques", base.pratiques),
        ("pacte", "Les mesures du Pacte de 2019", base.mesures),
        ("glossaire", "Le glossaire", base.termes),
        ("sources", "Les sources", base.sources),
    )
    return ((anchor, title) for anchor, title, held in parts if held)


def _fondements(tableau: Tableau) -> tuple[str, ...]:
    """The sources of the values of a day, each once."""
    return tuple(
        dict.fromkeys(source for line in tableau.lignes for origin in line.origines for source in origin.source)
    )

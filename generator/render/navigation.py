"""The lines of the navigation, a page in one place only."""

from collections import Counter

from generator.diagnostics.explications import PAGES
from generator.model import Source
from generator.render.adresses import SEULS, adresse
from generator.render.adresses import titre as nom
from generator.render.atelier import Atelier
from generator.render.evenements import NOUVEAUTES
from generator.render.explications import TITRE as CODES
from generator.render.filters import typographier
from generator.render.formation import ATTESTATION, PROGRESSION
from generator.render.menu import aere, sous_titres
from generator.render.pages import RECHERCHE, SOMMAIRES
from generator.render.papier.annexes import ARTICLE, PLURIELS, code_de, rang
from generator.render.reutiliser import REUTILISER
from generator.render.site import NavEntry

# The guide for contributors: its first page, and the folder of the others.
GUIDE, GUIDE_DIR = "contribuer/index", "contribuer/"
# A code from which fewer articles are cited has no heading of its own.
ARTICLES = 5


def navigation(atelier: Atelier) -> tuple[NavEntry, ...]:
    """What readers look for first, then the texts that it rests on; a heading without any page is left out, and what is
    too long to be read is put under headings.
    """
    base = atelier.base
    rules: dict[str, list[NavEntry]] = {}
    for regle in base.regles.values():
        rules.setdefault(regle.themes[0], []).append(NavEntry(typographier(regle.titre), f"regles/{regle.id}/"))
    themes = tuple(
        NavEntry(typographier(theme.titre), None, tuple(rules[theme.id]))
        for theme in base.themes.values()
        if theme.id in rules
    )
    lines = _presentes(
        NavEntry("Accueil", ""),
        NavEntry("Règles", "regles/", themes),
        NavEntry("Calculer", "calculateurs/", _lignes(atelier, "calculateur")),
        NavEntry("Structures", "structures/", _lignes(atelier, "structure")),
        NavEntry("Parcours et pratiques", None, _parcours(atelier)),
        _dossier(atelier, "Se former", "formation/index", _formation(atelier)),
        NavEntry("Pacte", "pacte/mesures/", (*_lignes(atelier, "engagement"), *_lignes(atelier, "mesure"))),
        NavEntry("Ce qui change", NOUVEAUTES, (NavEntry("À une date", "au/"), NavEntry("Comparer", "comparer/"))),
        NavEntry("Chiffres et sources", None, _references(atelier)),
        NavEntry("À propos", None, _apropos(atelier)),
    )

    return tuple(map(aere, lines))


def _formation(atelier: Atelier) -> tuple[NavEntry, ...]:
    own = (PROGRESSION, ATTESTATION) if atelier.base.modules else ()
    return (*_lignes(atelier, "module"), *_lignes(atelier, "public"), *own)


def _parcours(atelier: Atelier) -> tuple[NavEntry, ...]:
    steps = (*_lignes(atelier, "etape"), *_seul(atelier, "matrice"))
    return _presentes(
        _dossier(atelier, "Étapes du parcours", "parcours/index", steps),
        _dossier(atelier, "Bonnes pratiques", "pratiques/index", _lignes(atelier, "pratique")),
        _dossier(atelier, "Outils", "outils/index", _lignes(atelier, "outil")),
        _dossier(atelier, "Registre des avis", "avis/index", _lignes(atelier, "avis")),
    )


def _references(atelier: Atelier) -> tuple[NavEntry, ...]:
    tables = (*_lignes(atelier, "repere"), *_seul(atelier, "chiffres"))
    return _presentes(
        NavEntry("Montants et seuils", "parametres/", _montants(atelier)),
        _dossier(atelier, "Repères", "reperes/index", tables),
        NavEntry("Sources", "sources/", _sources(atelier)),
        NavEntry("Glossaire", "glossaire/"),
        *_seul(atelier, "couverture"),
        NavEntry("Réutiliser", REUTILISER),
    )


def _montants(atelier: Atelier) -> tuple[NavEntry, ...]:
    """By theme, in the order of the themes, when there are many."""
    base = atelier.base
    order = {theme: rank for rank, theme in enumerate(base.themes)}
    found = sorted(base.parametres.values(), key=lambda one: order[one.themes[0]])
    lines = dict(zip(base.parametres, _lignes(atelier, "parametre"), strict=True))
    return sous_titres(tuple((typographier(base.themes[one.themes[0]].titre), lines[one.id]) for one in found))


def _sources(atelier: Atelier) -> tuple[NavEntry, ...]:
    """Code by code, then by kind of text, when there are many."""
    base = atelier.base
    articles = Counter(code_de(source) for source in base.sources.values() if source.type is ARTICLE)
    held: list[tuple[int, str, Source]] = []
    for source in base.sources.values():
        code = code_de(source)
        title = PLURIELS[source.type] or (code if articles[code] >= ARTICLES else "Autres articles")
        held.append((list(PLURIELS).index(source.type), typographier(title), source))
    lines = dict(zip(base.sources, _lignes(atelier, "source"), strict=True))
    # The articles of the code that is cited most come first.
    ordered = sorted(held, key=lambda one: (one[0], -articles[code_de(one[2])], rang(one[2])))
    return sous_titres(tuple((title, lines[source.id]) for _, title, source in ordered))


def _apropos(atelier: Atelier) -> tuple[NavEntry, ...]:
    """The editorial pages that open no folder of their own, and what serves to find the others."""
    base = atelier.base
    names = [name for name in base.fiches if name not in ("index", GUIDE) and name not in SOMMAIRES]
    lines = {name: NavEntry(typographier(base.fiches[name].titre), adresse(base, "fiche", name)) for name in names}
    guide = (
        *(line for name, line in lines.items() if name.startswith(GUIDE_DIR)),
        NavEntry("La langue des formules", "contribuer/langage/"),
        NavEntry(typographier(CODES), PAGES),
    )
    return (
        _dossier(atelier, "Contribuer", GUIDE, guide),
        *(line for name, line in lines.items() if not name.startswith(GUIDE_DIR)),
        NavEntry("Rechercher", RECHERCHE),
    )


def _dossier(atelier: Atelier, titre: str, fiche: str, lignes: tuple[NavEntry, ...]) -> NavEntry:
    """A heading over the pages of a folder; it opens on the editorial page of that folder, when there is one."""
    return NavEntry(titre, adresse(atelier.base, "fiche", fiche) if fiche in atelier.base.fiches else None, lignes)


def _lignes(atelier: Atelier, kind: str) -> tuple[NavEntry, ...]:
    base = atelier.base
    return tuple(
        NavEntry(typographier(nom(base, kind, name)), adresse(base, kind, name)) for name in base.identifiants(kind)
    )


def _seul(atelier: Atelier, kind: str) -> tuple[NavEntry, ...]:
    """The page of a file that is alone of its kind, when it exists."""
    exists = (kind, kind) in atelier.base.documents
    return (NavEntry(SEULS[kind], adresse(atelier.base, kind, kind)),) if exists else ()


def _presentes(*entries: NavEntry) -> tuple[NavEntry, ...]:
    return tuple(entry for entry in entries if entry.enfants or entry.url is not None)

"""The lines of the navigation, a page in one place only."""

from generator.render.adresses import adresse
from generator.render.adresses import titre as nom
from generator.render.atelier import Atelier
from generator.render.filters import typographier
from generator.render.site import NavEntry


def navigation(atelier: Atelier) -> tuple[NavEntry, ...]:
    """Home, rules by theme, calculators, structures, the Pacte, figures, sources, about."""
    base = atelier.base
    themes = tuple(
        NavEntry(
            typographier(theme.titre), None, tuple(NavEntry(typographier(r.titre), f"regles/{r.id}/") for r in rules)
        )
        for theme in base.themes.values()
        if (rules := [regle for regle in base.regles.values() if regle.themes[0] == theme.id])
    )
    apropos = tuple(
        NavEntry(typographier(fiche.titre), adresse(base, "fiche", name))
        for name, fiche in base.fiches.items()
        if name != "index"
    )
    return (
        NavEntry("Accueil", ""),
        NavEntry("Règles", "regles/", themes),
        _section("Calculateurs", "calculateurs/", "calculateur", tuple(base.calculateurs), atelier),
        _section("Structures", "structures/", "structure", tuple(base.structures), atelier),
        _section("Pacte", "pacte/mesures/", "mesure", tuple(str(numero) for numero in base.mesures), atelier),
        _section("Montants", "parametres/", "parametre", tuple(base.parametres), atelier),
        _section("Sources", "sources/", "source", tuple(base.sources), atelier),
        NavEntry("Glossaire", "glossaire/"),
        NavEntry("À propos", None, (*apropos, NavEntry("La langue des formules", "contribuer/langage/"))),
    )


def _section(titre: str, url: str, kind: str, names: tuple[str, ...], atelier: Atelier) -> NavEntry:
    return NavEntry(
        titre,
        url,
        tuple(
            NavEntry(typographier(nom(atelier.base, kind, name)), adresse(atelier.base, kind, name)) for name in names
        ),
    )

"""The figures of the day on paper: one table a theme, and one a figure with several indexes."""

from collections.abc import Iterator

from generator.compile.calendrier import date_longue
from generator.model import Parametre
from generator.render.filters import courte, nombre
from generator.render.papier.ecriture import Contenu, appel, mots
from generator.render.papier.ouvrage import Ouvrage
from generator.render.papier.selection import Selection
from generator.render.tableaux import Case, Ligne, Tableau, tableau_du_jour


def montants(ouvrage: Ouvrage, selection: Selection) -> Iterator[Contenu]:
    """The figures that are kept, under their first theme."""
    base = ouvrage.atelier.base
    kept = selection.parametres()
    for theme in base.themes.values():
        found = [parametre for parametre in kept.values() if parametre.themes[0] == theme.id]
        tables = [(p, tableau_du_jour(base, p, ouvrage.atelier.today, selection.siae)) for p in found]
        shown = [(parametre, table) for parametre, table in tables if table.lignes]
        if shown:
            yield appel("heading", mots(theme.titre), level=2)
        if simple := [pair for pair in shown if not pair[1].colonnes]:
            yield appel("montants", [_simple(ouvrage, parametre, table) for parametre, table in simple])
        for parametre, table in shown:
            if table.colonnes:
                yield _croise(ouvrage, parametre, table)


def _simple(ouvrage: Ouvrage, parametre: Parametre, table: Tableau) -> dict[str, object]:
    return {
        "ancre": f"parametre:{parametre.id}",
        "titre": mots(parametre.titre),
        "lignes": [
            {
                "titre": mots(ligne.titre),
                **_case(ligne.cases[0], parametre.unite),
                "sources": _sources(ouvrage, ligne),
            }
            for ligne in table.lignes
        ],
    }


def _croise(ouvrage: Ouvrage, parametre: Parametre, table: Tableau) -> Contenu:
    return appel(
        "croisement",
        ancre=f"parametre:{parametre.id}",
        titre=mots(f"{parametre.titre} (en {parametre.unite})"),
        colonnes=table.colonnes,
        lignes=[
            {
                "titre": mots(ligne.titre),
                "cases": [_case(case, courte(parametre.unite)) for case in ligne.cases],
            }
            for ligne in table.lignes
        ],
        sources=[source for ligne in table.lignes for source in _sources(ouvrage, ligne)],
    )


def _case(case: Case, unite: str) -> dict[str, str]:
    """The value as words, and what must be known of it."""
    period = case.periode
    if period is None:
        return {"valeur": "inconnu" if case.existe else "sans objet", "depuis": "", "connu": ""}
    if period.valeur is None:
        return {"valeur": "inconnu", "depuis": mots(period.motif or ""), "connu": ""}
    since = f"depuis le {date_longue(period.du)}"
    doubt = f", certitude {period.confiance.value}" if period.confiance and period.confiance.value != "haute" else ""
    return {
        "valeur": mots(nombre(period.valeur, unite)),
        "depuis": mots(f"{'dernier montant connu, ' if case.ancien else ''}{since}{doubt}"),
        "connu": "ancien" if case.ancien else "oui",
    }


def _sources(ouvrage: Ouvrage, ligne: Ligne) -> list[dict[str, str]]:
    names = dict.fromkeys(name for origine in ligne.origines for name in origine.source)
    return [{"ancre": f"source:{name}", "nom": mots(ouvrage.atelier.base.sources[name].nom)} for name in names]

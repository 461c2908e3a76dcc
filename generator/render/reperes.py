"""Figures to read: a table and its chart a page, and all the single figures of the Pacte on one."""

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from generator.model import Dessin, Repere
from generator.render.adresses import SEULS, adresse
from generator.render.atelier import Atelier, sommaire
from generator.render.barres import barres
from generator.render.commande import Commande
from generator.render.courbes import courbes_du_parametre
from generator.render.exports.tableur import ecrire_csv
from generator.render.filters import nombre
from generator.render.graphique import Axe, Serie, graphique
from generator.render.site import Page
from generator.render.tableaux import tableaux_par_date

INCONNU = "—"


def pages_de_reperes(atelier: Atelier) -> Iterator[Commande]:
    """One page a table, and the figures of the Pacte when there are some."""
    for name in atelier.base.reperes:
        yield Commande(_repere, (name,))
    if atelier.base.chiffres:
        yield Commande(_chiffres)


def _repere(atelier: Atelier, name: str) -> Page:
    base, today = atelier.base, atelier.today
    repere = base.reperes[name]
    document = base.document("repere", name)
    url = adresse(base, "repere", name)
    parametre = base.parametres[repere.parametre] if repere.parametre else None
    courbes = courbes_du_parametre(base, parametre, today) if parametre else ()
    return atelier.page(
        "repere.html",
        url,
        repere.titre,
        repere.resume,
        source_path=document.path,
        toc=sommaire(("tableau", "Tableau"), ("sources", "Source")),
        repere=repere,
        t=atelier.champs(document, url),
        dessin=None if parametre else _dessin(repere),
        valeurs=[[_ecrire(repere, value) for value in ligne.valeurs] for ligne in repere.lignes],
        parametre=parametre,
        courbes={courbe.titre: courbe.svg for courbe in courbes},
        historique=tableaux_par_date(base, parametre) if parametre else (),
        csv=None if parametre else _csv(name),
        cite_par=atelier.cite_par("repere", name),
    )


def _dessin(repere: Repere) -> Markup:
    if repere.dessin is Dessin.BARRES:
        return barres(
            repere.titre,
            repere.colonnes,
            tuple(
                (ligne.libelle, tuple((_hauteur(value), _ecrire(repere, value)) for value in ligne.valeurs))
                for ligne in repere.lignes
            ),
        )
    last = len(repere.lignes) - 1
    marks = tuple((float(rank), ligne.libelle) for rank, ligne in enumerate(repere.lignes))
    lines = tuple(
        Serie(column, tuple((float(rank), _hauteur(ligne.valeurs[place])) for rank, ligne in enumerate(repere.lignes)))
        for place, column in enumerate(repere.colonnes)
    )
    return graphique(repere.titre, lines, Axe(0.0, float(last), marks), repere.unite or "")


def _hauteur(value: object) -> float | None:
    """Where a value stands on the drawing: nothing is computed from it."""
    return None if value is None else float(str(value))


def _ecrire(repere: Repere, value: object) -> str:
    return INCONNU if value is None else nombre(Fraction(str(value)), repere.unite if repere.unite == "%" else "")


def _csv(name: str) -> str:
    return f"reperes/{name}.csv"


def fichiers_de_reperes(atelier: Atelier) -> dict[str, bytes]:
    """Each table for a spreadsheet."""
    files = {}
    for name, repere in atelier.base.reperes.items():
        if repere.lignes:
            rows = [(f"en {repere.unite}", *repere.colonnes)]
            rows += [
                (ligne.libelle, *("" if value is None else str(value).replace(".", ",") for value in ligne.valeurs))
                for ligne in repere.lignes
            ]
            files[_csv(name)] = ecrire_csv(rows)
    return files


def _chiffres(atelier: Atelier) -> Page:
    """By measure, those of the introduction first."""
    chiffres = atelier.base.chiffres.values()
    groups = {0: [chiffre for chiffre in chiffres if not chiffre.mesures]}
    groups |= {number: [c for c in chiffres if number in c.mesures[:1]] for number in atelier.base.mesures}
    return atelier.page(
        "chiffres.html",
        adresse(atelier.base, "chiffres", "chiffres"),
        SEULS["chiffres"],
        "Chaque chiffre que donne le Pacte d’ambition de 2019, tel qu’il le donne, et où il le donne.",
        mots=("statistiques", "données chiffrées", "objectifs chiffrés", "nombre de salariés"),
        source_path=atelier.base.document("chiffres", "chiffres").path,
        groupes={number: found for number, found in groups.items() if found},
        t=atelier.champs(atelier.base.document("chiffres", "chiffres"), adresse(atelier.base, "chiffres", "chiffres")),
    )

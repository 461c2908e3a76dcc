"""The entries of the law: rules, amounts, texts."""

from collections.abc import Iterator
from datetime import date

from generator.compile.calendrier import date_longue
from generator.model import Parametre, Regle, Source, Statut, TypeSource
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.filters import nombre, typographier
from generator.render.libelles import LIBELLES, etat
from generator.render.recherche.fiche import FicheDeRecherche
from generator.render.regles import montree
from generator.render.tableaux import Case, Tableau, tableau_du_jour
from generator.resolve import Cible
from generator.resolve.periodes import Periode, cellules

# How the nickname of a text begins.
TEXTES = frozenset({"loi", "décret", "arrêté", "ordonnance", "instruction", "circulaire", "accord", "pacte", "rapport"})


def fiche_de_regle(atelier: Atelier, regle: Regle) -> FicheDeRecherche:
    shown = montree(regle, atelier.today)
    others = [version for version in regle.versions if version is not shown]
    return FicheDeRecherche(
        url=adresse(atelier.base, "regle", regle.id),
        titre=typographier(regle.titre),
        genre="regle",
        resume=typographier(" ".join(atelier.nu(shown.enonce).split())),
        noms=(en_mots(regle.id),),
        mots=regle.mots,
        textes=(
            *(
                atelier.nu(text)
                for text in (shown.en_pratique, *shown.exceptions, shown.changement, shown.note)
                if text
            ),
            *(atelier.nu(version.enonce) for version in others),
            *(atelier.base.themes[theme].titre for theme in regle.themes),
        ),
        siae=regle.siae,
        portee=shown.portee.value,
        statut=etat(shown, atelier.today),
        themes=regle.themes,
        depuis=shown.du.isoformat(),
        citants=len(atelier.cite_par("regle", regle.id)),
    )


def fiche_de_parametre(atelier: Atelier, parametre: Parametre) -> FicheDeRecherche:
    tableau = tableau_du_jour(atelier.base, parametre, atelier.today)
    known = [case.periode for case in tableau.cases if case.periode and case.periode.valeur is not None]
    values = dict.fromkeys(
        nombre(period.valeur, parametre.unite)
        for periods in cellules(parametre).values()
        for period in periods
        if period.valeur is not None
    )
    first = _premiers(tableau)
    days = {case.periode.du for _, case in first if case.periode} or {period.du for period in known}
    proposed = bool(known) and all(_proposee(atelier, period) for period in known)
    return FicheDeRecherche(
        url=adresse(atelier.base, "parametre", parametre.id),
        titre=typographier(parametre.titre),
        genre="parametre",
        resume=typographier(atelier.nu(parametre.resume)),
        noms=(en_mots(parametre.id),),
        mots=parametre.mots,
        textes=(
            *values,
            *((parametre.note,) if parametre.note else ()),
            *(ligne.titre for ligne in tableau.lignes),
        ),
        siae=tuple(code for code in siae_connues(atelier) if "siae" in parametre.par and _vaut_pour(parametre, code)),
        themes=parametre.themes,
        # Values that are not shown may be of other days.
        depuis=max(days).isoformat() if days and (first or len(days) == 1) else "",
        statut=Statut.PROPOSE.value if proposed else "",
        reponse=_montants(tableau, first, parametre.unite),
        citants=len(atelier.cite_par("parametre", parametre.id)),
    )


def _proposee(atelier: Atelier, period: Periode) -> bool:
    """What only a report states is no law."""
    return all(atelier.base.sources[name].type is TypeSource.RAPPORT for name in period.sources)


def _premiers(tableau: Tableau) -> list[tuple[str, Case]]:
    """The known cases of the first row, by the title of their column; none when rows are alone, each for its case."""
    if not tableau.lignes or (len(tableau.lignes) > 1 and not tableau.colonnes):
        return []
    cases = zip(tableau.colonnes or ("",), tableau.lignes[0].cases, strict=False)
    return [(column, case) for column, case in cases if case.periode and case.periode.valeur is not None]


def _montants(tableau: Tableau, cases: list[tuple[str, Case]], unite: str) -> str:
    """Today's value, or those of the first row: « Hors Mayotte : ACI 24 000 €/ETP/an, EI … »."""
    shown = [
        f"{column} {nombre(case.periode.valeur, unite)}{' (dernier montant connu)' if case.ancien else ''}".strip()
        for column, case in cases
        if case.periode and case.periode.valeur is not None
    ]
    about = f"{tableau.lignes[0].titre} : " if shown and tableau.lignes[0].titre else ""
    return typographier(f"{about}{', '.join(shown)}")


def _vaut_pour(parametre: Parametre, code: str) -> bool:
    place = parametre.par.index("siae")
    return any(code == _cle(cell, place) for value in parametre.valeurs for cell in _cellules(value.valeur))


def _cle(cell: tuple[str, ...], place: int) -> str:
    return cell[place] if place < len(cell) else ""


def _cellules(valeur: object, prefixe: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(valeur, dict):
        for key, item in valeur.items():
            yield from _cellules(item, (*prefixe, str(key)))
    else:
        yield prefixe


def fiche_de_source(atelier: Atelier, source: Source) -> FicheDeRecherche:
    version = source.version_au(atelier.today)
    day: date | None = version.du if version else source.date
    citing = atelier.cite_par("source", source.id)
    return FicheDeRecherche(
        url=adresse(atelier.base, "source", source.id),
        titre=typographier(source.titre),
        genre="source",
        resume=typographier(_citants(citing)),
        noms=tuple(name for name in (source.abrege, _date(source), *_surnoms(source)) if name),
        mots=tuple(name for name in source.mots if name not in _surnoms(source)),
        textes=(LIBELLES[source.type.value],),
        depuis=day.isoformat() if day else "",
        citants=len(citing),
        numeros=tuple(text for text in (source.numero, source.abrege, source.titre) if text),
        cite_par=tuple(adresse(atelier.base, kind, name) for kind, name in citing if kind == "regle"),
    )


def en_mots(adresse: str) -> str:
    """The words of an address, « critere-zone-rurale/ » : its author chose them to name the subject."""
    return adresse.rstrip("/").rpartition("/")[2].replace("-", " ")


def _surnoms(source: Source) -> tuple[str, ...]:
    """« loi inclusion »: what is said to be a text names it; other words may be said of many."""
    return tuple(name for name in source.mots if name.split()[0].lower() in TEXTES)


def _date(source: Source) -> str:
    """« loi du 14 décembre 2020 »"""
    return f"{LIBELLES[source.type.value]} du {date_longue(source.date)}" if source.date else ""


def _citants(citing: tuple[Cible, ...]) -> str:
    rules = sum(kind == "regle" for kind, _ in citing)
    if not rules:
        return "Aucune règle du mémento ne cite ce texte."
    return f"{rules} règle{'s' if rules > 1 else ''} du mémento cite{'nt' if rules > 1 else ''} ce texte."


def siae_connues(atelier: Atelier) -> tuple[str, ...]:
    found = atelier.base.listes.get("siae")
    return tuple(found.options) if found else ()

"""Every dated thing of the mémento in one file: what the pages « À une date » and « Comparer » compute from."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.model import LacuneDeRegle, Parametre, Portee, Regle, Statut, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version
from generator.render.ecarts import nommer_reference
from generator.render.filters import nombre, typographier
from generator.render.libelles import LIBELLES
from generator.resolve import KnowledgeBase
from generator.resolve.comparaison import siae_de_cellule
from generator.resolve.periodes import Cellule, Periode, cellules

FICHIER, SCRIPT = "donnees/dates.json", "assets/dates.js"


def donnees_datees(base: KnowledgeBase, today: date) -> Mapping[str, Any]:
    """Rules and amounts with all their periods, in the order of the files; texts are as pages show them.

    A value is exact, `num` or `num/den` in the unit of its parameter: 10 with the unit `%` is 10 %. `au` is the last
    day, left out while it goes on.
    """
    return {
        "etat_au": today.isoformat(),
        "siae": dict(base.listes["siae"].options) if "siae" in base.listes else {},
        "themes": {theme.id: typographier(theme.titre) for theme in base.themes.values()},
        "libelles": {code: LIBELLES[code] for code in (*Statut, *Portee)},
        "regles": [_regle(base, regle) for regle in base.regles.values()],
        "parametres": [_parametre(base, parametre) for parametre in base.parametres.values()],
    }


def fichiers_des_dates(base: KnowledgeBase, today: date) -> dict[str, bytes]:
    """The data, and the same as a script: a page opened from a folder may not read a file."""
    text = json.dumps(donnees_datees(base, today), ensure_ascii=False, separators=(",", ":"))
    return {FICHIER: f"{text}\n".encode(), SCRIPT: f"globalThis.mementoDates={text};\n".encode()}


def _regle(base: KnowledgeBase, regle: Regle) -> dict[str, Any]:
    ordered = sorted(regle.versions, key=lambda version: version.du)
    return {
        "id": regle.id,
        "titre": typographier(regle.titre),
        "chemin": f"regles/{regle.id}/",
        "siae": list(regle.siae),
        "themes": list(regle.themes),
        "versions": [_version(base, regle, version) for version in ordered],
        "lacunes": [_lacune(gap) for gap in regle.lacunes],
    }


def _version(base: KnowledgeBase, regle: Regle, version: VersionDeRegle) -> dict[str, Any]:
    optional: dict[str, Any] = {
        "en_pratique": version.en_pratique and typographier(version.en_pratique),
        "exceptions": [typographier(text) for text in version.exceptions],
        "adoption": version.adoption and LIBELLES[version.adoption],
    }
    return {
        **_bornes(version.du, version.au),
        "statut": version.statut.value,
        "portee": version.portee.value,
        "enonce": typographier(version.enonce),
        **{key: value for key, value in optional.items() if value},
        "references": [typographier(nommer_reference(base, reference)) for reference in version.references],
        "chemin": adresse_de_version(regle.id, version.du),
    }


def _lacune(gap: LacuneDeRegle) -> dict[str, Any]:
    return {**_bornes(gap.du, gap.au), "motif": typographier(gap.motif)}


def _parametre(base: KnowledgeBase, parametre: Parametre) -> dict[str, Any]:
    return {
        "id": parametre.id,
        "titre": typographier(parametre.titre),
        "unite": parametre.unite,
        "chemin": adresse(base, "parametre", parametre.id),
        "themes": list(parametre.themes),
        "cellules": [
            {
                "cle": list(cell),
                "libelle": libelle_de_cellule(base, parametre, cell),
                "siae": sorted(siae_de_cellule(base, parametre, cell)),
                "periodes": [_periode(parametre, period) for period in periods],
            }
            for cell, periods in cellules(parametre).items()
        ],
    }


def libelle_de_cellule(base: KnowledgeBase, parametre: Parametre, cell: Cellule) -> str:
    """« Métropole, Entreprise d’insertion (EI) »; empty when the parameter has one value only."""
    names = (base.listes[name].options[code] for name, code in zip(parametre.par, cell, strict=True))
    return typographier(", ".join(names))


def _periode(parametre: Parametre, period: Periode) -> dict[str, Any]:
    known = (
        {}
        if period.valeur is None
        else {"valeur": str(period.valeur), "texte": typographier(nombre(period.valeur, parametre.unite))}
    )
    motif = {"motif": typographier(period.motif)} if period.motif else {}
    reminder = {"rappel_apres": period.rappel_apres.isoformat()} if period.rappel_apres else {}
    return {**_bornes(period.du, period.au), **known, **motif, **reminder}


def _bornes(du: date, au: date | None) -> dict[str, str]:
    return {"du": du.isoformat()} | ({"au": au.isoformat()} if au else {})

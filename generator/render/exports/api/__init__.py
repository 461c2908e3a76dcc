"""`/api/v1/`: the whole mémento as files to download, their schemas, two tables. What they promise is in ADR 0014."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from generator.render.atelier import Atelier
from generator.render.exports.api.calculateurs import FichierDeCalculateurs, fichier_de_calculateurs
from generator.render.exports.api.changements import FichierDeChangements, fichier_de_changements
from generator.render.exports.api.parametres import FichierDeParametres, fichier_de_parametres, parametres_publies
from generator.render.exports.api.regles import (
    FichierDeRegle,
    FichierDeRegles,
    fichier_de_regle,
    fichier_de_regles,
    regles_publiees,
)
from generator.render.exports.api.schemas import en_octets, schemas
from generator.render.exports.api.sortie import LICENCE, LICENCE_URL, RACINE, Fichier, Sortie, entete
from generator.render.exports.api.tables import table_des_parametres, table_des_regles
from generator.render.exports.api.terrain import (
    FichierDAvis,
    FichierDeMatrice,
    FichierDeMesures,
    FichierDePratiques,
    FichierDeStructures,
    fichier_d_avis,
    fichier_de_matrice_json,
    fichier_de_mesures,
    fichier_de_pratiques,
    fichier_de_structures,
)
from generator.render.exports.api.textes import (
    FichierDeSources,
    FichierDeThemes,
    FichierDuGlossaire,
    fichier_de_sources,
    fichier_de_themes,
    fichier_du_glossaire,
)

__all__ = ["LICENCE", "LICENCE_URL", "MODELES", "RACINE", "fichiers_de_l_api"]


class EntreeDIndex(Sortie, title="Entrée de l’index"):
    """Un fichier de données."""

    nom: str = Field(description="Son nom.")
    url: str = Field(description="Son adresse, depuis la racine du site.")
    schema_url: str | None = Field(description="L’adresse de son schéma ; null pour un tableau CSV.")
    contenu: str = Field(description="Ce qu’il contient.")
    nombre: int | None = Field(description="Combien d’éléments.")


class FichierDIndex(Fichier, title="Index"):
    """La liste des fichiers de données."""

    titre: str = Field(description="Titre du mémento.")
    documentation: str = Field(description="La page qui décrit ces fichiers.")
    fichiers: tuple[EntreeDIndex, ...] = Field(description="Les fichiers.")
    par_regle: str = Field(description="Modèle d’adresse du fichier d’une seule règle.")


MODELES: Mapping[str, type[Fichier]] = MappingProxyType(
    {
        "index": FichierDIndex,
        "regles": FichierDeRegles,
        "regle": FichierDeRegle,
        "parametres": FichierDeParametres,
        "calculateurs": FichierDeCalculateurs,
        "mesures": FichierDeMesures,
        "sources": FichierDeSources,
        "glossaire": FichierDuGlossaire,
        "structures": FichierDeStructures,
        "pratiques": FichierDePratiques,
        "avis": FichierDAvis,
        "matrice": FichierDeMatrice,
        "themes": FichierDeThemes,
        "changements": FichierDeChangements,
    }
)


def fichiers_de_l_api(atelier: Atelier) -> dict[str, bytes]:
    """Every file by its url."""
    rules, figures = regles_publiees(atelier), parametres_publies(atelier)
    data: dict[str, Fichier] = {
        "regles": fichier_de_regles(atelier, rules),
        "parametres": fichier_de_parametres(atelier, figures),
        "calculateurs": fichier_de_calculateurs(atelier),
        "mesures": fichier_de_mesures(atelier),
        "sources": fichier_de_sources(atelier),
        "glossaire": fichier_du_glossaire(atelier),
        "structures": fichier_de_structures(atelier),
        "pratiques": fichier_de_pratiques(atelier),
        "avis": fichier_d_avis(atelier),
        "matrice": fichier_de_matrice_json(atelier),
        "themes": fichier_de_themes(atelier),
        "changements": fichier_de_changements(atelier),
    }
    data["index"] = _index(atelier, data)
    data |= {f"regles/{rule.id}": fichier_de_regle(atelier, rule) for rule in rules}
    return {
        **{f"{RACINE}{name}.json": en_octets(made) for name, made in data.items()},
        **schemas(atelier, MODELES),
        f"{RACINE}regles.csv": table_des_regles(rules),
        f"{RACINE}parametres.csv": table_des_parametres(figures),
    }


def _index(atelier: Atelier, data: Mapping[str, Fichier]) -> FichierDIndex:
    entries = [
        EntreeDIndex(
            nom=name,
            url=f"{RACINE}{name}.json",
            schema_url=f"{RACINE}schemas/{name}.json",
            contenu=contenu(type(made)),
            nombre=_nombre(made),
        )
        for name, made in data.items()
    ]
    tables = (
        ("regles.csv", "Les règles pour un tableur, une ligne par version."),
        ("parametres.csv", "Les montants et seuils pour un tableur, une ligne par case et par période."),
    )
    entries += [
        EntreeDIndex(nom=name, url=f"{RACINE}{name}", schema_url=None, contenu=text, nombre=None)
        for name, text in tables
    ]
    return FichierDIndex(
        **entete(atelier, "index"),
        titre=atelier.base.editeur.titre,
        documentation=atelier.absolue("reutiliser/"),
        fichiers=tuple(entries),
        par_regle=f"{RACINE}regles/{{id}}.json",
    )


def contenu(model: type[Fichier]) -> str:
    """What a file holds, in one sentence: the docstring of its model, which its schema also says."""
    return model.__doc__ or ""


def _nombre(made: Fichier) -> int:
    """How many things a file holds: its only tuple."""
    return next(len(value) for _, value in made if isinstance(value, tuple))

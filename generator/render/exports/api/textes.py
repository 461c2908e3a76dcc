"""Sources, glossary and themes, as data."""

import datetime

from pydantic import Field

from generator.model import Source, Terme
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import CodeDeConfiance, Fichier, ReferencePubliee, Sortie, entete, references


class VersionDeSourcePubliee(Sortie, title="Version de source"):
    """Une version d’un article."""

    id: str = Field(description="Identifiant officiel (LEGIARTI…).")
    du: datetime.date = Field(description="Premier jour.")
    au: datetime.date | None = Field(description="Dernier jour inclus ; null tant qu’elle est en vigueur.")
    par: str | None = Field(description="Texte qui l’a créée.")


class SourcePubliee(Sortie, title="Source"):
    """Un texte ou un document sur lequel le mémento s’appuie."""

    id: str = Field(description="Identifiant permanent.")
    type: str = Field(description="article, loi, ordonnance, decret, arrete, instruction, circulaire, rapport…")
    titre: str = Field(description="Titre entier.")
    abrege: str | None = Field(description="Forme courte.")
    numero: str | None = Field(description="Numéro, tel qu’on le tape.")
    identifiant: str | None = Field(description="Identifiant officiel.")
    date: datetime.date | None = Field(description="Date du texte.")
    publie_le: datetime.date | None = Field(description="Date de publication.")
    url: str = Field(description="Page de la source, depuis la racine du site.")
    url_officielle: str | None = Field(description="Adresse officielle.")
    lecture: str = Field(description="texte (lu), extrait (lu ailleurs) ou mention (non lu).")
    confiance: CodeDeConfiance = Field(description="haute, moyenne ou basse.")
    consulte_le: datetime.date = Field(description="Jour de la dernière lecture.")
    licence: str | None = Field(description="Licence du document.")
    lu_dans: tuple[str, ...] = Field(description="Où le texte, ou son extrait, a été lu.")
    versions: tuple[VersionDeSourcePubliee, ...] = Field(description="Les versions connues.")
    note: str | None = Field(description="Réserve ou précision.")


class FichierDeSources(Fichier, title="Sources"):
    """Toutes les sources du mémento."""

    sources: tuple[SourcePubliee, ...] = Field(description="Les sources.")


class TermePublie(Sortie, title="Terme"):
    """Un sigle et ce qu’il veut dire."""

    sigle: str = Field(description="Le sigle.")
    nom: str = Field(description="Ce qu’il abrège.")
    definition: str | None = Field(description="Ce que c’est.")
    pacte: bool = Field(description="Vrai s’il figure dans le glossaire du Pacte de 2019.")
    remplace_par: tuple[str, ...] = Field(description="Sigles d’aujourd’hui, quand le nom est ancien.")
    depuis: datetime.date | None = Field(description="Depuis quand.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes cités.")
    url: str = Field(description="Adresse, depuis la racine du site.")


class FichierDuGlossaire(Fichier, title="Glossaire"):
    """Les sigles, d’hier et d’aujourd’hui."""

    termes: tuple[TermePublie, ...] = Field(description="Les sigles.")


class ThemePublie(Sortie, title="Thème"):
    """Un thème et ses règles."""

    id: str = Field(description="Identifiant permanent.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Ce dont il traite.")
    regles: tuple[str, ...] = Field(description="Identifiants des règles de ce thème.")


class FichierDeThemes(Fichier, title="Thèmes"):
    """Les thèmes du mémento, dans l’ordre de lecture."""

    themes: tuple[ThemePublie, ...] = Field(description="Les thèmes.")


def fichier_de_sources(atelier: Atelier) -> FichierDeSources:
    published = tuple(_source(atelier, source) for source in atelier.base.sources.values())
    return FichierDeSources(**entete(atelier, "sources"), sources=published)


def _source(atelier: Atelier, source: Source) -> SourcePubliee:
    return SourcePubliee(
        id=source.id,
        type=source.type.value,
        titre=source.titre,
        abrege=source.abrege,
        numero=source.numero,
        identifiant=source.identifiant,
        date=source.date,
        publie_le=source.publie_le,
        url=adresse(atelier.base, "source", source.id),
        url_officielle=source.url,
        lecture=source.lecture.value,
        confiance=source.confiance.value,
        consulte_le=source.consulte_le,
        licence=source.licence,
        lu_dans=source.lu_dans,
        versions=tuple(
            VersionDeSourcePubliee(id=version.id, du=version.du, au=version.au, par=version.par)
            for version in source.versions
        ),
        note=atelier.nu_ou_rien(source.note),
    )


def fichier_du_glossaire(atelier: Atelier) -> FichierDuGlossaire:
    published = tuple(_terme(atelier, terme) for terme in atelier.base.termes)
    return FichierDuGlossaire(**entete(atelier, "glossaire"), termes=published)


def _terme(atelier: Atelier, terme: Terme) -> TermePublie:
    return TermePublie(
        sigle=terme.sigle,
        nom=atelier.nu(terme.nom),
        definition=atelier.nu_ou_rien(terme.definition),
        pacte=terme.pacte,
        remplace_par=terme.remplace_par,
        depuis=terme.depuis,
        references=references(atelier, terme.references),
        url=adresse(atelier.base, "terme", terme.sigle),
    )


def fichier_de_themes(atelier: Atelier) -> FichierDeThemes:
    rules = atelier.base.regles.values()
    published = tuple(
        ThemePublie(
            id=theme.id,
            titre=theme.titre,
            resume=atelier.nu(theme.resume),
            regles=tuple(regle.id for regle in rules if theme.id in regle.themes),
        )
        for theme in atelier.base.themes.values()
    )
    return FichierDeThemes(**entete(atelier, "themes"), themes=published)

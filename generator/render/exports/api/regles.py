"""Rules, as data."""

from datetime import date

from pydantic import Field

from generator.model import LacuneDeRegle, Regle, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import (
    CodeDeConfiance,
    CodeDePortee,
    CodeDeStatut,
    Fichier,
    ReferencePubliee,
    Sortie,
    entete,
    references,
)


class VersionPubliee(Sortie, title="Version de règle"):
    """Ce que dit la règle du premier au dernier jour de cette version, ou ce qui a été proposé."""

    du: date = Field(description="Premier jour ; pour une proposition, le jour où elle a été faite.")
    au: date | None = Field(description="Dernier jour inclus ; null tant qu’aucun n’est connu.")
    statut: CodeDeStatut = Field(description="en-vigueur, experimental, abroge, ou propose (jamais le droit).")
    portee: CodeDePortee = Field(description="prescriptif (un texte oblige) ou indicatif (cela guide).")
    enonce: str = Field(description="Ce que dit la règle, dans les mots du mémento.")
    en_pratique: str | None = Field(description="Ce que cela veut dire concrètement.")
    exceptions: tuple[str, ...] = Field(description="Les exceptions.")
    changement: str | None = Field(description="Ce qui change par rapport à la version précédente.")
    adoption: str | None = Field(description="Pour une proposition : son sort.")
    adoption_note: str | None = Field(description="Ce qui établit ce sort.")
    note: str | None = Field(description="Réserve ou précision.")
    references: tuple[ReferencePubliee, ...] = Field(min_length=1, description="Les textes cités.")
    url: str = Field(description="Page permanente de cette version, depuis la racine du site.")


class LacunePubliee(Sortie, title="Lacune"):
    """Une période dont la rédaction n’a pas été lue."""

    du: date = Field(description="Premier jour.")
    au: date | None = Field(description="Dernier jour inclus.")
    motif: str = Field(description="Pourquoi.")


class ReglePubliee(Sortie, title="Règle"):
    """Une règle et toutes ses versions datées."""

    id: str = Field(description="Identifiant permanent.")
    titre: str = Field(description="Titre.")
    url: str = Field(description="Page de la règle, depuis la racine du site.")
    url_absolue: str | None = Field(description="La même, entière, quand l’adresse publique du site est connue.")
    siae: tuple[str, ...] = Field(min_length=1, description="Types de structures concernés.")
    themes: tuple[str, ...] = Field(min_length=1, description="Identifiants des thèmes ; le premier est le principal.")
    mots: tuple[str, ...] = Field(description="Autres mots par lesquels on cherche cette règle.")
    en_vigueur: date | None = Field(description="« du » de la version du jour ; null si aucune n’est connue.")
    versions: tuple[VersionPubliee, ...] = Field(min_length=1, description="Les versions, par date.")
    lacunes: tuple[LacunePubliee, ...] = Field(description="Les périodes dont le texte n’a pas été lu.")
    calculateurs: tuple[str, ...] = Field(description="Identifiants des calculateurs.")
    parametres: tuple[str, ...] = Field(description="Identifiants des montants et seuils.")
    mesures: tuple[int, ...] = Field(description="Numéros des mesures du Pacte de 2019.")
    voir: tuple[str, ...] = Field(description="Identifiants d’autres règles à lire.")
    verifie_le: date = Field(description="Jour où la règle a été vue pour la dernière fois dans sa source.")
    a_reverifier_avant: date = Field(description="Jour avant lequel elle doit être revue.")
    confiance: CodeDeConfiance = Field(description="haute, moyenne ou basse.")


class FichierDeRegles(Fichier, title="Règles"):
    """Toutes les règles du mémento."""

    regles: tuple[ReglePubliee, ...] = Field(description="Les règles.")


class FichierDeRegle(Fichier, title="Une règle"):
    """Une seule règle."""

    regle: ReglePubliee = Field(description="La règle.")


def fichier_de_regles(atelier: Atelier, published: tuple[ReglePubliee, ...]) -> FichierDeRegles:
    return FichierDeRegles(**entete(atelier, "regles"), regles=published)


def fichier_de_regle(atelier: Atelier, published: ReglePubliee) -> FichierDeRegle:
    return FichierDeRegle(**entete(atelier, "regle"), regle=published)


def regles_publiees(atelier: Atelier) -> tuple[ReglePubliee, ...]:
    return tuple(_regle(atelier, regle) for regle in atelier.base.regles.values())


def _regle(atelier: Atelier, regle: Regle) -> ReglePubliee:
    url = adresse(atelier.base, "regle", regle.id)
    current = regle.au(atelier.today)
    return ReglePubliee(
        id=regle.id,
        titre=regle.titre,
        url=url,
        url_absolue=atelier.absolue(url) if atelier.base.editeur.adresse else None,
        siae=regle.siae,
        themes=regle.themes,
        mots=regle.mots,
        en_vigueur=current.du if current else None,
        versions=tuple(_version(atelier, regle, v) for v in sorted(regle.versions, key=lambda version: version.du)),
        lacunes=tuple(_lacune(atelier, gap) for gap in regle.lacunes),
        calculateurs=regle.calculateurs,
        parametres=regle.parametres,
        mesures=regle.mesures,
        voir=regle.voir,
        verifie_le=regle.verifie_le,
        a_reverifier_avant=regle.a_reverifier_avant,
        confiance=regle.confiance.value,
    )


def _version(atelier: Atelier, regle: Regle, version: VersionDeRegle) -> VersionPubliee:
    return VersionPubliee(
        du=version.du,
        au=version.au,
        statut=version.statut.value,
        portee=version.portee.value,
        enonce=atelier.nu(version.enonce),
        en_pratique=atelier.nu_ou_rien(version.en_pratique),
        exceptions=tuple(atelier.nu(text) for text in version.exceptions),
        changement=atelier.nu_ou_rien(version.changement),
        adoption=version.adoption.value if version.adoption else None,
        adoption_note=atelier.nu_ou_rien(version.adoption_note),
        note=atelier.nu_ou_rien(version.note),
        references=references(atelier, version.references),
        url=adresse_de_version(regle.id, version.du),
    )


def _lacune(atelier: Atelier, gap: LacuneDeRegle) -> LacunePubliee:
    return LacunePubliee(du=gap.du, au=gap.au, motif=atelier.nu(gap.motif))

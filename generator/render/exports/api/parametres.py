"""Dated amounts and thresholds, cell by cell, as data."""

from datetime import date

from pydantic import Field

from generator.model import Parametre
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import CodeDeConfiance, Exact, Fichier, Sortie, Unite, entete, exact
from generator.resolve.periodes import Periode, cellules


class PeriodePubliee(Sortie, title="Période"):
    """La valeur d’une case entre deux jours, ou l’aveu qu’elle n’est pas connue."""

    du: date = Field(description="Premier jour.")
    au: date | None = Field(description="Dernier jour inclus ; null quand aucun n’est connu.")
    valeur: Exact | None = Field(description="La valeur ; null quand elle n’est pas connue, et « motif » dit pourquoi.")
    motif: str | None = Field(description="Pourquoi la valeur est inconnue, ou n’est que la dernière connue.")
    rappel_apres: date | None = Field(description="Après ce jour, la valeur n’est plus que la dernière connue.")
    sources: tuple[str, ...] = Field(description="Identifiants des sources, dans sources.json.")
    precision: str | None = Field(description="L’endroit dans la source.")
    publie_le: date | None = Field(description="Jour de publication du texte.")
    confiance: CodeDeConfiance | None = Field(description="haute, moyenne ou basse ; null pour une lacune.")
    note: str | None = Field(description="Réserve ou précision.")


class CasePubliee(Sortie, title="Case"):
    """Une case du tableau des valeurs."""

    codes: dict[str, str] = Field(description="Liste → code : {« siae »: « ACI »}. Vide quand il n’y a qu’une valeur.")
    periodes: tuple[PeriodePubliee, ...] = Field(description="Les périodes, par date ; entre deux, rien n’est connu.")


class ParametrePublie(Sortie, title="Paramètre"):
    """Un montant ou un seuil du droit."""

    id: str = Field(description="Identifiant permanent.")
    nom: str = Field(description="Son nom dans les formules.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Ce qu’il mesure.")
    url: str = Field(description="Page du paramètre, depuis la racine du site.")
    unite: Unite
    par: tuple[str, ...] = Field(description="Les listes de codes qui indexent les cases.")
    themes: tuple[str, ...] = Field(min_length=1, description="Identifiants des thèmes.")
    revision: str = Field(description="annuelle ou aucune : à quel rythme une nouvelle valeur est attendue.")
    cases: tuple[CasePubliee, ...] = Field(min_length=1, description="Les cases.")
    note: str | None = Field(description="Réserve ou précision.")
    verifie_le: date = Field(description="Jour de la dernière vérification.")
    a_reverifier_avant: date = Field(description="Jour avant lequel il doit être revu.")
    confiance: CodeDeConfiance = Field(description="haute, moyenne ou basse.")


class FichierDeParametres(Fichier, title="Paramètres"):
    """Tous les montants et seuils du mémento."""

    listes: dict[str, dict[str, str]] = Field(description="Liste → code → libellé.")
    parametres: tuple[ParametrePublie, ...] = Field(description="Les paramètres.")


def fichier_de_parametres(atelier: Atelier, published: tuple[ParametrePublie, ...]) -> FichierDeParametres:
    listes = {name: dict(liste.options) for name, liste in atelier.base.listes.items()}
    return FichierDeParametres(**entete(atelier, "parametres"), listes=listes, parametres=published)


def parametres_publies(atelier: Atelier) -> tuple[ParametrePublie, ...]:
    return tuple(_parametre(atelier, parametre) for parametre in atelier.base.parametres.values())


def _parametre(atelier: Atelier, parametre: Parametre) -> ParametrePublie:
    return ParametrePublie(
        id=parametre.id,
        nom=parametre.nom,
        titre=parametre.titre,
        resume=atelier.nu(parametre.resume),
        url=adresse(atelier.base, "parametre", parametre.id),
        unite=parametre.unite,
        par=parametre.par,
        themes=parametre.themes,
        revision=parametre.revision.value,
        cases=tuple(
            CasePubliee(
                codes=dict(zip(parametre.par, cell, strict=True)),
                periodes=tuple(_periode(atelier, period) for period in periods),
            )
            for cell, periods in cellules(parametre).items()
        ),
        note=atelier.nu_ou_rien(parametre.note),
        verifie_le=parametre.verifie_le,
        a_reverifier_avant=parametre.a_reverifier_avant,
        confiance=parametre.confiance.value,
    )


def _periode(atelier: Atelier, period: Periode) -> PeriodePubliee:
    origin = period.origine
    return PeriodePubliee(
        du=period.du,
        au=period.au,
        valeur=None if period.valeur is None else exact(period.valeur),
        motif=atelier.nu_ou_rien(period.motif),
        rappel_apres=period.rappel_apres,
        sources=period.sources,
        precision=origin.precision if origin else None,
        publie_le=origin.publie_le if origin else None,
        confiance=origin.confiance.value if origin else None,
        note=atelier.nu_ou_rien(origin.note) if origin else None,
    )

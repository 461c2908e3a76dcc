"""Calculators, as data: what they ask, what they do step by step, the situations worked by hand."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import Field

from generator.compile import Program
from generator.model import Exemple, Scalaire
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import (
    CodeDeConfiance,
    Exact,
    Fichier,
    ReferencePubliee,
    Sortie,
    Unite,
    entete,
    exact,
    references,
)
from generator.render.filters import taper
from generator.render.lecture import noms_des_parametres


class OptionPubliee(Sortie, title="Option"):
    """Une réponse possible à un choix."""

    code: str = Field(description="Le code à donner.")
    libelle: str = Field(description="Les mots montrés.")


class EntreePubliee(Sortie, title="Entrée"):
    """Ce que le calculateur demande."""

    nom: str = Field(description="Nom à employer : nom=valeur.")
    libelle: str = Field(description="La question.")
    aide: str | None = Field(description="Comment y répondre.")
    type: str = Field(description="nombre, booleen, date ou choix.")
    unite: Unite
    min: Exact | None = Field(description="Plus petite valeur admise, dans l’unité.")
    max: Exact | None = Field(description="Plus grande valeur admise, dans l’unité.")
    entier: bool = Field(description="Vrai si seul un entier est admis.")
    options: tuple[OptionPubliee, ...] = Field(description="Pour un choix : les réponses admises.")


class EtapePubliee(Sortie, title="Étape"):
    """Une ligne du calcul."""

    nom: str = Field(description="Nom de l’étape.")
    libelle: str = Field(description="Ce qu’elle calcule.")
    unite: Unite
    nature: str = Field(description="droit, pacte (proposition de 2019) ou calcul (simple arithmétique).")
    formule: str = Field(description="La formule, en mots.")
    references: tuple[ReferencePubliee, ...] = Field(description="Les textes qu’elle applique.")
    regle: str | None = Field(description="Identifiant de la règle appliquée.")


class ExemplePublie(Sortie, title="Exemple"):
    """Une situation calculée à la main d’après le texte, refaite à chaque construction."""

    titre: str = Field(description="La situation.")
    note: str = Field(description="Le calcul à la main.")
    jour: date = Field(description="Jour dont le droit s’applique.")
    entrees: dict[str, str] = Field(description="Les réponses, telles qu’on les tape.")
    attendu: dict[str, str] = Field(description="Résultat → valeur attendue, telle qu’on la tape.")
    etats: dict[str, str] = Field(description="Résultat sans valeur → inconnu, sans-objet ou erreur.")
    refus: str | None = Field(description="Morceau du message, quand la situation est refusée.")


class CalculateurPublie(Sortie, title="Calculateur"):
    """Un calculateur : ses questions, ses étapes, ses exemples."""

    id: str = Field(description="Identifiant permanent.")
    titre: str = Field(description="Titre.")
    resume: str = Field(description="Ce qu’il calcule.")
    url: str = Field(description="Page du calculateur, depuis la racine du site.")
    url_a_integrer: str = Field(description="Page à placer dans un autre site.")
    siae: tuple[str, ...] = Field(description="Types de structures concernés.")
    themes: tuple[str, ...] = Field(description="Identifiants des thèmes.")
    mesures: tuple[int, ...] = Field(description="Numéros des mesures du Pacte de 2019.")
    empreinte: str = Field(description="Condensé du calcul : il change si le calcul change, pas si ses mots changent.")
    entrees: tuple[EntreePubliee, ...] = Field(description="Les questions, dans l’ordre.")
    etapes: tuple[EtapePubliee, ...] = Field(description="Les étapes.")
    resultats: tuple[str, ...] = Field(description="Noms des étapes montrées d’abord.")
    parametres: tuple[str, ...] = Field(description="Identifiants des montants et seuils employés.")
    changements: tuple[date, ...] = Field(description="Jours où le droit appliqué change.")
    non_modelise: tuple[str, ...] = Field(description="Ce que le calculateur ne traite pas.")
    exemples: tuple[ExemplePublie, ...] = Field(description="Les situations travaillées à la main.")
    verifie_le: date = Field(description="Jour de la dernière vérification.")
    a_reverifier_avant: date = Field(description="Jour avant lequel il doit être revu.")
    confiance: CodeDeConfiance = Field(description="haute, moyenne ou basse.")


class FichierDeCalculateurs(Fichier, title="Calculateurs"):
    """Tous les calculateurs du mémento."""

    calculateurs: tuple[CalculateurPublie, ...] = Field(description="Les calculateurs.")


def fichier_de_calculateurs(atelier: Atelier) -> FichierDeCalculateurs:
    names = noms_des_parametres(atelier.base)
    published = tuple(_calculateur(atelier, program, names) for program in atelier.programs)
    return FichierDeCalculateurs(**entete(atelier, "calculateurs"), calculateurs=published)


def _calculateur(atelier: Atelier, program: Program, names: Mapping[str, str]) -> CalculateurPublie:
    base, calculateur = atelier.base, program.calculateur
    written = {step["nom"]: step["formule"] for step in program.json["etapes"]}
    url = adresse(base, "calculateur", program.id)
    return CalculateurPublie(
        id=program.id,
        titre=calculateur.titre,
        resume=atelier.nu(calculateur.resume),
        url=url,
        url_a_integrer=f"{url}integrer/",
        siae=calculateur.siae,
        themes=calculateur.themes,
        mesures=calculateur.mesures,
        empreinte=program.json["empreinte"],
        entrees=tuple(_entree(entree) for entree in program.json["entrees"]),
        etapes=tuple(
            EtapePubliee(
                nom=etape.nom,
                libelle=etape.libelle,
                unite=etape.unite or "",
                nature=etape.nature.value,
                formule=written[etape.nom],
                references=references(atelier, etape.references),
                regle=etape.regle,
            )
            for etape in calculateur.etapes
        ),
        resultats=calculateur.resultats,
        parametres=tuple(names[name] for name in program.json["parametres"]),
        changements=calculateur.changements,
        non_modelise=tuple(atelier.nu(text) for text in calculateur.non_modelise),
        exemples=tuple(_exemple(exemple) for exemple in calculateur.exemples),
        verifie_le=calculateur.verifie_le,
        a_reverifier_avant=calculateur.a_reverifier_avant,
        confiance=calculateur.confiance.value,
    )


def _entree(entree: Mapping[str, Any]) -> EntreePubliee:
    """In the program a bound of a `%` is a ratio: here it is a number of hundredths, as everywhere in the data."""
    scale = 100 if entree["unite"] == "%" else 1

    def bound(written: str | None) -> str | None:
        return None if written is None else exact(Fraction(written) * scale)

    return EntreePubliee(
        nom=entree["nom"],
        libelle=entree["libelle"],
        aide=entree["aide"],
        type=entree["type"],
        unite=entree["unite"],
        min=bound(entree["min"]),
        max=bound(entree["max"]),
        entier=entree["entier"],
        options=tuple(OptionPubliee(**option) for option in entree["options"]),
    )


def _exemple(exemple: Exemple) -> ExemplePublie:
    def typed(values: Mapping[str, Scalaire]) -> dict[str, str]:
        return {name: taper(value) for name, value in values.items()}

    return ExemplePublie(
        titre=exemple.titre,
        note=exemple.note,
        jour=exemple.date,
        entrees=typed(exemple.entrees),
        attendu=typed(exemple.attendu),
        etats={name: state.value for name, state in exemple.etats.items()},
        refus=exemple.refus,
    )

"""Dates, « de date à date »."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import ClassVar

from generator.compile import calendrier
from generator.compile.noeud import Noeud, convertir, faute
from generator.compile.operations.operation import Illustration, Operation, exiger, exiger_nombre, noeud
from generator.compile.types import TypeDate, TypeNombre
from generator.compile.unites import SANS_UNITE, lire_unite
from generator.compile.valeurs import Etat, Refus

HORS_CALENDRIER = Refus("date hors des années 1900 à 2200")


class AjouterMois(Operation):
    """Le même jour, des mois plus tard, ou le dernier du mois s'il est plus court : `ajouter_mois(debut, 24 mois)`."""

    nom = "ajouter_mois"
    fonction = True
    unite: ClassVar[str] = "mois"
    exemple = Illustration("ajouter_mois(debut, 24 mois)", {"debut": "29/02/2024"}, "28 février 2026")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        day, duration = operandes
        exiger(day, TypeDate)
        given, unit = exiger_nombre(duration).unite, lire_unite(self.unite)
        if given == SANS_UNITE:
            return noeud(self.nom, operandes, TypeDate())
        if not given.compatible(unit):
            raise faute("unite", f"une durée en {self.unite} est attendue ici, pas en {given.texte}", duration)
        return noeud(self.nom, (day, convertir(duration, unit)), TypeDate())

    def ajouter(self, jour: date, duree: int) -> date:
        return calendrier.ajouter_mois(jour, duree)

    def calculer(self, jour: date, duree: Fraction) -> Etat:  # type: ignore[override]
        if duree.denominator != 1:
            return Refus(f"un nombre entier de {self.unite} est attendu")
        try:
            return self.ajouter(jour, int(duree))
        except calendrier.HorsCalendrier:
            return HORS_CALENDRIER


class AjouterJours(AjouterMois):
    """Des jours plus tard, ou plus tôt : `ajouter_jours(fin, -1)`."""

    nom = "ajouter_jours"
    unite = "jours"
    exemple = Illustration("ajouter_jours(fin, -1)", {"fin": "01/03/2024"}, "29 février 2024")

    def ajouter(self, jour: date, duree: int) -> date:
        return calendrier.ajouter_jours(jour, duree)


class MoisEntre(Operation):
    """Le nombre de mois entiers d'une date à une autre : `mois_entre(debut, date_reference)`."""

    nom = "mois_entre"
    fonction = True
    unite: ClassVar[str] = "mois"
    exemple = Illustration("mois_entre(debut, fin)", {"debut": "15/01/2024", "fin": "14/03/2024"}, "1 mois")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        for operande in operandes:
            exiger(operande, TypeDate)
        return noeud(self.nom, operandes, TypeNombre(lire_unite(self.unite)))

    def calculer(self, debut: date, fin: date) -> Etat:  # type: ignore[override]
        try:
            return Fraction(calendrier.mois_entre(debut, fin))
        except calendrier.HorsCalendrier:
            return HORS_CALENDRIER


class JoursEntre(MoisEntre):
    """Le nombre de jours d'une date à une autre : `jours_entre(debut, fin)` vaut 1 du jour au lendemain."""

    nom = "jours_entre"
    unite = "jour"
    exemple = Illustration("jours_entre(debut, fin)", {"debut": "28/02/2024", "fin": "01/03/2024"}, "2 jours")

    def calculer(self, debut: date, fin: date) -> Etat:  # type: ignore[override]
        return Fraction((fin - debut).days)


class Annee(Operation):
    """L'année d'une date : `annee(date_reference)`."""

    nom = "annee"
    fonction = True
    arite = (1, 1)
    exemple = Illustration("annee(fin) - annee(debut)", {"debut": "31/12/2023", "fin": "01/01/2024"}, "1")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        exiger(operandes[0], TypeDate)
        return noeud(self.nom, operandes, TypeNombre())

    def calculer(self, jour: date) -> Etat:  # type: ignore[override]
        return Fraction(jour.year)

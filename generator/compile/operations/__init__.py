"""Every operation of the formula language, one small class each; the browser has one entry for each."""

from generator.compile.operations.arithmetique import (
    Addition,
    Arrondi,
    Conversion,
    Division,
    Maximum,
    Minimum,
    Multiplication,
    Oppose,
    Soustraction,
)
from generator.compile.operations.atomes import Constante, Parametrage, Renvoi
from generator.compile.operations.comparaison import COMPARAISONS
from generator.compile.operations.dates import AjouterJours, AjouterMois, Annee, JoursEntre, MoisEntre
from generator.compile.operations.logique import Conjonction, Disjonction, Negation, NombreVrais, Selon, Si
from generator.compile.operations.operation import Contexte, Illustration, Operation

_TOUTES: tuple[Operation, ...] = (
    Constante("nombre", "30 %", "30 %"),
    Constante("texte", "« conforme »", "conforme"),
    Constante("date", "2021-09-01", "1er septembre 2021"),
    Constante("booleen", "vrai", "oui"),
    Renvoi(),
    Parametrage(),
    Addition(),
    Soustraction(),
    Multiplication(),
    Division(),
    Oppose(),
    *COMPARAISONS,
    Conjonction(),
    Disjonction(),
    Negation(),
    Si(),
    Selon(),
    Minimum(),
    Maximum(),
    Arrondi(),
    NombreVrais(),
    AjouterMois(),
    AjouterJours(),
    MoisEntre(),
    JoursEntre(),
    Annee(),
    Conversion(),
)
OPERATIONS = {operation.nom: operation for operation in _TOUTES}
FONCTIONS = {nom: operation for nom, operation in OPERATIONS.items() if operation.fonction}

__all__ = ["FONCTIONS", "OPERATIONS", "Contexte", "Illustration", "Operation"]

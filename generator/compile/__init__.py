"""Formulas become closed programs, with their units checked; and the reference meaning of those programs."""

from generator.compile.calculateur import compile_calculateurs
from generator.compile.codes import CODES
from generator.compile.evaluate import Evaluation, etats, evaluer, refus
from generator.compile.program import Program
from generator.compile.saisie import Refusee, lire_entree, lire_situation

__all__ = [
    "CODES",
    "Evaluation",
    "Program",
    "Refusee",
    "compile_calculateurs",
    "etats",
    "evaluer",
    "lire_entree",
    "lire_situation",
    "refus",
]

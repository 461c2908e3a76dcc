"""The decision tree of a calculator, for a jurist who reviews it: drawn, and as a list."""

from generator.render.decision.arbre import LECTURE, Branche, Decision, Issue, Palier, Question, decision
from generator.render.decision.dessin import dessiner
from generator.render.decision.feuille import Dessin
from generator.render.decision.liste import en_liste

__all__ = [
    "LECTURE",
    "Branche",
    "Decision",
    "Dessin",
    "Issue",
    "Palier",
    "Question",
    "decision",
    "dessiner",
    "en_liste",
]

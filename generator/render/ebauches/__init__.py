"""Drafts of files: what is asked of a contributor, and the text that is made from the answers."""

from generator.render.ebauches.calculateur import CALCULATEUR
from generator.render.ebauches.ebauche import Ebauche, Ecrits
from generator.render.ebauches.formation import MODULE, QUIZ
from generator.render.ebauches.insertion import Illisible
from generator.render.ebauches.parametre import PARAMETRE
from generator.render.ebauches.pratique import AVIS, PRATIQUE
from generator.render.ebauches.question import Contexte, Question, Refus, Reponses
from generator.render.ebauches.regle import REGLE
from generator.render.ebauches.source import SOURCE
from generator.render.ebauches.terme import TERME

__all__ = ["EBAUCHES", "Contexte", "Ebauche", "Ecrits", "Illisible", "Question", "Refus", "Reponses"]

EBAUCHES: tuple[Ebauche, ...] = (REGLE, PARAMETRE, SOURCE, CALCULATEUR, PRATIQUE, AVIS, TERME, MODULE, QUIZ)

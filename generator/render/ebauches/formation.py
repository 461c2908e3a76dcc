"""A module begun with its eight questions, and a question more in a module that exists."""

from collections.abc import Iterator, Mapping

from generator.load import read_document
from generator.model import Module
from generator.model import Question as QuestionDeModule
from generator.model.formation import QUESTIONS_MIN
from generator.render.ebauches.ebauche import Ebauche, Ecrits, page
from generator.render.ebauches.insertion import ajouter, relire
from generator.render.ebauches.lignes import a_remplir, champ, facultatifs, liste_a_remplir, remarque, scalaire
from generator.render.ebauches.question import Contexte, Question, Reponses, un
from generator.render.ebauches.questions import mesure, mesures, nom, references, regle, resume, source, titre
from generator.render.marques import a_completer

ECRITS = ("ordre", "titre", "resume", "objectifs", "questions", "mesures", "references")
TRAVAIL = "Une question part d'une situation de travail ; sa réponse se trouve dans la règle qu'elle nomme."


def _module(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier = un(reponses, "id")
    order = max((found.ordre for found in contexte.base.modules.values()), default=0) + 1
    rules = reponses["regle"]
    lines = (
        f"ordre: {order}",
        *champ("titre", un(reponses, "titre")),
        *a_remplir(Module, "resume", un(reponses, "resume"), "ce que l'on saura, en une ou deux phrases"),
        *liste_a_remplir(Module, "objectifs", "ce que l'on saura faire, un verbe d'abord"),
        *remarque(TRAVAIL),
        "questions:",
        *(line for rank in range(QUESTIONS_MIN) for line in _vide(rules[rank % len(rules)])),
        *mesures(reponses),
        *references(contexte, reponses),
        *facultatifs(Module, ECRITS),
    )
    body = a_completer("le cours ; ses titres commencent par deux dièses")
    return page(contexte, ("module", identifier), f"content/formation/{identifier}.md", lines, body)


def _vide(rule: str) -> Iterator[str]:
    yield from champ("- enonce", a_completer("la situation, et la question"), 2)
    yield "    choix:"
    yield f"      - {scalaire(a_completer('une réponse'))}"
    yield f"      - {scalaire(a_completer('une autre réponse'))}"
    yield "    bonne: 1"
    yield from champ("explication", a_completer("pourquoi, d'après le texte"), 4)
    yield f"    regle: {rule}"


MODULE = Ebauche(
    "module",
    "un module de formation, avec ses huit questions",
    (
        titre(Module),
        nom("module"),
        regle("Règles sur lesquelles portent les questions", QuestionDeModule, "regle", obligatoire=True),
        source(),
        resume(Module),
        mesure(Module),
    ),
    _module,
)


def _quiz(contexte: Contexte, reponses: Reponses) -> Ecrits:
    module = un(reponses, "module")
    document = contexte.base.document("module", module)
    explanation = un(reponses, "explication")
    lines = [
        *champ("enonce", un(reponses, "enonce")),
        "choix:",
        *(f"  - {scalaire(choice)}" for choice in reponses["reponse"]),
        f"bonne: {un(reponses, 'bonne')}",
        *a_remplir(QuestionDeModule, "explication", explanation, "pourquoi, d'après le texte"),
        f"regle: {un(reponses, 'regle')}",
    ]
    text = ajouter(document, contexte.lire(document.path), ("questions",), lines)
    added = read_document("rules/essai.yaml", "\n".join(lines).encode()).value
    assert added is not None
    held = document.data["questions"]
    assert isinstance(held, list)
    relire(document.path, text, {**document.data, "questions": [*held, added.data]}, document.body)
    return Ecrits(("module", module), {document.path: text}, nouveau=False)


def _les_reponses(contexte: Contexte, reponses: Reponses) -> Mapping[str, str]:  # noqa: ARG001
    return {str(rank): words for rank, words in enumerate(reponses.get("reponse", ()), 1)}


QUIZ = Ebauche(
    "quiz",
    "une question de plus dans un module",
    (
        Question(
            "module",
            "Module",
            choix=lambda contexte, _: {name: found.titre for name, found in contexte.base.modules.items()},
        ),
        Question("enonce", "La situation, et la question", (QuestionDeModule, "enonce")),
        Question("reponse", "Réponses proposées", (QuestionDeModule, "choix"), plusieurs=True, au_moins=2),
        Question("bonne", "La bonne réponse, par son rang", (QuestionDeModule, "bonne"), choix=_les_reponses),
        regle("Règle qui donne la réponse", QuestionDeModule, "regle", plusieurs=False, obligatoire=True),
        Question("explication", "Pourquoi", (QuestionDeModule, "explication"), obligatoire=False),
    ),
    _quiz,
)

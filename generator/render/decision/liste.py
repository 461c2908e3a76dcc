"""The tree as a nested list of plain text: for a terminal, a letter, a note."""

from collections.abc import Iterator

from generator.compile.calendrier import date_longue
from generator.render.decision.arbre import LECTURE, Branche, Decision, Issue, Question


def en_liste(arbre: Decision) -> str:
    """Ends with a line break; spaces are ordinary ones."""
    return "\n".join(_lignes(arbre)) + "\n"


def _lignes(arbre: Decision) -> Iterator[str]:
    yield arbre.titre
    yield f"Arbre de décision, montants au {date_longue(arbre.jour)} : {arbre.compte}."
    yield LECTURE
    yield from ("", "Questions")
    for question in arbre.questions:
        yield f"- {_question(question)}"
    yield from ("", "Étapes")
    for rank, palier in enumerate(arbre.paliers, 1):
        yield f"{rank}. {palier.libelle}"
        yield f"  {palier.etiquette}"
        yield from _branches(palier.branches, 1)
        for montant in palier.montants:
            yield f"  {montant.titre} : {montant.mots}"
        for source, _ in palier.sources:
            yield f"  Source : {source}"
    if arbre.avertissements:
        yield from ("", "Avertissements")
        for branch in arbre.avertissements:
            yield f"- si {' '.join(branch.si)} : {branch.issues[0].mots}"


def _question(question: Question) -> str:
    asked = f" (posée si {' '.join(question.si)})" if question.si else ""
    return f"{question.libelle} : {question.reponse}{asked}"


def _branches(branches: tuple[Branche, ...], niveau: int) -> Iterator[str]:
    indent = "  " * niveau
    for rank, branch in enumerate(branches):
        condition = _conjonction(branch, rank) + " ".join(branch.si)
        start = f"{indent}- {condition} : " if condition else f"{indent}- "
        if branch.issue:
            yield start + _issue(branch.issue)
        else:
            yield start.rstrip()
            yield from _branches(branch.suite, niveau + 1)


def _conjonction(branche: Branche, rang: int) -> str:
    """What stands before a condition; the last case has none, and a formula alone needs no word."""
    if not branche.si:
        return "sinon" if rang else ""
    return "sinon, si " if rang else "si "


def _issue(feuille: Issue) -> str:
    """A leaf on one line."""
    heading = f"{feuille.intitule} : " if feuille.intitule else ""
    reason = f" ({feuille.raison})" if feuille.raison else ""
    return heading + feuille.mots + reason

"""The tree as a drawing: for each step a ladder of questions, read from top to bottom.

It is narrow, so that its letters keep their size on a phone. A kind of box is known by its words and its outline.
"""

from generator.compile.calendrier import date_longue
from generator.render.decision.arbre import LECTURE, Branche, Decision, Issue, Palier, Question
from generator.render.decision.feuille import MARGE, RETRAIT, Dessin, Feuille, Ligne, lignes
from generator.render.filters import typographier

# From the edge of a ladder: its rail, its questions, where « oui » turns, the boxes or the ladder that it leads to.
RAIL, QUESTION, COUDE, SUITE = 8, 24, 28, 64
ECART = 20


def dessiner(arbre: Decision) -> Dessin:
    """The whole tree on one sheet."""
    sheet = Feuille()
    sheet.ecrire(MARGE, lignes("titre", arbre.titre, MARGE))
    sheet.ecrire(MARGE, lignes("note", f"Arbre de décision, montants au {date_longue(arbre.jour)}.", MARGE))
    sheet.ecrire(MARGE, lignes("note", LECTURE, MARGE))
    _section(sheet, "Questions")
    for question in arbre.questions:
        sheet.y += RETRAIT
        _question(sheet, question)
    _section(sheet, "Étapes")
    for rank, palier in enumerate(arbre.paliers, 1):
        sheet.y += ECART if rank > 1 else RETRAIT
        _palier(sheet, palier, rank)
    if arbre.avertissements:
        _section(sheet, "Avertissements")
        for branch in arbre.avertissements:
            sheet.y += RETRAIT
            _echelle(sheet, (branch,), MARGE)
    return sheet.dessin(
        typographier(f"Arbre de décision : {arbre.titre}"),
        typographier(f"{arbre.compte}, montants au {date_longue(arbre.jour)}. {LECTURE}"),
    )


def _section(sheet: Feuille, titre: str) -> None:
    sheet.y += ECART
    sheet.ecrire(MARGE, lignes("titre", titre, MARGE))


def _question(sheet: Feuille, question: Question) -> None:
    x = MARGE + QUESTION
    sheet.losange(MARGE + RAIL, sheet.y + 10)
    asked = lignes("note", f"Posée si {' '.join(question.si)}", x) if question.si else []
    sheet.ecrire(x, [*lignes("corps", question.libelle, x), *lignes("note", question.reponse, x), *asked])


def _palier(sheet: Feuille, palier: Palier, rang: int) -> None:
    """Its name, its articles and its figures, then its cases."""
    notes = [f"Source : {source}" for source, _ in palier.sources]
    for montant in palier.montants:
        notes.append(f"{montant.titre} : {montant.lignes[0]}")
        notes += montant.lignes[1:]
    text = lignes("gras", f"{rang}. {palier.libelle}", MARGE, RETRAIT)
    for note in (palier.etiquette, *notes):
        text += lignes("note", note, MARGE, RETRAIT)
    sheet.boite("pacte" if palier.nature == "pacte" else "etape", MARGE, text)
    if palier.branches[0].si:
        sheet.y += ECART // 2
        sheet.trait(f"M{MARGE + RAIL} {sheet.y - ECART // 2}v{ECART // 2 + 3}")
    _echelle(sheet, palier.branches, MARGE)


def _echelle(sheet: Feuille, branches: tuple[Branche, ...], x: int) -> None:
    """One case under the other along a rail: « oui » leads to the right, « non » further down."""
    rail = x + RAIL
    start = sheet.y
    for rank, branch in enumerate(branches):
        if not branch.si:
            _dernier(sheet, branch, x, start, seul=not rank)
            return
        if rank:
            sheet.mot(rail + 5, sheet.y + 14, "non")
            sheet.y += ECART
            sheet.trait(f"M{rail} {start}V{sheet.y + 3}")
        start = _cas(sheet, branch, x)


def _cas(sheet: Feuille, branche: Branche, x: int) -> int:
    """A question and what « oui » leads to; gives where its « non » starts from."""
    middle = sheet.y + 10
    sheet.losange(x + RAIL, middle)
    asked = (*branche.si[:-1], f"{branche.si[-1]} ?")
    sheet.ecrire(x + QUESTION, [line for clause in asked for line in lignes("corps", clause, x + QUESTION)])
    bend = f"M{x + COUDE} {sheet.y}"
    sheet.y += RETRAIT
    if branche.issue:
        end, level = x + SUITE, sheet.boite(branche.issue.genre, x + SUITE, _issue(branche.issue, x + SUITE))
    else:
        end, level = x + SUITE + RAIL - 7, sheet.y + 10
        _echelle(sheet, branche.suite, x + SUITE)
    sheet.fleche(f"{bend}V{level}H{end}", end, level)
    sheet.mot(x + COUDE + 6, level - 5, "oui")
    return middle + 7


def _dernier(sheet: Feuille, branche: Branche, x: int, depart: int, *, seul: bool) -> None:
    """What is left when every question was answered « non »; a formula alone answers none."""
    assert branche.issue is not None
    sheet.y += RETRAIT if seul else ECART // 2
    end = x + (COUDE if seul else SUITE)
    level = sheet.boite(branche.issue.genre, end, _issue(branche.issue, end))
    sheet.fleche(f"M{x + RAIL} {depart}V{level}H{end}", end, level)
    if not seul:
        sheet.mot(x + RAIL + 5, level - 5, "non")


def _issue(feuille: Issue, x: int) -> list[Ligne]:
    """The kind of issue in words, except for a value; then what it gives, and what the reader is told."""
    text = lignes("gras", feuille.intitule or feuille.mots, x, RETRAIT)
    text += lignes("corps", feuille.mots, x, RETRAIT) if feuille.intitule else []
    return text + (lignes("note", feuille.raison, x, RETRAIT) if feuille.raison else [])

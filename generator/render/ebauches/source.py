"""A source begun: what it is, where it was read, and how much of it."""

from collections.abc import Iterator

from generator.model import Lecture, Source, TypeSource
from generator.render.ebauches.ebauche import Ebauche, Ecrits, fichier
from generator.render.ebauches.lignes import a_remplir, champ, facultatifs
from generator.render.ebauches.question import Contexte, Question, Reponses, jour, mots_d_un_choix, un
from generator.render.ebauches.questions import CONFIANCES, abreger, nom, titre

ECRITS = ("id", "type", "titre", "lecture", "confiance", "consulte_le", "note")
# The texts that are known by their number; the others by their date, or by their title.
NUMEROTES = frozenset({TypeSource.LOI, TypeSource.DECRET, TypeSource.ORDONNANCE})
DATES = frozenset({TypeSource.ARRETE, TypeSource.INSTRUCTION, TypeSource.CIRCULAIRE})


def nommer(contexte: Contexte, reponses: Reponses) -> str:  # noqa: ARG001
    """`decret-2021-1128`, `arrete-2021-09-01`, else from the title."""
    kind, number, day = (un(reponses, name) for name in ("type", "numero", "date"))
    if kind in NUMEROTES and number:
        return abreger(f"{kind} {number}")
    if kind in DATES and day:
        return f"{kind}-{day}"
    return abreger(un(reponses, "titre"))


def _ecrire(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier = un(reponses, "id")
    given = [name for name in ("numero", "date", "url") if un(reponses, name)]
    lines = (
        f"id: {identifier}",
        f"type: {un(reponses, 'type')}",
        *champ("titre", un(reponses, "titre")),
        *(line for name in given for line in _connu(name, un(reponses, name))),
        f"lecture: {un(reponses, 'lecture')}",
        f"confiance: {CONFIANCES[un(reponses, 'lecture')].value}",
        f"consulte_le: {un(reponses, 'consulte-le')}",
        *facultatifs(Source, (*ECRITS, *given)),
        *a_remplir(Source, "note", un(reponses, "note"), "ce qui a été lu, où, et ce qui ne l'a pas été"),
    )
    return fichier(contexte, ("source", identifier), f"rules/sources/{identifier}.yaml", lines)


def _connu(nom: str, answer: str) -> Iterator[str]:
    """A date is written bare; a number that looks like one is a text."""
    if nom == "date":
        yield f"date: {answer}"
    else:
        yield from champ(nom, answer)


SOURCE = Ebauche(
    "source",
    "une source : loi, décret, arrêté, rapport, page… (un article de code : memento source ajouter)",
    (
        Question(
            "type",
            "Type : loi, decret, arrete, instruction, circulaire, rapport, donnees, page…",
            (Source, "type"),
            choix=mots_d_un_choix(TypeSource),
        ),
        titre(Source, "Titre complet, avec sa date"),
        Question("numero", "Numéro, tel qu'on le tape : 2021-1128", (Source, "numero"), obligatoire=False),
        Question("date", "Date du texte (AAAA-MM-JJ)", (Source, "date"), lire=jour, obligatoire=False),
        Question("id", nom("source").demande, lire=nom("source").lire, defaut=nommer),
        Question("url", "Adresse où il se lit", (Source, "url"), obligatoire=False),
        Question(
            "lecture",
            "Ce que vous en avez lu : texte, extrait ou mention",
            (Source, "lecture"),
            choix=mots_d_un_choix(Lecture),
        ),
        Question("consulte-le", "Jour où vous l'avez consulté", (Source, "consulte_le"), lire=jour),
        Question("note", "Ce qui a été lu, et ce qui ne l'a pas été", (Source, "note"), obligatoire=False),
    ),
    _ecrire,
)

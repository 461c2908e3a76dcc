"""The questions that several kinds of files share, and how their answers are written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.compile.calendrier import ajouter_mois
from generator.model import Confiance, Lecture, Modele
from generator.render.ebauches.lignes import liste, scalaire
from generator.render.ebauches.question import (
    Contexte,
    Question,
    Refus,
    Reponses,
    identifiant,
    jour,
    mots_d_un_choix,
    toujours,
    un,
)
from generator.render.filters import ancre
from generator.render.recherche import Analyseur
from generator.render.recherche.references import sources_numerotees

ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des", "du"})
MOTS_D_UN_IDENTIFIANT = 8
CONFIANCES: Mapping[str, Confiance] = {
    Lecture.TEXTE: Confiance.HAUTE,
    Lecture.EXTRAIT: Confiance.MOYENNE,
    Lecture.MENTION: Confiance.BASSE,
}


def titre(modele: type[Modele], demande: str = "Titre, tel qu'on le lira en tête de page") -> Question:
    return Question("titre", demande, (modele, "titre"))


def resume(modele: type[Modele]) -> Question:
    return Question("resume", "Résumé, en une ou deux phrases", (modele, "resume"), obligatoire=False)


def nom(kind: str) -> Question:
    """The identifier, proposed from the title; it must be free."""

    def libre(answer: str, contexte: Contexte) -> str:
        found = identifiant(answer, contexte)
        if contexte.base.contient(kind, found):
            raise Refus(f"« {found} » existe déjà : {contexte.base.document(kind, found).path}")
        return found

    return Question(
        "id",
        "Identifiant : la fin de l'adresse et le nom du fichier, pour toujours",
        lire=libre,
        defaut=lambda _, reponses: abreger(un(reponses, "titre")),
    )


def abreger(titre: str) -> str:
    """The first words of a title as an identifier, without the article that opens it."""
    words = ancre(titre.lower()).split("-")
    kept = words[1:] if words[0] in ARTICLES and len(words) > 1 else words
    return "-".join(kept[:MOTS_D_UN_IDENTIFIANT])


def siae(modele: type[Modele]) -> Question:
    return Question(
        "siae",
        "Structures concernées",
        (modele, "siae"),
        choix=lambda contexte, _: contexte.base.listes["siae"].options if "siae" in contexte.base.listes else {},
        plusieurs=True,
    )


def theme(modele: type[Modele]) -> Question:
    return Question(
        "theme",
        "Thème ; le premier est le dossier du fichier",
        (modele, "themes"),
        choix=lambda contexte, _: {name: found.titre for name, found in contexte.base.themes.items()},
        plusieurs=True,
    )


def source(demande: str = "Source : le texte ou le document qui le dit (absente ? memento nouveau source)") -> Question:
    return Question(
        "source",
        demande,
        choix=lambda contexte, _: {name: found.titre for name, found in contexte.base.sources.items()},
        retrouver=par_numero,
        plusieurs=True,
    )


def par_numero(answer: str, contexte: Contexte) -> Sequence[str]:
    """The sources of an article or of a text named by its number, in any spelling."""
    return sources_numerotees(contexte.base, answer, Analyseur())


def mesure(modele: type[Modele]) -> Question:
    return Question(
        "mesure",
        "Mesures du Pacte, par leur numéro",
        (modele, "mesures"),
        choix=lambda contexte, _: {str(numero): found.titre for numero, found in contexte.base.mesures.items()},
        plusieurs=True,
        obligatoire=False,
    )


def regle(
    demande: str,
    modele: type[Modele],
    champ: str,
    *,
    plusieurs: bool = True,
    obligatoire: bool = False,
    sauf: str = "",
) -> Question:
    return Question(
        "regle",
        demande,
        (modele, champ),
        choix=lambda contexte, _: {name: found.titre for name, found in contexte.base.regles.items()},
        plusieurs=plusieurs,
        obligatoire=obligatoire,
        sauf=sauf,
    )


def verification(modele: type[Modele]) -> tuple[Question, ...]:
    """When the source was read, when it must be read again, how sure one is."""
    return (
        Question("verifie-le", "Jour où vous avez lu la source (AAAA-MM-JJ, ou aujourd'hui)", lire=jour),
        Question("a-reverifier-avant", "À relire avant le", lire=jour, defaut=dans_un_an, obligatoire=False),
        Question(
            "confiance",
            "Confiance : haute (le texte a été lu), moyenne ou basse",
            (modele, "confiance"),
            choix=mots_d_un_choix(Confiance),
            defaut=selon_la_lecture,
            obligatoire=False,
        ),
    )


def dans_un_an(contexte: Contexte, reponses: Reponses) -> str:
    read = un(reponses, "verifie-le")
    return ajouter_mois(date.fromisoformat(read) if read else contexte.today, 12).isoformat()


def selon_la_lecture(contexte: Contexte, reponses: Reponses) -> str:
    """No surer than what was read of the least read source."""
    order = list(CONFIANCES.values())
    found = [CONFIANCES[contexte.base.sources[name].lecture] for name in reponses.get("source", ())]
    return max(found, key=order.index, default=Confiance.MOYENNE).value


def verifie(reponses: Reponses) -> Iterator[str]:
    yield f"confiance: {un(reponses, 'confiance')}"
    yield f"verifie_le: {un(reponses, 'verifie-le')}"
    yield f"a_reverifier_avant: {un(reponses, 'a-reverifier-avant')}"


def references(contexte: Contexte, reponses: Reponses, retrait: int = 0) -> Iterator[str]:
    """Each source, in the version in force the day it was read."""
    space = " " * retrait
    yield f"{space}references:"
    read = un(reponses, "verifie-le")
    for name in reponses["source"]:
        yield f"{space}  - source: {name}"
        version = contexte.base.sources[name].version_au(date.fromisoformat(read)) if read else None
        if version:
            yield f"{space}    version: {scalaire(version.id)}"
    yield f"{space}    # precision: alinéa, page, mesure et action"


def listes(reponses: Reponses, noms: Mapping[str, str]) -> Iterator[str]:
    """The fields that hold identifiers: the name of each, and that of the question."""
    for field, question in noms.items():
        yield from liste(field, reponses.get(question, ()))


def mesures(reponses: Reponses) -> Iterator[str]:
    """Their numbers."""
    if reponses.get("mesure"):
        yield f"mesures: [{', '.join(reponses['mesure'])}]"


__all__ = [
    "abreger",
    "dans_un_an",
    "listes",
    "mesure",
    "mesures",
    "nom",
    "par_numero",
    "references",
    "regle",
    "resume",
    "siae",
    "source",
    "theme",
    "titre",
    "toujours",
    "verification",
    "verifie",
]

"""A rule begun: one version, in force or proposed."""

from collections.abc import Iterator

from generator.model import Adoption, Portee, Regle, Statut, VersionDeRegle
from generator.render.ebauches.ebauche import Ebauche, Ecrits, fichier
from generator.render.ebauches.lignes import a_remplir, champ, facultatifs
from generator.render.ebauches.question import Contexte, Question, Reponses, jour, mots_d_un_choix, un
from generator.render.ebauches.questions import (
    listes,
    mesure,
    mesures,
    nom,
    references,
    siae,
    source,
    theme,
    titre,
    verification,
    verifie,
)

EN_TETE = ("id", "titre", "siae", "themes", "mesures", "versions", "confiance")


def _ecrire(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier, themes = un(reponses, "id"), reponses["theme"]
    lines = (
        f"id: {identifier}",
        *champ("titre", un(reponses, "titre")),
        *listes(reponses, {"siae": "siae", "themes": "theme"}),
        *mesures(reponses),
        *facultatifs(Regle, EN_TETE),
        *_version(contexte, reponses),
        *verifie(reponses),
    )
    return fichier(contexte, ("regle", identifier), f"rules/regles/{themes[0]}/{identifier}.yaml", lines)


def _version(contexte: Contexte, reponses: Reponses) -> Iterator[str]:
    written = ["du", "statut", "portee", "enonce", "references"]
    yield "versions:"
    yield f"  - du: {un(reponses, 'depuis')}"
    yield f"    statut: {un(reponses, 'statut')}"
    yield f"    portee: {un(reponses, 'portee')}"
    yield from a_remplir(
        VersionDeRegle,
        "enonce",
        un(reponses, "enonce"),
        "ce que dit le texte, en une ou deux phrases, avec nos mots ; chaque chiffre a son paramètre",
        4,
    )
    yield from references(contexte, reponses, 4)
    if un(reponses, "adoption"):
        written.append("adoption")
        yield f"    adoption: {un(reponses, 'adoption')}"
    yield from facultatifs(VersionDeRegle, written, 4)


REGLE = Ebauche(
    "regle",
    "une règle",
    (
        titre(Regle),
        nom("regle"),
        theme(Regle),
        siae(Regle),
        source(),
        Question("depuis", "Premier jour où elle s'applique (AAAA-MM-JJ)", (VersionDeRegle, "du"), lire=jour),
        Question(
            "portee",
            "Portée : prescriptif (un texte oblige) ou indicatif",
            (VersionDeRegle, "portee"),
            choix=mots_d_un_choix(Portee),
        ),
        Question(
            "statut",
            "Statut : en-vigueur, propose, experimental ou abroge",
            (VersionDeRegle, "statut"),
            choix=mots_d_un_choix(Statut),
            defaut=lambda *_: Statut.EN_VIGUEUR.value,
            obligatoire=False,
        ),
        Question(
            "adoption",
            "Sort d'une proposition : adoptee, partielle, non-adoptee-dans-le-code ou adoption-non-etablie",
            (VersionDeRegle, "adoption"),
            choix=mots_d_un_choix(Adoption),
            defaut=lambda *_: Adoption.NON_ETABLIE.value,
            obligatoire=False,
            si=lambda _, reponses: un(reponses, "statut") == Statut.PROPOSE,
        ),
        Question("enonce", "Énoncé, avec nos mots", (VersionDeRegle, "enonce"), obligatoire=False),
        mesure(Regle),
        *verification(Regle),
    ),
    _ecrire,
)

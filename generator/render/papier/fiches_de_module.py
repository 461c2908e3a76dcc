"""The two sheets of a module: for those who learn, for those who teach."""

from collections.abc import Iterator
from typing import Any

from generator.compile.calendrier import date_longue
from generator.model import Module, Regle, Statut
from generator.render.adresses import adresse, adresse_de_version, titre
from generator.render.atelier import Atelier
from generator.render.papier.corps import corps_imprime
from generator.render.papier.ecriture import Contenu, appel, ligne, mots
from generator.render.papier.ouvrage import AVIS, Ouvrage, document, gabarit
from generator.render.regles import montree
from generator.render.renvois import cites

APPRENANT, FORMATEUR = "Fiche de l’apprenant", "Fiche du formateur"
# Lines left for notes.
NOTES = 12


def fiche_apprenant(atelier: Atelier, name: str) -> str:
    """Objectives, the body, the questions without their answers, room for notes."""
    module, ouvrage = atelier.base.modules[name], Ouvrage(atelier)
    texts = _textes(atelier, name)
    parts = [
        appel("champs", "Nom", "Date"),
        *_objectifs(ouvrage, texts),
        corps_imprime(ouvrage, name),
        _titre("Se tester"),
        appel("chapo", mots("Une seule réponse est juste. Cochez, puis comparez avec le groupe.")),
        *(
            appel(
                "question", rank, ouvrage.texte(asked["enonce"]), [ouvrage.texte(choice) for choice in asked["choix"]]
            )
            for rank, asked in enumerate(texts["questions"], 1)
        ),
        _titre("Notes"),
        appel("notes", NOTES),
    ]
    return _fiche(ouvrage, module, APPRENANT, parts)


def fiche_formateur(atelier: Atelier, name: str) -> str:
    """Objectives, what to prepare, the outline to time, the answers, the exceptions to keep in mind."""
    module, ouvrage = atelier.base.modules[name], Ouvrage(atelier)
    texts = _textes(atelier, name)
    parts = [
        appel("chapo", ouvrage.texte(texts["resume"])),
        *_objectifs(ouvrage, texts),
        _titre("À préparer"),
        appel("list", *_preparatifs(ouvrage, name)),
        _titre("Déroulé"),
        appel("deroule", _temps(atelier, name)),
        _titre("Réponses"),
        *(
            appel(
                "corrige",
                rank,
                ouvrage.texte(asked["enonce"]),
                [ouvrage.texte(choice) for choice in asked["choix"]],
                question.bonne,
                ouvrage.texte(asked["explication"]),
                _adressee(ouvrage, atelier.base.regles[question.regle]),
            )
            for rank, (question, asked) in enumerate(zip(module.questions, texts["questions"], strict=True), 1)
        ),
    ]
    if watched := list(_vigilance(ouvrage, name)):
        intro = "Les exceptions des règles de ce module, telles qu'elles se lisent ce jour-là."
        parts += [_titre("Points de vigilance"), appel("chapo", mots(intro)), appel("vigilance", watched)]
    return _fiche(ouvrage, module, FORMATEUR, parts)


def _fiche(ouvrage: Ouvrage, module: Module, genre: str, parts: list[Contenu]) -> str:
    settings = {
        "titre": mots(module.titre),
        "module": f"Module {module.ordre}",
        "genre": genre,
        "jour": ouvrage.jour,
        "avis": mots(AVIS),
    }
    return document(gabarit("commun", "fiche"), "fiche", settings, "".join(map(ligne, parts)))


def _textes(atelier: Atelier, name: str) -> Any:
    """The texts of the header, their references resolved."""
    return atelier.champs(atelier.base.document("module", name), "")


def _titre(words: str) -> Contenu:
    return appel("heading", mots(words), level=2)


def _objectifs(ouvrage: Ouvrage, texts: Any) -> tuple[Contenu, ...]:
    goals = [ouvrage.texte(goal) for goal in texts["objectifs"]]
    return _titre("À la fin, vous saurez"), appel("list", *goals)


def _temps(atelier: Atelier, name: str) -> list[str]:
    """The moments of the session: the welcome, the headings of the body, the test."""
    body = atelier.corps(atelier.base.document("module", name), "")
    return ["Accueil, objectifs", *(mots(entry.titre) for entry in body.toc if entry.niveau == 2), "Test et correction"]


def _preparatifs(ouvrage: Ouvrage, name: str) -> Iterator[str]:
    atelier = ouvrage.atelier
    yield mots("Une fiche de l'apprenant par personne.")
    yield mots(
        f"Le droit du jour : cette fiche dit celui du {date_longue(atelier.today)}. Réimprimez-la si elle a vieilli."
    )
    body = atelier.base.document("module", name).body
    for kind, identifier in dict.fromkeys(cites(body, atelier.base)):
        if kind in ("calculateur", "outil"):
            where = ouvrage.adresse(adresse(atelier.base, kind, identifier))
            label = "Un calculateur à ouvrir" if kind == "calculateur" else "Un modèle à imprimer"
            yield mots(f"{label} : {titre(atelier.base, kind, identifier)}, {where}")


def _regles(atelier: Atelier, name: str) -> list[Regle]:
    """The rules that the body teaches, then those that the questions test."""
    base = atelier.base
    taught = [identifier for kind, identifier in cites(base.document("module", name).body, base) if kind == "regle"]
    asked = [question.regle for question in base.modules[name].questions]
    return [base.regles[regle] for regle in dict.fromkeys((*taught, *asked)) if regle in base.regles]


def _adressee(ouvrage: Ouvrage, regle: Regle) -> dict[str, str]:
    shown = montree(regle, ouvrage.atelier.today)
    return {"titre": mots(regle.titre), "adresse": ouvrage.adresse(adresse_de_version(regle.id, shown.du))}


def _vigilance(ouvrage: Ouvrage, name: str) -> Iterator[dict[str, object]]:
    for regle in _regles(ouvrage.atelier, name):
        current = regle.au(ouvrage.atelier.today)
        if current is not None and current.statut is not Statut.ABROGE and current.exceptions:
            yield {**_adressee(ouvrage, regle), "exceptions": [mots(text) for text in current.exceptions]}

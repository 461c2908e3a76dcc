"""A practice and a request for an opinion begun: pages whose header says nearly all."""

from generator.model import Avis, Portee, Pratique
from generator.render.ebauches.ebauche import Ebauche, Ecrits, page
from generator.render.ebauches.lignes import a_remplir, champ, facultatifs, liste_a_remplir, scalaire
from generator.render.ebauches.question import Contexte, Question, Refus, Reponses, jour, mots_d_un_choix, texte, un
from generator.render.ebauches.questions import (
    listes,
    mesure,
    mesures,
    nom,
    references,
    regle,
    resume,
    siae,
    source,
    titre,
)
from generator.render.marques import a_completer

DE_PRATIQUE = (
    *("titre", "resume", "statut", "statut_note", "portee", "portee_note", "siae", "pour_qui", "contexte"),
    *("conditions", "etapes", "limites", "mesures", "regles", "references"),
)
D_AVIS = (
    *("numero", "titre", "resume", "statut", "soumise_le", "siae", "question", "positions", "pratiques", "regles"),
    *("references", "reponse", "portee", "rendu_le", "retiree_le"),
)


def _pratique(contexte: Contexte, reponses: Reponses) -> Ecrits:
    identifier = un(reponses, "id")
    lines = (
        *champ("titre", un(reponses, "titre")),
        *a_remplir(Pratique, "resume", un(reponses, "resume"), "ce que l'on fait et pourquoi, en une ou deux phrases"),
        "statut: proposee",
        *a_remplir(Pratique, "statut_note", "", "qui la met en avant ; aucun comité ne l'a validée"),
        f"portee: {un(reponses, 'portee')}",
        *a_remplir(Pratique, "portee_note", "", "le texte qui oblige, et à quoi, ou qu'aucun n'oblige"),
        *listes(reponses, {"siae": "siae"}),
        *a_remplir(Pratique, "pour_qui", "", "les personnes et les métiers concernés"),
        *a_remplir(Pratique, "contexte", "", "la situation où elle sert, d'après la source"),
        *liste_a_remplir(Pratique, "conditions", "ce qu'il faut réunir avant de commencer"),
        *liste_a_remplir(Pratique, "etapes", "la première chose à faire"),
        *liste_a_remplir(Pratique, "limites", "ce qu'elle ne permet pas, ce que l'on ignore"),
        *mesures(reponses),
        *listes(reponses, {"regles": "regle"}),
        *references(contexte, reponses),
        *facultatifs(Pratique, DE_PRATIQUE),
    )
    body = a_completer("ce que l'en-tête ne dit pas, et les liens utiles")
    return page(contexte, ("pratique", identifier), f"content/pratiques/{identifier}.md", lines, body)


PRATIQUE = Ebauche(
    "pratique",
    "une bonne pratique",
    (
        titre(Pratique, "La pratique en quelques mots, avec un verbe"),
        nom("pratique"),
        siae(Pratique),
        source(),
        Question(
            "portee",
            "Portée : prescriptif (un texte oblige) ou indicatif",
            (Pratique, "portee"),
            choix=mots_d_un_choix(Portee),
            defaut=lambda *_: Portee.INDICATIF.value,
            obligatoire=False,
        ),
        resume(Pratique),
        mesure(Pratique),
        regle("Règles qui la bornent ou qu'elle sert", Pratique, "regles"),
    ),
    _pratique,
)


def _avis(contexte: Contexte, reponses: Reponses) -> Ecrits:
    number = un(reponses, "numero")
    lines = (
        f"numero: {scalaire(number)}",
        *champ("titre", un(reponses, "titre")),
        *a_remplir(Avis, "resume", un(reponses, "resume"), "ce qui est contesté, entre qui, par fonction et sans nom"),
        "statut: soumise",
        f"soumise_le: {un(reponses, 'soumise-le')}",
        *listes(reponses, {"siae": "siae"}),
        *a_remplir(Avis, "question", un(reponses, "question"), "une question à laquelle on réponde par oui ou par non"),
        *liste_a_remplir(
            Avis, "positions", "ce que soutiennent les uns, puis les autres, et le texte qu'ils invoquent"
        ),
        *listes(reponses, {"pratiques": "pratique", "regles": "regle"}),
        *references(contexte, reponses),
        *facultatifs(Avis, D_AVIS),
    )
    body = a_completer("les faits, sans désigner personne")
    return page(contexte, ("avis", number), f"content/avis/{number}.md", lines, body)


def _numero(answer: str, contexte: Contexte) -> str:
    found = texte(answer, contexte)
    year, _, rank = found.partition("-")
    if not (
        year.isascii() and rank.isascii() and year.isdigit() and rank.isdigit() and (len(year), len(rank)) == (4, 3)
    ):
        raise Refus(f"« {answer} » n'est pas un numéro : écrivez l'année et le rang, {contexte.today.year}-001")
    if contexte.base.contient("avis", found):
        raise Refus(f"« {found} » existe déjà")
    return found


def _premier_rang(contexte: Contexte, reponses: Reponses) -> str:  # noqa: ARG001
    taken = contexte.base.avis
    return next(name for rank in range(1, len(taken) + 2) if (name := f"{contexte.today.year}-{rank:03d}") not in taken)


AVIS = Ebauche(
    "avis",
    "une demande d'avis",
    (
        titre(Avis, "L'objet de la question, en quelques mots"),
        Question("numero", "Numéro : l'année et le rang", (Avis, "numero"), lire=_numero, defaut=_premier_rang),
        siae(Avis),
        Question(
            "pratique",
            "Pratiques contestées",
            (Avis, "pratiques"),
            choix=lambda contexte, _: {name: found.titre for name, found in contexte.base.pratiques.items()},
            plusieurs=True,
            obligatoire=False,
        ),
        regle("Règles comprises différemment", Avis, "regles", obligatoire=True, sauf="pratique"),
        source("Textes en cause"),
        Question("question", "La question, une seule", (Avis, "question"), obligatoire=False),
        resume(Avis),
        Question(
            "soumise-le",
            "Jour du dépôt",
            (Avis, "soumise_le"),
            lire=jour,
            defaut=lambda contexte, _: contexte.today.isoformat(),
            obligatoire=False,
        ),
    ),
    _avis,
)

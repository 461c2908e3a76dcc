"""An acronym more in the glossary, in its alphabetical place."""

from generator.load import read_document
from generator.model import Terme
from generator.render.ebauches.ebauche import Ebauche, Ecrits
from generator.render.ebauches.insertion import annoncer, inserer, rang, relire
from generator.render.ebauches.lignes import a_remplir, champ
from generator.render.ebauches.question import Contexte, Question, Refus, Reponses, texte, un
from generator.render.ebauches.questions import references, source

GLOSSAIRE = "rules/glossaire.yaml"


def _nouveau_sigle(answer: str, contexte: Contexte) -> str:
    found = texte(answer, contexte)
    if found.casefold() in {terme.sigle.casefold() for terme in contexte.base.termes}:
        raise Refus(f"« {found} » est déjà dans le glossaire")
    return found


def _ecrire(contexte: Contexte, reponses: Reponses) -> Ecrits:
    name = un(reponses, "sigle")
    document = contexte.base.document("glossaire", "glossaire")
    lines = [
        *champ("sigle", name),
        *champ("nom", un(reponses, "nom")),
        *a_remplir(Terme, "definition", un(reponses, "definition"), "une phrase que comprenne un nouveau venu"),
        *(line for line in references(contexte, reponses) if not line.lstrip().startswith("#")),
    ]
    text = inserer(document, contexte.lire(GLOSSAIRE), ("termes",), name, lines, "sigle")
    added = read_document(GLOSSAIRE, "\n".join(lines).encode()).value
    held = document.data["termes"]
    assert added is not None
    assert isinstance(held, list)
    place = rang([terme.sigle for terme in contexte.base.termes], name)
    relire(GLOSSAIRE, text, {**document.data, "termes": [*held[:place], added.data, *held[place:]]})
    return Ecrits(("terme", name), {GLOSSAIRE: text, **annoncer(contexte, "terme", name)}, nouveau=False)


TERME = Ebauche(
    "terme",
    "un sigle du glossaire",
    (
        Question("sigle", "Sigle", (Terme, "sigle"), lire=_nouveau_sigle),
        Question("nom", "Ce qu'il veut dire, en toutes lettres", (Terme, "nom")),
        Question("definition", "Définition, en une phrase", (Terme, "definition"), obligatoire=False),
        source("Source où il figure"),
    ),
    _ecrire,
)

"""Synthetic pages of words: practices, editorial pages, the few pages that every mémento has."""

from collections.abc import Iterator

from bench.construction.droit import SIAE, UNITES, Donnees, calculateur, parametre, regle, source
from bench.construction.langue import Langue
from bench.construction.proportions import Effectifs

# A page has a path under content/, a header, a body.
Fiche = tuple[str, Donnees, str]
LIENS, CHIFFRES, SECTIONS = 24, 4, 5


def pratiques(langue: Langue, nombres: Effectifs) -> Iterator[Fiche]:
    for rank in range(nombres.pratiques):
        header: Donnees = {
            "titre": langue.titre(rank),
            "resume": langue.phrase(),
            "statut": "proposee",
            "statut_note": langue.phrase(),
            "portee": "indicatif",
            "portee_note": langue.phrase(),
            "siae": list(SIAE)[: 1 + rank % len(SIAE)],
            "pour_qui": langue.phrase(),
            "contexte": langue.phrases(3),
            "conditions": [langue.phrase() for _ in range(4)],
            "etapes": [langue.phrase(_renvoi(langue, nombres)) for _ in range(5)],
            "limites": [langue.phrase() for _ in range(3)],
            "regles": _tirees(langue, nombres, 3),
            "references": _references(langue, nombres),
            "mots": [langue.groupe(4) for _ in range(6)],
        }
        yield f"pratiques/pratique-synthetique-{rank:04}.md", header, _corps(langue, nombres, 2)


def fiches(langue: Langue, nombres: Effectifs) -> Iterator[Fiche]:
    for rank in range(nombres.fiches):
        header: Donnees = {
            "titre": langue.titre(rank),
            "resume": langue.phrase(),
            "references": _references(langue, nombres),
            "mots": [langue.groupe(4) for _ in range(6)],
        }
        yield f"fiche-synthetique-{rank:05}.md", header, _corps(langue, nombres, SECTIONS)


def communes(langue: Langue, nombres: Effectifs) -> Iterator[Fiche]:
    """The home page, the structures, the list of practices, and one measure with its commitment."""
    references = _references(langue, nombres)
    home: Donnees = {
        "titre": "Mémento synthétique",
        "resume": "Rien ici n’est du droit : ces pages sont tirées au sort pour mesurer une construction.",
        "sans_source": "Rien ici n’est du droit.",
        "calculateurs": [calculateur(0)],
    }
    yield "index.md", home, _corps(langue, nombres, 2)
    for code, name in SIAE.items():
        header = {
            "code": code,
            "titre": f"{name} (synthétique)",
            "resume": langue.phrase(),
            "statut_legal": langue.phrase(),
            "references": references,
        }
        yield f"structures/{code.lower()}.md", header, _corps(langue, nombres, 2)
    yield (
        "pratiques/index.md",
        {"titre": "Pratiques synthétiques", "resume": langue.phrase(), "references": references},
        langue.phrases(4) + "\n",
    )
    engagement = {"numero": 1, "titre": "Engagement synthétique", "resume": langue.phrase(), "references": references}
    yield "pacte/engagements/1.md", engagement, "Voir la [[mesure:1]].\n"
    measure = {
        "numero": 1,
        "titre": "Mesure synthétique",
        "resume": langue.phrase(),
        "engagement": 1,
        "sort": "partielle",
        "sort_resume": langue.phrase(),
        "actions": [
            {
                "numero": 1,
                "titre": "Action synthétique",
                "resume": langue.phrase(),
                "suite": {"adoption": "partielle", "texte": langue.phrase()},
            }
        ],
        "references": references,
    }
    yield "pacte/mesures/01-synthetique.md", measure, langue.phrases(4) + "\n"


def _corps(langue: Langue, nombres: Effectifs, sections: int) -> str:
    """Sections of paragraphs, each with a list or a table; links and figures spread among them."""
    inserts = [_renvoi(langue, nombres) for _ in range(LIENS * sections // SECTIONS)]
    inserts += [_chiffre(langue, nombres) for _ in range(CHIFFRES * sections // SECTIONS)]
    langue.hasard.shuffle(inserts)
    share = -(-len(inserts) // sections)
    parts = []
    for rank in range(sections):
        own = inserts[rank * share : (rank + 1) * share]
        parts += [f"## {langue.groupe(4).capitalize()}", langue.phrases(5, own), langue.phrases(3)]
        parts.append(_tableau(langue) if rank % 2 else "\n".join(f"- {langue.phrase()}" for _ in range(4)))
    return "\n\n".join(parts) + "\n"


def _tableau(langue: Langue) -> str:
    rows = [[langue.groupe(2) for _ in range(3)] for _ in range(4)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "| --- | --- | --- |", *lines[1:]))


def _renvoi(langue: Langue, nombres: Effectifs) -> str:
    """Mostly to rules, as in the mémento."""
    if langue.hasard.random() < 0.15:
        return f"[[calculateur:{calculateur(langue.hasard.randrange(nombres.calculateurs))}]]"
    return f"[[regle:{regle(langue.hasard.randrange(nombres.regles))}]]"


def _chiffre(langue: Langue, nombres: Effectifs) -> str:
    """A figure taken from its parameter: one that no structure divides."""
    rank = langue.hasard.randrange(nombres.parametres // len(UNITES)) * len(UNITES) + langue.hasard.randint(1, 3)
    return f"{{{{ {parametre(rank).replace('-', '_')} }}}}"


def _tirees(langue: Langue, nombres: Effectifs, combien: int) -> list[str]:
    return sorted({regle(langue.hasard.randrange(nombres.regles)) for _ in range(combien)})


def _references(langue: Langue, nombres: Effectifs) -> list[Donnees]:
    return [{"source": source(langue.hasard.randrange(nombres.sources))} for _ in range(2)]

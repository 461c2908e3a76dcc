"""A whole synthetic mémento, drawn from a seed: python -m bench.construction.synthese PAGES DOSSIER

Nothing in it is law, and its titles say so. The same seed gives the same bytes.
"""

import argparse
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.construction import calculs, droit, redaction
from bench.construction.fichiers import ecrire_page, ecrire_yaml
from bench.construction.langue import Langue, mots_du_memento
from bench.construction.proportions import Effectifs, effectifs

RACINE = Path(__file__).parents[2]
GRAINE = 20_261_126
# Pages of the real mémento: how much longer than it a synthetic one is decides how many words it has.
PAGES_DU_VRAI = 1_166


def synthetiser(pages: int, cible: Path, graine: int = GRAINE) -> Effectifs:
    """Write in `cible`, an absent or empty folder, a mémento of about `pages` published pages."""
    counts = effectifs(pages)
    langue = Langue(mots_du_memento(RACINE), graine, pages / PAGES_DU_VRAI)
    terms = [*droit.SIAE, *langue.prendre_les_sigles(counts.termes)]
    rules = cible / "rules"
    written: dict[str, list[str]] = {}
    for kind, folder, made in (
        ("source", "sources", droit.sources(langue, counts)),
        ("parametre", "parametres", droit.parametres(langue, counts)),
        ("calculateur", "calculateurs", calculs.calculateurs(langue, counts)),
    ):
        written[kind] = _ecrire(rules / folder, made)
    written["regle"] = _ecrire_les_regles(rules / "regles", droit.regles(langue, counts))
    names = [_ecrire_les_pages(cible, made(langue, counts)) for made in (redaction.pratiques, redaction.fiches)]
    written["pratique"], written["fiche"] = [name.rpartition("/")[2] for name in names[0]], names[1]
    _ecrire_les_pages(cible, redaction.communes(langue, counts))
    written["fiche"] += ["index", "pratiques/index"]
    written |= {"structure": list(droit.SIAE), "engagement": ["1"], "mesure": ["1"], "terme": terms}
    written["theme"] = [droit.theme(rank) for rank in range(counts.themes)]
    _ecrire_les_listes(rules, langue, terms, written)
    shutil.copytree(RACINE / "site_theme", cible / "site_theme")
    shutil.copy(RACINE / "mkdocs.yml", cible / "mkdocs.yml")
    return counts


def _ecrire(dossier: Path, donnees: Iterable[droit.Donnees]) -> list[str]:
    names = []
    for data in donnees:
        ecrire_yaml(dossier / f"{data['id']}.yaml", data)
        names.append(data["id"])
    return names


def _ecrire_les_regles(dossier: Path, donnees: Iterable[droit.Donnees]) -> list[str]:
    names = []
    for data in donnees:
        ecrire_yaml(dossier / data["themes"][0] / f"{data['id']}.yaml", data)
        names.append(data["id"])
    return names


def _ecrire_les_pages(cible: Path, pages: Iterable[redaction.Fiche]) -> list[str]:
    names = []
    for path, header, body in pages:
        ecrire_page(cible / "content" / path, header, body)
        names.append(path.removesuffix(".md"))
    return names


def _ecrire_les_listes(rules: Path, langue: Langue, termes: list[str], sujets: Mapping[str, list[str]]) -> None:
    """The files that there is one of."""
    reference = [{"source": droit.source(0)}]
    themes = [
        {"id": name, "titre": langue.titre(rank), "resume": langue.phrase()}
        for rank, name in enumerate(sujets["theme"])
    ]
    ecrire_yaml(rules / "themes.yaml", {"themes": themes})
    listed = [{"id": "siae", "titre": "Type de structure", "options": droit.SIAE}]
    ecrire_yaml(rules / "listes.yaml", {"listes": listed})
    spelled = [
        {
            "sigle": sigle,
            "nom": langue.groupe(4),
            "definition": langue.phrase(),
            # One is enough for the list of the Pacte's acronyms that a mémento undertakes to explain.
            "pacte": sigle == termes[0],
            "references": reference,
        }
        for sigle in termes
    ]
    ecrire_yaml(rules / "glossaire.yaml", {"termes": spelled})
    figure = {
        "id": "part-synthetique",
        "libelle": "Part synthétique",
        "valeur": 7,
        "unite": "points",
        "references": reference,
    }
    ecrire_yaml(rules / "chiffres.yaml", {"chiffres": [figure]})
    promised = {
        "mesures": [1],
        "actions": {"1": [1]},
        "acronymes": termes[:1],
        "articles": [{"numero": "S1", "cite_par": ["synthèse"], "ou": [f"source:{droit.source(0)}"]}],
        "chiffres": [figure["id"]],
        "faits": [{"id": "fait-synthetique", "ou": [f"regle:{droit.regle(0)}"]}],
        "sujets": dict(sujets),
    }
    ecrire_yaml(rules / "couverture.yaml", promised)


def main() -> None:
    parser = argparse.ArgumentParser(description="Écrit un mémento synthétique, dont rien n’est du droit.")
    parser.add_argument("pages", type=int, help="nombre de pages publiées, environ")
    parser.add_argument("dossier", type=Path, help="dossier à écrire, absent ou vide")
    parser.add_argument("--graine", type=int, default=GRAINE)
    options = parser.parse_args()
    print(synthetiser(options.pages, options.dossier, options.graine))


if __name__ == "__main__":
    main()

"""The indexes: where an article is cited, where an acronym is used."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.model import Parametre, Regle, TypeSource
from generator.render.filters import ancre
from generator.render.papier.annexes import code_de, rang
from generator.render.papier.ecriture import Contenu, appel, mots
from generator.render.papier.ouvrage import Ouvrage
from generator.render.papier.selection import Selection
from generator.render.regles import montree


def index_des_articles(selection: Selection) -> Iterator[Contenu]:
    """Articles code by code: the rules and the figures that rest on each."""
    found: dict[str, dict[str, None]] = {}
    for regle in selection.regles().values():
        for version in regle.versions:
            for reference in version.references:
                found.setdefault(reference.source, {})[f"regle:{regle.id}"] = None
    for label, names in _montants(selection.parametres()):
        for name in names:
            found.setdefault(name, {})[label] = None
    sources = [s for s in selection.sources().values() if s.type is TypeSource.ARTICLE and s.id in found]
    for code, group in groupby(sorted(sources, key=rang), key=code_de):
        yield appel("heading", mots(code), level=2)
        yield appel("index", [{"mots": mots(_article(s.nom)), "cibles": list(found[s.id])} for s in group])


def _article(nom: str) -> str:
    """« art. L. 5132-2 CASF » stands under its code: the name of the article is enough."""
    return re.sub(r"^(art\. [A-Z]\. [\d-]+) .*$", r"\1", nom)


def _montants(parametres: Mapping[str, Parametre]) -> Iterator[tuple[str, set[str]]]:
    for parametre in parametres.values():
        yield f"parametre:{parametre.id}", {name for valeur in parametre.valeurs for name in valeur.source}


def index_des_sigles(ouvrage: Ouvrage, selection: Selection) -> Contenu:
    """Acronyms: the glossary first, then the rules whose title or statement uses it."""
    terms = sorted(selection.termes(), key=lambda terme: ancre(terme.sigle))
    # The longest first: « CDI inclusion » is not « CDI ».
    words = "|".join(re.escape(terme.sigle) for terme in sorted(terms, key=lambda terme: -len(terme.sigle)))
    word = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    used: dict[str, list[str]] = {terme.sigle: [f"terme:{terme.sigle}"] for terme in terms}
    for name, regle in selection.regles().items():
        for sigle in set(word.findall(_lu(ouvrage, regle))):
            used[sigle].append(f"regle:{name}")
    return appel("index", [{"mots": mots(sigle), "cibles": labels} for sigle, labels in used.items()])


def _lu(ouvrage: Ouvrage, regle: Regle) -> str:
    """What the page of a rule says that day."""
    shown = montree(regle, ouvrage.atelier.today)
    return "\n".join((regle.titre, shown.enonce, shown.en_pratique or "", *shown.exceptions))

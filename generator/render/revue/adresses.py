"""The pages that a change touches, the addresses that it opens, and those that it would let die."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.load import Verrou
from generator.render.adresses import adresse_de_version, adresses_des_pages
from generator.render.champs import citations
from generator.render.revue.calculs import CalculChange
from generator.render.revue.sujets import Sort, SujetChange, url_de
from generator.resolve import Cible, KnowledgeBase


@dataclass(frozen=True, slots=True)
class Adresses:
    """Urls from the root, sorted. `renvoyees` are (old, where it now leads); `touchees` hold what has changed."""

    nouvelles: tuple[str, ...] = ()
    renvoyees: tuple[tuple[str, str], ...] = ()
    mortes: tuple[str, ...] = ()
    touchees: tuple[str, ...] = ()
    citantes: tuple[str, ...] = ()


def adresses(
    avant: KnowledgeBase,
    apres: KnowledgeBase,
    verrou: Verrou,
    changes: Collection[SujetChange],
    calculs: Iterable[CalculChange],
) -> Adresses:
    """`touchees` are the pages of what has changed, `citantes` those that cite it; both are of the new mémento."""
    old, new = (_toutes(base) for base in (avant, apres))
    moved = {url: target for url in old - new if (target := verrou.finale(url)) in new and target is not None}
    direct = frozenset(url for sujet in changes for url in _pages(apres, sujet))
    direct |= {f"calculateurs/{calcul.id}/" for calcul in calculs}
    citing = frozenset(_citantes(avant, apres, changes)) - direct
    return Adresses(
        tuple(sorted(new - old)),
        tuple(sorted(moved.items())),
        tuple(sorted(old - new - moved.keys())),
        tuple(sorted(direct & new)),
        tuple(sorted(citing & new)),
    )


def _toutes(base: KnowledgeBase) -> frozenset[str]:
    """The pages, and the anchors of what is read inside one."""
    terms = (url for terme in base.termes if (url := url_de(base, ("terme", terme.sigle))))
    figures = (url for name in base.chiffres if (url := url_de(base, ("chiffre", name))))
    return adresses_des_pages(base) | frozenset((*terms, *figures))


def _pages(base: KnowledgeBase, sujet: SujetChange) -> Iterator[str]:
    """Its page, and those of its versions that changed."""
    if sujet.url is None or sujet.sort is Sort.RETIRE:
        return
    yield sujet.url
    if sujet.genre == "regle":
        touched = {champ.chemin[1] for champ in sujet.champs if champ.chemin[0] == "versions" and len(champ.chemin) > 1}
        for version in base.regles[sujet.id].versions:
            if version.du.isoformat() in touched or sujet.sort is Sort.AJOUTE:
                yield adresse_de_version(sujet.id, version.du)


def _citantes(avant: KnowledgeBase, apres: KnowledgeBase, changes: Iterable[SujetChange]) -> Iterator[str]:
    """The pages of those that cite what has changed, in either state, in their fields or in their words."""
    citing = (citations(avant), citations(apres))
    for sujet in changes:
        if sujet.relu:
            continue
        for cible in _cites(sujet):
            for subject in (one for side in citing for one in side.get(cible, ())):
                url = url_de(apres, subject) if subject in apres.documents else None
                if url is not None:
                    yield url


def _cites(sujet: SujetChange) -> Iterator[Cible]:
    yield sujet.cible
    if sujet.ancien is not None:
        yield sujet.genre, sujet.ancien
    inside = {"glossaire": "terme", "chiffres": "chiffre", "themes": "theme", "listes": "liste"}.get(sujet.genre)
    if inside:
        yield from (
            (inside, name) for name in dict.fromkeys(champ.chemin[1] for champ in sujet.champs if len(champ.chemin) > 1)
        )

"""The order in which the tests start, and which ones the same process makes."""

import re
from functools import cache
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

ICI = Path(__file__).parent
# What takes longest starts first, so that all processes end together. The first builds the site, which the others of
# its folder then read: what stands in between has something else to do.
D_ABORD = (
    "lecteurs/test_accessibilite.py",
    "vrai-memento",
    "fautes/test_fautes.py",
    "lecteurs/test_pages.py",
    "lecteurs/test_calculateurs.py",
    "lecteurs/test_recherche.py",
    "lecteurs/test_structure.py",
    "lecteurs/test_sans_reseau.py",
    "test_guide.py",
    "test_crochet.py",
    "adapters/test_renommer.py",
    "adapters/test_pannes.py",
    "adapters/test_servir.py",
    "lecteurs/test_formation.py",
    "lecteurs/test_vecteurs.py",
    "surete/test_attaques_du_contenu.py",
    "adapters/test_publication_tuee.py",
    "lecteurs/test_pages_obligatoires.py",
    "publicodes",
    "parite",
    "lecteurs/test_au_et_comparer.py",
    "render/test_admission.py",
    "render/test_lecture.py",
    "fautes/test_fuzz.py",
    "adapters/test_reproductible.py",
)


MARQUE = re.compile(r'xdist_group\("([\w-]+)"\)')


@cache
def ensemble(fichier: Path) -> str:
    """What the tests of a file share a process with: the group that it names, else themselves alone."""
    text = fichier.read_text(encoding="utf-8")
    if "avec_le_vrai" in text:
        return "vrai-memento"
    named = MARQUE.search(text)
    return named[1] if named else fichier.relative_to(ICI).as_posix()


def ranger(items: list[pytest.Item]) -> None:
    """Put the tests in the order in which they start."""
    ranks = {name: rank for rank, name in enumerate(D_ABORD)}
    items.sort(key=lambda item: ranks.get(ensemble(item.path), len(ranks)))


class Ensembles(LoadScopeScheduling):
    """Gives each process whole groups. With pytest 9.2, `--dist loadgroup` no longer sees the marks by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return ensemble(self.config.rootpath / nodeid.partition("::")[0])

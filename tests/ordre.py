"""The order in which the tests start, and which ones the same process makes."""

from pathlib import Path

import pytest

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


def ensemble(item: pytest.Item) -> str:
    """The name that tests made in one process share: what they say, else their file, whose slow parts are made once."""
    mark = item.get_closest_marker("xdist_group")
    return str(mark.args[0]) if mark else item.path.relative_to(ICI).as_posix()


def ranger(items: list[pytest.Item]) -> None:
    """Put the tests in the order in which they start, each with those of its process."""
    ranks = {name: rank for rank, name in enumerate(D_ABORD)}
    items.sort(key=lambda item: ranks.get(ensemble(item), len(ranks)))
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(ensemble(item)))

"""Killed fifty times, at moments spread over the whole of a publication: the site that is served is always whole."""

import hashlib
import random
from pathlib import Path

import pytest
from petit_memento import memento_entier
from tueur import Tueur, tueur

from generator.adapters.publication import precedent, publication
from generator.adapters.sommes import SOMMES, ecarts

PHASES = ["reprise", "écriture", "scellement", "contrôles", "disque", "échange", "balayage"]


def etat(dossier: Path) -> str:
    """Which build a folder is; fails unless every file that it must hold is there, byte for byte, and no other."""
    assert ecarts(dossier) == []
    return hashlib.sha256((dossier / SOMMES).read_bytes()).hexdigest()


def moments(comptes: dict[str, int], fois: dict[str, int]) -> list[tuple[str, int]]:
    """As many moments of each phase as asked, drawn over its whole length, in an order that mixes them."""
    hasard = random.Random(50)
    drawn = [
        (phase, hasard.randint(comptes[phase] * rang // nombre + 1, comptes[phase] * (rang + 1) // nombre))
        for phase, nombre in fois.items()
        for rang in range(nombre)
    ]
    hasard.shuffle(drawn)
    return drawn


def tuer_souvent(
    killer: Tueur, cible: Path, fois: dict[str, int], comptes: dict[str, int], known: set[str]
) -> set[str]:
    """Kill publications of one version, then of the other; what was served after each kill, always whole and known."""
    served = set()
    for version, (phase, rang) in enumerate(moments(comptes, fois)):
        killer.tuer(1 + version % 2, phase, rang)
        served.add(etat(cible))
        assert served <= known, f"{phase} {rang}"
        assert etat(precedent(cible)) in known, f"le précédent, {phase} {rang}"
    return served


def test_killed_forty_seven_times_while_it_publishes_a_few_pages(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    fois = dict(zip(PHASES, (4, 6, 7, 6, 4, 14, 6), strict=True))
    with tueur("boucle", cible) as killer:
        killer.publier(1)
        killer.publier(2)
        known = {etat(cible), etat(precedent(cible))}
        assert len(known) == 2
        comptes = killer.publier(1)
        assert tuer_souvent(killer, cible, fois, comptes, known) == known
        # What was left by the last ones is removed by the first that goes to its end.
        killer.publier(1)
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.precedent"}


def test_killed_three_times_while_it_builds_a_memento(tmp_path: Path) -> None:
    cible = memento_entier(tmp_path) / "site"
    fois = {"écriture": 1, "contrôles": 1, "échange": 1}
    with tueur("vrai", cible) as killer:
        killer.publier(1)
        comptes = killer.publier(2)
        known = {etat(cible), etat(precedent(cible))}
        assert len(known) == 2
        tuer_souvent(killer, cible, fois, comptes, known)


def test_where_folders_cannot_be_swapped_the_next_run_puts_back_what_a_kill_left_aside(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    with tueur("sans-echange", cible) as killer:
        killer.publier(1)
        killer.publier(2)
        known = {etat(cible), etat(precedent(cible))}
        absent = 0
        for rang in range(1, killer.publier(2)["échange"] + 1):
            killer.tuer(1 + rang % 2, "échange", rang)
            absent += not cible.exists()
            # A build that fails is enough.
            with pytest.raises(RuntimeError), publication(cible):
                raise RuntimeError
            assert etat(cible) in known
    assert absent > 0

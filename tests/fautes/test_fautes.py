"""Each mistake is told first at its place, with what to do; and doing it puts the mémento in order again."""

import pytest
from faute import PLUSIEURS, Acceptee, Depot, Faute, lire_acceptees, lire_fautes
from petit_memento import AUJOURD_HUI

from generator.diagnostics import Diagnostic
from generator.diagnostics.explications import explications
from generator.load import Connus
from generator.pipeline import verify

FAUTES = lire_fautes()


def rapport(depot: Depot, connus: Connus) -> tuple[Diagnostic, ...]:
    return tuple(verify(depot.racine, AUJOURD_HUI, depot.touches, connus).report)


def reponse(item: Diagnostic) -> str:
    """All that the contributor is told: the message, the help, and what `memento expliquer` adds."""
    return f"{item.message} {item.help} {explications()[item.code].remede}"


@pytest.mark.parametrize("faute", FAUTES, ids=lambda faute: faute.nom)
def test_a_mistake_is_told_at_its_place_and_its_remedy_mends_it(faute: Faute, depot: Depot, connus: Connus) -> None:
    with depot.change():
        depot.faire(faute.faute, faute.fichier)
        told = rapport(depot, connus)
        assert [f"{item.location} {item.code}" for item in told[:1]] == [faute.place(depot)]
        assert faute.aide in reponse(told[0])
        assert (len(told) > PLUSIEURS) is bool(faute.cascade), told
        depot.faire(faute.remede, faute.fichier)
        # What is as it was before the mistake is in order: the test below says so.
        assert depot.intact or rapport(depot, connus) == ()


@pytest.mark.parametrize("acceptee", lire_acceptees(), ids=lambda acceptee: acceptee.nom)
def test_what_only_looks_like_a_mistake_is_accepted(acceptee: Acceptee, depot: Depot, connus: Connus) -> None:
    with depot.change():
        depot.faire(acceptee.faute, acceptee.fichier)
        assert not depot.intact
        assert rapport(depot, connus) == ()


def test_before_any_mistake_the_memento_is_in_order(depot: Depot, connus: Connus) -> None:
    assert tuple(verify(depot.racine, AUJOURD_HUI, connus=connus).report) == ()


def test_there_are_mistakes_of_every_kind() -> None:
    assert len({faute.nom for faute in FAUTES}) == len(FAUTES) >= 80
    assert {faute.code[:4] for faute in FAUTES} == {"MEM0", "MEM1", "MEM2", "MEM3", "MEM4", "MEM5"}
    assert {faute.fichier.split("/")[0] for faute in FAUTES} == {"content", "rules"}

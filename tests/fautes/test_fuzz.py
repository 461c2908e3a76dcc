"""1,500 of the mutations of `make fuzz`, the first ones: never an exception, every place in its file, at once."""

from statistics import median

import pytest
from fuzz import LIMITE, PAQUET, Passage, banc, passer
from mutation import GESTES

NOMBRE = 1500
PAQUETS = [range(start, start + PAQUET) for start in range(0, NOMBRE, PAQUET)]


@pytest.mark.parametrize("numeros", PAQUETS, ids=lambda numeros: f"a partir de {numeros.start}")
def test_whatever_a_file_holds_it_is_answered_at_its_place_and_at_once(numeros: range) -> None:
    done = passer(tuple(numeros))
    assert median(passage.secondes for passage in done) < LIMITE / 10
    slow = [(passage.mutation.numero, passage.secondes) for passage in done if passage.secondes > LIMITE]
    assert slow == []


def test_mutations_are_of_every_kind_and_reach_every_stage() -> None:
    done: list[Passage] = passer(tuple(range(NOMBRE, NOMBRE + PAQUET)))
    assert len({passage.mutation.geste for passage in done}) == len(GESTES)
    assert {code[:4] for passage in done for code in passage.codes} == {"MEM0", "MEM1", "MEM2", "MEM3", "MEM4", "MEM5"}
    assert not all(passage.codes for passage in done)


def test_a_number_always_makes_the_same_mutation() -> None:
    assert [banc().mutations[7], banc().mutations[8]] == [banc().mutations[number] for number in (7, 8)]
    assert banc().mutations[7] != banc().mutations[8]

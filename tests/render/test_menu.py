"""A menu is never longer than what one reads."""

from collections.abc import Iterator

import pytest

from generator.render import NavEntry
from generator.render.menu import LIGNES, aere, sous_titres


def lignes(nombre: int, de: str = "Ligne {}") -> tuple[NavEntry, ...]:
    return tuple(NavEntry(de.format(rank), f"x/{rank}/") for rank in range(nombre))


def listes(entry: NavEntry) -> Iterator[tuple[NavEntry, ...]]:
    if entry.enfants:
        yield entry.enfants
        for child in entry.enfants:
            yield from listes(child)


def urls(entry: NavEntry) -> list[str]:
    own = [] if entry.url is None else [entry.url]
    return own + [url for child in entry.enfants for url in urls(child)]


def test_a_list_of_a_readable_length_stays_as_it_is() -> None:
    entry = NavEntry("Sources", "sources/", lignes(LIGNES))
    assert aere(entry) == entry


@pytest.mark.parametrize("nombre", [LIGNES + 1, 500, 5_000])
def test_a_longer_one_is_cut_into_short_ones_that_hold_the_same_pages_in_their_order(nombre: int) -> None:
    entry = NavEntry("Sources", "sources/", lignes(nombre))
    made = aere(entry)
    assert (made.titre, made.url) == ("Sources", "sources/")
    assert urls(made) == urls(entry)
    assert max(map(len, listes(made))) <= LIGNES
    # Nothing stands under a heading of its own alone.
    assert min(map(len, listes(made))) >= 2


def test_what_is_below_is_cut_too() -> None:
    made = aere(NavEntry("Tout", None, (NavEntry("Sources", None, lignes(90)), NavEntry("Seule", "s/"))))
    assert [len(child.enfants) for child in made.enfants[0].enfants] == [18] * 5
    assert made.enfants[1] == NavEntry("Seule", "s/")


def test_a_heading_says_from_where_to_where_it_goes_without_what_all_of_it_begins_with() -> None:
    made = aere(NavEntry("S", None, lignes(90, "Code du travail, article L.\u00a0{}")))
    assert [child.titre for child in made.enfants] == [
        "L.\u00a00 à L.\u00a017",
        "L.\u00a018 à L.\u00a035",
        "L.\u00a036 à L.\u00a053",
        "L.\u00a054 à L.\u00a071",
        "L.\u00a072 à L.\u00a089",
    ]


def test_a_long_title_is_cut_between_two_words() -> None:
    first, last = "Une aide au poste pour les ateliers", "Zones de revitalisation"
    made = aere(NavEntry("S", None, (NavEntry(first, "a/"), *lignes(LIGNES - 1), NavEntry(last, "z/"))))
    assert made.enfants[0].titre == "Une aide au poste pour… à Ligne 13"
    assert made.enfants[-1].titre == "Ligne 44 à Zones de revitalisation"


def test_many_lines_stand_under_the_headings_that_they_belong_to() -> None:
    held = tuple(("Lois" if rank < 40 else "Décrets", entry) for rank, entry in enumerate(lignes(LIGNES + 1)))
    assert [(one.titre, len(one.enfants)) for one in sous_titres(held)] == [("Lois", 40), ("Décrets", LIGNES - 39)]
    assert sous_titres(held[:LIGNES]) == tuple(entry for _, entry in held[:LIGNES])


def test_one_heading_over_all_of_them_is_none() -> None:
    held = tuple(("Articles", entry) for entry in lignes(LIGNES + 1))
    assert sous_titres(held) == lignes(LIGNES + 1)

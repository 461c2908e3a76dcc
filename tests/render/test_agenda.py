"""The calendar, held to RFC 5545 by hand and read back by icalendar."""

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest
from petit_memento import avec_le_vrai, batir, modifier, petit_memento, vrai_memento

from generator.pipeline import Build, build
from generator.render.exports.agenda import echapper, plier

pytestmark = avec_le_vrai

RACINE = Path(__file__).parents[2]
REGLE = "rules/regles/essai/regle-modele.yaml"


def calendrier(built: Build) -> bytes:
    assert built.site is not None
    return built.site.fichiers["calendrier.ics"]


def evenements(built: Build) -> list[tuple[date, str]]:
    found = icalendar.Calendar.from_ical(calendrier(built)).events
    return [(event.start, str(event["SUMMARY"]).replace("\u00a0", " ")) for event in found]


@pytest.fixture(scope="module")
def reel() -> Build:
    return vrai_memento()


def test_lines_end_as_they_must_and_fit_in_75_octets(reel: Build) -> None:
    made = calendrier(reel)
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    lines = made.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert all(line.decode() for line in lines)


def test_it_is_read_whole_and_every_event_has_what_the_rfc_asks(reel: Build) -> None:
    calendar = icalendar.Calendar.from_ical(calendrier(reel))
    assert (calendar["VERSION"], calendar.errors) == ("2.0", [])
    assert calendar["PRODID"]
    assert "METHOD" not in calendar
    uids = [str(event["UID"]) for event in calendar.events]
    assert len(uids) > 10
    assert len(set(uids)) == len(uids)
    for event in calendar.events:
        assert event.errors == []
        assert event["DTSTAMP"].dt.tzinfo is not None
        assert type(event.start) is date
        assert (event.end - event.start).days == 1


def test_the_end_of_the_experiment_of_the_eiti_is_in_it(reel: Build) -> None:
    assert any(day == date(2026, 12, 22) and "expérimentation" in title.lower() for day, title in evenements(reel))


def test_a_long_line_is_folded_between_two_letters() -> None:
    # « SUMMARY: » is 8 octets and each é two: 33 of them make 74, the next would make 76.
    folded = plier("SUMMARY:" + "é" * 70)
    first, second = folded.split("\r\n")
    assert first == "SUMMARY:" + "é" * 33
    # A space, then the 37 letters left: 75 octets.
    assert second == " " + "é" * 37


def test_a_line_of_75_octets_is_not_folded() -> None:
    assert plier("X" * 75) == "X" * 75
    assert plier("X" * 76) == "X" * 75 + "\r\n X"
    assert plier("X" * 150) == "X" * 75 + "\r\n " + "X" * 74 + "\r\n X"


def test_a_value_is_escaped() -> None:
    assert echapper("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"


def test_what_was_escaped_and_folded_is_read_back(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    title = "Des commas, des points-virgules; une barre \\ et beaucoup de lettres accentuées : " + "é" * 60
    modifier(root, REGLE, "titre: Règle modèle", f"titre: '{title}'")
    modifier(root, REGLE, "du: 2020-01-01", "du: 2026-06-01")
    modifier(root, REGLE, "au: 2019-12-31", "au: 2026-05-31")
    found = [name for day, name in evenements(batir(root)) if day == date(2026, 6, 1)]
    assert re.sub(r"[\u00a0\u202f]", " ", found[0]) == f"Entrée en vigueur : {title}"


def test_entries_into_force_of_the_past_year_and_of_the_future_are_told(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    change = (date(2020, 1, 1), "Entrée en vigueur : Règle modèle")
    amount = (date(2020, 1, 1), "Nouveau montant : Montant modèle")
    assert {change, amount} <= set(evenements(build(root, date(2019, 6, 1))))
    assert {change, amount} <= set(evenements(build(root, date(2020, 12, 31))))
    assert not {change, amount} & set(evenements(build(root, date(2021, 1, 1))))


def test_a_version_to_come_is_told_even_when_it_does_not_say_what_it_changes(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "    changement: Un mot change.\n", "")
    told = (date(2020, 1, 1), "Entrée en vigueur : Règle modèle")
    assert told in evenements(build(root, date(2019, 6, 1)))
    assert told not in evenements(build(root, date(2020, 6, 1)))


def test_a_version_that_nothing_follows_has_its_last_day(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(
        root,
        REGLE,
        "  - du: 2020-01-01\n    statut: en-vigueur",
        "  - du: 2020-01-01\n    au: 2026-12-22\n    statut: experimental",
    )
    built = batir(root)
    # The version of 2010 also ends, and another follows it the next day.
    assert [item for item in evenements(built) if item[1].startswith("Dernier jour")] == [
        (date(2026, 12, 22), "Dernier jour connu : Règle modèle")
    ]
    assert "Expérimentation\\, prescriptif" in calendrier(built).decode().replace("\r\n ", "")


def test_rules_to_verify_again_are_one_event_a_day(tmp_path: Path) -> None:
    assert evenements(batir(petit_memento(tmp_path))) == [(date(2030, 1, 1), "1 règle du mémento à revérifier")]


def test_it_does_not_change_from_a_day_to_the_next_when_nothing_has(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    assert calendrier(build(root, date(2026, 11, 23))) == calendrier(build(root, date(2026, 11, 24)))


def test_an_address_is_whole_or_absent(tmp_path: Path) -> None:
    assert b"URL:" not in calendrier(batir(petit_memento(tmp_path / "a")))
    editeur = "titre: Mémento de test\nadresse: https://memento.example.org/\n"
    made = calendrier(batir(petit_memento(tmp_path / "b", {"rules/editeur.yaml": editeur})))
    assert b"URL:https://memento.example.org/regles/" in made

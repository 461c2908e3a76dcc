"""What is made beside: told when it is made, left when it is useless, admitted when it cannot be."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, modifier, petit_memento

from generator.adapters import fond as module
from generator.adapters.a_part import Abandonne
from generator.adapters.composition import Incomposable
from generator.adapters.fond import Fond, Suite, _suite
from generator.adapters.reserve import Reserve
from generator.diagnostics import Report

FAITE = Suite(Report(), {"recherche.js": b"index"}, {"memento.pdf": "= Un"})


class Ici:
    """Work that is done at once, here."""

    def __init__(self, rendre: Callable[[], Suite | None]) -> None:
        self.rendre = rendre
        self.abandonne = False

    def resultat(self) -> Suite | None:
        return self.rendre()

    def abandonner(self) -> None:
        self.abandonne = True


class Imprimes:
    """Documents that are printed at once, or cannot be."""

    refus = ""

    def __init__(self, sources: dict[str, str], *_: object) -> None:
        self.sources = sources

    def obtenir(self) -> dict[str, bytes]:
        if self.refus:
            raise Incomposable(self.refus)
        return dict.fromkeys(self.sources, b"%PDF-")

    def abandonner(self) -> None:
        """Nothing is under way."""


@pytest.fixture
def entendu(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(module, "Documents", Imprimes)
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    monkeypatch.setattr(Imprimes, "refus", "")
    return []


def travailler(entendu: list[str], rendre: Callable[[], Suite | None], *, garde: bool = True) -> Fond:
    fond = Fond(Reserve, lambda report: entendu.append(f"dit {len(list(report))}"), entendu.append)
    work = Ici(rendre)
    fond._suite = work if garde else None  # type: ignore[assignment]
    fond._attendre(work, AUJOURD_HUI)  # type: ignore[arg-type]
    return fond


def test_what_is_made_is_read_and_what_is_not_is_none(entendu: list[str]) -> None:
    fond = travailler(entendu, lambda: FAITE)
    assert (fond.lire("recherche.js"), fond.lire("memento.pdf"), fond.lire("autre.pdf")) == (b"index", b"%PDF-", None)
    assert entendu == ["dit 0"]


def test_a_document_that_cannot_be_made_is_admitted_and_the_rest_is_there(
    entendu: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Imprimes, "refus", "un signe sans police")
    fond = travailler(entendu, lambda: FAITE)
    assert entendu == ["dit 0", "un signe sans police"]
    assert (fond.lire("recherche.js"), fond.lire("memento.pdf")) == (b"index", None)


def test_what_has_changed_meanwhile_makes_the_printing_useless(entendu: list[str]) -> None:
    fond = travailler(entendu, lambda: FAITE, garde=False)
    assert fond._documents is None
    fond.abandonner()


def test_a_fault_written_meanwhile_ends_the_work_without_a_word(entendu: list[str]) -> None:
    assert travailler(entendu, lambda: None).lire("memento.pdf") is None
    assert entendu == []


def test_work_that_is_left_says_nothing(entendu: list[str]) -> None:
    def partir() -> Suite | None:
        raise Abandonne

    assert travailler(entendu, partir).lire("memento.pdf") is None
    assert entendu == []


def test_the_whole_site_is_made_beside_and_a_memento_at_fault_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda _: None)
    root = petit_memento(tmp_path)
    made = _suite(root, AUJOURD_HUI)
    assert made is not None
    assert made.imprimes.keys() >= {"memento.pdf"}
    assert made.recherche
    modifier(root, "rules/regles/essai/regle-modele.yaml", "titre:", "titr:")
    assert _suite(root, date(2026, 11, 23)) is None

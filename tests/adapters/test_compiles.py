"""Templates are compiled once for all the processes that need them, and by nobody else's leave."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.adapters import compiles
from generator.adapters.compiles import fichier, garder_les_gabarits, se_rappeler_des_gabarits
from generator.render.compiles import Compiles


@pytest.fixture(autouse=True)
def _a_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A process that has compiled nothing, and Python's own folder for what is compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    oublier(monkeypatch)
    fichier().parent.mkdir(parents=True)


def oublier(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, empty in (("codes", {}), ("servis", set()), ("neufs", set())):
        monkeypatch.setattr(Compiles, name, empty)


def rendre(texte: str = "{{ 1 + 1 }}") -> str:
    return (
        Environment(loader=DictLoader({"a": texte}), bytecode_cache=Compiles(), autoescape=True)
        .get_template("a")
        .render()
    )


def test_what_a_process_compiled_the_next_one_does_not_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendre() == "2"
    assert len(Compiles.neufs) == 1
    garder_les_gabarits()
    oublier(monkeypatch)
    se_rappeler_des_gabarits()
    assert rendre() == "2"
    assert not Compiles.neufs


def test_a_template_whose_text_has_changed_is_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rendre()
    garder_les_gabarits()
    oublier(monkeypatch)
    se_rappeler_des_gabarits()
    assert rendre("{{ 1 + 2 }}") == "3"
    assert len(Compiles.neufs) == 1


def compiler(nom: str) -> None:
    Environment(loader=DictLoader({nom: nom}), bytecode_cache=Compiles(), autoescape=True).get_template(nom)


@pytest.mark.parametrize(("places", "restent"), [(2, 2), (1, 1)])
def test_what_did_not_serve_stays_as_long_as_there_is_room(
    monkeypatch: pytest.MonkeyPatch, places: int, restent: int
) -> None:
    monkeypatch.setattr(compiles, "PLACES", places)
    compiler("a")
    garder_les_gabarits()
    oublier(monkeypatch)
    se_rappeler_des_gabarits()
    compiler("b")
    garder_les_gabarits()
    oublier(monkeypatch)
    se_rappeler_des_gabarits()
    assert len(Compiles.codes) == restent
    compiler("b")
    assert not Compiles.neufs


@pytest.mark.parametrize("fautif", [b"", b"rien", bytes(2_000)])
def test_a_spoiled_file_is_as_none(fautif: bytes) -> None:
    fichier().write_bytes(fautif)
    se_rappeler_des_gabarits()
    assert not Compiles.codes
    assert rendre() == "2"


def test_a_byte_changed_or_another_code_is_enough_not_to_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rendre()
    garder_les_gabarits()
    kept = fichier().read_bytes()
    oublier(monkeypatch)
    fichier().write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    se_rappeler_des_gabarits()
    assert not Compiles.codes
    fichier().write_bytes(kept)
    monkeypatch.setattr(compiles, "machine", lambda: "une autre")
    se_rappeler_des_gabarits()
    assert not Compiles.codes


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendre()
    garder_les_gabarits()
    assert not fichier().exists()


def test_a_folder_that_refuses_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rendre()
    monkeypatch.setattr(sys, "pycache_prefix", "/proc/1/rien")
    garder_les_gabarits()
    se_rappeler_des_gabarits()
    assert rendre() == "2"

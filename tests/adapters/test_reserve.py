"""What is kept from one build to the next is never trusted."""

import io
import os
from pathlib import Path

import pytest

from generator.adapters.reserve import AGE, Reserve, _contenu, cle

UN, DEUX = cle(b"un"), cle(b"deux")


def jamais() -> bytes:
    raise AssertionError("refait sans raison")


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    reserve = Reserve(tmp_path / ".memento/essai")
    assert reserve.obtenir(UN, lambda: b"le premier") == b"le premier"
    assert reserve.obtenir(DEUX, lambda: b"le second") == b"le second"
    reserve.ranger()
    return tmp_path / ".memento/essai"


def test_what_was_made_once_is_not_made_again(fichier: Path) -> None:
    again = Reserve(fichier)
    assert again.obtenir(UN, jamais) == b"le premier"
    assert again.obtenir(DEUX, jamais) == b"le second"


def test_two_pieces_are_not_one_cut_elsewhere() -> None:
    assert cle(b"ab", b"c") != cle(b"a", b"bc")


@pytest.mark.parametrize("place", ["tete", "longueur", "contenu"])
def test_what_does_not_hold_its_own_hash_is_made_again(fichier: Path, place: str) -> None:
    data = bytearray(fichier.read_bytes())
    offset = {"tete": 0, "longueur": data.index(b"le premier") - 1, "contenu": data.index(b"le premier") + 3}[place]
    data[offset] ^= 1
    fichier.write_bytes(data)
    assert Reserve(fichier).obtenir(UN, lambda: b"refait") == b"refait"


def test_each_cut_of_the_file_leaves_what_comes_before_it(fichier: Path) -> None:
    data = fichier.read_bytes()
    second = data.index(DEUX)
    for length in range(len(data)):
        fichier.write_bytes(data[:length])
        kept = Reserve(fichier)
        assert kept.obtenir(DEUX, lambda: b"refait") == b"refait"
        assert (kept.obtenir(UN, lambda: b"refait") == b"le premier") == (length >= second)


def test_what_is_not_asked_for_any_more_is_swept_away(fichier: Path) -> None:
    for _ in range(AGE + 1):
        reserve = Reserve(fichier)
        reserve.obtenir(UN, jamais)
        reserve.ranger()
    assert b"le premier" in fichier.read_bytes()
    assert b"le second" not in fichier.read_bytes()


def test_nothing_is_written_when_nothing_has_changed(fichier: Path) -> None:
    os.utime(fichier, (0, 0))
    reserve = Reserve(fichier)
    reserve.obtenir(UN, jamais)
    reserve.obtenir(DEUX, jamais)
    reserve.ranger()
    assert fichier.stat().st_mtime == 0


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "plein").write_text("un fichier, pas un dossier", encoding="utf-8")
    reserve = Reserve(tmp_path / "plein" / "essai")
    assert reserve.obtenir(UN, lambda: b"fait") == b"fait"
    reserve.ranger()
    assert (tmp_path / "plein").read_text(encoding="utf-8") == "un fichier, pas un dossier"


def test_without_a_file_nothing_is_kept() -> None:
    reserve = Reserve()
    assert [reserve.obtenir(UN, lambda: b"un"), reserve.obtenir(UN, lambda: b"refait")] == [b"un", b"refait"]


def test_what_was_just_made_is_not_made_again(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / ".memento/essai")
    assert reserve.obtenir(UN, lambda: b"fait") == reserve.obtenir(UN, jamais) == b"fait"


def test_nothing_is_left_of_a_build_that_did_not_end(tmp_path: Path) -> None:
    Reserve(tmp_path / ".memento/essai").obtenir(UN, lambda: b"fait")
    assert list((tmp_path / ".memento").iterdir()) == []


def test_a_file_replaced_meanwhile_harms_nobody(fichier: Path) -> None:
    mine, other = Reserve(fichier), Reserve(fichier)
    other.obtenir(cle(b"trois"), lambda: b"le troisieme")
    other.ranger()
    assert mine.obtenir(UN, jamais) == b"le premier"


def test_a_file_that_cannot_be_read_any_more_holds_nothing() -> None:
    class Perdu(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "erreur de lecture")

    assert _contenu(Perdu(), cle(b"a"), (0, 3)) is None

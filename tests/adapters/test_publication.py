"""A folder is published whole or not at all."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from generator.adapters import publication as module
from generator.adapters.publication import precedent, publication, retour


def lire(cible: Path) -> str:
    return (cible / "page.html").read_text(encoding="utf-8")


def publier(cible: Path, texte: str) -> None:
    with publication(cible) as brouillon:
        (brouillon / "page.html").write_text(texte, encoding="utf-8")


def test_a_first_publication_creates_the_folder(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    assert lire(tmp_path / "site") == "un"


def test_a_new_publication_replaces_the_old_one_and_keeps_it_beside(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    assert lire(tmp_path / "site") == "deux"
    assert lire(precedent(tmp_path / "site")) == "un"


def test_one_previous_folder_is_kept_and_no_other(tmp_path: Path) -> None:
    for text in ("un", "deux", "trois"):
        publier(tmp_path / "site", text)
    assert lire(precedent(tmp_path / "site")) == "deux"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.precedent"}


def test_the_way_back_exchanges_the_two_folders_and_the_way_back_again(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    publier(cible, "un")
    publier(cible, "deux")
    for served, kept in (("un", "deux"), ("deux", "un")):
        with retour(cible):
            pass
        assert (lire(cible), lire(precedent(cible))) == (served, kept)


def test_a_way_back_that_is_given_up_changes_nothing(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    with pytest.raises(RuntimeError), retour(tmp_path / "site"):
        raise RuntimeError
    assert lire(tmp_path / "site") == "deux"


def test_the_way_back_serves_again_a_site_that_somebody_removed(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    shutil.rmtree(tmp_path / "site")
    with retour(tmp_path / "site"):
        pass
    assert lire(tmp_path / "site") == "un"


def test_an_empty_folder_is_taken_and_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publier(tmp_path / "site", "un")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_leaves_the_old_folder_whole(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    publier(cible, "un")

    def echouer() -> None:
        with publication(cible) as brouillon:
            (brouillon / "page.html").write_text("à moitié", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        echouer()
    assert lire(cible) == "un"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("echange", [True, False])
def test_the_folder_of_another_site_whose_name_begins_the_same_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, echange: bool
) -> None:
    if not echange:
        monkeypatch.setattr(module, "_en_un_appel", lambda *_: False)
    left = ("site.x", "site.x.abcdefgh.brouillon", "site-2.abcdefgh.brouillon", "sit")
    for name in left:
        (tmp_path / name).mkdir()
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    assert {path.name for path in tmp_path.iterdir()} == {*left, "site", "site.precedent"}


def test_what_a_killed_run_left_behind_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "site.abcdefgh.brouillon").mkdir()
    publier(tmp_path / "site", "un")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_left_aside_is_put_back_where_one_is_missing(tmp_path: Path) -> None:
    aside = tmp_path / "site.ecarte"
    for present, place in (((), "site"), (("site",), "site.precedent")):
        for name in present:
            (tmp_path / name).mkdir(exist_ok=True)
        aside.mkdir()
        (aside / "page.html").write_text("ancien", encoding="utf-8")
        with pytest.raises(RuntimeError), publication(tmp_path / "site"):
            raise RuntimeError
        assert lire(tmp_path / place) == "ancien"
        assert not aside.exists()


ATTENDRE = """
import sys, time
from pathlib import Path
from generator.adapters.publication import publication
with publication(Path(sys.argv[1])) as brouillon:
    print("à l'œuvre", flush=True)
    sys.stdin.readline()
    (brouillon / "page.html").write_text(sys.argv[2], encoding="utf-8")
"""


def test_publications_of_the_same_folder_wait_for_their_turn_and_the_last_one_stays(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    command = [sys.executable, "-c", ATTENDRE, str(cible)]
    with subprocess.Popen([*command, "un"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "à l'œuvre\n"
        with subprocess.Popen([*command, "deux"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as second:
            assert second.stderr is not None
            assert "celle-ci attend son tour" in second.stderr.readline()
            assert len(list(tmp_path.glob("*.brouillon"))) == 1
            first.communicate("\n", timeout=60)
            assert lire(cible) == "un"
            second.communicate("\n", timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    assert (lire(cible), lire(precedent(cible))) == ("deux", "un")
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.precedent"}


def test_the_turn_of_a_killed_publication_passes_on(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    with subprocess.Popen(
        [sys.executable, "-c", ATTENDRE, str(cible), "un"], stdin=PIPE, stdout=PIPE, text=True
    ) as dead:
        assert dead.stdout is not None
        dead.stdout.readline()
        dead.kill()
        dead.wait(timeout=60)
    publier(cible, "deux")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("numero", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("geste", ["ecrire_sur_le_disque", "_installer"])
def test_a_disk_that_refuses_at_the_end_leaves_the_old_folder_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, geste: str, numero: int
) -> None:
    publier(tmp_path / "site", "un")

    def refuser(*_: object) -> None:
        raise OSError(numero, os.strerror(numero))

    monkeypatch.setattr(module, geste, refuser)
    with pytest.raises(OSError, match=os.strerror(numero)):
        publier(tmp_path / "site", "deux")
    assert lire(tmp_path / "site") == "un"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_of_two_whole_folders_the_one_left_aside_goes(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    (tmp_path / "site.ecarte").mkdir()
    publier(tmp_path / "site", "trois")
    assert (lire(tmp_path / "site"), lire(precedent(tmp_path / "site"))) == ("trois", "deux")
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.precedent"}


class Noyau:
    """A C library that knows little; `syncfs` fails for want of room when it is there."""

    def __init__(self, *, vide: bool) -> None:
        if not vide:
            self.syncfs = lambda _: -1


def test_where_the_kernel_knows_neither_call_it_is_done_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.ctypes, "CDLL", lambda *_, **__: Noyau(vide=True))
    for text in ("un", "deux", "trois"):
        publier(tmp_path / "site", text)
    assert (lire(tmp_path / "site"), lire(precedent(tmp_path / "site"))) == ("trois", "deux")
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.precedent"}


def test_a_disk_that_does_not_take_the_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publier(tmp_path / "site", "un")
    monkeypatch.setattr(module.ctypes, "CDLL", lambda *_, **__: Noyau(vide=False))
    monkeypatch.setattr(module.ctypes, "get_errno", lambda: errno.ENOSPC)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        publier(tmp_path / "site", "deux")
    assert lire(tmp_path / "site") == "un"

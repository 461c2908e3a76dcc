"""Where a site may be published: nothing is taken away that was not made by us."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from petit_memento import petit_memento

from generator.adapters import construction as module
from generator.adapters.cli import memento
from generator.adapters.fabrication import GENERATEUR, sceller


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return petit_memento(tmp_path / "memento")


@pytest.fixture(autouse=True)
def _construction_breve(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of one page: what is tried here is where it goes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")

    def ecrire(_: Path, folder: Path, brouillon: str | None = None, **__: object) -> None:
        (folder / "index.html").write_text(brouillon or "", encoding="utf-8")
        sceller(folder, {"generateur": GENERATEUR, "pages": 1, "etat_au": "2026-11-23"})

    monkeypatch.setattr(module, "construire_dans", ecrire)


def construire(root: Path, sortie: Path | str | None = None, *mots: str) -> Result:
    where = [] if sortie is None else ["--sortie", str(sortie)]
    return CliRunner().invoke(memento, ["--racine", str(root), "construire", *where, *mots])


def contenu(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("lieu", "phrase"),
    [
        (lambda _: Path("/"), "/ ne peut pas devenir un site"),
        (lambda root: root, "contient le mémento"),
        (lambda root: root.parent, "contient le mémento"),
        (lambda root: root / "content", "est dans content/, qui est au mémento"),
        (lambda root: root / "rules" / "neuf", "est dans rules/, qui est au mémento"),
        (lambda root: root.parent / "opt", "contient le programme"),
        (lambda root: root.parent / "opt" / "programme" / "adapters", "est dans le programme"),
        (lambda root: root.parent / "home", "contient votre dossier personnel"),
        (lambda root: root.parent / "x.precedent", "est le nom d'un site précédent"),
        (lambda _: Path("/dev/null"), "est un fichier"),
        (lambda _: Path("/proc"), "est un disque monté"),
    ],
)
def test_a_place_that_would_take_something_away_is_refused_even_by_force(
    root: Path, monkeypatch: pytest.MonkeyPatch, lieu: Callable[[Path], Path], phrase: str
) -> None:
    # Never those of who runs the tests: should a refusal be missing, only these would go.
    monkeypatch.setattr("generator.adapters.destination.PROGRAMME", root.parent / "opt" / "programme")
    monkeypatch.setattr(Path, "home", lambda: root.parent / "home" / "moi")
    before = contenu(root)
    result = construire(root, lieu(root), "--forcer")
    assert phrase in result.stderr
    assert result.exit_code == 2
    assert contenu(root) == before


def test_a_folder_that_we_did_not_make_is_left_alone_until_it_is_forced(root: Path, tmp_path: Path) -> None:
    cible = tmp_path / "photos"
    cible.mkdir()
    (cible / "vacances.jpg").write_bytes(b"jpg")
    result = construire(root, cible)
    assert result.exit_code == 2
    assert "contient vacances.jpg, que le mémento n'a pas fait : nommez un autre dossier, ou --forcer" in result.stderr
    assert [path.name for path in cible.iterdir()] == ["vacances.jpg"]
    assert construire(root, cible, "--forcer").exit_code == 0
    assert (tmp_path / "photos.precedent" / "vacances.jpg").read_bytes() == b"jpg"


def test_what_was_forced_away_is_not_erased_by_the_next_build(root: Path, tmp_path: Path) -> None:
    cible = tmp_path / "photos"
    cible.mkdir()
    (cible / "vacances.jpg").touch()
    construire(root, cible, "--forcer")
    result = construire(root, cible)
    assert result.exit_code == 2
    assert "photos.precedent contient vacances.jpg" in result.stderr
    assert (tmp_path / "photos.precedent" / "vacances.jpg").exists()


def test_a_file_that_was_added_to_a_site_is_not_taken_away(root: Path, tmp_path: Path) -> None:
    assert construire(root, tmp_path / "public").exit_code == 0
    assert construire(root, tmp_path / "public").exit_code == 0
    (tmp_path / "public" / ".git").mkdir()
    result = construire(root, tmp_path / "public")
    assert result.exit_code == 2
    assert "public contient .git" in result.stderr


def test_the_site_of_the_memento_itself_needs_no_mark(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("d'une version qui ne signait pas", encoding="utf-8")
    assert construire(root).exit_code == 0
    assert construire(root).exit_code == 0


def test_an_empty_folder_and_a_new_one_are_taken(root: Path, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    for name in ("vide", "neuf", "loin/encore/plus"):
        assert construire(root, tmp_path / name).exit_code == 0
        assert (tmp_path / name / "index.html").is_file()


def test_a_link_is_followed_and_stays(root: Path, tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "lien").symlink_to("vrai")
    assert construire(root, tmp_path / "lien").exit_code == 0
    assert (tmp_path / "lien").is_symlink()
    assert (tmp_path / "vrai" / "index.html").is_file()


def test_a_link_to_the_memento_is_refused_as_the_memento_is(root: Path, tmp_path: Path) -> None:
    (tmp_path / "lien").symlink_to(root)
    assert "contient le mémento" in construire(root, tmp_path / "lien").stderr


def test_a_link_that_goes_round_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "un").symlink_to("deux")
    (tmp_path / "deux").symlink_to("un")
    result = construire(root, tmp_path / "un")
    assert result.exit_code == 2
    assert "Erreur : " in result.stderr


def test_a_folder_under_a_file_is_refused_with_the_reason(root: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    result = construire(root, tmp_path / "fichier" / "site")
    assert result.exit_code == 1
    assert "impossible d'écrire" in result.stderr
    assert "rien n'est changé." in result.stderr


def test_a_name_that_is_too_long_is_refused_with_the_reason(root: Path, tmp_path: Path) -> None:
    result = construire(root, tmp_path / ("x" * 300))
    assert result.exit_code in (1, 2)
    assert "Erreur : " in result.stderr
    assert "Traceback" not in result.stderr


def test_the_way_back_puts_the_previous_site_in_place_and_says_its_day(root: Path) -> None:
    construire(root, None, "--brouillon", "un")
    construire(root, None, "--brouillon", "deux")
    result = construire(root, None, "--revenir")
    assert result.exit_code == 0
    assert "Le site au 2026-11-23 est remis dans" in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "un"
    assert (root / "site.precedent" / "index.html").read_text(encoding="utf-8") == "deux"


def test_without_a_previous_site_there_is_no_way_back(root: Path) -> None:
    construire(root)
    result = construire(root, None, "--revenir")
    assert result.exit_code == 1
    assert "aucun site précédent n'est gardé" in result.stderr
    assert {path.name for path in root.glob("site*")} == {"site", "site_theme"}


def test_a_previous_site_that_is_damaged_is_not_served_unless_it_is_forced(root: Path) -> None:
    construire(root, None, "--brouillon", "un")
    construire(root, None, "--brouillon", "deux")
    (root / "site.precedent" / "index.html").write_text("abîmé", encoding="utf-8")
    result = construire(root, None, "--revenir")
    assert result.exit_code == 1
    assert "index.html n'est pas tel qu'il a été fait" in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "deux"
    assert construire(root, None, "--revenir", "--forcer").exit_code == 0
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "abîmé"


def test_a_site_that_is_not_whole_is_not_published(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    construire(root, None, "--brouillon", "un")
    whole = module.construire_dans

    def incomplet(root: Path, folder: Path, brouillon: str | None = None, **autres: Any) -> None:
        whole(root, folder, brouillon, **autres)
        (folder / "index.html").write_text("<a href=rien/>", encoding="utf-8")

    monkeypatch.setattr(module, "construire_dans", incomplet)
    result = construire(root)
    assert result.exit_code == 1
    assert "Le site n'a pas été construit : index.html mène à rien/, qui n'existe pas" in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "un"
    assert not (root / "site.precedent").exists()


REFUS = {
    errno.ENOSPC: "il n'y a plus de place",
    errno.EROFS: "ce disque est en lecture seule",
    errno.EACCES: "l'écriture n'y est pas permise",
    errno.EDQUOT: "le quota de disque est atteint",
}


@pytest.mark.parametrize("numero", REFUS)
@pytest.mark.parametrize("geste", ["mkdir", "open", "rename", "chmod"])
def test_a_disk_that_refuses_is_told_in_french_and_loses_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, geste: str, numero: int
) -> None:
    """Each way to write is refused in turn, from the first time that it touches what is being published."""
    construire(root, None, "--brouillon", "un")
    holder = io if geste == "open" else os
    real = getattr(holder, geste)

    def refuser(path: object, *arguments: object, **options: object) -> object:
        reading = geste == "open" and arguments and str(arguments[0]).startswith("r")
        if ".brouillon" in str(path) and not reading:
            raise OSError(numero, os.strerror(numero), str(path))
        return real(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(holder, geste, refuser)
        if geste == "rename":
            # On systems that swap in one call, only this one is left to refuse.
            patch.setattr("generator.adapters.publication._en_un_appel", lambda *_: False)
        result = construire(root)
    assert result.exit_code == 1
    assert REFUS[numero] in result.stderr
    assert "rien n'est changé." in result.stderr
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "un"
    assert {path.name for path in root.glob("site*")} == {"site", "site_theme"}

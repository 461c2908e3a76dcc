"""No path leads out of the repository, and no name is two files on one system and one on another."""

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from petit_memento import AUJOURD_HUI, BASE, petit_memento

from generator.adapters.cli import memento
from generator.adapters.memoire import empreinte
from generator.pipeline import build, verify
from generator.validate.chemins import mal_nomme

TEXTE = "---\ntitre: X\nresume: Un essai.\nsans_source: Rien.\n---\n\nDu texte.\n"
SOURCE = (BASE / "rules/sources/texte-modele.yaml").read_text(encoding="utf-8")


def dire(root: Path) -> list[str]:
    return [f"{item.location.path} {item.code}" for item in verify(root, AUJOURD_HUI).report]


@pytest.mark.parametrize(
    ("chemin", "cible"),
    [
        ("rules/sources/x.yaml", "/etc/hostname"),
        ("rules/sources/x.yaml", "texte-modele.yaml"),
        ("rules/sources/ailleurs", "/etc"),
        ("content/boucle", "."),
        ("content/dessin.png", "/etc/hostname"),
        ("content/absent.md", "/nulle/part"),
        ("site_theme/assets/dessin.svg", "/etc/hostname"),
        ("site_theme/partials", "/etc"),
        ("site_theme/assets/absent.js", "/nulle/part"),
    ],
)
def test_a_symbolic_link_is_refused_wherever_it_leads(tmp_path: Path, chemin: str, cible: str) -> None:
    root = petit_memento(tmp_path)
    (root / chemin).symlink_to(cible)
    assert dire(root) == [f"{chemin} MEM022"]


@pytest.mark.parametrize("dossier", ["rules", "site_theme"])
def test_a_whole_folder_behind_a_link_is_refused(tmp_path: Path, dossier: str) -> None:
    root = petit_memento(tmp_path)
    shutil.move(root / dossier, root / "ailleurs")
    (root / dossier).symlink_to("ailleurs")
    assert f"{dossier} MEM022" in dire(root)


@pytest.mark.parametrize("chemin", ["content/boucle", "site_theme/assets/ailleurs", "site_theme/absent.html"])
def test_what_was_said_before_a_link_came_is_not_said_again(tmp_path: Path, chemin: str) -> None:
    root = petit_memento(tmp_path)
    before = empreinte(root, AUJOURD_HUI)
    (root / chemin).symlink_to("/nulle/part" if chemin.endswith(".html") else "/etc")
    assert empreinte(root, AUJOURD_HUI) != before


NOMS = [
    "CON.md",
    "con.md",
    "aux.md",
    "nul.md",
    "com1.md",
    "a:b.md",
    "x..md",
    "x .md",
    " x.md",
    "a\\b.md",
    '"onmouseover=x.md',
    "<b>.md",
    "-x.md",
    "Aide.md",
    "aidé.md",
    unicodedata.normalize("NFD", "aidé.md"),
    "ａide.md",
    "a%2e%2e.md",
    f"{'a' * 101}.md",
]


@pytest.mark.parametrize("nom", NOMS)
def test_a_name_that_a_system_would_read_otherwise_is_refused(tmp_path: Path, nom: str) -> None:
    root = petit_memento(tmp_path)
    (root / "content" / nom).write_text(TEXTE, encoding="utf-8")
    assert dire(root) == [f"content/{nom} MEM105"]


def test_names_that_are_one_without_case_or_accents_are_not_both_admitted(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    for name in ("aide.md", "AIDE.md", "aidé.md", unicodedata.normalize("NFD", "aidé.md")):
        (root / "content" / name).write_text(TEXTE, encoding="utf-8")
    assert "content/aide.md MEM105" not in dire(root)
    assert sum(line.endswith("MEM105") for line in dire(root)) == len(os.listdir(root / "content")) - 4


@pytest.mark.parametrize("nom", ["aide", "2020-001", "01-modele", "con-vention", "lpt", "a_b", "a" * 100])
def test_a_plain_name_is_admitted(nom: str) -> None:
    assert mal_nomme(f"content/{nom}.md") is None
    assert mal_nomme(f"content/{nom}/x.md") is None


@pytest.mark.parametrize("identifiant", ["../x", "/etc/x", "x/../../y", "x\\y", "~x", '"x', "."])
def test_an_identifier_is_never_a_path(tmp_path: Path, identifiant: str) -> None:
    text = SOURCE.replace("id: texte-modele", f"id: '{identifiant}'")
    assert dire(petit_memento(tmp_path, {"rules/sources/x.yaml": text})) == ["rules/sources/x.yaml MEM105"]


@pytest.mark.parametrize("lien", ["../../../../etc/hosts.txt", "../../rules/sources/texte-modele.yaml", "/etc/x.md"])
def test_a_link_out_of_the_site_is_refused_or_dead(tmp_path: Path, lien: str) -> None:
    built = build(petit_memento(tmp_path, {"content/x.md": f"{TEXTE}\n[le fichier voisin]({lien})\n"}), AUJOURD_HUI)
    assert built.failed


REFUSES: list[Callable[[str], list[str]]] = [
    lambda nom: ["renommer", "regle:regle-modele", nom],
    lambda nom: ["nouveau", "regle", "--sans-question", "--id", nom],
    lambda nom: ["source", "ajouter", nom, "--legi", "rules"],
    lambda nom: ["ou", nom],
    lambda nom: ["calculer", nom],
    lambda nom: ["dessiner", nom],
]


@pytest.mark.parametrize("nom", ["../../x", "/etc/x", "a\\b", "con:", "x" * 5000])
@pytest.mark.parametrize("commande", REFUSES, ids=lambda made: str(made("")[0]))
def test_no_command_takes_a_path_for_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commande: Callable[[str], list[str]], nom: str
) -> None:
    root = petit_memento(tmp_path / "memento")
    before = sorted(path for path in tmp_path.rglob("*"))
    monkeypatch.chdir(root)
    result = CliRunner().invoke(memento, commande(nom))
    assert result.exit_code in (1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_what_python_leaves_beside_the_sources_changes_nothing(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    before = empreinte(root, AUJOURD_HUI)
    (root / "rules/__pycache__").mkdir()
    (root / "rules/__pycache__/x.pyc").write_bytes(b"x")
    assert empreinte(root, AUJOURD_HUI) == before

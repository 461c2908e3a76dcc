"""The guide for contributors is true: what it quotes stands in the files, what it tells to type works."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

RACINE = Path(__file__).parents[1]
GUIDE = sorted((RACINE / "content" / "contribuer").glob("*.md"))
BLOC = re.compile(
    r"(?:^`(?P<chemin>[^`\n]+)` :\n\n)?^```(?P<langue>\w+)\n(?P<texte>.*?)^```$", re.MULTILINE | re.DOTALL
)


def blocs(page: Path) -> Iterator[tuple[str, str, str]]:
    """Language, text and file of each block; a block without a file quotes the one that was named before it."""
    path = ""
    for match in BLOC.finditer(page.read_text(encoding="utf-8")):
        path = match["chemin"] or path
        yield match["langue"], match["texte"], path


def extraits() -> list[tuple[str, str, str]]:
    return [(page.stem, path, text) for page in GUIDE for langue, text, path in blocs(page) if path and langue != "sh"]


def commandes() -> list[str]:
    lines = [line for page in GUIDE for langue, text, _ in blocs(page) if langue == "sh" for line in text.splitlines()]
    return sorted({line for line in lines if line.startswith("memento ")})


@pytest.mark.parametrize(("page", "chemin", "texte"), extraits(), ids=lambda value: value[:24])
def test_what_is_quoted_stands_in_the_file(page: str, chemin: str, texte: str) -> None:
    assert texte in (RACINE / chemin).read_text(encoding="utf-8"), f"{page} : {chemin}"


@pytest.fixture(scope="module")
def copie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a contributor has after having copied the repository."""
    folder = tmp_path_factory.mktemp("clone") / "memento"
    subprocess.run(("git", "clone", "-q", "--no-hardlinks", str(RACINE), str(folder)), check=True, capture_output=True)
    for name in ("rules", "content"):
        shutil.rmtree(folder / name)
        shutil.copytree(RACINE / name, folder / name)
    shutil.copy(RACINE / "urls.lock", folder / "urls.lock")
    return folder


@pytest.mark.parametrize("commande", commandes())
def test_what_is_to_be_typed_works(copie: Path, commande: str) -> None:
    words = (sys.executable, "-m", "generator.adapters.cli", "--racine", str(copie), *shlex.split(commande)[1:])
    done = subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"{commande}\n{done.stdout}\n{done.stderr}"
    assert done.stdout.strip() or done.stderr.strip()


def test_every_page_of_the_guide_is_reached_from_its_first() -> None:
    first = (RACINE / "content" / "contribuer" / "index.md").read_text(encoding="utf-8")
    for page in GUIDE:
        assert page.stem == "index" or f"[[fiche:contribuer/{page.stem}]]" in first


def test_every_change_of_the_guide_has_its_example() -> None:
    quoted = {page for page, _, _ in extraits()}
    assert {"valeur", "regle", "calculateur", "controle"} <= quoted
    assert len(extraits()) >= 12
    assert len(commandes()) >= 8

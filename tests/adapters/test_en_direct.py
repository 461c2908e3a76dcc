"""What is made when it is read is what a build would have written."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from petit_memento import AUJOURD_HUI, modifier, petit_memento

from generator.adapters.en_direct import EnDirect
from generator.adapters.fond import Fond
from generator.adapters.reserve import Reserve
from generator.render.empreintes import sans_empreinte

RACINE = Path(__file__).parents[2]
GENRES = RACINE / "tests/corpus/valides/tous-les-genres"
ADRESSE = "http://127.0.0.1:8000/"
REGLE = "rules/regles/essai/regle-modele.yaml"


FIXE = re.compile(rb"assets/fixes/([\w-]+)\.[0-9a-f]{8}(\.\w+)")


def sans_noms(content: bytes) -> bytes:
    """What a file says without the names that carry a content: who writes is served none of them."""
    return FIXE.sub(rb"assets/\1\2", content)


class SansFond(Fond):
    """Nothing is made beside."""

    def __init__(self) -> None:
        super().__init__(Reserve, lambda _: None, lambda _: None)

    def refaire(self, root: Path, today: date) -> None:
        """Nothing."""


@pytest.fixture
def memento(tmp_path: Path) -> Path:
    moved = {"urls.lock": "./\nvieille/ -> regles/regle-modele/\nregles/regle-modele/\n"}
    root = petit_memento(tmp_path / "memento", moved, GENRES)
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    return root


def ouvrir(root: Path) -> EnDirect:
    direct = EnDirect(root, ADRESSE, SansFond())
    assert not direct.changer((), AUJOURD_HUI).errors
    return direct


def lire(direct: EnDirect, url: str) -> str:
    content = direct.lire(url)
    assert content is not None, url
    return content.decode()


def test_each_page_and_each_file_has_the_bytes_of_a_build(memento: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.setattr("generator.adapters.documents.Documents._composer", lambda *_: b"%PDF-")
    config = load_config(str(memento / "mkdocs.yml"), strict=True, site_url=ADRESSE)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    direct = ouvrir(memento)
    site = Path(config.site_dir)
    # The search is made beside; the theme's plan of the site is for robots.
    beside = {"assets/recherche-index.js", "assets/lunr.js", "sitemap.xml", "sitemap.xml.gz", "404.html"}
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - beside
    made = {path for path in written if not path.endswith(".pdf")}
    different = [
        path
        for path in sorted(made)
        if direct.lire(sans_empreinte(path).removesuffix("index.html")) != sans_noms((site / path).read_bytes())
    ]
    assert different == []
    assert len(made) > 150
    assert direct.absente() == sans_noms((site / "404.html").read_bytes())
    assert direct.lire("nulle/part/") is None
    assert direct.lire("nulle-part.css") is None


def test_a_changed_parameter_is_read_on_the_pages_that_use_it(memento: Path) -> None:
    direct = ouvrir(memento)
    path = "rules/parametres/montant-modele.yaml"
    assert "Titre tout neuf" not in lire(direct, "regles/regle-modele/")
    text = (memento / path).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("titre:"))
    modifier(memento, path, title, "titre: Titre tout neuf")
    assert not direct.changer({path}, AUJOURD_HUI).errors
    assert "Titre tout neuf" in lire(direct, "regles/regle-modele/")


def test_with_a_fault_nothing_changes_until_all_that_was_written_is_right(memento: Path) -> None:
    direct = ouvrir(memento)
    modifier(memento, REGLE, "titre: Règle modèle", "titre: Règle refaite")
    modifier(memento, "content/index.md", "regle-modele", "regle-modle")
    both = {REGLE, "content/index.md"}
    assert direct.changer(both, AUJOURD_HUI).errors
    assert "Règle refaite" not in lire(direct, "regles/regle-modele/")
    modifier(memento, "content/index.md", "regle-modle", "regle-modele")
    assert not direct.changer({"content/index.md"}, AUJOURD_HUI).errors
    # Its title also changes the navigation: the shell is another.
    assert lire(direct, "regles/regle-modele/").count("Règle refaite") >= 4


def test_a_file_that_is_gone_and_one_that_is_new_change_the_site(memento: Path) -> None:
    direct = ouvrir(memento)
    style = memento / "site_theme/assets/styles/neuve.css"
    assert direct.lire("assets/styles/neuve.css") is None
    style.write_text("b{color:red}", encoding="utf-8")
    direct.changer({"site_theme/assets/styles/neuve.css"}, AUJOURD_HUI)
    assert direct.lire("assets/styles/neuve.css") == b"b{color:red}"
    style.unlink()
    direct.changer({"site_theme/assets/styles/neuve.css"}, AUJOURD_HUI)
    assert direct.lire("assets/styles/neuve.css") is None


def test_another_day_everything_is_read_again(memento: Path) -> None:
    direct = ouvrir(memento)
    assert "23 novembre 2026" in lire(direct, "regles/regle-modele/")
    direct.changer((), date(2026, 11, 24))
    assert "24 novembre 2026" in lire(direct, "regles/regle-modele/")

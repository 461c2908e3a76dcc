"""A site without what is printed nor what is taken away: whole all the same."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from petit_memento import memento_entier

from generator.adapters.cli import memento
from generator.adapters.controle import controler
from generator.adapters.sommes import lire_sommes

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = memento_entier(tmp_path_factory.mktemp("memento"), TOUS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        result = CliRunner().invoke(memento, ["--racine", str(root), "construire", "--sans-documents"])
    assert result.exit_code == 0, result.stderr
    assert not (root / ".memento" / "documents").exists()
    return root / "site"


def test_it_holds_no_document_and_no_page_leads_to_one(site: Path) -> None:
    assert [path for path in site.rglob("*") if path.suffix in (".pdf", ".zip")] == []
    assert controler(site) > 0
    for page in site.rglob("*.html"):
        assert not re.search(r"""href=["']?[^"'> ]*\.(?:pdf|zip)["' >]""", page.read_text(encoding="utf-8")), page
    assert "Tout le mémento à imprimer" in (site / "index.html").read_text(encoding="utf-8")


def test_it_says_that_it_has_none_and_its_sums_hold_what_it_has(site: Path) -> None:
    assert json.loads((site / "build.json").read_bytes())["documents"] is False
    listed = lire_sommes(site)
    assert listed is not None
    assert {"index.html", "sw.js", "hors-ligne.json", "build.json"} <= set(listed)


def test_its_pages_are_kept_to_be_read_without_network(site: Path) -> None:
    kept = json.loads((site / "hors-ligne.json").read_bytes())["fichiers"]
    assert "regles/regle-modele/" in kept

"""`memento verifier`: the whole, what a change touches, the same again, and again at each save."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento
from generator.diagnostics import Diagnostic, Location, Report, Severity
from generator.diagnostics.outils import format_github
from generator.load import load_documents, read_document
from generator.validate.rangement import ranger

RACINE = Path(__file__).parents[2]
ORDRE = (
    "id",
    "titre",
    "resume",
    "unite",
    "par",
    "themes",
    "revision",
    "valeurs",
    "lacunes",
    "note",
    "mots",
    "confiance",
    "verifie_le",
    "a_reverifier_avant",
)

INDEX = "content/index.md"
TEXTE = "rules/sources/texte-modele.yaml"
REGLE = "rules/regles/essai/regle-modele.yaml"
SOUVENIR = Path(".memento") / "verifie.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path / "memento")


def verifier(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "verifier", *mots])


def codes(result: Result) -> list[str]:
    return [row["code"] for row in json.loads(result.stdout)]


def git(root: Path, *mots: str) -> None:
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    subprocess.run(("git", "-C", str(root), *who, *mots), check=True, capture_output=True)


@pytest.fixture
def depot(root: Path) -> Path:
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "début")
    return root


def test_what_was_said_of_the_same_files_is_said_again_without_reading_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modifier(root, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    first = verifier(root, "--format", "json")
    monkeypatch.setattr("generator.pipeline.verify", lambda *_: pytest.fail("read again"))
    assert verifier(root, "--format", "json").stdout == first.stdout
    assert codes(first) == ["MEM513"]
    assert verifier(root).exit_code == 1


@pytest.mark.parametrize("chemin", [INDEX, REGLE, "urls.lock"])
def test_one_byte_more_in_any_file_is_seen(root: Path, chemin: str) -> None:
    (root / "urls.lock").write_text("./\n", encoding="utf-8")
    assert verifier(root).exit_code == 0
    (root / chemin).write_bytes((root / chemin).read_bytes() + b"\x00")
    assert verifier(root).exit_code == 1


def test_another_day_another_answer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verifier(root).exit_code == 0
    # 1 January 2100: everything should have been verified again long ago.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    assert "MEM507" in codes(verifier(root, "--format", "json"))


@pytest.mark.parametrize(
    "garde", [b"", b"{", b"[]", b'{"empreinte": 1}', b"\xff\xfe", b'{"empreinte": "x", "rapport": 3}']
)
def test_a_memory_that_cannot_be_read_is_no_memory(root: Path, garde: bytes) -> None:
    verifier(root)
    (root / SOUVENIR).write_bytes(garde)
    assert verifier(root).output == "Tout est en ordre.\n"
    assert json.loads((root / SOUVENIR).read_text(encoding="utf-8"))["rapport"] == []


def test_where_nothing_may_be_written_the_verification_still_answers(root: Path) -> None:
    (root / ".memento").write_text("un fichier à la place du dossier", encoding="utf-8")
    assert verifier(root).output == "Tout est en ordre.\n"


def test_since_a_revision_a_changed_file_is_verified(depot: Path) -> None:
    modifier(depot, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    assert codes(verifier(depot, "--depuis", "HEAD", "--format", "json")) == ["MEM513"]


def test_since_a_revision_what_has_not_changed_is_not_read_over(depot: Path) -> None:
    modifier(depot, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    git(depot, "commit", "-qam", "un sigle")
    modifier(depot, TEXTE, "titre: ", "titre: Un ")
    assert codes(verifier(depot, "--depuis", "HEAD", "--format", "json")) == []
    assert codes(verifier(depot, "--depuis", "HEAD~1", "--format", "json")) == ["MEM513"]


def test_since_a_revision_those_that_cite_what_is_gone_are_told(depot: Path) -> None:
    (depot / "content" / "contribuer").mkdir()
    page = "---\ntitre: Une page\nresume: Rien ici n'est du droit.\nsans_source: Rien.\n---\n\n[[fiche:index]]\n"
    (depot / "content" / "page.md").write_text(page, encoding="utf-8")
    (depot / "content" / "autre.md").write_text(page.replace("fiche:index", "fiche:page"), encoding="utf-8")
    git(depot, "add", "-A")
    git(depot, "commit", "-qm", "deux pages")
    (depot / "content" / "page.md").unlink()
    assert "MEM403" in codes(verifier(depot, "--depuis", "HEAD", "--format", "json"))


def test_since_a_revision_a_new_figure_is_looked_for_everywhere(depot: Path) -> None:
    modifier(depot, INDEX, "{{ plafond_modele }}", "{{ plafond_modele }}, et 31 %")
    git(depot, "commit", "-qam", "un chiffre")
    assert codes(verifier(depot, "--format", "json")) == []
    modifier(depot, "rules/parametres/plafond-modele.yaml", "valeur: 30", "valeur: 31")
    found = json.loads(verifier(depot, "--depuis", "HEAD", "--format", "json").stdout)
    assert ("MEM512", INDEX) in [(row["code"], row["fichier"]) for row in found]


def test_an_unknown_revision_is_a_usage_error(depot: Path) -> None:
    result = verifier(depot, "--depuis", "jamais")
    assert result.exit_code == 2
    assert "la révision « jamais » n'existe pas" in result.stderr


def test_an_option_is_not_a_revision(depot: Path) -> None:
    assert verifier(depot, "--depuis", "--output=/tmp/x").exit_code == 2


def test_outside_a_repository_there_is_no_revision(root: Path) -> None:
    result = verifier(root, "--depuis", "HEAD")
    assert result.exit_code == 2
    assert "n'est pas un dépôt git" in result.stderr


@pytest.fixture
def suivi(root: Path) -> Iterator[subprocess.Popen[str]]:
    command = (sys.executable, "-m", "generator.adapters.cli", "--racine", str(root), "verifier", "--suivre")
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env) as process:
        try:
            yield process
        finally:
            process.kill()


def test_at_each_save_the_whole_is_verified_again(root: Path, suivi: subprocess.Popen[str]) -> None:
    assert suivi.stdout is not None
    assert suivi.stdout.readline() == "Tout est en ordre.\n"
    assert suivi.stdout.readline().startswith("Vérifié en ")
    saved = time.monotonic()
    modifier(root, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    assert "MEM513" in suivi.stdout.readline()
    assert time.monotonic() - saved < 5
    suivi.send_signal(signal.SIGINT)
    assert suivi.wait(30) == 0


MOT = "---\ntitre: Une page\nresume: {}\nsans_source: Rien ici n'est du droit.\n---\n\nVers [[fiche:index]], {}.\n"
WORD = MOT.format("“Un résumé” d'une oeuvre", "un “mot”, une\u00a0espace, des points...\u00ad")
PROPRE = MOT.format("« Un résumé » d'une œuvre", "un « mot », une espace, des points…")


@pytest.fixture
def colle(root: Path) -> Path:
    """A page pasted from a word processor, its fields in another order."""
    lines = WORD.splitlines(keepends=True)
    lines[1:3] = ["# ce qu'elle dit\n", lines[2], lines[1]]
    (root / "content" / "collee.md").write_text("".join(lines), encoding="utf-8")
    return root / "content" / "collee.md"


def test_what_can_be_mended_is_mended_and_the_rest_told(root: Path, colle: Path) -> None:
    result = verifier(root, "--corriger")
    assert colle.read_text(encoding="utf-8").replace("# ce qu'elle dit\n", "") == PROPRE
    assert result.stderr == "Corrigé : content/collee.md\n"
    assert result.stdout == "Tout est en ordre.\n"
    assert verifier(root, "--corriger").output == "Tout est en ordre.\n"


def test_a_comment_follows_the_field_it_speaks_of(root: Path, colle: Path) -> None:
    verifier(root, "--corriger")
    lines = colle.read_text(encoding="utf-8").splitlines()
    assert lines[1:4] == ["titre: Une page", "# ce qu'elle dit", "resume: « Un résumé » d'une œuvre"]


def test_the_difference_is_shown_and_nothing_is_written(root: Path, colle: Path) -> None:
    before = colle.read_bytes()
    result = verifier(root, "--diff")
    assert result.exit_code == 1
    assert "--- a/content/collee.md\n+++ b/content/collee.md\n" in result.stdout
    assert "+Vers [[fiche:index]], un « mot », une espace, des points…." in result.stdout
    assert colle.read_bytes() == before
    assert verifier(root, "--corriger").exit_code == 0
    assert verifier(root, "--diff").output == ""


def test_line_ends_stay_those_of_the_file(root: Path, colle: Path) -> None:
    colle.write_bytes(WORD.replace("\n", "\r\n").encode())
    verifier(root, "--corriger")
    assert colle.read_bytes() == PROPRE.replace("\n", "\r\n").encode()


def test_mending_never_changes_what_a_file_says(root: Path) -> None:
    """Every real file, its fields shuffled, is put back with the same values and comments."""
    before = {document.path: document.data for document in load_documents(RACINE).value}
    shutil.copytree(RACINE / "rules", root / "rules", dirs_exist_ok=True)
    for path in (root / "rules" / "parametres").glob("*.yaml"):
        blocks = re.split(r"^(?=[a-z_]+:)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text("".join(block.rstrip("\n") + "\n" for block in reversed(blocks) if block), encoding="utf-8")
    for document in load_documents(root).value:
        if document.path.startswith("rules/parametres/"):
            ordered = ranger(document, (root / document.path).read_text(encoding="utf-8"))
            assert ordered.startswith("id: "), document.path
            again = read_document(document.path, ordered.encode()).value
            assert again is not None
            assert list(again.data) == [name for name in ORDRE if name in again.data]
            assert document.path not in before or again.data == before[document.path]


def test_a_place_that_cannot_be_written_is_said(root: Path, colle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuser)
    result = verifier(root, "--corriger")
    assert result.exit_code == 1
    assert result.stderr.startswith("Erreur : écriture impossible")
    assert colle.read_text(encoding="utf-8") != PROPRE


@pytest.fixture
def fautif(root: Path) -> Path:
    modifier(root, INDEX, "Mémento de test", "Mémento, SIGLEINCONNU, oeuvre")
    return root


def test_github_is_told_each_fault_beside_its_line(fautif: Path) -> None:
    lines = verifier(fautif, "--format", "github").stdout.splitlines()
    assert lines[0].startswith("::error file=content/index.md,line=2,col=")
    assert "title=MEM513::« SIGLEINCONNU » n'est pas dans le glossaire" in lines[0]
    assert "title=MEM520::ligature (oe) (aide : écrivez « œ »)" in lines[1]


def test_what_a_workflow_command_reserves_is_escaped() -> None:
    place = Location("content/a,b:c.md", 3, 4, 2)
    item = Diagnostic("MEM999", "30 % de\nplus", place, severity=Severity.AVERTISSEMENT)
    expected = "::warning file=content/a%2Cb%3Ac.md,line=3,col=4,endColumn=6,title=MEM999::30 %25 de%0Aplus"
    assert format_github(Report.of([item])) == expected


def test_sarif_names_the_rule_the_place_and_the_fix(fautif: Path) -> None:
    sarif = json.loads(verifier(fautif, "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"
    run = sarif["runs"][0]
    unknown, ligature = run["results"]
    assert run["tool"]["driver"]["rules"][ligature["ruleIndex"]]["id"] == ligature["ruleId"] == "MEM520"
    region = ligature["locations"][0]["physicalLocation"]["region"]
    line = (fautif / INDEX).read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "oe"
    assert ligature["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "œ"
    assert "fixes" not in unknown


def test_a_diagnostic_names_the_page_that_explains_it(fautif: Path) -> None:
    pages = [row["page"] for row in json.loads(verifier(fautif, "--format", "json").stdout)]
    assert pages == ["/contribuer/codes/MEM513/", "/contribuer/codes/MEM520/"]
    assert "explication : memento expliquer MEM513" in verifier(fautif).stderr


def test_sarif_leads_to_the_pages_once_the_site_has_an_address(fautif: Path) -> None:
    def lieux() -> set[str | None]:
        (run,) = json.loads(verifier(fautif, "--format", "sarif").stdout)["runs"]
        return {rule.get("helpUri") for rule in run["tool"]["driver"]["rules"] if rule["id"] == "MEM520"}

    assert lieux() == {None}
    editeur = fautif / "rules" / "editeur.yaml"
    editeur.write_text("titre: Essai\nadresse: https://memento.example.org/\n", encoding="utf-8")
    assert lieux() == {"https://memento.example.org/contribuer/codes/MEM520/"}
    for wrong in ("titre: Essai\nadresse: memento.example.org\n", "titre: [\n", "titre: Essai\n"):
        editeur.write_text(wrong, encoding="utf-8")
        assert lieux() == {None}


def test_junit_fails_a_test_an_error(fautif: Path) -> None:
    suite = ElementTree.fromstring(verifier(fautif, "--format", "junit").stdout)
    assert (suite.get("tests"), suite.get("failures")) == ("2", "2")
    assert [case.get("classname") for case in suite] == [INDEX, INDEX]
    assert suite[0].find("failure").get("type") == "MEM513"  # type: ignore[union-attr]


def test_junit_passes_when_all_is_in_order(root: Path) -> None:
    suite = ElementTree.fromstring(verifier(root, "--format", "junit").stdout)
    assert (suite.get("tests"), suite.get("failures"), len(suite)) == ("1", "0", 1)


def test_junit_prints_warnings(root: Path) -> None:
    modifier(root, REGLE, "a_reverifier_avant: 2030-01-01", "a_reverifier_avant: 2026-12-01")
    suite = ElementTree.fromstring(verifier(root, "--format", "junit").stdout)
    assert suite.get("failures") == "0"
    assert (suite.findtext("system-out") or "").startswith(f"{REGLE}:")

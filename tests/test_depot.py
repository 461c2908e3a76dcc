"""What the repository itself promises."""

import inspect
import re
import subprocess
import tomllib
from pathlib import Path

from petit_memento import avec_le_vrai, vrai_memento

from generator import model
from generator.check.adresses import publiees
from generator.load.verrou import VERROU, ecrire_verrou, load_verrou
from generator.model import Choix, Modele

RACINE = Path(__file__).parents[1]


def suivis() -> list[str]:
    """The files that git keeps."""
    listed = subprocess.run(["git", "ls-files"], cwd=RACINE, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def test_the_top_level_holds_what_the_architecture_names() -> None:
    expected = {"content", "rules", "generator", "site_theme", "tests", "bench", "adr", "mkdocs.yml", "pyproject.toml"}
    expected |= {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "LEXIQUE.md", "CHANGELOG.md", "Makefile", "LICENSE"}
    expected |= {".github", ".gitlab", ".gitlab-ci.yml", "outils", "schemas", ".editorconfig", ".vscode", "deploiement"}
    expected |= {"constraints.txt", ".ci", ".gitignore", ".gitattributes", "urls.lock"}
    assert {path.split("/")[0] for path in suivis()} == expected


def test_the_constraints_pin_every_dependency_and_name_no_address() -> None:
    lines = (RACINE / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    project = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {re.split(r"[<>=]", name)[0].lower() for name in declared} <= pinned


def test_the_lexique_holds_every_french_word_of_the_model() -> None:
    lexique = (RACINE / "LEXIQUE.md").read_text(encoding="utf-8").casefold()
    classes = [
        name
        for name, value in inspect.getmembers(model, inspect.isclass)
        if issubclass(value, Modele | Choix) and value not in (Modele, Choix)
    ]
    missing = [name for name in classes if f"`{name.casefold()}`" not in lexique]
    assert missing == []


def test_the_lexique_is_in_alphabetical_order() -> None:
    rows = re.findall(r"^\| `(\w+)`", (RACINE / "LEXIQUE.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == sorted(rows, key=str.casefold)


def test_make_alone_prints_the_targets() -> None:
    printed = subprocess.run(["make"], cwd=RACINE, capture_output=True, text=True, check=True).stdout
    assert all(f"make {target}" in printed for target in ("site", "test", "check"))


def test_ci_runs_the_second_command_of_the_readme() -> None:
    assert "make test" in (RACINE / ".ci" / "run").read_text(encoding="utf-8")
    commands = re.findall(r"^make \w+", (RACINE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands[:2] == ["make site", "make test"]


def test_modules_fit_in_the_eye() -> None:
    long = [
        path
        for path in suivis()
        if path.startswith(("generator/", "site_theme/assets/calcul/", "site_theme/assets/temps/"))
        and path.endswith((".py", ".js"))
        and len((RACINE / path).read_text(encoding="utf-8").splitlines()) > 320
    ]
    assert long == []


@avec_le_vrai
def test_every_published_address_is_locked() -> None:
    built = vrai_memento()
    assert built.site is not None
    new = publiees(built.site) - {adresse.url for adresse in load_verrou(RACINE).value.adresses}
    assert sorted(new) == [], "des adresses ne sont pas verrouillées : lancez « memento adresses --verrouiller »"


def test_the_lock_is_as_the_command_writes_it() -> None:
    text = (RACINE / VERROU).read_text(encoding="utf-8")
    locked = load_verrou(RACINE).value
    written = ecrire_verrou([adresse.url for adresse in locked.adresses], locked.redirections)
    assert text == written, "urls.lock n'est pas en ordre : lancez « memento adresses --verrouiller »"

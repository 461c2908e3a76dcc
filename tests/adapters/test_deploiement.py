"""The configurations of servers, and the workflows that publish."""

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner
from petit_memento import petit_memento

from generator.adapters.cli import memento
from generator.adapters.entetes import ENTETES
from generator.adapters.serveurs import fichiers_de_deploiement, reponses_du_site
from generator.adapters.serveurs.hebergeurs import entetes_statiques

RACINE = Path(__file__).parents[2]
FLUX = ("github-pages.yml", "gitlab-pages.yml")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What the configurations look at in a site: its policies, and what stands at its root."""
    policy = (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'sha256-{}'\">"
    )
    for path, hashed in (
        ("", "un"),
        ("regles", "deux"),
        ("calculateurs", "deux"),
        ("calculateurs/x/integrer", "trois"),
    ):
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "index.html").write_text(policy.format(hashed), encoding="utf-8")
    (tmp_path / "404.html").write_text(policy.format("un"), encoding="utf-8")
    (tmp_path / "memento.html").write_text(policy.format("un"), encoding="utf-8")
    (tmp_path / "assets").mkdir()
    return tmp_path


def regles(text: str) -> dict[str, dict[str, str]]:
    """The rules of `_headers` by path."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    return found


def test_every_server_says_every_header_and_admits_every_script_of_the_pages(site: Path) -> None:
    for path, text in fichiers_de_deploiement(reponses_du_site(site)).items():
        if path.endswith("brotli.conf"):
            continue
        for name, value in ENTETES.items():
            assert name in text, path
            assert value in text, path
        assert "script-src 'self' 'sha256-deux' 'sha256-trois' 'sha256-un'" in text, path
        assert "«" not in re.sub(r"^\s*#.*", "", text, flags=re.M), path


def test_no_address_gets_the_same_header_from_two_rules_of_a_host(site: Path) -> None:
    found = regles(fichiers_de_deploiement(reponses_du_site(site))["deploiement/_headers"])
    patterns = {path: re.compile(re.sub(r":\w+", "[^/]+", path).replace("*", ".*")) for path in found}
    for url in ("/", "/regles/", "/regles/x/", "/calculateurs/", "/calculateurs/x/", "/calculateurs/x/integrer/"):
        names = [name for path, rule in patterns.items() if rule.fullmatch(url) for name in found[path]]
        assert len(names) == len(set(names)), url
        assert "Content-Security-Policy" in names, url
    assert found["/calculateurs/:nom/integrer/"]["Content-Security-Policy"].endswith("frame-ancestors *")
    assert found["/calculateurs/:nom/"]["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    # What Cloudflare reads at most: characters of a line, rules of a file.
    assert max(len(f"{name}: {value}") for rule in found.values() for name, value in rule.items()) < 2000
    assert len(found) <= 100


def test_the_shipped_headers_of_hosts_stay_within_their_limits() -> None:
    text = (RACINE / "deploiement/_headers").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) < 2000
    assert len(regles(text)) <= 100


def test_the_command_writes_what_has_changed_and_then_nothing(site: Path, tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento")
    call = ["--racine", str(root), "deploiement", "--site", str(site)]
    first = CliRunner().invoke(memento, call)
    assert first.exit_code == 0
    assert first.stdout.splitlines() == [
        "deploiement/nginx/memento.conf",
        "deploiement/nginx/memento-brotli.conf",
        "deploiement/Caddyfile",
        "deploiement/_headers",
    ]
    (root / "deploiement/Caddyfile").write_text("changé", encoding="utf-8")
    assert CliRunner().invoke(memento, call).stdout.splitlines() == ["deploiement/Caddyfile"]
    assert "Tout est à jour." in CliRunner().invoke(memento, call).stderr


def test_a_folder_that_is_no_site_is_refused_with_what_to_do(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento")
    said = CliRunner().invoke(memento, ["--racine", str(root), "deploiement"])
    assert said.exit_code == 1
    assert "lancez d'abord « memento construire »" in said.stderr
    assert not (root / "deploiement").exists()


def lire(name: str) -> dict[str, Any]:
    found = yaml.load((RACINE / "deploiement" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def lignes(name: str) -> list[str]:
    """What a workflow runs."""
    content = lire(name)
    if "jobs" in content:
        steps = [step for job in content["jobs"].values() for step in job["steps"]]
        return [line for step in steps for line in step.get("run", "").splitlines()]
    return [*content["pages"]["before_script"], *content["pages"]["script"]]


@pytest.mark.parametrize("name", FLUX)
def test_a_workflow_verifies_then_builds_with_options_that_exist(name: str) -> None:
    called = [shlex.split(line)[1:] for line in lignes(name) if line.startswith("memento ")]
    assert [words[0] for words in called] == ["verifier", "construire"]
    for words in called:
        command = memento.get_command(click.Context(memento), words[0])
        assert command is not None
        command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("name", FLUX)
def test_a_workflow_keeps_the_named_assets_of_the_publication_before(name: str) -> None:
    assert any(re.fullmatch(r"cp -Rn fixes/\. \w+/assets/fixes/", line) for line in lignes(name))


def test_on_github_only_the_job_that_publishes_may_write_and_it_runs_nothing() -> None:
    content = lire("github-pages.yml")
    assert content["permissions"] == {"contents": "read"}
    jobs = content["jobs"]
    assert "permissions" not in jobs["construire"]
    assert jobs["publier"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert all("run" not in step for step in jobs["publier"]["steps"])
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w/-]+@v\d+", action) for action in used)
    assert all("timeout-minutes" in job for job in jobs.values())


def test_the_page_on_publishing_names_what_stands_beside_it() -> None:
    folder = RACINE / "deploiement"
    for page in ("README.md", "echelle.md"):
        text = (folder / page).read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (folder / link).exists(), link


def test_a_site_without_calculators_has_no_page_to_frame(site: Path) -> None:
    whole = reponses_du_site(site)
    without = replace(whole, dossiers=tuple(name for name in whole.dossiers if name != "calculateurs"))
    assert "frame-ancestors *" in entetes_statiques(whole)
    assert "frame-ancestors *" not in entetes_statiques(without)

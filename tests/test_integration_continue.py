"""The continuous integrations say what they do, and what they call exists."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.adapters.cli import COMMANDES, memento

RACINE = Path(__file__).parents[1]
GITHUB = ".github/workflows/verifier.yml"
GITLAB = ".gitlab-ci.yml"
FICHIERS = (GITHUB, GITLAB)
# What ends a command in a line of shell.
FINS = frozenset({"|", "||", "&&", ";", ">", ">>", "<"})


def lire(name: str) -> dict[str, Any]:
    """As texts: for YAML 1.1, `on` is a boolean."""
    found = yaml.load((RACINE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def scripts(name: str) -> list[str]:
    """Everything that a shell runs."""
    content = lire(name)
    if name == GITHUB:
        steps = [step for job in content["jobs"].values() for step in job["steps"]]
        return [step["run"] for step in steps if "run" in step]
    jobs = [job for job in content.values() if isinstance(job, dict)]
    return [line for job in jobs for key in ("before_script", "script") for line in job.get(key, ())]


def commandes(name: str, programme: str) -> Iterator[list[str]]:
    """The words that follow a program, each time it is called."""
    for script in scripts(name):
        for line in script.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            for rank, word in enumerate(words):
                if word == programme and (rank == 0 or words[rank - 1] in FINS):
                    end = next((i for i in range(rank, len(words)) if words[i] in FINS), len(words))
                    yield words[rank + 1 : end]


@pytest.mark.parametrize("name", FICHIERS)
def test_every_command_that_is_called_exists_with_its_options(name: str) -> None:
    called = list(commandes(name, "memento"))
    assert {words[0] for words in called} == {"verifier", "comparer", "construire"}
    for words in called:
        assert words[0] in COMMANDES
        command = memento.get_command(click.Context(memento), words[0])
        assert command is not None
        # Raises on an option that does not exist and on a choice that is not offered.
        command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("name", FICHIERS)
def test_every_target_that_is_made_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (RACINE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = [target for words in commandes(name, "make") for target in words]
    assert "test" in called
    assert set(called) <= targets


@pytest.mark.parametrize("name", FICHIERS)
def test_what_is_installed_is_what_is_pinned(name: str) -> None:
    installs = [line for script in scripts(name) for line in script.splitlines() if "pip install" in line]
    assert installs
    assert all("--constraint constraints.txt" in line for line in installs)
    assert (RACINE / "constraints.txt").is_file()


def test_a_proposal_reads_and_one_job_alone_may_write() -> None:
    workflow = lire(GITHUB)
    assert set(workflow["on"]) == {"push", "pull_request"}
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert writing == {"commenter": {"pull-requests": "write"}}
    job = workflow["jobs"]["commenter"]
    assert "head.repo.full_name == github.repository" in job["if"]
    # It runs nothing of the proposal: it does not even have it.
    assert [step["uses"] for step in job["steps"] if "uses" in step] == ["actions/download-artifact@v5"]


def test_actions_are_those_of_the_forge_pinned_to_a_major_version() -> None:
    steps = [step for job in lire(GITHUB)["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v[0-9]+", name) for name in used)


def test_no_script_holds_what_a_stranger_wrote() -> None:
    """A title or the name of a branch would be read as shell."""
    assert [script for script in scripts(GITHUB) if "${{" in script] == []


def test_an_artifact_that_is_awaited_is_made() -> None:
    steps = [step for job in lire(GITHUB)["jobs"].values() for step in job["steps"]]
    made = {step["with"]["name"] for step in steps if step.get("uses", "").startswith("actions/upload-artifact@")}
    asked = {step["with"]["name"] for step in steps if step.get("uses", "").startswith("actions/download-artifact@")}
    assert asked <= made
    assert made == {"sarif", "comparaison", "brouillon"}


def test_on_gitlab_the_report_is_one_that_it_reads() -> None:
    jobs = lire(GITLAB)
    assert jobs["verifier"]["artifacts"]["reports"] == {"junit": "verifier.xml"}
    assert "memento verifier --format junit > verifier.xml || statut=$?" in jobs["verifier"]["script"]
    assert {name for name, job in jobs.items() if "script" in job} == {"verifier", "comparer", "brouillon", "tests"}

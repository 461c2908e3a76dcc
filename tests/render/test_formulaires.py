"""The forms of the forges ask what the models need, the same on both."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from petit_memento import batir, petit_memento, vraies_regles

from generator.pipeline import Build
from generator.render.exports.formulaires import fichiers_de_formulaires
from generator.render.exports.schemas import schema_de
from generator.render.signalement import ADRESSE, SUJET, VERSION
from generator.validate.kinds import KINDS

RACINE = Path(__file__).parents[2]
NOMS = ("erreur", "regle", "avis")


@pytest.fixture(scope="module")
def reel() -> Build:
    return vraies_regles()


def github(nom: str) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((RACINE / f".github/ISSUE_TEMPLATE/{nom}.yml").read_text(encoding="utf-8"))
    return made


def gitlab(nom: str) -> str:
    return (RACINE / f".gitlab/issue_templates/{nom}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("nom", NOMS)
def test_a_form_is_what_a_forge_takes(nom: str) -> None:
    form = github(nom)
    assert set(form) == {"name", "description", "title", "body"}
    ids = [element["id"] for element in form["body"]]
    labels = [element["attributes"]["label"] for element in form["body"]]
    assert (len(set(ids)), len(set(labels))) == (len(ids), len(ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    for element in form["body"]:
        assert element["type"] in ("input", "textarea", "dropdown", "checkboxes")
        if element["type"] == "dropdown":
            options = element["attributes"]["options"]
            assert 1 < len(options) == len(set(options))


@pytest.mark.parametrize("nom", NOMS)
def test_both_forges_ask_the_same_things_in_the_same_order(nom: str) -> None:
    asked = [element["attributes"]["label"] for element in github(nom)["body"]]
    titles = [title.removesuffix(" (facultatif)") for title in re.findall(r"^## (.+)$", gitlab(nom), re.MULTILINE)]
    assert titles == asked


def test_proposing_a_rule_asks_for_all_that_a_version_must_have() -> None:
    schema = schema_de(next(kind for kind in KINDS if kind.name == "regle"))
    version = schema["$defs"]["VersionDeRegle"]
    asked = {element["id"]: element for element in github("regle")["body"]}
    for name in version["required"]:
        assert asked[name]["validations"]["required"] is True
        assert asked[name]["attributes"]["label"] == version["properties"][name]["title"]
    assert [option.split(" : ")[0] for option in asked["portee"]["attributes"]["options"]] == [
        "prescriptif",
        "indicatif",
    ]
    assert asked["siae"]["attributes"]["multiple"] is True


def test_the_form_of_an_error_has_the_fields_that_a_page_fills_in() -> None:
    asked = {element["id"]: element["type"] for element in github("erreur")["body"]}
    assert {name: asked[name] for name in (SUJET, VERSION, ADRESSE)} == dict.fromkeys(
        (SUJET, VERSION, ADRESSE), "input"
    )


def test_every_form_asks_not_to_name_anyone() -> None:
    for nom in NOMS:
        promises = github(nom)["body"][-1]["attributes"]["options"]
        assert all(one["required"] for one in promises)
        assert "Je ne nomme aucune personne" in promises[0]["label"]
        assert "- [ ] Je ne nomme aucune personne" in gitlab(nom)


def test_the_contact_of_the_site_is_offered_once_it_has_an_address(tmp_path: Path, reel: Build) -> None:
    assert b"contact_links" not in fichiers_de_formulaires(reel.base)[".github/ISSUE_TEMPLATE/config.yml"]
    contact = "---\ntitre: Contact\nresume: Un résumé.\nsans_source: Un essai.\n---\n\nDes mots.\n"
    editor = "titre: Essai\nadresse: https://memento.example.org/\n"
    root = petit_memento(tmp_path, {"content/contact.md": contact, "rules/editeur.yaml": editor})
    config = yaml.safe_load(fichiers_de_formulaires(batir(root).base)[".github/ISSUE_TEMPLATE/config.yml"])
    assert config["contact_links"][0]["url"] == "https://memento.example.org/contact/"
    assert config["blank_issues_enabled"] is False


def test_a_proposal_is_asked_the_same_on_both_forges() -> None:
    asked = (RACINE / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert (RACINE / ".gitlab/merge_request_templates/Default.md").read_text(encoding="utf-8") == asked
    for field in re.findall(r"`([a-z_]+)`", asked):
        assert any(f'"{field}"' in path.read_text(encoding="utf-8") for path in (RACINE / "schemas").iterdir()), field


def test_those_who_review_are_yet_to_be_named() -> None:
    lines = (RACINE / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)
    assert set(re.findall(r"@[\w-]+", "\n".join(lines))) == {"@A-COMPLETER"}
    for folder in re.findall(r"^# /(\S+)/ ", "\n".join(lines), re.MULTILINE):
        assert (RACINE / folder).is_dir()

"""What the pages say of themselves to programs, and what they do not claim."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.pipeline import Build, build

REGLE = "rules/regles/essai/regle-modele.yaml"


def donnees(built: Build, url: str) -> Any:
    assert built.site is not None
    html = next(page.html for page in built.site.pages if page.url == url)
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(found)


@pytest.fixture(scope="module")
def bati(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return batir(petit_memento(tmp_path_factory.mktemp("memento")))


def test_a_rule_is_our_words_on_the_law_in_force(bati: Build) -> None:
    found = donnees(bati, "regles/regle-modele/")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Legislation")
    assert found["name"] == "Règle modèle"
    assert found["legislationIdentifier"] == "regle-modele"
    assert found["legislationDateVersion"] == "2020-01-01"
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert found["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
    assert found["temporalCoverage"] == "2020-01-01/.."
    assert found["dateModified"] == "2026-01-01"
    assert found["inLanguage"] == "fr"
    assert found["isBasedOn"] == [{"@type": "Legislation", "name": "Texte modèle, article 1", "identifier": "V2"}]


def test_a_version_of_the_past_is_not_in_force(bati: Build) -> None:
    found = donnees(bati, "r/regle-modele/2010-01-01/")
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert found["temporalCoverage"] == "2010-01-01/2019-12-31"
    assert found["legislationIdentifier"] == "regle-modele/2010-01-01"


def test_a_version_to_come_is_not_in_force_yet(tmp_path: Path) -> None:
    found = donnees(build(petit_memento(tmp_path), date(2019, 6, 1)), "r/regle-modele/2020-01-01/")
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_a_repealed_rule_is_not_in_force(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "  - du: 2020-01-01\n    statut: en-vigueur", "  - du: 2020-01-01\n    statut: abroge")
    found = donnees(batir(root), "regles/regle-modele/")
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_a_proposal_claims_no_force_and_covers_no_time(bati: Build) -> None:
    found = donnees(bati, "r/regle-modele/2015-06-01/")
    assert "legislationLegalForce" not in found
    assert "temporalCoverage" not in found
    assert found["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"


def test_a_source_leads_to_its_official_text(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(
        root, "rules/sources/texte-modele.yaml", "type: article", "type: rapport\nurl: https://exemple.invalid/texte"
    )
    (source,) = donnees(batir(root), "regles/regle-modele/")["isBasedOn"]
    # A report is no law.
    assert source["@type"] == "CreativeWork"
    assert source["url"] == "https://exemple.invalid/texte"


def test_what_could_close_the_script_is_escaped(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, REGLE, "titre: Règle modèle", "titre: </script><b>")
    assert donnees(batir(root), "regles/regle-modele/")["name"] == "</script><b>"


def test_addresses_are_absolute_or_relative_to_the_page(bati: Build, tmp_path: Path) -> None:
    page = "https://ailleurs.example/dossier/r/regle-modele/2020-01-01/"
    assert urljoin(page, donnees(bati, "r/regle-modele/2020-01-01/")["url"]) == page
    editeur = "titre: Mémento de test\nadresse: https://memento.example.org/\n"
    built = batir(petit_memento(tmp_path, {"rules/editeur.yaml": editeur}))
    assert donnees(built, "regles/regle-modele/")["url"] == "https://memento.example.org/regles/regle-modele/"
    assert donnees(built, "")["url"] == "https://memento.example.org/"


def test_the_home_page_is_a_site_and_the_page_on_re_use_a_data_set(bati: Build) -> None:
    assert donnees(bati, "")["@type"] == "WebSite"
    found = donnees(bati, "reutiliser/")
    assert found["@type"] == "Dataset"
    assert bati.site is not None
    for item in found["distribution"]:
        url = urljoin("https://x.example/reutiliser/", item["contentUrl"]).removeprefix("https://x.example/")
        assert url in bati.site.fichiers
        assert item["encodingFormat"] == ("text/csv" if url.endswith(".csv") else "application/json")
    assert len(found["distribution"]) == 15

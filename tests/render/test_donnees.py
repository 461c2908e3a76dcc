"""The data that others download: what it holds, that it is what its schemas say, that it never turns into a float."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from petit_memento import AUJOURD_HUI, avec_le_vrai, batir, modifier, petit_memento, vrai_memento

from generator.pipeline import Build
from generator.render.atelier import Atelier
from generator.render.exports.api import MODELES
from generator.render.exports.api.parametres import parametres_publies
from generator.render.exports.api.regles import regles_publiees
from generator.render.exports.api.sortie import exact
from generator.render.exports.api.tables import table_des_parametres, table_des_regles

RACINE = Path(__file__).parents[2]
TOUS = RACINE / "tests" / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def bati(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return batir(petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS))


@pytest.fixture(scope="module")
def fichiers(bati: Build) -> dict[str, bytes]:
    return api(bati)


def api(built: Build) -> dict[str, bytes]:
    assert built.site is not None, [str(item) for item in built.report]
    return {url: made for url, made in built.site.fichiers.items() if url.startswith("api/v1/")}


def lire(fichiers: dict[str, bytes], nom: str) -> Any:
    return json.loads(fichiers[f"api/v1/{nom}.json"])


def schema_de(url: str) -> str:
    name = url.removeprefix("api/v1/").removesuffix(".json")
    return "regle" if name.startswith("regles/") else name


def controler(fichiers: dict[str, bytes]) -> int:
    """Validate every file; how many were."""
    done = 0
    for url, made in fichiers.items():
        if url.endswith(".json") and "/schemas/" not in url:
            schema = lire(fichiers, f"schemas/{schema_de(url)}")
            Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(made))
            done += 1
    return done


def test_every_file_is_what_its_schema_says(fichiers: dict[str, bytes]) -> None:
    # 13 files and the one rule of the little mémento.
    assert controler(fichiers) == 14


@avec_le_vrai
def test_every_file_of_the_real_memento_is_what_its_schema_says() -> None:
    built = vrai_memento()
    assert controler(api(built)) == 13 + len(built.base.regles)


@pytest.mark.parametrize(
    ("nom", "casser"),
    [
        ("regles", lambda data: data["regles"][0].pop("titre")),
        ("regles", lambda data: data["regles"][0]["versions"][0].update(portee="obligatoire")),
        ("regles", lambda data: data["regles"][0]["versions"][0].update(du="2020-02-30")),
        ("regles", lambda data: data["regles"][0]["versions"][0].update(references=[])),
        ("regles", lambda data: data.update(etat_au=None)),
        ("parametres", lambda data: data["parametres"][0]["cases"][0]["periodes"][0].update(valeur=0.65)),
        ("parametres", lambda data: data["parametres"][0]["cases"][0]["periodes"][0].update(valeur="1,5")),
        ("changements", lambda data: data["changements"][0].pop("cle")),
        ("mesures", lambda data: data["mesures"][0].update(numero=0)),
    ],
)
def test_a_broken_file_is_refused(fichiers: dict[str, bytes], nom: str, casser: Any) -> None:
    data = lire(fichiers, nom)
    casser(data)
    with pytest.raises(ValidationError):
        Draft202012Validator(lire(fichiers, f"schemas/{nom}"), format_checker=FormatChecker()).validate(data)


def test_a_field_added_later_breaks_no_reader(fichiers: dict[str, bytes]) -> None:
    data = lire(fichiers, "regles")
    data["regles"][0]["nouveau"] = True
    Draft202012Validator(lire(fichiers, "schemas/regles")).validate(data)


def test_the_schemas_are_schemas_written_in_french(fichiers: dict[str, bytes]) -> None:
    for name in MODELES:
        schema = lire(fichiers, f"schemas/{name}")
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        for part in (schema, *schema.get("$defs", {}).values()):
            assert part["title"]
            assert part["description"][-1] == "."
            assert all(field["description"] for field in part["properties"].values())
    assert lire(fichiers, "schemas/regle")["properties"]["etat_au"]["title"] == "État au"


def test_the_index_lists_every_file_with_its_count(fichiers: dict[str, bytes]) -> None:
    index = lire(fichiers, "index")
    listed = {item["url"]: item["nombre"] for item in index["fichiers"]}
    made = {url for url in fichiers if "/schemas/" not in url and "/regles/" not in url}
    assert set(listed) == made - {"api/v1/index.json"}
    assert listed["api/v1/regles.json"] == 1
    assert listed["api/v1/parametres.json"] == 2
    assert (index["etat_au"], index["licence"]) == ("2026-11-23", "Licence Ouverte 2.0")
    assert all(item["schema_url"] in fichiers for item in index["fichiers"] if item["schema_url"])


def test_a_rule_carries_all_its_versions_and_says_which_is_of_the_day(fichiers: dict[str, bytes]) -> None:
    regle = lire(fichiers, "regles/regle-modele")["regle"]
    assert [version["du"] for version in regle["versions"]] == ["2010-01-01", "2015-06-01", "2020-01-01"]
    assert [version["statut"] for version in regle["versions"]] == ["en-vigueur", "propose", "en-vigueur"]
    assert regle["en_vigueur"] == "2020-01-01"
    assert regle["versions"][0]["au"] == "2019-12-31"
    assert regle["versions"][1]["adoption"] == "adoption-non-etablie"
    assert regle["versions"][2]["url"] == "r/regle-modele/2020-01-01/"
    assert regle["versions"][2]["references"] == [
        {"source": "texte-modele", "nom": "art. 1", "version": "V2", "precision": None, "url": None}
    ]
    assert regle["url_absolue"] is None
    assert regle == lire(fichiers, "regles")["regles"][0]


def test_without_a_version_of_the_day_nothing_is_in_force(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(
        root,
        "rules/regles/essai/regle-modele.yaml",
        "  - du: 2020-01-01\n    statut: en-vigueur",
        "  - du: 2020-01-01\n    au: 2021-12-31\n    statut: en-vigueur",
    )
    assert lire(api(batir(root)), "regles/regle-modele")["regle"]["en_vigueur"] is None


def test_addresses_are_whole_when_the_publisher_has_one(tmp_path: Path) -> None:
    editeur = "titre: Mémento de test\nadresse: https://memento.example.org/\n"
    files = api(batir(petit_memento(tmp_path, {"rules/editeur.yaml": editeur})))
    regle = lire(files, "regles/regle-modele")
    assert regle["regle"]["url_absolue"] == "https://memento.example.org/regles/regle-modele/"
    assert regle["schema_url"] == "https://memento.example.org/api/v1/schemas/regle.json"
    assert lire(files, "schemas/regle")["$id"] == regle["schema_url"]


def test_texts_are_plain_words(fichiers: dict[str, bytes]) -> None:
    assert lire(fichiers, "matrice")["cases"][0]["texte"] == "=Rien de propre, voir la Règle modèle."
    assert not any(b"[[" in made or b"{{" in made for url, made in fichiers.items() if "/schemas/" not in url)


def test_a_parameter_is_given_cell_by_cell_with_its_gaps(fichiers: dict[str, bytes]) -> None:
    found = lire(fichiers, "parametres")
    montant = next(item for item in found["parametres"] if item["id"] == "montant-modele")
    cases = {tuple(case["codes"].values()): case["periodes"] for case in montant["cases"]}
    assert [(p["du"], p["au"], p["valeur"]) for p in cases["ici", "AI"]] == [
        ("2010-01-01", "2019-12-31", "50"),
        ("2020-01-01", "2020-12-31", None),
    ]
    assert cases["ici", "AI"][1]["motif"] == "montant non retrouvé"
    assert cases["ailleurs", "ACI"][0]["rappel_apres"] == "2019-12-31"
    assert montant["par"] == ["territoire", "siae"]
    assert found["listes"]["siae"]["ACI"] == "Modèle d'ACI"


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [
        (Fraction(30), "30"),
        (Fraction(0), "0"),
        (Fraction(-7, 2), "-3.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-2, 7), "-2/7"),
        (Fraction(1, 80), "0.0125"),
        (Fraction("12.45"), "12.45"),
        (Fraction(10**30 + 1, 10), "100000000000000000000000000000.1"),
    ],
)
def test_a_number_is_written_exactly(valeur: Fraction, texte: str) -> None:
    assert exact(valeur) == texte
    assert Fraction(texte) == valeur


def test_no_file_holds_a_float(fichiers: dict[str, bytes]) -> None:
    def refuse(text: str) -> float:
        raise AssertionError(text)

    for url, made in fichiers.items():
        if url.endswith(".json"):
            json.loads(made, parse_float=refuse)


def test_changes_of_law_of_amounts_and_of_the_memento_are_told_once_each(fichiers: dict[str, bytes]) -> None:
    found = lire(fichiers, "changements")["changements"]
    assert [item["cle"] for item in found] == [
        "journal/regle-relue",
        "journal/ouverture",
        "parametre/montant-modele/2020-01-01",
        "regle/regle-modele/2020-01-01",
    ]
    # 100 → 110 in one cell; another becomes unknown and a third is only the last known: neither moved.
    assert found[2]["mouvements"] == [{"codes": {"territoire": "ici", "siae": "ACI"}, "avant": "100", "apres": "110"}]
    assert found[2]["siae"] == ["ACI"]
    assert found[3]["texte"] == "Un mot change."


def test_an_amount_found_again_after_a_gap_has_not_moved_that_day(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(
        root,
        "rules/parametres/montant-modele.yaml",
        "lacunes:",
        "  - {du: 2021-01-01, source: [texte-modele], valeur: {ici: {ACI: 110, AI: 60}}}\nlacunes:",
    )
    built = batir(root)
    keys = [item["cle"] for item in lire(api(built), "changements")["changements"]]
    assert "parametre/montant-modele/2021-01-01" not in keys


def test_files_are_the_same_from_one_build_to_the_next(bati: Build, tmp_path: Path) -> None:
    again = batir(petit_memento(tmp_path, surcouche=TOUS))
    assert api(again) == api(bati)
    assert all(made.endswith(b"\n") for made in api(again).values())


def lignes_du_csv(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_table_of_rules_has_a_row_a_version(fichiers: dict[str, bytes]) -> None:
    rows = lignes_du_csv(fichiers["api/v1/regles.csv"])
    assert [(row["du"], row["en vigueur"]) for row in rows] == [
        ("2010-01-01", "non"),
        ("2015-06-01", "non"),
        ("2020-01-01", "oui"),
    ]
    assert rows[2]["sources"] == "art. 1 (V2)"


def test_the_table_of_amounts_has_a_row_a_cell_and_period(fichiers: dict[str, bytes]) -> None:
    rows = lignes_du_csv(fichiers["api/v1/parametres.csv"])
    # Three cells: 2 + 2 + 1 periods; and the only period of the ceiling.
    assert len(rows) == 6
    assert {row["valeur"] for row in rows} == {"100", "110", "50", "80", "30", ""}


@pytest.mark.parametrize("debut", ["=", "+", "-", "@", "\t"])
def test_no_cell_runs_as_a_formula(bati: Build, debut: str) -> None:
    atelier = Atelier(bati.base, bati.programs, AUJOURD_HUI)
    regle = regles_publiees(atelier)[0].model_copy(update={"titre": f"{debut}SOMME(A1)", "id": f"{debut}A1"})
    parametre = parametres_publies(atelier)[0].model_copy(update={"titre": f"{debut}SOMME(A1)"})
    rows = [*lignes_du_csv(table_des_regles([regle])), *lignes_du_csv(table_des_parametres([parametre]))]
    assert {row["titre"] for row in rows} == {f"'{debut}SOMME(A1)"}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())

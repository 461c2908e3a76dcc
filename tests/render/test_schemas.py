"""The schemas of the files: what is right passes, what is wrong does not, and what is committed is up to date."""

import json
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from annotated_types import MinLen
from jsonschema import Draft202012Validator, FormatChecker
from petit_memento import batir, petit_memento, vraies_regles, vrais_documents
from referencing import Registry, Resource

from generator.load import Document, load_documents, read_document
from generator.model.base import Modele
from generator.pipeline import Build, compile_rules
from generator.render.exports.contribution import fichiers_pour_contribuer
from generator.render.exports.formes import _bornes, forme_du_modele
from generator.render.exports.schemas import fichiers_de_schemas, glob, modeline, schemas_publies
from generator.validate.kinds import KINDS, kind_of

RACINE = Path(__file__).parents[2]
TOUS = RACINE / "tests" / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def reel() -> Build:
    return vraies_regles()


@pytest.fixture(scope="module")
def schemas(reel: Build) -> dict[str, Any]:
    return {path: json.loads(made) for path, made in fichiers_de_schemas(reel.base).items()}


@pytest.fixture(scope="module")
def validateurs(schemas: dict[str, Any]) -> dict[str, Draft202012Validator]:
    return validateurs_de(schemas)


def validateurs_de(schemas: dict[str, Any]) -> dict[str, Draft202012Validator]:
    """A validator a kind; identifiers are found beside, and nothing is looked for elsewhere."""
    beside = Resource.from_contents(schemas["schemas/identifiants.json"])
    registry: Registry[Any] = Registry().with_resource("identifiants.json", beside)
    return {
        kind.name: Draft202012Validator(
            schemas[f"schemas/{kind.name}.json"], registry=registry, format_checker=FormatChecker()
        )
        for kind in KINDS
    }


def en_json(value: object) -> object:
    """What a file holds, as a JSON document would hold it: days are texts."""
    if isinstance(value, dict):
        return {key: en_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [en_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def fautes(document: Document, validateurs: dict[str, Draft202012Validator]) -> Iterator[str]:
    known = kind_of(document.path)
    assert known is not None
    for error in validateurs[known[0].name].iter_errors(en_json(document.data)):
        yield f"{document.path} {error.json_path} {error.message[:200]}"


def test_the_committed_files_are_those_that_the_models_make(reel: Build) -> None:
    made = fichiers_pour_contribuer(reel.base)
    stale = [path for path, content in made.items() if not (RACINE / path).is_file() or _lire(path) != content]
    left = [path.name for path in (RACINE / "schemas").iterdir() if f"schemas/{path.name}" not in made]
    assert (stale, left) == ([], []), "ces fichiers ne sont plus à jour : lancez « memento schemas »"


def _lire(path: str) -> bytes:
    return (RACINE / path).read_bytes()


def test_every_schema_is_one(schemas: dict[str, Any]) -> None:
    assert len(schemas) == len(KINDS) + 1
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


def test_every_file_of_the_memento_is_what_its_schema_says(validateurs: dict[str, Draft202012Validator]) -> None:
    documents = vrais_documents()
    assert len(documents) > 700
    assert [fault for document in documents for fault in fautes(document, validateurs)] == []


def test_so_is_every_file_of_the_little_one(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    made = fichiers_de_schemas(compile_rules(root).base)
    validators = validateurs_de({path: json.loads(content) for path, content in made.items()})
    assert [fault for document in load_documents(root).value for fault in fautes(document, validators)] == []


REGLE = "rules/regles/parcours-et-contrats/aci-moins-de-20-heures.yaml"
CALCULATEUR = "rules/calculateurs/aide-au-poste.yaml"
SOURCE = "rules/sources/c-trav-d5132-34.yaml"
PRATIQUE = "content/pratiques/pmsmp-entre-siae.md"
FAUX = (
    (REGLE, "titre: ", "titrre: "),
    (REGLE, "portee: prescriptif", "portee: obligatoire"),
    (REGLE, "verifie_le: 2026", "verifie_le: le 3 mai 2026"),
    (REGLE, "siae: [ACI", "siae: [ACII"),
    (REGLE, "siae: [ACI", "siae: ACI # "),
    (REGLE, "source: c-trav", "source: C. trav. "),
    (REGLE, "themes: [", "themes: [Parcours et contrats, "),
    (CALCULATEUR, "min: 0\n", "min: zéro\n"),
    (CALCULATEUR, "type: choix", "type: liste"),
    (CALCULATEUR, "nom: montant_socle", "nom: montant-socle"),
    (SOURCE, "lecture: texte\n", ""),
    (SOURCE, "lecture: texte", "lecture: oui"),
    (SOURCE, "consulte_le: ", "consulte_le: 20"),
    (PRATIQUE, "statut: proposee", "statut: proposée"),
    (PRATIQUE, "mesures: [1]", "mesures: [31]"),
    (PRATIQUE, "mesures: [1]", 'mesures: ["1"]'),
    (PRATIQUE, "calculateurs: [pmsmp-duree]", "calculateurs: pmsmp-duree"),
)


@pytest.mark.parametrize(("path", "juste", "faux"), FAUX, ids=lambda text: str(text).strip())
def test_what_is_wrong_is_told(path: str, juste: str, faux: str, validateurs: dict[str, Draft202012Validator]) -> None:
    text = (RACINE / path).read_text(encoding="utf-8")
    assert juste in text
    document = read_document(path, text.replace(juste, faux, 1).encode()).value
    assert document is not None
    assert list(fautes(document, validateurs)) != []


def test_a_subject_that_was_just_created_is_not_told_as_a_fault(
    validateurs: dict[str, Draft202012Validator],
) -> None:
    text = _lire(REGLE).decode().replace("source: c-trav", "source: c-trav-tout-neuf", 1)
    document = read_document(REGLE, text.encode()).value
    assert document is not None
    assert list(fautes(document, validateurs)) == []


def test_a_field_that_cites_offers_what_exists_with_its_title(reel: Build, schemas: dict[str, Any]) -> None:
    offered = schemas["schemas/identifiants.json"]["$defs"]["source"]["anyOf"][0]
    assert offered["enum"] == sorted(reel.base.sources)
    rank = offered["enum"].index("pacte-2019")
    assert offered["enumDescriptions"][rank] == reel.base.sources["pacte-2019"].titre
    reference = schemas["schemas/regle.json"]["$defs"]["Reference"]["properties"]["source"]
    assert reference["$ref"] == "identifiants.json#/$defs/source"
    # The law that made a version of a source is said in words.
    assert "$ref" not in schemas["schemas/source.json"]["$defs"]["VersionDeSource"]["properties"]["par"]


def test_a_word_of_a_choice_says_what_it_means_in_the_schema(schemas: dict[str, Any]) -> None:
    portee = schemas["schemas/regle.json"]["$defs"]["VersionDeRegle"]["properties"]["portee"]
    assert dict(zip(portee["enum"], portee["enumDescriptions"], strict=True)) == {
        "prescriptif": "un texte en vigueur oblige",
        "indicatif": "aucun texte n’oblige : usage, doctrine ou proposition",
    }
    assert portee["title"] == "Portée"


def test_a_new_subject_moves_one_file_only(tmp_path: Path) -> None:
    source = (TOUS.parents[1] / "base" / "rules" / "sources").iterdir()
    first = next(source)
    text = first.read_text(encoding="utf-8").replace(f"id: {first.stem}", "id: toute-neuve")
    before = fichiers_de_schemas(compile_rules(petit_memento(tmp_path / "avant")).base)
    root = petit_memento(tmp_path / "apres", {"rules/sources/toute-neuve.yaml": text})
    after = fichiers_de_schemas(compile_rules(root).base)
    changed = [path for path, content in after.items() if before[path] != content]
    assert changed == ["schemas/identifiants.json"]
    lines = [set(made[changed[0]].decode().splitlines()) for made in (before, after)]
    assert {line.strip(' ,"') for line in lines[1] - lines[0]} >= {"toute-neuve"}
    assert len(lines[1] ^ lines[0]) <= 4


def test_the_fields_of_a_subject_come_before_those_that_all_share(schemas: dict[str, Any]) -> None:
    names = list(schemas["schemas/regle.json"]["properties"])
    assert names[0] == "id"
    assert names[-3:] == ["verifie_le", "a_reverifier_avant", "confiance"]


def test_every_file_is_where_its_kind_says() -> None:
    for document in vrais_documents():
        known = kind_of(document.path)
        assert known is not None
        assert fnmatch(document.path, glob(known[0]).replace("**/", "")), document.path


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("rules/regles/publics/x.yaml", "# yaml-language-server: $schema=../../../schemas/regle.json"),
        ("rules/journal.yaml", "# yaml-language-server: $schema=../schemas/journal.json"),
        ("content/pratiques/x.md", "# yaml-language-server: $schema=../../schemas/pratique.json"),
    ],
)
def test_the_modeline_leads_from_a_file_to_its_schema(path: str, line: str) -> None:
    assert modeline(path) == line
    assert (RACINE / Path(path).parent / line.split("=")[1]).resolve().is_file()


def test_a_path_of_no_kind_has_no_schema() -> None:
    with pytest.raises(KeyError):
        modeline("README.md")


@pytest.mark.parametrize("path", [REGLE, PRATIQUE, "rules/themes.yaml"])
def test_the_reader_takes_the_modeline_at_the_head_of_a_file(path: str) -> None:
    text = _lire(path).decode()
    headed = f"---\n{modeline(path)}\n{text[4:]}" if path.endswith(".md") else f"{modeline(path)}\n{text}"
    plain, commented = read_document(path, text.encode()).value, read_document(path, headed.encode()).value
    assert plain is not None
    assert commented is not None
    assert (commented.data, commented.body) == (plain.data, plain.body)


def test_the_site_gives_the_same_files(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path, surcouche=TOUS))
    assert built.site is not None
    published = {url for url in built.site.fichiers if url.startswith("donnees/schemas/")}
    assert published == set(schemas_publies(built.base))
    assert built.site.fichiers["donnees/schemas/regle.json"] == fichiers_de_schemas(built.base)["schemas/regle.json"]
    page = next(page for page in built.site.pages if page.url == "reutiliser/")
    assert "donnees/schemas/regle.json" in page.html


def test_a_type_that_no_file_may_hold_is_our_fault() -> None:
    class Etrange(Modele, title="Étrange"):
        champ: float

    with pytest.raises(TypeError, match="aucune forme"):
        forme_du_modele(Etrange, {})


def test_what_says_nothing_of_a_length_bounds_nothing() -> None:
    assert _bornes([object(), MinLen(2)], "Items") == {"minItems": 2}

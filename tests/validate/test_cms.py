"""What another program writes back, a content manager for one, is the same model, or is refused: never another one."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from petit_memento import vrais_documents

from generator.load import Document, read_document
from generator.load.node import Mapping as Table
from generator.load.node import Node, Scalar
from generator.load.node import Sequence as Liste
from generator.model import Modele
from generator.validate import validate_documents

RACINE = Path(__file__).parents[2]
DOCUMENTS = {document.path: document for document in vrais_documents()}
MODELES = {entry.document.path: entry.value for entry in validate_documents(DOCUMENTS.values()).value.entries}


@dataclass(frozen=True)
class Maniere:
    """One way of writing the same thing."""

    graine: int = 0
    guillemets: str | None = None
    jours_entre_guillemets: bool = False
    en_blocs: str | None = None
    en_ligne: bool = False
    largeur: int = 80
    fin_de_ligne: str = "\n"
    fin_de_fichier: bool = True
    tirets: bool = False


MANIERES = st.builds(
    Maniere,
    graine=st.integers(0, 9),
    guillemets=st.sampled_from([None, '"', "'"]),
    jours_entre_guillemets=st.booleans(),
    en_blocs=st.sampled_from([None, "|", ">"]),
    en_ligne=st.booleans(),
    largeur=st.sampled_from([40, 80, 10_000]),
    fin_de_ligne=st.sampled_from(["\n", "\r\n"]),
    fin_de_fichier=st.booleans(),
    tirets=st.booleans(),
)


class Redacteur(yaml.SafeDumper):
    """Writes values in one manner."""

    maniere = Maniere()

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _texte(dumper: Redacteur, value: str) -> yaml.Node:
    manner = dumper.maniere
    style = manner.en_blocs if manner.en_blocs and len(value) > 40 else manner.guillemets
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _jour(dumper: Redacteur, value: date) -> yaml.Node:
    if dumper.maniere.jours_entre_guillemets:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value.isoformat(), style='"')
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", value.isoformat())


def _nombre(dumper: Redacteur, value: Decimal) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(value))


Redacteur.add_representer(str, _texte)
Redacteur.add_representer(date, _jour)
Redacteur.add_representer(Decimal, _nombre)


def ecrire(value: Mapping[str, object], maniere: Maniere) -> str:
    """The text of a header or of a file, in one manner."""
    dumper = type("Un", (Redacteur,), {"maniere": maniere})
    return yaml.dump(
        _melanger(value, random.Random(maniere.graine)),
        Dumper=dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=maniere.en_ligne,
        width=maniere.largeur,
    )


def _melanger(value: object, chance: random.Random) -> object:
    """The fields of each group in another order."""
    if isinstance(value, dict):
        names = list(value)
        chance.shuffle(names)
        return {name: _melanger(value[name], chance) for name in names}
    if isinstance(value, list):
        return [_melanger(item, chance) for item in value]
    return value


def reecrire(document: Document, maniere: Maniere) -> bytes:
    header = ecrire(document.data, maniere)
    if document.path.endswith(".md"):
        text = f"---\n{header}---\n{document.body}"
    else:
        text = f"---\n{header}" if maniere.tirets else header
    if not maniere.fin_de_fichier:
        text = text.rstrip("\n")
    return text.replace("\n", maniere.fin_de_ligne).encode()


def relire(path: str, data: bytes) -> tuple[Modele | None, list[str]]:
    read = read_document(path, data)
    if read.value is None:
        return None, [f"{item.code} {item.location}" for item in read.report]
    validated = validate_documents([read.value])
    entries = validated.value.entries
    return (entries[0].value if entries else None), [f"{item.code} {item.location}" for item in validated.report]


def un_par_dossier(paths: Sequence[str]) -> list[str]:
    """The longest file of each folder: it holds most of what a kind may hold."""
    longest: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: len(str(DOCUMENTS[path].data))):
        longest[path.rsplit("/", 1)[0] if path.count("/") > 1 else path] = path
    return sorted(longest.values())


@given(path=st.sampled_from(sorted(DOCUMENTS)), maniere=MANIERES)
@example(path="rules/calculateurs/aide-au-poste.yaml", maniere=Maniere(jours_entre_guillemets=True))
@settings(max_examples=120)
def test_a_file_written_back_in_any_manner_is_the_same(path: str, maniere: Maniere) -> None:
    # A day between quotes stays a text where any scalar may stand: see below.
    if path.startswith("rules/calculateurs/"):
        maniere = Maniere(**{**vars(maniere), "jours_entre_guillemets": False})
    value, faults = relire(path, reecrire(DOCUMENTS[path], maniere))
    assert faults == []
    assert value == MODELES[path]


@pytest.mark.parametrize("path", un_par_dossier(list(DOCUMENTS)))
def test_every_kind_survives_quotes_blocks_and_windows(path: str) -> None:
    days = not path.startswith("rules/calculateurs/")
    manner = Maniere(1, '"', jours_entre_guillemets=days, en_blocs="|", fin_de_ligne="\r\n", fin_de_fichier=False)
    value, faults = relire(path, reecrire(DOCUMENTS[path], manner))
    assert (value, faults) == (MODELES[path], [])


# What a YAML 1.2 reader takes for something else than a text, when it stands without quotes.
AUTREMENT = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|~|null|Null|NULL"
    r"|true|True|TRUE|false|False|FALSE|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"
)


def scalaires(node: Node) -> list[Scalar]:
    match node:
        case Table(entries=entries):
            return [scalar for entry in entries for part in (entry.key, entry.value) for scalar in scalaires(part)]
        case Liste(items=items):
            return [scalar for item in items for scalar in scalaires(item)]
        case Scalar():
            return [node]
    raise AssertionError(node)


def test_no_text_of_the_memento_is_a_number_or_a_word_for_another_reader() -> None:
    misread = [
        f"{path} {scalar.span.line}: {scalar.text}"
        for path, document in DOCUMENTS.items()
        for scalar in scalaires(document.tree)
        if not scalar.style and isinstance(scalar.value, str) and AUTREMENT.fullmatch(scalar.text)
    ]
    assert misread == []


SOURCE = "rules/sources/pacte-2019.yaml"
# What is refused on purpose: it can be read in two ways, or says nothing.
REFUS = (
    ("consulte_le: 2026-08-21", 'consulte_le: "2026-02-30"', "MEM103"),
    ("consulte_le: 2026-08-21", "consulte_le: 2026-08-21T00:00:00.000Z", "MEM103"),
    ("consulte_le: 2026-08-21", "consulte_le: 21/08/2026", "MEM103"),
    ("consulte_le: 2026-08-21", "consulte_le: 2026-8-21", "MEM103"),
    ("abrege: Pacte, 2019", "abrege: ''", "MEM107"),
    ("abrege: Pacte, 2019", "abrege:", "MEM107"),
    ("abrege: Pacte, 2019", "abrege: 2019", "MEM103"),
    ("abrege: Pacte, 2019", "abrege: true", "MEM103"),
    ("abrege: Pacte, 2019", "abrege: &a Pacte, 2019", "MEM003"),
    ("abrege: Pacte, 2019", "abrege: !!str Pacte, 2019", "MEM005"),
    ("abrege: Pacte, 2019", "abrege: Pacte, 2019\nabrege: Pacte", "MEM002"),
    ("abrege: Pacte, 2019", "abrege: Pacte, 2019\nbrouillon: false", "MEM101"),
    ("mots: [Pacte d", "mots: Pacte # [", "MEM103"),
    ("mots: [Pacte d", "mots:\n# [", "MEM103"),
    ("id: pacte-2019", "%YAML 1.2\n---\nid: pacte-2019", "MEM001"),
)


@pytest.mark.parametrize(("juste", "ecrit", "code"), REFUS, ids=lambda text: text.splitlines()[0])
def test_what_can_be_read_in_two_ways_stays_refused(juste: str, ecrit: str, code: str) -> None:
    text = (RACINE / SOURCE).read_text(encoding="utf-8")
    assert text.count(juste) == 1
    _, faults = relire(SOURCE, text.replace(juste, ecrit).encode())
    assert [fault[:6] for fault in faults] == [code]


@pytest.mark.parametrize(
    ("path", "juste", "ecrit"),
    [
        ("rules/parametres/smic-horaire.yaml", "valeur: 12.31", 'valeur: "12.31"'),
        ("content/formation/cadre-juridique.md", "bonne: 2", 'bonne: "2"'),
        ("content/pacte/mesures/01-mobiliser-tous-les-formats-de-parcours.md", "phare: true", 'phare: "true"'),
    ],
)
def test_a_number_or_a_yes_between_quotes_stays_refused(path: str, juste: str, ecrit: str) -> None:
    text = (RACINE / path).read_text(encoding="utf-8")
    _, faults = relire(path, text.replace(juste, ecrit, 1).encode())
    assert [fault[:6] for fault in faults] == ["MEM103"]


def test_a_day_between_quotes_is_a_text_where_any_scalar_may_stand() -> None:
    path = "rules/calculateurs/parcours-duree.yaml"
    text = (RACINE / path).read_text(encoding="utf-8")
    found = re.search(r"attendu: \{[^}]*?(\d{4}-\d\d-\d\d)", text)
    assert found is not None
    at = found.start(1)
    value, faults = relire(path, f'{text[:at]}"{text[at : at + 10]}"{text[at + 10 :]}'.encode())
    assert faults == []
    assert value != MODELES[path]


def test_an_empty_field_may_be_null_and_an_empty_list_may_be_written() -> None:
    text = (RACINE / SOURCE).read_text(encoding="utf-8")
    value, faults = relire(SOURCE, f"{text}note: null\nurl: null\nversions: []\n".encode())
    assert (value, faults) == (MODELES[SOURCE], [])

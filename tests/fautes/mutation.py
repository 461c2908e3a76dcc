"""Random changes of real files: bytes, lines, trees, words. Each number makes one mutation, always the same."""

import random
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from generator.load import Document

GRAINE = "memento"
# What people paste or mistype, and what makes a careless pattern look again and again.
MARQUES = (
    *(
        "[[",
        "]]",
        "{{",
        "}}",
        "[[regle:",
        "[[regle:aci-mission|",
        "{{ smic_horaire",
        "[",
        "](",
        "]:",
        "![",
        "[^1]",
        "[^1]: ",
    ),
    *("**", "*", "__", "_", "`", "``", "```\n", "~~~\n", "<", "<a href='", "<!--", "-->", "&#106;", "&amp", "\\"),
    *(
        "\n# ",
        "\n###### ",
        "\n- ",
        "\n    - ",
        "\n1. ",
        "\n> ",
        "\n| a | b |\n",
        "\n|---|\n",
        "\n===\n",
        "\n---\n",
        "\n\n",
    ),
    *(
        "«",
        "»",
        "“",
        "”",
        '"',
        "'",
        "’",
        "...",
        " ;",
        "\u00a0",
        "\u202f",
        "\u00ad",
        "\u200b",
        "\ufb01",
        "e\u0301",
        "\U0001f527",
    ),
    *(
        "javascript:",
        "https://",
        "mailto:",
        "30 %",
        "12 345,67 €",
        "01/07/2024",
        "ACII",
        "%s",
        "{0}",
        "\x00",
        "\r",
        "\t",
    ),
)
VALEURS: tuple[object, ...] = (
    *(None, True, False, 0, -1, 10**29, Decimal("0.1"), "", " ", "oui", "30 %", "12,31", "01/07/2024", "2024-02-31"),
    *(
        [],
        {},
        [[]],
        [{}],
        {"": ""},
        {"a": {"b": {"c": {}}}},
        ["a", "a"],
        "a" * 3000,
        "(" * 90,
        "1 + " * 200 + "1",
        "-" * 500,
    ),
    *(
        "x / 0",
        "si vrai alors 1 sinon 2",
        "[[regle:",
        "{{ x",
        "«",
        "{nom}",
        "{",
        "AI",
        "aci-mission",
        "pacte-2019",
        "€/h",
    ),
)
LONGUEUR, REPETITIONS = 40, (1, 1, 1, 2, 5, 40, 400)


@dataclass(frozen=True)
class Mutation:
    """What a file would hold; `geste` says what was done to it."""

    numero: int
    chemin: str
    geste: str
    octets: bytes


class Mutations:
    """The mutations of a set of files."""

    def __init__(self, documents: Mapping[str, tuple[bytes, Document]]) -> None:
        self.documents = documents
        self.chemins = sorted(documents)
        # They are few, and the only ones that hold formulas.
        self.calculateurs = [path for path in self.chemins if path.startswith("rules/calculateurs/")]

    def __getitem__(self, numero: int) -> Mutation:
        rng = random.Random(f"{GRAINE} {numero}")
        path = rng.choice(self.calculateurs if rng.random() < 0.2 else self.chemins)
        geste = rng.choice(GESTES)
        return Mutation(numero, path, geste.__name__.strip("_"), geste(self, path, rng))

    def _octets(self, path: str, rng: random.Random) -> bytes:
        data = bytearray(self.documents[path][0])
        for _ in range(rng.choice((1, 1, 2, 8))):
            start = rng.randrange(len(data) + 1)
            end = min(len(data), start + rng.randrange(1, LONGUEUR))
            match rng.randrange(5):
                case 0:
                    data[start:end] = bytes(byte ^ 1 << rng.randrange(8) for byte in data[start:end])
                case 1:
                    data[start:start] = rng.randbytes(rng.randrange(1, LONGUEUR))
                case 2:
                    del data[start:end]
                case 3:
                    data[start:start] = data[start:end] * rng.choice(REPETITIONS)
                case _:
                    del data[start:]
        return bytes(data)

    def _lignes(self, path: str, rng: random.Random) -> bytes:
        lines = self._texte(path).split("\n")
        for _ in range(rng.choice((1, 1, 2, 5))):
            start, other = rng.randrange(len(lines)), rng.randrange(len(lines))
            match rng.randrange(6):
                case 0:
                    del lines[start : start + rng.randrange(1, 4)]
                    lines = lines or [""]
                case 1:
                    lines[other:other] = lines[start : start + rng.randrange(1, 6)]
                case 2:
                    lines[start], lines[other] = lines[other], lines[start]
                case 3:
                    lines[start] = " " * rng.randrange(1, 5) + lines[start]
                case 4:
                    lines[start] = lines[start][rng.randrange(1, 5) :]
                case _:
                    strange = self._texte(rng.choice(self.chemins)).split("\n")
                    begin = rng.randrange(len(strange))
                    lines[start:start] = strange[begin : begin + rng.randrange(1, 8)]
        return "\n".join(lines).encode()

    def _arbre(self, path: str, rng: random.Random) -> bytes:
        document = self.documents[path][1]
        tree = deepcopy(document.data)
        for _ in range(rng.choice((1, 1, 1, 3))):
            _changer(tree, rng)
        emitted = yaml.dump(tree, Dumper=_Ecriture, allow_unicode=True, sort_keys=False, width=110)
        return (f"---\n{emitted}---\n{document.body}" if path.endswith(".md") else emitted).encode()

    def _mots(self, path: str, rng: random.Random) -> bytes:
        text = self._texte(path)
        # The body more often than the header, where one mark is enough to end the reading.
        floor = text.find("\n---\n") + 5 if path.endswith(".md") and rng.random() < 0.8 else 0
        for _ in range(rng.randrange(1, 6)):
            at = rng.randrange(floor, len(text) + 1)
            mark = "".join(rng.choices(MARQUES, k=rng.choice((1, 1, 2, 3))))
            text = text[:at] + mark * rng.choice(REPETITIONS) + text[at:]
        return text.encode()

    def _champ(self, path: str, rng: random.Random) -> bytes:
        """Marks in a text of the header, written as YAML should be."""
        document = self.documents[path][1]
        tree = deepcopy(document.data)
        holder, key = rng.choice([place for place in _places(tree) if isinstance(place[0][place[1]], str)])
        text, at = holder[key], rng.randrange(len(holder[key]) + 1)
        mark = "".join(rng.choices(MARQUES, k=rng.choice((1, 2, 3)))) * rng.choice(REPETITIONS)
        holder[key] = text[:at] + mark + text[at:]
        emitted = yaml.dump(tree, Dumper=_Ecriture, allow_unicode=True, sort_keys=False, width=110)
        return (f"---\n{emitted}---\n{document.body}" if path.endswith(".md") else emitted).encode()

    def _texte(self, path: str) -> str:
        return self.documents[path][0].decode()


GESTES: Sequence[Callable[[Mutations, str, random.Random], bytes]] = (
    Mutations._octets,
    Mutations._lignes,
    Mutations._arbre,
    Mutations._mots,
    Mutations._champ,
)


class _Ecriture(yaml.SafeDumper):
    """Plain decimals, and no anchor for what is the same object twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


_Ecriture.add_representer(
    Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{value:f}")
)


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every value of a tree, as its holder and its key or rank."""
    found: list[tuple[Any, Any]] = []
    pending = [tree]
    while pending:
        holder = pending.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                pending.append(holder[key])
    return found


def _changer(tree: dict[str, Any], rng: random.Random) -> None:
    """Drop, rename, retype, duplicate or move one value."""
    places = _places(tree)
    if not places:
        return
    holder, key = rng.choice(places)
    match rng.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            items = [(f"{name}{rng.choice('sx_')}" if name == key else name, value) for name, value in holder.items()]
            holder.clear()
            holder.update(items)
        case 2 if isinstance(holder, list):
            holder.insert(rng.randrange(len(holder) + 1), deepcopy(holder[key]))
        case 3:
            other, where = rng.choice(places)
            if where in other if isinstance(other, dict) else where < len(other):
                other[where] = deepcopy(holder[key])
        case _:
            holder[key] = deepcopy(rng.choice(VALEURS))

"""A mistake that a contributor makes in a real file, and what the message tells to do about it, as data."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DONNEES = Path(__file__).with_name("fautes.yaml")
PLUSIEURS = 3


@dataclass(frozen=True)
class Faute:
    """`faute` and `remede` are lists of gestures on files; `attendu` is the place and the code of the first fault told;
    `aide` a piece of what is answered; `cascade` why one mistake is told more than three times.
    """

    nom: str
    fichier: str
    faute: Sequence[Mapping[str, Any]]
    attendu: str | Mapping[str, str]
    aide: str
    remede: Sequence[Mapping[str, Any]]
    cascade: str

    @property
    def code(self) -> str:
        return self.attendu.split()[-1] if isinstance(self.attendu, str) else self.attendu["code"]

    def place(self, depot: "Depot") -> str:
        """`path:line:column CODE`, once the mistake is made: real files change, the line is known by what it holds."""
        if isinstance(self.attendu, str):
            return self.attendu if "/" in self.attendu.partition(" ")[0] else f"{self.fichier}:{self.attendu}"
        path = self.attendu.get("chemin", self.fichier)
        same = [number for number, line in enumerate(depot.lignes(path), 1) if line == self.attendu["ligne"]]
        assert same, f"aucune ligne « {self.attendu['ligne']} » dans {path}"
        rank = int(self.attendu.get("rang", "1"))
        assert ("rang" in self.attendu) is (len(same) > 1), (
            f"{len(same)} lignes « {self.attendu['ligne']} » dans {path}"
        )
        return f"{path}:{same[rank - 1]}:{self.attendu['colonne']} {self.code}"


@dataclass(frozen=True)
class Acceptee:
    """What looks like a mistake and is none."""

    nom: str
    fichier: str
    faute: Sequence[Mapping[str, Any]]


def lire_fautes() -> tuple[Faute, ...]:
    return tuple(
        Faute(
            row["nom"],
            row["fichier"],
            _gestes(row["faute"]),
            row["attendu"],
            row["aide"],
            _gestes(row["remede"]),
            row.get("cascade", ""),
        )
        for row in _donnees()["fautes"]
    )


def lire_acceptees() -> tuple[Acceptee, ...]:
    return tuple(Acceptee(row["nom"], row["fichier"], _gestes(row["faute"])) for row in _donnees()["acceptees"])


def _donnees() -> Any:
    # Every scalar is text, as it is written: the faults are about what a scalar means.
    return yaml.load(DONNEES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _gestes(held: Any) -> Sequence[Mapping[str, Any]]:
    return held if isinstance(held, list) else [held]


class Depot:
    """A copy of the repository on which gestures are made and then undone."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine
        self.avant: dict[str, bytes | None] = {}

    @contextmanager
    def change(self) -> Iterator[None]:
        """Whatever is done inside is undone."""
        try:
            yield
        finally:
            for path, data in self.avant.items():
                self._poser(path, data)
            self.avant.clear()

    def lignes(self, path: str) -> list[str]:
        """Those of a file, as a report counts them."""
        return self._lire(path).removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    @property
    def intact(self) -> bool:
        return all(self._contenu(path) == data for path, data in self.avant.items())

    @property
    def touches(self) -> tuple[str, ...]:
        return tuple(self.avant)

    def faire(self, gestes: Sequence[Mapping[str, Any]], fichier: str) -> None:
        for geste in gestes:
            path = geste.get("fichier", fichier)
            for verb, what in geste.items():
                if verb != "fichier":
                    getattr(self, f"_{verb}")(path, what)

    def _remplacer(self, path: str, pairs: Mapping[str, str]) -> None:
        """Each text, which must be there once, by another."""
        text = self._lire(path)
        for old, new in pairs.items():
            assert text.count(old) == 1, f"« {old} » : {text.count(old)} fois dans {path}"
            text = text.replace(old, new)
        self._ecrire(path, text)

    def _ecrire(self, path: str, text: str) -> None:
        self._mettre(path, text.encode())

    def _octets(self, path: str, digits: str) -> None:
        self._mettre(path, bytes.fromhex(digits))

    def _recoder(self, path: str, name: str) -> None:
        """As another encoding would have saved the same text."""
        self._mettre(path, codecs.encode(self._lire(path), name))

    def _fins_de_ligne(self, path: str, ends: str) -> None:
        self._ecrire(path, self._lire(path).replace("\n", {"crlf": "\r\n", "cr": "\r"}[ends]))

    def _couper(self, path: str, after: str) -> None:
        """Nothing is left after a text."""
        before, found, _ = self._lire(path).partition(after)
        assert found, f"« {after} » n'est pas dans {path}"
        self._ecrire(path, before + found)

    def _renommer(self, path: str, target: str) -> None:
        data = self._contenu(path)
        self._mettre(path, None)
        self._mettre(target, data)

    def _copier(self, path: str, source: str) -> None:
        self._mettre(path, self._contenu(source))

    def _supprimer(self, path: str, _: str) -> None:
        self._mettre(path, None)

    def _rendre(self, path: str, _: str) -> None:
        """As it was before the mistake."""
        self._poser(path, self.avant[path])

    def _mettre(self, path: str, data: bytes | None) -> None:
        self.avant.setdefault(path, self._contenu(path))
        self._poser(path, data)

    def _poser(self, path: str, data: bytes | None) -> None:
        target = self.racine / path
        if data is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def _contenu(self, path: str) -> bytes | None:
        target = self.racine / path
        return target.read_bytes() if target.is_file() else None

    def _lire(self, path: str) -> str:
        return (self.racine / path).read_bytes().decode()

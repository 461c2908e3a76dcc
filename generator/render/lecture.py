"""What a page reads of the base, noted as it is read: a page is made again only when one of these answers changes.

The base that pages are made from is a `BaseLue`: each of its tables hands out what it is asked for and notes it. What a
page needs to know of the whole (who cites it, what a subject is called) is asked through a `question`: only the answer
is noted, and a change that leaves the answer as it was changes no page.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from generator.compile import Program
from generator.load import Document
from generator.resolve import KnowledgeBase

P = ParamSpec("P")
R = TypeVar("R")
# What was asked: its name, then what it was asked about.
Question = tuple[str | int, ...]

CLEFS, PROGRAMME, PROGRAMMES = "clefs", "programme", "programmes"
# Where the file of each subject of a table is found.
GENRES = {
    "regles": "regle",
    "parametres": "parametre",
    "sources": "source",
    "calculateurs": "calculateur",
    "engagements": "engagement",
    "mesures": "mesure",
    "structures": "structure",
    "etapes": "etape",
    "pratiques": "pratique",
    "avis": "avis",
    "modules": "module",
    "publics": "public",
    "outils": "outil",
    "reperes": "repere",
    "fiches": "fiche",
}
# What the base holds that is no table.
SEULS = frozenset({"matrice", "couverture", "journal", "raccourcis", "editeur", "audit", "glossaire"})
TABLES = frozenset(one.name for one in fields(KnowledgeBase)) - SEULS

_questions: dict[str, Callable[..., Any]] = {}


def question(ask: Callable[Concatenate[KnowledgeBase, P], R]) -> Callable[Concatenate[KnowledgeBase, P], R]:
    """A function of the base and of names, whose answer is all that a page depends on; it may not be changed."""
    name = f"{ask.__module__}.{ask.__qualname__}"
    _questions[name] = ask

    @wraps(ask)
    def poser(base: KnowledgeBase, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if isinstance(base, BaseLue) and not kwargs:
            found: R = base.registre.demander((name, *cast("tuple[str | int, ...]", args)))
            return found
        return ask(base, *args, **kwargs)

    return poser


@dataclass
class Registre:
    """The answers of one base, each found once, and those that the page being made has asked for."""

    base: KnowledgeBase
    programs: tuple[Program, ...]
    lues: dict[Question, None] = field(default_factory=dict)
    lue: "BaseLue" = field(init=False)
    _reponses: dict[Question, Any] = field(default_factory=dict)
    _marques: dict[Question, bytes] = field(default_factory=dict)
    _documents: dict[int, bytes] = field(default_factory=dict)
    _programmes: dict[str, Program] = field(init=False)

    def __post_init__(self) -> None:
        self._programmes = {program.id: program for program in self.programs}
        self.lue = BaseLue(self)

    def commencer(self) -> None:
        """Nothing is read yet of what comes now."""
        self.lues = {}

    def noter(self, asked: Question) -> None:
        self.lues[asked] = None

    def programme(self, identifier: str) -> Program:
        """The program of a calculator, noted; KeyError when there is none."""
        self.noter((PROGRAMME, identifier))
        return self._programmes[identifier]

    def demander(self, asked: Question) -> Any:
        """The answer to a question, noted."""
        self.lues[asked] = None
        if asked not in self._reponses:
            # What it takes to answer is not what the page depends on.
            before, self.lues = self.lues, {}
            try:
                self._reponses[asked] = _questions[str(asked[0])](self.lue, *asked[1:])
            finally:
                self.lues = before
        return self._reponses[asked]

    def marque(self, asked: Question) -> bytes:
        """What tells an answer from another; empty when nobody can answer any more."""
        if asked not in self._marques:
            self._marques[asked] = self._marquer(asked)
        return self._marques[asked]

    def _marquer(self, asked: Question) -> bytes:
        name, args = str(asked[0]), asked[1:]
        if name in _questions:
            # What is asked again from one time to the next may not exist any more: then the page is made again.
            try:
                return _marque(repr(self.demander(asked)))
            except KeyError:
                return b""
        if name == CLEFS:
            return _marque(repr(tuple(getattr(self.base, str(args[0])))))
        if name == PROGRAMMES:
            return _marque(repr([program.id for program in self.programs]))
        if name == PROGRAMME:
            found = self._programmes.get(str(args[0]))
            return _marque(repr((found.json, found.calculateur))) if found else b""
        if name in SEULS:
            return _marque(repr(getattr(self.base, name)))
        if name in TABLES:
            return self._de_table(name, args[0] if len(args) == 1 else args)
        return b""

    def _de_table(self, table: str, key: Any) -> bytes:
        held: Mapping[Any, object] = getattr(self.base, table)
        value = held.get(key)
        if value is None:
            return b""
        document = self.base.documents.get((GENRES.get(table, ""), str(key)))
        if document is not None or isinstance(value, Document):
            return self._de_document(document or value)
        return _marque(repr(value))

    def _de_document(self, document: Any) -> bytes:
        """Its values and its words; where they stand in the file matters to diagnostics alone."""
        if id(document) not in self._documents:
            content = (document.path, document.body, document.data)
            self._documents[id(document)] = _marque(repr(content))
        return self._documents[id(document)]


def _marque(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()


class BaseLue(KnowledgeBase):
    """The same base; what is taken from it is noted in its register."""

    registre: Registre

    def __init__(self, registre: Registre) -> None:
        held = {name: getattr(registre.base, name) for name in SEULS}
        tables: dict[str, Any] = {name: Table(name, getattr(registre.base, name), registre) for name in TABLES}
        super().__init__(**held, **tables)
        object.__setattr__(self, "registre", registre)

    def contient(self, kind: str, identifier: str) -> bool:
        return contient(self, kind, identifier)

    def identifiants(self, kind: str) -> tuple[str, ...]:
        return identifiants(self, kind)


@question
def contient(base: KnowledgeBase, kind: str, identifier: str) -> bool:
    """As `KnowledgeBase.contient`."""
    return KnowledgeBase.contient(base, kind, identifier)


@question
def identifiants(base: KnowledgeBase, kind: str) -> tuple[str, ...]:
    """As `KnowledgeBase.identifiants`."""
    return KnowledgeBase.identifiants(base, kind)


@question
def programmes_qui_lisent(base: KnowledgeBase, parametre: str) -> tuple[str, ...]:
    """The calculators that read a parameter, which is given by its name in formulas."""
    assert isinstance(base, BaseLue)
    return tuple(program.id for program in base.registre.programs if parametre in program.json["parametres"])


@question
def programmes_pour(base: KnowledgeBase, siae: str) -> tuple[str, ...]:
    """The calculators that concern a type of structure."""
    assert isinstance(base, BaseLue)
    return tuple(program.id for program in base.registre.programs if siae in program.calculateur.siae)


@question
def noms_des_parametres(base: KnowledgeBase) -> dict[str, str]:
    """The identifier of each parameter, by its name in formulas, in the order of the files."""
    return {parametre.nom: parametre.id for parametre in base.parametres.values()}


class _Seul:
    """What the base holds that is no table: whoever takes it reads it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, base: BaseLue, kind: type[BaseLue]) -> Any:
        base.registre.noter((self._name,))
        return vars(base)[self._name]

    def __set__(self, base: BaseLue, value: object) -> None:
        vars(base)[self._name] = value


for _name in SEULS:
    setattr(BaseLue, _name, _Seul(_name))


class Table(Mapping[Any, Any]):
    """A table of the base; whoever goes through it reads its keys, then each of the values that it takes."""

    def __init__(self, nom: str, contenu: Mapping[Any, Any], registre: Registre) -> None:
        self._nom, self._contenu, self._registre = nom, contenu, registre

    def __getitem__(self, key: Any) -> Any:
        self._registre.noter((self._nom, *key) if isinstance(key, tuple) else (self._nom, key))
        return self._contenu[key]

    def __iter__(self) -> Iterator[Any]:
        self._registre.noter((CLEFS, self._nom))
        return iter(self._contenu)

    def __len__(self) -> int:
        self._registre.noter((CLEFS, self._nom))
        return len(self._contenu)


class Programmes(tuple[Program, ...]):
    """The programs; whoever goes through them reads them all."""

    registre: Registre

    @classmethod
    def de(cls, registre: Registre) -> "Programmes":
        found = cls(registre.programs)
        found.registre = registre
        return found

    def __iter__(self) -> Iterator[Program]:
        self.registre.noter((PROGRAMMES,))
        for program in super().__iter__():
            self.registre.noter((PROGRAMME, program.id))
            yield program

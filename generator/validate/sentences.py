"""Pydantic's errors, said in French at their place. The only module that sees them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Diagnostic, plus_proche, vouliez_vous_dire
from generator.load import Document
from generator.model import Choix, Modele
from generator.validate import codes
from generator.validate.conseils import CONSEILS, en_forme, en_groupe

Path = tuple[str | int, ...]

EXPECTED = {
    "string_type": "un texte",
    "int_type": "un nombre entier",
    "bool_type": "true ou false",
    "date_type": "une date AAAA-MM-JJ",
    "tuple_type": "une liste (un tiret par ligne)",
    "dict_type": "un tableau « nom: valeur »",
    "model_type": "un groupe de champs « nom: valeur »",
    "quantite": "un nombre",
    "scalaire": "un nombre, une date, un texte, true ou false",
    "valeur": "un nombre, ou un tableau « code: nombre »",
}


def diagnostics_of(error: ValidationError, model: type[Modele], document: Document) -> Iterator[Diagnostic]:
    """One diagnostic per fault of a file."""
    details = error.errors(include_url=False)
    yield from _manquants(details, model, document)
    for detail in details:
        found = _diagnostic(detail, model, document)
        if found is not None:
            yield found


def _manquants(details: list[ErrorDetails], model: type[Modele], document: Document) -> Iterator[Diagnostic]:
    """The fields that a group lacks, told together; one that is there under a wrong name is told by that name."""
    missing: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            missing.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    for detail in details:
        group, word = detail["loc"][:-1], str(detail["loc"][-1]) if detail["loc"] else ""
        if detail["type"] == "extra_forbidden" and group in missing:
            near = plus_proche(word, _fields(model, detail["loc"]))
            missing[group] = [name for name in missing[group] if name != near]
    for group, names in missing.items():
        if names:
            told = f"les champs {_enumerer(names)}" if len(names) > 1 else f"le champ « {names[0]} »"
            yield _at(codes.CHAMP_MANQUANT, document, group, f"il manque {told}")


def _enumerer(names: Iterable[str]) -> str:
    *before, last = (f"« {name} »" for name in names)
    return f"{', '.join(before)} et {last}"


def _diagnostic(detail: ErrorDetails, model: type[Modele], document: Document) -> Diagnostic | None:
    path: Path = detail["loc"]
    kind = detail["type"]
    # The rank of an item says nothing to a reader: its list does.
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return _at(
            codes.CHAMP_INCONNU, document, path, f"champ « {field} » inconnu", key=True, near=_fields(model, path)
        )
    if kind == "missing":
        return None
    if kind == "enum":
        words = _words(model, path)
        return _at(
            codes.HORS_LISTE, document, path, f"« {detail['input']} » n'est pas admis ici", near=words, listed=True
        )
    if kind == "string_pattern_mismatch":
        help = en_forme(str(detail["input"]), detail["ctx"]["pattern"])
        return _at(codes.MAUVAISE_FORME, document, path, f"« {detail['input']} » n'a pas la forme attendue", help=help)
    if kind in ("greater_than_equal", "less_than_equal"):
        context = detail["ctx"]
        bound = f"au moins {context['ge']}" if "ge" in context else f"au plus {context['le']}"
        return _at(codes.HORS_BORNES, document, path, f"{detail['input']} : il faut {bound}")
    if kind in ("too_short", "string_too_short"):
        # A list whose only element is wrong is also reported empty: the element has already been told.
        empty = not detail["input"] or not str(detail["input"]).strip()
        return _at(codes.VIDE, document, path, f"« {field} » est vide") if empty else None
    if kind == "forme":
        about = detail.get("ctx", {}).get("champ")
        return _at(codes.INCOHERENT, document, (*path, about) if about else path, detail["msg"])
    if kind == "valeur":
        path = (*path, *_bad_cell(detail["input"]))
    expected = EXPECTED.get(kind, "une autre valeur")
    message = f"« {field or document.path} » : on attend {expected}"
    return _at(codes.MAUVAIS_TYPE, document, path, message, help=_conseil(kind, detail["input"], model, path))


def _conseil(kind: str, value: object, model: type[Modele], path: Path) -> str:
    """How to get the kind of value that is expected."""
    if kind == "model_type":
        return en_groupe(value, _required(_type_at(model, path)))
    if kind == "valeur":
        for step in _bad_cell(value):
            value = value[step] if isinstance(value, dict) else value
    return CONSEILS[kind](value) if kind in CONSEILS else ""


def _bad_cell(value: object) -> Path:
    """Where the first cell that is not a number stands in a table of values."""
    if not isinstance(value, dict):
        return ()
    for code, item in value.items():
        if isinstance(item, dict) and item:
            below = _bad_cell(item)
            if below:
                return (code, *below)
        elif isinstance(item, bool) or not isinstance(item, int | Decimal):
            return (code,)
    return ()


def _at(
    code: Code,
    document: Document,
    path: Path,
    message: str,
    *,
    key: bool = False,
    near: tuple[str, ...] = (),
    listed: bool = False,
    help: str = "",
) -> Diagnostic:
    location = document.locate_key(*path) if key else document.locate(*path)
    word = str(path[-1]) if key else message.split(" » ")[0].removeprefix("« ")
    question = vouliez_vous_dire(word, near) if near else ""
    choices = f"valeurs admises : {', '.join(near)}" if listed or (near and not question) else ""
    if near and not listed and not question:
        choices = f"champs possibles : {', '.join(near)}"
    return code.at(location, message, " ; ".join(part for part in (help, question, choices) if part))


def _fields(model: type[Modele], path: Path) -> tuple[str, ...]:
    """The names allowed where an unknown one was found."""
    owner = _type_at(model, path[:-1])
    return tuple(owner.model_fields) if isinstance(owner, type) and issubclass(owner, Modele) else ()


def _required(model: Any) -> tuple[str, ...]:
    if not isinstance(model, type) or not issubclass(model, Modele):
        return ()
    return tuple(name for name, field in model.model_fields.items() if field.is_required())


def _words(model: type[Modele], path: Path) -> tuple[str, ...]:
    """The values of the closed list expected at a place."""
    expected = _type_at(model, path)
    return tuple(expected) if isinstance(expected, type) and issubclass(expected, Choix) else ()


def _type_at(model: type[Modele], path: Path) -> Any:
    """The type declared at a path of the model, through lists, tables and optional fields."""
    current: Any = model
    for step in path:
        current = _strip(current)
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, Modele):
            current = current.model_fields[step].annotation if step in current.model_fields else None
        else:
            arguments = get_args(current)
            current = arguments[-1] if isinstance(step, str) else (arguments[0] if arguments else None)
    return _strip(current)


def _strip(annotation: Any) -> Any:
    """`X | None` is X."""
    arguments = [item for item in get_args(annotation) if item is not type(None)]
    optional = type(None) in get_args(annotation)
    return arguments[0] if optional and len(arguments) == 1 else annotation

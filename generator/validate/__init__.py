"""Documents become typed values; everything that is wrong in their shape is told at once."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Outcome, Report
from generator.load import Document
from generator.model import Mesure
from generator.validate import codes
from generator.validate.catalogue import Catalogue, Entry
from generator.validate.chemins import CONSEIL, mal_nomme
from generator.validate.codes import CODES
from generator.validate.kinds import Kind, kind_of, place_probable
from generator.validate.sentences import diagnostics_of

__all__ = ["CODES", "Catalogue", "Entry", "validate_documents"]


def validate_documents(documents: Iterable[Document]) -> Outcome[Catalogue]:
    """Type every document by its place (MEM1xx); the catalogue holds those that are right."""
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for document in documents:
        known = kind_of(document.path)
        if known is None:
            message, place = "ce fichier n'est pas à une place connue", place_probable(document.data)
            diagnostics.append(codes.MAL_RANGE.at(document.locate(), message, place and f"sa place est dans {place}"))
            continue
        unfit = mal_nomme(document.path)
        if unfit:
            message = f"« {unfit} » n'est pas un nom de fichier ou de dossier admis"
            diagnostics.append(codes.MAUVAISE_FORME.at(document.locate(), message, CONSEIL))
            continue
        try:
            entry = _entry(document, *known)
        except ValidationError as error:
            diagnostics.extend(diagnostics_of(error, known[0].model, document))
            continue
        entries.append(entry)
    twice = dict(_twice(entries))
    diagnostics.extend(twice.values())
    for entry in entries:
        if entry.document.path not in twice:
            diagnostics.extend(_misnamed(entry))
    return Outcome(Catalogue(tuple(entries)), Report.of(diagnostics))


def _entry(document: Document, kind: Kind, stem: str) -> Entry:
    value = kind.model.model_validate(_tuples(document.data))
    return Entry(kind.name, getattr(value, kind.id) if kind.id else stem, value, document)


def _tuples(value: object) -> object:
    """Lists as the tuples that frozen models hold."""
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return value


def _misnamed(entry: Entry) -> Iterator[Diagnostic]:
    known = kind_of(entry.document.path)
    if known and known[0].id and entry.id != known[1]:
        location = entry.document.locate(known[0].id)
        yield codes.NOM_DIFFERENT.at(location, f"« {entry.id} » n'est pas le nom du fichier, « {known[1]} »")


def _twice(entries: Iterable[Entry]) -> Iterator[tuple[str, Diagnostic]]:
    """Same kind, same identifier, in two files: two folders, or two names for one measure; the one that does not bear
    the name of its file is told, by its path.
    """
    seen: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: any(_misnamed(entry))):
        match entry.value:
            case Mesure(numero=numero):
                field, name = "numero", f"la mesure n° {numero}"
            case _:
                field, name = "id", f"« {entry.id} »"
        first = seen.setdefault((entry.kind, name), entry)
        if first is not entry:
            message = f"{name} existe déjà dans {first.document.path}"
            help = "si ce fichier est une copie, supprimez-le ; sinon, donnez-lui un autre identifiant"
            yield entry.document.path, codes.EN_DOUBLE.at(entry.document.locate(field), message, help)

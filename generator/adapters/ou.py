"""`memento ou`: every file and line, every page about a subject."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator.adapters.francais import Aide, option_format
from generator.adapters.racine import montrer
from generator.diagnostics import Location, vouliez_vous_dire
from generator.load import load_documents, load_verrou
from generator.render.adresses import titre
from generator.render.localisation import Lieu, situer, trouver
from generator.resolve import KnowledgeBase, resolve_catalogue
from generator.resolve.couverture import GENRES
from generator.validate import Catalogue, validate_documents

# Beyond that many, words of a title are too vague to show everything.
DETAILLES, MONTRES = 3, 30
TESTS = frozenset({".py", ".yaml", ".json", ".txt", ".js"})


@click.command(
    cls=Aide, help="Dit où est un sujet : memento ou smic-horaire, memento ou « L. 5132-9 », memento ou PMSMP."
)
@click.argument("texte", nargs=-1, required=True, metavar="SUJET")
@option_format
@click.pass_obj
def ou(racine: Callable[[], Path], texte: tuple[str, ...], forme: str) -> int:
    """Status 0 found, 1 nothing found or a mémento at fault."""
    root = racine()
    catalogue, base = _lire(root)
    asked = " ".join(texte)
    found = trouver(base, asked)
    if not found:
        near = vouliez_vous_dire(asked, [name for kind in GENRES for name in base.identifiants(kind)])
        raise click.ClickException(f"rien ne s'appelle « {asked} »{f' ; {near}' if near else ''}")
    verrou = load_verrou(root).value
    detailed = found if len(found) <= DETAILLES or forme == "json" else ()
    places = [(situer(catalogue, base, verrou, subject), _tests(root, subject)) for subject in detailed]
    if forme == "json":
        click.echo(json.dumps([en_json(*place) for place in places], ensure_ascii=False, indent=2))
    elif places:
        click.echo("\n\n".join("\n".join(en_texte(*place)) for place in places))
    else:
        click.echo("\n".join(_liste(base, found)))
    return 0


def _lire(root: Path) -> tuple[Catalogue, KnowledgeBase]:
    """The files and their links, without what only a calculation needs."""
    loaded = load_documents(root)
    validated = validate_documents(loaded.value)
    resolved = resolve_catalogue(validated.value)
    report = loaded.report + validated.report + resolved.report
    if report.errors:
        montrer(report, root)
        raise click.ClickException("le mémento contient des erreurs : rien n'est cherché.")
    return validated.value, resolved.value


def _tests(root: Path, sujet: tuple[str, str]) -> tuple[Location, ...]:
    """The lines of the tests that name an identifier; an acronym is too short to be looked for."""
    kind, identifier = sujet
    if kind in ("terme", "structure", "mesure", "engagement") or not (root / "tests").is_dir():
        return ()
    word = re.compile(rf"(?<![\w/-]){re.escape(identifier)}(?![\w-])")
    found = []
    for path in sorted(path for path in (root / "tests").rglob("*") if path.suffix in TESTS and path.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        if identifier in text:
            lines = enumerate(text.split("\n"), 1)
            name = path.relative_to(root).as_posix()
            found += [Location(name, number) for number, line in lines if word.search(line)]
    return tuple(found)


def en_json(lieu: Lieu, tests: tuple[Location, ...]) -> dict[str, object]:
    return {
        "sujet": ":".join(lieu.sujet),
        "titre": lieu.titre,
        "fichier": _place(lieu.fichier),
        "cite_par": [_place(place) for place in lieu.cite_par],
        "pages": list(lieu.pages),
        "donnees": list(lieu.donnees),
        "calculateurs": [{"id": name, "exemples": _place(place)} for name, place in lieu.calculateurs.items()],
        "tests": [_place(place) for place in tests],
    }


def _place(place: Location) -> dict[str, object]:
    return {"fichier": place.path, "ligne": place.line}


def en_texte(lieu: Lieu, tests: tuple[Location, ...]) -> Iterator[str]:
    yield f"{':'.join(lieu.sujet)}  {lieu.titre}"
    yield f"  fichier : {_ecrite(lieu.fichier)}"
    yield from _rubrique("pages", [f"/{url}" for url in lieu.pages])
    yield from _rubrique("données", [f"/{url}" for url in lieu.donnees])
    yield from _rubrique("cité par", [_ecrite(place) for place in lieu.cite_par])
    examples = [f"{name}  (exemples : {_ecrite(place)})" for name, place in lieu.calculateurs.items()]
    yield from _rubrique("calculateurs", examples)
    if lieu.sujet[0] == "calculateur":
        yield f"  ailleurs : memento exporter publicodes {lieu.sujet[1]}"
    yield from _rubrique("tests", [_ecrite(place) for place in tests])


def _rubrique(nom: str, lignes: list[str]) -> Iterator[str]:
    if lignes:
        yield f"  {nom} :"
    yield from (f"    {line}" for line in lignes)


def _ecrite(place: Location) -> str:
    return f"{place.path}:{place.line}"


def _liste(base: KnowledgeBase, found: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Too many to show everything of each."""
    yield f"{len(found)} sujets ; précisez, ou reprenez l'un d'eux :"
    for kind, name in found[:MONTRES]:
        yield f"  {kind}:{name}  {titre(base, kind, name)}"
    if len(found) > MONTRES:
        yield f"  … et {len(found) - MONTRES} autres."

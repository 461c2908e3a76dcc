"""The lines of a draft, as the neighbouring files are written: what a contributor will read and complete."""

import textwrap
from collections.abc import Iterable, Iterator

from generator.load import read_document
from generator.model import Modele
from generator.render.marques import a_completer

LARGEUR = 120


def scalaire(texte: str, en_ligne: bool = False) -> str:
    """A text as YAML: bare when it is read back as itself, else between quotes. `en_ligne`: inside `[…]`."""
    if texte.strip() == texte and "\n" not in texte:
        tried, expected = (f"[{texte}]", [texte]) if en_ligne else (texte, texte)
        read = read_document("rules/essai.yaml", f"essai: {tried}\n".encode()).value
        if read is not None and read.data == {"essai": expected}:
            return texte
    escaped = texte.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def champ(nom: str, texte: str, retrait: int = 0) -> Iterator[str]:
    """`nom: texte`, folded when it is long."""
    space = " " * retrait
    line = f"{space}{nom}: {scalaire(texte)}"
    if len(line) <= LARGEUR:
        yield line
        return
    yield f"{space}{nom}: >-"
    yield from textwrap.wrap(
        " ".join(texte.split()),
        LARGEUR,
        initial_indent=f"{space}  ",
        subsequent_indent=f"{space}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def liste(nom: str, valeurs: Iterable[str], retrait: int = 0) -> Iterator[str]:
    """`nom: [a, b]`; nothing when there is none."""
    found = [scalaire(value, en_ligne=True) for value in valeurs]
    if found:
        yield f"{' ' * retrait}{nom}: [{', '.join(found)}]"


def a_remplir(modele: type[Modele], nom: str, texte: str, quoi: str, retrait: int = 0) -> Iterator[str]:
    """The field when it is known; else its comment and the mark."""
    if texte:
        yield from champ(nom, texte, retrait)
        return
    yield from commentaire(modele, nom, retrait)
    yield from champ(nom, a_completer(quoi), retrait)


def liste_a_remplir(modele: type[Modele], nom: str, quoi: str) -> Iterator[str]:
    """A list of one marked line, under its comment."""
    yield from commentaire(modele, nom)
    yield f"{nom}:"
    yield f"  - {scalaire(a_completer(quoi))}"


def commentaire(modele: type[Modele], nom: str, retrait: int = 0) -> Iterator[str]:
    """What the model says of a field, and an example when it has one; nothing when it says nothing."""
    field = modele.model_fields[nom]
    title, said = field.title or nom, (field.description or "").rstrip(".")
    if not field.title and not said:
        return
    examples = f" (exemple : {field.examples[0]})" if field.examples else ""
    yield from remarque(f"{title}{f' : {said}' if said else ''}{examples}", retrait)


def remarque(texte: str, retrait: int = 0) -> Iterator[str]:
    """A comment, as many lines as it takes."""
    sign = f"{' ' * retrait}# "
    yield from textwrap.wrap(texte, LARGEUR, initial_indent=sign, subsequent_indent=sign, break_on_hyphens=False)


def facultatifs(modele: type[Modele], ecrits: Iterable[str], retrait: int = 0) -> Iterator[str]:
    """The fields that may be added."""
    left = [name for name, field in modele.model_fields.items() if not field.is_required() and name not in set(ecrits)]
    if left:
        yield from remarque(f"Facultatif : {', '.join(left)}.", retrait)

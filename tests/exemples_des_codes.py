"""The explanations of the codes, made from the stages and from the folders of tests/corpus/invalides/.

`python tests/exemples_des_codes.py` writes the file that the package holds, once a code or an example has changed. The
wrong example is what a folder lays over the base, the right one what stands there instead: the file of the base, or the
one that the folder `remede/` beside it gives. What no folder can hold is told in tests/corpus/exemples-dits.yaml.
"""

import json
import sys
import tempfile
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

import yaml
from petit_memento import AUJOURD_HUI, BASE, petit_memento

from generator import check, compile, load, render, resolve, validate
from generator.diagnostics import Code, Diagnostic, Report
from generator.diagnostics.explications import FICHIER, Constat, Exemple, Explication, Extrait
from generator.pipeline import build, verify

CORPUS = Path(__file__).parent / "corpus"
INVALIDES = CORPUS / "invalides"
DITS = CORPUS / "exemples-dits.yaml"
CIBLE = Path(load.__file__).parents[1] / "diagnostics" / FICHIER
COMMANDE = "python tests/exemples_des_codes.py"
# Lines shown on each side of a fault and of what changes, and how long one may be.
AUTOUR = 2
LARGEUR = 200


def codes() -> list[Code]:
    """Those of all the stages, in order."""
    stages = (load, validate, resolve, compile, render, check)
    return sorted((code for stage in stages for code in stage.CODES), key=lambda code: code.code)


def explication(code: Code) -> Explication:
    """What the file must hold for a code. Raises KeyError when nothing shows it."""
    folders = sorted(INVALIDES.glob(f"{code.code}-*"))
    examples = sorted((exemple(folder, code.code) for folder in folders), key=_taille)
    if not folders:
        told = yaml.safe_load(DITS.read_text(encoding="utf-8"))[code.code]
        examples = [Exemple((Extrait(dit=told["faux"]),), (Extrait(dit=told["juste"]),))]
    return Explication.du_code(code, tuple(examples))


def _taille(found: Exemple) -> int:
    """The fewest faults are read first, then in the order of the folders."""
    return sum(len(part.constats) for part in found.faux)


def exemple(folder: Path, code: str) -> Exemple:
    """The lines of a folder where the code is found or that bring it, and those of a mémento where nothing is wrong."""
    found = constats(folder, code)
    assert found, f"{folder.name} : rien n'y montre {code}"
    remedy = folder / "remede"
    mended, laid = fichiers(remedy), [path for path in fichiers(folder) if not path.startswith("remede/")]
    # A file that should stand elsewhere is read beside what it becomes.
    lost = [path for path in laid if not lire(remedy / path, BASE / path)]
    new = [path for path in mended if not lire(folder / path, BASE / path)]
    becomes = dict(zip(lost, new, strict=True)) if len(lost) == len(new) else {}
    faux, juste = [], []
    for path in dict.fromkeys((*(item.location.path for item in found), *laid, *mended)):
        told = [item for item in found if item.location.path == path]
        target = becomes.get(path, path)
        before, after = lire(folder / path, BASE / path), lire(remedy / target, BASE / target)
        if path in becomes.values() or (before == after and not told):
            continue
        left, right = fenetres(before, after, {item.location.line for item in told})
        if told or path in laid:
            faux.append(extrait(path, before, left, told))
        if after and (target, after) != (path, before):
            juste.append(extrait(target, after, right))
    assert juste, f"{folder.name} : rien ne dit ce qu'il fallait écrire ; ajoutez un dossier remede/"
    return Exemple(tuple(faux), tuple(juste))


def constats(folder: Path, code: str) -> list[Diagnostic]:
    """Where the code is found in the base under a folder."""
    with tempfile.TemporaryDirectory() as root:
        report = rapport(petit_memento(Path(root), surcouche=folder), code)
    return [item for item in report if item.code == code]


def rapport(root: Path, code: str) -> Report:
    """What is told of a mémento; its pages are made only for the codes that look at them."""
    of_pages = {promise.code.code for promise in check.PAGES}
    return (build if code in of_pages else verify)(root, AUJOURD_HUI).report


def fichiers(folder: Path) -> list[str]:
    """The files of a mémento laid in a folder."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "attendu.txt")
    return [path.relative_to(folder).as_posix() for path in found]


def lire(*paths: Path) -> list[str]:
    """The lines of the first of these files that there is, one for an empty file; none when there is no file."""
    path = next((path for path in paths if path.is_file()), None)
    return path.read_bytes().decode(errors="replace").removesuffix("\n").split("\n") if path else []


def fenetres(before: list[str], after: list[str], places: set[int]) -> tuple[set[int], set[int]]:
    """The numbers of the lines to show on both sides: the places, what changes, and what stands around."""
    left, right = set(places), set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            right |= {j1 + number - i1 for number in places if i1 < number <= i2}
        else:
            # Where nothing stands on one side, the lines around the gap say where it is.
            left |= set(range(i1 + 1, i2 + 1)) or {i1, i1 + 1}
            right |= set(range(j1 + 1, j2 + 1)) or {j1, j1 + 1}
    return _autour(left, len(before)), _autour(right, len(after))


def _autour(numbers: set[int], size: int) -> set[int]:
    near = {near for number in numbers for near in range(number - AUTOUR, number + AUTOUR + 1) if 1 <= near <= size}
    # A line alone between two that are shown is not left out.
    return near | {number for number in range(1, size + 1) if {number - 1, number + 1} <= near}


def extrait(path: str, lines: list[str], numbers: set[int], found: Iterable[Diagnostic] = ()) -> Extrait:
    shown, placed = {}, []
    for number in sorted(numbers):
        here = [item for item in found if item.location.line == number]
        start = max(0, here[0].location.column - LARGEUR // 2) if here and len(lines[number - 1]) > LARGEUR else 0
        shown[number] = visible(lines[number - 1], start)
        for item in here:
            place = item.location
            column = place.column - start + bool(start)
            length = max(1, min(place.length, len(shown[number]) - column + 1))
            placed.append(Constat(number, column, length, item.message, item.help))
    return Extrait(path, shown, tuple(placed))


def visible(line: str, start: int) -> str:
    """A line as it can be read, from a place when it is long: a sign stands for what does not show."""
    text = "".join(char if char.isprintable() else "→" if char == "\t" else "▯" for char in line)
    if len(text) <= LARGEUR:
        return text
    return f"{'…' if start else ''}{text[start : start + LARGEUR]}{'…' if start + LARGEUR < len(text) else ''}"


def ecrire(found: Iterable[Explication]) -> str:
    """What the file holds."""
    return json.dumps([one.json() for one in found], ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    # A merge may have left it unreadable, and a mémento is built to know what is told of an example.
    CIBLE.write_text(ecrire(Explication.du_code(code, ()) for code in codes()), encoding="utf-8")
    CIBLE.write_text(ecrire(map(explication, codes())), encoding="utf-8")
    sys.stdout.write(f"Écrit : {CIBLE}\n")

"""What contributors could write, in a small mémento: refused at its place, or shown without running."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, petit_memento
from playwright.sync_api import Browser, Page
from serveur import servir
from temoin import Temoin, corpus, numeroter

from generator.adapters.construction import construire_dans
from generator.load import Connus, load_documents
from generator.pipeline import verify

RACINE = Path(__file__).parents[2]
TOUS_LES_GENRES = RACINE / "tests" / "corpus" / "valides" / "tous-les-genres"
TEXTE = "content/outils/fiche-modele.md"
# Fields that hold words: not names, nor dates, nor codes.
_MOTS = """
    titre resume enonce choix explication nom libelle note aide options parce_que texte motif changement definition
    abrege question positions reponse effets conditions etapes limites contexte objectifs pourquoi moment finalite
    acteurs entrees sorties licence annee unite mots statut_legal portee_note statut_note pour_qui sort_resume
"""
MOTS = frozenset(_MOTS.split())


@dataclass(frozen=True)
class Pose:
    """Where each vector went: refused at a place, or shown."""

    racine: Path
    refuses: Mapping[str, str]
    montres: tuple[str, ...]


@pytest.fixture(scope="module")
def pose(tmp_path_factory: pytest.TempPathFactory) -> Pose:
    """The mémento with every vector that `memento verifier` lets in, each in a text or in fields."""
    root = petit_memento(tmp_path_factory.mktemp("surete") / "memento", surcouche=TOUS_LES_GENRES)
    refused: dict[str, str] = {}
    shown = _poser_les_textes(root, refused)
    shown += _poser_les_champs(root)
    assert not verify(root, AUJOURD_HUI).failed
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    return Pose(root, refused, tuple(shown))


def _paragraphes() -> list[str]:
    """What a text could hold: HTML, links in their forms, Markdown."""
    links = [
        form.format(address)
        for rank, address in enumerate(corpus()["liens"])
        for form in (("[lien d’essai]({})", "[lien d’essai][r]\n\n[r]: {}", "![image d’essai]({})", "<{}>")[rank % 4],)
    ]
    links += [f"[lien d’essai]({address})" for rank, address in enumerate(corpus()["liens"]) if rank % 4]
    return numeroter([*corpus()["html"], *links, *corpus()["markdown"]])


def _poser_les_textes(root: Path, refused: dict[str, str]) -> list[str]:
    """Each alone first, as one that is never closed would hide the next; then together those that were let in."""
    path = root / TEXTE
    start, known = path.read_text(encoding="utf-8"), Connus()
    shown = []
    for vector in _paragraphes():
        path.write_text(f"{start}\n{vector}\n", encoding="utf-8")
        errors = verify(root, AUJOURD_HUI, [TEXTE], known).report.errors
        if errors:
            refused[vector] = str(errors[0].location)
        else:
            shown.append(vector)
    # A footnote or a reference of one would be that of another.
    whole = "\n\nUne phrase.\n\n".join(vector for vector in shown if "[^" not in vector and "]: " not in vector)
    path.write_text(f"{start}\n{whole}\n", encoding="utf-8")
    return shown


def _poser_les_champs(root: Path) -> list[str]:
    """Every field of words of every file ends with a vector, each in its turn; those that are refused are put back."""
    vectors = numeroter([*corpus()["textes"], *corpus()["html"], *corpus()["valeurs"]])
    vectors = [vector for vector in vectors if "\n" not in vector and "\t" not in vector]
    shown, rank = [], 0
    for document in load_documents(root).value:
        path = root / document.path
        lines = path.read_text(encoding="utf-8").split("\n")
        before = list(lines)
        # From the last to the first: what is written on a line does not move what stands before it.
        fields = [
            (keys, text) for keys, text in document.textes if MOTS & {key for key in keys if isinstance(key, str)}
        ]
        placed: dict[int, list[str]] = {}
        for keys, _ in sorted(fields, key=lambda field: document.locate(*field[0]).column, reverse=True):
            place = document.locate(*keys)
            line, column = place.line - 1, place.column - 1
            written = lines[line][column : column + place.length]
            if not written or written.startswith(("|", ">")):
                continue
            vector = vectors[rank % len(vectors)]
            rank += 1
            quoted = "'" + f"{written.strip(chr(34))} {vector}".replace("'", "''") + "'"
            lines[line] = lines[line][:column] + quoted + lines[line][column + place.length :]
            placed.setdefault(line, []).append(vector)
        path.write_text("\n".join(lines), encoding="utf-8")
        while errors := verify(root, AUJOURD_HUI).report.errors:
            at = {item.location.line - 1 for item in errors if item.location.path == document.path} & set(placed)
            # A fault told elsewhere, or of the whole file, comes from any of its lines.
            for line in at or set(placed):
                lines[line] = before[line]
                placed.pop(line, None)
            path.write_text("\n".join(lines), encoding="utf-8")
        shown += [vector for held in placed.values() for vector in held]
    return shown


@pytest.fixture(scope="module")
def site(pose: Pose, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("surete-site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        construire_dans(pose.racine, folder)
    with servir(folder) as address:
        yield address, folder


def test_every_vector_is_refused_at_its_place_or_shown(pose: Pose) -> None:
    assert len(pose.refuses) >= 120
    assert all(place.startswith(f"{TEXTE}:") for place in pose.refuses.values())
    # Most of what is shown stands in fields, which are text and never Markdown.
    assert len(set(pose.montres)) >= 80


def test_no_raw_tag_is_ever_let_in_by_a_text(pose: Pose) -> None:
    let_in = [vector for vector in _paragraphes() if vector not in pose.refuses]
    assert [vector for vector in let_in if vector in numeroter(corpus()["html"])] == []


def test_nothing_runs_on_any_page_that_shows_them(navigateur: Browser, site: tuple[str, Path]) -> None:
    address, folder = site
    context = navigateur.new_context(service_workers="block")
    temoin = Temoin(context, address)
    urls = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    urls += ["recherche/#q=modele", "recherche/#q=xss", "calculateurs/calcul-modele/#recettes=1&charges=10&siae=ACI"]
    urls += ["au/?date=2020-06-01", "comparer/?du=2012-01-01&au=2021-01-01"]
    # One page in twelve kinds is opened twice at most: versions are as one another.
    urls = [url for url in urls if not url.startswith("contribuer/codes/") or url.endswith("MEM402/index.html")]
    wrong: list[str] = []
    for start in range(0, len(urls), 20):
        page = temoin.montrer([f'src="{address}{url.removesuffix("index.html")}"' for url in urls[start : start + 20]])
        page.wait_for_timeout(200)
        temoin.cliquer(page)
        wrong += temoin.adresses(page)
        page.close()
    _apprendre(context.new_page(), address)
    context.close()
    assert wrong == []
    assert temoin.executes == []
    assert temoin.sorties == []
    # A policy that had to stop something would be told there: the first two walls have let nothing in.
    # Other errors are of buttons clicked while they are hidden, which no reader can do.
    assert [error for error in temoin.erreurs if "Content Security Policy" in error] == []


def _apprendre(page: Page, address: str) -> None:
    """Answer a question: its explanation is then shown."""
    page.goto(f"{address}formation/module-modele/")
    for box in page.locator("[data-question] input[type=radio]").all()[::2]:
        box.check()
    for button in page.locator("[data-question] button[type=submit], [data-valider]").all():
        if button.is_visible():
            button.click()

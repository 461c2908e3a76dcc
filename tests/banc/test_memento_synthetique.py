"""The synthetic mémento of the bench: valid, the same on every machine, taken by nobody for law."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bench.construction.langue import Langue
from bench.construction.proportions import COMMUNES, effectifs
from bench.construction.synthese import synthetiser
from generator.adapters.cli import memento
from generator.diagnostics.explications import explications
from generator.pipeline import compile_rules
from generator.render.adresses import adresses_des_pages


@pytest.fixture(scope="module")
def petit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest one."""
    folder = tmp_path_factory.mktemp("synthese") / "memento"
    synthetiser(100, folder)
    return folder


def empreintes(dossier: Path) -> dict[str, str]:
    return {
        path.relative_to(dossier).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in dossier.rglob("*")
        # What the verifier remembers of it is not part of it.
        if path.is_file() and ".memento" not in path.parts
    }


def titres(dossier: Path) -> Iterator[str]:
    for path in (*dossier.glob("rules/**/*.yaml"), *dossier.glob("content/**/*.md")):
        text = path.read_text(encoding="utf-8")
        header = yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, yaml.BaseLoader)
        yield from ([header["titre"]] if "titre" in header else [item["titre"] for item in header.get("themes", ())])


def test_the_verifier_finds_everything_in_order(petit: Path) -> None:
    done = CliRunner().invoke(memento, ["--racine", str(petit), "verifier"])
    assert (done.exit_code, done.output.strip()) == (0, "Tout est en ordre.")


def test_the_same_seed_gives_the_same_bytes(petit: Path, tmp_path: Path) -> None:
    synthetiser(100, tmp_path / "autre")
    assert empreintes(tmp_path / "autre") == empreintes(petit)


def test_another_seed_gives_other_words(petit: Path, tmp_path: Path) -> None:
    synthetiser(100, tmp_path / "autre", graine=1)
    assert empreintes(tmp_path / "autre") != empreintes(petit)


def test_every_title_says_that_it_is_synthetic(petit: Path) -> None:
    told = list(titres(petit))
    assert len(told) > 70
    assert [title for title in told if "synthétique" not in title] == []


def test_it_publishes_the_pages_that_its_proportions_tell(petit: Path) -> None:
    published = adresses_des_pages(compile_rules(petit).base)
    counts = effectifs(100)
    versions = sum(1 for url in published if url.startswith("r/"))
    drawn = counts.regles + versions + counts.sources + counts.parametres + counts.pratiques + counts.fiches
    expected = drawn + 2 * counts.calculateurs + COMMUNES + len(explications())
    assert abs(len(published) - expected) <= 3


@pytest.mark.parametrize("pages", [1_000, 5_000, 20_000])
def test_a_size_is_met_within_two_percent(pages: int) -> None:
    counts = effectifs(pages)
    drawn = counts.regles * 2.15 + counts.sources + counts.parametres + counts.pratiques + counts.fiches
    assert drawn + 2 * counts.calculateurs + COMMUNES + len(explications()) == pytest.approx(pages, rel=0.02)


def test_each_calculator_has_parameters_of_its_own() -> None:
    for pages in (100, 1_000, 20_000):
        counts = effectifs(pages)
        assert 0 < 4 * counts.calculateurs <= counts.parametres


def test_the_vocabulary_grows_more_slowly_than_the_corpus() -> None:
    words = [f"mot{chr(97 + rank)}" for rank in range(20)]
    assert len(set(Langue(words, 1, 4).nouveaux)) == 20
    assert Langue(words, 1, 0.5).nouveaux == ()


def test_a_sentence_holds_what_is_put_in_it() -> None:
    langue = Langue(["droit", "emploi"], 1)
    assert "[[regle:x]]" in langue.phrase("[[regle:x]]")
    assert langue.phrases(3, ["{{ a }}", "{{ b }}"]).count("{{") == 2

"""A printed mémento that is too large for one book is several."""

from pathlib import Path

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.pipeline import compile_rules
from generator.render.papier import volumes
from generator.render.papier.imprimes import adresses_des_imprimes
from generator.render.papier.selection import Selection, Volume
from generator.render.papier.volumes import decoupe
from generator.resolve import KnowledgeBase

THEMES = "themes:\n" + "".join(f"  - id: {name}\n    titre: Thème {name}\n    resume: Essai.\n" for name in "abc")


def regle(nom: str, theme: str) -> str:
    return f"""\
id: {nom}
titre: Règle {nom}
siae: [ACI]
themes: [{theme}]
versions:
  - du: 2020-01-01
    statut: en-vigueur
    portee: prescriptif
    enonce: Des mots.
    references:
      - source: texte-modele
verifie_le: 2026-11-20
a_reverifier_avant: 2027-11-20
confiance: haute
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    found = petit_memento(tmp_path)
    model = (found / "rules/themes.yaml").read_text(encoding="utf-8")
    rules = {
        f"rules/regles/{theme}/{name}.yaml": regle(name, theme)
        for name, theme in (("a1", "a"), ("a2", "a"), ("b1", "b"), ("c1", "c"), ("c2", "c"), ("c3", "c"), ("c4", "c"))
    }
    petit_memento(tmp_path, {"rules/themes.yaml": model + THEMES.removeprefix("themes:\n"), **rules})
    return tmp_path


@pytest.fixture
def compile_(base: Path) -> KnowledgeBase:
    compiled = compile_rules(base)
    assert not compiled.failed, compiled.report
    return compiled.base


def tailles(base: KnowledgeBase, regles: int, monkeypatch: pytest.MonkeyPatch) -> list[list[str] | None]:
    """The themes of each volume when it may hold so many rules."""
    monkeypatch.setattr(volumes, "REGLES", regles)
    return [volume and sorted(volume.themes) for volume in decoupe(base)]


def test_what_one_book_holds_is_one_book(compile_: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tailles(compile_, 8, monkeypatch) == [None]


@pytest.mark.parametrize(
    ("regles", "themes"),
    [
        # One rule of the model, then two, one and four: whole themes, in their order, as long as they fit.
        (7, [["a", "b", "essai"], ["c"]]),
        (4, [["a", "b", "essai"], ["c"]]),
        # A theme that is too large is a volume by itself.
        (3, [["a", "essai"], ["b"], ["c"]]),
        (1, [["essai"], ["a"], ["b"], ["c"]]),
    ],
)
def test_whole_themes_are_put_together(
    compile_: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, regles: int, themes: list[list[str]]
) -> None:
    assert tailles(compile_, regles, monkeypatch) == themes


def test_each_rule_is_in_one_volume_and_no_other(compile_: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "REGLES", 3)
    found = [name for volume in decoupe(compile_) for name in Selection(compile_, volume=volume).regles()]
    assert sorted(found) == sorted(compile_.regles)


def test_pages_lead_to_every_volume_and_each_says_where_the_others_are(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes, "REGLES", 4)
    (base / "urls.lock").write_text("memento.pdf\n", encoding="utf-8")
    built = batir(base)
    assert built.site is not None
    # The address of the whole does not die.
    assert not built.report.errors
    assert [url for url in built.site.imprimes if url.startswith("memento")] == [
        "memento.pdf",
        "memento-volume-2.pdf",
        "memento-aci.pdf",
        "memento-aci-volume-2.pdf",
        "memento-ai.pdf",
    ]
    assert list(built.site.imprimes) == list(adresses_des_imprimes(built.base))
    second = built.site.imprimes["memento-volume-2.pdf"]
    for words in ("volume 2 sur 2", "/memento.pdf", "Thème b", "Règle c1"):
        assert words in second
    assert "Règle a1" not in second
    rules = next(page for page in built.site.pages if page.url == "regles/")
    assert 'toutes les règles (PDF), en 2 volumes\u00a0: <a href="../memento.pdf">volume 1</a>, <a' in rules.html
    assert 'href="../memento-volume-2.pdf"' in rules.html


def test_a_volume_keeps_the_words_that_its_rules_use(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "REGLES", 4)
    added = "  - sigle: PLIE\n    nom: Un plan\n    references: [{source: texte-modele}]\n  - sigle: AI\n"
    modifier(base, "rules/glossaire.yaml", "  - sigle: AI\n", added)
    modifier(base, "rules/regles/c/c4.yaml", "Des mots.", "Un PLIE.")
    compiled = compile_rules(base)
    assert not compiled.failed, compiled.report
    kept = [
        [terme.sigle for terme in Selection(compiled.base, volume=volume).termes()] for volume in decoupe(compiled.base)
    ]
    assert kept == [[], ["PLIE"]]


def test_a_volume_keeps_the_figures_of_its_themes(compile_: KnowledgeBase) -> None:
    essai, autre = Volume(1, 2, frozenset({"essai"})), Volume(2, 2, frozenset({"a"}))
    figures = {"montant-modele", "plafond-modele"}
    assert Selection(compile_, volume=essai).parametres().keys() == figures
    assert Selection(compile_, volume=autre).parametres().keys() == set()

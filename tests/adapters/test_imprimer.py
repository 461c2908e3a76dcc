"""`memento imprimer`: one PDF that anyone can read, with the law of a day."""

import io
import re
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import batir, modifier, petit_memento
from pypdf import PdfReader

from generator.adapters.cli import memento
from generator.adapters.composition import Incomposable, composer

RACINE = Path(__file__).parents[2]
TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026
REGLE = "rules/regles/essai/regle-modele.yaml"
AUTRE = """id: regle-ai
titre: Règle des AI
siae: [AI]
themes: [autre]
versions:
  - du: 2018-01-01
    statut: en-vigueur
    portee: indicatif
    enonce: Une AI lit ceci.
    references: [{source: texte-modele}]
verifie_le: 2026-01-01
a_reverifier_avant: 2030-01-01
"""


@pytest.fixture(autouse=True)
def _aujourd_hui(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """All the kinds, and a second rule under a second theme."""
    root = petit_memento(tmp_path / "memento", {"rules/regles/autre/regle-ai.yaml": AUTRE}, TOUS)
    themes = (root / "rules/themes.yaml").read_text(encoding="utf-8")
    added = f"{themes}  - {{id: autre, titre: Autre thème, resume: Un second thème.}}\n"
    (root / "rules/themes.yaml").write_text(added, encoding="utf-8")
    return root


def lancer(root: Path, sortie: Path, *arguments: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "imprimer", "--sortie", str(sortie), *arguments])


def pages(root: Path, tmp_path: Path, *arguments: str) -> list[str]:
    """The text of each page, with plain spaces."""
    target = tmp_path / "memento.pdf"
    result = lancer(root, target, *arguments)
    assert result.exit_code == 0, result.output
    return [lire(page.extract_text()) for page in PdfReader(target).pages]


def lire(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_it_holds_the_law_of_the_day_its_worth_its_source_and_its_permanent_address(root: Path, tmp_path: Path) -> None:
    found = pages(root, tmp_path)
    assert "État au 23 novembre 2026" in found[0]
    assert "Site indépendant, non officiel : seul le texte cité fait foi." in found[0]
    page = next(text for text in found if "Un autre énoncé de test." in text)
    for words in (
        "Prescriptif",
        "En vigueur",
        "depuis le 1er janvier 2020",
        "art. 1 (V2, p.",
        "Ce qui a changé à cette date. Un mot change.",
        "N’est plus en vigueur",
        "du 1er janvier 2010 au 31 décembre 2019",
        "Ce n’est pas le droit. Proposition du Pacte, adoption non établie",
        "/r/regle-modele/2020-01-01/",
        "vérifié le 1er janvier 2026",
    ):
        assert words in page


def test_figures_say_what_is_not_known(root: Path, tmp_path: Path) -> None:
    whole = " ".join(pages(root, tmp_path))
    assert "30 %" in whole
    assert "80 € dernier montant connu, depuis le 1er janvier 2010" in whole
    assert "sans objet" in whole


def test_the_index_and_the_contents_give_the_page_of_the_rule(root: Path, tmp_path: Path) -> None:
    found = pages(root, tmp_path)
    rule = next(rank for rank, text in enumerate(found, 1) if "Un autre énoncé de test." in text)
    other = next(rank for rank, text in enumerate(found, 1) if "Une AI lit ceci." in text)
    assert rule != other
    source = next(rank for rank, text in enumerate(found, 1) if "Article 1. version V2" in text)
    figures = next(rank for rank, text in enumerate(found, 1) if "Montant ou seuil" in text)
    glossary = next(rank for rank, text in enumerate(found, 1) if "ACI : Modèle d’ACI" in text)
    assert (other, figures) == (rule + 1, rule + 2)
    assert re.search(rf"art\. 1[ .]*{rule}–{figures}\b", found[-2])
    acronym = re.search(r"AI[ .]+([\d, –]+)$", found[-1].rsplit(" 2026", 1)[-1].removesuffix(f" {len(found)}"))
    assert acronym is not None
    assert acronym[1].strip() == f"{other}, {glossary}"
    assert f"art. 1 (V2, p. {source})" in found[rule - 1]
    assert re.search(rf"Règle modèle[ .]+{rule}\b", found[1])


def test_a_type_of_structure_keeps_its_rules_and_its_figures(root: Path, tmp_path: Path) -> None:
    whole = " ".join(pages(root, tmp_path, "--siae", "aci"))
    assert "Modèle d’ACI" in whole
    assert "Un autre énoncé de test." in whole
    assert "Une AI lit ceci." not in whole
    assert "Plafond modèle" in whole
    other = " ".join(pages(root, tmp_path, "--siae", "AI"))
    assert "Une AI lit ceci." in other
    assert "Un autre énoncé de test." not in other
    assert "Plafond modèle" not in other


def test_a_theme_keeps_its_rules(root: Path, tmp_path: Path) -> None:
    whole = " ".join(pages(root, tmp_path, "--theme", "autre"))
    assert "Une AI lit ceci." in whole
    assert "Un autre énoncé de test." not in whole


def test_another_day_gives_another_law(root: Path, tmp_path: Path) -> None:
    found = pages(root, tmp_path, "--date", "2015-01-01")
    assert "État au 1er janvier 2015" in found[0]
    page = next(text for text in found if "Règle modèle" in text and "Un énoncé de test." in text)
    assert "En vigueur du 1er janvier 2010 au 31 décembre 2019" in page
    assert "À venir" in page
    other = next(text for text in found if "Une AI lit ceci." in text)
    assert "Aucune version de cette règle n’est connue comme en vigueur au 1er janvier 2015." in other
    assert "Ce qui suit n’est pas le droit du jour." in other


def test_two_runs_give_the_same_bytes_tagged_as_ua(root: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert lancer(root, first).exit_code == lancer(root, second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    document = PdfReader(first)
    catalogue = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "fr-FR"
    assert document.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first.read_bytes()
    assert document.metadata is not None
    assert document.metadata.title == "Mémento de l’inclusion, État au 23 novembre 2026"
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--siae", "ACII"), "la structure « ACII » n'existe pas ; vouliez-vous dire « ACI » ?"),
        (("--theme", "esai"), "le thème « esai » n'existe pas ; vouliez-vous dire « essai » ?"),
        (("--siae", "zzz"), "la structure « zzz » n'existe pas ; choisissez parmi : ACI, AI"),
    ],
)
def test_an_unknown_name_is_a_usage_error(root: Path, tmp_path: Path, arguments: tuple[str, str], message: str) -> None:
    result = lancer(root, tmp_path / "x.pdf", *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert not (tmp_path / "x.pdf").exists()


def test_a_date_that_cannot_be_read_is_refused(root: Path, tmp_path: Path) -> None:
    result = lancer(root, tmp_path / "x.pdf", "--date", "2026-02-30")
    assert result.exit_code == 1
    assert "Erreur : date" in result.output


def test_an_output_that_cannot_be_written_is_told(root: Path, tmp_path: Path) -> None:
    result = lancer(root, tmp_path / "absent" / "x.pdf")
    assert result.exit_code == 1
    assert "x.pdf : ce dossier n'existe pas" in result.output
    result = lancer(root, tmp_path)
    assert result.exit_code == 1
    assert "c'est un dossier" in result.output
    assert not list(tmp_path.glob(".*.pdf*"))


def test_a_memento_at_fault_prints_nothing(root: Path, tmp_path: Path) -> None:
    modifier(
        root,
        "rules/matrice.yaml",
        'siae: ACI, texte: "=Rien de propre, voir la [[regle:regle-modele]]."',
        'siae: ACI, texte: "Voir [[regle:absente]]."',
    )
    result = lancer(root, tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert "MEM403" in result.output
    assert not (tmp_path / "x.pdf").exists()


def test_a_nasty_text_is_printed_as_it_is(root: Path, tmp_path: Path) -> None:
    nasty = r"#panic() *a* _b_ [c] {d} @e $f$ \g <h> `i` // j = k"
    modifier(root, REGLE, "Un autre énoncé de test.", f"'{nasty}'")
    whole = " ".join(pages(root, tmp_path))
    assert nasty.replace(" ", "") in whole.replace(" ", "")


def test_a_sign_that_no_font_draws_is_refused_rather_than_left_blank() -> None:
    with pytest.raises(Incomposable, match="could not be displayed"):
        composer('#set document(title: "x")\n#"中";', date(2026, 11, 23))


def test_the_sheets_of_a_module_are_composed(root: Path) -> None:
    site = batir(root).site
    assert site is not None
    learner, trainer = (
        lire(
            " ".join(page.extract_text() for page in PdfReader(io.BytesIO(composer(source, date(2026, 11, 23)))).pages)
        )
        for url, source in site.imprimes.items()
        if url.startswith("formation/")
    )
    assert "Nom :" in learner
    assert "Lire la Règle modèle." in learner
    assert "8. Question 8 ? A. Oui B. Non" in learner
    assert "bonne réponse" not in learner
    assert "1. Question 1 ? A. Oui B. Non – bonne réponse" in trainer
    assert "Règle : Règle modèle, /r/regle-modele/2020-01-01/" in trainer


def test_the_real_memento_is_composed_quickly_and_every_sign_is_drawn(tmp_path: Path) -> None:
    """PDF/UA-1 refuses a sign without a glyph: that it passes is the proof."""
    start, worked = time.monotonic(), time.process_time()
    result = lancer(RACINE, tmp_path / "memento.pdf")
    elapsed, worked = time.monotonic() - start, time.process_time() - worked
    assert result.exit_code == 0, result.output
    document = PdfReader(tmp_path / "memento.pdf")
    print(f"{len(document.pages)} pages en {elapsed:.1f} s, dont {worked:.1f} s de calcul")
    # The work done, not the time that passed: other tests run on the same machine.
    assert worked < 15
    assert len(document.pages) > 50
    assert "État au 23 novembre 2026" in lire(document.pages[0].extract_text())


def test_what_cannot_be_composed_is_told_in_a_sentence(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuser(*_: object) -> bytes:
        raise Incomposable("le signe « 𓀀 » n'est dans aucune police")

    monkeypatch.setattr("generator.adapters.imprimer.composer", refuser)
    result = lancer(root, tmp_path / "m.pdf")
    assert (result.exit_code, result.stderr) == (1, "Erreur : le signe « 𓀀 » n'est dans aucune police\n")
    assert not (tmp_path / "m.pdf").exists()


def test_a_memento_whose_rules_do_not_read_prints_nothing(root: Path, tmp_path: Path) -> None:
    modifier(root, REGLE, "titre:", "titr:")
    result = lancer(root, tmp_path / "m.pdf")
    assert result.exit_code == 1
    assert "rien n'est imprimé" in result.stderr

"""`memento source ajouter`: what LEGI knows of an article, and nothing of what a person must read."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import AUJOURD_HUI, lignes, modifier, petit_memento

from generator.adapters.cli import memento
from generator.adapters.legi import lire_legi
from generator.pipeline import compile_rules, verify
from generator.render.ebauches import Illisible

LEGI = Path(__file__).parent / "legi"
JSON, XML = LEGI / "code.json", LEGI / "xml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path / "memento")


def ajouter(root: Path, article: str, legi: Path, *mots: str) -> Result:
    command = ["--racine", str(root), "source", "ajouter", article, "--legi", str(legi), *mots]
    return CliRunner().invoke(memento, command)


@pytest.mark.parametrize("ecrit", ["L5132-9", "L. 5132-9", "l.5132-9", "article L 5132-9"])
def test_an_article_is_added_from_json_whatever_the_spelling(root: Path, ecrit: str) -> None:
    assert ajouter(root, ecrit, JSON).exit_code == 0
    source = compile_rules(root).base.sources["c-trav-l5132-9"]
    assert (source.titre, source.abrege) == ("Code du travail, article L. 5132-9", "art. L. 5132-9")
    assert source.identifiant == "LEGIARTI000042674154"
    # The last day of a version is the eve of the next; the one of 2008 that was never in force is left out.
    assert [(str(one.du), one.au and str(one.au)) for one in source.versions] == [
        ("2008-05-01", "2009-05-31"),
        ("2009-06-01", "2020-12-15"),
        ("2020-12-16", "2021-06-14"),
        ("2021-06-15", None),
    ]
    assert source.versions[-1].par == "LOI n° 2020-1577 du 14 décembre 2020 - art. 1 (V)"


def test_an_article_is_added_from_the_files_of_the_state(root: Path) -> None:
    assert ajouter(root, "D. 5132-34", XML).exit_code == 0
    source = compile_rules(root).base.sources["c-trav-d5132-34"]
    assert [(one.id, str(one.du), one.au and str(one.au), one.par) for one in source.versions] == [
        ("LEGIARTI000018526766", "2008-05-01", "2024-06-30", "Décret n° 2008-244 du 7 mars 2008 - art. (V)"),
        ("LEGIARTI000049754337", "2024-07-01", None, "Décret n° 2024-560 du 18 juin 2024 - art. 3"),
    ]


def test_one_file_of_the_state_is_enough(root: Path) -> None:
    (path,) = XML.rglob("LEGIARTI000049754337.xml")
    assert ajouter(root, "D5132-34", path).exit_code == 0
    assert len(compile_rules(root).base.sources["c-trav-d5132-34"].versions) == 2


def test_nobody_is_said_to_have_read_it(root: Path) -> None:
    result = ajouter(root, "L5132-9", JSON)
    source = compile_rules(root).base.sources["c-trav-l5132-9"]
    assert (source.lecture, source.confiance) == ("mention", "basse")
    # The only thing wrong is what is left to say, at its place.
    (found,) = verify(root, AUJOURD_HUI).report
    assert (found.code, found.location.path) == ("MEM525", "rules/sources/c-trav-l5132-9.yaml")
    assert f"ligne {found.location.line} :" in result.stdout


def test_once_completed_it_must_be_cited(root: Path) -> None:
    ajouter(root, "L5132-9", JSON)
    path = "rules/sources/c-trav-l5132-9.yaml"
    modifier(root, path, '"À COMPLÉTER : ce qui a été lu de cet article, et à quelle date"', "Texte lu.")
    assert [item.code for item in verify(root, AUJOURD_HUI).report] == ["MEM506"]
    modifier(root, "rules/parametres/plafond-modele.yaml", "[texte-modele]", "[texte-modele, c-trav-l5132-9]")
    assert list(verify(root, AUJOURD_HUI).report) == []


@pytest.mark.parametrize(
    ("article", "legi", "mots", "statut", "dit"),
    [
        ("L5132-91", JSON, (), 1, "L. 5132-91 inconnu ; proches : L. 5132-9\n"),
        ("L9999-1", JSON, (), 1, "L. 9999-1 inconnu\n"),
        ("L5132-9", XML, (), 1, "L. 5132-9 inconnu"),
        ("L225-102", XML, (), 1, "n'est pas dans le Code du travail, mais : Code de commerce (--code)"),
        ("bonjour", JSON, (), 2, "« bonjour » n'est pas un numéro d'article"),
        ("2021-1128", JSON, (), 2, "n'est pas un numéro d'article"),
        ("L5132-9", LEGI / "absent", (), 2, "--legi"),
        ("L5132-9", JSON, ("--code", "c-trv"), 2, "c-trv"),
    ],
)
def test_what_cannot_be_added_is_told(
    root: Path, article: str, legi: Path, mots: tuple[str, ...], statut: int, dit: str
) -> None:
    result = ajouter(root, article, legi, *mots)
    assert result.exit_code == statut
    assert dit in result.stderr
    assert [path.name for path in (root / "rules/sources").iterdir()] == ["texte-modele.yaml"]


def test_the_article_of_another_code_is_named_after_it(root: Path) -> None:
    assert ajouter(root, "L225-102", XML, "--code", "c-com").exit_code == 0
    assert compile_rules(root).base.sources["c-com-l225-102"].abrege == "art. L. 225-102 c. com."


def test_an_article_that_is_there_is_left_alone(root: Path) -> None:
    ajouter(root, "L5132-9", JSON)
    before = (root / "rules/sources/c-trav-l5132-9.yaml").read_bytes()
    result = ajouter(root, "L5132-9", JSON)
    assert result.exit_code == 1
    assert "a déjà son fichier : rules/sources/c-trav-l5132-9.yaml" in result.stderr
    assert (root / "rules/sources/c-trav-l5132-9.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("nom", "contenu", "dit"),
    [
        ("liste.json", '{"articles": [{"numero": "L5132-9", "id": 1, "versions": 3}]}', "n'a pas la forme attendue"),
        ("vide.json", "{}", "n'a pas la forme attendue"),
        ("faux.json", "pas du JSON", "n'a pas la forme attendue"),
        ("LEGIARTI1.xml", "<ARTICLE><NUM>L5132-9</NUM>", "n'est pas du XML"),
        ("LEGIARTI1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><A><NUM>L5132-9</NUM></A>', "déclare des entités"),
        ("LEGIARTI1.xml", "<ARTICLE><NUM>L5132-9</NUM></ARTICLE>", "ne se lit pas"),
        ("autre.xml", "<ARTICLE/>", "aucun fichier d'article LEGI"),
    ],
)
def test_a_copy_that_is_not_legi_is_told(root: Path, tmp_path: Path, nom: str, contenu: str, dit: str) -> None:
    (tmp_path / nom).write_text(contenu, encoding="utf-8")
    result = ajouter(root, "L5132-9", tmp_path / nom)
    assert result.exit_code == 1
    assert dit in result.stderr


def test_a_version_whose_first_day_is_not_known_yet_is_left_out(tmp_path: Path) -> None:
    # LEGI writes 2222-02-22 for a day that nobody knows yet, 2999-01-01 for no end.
    (path,) = XML.rglob("LEGIARTI000049754337.xml")
    later = '<LIEN_ART debut="2222-02-22" fin="2999-01-01" id="LEGIARTI9" num="D5132-34"/></VERSION>\n</VERSIONS>'
    text = path.read_text(encoding="utf-8").replace("</VERSION>\n</VERSIONS>", later)
    copy = tmp_path / path.name
    copy.write_text(text.replace('fin="2999-01-01" id="LEGIARTI0', 'fin="2222-02-22" id="LEGIARTI0'), "utf-8")
    (article,) = lire_legi(copy, "D5132-34").articles
    assert [(one.id, one.fin) for one in article.applicables] == [
        ("LEGIARTI000018526766", date(2024, 7, 1)),
        ("LEGIARTI000049754337", None),
    ]


def test_the_file_reads_as_its_neighbours(root: Path) -> None:
    ajouter(root, "L5132-9", JSON)
    keys = list(compile_rules(root).base.document("source", "c-trav-l5132-9").data)
    neighbour = Path(__file__).parents[2] / "rules/sources/c-trav-l5132-9.yaml"
    written = [line.partition(":")[0] for line in neighbour.read_text("utf-8").splitlines() if line[0] not in " #"]
    assert [key for key in keys if key != "confiance"] == written
    assert lignes(verify(root, AUJOURD_HUI)) != []


def test_a_file_that_cannot_be_added_to_is_left_to_a_person(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object) -> None:
        raise Illisible("rules/couverture.yaml")

    monkeypatch.setattr("generator.adapters.source.ecrire_article", refuser)
    result = ajouter(root, "L5132-9", JSON)
    assert result.exit_code == 1
    assert "rules/couverture.yaml ne peut pas être complété : rien n'est changé." in result.stderr


def test_an_article_of_which_no_version_was_ever_in_force_is_told(root: Path, tmp_path: Path) -> None:
    never = tmp_path / "jamais.json"
    held = {"id": "LEGIARTI1", "etat": "MODIFIE", "du": "2008-05-01", "au": "2008-05-01"}
    article = {"numero": "L5132-9", "cid": "LEGIARTI1", "texte": "", "modifie_par": [], **held, "versions": [held]}
    never.write_text(json.dumps({"source": "LEGI", "articles": [article]}), encoding="utf-8")
    result = ajouter(root, "L5132-9", never)
    assert result.exit_code == 1
    assert "aucune version de L. 5132-9 n'a été en vigueur un seul jour" in result.stderr

"""Many situations at once, good and bad, as a spreadsheet writes them."""

import csv
from collections.abc import Callable
from concurrent.futures import Future
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.cli import memento
from generator.adapters.lignes import decimal
from generator.adapters.lot import PAQUET, SEUL

pytestmark = pytest.mark.usefixtures("deja_lu")

RACINE = Path(__file__).parents[2]


def lancer(dossier: Path, contenu: bytes | str, *options: str) -> tuple[Result, list[list[str]]]:
    entree, sortie = dossier / "lot.csv", dossier / "resultats.csv"
    entree.write_bytes(contenu.encode() if isinstance(contenu, str) else contenu)
    words = ["--racine", str(RACINE), "calculer", "aide-au-poste", "--lot", str(entree), "--sortie", str(sortie)]
    result = CliRunner().invoke(memento, [*words, *options])
    if not sortie.exists():
        return result, []
    text = sortie.read_text(encoding="utf-8-sig")
    return result, list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ","))


def test_good_lines_are_computed_and_bad_ones_told_by_line(tmp_path: Path) -> None:
    result, rows = lancer(
        tmp_path,
        "nom;siae;etp;taux_modulation;date\n"
        "a;ACI;10;5;2019-06-01\n"
        "b;ACI;dix;5;2019-06-01\n"
        "\n"
        "c;AI;1;0;2021-03-01\n"
        "d;EI;1;;2025-01-01\n"
        "e;EI;1\n"
        "f;EI;1;10 %;01/01/2025\n",
    )
    assert result.exit_code == 1
    assert rows[0][:6] == ["nom", "siae", "etp", "taux_modulation", "date", "etat"]
    by_name = {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    assert list(by_name) == ["a", "b", "c", "d", "e", "f"], "aucune ligne perdue, l'ordre gardé"
    # 10 × 20 199 = 201 990 ; 5 % : 10 099,50 ; total 212 089,50 = 424 179 / 2.
    assert (by_name["a"]["etat"], by_name["a"]["total"], by_name["a"]["total_exact"]) == (
        "calculé",
        "212089,5",
        "424179/2",
    )
    assert by_name["b"]["etat"].startswith("refusé : etp : « dix » n'est pas un nombre")
    assert by_name["c"]["etat"].startswith("refusé : Aide au poste, montant socle : inconnu du 1er janvier 2021")
    assert by_name["d"]["etat"] == "incomplet : il manque taux_modulation"
    assert by_name["d"]["socle"] == "13304"
    assert "il en faut 5" in by_name["e"]["etat"]
    assert by_name["f"]["total"] == "14634,4"
    told = result.stderr.splitlines()
    assert "ligne 3 : etp : « dix » n'est pas un nombre : écrivez par exemple 1 234,5" in told
    assert any(line.startswith("ligne 5 : ") for line in told)
    assert any(line.startswith("ligne 7 : ") for line in told)
    assert told[0] == "Colonnes recopiées sans être lues : nom."
    assert told[-1].startswith("6 lignes, 3 refusées")


def test_a_file_of_a_french_spreadsheet_is_read(tmp_path: Path) -> None:
    result, rows = lancer(
        tmp_path,
        "siae;etp;taux_modulation;préfecture\r\nACI;1 234,5;0;Hérault\r\n".encode("cp1252"),
        "--date",
        "2019-06-01",
    )
    assert result.exit_code == 0
    # 1 234,5 × 20 199 = 24 935 665,50.
    assert rows[1][3] == "Hérault"
    assert rows[1][rows[0].index("total")] == "24935665,5"


def test_commas_go_with_the_decimal_point(tmp_path: Path) -> None:
    _, rows = lancer(tmp_path, 'siae,etp,taux_modulation\nACI,"0,5",5\n', "--date", "2019-06-01")
    # 0,5 × 20 199 = 10 099,50 ; × 1,05 = 10 604,475.
    assert rows[1][rows[0].index("total")] == "10604.475"


def test_more_lines_than_one_process_takes_come_out_in_order(tmp_path: Path) -> None:
    count = SEUL + PAQUET + 7
    lines = "".join(f"ACI;{number};0\n" for number in range(count))
    result, rows = lancer(tmp_path, f"siae;etp;taux_modulation\n{lines}", "--date", "2019-06-01")
    assert result.exit_code == 0
    total = rows[0].index("total")
    assert [row[total] for row in rows[1:]] == [str(number * 20199) for number in range(count)]


def test_a_copied_cell_never_becomes_a_formula(tmp_path: Path) -> None:
    cells = ["=1+1", "+33", "-12,5", "@SUM(A1)", "-oups"]
    lines = "".join(f"{cell};ACI;1;0\n" for cell in cells)
    _, rows = lancer(tmp_path, f"nom;siae;etp;taux_modulation\n{lines}", "--date", "2019-06-01")
    assert [row[0] for row in rows[1:]] == ["'=1+1", "+33", "-12,5", "'@SUM(A1)", "'-oups"]


@pytest.mark.parametrize(
    ("contenu", "phrase"),
    [
        ("siae;etp;etp\n", "la colonne « etp » est là deux fois"),
        ("siae;ept\n", "colonne « ept » inconnue ; vouliez-vous dire « etp » ?"),
        ("a;b\n", "ce fichier n'a aucune colonne du calculateur"),
        ("", "ce fichier n'a aucune colonne du calculateur"),
    ],
)
def test_a_wrong_header_is_a_usage_error_and_nothing_is_written(tmp_path: Path, contenu: str, phrase: str) -> None:
    result, rows = lancer(tmp_path, contenu)
    assert result.exit_code == 2
    assert phrase in result.stderr
    assert rows == []


def test_the_file_is_not_written_over_and_a_missing_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("siae;etp\nACI;1\n", encoding="utf-8")
    base = ["--racine", str(RACINE), "calculer", "aide-au-poste"]
    same = CliRunner().invoke(memento, [*base, "--lot", str(path), "--sortie", str(path)])
    assert (same.exit_code, path.read_text(encoding="utf-8")) == (2, "siae;etp\nACI;1\n")
    absent = CliRunner().invoke(memento, [*base, "--lot", str(tmp_path / "b.csv"), "--sortie", str(tmp_path / "c.csv")])
    assert absent.exit_code == 1
    assert "ne se lit pas" in absent.stderr
    nowhere = CliRunner().invoke(memento, [*base, "--lot", str(path), "--sortie", str(tmp_path / "x" / "c.csv")])
    assert nowhere.exit_code == 1
    assert "impossible d'écrire" in nowhere.stderr
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.csv"]


def test_lines_that_are_no_csv_do_not_stop_the_others(tmp_path: Path) -> None:
    result, rows = lancer(tmp_path, f"siae;etp;taux_modulation\n{'x' * 200_000};1;0\nACI;1;0\n", "--date", "2019-06-01")
    assert result.exit_code == 1
    assert rows[-1][rows[0].index("total")] == "20199"
    assert "ligne 2 : " in result.stderr


@given(st.fractions(max_denominator=10**9))
def test_decimals_are_the_number_rounded_at_the_tenth(value: Fraction) -> None:
    written = Fraction(decimal(value, "."))
    assert abs(written - value) <= Fraction(1, 2 * 10**10)
    if (value * 10**10).denominator == 1:
        assert written == value


def test_a_file_saved_as_unicode_text_is_read(tmp_path: Path) -> None:
    result, rows = lancer(tmp_path, "siae\tetp\ttaux_modulation\nACI\t10\t0\n".encode("utf-16"), "--date", "2019-06-01")
    assert result.exit_code == 0
    header, *lines = [row[0].split("\t") for row in rows]
    # 10 × 20 199.
    assert lines[0][header.index("total")] == "201990"


def test_when_the_result_cannot_take_its_place_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object) -> None:
        raise OSError(28, "disque plein")

    monkeypatch.setattr(Path, "replace", refuser)
    result, rows = lancer(tmp_path, "siae;etp;taux_modulation\nACI;10;0\n", "--date", "2019-06-01")
    assert (result.exit_code, rows) == (1, [])
    assert "impossible d'écrire" in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"lot.csv"}


class IciMeme:
    """A pool of processes that is this one."""

    def __init__(self, initializer: Callable[..., None], initargs: tuple[object, ...]) -> None:
        initializer(*initargs)

    def __enter__(self) -> "IciMeme":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was opened."""

    def submit(self, function: Callable[..., object], *arguments: object) -> Future[object]:
        done: Future[object] = Future()
        done.set_result(function(*arguments))
        return done


def test_few_packets_wait_at_a_time_and_lines_stay_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PAQUET": 1, "SEUL": 1, "D_AVANCE": 2, "ProcessPoolExecutor": IciMeme}.items():
        monkeypatch.setattr(f"generator.adapters.lot.{name}", value)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    text = "siae;etp;taux_modulation\n" + "".join(f"ACI;{rank};0\n" for rank in range(1, 7))
    result, rows = lancer(tmp_path, text, "--date", "2019-06-01")
    assert result.exit_code == 0
    assert [row[1] for row in rows[1:]] == ["1", "2", "3", "4", "5", "6"]

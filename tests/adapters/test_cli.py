"""The command `memento`, as one types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

pytestmark = pytest.mark.usefixtures("deja_lu")

RACINE = Path(__file__).parents[2]
ACI = (
    "recettes={} recettes_reservees=0 achats=0 charges_exploitation=900 dotations_amortissements=100 "
    "valorisation_benevolat=0 derogation={}"
)


def lancer(*mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(RACINE), *mots])


def calculer(*mots: str) -> dict[str, object]:
    result = lancer("calculer", *mots, "--format", "json")
    return json.loads(result.stdout)


def taux_aci(recettes: str, derogation: str = "non") -> dict[str, dict[str, str]]:
    words = ACI.format(recettes, derogation).split()
    return calculer("aci-taux-commercialisation", "--date", "2019-09-10", *words)["resultats"]  # type: ignore[return-value]


def test_exactly_thirty_percent_is_not_below_thirty_percent() -> None:
    results = taux_aci("300")
    assert results["taux"]["exact"] == "3/10"
    assert results["verdict"]["code"] == "non-conforme"
    assert "inférieure à 30 %" in results["verdict"]["message"]


def test_one_cent_under_thirty_percent_conforms() -> None:
    assert taux_aci("299,99")["verdict"]["code"] == "conforme"


def test_the_prefect_allows_up_to_and_including_fifty_percent() -> None:
    assert taux_aci("500", "oui")["verdict"]["code"] == "conforme"
    assert taux_aci("500,01", "oui")["verdict"]["code"] == "non-conforme"


def test_the_last_known_amount_comes_with_its_warning() -> None:
    words = ("siae=ACI", "etp=10", "taux_modulation=5%", "territoire=metropole")
    content = calculer("aide-au-poste", "--date", "2026-11-23", *words)
    # 10 × 23 921 = 239 210 ; × 1,05 = 251 170,50.
    assert content["resultats"]["total"]["exact"] == "502341/2"  # type: ignore[index]
    assert any("dernier montant connu, en vigueur depuis le 1er novembre 2024" in w for w in content["avertissements"])  # type: ignore[union-attr]


def test_a_gap_is_refused_with_its_reason() -> None:
    result = lancer("calculer", "aide-au-poste", "--date", "2021-03-01", "siae=AI")
    assert result.exit_code == 1
    assert "inconnu du 1er janvier 2021 au 30 septembre 2021" in result.stderr


def test_an_input_that_cannot_be_read_is_named_and_refused() -> None:
    result = lancer("calculer", "aide-au-poste", "siae=ACI", "etp=1e999")
    assert result.exit_code == 1
    assert result.stderr.startswith("Erreur : etp : « 1e999 » n'est pas un nombre")


@pytest.mark.parametrize("saisie", ["", "x" * 400, "9" * 400, "<script>", "NaN", "-1", "½", "٣"])
def test_hostile_entries_never_give_a_traceback(saisie: str) -> None:
    result = lancer("calculer", "aide-au-poste", "siae=ACI", f"etp={saisie}")
    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "NaN" not in result.stdout
    assert "Infinity" not in result.stdout


def test_what_is_missing_becomes_the_next_questions() -> None:
    content = calculer("aide-au-poste", "siae=ACI", "--date", "2024-06-01")
    assert content["questions"] == ["etp", "taux_modulation"]
    assert content["resultats"]["total"] == {"etat": "inconnu", "questions": ["etp", "taux_modulation"]}  # type: ignore[index]


def test_an_unknown_input_suggests_the_right_one() -> None:
    result = lancer("calculer", "aide-au-poste", "siaes=ACI")
    assert result.exit_code == 1
    assert "vouliez-vous dire « siae » ?" in result.stderr


def test_an_unknown_calculator_is_a_usage_error_with_a_suggestion() -> None:
    result = lancer("calculer", "aide-au-postes")
    assert result.exit_code == 2
    assert "vouliez-vous dire « aide-au-poste » ?" in result.stderr


def test_an_unknown_command_is_a_french_usage_error() -> None:
    result = lancer("verifie")
    assert result.exit_code == 2
    assert "vouliez-vous dire « verifier » ?" in result.stderr


def test_an_unknown_option_is_a_french_usage_error() -> None:
    result = lancer("verifier", "--vite")
    assert result.exit_code == 2
    assert "l'option --vite n'existe pas" in result.stderr


@pytest.mark.parametrize("commande", ["verifier", "construire", "servir", "calculer", "exporter", "expliquer"])
def test_every_command_has_a_help(commande: str) -> None:
    result = lancer(commande, "--help")
    assert result.exit_code == 0
    assert commande in result.stdout
    assert "Affiche cette aide." in result.stdout
    assert not any(word in result.stdout for word in ("Usage:", "Options:", "Show this", "default"))


def test_a_format_that_does_not_exist_is_told_in_french() -> None:
    result = lancer("verifier", "--format", "xml")
    assert result.exit_code == 2
    assert "« xml » n'est pas admis ; choix : texte, json, github, sarif, junit\n" in result.stderr


@pytest.mark.parametrize(
    ("mots", "question"),
    [
        (("verifer",), "vouliez-vous dire « verifier » ?"),
        (("verifier", "--formt", "json"), "vouliez-vous dire « --format » ?"),
        (("verifier", "--format", "jsn"), "vouliez-vous dire « json » ?"),
        (("calculer", "aide-au-post"), "vouliez-vous dire « aide-au-poste » ?"),
        (("calculer", "aide-au-poste", "siea=ACI"), "vouliez-vous dire « siae » ?"),
    ],
)
def test_what_is_nearly_right_is_asked_back(mots: tuple[str, ...], question: str) -> None:
    result = lancer(*mots)
    assert result.exit_code in (1, 2)
    assert question in result.stderr


def test_a_code_is_explained_by_its_fault_its_reason_and_its_remedy() -> None:
    result = lancer("expliquer", "mem201")
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("Faute :", "Pourquoi :", "Remède :"))


def test_an_unknown_code_is_a_usage_error() -> None:
    assert lancer("expliquer", "MEM999").exit_code == 2


def test_the_memento_itself_is_in_order() -> None:
    result = lancer("verifier", "--format", "json")
    assert [row for row in json.loads(result.stdout) if row["severite"] == "erreur"] == []
    assert result.exit_code == 0


def test_outside_a_memento_the_command_says_what_is_missing(tmp_path: Path) -> None:
    result = CliRunner().invoke(memento, ["--racine", str(tmp_path), "verifier"])
    assert result.exit_code == 2
    assert "il faut les dossiers rules/ et content/" in result.stderr


def test_without_a_terminal_there_is_no_colour(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "rules" / "listes.yaml").write_text("listes: [a, a: b]\n", encoding="utf-8")
    command = [sys.executable, "-m", "generator.adapters.cli", "--racine", str(tmp_path), "verifier"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "\033[" not in result.stderr
    assert "memento expliquer" in result.stderr


TAPEE = (sys.executable, "-m", "generator.adapters.cli")


@pytest.mark.parametrize(("mots", "statut"), [(("expliquer", "MEM101"), 0), (("expliquer", "MEM999"), 2)])
def test_the_status_of_a_command_is_that_of_its_process_and_all_it_says_is_read(
    mots: tuple[str, ...], statut: int
) -> None:
    done = subprocess.run((*TAPEE, *mots), capture_output=True, text=True, check=False)
    inside = lancer(*mots)
    assert (done.returncode, done.stdout) == (statut, inside.stdout)
    assert inside.exit_code == statut
    assert done.stderr.splitlines()[:1] == inside.stderr.splitlines()[:1]


def test_what_cannot_be_written_is_no_success() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run((*TAPEE, "expliquer", "MEM101"), stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode != 0
    assert done.stderr.strip()


def test_what_is_to_be_done_at_the_end_of_a_process_is_done() -> None:
    script = (
        "import atexit, sys; from generator.adapters.cli import lancer; atexit.register(print, 'fini');"
        "sys.argv = ['memento', 'expliquer', 'MEM101']; lancer()"
    )
    done = subprocess.run((sys.executable, "-c", script), capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "fini"


def test_the_examples_are_run_again_one_by_one() -> None:
    result = lancer("calculer", "aide-au-poste", "--exemples")
    assert result.exit_code == 0
    assert "✓ Dix postes d'ACI en 2019, modulation de 5 %, au 1er juin 2019" in result.stdout
    assert "10 × 20 199 = 201 990 €" in result.stdout
    every = lancer("calculer", "--exemples")
    assert every.exit_code == 0
    assert every.stdout.splitlines()[-1].endswith("exemples, tous justes.")


def test_an_example_that_differs_is_shown_and_fails(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, "rules/calculateurs/calcul-modele.yaml", "attendu: {taux: 4/5}", "attendu: {taux: 3/5}")
    result = CliRunner().invoke(memento, ["--racine", str(tmp_path), "calculer", "calcul-modele", "--exemples"])
    assert result.exit_code == 1
    assert "✗ H" in result.stdout
    assert "ÉCART : taux devrait valoir 3/5, le calcul donne 4/5" in result.stdout
    assert "8 exemples, 1 en écart." in result.stdout


def test_a_calculator_is_written_for_publicodes_at_a_date() -> None:
    result = lancer("exporter", "publicodes", "aci-taux-commercialisation", "--date", "2024-12-01")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "# Taux de commercialisation d'un atelier ou chantier d'insertion, droit au 1er déc"
    )
    assert "taux:" in result.stdout


def test_every_calculator_is_written_in_a_folder(tmp_path: Path) -> None:
    result = lancer("exporter", "publicodes", "--sortie", str(tmp_path / "publicodes"), "--date", "2024-12-01")
    assert result.exit_code == 0
    written = {path.stem for path in (tmp_path / "publicodes").iterdir()}
    assert written == {path.stem for path in (RACINE / "rules/calculateurs").glob("*.yaml")}


@pytest.mark.parametrize(
    ("mots", "statut", "phrase"),
    [
        ((), 2, "nommez un calculateur"),
        (("aide-au-post",), 2, "vouliez-vous dire « aide-au-poste » ?"),
        (("aide-au-poste", "--date", "hier"), 1, "n'est pas une date"),
    ],
)
def test_an_export_that_cannot_be_made_is_told(mots: tuple[str, ...], statut: int, phrase: str) -> None:
    result = lancer("exporter", "publicodes", *mots)
    assert result.exit_code == statut
    assert phrase in result.stderr

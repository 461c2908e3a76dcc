"""The bench of the calculators runs, and misjudges nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("publicodes")

RACINE = Path(__file__).parents[2]


def test_the_bench_of_the_calculators_runs_and_finds_no_error_of_ours(tmp_path: Path) -> None:
    data = tmp_path / "calcul.json"
    with data.open("w", encoding="utf-8") as out:
        subprocess.run([sys.executable, "bench/calcul/preparer.py"], cwd=RACINE, stdout=out, check=True)
    command = ["node", "bench/calcul/mesurer.mjs", str(data), "--bref"]
    ran = subprocess.run(command, cwd=RACINE, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "| 0 sur 5" in ran.stdout.replace("\u202f", " ")
    assert "cdi-inclusion | 5 | 6 |" in ran.stdout

"""Load nginx, with the shipped configuration, by wrk on loopback: python -m bench.service.mesurer SITE

The site is one that `memento construire --comprimer` has built. What is measured is this machine talking to itself: the
ratios between pages and between compressions hold elsewhere, the numbers do not.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.recherche.nombres import decimal, entier
from tests.serveur_nginx import lancer, programme

PAGES = {"accueil": "", "règle": "regles/ai-480-heures/", "liste des règles": "regles/"}
CODAGES = {"brotli": "br", "gzip": "gzip", "aucune": "identity"}
SECONDES, LIAISONS = 5, 32
_MESURE = re.compile(
    r"50%\s+(?P<p50>\S+).*?99%\s+(?P<p99>\S+).*?(?P<demandes>\d+) requests in.*?Requests/sec:\s+(?P<debit>\S+)", re.S
)


@dataclass(frozen=True, slots=True)
class Charge:
    """What wrk says of a page, and the part of a core that nginx used meanwhile."""

    debit: float
    p50: str
    p99: str
    octets: int
    coeur: float


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html.br").is_file():
        print("Il faut un site construit avec « memento construire --comprimer ».", file=sys.stderr)
        return 2
    site = Path(arguments[0]).resolve()
    with tempfile.TemporaryDirectory() as folder, lancer(Path(folder), site) as address:
        pid = int((Path(folder) / "nginx.pid").read_text(encoding="utf-8"))
        rows = [
            (page, coding, _charger(f"{address}{url}", accepted, _ouvriers(pid)))
            for page, url in PAGES.items()
            for coding, accepted in CODAGES.items()
        ]
    print(_tableau(rows))
    return 0


def _charger(url: str, codage: str, ouvriers: list[int]) -> Charge:
    octets = _octets(url, codage)
    command = ["wrk", "-t1", f"-c{LIAISONS}", f"-d{SECONDES}s", "--latency", "-H", f"Accept-Encoding: {codage}", url]
    before = _temps(ouvriers)
    said = subprocess.run(command, capture_output=True, text=True, timeout=SECONDES + 30, check=True).stdout
    used = _temps(ouvriers) - before
    found = _MESURE.search(said)
    if found is None or "Non-2xx" in said:
        raise SystemExit(f"wrk n'a pas mesuré {url} :\n{said}")
    return Charge(float(found["debit"]), found["p50"], found["p99"], octets, used / SECONDES)


def _octets(url: str, codage: str) -> int:
    """What one answer weighs, headers included."""
    command = ["curl", "-sS", "-m", "10", "-o", os.devnull, "-H", f"Accept-Encoding: {codage}"]
    said = subprocess.run(
        [*command, "-w", "%{size_download} %{size_header}", url], capture_output=True, text=True, timeout=20, check=True
    )
    return sum(map(int, said.stdout.split()))


def _ouvriers(pid: int) -> list[int]:
    found = subprocess.run(
        ["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, timeout=10, check=True
    )
    return [int(line) for line in found.stdout.split()]


def _temps(ouvriers: list[int]) -> float:
    """Seconds of processor, user and system."""
    ticks = 0
    for pid in ouvriers:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _tableau(rows: list[tuple[str, str, Charge]]) -> str:
    version = subprocess.run([programme("nginx"), "-v"], capture_output=True, text=True, timeout=10, check=True).stderr
    load = decimal(os.getloadavg()[0], 0)
    lines = [
        f"Mesuré le {date.today()} : {version.strip().rpartition('/')[0].rpartition(' ')[2]} "
        f"{version.strip().rpartition('/')[2]} avec un seul ouvrier, {os.cpu_count()} cœurs, wrk sur la même machine "
        f"({LIAISONS} liaisons, {SECONDES} s), charge de {load} à la fin des mesures. Les fichiers sont compressés "
        "d’avance. Le temps de processeur par réponse vaut sur une machine chargée ; le débit et les délais, non.",
        "",
        "| Page | Compression | octets par réponse | réponses par seconde | médiane | 99 % | cœur de nginx "
        "| ms de cœur par réponse |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for page, coding, found in rows:
        cost = decimal(1000 * found.coeur / found.debit, 3)
        lines.append(
            f"| {page} | {coding} | {entier(found.octets)} | {entier(found.debit)} | {_duree(found.p50)} "
            f"| {_duree(found.p99)} | {decimal(100 * found.coeur, 0)} % | {cost} |"
        )
    return "\n".join(lines)


def _duree(said: str) -> str:
    """« 1.23ms » → « 1,23 ms »."""
    found = re.fullmatch(r"([\d.]+)(\D+)", said)
    assert found, said
    return f"{found[1].replace('.', ',')} {found[2].replace('us', 'µs')}"


if __name__ == "__main__":
    if not shutil.which("wrk"):
        raise SystemExit("Il faut wrk : « sudo apt install wrk ».")
    sys.exit(main(sys.argv[1:]))

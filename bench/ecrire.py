"""Put what a bench prints in its section of RESULTATS.md: python bench/ecrire.py calcul < tableau.md"""

import re
import sys
from pathlib import Path

RESULTATS = Path(__file__).parent / "RESULTATS.md"


def main(section: str) -> None:
    start, end = f"<!-- {section} -->", f"<!-- fin de {section} -->"
    text = RESULTATS.read_text(encoding="utf-8")
    if start not in text:
        raise SystemExit(f"RESULTATS.md n'a pas de section « {section} »")
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    made = f"{start}\n\n{sys.stdin.read().strip()}\n\n{end}"
    RESULTATS.write_text(pattern.sub(lambda _: made, text), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

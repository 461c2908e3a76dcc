"""What a site weighs on a disk."""

import os
from dataclasses import dataclass
from pathlib import Path

# Copies of the other files for servers: nobody reads them besides the original.
COMPRESSES = (".gz", ".br")


@dataclass(frozen=True, slots=True)
class Poids:
    """Bytes and files, compressed copies set apart; `html` are the bytes of the pages."""

    octets: int
    fichiers: int
    html: int
    compresses: int


def peser(site: Path) -> Poids:
    total = files = html = compressed = 0
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            size = os.path.getsize(path)
            if name.endswith(COMPRESSES) and os.path.exists(path.rpartition(".")[0]):
                compressed += size
                continue
            total, files = total + size, files + 1
            if name.endswith(".html"):
                html += size
    return Poids(total, files, html, compressed)

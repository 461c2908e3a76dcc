"""`make audit`: every dependency is pinned, licensed as we want, from a registry, and without a known vulnerability.

What needs no network always works, and fails. The advisories are asked of OSV, which holds those of PyPI: a known one
fails; when nothing answers, that is said, and the status stays 0 as nothing was found.
"""

import json
import re
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

RACINE = Path(__file__).parents[1]
OSV, DELAI = "https://api.osv.dev/v1/querybatch", 15
# What pip brings with itself, and ourselves.
A_PART = frozenset({"pip", "setuptools", "wheel", "memento-inclusion"})
LICENCES = re.compile(
    r"\b(?:MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|ISC|Zlib|Unlicense|CC0|0BSD)\b", re.I
)
EPINGLE = re.compile(r"(?P<nom>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.!+_-]+)")


def nom(name: str) -> str:
    """As registries compare names (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def epingles(text: str) -> Mapping[str, str]:
    """Name → version. Raises ValueError on a line that pins nothing: a range, an address, a folder."""
    found = {}
    for line in text.splitlines():
        match = EPINGLE.fullmatch(line.strip())
        if not match:
            raise ValueError(f"constraints.txt : « {line} » n'épingle pas une version d'un registre")
        found[nom(match["nom"])] = match["version"]
    return found


def installees(pinned: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the distributions installed here."""
    for found in metadata.distributions():
        name = nom(found.metadata["Name"])
        if name in A_PART:
            continue
        if name not in pinned:
            yield f"{name} {found.version} est installé et n'est pas dans constraints.txt"
        elif pinned[name] != found.version:
            yield f"{name} {found.version} est installé, constraints.txt dit {pinned[name]}"
        if found.read_text("direct_url.json"):
            yield f"{name} vient d'une adresse, pas d'un registre"
        if not LICENCES.search(licence(found)):
            yield f"{name} : licence « {licence(found)[:80] or 'non dite'} » à examiner"


def licence(found: metadata.Distribution) -> str:
    """All that a distribution says of its licence, in a line."""
    said = found.metadata
    classes = [value for value in said.get_all("Classifier") or () if value.startswith("License ::")]
    first = (said.get("License") or "").strip().partition("\n")[0]
    return " ".join(part for part in (said.get("License-Expression") or "", first, *classes) if part)


def npm(root: Path) -> Iterator[str]:
    """What is wrong with the packages of npm: each version is exact, no lock file leads elsewhere."""
    for path in sorted((*root.glob("tests/**/package*.json"), *root.glob("bench/**/package*.json"))):
        if "node_modules" in path.parts:
            continue
        held, shown = json.loads(path.read_text(encoding="utf-8")), path.relative_to(root)
        if path.name == "package.json":
            for kind in ("dependencies", "devDependencies"):
                for name, version in held.get(kind, {}).items():
                    if not re.fullmatch(r"\d+\.\d+\.\d+(?:-[\w.]+)?", version):
                        yield f"{shown} : {name} « {version} » n'est pas une version exacte"
        for name, package in held.get("packages", {}).items():
            if name and "resolved" in package:
                yield f"{shown} : {name} porte l'adresse {package['resolved']}"
            if name and "integrity" not in package:
                yield f"{shown} : {name} n'a pas d'empreinte"


def avis(pinned: Mapping[str, str], url: str = OSV) -> list[str] | None:
    """The known vulnerabilities of the pinned versions; None when nothing answers."""
    asked = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in pinned.items()]
    request = urllib.request.Request(url, json.dumps({"queries": asked}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=DELAI) as answer:
            results = json.load(answer)["results"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if len(results) != len(pinned):
        return None
    return [
        f"{name} {version} : {', '.join(item['id'] for item in result['vulns'])}"
        for (name, version), result in zip(pinned.items(), results, strict=True)
        if result.get("vulns")
    ]


def main() -> int:
    pinned = epingles((RACINE / "constraints.txt").read_text(encoding="utf-8"))
    faults = [*installees(pinned), *npm(RACINE)]
    known = avis(pinned)
    for line in (*faults, *(known or ())):
        print(line, file=sys.stderr)
    if known is None:
        print(
            f"ATTENTION : {OSV} n'a pas répondu. Aucune faille connue n'a été cherchée ; "
            "épingles, licences et adresses, elles, ont été vérifiées.",
            file=sys.stderr,
        )
    elif not known:
        print(f"{len(pinned)} dépendances, aucune faille connue.")
    return 1 if faults or known else 0


if __name__ == "__main__":
    sys.exit(main())

"""`urls.lock`: every address ever published, one a line; `ancienne/ -> nouvelle/` sends readers on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, Report
from generator.load import codes
from generator.load.node import Span
from generator.load.source import decode
from generator.load.tree import read_bytes

VERROU = "urls.lock"
ACCUEIL = "./"
EN_TETE = (
    "# Toutes les adresses publiées un jour : aucune ne meurt. Ce fichier se tient tout seul :",
    "# « memento adresses --verrouiller » ajoute les nouvelles, « memento renommer » écrit les renvois",
    "# « ancienne/ -> nouvelle/ ». N'enlevez une ligne que si personne n'a pu lire la page.",
)
_CHEMIN = r"(?:\./|[A-Za-z0-9_-][A-Za-z0-9._/-]*)"
_LIGNE = re.compile(rf"(?P<ancien>{_CHEMIN})(?: -> (?P<nouveau>{_CHEMIN}))?")


@dataclass(frozen=True, slots=True)
class Adresse:
    """An address from the root, empty for the home page; `vers` is where it leads now, None when it is still there."""

    url: str
    vers: str | None
    ligne: int


@dataclass(frozen=True, slots=True)
class Verrou:
    """In the order of the file."""

    adresses: tuple[Adresse, ...] = ()

    @property
    def redirections(self) -> Mapping[str, str]:
        """Old address → the one that its line names."""
        return {adresse.url: adresse.vers for adresse in self.adresses if adresse.vers is not None}

    def finale(self, url: str) -> str | None:
        """Where a redirect ends, after those that follow it; None when they go round in circles."""
        table, seen = self.redirections, {url}
        while url in table:
            url = table[url]
            if url in seen:
                return None
            seen.add(url)
        return url


SANS_VERROU = Verrou()


def load_verrou(root: Path) -> Outcome[Verrou]:
    """The addresses of the repository; none when it has never been published."""
    if not (root / VERROU).exists():
        return Outcome(SANS_VERROU)
    data = read_bytes(root, VERROU)
    if data.failed:
        return Outcome(SANS_VERROU, data.report)
    text = decode(VERROU, data.value)
    if text.failed:
        return Outcome(SANS_VERROU, text.report)
    found: list[Adresse] = []
    diagnostics = list(_lire(text.value, found))
    return Outcome(Verrou(tuple(found)), Report.of(diagnostics))


def _lire(text: str, found: list[Adresse]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        place = Span(number, 1, len(line)).at(VERROU)
        match = _LIGNE.fullmatch(line)
        if match is None or (match["nouveau"] and match["ancien"].endswith("/") != match["nouveau"].endswith("/")):
            yield codes.ADRESSE_MAL_ECRITE.at(place, f"« {line} » n'est pas une adresse")
        elif match["ancien"] in first:
            message = f"« {match['ancien']} » est déjà à la ligne {first[match['ancien']]}"
            yield codes.ADRESSE_EN_DOUBLE.at(place, message)
        else:
            first[match["ancien"]] = number
            target = match["nouveau"]
            found.append(Adresse(_url(match["ancien"]), _url(target) if target else None, number))


def ecrire_verrou(adresses: Iterable[str], redirections: Mapping[str, str]) -> str:
    """The text of the file, sorted; an address that is redirected has only that line."""
    lines = [_chemin(url) for url in adresses if url not in redirections]
    lines += [f"{_chemin(old)} -> {_chemin(new)}" for old, new in redirections.items()]
    return "\n".join((*EN_TETE, *sorted(set(lines)))) + "\n"


def _url(chemin: str) -> str:
    return "" if chemin == ACCUEIL else chemin


def _chemin(url: str) -> str:
    return url or ACCUEIL

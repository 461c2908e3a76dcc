"""Names of files and folders that every system reads in one way, and that are addresses as they are."""

import re

LONGUEUR = 100
NOM = re.compile(rf"(?=.{{1,{LONGUEUR}}}$)[a-z0-9]+(?:[-_][a-z0-9]+)*")
# Windows opens its devices under these names, whatever follows their first dot.
APPAREILS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")
CONSEIL = (
    f"renommez-le en minuscules sans accent, chiffres et tirets, {LONGUEUR} signes au plus ; « con », « aux » "
    "et « nul » sont réservés par Windows"
)


def mal_nomme(path: str) -> str | None:
    """The first folder of a path, or its file, whose name is not admitted; None when all are.

    Lower case alone, so that no two names are one for a system that does not tell case or accents apart.
    """
    *folders, file = path.split("/")
    stem = file.rpartition(".")[0]
    for shown, name in (*((folder, folder) for folder in folders), (file, stem)):
        if not NOM.fullmatch(name) or APPAREILS.fullmatch(name):
            return shown
    return None

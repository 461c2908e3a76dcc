"""What the search promises in figures; a promise that is not held fails the bench."""

from collections.abc import Iterator, Sequence

from bench.recherche.mesures import Vitesse
from bench.recherche.nombres import decimal, entier, taux
from bench.recherche.notes import Essai, Note, par_lot

TROIS_PREMIERS, PREMIER = 0.98, 0.90
POINTS_D_ECART = 3
OCTETS_D_INDEX = 350_000
PREMIER_RESULTAT_MS, TOUCHE_MS, TOUCHE_GRAND_MS = 300, 16, 60


def non_tenues(essais: Sequence[Essai], octets: int, vitesses: Sequence[Vitesse], grand: Vitesse) -> Iterator[str]:
    """Each promise that is not held, in a sentence.

    `octets` are the index's, `vitesses` those of each place where one searches, `grand` the speed on 5,000 pages.
    """
    notes = par_lot(essais)
    every = notes["toutes"]
    if every.trois < TROIS_PREMIERS:
        yield _non_tenu(f"{100 * TROIS_PREMIERS:.0f} % dans les 3 premiers", taux(every.trois))
    if every.premier < PREMIER:
        yield _non_tenu(f"{100 * PREMIER:.0f} % en premier", taux(every.premier))
    if {"réglage", "mises à part"} <= notes.keys():
        yield from _ecarts(notes["réglage"], notes["mises à part"])
    if not 0 < octets <= OCTETS_D_INDEX:
        yield _non_tenu(f"index de {entier(OCTETS_D_INDEX)} octets au plus", entier(octets))
    first, key = max(one.premier for one in vitesses), max(one.p95 for one in vitesses)
    if first > PREMIER_RESULTAT_MS:
        yield _non_tenu(f"premier résultat en {PREMIER_RESULTAT_MS} ms", entier(first))
    if key > TOUCHE_MS:
        yield _non_tenu(f"{TOUCHE_MS} ms par touche au 95e centile", decimal(key))
    if grand.p95 > TOUCHE_GRAND_MS:
        yield _non_tenu(f"{TOUCHE_GRAND_MS} ms par touche au 95e centile, sur 5 000 pages", decimal(grand.p95))


def _ecarts(reglage: Note, a_part: Note) -> Iterator[str]:
    """What was not looked at when settings were chosen may not do much worse than what was."""
    gaps = {"3 premiers": reglage.trois - a_part.trois, "en premier": reglage.premier - a_part.premier}
    for name, gap in gaps.items():
        if 100 * gap > POINTS_D_ECART:
            yield _non_tenu(f"mises à part à {POINTS_D_ECART} points du réglage, {name}", decimal(100 * gap))


def _non_tenu(promesse: str, mesure: str) -> str:
    return f"Non tenu : {promesse} ({mesure})."

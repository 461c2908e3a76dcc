"""What the search promises in figures; a promise that is not held fails the bench."""

from collections.abc import Iterator, Sequence

from bench.recherche.mesures import Vitesse
from bench.recherche.notes import Essai, par_lot

TROIS_PREMIERS, PREMIER, ECART = 0.98, 0.90, 0.03
OCTETS_D_INDEX = 350_000
PREMIER_RESULTAT_MS, TOUCHE_MS, TOUCHE_GRAND_MS = 300, 16, 60


def non_tenues(essais: Sequence[Essai], octets: int, vitesse: Vitesse, grand: Vitesse) -> Iterator[str]:
    """Each promise that is not held, in a sentence: `octets` are the index's, `grand` the speed on 5,000 pages."""
    notes = par_lot(essais)
    all_of_them = notes["toutes"]
    held = {
        f"{TROIS_PREMIERS:.0%} dans les 3 premiers ({all_of_them.trois:.1%})": all_of_them.trois >= TROIS_PREMIERS,
        f"{PREMIER:.0%} en premier ({all_of_them.premier:.1%})": all_of_them.premier >= PREMIER,
        f"index de {OCTETS_D_INDEX} octets au plus ({octets})": 0 < octets <= OCTETS_D_INDEX,
        f"premier résultat en {PREMIER_RESULTAT_MS} ms ({vitesse.premier:.0f})": vitesse.premier <= PREMIER_RESULTAT_MS,
        f"p95 de {TOUCHE_MS} ms par touche ({vitesse.p95:.1f})": vitesse.p95 <= TOUCHE_MS,
        f"p95 de {TOUCHE_GRAND_MS} ms sur 5 000 pages ({grand.p95:.1f})": grand.p95 <= TOUCHE_GRAND_MS,
    }
    if {"réglage", "mises à part"} <= notes.keys():
        seen, unseen = notes["réglage"], notes["mises à part"]
        for name, gap in (("3 premiers", seen.trois - unseen.trois), ("premier", seen.premier - unseen.premier)):
            held[f"mises à part à {100 * ECART:.0f} points au plus du réglage, {name} ({100 * gap:.1f})"] = gap <= ECART
    return (f"Non tenu : {promise}." for promise, kept in held.items() if not kept)

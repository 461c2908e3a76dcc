"""What is measured of an engine in Chromium: what it finds, what it weighs, how long it takes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from bench.recherche.moteurs import CHRONOMETRE, Moteur
from bench.recherche.notes import pages_de, quantile
from bench.recherche.requetes import Requete, echantillon
from bench.recherche.serveur import Hote

# Words that every engine finds: a first result comes.
PREMIERES = ("durée", "aide au poste", "contrat", "convention", "heures", "agrément", "salarié")
EN_SESSION, TAPEES = 20, 40


@dataclass(frozen=True, slots=True)
class Vitesse:
    """Milliseconds: to the first result (median of fresh readers), then per key."""

    premier: float
    p50: float
    p95: float
    touches: int


@dataclass(frozen=True, slots=True)
class Poids:
    """Compressed bytes of what the search fetches: for a first word, index within them; then for a whole session."""

    premier: int
    index: int
    session: int


@dataclass(frozen=True, slots=True)
class Mesures:
    """`trouvees` gives the first pages for each query, in the order of the queries."""

    nom: str
    trouvees: tuple[tuple[str, ...], ...]
    vitesse: Vitesse
    poids: Poids


def mesurer(navigateur: Browser, moteur: Moteur, hote: Hote, requetes: Sequence[Requete]) -> Mesures:
    with lecteur(navigateur) as page:
        moteur.ouvrir(page, hote.adresse)
        moteur.premier(page, PREMIERES[0])
        found = tuple(pages_de(moteur.chercher(page, requete.texte)) for requete in requetes)
    speed = vitesse(navigateur, moteur, hote, [requete.texte for requete in echantillon(requetes, TAPEES)])
    return Mesures(moteur.nom, found, speed, poids(navigateur, moteur, hote, requetes))


def vitesse(navigateur: Browser, moteur: Moteur, hote: Hote, textes: Sequence[str]) -> Vitesse:
    """Each first word by a reader who has kept nothing; then all the texts, key by key, by one reader."""
    firsts = []
    # The very first one warms the server and the machine up: it is not counted.
    for texte in PREMIERES[:1] + PREMIERES:
        with lecteur(navigateur) as page:
            moteur.ouvrir(page, hote.adresse)
            firsts.append(moteur.premier(page, texte))
    with lecteur(navigateur) as page:
        moteur.ouvrir(page, hote.adresse)
        moteur.premier(page, PREMIERES[0])
        keys = [time for texte in textes for time in moteur.touches(page, texte)]
    return Vitesse(median(firsts[1:]), quantile(keys, 0.5), quantile(keys, 0.95), len(keys))


def poids(navigateur: Browser, moteur: Moteur, hote: Hote, requetes: Sequence[Requete]) -> Poids:
    with lecteur(navigateur) as page:
        start = len(hote.envois)
        moteur.ouvrir(page, hote.adresse)
        moteur.premier(page, PREMIERES[0])
        first, index = (_octets(hote, start, paths) for paths in (moteur.fichiers, moteur.index))
        for requete in echantillon(requetes, EN_SESSION):
            moteur.chercher(page, requete.texte)
        return Poids(first, index, _octets(hote, start, moteur.fichiers))


@contextmanager
def lecteur(navigateur: Browser) -> Iterator[Page]:
    """A page of a reader who comes for the first time."""
    context = navigateur.new_context(locale="fr-FR", service_workers="block")
    context.add_init_script(path=CHRONOMETRE)
    try:
        yield context.new_page()
    finally:
        context.close()


def _octets(hote: Hote, depuis: int, chemins: tuple[str, ...]) -> int:
    return sum(sent.octets for sent in hote.envois[depuis:] if sent.chemin.startswith(chemins))

"""One entry of the search."""

from dataclasses import dataclass

# What readers look for comes before what it rests on.
POIDS = {
    "structure": 2,
    "regle": 1.2,
    "calculateur": 1.2,
    "parametre": 1,
    "etape": 1,
    "mesure": 0.9,
    "pratique": 1,
    "outil": 1,
    "source": 0.6,
    "terme": 0.9,
}


@dataclass(frozen=True, slots=True)
class FicheDeRecherche:
    """One entry. `noms` are what it is called, `mots` the words that people use for it, `textes` all the rest.

    `depuis` is the first day of what it shows; `siae` is empty for what is of no type of structure in particular;
    `reponse` is what answers at once when its name is typed; `numeros` are the legal numbers that lead to it.
    """

    url: str
    titre: str
    genre: str
    resume: str
    noms: tuple[str, ...] = ()
    mots: tuple[str, ...] = ()
    textes: tuple[str, ...] = ()
    siae: tuple[str, ...] = ()
    portee: str = ""
    statut: str = ""
    themes: tuple[str, ...] = ()
    depuis: str = ""
    reponse: str = ""
    numeros: tuple[str, ...] = ()
    cite_par: tuple[str, ...] = ()

    @property
    def poids(self) -> float:
        return POIDS.get(self.genre, 0.8)

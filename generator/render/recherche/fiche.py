"""One entry of the search."""

from dataclasses import dataclass
from math import log2

# What readers look for comes before what it rests on.
POIDS = {
    "structure": 0.8,
    "regle": 1.2,
    "calculateur": 1.05,
    "parametre": 0.85,
    "etape": 1,
    "mesure": 0.6,
    "pratique": 0.7,
    "outil": 1,
    "module": 1,
    "fiche": 1.5,
    "source": 0.6,
    "terme": 0.4,
    # Nobody but those who write the mémento looks for one, by its name.
    "code": 0.05,
}
# What each doubling of the number of subjects that cite an entry adds to it.
PAR_DOUBLEMENT = 0.1
# What one types to have such an entry rather than another.
NOMMES = {
    "calculateur": ("calculateur", "simulateur", "calculer", "calcul"),
    "mesure": ("Pacte", "mesure"),
    "pratique": ("bonne pratique",),
    "outil": ("outil", "modèle"),
    "module": ("formation", "module", "cours"),
    "repere": ("chiffres", "statistiques"),
    "etape": ("étape du parcours",),
    "terme": ("sigle",),
    "source": ("texte",),
}


@dataclass(frozen=True, slots=True)
class FicheDeRecherche:
    """One entry. `noms` are its other names, `mots` the words that people use for it, `textes` all the rest.

    `depuis` is the first day of what it shows; `siae` is empty for what is of no type of structure in particular;
    `reponse` is what answers at once when its name is typed; `numeros` are the legal numbers that lead to it;
    `cite_par` gives, for a text, the urls of the rules that cite it; `citants` is how many subjects cite the entry.
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
    citants: int = 0

    @property
    def poids(self) -> float:
        """What the whole entry counts for: its kind, and how many subjects of the mémento cite it."""
        return POIDS.get(self.genre, 0.8) * (1 + PAR_DOUBLEMENT * log2(1 + self.citants))

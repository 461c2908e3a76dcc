"""A narrow sheet that is drawn from top to bottom: lines of text, frames that hold them, strokes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import escape

from generator.render.decision.metrique import couper
from generator.render.filters import typographier

LARGEUR, MARGE, RETRAIT = 360, 10, 8
# Size of the letters, height of a line, bold: those of the style sheet.
ECRITURES = {"titre": (17, 23, True), "gras": (14, 19, True), "corps": (14, 19, False), "note": (12, 16, False)}
# In a page, the colours are those of the page; alone, those of the mémento, light or dark.
STYLE = """
.m-arbre{--a-papier:#fbf8f1;--a-carte:#fff;--a-encre:#1d2a26;--a-gris:#50605a;--a-vert:#1e4d45;
--a-vert-clair:#e4eee9;--a-rouille:#8a3d12;--a-rouille-clair:#f8eadf}
@media screen and (prefers-color-scheme:dark){.m-arbre{--a-papier:#15201d;--a-carte:#1c2a26;--a-encre:#e8ece6;
--a-gris:#adbab4;--a-vert:#9fd3c4;--a-vert-clair:#21403a;--a-rouille:#f0b48c;--a-rouille-clair:#43291a}}
.m-arbre text{font:14px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
fill:var(--m-encre,var(--a-encre))}
.m-arbre :is(.titre,.gras){font-weight:600}
.m-arbre .titre{font-size:17px}
.m-arbre .note{font-size:12px;fill:var(--m-gris,var(--a-gris))}
.m-arbre :is(path,rect){fill:none;stroke:var(--m-vert,var(--a-vert));stroke-width:1.5}
.m-arbre .fond{fill:var(--m-papier,var(--a-papier));stroke:none}
.m-arbre .etape{fill:var(--m-vert-clair,var(--a-vert-clair))}
.m-arbre :is(.losange,.valeur,.erreur){fill:var(--m-carte,var(--a-carte))}
.m-arbre .fleche{fill:var(--m-vert,var(--a-vert))}
.m-arbre .sans-objet{stroke:var(--m-gris,var(--a-gris));stroke-dasharray:2 3}
.m-arbre :is(.pacte,.erreur,.avertissement){stroke:var(--m-rouille,var(--a-rouille))}
.m-arbre :is(.pacte,.avertissement){fill:var(--m-rouille-clair,var(--a-rouille-clair))}
.m-arbre .pacte{stroke-dasharray:6 3}
.m-arbre .erreur{stroke-width:3}
.m-arbre .avertissement{stroke-dasharray:9 3 2 3}
"""

# A line of text under its writing.
Ligne = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dessin:
    """An SVG document and its size."""

    svg: str
    largeur: int
    hauteur: int


class Feuille:
    """What is drawn so far; `y` is how far down."""

    def __init__(self) -> None:
        self.parties: list[str] = []
        self.y = MARGE

    def ecrire(self, x: int, lignes: Sequence[Ligne]) -> None:
        """Lines under one another from here down."""
        for writing, group in groupby(lignes, key=lambda line: line[0]):
            _, height, _ = ECRITURES[writing]
            spans = []
            for _, words in group:
                self.y += height
                spans.append(f'<tspan x="{x}" y="{self.y - 5}">{escape(words)}</tspan>')
            self.parties.append(f'<text class="{writing}">{"".join(spans)}</text>')

    def boite(self, classe: str, x: int, lignes: Sequence[Ligne]) -> int:
        """A frame from `x` to the right edge with its lines; gives the height of its middle."""
        top, place = self.y, len(self.parties)
        self.y += RETRAIT
        self.ecrire(x + RETRAIT, lignes)
        self.y += RETRAIT
        frame = (
            f'<rect class="{classe}" x="{x}" y="{top}" width="{LARGEUR - MARGE - x}" height="{self.y - top}" rx="4"/>'
        )
        self.parties.insert(place, f"<g>{frame}")
        self.parties.append("</g>")
        return (top + self.y) // 2

    def trait(self, chemin: str) -> None:
        self.parties.append(f'<path d="{chemin}"/>')

    def fleche(self, chemin: str, x: int, y: int) -> None:
        """A line that ends at (x, y), from the left."""
        self.parties.append(f'<path d="{chemin}"/><path class="fleche" d="M{x} {y}l-7-4v8z"/>')

    def losange(self, x: int, y: int) -> None:
        self.parties.append(f'<path class="losange" d="M{x - 7} {y}l7-7 7 7-7 7z"/>')

    def mot(self, x: int, y: int, mot: str) -> None:
        """A word beside a line."""
        self.parties.append(f'<text class="note"><tspan x="{x}" y="{y}">{mot}</tspan></text>')

    def dessin(self, titre: str, description: str) -> Dessin:
        """A document of its own, whose words can be read, found and copied."""
        height = self.y + MARGE
        return Dessin(
            f'<svg xmlns="http://www.w3.org/2000/svg" class="m-arbre" width="{LARGEUR}" height="{height}" '
            f'viewBox="0 0 {LARGEUR} {height}" lang="fr" role="graphics-document document" '
            f'aria-labelledby="arbre-titre" aria-describedby="arbre-description">'
            f'<title id="arbre-titre">{escape(titre)}</title><desc id="arbre-description">{escape(description)}</desc>'
            f'<style>{STYLE}</style><rect class="fond" width="{LARGEUR}" height="{height}"/>'
            f"{''.join(self.parties)}</svg>\n",
            LARGEUR,
            height,
        )


def lignes(ecriture: str, texte: str, x: int, retrait: int = 0) -> list[Ligne]:
    """A text cut to the room between `x` and the right edge, less what the frame takes inside.

    It ends with a space: whoever listens to it, or copies it, does not run into the next one.
    """
    size, _, bold = ECRITURES[ecriture]
    room = LARGEUR - MARGE - x - 2 * retrait
    return [(ecriture, line) for line in couper(f"{typographier(texte)} ", room, size, bold)]

"""Bars side by side as SVG, a group a row of the table: long names read well at the left of lying bars."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.render.filters import typographier

LARGEUR, ETROITE = 420, 14
GAUCHE, DROITE = 4, 62
TITRE, ECART, LIGNE = 20, 14, 20

# A bar: how long it is, None when the value is not known, and what is written at its end.
Barre = tuple[float | None, str]
Groupe = tuple[str, tuple[Barre, ...]]


def barres(titre: str, series: Sequence[str], groupes: Sequence[Groupe]) -> Markup:
    """The SVG of some groups of bars."""
    highest = max((value for _, bars in groupes for value, _ in bars if value is not None), default=0) or 1
    legend = LIGNE if len(series) > 1 else 0
    height = legend * len(series) + len(groupes) * (TITRE + len(series) * ETROITE + ECART)
    parts = [f'<svg class="m-graphique m-barres" viewBox="0 0 {LARGEUR} {height}" role="img">']
    parts.append(f"<title>{escape(titre)}</title>")
    level = 0
    for index, serie in enumerate(series if legend else ()):
        parts.append(f'<rect class="m-barre-{index % 5}" x="{GAUCHE}" y="{level + 5}" width="22" height="10"/>')
        parts.append(f'<text x="{GAUCHE + 30}" y="{level + 15}">{escape(typographier(serie))}</text>')
        level += LIGNE
    for name, bars in groupes:
        parts.append(f'<text class="m-groupe" x="0" y="{level + 14}">{escape(typographier(name))}</text>')
        level += TITRE
        for index, (value, words) in enumerate(bars):
            length = 0.0 if value is None else value / highest * (LARGEUR - GAUCHE - DROITE)
            width = round(length, 1)
            parts.append(
                f'<rect class="m-barre-{index % 5}" x="{GAUCHE}" y="{level}" width="{width}" height="{ETROITE - 3}"/>'
            )
            end = f'<text x="{round(GAUCHE + length + 5, 1)}" y="{level + 10}">'
            parts.append(f"{end}{escape(typographier(words))}</text>")
            level += ETROITE
        level += ECART
    return Markup("".join(parts) + "</svg>")

"""Charts as SVG, drawn at rendering: a figure over time, a result as one answer moves. Always beside their table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup, escape

from generator.render.filters import typographier

LARGEUR, HAUTEUR = 640, 280
GAUCHE, DROITE, HAUT, BAS = 70, 60, 26, 34
GRADUATIONS = 5
ECART_MIN = 15
NOM_COURT, LIGNE_DE_LEGENDE = 6, 20

Point = tuple[float, float | None]
Echelle = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Serie:
    """One line: its name, written at its end, and its points from left to right; None breaks the line.

    With `paliers`, a value holds until the next point.
    """

    nom: str
    points: tuple[Point, ...]
    paliers: bool = False


@dataclass(frozen=True, slots=True)
class Axe:
    """Where the marks stand and what is written under them."""

    minimum: float
    maximum: float
    marques: tuple[tuple[float, str], ...]


def graphique(titre: str, series: Sequence[Serie], abscisse: Axe, unite: str) -> Markup:
    """The SVG of some series; `unite` is written over the vertical axis, from zero up."""
    highest = max((y for serie in series for _, y in serie.points if y is not None), default=0) or 1
    step = pas_rond(highest / GRADUATIONS)
    top = ceil(highest / step) * step

    def x(value: float) -> float:
        span = (abscisse.maximum - abscisse.minimum) or 1
        return round(GAUCHE + (value - abscisse.minimum) / span * (LARGEUR - GAUCHE - DROITE), 1)

    def y(value: float) -> float:
        return round(HAUTEUR - BAS - value / top * (HAUTEUR - HAUT - BAS), 1)

    below = len(series) > 1 and any(len(serie.nom) > NOM_COURT for serie in series)
    height = HAUTEUR + below * len(series) * LIGNE_DE_LEGENDE
    parts = [f'<svg class="m-graphique" viewBox="0 0 {LARGEUR} {height}" role="img"><title>{escape(titre)}</title>']
    parts.append(f'<text x="0" y="{HAUT - 8}">en {escape(typographier(unite))}</text>' if unite else "")
    for rank in range(round(top / step) + 1):
        value = rank * step
        parts.append(f'<path class="m-grille" d="M{GAUCHE} {y(value)}H{LARGEUR - DROITE}"/>')
        label = typographier(_ecrire(value))
        parts.append(f'<text x="{GAUCHE - 6}" y="{y(value) + 4}" text-anchor="end">{escape(label)}</text>')
    for value, words in abscisse.marques:
        parts.append(f'<path class="m-grille" d="M{x(value)} {HAUTEUR - BAS}v5"/>')
        parts.append(f'<text x="{x(value)}" y="{HAUTEUR - BAS + 18}" text-anchor="middle">{escape(words)}</text>')
    for index, serie in enumerate(series):
        path = _trace([(x(a), None if b is None else y(b)) for a, b in serie.points], serie.paliers)
        parts.append(f'<path class="m-ligne-{index % 5}" d="{path}"/>')
    if below:
        parts.extend(_legende(series))
    elif len(series) > 1:
        parts.extend(_noms(series, y))
    return Markup("".join(parts) + "</svg>")


def _trace(points: Sequence[tuple[float, float | None]], paliers: bool) -> str:
    """The path of a line, broken where there is no value."""
    parts: list[str] = []
    height: float | None = None
    for a, b in points:
        if height is not None and (paliers or b is None):
            parts.append(f"H{a}")
        if b is not None:
            parts.append(f"M{a} {b}" if height is None else f"V{b}" if paliers else f"L{a} {b}")
        height = b
    return "".join(parts)


def _noms(series: Sequence[Serie], y: Echelle) -> Iterator[str]:
    """Each name at the right, level with the last value of its line, pushed down when two would touch."""
    ends = [
        (y(next((b for _, b in reversed(serie.points) if b is not None), 0.0)), index)
        for index, serie in enumerate(series)
    ]
    last = -100.0
    for height, index in sorted(ends):
        last = max(height, last + ECART_MIN)
        name = escape(series[index].nom)
        yield f'<text class="m-nom-{index % 5}" x="{LARGEUR - DROITE + 6}" y="{round(last + 4, 1)}">{name}</text>'


def _legende(series: Sequence[Serie]) -> Iterator[str]:
    """Long names under the drawing, each beside a piece of its line."""
    for index, serie in enumerate(series):
        level = HAUTEUR + 8 + index * LIGNE_DE_LEGENDE
        yield f'<path class="m-ligne-{index % 5}" d="M{GAUCHE} {level}h36"/>'
        yield f'<text x="{GAUCHE + 44}" y="{level + 4}">{escape(typographier(serie.nom))}</text>'


def pas_rond(brut: float) -> float:
    """The round step at or above: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(brut))
    return next((factor * power for factor in (1, 2, 5) if brut <= factor * power * (1 + 1e-9)), 10 * power)


def _ecrire(value: float) -> str:
    """A round mark of an axis, in French."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",")

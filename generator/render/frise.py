"""The life of a rule as a drawing: a bar a period, a diamond a proposal. The list « Ce qui a changé » says the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from generator.model import LacuneDeRegle, Regle, Statut, VersionDeRegle
from generator.render.filters import date_longue, periode, typographier
from generator.render.libelles import LIBELLES

HAUTEUR, BARRE, LIGNE = 66, 20, 22
MARGE = 2.0
ANNEES_MAX = 5


@dataclass(frozen=True, slots=True)
class Frise:
    """`svg` stretches to the width of the page; `legende` says in words what each shape stands for: (class, words)."""

    svg: Markup
    legende: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Echelle:
    """Days to hundredths of the width, with a margin on both sides."""

    debut: date
    fin: date

    def x(self, day: date) -> float:
        span = (self.fin - self.debut).days or 1
        return round(MARGE + (day - self.debut).days / span * (100 - 2 * MARGE), 2)


def frise(regle: Regle, jour: date, montree: VersionDeRegle | None = None) -> Frise:
    """The time line of a rule as of a day; `montree` is the version that the page is about."""
    bars: list[VersionDeRegle | LacuneDeRegle] = [*regle.droit, *regle.lacunes]
    both = [*bars, *regle.propositions]
    starts = [item.du for item in both]
    ends = [day for item in both for day in (item.du, item.au) if day]
    end = max(jour, *ends)
    margin = max(timedelta(days=180), (end - min(starts)) / 12)
    scale = _Echelle(min(starts) - margin / 3, end + margin)
    kinds = dict.fromkeys(_genre(item) for item in (*sorted(bars, key=lambda item: item.du), *regle.propositions))
    parts = [
        f'<svg class="m-ligne-du-temps" width="100%" height="{HAUTEUR}" role="img">'
        f"<title>{escape(typographier(f'Frise : {regle.titre}'))}</title>"
        f"<desc>{escape(_description(both, jour))}</desc>",
        '<defs><pattern id="m-hachures" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M0 0v6"/></pattern></defs>',
        *_annees(scale),
        *(_barre(item, scale, montree) for item in bars),
        *(_losange(item, scale, montree) for item in regle.propositions),
        f'<line class="m-temps-jour" x1="{scale.x(jour)}%" x2="{scale.x(jour)}%" y1="4" y2="{LIGNE + BARRE + 4}"/>',
        "</svg>",
    ]
    words = (*((f"m-temps-{kind}", _LEGENDES[kind]) for kind in kinds), ("m-temps-jour", f"le {date_longue(jour)}"))
    return Frise(Markup("".join(parts)), words)


_LEGENDES = {
    "en-vigueur": "En vigueur",
    "experimental": "Expérimentation",
    "abroge": "Abrogé",
    "lacune": "Texte non lu",
    "propose": "Proposition",
}


def _genre(item: VersionDeRegle | LacuneDeRegle) -> str:
    return "lacune" if isinstance(item, LacuneDeRegle) else item.statut.value


def _description(items: list[VersionDeRegle | LacuneDeRegle], jour: date) -> str:
    """The drawing in words, oldest first."""
    ordered = sorted(items, key=lambda item: item.du)
    said = [f"{_mots(item)} : {_legende(item)}" for item in ordered]
    return typographier(f"{' ; '.join(said)}. Repère au {date_longue(jour)}.")


def _mots(item: VersionDeRegle | LacuneDeRegle) -> str:
    if isinstance(item, VersionDeRegle) and item.statut is Statut.PROPOSE:
        return f"le {date_longue(item.du)}"
    return periode(item.du, item.au)


def _legende(item: VersionDeRegle | LacuneDeRegle) -> str:
    if isinstance(item, LacuneDeRegle):
        return "texte non lu"
    return LIBELLES[item.statut].lower()


def _barre(item: VersionDeRegle | LacuneDeRegle, scale: _Echelle, montree: VersionDeRegle | None) -> str:
    start = scale.x(item.du)
    end = scale.x(item.au + timedelta(days=1)) if item.au else 100.0
    shown = " m-temps-ici" if item is montree else ""
    words = escape(typographier(f"{_mots(item)} : {_legende(item)}"))
    return (
        f'<rect class="m-temps-{_genre(item)}{shown}" x="{start}%" y="{LIGNE}" width="{round(end - start, 2)}%" '
        f'height="{BARRE}"><title>{words}</title></rect>'
    )


def _losange(item: VersionDeRegle, scale: _Echelle, montree: VersionDeRegle | None) -> str:
    shown = " m-temps-ici" if item is montree else ""
    words = escape(typographier(f"{_mots(item)} : {_legende(item)}"))
    return (
        f'<svg x="{scale.x(item.du)}%" y="12" overflow="visible"><path class="m-temps-propose{shown}" '
        f'd="M0 -8L8 0L0 8L-8 0Z"><title>{words}</title></path></svg>'
    )


def _annees(scale: _Echelle) -> Iterator[str]:
    """The base line and some first days of January."""
    level = LIGNE + BARRE
    yield f'<line class="m-temps-axe" x1="0" x2="100%" y1="{level}" y2="{level}"/>'
    years = [year for year in range(scale.debut.year + 1, scale.fin.year + 1) if 4 < scale.x(date(year, 1, 1)) < 96]
    step = max(1, -(-len(years) // ANNEES_MAX))
    for year in (year for year in years if (years[-1] - year) % step == 0):
        x = scale.x(date(year, 1, 1))
        yield f'<line class="m-temps-axe" x1="{x}%" x2="{x}%" y1="{level}" y2="{level + 5}"/>'
        yield f'<text x="{x}%" y="{level + 19}" text-anchor="middle">{year}</text>'

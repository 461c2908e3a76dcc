"""What is drawn: the values of a parameter over time, the results of a calculator as one answer moves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from markupsafe import Markup

from generator.compile import Program, Refusee, lire_situation
from generator.compile.affichage import afficher_nombre
from generator.compile.situation import Situation
from generator.compile.valeurs import Valeur
from generator.model import Graphique, Parametre
from generator.render.filters import nombre, taper
from generator.render.graphique import Axe, Point, Serie, graphique, pas_rond
from generator.render.tableaux import series_par_table
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import Periode

VALEURS_MIN = 3
LIGNES_DU_TABLEAU = 11


@dataclass(frozen=True, slots=True)
class Courbe:
    """A chart ready for its page; `lignes` are the rows of its table, the first cell the heading."""

    titre: str
    svg: Markup
    colonnes: tuple[str, ...] = ()
    lignes: tuple[tuple[str, ...], ...] = ()


def courbes_du_parametre(base: KnowledgeBase, parametre: Parametre, jour: date) -> Iterator[Courbe]:
    """A chart per table of values that holds at least three of them; the table stands beside it already."""
    for name, series in series_par_table(base, parametre):
        days = sorted({period.du for periods in series.values() for period in periods if period.valeur is not None})
        if len(days) < VALEURS_MIN:
            continue
        title = f"{parametre.titre}{', ' + name if name else ''}, depuis {days[0].year}"
        lines = [Serie(column, tuple(_points(periods, jour)), paliers=True) for column, periods in series.items()]
        lines = [line for line in lines if any(value is not None for _, value in line.points)]
        yield Courbe(name, graphique(title, lines, _annees(days[0], jour), parametre.unite))


def _points(periods: tuple[Periode, ...], jour: date) -> Iterator[Point]:
    """A value holds to its last day, then until the next one; nothing is drawn where nothing is known for sure."""
    for rank, period in enumerate(periods):
        if period.du > jour:
            return
        following = periods[rank + 1].du if rank + 1 < len(periods) else None
        last = min((day for day in (period.au, period.rappel_apres) if day), default=jour)
        end = min(jour, following or jour, last + timedelta(days=1))
        yield period.du.toordinal(), None if period.valeur is None else float(period.valeur)
        if period.valeur is not None and end != following:
            yield end.toordinal(), None


def _annees(first: date, last: date) -> Axe:
    """A mark at each first of January that has room for its four digits."""
    step = max(1, -(-(last.year - first.year + 1) // 8))
    years = range(first.year + (first.month > 1 or first.day > 1), last.year + 1)
    marks = tuple((date(year, 1, 1).toordinal(), str(year)) for year in years if (last.year - year) % step == 0)
    return Axe(first.toordinal(), last.toordinal(), marks)


def courbe_du_calcul(program: Program, chart: Graphique) -> Courbe | None:
    """A chart of a calculator with its table, None when nothing on it can be computed."""
    questions = {entree["nom"]: entree for entree in program.json["entrees"]}
    steps = {etape["nom"]: etape for etape in program.json["etapes"]}
    moved = questions[chart.entree]
    start, end = Fraction(chart.de), Fraction(chart.a)
    rows = list(_points_du_calcul(program, chart))
    if not any(found is not None for _, row in rows for found in row):
        return None
    percent = steps[chart.resultats[0]]["unite"] == "%"
    lines = [
        Serie(
            steps[name]["libelle"],
            tuple((float(value), None if row[rank] is None else _hauteur(row[rank], percent)) for value, row in rows),
        )
        for rank, name in enumerate(chart.resultats)
    ]
    spacing = pas_rond(float(end - start) / 8)
    marks = tuple(
        (float(start) + rank * spacing, nombre(Fraction(float(start) + rank * spacing).limit_denominator(1000), ""))
        for rank in range(int(float(end - start) / spacing) + 1)
    )
    every = max(1, -(-len(rows) // LIGNES_DU_TABLEAU))
    return Courbe(
        chart.titre,
        graphique(chart.titre, lines, Axe(float(start), float(end), marks), steps[chart.resultats[0]]["unite"]),
        (moved["libelle"], *(steps[name]["libelle"] for name in chart.resultats)),
        tuple(
            (
                nombre(value, moved["unite"]),
                *(
                    "—" if found is None else afficher_nombre(found, steps[name]["unite"])
                    for name, found in zip(chart.resultats, row, strict=True)
                ),
            )
            for value, row in rows[::every]
        ),
    )


def se_dessine(program: Program, chart: Graphique) -> bool:
    """True when something on a chart is computed: its first point that is says so."""
    return any(found is not None for _, row in _points_du_calcul(program, chart) for found in row)


def _points_du_calcul(program: Program, chart: Graphique) -> Iterator[tuple[Fraction, list[Fraction | None]]]:
    start, end, step = Fraction(chart.de), Fraction(chart.a), Fraction(chart.pas)
    held = {name: taper(given) for name, given in chart.entrees.items() if name != chart.entree}
    try:
        given = lire_situation(program, held)
    except Refusee:
        return
    for rank in range((end - start) // step + 1):
        value = start + rank * step
        yield value, _calculer(program, chart, given, value)


def _calculer(
    program: Program, chart: Graphique, given: Mapping[str, Valeur], value: Fraction
) -> list[Fraction | None]:
    """The results at one point, all other answers being `given`; None for one that has no value there."""
    try:
        moved = lire_situation(program, {chart.entree: _taper_nombre(value)})
    except Refusee:
        return [None] * len(chart.resultats)
    situation = Situation(program, chart.date, {**given, **moved})
    return [state if isinstance(state := situation.renvoi(name), Fraction) else None for name in chart.resultats]


def _hauteur(value: Fraction | None, percent: bool) -> float:
    """Where a value stands on the drawing: the one place where an exact number becomes a float."""
    assert value is not None
    return float(value * 100 if percent else value)


def _taper_nombre(value: Fraction) -> str:
    """The number as one types it, to six decimals."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")

"""Situations drawn from the declared domains of a calculator: complete or not, at any date, bounds included."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from generator.compile import Program

PREMIER, DERNIER = date(2007, 1, 1), date(2027, 12, 31)
JOURS = (date(2024, 2, 29), date(2023, 1, 31), date(2021, 9, 1))
GRAND = 10_000_000

Cas = tuple[str, dict[str, str]]


def situations(program: Program) -> st.SearchStrategy[Cas]:
    """(day, answers as one types them); one answer in ten is left out."""
    questions = program.json["entrees"]
    changes = [date.fromisoformat(day) for day in program.json["changements"]]
    days = st.dates(PREMIER, DERNIER) | st.sampled_from(changes) if changes else st.dates(PREMIER, DERNIER)
    answers = st.fixed_dictionaries(
        {}, optional={question["nom"]: _reponse(question, program) for question in questions}
    )
    complete = st.fixed_dictionaries({question["nom"]: _reponse(question, program) for question in questions})
    return st.tuples(days.map(date.isoformat), complete | complete | answers)


def _reponse(question: dict[str, Any], program: Program) -> st.SearchStrategy[str]:
    match question["type"]:
        case "booleen":
            return st.sampled_from(["oui", "non"])
        case "choix":
            return st.sampled_from([option["code"] for option in question["options"]])
        case "date":
            return (st.dates(PREMIER, DERNIER) | st.sampled_from([date(2024, 2, 29), date(2021, 9, 1)])).map(
                date.isoformat
            )
    return _nombre(question, program).map(lambda value: _taper(value, question))


def _nombre(question: dict[str, Any], program: Program) -> st.SearchStrategy[Fraction]:
    """Any number of the domain, its bounds, and the values that the law knows."""
    low = Fraction(question["min"]) if question["min"] is not None else Fraction(-GRAND)
    high = Fraction(question["max"]) if question["max"] is not None else Fraction(GRAND)
    step = Fraction(1) if question["entier"] else Fraction(1, 10_000 if question["unite"] == "%" else 100)
    anything = st.integers(-(-low // step), high // step).map(lambda rank: rank * step)
    known = [value for value in _connues(program) if low <= value <= high and (value / step).denominator == 1]
    return st.one_of(anything, st.sampled_from([low, high, *known, *(v + step for v in known if v + step <= high)]))


def _connues(program: Program) -> list[Fraction]:
    """The values of the parameters that the program reads."""
    cells = [cell for parametre in program.json["parametres"].values() for cell in parametre["cellules"].values()]
    return sorted({Fraction(period["valeur"]) for cell in cells for period in cell if period["valeur"] is not None})


def _taper(value: Fraction, question: dict[str, Any]) -> str:
    """In hundredths for a `%`, with a French comma."""
    shown = value * 100 if question["unite"] == "%" else value
    sign, cents = ("-" if shown < 0 else ""), round(abs(shown) * 100)
    return f"{sign}{cents // 100},{cents % 100:02d}" if cents % 100 else f"{sign}{cents // 100}"

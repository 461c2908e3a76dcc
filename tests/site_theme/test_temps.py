"""The browser tells the same time as Python: the law of a day, what changes between two, to the word."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from petit_memento import vraies_regles
from playwright.sync_api import Browser, Page
from serveur import servir

from generator.render.au import groupes_du_jour
from generator.render.difference import difference
from generator.render.ecarts import ecart_de_montant
from generator.render.exports.dates import donnees_datees
from generator.resolve.comparaison import comparer, jours_de_changement
from generator.resolve.periodes import cellules, valeur_au

RACINE = Path(__file__).parents[2]
BASE = vraies_regles().base
AUJOURD_HUI = date(2026, 11, 23)
JOURS = jours_de_changement(BASE)
BORDS = sorted({day + timedelta(days=shift) for day in JOURS for shift in (-1, 0, 1)})
# Thirty pairs drawn once and for all, in order, one of them the default pair of the page.
TIRAGE = random.Random(2019)
PAIRES = [(date(2019, 9, 10), AUJOURD_HUI), *(tuple(sorted(TIRAGE.sample(BORDS, 2))) for _ in range(39))]


@pytest.fixture(scope="module")
def page(navigateur: Browser) -> Iterator[Page]:
    """A blank page from which the modules of the theme can be imported, and that holds the data."""
    with servir(RACINE / "site_theme" / "assets") as address:
        blank = navigateur.new_page()
        blank.goto(address)
        blank.evaluate("(donnees) => { globalThis.donnees = donnees; }", dict(donnees_datees(BASE, AUJOURD_HUI)))
        yield blank
        blank.close()


def evaluer(page: Page, module: str, expression: str, argument: Any) -> Any:
    """An expression in which `m` is a module of `temps/`, `donnees` the data and `a` the argument."""
    return page.evaluate(
        f"async (a) => {{ const m = await import('/temps/{module}.js'); return {expression}; }}", argument
    )


def test_the_browser_knows_the_same_days_of_change(page: Page) -> None:
    assert evaluer(page, "comparaison", "m.joursDeChangement(donnees)", None) == [day.isoformat() for day in JOURS]


def test_on_every_day_of_change_and_around_it_each_rule_is_where_python_says(page: Page) -> None:
    script = "a.map((j) => donnees.regles.map((r) => m.versionAu(r, j)?.du ?? null))"
    found = evaluer(page, "etats", script, [day.isoformat() for day in BORDS])
    for day, versions in zip(BORDS, found, strict=True):
        expected = [version and version.du.isoformat() for version in (r.au(day) for r in BASE.regles.values())]
        assert versions == expected, day


def test_on_every_day_of_change_and_around_it_each_amount_is_what_python_says(page: Page) -> None:
    script = """a.map((j) => donnees.parametres.flatMap((p) => p.cellules.map((c) => {
        const periode = m.periodeAu(c, j);
        return periode ? [periode.valeur ?? null, m.estRappel(periode, j)] : null;
    })))"""
    found = evaluer(page, "etats", script, [day.isoformat() for day in BORDS])
    cells = [(parametre, cell) for parametre in BASE.parametres.values() for cell in cellules(parametre)]
    for day, values in zip(BORDS, found, strict=True):
        for (parametre, cell), value in zip(cells, values, strict=True):
            period = valeur_au(parametre, cell, day)
            expected = period and [
                None if period.valeur is None else str(period.valeur),
                period.rappel_apres is not None and day > period.rappel_apres,
            ]
            assert value == expected, (day, parametre.id, cell)


def test_the_groups_of_a_day_hold_the_same_rules_in_the_same_words(page: Page) -> None:
    days = BORDS[:: len(BORDS) // 40]
    script = """a.map((j) => Object.fromEntries(Object.entries(m.groupesDuJour(donnees, j)).map(
        ([nom, lignes]) => [nom, lignes.map(({regle, version, mots}) => [regle.id, version?.du ?? null, mots])])))"""
    for day, found in zip(days, evaluer(page, "jour", script, [day.isoformat() for day in days]), strict=True):
        expected = {
            name: [[line.regle.id, line.version and line.version.du.isoformat(), line.mots] for line in lines]
            for name, lines in groupes_du_jour(BASE, day).items()
        }
        plain = {name: [[one, two, typographie(words)] for one, two, words in lines] for name, lines in found.items()}
        assert plain == {
            name: [[one, two, typographie(words)] for one, two, words in lines] for name, lines in expected.items()
        }


def typographie(texte: str) -> str:
    """Without what French typography adds."""
    return texte.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_what_changes_between_two_days_is_the_same_list(page: Page) -> None:
    script = """a.map(([du, au]) => {
        const { regles, propositions, montants } = m.comparer(donnees, du, au);
        const cote = (p) => p ? (p.valeur ?? "inconnu") : null;
        return [
            regles.map(({ regle, nature, avant, apres }) =>
                [regle.id, nature, avant.genre, avant.version?.du ?? null, apres.genre, apres.version?.du ?? null]),
            propositions.map(({ regle, version }) => [regle.id, version.du]),
            montants.map(({ parametre, cellule, nature, avant, apres }) =>
                [parametre.id, cellule.cle, nature, cote(avant), cote(apres)]),
        ];
    })"""
    found = evaluer(page, "comparaison", script, [[du.isoformat(), au.isoformat()] for du, au in PAIRES])
    assert len(PAIRES) >= 30
    for (du, au), lists in zip(PAIRES, found, strict=True):
        assert lists == en_python(du, au), (du, au)


def en_python(du: date, au: date) -> list[list[list[object]]]:
    found = comparer(BASE, du, au)

    def cote(period: Any) -> str | None:
        return None if period is None else "inconnu" if period.valeur is None else str(period.valeur)

    def jour(version: Any) -> str | None:
        return version.du.isoformat() if version else None

    return [
        [
            [c.regle.id, c.nature.value, *(s for e in (c.avant, c.apres) for s in (e.genre.value, jour(e.version)))]
            for c in found.regles
        ],
        [[regle.id, version.du.isoformat()] for regle, version in found.propositions],
        [[c.parametre.id, list(c.cellule), c.nature.value, cote(c.avant), cote(c.apres)] for c in found.montants],
    ]


def test_by_how_much_an_amount_moved_is_said_in_the_same_words(page: Page) -> None:
    moved = [one for du, au in PAIRES for one in comparer(BASE, du, au).montants if one.ecart is not None]
    asked = [
        [str(one.avant.valeur), str(one.apres.valeur), one.parametre.unite]
        for one in moved
        if one.avant is not None and one.apres is not None
    ]
    found = evaluer(page, "montants", "a.map(([x, y, u]) => m.ecart(x, y, u))", asked)
    assert found == [ecart_de_montant(one) for one in moved]
    assert len(found) > 100


def test_words_are_compared_alike(page: Page) -> None:
    texts = [version.enonce for regle in BASE.regles.values() for version in regle.versions]
    pairs = [*pairwise(texts), ("", texts[0]), (texts[0], "")]
    found = evaluer(
        page, "difference", "a.map(([x, y]) => { const s = m.segments(x, y); return [s, m.bilan(s)]; })", pairs
    )
    for (old, new), (segments, bilan) in zip(pairs, found, strict=True):
        expected = difference(old, new)
        assert segments == [{"genre": one.genre, "texte": one.texte} for one in expected.segments], (old, new)
        assert bilan == expected.bilan


def test_a_comparison_takes_less_than_a_tenth_of_a_second(page: Page) -> None:
    script = "(() => { const t = performance.now(); m.comparer(donnees, ...a); return performance.now() - t; })()"
    assert min(evaluer(page, "comparaison", script, ["2019-09-10", "2026-11-23"]) for _ in range(3)) < 100

"""The pages of the codes: each explains itself, from the fault to the lines that were right."""

import re
from collections.abc import Mapping

import pytest
from petit_memento import batir, petit_memento

from generator.diagnostics.explications import ETAGES, PAGES, Constat, Extrait, explications
from generator.render.explications import lignes
from generator.render.site import Page


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    site = batir(petit_memento(tmp_path_factory.mktemp("memento"))).site
    assert site is not None
    return {page.url: page for page in site.pages}


def test_every_code_has_its_page_and_the_list_leads_to_it(pages: Mapping[str, Page]) -> None:
    listed = re.findall(r'<li><a href="([^"]+)"><code>(MEM\d+)</code>', pages[PAGES].html)
    assert listed == [(f"{code}/", code) for code in explications()]
    assert {one.page for one in explications().values()} <= set(pages)


def test_the_list_goes_by_stage(pages: Mapping[str, Page]) -> None:
    assert re.findall(r'<h2 id="[^"]+">([^<]+)</h2>', pages[PAGES].html) == [
        stage.replace("'", "’") for stage in ETAGES
    ]
    assert [entry.titre for entry in pages[PAGES].toc] == [stage.replace("'", "’") for stage in ETAGES]


@pytest.mark.parametrize("code", explications())
def test_a_page_holds_what_the_terminal_says(pages: Mapping[str, Page], code: str) -> None:
    one, html = explications()[code], pages[f"{PAGES}{code}/"].html
    order = [html.index(mark) for mark in ('id="pourquoi"', 'id="remede"', 'id="exemples"', "m-extrait-faux")]
    assert order == sorted(order)
    assert html.count("m-extrait-faux") == sum(len(exemple.faux) for exemple in one.exemples)
    assert html.count("m-extrait-juste") == sum(len(exemple.juste) for exemple in one.exemples)
    found = [part.constats for exemple in one.exemples for part in exemple.faux]
    assert html.count("<li>Ligne ") == sum(map(len, found))
    assert f"<code>memento expliquer {code}</code>" in html


def test_what_the_carets_underline_is_marked_and_the_rest_is_as_it_was_written(pages: Mapping[str, Page]) -> None:
    html = pages[f"{PAGES}MEM302/"].html
    assert 'data-numero="14">    formule: <mark>recette</mark> / charges\n</span>' in html
    assert 'data-numero="14">    formule: recettes / charges\n</span>' in html


def test_what_an_example_holds_is_escaped(pages: Mapping[str, Page]) -> None:
    html = pages[f"{PAGES}MEM401/"].html
    assert "<mark>&lt;b&gt;</mark>Voir<mark>&lt;/b&gt;</mark>" in html
    assert "<b>" not in html


def test_a_sentence_begins_with_a_capital(pages: Mapping[str, Page]) -> None:
    # The docstring of the check says « Pourquoi : une page que rien ne cite ».
    assert "<p>Une page que rien ne cite" in pages[f"{PAGES}MEM505/"].html


def test_a_page_leads_to_the_one_before_and_to_the_one_after(pages: Mapping[str, Page]) -> None:
    first, *_, last = explications()
    assert 'href="../MEM002/" rel="next"' in pages[f"{PAGES}{first}/"].html
    assert 'rel="prev"' not in pages[f"{PAGES}{first}/"].html
    assert 'rel="prev"' in pages[f"{PAGES}{last}/"].html
    assert 'rel="next"' not in pages[f"{PAGES}{last}/"].html


def test_the_page_of_the_language_leads_to_its_codes(pages: Mapping[str, Page]) -> None:
    assert '<a href="../codes/MEM301/"><code>MEM301</code></a>' in pages["contribuer/langage/"].html


def test_two_faults_of_a_line_are_marked_apart_and_a_place_past_the_end_is_a_space() -> None:
    found = (Constat(2, 5, 1, "b"), Constat(2, 1, 2, "a"), Constat(2, 2, 3, "sur a"), Constat(5, 3, 1, "manque"))
    part = Extrait("a.yaml", {2: "abcdef", 5: "xy"}, found)
    second, fifth = lignes(part)
    assert second.morceaux == (("", False), ("ab", True), ("cd", False), ("e", True), ("f", False))
    assert fifth.morceaux == (("xy", False), (" ", True), ("", False))
    assert (second.suit, fifth.suit) == (True, False)

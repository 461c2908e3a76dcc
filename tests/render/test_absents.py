"""A copy of the site without some of its files."""

from pathlib import Path

from petit_memento import AUJOURD_HUI, batir, petit_memento

from generator.check.cibles import liens_de
from generator.pipeline import build
from generator.render import Page
from generator.render.absents import MENTION, sans_les_absents
from generator.render.papier.imprimes import adresses_des_imprimes

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


def sans(html: str, *absents: str, url: str = "a/b/") -> str:
    (page,) = sans_les_absents([Page(url, "", "", html, "x")], absents)
    return page.html


def test_a_link_to_what_is_not_there_keeps_its_words_and_says_so() -> None:
    html = '<p>Voir <a class="m" href="../../x.pdf#page=2" download>le <b>tout</b></a>.</p>'
    assert sans(html, "x.pdf") == f"<p>Voir le <b>tout</b>{MENTION}.</p>"


def test_a_link_to_another_file_or_to_another_site_stays() -> None:
    html = '<a href="../x.pdf">a</a> <a href="https://example.org/x.pdf">b</a> <a href="../../y.pdf">c</a>'
    assert sans(html, "x.pdf") == html


def test_a_page_that_leads_to_none_of_them_is_the_same_object() -> None:
    page = Page("a/", "", "", '<a href="../x.pdf">a</a>', "x")
    assert next(iter(sans_les_absents([page], ["y.pdf"]))) is page


def test_without_documents_nothing_is_printed_and_no_page_leads_to_what_would_be(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, {"urls.lock": "memento.pdf\n"}, TOUS)
    whole, less = batir(root), build(root, AUJOURD_HUI, documents=False)
    assert whole.site is not None
    assert less.site is not None
    # Neither a dead link nor a published address that died.
    assert list(less.report) == list(whole.report)
    assert less.site.imprimes == {}
    assert less.site.absents == {*whole.site.imprimes, "memento.zip"} == {*whole.site.absents, *less.site.absents}
    assert set(whole.site.assets) - set(less.site.assets) == less.site.absents
    changed = {page.url for page, other in zip(whole.site.pages, less.site.pages, strict=True) if page != other}
    led = {page.url for page in whole.site.pages if less.site.absents & {url for url, _ in liens_de(page)}}
    assert changed == led
    assert "" in changed


def test_the_addresses_of_what_is_printed_are_known_without_printing(tmp_path: Path) -> None:
    built = batir(petit_memento(tmp_path, surcouche=TOUS))
    assert built.site is not None
    assert list(adresses_des_imprimes(built.base)) == list(built.site.imprimes)

"""The bench times what a reader waits for: from the key to the list, even when the list is late."""

from playwright.sync_api import Browser, Page

from bench.recherche.moteurs import CHRONOMETRE, Champ

# A list that answers at once, and one that answers later; what is typed stands in a link.
PAGE = """<!doctype html><title>Essai</title><input><div id="liste"></div><script>
const montrer = (texte) => { liste.innerHTML = texte && `<a href="/x/#${texte}">${texte}</a><a href="/y/">y</a>`; };
const retard = %d;
document.querySelector("input").addEventListener("input", ({ target: { value } }) => {
  if (retard) setTimeout(montrer, retard, value);
  else montrer(value);
});
</script>"""


def ouvrir(navigateur: Browser, retard: int) -> Page:
    page = navigateur.new_page()
    page.add_init_script(path=CHRONOMETRE)
    page.route("**/*", lambda route: route.fulfill(body=PAGE % retard, content_type="text/html"))
    page.goto("http://localhost/")
    return page


def champ(page: Page, *, differee: bool) -> Champ:
    field = Champ("input", "#liste", "#liste a", differee=differee)
    field.armer(page)
    page.locator("input").focus()
    return field


def test_results_that_come_later_are_waited_for(navigateur: Browser) -> None:
    page = ouvrir(navigateur, 120)
    times = champ(page, differee=True).touches(page, "aé")
    assert len(times) == 2
    assert all(120 <= time < 1_000 for time in times)


def test_results_that_come_at_once_are_not_charged_for_the_calm_that_follows(navigateur: Browser) -> None:
    page = ouvrir(navigateur, 0)
    times = champ(page, differee=False).touches(page, "abc")
    assert len(times) == 3
    assert all(0 <= time < 40 for time in times)


def test_the_first_result_is_timed_from_the_first_key(navigateur: Browser) -> None:
    page = ouvrir(navigateur, 150)
    assert 150 <= champ(page, differee=True).premier(page, "ab") < 1_000


def test_links_are_those_of_the_whole_text_in_order(navigateur: Browser) -> None:
    page = ouvrir(navigateur, 60)
    field = champ(page, differee=True)
    assert field.chercher(page, "un") == ["x/#un", "y/"]
    assert field.chercher(page, "deux") == ["x/#deux", "y/"]

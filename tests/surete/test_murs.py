"""Three walls, each tried alone: the witness fires without them, and not behind any of them."""

import pytest
from playwright.sync_api import Browser
from serveur import servir
from temoin import Temoin, corpus, document, numeroter

from generator.adapters.entetes import Empreintes, politique_de_page
from generator.render.admission import refus

HTML = numeroter(corpus()["html"])
LIENS = [f'<a href="{address}">x</a>' for address in numeroter(corpus()["liens"])]


@pytest.fixture(scope="module")
def sans_mur(navigateur: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The vectors of HTML that run when nothing stops them."""
    temoin = _ouvrir(navigateur, HTML, tmp_path_factory.mktemp("vide"))
    return {rank for rank in temoin.executes if rank.isdigit()}


def _ouvrir(navigateur: Browser, bodies: list[str], vide: object, tete: str = "") -> Temoin:
    with servir(vide) as address:  # type: ignore[arg-type]
        context = navigateur.new_context(service_workers="block")
        temoin = Temoin(context, address)
        page = temoin.montrer([document(body, tete) for body in bodies])
        page.wait_for_timeout(300)
        temoin.cliquer(page)
        page.wait_for_timeout(300)
        context.close()
    return temoin


def test_there_are_enough_of_them_and_none_twice() -> None:
    vectors = [vector for name, vectors in corpus().items() if name != "lieux" for vector in vectors]
    assert len(vectors) >= 150
    for name, held in corpus().items():
        assert len(set(held)) == len(held), name


def test_without_any_wall_they_run(sans_mur: set[str]) -> None:
    # Some need a reader, or a browser of another time: the witness must see most of them, and each great family.
    assert len(sans_mur) >= 45
    for known in (
        "<script>",
        "<img src=x onerror=",
        "<svg onload=",
        "<iframe srcdoc=",
        '<a href="javascript:',
        "<details ",
    ):
        assert any(HTML[int(rank)].startswith(known) for rank in sans_mur), known


def test_the_second_wall_alone_refuses_all_that_runs(sans_mur: set[str]) -> None:
    assert [HTML[int(rank)] for rank in sorted(sans_mur) if refus(HTML[int(rank)]) is None] == []
    assert [vector for vector in HTML if refus(vector) is None] == []


def test_the_third_wall_alone_stops_all_that_runs(
    navigateur: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{politique_de_page(Empreintes())}">'
    temoin = _ouvrir(navigateur, [*HTML, *LIENS], tmp_path_factory.mktemp("vide"), policy)
    assert temoin.executes == []
    assert any("Content Security Policy" in error for error in temoin.erreurs)


def test_a_script_that_the_build_has_hashed_runs_behind_the_third_wall(
    navigateur: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from generator.adapters.entetes import empreintes_de

    body = "<script>__xss(1)</script><script>__xss(2)</script>"
    policy = politique_de_page(empreintes_de("<script>__xss(1)</script>"))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert _ouvrir(navigateur, [body], tmp_path_factory.mktemp("vide"), meta).executes == ["1"]

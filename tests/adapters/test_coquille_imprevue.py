"""A shell that asks for what a stand-in cannot tell is not made: each page is then rendered by itself."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment

from generator.adapters.coquille import Coquille, Imprevu, Voisine


def test_of_a_neighbour_only_the_address_is_foreseen() -> None:
    assert Voisine("regles/x/").url == "regles/x/"
    with pytest.raises(Imprevu, match="title"):
        _ = Voisine("regles/x/").title


def test_a_shell_that_cannot_be_made_is_tried_once_for_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def refuser(_: object, page: SimpleNamespace, *__: object) -> None:
        tried.append(page.url)
        raise Imprevu("une marque a changé")

    monkeypatch.setattr(Coquille, "_mouler", refuser)
    monkeypatch.setattr("generator.adapters.coquille._forme", lambda *_: "une forme")
    env = Environment()
    env.filters["url"] = env.filters["script_tag"] = str
    monkeypatch.setattr(env, "from_string", lambda _: SimpleNamespace(render=None))
    coquille = Coquille(env, SimpleNamespace())
    for url in ("regles/x/", "regles/y/", "sources/z/"):
        assert coquille._moule(SimpleNamespace(url=url), "main.html", str, {}) is None
    assert tried == ["regles/x/", "sources/z/"]

"""The policy of a page, and the headers of the servers."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from generator.adapters.entetes import (
    ENTETES,
    Empreintes,
    Proteges,
    empreintes_du_site,
    entetes,
    politique,
    politique_de_page,
    proteger,
)

VIDES = Empreintes()


def empreinte(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def page(body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>x</title></head><body>{body}</body>'
    )


def test_nothing_is_admitted_that_is_not_named() -> None:
    policy = politique_de_page(VIDES)
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_the_policy_stands_before_all_that_it_governs() -> None:
    html = proteger(page("<script>a()</script>"))
    assert html.index("Content-Security-Policy") < html.index("<title>")
    assert html.index('charset="utf-8"') < html.index("Content-Security-Policy") < 1024
    assert f"script-src 'self' {empreinte('a()')};" in html


def test_scripts_and_styles_of_the_shell_are_hashed_data_and_files_are_not() -> None:
    shell = '<style>p{}</style><script>a()</script><script src="x.js"></script>'
    shell += '<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>'
    html = proteger(page(shell))
    assert html.count("sha256-") == 2
    assert f"style-src 'self' {empreinte('p{}')};" in html


def test_a_script_that_reached_the_article_is_never_admitted() -> None:
    article = "<p>x</p><script>b()</script>"
    html = proteger(page(f"<script>a()</script><article>{article}</article>"), article)
    assert empreinte("a()") in html
    assert empreinte("b()") not in html


def test_a_page_without_a_head_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="<head>"):
        proteger("<p>x</p>")


def test_the_server_says_the_union_of_what_pages_say(tmp_path: Path) -> None:
    for name, body in (("a.html", "<script>a()</script>"), ("b.html", "<script>b()</script><style>p{}</style>")):
        (tmp_path / name).write_text(proteger(page(body)), encoding="utf-8")
    assert empreintes_du_site(tmp_path) == Empreintes(
        frozenset({empreinte("a()"), empreinte("b()")}), frozenset({empreinte("p{}")})
    )


def test_the_pages_made_to_be_framed_may_be_and_no_other() -> None:
    for url in ("calculateurs/aide-au-poste/integrer/", "calculateurs/arce/integrer/index.html"):
        assert "frame-ancestors *" in entetes(VIDES, url)["Content-Security-Policy"]
        assert "X-Frame-Options" not in entetes(VIDES, url)
    for url in ("", "calculateurs/arce/", "regles/integrer/", "calculateurs/a/integrer/x/", "memento.html"):
        assert "frame-ancestors 'none'" in entetes(VIDES, url)["Content-Security-Policy"]
        assert entetes(VIDES, url)["X-Frame-Options"] == "DENY"
    assert "frame-ancestors" not in politique_de_page(VIDES)
    assert politique(VIDES, True) != politique(VIDES, False)


def test_every_answer_says_what_a_browser_must_not_guess_nor_tell() -> None:
    assert ENTETES["X-Content-Type-Options"] == "nosniff"
    assert ENTETES["Referrer-Policy"] == "no-referrer"
    assert ENTETES["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in ENTETES["Permissions-Policy"]


def test_files_that_are_pages_hold_their_policy_and_others_are_left_as_they_are() -> None:
    made = Proteges({"a.html": page("").encode(), "a.json": b"{}"})
    assert b"Content-Security-Policy" in made["a.html"]
    assert made["a.json"] == b"{}"

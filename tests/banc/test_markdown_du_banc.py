"""What a page shows is what the other engines are given, in Markdown."""

import re
from html import unescape

import pytest
from markdown import markdown

from bench.construction.exporter import lien, nav
from bench.construction.markdown import Conversion
from generator.render import NavEntry


def convertir(html: str, *, ancres: bool = True) -> str:
    return Conversion(lambda href: href, ancres=ancres).page(html).rstrip("\n")


def relire(html: str) -> str:
    """Through Python-Markdown and back: what MkDocs would show."""
    return markdown(convertir(html), extensions=["tables", "fenced_code", "attr_list"])


def mots(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_headings_keep_their_level_and_their_anchor_where_the_engine_reads_it() -> None:
    html = '<h1>Titre</h1><h2 id="ici">Sous-titre</h2>'
    assert convertir(html) == "# Titre\n\n## Sous-titre {#ici}"
    assert convertir(html, ancres=False) == "# Titre\n\n## Sous-titre"


def test_a_paragraph_keeps_its_links_and_its_emphasis() -> None:
    html = '<p>Voir <a href="../x/">la <em>règle</em></a>, <strong>en pratique</strong>.</p>'
    assert convertir(html) == "Voir [la *règle*](../x/), **en pratique**."


def test_stars_do_not_touch_the_word_that_follows_them() -> None:
    assert mots(relire("<p><strong>Titre.</strong><span>Suite</span></p>")) == "Titre. Suite"


def test_lists_stand_inside_each_other() -> None:
    html = "<ul><li>Un<ol><li>Premier</li></ol></li><li>Deux</li></ul>"
    assert relire(html).count("<ol>") == 1
    assert relire(html).count("<li>") == 3


def test_an_item_after_one_of_several_paragraphs_is_still_an_item() -> None:
    html = "<ol><li><p>Un</p><p>Suite</p></li><li><p>Deux</p></li></ol>"
    assert relire(html).count("<li>") == 2
    assert mots(relire(html)) == "Un Suite Deux"


def test_a_table_keeps_its_cells_its_caption_and_its_bars() -> None:
    html = "<table><caption>Légende</caption><tr><th>A</th><th>B</th></tr><tr><td>1 | 2</td></tr></table>"
    assert convertir(html) == "**Légende**\n\n| A | B |\n| --- | --- |\n| 1 &#124; 2 |  |"
    assert relire(html).count("<td>") == 2


def test_code_stays_as_it_is_written() -> None:
    html = "<pre><code>a:\n  - `b`\n```</code></pre><p>La clé <code>c`d</code>.</p>"
    assert convertir(html) == "````\na:\n  - `b`\n```\n````\n\nLa clé `` c`d ``."


def test_what_is_not_shown_is_left_out() -> None:
    html = (
        "<p>Vu</p><script>x</script><svg><title>y</title></svg><p hidden>caché</p><button>clic</button>"
        '<span aria-hidden="true">●</span>'
    )
    assert convertir(html) == "Vu"


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4, _souligné_ et [[crochets]]",
        "&lt;script&gt; &amp; {{ accolades }} {#ancre}",
        "1. Ce n’est pas une liste",
        "- Ni ceci",
        "# Ni un titre",
        "~~barré~~ `code`",
    ],
)
def test_words_that_look_like_markdown_are_read_back_as_words(text: str) -> None:
    shown = relire(f"<p>{text}</p>")
    assert shown.startswith("<p>")
    assert mots(shown) == unescape(text)


ANCRES = {"": frozenset[str](), "regles/": frozenset({"theme"}), "regles/x/": frozenset({"texte"})}


@pytest.mark.parametrize(
    ("url", "href", "file", "expected"),
    [
        ("regles/x/", "../", "index.md", "../index.md"),
        ("regles/x/", "../#theme", "", "../#theme"),
        ("regles/x/", "../#perdue", "", "../"),
        ("regles/x/", "#texte", "index.md", "#texte"),
        ("regles/x/", "#perdue", "index.md", None),
        ("", "regles/x/", "index.md", "regles/x/index.md"),
        ("regles/x/", "../../", "", "../../"),
        ("regles/x/", "/regles/", "index.md", "../index.md"),
        ("regles/x/", "../../api/v1/regles.json", "index.md", None),
        ("regles/x/", "https://example.org/", "index.md", "https://example.org/"),
        ("regles/x/", "mailto:a@example.org", "index.md", "mailto:a@example.org"),
    ],
)
def test_links_lead_where_each_engine_wants_them(url: str, href: str, file: str, expected: str | None) -> None:
    assert lien(url, href, ANCRES, file) == expected


def test_the_navigation_is_the_same_with_a_page_first_under_its_heading() -> None:
    entries = (
        NavEntry("Accueil", ""),
        NavEntry("Règles", "regles/", (NavEntry("Thème", None, (NavEntry("X", "regles/x/"),)),)),
    )
    assert nav(entries) == [
        {"Accueil": "index.md"},
        {"Règles": [{"Règles": "regles/index.md"}, {"Thème": [{"X": "regles/x/index.md"}]}]},
    ]

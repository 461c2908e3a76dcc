"""What is already HTML comes out of Python-Markdown as it went in."""

import pytest
from markdown import markdown

from generator.adapters import page_toute_faite
from generator.adapters.page_toute_faite import ecrire_page, emboiter

EXTENSION = page_toute_faite.__name__
# Each line is something that Markdown, or an extension that engines add, would change.
PIEGES = """<h1>*Un* titre & un autre &amp; « \t »</h1>

    quatre espaces
- un tiret
[lien](ailleurs.md) ![image](x.png) https://example.org :smile: (c) -- "droit"
<p markdown="1">**gras** ~~barré~~ ==marqué== ++souligné++</p>
<script type="application/json">{"a": "</p>", "b": "<!-- c -->"}</script>

*[HTML]: Hypertext
[^1]: Une note.
<img src="a b.png"><br/>&nbsp;&#160;\u00a0</div>"""


@pytest.mark.parametrize(
    "others",
    [
        [],
        ["toc", "tables", "fenced_code"],
        ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "toc", "smarty"],
        ["pymdownx.betterem", "pymdownx.magiclink", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tilde"],
    ],
)
def test_nothing_is_changed_whatever_the_engine_adds(others: list[str]) -> None:
    text = ecrire_page(PIEGES, [])
    assert markdown(text, extensions=[*others, EXTENSION]) == PIEGES
    assert markdown(text, extensions=[EXTENSION, *others]) == PIEGES


def test_the_headings_are_handed_to_the_engine_in_its_own_shape() -> None:
    from markdown import Markdown

    made = Markdown(extensions=["toc", EXTENSION])
    made.convert(ecrire_page("<h2>A</h2><h3>B</h3><h2>C</h2>", [("A", "a", 2), ("B --> b", "b", 3), ("C", "c", 2)]))
    first, second = made.toc_tokens
    assert (first["name"], first["id"], first["level"]) == ("A", "a", 2)
    assert [child["name"] for child in first["children"]] == ["B --> b"]
    assert (second["id"], second["children"]) == ("c", [])


def test_a_heading_stands_under_the_nearest_one_that_is_higher() -> None:
    tree = emboiter([("A", "a", 3), ("B", "b", 2), ("C", "c", 4), ("D", "d", 3)])
    assert [token["id"] for token in tree] == ["a", "b"]
    assert [token["id"] for token in tree[1]["children"]] == ["c", "d"]


def test_a_title_cannot_close_the_line_of_headings() -> None:
    first = ecrire_page("<p></p>", [("--> fin", "x", 2)]).partition("\n")[0]
    assert first.count("-->") == 1
    assert first.endswith("-->")


def test_a_file_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="toute faite"):
        markdown("# Un titre", extensions=[EXTENSION])

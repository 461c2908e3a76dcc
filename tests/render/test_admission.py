"""What a finished page may hold."""

import re
from collections.abc import Iterable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from petit_memento import avec_le_vrai, lignes, petit_memento, vrai_memento

from generator.load import read_document
from generator.pipeline import compile_rules
from generator.render.admission import BALISES, PARTOUT, refus
from generator.render.atelier import Atelier
from generator.render.monofichier import MONOFICHIER
from generator.render.mots import rendre

# All that Markdown writes for a text.
MARKDOWN = """
## Un titre
### Plus bas
#### Encore
##### Toujours
###### Enfin

Un *mot*, un **autre**, du `code`, une note[^1], un [lien](https://exemple.fr "Son titre"), une fin de ligne  
et ![une image](x.png "Son titre").

> Une citation.

---

3. Trois
4. Quatre

| A | B |
| --- | --: |
| 1 | 2 |

```yaml
a: 1
```

[^1]: La note.
"""

DANGERS = [
    "<script>alert(1)</script>",
    '<script type="module">alert(1)</script>',
    '<script src="https://ailleurs.example/x.js" defer></script>',
    '<script src="assets/x.js" onerror="alert(1)" defer></script>',
    '<script type="application/json"></script><script>alert(1)</script>',
    "<style>body{display:none}</style>",
    '<p style="position:fixed">x</p>',
    '<p onclick="alert(1)">x</p>',
    "<p onclick>x</p>",
    '<img src="x.png" alt="" onerror="alert(1)">',
    '<img src="data:image/svg+xml,x" alt="">',
    '<img srcset="x 1x" alt="">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="x" target="_top">x</a>',
    '<a href="x" ping="https://ailleurs.example/">x</a>',
    '<iframe src="x"></iframe>',
    '<object data="x"></object>',
    '<embed src="x">',
    '<base href="https://ailleurs.example/">',
    '<meta http-equiv="refresh" content="0; url=https://ailleurs.example/">',
    '<link rel="stylesheet" href="x">',
    '<form action="https://ailleurs.example/"></form>',
    '<form><button formaction="javascript:alert(1)">x</button></form>',
    '<svg><a href="javascript:alert(1)"><text>x</text></a></svg>',
    "<svg><script>alert(1)</script></svg>",
    '<svg><use href="data:image/svg+xml,x"></use></svg>',
    '<svg onload="alert(1)"></svg>',
    '<svg><animate attributeName="href" values="javascript:alert(1)"></animate></svg>',
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    '<math><mi href="javascript:alert(1)">x</mi></math>',
    "<template><p>x</p></template>",
    "<p>x<!-- commentaire --></p>",
    '<video src="x"></video>',
    "<marquee>x</marquee>",
    '<input type="text" autofocus onfocus="alert(1)">',
    '<details open ontoggle="alert(1)"><summary>x</summary></details>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<p>jamais refermé",
]


@pytest.mark.parametrize("html", DANGERS)
def test_what_no_page_of_ours_holds_is_refused(html: str) -> None:
    assert refus(f"<p>Avant.</p>{html}") is not None


def test_the_refusal_shows_where_it_begins() -> None:
    assert refus('<p>Avant.</p>\n<p onclick="alert(1)">x</p>\n<p>Après.</p>') == '<p onclick="alert(1)">x</p>'


@pytest.mark.parametrize(
    "html",
    [
        '<p class="m-x" data-siae="ACI" hidden>L&#39;un &amp; l&#34;autre &lt;b&gt; > &nbsp;\u00a0</p>',
        '<script type="application/json" data-programme>{"a":"\\u003c/script\\u003e"}</script>',
        '<script src="../../assets/calcul.js" defer></script>',
        '<a href="mailto:x@exemple.fr">x</a><a href="tel:+33100000000">y</a><a href="../x/#y">z</a>',
        '<svg viewBox="0 0 1 1"><title>x</title><path d="M0 0"/><rect x="1" y="1"><title>y</title></rect></svg>',
        '<input type="text" name="x" value="" required><br>',
    ],
)
def test_what_our_pages_are_made_of_is_admitted(html: str) -> None:
    assert refus(html) is None


def test_a_page_that_holds_anything_else_is_told_at_its_file(tmp_path: Path) -> None:
    atelier = Atelier(compile_rules(petit_memento(tmp_path)).base, (), date(2026, 11, 23))
    atelier.admettre('<p>x</p><iframe src="y"></iframe>', "content/x.md")
    atelier.admettre("<p>x</p>", "content/x.md")
    assert [(str(item.location), item.code) for item in atelier.diagnostics] == [("content/x.md:1:1", "MEM408")]
    assert '« <iframe src="y"></iframe> »' in atelier.diagnostics[0].message


@avec_le_vrai
def test_no_permission_is_given_that_no_page_needs() -> None:
    built = vrai_memento()
    assert lignes(built) == []
    assert built.site is not None
    document = read_document("content/x.md", f"---\ntitre: X\n---\n{MARKDOWN}".encode()).value
    assert document is not None
    body = rendre(document, built.base, "", date(2026, 11, 23))
    assert body.diagnostics == ()
    assert refus(body.html) is None
    whole = built.site.fichiers[MONOFICHIER].decode().partition("<main>")[2].partition("</main>")[0]
    pages = (*(page.html for page in built.site.pages), body.html, f"<main>{whole}")
    used = _employes(pages)
    given = {(tag, name.lower()) for tag, names in BALISES.items() for name in names}
    assert given - used == set()
    assert set(BALISES) - {tag for tag, _ in used} == set()
    assert set(PARTOUT) - {name for _, name in used} == set()


def _employes(pages: Iterable[str]) -> set[tuple[str, str]]:
    """The tags of some pages, with each of their attributes."""
    found: set[tuple[str, str]] = set()

    class Lecteur(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update(((tag, ""), *((tag, name) for name, _ in attrs)))

    for written in {tag for html in pages for tag in re.findall(r"<[a-z][^<>]*>", html)}:
        Lecteur().feed(written)
    return found

"""What our own code never does, read in it: one exception is one line here, with its reason."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import StrictUndefined, UndefinedError
from petit_memento import AUJOURD_HUI

from generator.render.atelier import Atelier, en_json
from generator.resolve import KnowledgeBase

RACINE = Path(__file__).parents[2]
GABARITS = RACINE / "generator" / "render" / "templates"
# What writes HTML or runs text.
PUITS = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|srcdoc|DOMParser)\b"
    r"|\bdocument\.write|\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]"
    r"|javascript:|\bimport\s*\(|\.setAttribute\(\s*[\"']on|\bon(?:click|error|load)\s*="
)
# The body of a file, made by our Markdown, judged with its page: the only HTML that a template takes as it is.
SURS = re.compile(r"\{\{\s*corps \| safe\s*\}\}")
# `Markup(…)` around what is not a literal of ours: (file, what is in it, why it is escaped already).
MARKUPS = {
    ("render/renvois.py", "self._ecrire(match) or escape(match[0])"),  # en_html, or escaped
    ("render/atelier.py", "text"),  # en_json: < > & are escaped
    ("render/monofichier.py", "dress.style"),  # ours, from the theme
    ("render/monofichier.py", 'script.replace("</", "<\\\\/")'),  # ours
    ("render/barres.py", '"".join(parts) + "</svg>"'),  # each text through escape
    ("render/graphique.py", '"".join(parts) + "</svg>"'),
    ("render/frise.py", '"".join(parts)'),
    ("render/papier/ouvrage.py", "html"),  # read again, translated, never shown
}


def _modules(folder: str, ending: str) -> Iterator[tuple[str, str]]:
    for path in sorted((RACINE / folder).rglob(f"*{ending}")):
        yield path.relative_to(RACINE / folder).as_posix(), path.read_text(encoding="utf-8")


def test_no_script_writes_html_nor_runs_text() -> None:
    found = [
        (name, match[0])
        for name, text in _modules("site_theme/assets", ".js")
        for match in PUITS.finditer(re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.S | re.M))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["e.innerHTML = x", "eval(x)", "new Function(x)", 'setTimeout("x", 1)', "a.onclick = x"]
)
def test_a_script_that_would_is_seen(text: str) -> None:
    assert PUITS.search(text)


def test_no_template_takes_data_as_html_but_bodies() -> None:
    for name, text in _modules("generator/render/templates", ".html"):
        assert SURS.sub("", text).count("safe") == text.count("mode_safe"), name
        assert "autoescape" not in text, name
        assert not re.search(r"\son[a-z]+\s*=|\sstyle\s*=|javascript:|<script(?![^>]* (?:src|type)=)", text) or (
            name == "monofichier.html"
        ), name


def test_the_theme_has_no_handler_no_style_and_no_script_of_its_own_in_its_pages() -> None:
    for name, text in _modules("site_theme", ".html"):
        assert not re.search(r"\son[a-z]+\s*=|\sstyle\s*=|javascript:|<style|<script(?![^>]* src=)", text), name
        assert "safe" not in text, name


def test_templates_escape_and_refuse_what_is_not_defined() -> None:
    env = Atelier(KnowledgeBase(), (), AUJOURD_HUI).gabarits
    assert env.autoescape is True
    assert env.undefined is StrictUndefined
    assert env.from_string("{{ x }}").render(x="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"
    with pytest.raises(UndefinedError):
        env.from_string("{{ absent }}").render()
    names = [path.relative_to(GABARITS).as_posix() for path in GABARITS.rglob("*.html")]
    assert set(env.list_templates()) >= set(names)


def test_every_environment_of_ours_is_that_one() -> None:
    making = re.compile(r"\b(?:Environment|Template|Gabarits)\((?!Environment\))")
    assert [name for name, text in _modules("generator", ".py") if making.search(text)] == ["render/atelier.py"]


def test_markup_is_made_from_our_own_literals_alone() -> None:
    found = set()
    for name, text in _modules("generator", ".py"):
        for start in (match.end() for match in re.finditer(r"\bMarkup\(", text)):
            inside = _jusqu_a_la_fin(text, start).strip()
            # A literal that is not an f-string: `.format` escapes what it is given.
            if not re.fullmatch(r"(?:\s*r?(?:\"[^\"]*\"|'[^']*'))+|", inside):
                found.add((name, inside))
    assert found == MARKUPS


def _jusqu_a_la_fin(text: str, start: int) -> str:
    """What stands before the bracket that closes."""
    depth = 1
    for rank in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[rank], 0)
        if not depth:
            return text[start:rank]
    raise AssertionError("parenthèse ouverte")


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "]]>", "\u2028\u2029", "&lt;", "é", "</SCRIPT\n>"])
def test_no_data_closes_its_script(text: str) -> None:
    written = str(en_json({"x": [text]}))
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"x": [text]}

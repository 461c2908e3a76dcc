"""Acronyms, typography and tables, on the finished page."""

import pytest

from generator.render.finition import finir

SIGLES = {"ACI": "Atelier et chantier d'insertion", "AI": "Association intermédiaire", "CDD": "Contrat"}
ABBR = '<abbr title="Atelier et chantier d’insertion">ACI</abbr>'


def test_every_acronym_is_spelled_out() -> None:
    assert finir("<h1>Un ACI</h1><p>L'ACI, (ACI).</p>", SIGLES) == f"<h1>Un {ABBR}</h1><p>L’{ABBR}, ({ABBR}).</p>"


def test_an_acronym_inside_a_word_is_no_acronym() -> None:
    assert finir("<p>FACILE, ACI-2, CDDI, aci</p>", SIGLES) == "<p>FACILE, ACI-2, CDDI, aci</p>"


@pytest.mark.parametrize("tag", ["a", "abbr", "code", "button", "option", "script", "summary", "label"])
def test_some_words_are_left_alone(tag: str) -> None:
    assert finir(f"<{tag}>ACI</{tag}> ACI", SIGLES) == f"<{tag}>ACI</{tag}> {ABBR}"


def test_code_and_data_keep_their_spaces() -> None:
    html = '<script type="application/json">{"a": "30 % d\'ACI"}</script><code>a : b</code>'
    assert finir(html, SIGLES) == html


def test_an_attribute_is_not_touched() -> None:
    assert finir('<p data-x="ACI : 30 %">x</p>', SIGLES) == '<p data-x="ACI : 30 %">x</p>'


def test_references_stay_escaped() -> None:
    assert finir("<p>&lt;b&gt; &amp; &#60;i&#62;</p>", {}) == "<p>&lt;b&gt; &amp; &#60;i&#62;</p>"


def test_a_table_scrolls_in_a_frame_named_by_its_caption() -> None:
    html = finir("<table><caption>Montants d'<em>aide</em> &amp; AI</caption><tr><td>1</td></tr></table>", SIGLES)
    assert html.startswith('<div class="m-defile" tabindex="0" role="region" aria-label="Montants d')
    assert "aide &amp; AI" in html.split(">")[0]
    assert html.endswith("</table></div>")
    assert '<table class="m-tableau">' in html


def test_a_table_without_caption_is_named_by_the_heading_over_it() -> None:
    html = finir("<h2>Que <em>faire</em> ?</h2><table><tr><th>Vous voulez</th></tr></table>", {})
    assert 'aria-label="Tableau 1\u00a0: Que faire\u202f?"' in html
    assert '<th scope="col">' in html


def test_tables_without_caption_have_different_names() -> None:
    html = finir("<table></table><table></table>", {})
    assert 'aria-label="Tableau 1"' in html
    assert 'aria-label="Tableau 2"' in html


def test_the_apostrophe_between_two_letters_is_the_one_that_is_printed() -> None:
    assert finir("<p>l&#39;eau d&#39;abord, &#39;x&#39; 5&#39;</p>", {}) == "<p>l’eau d’abord, &#39;x&#39; 5&#39;</p>"


def test_a_comment_of_a_template_is_not_published() -> None:
    assert finir("<p>a<!-- l&#39;un\n<b> -->b</p>", {}) == "<p>ab</p>"


@pytest.mark.parametrize(
    ("html", "fini"),
    [
        # What closes nothing, and a heading or a caption that was not opened.
        ("<p>ACI</a></h2></caption></p>", f"<p>{ABBR}</a></h2></caption></p>"),
        # In what is data, a mark is a word.
        ("<script>if (a<b) x='<a>'</script>ACI", f"<script>if (a<b) x='<a>'</script>{ABBR}"),
        ("<svg><a/></svg>ACI", f"<svg><a/></svg>{ABBR}"),
    ],
)
def test_what_is_oddly_closed_changes_nothing_around(html: str, fini: str) -> None:
    assert finir(html, SIGLES) == fini

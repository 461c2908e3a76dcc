"""A page cut into tags and texts: nothing is lost, and its links are found."""

from generator.render.balises import couper, relever


def test_what_is_cut_is_joined_again() -> None:
    html = '<p class="a > b">Un &amp; <br/>deux &#39;x&#39; 1 < 2</p><script>{"a": "\\u003cb>"}</script>'
    texts, tags, names = couper(html, frozenset({"p", "br", "script"}))
    assert "".join(part for pair in zip(texts, [*tags, ""], strict=True) for part in pair) == html
    assert names == ["p", "br", "/p", "script", "/script"]


def test_tags_that_are_not_told_apart_are_one_piece_until_a_word() -> None:
    texts, tags, names = couper("<ul>\n<li><b>un</b> <i>deux</i></li></ul><a>x</a>", frozenset({"a"}))
    assert texts == ["", "un", "deux", "", "x", ""]
    assert tags == ["<ul>\n<li><b>", "</b> <i>", "</i></li></ul>", "<a>", "</a>"]
    assert names == [None, None, None, "a", "/a"]


def test_links_are_read_as_a_browser_does() -> None:
    html = '<h2 id="x">A</h2><a class="b" href="../y/?a=1&amp;b=2#z">B</a><img src=\'i.svg\' alt="">'
    found = relever(html)
    assert found.cibles == ("../y/?a=1&b=2#z", "i.svg")
    assert found.ancres == {"x"}


def test_what_only_looks_like_a_link_is_none() -> None:
    html = '<p data-href="non/" title=\' href="non/"\'>On écrit id="non" et href="non/".</p><a id="">A</a>'
    assert relever(html) == relever("")


def test_a_quote_that_nothing_closes_makes_no_tag() -> None:
    html = """<a title="x>y</a>"""
    assert couper(html, frozenset({"a"})).noms == ["/a"]
    assert relever("""<a href="x>y</a>""") == relever("")

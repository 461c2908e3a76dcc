"""The shell without its indentation."""

from html.parser import HTMLParser

from generator.adapters.allegement import alleger


def test_the_shell_loses_its_indentation_and_its_empty_lines() -> None:
    html = (
        "<html>\n  <head>\n\n    <title>a  b</title>\n  </head>\n<article>\nx\n</article>\n\n\n  <p>fin</p>\n</html>\n"
    )
    assert alleger(html) == (
        "<html>\n<head>\n<title>a  b</title>\n</head>\n<article>\nx\n</article>\n<p>fin</p>\n</html>\n"
    )


def test_what_an_article_holds_stays_to_the_byte() -> None:
    article = '<article class="m">\n  <pre>  a\n\n    b\n</pre><p title="x\n\n  y">\u00a0</article>'
    assert article in alleger(f"<body>\n    {article}\n   </body>")


def test_a_page_without_an_article_is_as_it_was() -> None:
    assert alleger("<body>\n\n   <main>x</main></body>") == "<body>\n\n   <main>x</main></body>"


def test_a_no_break_space_is_not_indentation() -> None:
    assert alleger("<p>\n \u00a0a\n<article></article>").startswith("<p>\n\u00a0a\n")


class Lu(HTMLParser):
    """What a browser makes of a page, white space apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lu: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.lu.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.lu += data.split()


def test_a_page_says_the_same_in_fewer_bytes() -> None:
    html = '<body>\n  <a href="x"\n     title="y">\n\n   un  mot </a> puis\n<article>a</article>\n</body>'
    assert Lu(alleger(html)).lu == Lu(html).lu
    assert len(alleger(html)) < len(html)

"""A page without the indentation of the templates of the shell: a third of its bytes, and nothing of what it says."""


def alleger(html: str) -> str:
    """The same page; outside `<article>`, a run of white space that holds an end of line is one end of line.

    The article is ours and stays as it is: code and what is copied from it live there. A page without an article too.
    """
    head, opening, rest = html.partition("<article")
    body, closing, foot = rest.rpartition("</article>")
    return f"{serrer(head)}\n{opening}{body}{closing}\n{serrer(foot)}\n" if closing else html


def serrer(html: str) -> str:
    """A piece of what stands outside the article: no indentation, no empty line."""
    # Bytes know no other white space than that of ASCII: a no-break space is a word's.
    return b"\n".join(filter(None, map(bytes.strip, html.encode().split(b"\n")))).decode()

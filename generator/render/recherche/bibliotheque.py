"""The library that reads the index in the browser."""

from functools import cache
from importlib.resources import files

import minify


@cache
def lunr() -> bytes:
    """The lunr.js that MkDocs ships, smaller, under the notice that its licence asks to keep."""
    text = files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_text(encoding="utf-8")
    notice = text[: text.index("*/") + 2]
    return f"{notice}\n{minify.string('application/javascript', text)}\n".encode()

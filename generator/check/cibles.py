"""Where the links of a page lead, from the root of the site."""

from posixpath import normpath

from generator.render.site import Page

EXTERNES = ("http://", "https://", "mailto:", "data:")


def liens_de(page: Page) -> tuple[tuple[str, str], ...]:
    """The internal links of a page: (url from the root, anchor), each once."""
    found: dict[tuple[str, str], None] = {}
    for target in page.releve.cibles:
        if not target.startswith(EXTERNES):
            path, _, anchor = target.partition("#")
            found[absolue(page.url, path.partition("?")[0]), anchor] = None
    return tuple(found)


def absolue(url: str, relative: str) -> str:
    """The url from the root of a link relative to a page: `regles/x/` + `../y/` → `regles/y/`."""
    if not relative:
        return url
    joined = normpath(f"/{url}{relative}").lstrip("/")
    return f"{joined}/" if joined and relative.endswith(("/", "..", ".")) else joined

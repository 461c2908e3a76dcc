"""A copy of the site without some of its files: what led to one keeps its words, and says that it is not there."""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.render.filters import lien_relatif
from generator.render.site import Page

LIEN = re.compile(r'<a\b[^<>]* href="(?P<vers>[^"#?]*)[^"]*"[^<>]*>(?P<mots>.*?)</a>', re.DOTALL)
MENTION = ' <span class="m-discret">(pas dans cette copie du site)</span>'


def sans_les_absents(pages: Iterable[Page], absents: Collection[str]) -> Iterator[Page]:
    """The same pages, without any link to the files whose urls are given."""
    # Nearly no page has one.
    ends = {f".{url.rpartition('.')[2]}" for url in absents}
    for page in pages:
        # What follows the address may hold one of them too: then the page is read for nothing.
        yield _sans(page, absents) if any(end in target for target in page.releve.cibles for end in ends) else page


def _sans(page: Page, absents: Collection[str]) -> Page:
    gone = {lien_relatif(page.url, url) for url in absents}
    html = LIEN.sub(lambda link: f"{link['mots']}{MENTION}" if link["vers"] in gone else link[0], page.html)
    return page if html == page.html else page.avec(html)

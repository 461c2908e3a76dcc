"""The base becomes pages: the inside of each `<article>`, the navigation, the assets.

`relecture.relire` reads over what people wrote; `assemblage.render_site` makes the whole site, and stands apart:
verifying does not wait for it.
"""

from generator.render.codes import CODES
from generator.render.site import NavEntry, Page, Site, TocEntry

__all__ = ["CODES", "NavEntry", "Page", "Site", "TocEntry"]

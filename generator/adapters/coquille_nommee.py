"""What the shell leaves without a name: each level of the menu is named by its title, not by an empty label; what is
published is named by its content.
"""

import re
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig

_NIVEAU = re.compile(r'aria-labelledby="(__nav\w*)_label"')
_TITRE = re.compile(r'<label class="md-nav__title" for="(__nav\w*)">')
# The label that opens a table of contents, on pages where the shell has put none to open.
_SANS_SOMMAIRE = ' for="__toc"'


def nommer_les_niveaux(html: str) -> str:
    """The same page, or piece. The label beside a heading that is a link holds an icon alone, which names nothing."""
    html = _NIVEAU.sub(r'aria-labelledby="\1_titre"', html)
    return _TITRE.sub(r'<label class="md-nav__title" id="\1_titre" for="\1">', html)


def n_ouvrir_que_ce_qui_est_la(html: str) -> str:
    """The same page, whose labels open the table of contents that it has."""
    return html if 'id="__toc"' in html else html.replace(_SANS_SOMMAIRE, "")


def nommer_les_actifs(config: MkDocsConfig, noms: Mapping[str, str]) -> None:
    """The shell loads the assets by their published names, which `config.extra.noms` gives to its templates."""
    config.extra["noms"] = noms
    config.extra_css = [noms.get(url, url) for url in config.extra_css]
    for image in {"logo", "favicon"} & set(config.theme):
        config.theme[image] = noms.get(config.theme[image], config.theme[image])

"""The third wall: what a browser may do with a page, said in the page and by the server (ADR 0027).

Each page holds its own policy; the server repeats, for all of them, one that admits what any of them needs.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.render.rangement import Fichiers

# What every answer of the server says, whatever it is; the policy and who may frame the page come beside.
ENTETES: dict[str, str] = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "autoplay",
            "browsing-topics",
            "camera",
            "display-capture",
            "encrypted-media",
            "fullscreen",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "picture-in-picture",
            "publickey-credentials-get",
            "screen-wake-lock",
            "usb",
            "xr-spatial-tracking",
        )
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# The only pages that another site may show in a frame.
CADRE = re.compile(r"calculateurs/[a-z0-9-]+/integrer/(?:index\.html)?")

_EN_LIGNE = re.compile(r"<(?P<balise>script|style)(?P<attributs>(?=[\s>])[^>]*)>(?P<texte>.*?)</(?P=balise)", re.S)
# A script from a file has its address; data is not executed.
_SANS_EMPREINTE = re.compile(r"\ssrc\s*=|\stype\s*=\s*[\"']?application/(?:ld\+)?json\b")
_TETE = re.compile(r"<head>\s*(?:<meta charset=[\"']?utf-8[\"']?>)?")
_ECRITE = re.compile(r'<meta http-equiv="Content-Security-Policy" content="(?P<politique>[^"]*)">')
_DIRECTIVE = re.compile(r"(?P<nom>script|style)-src 'self'(?P<sources>[^;]*)")


@dataclass(frozen=True, slots=True)
class Empreintes:
    """The hashes of what is written inside pages, as a policy names them: `'sha256-…'`."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()


def politique(empreintes: Empreintes, cadre: bool) -> str:
    """The header `Content-Security-Policy`; `cadre` is true for a page that any site may frame.

    Only a header may say who frames a page: browsers do not read it in the page itself.
    """
    framing = "*" if cadre else "'none'"
    return f"{politique_de_page(empreintes)}; frame-ancestors {framing}"


def politique_de_page(empreintes: Empreintes) -> str:
    """The policy that a page holds: nothing from elsewhere, no script nor style that was not there at build time."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *sorted(empreintes.scripts))),
            " ".join(("style-src 'self'", *sorted(empreintes.styles))),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def entetes(empreintes: Empreintes, url: str) -> dict[str, str]:
    """All the headers of the answer at an url from the root (`regles/x/`); `empreintes` are those of the whole site."""
    cadre = CADRE.fullmatch(url) is not None
    framed = {} if cadre else {"X-Frame-Options": "DENY"}
    return {**ENTETES, **framed, "Content-Security-Policy": politique(empreintes, cadre)}


def empreintes_du_site(site: Path) -> Empreintes:
    """What the policies of all its pages admit, to be said once by the server."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for path in site.rglob("*.html"):
        written = _ECRITE.search(path.read_text(encoding="utf-8"))
        for directive in _DIRECTIVE.finditer(written["politique"] if written else ""):
            (scripts if directive["nom"] == "script" else styles).update(directive["sources"].split())
    return Empreintes(frozenset(scripts), frozenset(styles))


def proteger(html: str, article: str = "") -> str:
    """A whole page with its policy, before all that it governs.

    `article` is the part of it that people wrote: what it holds is never admitted, whatever it is.
    """
    shell = html.replace(article, "", 1) if article else html
    policy = politique_de_page(empreintes_de(shell))
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    )
    protected, count = _TETE.subn(lambda head: head[0] + metas, html, count=1)
    if not count:
        raise ValueError("page sans <head> : sa politique n'a pas de place")
    return protected


def protegee(html: str) -> bool:
    """True for a page that holds its policy."""
    return _ECRITE.search(html) is not None


class Proteges(Fichiers):
    """The same files; those that are whole pages hold their policy, which is written when they are read."""

    def __getitem__(self, url: str) -> bytes:
        content = super().__getitem__(url)
        return proteger(content.decode()).encode() if url.endswith(".html") else content


def empreintes_de(html: str) -> Empreintes:
    """The hashes of the scripts and styles written inside a page."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for match in _EN_LIGNE.finditer(html):
        if match["balise"] == "style":
            styles.add(_empreinte(match["texte"]))
        elif not _SANS_EMPREINTE.search(match["attributs"]):
            scripts.add(_empreinte(match["texte"]))
    return Empreintes(frozenset(scripts), frozenset(styles))


def ecrits_dedans(html: str) -> list[str]:
    """The scripts and the styles written inside a page."""
    return [match["texte"] for match in _EN_LIGNE.finditer(html)]


@lru_cache(maxsize=1024)
def _empreinte(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

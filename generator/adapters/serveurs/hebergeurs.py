"""`_headers`: what Cloudflare Pages and Netlify read at the root of a site.

Where two rules name the same header, each host does as it likes: here no address gets a header from two rules. A page
that does not exist has the policy that it holds itself.
"""

from collections.abc import Iterable, Iterator

from generator.adapters.serveurs.reponses import ECRIT, IMMUABLES, UN_AN, Reponses

# The one folder that holds pages to frame: its pages are named one level at a time.
CALCULATEURS = "calculateurs"


def entetes_statiques(reponses: Reponses) -> str:
    """The file; without a word on what is asked again each time, which is what both hosts do."""
    return "\n".join((f"# {ECRIT}", "# À poser à la racine du site publié.", *_regles(reponses), ""))


def _regles(reponses: Reponses) -> Iterator[str]:
    yield from _regle("/*", reponses.communs.items())
    for folder in IMMUABLES:
        yield from _regle(f"/{folder}*", [("Cache-Control", UN_AN)])
    closed = [("Content-Security-Policy", reponses.politique), ("X-Frame-Options", "DENY")]
    folders = [f"/{name}/*" for name in reponses.dossiers if name != CALCULATEURS]
    inside = [f"/{CALCULATEURS}/", f"/{CALCULATEURS}/:nom/"] if CALCULATEURS in reponses.dossiers else []
    for path in ("/", *(f"/{name}" for name in reponses.pages), *folders, *inside):
        yield from _regle(path, closed)
    if inside:
        framed = [("Content-Security-Policy", reponses.politique_des_cadres)]
        yield from _regle(f"/{CALCULATEURS}/:nom/integrer/", framed)


def _regle(path: str, headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield path
    for name, value in headers:
        yield f"  {name}: {value}"

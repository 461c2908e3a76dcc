"""What is done to a page once it is in its shell."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.adapters.allegement import alleger, serrer
from generator.adapters.coquille_nommee import n_ouvrir_que_ce_qui_est_la, nommer_les_niveaux
from generator.adapters.entetes import proteger


class Retouchee(str):
    """A page to which it is done."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Retouches:
    """`publiee` is false while someone writes: the server adds to each page a script that no policy would admit."""

    publiee: bool

    def page(self, html: str, article: str) -> str:
        """A whole page; `article` is the part of it that people wrote."""
        return self.remplie(self.coquille(html, article))

    def coquille(self, html: str, article: str) -> str:
        """What does not depend on what the shell holds; `article` is where it holds what people wrote."""
        named = nommer_les_niveaux(html)
        return proteger(alleger(named), article) if self.publiee else named

    def morceaux(self, html: str) -> Callable[[str], str]:
        """What makes of a piece of a shell, from outside its article, that of the shell once it is done."""
        lightened = self.publiee and alleger(html) != html
        return lambda piece: serrer(nommer_les_niveaux(piece)) if lightened else nommer_les_niveaux(piece)

    @staticmethod
    def remplie(html: str) -> str:
        """What depends on it."""
        return n_ouvrir_que_ce_qui_est_la(html)

"""How the site is served: one file of configuration for each server, all from the same answers (ADR 0029)."""

from generator.adapters.serveurs.caddy import caddyfile
from generator.adapters.serveurs.hebergeurs import entetes_statiques
from generator.adapters.serveurs.nginx import BROTLI, nginx
from generator.adapters.serveurs.reponses import Reponses, reponses_du_site

__all__ = ["Reponses", "fichiers_de_deploiement", "reponses_du_site"]


def fichiers_de_deploiement(reponses: Reponses) -> dict[str, str]:
    """Each file by its path from the root of the mémento."""
    return {
        "deploiement/nginx/memento.conf": nginx(reponses),
        "deploiement/nginx/memento-brotli.conf": BROTLI,
        "deploiement/Caddyfile": caddyfile(reponses),
        "deploiement/_headers": entetes_statiques(reponses),
    }

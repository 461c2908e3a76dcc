"""Caddy: a whole Caddyfile; it obtains the certificate and sends HTTP to HTTPS by itself."""

from generator.adapters.serveurs.reponses import CADRES, ECRIT, IMMUABLES, PERDUE, REDEMANDE, UN_AN, Reponses

_MODELE = """\
# «ecrit»
# MEMENTO_ADRESSE est l’adresse publique (memento.example.org) : Caddy en obtient le certificat et y renvoie HTTP.
# MEMENTO_RACINE est le dossier du site.
{$MEMENTO_ADRESSE::80} {
	root * {$MEMENTO_RACINE:/srv/memento}

	@immuables path «immuables»
	@cadres path_regexp «cadres»
	@fermees not path_regexp «cadres»
	@cachees path_regexp /\\.(?:[^w]|w[^e])

	header {
«entetes»
		-Server
	}
	header Cache-Control "«redemande»"
	header @immuables Cache-Control "«un_an»"
	header @cadres Content-Security-Policy "«politique_des_cadres»"
	header @fermees Content-Security-Policy "«politique»"
	header @fermees X-Frame-Options "DENY"
	# Une fois certain que tout le domaine restera en HTTPS : un navigateur s’en souvient deux ans.
	# header Strict-Transport-Security "max-age=63072000"

	error @cachees 404

	# Ce que « memento construire --comprimer » a posé à côté de chaque texte.
	file_server {
		precompressed br gzip
	}

	handle_errors {
		header Cache-Control "«redemande»"
		rewrite * /«perdue»
		file_server {
			precompressed br gzip
		}
	}
}
"""


def caddyfile(reponses: Reponses) -> str:
    """The configuration of the site."""
    parts = {
        "ecrit": ECRIT,
        "redemande": REDEMANDE,
        "un_an": UN_AN,
        "immuables": " ".join(f"/{folder}*" for folder in IMMUABLES),
        "cadres": CADRES,
        "politique": reponses.politique,
        "politique_des_cadres": reponses.politique_des_cadres,
        "perdue": PERDUE,
        "entetes": "\n".join(f'\t\t{name} "{value}"' for name, value in reponses.communs.items()),
    }
    text = _MODELE
    for name, value in parts.items():
        text = text.replace(f"«{name}»", value)
    return text

"""nginx: a file to include in its `http` block."""

from generator.adapters.serveurs.reponses import CADRES, ECRIT, IMMUABLES, PERDUE, REDEMANDE, UN_AN, Reponses

# Apart: without the module, nginx refuses the directive.
BROTLI = f"""\
# {ECRIT}
# À poser dans /etc/nginx/snippets/ quand nginx a le module brotli_static (paquet libnginx-mod-http-brotli-static).
brotli_static on;
"""

# Braces and dollars are nginx's own: what is ours is between « ».
_MODELE = """\
# «ecrit»
# Se pose dans /etc/nginx/conf.d/. Ce qui est à régler : listen, server_name, root, et le bloc HTTPS au bas du fichier.

# Un nom qui porte l’empreinte de son contenu ne change jamais ; le reste est redemandé : 304 s’il est le même.
map $uri $memento_garde {
    default "«redemande»";
    "~^/(?:«immuables»)" "«un_an»";
}

# Seules les pages à intégrer se montrent dans le cadre d’un autre site.
map $uri $memento_politique {
    default "«politique»";
    "~«cadres»" "«politique_des_cadres»";
}
map $uri $memento_cadre {
    default "DENY";
    "~«cadres»" "";
}

server {
    listen 80;
    server_name memento.example.org;
    root /srv/memento;

    server_tokens off;
    autoindex off;
    # Une redirection vaut derrière un mandataire, quel que soit son port.
    absolute_redirect off;
    # Pas de « disable_symlinks » : brotli_static ne sert plus rien avec lui, et le site ne contient aucun lien.
    sendfile on;
    tcp_nopush on;

    # Ce que « memento construire --comprimer » a posé à côté de chaque texte.
    gzip off;
    gzip_static on;
    gzip_vary on;
    include snippets/memento-brotl[i].conf;

    charset utf-8;
    charset_types text/css text/javascript text/plain text/csv text/calendar application/json application/xml
        application/manifest+json image/svg+xml;
    default_type application/octet-stream;
    types {
        text/html html;
        text/css css;
        text/javascript js;
        text/plain txt;
        text/csv csv;
        text/calendar ics;
        application/json json;
        application/xml xml;
        application/manifest+json webmanifest;
        application/pdf pdf;
        application/zip zip;
        image/svg+xml svg;
        image/png png;
        image/jpeg jpg jpeg;
        image/webp webp;
        image/x-icon ico;
    }

    # Toutes ici : une seule de plus dans un bloc « location » ferait oublier celles-ci.
«entetes»

    # Un dossier sans page, un fichier caché, une adresse qui n’existe pas : la même page, et 404.
    error_page 403 404 =404 /«perdue»;
    location = /«perdue» {
        internal;
    }
    location ~ /\\.(?!well-known/) {
        return 404;
    }
}

# HTTPS : le bloc ci-dessus écoute alors « 443 ssl http2 », avec ces lignes, et celui-ci renvoie le reste vers lui.
#
#     ssl_certificate /etc/letsencrypt/live/memento.example.org/fullchain.pem;
#     ssl_certificate_key /etc/letsencrypt/live/memento.example.org/privkey.pem;
#     ssl_protocols TLSv1.2 TLSv1.3;
#     # Une fois certain que tout le domaine restera en HTTPS : un navigateur s’en souvient deux ans.
#     # add_header Strict-Transport-Security "max-age=63072000" always;
#
# server {
#     listen 80;
#     server_name memento.example.org;
#     location /.well-known/acme-challenge/ { root /var/www/acme; }
#     location / { return 301 https://$host$request_uri; }
# }
"""


def nginx(reponses: Reponses) -> str:
    """The configuration of the site."""
    headers = {
        **reponses.communs,
        "Cache-Control": "$memento_garde",
        "Content-Security-Policy": "$memento_politique",
        # nginx leaves out a header that is empty.
        "X-Frame-Options": "$memento_cadre",
    }
    parts = {
        "ecrit": ECRIT,
        "redemande": REDEMANDE,
        "un_an": UN_AN,
        "immuables": "|".join(IMMUABLES),
        "cadres": CADRES,
        "politique": reponses.politique,
        "politique_des_cadres": reponses.politique_des_cadres,
        "perdue": PERDUE,
        "entetes": "\n".join(f'    add_header {name} "{value}" always;' for name, value in headers.items()),
    }
    text = _MODELE
    for name, value in parts.items():
        text = text.replace(f"«{name}»", value)
    return text

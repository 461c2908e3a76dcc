#!/bin/sh
# nginx, its Brotli module and Caddy for the tests of deploiement/: those of the machine, else Debian's packages when root,
# or through sudo in a continuous integration. Elsewhere says what to install: nothing is installed unasked.
set -eu

PAQUETS="nginx libnginx-mod-http-brotli-static caddy"

trouver() {
    PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1" >/dev/null 2>&1
}

trouver nginx && trouver caddy && exit 0
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        avec=""
    elif [ -n "${CI:-}" ]; then
        avec="sudo -n"
    else
        echo "Pour les tests de deploiement/ : « sudo apt install $PAQUETS »." >&2
        exit 1
    fi
    echo "Installation de nginx et de Caddy (paquets Debian) …"
    $avec apt-get update -qq
    # Without a service: tests start their own.
    $avec env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $PAQUETS >/dev/null
    exit 0
fi
echo "Il faut nginx, son module brotli_static et Caddy pour les tests de deploiement/." >&2
exit 1

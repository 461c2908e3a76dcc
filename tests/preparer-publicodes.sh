#!/bin/sh
# The npm package publicodes, that the export is compared with. Node.js and npm: those of the machine, else Debian's when root.
set -eu
cd "$(dirname "$0")/exports/publicodes"

if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installation de Node.js et npm (paquets Debian) …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "Il manque Node.js et npm, dont les tests de l'export Publicodes ont besoin : « sudo apt install nodejs npm »." >&2
    exit 1
fi
if [ node_modules/.pret -nt package.json ]; then
    exit 0
fi
echo "Installation de publicodes (npm) …"
npm install --no-audit --no-fund --no-package-lock --ignore-scripts --silent || {
    echo "publicodes n'a pas pu être installé : « npm install » échoue dans tests/exports/publicodes." >&2
    exit 1
}
touch node_modules/.pret

#!/bin/sh
# The npm packages that a folder declares in its package.json, installed there and ignored by git.
# Usage: preparer-npm.sh FOLDER WHAT, FOLDER from tests/. Node.js and npm: those of the machine, else Debian's when root.
set -eu
cd "$(dirname "$0")/$1"

if [ -f node_modules/.pret ] && [ node_modules/.pret -nt package.json ]; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installation de Node.js et npm (paquets Debian) …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "Il manque Node.js et npm, dont les tests ont besoin pour $2 : « sudo apt install nodejs npm »." >&2
    exit 1
fi
echo "Installation de $2 (npm) …"
npm install --no-audit --no-fund --no-package-lock --ignore-scripts --silent || {
    echo "$2 n'a pas pu être installé : « npm install » échoue dans tests/$1." >&2
    exit 1
}
touch node_modules/.pret

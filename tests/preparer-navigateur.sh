#!/bin/sh
# Chromium for the tests: one found on the machine, else Debian's package when root, else Playwright's own.
# With --ou, only says where it is (nothing when Playwright's own is to be used).
set -eu
cd "$(dirname "$0")/.."

trouver() {
    if [ -n "${MEMENTO_CHROMIUM:-}" ]; then
        echo "$MEMENTO_CHROMIUM"
        return
    fi
    for nom in chromium chromium-browser google-chrome; do
        if command -v "$nom" >/dev/null 2>&1; then
            command -v "$nom"
            return
        fi
    done
}

if [ "${1:-}" = "--ou" ]; then
    trouver
    exit 0
fi
[ -n "$(trouver)" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installation de Chromium (paquet Debian) …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
    echo "Le paquet chromium n'a pas pu être installé ; essai avec celui de Playwright." >&2
fi
echo "Installation de Chromium (Playwright) …"
.venv/bin/playwright install chromium

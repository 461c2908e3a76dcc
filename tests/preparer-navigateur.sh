#!/bin/sh
# Chromium for the tests: one found on the machine, else Debian's package when root, else Playwright's own.
# Its shell without a window comes first: the whole browser, without a screen, at times never closes a reader's context.
# With --ou, only says where it is (nothing when Playwright's own is to be used).
set -eu
cd "$(dirname "$0")/.."

trouver() {
    if [ -n "${MEMENTO_CHROMIUM:-}" ]; then
        echo "$MEMENTO_CHROMIUM"
        return
    fi
    for nom in chromium-headless-shell chromium chromium-browser google-chrome; do
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
installer() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

[ -n "${MEMENTO_CHROMIUM:-}" ] && exit 0
case "$(trouver)" in
    "" | */chromium) ;;
    *) exit 0 ;;
esac
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installation de Chromium (paquet Debian) …"
    apt-get update -qq && { installer chromium-headless-shell || installer chromium; } && exit 0
    echo "Le paquet de Chromium n'a pas pu être installé." >&2
fi
[ -n "$(trouver)" ] && exit 0
echo "Installation de Chromium (Playwright) …"
.venv/bin/playwright install chromium

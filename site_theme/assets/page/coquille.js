/* What the shell of the site keeps by itself: its keys start with the folder of the site, then `.__`. */

const dossier = () => (globalThis.__md_scope instanceof URL ? `${globalThis.__md_scope.pathname}.__` : null);

/** Its keys, in either storage. */
export const clesDeCoquille = () => [...new Set(rangements().flatMap((rangement) => clesDe(rangement)))].sort();

export function oublierCoquille() {
  for (const rangement of rangements()) {
    for (const cle of clesDe(rangement)) rangement.removeItem(cle);
  }
}

function clesDe(rangement) {
  const debut = dossier();
  return debut === null ? [] : Object.keys(rangement).filter((cle) => cle.startsWith(debut));
}

/** Those that the browser lets us read. */
function rangements() {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

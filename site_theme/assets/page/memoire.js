/* What the browser keeps for the reader, and for nobody else: JSON under names that start with `memento:`. */

const PREFIXE = "memento:";

/** What was kept under a name, or null: nothing kept, unreadable, or a browser that keeps nothing. */
export function lire(nom) {
  try {
    return JSON.parse(localStorage.getItem(PREFIXE + nom));
  } catch {
    return null;
  }
}

/** Keep a value; null forgets it. False when the browser refuses. */
export function garder(nom, valeur) {
  try {
    if (valeur === null) localStorage.removeItem(PREFIXE + nom);
    else localStorage.setItem(PREFIXE + nom, JSON.stringify(valeur));
    return true;
  } catch {
    return false;
  }
}

/** The names under which something is kept, in order. */
export function noms() {
  try {
    return Object.keys(localStorage)
      .filter((cle) => cle.startsWith(PREFIXE))
      .map((cle) => cle.slice(PREFIXE.length))
      .sort();
  } catch {
    return [];
  }
}

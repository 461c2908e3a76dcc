/* How far a word is from another: letters added, left out, changed, or two neighbours swapped (see proximite.py). */

const LARGEUR = 256;
// Rows are used again: thousands of words are compared at a key.
let [avant, derniere, rangee] = [0, 0, 0].map(() => new Uint8Array(LARGEUR));

/** The optimal string alignment distance; `borne + 1` when it is more. */
export function distance(a, b, borne) {
  if (Math.abs(a.length - b.length) > borne || b.length >= LARGEUR || a.length >= LARGEUR) return borne + 1;
  for (let j = 0; j <= b.length; j += 1) derniere[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    rangee[0] = i;
    let moindre = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let pas = Math.min(derniere[j] + 1, rangee[j - 1] + 1, derniere[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) pas = Math.min(pas, avant[j - 2] + 1);
      rangee[j] = pas;
      if (pas < moindre) moindre = pas;
    }
    if (moindre > borne) return borne + 1;
    [avant, derniere, rangee] = [derniere, rangee, avant];
  }
  return Math.min(derniere[b.length], borne + 1);
}

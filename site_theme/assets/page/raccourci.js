/* The keys that ask for the search: Ctrl-K or ⌘-K, and « / », which a reader may do without. */
import { garder, lire } from "./memoire.js";

const NOM = "raccourci";
// Where a sign that is typed belongs to what is written there.
const ECRIT = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

/** Whether one key is enough: speech, and some keyboards, set such shortcuts off by mistake (WCAG 2.1.4). */
export const estCourt = () => lire(NOM) !== false;

export const choisirCourt = (oui) => garder(NOM, oui ? null : false);

/** True for a key that asks for the search. */
export function demande({ key, ctrlKey, metaKey, altKey, isComposing, target }) {
  if (altKey || isComposing) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k";
  return key === "/" && !target.closest(ECRIT) && estCourt();
}

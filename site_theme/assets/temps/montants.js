// By how much an amount moved, exactly; the same words as generator/render/ecarts.py.

import { afficherNombre } from "../calcul/format.js";
import { comparer, difference, lire, oppose, quotient, rationnel } from "../calcul/rational.js";

const ZERO = rationnel(0);
const [DEUX, CENT] = [rationnel(2), rationnel(100)];

/** A value of a parameter: in `%` it is a number of hundredths. */
export const afficher = (valeur, unite) =>
  afficherNombre(unite === "%" ? quotient(lire(valeur), CENT) : lire(valeur), unite);

/** « +250 €, soit +1,2 % », « +5 points ». @param {string} avant @param {string} apres both exact */
export function ecart(avant, apres, unite) {
  const [ancien, nouveau] = [lire(avant), lire(apres)];
  const de = difference(nouveau, ancien);
  const absolu = signe(de, unite === "%" ? points(de) : afficherNombre(de, unite));
  if (comparer(ancien, ZERO) === 0) return absolu;
  const ratio = quotient(de, ancien);
  return `${absolu}, soit ${signe(ratio, afficherNombre(ratio, "%"))}`;
}

const signe = (valeur, texte) => (comparer(valeur, ZERO) > 0 ? `+${texte}` : texte);

/** A difference of rates: « 5 points », never « 5 % ». */
function points(de) {
  const grand = comparer(de, DEUX) >= 0 || comparer(oppose(de), DEUX) >= 0;
  return `${afficherNombre(de)} point${grand ? "s" : ""}`;
}

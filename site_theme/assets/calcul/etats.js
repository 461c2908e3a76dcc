// The four states of a result: a value, inconnu, sans objet, erreur. Absent is never zero.

import { bits } from "./rational.js";

export const BITS_MAX = 4000;

export const inconnu = (questions) => ({ etat: "inconnu", questions });
export const sansObjet = (raison) => ({ etat: "sans-objet", raison });
export const refus = (message) => ({ etat: "erreur", message });

/** True for a value, false for the three other states. */
export const present = (x) => typeof x !== "object" || x.etat === undefined;

/** What a strict operation gives without all its operands: a refusal first, then sans objet, then inconnu; else null. */
export function absence(etats) {
  if (etats.every(present)) return null;
  const manquants = etats.filter((x) => !present(x));
  const premier = (etat) => manquants.find((x) => x.etat === etat);
  return (
    premier("erreur") ?? premier("sans-objet") ?? inconnu([...new Set(manquants.flatMap((x) => x.questions))])
  );
}

/** The value, or a refusal beyond 4 000 bits: an error is better than a freeze. */
export const borne = (x) => (typeof x.n === "bigint" && bits(x) > BITS_MAX ? refus("nombre trop grand") : x);

// What a program means, in the browser: the same JSON as generator/compile/evaluate.py. No document, no clock.

import * as dates from "./dates.js";
import { Situation } from "./situation.js";
import { Trace } from "./trace.js";

/**
 * Compute every step under the law of a day.
 * @param {object} programme
 * @param {{jour: number}} jour
 * @param {Record<string, unknown>} entrees checked values in base form (30 % is 3/10)
 */
export function evaluer(programme, jour, entrees) {
  const situation = new Situation(programme, jour, entrees);
  const trace = new Trace(situation);
  const etapes = programme.etapes.map((etape) => trace.ligne(etape));
  for (const { arbre, message } of programme.avertissements) {
    if (situation.evaluer(arbre) === true) situation.avertissements.add(situation.phrase(message));
  }
  const resultats = Object.fromEntries(programme.resultats.map((nom) => [nom, trace.resultat(nom)]));
  const contenu = { calculateur: programme.id, date: dates.ecrire(jour), resultats };
  const attendues = new Set(Object.values(resultats).flatMap(({ questions }) => questions ?? []));
  if (attendues.size) {
    contenu.questions = programme.entrees.map(({ nom }) => nom).filter((nom) => attendues.has(nom));
  }
  return { ...contenu, avertissements: [...situation.avertissements], etapes };
}

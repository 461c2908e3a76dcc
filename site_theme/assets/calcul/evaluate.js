// What a program means, in the browser: the same JSON as generator/compile/evaluate.py. No document, no clock.

import { Situation } from "./situation.js";
import { ligneDeTrace, resultat } from "./trace.js";

/**
 * Compute every step under the law of a day.
 * @param {object} programme
 * @param {{jour: number}} jour
 * @param {Record<string, unknown>} entrees checked values in base form (30 % is 3/10)
 */
export function evaluer(programme, jour, entrees) {
  const s = new Situation(programme, jour, entrees);
  const etapes = [];
  for (const ligne of s.pret.lignes) etapes.push(ligneDeTrace(s, ligne));
  for (const [condition, message] of s.pret.avertissements) {
    if (condition(s) === true) s.avertissements.add(message(s));
  }
  const contenu = { calculateur: programme.id, date: s.iso, resultats: {} };
  const attendues = [];
  for (const ligne of s.pret.resultats) {
    const trouve = resultat(s, ligne);
    contenu.resultats[ligne.etape.nom] = trouve;
    if (trouve.questions) attendues.push(...trouve.questions);
  }
  if (attendues.length) {
    contenu.questions = programme.entrees.map(({ nom }) => nom).filter((nom) => attendues.includes(nom));
  }
  contenu.avertissements = s.avertissements.size ? [...s.avertissements] : [];
  contenu.etapes = etapes;
  return contenu;
}

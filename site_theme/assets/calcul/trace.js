// The trace is the product: each result and each step, in words, with its values, its reason and its sources.

import { present } from "./etats.js";
import { exact } from "./format.js";

/** One result as the contract of the calculators gives it. @param {Situation} s */
export function resultat(s, ligne) {
  const { rang, etape } = ligne;
  const etat = s.etat(rang);
  if (!present(etat)) return { ...etat };
  const montre = { exact: exact(etat), affichage: s.affichage(rang) };
  if (etape.type === "nombre") montre.unite = etape.unite;
  if (etape.type === "texte") {
    montre.code = etat;
    montre.message = cas(s, ligne).raison ?? "";
  }
  return montre;
}

/** One line of the trace. @param {Situation} s */
export function ligneDeTrace(s, ligne) {
  const { rang, etape } = ligne;
  const etat = s.etat(rang);
  const { essais, raison } = cas(s, ligne);
  const trace = {
    id: etape.nom,
    libelle: etape.libelle,
    nature: etape.nature,
    formule: etape.formule,
    substitution: essais ?? ligne.substitution(s),
  };
  if (present(etat)) {
    trace.exact = exact(etat);
    trace.affichage = s.affichage(rang);
  } else Object.assign(trace, etat);
  if (raison) trace.parce_que = raison;
  trace.sources = ligne.sources(s);
  return trace;
}

/** Of a list of cases: those that were tried, and the reason of the one that was taken. */
const cas = (s, ligne) => (ligne.cas.length ? (s.cas[ligne.rang] ??= essayer(s, ligne)) : SANS_CAS);
const SANS_CAS = {};

function essayer(s, ligne) {
  let essais = "";
  for (const { condition, ecrite, issue, raison } of ligne.cas) {
    if (condition === null) return { essais: `${essais}sinon${issue(s)}`, raison: raison(s) };
    const vraie = condition(s);
    essais += `${ecrite(s)} : `;
    if (vraie === true) return { essais: `${essais}vrai${issue(s)}`, raison: raison(s) };
    if (vraie !== false) return { essais: `${essais}inconnu`, raison: null };
    essais += "faux ; ";
  }
  throw new Error("the compiler ends every list of cases with « sinon »");
}

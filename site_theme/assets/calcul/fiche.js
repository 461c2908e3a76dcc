// The result sheet, to paste or to print: what was answered, what it gives, how, and under which law.

import { present } from "./etats.js";
import { typographier } from "./format.js";
import { longue } from "./dates.js";

export const ETATS = { inconnu: "à compléter", "sans-objet": "sans objet", erreur: "pas de résultat" };
export const NATURES = { droit: "Droit", pacte: "Proposition du Pacte", calcul: "Calcul" };

/** « 30 % », « pas de résultat : inconnu avant le 1er mai 2008 ». @param {object} resultat */
export function dire({ etat, affichage, raison, message }) {
  if (!etat) return affichage;
  const precision = raison ?? message;
  return precision ? `${ETATS[etat]} : ${precision}` : ETATS[etat];
}

/** The law that applies and what was answered, defaults included: (question, answer). */
export function reponses(programme, situation) {
  const donnees = programme.entrees.flatMap(({ nom, libelle }) => {
    const rang = situation.pret.rang(nom);
    return present(situation.etat(rang)) ? [[libelle, situation.affichage(rang)]] : [];
  });
  return [["Droit applicable au", longue(situation.etat(0))], ...donnees];
}

/**
 * The sheet in plain text.
 * @param {object} programme @param {object} evaluation @param {[string, string][]} donnees what `reponses` gives
 * @param {string} titre @param {string} pied what stands under every result @param {string} adresse the link that restores it
 */
export function texte(programme, evaluation, donnees, { titre, pied, adresse }) {
  const libelles = Object.fromEntries(programme.etapes.map(({ nom, libelle }) => [nom, libelle]));
  const lignes = [
    titre,
    ...donnees.map(([question, reponse]) => `${question} : ${reponse}`),
    "",
    ...Object.entries(evaluation.resultats).map(([nom, resultat]) => {
      const raison = resultat.code && resultat.message ? `. ${resultat.message}` : "";
      return `${libelles[nom]} : ${dire(resultat)}${raison}`;
    }),
    ...evaluation.avertissements.map((mots) => `Attention : ${mots}`),
    "",
    "Le calcul et ses sources",
    ...evaluation.etapes.flatMap((ligne, rang) => [
      `${rang + 1}. ${ligne.libelle} (${NATURES[ligne.nature]}) = ${ligne.formule}`,
      `   ${ligne.substitution} → ${dire(ligne)}`,
      ...(ligne.parce_que ? [`   ${ligne.parce_que}`] : []),
      ...(ligne.sources.length ? [`   ${ligne.sources.join(" ; ")}`] : []),
    ]),
    "",
  ];
  return [...lignes.map(typographier), pied, adresse, ""].join("\n");
}

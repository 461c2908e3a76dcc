// A tree written out again with its values. `nommer` writes what it starts from.

import { OPERATIONS } from "./operations.js";

const A_DROITE = ["-", "/", "<", "<=", ">", ">=", "=", "≠"];
const SANS_PARENTHESES = ["convertir", "non", "si", "cas"];

/** Without the invisible unit conversions around it. */
const nu = (arbre) => (arbre[0] === "convertir" ? nu(arbre[1]) : arbre);

function parentheses(parent, brut) {
  const operande = nu(brut);
  if (OPERATIONS[parent[0]].fonction || SANS_PARENTHESES.includes(parent[0])) return false;
  const dehors = OPERATIONS[parent[0]].priorite;
  const dedans = OPERATIONS[operande[0]].priorite;
  const aDroite = parent.length > 2 && operande === nu(parent[2]);
  return dedans < dehors || (aDroite && dedans === dehors && A_DROITE.includes(parent[0]));
}

/** @param {Array} arbre @param {(feuille: Array) => (s: object) => string} nommer @returns {(s: object) => string} */
export function rediger(arbre, nommer) {
  if (["ref", "parametre", "texte"].includes(arbre[0])) return nommer(arbre);
  const { ecrire } = OPERATIONS[arbre[0]];
  const operandes = arbre
    .slice(1)
    .filter(Array.isArray)
    .map((operande) => {
      const texte = rediger(operande, nommer);
      return parentheses(arbre, operande) ? (s) => `(${texte(s)})` : texte;
    });
  const [a, b] = operandes;
  if (operandes.length === 2) return (s) => ecrire([a(s), b(s)], arbre);
  if (operandes.length) return (s) => ecrire(operandes.map((operande) => operande(s)), arbre);
  const fixe = ecrire([], arbre);
  return () => fixe;
}

// A tree written out again with its values; `nommer` writes what it starts from.

import { OPERATIONS } from "./operations.js";

const A_DROITE = new Set(["-", "/", "<", "<=", ">", ">=", "=", "≠"]);
const SANS_PARENTHESES = new Set(["convertir", "non", "si", "cas"]);

/** Without the invisible unit conversions around it. */
const nu = (arbre) => (arbre[0] === "convertir" ? nu(arbre[1]) : arbre);

function parentheses(parent, brut) {
  const operande = nu(brut);
  if (OPERATIONS[parent[0]].fonction || SANS_PARENTHESES.has(parent[0])) return false;
  const dehors = OPERATIONS[parent[0]].priorite;
  const dedans = OPERATIONS[operande[0]].priorite;
  const aDroite = parent.length > 2 && operande === nu(parent[2]);
  return dedans < dehors || (aDroite && dedans === dehors && A_DROITE.has(parent[0]));
}

/** @param {Array} arbre @param {(arbre: Array) => string} nommer */
export function rediger(arbre, nommer) {
  if (["ref", "parametre", "texte"].includes(arbre[0])) return nommer(arbre);
  const ecrire = (operande) => {
    const texte = rediger(operande, nommer);
    return parentheses(arbre, operande) ? `(${texte})` : texte;
  };
  return OPERATIONS[arbre[0]].ecrire(arbre, ecrire);
}

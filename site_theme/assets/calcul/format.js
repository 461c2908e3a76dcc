// Values as a reader sees them, with ordinary spaces; `typographier` puts the non-breaking ones at display.

import * as dates from "./dates.js";
import { arrondi, ecrire, estRationnel, produit, rationnel } from "./rational.js";

const DECIMALES = 2;
const DECIMALES_MAX = 8;
const PLURIELS = { jour: "jours", an: "ans", semaine: "semaines", poste: "postes" };

/** The label of a code, « oui », « 14 mars 2023 », « 30,68 % ». */
export function afficher(valeur, unite, libelles) {
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (dates.estDate(valeur)) return dates.longue(valeur);
  if (estRationnel(valeur)) return afficherNombre(valeur, unite);
  return libelles[valeur] ?? valeur;
}

/** Two decimals, or as many as it takes not to look like a round number that it is not (« 29,999 % »). */
export function afficherNombre(valeur, unite = "") {
  const montre = unite === "%" ? produit(valeur, rationnel(100n)) : valeur;
  const entier = arrondi(montre);
  let decimales = DECIMALES;
  let chiffres = arrondir(montre, decimales);
  while (montre.d !== 1n && decimales <= DECIMALES_MAX && chiffres === entier * 10n ** BigInt(decimales)) {
    decimales += 1;
    chiffres = arrondir(montre, decimales);
  }
  const environ = decimales > DECIMALES_MAX ? "≈ " : "";
  if (environ) chiffres = arrondir(montre, (decimales = DECIMALES_MAX));
  const nombre = environ + ecrireDecimal(chiffres, decimales, unite.startsWith("€"));
  const deux = montre.n >= 2n * montre.d || -montre.n >= 2n * montre.d;
  const mot = deux ? (PLURIELS[unite] ?? unite) : unite;
  return mot ? `${nombre} ${mot}` : nombre;
}

const arrondir = (x, decimales) => arrondi(rationnel(x.n * 10n ** BigInt(decimales), x.d));

function ecrireDecimal(chiffres, decimales, argent) {
  const positif = chiffres < 0n ? -chiffres : chiffres;
  const texte = positif.toString().padStart(decimales + 1, "0");
  const entier = texte.slice(0, texte.length - decimales).replace(/\B(?=(\d{3})+$)/g, " ");
  let reste = texte.slice(texte.length - decimales).replace(/0+$/, "");
  if (reste && argent) reste = reste.padEnd(2, "0");
  return `${chiffres < 0n ? "−" : ""}${entier}${reste ? `,${reste}` : ""}`;
}

/** The value as JSON holds it. */
export function exact(valeur) {
  if (estRationnel(valeur)) return ecrire(valeur);
  return dates.estDate(valeur) ? dates.ecrire(valeur) : valeur;
}

/** Non-breaking spaces and curly apostrophes, as French prints them. */
export const typographier = (texte) =>
  texte
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u202f")
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:»%€])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/(\d) (?=(?:h|mois|ETP|ans?|jours?)\b)/g, "$1\u00a0");

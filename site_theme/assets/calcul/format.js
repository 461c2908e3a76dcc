// Values as a reader sees them, with ordinary spaces; `typographier` puts the non-breaking ones at display.

import * as dates from "./dates.js";
import { arrondi, comparer, ecrire, estRationnel, oppose, produit } from "./rational.js";

const DECIMALES = 2;
const DECIMALES_MAX = 8;
const [CENT, DEUX] = [{ n: 100, d: 1 }, { n: 2, d: 1 }];
// Every unit whose plural is written; the same list as generator/compile/unites.py.
export const PLURIELS = Object.fromEntries(
  ["jour", "an", "semaine", "poste", "salarié", "accompagnement", "convention", "dossier"].map((mot) => [mot, `${mot}s`]),
);

/** The label of a code, « oui », « 14 mars 2023 », « 30,68 % ». */
export function afficher(valeur, unite, libelles) {
  if (typeof valeur === "string") return libelles[valeur] ?? valeur;
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  return estRationnel(valeur) ? afficherNombre(valeur, unite) : dates.longue(valeur);
}

/** Two decimals, or as many as it takes not to look like a round number that it is not (« 29,999 % »). */
export function afficherNombre(valeur, unite = "") {
  const montre = unite === "%" ? produit(valeur, CENT) : valeur;
  let decimales = DECIMALES;
  let chiffres = ecrireChiffres(montre, decimales);
  while (montre.d != 1 && decimales <= DECIMALES_MAX && chiffres.endsWith("0".repeat(decimales))) {
    decimales += 1;
    chiffres = ecrireChiffres(montre, decimales);
  }
  const environ = decimales > DECIMALES_MAX ? "≈ " : "";
  if (environ) chiffres = ecrireChiffres(montre, (decimales = DECIMALES_MAX));
  const nombre = environ + ecrireDecimal(chiffres, decimales, unite.startsWith("€"));
  const pluriel = PLURIELS[unite];
  const mot = pluriel && comparer(montre, DEUX) < 0 && comparer(oppose(montre), DEUX) < 0 ? unite : (pluriel ?? unite);
  return mot ? `${nombre} ${mot}` : nombre;
}

/** The digits of a number rounded to some decimals, without its comma: at least one before it. */
function ecrireChiffres(x, decimales) {
  const entier = arrondi(x, decimales);
  const chiffres = `${entier < 0 ? -entier : entier}`.padStart(decimales + 1, "0");
  return entier < 0 ? `−${chiffres}` : chiffres;
}

function ecrireDecimal(chiffres, decimales, argent) {
  const virgule = chiffres.length - decimales;
  const entier = chiffres.slice(0, virgule);
  let fin = chiffres.length;
  while (fin > virgule && chiffres[fin - 1] === "0") fin -= 1;
  if (argent && fin === virgule + 1) fin += 1;
  const reste = chiffres.slice(virgule, fin);
  return reste ? `${milliers(entier)},${reste}` : milliers(entier);
}

/** « 1234567 » → « 1 234 567 »; a minus sign is not a digit. */
function milliers(entier) {
  const debut = entier.length - 3;
  return debut > (entier[0] === "−" ? 1 : 0) ? `${milliers(entier.slice(0, debut))} ${entier.slice(debut)}` : entier;
}

/** The value as JSON holds it. */
export function exact(valeur) {
  if (typeof valeur !== "object") return valeur;
  return estRationnel(valeur) ? ecrire(valeur) : dates.ecrire(valeur);
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

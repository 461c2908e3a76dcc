// What people type, read as values; what cannot be read is refused in French. The same table as
// generator/compile/saisie.py.

import * as dates from "./dates.js";
import { PLURIELS, afficherNombre } from "./format.js";
import { comparer, entier, lire, oppose, rationnel } from "./rational.js";

const LONGUEUR_MAX = 30;
const NOMBRE = /^([+\-−]?)(\d[\d \u00a0\u202f]*)(?:[.,](\d+))?$/;

/** An input that cannot be taken: its message is a French sentence without its final stop. */
export class Refusee extends Error {}

const court = (texte) => (texte.length <= LONGUEUR_MAX ? texte : `${texte.slice(0, LONGUEUR_MAX)}…`);

/** One input of a program, from its text. Throws Refusee. */
export function lireEntree(entree, brut) {
  const texte = brut.trim();
  if (entree.type === "nombre") return lireNombre(entree, texte);
  if (entree.type === "date") return lireDate(texte);
  if (entree.type === "choix") return lireChoix(entree, texte);
  const reponse = texte.toLowerCase();
  if (["oui", "true"].includes(reponse)) return true;
  if (["non", "false"].includes(reponse)) return false;
  throw new Refusee(`« ${court(texte)} » : répondez par oui ou par non`);
}

/** AAAA-MM-JJ or JJ/MM/AAAA, a day that exists between 1900 and 2200. Throws Refusee. */
export function lireDate(brut) {
  const texte = brut.trim();
  const francaise = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(texte);
  const iso = francaise
    ? `${francaise[3]}-${francaise[2].padStart(2, "0")}-${francaise[1].padStart(2, "0")}`
    : texte;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    throw new Refusee(`« ${court(texte)} » n'est pas une date : écrivez par exemple 2021-09-01 ou 01/09/2021`);
  }
  const date = dates.lire(iso);
  if (!date) throw new Refusee(`la date ${court(texte)} n'existe pas`);
  if (!dates.admise(date)) throw new Refusee("la date doit être entre 1900 et 2200");
  return date;
}

function lireNombre(entree, texte) {
  if (texte.length > LONGUEUR_MAX) throw new Refusee("nombre trop long");
  const match = NOMBRE.exec(sansUnite(texte, entree.unite));
  if (!match) throw new Refusee(`« ${court(texte)} » n'est pas un nombre : écrivez par exemple 1 234,5`);
  const decimales = match[3] ?? "";
  const zeros = "0".repeat(decimales.length + (entree.unite === "%" ? 2 : 0));
  const positif = rationnel(entier(match[2].replace(/\D/g, "") + decimales), entier(`1${zeros}`));
  const valeur = match[1] && match[1] !== "+" ? oppose(positif) : positif;
  if (entree.min !== null) borner(valeur, entree.min, "moins", -1, entree.unite);
  if (entree.max !== null) borner(valeur, entree.max, "plus", 1, entree.unite);
  if (entree.entier && valeur.d != 1) throw new Refusee("doit être un nombre entier");
  return valeur;
}

const bornes = new Map();

function borner(valeur, texte, mot, sens, unite) {
  if (!bornes.has(texte)) bornes.set(texte, lire(texte));
  const borne = bornes.get(texte);
  if (comparer(valeur, borne) === sens) throw new Refusee(`doit être au ${mot} ${afficherNombre(borne, unite)}`);
}

/** The digits, when the unit of the input is written after them. */
function sansUnite(texte, unite) {
  const derniere = texte.at(-1);
  if (!unite || (derniere >= "0" && derniere <= "9")) return texte;
  const ecritures = [PLURIELS[unite], unite].filter(Boolean);
  const trouvee = ecritures.find((ecriture) => texte.endsWith(ecriture));
  return trouvee ? texte.slice(0, -trouvee.length).trim() : texte;
}

function lireChoix(entree, texte) {
  const codes = entree.options.map(({ code }) => code);
  const trouve = codes.find((code) => code.toLowerCase() === texte.toLowerCase());
  if (trouve === undefined) {
    throw new Refusee(`« ${court(texte)} » n'est pas proposé : choisissez parmi ${codes.join(", ")}`);
  }
  return trouve;
}

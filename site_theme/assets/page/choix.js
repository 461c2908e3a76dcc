/* « Ma structure » as data: what a reader declared, what a link says, whether a subject is about them, and why not. */
import * as dates from "../calcul/dates.js";
import { garder, lire } from "./memoire.js";

const NOM = "structure";
// What may be said back to the reader: an address could hold a sentence of someone else.
const CODE = /^[A-Z]{1,8}$/;

/** Nothing declared. */
export const AUCUN = { siae: [], territoire: null, date: null };

/** Only what the lists know: `{ siae: string[], territoire: string|null, date: "AAAA-MM-JJ"|null }`. */
function admis(valeur, listes) {
  const { siae, territoire, date } = valeur ?? {};
  return {
    siae: Object.keys(listes.siae).filter((code) => Array.isArray(siae) && siae.includes(code)),
    territoire: Object.hasOwn(listes.territoire ?? {}, territoire) ? territoire : null,
    date: jourAdmis(date),
  };
}

/** A day that exists, within what the calculators take. */
function jourAdmis(date) {
  const jour = typeof date === "string" ? dates.lire(date) : null;
  return jour && dates.admise(jour) ? dates.ecrire(jour) : null;
}

export const estVide = ({ siae, territoire, date }) => !siae.length && !territoire && !date;

export const pareil = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What the browser kept, or nothing. */
export const choixGarde = (listes) => admis(lire(NOM), listes);

export const garderChoix = (choix) => garder(NOM, estVide(choix) ? null : choix);

/**
 * What the query of an address asks for: the choice, null when it asks for nothing, and the words it holds that no list knows.
 * @param {string} requete such as `?siae=ACI,EI&territoire=mayotte&date=2024-07-01`
 */
export function lireRequete(requete, listes) {
  const mots = new URLSearchParams(requete);
  if (!["siae", "territoire", "date"].some((nom) => mots.has(nom))) return { choix: null, inconnus: [] };
  const siae = (mots.get("siae") ?? "").toUpperCase().split(",").map((mot) => mot.trim()).filter(Boolean);
  const choix = admis({ siae, territoire: mots.get("territoire"), date: mots.get("date") }, listes);
  const inconnus = siae.filter((mot) => !choix.siae.includes(mot)).map((mot) => (CODE.test(mot) ? mot : "autre chose qu’un sigle"));
  return { choix, inconnus: [...new Set(inconnus)] };
}

/** The choice that holds on a page: that of its address, else what was kept; none where the shell gives no lists. */
export function choixDeLaPage(racine, requete) {
  const porteur = racine.querySelector("[data-listes]");
  if (!porteur) return AUCUN;
  return choixCourant(requete, JSON.parse(porteur.dataset.listes));
}

/** The choice of an address, else what was kept. */
export const choixCourant = (requete, listes) => lireRequete(requete, listes).choix ?? choixGarde(listes);

/** The query that shows the same view, the other words of the address left as they are. */
export function ecrireRequete(requete, { siae, territoire, date }) {
  const mots = new URLSearchParams(requete);
  for (const nom of ["siae", "territoire", "date"]) mots.delete(nom);
  if (siae.length) mots.set("siae", siae.join(","));
  if (territoire) mots.set("territoire", territoire);
  if (date) mots.set("date", date);
  const texte = mots.toString().replaceAll("%2C", ",");
  return texte ? `?${texte}` : "";
}

/** True when nothing is declared, or when one of the declared types is among those of the subject. */
export const concerne = ({ siae }, codes) => !siae.length || siae.some((code) => codes.includes(code));

/** Why a subject is greyed. */
export const raison = ({ siae }, codes) =>
  `Ne concerne pas votre structure (${siae.join(", ")}) : vaut pour ${codes.join(", ")}.`;

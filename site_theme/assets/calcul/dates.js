// Civil dates, « de date à date ». Never a clock, never a time zone.

/** @typedef {{jour: number}} DateCivile days since 1970-01-01, in UTC */

const JOUR_MS = 86_400_000;
const ANNEE_MIN = 1900;
const ANNEE_MAX = 2200;
export const MOIS = [
  "janvier", "février", "mars", "avril", "mai", "juin",
  "juillet", "août", "septembre", "octobre", "novembre", "décembre",
];

const parts = (date) => {
  const utc = new Date(date.jour * JOUR_MS);
  return [utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()];
};
const deux = (n) => (n < 10 ? `0${n}` : n);
const civile = (annee, mois, jour) => ({ jour: Date.UTC(annee, mois, jour) / JOUR_MS });
const dernierDuMois = (annee, mois) => new Date(Date.UTC(annee, mois + 1, 0)).getUTCDate();

export const estDate = (x) => typeof x === "object" && x !== null && typeof x.jour === "number";

/** Read AAAA-MM-JJ; null when that day does not exist. @param {string} texte */
export function lire(texte) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte);
  if (!match) return null;
  const [annee, mois, jour] = match.slice(1).map(Number);
  if (annee < 1 || mois < 1 || mois > 12 || jour < 1 || jour > dernierDuMois(annee, mois - 1)) return null;
  return civile(annee, mois - 1, jour);
}

/** AAAA-MM-JJ. */
export function ecrire(date) {
  const [annee, mois, jour] = parts(date);
  return `${annee}-${deux(mois + 1)}-${deux(jour)}`;
}

/** « 14 mars 2023 », « 1er septembre 2021 ». */
export function longue(date) {
  const [annee, mois, jour] = parts(date);
  return `${jour === 1 ? "1er" : jour} ${MOIS[mois]} ${annee}`;
}

export const annee = (date) => parts(date)[0];

/** True inside the years 1900 to 2200. */
export const admise = (date) => annee(date) >= ANNEE_MIN && annee(date) <= ANNEE_MAX;

/** The same day `n` months later, or the last day of that month; null outside the calendar. */
export function ajouterMois(date, n) {
  const [annee, mois, jour] = parts(date);
  const total = annee * 12 + mois + n;
  const nouvelle = Math.floor(total / 12);
  const rang = total - nouvelle * 12;
  if (nouvelle < ANNEE_MIN || nouvelle > ANNEE_MAX) return null;
  return civile(nouvelle, rang, Math.min(jour, dernierDuMois(nouvelle, rang)));
}

/** `n` days later; null outside the calendar. */
export function ajouterJours(date, n) {
  const trouvee = { jour: date.jour + n };
  return Math.abs(trouvee.jour) < 1e8 && admise(trouvee) ? trouvee : null;
}

/** Whole months from one day to another; negative backwards. */
export function moisEntre(debut, fin) {
  if (fin.jour < debut.jour) return -moisEntre(fin, debut);
  const [a1, m1] = parts(debut);
  const [a2, m2] = parts(fin);
  const n = (a2 - a1) * 12 + m2 - m1;
  return ajouterMois(debut, n).jour <= fin.jour ? n : n - 1;
}

/* What each entry answers to: its words, what its acronyms stand for, the names that its names have replaced. */
import { demande, mots } from "./mots.js";

const suite = (texte) => ` ${mots(texte).join(" ")} `;

/** The terms of the glossary, ready to be looked for: `{sigle, nom, nouveaux}`, `nouveaux` being acronyms. */
export function lexique(termes) {
  return termes.map(({ sigle, nom, nouveaux }) => ({ sigle, mots: suite(sigle), nom: suite(nom), nouveaux }));
}

/** The words of a text and all that it is also called, between spaces. */
export function indexer(texte, termes) {
  const ecrits = new Set(texte.split(/[^\p{L}\p{N}]+/u));
  const dits = suite(texte);
  // An acronym is told from a word by its capitals: « DE » is not « de ».
  const present = ({ sigle, mots: plies, nom }) =>
    dits.includes(nom) || (/\W/.test(sigle) ? dits.includes(plies) : ecrits.has(sigle));
  const presents = new Set(termes.filter(present).map((terme) => terme.sigle));
  const aussi = termes.filter((terme) => presents.has(terme.sigle) || terme.nouveaux.some((nom) => presents.has(nom)));
  return dits + aussi.map((terme) => terme.mots + terme.nom).join("");
}

/** Whether an indexed text answers a request: every word of it, from its beginning; an acronym or an article whole. */
export function chercheur(requete, termes) {
  const entiers = new Set(termes.map((terme) => terme.mots.trim()));
  const cherches = demande(requete).map((mot) => {
    if (/\d-\d/.test(mot)) return [` ${mot} `, ` ${mot}-`];
    return [entiers.has(mot) ? ` ${mot} ` : ` ${mot}`];
  });
  return (index) => cherches.every((formes) => formes.some((forme) => index.includes(forme)));
}

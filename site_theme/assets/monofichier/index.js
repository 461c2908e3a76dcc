/* What each entry answers to: its words, what its acronyms stand for, the names that its names have replaced. */
import { termes } from "../recherche/analyse.js";

/** The terms of a text in order, between spaces: what a name is looked for in. */
const suite = (mots) => ` ${mots.map(({ terme }) => terme).filter(Boolean).join(" ")} `;

/** The terms of the glossary, ready to be looked for: `{sigle, nom, nouveaux}`, `nouveaux` being acronyms. */
export function lexique(analyseur, liste) {
  const lire = (texte) => suite(analyseur.mots(texte));
  return liste.map(({ sigle, nom, nouveaux }) => ({ sigle, mots: lire(sigle), nom: lire(nom), nouveaux }));
}

/** The words of a text and all that it is also called, between spaces: as they are written, and as they are searched by. */
export function indexer(analyseur, texte, liste) {
  const mots = analyseur.mots(texte);
  const dits = suite(mots);
  const presents = new Set(liste.filter((terme) => dits.includes(terme.nom) || dits.includes(terme.mots)).map(({ sigle }) => sigle));
  const aussi = liste.filter((terme) => presents.has(terme.sigle) || terme.nouveaux.some((nom) => presents.has(nom)));
  const ecrits = mots.flatMap((mot) => [...(mot.terme ? [mot.forme] : []), ...termes(mot)]);
  return ` ${ecrits.join(" ")} ${aussi.map((terme) => terme.mots + terme.nom).join("")}`;
}

/** Whether an indexed text answers a request: every word of it, from its beginning; an acronym or an article whole. */
export function chercheur(analyseur, requete, liste) {
  const entiers = new Set(liste.map(({ mots }) => mots.trim()));
  const pleins = analyseur.mots(requete).filter(({ terme }) => terme);
  const cherches = pleins.map(({ forme, terme }) => {
    if (/^[lrd]?\d+-\d/.test(terme)) return [` ${terme} `, ` ${terme}-`];
    return entiers.has(terme) || terme.includes("_") ? [` ${terme} `] : [` ${terme} `, ` ${forme}`];
  });
  return (index) => cherches.every((formes) => formes.some((forme) => index.includes(forme)));
}

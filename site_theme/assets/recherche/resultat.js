/* An entry that answers. What is only shown of it is worked out when it is read: most results never are. */
import { termes } from "./analyse.js";

const MORCEAUX = /[\p{L}\p{N}\p{M}]+(?:[-.,][\p{L}\p{N}]+)*/gu;

export class Resultat {
  constructor(index, { rang, score, termes: trouves, groupes }, requete, structure) {
    Object.assign(this, index.fiches[rang], { rang, score });
    Object.defineProperties(this, { index: { value: index }, termes: { value: trouves }, groupes: { value: groupes }, requete: { value: requete } });
    this.hors = structure.length > 0 && this.siae.length > 0 && !this.siae.some((code) => structure.includes(code));
  }

  /** The words of the title and of the summary that were found, as they are written there. */
  get mots() {
    this.lus ??= this.lire();
    return this.lus.mots;
  }

  /** What was found in the rest of the page only. */
  get ailleurs() {
    this.lus ??= this.lire();
    const { presents } = this.lus;
    const vus = ({ pistes }) => pistes.some(({ termes }) => termes.some((terme) => presents.has(terme)));
    return [...this.groupes].filter((groupe) => !vus(groupe)).map((groupe) => this.dire(groupe));
  }

  /** What was looked for and is not in the page. */
  get absents() {
    return this.requete.groupes.filter((groupe) => !this.groupes.has(groupe)).map((groupe) => this.dire(groupe));
  }

  /** What was looked for as a text would write it. */
  dire({ lu, ecrit }) {
    return lu || ecrit.split(" ").map((mot) => this.index.ecrites.get(mot) ?? this.parent(mot) ?? mot).join(" ");
  }

  /** A word of the texts that has the same stem. */
  parent(mot) {
    const racine = this.index.analyseur.raciner(mot);
    for (const [forme, terme] of this.index.formes) if (terme === racine) return this.index.ecrites.get(forme);
    return undefined;
  }

  lire() {
    const cherches = new Set([...this.termes, ...this.requete.numeros]);
    // A quantity and an article are written in several pieces.
    const parts = new Set([...cherches].flatMap((terme) => this.morceler(terme)));
    const { morceaux, termes } = this.analyse();
    return {
      mots: morceaux.filter(([, tenus]) => tenus.some((terme) => parts.has(terme))).map(([ecrit]) => ecrit),
      presents: new Set(termes.filter((terme) => cherches.has(terme))),
    };
  }

  /** « 480_heure » → itself, « 480 » and the stem of the unit; « l5132-9 » → itself and « 5132-9 ». */
  morceler(terme) {
    const [nombre, unite] = terme.split("_");
    return [terme, nombre.replace(/^[lrd](?=[0-9])/, ""), ...(unite ? [this.index.analyseur.raciner(unite)] : [])];
  }

  /** The words that the entry shows, read once: `{ morceaux: [[word, its terms]], termes }`. */
  analyse() {
    const { analyses, analyseur } = this.index;
    if (!analyses.has(this.rang)) {
      const texte = `${this.titre} ; ${this.resume}`;
      const ecrits = new Set([...texte.matchAll(MORCEAUX)].map(([ecrit]) => ecrit));
      analyses.set(this.rang, {
        morceaux: [...ecrits].map((ecrit) => [ecrit, analyseur.mots(ecrit).map(({ terme }) => terme).filter(Boolean)]),
        termes: analyseur.mots(texte).flatMap(termes),
      });
    }
    return analyses.get(this.rang);
  }
}

/* An entry that answers. What is only shown of it is worked out when it is read: most results never are. */

const MORCEAUX = /[\p{L}\p{N}\p{M}]+(?:[-.,][\p{L}\p{N}]+)*/gu;

export class Resultat {
  constructor(index, { rang, score, termes, groupes }, requete, structure) {
    Object.assign(this, index.fiches[rang], { rang, score });
    Object.defineProperties(this, { index: { value: index }, termes: { value: termes }, groupes: { value: groupes }, requete: { value: requete } });
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
    return lu || ecrit.split(" ").map((mot) => this.index.ecrites.get(mot) ?? mot).join(" ");
  }

  lire() {
    const cherches = new Set([...this.termes, ...this.requete.numeros]);
    // A quantity and an article are written in several pieces.
    const parts = new Set([...cherches].flatMap((terme) => [terme, terme.split("_")[0], terme.replace(/^[lrd](?=[0-9])/, "")]));
    const mots = new Set();
    const presents = new Set();
    for (const [ecrit] of `${this.titre} ${this.resume}`.matchAll(MORCEAUX)) {
      for (const mot of this.index.analyseur.mots(ecrit)) {
        if (mot.terme && parts.has(mot.terme)) mots.add(ecrit);
      }
    }
    for (const mot of this.index.analyseur.mots(`${this.titre} ; ${this.resume}`)) {
      for (const terme of [mot.terme, ...mot.autres]) if (cherches.has(terme)) presents.add(terme);
    }
    return { mots: [...mots], presents };
  }
}

/* A text becomes the words that it is searched by: the twin of generator/render/recherche/analyse.py, on the same data. */
import { raciner } from "./racine.js";

const SANS_TERME = [];

/** The analyser: `donnees` are those of the index. */
export class Analyseur {
  constructor(donnees) {
    this.donnees = donnees;
    this.motif = new RegExp(donnees.motif, "g");
    this.vides = new Set(donnees.vides);
    this.racines = new Map();
    this.signes = new Map(Object.entries(donnees.replis));
    for (const signe of donnees.apostrophes) this.signes.set(signe, "'");
    for (const signe of donnees.tirets) this.signes.set(signe, "-");
  }

  /** The text without accents, ligatures, invisible signs, with plain apostrophes, hyphens and spaces; case is kept. */
  plier(texte) {
    let plie = [...texte].filter((signe) => !this.donnees.invisibles.includes(signe)).join("");
    // Twice: what replaces a sign may itself be folded.
    for (let tour = 0; tour < 2; tour += 1) {
      plie = Array.from(plie, (signe) => this.signes.get(signe) ?? signe).join("").normalize("NFKD").replace(/\p{M}/gu, "");
    }
    return plie.replace(/[\s\u001c-\u001f\u0085]+/gu, " ");
  }

  /** The stem of a folded word; a word with a digit has none. */
  raciner(mot) {
    if (!/^[a-z]+$/i.test(mot)) return mot;
    let racine = this.racines.get(mot);
    if (racine === undefined) {
      racine = raciner(mot, this.donnees.racine.phases, this.donnees.racine.doubles);
      this.racines.set(mot, racine);
    }
    return racine;
  }

  /** The words of a text in order: `{ forme, terme, autres }`; `terme` is empty for one that says nothing alone. */
  mots(texte) {
    const plie = this.plier(texte);
    const bas = plie.toLowerCase();
    // A word in capitals is an acronym, unless it stands among others that all are.
    const seul = !plie.replace(/^ +| +$/g, "").includes(" ");
    const capitales = bas.length === plie.length && (plie !== plie.toUpperCase() || seul);
    const mots = [];
    for (const trouve of bas.matchAll(this.motif)) {
      const ecrit = plie.slice(trouve.index, trouve.index + trouve[0].length);
      const mot = this.lire(trouve, capitales && ecrit === ecrit.toUpperCase() && ecrit !== ecrit.toLowerCase());
      if (mot) mots.push(mot);
    }
    return mots.map((mot, rang) => this.compter(mot, mots, rang));
  }

  lire([, pointe, lettre, article, numero, entier, decimales, unite, ecrit], sigle) {
    if (pointe !== undefined) return simple(pointe.replaceAll(".", ""));
    if (lettre !== undefined) {
      // « r 5132 1 8 » ends what is typed: nobody writes so in a text.
      const suite = article.replaceAll(" ", "-");
      return { forme: lettre + suite, terme: lettre + suite, autres: [suite] };
    }
    if (numero !== undefined) return simple(numero);
    if (entier !== undefined) {
      const nombre = entier.replaceAll(" ", "") + (decimales === undefined ? "" : `,${decimales}`);
      if (unite === undefined) return simple(nombre);
      const sorte = this.donnees.unites[unite];
      return { forme: `${nombre} ${unite}`, terme: `${nombre}_${sorte}`, autres: [nombre, this.raciner(sorte)] };
    }
    if (ecrit === undefined) return null;
    const mot = Object.hasOwn(this.donnees.ordinaux, ecrit) ? this.donnees.ordinaux[ecrit] : ecrit;
    const vide = this.vides.has(mot) && !(sigle && mot.length > 1);
    return { forme: mot, terme: vide ? "" : this.raciner(mot), autres: SANS_TERME };
  }

  /** A number in words before a unit is a quantity too. */
  compter(mot, mots, rang) {
    const sorte = Object.hasOwn(this.donnees.unites, mot.forme) ? this.donnees.unites[mot.forme] : null;
    if (!sorte) return mot;
    for (let taille = Math.min(4, rang); taille > 0; taille -= 1) {
      const ecrit = mots.slice(rang - taille, rang).map(({ forme }) => forme).join(" ");
      if (Object.hasOwn(this.donnees.nombres, ecrit)) {
        const nombre = this.donnees.nombres[ecrit];
        return { ...mot, autres: [`${nombre}_${sorte}`, nombre] };
      }
    }
    return mot;
  }
}

const simple = (mot) => ({ forme: mot, terme: mot, autres: SANS_TERME });

/** Every term of a word. */
export const termes = ({ terme, autres }) => (terme ? [terme, ...autres] : autres);
